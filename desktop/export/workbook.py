"""The Excel workbook of a scenario: live formulas with stored values, in one language or two."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from .. import __version__
from ..calendars import calendars
from ..domain.message import N_, Message
from ..domain.results import Results
from ..domain.scenario import COLUMNS, QUANTITIES, Scenario, calculate, inspected
from ..files import write_atomically, writing_problem
from ..i18n import Locale
from ..presentation.articles import NUMBER_STYLES
from ..presentation.book import Book
from ..presentation.layout import Sheet
from ..presentation.sections import sheets_with_content
from ..presentation.wording import company_line, split_sentence
from . import closed_days, inputs, summary
from .columns import Plan
from .edition import CancelledError, Edition, Ticker
from .page import Page
from .sheets import plans, write_sheet
from .stored import FilledArchive, Filling
from .styles import Styles
from .values import holdable
from .words import Words

SUBJECT = N_("What follows from a stock split, a consolidation or a change of an ADR ratio")
KEYWORDS = N_("stock split, shares, stock acquisition rights, ADR")


@dataclass(frozen=True)
class ExportProblem:
    """Why no workbook was written, in one sentence; the old file, if there is one, is as it was."""

    message: Message


def write_workbook(
    path: Path,
    scenario: Scenario,
    locales: Sequence[Locale],
    *,
    progress: Callable[[int, int], bool] | None = None,
    number_styles: Mapping[str, str] = NUMBER_STYLES,
) -> ExportProblem | None:
    """Write the workbook of a scenario, Japanese first in two languages; the problem if it cannot be written.

    `number_styles` says how each language writes the number of the articles;
    `progress` is told how much is done of how much, and answers False to cancel: then nothing is written.
    """
    try:
        write_atomically(path, lambda stream: _write(stream, scenario, Words(locales, number_styles), progress))
    except CancelledError:
        return None
    except OSError as error:
        problem = writing_problem(path, error)
        return ExportProblem(problem.message)
    return None


def _write(stream: BinaryIO, scenario: Scenario, words: Words, progress: Callable[[int, int], bool] | None) -> None:
    """Lay all sheets out, then write them with their stored values."""
    kept, left_out = holdable(scenario)
    markets = calendars()
    book = Book(kept, _checked(calculate(kept, calendars=markets)), calendars=markets)
    shown = sheets_with_content(book)
    ticker = Ticker(_work(book), progress)
    ticker(0)
    workbook = Workbook()
    today = datetime.now(UTC).astimezone().date()
    edition = Edition(workbook, words, Styles(workbook, words.mode), book, today, ticker, left_out)
    pages = _pages(edition, shown)
    tables = {sheet.section: plans(pages[sheet.section], sheet) for sheet in shown if sheet.section != "summary"}
    for section, found in tables.items():
        for table in found:
            edition.ranges |= table.ranges(pages[section].sheet.title)
    _lay_out(pages, shown, tables)
    _describe(workbook, edition)
    _save(stream, workbook, list(pages.values()), ticker)
    ticker.finish()


def _checked(results: Results) -> Results:
    """The results with those of the checks, and the tables that formulas look into."""
    checked = inspected(results)
    return Results({**results.scalars, **checked.scalars}, checked.columns, results.steps)


def _work(book: Book) -> int:
    """About how many cells are laid out and written."""
    columns = Counter(quantity.table for quantity in QUANTITIES.values())
    return 6000 + 2 * sum(book.rows(table) * (2 * len(COLUMNS[table]) + columns[table]) for table in COLUMNS)


def _pages(edition: Edition, shown: Sequence[Sheet]) -> dict[str, Page]:
    """Empty pages in the order of the tabs: the Summary, the Inputs, the results, the closed days."""
    titles = [(sheet.section, sheet.book_title or sheet.title) for sheet in shown]
    titles.insert(1, ("inputs", inputs.TITLE))
    titles.append((closed_days.SECTION, closed_days.TITLE))
    workbook: Any = edition.workbook
    workbook.active.title = edition.words.title(titles[0][1])
    sheets = [workbook.active, *(workbook.create_sheet(edition.words.title(title)) for _, title in titles[1:])]
    return {section: Page(edition, sheet, section) for (section, _), sheet in zip(titles, sheets, strict=True)}


def _lay_out(pages: Mapping[str, Page], shown: Sequence[Sheet], tables: Mapping[str, Sequence[Plan]]) -> None:
    """Results first, so that quantities find their home there; then what rests on them."""
    summary_sheet, *results = shown
    for sheet in results:
        write_sheet(pages[sheet.section], sheet, tables[sheet.section])
    inputs.write_inputs(pages["inputs"])
    closed_days.write_closed_days(pages[closed_days.SECTION])
    others = [("inputs", inputs.DESCRIPTION), *((sheet.section, sheet.description) for sheet in results)]
    others.append((closed_days.SECTION, closed_days.DESCRIPTION))
    listed = [(section, pages[section].sheet.title, description) for section, description in others]
    summary.write_summary(pages["summary"], summary_sheet, listed)
    for page in pages.values():
        page.finish()


def _describe(workbook: Any, edition: Edition) -> None:
    """The properties that a document store shows."""
    words, properties = edition.words, workbook.properties
    company = company_line(edition.book.scenario, words.locales[0]) or words.title(summary.NO_COMPANY)
    sentence = split_sentence(edition.book.scenario.split)
    properties.creator = f"Bunkatsu {__version__}"
    properties.title = company[:250]
    properties.subject = words.sentence(SUBJECT)
    properties.description = words.sentence(sentence) if sentence else None
    properties.category = words.title(summary.NO_COMPANY)
    properties.keywords = words.sentence(KEYWORDS)
    properties.language = words.locales[0].language
    workbook.calculation.fullCalcOnLoad = True


def _save(stream: BinaryIO, workbook: Any, pages: Sequence[Page], ticker: Ticker) -> None:
    fillings = {
        f"xl/worksheets/sheet{number}.xml": Filling(page.stored, page.bulks, page.sheet.calculate_dimension())
        for number, page in enumerate(pages, 1)
    }
    archive = FilledArchive(stream, fillings, ticker)
    try:
        ExcelWriter(workbook, archive).save()
    except BaseException:
        archive.abandon()
        raise
