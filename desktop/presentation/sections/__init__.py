"""The result sheets, in the order of tabs and workbook."""

from ..layout import Sheet
from ..table import Book, has_content
from . import adr, articles, dividends, holdings, options, schedule, shares, summary

SHEETS: tuple[Sheet, ...] = (
    summary.SHEET, shares.SHEET, schedule.SHEET, options.SHEET, adr.SHEET, dividends.SHEET, holdings.SHEET,
    articles.SHEET,
)  # fmt: skip


def sheets_with_content(book: Book) -> tuple[Sheet, ...]:
    """The Summary, and every other sheet that has something to show."""
    return tuple(s for s in SHEETS if s.section == "summary" or has_content(s, book))
