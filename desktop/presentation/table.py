"""Tables: what screen, workbook and command line show alike. Raw values, never formatted text.

A section declares its sheet once as statements (a line an item, before and after side by side)
and row tables (a row a series). `Table` lays such a declaration over a scenario and its results
and answers cell by cell, so that ten thousand rows cost nothing until they are looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from ..domain.declarations import given_path
from ..domain.evaluate import path_taken, value_of
from ..domain.exact import Value
from ..domain.formula import MISSING, Call, Kind, Name, Node, parse
from ..domain.message import N_, Message
from ..domain.path import ANNOUNCED, at_row, cell_path
from ..domain.quantity import Basis
from ..domain.record import record
from ..domain.scenario import ANNOUNCEABLE, COLUMNS, QUANTITIES, TERMS, Scenario, calculator
from ..domain.term import NO_UNIT, Option, Term, Unit, exact_value
from .book import NEW_YORK, Book
from .date_bases import AMERICAN as AMERICAN_BASES
from .date_bases import basis_of_date
from .layout import (
    AMERICAN,
    CONSOLIDATED,
    FIELD_HEADINGS,
    FIELDS_OF_CONSOLIDATION,
    ColumnOf,
    Comparison,
    Field,
    Group,
    Layout,
    Line,
    RowTable,
    Sheet,
    Statement,
    WordRow,
    WordTable,
    kind_of,
    options_of,
    unit_of,
)


class Role(StrEnum):
    """What a cell is, which decides how it looks."""

    LABEL = "label"
    UNIT = "unit"
    GIVEN = "given"
    CALCULATED = "calculated"
    ANNOUNCED = "announced"
    STATE = "state"
    WORD = "word"
    BASIS = "basis"
    EMPTY = "empty"


class Agreement(StrEnum):
    """Whether the issuer's printed figure is the calculated one."""

    AGREES = "agrees"
    DIFFERS = "differs"


AGREEMENT_WORDS = {Agreement.AGREES: N_("agrees"), Agreement.DIFFERS: N_("differs")}


@dataclass(frozen=True, slots=True)  # made by the hundred at every keystroke
class Cell:
    """One cell: its role, its raw value (a `Message` where it is text of ours), and where it comes from."""

    role: Role
    value: Value | Message | None = None
    unit: Unit = NO_UNIT
    path: str = ""  # of the term or quantity: "shares.issued", "options[3].rights"
    formula: Node | None = None
    kind: Kind = Kind.NUMBER
    signed: bool = False
    weekday: bool = False  # a date that is shown with its weekday


EMPTY = Cell(Role.EMPTY)


def basis_of(path: str, book: Book) -> Basis | None:
    """What a quantity or a date rests on, in a split or a consolidation; nothing for what else is given."""
    basis = QUANTITIES[path].basis if path in QUANTITIES else None
    if basis is None or (book.market == NEW_YORK and path in AMERICAN_BASES):
        basis = basis_of_date(path, book.market)
    return basis.of(consolidation=book.is_consolidation) if basis else None


def field_heading(statement: Statement, column: Field, book: Book) -> str:
    """The heading of a statement's column, to be translated."""
    return event_words(statement.headings.get(column, FIELD_HEADINGS[column]), book)


def event_words(words: str, book: Book) -> str:
    """Words as they suit the event: a consolidation is no split, and New York has dates of its own."""
    if book.is_consolidation and words in CONSOLIDATED:
        return CONSOLIDATED[words]
    return AMERICAN.get(words, words) if book.market == NEW_YORK else words


def field_words(words: Message, book: Book) -> Message:
    """The label of a field as it suits the event."""
    if words.fields:
        return words
    fewer = FIELDS_OF_CONSOLIDATION.get(words.text) if book.is_consolidation else None
    return Message(fewer or event_words(words.text, book))


@record(frozen=True)
class Row:
    """One line of a laid-out table: a group heading, an item, a total, or a row."""

    kind: str  # "group", "item", "total", "row", "words"
    group: Group | None = None
    line: Line | None = None
    index: int = -1
    words: WordRow | None = None


class Table:
    """A layout over a calculated scenario: `rows` × `columns`, cell by cell.

    Lines that do not apply to the case are left out, but for `every`: a workbook has them all, for its inputs change.
    """

    def __init__(self, layout: Layout, book: Book, *, every: bool = False) -> None:
        self.layout = layout
        self.book = book
        self._every = every
        self.rows = self._rows()

    def _rows(self) -> tuple[Row, ...]:
        if isinstance(self.layout, Statement):
            return _statement_rows(self.layout, self.book, every=self._every)
        if isinstance(self.layout, WordTable):
            return tuple(Row("words", words=words) for words in self.layout.rows(self.book))
        count = self.book.rows(self.layout.table)
        totals = ("total",) if any(has_total(c, self.book) for c in self.layout.columns) else ()
        return tuple(Row(kind) for kind in totals) + _numbered(count)

    @property
    def columns(self) -> tuple[Field, ...] | tuple[ColumnOf, ...] | tuple[str, ...]:
        """The columns: fields of a statement, columns of a row table, or headings of a table of words."""
        match self.layout:
            case Statement():
                return self.layout.fields
            case WordTable():
                return self.layout.headings
        return self.layout.columns

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place."""
        line = self.rows[row]
        if isinstance(self.layout, Statement):
            cell = statement_cell(self.book, line, self.layout.fields[column])
            return replace(cell, weekday=True) if self.layout.weekdays and cell.kind == Kind.DATE else cell
        if isinstance(self.layout, WordTable):
            return word_cell(line, column)
        return row_cell(self.book, line, self.layout.columns[column])


def has_total(column: ColumnOf, book: Book) -> bool:
    """Whether a column has a total to speak of: a figure in one of its rows."""
    return bool(column.total) and any(value is not None for value in book.results.column(column.path))


def _numbered(count: int) -> tuple[Row, ...]:
    while len(_ROWS) < count:
        _ROWS.append(Row("row", index=len(_ROWS)))
    return tuple(_ROWS[:count])


_ROWS: list[Row] = []


def _statement_rows(statement: Statement, book: Book, *, every: bool = False) -> tuple[Row, ...]:
    rows: list[Row] = []
    for group in statement.groups:
        listed = (line for line in group.lines if _is_listed(statement, line, book))
        lines = [Row("item", group, line) for line in listed if every or _concerns(line, book)]
        if statement.weekdays:
            lines.sort(key=lambda row: _day(row, book))
        rows += [Row("group", group), *lines] if group.title and lines else lines
    return tuple(rows)


def _is_listed(statement: Statement, line: Line, book: Book) -> bool:
    """Whether a line belongs to the market and, in a sparse statement, has something to say."""
    return line.market in ("", book.market) and (not statement.sparse or is_known(line, book))


def _day(row: Row, book: Book) -> date:
    """The day of a line of dates; those that are not known come last."""
    day = book.value(row.line.after) if row.line else None
    return day if isinstance(day, date) else date.max


def _concerns(line: Line, book: Book) -> bool:
    """Whether any figure of a line speaks of this case, known or not."""
    return is_known(line, book) or any(figure(book, path) is not EMPTY for path in line.paths)


def is_shown(layout: Layout | Comparison, book: Book) -> bool:
    """Whether a layout has anything to show in its place: no table without rows, no sparse statement without lines."""
    match layout:
        case RowTable():
            return book.rows(layout.table) > 0
        case Statement():
            return not layout.sparse or bool(_statement_rows(layout, book))
        case WordTable():
            return bool(layout.rows(book))
    return True


def shown_tables(sheet: Sheet, book: Book) -> tuple[Layout, ...]:
    """The tables of a sheet that have something to show."""
    return tuple(layout for layout in sheet.tables if is_shown(layout, book))


def is_known(line: Line, book: Book) -> bool:
    """Whether any figure of a line has a value."""
    return any(book.value(path) is not None for path in line.paths)


def statement_cell(book: Book, row: Row, column: Field) -> Cell:
    """One cell of a statement."""
    group, line = row.group, row.line
    if line is None:
        heading = Cell(Role.LABEL, Message(event_words(group.title, book)), group.unit) if group else EMPTY
        return heading if column == Field.LABEL else EMPTY
    match column:
        case Field.LABEL:
            label = line.fewer if is_fewer(line, book) else event_words(line.label, book)
            return Cell(Role.LABEL, Message(label), line_unit(line))
        case Field.UNIT:
            return Cell(Role.UNIT, None, line_unit(line))
        case Field.BEFORE | Field.INTERIM | Field.AFTER:
            return figure(book, line.path_in(column))
        case Field.CHANGE:
            return _change(book, line)
        case Field.MARKET_DAY:
            return _market_day(book, line)
        case Field.ANNOUNCED:
            return _announced(book, line)
        case Field.AGREES:
            return _agrees(book, line)
        case Field.BASIS:
            basis = line_basis(line, book)
            return Cell(Role.BASIS, Message(basis.short)) if basis else EMPTY


def figure(book: Book, path: str) -> Cell:
    """The cell of a scalar: given where a term was typed, else calculated."""
    if not path:
        return EMPTY
    value, formula = book.value(path), calculator().formulas.get(path)
    given = _is_typed(book, path) or (formula is not None and _is_typed(book, passed_on(book, formula)))
    if value is None and formula is not None and not applies(book, formula, None):
        return EMPTY
    return Cell(Role.GIVEN if given else Role.CALCULATED, value, unit_of(path), path, formula, kind_of(path))


def passed_on(book: Book, formula: Node) -> str:
    """The term whose value a formula passes on as it is, such as a price that is not to be divided; or nothing."""
    if not isinstance(formula, Call) or formula.function != "IF":
        return ""
    branch = path_taken(formula, lambda part: value_of(part, calculator().kinds, book.value, book.results.column))[-1]
    return branch.path if isinstance(branch, Name) else ""


def _is_typed(book: Book, path: str) -> bool:
    return path in TERMS and _typed(book.scenario, path) is not None


def applies(book: Book, formula: Node, row: int | None) -> bool:
    """Whether a formula speaks of this case at all: a consolidation has no limit by ratio, a bond no shares per right.

    Where it does not, a cell is left blank; where an input is missing, it shows a dash.
    """

    def value(part: Node) -> object:
        return value_of(part, calculator().kinds, lambda name: book.value(at_row(name, row)), book.results.column)

    *conditions, branch = path_taken(formula, value)
    return branch != MISSING or any(value(condition) is None for condition in conditions)


def _typed(scenario: Scenario, path: str) -> object:
    section, _, name = path.partition(".")
    return getattr(getattr(scenario, section), name)


def line_unit(line: Line) -> Unit:
    """The unit of a line's figures."""
    return unit_of(line.paths[0]) if line.paths else NO_UNIT


def line_basis(line: Line, book: Book) -> Basis | None:
    """What a line's calculated figure rests on."""
    found = (basis_of(path, book) for path in (line.after, line.change, line.interim, line.before))
    return next((basis for basis in found if basis), None)


def _change(book: Book, line: Line) -> Cell:
    if line.change:
        cell = figure(book, line.change)
        if is_fewer(line, book) and isinstance(cell.value, int | Fraction):
            return replace(cell, value=-cell.value)
        return replace(cell, signed=True)
    formula = difference(line)
    if formula is None or EMPTY in (figure(book, line.before), figure(book, line.after)):
        return EMPTY
    value = evaluated(book, formula)
    return Cell(Role.CALCULATED, value, line_unit(line), "", formula, kind_of(line.after), signed=True)


def is_fewer(line: Line, book: Book) -> bool:
    """Whether a line tells of a decrease in words."""
    value = book.value(line.change) if line.fewer else None
    return isinstance(value, int | Fraction) and value < 0


def difference(line: Line) -> Node | None:
    """After less before, where a line has both as numbers of one unit."""
    if not (line.before and line.after) or kind_of(line.after) not in (Kind.COUNT, Kind.NUMBER):
        return None
    if unit_of(line.after) == NO_UNIT or unit_of(line.after).style in ("ratio", "percent"):
        return None
    return parse(f"{line.after} - {line.before}")


def evaluated(book: Book, formula: Node) -> Value | None:
    """The value of a formula of the table's own."""
    value: Value | None = value_of(formula, calculator().kinds, book.value, book.results.column)
    return value


MARKET_DAYS = {True: N_("business day"), False: N_("closed day")}


def _market_day(book: Book, line: Line) -> Cell:
    """Whether the market is open on a line's day: that of New York for ADRs."""
    day = book.value(line.after)
    market = NEW_YORK if line.after.startswith("adr.") else book.market
    is_open = book.is_open(day, market) if isinstance(day, date) else None
    return EMPTY if is_open is None else Cell(Role.WORD, Message(MARKET_DAYS[is_open]))


def word_cell(row: Row, column: int) -> Cell:
    """One cell of a table of words: the day, then sentences."""
    if row.words is None:
        return EMPTY
    if column == 0:
        return Cell(Role.LABEL, row.words.day, kind=Kind.DATE, weekday=True)
    return Cell(Role.WORD, row.words.words[column - 1])


def announced_path(line: Line) -> str:
    """The quantity of a line that issuers print."""
    return line.announced or next((p for p in (line.after, line.change) if p in ANNOUNCEABLE), "")


def _announced(book: Book, line: Line) -> Cell:
    path = announced_path(line)
    if not path:
        return EMPTY
    value = exact_value(book.announced(path)) if book.announced(path) is not None else None
    return Cell(Role.ANNOUNCED, value, unit_of(path), f"{ANNOUNCED}{path}", kind=kind_of(path))


def _agrees(book: Book, line: Line) -> Cell:
    path = announced_path(line)
    return agreement(exact_value(book.announced(path)), book.value(path), path) if path else EMPTY


def agreement(printed: Value | None, calculated: Value | None, path: str) -> Cell:
    """The state of a printed figure beside the calculated one of that path."""
    if printed is None or calculated is None:
        return Cell(Role.STATE, None, path=path)
    state = Agreement.AGREES if printed == calculated else Agreement.DIFFERS
    return Cell(Role.STATE, Message(AGREEMENT_WORDS[state]), path=path)


def row_cell(book: Book, row: Row, column: ColumnOf) -> Cell:
    """One cell of a row table."""
    if row.kind == "total":
        return _total(book, column)
    if column.agrees:
        printed, calculated = (book.results.column(p)[row.index] for p in (column.path, column.agrees))
        return agreement(printed, calculated, cell_path(column.agrees, row.index))
    value = book.results.column(column.path)[row.index]
    term = ROW_TERMS.get(column.path)
    unit, kind = unit_of(column.path), kind_of(column.path)
    path = cell_path(column.path, row.index)
    if term is None and column.name.startswith("announced_"):
        return Cell(Role.ANNOUNCED, value, unit, path, kind=kind)
    if term is None:
        formula = calculator().formulas[column.path]
        if value is None and not applies(book, formula, row.index):
            return EMPTY
        options = options_of(column.path)
        if options and value is not None:
            return Cell(Role.WORD, choice_word(options, value), unit, path, formula, kind)
        return Cell(Role.CALCULATED, value, unit, path, formula, kind, QUANTITIES[column.path].signed)
    if term.options:
        return Cell(Role.WORD, choice_word(term.options, value), unit, path, None, kind)
    return Cell(_row_role(book, row, term), value, unit, path, calculator().formulas.get(column.path), kind)


def _row_role(book: Book, row: Row, term: Term) -> Role:
    """The role of a given cell: what is in force by default was not typed."""
    if term.name.startswith("announced_"):
        return Role.ANNOUNCED
    typed = book.results.column(given_path(term))[row.index] is not None
    return Role.GIVEN if typed else Role.CALCULATED


ROW_TERMS: dict[str, Term] = {t.path: t for terms in COLUMNS.values() for t in terms}


def choice_word(options: Sequence[Option], code: object) -> Message | None:
    """The words of a choice's code."""
    return next((Message(o.text) for o in options if o.code == code), None)


def _total(book: Book, column: ColumnOf) -> Cell:
    if column.total:
        return figure(book, column.total)
    return EMPTY


def has_content(sheet: Sheet, book: Book) -> bool:
    """Whether a sheet has anything to show: a value in one of its cells, or one of those that it needs."""
    if sheet.needs:
        return any(_is_known(book, path) for path in sheet.needs)
    return any(_has_value(layout, book) for layout in sheet.tables)


def _has_value(layout: Layout, book: Book) -> bool:
    if isinstance(layout, RowTable):
        return layout.table in COLUMNS and book.rows(layout.table) > 0  # what is calculated alone needs no sheet
    if isinstance(layout, WordTable):
        return False  # it only says in words what stands above it
    paths = (path for group in layout.groups for line in group.lines for path in line.paths)
    return any(_is_known(book, path) for path in paths)


def _is_known(book: Book, path: str) -> bool:
    if path in TERMS:
        return _is_typed(book, path)
    return book.value(path) is not None
