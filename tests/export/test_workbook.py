"""The workbook as its readers find it: names, stored values, texts, properties, print, and how writing may end."""

import errno
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from desktop.calendars import calendars
from desktop.domain.adr import Adr
from desktop.domain.company import Company
from desktop.domain.declarations import given_path
from desktop.domain.options import Series
from desktop.domain.prices import Prices
from desktop.domain.scenario import ANNOUNCEABLE, QUANTITIES, TERMS, Scenario, calculate
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.export.names import defined_name
from desktop.export.workbook import ExportProblem, write_workbook
from desktop.i18n import locale_for
from tests.examples import opening_scenario
from tests.export.books import MODES, expected, formulas, named, values, write

TROUBLE = ("=1+1", "+1", "-1", "@x", "#N/A", "#REF!", "TRUE", "007", "<b>&amp;</b>", " spaced ", "a\x07b", "Seven & i")


def example() -> Scenario:
    scenario = opening_scenario()
    series = tuple(replace(row, kind="one_yen", rights=100, exercise_price=Decimal(1)) for row in scenario.options)
    return replace(
        scenario,
        options=series,
        prices=Prices(Decimal(5290), date(2020, 11, 6), Decimal("103.35"), Decimal("4120.5")),
        shares=replace(scenario.shares, treasury=1_650_911),
        adr=replace(scenario.adr, outstanding=1_000_000, fee_per_100=Decimal(5)),
    )


@pytest.fixture(scope="module", params=list(MODES))
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def book(mode: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("book") / "book.xlsx", example(), mode)


# ---- names and values ----


def test_every_term_and_quantity_has_its_named_cell(book: Path) -> None:
    found, results = named(book), calculate(example(), calendars=calendars())
    for path in (*TERMS, *(q.id for q in QUANTITIES.values() if not q.table)):
        assert found[defined_name(path)] == expected(results.value(path)), path
    assert {given_path(term) for term in TERMS.values()} <= set(found)
    assert {f"announced.{path}" for path in ANNOUNCEABLE} <= set(found)


def test_an_empty_scenario_has_them_too(tmp_path: Path) -> None:
    found, results = named(write(tmp_path / "empty.xlsx", Scenario())), calculate(Scenario(), calendars=calendars())
    for path in (*TERMS, *(q.id for q in QUANTITIES.values() if not q.table)):
        assert found[defined_name(path)] == expected(results.value(path)), path


def test_no_name_reads_as_a_cell(book: Path) -> None:
    for name in load_workbook(book).defined_names:
        assert re.fullmatch(r"[^\W\d][\w.]*", name)
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[RrCc]", name)


def test_every_formula_has_a_stored_value(book: Path) -> None:
    xml = sheets(book)
    assert len(formulas(book)) == len(re.findall(r"<f>", xml)) > 250
    assert not re.search(r"</f></c>|</f><v ?/></c>", xml)
    assert len(re.findall(r"</f><v[^>]*>", xml)) == len(formulas(book))


def sheets(book: Path) -> str:
    with zipfile.ZipFile(book) as archive:
        return "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))


def test_choices_stand_as_codes_with_their_words(tmp_path: Path) -> None:
    found = values(write(tmp_path / "ja.xlsx", example(), "ja"))
    assert [v for (sheet, place), v in found.items() if sheet == "新株予約権" and v == "one_yen"]
    assert [v for (sheet, _), v in found.items() if sheet == "入力" and v == "はい"]


def test_doubles_are_the_nearest_ones(tmp_path: Path) -> None:
    scenario = Scenario(
        split=Split(Decimal(3), Decimal(7)), shares=Shares(10**14), prices=Prices(share=Decimal("0.1")),
    )  # fmt: skip
    found, results = named(write(tmp_path / "a.xlsx", scenario)), calculate(scenario)
    for path in ("split.ratio", "prices.split_adjusted", "shares.issued_after", "prices.share", "prices.cap"):
        assert found[path] == expected(results.value(path))


def test_what_doubles_cannot_carry_is_a_value_with_a_note(tmp_path: Path) -> None:
    scenario = Scenario(split=Split(Decimal(1), Decimal(10_000)), shares=Shares(10**14 - 1))
    book = write(tmp_path / "a.xlsx", scenario)
    opened = load_workbook(book)
    ((sheet, cell),) = opened.defined_names["shares.issued_after"].destinations
    assert opened[sheet][cell].data_type == "n"
    assert named(book)["shares.issued_after"] == float((10**14 - 1) * 10_000)
    assert any("written as a value" in str(value) for value in values(book).values())


def test_dates_before_march_1900_are_blank_with_a_note(tmp_path: Path) -> None:
    scenario = Scenario(
        split=Split(Decimal(1), Decimal(2)),
        schedule=Schedule(resolution_date=date(1899, 12, 31), record_date=date(1900, 2, 28)),
    )  # fmt: skip
    book = write(tmp_path / "a.xlsx", scenario)
    found = named(book)
    for name in ("schedule.resolution_date", "schedule.record_date", "schedule.effective_date"):
        assert found[name] is None
    assert any("1899-12-31" in str(value) for value in values(book).values())


def test_row_without_anything_and_with_everything(tmp_path: Path) -> None:
    scenario = replace(example(), options=(Series(), *example().options))
    book = write(tmp_path / "a.xlsx", scenario)
    assert named(book)["options.underlying"] is None  # a row is missing, so there is no total
    assert named(book)["split.numerator"] == 2


def test_thousands_of_rows_are_all_there(tmp_path: Path) -> None:
    rows = tuple(Series(f"S{n}", rights=n, shares_per_right=Decimal(3)) for n in range(1, 3001))
    book = write(tmp_path / "a.xlsx", replace(example(), options=rows))
    found = named(book)
    assert found["options.underlying"] == 3 * sum(range(1, 3001))
    opened = load_workbook(book, data_only=True)["Options"]
    first = next(cell.row for cell in opened["A"] if cell.value == "S1")
    assert [opened.cell(first + n, 1).value for n in range(3000)] == [row.name for row in rows]


# ---- texts ----


@pytest.mark.parametrize("text", TROUBLE)
def test_text_never_becomes_a_formula(text: str, tmp_path: Path) -> None:
    series = tuple(Series(text, rights=1) for _ in range(4))
    scenario = replace(example(), company=Company(name=text, code=text, listing=text), options=series)
    book = write(tmp_path / "a.xlsx", scenario)
    kept = text.replace("\x07", "")
    opened = load_workbook(book)
    ((sheet, place),) = opened.defined_names["company.name"].destinations
    assert (opened[sheet][place].value, opened[sheet][place].data_type) == (kept, "s")
    names = [cell for cell in opened["Options"]["A"] if cell.value == kept]
    assert [cell.data_type for cell in names] == ["s"] * 4
    assert all(cell.quotePrefix == kept.startswith(("=", "+", "-", "@")) for cell in names)


def test_escapes_of_a_workbook_are_escaped(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", Scenario(company=Company(name="_x0041_")))
    assert "_x005F_x0041_" in sheets(book)


# ---- sheets, print, links ----

TITLES = {
    "ja": ["概要", "入力", "株式数", "日程", "新株予約権"],
    "en": ["Summary", "Inputs", "Shares", "Schedule", "Options", "ADR"],
    "both": ["概要 Summary", "入力 Inputs", "株式数 Shares", "日程 Schedule", "新株予約権 Options"],
}

LAST_TITLES = {
    "ja": ["定款", "確認", "休業日"],
    "en": ["Articles", "Checks", "Closed days"],
    "both": ["定款 Articles", "確認 Checks", "休業日 Closed days"],
}


def test_sheets_stand_in_their_order(book: Path, mode: str) -> None:
    titles = load_workbook(book).sheetnames
    assert titles[: len(TITLES[mode])] == TITLES[mode]
    assert len(titles) == 10
    assert titles[-3:] == LAST_TITLES[mode]


def test_an_empty_scenario_has_only_what_is_always_there(tmp_path: Path) -> None:
    found = load_workbook(write(tmp_path / "a.xlsx", Scenario())).sheetnames
    assert found == ["Summary", "Inputs", "Closed days"]


def test_links_lead_to_named_first_cells(book: Path) -> None:
    opened = load_workbook(book)
    cells = (cell for sheet in opened for row in sheet.iter_rows() for cell in row)
    links = {cell.hyperlink.location for cell in cells if cell.hyperlink}
    sections = [
        "summary",
        "inputs",
        "shares",
        "schedule",
        "options",
        "adr",
        "dividends",
        "articles",
        "checks",
        "closed",
    ]
    assert {f"sheet.{section}" for section in sections} == links
    for name in links:
        ((_, place),) = opened.defined_names[name].destinations
        assert place == "$A$1"


SCHEDULE = 3  # of the sheets


def test_print_setup(book: Path) -> None:
    opened = load_workbook(book)
    for number, sheet in enumerate(opened):
        assert str(sheet.page_setup.paperSize) == "9"  # A4
        is_high = number in (0, len(opened.sheetnames) - 1)  # the Summary and the closed days
        assert sheet.page_setup.orientation == ("portrait" if is_high else "landscape")
        assert sheet.print_area
        assert not sheet.sheet_view.showGridLines
        assert number == 0 or sheet.freeze_panes
        assert number in (0, SCHEDULE) or sheet.print_title_rows  # tables with headings of their own repeat none


def test_footers_count_the_pages(book: Path) -> None:
    assert sheets(book).count("&amp;P / &amp;N") == len(load_workbook(book).sheetnames)


def test_ampersands_are_doubled_in_the_footer(tmp_path: Path) -> None:
    book = write(tmp_path / "a.xlsx", Scenario(company=Company(name="Seven & i")))
    assert "Seven &amp;&amp; i" in sheets(book)


def test_properties(book: Path, mode: str) -> None:
    opened = load_workbook(book)
    assert opened.properties.title.startswith("Internet Initiative Japan")
    assert opened.properties.creator.startswith("Bunkatsu ")
    assert opened.properties.language == mode.replace("both", "ja")
    assert opened.properties.subject
    assert opened.calculation.fullCalcOnLoad


def test_inputs_accept_what_their_terms_take(book: Path) -> None:
    opened = load_workbook(book)
    inputs = opened.worksheets[1]
    rules = {str(cells): rule for rule in inputs.data_validations.dataValidation for cells in rule.sqref.ranges}
    kinds = {"given.company.law": "list", "shares.issued": "whole", "split.new": "decimal"}
    for name, kind in (kinds | {"schedule.notice_date": "date", "given.company.topix500": "list"}).items():
        ((_, place),) = opened.defined_names[name].destinations
        assert rules[place.replace("$", "")].type == kind
    assert all(len(rule.error or "") <= 255 and len(rule.promptTitle or "") <= 32 for rule in rules.values())


def test_validations_and_formats_of_rows_cover_all_rows(book: Path) -> None:
    sheet = load_workbook(book).worksheets[4]
    rows = len(example().options)
    for rule in sheet.data_validations.dataValidation:
        for cells in rule.sqref.ranges:
            _, first, _, last = range_boundaries(str(cells))
            assert int(last or 0) - int(first or 0) + 1 == rows


def full() -> Scenario:
    """Three series of different kinds, of which nothing can be folded away but the codes."""
    kinds = ("ordinary", "one_yen", "convertible")
    given = Series(
        rights=1200, shares_per_right=Decimal(100), exercise_price=Decimal(1001), face_value=Decimal(1_000_000),
        announced_shares_per_right=Decimal(200), announced_exercise_price=Decimal(501),
        exercise_from=date(2020, 7, 1), exercise_to=date(2028, 6, 30),
    )  # fmt: skip
    return replace(
        example(),
        options=tuple(
            replace(given, name=kind, kind=kind, shares_per_right=Decimal(100 * number))
            for number, kind in enumerate(kinds, 1)
        ),
    )


def test_options_without_much_data_are_printed_on_one_page(mode: str, tmp_path: Path) -> None:
    sheet = load_workbook(write(tmp_path / "a.xlsx", opening_scenario(), mode)).worksheets[4]
    assert sheet.page_setup.fitToWidth == 1
    assert not sheet.col_breaks.brk


@pytest.mark.parametrize("scenario", [example(), full()])
def test_dilution_stands_wholly_on_the_first_page(scenario: Scenario, mode: str, tmp_path: Path) -> None:
    opened = load_workbook(write(tmp_path / "a.xlsx", scenario, mode))
    sheet = opened.worksheets[4]
    (area,) = sheet.print_area.split(",")
    ends = [brk.id for brk in sheet.col_breaks.brk] or [range_boundaries(area.partition("!")[2] or area)[2]]
    for name in ("options.dilution", "options.dilution_after"):
        ((_, place),) = opened.defined_names[name].destinations
        assert sheet[place.replace("$", "")].column <= ends[0]


def test_terms_in_force_stand_black_beside_blank_ones(tmp_path: Path) -> None:
    sheet: Any = load_workbook(write(tmp_path / "a.xlsx", full())).worksheets[4]
    cell = next(c for c in sheet[9] if str(c.value).startswith("=IF") and "schedule.effective_date" in str(c.value))
    assert cell.font.color.rgb.endswith("000000")
    assert not sheet.column_dimensions[cell.column_letter].hidden
    assert sheet.column_dimensions[sheet.cell(9, cell.column - 1).column_letter].hidden  # where it would be typed
    assert sheet.cell(7, cell.column).value == "Applies from"


def test_lines_of_the_summary_without_figures_are_live_but_folded(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", full())
    found, opened = named(path), load_workbook(path)
    assert found["options.shares_per_right"] is None
    labels = {cell.value: cell.row for cell in opened["Summary"]["A"]}
    rows = opened["Summary"].row_dimensions
    assert rows[labels["Shares per right"]].hidden
    assert not rows[labels["Issued shares"]].hidden


def test_codes_and_workings_are_not_printed(book: Path) -> None:
    opened = load_workbook(book)
    _, _, _, last = range_boundaries(opened.worksheets[1].print_area.partition("!")[2])
    for name in ("split.numerator", "codes.company.law"):
        ((sheet, place),) = opened.defined_names[name].destinations
        assert sheet != opened.sheetnames[1] or int(re.findall(r"\d+", place)[0]) > int(last or 0)


def test_the_event_has_its_date_in_words_and_the_footer_one_date(mode: str, book: Path) -> None:
    sheet: Any = load_workbook(book).worksheets[2]
    event = str(sheet["A2"].value)
    assert ("effective January 1, 2021" in event) == (mode != "ja")
    assert ("2021年1月1日" in event) == (mode != "en")
    assert len(re.findall(r"\d{4}.\d\d.\d\d", sheet.oddFooter.right.text)) == 1


# ---- how writing may end ----


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, whole: int) -> bool:
        told.append((done, whole))
        return True

    write_workbook(tmp_path / "a.xlsx", example(), [locale_for("en")], progress=tell)
    done = [part for part, _ in told]
    assert done == sorted(done)
    assert len({whole for _, whole in told}) == 1
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("calls", [1, 2, 3])
def test_cancelling_leaves_what_was_there(tmp_path: Path, calls: int) -> None:
    path, told = tmp_path / "a.xlsx", list[int]()
    path.write_bytes(b"old")

    def go_on(done: int, whole: int) -> bool:
        told.append(done)
        return len(told) < calls

    assert write_workbook(path, example(), [locale_for("en")], progress=go_on) is None
    assert len(told) == calls
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("code", "words"), [(errno.EACCES, "write-protected or in use"), (errno.ENOSPC, "disk is full")]
)  # fmt: skip
def test_a_failure_is_one_sentence_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def fail(source: Any, target: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "replace", fail)
    problem = write_workbook(path, Scenario(), [locale_for("en")])
    assert isinstance(problem, ExportProblem)
    assert words in locale_for("en").text(problem.message)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", [lambda folder: folder / "none" / "a.xlsx", lambda folder: folder])
def test_a_place_that_takes_no_file(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    problem = write_workbook(place(tmp_path), Scenario(), [locale_for("en")])
    assert isinstance(problem, ExportProblem)
    assert "nothing was saved" in locale_for("en").text(problem.message)


def test_adr_alone(tmp_path: Path) -> None:
    scenario = Scenario(adr=Adr(Decimal(13), Decimal(10)), split=Split(Decimal(1), Decimal(1)))
    found = named(write(tmp_path / "a.xlsx", scenario))
    assert found["adr.neutral"] == "yes"
    assert found["adr.ratio"] == 10 / 13
