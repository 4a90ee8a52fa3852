"""Layouts: what a section declares once of its sheet, before any figure is known.

A sheet is a list of statements (a line an item, before and after side by side) and row tables (a row a
series), each naming the terms and quantities that stand in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property

from ..domain.formula import Kind
from ..domain.message import N_, Message
from ..domain.path import ROW, name_of
from ..domain.record import record
from ..domain.scenario import COLUMNS, QUANTITIES, TERMS
from ..domain.tables import LABELS
from ..domain.term import NO_UNIT, Option, Term, Unit
from .book import Book


class Field(StrEnum):
    """The columns that a statement may have, in this order."""

    LABEL = "label"
    UNIT = "unit"
    BEFORE = "before"
    INTERIM = "interim"
    AFTER = "after"
    CHANGE = "change"
    MARKET_DAY = "market_day"
    ANNOUNCED = "announced"
    AGREES = "agrees"
    BASIS = "basis"


#: Headings that name the event, where it is a consolidation.
CONSOLIDATED = {
    N_("Before"): N_("Before consolidation"),
    N_("After"): N_("After consolidation"),
    N_("Added shares per share (statutory ratio)"): N_("Change in shares per share"),
    N_("Last day with rights"): N_("Last day before consolidation"),
    N_("Ex-rights date"): N_("First day after consolidation"),
    N_("Effective date"): N_("Effective date"),
    N_("On shares before"): N_("On shares before consolidation"),
    N_("On shares after"): N_("On shares after consolidation"),
    N_("Earlier forecast, on shares after"): N_("Earlier forecast, on shares after consolidation"),
    N_("Each, before"): N_("Each, before consolidation"),
    N_("Each, after"): N_("Each, after consolidation"),
}

#: What fields are called where the shares become fewer.
FIELDS_OF_CONSOLIDATION = {
    N_("Authorised after"): N_("Authorised after consolidation"),
    N_("Issued shares after"): N_("Issued shares after consolidation"),
    N_("Increase in issued shares"): N_("Decrease in issued shares"),
    N_("After the split, as announced"): N_("After the consolidation, as announced"),
}

#: Words for an event on a United States exchange.
AMERICAN = {
    N_("Japan"): N_("United States"),
    N_("Last day with rights"): N_("Last day at the old price"),
    N_("Ex-rights date"): N_("Ex-date"),
    N_("Effective date"): N_("Payable date"),
}

FIELD_HEADINGS = {
    Field.LABEL: N_("Item"),
    Field.UNIT: N_("Unit"),
    Field.BEFORE: N_("Before"),
    Field.INTERIM: N_("Between the dates"),
    Field.AFTER: N_("After"),
    Field.CHANGE: N_("Change"),
    Field.MARKET_DAY: N_("Market"),
    Field.ANNOUNCED: N_("Announced"),
    Field.AGREES: N_("Agrees?"),
    Field.BASIS: N_("Rests on"),
}


@record(frozen=True)
class Line:
    """An item of a statement: the paths of its figures; `announced` the quantity that issuers print."""

    label: str
    before: str = ""
    interim: str = ""
    after: str = ""
    change: str = ""  # the path of a quantity; by default the difference
    announced: str = ""
    strong: bool = False
    indent: int = 0
    market: str = ""  # the market that alone knows the item
    fewer: str = ""  # the label on the screen where the change is below zero, which is then shown as it is in size

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its figures."""
        return tuple(path for path in (self.before, self.interim, self.after, self.change) if path)

    def path_in(self, column: Field) -> str:
        """The path of its figure in a column; nothing where the column has none of its own."""
        match column:
            case Field.BEFORE:
                return self.before
            case Field.INTERIM:
                return self.interim
            case Field.AFTER:
                return self.after
            case Field.CHANGE:
                return self.change
        return ""


@record(frozen=True)
class Group:
    """Lines under a heading; the unit stands in the heading where all lines share it."""

    title: str
    lines: tuple[Line, ...]

    @cached_property
    def unit(self) -> Unit:
        """The unit that all lines share, or none."""
        units = {unit_of(path) for line in self.lines for path in line.paths}
        return units.pop() if len(units) == 1 else NO_UNIT


@record(frozen=True)
class Statement:
    """Groups of lines with figures side by side."""

    name: str
    groups: tuple[Group, ...]
    fields: tuple[Field, ...]
    headings: Mapping[Field, str] = field(default_factory=dict)  # where they are not the usual ones
    sparse: bool = False  # on the screen, lines of which nothing is known are left out
    weekdays: bool = False  # its dates carry their weekdays


@record(frozen=True)
class ColumnOf:
    """A column of a row table; `agrees` names the calculated column that a printed one is held against."""

    path: str
    heading: str
    group: str = ""
    total: str = ""
    agrees: str = ""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


@record(frozen=True)
class RowTable:
    """A table with a row for each row of a section, under a title where it is not the first of its sheet."""

    name: str
    table: str
    columns: tuple[ColumnOf, ...]
    title: str = ""


@record(frozen=True)
class WordRow:
    """A row of a table of words: its day and, under each further heading, a message."""

    day: date
    words: tuple[Message, ...]


@record(frozen=True)
class WordTable:
    """Days and sentences, made from the book: nothing in it is calculated on. `note` explains the marks in it."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: Callable[[Book], tuple[WordRow, ...]]
    note: str = ""


Layout = Statement | RowTable | WordTable


@record(frozen=True)
class Comparison:
    """A clause of the articles before and after, as text side by side; the paths of its number."""

    name: str
    before: str
    after: str


@record(frozen=True)
class Sheet:
    """A result tab and a sheet of the workbook: its layouts one below the other, and notes.

    `needs` are figures of which one must be known for the sheet to be shown; otherwise any of its figures will do.
    """

    section: str
    title: str
    layouts: tuple[Layout | Comparison, ...]
    long_title: str = ""
    book_title: str = ""  # the name of the sheet in the workbook, where it is another than the tab's
    description: str = ""
    needs: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Layout, ...]:
        """The layouts that are tables."""
        return tuple(layout for layout in self.layouts if not isinstance(layout, Comparison))


#: What the column of every table is called that numbers its rows.
ROW_LABEL = N_("Row")


def _is_plain(path: str) -> bool:
    """Whether a name of formulas is neither a term nor a quantity: the number of a row, or a table to look into."""
    return name_of(path) == ROW or path in LABELS


def unit_of(path: str) -> Unit:
    """The unit of a term or quantity."""
    if _is_plain(path):
        return NO_UNIT
    return QUANTITIES[path].unit if path in QUANTITIES else _term(path).unit


def options_of(path: str) -> tuple[Option, ...]:
    """The codes and words of a choice, be it given or calculated."""
    if _is_plain(path):
        return ()
    return QUANTITIES[path].options if path in QUANTITIES else _term(path).options


def kind_of(path: str) -> Kind:
    """What a term or quantity holds."""
    if _is_plain(path):
        return Kind.COUNT if name_of(path) == ROW else Kind.TABLE
    return QUANTITIES[path].kind if path in QUANTITIES else _term(path).kind


def label_of(path: str) -> str:
    """The words of a term or quantity, to be translated."""
    if _is_plain(path):
        return LABELS.get(path, ROW_LABEL)
    return QUANTITIES[path].label if path in QUANTITIES else _term(path).label


def _term(path: str) -> Term:
    if path in TERMS:
        return TERMS[path]
    return next(t for terms in COLUMNS.values() for t in terms if t.path == path)
