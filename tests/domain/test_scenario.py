"""What follows from an announcement: worked examples from published notices, and what always holds."""

import operator
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from desktop.domain.adr import Adr
from desktop.domain.candidate import Candidate
from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.exact import folded, round_by, round_down, round_up
from desktop.domain.explanation import Explanation, Figure, Function, Part, Sign, Whole
from desktop.domain.formula import Kind
from desktop.domain.holdings import Lot
from desktop.domain.options import Series
from desktop.domain.path import at_row, table_of
from desktop.domain.prices import Prices
from desktop.domain.results import Results
from desktop.domain.scenario import COLUMNS, QUANTITIES, TERMS, Scenario, announced_term, calculate, calculator
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.presentation.book import Book
from desktop.presentation.explained import explanation_of
from desktop.presentation.table import Role, basis_of, figure
from tests.examples import opening_scenario
from tests.strategies import scenarios


def split(old: str, new: str) -> Split:
    return Split(Decimal(old), Decimal(new))


def results(**sections: object) -> Results:
    return calculate(Scenario(**sections))  # type: ignore[arg-type]  # sections by name


#: (old, new, issued before, change, issued after), with the announcement that the figures are from.
COUNTS = [
    ("1", "2", 46_734_600, 46_734_600, 93_469_200),  # IIJ, 2020-11-09
    ("1", "2", 93_534_800, 93_534_800, 187_069_600),  # IIJ, 2022-08-05
    ("1", "200", 206_478, 41_089_122, 41_295_600),  # IIJ, 2012
    ("1", "5", 3_262_997_492, 13_051_989_968, 16_314_987_460),  # Toyota, 2021-05-12
    ("1", "1.1", 251_535_448, 25_153_544, 276_688_992),  # Nisshin Seifun, 2013
    ("1", "1.1", 276_688_992, 27_668_899, 304_357_891),  # Nisshin Seifun, 2014
    ("10", "1", 4_983_165_584, -4_484_849_026, 498_316_558),  # Sharp, common shares, 2017
    ("10", "1", 11_363_636, -10_227_273, 1_136_363),  # Sharp, class C shares, 2017
    ("2", "3", 78_277_066_617, 39_138_533_308, 117_415_599_925),  # n × 1.5 in doubles is one share too many
    ("3", "7", 10**14, 133_333_333_333_333, 233_333_333_333_333),
    ("1", "10000", 10**14, 999_900_000_000_000_000, 10**18),
]


@pytest.mark.parametrize(("old", "new", "before", "change", "after"), COUNTS)
def test_issued_shares_follow_the_ratio_to_the_digit(old: str, new: str, before: int, change: int, after: int) -> None:
    found = results(split=split(old, new), shares=Shares(issued=before))
    assert found.value("shares.issued_after") == after
    assert found.value("shares.increase") == change


def test_the_ratio_is_kept_in_lowest_terms() -> None:
    for (old, new), lowest in {
        ("1", "1.1"): (11, 10),
        ("5", "6"): (6, 5),
        ("10", "1"): (1, 10),
        ("4", "6"): (3, 2),
    }.items():
        found = results(split=split(old, new))
        assert (found.value("split.numerator"), found.value("split.denominator")) == lowest


def test_the_smaller_limit_of_the_authorised_total_counts() -> None:
    """Companies Act, Articles 184(2) and 113(3): 13 issued, 52 authorised, 1:1.1 gives 57, but 4 × 14 = 56."""
    found = results(split=split("1", "1.1"), shares=Shares(issued=13, authorized=52))
    limits = [found.value(f"shares.authorized_{name}") for name in ("limit", "cap", "max")]
    assert limits == [57, 56, 56]


def test_a_consolidation_has_no_limit_by_ratio() -> None:
    """Article 184(2) is about splits; in a consolidation four times the issued shares is the limit."""
    found = results(split=split("10", "1"), shares=Shares(issued=1000, authorized=4000))
    assert found.value("shares.authorized_limit") is None
    assert found.value("shares.authorized_max") == 400


#: Series, ratio, and (shares per right, price, shares on exercise) after.
SERIES = [
    (Series(shares_per_right=Decimal(200)), ("1", "2"), (400, None, None)),  # IIJ, 1st to 10th series
    (Series(kind="one_yen", rights=1987, shares_per_right=Decimal(100), exercise_price=Decimal(1)), ("1", "3"),
     (300, 1, 596_100)),  # Mitsubishi Corporation
    (Series(exercise_price=Decimal(623)), ("1", "10"), (None, 63, None)),  # SoftBank Corp., rounded up
    (Series(kind="convertible", exercise_price=Decimal("8141.2")), ("1", "3"), (None, Fraction(27137, 10), None)),
    (Series(exercise_price=Decimal(65000), rounding="half_up_1"), ("1", "3"), (None, 21667, None)),  # listed options
    # Shares of a bond come from its face value: 13,312, not three times 4,437.
    (Series(kind="convertible", rights=1, face_value=Decimal(10**7), exercise_price=Decimal("2253.6")), ("1", "3"),
     (None, Fraction(7512, 10), 13_312)),
]  # fmt: skip


@pytest.mark.parametrize(("series", "ratio", "expected"), SERIES)
def test_series_follow_their_terms(series: Series, ratio: tuple[str, str], expected: tuple[object, ...]) -> None:
    found = results(split=split(*ratio), options=(series,))
    names = ("shares_per_right_after", "exercise_price_after", "underlying_after")
    assert tuple(found.value(f"options[0].{name}") for name in names) == expected


def test_prices_in_a_currency_with_cents_round_to_the_cent() -> None:
    found = results(
        split=split("1", "10"), company=Company(currency="USD"), options=(Series(exercise_price=Decimal("120.51")),)
    )
    assert found.value("options[0].exercise_price_after") == Fraction("12.06")


def test_the_treasury_stock_method() -> None:
    """200,000 shares at 500 against an average of 850 dilute by 82,353 shares, twice as many after 1:2."""
    found = results(
        split=split("1", "2"), prices=Prices(average=Decimal(850)),
        options=(Series(rights=2000, shares_per_right=Decimal(100), exercise_price=Decimal(500)),),
    )  # fmt: skip
    assert found.value("options.increment") == Fraction(200_000 * 350, 850)
    assert found.value("options.increment_after") == Fraction(400_000 * 350, 850)


#: ADR pairs before and after, the split, and new ADRs per old one.
ADRS = [
    (("2", "1", "1", "1"), ("1", "2"), 1),  # IIJ 2020
    (("1", "1", "1", "1"), ("1", "5"), 5),  # Sony 2024: the ratio stays, ADRs are added
    (("8", "1", "4", "1"), ("1", "10"), 5),  # Nintendo 2022: both change
    (("1", "1", "1", "5"), ("1", "1"), Fraction(1, 5)),  # JA Solar 2012: the ratio alone
    (("13", "10", "1", "15"), ("1", "1"), Fraction(2, 39)),
]


@pytest.mark.parametrize(("pairs", "ratio", "factor"), ADRS)
def test_new_adrs_per_old_one(pairs: tuple[str, ...], ratio: tuple[str, str], factor: object) -> None:
    old_adrs, old_shares, new_adrs, new_shares = map(Decimal, pairs)
    adr = Adr(old_adrs, old_shares, new_adrs, new_shares, outstanding=1000)
    found = results(split=split(*ratio), adr=adr)
    assert found.value("adr.new_per_old") == factor
    assert found.value("adr.neutral") == (factor == 1)


def test_the_fee_is_for_every_hundred_adrs_added_or_part() -> None:
    adr = Adr(Decimal(1), Decimal(1), outstanding=101, fee_per_100=Decimal(5))
    assert results(split=split("1", "2"), adr=adr).value("adr.fee") == 10
    assert results(split=split("1", "1"), adr=adr).value("adr.fee") == 0


def test_the_investment_unit_follows_price_and_unit() -> None:
    """IIJ 2020: 5,290 × 100 = 529,000 becomes 264,500; IIJ 2012: the unit went from 1 to 100 at 1:200."""
    found = results(split=split("1", "2"), prices=Prices(share=Decimal(5290)))
    assert (found.value("prices.unit_amount"), found.value("prices.unit_amount_after")) == (529_000, 264_500)
    found = results(split=split("1", "200"), company=Company(unit=1, unit_after=100))
    assert found.value("prices.unit_factor") == Fraction(1, 2)


def test_defaults_are_in_force_until_something_is_given() -> None:
    found = results(split=split("1", "2"), schedule=Schedule(record_date=date(2020, 12, 31)), options=(Series(),))
    assert found.value("schedule.effective_date") == date(2021, 1, 1)
    assert found.value("options[0].effective_date") == date(2021, 1, 1)
    assert found.value("company.unit_after") == 100
    found = results(split=split("10", "1"), schedule=Schedule(effective_date=date(2020, 10, 1)))
    assert found.value("schedule.record_date") == date(2020, 9, 30)


def test_what_rests_on_an_unreadable_field_has_no_value_even_where_a_default_would_be_in_force() -> None:
    series = Series(rights=10, shares_per_right=Decimal(100), exercise_price=Decimal(1000))
    scenario = Scenario(split=split("1", "2"), options=(series, series))
    found = calculate(scenario, ["options[1].kind"])
    assert found.column("options[].shares_per_right_after") == [200, None]
    assert found.column("options[].underlying") == [1000, None]
    assert found.value("options.underlying") is None
    assert calculate(scenario).value("options.underlying") == 2000


def test_a_consolidation_rests_on_its_own_articles() -> None:
    book = Book(Scenario(split=split("10", "1")), results(split=split("10", "1")))
    bases = {basis.short for path in QUANTITIES if (basis := basis_of(path, book))}
    assert {"Art. 180(2)", "Art. 182(1), 235", "Art. 180(3)"} <= bases
    assert not {"Art. 183", "Art. 184(1), 235", "Art. 184(1)"} & bases


def test_the_example_states_what_the_notice_states() -> None:
    scenario = opening_scenario()
    found = calculate(scenario)
    assert found.value("shares.issued_after") == scenario.announced["shares.issued_after"] == 93_469_200
    assert found.value("shares.authorized_limit") == scenario.shares.authorized_after == 151_040_000
    assert [s.name for s in scenario.options][::9] == ["1st", "10th"]
    assert found.column("options[].shares_per_right_after") == [400] * 10
    assert found.value("adr.neutral") is True


def test_the_japanese_example_is_the_same_event() -> None:
    english, japanese = (calculate(opening_scenario(language)) for language in ("en", "ja"))
    texts = {t.path for t in TERMS.values() if t.kind == Kind.TEXT} | {"options[].name"}
    for one, other in ((english.scalars, japanese.scalars), (english.columns, japanese.columns)):
        assert {p: v for p, v in one.items() if p not in texts and not p.startswith("dividends")} == {
            p: v for p, v in other.items() if p not in texts and not p.startswith("dividends")
        }


def test_no_name_is_declared_twice_and_every_formula_is_in_the_language() -> None:
    every = [*TERMS, *(t.path for terms in COLUMNS.values() for t in terms), *QUANTITIES]
    assert len(every) == len(set(every))
    assert set(calculator().formulas) >= set(QUANTITIES)


@given(scenarios())
def test_a_missing_input_gives_no_value_and_never_zero(scenario: Scenario) -> None:
    found = calculate(replace(scenario, shares=replace(scenario.shares, issued=None)))
    for path in ("shares.issued_after", "shares.increase", "shares.authorized_cap", "prices.cap"):
        assert found.value(path) is None


@given(scenarios())
def test_value_and_explanation_are_the_same_statement(scenario: Scenario) -> None:
    """The parts of an explanation, put together again, give the value that they explain."""
    book = Book(scenario, calculate(scenario))
    for path, formula in calculator().formulas.items():
        rows = range(book.rows(table_of(path))) if table_of(path) else (None,)
        for row in rows:
            cell = at_row(path, row)
            value = book.value(cell)
            if value is not None and not path.startswith(IN_TABLES):
                explained = explanation_of(book, formula, cell)
                assert value_of_part(explained.part, book) == value, (cell, explained)


#: Their tables are told by their rules alone.
IN_TABLES = ("prices.tick", "dividends.periods[].announced_total")


def value_of_part(part: Part, book: Book) -> Any:
    """The value of an explanation's parts, calculated from the figures that stand in it."""
    match part:
        case Figure(_, value):
            return Fraction(value) if type(value) is int else value
        case Whole(path):
            return book.results.column(path)
        case Sign(sign, left, right):
            return _operated(sign, value_of_part(left, book), value_of_part(right, book))
        case Function("ROUNDBY", (x,), choice):
            return round_by(value_of_part(x, book), choice)
        case Function(name, parts):
            return _FUNCTIONS[name](*(value_of_part(p, book) for p in parts))
    raise AssertionError(part)


_SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "==": operator.eq, "<": operator.lt, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip

_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "ROUNDDOWN": lambda x, digits: round_down(x, int(digits)),
    "ROUNDUP": lambda x, digits: round_up(x, int(digits)),
    "NUMERATOR": lambda a, b: (a / b).numerator,
    "MIN": min,
    "MAX": max,
    "REMAINDER": lambda n, a, b: n * a % b,
    "ROUND": lambda x, _: x,  # millionths are whole numbers
    "SUM": sum,
    "LEAST": min,
    "MOST": max,
    "COUNT": len,
    "COUNTIF": lambda column, value: list(column).count(value),
    "SUMIF": lambda keys, column, key: sum(v for k, v in zip(keys, column, strict=True) if k == key),
    "SUMFROM": lambda keys, column, least: sum(v for k, v in zip(keys, column, strict=True) if k >= least),
    "RANKIF": lambda keys, column, key, than: sum(
        k == key and v > than for k, v in zip(keys, column, strict=True) if v is not None
    ),
    "MATCH": lambda column, value: [folded(v) for v in column].index(folded(value)) + 1,
    "INDEX": lambda column, number: column[int(number) - 1],
    "NOT": lambda condition: not condition,
    "KNOWN": lambda value: value is not None,
    "JOIN": lambda *parts: "|".join("" if p is None else str(p) for p in parts),
    "OR": lambda *conditions: any(conditions),
    "AND": lambda *conditions: all(conditions),
}


def _operated(sign: str, a: Any, b: Any) -> Any:
    return _SIGNS[sign](a, timedelta(days=int(b)) if isinstance(a, date) and sign in "+-" else b)


def test_an_explanation_tells_the_branch_that_was_taken() -> None:
    scenario = Scenario(split=split("1", "2"), options=(Series(kind="one_yen", exercise_price=Decimal(1)),))
    book = Book(scenario, calculate(scenario))
    formula = calculator().formulas["options[].exercise_price_after"]
    explained: Explanation = explanation_of(book, formula, "options[0].exercise_price_after")
    assert explained.part == Figure("options[].exercise_price", 1)
    assert explained.feeds == ("options[].exercise_price", "options[].kind")


def test_what_does_not_apply_is_blank_and_what_is_unknown_is_a_dash() -> None:
    consolidation = Scenario(split=split("10", "1"), shares=Shares(issued=1000, authorized=4000))
    book = Book(consolidation, calculate(consolidation))
    assert figure(book, "shares.authorized_limit").role == Role.EMPTY
    book = Book(Scenario(split=split("1", "2")), results(split=split("1", "2")))
    assert figure(book, "shares.authorized_limit").role == Role.CALCULATED


def test_the_currency_of_a_lot_is_that_of_the_company_and_of_an_adr_the_dollar() -> None:
    lots = (Lot(), Lot(kind="adr"), Lot(kind="adr", currency="EUR"), Lot(kind="share", currency="USD"))
    found = results(company=Company(currency="GBP"), holdings=lots)
    assert found.column("holdings[].currency") == ["GBP", "USD", "EUR", "USD"]


def test_an_earlier_forecast_is_of_shares_before_unless_it_says_so() -> None:
    found = results(dividends=(Dividend(), Dividend(previous_basis="post")))
    assert found.column("dividends[].previous_basis") == ["pre", "post"]


@given(scenarios())
def test_a_ratio_of_ones_own_leaves_the_event_alone(scenario: Scenario) -> None:
    def calculated(candidate: Candidate) -> dict[str, object]:
        found = calculate(replace(scenario, candidate=candidate)).scalars
        return {path: value for path, value in found.items() if not path.startswith(("candidate.", "given.candidate."))}

    assert calculated(Candidate()) == calculated(Candidate(Decimal(1), Decimal(3)))


def test_a_printed_figure_is_worded_with_its_period() -> None:
    term = announced_term("dividends.total[FY2020]")
    assert (term.path, term.kind, term.words.fields) == (
        "announced.dividends.total[FY2020]", Kind.NUMBER, {"period": "FY2020"},
    )  # fmt: skip
    assert announced_term("dividends.change").signed
    for wrong in ("dividends.total[]", "dividends.total[a[b]", "schedule.ex_date[FY2020]", "options[].underlying", ""):
        with pytest.raises(KeyError):
            announced_term(wrong)
