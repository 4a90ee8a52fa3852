"""The report on paper: what a PDF reader finds in it, page by page."""

import gc
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.options import Series
from desktop.domain.scenario import Scenario
from desktop.export.report.checks import check_table
from desktop.export.report.content import Report, report
from desktop.export.report.grid import CONTINUED, Grid, RowKind
from desktop.export.report.marks import PAPERS, Fill, Paper, Shape, Side, Style, Text, turned
from desktop.export.report.tables import FIRST_ROWS, MOST_ROWS, grid
from desktop.i18n import BREAK, LANGUAGES, Locale, locale_for
from desktop.presentation.book import Book
from desktop.presentation.layout import Comparison
from desktop.presentation.sections import checks, sheets_with_content
from desktop.presentation.table import is_shown
from desktop.ui.printing.fonts import PaperMeasure
from desktop.ui.printing.pdf import write_pdf
from tests.examples import book_of
from tests.export.books import whole
from tests.presentation.books import example

TODAY = date(2026, 11, 23)
A4 = PAPERS["A4"]


@pytest.fixture(autouse=True)
def qt(qtbot: QtBot) -> None:
    """Fonts need a running Qt."""


@cache
def iij() -> Book:
    return book_of(example())


def many(count: int) -> Scenario:
    series = (
        Series(f"No. {n}", rights=100 + n, shares_per_right=Decimal(200), exercise_price=Decimal(1000 + n))
        for n in range(1, count + 1)
    )
    return replace(example(), options=tuple(series))


def made(book: Book, *languages: str, paper: Paper = A4) -> Report:
    return report(book, [locale_for(language) for language in languages], paper, PaperMeasure(), TODAY)


def written(path: Path, book: Book, *languages: str, paper: Paper = A4) -> bytes:
    assert write_pdf(path, book, [locale_for(language) for language in languages], paper) is None
    return path.read_bytes()


def page_texts(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def bare(text: str) -> str:
    """A text without blanks and line ends, which are where the page has them."""
    return re.sub(r"\s|￾|\x02", "", text)


def grids(book: Book, locale: Locale) -> Iterator[Grid]:
    for sheet in sheets_with_content(book):
        if sheet is checks.SHEET:
            continue
        for layout in sheet.layouts:
            if not isinstance(layout, Comparison) and is_shown(layout, book):
                yield grid(layout, book, locale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_every_table_can_be_found_and_copied(tmp_path: Path, language: str) -> None:
    found = bare("".join(page_texts(written(tmp_path / "a.pdf", iij(), language))))
    values = {
        entry.text
        for table in grids(iij(), locale_for(language))
        for row in table.rows
        for column, entry in zip(table.columns, row.entries, strict=False)
        if entry.text and not column.wraps
    }
    assert len(values) > 60
    assert not [value for value in values if bare(value) not in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_in_the_file(tmp_path: Path, language: str) -> None:
    pdf = written(tmp_path / "a.pdf", iij(), language)
    described = pdf.count(b"/Type /FontDescriptor")
    assert described >= 2
    assert len(re.findall(rb"/FontFile[23]?\b", pdf)) == described


@pytest.mark.parametrize(("name", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_pages_have_the_size_of_the_paper(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    document = pdfium.PdfDocument(written(tmp_path / "a.pdf", iij(), "en", paper=PAPERS[name]))
    assert {(round(page.get_width()), round(page.get_height())) for page in document} == {size}
    document.close()


def test_two_languages_follow_one_another_with_pages_numbered_through(tmp_path: Path) -> None:
    texts = page_texts(written(tmp_path / "a.pdf", iij(), "ja", "en"))
    each = len(made(iij(), "ja").pages)
    assert len(texts) == each + len(made(iij(), "en").pages)
    assert all(f"{number} / {len(texts)}" in text for number, text in enumerate(texts, 1))
    assert "発行済株式総数" in texts[0]
    assert "Issued shares" in texts[each]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(8))
def test_nothing_stands_outside_the_margins(seed: int, language: str, paper: Paper) -> None:
    measure = PaperMeasure()
    pages = report(book_of(whole(seed)), [locale_for(language)], paper, measure, TODAY).pages
    for page in pages:
        for x, y, mark in page:
            left, right = x + mark.x, x + mark.x
            if isinstance(mark, Text):
                width = measure.width(mark.text, mark.style)
                left -= {Side.LEFT: 0.0, Side.CENTRE: width / 2, Side.RIGHT: width}[mark.side]
                right = left + width
            elif isinstance(mark, Fill):
                right = left + mark.width
            elif isinstance(mark, Shape):
                right = left + mark.side
            assert paper.side - 0.5 <= left, mark
            assert right <= paper.width - paper.side + 0.5, mark
            assert 20 < y + mark.y < paper.height - 20, mark


def test_a_long_table_has_its_headings_on_every_page() -> None:
    heading = locale_for("en").text("Exercise price")
    pages = [
        [mark.text for _, _, mark in page if isinstance(mark, Text)] for page in made(book_of(many(300)), "en").pages
    ]
    rows = [page for page in pages if sum(text.startswith("No. ") and text[4:].isdigit() for text in page) > 10]
    assert len(rows) > 5
    assert all("Series" in page for page in rows)
    assert any(heading in text for page in rows for text in page)
    named = {text for page in rows for text in page if text.startswith("No. ")}
    assert named >= {f"No. {n}" for n in range(1, 301)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_that_goes_on_over_the_page_says_its_title_again(language: str) -> None:
    locale = locale_for(language)
    titles = {row.entries[0].text for found in (*grids(iij(), locale), check_table(iij(), locale))
              for row in found.rows if row.kind == RowKind.GROUP}  # fmt: skip
    again = 0
    for page in made(book_of(replace(example(), announced={})), language, paper=turned(A4)).pages:
        words = [mark.text for _, y, mark in page if isinstance(mark, Text) and y >= A4.top]
        if locale.text(CONTINUED) in words:
            again += 1
            assert words[words.index(locale.text(CONTINUED)) - 1] in titles, "it stands behind the title"
    assert again


def test_words_are_broken_where_the_translation_says_so() -> None:
    measure, style = PaperMeasure(), Style(8.5)
    hinted = f"変更後の{BREAK}発行済株式総数{BREAK}（自己株式を除く）"
    width = measure.width("（自己株式を除く）", style)
    assert measure.lines(hinted, style, width) == ("変更後の", "発行済株式総数", "（自己株式を除く）")
    assert measure.lines(hinted, style, 1000) == (hinted.replace(BREAK, ""),)
    assert measure.least(hinted, style) == pytest.approx(measure.width("（自己株式を除く）", style), abs=1)


def test_of_a_very_long_table_the_report_prints_the_first_rows_and_says_so() -> None:
    book, locale = book_of(many(MOST_ROWS + 1)), locale_for("en")
    texts = {mark.text for page in made(book, "en").pages for _, _, mark in page if isinstance(mark, Text)}
    assert f"No. {MOST_ROWS}" in texts
    assert f"No. {MOST_ROWS + 1}" not in texts
    assert locale.text(FIRST_ROWS, shown="1,000", count="1,001") in texts


def test_an_empty_scenario_makes_one_page() -> None:
    assert len(made(book_of(Scenario()), "en").pages) == 1


def test_characters_that_no_font_has_are_told(tmp_path: Path) -> None:
    told: list[str] = []
    strange = replace(example(), company=replace(example().company, name="A\U0010fffdB"))
    assert write_pdf(tmp_path / "a.pdf", book_of(strange), [locale_for("en")], A4, warn=told.append) is None
    assert told == ["\U0010fffd"]


def test_kanji_are_copied_as_they_were_written(tmp_path: Path) -> None:
    text = "".join(page_texts(written(tmp_path / "a.pdf", iij(), "ja")))
    assert "日" in text
    assert not [character for character in text if "⺀" <= character <= "⿟"], "radicals instead of kanji"


def test_a_cancelled_report_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    calls: list[int] = []

    def progress(done: int, total: int) -> bool:
        calls.append(done)
        return done < 3

    assert write_pdf(path, iij(), [locale_for("en")], A4, progress=progress) is None
    assert max(calls) == 3
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def measures() -> int:
    """How many measures of a paper are in memory; other tests may have left a preview open."""
    gc.collect()
    return sum(isinstance(one, PaperMeasure) for one in gc.get_objects())


def test_a_report_leaves_nothing_in_memory(tmp_path: Path) -> None:
    before = measures()
    written(tmp_path / "report.pdf", iij(), *LANGUAGES)
    assert measures() <= before


def test_a_target_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    problem = write_pdf(tmp_path / "no" / "a.pdf", iij(), [locale_for("en")], A4)
    assert "the folder of this file does not exist" in str(problem)
    locked = tmp_path / "a.pdf"
    locked.mkdir()
    problem = write_pdf(locked, iij(), [locale_for("en")], A4)
    assert "this is a folder" in str(problem)
    assert stat.S_ISDIR(locked.stat().st_mode)
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]
