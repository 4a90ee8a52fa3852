"""First reading of a formula: its exact value.

Formulas become Python source, so that thousands of rows cost one function call each and not
one walk over a tree. A formula has no value (None) where a name that it reaches has none, and
where it divides by zero.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

from . import exact
from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, columns, names, walk

_FUNCTIONS = {
    "MULDIV": exact.muldiv,
    "NUMERATOR": exact.numerator,
    "ROUND": exact.round_half_up,
    "ROUNDUP": exact.round_up,
    "ROUNDDOWN": exact.round_down,
    "ROUNDBY": exact.round_by,
    "MIN": min,
    "MAX": max,
    "SUM": exact.total,
    "COUNT": len,
}

#: What the generated source may call.
ENVIRONMENT: dict[str, Any] = {
    **{f"f_{name}": function for name, function in _FUNCTIONS.items()},
    "divide": exact.divide,
    "shift": exact.shift,
    "Fraction": Fraction,  # constants such as 0.1
    "whole": exact.whole,
}


def variable(path: str) -> str:
    """The local variable of generated source that holds a scalar, a row cell or a column."""
    return "v_" + path.replace("[]", "_R").replace(".", "_D")


def column_variable(path: str) -> str:
    """The local variable of generated source that holds a whole column."""
    return "c" + variable(path)


def assignment(node: Node, target: str, kinds: Mapping[str, Kind], indent: str = "") -> list[str]:
    """Source lines that leave the formula's value, or None, in `target`."""
    if not any(_divides(part) for part in walk(node)):
        return _assign(node, target, kinds, indent)
    lines = _assign(node, target, kinds, indent + "    ")
    return [f"{indent}try:", *lines, f"{indent}except ZeroDivisionError:", f"{indent}    {target} = None"]


def _divides(part: Node) -> bool:
    match part:
        case Operation("/") | Call("MULDIV" | "NUMERATOR"):
            return True
    return False


def _assign(node: Node, target: str, kinds: Mapping[str, Kind], indent: str) -> list[str]:
    inner = indent + "    "
    match node:
        case Constant(None):
            return [f"{indent}{target} = None"]
        case Call("IF", (condition, then, otherwise)):
            return [
                *_guard(condition, target, indent),
                f"{indent}elif {_source(condition, kinds)}:",
                *_assign(then, target, kinds, inner),
                f"{indent}else:",
                *_assign(otherwise, target, kinds, inner),
            ]
        case Call("DEFAULT", (given, otherwise)):
            return [
                *_assign(given, target, kinds, indent),
                f"{indent}if {target} is None:",
                *_assign(otherwise, target, kinds, inner),
            ]
    value = _source(node, kinds)
    if _may_be_fraction(node) and not is_date(node, kinds):
        value = f"whole({value})"
    return [*_guard(node, target, indent), f"{indent}else:", f"{inner}{target} = {value}"]


def _guard(node: Node, target: str, indent: str) -> list[str]:
    reached = [variable(name) for name in names(node)]
    # SUM answers None for an incomplete column; MIN, MAX and COUNT want a complete one too.
    missing = [f"{name} is None" for name in reached]
    missing += [f"not {column_variable(c)} or None in {column_variable(c)}" for c in columns(node)]
    test = " or ".join(missing) or "False"
    return [f"{indent}if {test}:", f"{indent}    {target} = None"]


def _may_be_fraction(node: Node) -> bool:
    return any(isinstance(n, Operation) and n.sign != "-" for n in walk(node)) and isinstance(node, Operation)


def _source(node: Node, kinds: Mapping[str, Kind]) -> str:
    match node:
        case Constant(value):
            return repr(value)
        case Name(path):
            return variable(path)
        case Column(path):
            return column_variable(path)
        case Operation(sign, left, right):
            return _operation(sign, left, right, kinds)
        case Comparison(sign, left, right):
            return f"({_source(left, kinds)} {sign} {_source(right, kinds)})"
        case Call("AND" | "OR" as function, arguments):
            return "(" + f" {function.lower()} ".join(_source(a, kinds) for a in arguments) + ")"
        case Call(function, arguments):
            return f"f_{function}({', '.join(_source(a, kinds) for a in arguments)})"
    raise AssertionError(node)


def _operation(sign: str, left: Node, right: Node, kinds: Mapping[str, Kind]) -> str:
    a, b = _source(left, kinds), _source(right, kinds)
    if sign == "/":
        return f"divide({a}, {b})"
    if is_date(left, kinds):
        if sign == "-" and is_date(right, kinds):
            return f"({a} - {b}).days"
        return f"shift({a}, {'-' if sign == '-' else ''}{b})"
    return f"({a} {sign} {b})"


def is_date(node: Node, kinds: Mapping[str, Kind]) -> bool:
    """Whether the node's value is a date."""
    match node:
        case Name(path) | Column(path):
            return kinds.get(path) == Kind.DATE
        case Operation(sign, left, right):
            return is_date(left, kinds) and not (sign == "-" and is_date(right, kinds))
        case Call("MIN" | "MAX", arguments):
            return is_date(arguments[0], kinds)
    return False


def value_of(node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any]) -> Any:
    """The value of one formula by itself, its names looked up; for the few that stand in no section."""
    function = _standalone(node, _kinds_reached(node, kinds))
    return function(*(lookup(n) for n in names(node)), *(column(c) for c in columns(node)))


def path_taken(node: Node, value: Callable[[Node], Any]) -> list[Node]:
    """The conditions that decide, and at last the branch that gives the value."""
    match node:
        case Call("IF", (condition, then, otherwise)):
            return [condition, *path_taken(then if value(condition) else otherwise, value)]
        case Call("DEFAULT", (given, otherwise)):
            return path_taken(otherwise if value(given) is None else given, value)
    return [node]


def evaluator(node: Node, kinds: Mapping[str, Kind]) -> Callable[[Callable[[str], Any], Callable[[str], Any]], Any]:
    """The value of a formula as a function of `lookup` and `column`, for one that is evaluated many times."""
    function = _standalone(node, _kinds_reached(node, kinds))
    scalars, wholes = names(node), columns(node)
    return lambda lookup, column: function(*map(lookup, scalars), *map(column, wholes))


def _kinds_reached(node: Node, kinds: Mapping[str, Kind]) -> tuple[tuple[str, Kind], ...]:
    return tuple((name, kinds[name]) for name in (*names(node), *columns(node)) if name in kinds)


@lru_cache(maxsize=1024)
def _standalone(node: Node, kinds: tuple[tuple[str, Kind], ...]) -> Callable[..., Any]:
    parameters = [variable(n) for n in names(node)] + [column_variable(c) for c in columns(node)]
    lines = [f"def formula({', '.join(parameters)}):", *assignment(node, "result", dict(kinds), "    ")]
    return built("formula", [*lines, "    return result"])


def built(name: str, lines: Iterable[str]) -> Callable[..., Any]:
    """The function `name` that the source lines define. The source comes from declarations only."""
    space = dict(ENVIRONMENT)
    exec(compile("\n".join(lines), f"<{name}>", "exec"), space)  # noqa: S102
    function: Callable[..., Any] = space[name]
    return function
