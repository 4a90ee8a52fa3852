"""Third reading of a formula: how the value came about, as parts that a language puts into words.

Only the branch taken is told. A part is a figure (with the path it comes from), an operator
between figures, or a function around some; words and number formats are added at the edge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .evaluate import branch_taken
from .exact import Value
from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, names


@dataclass(frozen=True, slots=True)
class Figure:
    """A named figure or a constant (no path) with its value."""

    path: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class Sign:
    """An operator between two parts: + - * / or a comparison."""

    sign: str
    left: "Part"
    right: "Part"


@dataclass(frozen=True, slots=True)
class Function:
    """A function around parts, such as ROUNDUP or MIN; `choice` is a rounding code."""

    name: str
    parts: tuple["Part", ...]
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a column, with the rows that have no value."""

    path: str
    missing: tuple[int, ...]


Part = Figure | Sign | Function | Total


@dataclass(frozen=True, slots=True)
class Explanation:
    """The branch that gives the value, the value, and the names in it that have none."""

    part: Part
    value: Value | None
    feeds: tuple[str, ...]
    missing: tuple[str, ...]


def explain(
    node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any], value: Any
) -> Explanation:
    """How `value` follows from the formula; names of row cells are given back as `options[].rights`."""
    conditions = _conditions(node, kinds, lookup, column)
    branch = branch_taken(node, kinds, lookup, column)
    feeds = tuple(dict.fromkeys((*names(branch), *conditions)))
    missing = tuple(n for n in feeds if lookup(n) is None)
    return Explanation(_part(branch, lookup, column), value, feeds, missing)


def _conditions(
    node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any]
) -> tuple[str, ...]:
    """The names that decided which branch is taken."""
    match node:
        case Call("IF", (condition, then, otherwise)):
            met = branch_taken(node, kinds, lookup, column)
            inner = then if met is branch_taken(then, kinds, lookup, column) else otherwise
            return (*names(condition), *_conditions(inner, kinds, lookup, column))
    return ()


def _part(node: Node, lookup: Callable[[str], Any], column: Callable[[str], Any]) -> Part:
    match node:
        case Constant(value):
            return Figure("", value)
        case Name(path):
            return Figure(path, lookup(path))
        case Column(path):
            return _total(path, column)
        case Call("SUM", (Column(path),)):
            return _total(path, column)
        case Operation(sign, left, right) | Comparison(sign, left, right):
            return Sign(sign, _part(left, lookup, column), _part(right, lookup, column))
        case Call("MULDIV", (n, a, b)):
            scaled = Sign("/", Sign("*", _part(n, lookup, column), _part(a, lookup, column)), _part(b, lookup, column))
            return Function("ROUNDDOWN", (scaled, Figure("", 0)))
        case Call("ROUNDBY", (x, code)):
            how = lookup(code.path) if isinstance(code, Name) else ""
            return Function("ROUNDBY", (_part(x, lookup, column),), str(how or ""))
        case Call(function, arguments):
            return Function(function, tuple(_part(a, lookup, column) for a in arguments))
    raise AssertionError(node)


def _total(path: str, column: Callable[[str], Any]) -> Total:
    return Total(path, tuple(index for index, value in enumerate(column(path)) if value is None))
