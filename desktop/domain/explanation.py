"""Third reading of a formula: how the value came about, as parts that a language puts into words.

Only the branch taken is told. A part is a figure (with the path it comes from), an operator
between figures, or a function around some; words and number formats are added at the edge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .evaluate import path_taken, value_of
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
    """A whole column, of which a total or an extreme is taken."""

    path: str


Part = Figure | Sign | Function | Total


@dataclass(frozen=True, slots=True)
class Explanation:
    """The branch that gives the value; the names that it and its conditions reach."""

    part: Part
    feeds: tuple[str, ...]
    missing: tuple[str, ...]


def explain(
    node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any]
) -> Explanation:
    """How the value follows from the formula; names of row cells are given back as `options[].rights`."""
    *conditions, branch = path_taken(node, lambda part: value_of(part, kinds, lookup, column))
    reached = (branch, *conditions)
    feeds = tuple(dict.fromkeys(name for part in reached for name in names(part)))
    return Explanation(_part(branch, lookup), feeds, tuple(n for n in feeds if lookup(n) is None))


def _part(node: Node, lookup: Callable[[str], Any]) -> Part:
    match node:
        case Constant(value):
            return Figure("", value)
        case Name(path):
            return Figure(path, lookup(path))
        case Column(path):
            return Total(path)
        case Call("SUM", (Column(path),)):
            return Total(path)
        case Operation(sign, left, right) | Comparison(sign, left, right):
            return Sign(sign, _part(left, lookup), _part(right, lookup))
        case Call("MULDIV", (n, a, b)):
            scaled = Sign("/", Sign("*", _part(n, lookup), _part(a, lookup)), _part(b, lookup))
            return Function("ROUNDDOWN", (scaled, Figure("", 0)))
        case Call("ROUNDBY", (x, code)):
            how = lookup(code.path) if isinstance(code, Name) else ""
            return Function("ROUNDBY", (_part(x, lookup),), str(how or ""))
        case Call(function, arguments):
            return Function(function, tuple(_part(a, lookup) for a in arguments))
    raise AssertionError(node)
