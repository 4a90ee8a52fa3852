"""Third reading of a formula: how the value came about, as parts that a language puts into words.

Only the branch taken is told. A part is a figure (with the path it comes from), an operator
between figures, or a function around some; words and number formats are added at the edge.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .evaluate import path_taken, value_of
from .exact import Value
from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, names, reached


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
class Whole:
    """A whole column, into which a function looks."""

    path: str


Part = Figure | Sign | Function | Whole


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

    def value(part: Node) -> Any:
        return value_of(part, kinds, lookup, column)

    *conditions, branch = path_taken(node, value)
    told = (branch, *conditions)
    feeds = tuple(dict.fromkeys(name for part in told for name in names(part)))
    needed = dict.fromkeys(name for part in told for name in reached(part))
    return Explanation(_part(branch, value), feeds, tuple(n for n in needed if lookup(n) is None))


def _part(node: Node, value: Callable[[Node], Any]) -> Part:
    match node:
        case Constant(constant):
            return Figure("", constant)
        case Name(path):
            return Figure(path, value(node))
        case Column(path):
            return Whole(path)
        case Operation(sign, left, right) | Comparison(sign, left, right):
            return Sign(sign, _part(left, value), _part(right, value))
        case Call("MULDIV", (n, a, b)):
            scaled = Sign("/", Sign("*", _part(n, value), _part(a, value)), _part(b, value))
            return Function("ROUNDDOWN", (scaled, Figure("", 0)))
        case Call("ROUNDBY", (x, code)):
            return Function("ROUNDBY", (_part(x, value),), str(value(code) or ""))
        case Call("WORKDAY", (day, count, _)):
            return Function("WORKDAY", (_part(day, value), Figure("", value(count))))
        case Call("CHOOSE", (number, *choices)):
            place = value(number)
            return _part(choices[place - 1], value) if isinstance(place, int) else Figure("", None)
        case Call("DATE"):
            return Figure("", value(node))
        case Call("STEP" | "LAG" | "PRINTED" as function, (sought, _)):
            return Function(function, (_part(sought, value),))
        case Call(function, arguments):
            return Function(function, tuple(_part(a, value) for a in arguments))
    raise AssertionError(node)
