"""Ruled tables on a page: the cells that its lines make, merged ones whole."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..domain.record import record
from .page_rulings import Ruling
from .page_signs import Word

#: Points within which two ends meet, or two lines are one.
_MEET, _SAME = 3.0, 2.0
_MOST_CELLS = 6000


@record(frozen=True)
class Cell:
    """A cell: the first row and column that it takes, its box and the words in it."""

    row: int
    column: int
    left: float
    right: float
    words: tuple[Word, ...]


@record(frozen=True)
class Grid:
    """A ruled table: its box and its cells, row by row."""

    left: float
    bottom: float
    right: float
    top: float
    cells: tuple[Cell, ...]


def grids(lines: Sequence[Ruling], words: Sequence[Word]) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page and the words outside them; a frame around anything else is no table."""
    found, rest = list[Grid](), list(words)
    for group in _groups(lines):
        xs, ys = _open_sided(group, 0), _open_sided(group, 1)
        if (len(xs) < 3 and len(ys) < 3) or min(len(xs), len(ys)) < 2 or len(xs) * len(ys) > _MOST_CELLS:
            continue
        inside = [one for one in rest if xs[0] < _middle(one) < xs[-1] and ys[0] < one.middle < ys[-1]]
        cells = _cells(group, xs, ys, inside)
        if len(cells) > 1:
            found.append(Grid(xs[0], ys[0], xs[-1], ys[-1], cells))
            taken = {id(one) for one in inside}
            rest = [one for one in rest if id(one) not in taken]
    return found, rest


def _middle(word: Word) -> float:
    return (word.left + word.right) / 2


def _groups(lines: Sequence[Ruling]) -> list[list[Ruling]]:
    """The lines that meet one another."""
    order = sorted(range(len(lines)), key=lambda n: lines[n][0])
    return [[lines[n] for n in joined] for joined in _joined(order, _meetings(lines, order))]


def _meetings(lines: Sequence[Ruling], order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of lines that meet, found from left to right."""
    open_lines = list[int]()
    for n in order:
        left, bottom, _, top = lines[n]
        open_lines = [m for m in open_lines if lines[m][2] + _MEET >= left]
        for m in open_lines:
            if lines[m][1] - _MEET <= top and bottom - _MEET <= lines[m][3]:
                yield n, m
        open_lines.append(n)


def _joined(members: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of members that pairs join, in the order of the members."""
    parents = {n: n for n in members}

    def root(n: int) -> int:
        while parents[n] != n:
            parents[n] = parents[parents[n]]
            n = parents[n]
        return n

    for one, other in pairs:
        parents[root(one)] = root(other)
    groups = dict[int, list[int]]()
    for n in members:
        groups.setdefault(root(n), []).append(n)
    return list(groups.values())


def _positions(lines: Iterable[Ruling], side: int) -> list[float]:
    """Where lines stand across a direction: 0 the upright ones, 1 the level ones."""
    at = sorted((one[side] + one[side + 2]) / 2 for one in lines if _is_upright(one) == (side == 0))
    found = list[float]()
    for place in at:
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _open_sided(lines: Sequence[Ruling], side: int) -> list[float]:
    """The places of lines with those where the lines across them end, for tables that are open at their sides."""
    found = _positions(lines, side)
    across = [one for one in lines if _is_upright(one) == (side == 1)]
    if not found or not across:
        return found
    first, last = min(one[side] for one in across), max(one[side + 2] for one in across)
    before, after = [first] if first < found[0] - 2 * _MEET else [], [last] if last > found[-1] + 2 * _MEET else []
    return before + found + after


def _is_upright(line: Ruling) -> bool:
    return line[3] - line[1] > line[2] - line[0]


def _cells(lines: Sequence[Ruling], xs: list[float], ys: list[float], words: Sequence[Word]) -> tuple[Cell, ...]:
    """The cells of a table, from its top: the fields between its lines, joined where no line parts them."""
    columns, rows = len(xs) - 1, len(ys) - 1
    joined = _joined(range(columns * rows), _unparted(lines, xs, ys))
    cell_of = {field: n for n, fields in enumerate(joined) for field in fields}
    held = [list[Word]() for _ in joined]
    for one in words:
        held[cell_of[_field(one, xs, ys)]].append(one)
    cells = (_cell(fields, xs, rows, own) for fields, own in zip(joined, held, strict=True))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _unparted(lines: Sequence[Ruling], xs: Sequence[float], ys: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The pairs of neighbouring fields without a line between them; fields are numbered row by row from below."""
    columns, rows = len(xs) - 1, len(ys) - 1
    upright = [[one for one in lines if _is_upright(one) and abs((one[0] + one[2]) / 2 - x) <= _SAME] for x in xs]
    level = [[one for one in lines if not _is_upright(one) and abs((one[1] + one[3]) / 2 - y) <= _SAME] for y in ys]
    for n in range(columns * rows):
        row, column = divmod(n, columns)
        if column + 1 < columns and not _covered(upright[column + 1], 1, ys[row], ys[row + 1]):
            yield n + 1, n
        if row + 1 < rows and not _covered(level[row + 1], 0, xs[column], xs[column + 1]):
            yield n + columns, n


def _field(word: Word, xs: Sequence[float], ys: Sequence[float]) -> int:
    """The number of the field that holds the middle of a word."""
    columns, rows = len(xs) - 1, len(ys) - 1
    column = min(max(bisect_right(xs, _middle(word)) - 1, 0), columns - 1)
    row = min(max(bisect_right(ys, word.middle) - 1, 0), rows - 1)
    return row * columns + column


def _cell(fields: Sequence[int], xs: Sequence[float], rows: int, words: Sequence[Word]) -> Cell:
    """The cell of fields that were joined."""
    columns = len(xs) - 1
    row = rows - 1 - max(fields) // columns
    first, last = min(n % columns for n in fields), max(n % columns for n in fields)
    return Cell(row, first, xs[first], xs[last + 1], tuple(words))


def _covered(lines: Iterable[Ruling], side: int, start: float, end: float) -> bool:
    """Whether lines part what lies between two places for more than half of the way."""
    covered = sum(max(0.0, min(one[side + 2], end) - max(one[side], start)) for one in lines)
    return covered > 0.5 * (end - start)
