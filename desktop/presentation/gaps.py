"""Why a total is unknown: which rows lack which figure, in a sentence."""

from collections.abc import Mapping, Sequence

from ..domain.message import N_, Message
from ..domain.path import cell_path
from ..domain.scenario import calculator
from .book import Book
from .explained import explanation_of
from .layout import ColumnOf, RowTable, label_of
from .table import ROW_TERMS, has_total

#: How many rows a sentence names before it counts the rest.
NAMED = 3


def gaps(book: Book, layout: RowTable) -> tuple[Message, ...]:
    """A sentence for every figure of the rows that keeps a total from being known."""
    lacking: dict[str, list[int]] = {}
    for column in layout.columns:
        if has_total(column, book) and book.value(column.total) is None:
            for term, rows in _lacking(book, column).items():
                lacking.setdefault(term, rows)
    return tuple(_sentence(book, layout, term, rows) for term, rows in lacking.items())


def _lacking(book: Book, column: ColumnOf) -> dict[str, list[int]]:
    """The given columns that rows without a value in `column` lack, and those rows."""
    found: dict[str, list[int]] = {}
    for row in [n for n, value in enumerate(book.results.column(column.path)) if value is None]:
        known = [term for term in found if book.results.column(term)[row] is None]
        for term in known or _missing_terms(book, column.path, row):
            found.setdefault(term, []).append(row)
    return found


def _missing_terms(book: Book, path: str, row: int) -> list[str]:
    """The columns of given figures that the cell of `path` in a row waits for."""
    formula = calculator().formulas.get(path)
    if formula is None:
        return [path] if path in ROW_TERMS else []
    missing = explanation_of(book, formula, cell_path(path, row)).missing
    inner = (_missing_terms(book, name, row) for name in missing if "[]" in name)
    return list(dict.fromkeys(term for terms in inner for term in terms))


def _sentence(book: Book, layout: RowTable, term: str, rows: Sequence[int]) -> Message:
    names = listed([_row_name(book, layout, row) for row in rows[:NAMED]], len(rows) - NAMED)
    fields: Mapping[str, object] = {"figure": Message(label_of(term)), "rows": names}
    return Message(N_("No total: “{figure}” of {rows} is not known."), fields)


def _row_name(book: Book, layout: RowTable, row: int) -> Message:
    name = book.results.column(layout.columns[0].path)[row]
    if isinstance(name, str) and name:
        return Message(N_("{name}"), {"name": name})
    return Message(N_("No. {number}"), {"number": row + 1})


def listed(names: Sequence[Message], more: int = 0) -> Message:
    """Names in a list, with the number of those left out at its end."""
    text = names[0]
    for name in names[1:]:
        text = Message(N_("{names}, {name}"), {"names": text, "name": name})
    return Message(N_("{names} and {count} more"), {"names": text, "count": more}) if more > 0 else text
