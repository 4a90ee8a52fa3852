"""The columns of a row table in the workbook: what is typed, what is in force, words, results and states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache

from ..domain.declarations import given_path
from ..domain.exact import Value
from ..domain.formula import Kind, columns, names
from ..domain.message import N_
from ..domain.path import row_number, whole_column
from ..domain.scenario import COLUMNS, inspector
from ..domain.term import NO_UNIT, Term, Unit
from ..presentation.book import Book
from ..presentation.layout import ColumnOf, RowTable
from ..presentation.table import ROW_TERMS
from .figures import columns_of, kind_of, label_of, options_of, quantities, unit_of
from .page import letter

IN_FORCE = N_("In force")
EXPORTED = N_("As exported")


class Part(StrEnum):
    """What a column of the workbook holds of a declared column."""

    TYPED = "typed"
    IN_FORCE = "in force"
    WORD = "word"
    ANNOUNCED = "announced"
    CALCULATED = "calculated"
    STATE = "state"
    NUMBER = "number of the row"
    EXPORTED = "as exported"


#: What a person types.
GIVEN_PARTS = frozenset({Part.TYPED, Part.ANNOUNCED})


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
    def is_code(self) -> bool:
        """Whether the column holds codes, beside which their words stand."""
        return self.part != Part.WORD and is_coded(self.of.path)

    @property
    def is_working(self) -> bool:
        """Whether formulas need the column more than readers do: it stands beyond the printed page."""
        match self.part:
            case Part.NUMBER | Part.EXPORTED:
                return True
            case Part.CALCULATED:
                return quantities()[self.of.path].internal or self.is_code
        return self.part == Part.IN_FORCE and self.is_code

    def values(self, book: Book) -> Sequence[Value | None]:
        """The column's exact values."""
        return book.results.column(self.path)


@dataclass(frozen=True)
class Plan:
    """A row table on its sheet: its columns and rows."""

    layout: RowTable
    slots: tuple[Slot, ...]
    top: int
    count: int
    languages: int  # the headings of groups have a row for each
    is_first: bool = True  # a table further down has a title, and stands in columns that are there already

    @cached_property
    def groups(self) -> bool:
        """Whether any columns stand under a common heading."""
        return any(slot.of.group for slot in self.shown)

    @cached_property
    def shown(self) -> tuple[Slot, ...]:
        """The columns for readers."""
        return tuple(slot for slot in self.slots if not slot.is_working)

    @property
    def printed(self) -> int:
        """The last printed column."""
        return self.shown[-1].column

    @property
    def over(self) -> int:
        """The row of the headings of groups."""
        return self.top + (0 if self.is_first else 1)

    @property
    def heading(self) -> int:
        """The row of the headings."""
        return self.over + (self.languages if self.groups else 0)

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
        return {slot.path: slot for slot in self.slots if slot.part not in (Part.WORD, Part.STATE, Part.EXPORTED)}

    def ranges(self, title: str) -> dict[str, str]:
        """The cells of each whole column, as formulas of any sheet name them; none of a table without rows."""
        if not self.count:
            return {}
        sheet = title.replace("'", "''")
        return {whole_column(path): f"'{sheet}'!{self.cells(s.column)}" for path, s in self.by_path().items()}

    def on(self, columns: Sequence[int]) -> "Plan":
        """The plan with its columns for readers on these, and on those behind them where they are too few."""
        behind = max(columns, default=0) + 1
        places = iter([*columns, *range(behind, behind + len(self.shown))])
        return replace(self, slots=tuple(s if s.is_working else replace(s, column=next(places)) for s in self.slots))

    def with_workings(self, first: int) -> "Plan":
        """The plan with its workings from a column on."""
        places = iter(range(first, first + len(self.slots)))
        placed = (replace(slot, column=next(places)) if slot.is_working else slot for slot in self.slots)
        return replace(self, slots=tuple(sorted(placed, key=lambda slot: slot.column)))


def plan(layout: RowTable, book: Book, top: int, languages: int, *, is_first: bool = True) -> Plan:
    """What columns a table has: declared ones, those of its section that are not, the number of its rows."""
    slots = [slot for column in _complete(layout) for slot in _slots(column)]
    number = row_number(layout.table)
    if number in _numbered():
        slots.append(Slot(Part.NUMBER, ColumnOf(number, label_of(number)), number))
    slots += [replace(slot, part=Part.EXPORTED) for slot in slots if slot.part in GIVEN_PARTS]
    return Plan(layout, tuple(slots), top, book.rows(layout.table), languages, is_first)


def is_coded(path: str) -> bool:
    """Whether the cells of a path hold codes, beside which their words stand."""
    return bool(options_of(path)) or kind_of(path) == Kind.FLAG


@lru_cache(maxsize=1)
def _numbered() -> frozenset[str]:
    """Every name and whole column of a formula, among them the numbers of rows."""
    return frozenset(path for node in inspector().formulas.values() for path in (*names(node), *columns(node)))


def _complete(layout: RowTable) -> Iterator[ColumnOf]:
    yield from layout.columns
    declared = {c.path for c in layout.columns}
    terms = [t.path for t in COLUMNS.get(layout.table, ())]
    every = (*terms, *columns_of(layout.table))
    yield from (ColumnOf(path, label_of(path)) for path in every if path not in declared)


def _slots(column: ColumnOf) -> Iterator[Slot]:
    term = ROW_TERMS.get(column.path)
    if column.agrees:
        yield Slot(Part.STATE, column, "")
    elif column.name.startswith("announced_"):
        yield Slot(Part.ANNOUNCED, column, column.path)
    elif term is None:
        yield from _calculated(column)
    else:
        yield Slot(Part.TYPED, column, given_path(term))
        if is_coded(column.path):
            yield Slot(Part.WORD, column, column.path)
        if term.default:
            yield Slot(Part.IN_FORCE, column, column.path)


def _calculated(column: ColumnOf) -> Iterator[Slot]:
    """A calculated column; of one of codes readers see the words."""
    is_internal = quantities()[column.path].internal
    if is_coded(column.path) and not is_internal:
        yield Slot(Part.WORD, column, column.path)
        yield Slot(Part.CALCULATED, ColumnOf(column.path, label_of(column.path)), column.path)
    elif is_internal:
        yield Slot(Part.CALCULATED, ColumnOf(column.path, label_of(column.path)), column.path)
    else:
        yield Slot(Part.CALCULATED, column, column.path)
