"""Whether a workbook's doubles give a formula's exact values in thousands of rows: judged at a glance where possible.

A column is harmless where its largest and smallest figures are. Where they are not, rows with the same codes and the
same kinds of numbers are looked at together, then halves of them, and row by row only those near the bounds.
"""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import inf, lcm
from typing import Any

from .doubles import (
    BLUR,
    CLOSE,
    DIRECTIONS,
    EXACT_BOUND,
    LOST,
    SMALL,
    WHOLE_BOUND,
    blur_of,
    bound_of_rounding,
    carries_value,
    found_alike,
)
from .evaluate import evaluator
from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, children, names, walk

_ROWS = 1e7  # more than a sheet has
_FEW = 8  # rows that are looked at one by one
_SLACK = 1 + 1e-9  # sizes are kept as doubles themselves


@dataclass(frozen=True, slots=True)
class Size:
    """No number is larger than `most` or, but for zero, smaller than `least`; denominators are up to `parts`.

    `plain` says that a spreadsheet finds each of the texts as it is.
    """

    most: float = 0.0
    parts: float = 1.0
    least: float = 1.0
    plain: bool = True


#: What is known of whole columns: by path their size, by "total of path" that of any total of their figures.
Sizes = MutableMapping[str, Size]


@dataclass(frozen=True, slots=True)
class Table:
    """What a formula over the rows of a table may name; `sizes` remembers those of columns from formula to formula."""

    kinds: Mapping[str, Kind]
    scalars: Mapping[str, Any]
    cells: Mapping[str, Sequence[Any]]
    sizes: Sizes = field(default_factory=dict)


def carries_rows(node: Node, table: Table, values: Sequence[Any]) -> list[bool]:
    """For each row of a table, which has these values, whether the workbook's doubles give the exact one."""
    return _Judge(node, table, values).judged()


class _Judge:
    """Judges one formula over the rows of its table."""

    def __init__(self, node: Node, table: Table, values: Sequence[Any]) -> None:
        self.node, self.values = node, values
        self.kinds, self.scalars, self.cells, self.sizes = table.kinds, table.scalars, table.cells, table.sizes
        self.used = [n for n in names(node) if n in self.cells]
        self.parts: dict[int, Callable[..., Any]] = {}  # how a part of the formula is evaluated
        self.answers: dict[tuple[Any, ...], bool] = {}  # by the figures in a row
        self.found: dict[int, bool] = {}

    def judged(self) -> list[bool]:
        """For each row, whether doubles carry its value."""
        if not self._is_harmless(self.node, self._size, size_of(self.values).least):
            for rows in self._alike():
                self._look(rows, _with_codes(self.node, self.cells, rows[0]))
        return [self.found.get(row, True) for row in range(len(self.values))]

    def _is_harmless(self, node: Node, size: Callable[[str], Size], least: float) -> bool:
        bound = _Bounds(size, self._total).bound(node, least)
        return bound is not None and bound.most < WHOLE_BOUND

    def _size(self, path: str) -> Size:
        """The size of a scalar or of a column."""
        if path not in self.cells:
            return size_of([self.scalars.get(path)])
        if path not in self.sizes:
            self.sizes[path] = size_of(self.cells[path])
        return self.sizes[path]

    def _total(self, path: str) -> Size:
        key = f"total of {path}"
        if key not in self.sizes:
            self.sizes[key] = _size_of_total(self.cells[path])
        return self.sizes[key]

    def _alike(self) -> Iterable[list[int]]:
        """The rows, those with the same codes and the same kinds of figures together."""
        compared = _compared(self.node)
        codes = [self.cells[name] for name in self.used if name in compared]
        others = [self.cells[name] for name in self.used if name not in compared]
        groups: dict[tuple[Any, ...], list[int]] = {}
        for row in range(len(self.values)):
            key = (*(column[row] for column in codes), *(type(column[row]) for column in others))
            groups.setdefault(key, []).append(row)
        return groups.values()

    def _look(self, rows: Sequence[int], node: Node) -> None:
        """Look at rows together, then at halves of them, at last at each."""
        own = {n: size_of([self.cells[n][row] for row in rows]) for n in self.used}
        least = size_of([self.values[row] for row in rows]).least
        if self._is_harmless(node, lambda n: own.get(n) or self._size(n), least):
            return
        if len(rows) <= _FEW:
            self.found |= {row: self._answer(row) for row in rows}
            return
        middle = len(rows) // 2
        self._look(rows[:middle], node)
        self._look(rows[middle:], node)

    def _answer(self, row: int) -> bool:
        """Whether doubles carry the value of one row; rows with the same figures have the same answer."""
        key = tuple(self.cells[name][row] for name in self.used)
        if key not in self.answers:
            self.answers[key] = self._exactly(row)
        return self.answers[key]

    def _exactly(self, row: int) -> bool:
        worked_out: dict[int, Any] = {}

        def lookup(name: str) -> Any:
            return self.cells[name][row] if name in self.cells else self.scalars.get(name)

        def value(part: Node) -> Any:
            key = id(part)
            if key not in worked_out:
                if key not in self.parts:
                    self.parts[key] = evaluator(part, self.kinds, self.cells.__getitem__)
                worked_out[key] = self.parts[key](lookup)
            return worked_out[key]

        return carries_value(self.node, value)


def _compared(node: Node) -> set[str]:
    """The names that are compared with a code."""
    found = (part.left for part in walk(node) if isinstance(part, Comparison) and _is_code(part.right))
    return {name.path for name in found if isinstance(name, Name)}


def _is_code(node: Node) -> bool:
    return isinstance(node, Constant) and isinstance(node.value, str)


def _with_codes(node: Node, cells: Mapping[str, Sequence[Any]], row: int) -> Node:
    """The formula without the branches that the codes of the row rule out."""
    match node:
        case Call("IF", (Comparison("==", Name(path), Constant(str() as code)), then, otherwise)) if path in cells:
            return _with_codes(then if cells[path][row] == code else otherwise, cells, row)
        case Call("IF" | "DEFAULT" as function, (condition, *branches)):
            return Call(function, (condition, *(_with_codes(branch, cells, row) for branch in branches)))
    return node


# -- sizes


def size_of(values: Iterable[Any]) -> Size:
    """The size of figures, and whether their texts are plain; anything else does not count."""
    most, parts, least, plain = 0.0, 1, inf, True
    for value in values:
        if type(value) is str:
            plain = plain and found_alike(value)
        elif type(value) is int or isinstance(value, Fraction):
            size = abs(float(value))
            most = max(most, size)
            if value and size < least:
                least = size
            parts = max(parts, value.denominator)
    return Size(most * _SLACK, _float(parts), least / _SLACK if least < inf else 1.0, plain)


def _size_of_total(column: Sequence[Any]) -> Size:
    """The size of any total of figures of a column."""
    numbers = [value for value in column if type(value) is int or isinstance(value, Fraction)]
    parts = reduce(_common, {value.denominator for value in numbers}, 1)
    return Size(sum(abs(float(value)) for value in numbers) * _SLACK, _float(parts), 1 / _float(parts) / _SLACK)


def _common(a: int, b: int) -> int:
    """The least common multiple; one beyond all bounds stays as it is."""
    return a if a > EXACT_BOUND else lcm(a, b)


def _float(parts: int) -> float:
    try:
        return float(parts)
    except OverflowError:
        return inf


class _Bounds:
    """How large the values of a formula can be, from the sizes of what it names."""

    def __init__(self, size: Callable[[str], Size], total: Callable[[str], Size]) -> None:
        self.size, self.total = size, total

    def bound(self, node: Node, least: float) -> Size | None:
        """The size of a formula's values if none can leave what doubles carry, whatever the branch; else nothing.

        `least` is the smallest result but for zero: where numbers cancel out, it tells how many digits are left.
        """
        match node:
            case Name(path) | Column(path):
                return self.size(path)
            case Constant(value):
                return size_of([value])
            case Call("NUMERATOR"):
                return None
            case Call("SUM" | "SUMIF", arguments):
                return self._sum([argument.path for argument in arguments if isinstance(argument, Column)][-1])
            case Call("IF" | "DEFAULT", (condition, *branches)):
                found = [self.bound(condition, 0.0), *(self.bound(branch, least) for branch in branches)]
            case _:
                found = [self.bound(part, 0.0) for part in children(node)]
        parts = [part for part in found if part is not None]
        return _bound_of(node, parts, least) if len(parts) == len(found) else None

    def _sum(self, path: str) -> Size | None:
        total = self.total(path)
        return total if total.most * total.parts < EXACT_BOUND else None


def _bound_of(node: Node, sizes: Sequence[Size], least: float) -> Size | None:
    match node:
        case Operation("/"):
            return _bound_of_quotient(*sizes)
        case Operation("*"):
            a, b = sizes
            product = Size(a.most * b.most, a.parts * b.parts, a.least * b.least)
            return product if product.most < EXACT_BOUND else None
        case Operation():
            return _bound_of_sum(sizes[0], sizes[1], least)
        case Call("MULDIV" | "REMAINDER"):
            n, a, b = sizes
            whole = n.parts == a.parts == b.parts == 1 and max(n.most, a.most * b.most) < EXACT_BOUND
            return Size(n.most * a.most, 1.0, 1.0) if whole else None
        case Call("MATCH"):
            return Size(_ROWS) if sizes[1].plain else None
        case Call("COUNT" | "COUNTIF" | "RANKIF"):
            # RANKIF writes what it compares with into a text, of which a spreadsheet keeps fifteen digits.
            plain = all(s.parts == 1 and s.most < WHOLE_BOUND for s in sizes)
            return Size(_ROWS) if plain else None
        case Call("ROUND" | "ROUNDUP" | "ROUNDDOWN" | "ROUNDBY" as function, (_, how)):
            return _bound_of_rounding(sizes[0], _digits(how), DIRECTIONS[function])
        case Comparison():
            a, b = sizes
            clear = max(a.most, b.most) * a.parts * b.parts * CLOSE < 1
            return Size() if clear else None
    return Size(
        max((s.most for s in sizes), default=0.0), max((s.parts for s in sizes), default=1.0),
        min((s.least for s in sizes), default=1.0), all(s.plain for s in sizes),
    )  # fmt: skip


def _bound_of_quotient(a: Size, b: Size) -> Size | None:
    if not b.least or not b.parts < inf:
        return None
    return Size(a.most / b.least, a.parts * (b.most * b.parts + 1), a.least / max(b.most, b.least))


def _bound_of_sum(a: Size, b: Size, least: float) -> Size | None:
    most, parts = a.most + b.most, a.parts * b.parts
    keeps_digits = parts == 1 or max(a.most, b.most) * float(BLUR) <= max(float(SMALL), float(LOST) * least)
    return Size(most, parts, 1 / parts) if most < EXACT_BOUND and keeps_digits else None


def _digits(how: Node) -> int:
    """The decimals to which a formula rounds; at most two where a code or a currency says how many."""
    return how.value if isinstance(how, Constant) and isinstance(how.value, int) else 2


def _bound_of_rounding(x: Size, digits: int, direction: str) -> Size | None:
    """Nothing lies nearer to an edge than half a part, and that must be more than doubles are off by."""
    scaled = x.most * 10**digits
    if scaled >= bound_of_rounding(digits, direction) or 2 * x.parts * float(blur_of(scaled, direction)) >= 1:
        return None
    return Size(x.most + 1, max(x.parts, 10.0**digits), min(x.least, 1 / 10.0**digits))
