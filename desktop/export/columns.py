"""The columns of a row table in the workbook: what is typed, what is in force, words, results and states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from ..domain.calculation import given_path
from ..domain.exact import Value
from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.path import whole_column
from ..domain.scenario import COLUMNS, QUANTITIES
from ..domain.term import NO_UNIT, Term, Unit
from ..presentation.layout import ColumnOf, RowTable, kind_of, label_of, unit_of
from ..presentation.table import ROW_TERMS, Book
from .page import letter
from .values import in_words

IN_FORCE = N_("In force")


class Part(StrEnum):
    """What a column of the workbook holds of a declared column."""

    TYPED = "typed"
    IN_FORCE = "in force"
    WORD = "word"
    ANNOUNCED = "announced"
    CALCULATED = "calculated"
    STATE = "state"


@dataclass(frozen=True)
class Slot:
    """One column of the sheet; `path` names its values in the results (`given.options[].kind`)."""

    part: Part
    of: ColumnOf
    path: str
    column: int = 0

    @property
    def kind(self) -> Kind:
        """What the column's cells hold."""
        return kind_of(self.of.path)

    @property
    def term(self) -> Term | None:
        """The term that the column belongs to; none for a calculated one."""
        return ROW_TERMS.get(self.of.path)

    @property
    def unit(self) -> Unit:
        """The unit of the column's figures; none for words."""
        return NO_UNIT if self.part in (Part.WORD, Part.STATE) else unit_of(self.of.path)

    @property
    def is_working(self) -> bool:
        """Whether formulas need the column more than readers do: it stands beyond the printed page."""
        if self.part == Part.CALCULATED:
            return QUANTITIES[self.of.path].internal
        return self.part == Part.IN_FORCE and self.term is not None and in_words(self.term)

    def values(self, book: Book) -> Sequence[Value | None]:
        """The column's exact values."""
        return book.results.column(self.path)


@dataclass(frozen=True)
class Plan:
    """A row table on its sheet: its columns and rows."""

    layout: RowTable
    slots: tuple[Slot, ...]
    printed: int  # the last printed column
    top: int
    count: int
    languages: int  # the headings of groups have a row for each

    @cached_property
    def groups(self) -> bool:
        """Whether any columns stand under a common heading."""
        return any(slot.of.group for slot in self.slots)

    @property
    def heading(self) -> int:
        """The row of the headings."""
        return self.top + (self.languages if self.groups else 0)

    @property
    def total(self) -> int:
        """The row of the totals, directly under the headings; 0 for none."""
        return self.heading + 1 if any(slot.of.total for slot in self.slots) else 0

    @property
    def first(self) -> int:
        """The first row of data."""
        return (self.total or self.heading) + 1

    @property
    def end(self) -> int:
        """The first row below the table."""
        return self.first + self.count

    def cells(self, column: int) -> str:
        """The data of a column: `$P$9:$P$18`."""
        return f"${letter(column)}${self.first}:${letter(column)}${self.end - 1}"

    def by_path(self) -> dict[str, Slot]:
        """The column that formulas mean by a path."""
        return {slot.path: slot for slot in self.slots if slot.part not in (Part.WORD, Part.STATE)}

    def ranges(self, title: str) -> dict[str, str]:
        """The cells of each whole column, as formulas of any sheet name them; none of a table without rows."""
        if not self.count:
            return {}
        sheet = title.replace("'", "''")
        return {whole_column(path): f"'{sheet}'!{self.cells(s.column)}" for path, s in self.by_path().items()}


def plan(layout: RowTable, book: Book, top: int, languages: int) -> Plan:
    """Where the columns of a table stand: declared ones, those of its section that are not, workings last."""
    slots = [slot for column in _complete(layout) for slot in _slots(column)]
    shown = [slot for slot in slots if not slot.is_working]
    beyond = [slot for slot in slots if slot.is_working]
    placed = [replace(slot, column=n) for n, slot in enumerate(shown, 1)]
    # A blank column keeps workings apart from what is printed.
    placed += [replace(slot, column=len(shown) + 2 + n) for n, slot in enumerate(beyond)]
    return Plan(layout, tuple(placed), len(shown), top, book.rows(layout.table), languages)


def _complete(layout: RowTable) -> Iterator[ColumnOf]:
    yield from layout.columns
    declared = {c.path for c in layout.columns}
    every = [t.path for t in COLUMNS[layout.table]] + [q.id for q in QUANTITIES.values() if q.table == layout.table]
    yield from (ColumnOf(path, label_of(path)) for path in every if path not in declared)


def _slots(column: ColumnOf) -> Iterator[Slot]:
    term = ROW_TERMS.get(column.path)
    if column.agrees:
        yield Slot(Part.STATE, column, "")
    elif term is None:
        yield Slot(Part.CALCULATED, column, column.path)
    elif term.name.startswith("announced_"):
        yield Slot(Part.ANNOUNCED, column, column.path)
    else:
        yield Slot(Part.TYPED, column, given_path(term))
        if in_words(term):
            yield Slot(Part.WORD, column, column.path)
        if term.default:
            yield Slot(Part.IN_FORCE, column, column.path)
