"""Tables of dividends: columns named by payments, and a row for each forecast."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..domain.record import record
from .dates import Dated
from .dividend_words import DIVIDEND, INTERIM, OTHER, PART, PAYMENT, TOTAL, YEAR_END, RowName, row_name, with_quarters
from .numbers import Figure
from .phrases import around
from .tokens import D, N, Tokens

_TOKEN = re.compile(
    rf"{PAYMENT}|(?P<date>{D})|(?P<value>{N})|(?P<glued>(?<![\d.])-{{0,3}}(?:\d{{1,4}}\.\d\d-{{0,2}})+(?![\d.]))"
    r"|(?P<none>(?<![\w-])-{1,3}(?:\s?円(?:\s?-{1,2}\s?銭)?)?(?![\w-])|未定|無配|(?<![A-Za-z])(?:n/a|nil|undecided|tbd)(?![A-Za-z]))"
    r"|(?P<end>。|\.\s+(?=[A-Z]))|(?P<bracket>\([^()\n]*\))|(?P<word>[^\W\d_\ue000-\ue002]+)",
    re.IGNORECASE,
)  # fmt: skip
#: Words of a head and behind an amount that say nothing of their own.
_PLAIN = re.compile(
    r"円|銭|株|当たり|あたり|配当金?|基準日?|予想|の"
    r"|yen|jpy|sen|per|share|dividends?|record|date|end|of|in|payment|and|cash|注|fiscal|quarter|year|forecasts?"
    r"|円銭|金額|ごと|内訳なし|株当たり|株当たり配当金|配当金の額|JPY|usd",
    re.IGNORECASE,
)
_REACH = 1500
_LARGEST = 10**6
_MOST_COLUMNS = 6


@record(frozen=True)
class Column:
    """A payment that heads a column, and the day beside it."""

    payment: str
    start: int
    end: int
    day: Dated | None = None


@record(frozen=True)
class Row:
    """A row: what it holds, and an amount or none for each column."""

    name: RowName
    cells: dict[str, Figure | None]
    start: int


@record(frozen=True)
class Table:
    """A table of dividends."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    start: int
    end: int

    @property
    def payments(self) -> tuple[Column, ...]:
        """The columns but for the total."""
        return tuple(one for one in self.columns if one.payment != TOTAL)


class _Row:
    """A row that is being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.words: list[str] = []
        self.cells: list[tuple[int, Figure | None]] = []


def tables(text: Tokens) -> Iterator[Table]:
    """The tables of dividends of a text."""
    shape = with_quarters(text)
    for start, end in around(text.text, DIVIDEND, _REACH):
        found = list(_TOKEN.finditer(shape, start, end))
        n = 0
        while n < len(found):
            if _kind(found[n]) not in _HEADING:
                n += 1
                continue
            columns, behind = _head(text, found, n)
            columns, behind = (columns, behind) if columns else _head_of_days(text, found, n)
            if len({one.payment for one in columns}) < 2 or len(columns) > _MOST_COLUMNS:
                n = max(behind, n + 1)
                continue
            rows, behind = _rows(text, found, behind)
            named = _named(text, columns, rows)
            if named:
                yield Table(*named, columns[0].start, found[behind - 1].end())
            n = behind


def _kind(match: re.Match[str]) -> str:
    return match.lastgroup or ""


_NAMES = ("first", "interim", "third", "year_end", TOTAL)
_HEADING = (*_NAMES, "date")


def _head(text: Tokens, found: Sequence[re.Match[str]], n: int) -> tuple[list[Column], int]:
    """The payments that follow each other from a place on, with nothing between that says anything."""
    columns, behind = list[Column](), n
    while n < len(found):
        match, kind = found[n], _kind(found[n])
        n += 1
        if kind in _NAMES:
            columns.append(Column(kind, match.start(), match.end()))
            behind = n
        elif kind == "date" and columns and behind == n - 1 and columns[-1].day is None:
            last = columns[-1]
            columns[-1] = Column(last.payment, last.start, last.end, text.date_at(match.start()))
            behind = n
        elif kind == "bracket":
            if columns and behind == n - 1:
                columns[-1] = _with_day(text, columns[-1], match)
                behind = n
        elif kind != "word" or not _PLAIN.fullmatch(match[0]):
            break
    return columns, behind


def _head_of_days(text: Tokens, found: Sequence[re.Match[str]], n: int) -> tuple[list[Column], int]:
    """Two days that head columns: the middle and the end of a fiscal year."""
    own = found[n : n + 2]
    days = [day for match in own if _kind(match) == "date" and (day := text.date_at(match.start()))]
    if len(days) != 2 or (days[1].month - days[0].month) % 12 != 6 or "\n" in text.text[days[0].end : days[1].start]:
        return [], n
    columns = [Column(name, day.start, day.end, day) for name, day in zip((INTERIM, YEAR_END), days, strict=True)]
    behind, n = _head(text, found, n + 2)
    return (columns + behind, n) if len(behind) == 1 and behind[0].payment == TOTAL else (columns, n)


def _with_day(text: Tokens, column: Column, bracket: re.Match[str]) -> Column:
    """A column with the day of the bracket behind it."""
    day = next((one for one in text.dates if bracket.start() < one.start < bracket.end()), None)
    return Column(column.payment, column.start, column.end, day) if day and column.day is None else column


def _rows(text: Tokens, found: Sequence[re.Match[str]], n: int) -> tuple[list[_Row], int]:
    """The rows from a place on, up to a sentence or another head."""
    rows = [_Row(found[n].start() if n < len(found) else 0)]
    while n < len(found):
        match, kind = found[n], _kind(found[n])
        if kind == "end" or kind in _NAMES or _ITEM.match(match.string, match.start() - 1):
            break
        cells = list(_cells(text, match, kind))
        if cells:
            rows[-1].cells += cells
        elif not (rows[-1].cells and _says_nothing(match, kind)):
            if rows[-1].cells:
                rows.append(_Row(match.start()))
            rows[-1].words.append(match[0])
        n += 1
    return rows, n


#: The number of another part of the text.
_ITEM = re.compile(rf"\n(?:{N}[.)、]|\({N}\)[ \t]*[^\W\d_])")


def _says_nothing(match: re.Match[str], kind: str) -> bool:
    """Whether something behind an amount belongs to it."""
    if kind == "bracket":
        return len(match[0]) < 6 and "前" not in match[0] and "後" not in match[0]
    return kind == "word" and bool(_PLAIN.fullmatch(match[0]))


_GLUED = re.compile(r"\d{1,4}\.\d\d|-")


def _unglued(match: re.Match[str]) -> Iterator[tuple[int, Figure | None]]:
    """The amounts of columns that are printed without anything between them."""
    for one in _GLUED.finditer(match[0]):
        start = match.start() + one.start()
        is_none = one[0] == "-"
        yield start, None if is_none else Figure(start, start + len(one[0]), Fraction(one[0]), "", grouped=False)


_INSIDE = re.compile(rf"\(\s?(?:(?P<value>{N})|-{{1,3}})\s?(?:円|yen)?\s?\)")


def _cells(text: Tokens, match: re.Match[str], kind: str) -> Iterator[tuple[int, Figure | None]]:
    """The amount of a token, or that there is none; brackets may hold either."""
    if kind == "glued":
        yield from _unglued(match)
    inside = _INSIDE.fullmatch(match[0]) if kind == "bracket" else None
    if kind == "none" or (inside and not inside["value"]):
        yield match.start(), None
    elif kind == "value" or inside:
        figure = text.figure_at(match.start() + (inside.start("value") if inside else 0))
        if figure and figure.unit in ("", "money") and figure.value < _LARGEST:
            yield match.start(), figure


def _named(
    text: Tokens, columns: Sequence[Column], rows: Sequence[_Row]
) -> tuple[tuple[Column, ...], tuple[Row, ...]] | None:
    """The columns and rows that fit each other; a total at the front may be the title of the table."""
    for own in _possible(columns):
        found = list[Row]()
        above = ""
        for one in rows:
            name = row_name(" ".join(one.words))
            if name.which == "" and above:
                name = RowName(above, name.basis)
            above = name.which if one.cells and name.which != PART else above
            cells = _by_column(text, own, one.cells)
            if cells is not None and name.which not in ("", PART, OTHER):
                found.append(Row(name, cells, one.start))
        if found:
            return own, tuple(found)
    return None


def _possible(columns: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    names = [one.payment for one in columns]
    if names[0] == TOTAL:
        rest = columns[1:]
        if len({one.payment for one in rest}) == len(rest):
            yield tuple(rest)
    if len(set(names)) == len(names):
        yield tuple(columns)


def _by_column(
    text: Tokens, columns: Sequence[Column], cells: Sequence[tuple[int, Figure | None]]
) -> dict[str, Figure | None] | None:
    """The cells under their columns: by their number, else by tabs; none where they do not fit."""
    if len(cells) == len(columns):
        return {column.payment: figure for column, (_, figure) in zip(columns, cells, strict=True)}
    heads = {_tabs(text.text, one.start): one.payment for one in columns}
    places = [_tabs(text.text, place) for place, _ in cells]
    lines = {text.text.rfind("\n", 0, place) for place, _ in cells}
    if not cells or len(lines) > 1 or len(heads) != len(columns) or 0 in places or not heads.keys() >= set(places):
        return None
    if len(set(places)) != len(places):
        return None
    return {heads[tab]: figure for tab, (_, figure) in zip(places, cells, strict=True)}


def _tabs(text: str, place: int) -> int:
    return text.count("\t", text.rfind("\n", 0, place) + 1, place)
