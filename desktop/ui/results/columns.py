"""Which columns of a table the screen shows: some are merged into others, empty ones are left out."""

from collections.abc import Sequence

from ...domain.formula import Kind
from ...domain.message import N_
from ...domain.record import record
from ...domain.term import MONEY_STYLES, NO_UNIT, Unit
from ...presentation.book import Book
from ...presentation.layout import (
    FIELD_HEADINGS,
    ColumnOf,
    Field,
    Layout,
    RowTable,
    Statement,
    WordTable,
    kind_of,
    label_of,
    unit_of,
)
from ...presentation.table import ROW_TERMS, difference, line_basis

NONE = -1
HEADLINE = "headline"  # the statement with the large figures

FIELD_TIPS = {
    Field.BEFORE: N_("Before the event; blue figures are given"),
    Field.INTERIM: N_("Between the ex-rights date and the effective date of the ADRs"),
    Field.AFTER: N_("After the event"),
    Field.CHANGE: N_("After less before"),
    Field.ANNOUNCED: N_("As the issuer printed it: ✓ agrees with the calculated figure, ≠ differs"),
    Field.MARKET_DAY: N_("Whether the market is open: Tokyo for the shares, New York for ADRs"),
    Field.BASIS: N_("The law or practice that the figure rests on"),
}

#: The fields that disappear when space ends, in this order.
DROPPED = {Field.BASIS: 1, Field.CHANGE: 2, Field.MARKET_DAY: 3}


@record(frozen=True)
class ShownColumn:
    """A column on the screen: `index` in the table; `agrees` the column whose mark stands beside the figure."""

    index: int
    heading: str
    tip: str
    right: bool
    group: str = ""
    unit: Unit = NO_UNIT
    agrees: int = NONE
    strong: bool = False
    quiet: bool = False
    drop: int = 0
    field: Field | None = None


def all_columns(layout: Layout) -> tuple[ShownColumn, ...]:
    """Every column that the screen may show of a layout."""
    if isinstance(layout, Statement):
        return tuple(_of_field(layout, f) for f in layout.fields if f not in (Field.UNIT, Field.AGREES))
    if isinstance(layout, WordTable):
        return tuple(ShownColumn(n, heading, "", right=False) for n, heading in enumerate(layout.headings))
    return tuple(_of_column(layout, n, c) for n, c in enumerate(layout.columns) if not c.agrees)


def _of_field(layout: Statement, field: Field) -> ShownColumn:
    merged = field == Field.ANNOUNCED and Field.AGREES in layout.fields
    return ShownColumn(
        index=layout.fields.index(field),
        heading=layout.headings.get(field, FIELD_HEADINGS[field]),
        tip=FIELD_TIPS.get(field, ""),
        right=field not in (Field.LABEL, Field.BASIS, Field.MARKET_DAY),
        agrees=layout.fields.index(Field.AGREES) if merged else NONE,
        strong=field == Field.AFTER and Field.BEFORE in layout.fields,
        quiet=field == Field.CHANGE and layout.name == HEADLINE,
        drop=DROPPED.get(field, 0),
        field=field,
    )


def _of_column(layout: RowTable, index: int, column: ColumnOf) -> ShownColumn:
    agrees = (n for n, c in enumerate(layout.columns) if c.agrees and c.path == column.path)
    return ShownColumn(
        index=index,
        heading=column.heading,
        tip=label_of(column.path),
        right=kind_of(column.path) not in (Kind.TEXT, Kind.CHOICE),
        group=column.group,
        unit=_heading_unit(layout, column),
        agrees=next(agrees, NONE),
        strong=column.path.endswith("_after"),
    )


def _heading_unit(layout: RowTable, column: ColumnOf) -> Unit:
    """The currency that a heading states, once for the whole group; counts are named by their headings."""
    together = [c for c in layout.columns if c.group == column.group] if column.group else [column]
    units = {unit_of(c.path) for c in together if unit_of(c.path).style in MONEY_STYLES}
    return units.pop() if len(units) == 1 else NO_UNIT


def with_content(layout: Layout, columns: Sequence[ShownColumn], book: Book) -> tuple[ShownColumn, ...]:
    """The columns that have something to show in this book; the first always."""
    if isinstance(layout, Statement):
        return tuple(c for c in columns if c.field is not None and _field_has_content(layout, c.field, book))
    if isinstance(layout, WordTable):
        return tuple(columns)
    filled = [c for n, c in enumerate(columns) if n == 0 or _is_filled(layout.columns[c.index], book)]
    figures = {c.group for c in filled if not _is_word(layout.columns[c.index])}
    return tuple(c for c in filled if not c.group or c.group in figures)  # no rule of rounding without a price


def _field_has_content(layout: Statement, field: Field, book: Book) -> bool:
    lines = [line for group in layout.groups for line in group.lines]
    match field:
        case Field.BEFORE | Field.AFTER:
            return any(line.path_in(field) for line in lines)
        case Field.INTERIM:
            return any(line.interim and book.value(line.interim) is not None for line in lines)
        case Field.CHANGE:
            return any(line.change or difference(line) is not None for line in lines)
        case Field.ANNOUNCED:
            return any(book.announced(path) is not None for line in lines for path in (*line.paths, line.announced))
        case Field.BASIS:
            return any(line_basis(line, book) for line in lines)
    return True


def _is_filled(column: ColumnOf, book: Book) -> bool:
    return any(value is not None for value in book.results.column(column.path))  # count() would compare fractions


def _is_word(column: ColumnOf) -> bool:
    term = ROW_TERMS.get(column.path)
    return term is not None and bool(term.options)
