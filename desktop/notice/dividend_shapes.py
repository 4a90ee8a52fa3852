"""Tables of dividends the other way round: forecasts as columns, payments as rows."""

import re
from collections.abc import Iterator, Sequence

from .dividend_tables import Column, Row, Table
from .dividend_words import DIVIDEND, OTHER, PAYMENT, PREVIOUS, REVISED, RowName, row_name, with_quarters
from .numbers import Figure
from .phrases import around
from .tokens import N, Tokens

_REACH = 900
_CELL = re.compile(r"[^\s](?:[^\t\n]*?[^\s])??(?=\s*?(?:\t| {2,}|\n|$))")
_PAYMENT = re.compile(rf"[^\w]*(?:{PAYMENT})(?:[^\w]*(?:\([^()]*\)|dividend|配当金?|\(円\)|forecast))*", re.IGNORECASE)
_AMOUNT = re.compile(rf"\(?\s?(?P<value>{N})\s?(?:円|yen)?(?:\s?per share)?\s?\)?", re.IGNORECASE)
_MOST_ROWS, _MOST_COLUMNS = 8, 6
_LONGEST_NAME = 60

_Cell = tuple[int, str]


def transposed(text: Tokens) -> Iterator[Table]:
    """Tables with a column for each forecast and a row for each payment."""
    shape = with_quarters(text)
    for start, end in around(text.text, DIVIDEND, _REACH):
        lines = _lines(shape, start, end)
        for n, line in enumerate(lines):
            if not 2 <= len(line) <= _MOST_COLUMNS:
                continue
            names = [row_name(words) for _, words in line]
            kinds = [one.which for one in names if one.which in (PREVIOUS, REVISED)]
            if sorted(kinds) == [PREVIOUS, REVISED] and not any(_AMOUNT.fullmatch(words) for _, words in line):
                table = _table(text, names, lines[n + 1 : n + 1 + _MOST_ROWS], line[0][0])
                if table is not None:
                    yield table


def _lines(shape: str, start: int, end: int) -> list[list[_Cell]]:
    found, place = list[list[_Cell]](), start
    for line in shape[start:end].splitlines(keepends=True):
        found.append([(place + match.start(), match[0]) for match in _CELL.finditer(line)])
        place += len(line)
    return [line for line in found if line]


def _table(text: Tokens, names: Sequence[RowName], lines: Sequence[Sequence[_Cell]], start: int) -> Table | None:
    columns = list[Column]()
    cells: list[dict[str, Figure | None]] = [{} for _ in names]
    end = start
    for line in lines:
        payment = _PAYMENT.fullmatch(line[0][1]) if len(line[0][1]) <= _LONGEST_NAME else None
        has_corner = len(line) == len(names) and names[0].which == OTHER
        own = line if has_corner else line[1:]
        if payment is None or payment.lastgroup is None or len(own) != len(names):
            break
        kind, place = payment.lastgroup, line[0][0] + payment.start(payment.lastgroup)
        columns.append(Column(kind, place, place + len(payment[kind])))
        for n, (at, words) in enumerate(own):
            cells[n][kind] = _figure(text, at, words)
        end = own[-1][0] + len(own[-1][1])
    if not columns or len({one.payment for one in columns}) < len(columns):
        return None
    own_rows = (
        Row(name, row, start) for name, row in zip(names, cells, strict=True) if name.which in (PREVIOUS, REVISED)
    )
    return Table(tuple(columns), tuple(own_rows), start, end)


def _figure(text: Tokens, place: int, words: str) -> Figure | None:
    amount = _AMOUNT.fullmatch(words)
    figure = text.figure_at(place + amount.start("value")) if amount else None
    return figure if figure and figure.unit in ("", "money") else None
