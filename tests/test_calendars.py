"""The shipped tables of closed days agree with the package that they are made from."""

import time
from datetime import date, timedelta
from pathlib import Path

import closed_days
import holidays
import pytest

from desktop.calendars import calendars

TRADING_HALT = date(2020, 10, 1)  # no trade all day, yet a business day


@pytest.mark.parametrize("market", closed_days.MARKETS)
def test_table_agrees_with_the_package_for_every_day_covered(market: str) -> None:
    calendar = calendars()[market]
    known = holidays.financial_holidays(market, years=range(calendar.first.year, calendar.last.year + 1))
    days = (calendar.first + timedelta(count) for count in range((calendar.last - calendar.first).days + 1))
    assert [day for day in days if calendar.is_open(day) == (day in known or day.weekday() >= 5)] == []
    assert (calendar.first, calendar.last) == (date(1998, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize("market", closed_days.MARKETS)
def test_table_lists_weekdays_in_order_as_the_script_writes_them(market: str) -> None:
    assert (closed_days.FOLDER / f"{market}.json").read_bytes() == closed_days.content(market)
    assert all(day.weekday() < 5 for day in calendars()[market].closed)


def test_script_finds_a_difference(tmp_path: Path) -> None:
    assert closed_days.check() == []
    closed_days.update(tmp_path)
    table = tmp_path / "XNYS.json"
    table.write_text(table.read_text(encoding="utf-8").replace("2031-12-25", "2031-12-24"), encoding="utf-8")
    assert closed_days.check(tmp_path) == [
        "XNYS: 2031-12-25 is closed and missing",
        "XNYS: 2031-12-24 is open and listed",
    ]


def test_day_of_the_trading_halt_stays_a_business_day() -> None:
    assert calendars()["JPX"].is_open(TRADING_HALT)


@pytest.mark.parametrize(
    ("market", "day", "reason"),
    [
        ("JPX", date(2019, 10, 22), "enthronement"),
        ("JPX", date(2019, 4, 30), "between two holidays"),
        ("JPX", date(2021, 8, 9), "Mountain Day, moved for the Olympic Games, observed"),
        ("JPX", date(2026, 9, 22), "between Respect for the Aged Day and the equinox"),
        ("JPX", date(2024, 12, 31), "year end"),
        ("XNYS", date(2001, 9, 11), "attacks"),
        ("XNYS", date(2012, 10, 30), "hurricane"),
        ("XNYS", date(2025, 1, 9), "funeral of a president"),
        ("XNYS", date(2024, 5, 27), "Memorial Day"),
    ],
)
def test_closed_days_that_no_plain_rule_gives(market: str, day: date, reason: str) -> None:
    assert not calendars()[market].is_open(day), reason


@pytest.mark.benchmark
def test_tables_are_read_quickly() -> None:
    calendars.cache_clear()
    begun = time.perf_counter()
    calendars()
    taken = (time.perf_counter() - begun) * 1000
    print(f"calendars: {taken:.2f} ms")
    assert taken < 3
