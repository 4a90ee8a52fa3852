"""Whether a workbook's binary doubles give a formula's exact value.

Where they do not, the workbook gets the value and a note in place of a wrong formula. A column of
thousands of rows is judged by its largest and smallest figures, and row by row only near the bounds.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from .evaluate import evaluator, path_taken, value_of
from .exact import ROUNDINGS, Value
from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, children, columns, names, walk
from .functions import FUNCTIONS, PLACES

#: Below this every whole number is a double, and Excel shows all its digits.
WHOLE_BOUND = 10**15
DECIMAL_BOUND = 10**12
EXACT_BOUND = 2**53
#: LibreOffice 7 rounds up and down from twelve digits of a number: 7236526195.998 becomes 7236526196.
TWELVE_DIGITS = Fraction(1, 10**11)
#: What two roundings of a double may be off by; how much of a result may be lost; what nobody will miss.
BLUR, LOST, SMALL = Fraction(1, 2**51), Fraction(1, 2 * 10**13), Fraction(1, 10**10)
#: Texts longer than this MATCH does not look for, wild cards included.
LONGEST_SOUGHT = 120
#: Numbers that differ by a smaller part of themselves are equal to LibreOffice (2**-48), and nearly so to Excel.
CLOSE = Fraction(1, 2**44)


def carries(node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any]) -> bool:
    """Whether the workbook's doubles give the exact value; else the value is written with a note."""

    return _carries(node, lambda part: value_of(part, kinds, lookup, column))


def _carries(node: Node, value: Callable[[Node], Any]) -> bool:
    if not _within(value(node), WHOLE_BOUND):
        return False
    *conditions, reached = path_taken(node, value)
    clear = all(_is_clear(part, value) for condition in conditions for part in walk(condition))
    return clear and all(_part_carries(p, value) for p in walk(reached))


def _is_clear(part: Node, value: Callable[[Node], Any]) -> bool:
    """Whether a spreadsheet, to which close numbers are equal, sees a comparison as it is."""
    if not isinstance(part, Comparison):
        return _part_carries(part, value)
    a, b = value(part.left), value(part.right)
    if not isinstance(a, int | Fraction) or not isinstance(b, int | Fraction):
        return True
    gap = abs(Fraction(a) - b)
    return gap == 0 or gap > CLOSE * max(abs(Fraction(a)), abs(Fraction(b)))


def _part_carries(part: Node, value: Callable[[Node], Value | None]) -> bool:
    match part:
        case Call("MULDIV" | "REMAINDER", (n, a, b)):
            return all(_whole(value(p)) for p in (n, a, b)) and _product_within(value(a), value(b))
        case Call("MATCH", (_, text)):
            return _found_alike(value(text))
        case Call("RANKIF", (*_, than)):
            return _whole(value(than)) and _within(value(than), WHOLE_BOUND)  # a text of fifteen digits
        case Call("NUMERATOR", (a, b)):
            return all(_six_places(value(p)) for p in (a, b))
        case Call("ROUND" | "ROUNDUP" | "ROUNDDOWN" | "ROUNDBY", (x, how)):
            return _rounds_alike(value(x), value(how))
        case Operation("+" | "-", left, right):
            return _within(value(part), EXACT_BOUND) and _keeps_digits(value(left), value(right), value(part))
        case Operation("*"):
            return _within(value(part), EXACT_BOUND)
    return True


def _found_alike(text: object) -> bool:
    """Whether a spreadsheet finds a text as it is: none that is too long for MATCH, or alike to others in its case."""
    return not isinstance(text, str) or (len(text) < LONGEST_SOUGHT and text.lower() == text.casefold())


def _keeps_digits(a: object, b: object, result: object) -> bool:
    """Whether enough digits are left where two numbers nearly cancel out; a spreadsheet sees where they do fully."""
    if not (isinstance(a, int | Fraction) and isinstance(b, int | Fraction) and isinstance(result, int | Fraction)):
        return True
    blur = BLUR * max(abs(Fraction(a)), abs(Fraction(b)))
    return (_whole(a) and _whole(b)) or result == 0 or blur <= max(SMALL, LOST * abs(Fraction(result)))


def _within(value: object, bound: int) -> bool:
    return not isinstance(value, int | Fraction) or -bound < value < bound


def _whole(value: object) -> bool:
    return value is None or (isinstance(value, int) and abs(value) < EXACT_BOUND)


def _product_within(a: object, b: object) -> bool:
    return not (isinstance(a, int) and isinstance(b, int)) or a * b < EXACT_BOUND


def _six_places(value: object) -> bool:
    """Whether a million times the value is a whole number that a double holds."""
    if not isinstance(value, int | Fraction):
        return value is None
    return (value * PLACES).denominator == 1 and _within(value * PLACES, EXACT_BOUND)


def _rounds_alike(x: object, code: object) -> bool:
    """Whether x rounded to hidden digits first and then for good is x rounded for good."""
    if not isinstance(x, int | Fraction):
        return True
    direction, digits = ROUNDINGS[code] if isinstance(code, str) else ("", code if isinstance(code, int) else 0)
    if direction == "none":
        return True
    step = Fraction(1, 10 ** (digits + 6))
    distance = abs(Fraction(x) * 10**digits % 1)
    edges = (distance, 1 - distance, abs(distance - Fraction(1, 2)))
    blur = max(step * 10**digits, abs(x) * 10**digits * TWELVE_DIGITS)  # what doubles may be off by
    clear = all(e == 0 or e > blur for e in edges)
    return abs(x) * 10**digits < DECIMAL_BOUND and clear


def _digits(how: Node) -> int:
    """The decimals to which a formula rounds; at most two where a code or a currency says how many."""
    return how.value if isinstance(how, Constant) and isinstance(how.value, int) else 2


def carries_rows(
    node: Node,
    kinds: Mapping[str, Kind],
    scalars: Mapping[str, Any],
    cells: Mapping[str, Sequence[Any]],
    values: Sequence[Any],
) -> list[bool]:
    """For each row of a table, which has these values: as `carries`, but at one glance where all rows are harmless."""
    used = [n for n in names(node) if n in cells]
    whole = {c: _size_of_total(cells[c]) for c in columns(node)}
    known: dict[int, Callable[..., Any]] = {}

    def exactly(row: int) -> bool:
        worked_out: dict[int, Any] = {}

        def lookup(name: str) -> Any:
            return cells[name][row] if name in cells else scalars.get(name)

        def value(part: Node) -> Any:
            key = id(part)
            if key not in worked_out:
                if key not in known:
                    known[key] = evaluator(part, kinds, cells.__getitem__)
                worked_out[key] = known[key](lookup)
            return worked_out[key]

        return _carries(node, value)

    def harmless(rows: Sequence[int]) -> bool:
        sizes = {n: _size_of([cells[n][row] for row in rows]) for n in used}
        sizes |= {n: _size_of([scalars.get(n)]) for n in names(node) if n not in cells}
        sizes |= whole
        least = _size_of([values[row] for row in rows]).least
        bound = _bound(_with_codes(node, cells, rows[0]), sizes, least)
        return bound is not None and bound.most < WHOLE_BOUND

    def look(rows: Sequence[int]) -> None:
        if harmless(rows):
            return
        if len(rows) <= _FEW:
            found.update((row, exactly(row)) for row in rows)
            return
        middle = len(rows) // 2
        look(rows[:middle])
        look(rows[middle:])

    found: dict[int, bool] = {}
    for rows in _alike(cells, [n for n in used if kinds[n] == Kind.CHOICE], len(values)):
        look(rows)
    return [found.get(row, True) for row in range(len(values))]


_ROWS = 10**7  # more than a sheet has
_FEW = 8  # rows that are looked at one by one


def _alike(cells: Mapping[str, Sequence[Any]], codes: Sequence[str], count: int) -> list[list[int]]:
    """The rows, those with the same codes together."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row in range(count):
        groups.setdefault(tuple(cells[name][row] for name in codes), []).append(row)
    return list(groups.values())


def _with_codes(node: Node, cells: Mapping[str, Sequence[Any]], row: int) -> Node:
    """The formula without the branches that the codes of the row rule out."""
    match node:
        case Call("IF", (Comparison("==", Name(path), Constant(str() as code)), then, otherwise)) if path in cells:
            return _with_codes(then if cells[path][row] == code else otherwise, cells, row)
        case Call("IF" | "DEFAULT" as function, (condition, *branches)):
            return Call(function, (condition, *(_with_codes(branch, cells, row) for branch in branches)))
    return node


@dataclass(frozen=True, slots=True)
class _Size:
    """No value of a column is larger than `most` or, but for zero, smaller than `least`; denominators up to `parts`."""

    most: Fraction
    parts: int
    least: Fraction


def _size_of(column: Sequence[Any]) -> _Size:
    numbers = {Fraction(v) for v in column if isinstance(v, int | Fraction)}
    if not numbers:
        return _Size(Fraction(0), 1, Fraction(1))
    sizes = [abs(v) for v in numbers]
    return _Size(max(sizes), max(v.denominator for v in numbers), min(filter(None, sizes), default=Fraction(1)))


def _size_of_total(column: Sequence[Any]) -> _Size:
    """The size of any total of figures of a column."""
    numbers = [Fraction(v) for v in column if isinstance(v, int | Fraction)]
    parts = lcm(*(v.denominator for v in numbers))
    return _Size(sum(map(abs, numbers), Fraction(0)), parts, Fraction(1, parts))


def _bound(node: Node, sizes: Mapping[str, _Size], least: Fraction) -> _Size | None:
    """The size of a formula's values if none can leave what doubles carry, whatever the branch; else nothing.

    `least` is the smallest result but for zero: where numbers cancel out, it tells how many digits are left.
    """
    match node:
        case Name(path):
            return sizes[path]
        case Constant(value):
            return _size_of([value])
        case Column(path):
            return sizes[path]
        case Call("NUMERATOR" | "MATCH"):
            return None
        case Call("IF" | "DEFAULT", (condition, *branches)):
            found = [_bound(condition, sizes, Fraction(0)), *(_bound(branch, sizes, least) for branch in branches)]
        case _:
            found = [_bound(part, sizes, Fraction(0)) for part in children(node)]
    parts = [part for part in found if part is not None]
    return _bound_of(node, parts, least) if len(parts) == len(found) else None


def _bound_of(node: Node, sizes: Sequence[_Size], least: Fraction) -> _Size | None:
    match node:
        case Operation("/"):
            a, b = sizes
            return _Size(a.most / b.least, a.parts * int(b.most * b.parts + 1), a.least / max(b.most, b.least))
        case Operation("*"):
            a, b = sizes
            product = _Size(a.most * b.most, a.parts * b.parts, a.least * b.least)
            return product if product.most < EXACT_BOUND else None
        case Operation():
            return _bound_of_sum(sizes[0], sizes[1], least)
        case Call("MULDIV" | "REMAINDER"):
            n, a, b = sizes
            whole = n.parts == a.parts == b.parts == 1 and max(n.most, a.most * b.most) < EXACT_BOUND
            return _Size(n.most * a.most, 1, Fraction(1)) if whole else None
        case Call("COUNT" | "COUNTIF" | "RANKIF"):
            # RANKIF writes what it compares with into a text, of which a spreadsheet keeps fifteen digits.
            plain = all(s.parts == 1 and s.most < WHOLE_BOUND for s in sizes)
            return _Size(Fraction(_ROWS), 1, Fraction(1)) if plain else None
        case Call("SUM" | "SUMIF"):
            total = sizes[FUNCTIONS[node.function].columns - 1]
            return total if total.most * total.parts < EXACT_BOUND else None
        case Call("ROUND" | "ROUNDUP" | "ROUNDDOWN" | "ROUNDBY", (_, how)):
            return _bound_of_rounding(sizes[0], _digits(how))
        case Comparison():
            a, b = sizes
            clear = max(a.most, b.most) * a.parts * b.parts * CLOSE < 1
            return _Size(Fraction(0), 1, Fraction(1)) if clear else None
    return _Size(max(s.most for s in sizes), max(s.parts for s in sizes), min(s.least for s in sizes))


def _bound_of_sum(a: _Size, b: _Size, least: Fraction) -> _Size | None:
    most, parts = a.most + b.most, a.parts * b.parts
    keeps_digits = parts == 1 or max(a.most, b.most) * BLUR <= max(SMALL, LOST * least)
    return _Size(most, parts, Fraction(1, parts)) if most < EXACT_BOUND and keeps_digits else None


def _bound_of_rounding(x: _Size, digits: int) -> _Size | None:
    """Nothing lies nearer to an edge than half a part, and that must be more than doubles are off by."""
    scaled = x.most * 10**digits
    blur = max(Fraction(1, PLACES), scaled * TWELVE_DIGITS)
    if scaled >= DECIMAL_BOUND or 2 * x.parts * blur >= 1:
        return None
    return _Size(x.most + 1, max(x.parts, 10**digits), min(x.least, Fraction(1, 10**digits)))
