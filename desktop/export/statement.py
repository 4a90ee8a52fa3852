"""Statements on a sheet: a line an item, with what it rests on and what the issuer printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..domain.exact import Value
from ..domain.formula import Kind
from ..domain.message import Message
from ..domain.scenario import QUANTITIES
from ..domain.tables import CLOSED
from ..presentation.book import NEW_YORK
from ..presentation.layout import Field, Line, Statement, kind_of, unit_of
from ..presentation.table import (
    AGREEMENT_WORDS,
    MARKET_DAYS,
    Table,
    announced_path,
    difference,
    field_heading,
    line_basis,
    line_unit,
)
from .agreement import put_announced, put_state
from .beside import put_beside
from .edition import BEYOND, ITALICS, Content
from .formats import Format, format_of
from .names import defined_name
from .page import Page, letter
from .rules import quoted, show_parts, show_state
from .styles import Look

FIGURES = (Field.BEFORE, Field.INTERIM, Field.AFTER, Field.CHANGE)
_NUMBER_WIDTH, _STATE_WIDTH, _UNIT_LEAST = 17.0, 10.0, 8.0
_LABEL_LEAST, _LABEL_MOST, _BASIS_MOST, _NUMBER_LEAST, _NUMBER_BELOW = 18.0, 44.0, 34.0, 10.0, 16.0


@dataclass(frozen=True)
class Places:
    """Where a statement stands: its label columns, the column of each field, and all of them."""

    labels: tuple[int, ...]
    fields: Mapping[Field, int]
    every: tuple[int, ...]
    is_below: bool = False  # under a table whose columns it uses: texts run over blank cells


def in_order(page: Page, statement: Statement) -> Places:
    """A statement's columns one after another, label columns first."""
    count = len(page.edition.words.locales)
    labels = tuple(range(1, count + 1))
    others = [f for f in statement.fields if f != Field.LABEL]
    fields: dict[Field, int] = {f: count + 1 + n for n, f in enumerate(others)}
    return Places(labels, fields, tuple(range(1, count + len(others) + 1)))


def below(page: Page, statement: Statement) -> Places:
    """Columns for a statement under a table: texts run over as many of its columns as they need."""
    words, book = page.edition.words, page.edition.book
    lines = [line for group in statement.groups for line in group.lines]
    # The first column, where it is repeated on a second page, keeps clear of texts that would be cut there.
    end = page.seam or page.printed + 1
    columns = [c for c in range(2 if page.seam else 1, end) if c not in page.folded]
    others = [f for f in statement.fields if f != Field.LABEL]
    if len(columns) < len(words.locales) + len(others):
        columns += range(end, end + len(words.locales) + len(others) - len(columns))
    labels = []
    for n in range(len(words.locales)):
        width = max(page.width_of(words.labels(x.label)[n], Look.LABEL_STRONG) for x in lines)
        labels.append(_span(page, columns, width, len(words.locales) - n - 1 + len(others)))
    fields: dict[Field, int] = {}
    for n, field in enumerate(others, 1):
        fields[field] = _column(page, columns, field, lines, len(others) - n)
    bases = [words.sentence(basis.short) for basis in (line_basis(line, book) for line in lines) if basis]
    if Field.BASIS in fields:
        rest = [c for c in range(fields[Field.BASIS], end) if c not in page.folded]
        _widen(page, rest or [fields[Field.BASIS]], max((page.width_of(t, Look.REMARK) for t in bases), default=0))
    last = max(end - 1, *fields.values())
    return Places(tuple(labels), fields, tuple(range(labels[0], last + 1)), is_below=True)


def _widen(page: Page, columns: Sequence[int], width: float) -> None:
    """Make columns together at least so wide."""
    lacking = max(0.0, width - sum(page.widths.get(c, 8) for c in columns))
    for column in columns:
        page.widths[column] = page.widths.get(column, 8) + lacking / len(columns)


def _span(page: Page, columns: list[int], width: float, kept: int) -> int:
    """The first of so many columns that a text has room in them; so many are kept for others."""
    taken = [columns.pop(0)]
    while sum(page.widths.get(c, 8) for c in taken) < width and len(columns) > kept:
        taken.append(columns.pop(0))
    _widen(page, taken, width)
    return taken[0]


def _column(page: Page, columns: list[int], field: Field, lines: Sequence[Line], kept: int) -> int:
    """The next column, made wide enough for a figure: figures cannot run over, though they may shrink a little."""
    if field in (Field.UNIT, Field.BASIS):
        return _span(page, columns, _field_width(page, field, lines) if field == Field.UNIT else 0, kept)
    column = columns.pop(0)
    shown = (field,) if field != Field.CHANGE else (Field.BEFORE, Field.AFTER)
    figures = [figure_width(page.edition.book.value(x.path_in(f))) for x in lines for f in shown]
    page.want(column, min(max(_NUMBER_LEAST, *figures), _NUMBER_BELOW))
    return column


def figure_width(value: Value | None) -> float:
    """The column width that a figure needs."""
    if not isinstance(value, int | Fraction):
        return 0
    places = next((p for p in range(6) if (value * 10**p).denominator == 1), 6)
    return min(18, len(f"{int(value):,}") * 1.09 + 2.6 + (places * 1.02 + 0.6 if places else 0))


def write_statement(page: Page, statement: Statement, places: Places) -> None:
    """Heading and lines, from the page's next row."""
    _heading(page, statement, places)
    first = page.row
    for row in Table(statement, page.edition.book, every=True).rows:
        if row.line is None:
            _group(page, row.group.title if row.group else "", places)
        else:
            _Writer(page, places, row.line).write()
        page.row += 1
    if Field.AGREES in places.fields:
        column = letter(places.fields[Field.AGREES])
        show_state(page, f"{column}{first}:{column}{page.row - 1}")


def set_widths(page: Page, statement: Statement, places: Places, label_most: float = _LABEL_MOST) -> None:
    """Widths for a statement that stands in columns of its own."""
    words = page.edition.words
    lines = [line for group in statement.groups for line in group.lines]
    for n, column in enumerate(places.labels):
        page.want(column, _LABEL_LEAST)
        for line in lines:
            look = Look.LABEL_STRONG if line.strong else Look.LABEL
            page.want(column, page.width_of(words.labels(line.label)[n], look, line.indent), label_most)
    for field, column in places.fields.items():
        page.want(column, _field_width(page, field, lines))


def _field_width(page: Page, field: Field, lines: Sequence[Line]) -> float:
    words, currency = page.edition.words, page.edition.book.currency
    if field == Field.UNIT:
        return max(_UNIT_LEAST, *(page.width_of(words.unit(line_unit(x), currency), Look.UNIT) for x in lines))
    if field == Field.AGREES:
        states = (words.title(text) for text in AGREEMENT_WORDS.values())
        return max(_STATE_WIDTH, *(page.width_of(text, Look.LABEL_STRONG) for text in states))
    if field == Field.BASIS:
        bases = (line_basis(line, page.edition.book) for line in lines)
        texts = [words.sentence(b.short) for b in bases if b]
        return min(_BASIS_MOST, max((page.width_of(text, Look.NOTE) for text in texts), default=16.0))
    return _NUMBER_WIDTH


def _heading(page: Page, statement: Statement, places: Places) -> None:
    words, row = page.edition.words, page.row
    for column, text in zip(
        places.labels, words.labels(field_heading(statement, Field.LABEL, page.edition.book)), strict=True
    ):
        page.put(row, column, Look.HEAD_LABEL, text)
    for field, column in places.fields.items():
        look = Look.HEAD_RIGHT
        if field in (Field.UNIT, Field.BASIS):
            look = Look.HEAD_OVER if places.is_below else Look.HEAD_TEXT
        elif field in (Field.AGREES, Field.MARKET_DAY):
            look = Look.HEAD
        text = field_heading(statement, field, page.edition.book)
        page.put(row, column, look, words.title(text) if look == Look.HEAD_OVER else words.lines(text))
    page.fill(row, places.every, Look.HEAD)
    page.heights[row] = 30 if len(words.locales) > 1 else 19
    page.row += 1


def _group(page: Page, title: str, places: Places) -> None:
    page.heading(page.row, places.every, (page.edition.words.title(title),))


class _Writer:
    """Writes one line."""

    def __init__(self, page: Page, places: Places, line: Line) -> None:
        self.page, self.places, self.line = page, places, line
        self.edition, self.row = page.edition, page.row
        self.notes: list[str] = []

    def write(self) -> None:
        for column, text in zip(self.places.labels, self.edition.words.labels(self.line.label), strict=True):
            look = Look.LABEL_STRONG if self.line.strong else Look.LABEL
            if self.places.is_below:
                look = Look.LABEL_OVER
            self.page.put(self.row, column, look, text, indent=self.line.indent)
            if not self.places.is_below:
                self.page.raise_for(self.row, column, text, look)
        for field in FIGURES:
            if field in self.places.fields:
                self._figure(field)
        self._unit()
        if Field.MARKET_DAY in self.places.fields:
            self._market_day()
        if Field.ANNOUNCED in self.places.fields:
            self._announced()
        self._basis()
        self.page.fill(self.row, self.places.every, Look.LABEL)

    def _figure(self, field: Field) -> None:
        path = self.line.path_in(field)
        if path:
            self._scalar(path, self.places.fields[field], signed=field == Field.CHANGE)
        elif field == Field.CHANGE and (formula := difference(self.line)):
            number = self._format(self.line.after, signed=True)
            self._content(self.places.fields[field], self.edition.worked_out(formula), number)

    def _scalar(self, path: str, column: int, *, signed: bool) -> None:
        """The quantity's own cell where it stands for the first time, else what that cell shows."""
        own = path in QUANTITIES and not self.edition.is_named(path)
        content = self.edition.figure(path) if own else self.edition.shown(path)
        if own:
            self.page.name(defined_name(path), self.row, column)
        self._content(column, content, self._format(path, signed=signed))

    def _content(self, column: int, content: Content, number: Format) -> None:
        look = Look.RESULT_STRONG if self.line.strong else Look.RESULT
        if not self.page.put_content(self.row, column, look, content, number):
            self.notes.append(self.edition.words.sentence(BEYOND))
        show_parts(self.page, f"{letter(column)}{self.row}", number)

    def _format(self, path: str, *, signed: bool = False) -> Format:
        return format_of(kind_of(path), unit_of(path), self.edition.decimals, signed=signed)

    def _unit(self) -> None:
        """The unit; beside a flag its word, beside a date (where two languages share the format) its weekday."""
        column = self.places.fields.get(Field.UNIT)
        if column is None:
            return
        path = self.line.paths[0] if self.line.paths else ""
        kind = kind_of(path) if path else Kind.NUMBER
        if kind in (Kind.FLAG, Kind.DATE):
            put_beside(self.page, self.row, column, path, kind)
            return
        unit = self.edition.words.unit(line_unit(self.line), self.edition.book.currency)
        self.page.put(self.row, column, Look.UNIT, unit)

    def _market_day(self) -> None:
        """Whether the market is open on the day: that of New York for ADRs, else that of the shares."""
        book, path = self.edition.book, self.line.after
        day, words = book.value(path), self.edition.words
        if path.startswith("adr."):
            market, formula = NEW_YORK, market_formula(self.page, path, "XNYS")
        else:
            market = book.market
            tokyo, new_york = (market_formula(self.page, path, one) for one in ("JPX", "XNYS"))
            formula = f'IF(schedule.market="JPX",{tokyo},{new_york})'
        is_open = book.is_open(day, market) if isinstance(day, date) else None
        word = None if is_open is None else words.title(MARKET_DAYS[is_open])
        self.page.put_content(self.row, self.places.fields[Field.MARKET_DAY], Look.STATE, Content(word, formula))

    def _announced(self) -> None:
        path = announced_path(self.line)
        if not path:
            return
        put_announced(self.page, self.row, self.places.fields[Field.ANNOUNCED], path)
        if Field.AGREES in self.places.fields:
            put_state(self.page, self.row, self.places.fields[Field.AGREES], path)

    def _basis(self) -> None:
        column = self.places.fields.get(Field.BASIS)
        if column is None:
            return
        basis = line_basis(self.line, self.edition.book)
        if self.places.is_below:
            self.page.put(self.row, column, Look.REMARK, self.edition.words.sentence(basis.short) if basis else "")
            if self.notes:
                self.page.remarks.append(self.edition.words.sentence(ITALICS))
            return
        text = beside_or_below(self.page, column, basis.short) if basis else ""
        note = "\n".join(filter(None, (text, *dict.fromkeys(self.notes))))
        self.page.put(self.row, column, Look.NOTE, note)
        self.page.raise_for(self.row, column, note, Look.NOTE)


def market_formula(page: Page, path: str, market: str) -> str:
    """Whether a market is open on a date; beyond the years of its calendar only weekends are known."""
    day, name = defined_name(path), CLOSED[market]
    closed, opened = (quoted(page.edition.words.title(MARKET_DAYS[is_open])) for is_open in (False, True))
    outside = f"OR({day}<{name}.first,{day}>{name}.last)"
    return f'IF({day}="","",IF(OR(WEEKDAY({day},2)>5,COUNTIF({name},{day})>0),{closed},IF({outside},"",{opened})))'


def beside_or_below(page: Page, column: int, message: str | Message) -> str:
    """Both languages on one line where the column is wide enough, else one above the other."""
    text = page.edition.words.sentence(message)
    fits = page.width_of(text, Look.NOTE) <= page.widths.get(column, 0)
    return text if fits else page.edition.words.lines(message)
