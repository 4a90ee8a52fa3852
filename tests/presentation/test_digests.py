"""What folded sections say about their content."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.adr import Adr
from desktop.domain.benefits import Benefit
from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.holdings import Lot
from desktop.domain.options import Series
from desktop.domain.prices import Prices
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.i18n import Locale
from desktop.presentation.book import Book
from desktop.presentation.digests import digest
from desktop.presentation.forms import FORMS

SCENARIO = Scenario(
    company=Company(name="IIJ", code="3774"),
    split=Split(Decimal(1), Decimal(2)),
    schedule=Schedule(record_date=date(2020, 12, 31)),
    shares=Shares(issued=46734600),
    options=(Series(shares_per_right=Decimal(200)), Series(shares_per_right=Decimal(200))),
    adr=Adr(Decimal(2), Decimal(1), Decimal(1), Decimal(1)),
    prices=Prices(share=Decimal("5290.5"), date=date(2020, 11, 9)),
    dividends=(Dividend(label="Interim", amount=Decimal("20.50")), Dividend(label="Year-end", amount=Decimal("10.25"))),
    benefits=(Benefit(threshold=100), Benefit(threshold=500)),
    holdings=(Lot(quantity=Decimal(250)), Lot(quantity=Decimal(100)), Lot(kind="adr", quantity=Decimal("20.5")), Lot()),
)


def said(section: str, scenario: Scenario) -> str:
    return digest(section, Book(scenario, calculate(scenario)), Locale("en"))


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("company", "IIJ (3774)"),
        ("split", "Each 1 share becomes 2 shares"),
        ("schedule", "2020-12-31 → 2021-01-01"),
        ("shares", "46,734,600 → 93,469,200"),
        ("options", "2 series · 200 shares per right"),
        ("adr", "2 ADRs = 1 share → 1 ADR = 1 share"),
        ("dividends", "Interim 20.50 · Year-end 10.25 JPY"),
        ("benefits", "2 thresholds"),
        ("prices", "5,290.5 JPY on 2020-11-09"),
        ("holdings", "4 lots · 350 shares · 20.5 ADRs"),
    ],
)
def test_a_section_is_told_in_one_line(section: str, words: str) -> None:
    assert said(section, SCENARIO) == words


@pytest.mark.parametrize("section", [form.name for form in FORMS])
def test_an_empty_section_says_nothing(section: str) -> None:
    assert said(section, Scenario()) == ""


def test_a_long_table_is_counted_and_not_looked_through() -> None:
    assert said("options", Scenario(options=(Series(shares_per_right=Decimal(1)),) * 10_000)) == "10,000 series"
    assert said("holdings", Scenario(holdings=(Lot(quantity=Decimal(1)),) * 10_000)) == "10,000 lots"
    assert said("dividends", Scenario(dividends=(Dividend(label="Interim"),) * 5)) == "5 dividends"


def test_dividends_are_told_as_far_as_they_are_known() -> None:
    rows = (Dividend(label="Interim"), Dividend(), Dividend(amount=Decimal(3)))
    assert said("dividends", Scenario(dividends=rows)) == "Interim · 3 JPY"
    assert said("dividends", Scenario(dividends=rows[:1])) == "Interim"
