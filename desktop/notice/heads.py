"""Tables of one row below the names of its columns: each value belongs to the name above it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..domain.record import record
from .candidate import Candidate
from .paths import CODE, COMPANY_NAME
from .rows import Value, value_at
from .tokens import Tokens
from .vocabulary import Label

_CELL = re.compile(r"[^\s][^\t\n]*?(?=\t| {2,}|[ ]*$)")
_LEAST = 3
_CODE = re.compile(r"(?:証券|銘柄)?コード(?:番号)?")
_NAME = re.compile(r"銘柄(?:名)?|会社名|発行会社(?:名)?|社名")
_IS_CODE = re.compile(r"\d[\dA-Z]{3}")
_IS_NAME = re.compile(r"[^\d\s][^\s]{1,40}")

_Span = tuple[int, int]


@record(frozen=True)
class Column:
    """The name of a column, by a label that fills its cell."""

    label: Label
    start: int
    end: int


def _cells(shape: str, start: int, end: int) -> list[_Span]:
    return [(match.start(), match.end()) for match in _CELL.finditer(shape, start, end)]


def below_heads(text: Tokens, named: Sequence[Column]) -> Iterator[tuple[Label, Value]]:
    """The labels of columns with the values of the one row below them."""
    for head, row in _tables(text.shape, named):
        for (start, end), (place, _) in zip(head, row, strict=True):
            label = _filling(named, start, end)
            value = value_at(text, place, label.kind) if label else None
            if label and value:
                yield label, value


def company_below(text: Tokens, named: Sequence[Column]) -> Iterator[Candidate]:
    """The name and the code of the issuer below the names of their columns."""
    for head, row in _tables(text.shape, named):
        for (start, end), (place, behind) in zip(head, row, strict=True):
            for path, words, form in ((CODE, _CODE, _IS_CODE), (COMPANY_NAME, _NAME, _IS_NAME)):
                if words.fullmatch(text.text, start, end) and form.fullmatch(text.text, place, behind):
                    yield Candidate(path, text.text[place:behind], place, behind, 3)


def _filling(named: Sequence[Column], start: int, end: int) -> Label | None:
    """The label that fills a cell, but for what brackets add."""
    found = bisect_left(named, start, key=lambda one: one.start)
    if found < len(named) and named[found].start == start and 2 * (named[found].end - start) > end - start:
        return named[found].label
    return None


def _tables(shape: str, named: Sequence[Column]) -> Iterator[tuple[list[_Span], list[_Span]]]:
    """The heads that name two columns and more, each with its row; none where more rows follow."""
    lines = sorted(
        {shape.rfind("\n", 0, one.start) + 1 for one, other in pairwise(named) if _is_beside(shape, one, other)}
    )
    for line in lines:
        head, end = _line(shape, line)
        if len(head) < _LEAST or sum(_filling(named, *cell) is not None for cell in head) < _LEAST - 1:
            continue
        rows = _rows(shape, end)
        row, other = next(rows, []), next(rows, [])
        if len(row) == len(head) != len(other):
            yield head, row


def _is_beside(shape: str, one: Column, other: Column) -> bool:
    return "\n" not in shape[one.end : other.start]


def _line(shape: str, start: int) -> tuple[list[_Span], int]:
    end = shape.find("\n", start)
    end = len(shape) if end < 0 else end
    return _cells(shape, start, end), end


def _rows(shape: str, place: int) -> Iterator[list[_Span]]:
    """The lines behind a place, up to an empty one."""
    while place < len(shape):
        cells, place = _line(shape, place + 1)
        if not cells:
            return
        yield cells
