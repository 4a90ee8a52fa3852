"""The result tables as grids: the cells that the screen shows, in words; columns without content are left out."""

from collections.abc import Sequence

from ...domain.formula import Kind
from ...domain.message import N_, Message
from ...domain.path import cell_path
from ...domain.term import MONEY_STYLES, NO_UNIT, Unit
from ...i18n import BREAK, Locale
from ...presentation.book import Book
from ...presentation.layout import ColumnOf, Field, Layout, RowTable, Statement, WordTable, kind_of, unit_of
from ...presentation.plain import cell_text
from ...presentation.table import (
    AGREEMENT_WORDS,
    Agreement,
    Cell,
    Role,
    Table,
    event_words,
    field_heading,
)
from ...presentation.table import Row as TableRow
from .grid import BLANK, CONTINUED, Column, Entry, Grid, Row, RowKind
from .marks import Ink

#: Of a longer table the first rows are printed, and the report says so.
MOST_ROWS = 1000
FIRST_ROWS = N_("The first {shown} of {count} rows; the Excel workbook has all of them.")
NUMBER = N_("No.")
HEADLINE, CANDIDATES = "headline", "candidates"

_FIGURES = (Field.BEFORE, Field.INTERIM, Field.AFTER, Field.CHANGE, Field.ANNOUNCED)
_WRAPS = (Field.LABEL, Field.BASIS)
_INKS = {Role.GIVEN: Ink.GIVEN, Role.ANNOUNCED: Ink.SECONDARY, Role.BASIS: Ink.SECONDARY, Role.UNIT: Ink.SECONDARY}
_SMALL = (Role.ANNOUNCED, Role.BASIS, Role.UNIT, Role.STATE)


def grid(layout: Layout, book: Book, locale: Locale) -> Grid:
    """A layout over a book as a grid."""
    match layout:
        case Statement():
            return _statement(layout, book, locale)
        case WordTable():
            return _words(layout, book, locale)
    return _rows(layout, book, locale)


# -- statements: a line an item


def _statement(layout: Statement, book: Book, locale: Locale) -> Grid:
    table = Table(layout, book)
    fields = layout.fields
    every = [
        Column(locale.hinted(field_heading(layout, f, book)), f in _FIGURES and not layout.weekdays, f in _WRAPS)
        for f in fields
    ]
    rows = [_line(table, n, row, locale) for n, row in enumerate(table.rows)]
    items = [row for row in rows if row.kind != RowKind.GROUP]
    kept = [n for n in range(len(fields)) if n == 0 or any(row.entries[n].text for row in items)]
    return Grid(
        tuple(every[n] for n in kept),
        tuple(row if row.kind == RowKind.GROUP else Row(tuple(row.entries[n] for n in kept)) for row in rows),
        large=layout.name == HEADLINE,
        continued=locale.text(CONTINUED),
    )


def _line(table: Table, index: int, row: TableRow, locale: Locale) -> Row:
    layout, book = table.layout, table.book
    if row.line is None:
        return Row((Entry(cell_text(table.cell(index, 0), book, locale)),), RowKind.GROUP)
    fields = layout.fields if isinstance(layout, Statement) else ()
    is_headline = layout.name == HEADLINE
    return Row(tuple(
        _entry(table.cell(index, n), book, locale, indent=row.line.indent if f == Field.LABEL else 0,
               bold=(f == Field.AFTER if is_headline else row.line.strong and f in (Field.LABEL, *_FIGURES[:-1])))
        for n, f in enumerate(fields)
    ))  # fmt: skip


def _entry(cell: Cell, book: Book, locale: Locale, *, bold: bool = False, indent: int = 0) -> Entry:
    text = locale.hinted(cell.value) if isinstance(cell.value, Message) else cell_text(cell, book, locale)
    if not text:
        return BLANK
    ink = _INKS.get(cell.role, Ink.TEXT)
    if cell.role == Role.STATE:
        return _state(cell, text)
    if cell.role == Role.BASIS:
        text = text.replace("・", f"・{BREAK}")
    if cell.value is None and cell.role == Role.CALCULATED:
        ink, bold = Ink.SECONDARY, False
    return Entry(text, bold, ink, indent, cell.role in _SMALL)


def _state(cell: Cell, text: str) -> Entry:
    """Whether a printed figure agrees: a sign and the word."""
    differs = isinstance(cell.value, Message) and cell.value.text == AGREEMENT_WORDS[Agreement.DIFFERS]
    if differs:
        return Entry(text, bold=True, ink=Ink.ERROR, small=True, shape="differs")
    return Entry(text, ink=Ink.SECONDARY, small=True, shape="holds")


# -- row tables: a row a series


def _rows(layout: RowTable, book: Book, locale: Locale) -> Grid:
    shown = _with_content(layout, book)
    table = Table(RowTable(layout.name, layout.table, shown, layout.title), book)
    known = [n for n, row in enumerate(table.rows) if not _is_open(layout, row, book)]
    kept = known[: MOST_ROWS + sum(row.kind == "total" for row in table.rows[:1])]
    numbered = _needs_numbers(shown, book, len(known))
    rows = [_row(table, n, table.rows[n], locale, numbered=numbered) for n in kept]
    columns = [_column(c, shown, book, locale) for c in shown]
    count = book.rows(layout.table)
    cut = locale.text(FIRST_ROWS, shown=locale.number(MOST_ROWS), count=locale.number(count))
    return Grid(
        (*([Column(locale.text(NUMBER), right=True)] if numbered else []), *columns),
        tuple(rows),
        title=locale.text(layout.title) if layout.title else "",
        note=cut if count > MOST_ROWS else "",
        names=1 + numbered,
    )


def _with_content(layout: RowTable, book: Book) -> tuple[ColumnOf, ...]:
    """The first column, and those with a value; no rule of rounding without a price."""
    filled = [c for n, c in enumerate(layout.columns) if n == 0 or _is_filled(c, book)]
    figures = {c.group for c in filled if _is_figure(c)}
    return tuple(c for c in filled if not c.group or c.group in figures)


def _is_filled(column: ColumnOf, book: Book) -> bool:
    paths = (column.path, column.agrees) if column.agrees else (column.path,)
    return all(any(value is not None for value in book.results.column(path)) for path in paths)


def _is_open(layout: RowTable, row: TableRow, book: Book) -> bool:
    """Whether a row waits for a ratio of the person's own to be tried."""
    if layout.name != CANDIDATES or row.index < 0:
        return False
    return book.value(cell_path(layout.columns[0].path, row.index)) is None


def _needs_numbers(shown: Sequence[ColumnOf], book: Book, count: int) -> bool:
    """Whether the first column does not tell the rows apart."""
    names = book.results.column(shown[0].path)[:count]
    return len(set(names)) < len(names) or None in names


def _row(table: Table, index: int, row: TableRow, locale: Locale, *, numbered: bool) -> Row:
    is_total = row.kind == "total"
    entries = [_entry(table.cell(index, n), table.book, locale) for n in range(len(table.columns))]
    if is_total:
        entries[0] = Entry(locale.text("Total"))
        entries = [Entry(e.text, ink=Ink.TEXT) for e in entries]
    number = [BLANK if is_total else Entry(locale.number(row.index + 1), ink=Ink.SECONDARY, small=True)]
    return Row((*(number if numbered else []), *entries), RowKind.TOTAL if is_total else RowKind.ITEM)


def _column(column: ColumnOf, shown: Sequence[ColumnOf], book: Book, locale: Locale) -> Column:
    heading = locale.hinted(event_words(column.heading, book))
    if column.agrees:
        return Column(heading, group=_group(column, shown, book, locale))
    unit = unit_of(column.path)
    if unit.style in MONEY_STYLES and unit != _group_unit(column, shown):
        heading = _with_unit(heading, unit, book, locale)
    is_figure = _is_figure(column)
    return Column(heading, is_figure, not is_figure, _group(column, shown, book, locale))


def _is_figure(column: ColumnOf) -> bool:
    return kind_of(column.path) in (Kind.COUNT, Kind.NUMBER, Kind.DATE)


def _group(column: ColumnOf, shown: Sequence[ColumnOf], book: Book, locale: Locale) -> str:
    """The heading over neighbouring columns, with the currency that they share."""
    if not column.group:
        return ""
    unit = _group_unit(column, shown)
    title = locale.text(event_words(column.group, book))
    return _with_unit(title, unit, book, locale) if unit != NO_UNIT else title


def _group_unit(column: ColumnOf, shown: Sequence[ColumnOf]) -> Unit:
    """The money that all columns of a group are in."""
    if not column.group:
        return NO_UNIT
    units = {unit_of(c.path) for c in shown if c.group == column.group and unit_of(c.path).style in MONEY_STYLES}
    return units.pop() if len(units) == 1 else NO_UNIT


def _with_unit(label: str, unit: Unit, book: Book, locale: Locale) -> str:
    words = locale.unit(unit, book.currency)
    return locale.hinted(N_("{label} ({unit})"), label=label, unit=words) if words else label


# -- tables of words


def _words(layout: WordTable, book: Book, locale: Locale) -> Grid:
    table = Table(layout, book)
    columns = tuple(Column(locale.text(heading), wraps=n > 0) for n, heading in enumerate(layout.headings))
    rows = tuple(
        Row(tuple(Entry(cell_text(table.cell(n, c), book, locale), small=c > 0) for c in range(len(columns))))
        for n in range(len(table.rows))
    )
    note = locale.text(layout.note) if layout.note else ""
    return Grid(columns, rows, locale.text(layout.title), note)
