"""Books with dates set by hand, as if they had been calculated."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from desktop.calendars import calendars
from desktop.domain.results import Results
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.split import Split
from desktop.presentation.book import Book
from tests.examples import opening_scenario

DATES = {
    "schedule.notice_deadline": date(2020, 12, 16),
    "schedule.last_cum_date": date(2020, 12, 28),
    "schedule.ex_date": date(2020, 12, 29),
    "schedule.record_date_in_substance": date(2020, 12, 30),
}
US_SPLIT = {
    "schedule.market": "XNYS",
    "schedule.record_date": date(2024, 6, 6),
    "schedule.effective_date": date(2024, 6, 7),
    "schedule.last_cum_date": date(2024, 6, 7),
    "schedule.ex_date": date(2024, 6, 10),
}


@cache
def example() -> Scenario:
    scenario = opening_scenario()
    return replace(scenario, prices=replace(scenario.prices, share=Decimal(5290)))


def iij(**changes: Any) -> Book:
    """The example with its calculated dates; `changes` are values by path, with `__` for the point."""
    return dated(example(), {**DATES, **{name.replace("__", ".", 1): value for name, value in changes.items()}})


def dated(scenario: Scenario, values: Mapping[str, Any]) -> Book:
    """A scenario calculated as it is, but for some values."""
    results = calculate(scenario)
    return Book(scenario, Results({**results.scalars, **values}, results.columns), {}, calendars())


def of_split(old: str, new: str, values: Mapping[str, Any]) -> Book:
    """A bare split or consolidation with dates."""
    return dated(Scenario(split=Split(Decimal(old), Decimal(new))), values)
