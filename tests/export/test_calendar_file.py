"""The calendar file: read back, it is the schedule."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from icalendar import Calendar

from desktop.domain.company import Company
from desktop.domain.scenario import Scenario
from desktop.domain.schedule import Schedule
from desktop.domain.split import Split
from desktop.export.calendar_file import calendar, dates, identifier, write_calendar
from desktop.i18n import LANGUAGES, locale_for
from desktop.presentation.book import Book
from tests.examples import book_of
from tests.presentation.books import example

NOW = datetime(2026, 11, 23, 9, 30, 15, tzinfo=UTC)
#: The event of the example.
DAYS = {
    "schedule.resolution_date": date(2020, 11, 9),
    "schedule.notice_date": date(2020, 12, 15),
    "schedule.notice_deadline": date(2020, 12, 16),
    "schedule.last_cum_date": date(2020, 12, 28),
    "schedule.ex_date": date(2020, 12, 29),
    "schedule.record_date_in_substance": date(2020, 12, 30),
    "schedule.record_date": date(2020, 12, 31),
    "schedule.effective_date": date(2021, 1, 1),
    "adr.closed_from": date(2020, 12, 29),
    "adr.closed_to": date(2021, 1, 4),
    "adr.effective_date": date(2021, 1, 4),
}


def made(book: Book, *languages: str) -> bytes:
    return calendar(book, [locale_for(language) for language in languages], NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_events_are_the_dates_of_the_schedule(language: str) -> None:
    book = book_of(example())
    events = Calendar.from_ical(made(book, language)).walk("VEVENT")
    found = {str(event["uid"]): event.decoded("dtstart") for event in events}
    assert found == {identifier(path, book): day for path, day in DAYS.items()}
    for event in events:
        assert event.decoded("dtend") == event.decoded("dtstart") + timedelta(days=1), "a whole day"
        assert event.decoded("dtstamp") == NOW
        assert event["transp"] == "TRANSPARENT"
        assert type(event.decoded("dtstart")) is date


def test_names_and_descriptions_are_in_the_language_that_was_chosen() -> None:
    book = book_of(example())
    for languages, words in (
        (["ja"], ["権利落日"]),
        (["en"], ["Ex-rights date"]),
        (["ja", "en"], ["権利落日", "Ex-rights"]),
    ):
        events = Calendar.from_ical(made(book, *languages)).walk("VEVENT")
        event = next(e for e in events if str(e["uid"]) == identifier("schedule.ex_date", book))
        assert all(word in str(event["summary"]) for word in words)
        assert "3774" in str(event["summary"])
        assert "\n" in str(event["description"])


def test_lines_end_and_fold_as_calendars_want_them() -> None:
    data = made(book_of(example()), "ja")
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no character is torn
    assert data.count(b"METHOD:PUBLISH") == 1
    assert Calendar.from_ical(data).to_ical() == data


def test_a_moved_date_keeps_its_name() -> None:
    scenario = example()
    moved = replace(scenario, schedule=replace(scenario.schedule, notice_date=date(2020, 12, 14)))
    before, after = book_of(scenario), book_of(moved)
    assert identifier("schedule.notice_date", before) == identifier("schedule.notice_date", after)
    other = replace(scenario, company=Company("Other", "1234"))
    assert identifier("schedule.notice_date", before) != identifier("schedule.notice_date", book_of(other))


def test_names_are_stable_and_no_two_are_alike() -> None:
    book = book_of(example())
    names = [identifier(dated.path, book) for dated in dates(book)]
    assert len(set(names)) == len(names)
    assert names == [identifier(dated.path, book_of(example())) for dated in dates(book)]


def test_signs_of_the_format_in_a_name_come_back() -> None:
    name = "A; B, C\\D\nBEGIN:VEVENT"
    book = book_of(replace(example(), company=Company(name, "3774")))
    events = Calendar.from_ical(made(book, "en")).walk("VEVENT")
    assert len(events) == len(DAYS)
    assert "A; B, C\\D BEGIN:VEVENT" in str(events[0]["summary"])
    data = made(book, "en").decode()
    assert "X-WR-CALNAME:A\\; B\\, C\\\\D BEGIN:VEVENT" in data
    assert data.count("\r\nBEGIN:VEVENT\r\n") == len(DAYS)


def test_dates_that_are_not_known_are_left_out() -> None:
    book = book_of(Scenario(split=Split(Decimal(1), Decimal(2)), schedule=Schedule(resolution_date=date(2024, 5, 10))))
    assert [dated.path for dated in dates(book)] == ["schedule.resolution_date"]
    assert len(Calendar.from_ical(made(book, "en")).walk("VEVENT")) == 1


def test_without_any_date_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    problem = write_calendar(path, book_of(Scenario()), [locale_for("en")])
    assert str(problem) == "a.ics: no date is known yet; nothing was saved"
    assert not path.exists()


def test_a_target_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    problem = write_calendar(tmp_path / "no" / "a.ics", book_of(example()), [locale_for("en")])
    assert "the folder of this file does not exist" in str(problem)


def test_no_data_base_of_time_zones_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr("icalendar.timezone.zoneinfo.ZONEINFO._utc", None, raising=False)  # found by an earlier test
    monkeypatch.setattr("zoneinfo.ZoneInfo", looked_up.append)  # Windows has none, nor has the packed program
    assert b"DTSTAMP:20261123T093015Z" in made(book_of(example()), "en")
    assert not looked_up
