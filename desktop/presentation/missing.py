"""Which fields a value waits for: through every formula in between, down to what nobody has given."""

from collections.abc import Iterator

from ..domain.evaluate import path_taken, value_of
from ..domain.exact import Value
from ..domain.formula import Node, columns, reached
from ..domain.path import ANNOUNCED, GIVEN, at_row, cell_path, column_path, row_of
from ..domain.scenario import TERMS, inspector
from .book import Book
from .table import ROW_TERMS

#: How many rows are asked what they wait for, since this is said again at every keystroke.
LOOKED_THROUGH = 100


def missing_inputs(book: Book, path: str) -> tuple[str, ...]:
    """The fields that the value at a path waits for, through every formula in between."""
    return tuple(dict.fromkeys(_missing(book, path, set())))


def _missing(book: Book, path: str, seen: set[str]) -> Iterator[str]:
    column, row = column_path(path).removeprefix(GIVEN), row_of(path)
    if path in seen or book.checked.value(path) is not None:
        return
    seen.add(path)
    if column in TERMS or column in ROW_TERMS or column.startswith(ANNOUNCED):
        yield path.removeprefix(GIVEN)
        return
    node = inspector().formulas.get(column)
    for part in _told_of(book, node, row) if node is not None else ():
        for name in reached(part):
            yield from _missing(book, at_row(name, row), seen)
        for whole in columns(part):
            yield from _missing_of_rows(book, whole, seen)


def _missing_of_rows(book: Book, whole: str, seen: set[str]) -> Iterator[str]:
    """The fields that the rows without a value in a column wait for; most wait for the same as those before them."""
    terms: dict[str, None] = {}
    looked_through = 0
    for row in [n for n, value in enumerate(book.checked.column(whole)) if value is None]:
        again = [cell_path(term, row) for term in terms if book.checked.column(term)[row] is None]
        if not again and looked_through == LOOKED_THROUGH:
            return
        looked_through += not again
        for path in again or _missing(book, cell_path(whole, row), seen):
            if row_of(path) is not None:
                terms[column_path(path)] = None
            yield path


def _told_of(book: Book, node: Node, row: int | None) -> list[Node]:
    """The conditions that decide about a formula and the branch taken; what lies beyond an open condition waits."""

    def value(part: Node) -> Value | None:
        found: Value | None = value_of(
            part, inspector().kinds, lambda name: book.checked.value(at_row(name, row)), book.checked.column
        )
        return found

    told_of = path_taken(node, value)
    still_open = next((n for n, part in enumerate(told_of) if value(part) is None), len(told_of) - 1)
    return told_of[: still_open + 1]
