"""The result sheets, in the order of tabs and workbook."""

from ...domain.scenario import is_empty
from ..book import Book
from ..layout import Sheet
from ..table import has_content
from . import adr, articles, checks, dividends, holdings, options, schedule, shares, summary

SHEETS: tuple[Sheet, ...] = (
    summary.SHEET, shares.SHEET, schedule.SHEET, options.SHEET, adr.SHEET, dividends.SHEET, holdings.SHEET,
    articles.SHEET, checks.SHEET,
)  # fmt: skip


def sheets_with_content(book: Book) -> tuple[Sheet, ...]:
    """The Summary, and every other sheet that has something to show; checks wherever anything is given."""
    return tuple(s for s in SHEETS if s.section == "summary" or _has_content(s, book))


def _has_content(sheet: Sheet, book: Book) -> bool:
    return not is_empty(book.scenario) if sheet is checks.SHEET else has_content(sheet, book)
