"""The holder's lots: worked examples, and what always holds of wholes, fractions, costs and values."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from desktop.calendars import calendars
from desktop.domain.adr import Adr
from desktop.domain.company import Company
from desktop.domain.holdings import Holder, Lot
from desktop.domain.prices import Prices
from desktop.domain.results import Results
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.schedule import Schedule
from desktop.domain.split import Split
from tests.strategies import rows, scenarios


def split(old: str, new: str) -> Split:
    return Split(Decimal(old), Decimal(new))


def lot(quantity: str, cost: str | None = None, **terms: Any) -> Lot:
    return replace(Lot(quantity=Decimal(quantity), cost=None if cost is None else Decimal(cost)), **terms)


def column(results: Results, name: str, table: str = "holdings") -> list[Any]:
    return list(results.column(f"{table}[].{name}"))


def cell(results: Results, row: int, name: str) -> Any:
    return results.value(f"holdings[{row}].{name}")


def test_fractions_of_an_account_are_added_up_before_they_are_cut_off() -> None:
    """Two lots of 105 at 1:1.1 are 231 shares in one account, 230 and cash in two. Companies Act, Article 235."""
    scenario = Scenario(split=split("1", "1.1"), holdings=(lot("105"), lot("105")))
    assert sorted(column(calculate(scenario), "quantity_after")) == [115, 116]
    apart = replace(scenario, holder=Holder(pooling="lot"))
    assert column(calculate(apart), "quantity_after") == [115, 115]
    assert column(calculate(apart), "fraction") == [Fraction(1, 2), Fraction(1, 2)]


def test_whole_shares_go_to_the_lots_with_the_largest_fractions() -> None:
    holdings = (lot("101"), lot("109"), lot("105"), lot("107"))  # fractions of 0.1, 0.9, 0.5 and 0.7
    results = calculate(Scenario(split=split("1", "1.1"), holdings=holdings))
    assert column(results, "quantity_after") == [111, 120, 115, 118]
    assert sum(column(results, "fraction")) == Fraction(1, 5)


def test_a_lot_bought_on_the_ex_date_is_split_already() -> None:
    scenario = Scenario(
        split=split("1", "2"),
        schedule=Schedule(record_date=date(2020, 12, 31)),
        holdings=(lot("100", acquired=date(2020, 12, 28)), lot("100", acquired=date(2020, 12, 29))),
    )
    results = calculate(scenario, calendars=calendars())
    assert column(results, "quantity_after") == [200, 100]
    assert results.value("holdings.quantity") == 150
    assert results.value("holdings.quantity_after") == 300


def test_brokers_round_the_unit_cost_up_beside_the_exact_one() -> None:
    """NTA No. 1466: 5,700,000 yen over 7,000 shares is 815 a share."""
    results = calculate(Scenario(split=split("1", "7000"), holdings=(lot("1", "5700000"),)))
    assert column(results, "cost_after_broker", "holdings.accounts") == [815]
    assert column(results, "book_cost_after_broker", "holdings.accounts") == [815 * 7000]
    assert column(results, "cost_after") == [Fraction(5_700_000, 7000)]


def test_cash_in_lieu_is_rounded_down_once_for_the_whole_pool() -> None:
    """Three lots of 1 at 1:1.1 and 1,001 yen: 0.3 shares at 910 yen are 273 yen, not three times 91."""
    scenario = Scenario(split=split("1", "1.1"), prices=Prices(share=Decimal(1001)), holdings=(lot("1"),) * 3)
    assert calculate(scenario).value("holdings.cash_in_lieu") == 273
    one_yen_less = replace(scenario, prices=Prices(share=Decimal(1000)))  # 0.3 × 909.09… = 272.72…
    assert calculate(one_yen_less).value("holdings.cash_in_lieu") == 272


def test_accounts_are_told_apart_by_name_type_and_kind_but_not_by_capitals() -> None:
    holdings = (
        lot("1", account="Midori"),
        lot("2", account="MIDORI"),
        lot("4", account="Midori", account_type="nisa"),
        lot("8", account="M*"),  # no wild card
    )
    results = calculate(Scenario(split=split("1", "2"), holdings=holdings))
    assert column(results, "quantity", "holdings.accounts") == [3, 4, 8]


def test_costs_are_added_up_by_currency() -> None:
    holdings = (lot("100", "10"), lot("100", "20", kind="adr"), lot("100", "30"))
    results = calculate(Scenario(split=split("1", "2"), holdings=holdings))
    names, totals = (column(results, name, "holdings.currencies") for name in ("currency", "total_cost"))
    assert dict(zip(names, totals, strict=True)) == {"JPY": 4000, "USD": 2000}


# ---- what always holds ----


def pools(results: Results) -> Iterator[list[int]]:
    """The rows of every pool of fractions."""
    found: dict[object, list[int]] = defaultdict(list)
    for row, key in enumerate(column(results, "pool")):
        found[key].append(row)
    yield from found.values()


def known(results: Results, *names: str) -> list[int]:
    """The rows in which all these figures are known."""
    columns = [column(results, name) for name in names]
    return [row for row, values in enumerate(zip(*columns, strict=True)) if None not in values]


@st.composite
def held(draw: DrawFn) -> tuple[Scenario, Results]:
    """A scenario with some lots, calculated."""
    lots = draw(st.lists(rows("holdings"), max_size=12))
    scenario = replace(draw(scenarios()), holdings=tuple(row for row in lots if isinstance(row, Lot)))
    return scenario, calculate(scenario, calendars=calendars())


@settings(max_examples=40)
@given(held())
def test_whole_shares_and_fractions_are_all_that_the_lots_become(found: tuple[Scenario, Results]) -> None:
    results = found[1]
    quantity, after, fraction = (column(results, name) for name in ("quantity", "quantity_after", "fraction"))
    top, bottom = column(results, "numerator"), column(results, "denominator")
    for pool in pools(results):
        if set(pool) <= set(known(results, "quantity_after", "fraction")):
            exact = sum(Fraction(quantity[n]) * top[n] / bottom[n] for n in pool)
            assert sum(after[n] + fraction[n] for n in pool) == exact
            assert sum(after[n] for n in pool) == floor(exact)
            assert all(fraction[n] >= 0 for n in pool)


@settings(max_examples=40)
@given(held())
def test_kept_cost_and_cost_of_fractions_are_the_total_cost(found: tuple[Scenario, Results]) -> None:
    results = found[1]
    names = ("total_cost", "kept_cost", "fraction_cost")
    for total, kept, lost in zip(*(column(results, name, "holdings.currencies") for name in names), strict=True):
        if None not in (total, kept, lost):
            assert kept + lost == total
    for row in known(results, "total_cost", "cost_after"):
        scaled = Fraction(cell(results, row, "quantity")) * cell(results, row, "numerator")
        exact = scaled / cell(results, row, "denominator")
        assert exact * cell(results, row, "cost_after") == cell(results, row, "total_cost")


@settings(max_examples=40)
@given(held())
def test_value_on_the_split_adjusted_price_is_conserved_but_for_fractions(found: tuple[Scenario, Results]) -> None:
    scenario, results = found
    for row in known(results, "value", "value_after", "fraction"):
        fraction, price = cell(results, row, "fraction"), cell(results, row, "price_after")
        if scenario.holder.pooling == "lot" and cell(results, row, "kind") == "share":
            assert cell(results, row, "value") == cell(results, row, "value_after") + fraction * price


@pytest.mark.parametrize(("new_adrs", "new_shares"), [("1", "1"), ("2", "2")])
def test_where_the_ratio_is_neutral_adrs_are_worth_as_many_shares_as_the_shares_themselves(
    new_adrs: str, new_shares: str
) -> None:
    """IIJ, 2020: two ADRs for a share, split 1:2, then one ADR for a share."""
    adr = Adr(Decimal(2), Decimal(1), Decimal(new_adrs), Decimal(new_shares))
    scenario = Scenario(split=split("1", "2"), adr=adr, holdings=(lot("251", kind="adr"),))
    results = calculate(scenario)
    assert results.value("adr.neutral") is True
    assert results.value("holdings.adr_shares_after") == results.value("holdings.direct_shares_after") == 251


@given(st.integers(1, 1000), st.lists(st.integers(0, 10**9), min_size=1, max_size=5))
def test_a_consolidation_undoes_a_split_where_everything_is_divisible(times: int, quantities: list[int]) -> None:
    lots = tuple(lot(str(quantity)) for quantity in quantities)
    after = column(calculate(Scenario(split=split("1", str(times)), holdings=lots)), "quantity_after")
    back = tuple(lot(str(quantity)) for quantity in after)
    results = calculate(Scenario(split=split(str(times), "1"), holdings=back))
    assert column(results, "quantity_after") == quantities
    assert set(column(results, "fraction")) == {0}


def test_a_company_in_dollars_pays_cash_in_lieu_to_the_cent() -> None:
    company, prices = Company(currency="USD"), Prices(share=Decimal("30.01"))
    scenario = Scenario(company=company, split=split("2", "3"), prices=prices, holdings=(lot("1"),))
    assert column(calculate(scenario), "cash_in_lieu") == [10]  # half a share at 20.00666…
