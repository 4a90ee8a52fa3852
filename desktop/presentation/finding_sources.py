"""Which sentence of the announcement a failing check disagrees with."""

from collections.abc import Iterator

from ..domain.checks.check import State
from ..domain.formula import names
from ..domain.path import ANNOUNCED, GIVEN, at_row, column_path, row_of
from ..domain.scenario import TERMS, inspector
from ..i18n import Locale
from .book import Book
from .findings import Finding
from .passages import Origin, said
from .table import ROW_TERMS


def source_of(finding: Finding, looked_at: str, row: int | None, book: Book) -> str:
    """The path of the passage that a failing check disagrees with; nothing where what fails was not read.

    That is the passage of the field to look at, else of what the check found, else of what it compares that with.
    """
    if finding.state != State.FAILS:
        return ""
    check = finding.check
    compared = [check.row_path] if check.each else [f"{check.path}.found", f"{check.path}.wanted"]
    fields = (path for name in compared for path in sorted(_fields(at_row(name, row), set()), key=_printed_first))
    return next((path for path in (looked_at, *fields) if book.origin(path) in (Origin.READ, Origin.INFERRED)), "")


def quote(path: str, book: Book, locale: Locale) -> str:
    """The sentence of the passage of a path; nothing without a path."""
    return said(book.origin(path), book.passages.sentence(path), locale) if path else ""


def _fields(path: str, seen: set[str]) -> Iterator[str]:
    """The fields that a figure rests on, through every formula in between."""
    column, row = column_path(path).removeprefix(GIVEN), row_of(path)
    if path in seen:
        return
    seen.add(path)
    if column in TERMS or column in ROW_TERMS or column.startswith(ANNOUNCED):
        yield path.removeprefix(GIVEN)
    node = inspector().formulas.get(column)
    for name in names(node) if node is not None else ():
        yield from _fields(at_row(name, row), seen)


def _printed_first(path: str) -> bool:
    return not path.startswith(ANNOUNCED)
