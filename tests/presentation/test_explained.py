"""Explanations in words: every quantity explains itself, in both languages."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.calendars import calendars
from desktop.domain.adr import Adr
from desktop.domain.benefits import Benefit
from desktop.domain.candidate import Candidate
from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.formula import parse
from desktop.domain.holdings import Lot
from desktop.domain.options import Series
from desktop.domain.path import column_path
from desktop.domain.prices import Prices
from desktop.domain.scenario import QUANTITIES, TERMS, Scenario, calculate, calculator
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.i18n import BREAK, LANGUAGES, locale_for
from desktop.presentation.book import Book
from desktop.presentation.explained import Told, told
from desktop.presentation.layout import kind_of, unit_of
from desktop.presentation.table import ROW_TERMS, Cell, Role

FULL = Scenario(
    split=Split(Decimal(1), Decimal("1.1")),
    shares=Shares(issued=46_734_600, treasury=1_650_911, authorized=75_520_000, authorized_after=83_072_000),
    options=(
        Series(rights=138, shares_per_right=Decimal(200), exercise_price=Decimal(5001)),
        Series(kind="convertible", rights=10, face_value=Decimal(10**7), exercise_price=Decimal("2253.6")),
    ),
    adr=Adr(Decimal(2), Decimal(1), outstanding=1_000, fee_per_100=Decimal(5)),
    prices=Prices(share=Decimal(5290), date=date(2024, 8, 9), fx=Decimal("104.5"), average=Decimal(5100)),
    company=Company(topix500=True),
    schedule=Schedule(record_date=date(2024, 9, 30)),
    dividends=(
        Dividend(period="FY2024", record_date=date(2024, 9, 30), amount=Decimal(30), previous=Decimal(28)),
        Dividend(record_date=date(2025, 3, 31), amount=Decimal(30), previous=Decimal(28)),
    ),
    benefits=(Benefit(threshold=100, threshold_after=100),),
    holdings=(
        Lot(account="A", quantity=Decimal(105), cost=Decimal(900)),
        Lot(account="A", kind="adr", quantity=Decimal(105), cost=Decimal(20)),
    ),
    candidate=Candidate(new=Decimal(7)),
    announced={"dividends.total[FY2024]": Decimal(30)},
)  # fmt: skip


def booked(scenario: Scenario) -> Book:
    return Book(scenario, calculate(scenario, calendars=calendars()))


BOOK = booked(FULL)


def explained(book: Book, path: str, language: str = "en") -> Told:
    column = path.replace("[0]", "[]").replace("[1]", "[]")
    formula = calculator().formulas[column]
    cell = Cell(Role.CALCULATED, book.value(path), unit_of(column), path, formula, kind_of(column))
    found = told(book, cell, locale_for(language))
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [q.replace("[]", "[0]") for q in QUANTITIES] + ["options[1].underlying_after"])
def test_every_quantity_explains_itself(path: str, language: str) -> None:
    alike = replace(FULL, options=FULL.options[:1])  # a convertible bond has no shares per right
    book = booked(alike) if path.startswith("options.") else BOOK
    path = path.replace("[0].adr", "[1].adr")  # the first lot is of shares
    found = explained(book, path, language)
    line = found.as_line()
    assert "{" not in line
    assert found.title
    assert found.rule
    assert found.tokens[0].text not in "×÷+−=)"
    assert found.tokens[-1].text not in "×÷+−=("
    assert found.result != "—"


def test_figures_stand_over_their_names() -> None:
    assert explained(BOOK, "shares.issued_after").as_line() == (
        "46,734,600 (Issued shares) × 11 (New shares, in lowest terms) ÷ 10 (Old shares, in lowest terms)"
        ", rounded down = 51,408,060"
    )


def test_what_is_missing_is_something_that_can_be_entered() -> None:
    book = booked(replace(FULL, shares=replace(FULL.shares, treasury=None)))
    after = "shares.treasury_after - shares.treasury"
    cell = Cell(Role.CALCULATED, None, unit_of("shares.treasury"), "", parse(after))
    found = told(book, cell, locale_for("en"))
    assert found is not None
    assert found.missing == ("Treasury shares",)


def test_names_carry_where_they_may_be_broken_but_are_read_without() -> None:
    found = explained(BOOK, "shares.issued_after", "ja")
    assert any(BREAK in token.name for token in found.tokens)
    assert BREAK not in found.as_line()


def test_what_is_missing_is_named() -> None:
    book = booked(replace(FULL, shares=Shares()))
    found = explained(book, "shares.outstanding")
    assert found.result == "—"
    assert found.missing == ("Issued shares", "Treasury shares")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("shares.issued_after", {"shares.issued", "split.old", "split.new"}),
        # The currency decides the rounding, through a default.
        ("options[0].exercise_price_after", {"options[0].exercise_price", "options[0].kind", "options[0].rounding",
                                             "company.currency", "split.old", "split.new"}),
        ("adr.ratio_after", {"adr.old_adrs", "adr.old_shares", "adr.new_adrs", "adr.new_shares"}),
    ],
)  # fmt: skip
def test_the_fields_that_feed_a_figure_are_all_those_that_decide_it(path: str, fields: set[str]) -> None:
    assert set(explained(BOOK, path).feeds) == fields


def test_a_default_date_rests_on_market_ratio_and_the_other_date() -> None:
    scenario = replace(FULL, schedule=Schedule(record_date=date(2020, 12, 31)))
    feeds = set(explained(Book(scenario, calculate(scenario)), "schedule.effective_date").feeds)
    assert {"schedule.market", "schedule.record_date", "split.old", "split.new"} <= feeds


def test_every_field_that_feeds_something_exists() -> None:
    for quantity in QUANTITIES.values():
        for path in explained(BOOK, quantity.id.replace("[]", "[0]")).feeds:
            assert path in TERMS or column_path(path) in ROW_TERMS, path
