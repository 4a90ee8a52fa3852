"""Beside a date stands its weekday, and that its market is closed."""

from datetime import date

import pytest

from desktop.calendars import calendars
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.schedule import Schedule
from desktop.i18n import locale_for
from desktop.presentation.book import Book
from desktop.presentation.readings import weekday_words


def words(path: str, day: date, language: str = "en", market: str | None = None) -> str:
    scenario = Scenario(schedule=Schedule(market=market))
    known = Book(scenario, calculate(scenario), calendars=calendars())
    return weekday_words(known, locale_for(language), path, day)


@pytest.mark.parametrize(
    ("path", "day", "market", "expected"),
    [
        ("schedule.record_date", date(2020, 12, 31), None, "Thu, closed"),
        ("schedule.record_date", date(2020, 12, 30), None, "Wed"),
        ("schedule.effective_date", date(2022, 10, 1), None, "Sat, closed"),
        ("schedule.record_date", date(2020, 12, 31), "XNYS", "Thu"),
        ("adr.effective_date", date(2020, 12, 31), None, "Thu"),
        ("adr.closed_to", date(2020, 12, 25), None, "Fri, closed"),
        ("schedule.record_date", date(2020, 10, 1), None, "Thu"),
        ("schedule.record_date", date(2199, 1, 1), None, "Tue"),
    ],
)
def test_closed_days(path: str, day: date, market: str | None, expected: str) -> None:
    assert words(path, day, market=market) == expected


def test_closed_day_in_japanese() -> None:
    assert words("schedule.record_date", date(2020, 12, 31), "ja") == "木・休業日"


def test_without_calendars_the_weekday_stands_alone() -> None:
    known = Book(Scenario(), calculate(Scenario()))
    assert weekday_words(known, locale_for("en"), "schedule.record_date", date(2020, 12, 31)) == "Thu"
