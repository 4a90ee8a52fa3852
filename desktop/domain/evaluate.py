"""First reading of a formula: its exact value.

Formulas become Python source, so that thousands of rows cost one function call each and not
one walk over a tree. A formula has no value (None) where a name that it reaches has none, and
where it divides by zero.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from . import exact
from .exact import NoValueError
from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, columns, names, reached, walk
from .functions import FUNCTIONS

#: What the generated source may call.
ENVIRONMENT: dict[str, Any] = {
    **{f"f_{name}": function.value for name, function in FUNCTIONS.items()},
    **{f"p_{name}": function.prepare for name, function in FUNCTIONS.items() if function.prepare},
    "divide": exact.divide,
    "shift": exact.shift,
    "Fraction": Fraction,  # constants such as 0.1
    "whole": exact.whole,
    "NoValueError": NoValueError,
    "UNREADABLE": exact.UNREADABLE,
}


def variable(path: str) -> str:
    """The local variable of generated source that holds a scalar, a row cell or a column."""
    return "v_" + path.replace("[]", "_R").replace(".", "_D")


def column_variable(path: str) -> str:
    """The local variable of generated source that holds a whole column."""
    return "c" + variable(path)


def over_columns(node: Node) -> list[Call]:
    """The parts of a formula that look into whole columns."""
    return [part for part in walk(node) if isinstance(part, Call) and FUNCTIONS[part.function].columns]


def prepared(call: Call) -> str:
    """The local variable of generated source that holds the columns of a call, looked through once."""
    wholes = call.arguments[: FUNCTIONS[call.function].columns]
    return "_".join(["g", call.function, *(variable(c.path) for c in wholes if isinstance(c, Column))])


def preparations(nodes: Iterable[Node], indent: str = "") -> list[str]:
    """Source lines that look through every column that the formulas ask, each once."""
    found: dict[str, str] = {}
    for call in (call for node in nodes for call in over_columns(node)):
        wholes = (column_variable(c.path) for c in call.arguments if isinstance(c, Column))
        found[prepared(call)] = f"p_{call.function}({', '.join(wholes)})"
    return [f"{indent}{target} = {source}" for target, source in found.items()]


def assignment(
    node: Node, target: str, kinds: Mapping[str, Kind], indent: str = "", *, careful: bool = False
) -> list[str]:
    """Source lines that leave the formula's value, or None, in `target`; its columns must be prepared.

    Where names may hold `UNREADABLE`, a `careful` formula that so much as asks whether one is known is so too.
    """
    if not any(_may_fail(part) for part in walk(node)):
        return _assign(node, target, kinds, indent, careful)
    lines = _assign(node, target, kinds, indent + "    ", careful)
    errors = "(ZeroDivisionError, NoValueError)"
    return [f"{indent}try:", *lines, f"{indent}except {errors}:", f"{indent}    {target} = None"]


def _may_fail(part: Node) -> bool:
    match part:
        case Operation("/"):
            return True
        case Call(function):
            return FUNCTIONS[function].divides is not None or FUNCTIONS[function].is_partial
    return False


def _assign(node: Node, target: str, kinds: Mapping[str, Kind], indent: str, careful: bool) -> list[str]:
    inner = indent + "    "
    match node:
        case Constant(None):
            return [f"{indent}{target} = None"]
        case Call("IF", (condition, then, otherwise)):
            return [
                *_guard(condition, target, indent, careful),
                f"{indent}elif {_source(condition, kinds)}:",
                *_assign(then, target, kinds, inner, careful),
                f"{indent}else:",
                *_assign(otherwise, target, kinds, inner, careful),
            ]
        case Call("DEFAULT", (given, otherwise)):
            return [
                *_assign(given, target, kinds, indent, careful),
                f"{indent}if {target} is None:",
                *_assign(otherwise, target, kinds, inner, careful),
            ]
    value = _source(node, kinds)
    if _may_be_fraction(node) and not is_date(node, kinds):
        value = f"whole({value})"
    return [*_guard(node, target, indent, careful), f"{indent}else:", f"{inner}{target} = {value}"]


def _guard(node: Node, target: str, indent: str, careful: bool) -> list[str]:
    missing = " or ".join(f"{variable(name)} is None" for name in reached(node)) or "False"
    unreadable = " or ".join(f"{variable(name)} is UNREADABLE" for name in names(node))
    if not careful or not unreadable:
        return [f"{indent}if {missing}:", f"{indent}    {target} = None"]
    first = [f"{indent}if {unreadable}:", f"{indent}    {target} = UNREADABLE"]
    return [*first, f"{indent}elif {missing}:", f"{indent}    {target} = None"]


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
        case Call("KNOWN", (name,)):
            return f"({_source(name, kinds)} is not None)"
        case Call(function, arguments):
            looked = [prepared(node)] if FUNCTIONS[function].columns else []
            others = [_source(a, kinds) for a in arguments if not isinstance(a, Column)]
            return f"f_{function}({', '.join(looked + others)})"
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
        case Call("MIN" | "MAX" | "LEAST" | "MOST" | "INDEX", arguments):
            return is_date(arguments[0], kinds)
        case Call(function):
            return FUNCTIONS[function].is_date
    return False


def value_of(node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any]) -> Any:
    """The value of one formula by itself, its names looked up; for the few that stand in no section."""
    return evaluator(node, kinds, column)(lookup)


def path_taken(node: Node, value: Callable[[Node], Any]) -> list[Node]:
    """The conditions that decide, and at last the branch that gives the value."""
    match node:
        case Call("IF", (condition, then, otherwise)):
            return [condition, *path_taken(then if value(condition) else otherwise, value)]
        case Call("DEFAULT", (given, otherwise)):
            return path_taken(otherwise if value(given) is None else given, value)
    return [node]


def evaluator(
    node: Node, kinds: Mapping[str, Kind], column: Callable[[str], Any]
) -> Callable[[Callable[[str], Any]], Any]:
    """The value of a formula as a function of `lookup`, for one that is evaluated for many rows of the same columns."""
    plan = _plan(node, kinds)
    if not plan.calls:
        return lambda lookup: plan.function(*map(lookup, plan.names))
    looked = [
        FUNCTIONS[call.function].prepare(*(column(c.path) for c in call.arguments if isinstance(c, Column)))  # type: ignore[misc]  # functions over columns have it
        for call in plan.calls
    ]
    return lambda lookup: plan.function(*map(lookup, plan.names), *looked)


class _Plan(NamedTuple):
    """A formula ready to be evaluated: its function, and what that is given."""

    node: Node
    kinds: Mapping[str, Kind]
    function: Callable[..., Any]
    names: tuple[str, ...]
    calls: tuple[Call, ...]


#: By the identity of formula and kinds: to compare formulas part by part takes longer than to evaluate them.
_plans: dict[tuple[int, int], _Plan] = {}
_MOST_PLANS = 4096


def _plan(node: Node, kinds: Mapping[str, Kind]) -> _Plan:
    key = (id(node), id(kinds))
    found = _plans.get(key)
    if found is None:  # a plan keeps both alive, so that no other can have their identities
        if len(_plans) >= _MOST_PLANS:
            _plans.clear()
        function = _standalone(node, _kinds_reached(node, kinds))
        found = _plans[key] = _Plan(node, kinds, function, names(node), tuple(_distinct(node)))
    return found


def _distinct(node: Node) -> list[Call]:
    """The parts that look into whole columns, one of those that look into the same."""
    return list({prepared(call): call for call in over_columns(node)}.values())


def _kinds_reached(node: Node, kinds: Mapping[str, Kind]) -> tuple[tuple[str, Kind], ...]:
    return tuple((name, kinds[name]) for name in (*names(node), *columns(node)) if name in kinds)


@lru_cache(maxsize=1024)
def _standalone(node: Node, kinds: tuple[tuple[str, Kind], ...]) -> Callable[..., Any]:
    parameters = [variable(n) for n in names(node)] + [prepared(call) for call in _distinct(node)]
    lines = [f"def formula({', '.join(parameters)}):", *assignment(node, "result", dict(kinds), "    ")]
    return built("formula", [*lines, "    return result"])


def built(name: str, lines: Iterable[str]) -> Callable[..., Any]:
    """The function `name` that the source lines define. The source comes from declarations only."""
    space = dict(ENVIRONMENT)
    exec(compile("\n".join(lines), f"<{name}>", "exec"), space)  # noqa: S102
    function: Callable[..., Any] = space[name]
    return function
