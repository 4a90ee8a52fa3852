"""Dividends, prices, benefits and candidate ratios: worked examples from published notices, and what always holds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings

from desktop.calendars import calendars
from desktop.domain.benefits import Benefit
from desktop.domain.candidate import Candidate
from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.holdings import Lot
from desktop.domain.prices import Prices
from desktop.domain.results import Results
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from tests.strategies import scenarios

IIJ = Scenario(
    split=Split(Decimal(1), Decimal(2)),
    schedule=Schedule(record_date=date(2020, 12, 31), effective_date=date(2021, 1, 1)),
    dividends=(
        Dividend("Interim", "FY2020", date(2020, 9, 30), amount=Decimal("20.50"), previous=Decimal(17)),
        Dividend("Year-end", "FY2020", date(2021, 3, 31), amount=Decimal("10.25"), previous=Decimal(17)),
    ),
)


def results(scenario: Scenario) -> Results:
    return calculate(scenario, calendars=calendars())


def test_a_dividend_stands_on_the_basis_in_force_at_its_record_date() -> None:
    """IIJ, 9 November 2020: 20.50 before and 10.25 after the split are 41.00 or 20.50 a year, never 30.75."""
    found = results(IIJ)
    assert found.column("dividends[].basis") == ["pre", "post"]
    assert found.column("dividends.periods[].period") == ["FY2020"]
    assert found.column("dividends.periods[].pre_split") == [41]
    assert found.column("dividends.periods[].post_split") == [Fraction(41, 2)]


def test_the_real_change_is_against_the_forecast_on_the_same_basis() -> None:
    """17 before the split is 8.50 after it, so 10.25 is an increase of 20.6 %."""
    found = results(IIJ)
    assert found.column("dividends[].previous_post_split") == [Fraction(17, 2)] * 2
    assert found.column("dividends[].change")[1] == Fraction("10.25") / Fraction("8.5") - 1
    assert found.column("dividends.periods[].change") == [Fraction(41, 34) - 1]


def test_dividends_without_a_period_have_a_total_of_their_own() -> None:
    mixed = replace(IIJ, dividends=(*IIJ.dividends, Dividend(record_date=date(2021, 3, 31), amount=Decimal(1))))
    found = results(mixed)
    assert found.value("dividends.post_split") == 1
    assert found.column("dividends.periods[].post_split") == [Fraction(41, 2)]
    assert results(IIJ).value("dividends.post_split") is None


def test_a_total_with_an_unknown_amount_is_unknown() -> None:
    unknown = replace(IIJ, dividends=(IIJ.dividends[0], replace(IIJ.dividends[1], amount=None)))
    assert results(unknown).column("dividends.periods[].post_split") == [None]


def test_a_price_of_the_ex_date_is_not_divided_again() -> None:
    def adjusted(day: date) -> object:
        return results(replace(IIJ, prices=Prices(share=Decimal(5290), date=day))).value("prices.split_adjusted")

    assert adjusted(date(2020, 12, 28)) == 2645
    assert adjusted(date(2020, 12, 29)) == 5290


def test_a_dividend_that_goes_ex_the_same_day_comes_off_first() -> None:
    """1,000 yen with a dividend of 10 yen and a split 1:2 go ex at 495 yen, not 500."""
    scenario = replace(
        IIJ,
        prices=Prices(share=Decimal(1000)),
        dividends=(Dividend(record_date=date(2020, 12, 31), amount=Decimal(10)),),
    )
    assert results(scenario).value("prices.theoretical") == 495
    another_day = replace(scenario, dividends=(Dividend(record_date=date(2020, 9, 30), amount=Decimal(10)),))
    assert results(another_day).value("prices.theoretical") == 500


@pytest.mark.parametrize(
    ("topix500", "price", "before", "after"),
    [
        (True, 5000, 1, Fraction(1, 2)),
        (False, 5000, 5, 1),
        (False, 3000, 1, 1),
        (True, 2000, Fraction(1, 2), Fraction(1, 10)),
    ],
)
def test_a_split_may_change_the_tick(topix500: bool, price: int, before: object, after: object) -> None:
    """Tokyo Stock Exchange, tick sizes since 5 June 2023; each limit belongs to the finer step."""
    scenario = replace(
        IIJ, company=Company(topix500=topix500), prices=Prices(share=Decimal(price), date=date(2023, 7, 3)),
        schedule=Schedule(record_date=date(2023, 9, 30)),
    )  # fmt: skip
    found = results(scenario)
    assert (found.value("prices.tick"), found.value("prices.tick_after")) == (before, after)


def test_ticks_of_another_table_are_not_guessed() -> None:
    before_the_table = replace(IIJ, company=Company(topix500=True), prices=Prices(Decimal(5290), date(2020, 11, 9)))
    assert results(before_the_table).value("prices.tick") is None


def test_thresholds_of_benefits_are_held_against_the_ratio() -> None:
    """Shimamura, 2025, 1:3: 100, 1,000, 3,000 and 5,000 shares become 100, 3,000, 9,000 and 15,000."""
    tiers = ((100, 100), (1000, 3000), (3000, 9000), (5000, 15000))
    scenario = Scenario(
        split=Split(Decimal(1), Decimal(3)),
        benefits=tuple(Benefit(before, threshold_after=after) for before, after in tiers),
        holdings=(Lot(quantity=Decimal(900)),),
    )
    found = results(scenario)
    assert found.column("benefits[].effect") == ["easier", "neutral", "neutral", "neutral"]
    assert found.column("benefits[].reached") == [True, False, False, False]
    assert found.column("benefits[].reached_after") == [True, False, False, False]


def test_splits_in_a_row_multiply() -> None:
    """NTT, 2009, 2015, 2020 and 2023: 1:100, 1:2, 1:2 and 1:25 make 10,000 shares of one."""
    shares = 1
    for new in (100, 2, 2, 25):
        found = results(Scenario(split=Split(Decimal(1), Decimal(new)), shares=Shares(issued=shares)))
        after = found.value("shares.issued_after")
        assert isinstance(after, int)
        shares = after
    assert shares == 10_000


def test_a_round_total_below_the_ratio_keeps_within_four_times_the_issued_shares() -> None:
    """Shin-Etsu, 2023: 8,000,000,000 authorised of at most 4 × 2,024,122,965."""
    shares = Shares(issued=404_824_593, authorized=1_720_000_000, authorized_after=8_000_000_000)
    found = results(Scenario(split=Split(Decimal(1), Decimal(5)), shares=shares))
    assert found.value("shares.authorized_cap") == 8_096_491_860
    assert found.value("shares.authorized_limit") == 8_600_000_000
    assert found.value("shares.authorized_max") == 8_096_491_860


def test_candidates_stand_beside_a_ratio_of_ones_own() -> None:
    scenario = replace(IIJ, shares=Shares(issued=1000), prices=Prices(share=Decimal(5290)))
    assert results(scenario).column("candidates[].new") == [2, 3, 4, 5, 10, None]
    own = replace(scenario, candidate=Candidate(new=Decimal("1.5")))
    found = results(own)
    assert found.column("candidates[].issued_after") == [2000, 3000, 4000, 5000, 10_000, 1500]
    assert found.column("candidates[].fractions") == [False, False, False, False, False, True]
    assert found.column("candidates[].unit_amount_after")[0] == 264_500


@settings(max_examples=40)
@given(scenarios())
def test_market_value_is_conserved_but_for_fractions_of_a_share(scenario: Scenario) -> None:
    found = results(scenario)
    before, after, price = (found.value(f"prices.{name}") for name in ("cap", "cap_after", "split_adjusted"))
    if isinstance(before, int | Fraction) and isinstance(after, int | Fraction) and isinstance(price, int | Fraction):
        assert 0 <= before - after < max(price, 1)
