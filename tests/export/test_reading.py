"""A workbook that was exported opens again as the scenario that it was made of, also after people have changed it."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook

from desktop.domain.holdings import Lot
from desktop.domain.scenario import ROWS, Scenario
from desktop.export.reading.scenario import load
from desktop.export.reading.values import digits
from desktop.export.values import holdable
from desktop.files import FileProblem
from desktop.i18n import locale_for
from tests.examples import opening_scenario
from tests.export.books import MODES, whole, write
from tests.strategies import scenarios


def coming_back(scenario: Scenario) -> Scenario:
    """What a workbook holds of a scenario: no empty rows, and currencies in capital letters."""
    kept, _ = holdable(scenario)
    tables: dict[str, Any] = {}
    for table, kind in ROWS.items():
        found = [row for row in getattr(kept, table) if row != kind()]
        tables[table] = tuple(
            replace(row, currency=row.currency.upper()) if isinstance(row, Lot) and row.currency else row
            for row in found
        )
    return replace(kept, **tables)


def opened(path: Path) -> Scenario:
    found = load(path)
    assert isinstance(found, Scenario), str(found)
    return found


def sentence(path: Path, language: str = "en") -> str:
    found = load(path)
    assert isinstance(found, FileProblem)
    return locale_for(language).text(found.message)


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    """The workbook after somebody has changed it and another program has written it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def cell(book: Any, name: str) -> Any:
    """The cell of a name, or the first of its column."""
    ((sheet, cells),) = book.defined_names[name].destinations
    return book[sheet][cells.partition(":")[0].replace("$", "")]


@pytest.mark.parametrize("mode", MODES)
def test_example_comes_back_in_every_language(tmp_path: Path, mode: str) -> None:
    assert opened(write(tmp_path / "iij.xlsx", opening_scenario(), mode)) == opening_scenario()


@pytest.mark.parametrize("number", range(6))
def test_every_section_comes_back(tmp_path: Path, number: int) -> None:
    scenario = whole(number)
    assert opened(write(tmp_path / "a.xlsx", scenario, list(MODES)[number % 3])) == coming_back(scenario)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scenarios())
def test_any_scenario_comes_back(tmp_path: Path, scenario: Scenario) -> None:
    assert opened(write(tmp_path / "a.xlsx", scenario)) == coming_back(scenario)


def test_many_rows_come_back(tmp_path: Path) -> None:
    lots = tuple(Lot(f"=A{n}", quantity=Decimal(n) / 1000, cost=Decimal(1)) for n in range(1, 200))
    assert opened(write(tmp_path / "a.xlsx", Scenario(holdings=lots))).holdings == lots


def test_empty_scenario_comes_back(tmp_path: Path) -> None:
    assert opened(write(tmp_path / "a.xlsx", Scenario())) == Scenario()


@pytest.mark.parametrize(
    ("name", "typed", "path", "value"),
    [
        ("shares.issued", 50_000_000, "shares.issued", 50_000_000),
        ("shares.issued", 50_000_000.0, "shares.issued", 50_000_000),
        ("shares.issued", "５千万株", "shares.issued", 50_000_000),
        ("prices.share", 20.5, "prices.share", Decimal("20.5")),
        ("prices.share", 0.1 + 0.2, "prices.share", Decimal("0.3")),
        ("prices.share", "1,234.50円", "prices.share", Decimal("1234.50")),
        ("split.new", 1.1, "split.new", Decimal("1.1")),
        ("given.schedule.record_date", datetime(2021, 3, 31), "schedule.record_date", date(2021, 3, 31)),  # noqa: DTZ001
        ("given.schedule.record_date", "令和3年3月31日", "schedule.record_date", date(2021, 3, 31)),
        ("given.schedule.record_date", 44286, "schedule.record_date", date(2021, 3, 31)),
        ("given.company.law", "other", "company.law", "other"),
        ("given.company.topix500", True, "company.topix500", True),
        ("given.company.topix500", "はい", "company.topix500", True),
        ("company.code", 3774, "company.code", "3774"),
        ("company.name", "=1+1", "company.name", "=1+1"),
        ("shares.issued", None, "shares.issued", None),
        ("announced.shares.increase", 1, "announced", 1),
    ],
)
def test_what_a_person_types_is_read(tmp_path: Path, name: str, typed: object, path: str, value: object) -> None:
    def change(book: Any) -> None:
        target = cell(book, name if name in book.defined_names else name.removeprefix("given."))
        target.value = typed
        if isinstance(typed, str):
            target.data_type = "s"
        if type(typed) is int and "date" in name:
            target.number_format = "General"

    found = opened(changed(write(tmp_path / "a.xlsx", opening_scenario()), change))
    section, _, term = path.partition(".")
    read = getattr(getattr(found, section), term) if term else found.announced["shares.increase"]
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("shares.issued", "many", "Sheet “Inputs”, cell {} (Issued shares): Not a number: “many”"),
        ("shares.issued", 1.5, "(Issued shares): “1.5” is not a whole number."),
        ("shares.issued", -1, "(Issued shares): “-1” cannot be negative."),
        ("shares.issued", True, "(Issued shares): Not a number: “TRUE”"),
        ("prices.share", 1 / 3, "has more than 6 digits after the decimal point."),
        ("prices.share", 1e300, "(Share price): Too long for a number"),
        ("split.old", 0, "must be more than zero."),
        ("given.schedule.record_date", "soon", "cell {} (Record date)"),
        ("given.schedule.record_date", 3_000_000, "cell {} (Record date)"),
        ("given.options.kind", "strange", "Sheet “Options”, cell {}"),
        ("company.name", "a" * 1001, "1,001 characters where 1,000 are allowed."),
    ],
)
def test_wrong_value_is_one_sentence_with_sheet_and_cell(
    tmp_path: Path, name: str, typed: object, problem: str
) -> None:
    places: list[str] = []

    def change(book: Any) -> None:
        places.append(cell(book, name).coordinate)
        cell(book, name).value = typed

    said = sentence(changed(write(tmp_path / "a.xlsx", opening_scenario()), change))
    assert problem.format(places[0]) in said
    assert "\n" not in said


def test_error_of_the_spreadsheet_is_named(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book, "shares.issued").value = "#REF!"
        cell(book, "shares.issued").data_type = "e"

    said = sentence(changed(write(tmp_path / "a.xlsx", opening_scenario()), change))
    assert "(Issued shares): “#REF!” is an error of the spreadsheet." in said


def test_formula_that_was_not_calculated_is_named(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        cell(book, "shares.issued").value = "=46734600*2"

    said = sentence(changed(write(tmp_path / "a.xlsx", opening_scenario()), change))
    assert "(Issued shares): “=46734600*2” has not been calculated;" in said


def test_input_whose_cell_was_deleted_is_named(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        name = book.defined_names["shares.issued"]
        name.attr_text = name.attr_text.partition("!")[0] + "!#REF!"  # as spreadsheets do with a deleted row

    said = sentence(changed(write(tmp_path / "a.xlsx", opening_scenario()), change))
    assert said.startswith("a.xlsx: the cell of an input has been deleted (Issued shares)")


LOTS = tuple(Lot(f"Account {n}", quantity=Decimal(100 * n), cost=Decimal("20.5")) for n in range(1, 4))


def rows_of(book: Any) -> tuple[Any, int, int]:
    """The sheet of the holdings, the column of accounts and the first row."""
    first = cell(book, "given.holdings.account")
    return first.parent, first.column, first.row


def test_rows_typed_below_the_last_are_read(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet, column, first = rows_of(book)
        quantity = cell(book, "given.holdings.quantity").column
        sheet.cell(first + 3, column, "New")
        sheet.cell(first + 3, quantity, 7)

    scenario = Scenario(holdings=LOTS)
    found = opened(changed(write(tmp_path / "a.xlsx", scenario), change))
    assert found.holdings == (*LOTS, Lot("New", quantity=Decimal(7)))


def test_rows_emptied_are_gone(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet, _, first = rows_of(book)
        for name in (f.name for f in fields(Lot)):
            sheet.cell(first + 1, cell(book, f"given.holdings.{name}").column).value = None

    found = opened(changed(write(tmp_path / "a.xlsx", Scenario(holdings=LOTS)), change))
    assert found.holdings == (LOTS[0], LOTS[2])


def test_what_stands_far_below_a_table_is_no_row(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        sheet, column, first = rows_of(book)
        sheet.cell(first + 5, column, "A remark of mine")

    assert opened(changed(write(tmp_path / "a.xlsx", Scenario(holdings=LOTS)), change)).holdings == LOTS


def test_other_sheets_and_names_do_not_matter(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.create_sheet("Mine")["A1"] = "=1/0"
        book["Summary"].title = "Overview"
        inputs = book["Inputs"]
        inputs.title = "It's mine"
        for name in book.defined_names.values():  # as spreadsheets do
            name.attr_text = name.attr_text.replace("'Inputs'!", "'It''s mine'!")

    assert opened(changed(write(tmp_path / "a.xlsx", opening_scenario()), change)) == opening_scenario()


def test_workbook_of_others_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    Workbook().save(path)
    assert sentence(path) == (
        "b.xlsx: this workbook was not exported by Bunkatsu: the names of its input cells are missing."
    )
    assert "Bunkatsu" in sentence(path, "ja")


def test_missing_file_is_said(tmp_path: Path) -> None:
    assert sentence(tmp_path / "no.xlsx") == "no.xlsx: there is no such file"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (20.5, "20.5"), (0.1 + 0.2, "0.3"), (1e15, "1000000000000000"), (46734600.0, "46734600"),
        (1.000001, "1.000001"), (1234567.123456, "1234567.123456"), (4.35 * 100, "435"), (1e-7, "0.0000001"),
    ],
)  # fmt: skip
def test_doubles_are_the_decimals_that_were_meant(value: float, text: str) -> None:
    assert digits(value) == text


@pytest.mark.office
@pytest.mark.parametrize("mode", MODES)
def test_workbook_saved_by_libreoffice_comes_back(tmp_path: Path, mode: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    path = write(tmp_path / "a.xlsx", whole(3), mode)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", "--norestore", profile, "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), path],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert opened(tmp_path / "out" / "a.xlsx") == coming_back(whole(3))
