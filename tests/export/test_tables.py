"""Sheets of tables: closed days and what formulas look into, calculated tables, the schedule day by day, the checks."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from desktop.calendars import calendars
from desktop.domain.checks import CHECKS
from desktop.domain.dividends import Dividend
from desktop.domain.functions import MARGIN
from desktop.domain.scenario import COLUMNS, Scenario, calculate, inspected
from desktop.domain.tables import CLOSED, FIXED
from tests.export.books import MODES, expected, named, values, whole, write

SEED = next(
    seed for seed in range(100)
    if len(whole(seed).holdings) > 9 and len(whole(seed).dividends) > 3 and len(whole(seed).benefits) > 1
    and whole(seed).schedule.market == "JPX"
)  # fmt: skip


@pytest.fixture(scope="module", params=list(MODES))
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("book") / "book.xlsx", scenario(), str(request.param))


def scenario() -> Scenario:
    return whole(SEED)


def cells(path: Path, name: str) -> list[list[Any]]:
    """The values of a named range, row by row."""
    opened = load_workbook(path, data_only=True)
    ((sheet, place),) = opened.defined_names[name].destinations
    found = opened[sheet][place.replace("$", "")]
    return [[cell.value for cell in row] for row in found] if isinstance(found, tuple) else [[found.value]]


def days_of(rows: list[list[Any]]) -> list[date]:
    return [row[0].date() for row in rows]


# ---- tables that formulas look into ----


@pytest.mark.parametrize("market", list(CLOSED))
def test_every_closed_day_is_listed_once_under_its_name(book: Path, market: str) -> None:
    calendar, days = calendars()[market], days_of(cells(book, CLOSED[market]))
    assert sorted(days) == sorted(calendar.closed)
    found = named(book)
    assert found[f"{CLOSED[market]}.from"] == calendar.first + MARGIN
    assert found[f"{CLOSED[market]}.to"] == calendar.last - MARGIN


def test_the_printed_closed_days_begin_with_the_event(book: Path) -> None:
    days, record = days_of(cells(book, "closed.JPX")), scenario().schedule.record_date
    assert record is not None
    assert abs(days[0].year - record.year) <= 1
    sheet = load_workbook(book).worksheets[-1]
    _, _, _, last = range_boundaries(sheet.print_area.partition("!")[2])
    assert len(days) > 500 > int(last or 0)


@pytest.mark.parametrize("market", ["JPX", "XNYS"])
def test_settlement_stands_by_its_first_days(book: Path, market: str) -> None:
    table, rows = FIXED[f"settlement.{market}"], cells(book, f"settlement.{market}")
    assert tuple(zip(days_of(rows), (row[1] for row in rows), strict=True)) == tuple(
        zip(table.since, table.days, strict=True)
    )


def test_the_columns_of_settlement_in_japan_have_names(book: Path) -> None:
    rows = cells(book, "settlement.JPX")
    assert cells(book, "settlement.from") == [[row[0]] for row in rows]
    assert cells(book, "settlement.days") == [[row[1]] for row in rows]


@pytest.mark.parametrize("name", ["ticks.topix500", "ticks.other"])
def test_ticks_have_an_open_end(book: Path, name: str) -> None:
    rows = cells(book, name)
    assert [row[0] for row in rows[:-1]] == list(FIXED[name].limits)
    assert [row[1] for row in rows] == [float(size) for size in FIXED[name].sizes]
    assert rows[-1][0] > 10**200


# ---- calculated tables ----


def test_totals_are_known_by_period_and_currency(tmp_path: Path) -> None:
    on = date(2020, 12, 30)
    rows = tuple(
        Dividend(label, period, on, amount=Decimal(amount))
        for label, period, amount in (("a", "FY2020", 20), ("b", "FY2020", 5), ("c", "FY 2020", 1), ("d", "FY_2020", 2))
    )
    made = replace(scenario(), dividends=rows)
    found, results = named(write(tmp_path / "a.xlsx", made)), calculate(made, calendars=calendars())
    for row, name in enumerate(("FY2020", "FY_2020", "FY_2020_2")):
        assert found[f"dividends.pre_split.{name}"] == expected(results.value(f"dividends.periods[{row}].pre_split"))
    currency = results.value("holdings.currencies[0].currency")
    assert found[f"holdings.total_cost.{currency}"] == expected(results.value("holdings.currencies[0].total_cost"))


def test_calculated_tables_stand_under_their_titles(tmp_path: Path) -> None:
    results = calculate(scenario(), calendars=calendars())
    sheet = load_workbook(write(tmp_path / "a.xlsx", scenario()), data_only=True)["Holdings"]
    title = next(
        cell for row in sheet.iter_rows(max_col=3) for cell in row if cell.value == "By account, type and kind"
    )
    count = results.rows("holdings.accounts")
    rows = sheet.iter_rows(title.row + 3, title.row + 2 + count, title.column, title.column, values_only=True)
    assert [row[0] or None for row in rows] == list(results.column("holdings.accounts[].account"))


def test_changed_inputs_of_tables_are_counted(book: Path) -> None:
    opened = load_workbook(book)
    ((sheet, place),) = opened.defined_names["inputs.changed"].destinations
    formula = str(opened[sheet][place.replace("$", "")].value)
    filled = [table for table in COLUMNS if getattr(scenario(), table)]
    typed = sum(len(COLUMNS[table]) for table in filled)
    assert formula.count("SUMPRODUCT") >= typed + 1
    for first, second in re.findall(r"--\(('[^']+'!\S+?)<>('[^']+'!\S+?)\)", formula):
        assert _values(opened, first) == _values(opened, second)
    assert named(book)["inputs.changed"] == 0


def _values(opened: Any, cells: str) -> list[Any]:
    sheet, _, place = cells.partition("!")
    return [row[0].value for row in opened[sheet.strip("'")][place.replace("$", "")]]


# ---- the schedule ----


def test_fifteen_days_from_two_business_days_before_the_last_one_with_rights(tmp_path: Path) -> None:
    made = replace(scenario(), split=replace(scenario().split, old=Decimal(1), new=Decimal(2)))
    results = calculate(made, calendars=calendars())
    last_cum = results.value("schedule.last_cum_date")
    assert isinstance(last_cum, date)
    sheet: Any = load_workbook(write(tmp_path / "a.xlsx", made), data_only=True)["Schedule"]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Day by day")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head + 2, max_row=head + 16)]
    days = [row[1].date() for row in rows]
    start = calendars()["JPX"].workday(last_cum, -2)
    assert start is not None
    assert days == [start + timedelta(days=n) for n in range(15)]
    for day, row in zip(days, rows, strict=True):
        assert row[2] == ("open" if calendars()["JPX"].is_open(day) else "closed")
        assert row[3] == ("open" if calendars()["XNYS"].is_open(day) else "closed")
        assert row[4] == ("with rights" if day <= last_cum else "ex rights")
    assert "Last day with rights" in str(rows[days.index(last_cum)][0])


# ---- the checks ----


def test_every_check_has_a_row_and_its_state_a_name(book: Path) -> None:
    found, checked = named(book), inspected(calculate(scenario(), calendars=calendars()))
    texts = {value for value in values(book).values() if isinstance(value, str)}
    for check in CHECKS.values():
        assert check.id in texts
        assert found[f"checks.{check.id}"] == checked.value(check.path)
