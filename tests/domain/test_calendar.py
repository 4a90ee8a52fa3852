"""Business days and settlement give the dates that exchanges, brokers and issuers published."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.calendars import calendars
from desktop.domain.calendar import (
    JPX_SETTLEMENT,
    XNYS_SETTLEMENT,
    Calendar,
    Settlement,
    add_months,
)

JPX, XNYS = calendars()["JPX"], calendars()["XNYS"]
DAYS = st.dates(date(1998, 1, 1), date(2045, 12, 31))


def last_open(calendar: Calendar, day: date) -> date:
    """The last business day on or before a day: the record date in substance."""
    found = calendar.workday(day + timedelta(1), -1)
    assert found is not None
    return found


def rights(calendar: Calendar, settlement: Settlement, record: date) -> tuple[date, date | None, date | None]:
    """Record date in substance, last day with rights, ex-date."""
    substantive = last_open(calendar, record)
    lag = settlement.lag(substantive)
    assert lag is not None
    ex = calendar.workday(substantive, 1 - lag)
    assert ex is not None
    return substantive, calendar.workday(ex, -1), ex


def days(*texts: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, texts))


# Record date; record date in substance, last day with rights, ex-date; where at least one of them was published.
JAPAN = {
    "IIJ 1:2, notice of 2020-11-09": days("2020-12-31", "2020-12-30", "2020-12-28", "2020-12-29"),
    "NTT 1:25, Nikkei 225 announcement": days("2023-06-30", "2023-06-30", "2023-06-28", "2023-06-29"),
    "Fast Retailing 1:3, Nikkei 225 announcement": days("2023-02-28", "2023-02-28", "2023-02-24", "2023-02-27"),
    "SoftBank Group 1:2, Nikkei, three days": days("2019-06-27", "2019-06-27", "2019-06-24", "2019-06-25"),
    "ZOZO 1:3, Nikkei 225 review": days("2025-03-31", "2025-03-31", "2025-03-27", "2025-03-28"),
    "Nippon Steel 1:5, Nikkei 225 review": days("2025-09-30", "2025-09-30", "2025-09-26", "2025-09-29"),
    "Toyota 1:5, Nikkei Asia": days("2021-09-30", "2021-09-30", "2021-09-28", "2021-09-29"),
    "Nintendo 1:10, effective on a Saturday": days("2022-09-30", "2022-09-30", "2022-09-28", "2022-09-29"),
    "Ohsho 1:3": days("2024-09-30", "2024-09-30", "2024-09-26", "2024-09-27"),
    "Oki 10 to 1, three days": days("2016-09-30", "2016-09-30", "2016-09-27", "2016-09-28"),
    "December 2023, GMO Click": days("2023-12-31", "2023-12-29", "2023-12-27", "2023-12-28"),
    "December 2024, SBI": days("2024-12-31", "2024-12-30", "2024-12-26", "2024-12-27"),
    "March 2018, Nomura, three days": days("2018-03-31", "2018-03-30", "2018-03-27", "2018-03-28"),
    "March 2009, Naito, before 2009-11-16": days("2009-03-31", "2009-03-31", "2009-03-25", "2009-03-26"),
    "June 2005, 24 splits, before 2009-11-16": days("2005-06-30", "2005-06-30", "2005-06-24", "2005-06-27"),
    "July 2018, Matsui, three days": days("2018-07-31", "2018-07-31", "2018-07-26", "2018-07-27"),
    "Nippon Ski Resort 1:2, a Sunday": days("2016-01-31", "2016-01-29", "2016-01-26", "2016-01-27"),
    "Sotetsu 5 to 1, a Saturday": days("2017-09-30", "2017-09-29", "2017-09-26", "2017-09-27"),
    "SoftBank 2000, a Sunday": days("2000-04-30", "2000-04-28", "2000-04-24", "2000-04-25"),
    "July 2019, days after the change": days("2019-07-20", "2019-07-19", "2019-07-17", "2019-07-18"),
    "July 2019, two days": days("2019-07-31", "2019-07-31", "2019-07-29", "2019-07-30"),
    "December 2026": days("2026-12-31", "2026-12-30", "2026-12-28", "2026-12-29"),
    "December 2027": days("2027-12-31", "2027-12-30", "2027-12-28", "2027-12-29"),
}  # fmt: skip


@pytest.mark.parametrize("case", JAPAN)
def test_japanese_record_dates(case: str) -> None:
    record, *expected = JAPAN[case]
    assert list(rights(JPX, JPX_SETTLEMENT, record)) == expected


# The dividend rule of the United States, on either side of the changes: FINRA Rule 11140(b)(1), SEC Rule 15c6-1.
UNITED_STATES = {
    "one day: the record date itself": days("2024-06-06", "2024-06-06"),
    "last of two days": days("2024-05-28", "2024-05-24"),
    "first of one day": days("2024-05-29", "2024-05-29"),
    "last of three days": days("2017-09-06", "2017-09-01"),
    "first of two days": days("2017-09-07", "2017-09-06"),
}


@pytest.mark.parametrize("case", UNITED_STATES)
def test_us_record_dates(case: str) -> None:
    record, ex = UNITED_STATES[case]
    assert rights(XNYS, XNYS_SETTLEMENT, record)[2] == ex


def test_large_us_splits_go_ex_on_the_business_day_after_the_payable_date() -> None:
    assert XNYS.workday(date(2024, 6, 7), 1) == date(2024, 6, 10)  # NVIDIA 10 for 1; FINRA Rule 11140(b)(2)


def test_trades_on_either_side_of_the_change_to_two_days_settle_together() -> None:
    assert {JPX_SETTLEMENT.settles(JPX, date(2019, 7, day)) for day in (12, 16)} == {date(2019, 7, 18)}
    assert JPX_SETTLEMENT.settles(JPX, date(2019, 7, 11)) == date(2019, 7, 17)
    assert JPX_SETTLEMENT.settles(JPX, date(2019, 7, 17)) == date(2019, 7, 19)
    assert XNYS_SETTLEMENT.settles(XNYS, date(2024, 5, 24)) == date(2024, 5, 29)
    assert XNYS_SETTLEMENT.settles(XNYS, date(2024, 5, 28)) == date(2024, 5, 29)


def test_trade_whose_settlement_is_not_known_has_none() -> None:
    assert JPX_SETTLEMENT.settles(JPX, date(2045, 12, 29)) is None
    assert JPX_SETTLEMENT.settles(JPX, date(1990, 1, 8)) is None


@given(DAYS.filter(lambda day: date(2009, 11, 20) < day < date(2045, 12, 1)))
def test_last_day_with_rights_is_the_last_trade_that_settles_in_time(record: date) -> None:
    substantive, last_cum, ex = rights(JPX, JPX_SETTLEMENT, record)
    assert last_cum is not None
    assert ex is not None
    before, after = JPX_SETTLEMENT.settles(JPX, last_cum), JPX_SETTLEMENT.settles(JPX, ex)
    assert before is not None
    assert after is not None
    assert before <= substantive < after


def test_no_business_days_after_a_day_is_the_day_itself() -> None:
    sunday = date(2024, 3, 31)
    assert JPX.workday(sunday, 0) == sunday  # as Excel's WORKDAY


def test_beyond_the_calendar_there_is_no_business_day() -> None:
    assert JPX.workday(date(2045, 12, 29), 1) is None
    assert JPX.workday(date(1998, 1, 5), -1) is None
    assert JPX.workday(date(2046, 1, 1), 0) is None
    assert JPX.workday(date(2020, 1, 6), 10**12) is None
    assert not JPX.covers(date(2046, 1, 1))
    assert JPX.covers(date(2045, 12, 31))


@given(DAYS, st.integers(1, 30))
def test_business_days_are_open_and_as_many_as_counted(day: date, count: int) -> None:
    after = XNYS.workday(day, count)
    if after is not None:
        between = [day + timedelta(number) for number in range(1, (after - day).days + 1)]
        assert sum(map(XNYS.is_open, between)) == count
        assert XNYS.is_open(after)


@given(DAYS, st.integers(1, 30))
def test_back_again_is_the_last_business_day_on_or_before(day: date, count: int) -> None:
    after = JPX.workday(day, count)
    if after is not None and (back := JPX.workday(after, -count)) is not None:
        assert back == last_open(JPX, day)


def test_settlement_before_its_table_is_not_known() -> None:
    assert JPX_SETTLEMENT.lag(date(1997, 9, 30)) is None
    assert JPX_SETTLEMENT.lag(date(1997, 10, 1)) == 4


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-10-31", 38, "2027-12-31"),
        ("9999-11-30", 1, "9999-12-30"),
    ],
)
def test_months_later_end_with_the_month(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


def test_months_outside_the_years_of_dates_are_none() -> None:
    assert add_months(date(9999, 12, 31), 1) is None
    assert add_months(date(1, 1, 1), -1) is None
