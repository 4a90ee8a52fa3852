"""The formula language: one statement from which value, spreadsheet formula and explanation are read.

A formula is an expression in Python syntax with spreadsheet function names:
`MULDIV(shares.issued, split.numerator, split.denominator)`. `shares.issued` is a scalar,
`options[:].underlying` a whole column; inside a row formula of `options`, `rights` is the
row's own cell and `row` its number. This module reads the text into a tree and refuses what the language does not
hold; `evaluate`, `spreadsheet` and `explanation` are the three readings of that tree.
"""

import ast
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache

from .functions import BRANCHING, FUNCTIONS, TAKES_BLANKS
from .record import record


class Kind(StrEnum):
    """What a term or quantity holds; `decimal` is exact, `choice` a code."""

    COUNT = "count"
    NUMBER = "decimal"
    DATE = "date"
    TEXT = "text"
    FLAG = "flag"
    CHOICE = "choice"
    TABLE = "table"  # of closed days, settlement days or tick sizes: only the functions that look into it take it


class FormulaError(ValueError):
    """A formula that the language does not hold: our own mistake, raised when it is read."""


@record(frozen=True)
class Constant:
    """A number (exact), a text code, a flag, or None for `MISSING`."""

    value: int | Fraction | str | bool | None


@record(frozen=True)
class Name:
    """A scalar (`shares.issued`) or the cell of a column in the same row (`options[].rights`)."""

    path: str


@record(frozen=True)
class Column:
    """A whole column (`options[].underlying`), only inside functions over columns."""

    path: str


@record(frozen=True)
class Operation:
    """`+`, `-`, `*` or `/` of two parts."""

    sign: str
    left: "Node"
    right: "Node"


@record(frozen=True)
class Comparison:
    """One comparison: `==`, `!=`, `<`, `<=`, `>` or `>=`."""

    sign: str
    left: "Node"
    right: "Node"


@record(frozen=True)
class Call:
    """A function of the language over its arguments."""

    function: str
    arguments: tuple["Node", ...]


Node = Constant | Name | Column | Operation | Comparison | Call

MISSING = Constant(None)

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip


@cache
def parse(text: str, table: str = "") -> Node:
    """The tree of a formula; plain names are columns of `table`. Raises `FormulaError`."""
    try:
        expression = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"{text}: {error.msg}") from error
    try:
        node = _node(expression, text, table)
    except FormulaError as error:
        raise FormulaError(f"{text}: {error}") from None
    _check_branching(node, text, outermost=True)
    return node


def _node(expression: ast.expr, text: str, table: str) -> Node:
    match expression:
        case ast.Constant(value=None):
            raise FormulaError("write MISSING")
        case ast.Constant(value=bool() as flag):
            return Constant(flag)
        case ast.Constant(value=int() | str() as value):
            return Constant(value)
        case ast.Constant(value=float()):
            # The literal as written, so that 0.1 is one tenth and not the nearest double.
            literal = Fraction(Decimal(ast.get_source_segment(text.strip(), expression) or ""))
            return Constant(literal)
        case ast.Name(id="MISSING"):
            return MISSING
        case ast.Name(id=name):
            if not table:
                raise FormulaError(f"{name} belongs to no section")
            return Name(f"{table}[].{name}")
        case ast.Attribute(value=ast.Subscript(value=rows, slice=ast.Slice()), attr=name):
            return Column(f"{_dotted(rows)}[].{name}")
        case ast.Attribute(value=value, attr=name):
            return Name(f"{_dotted(value)}.{name}")
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            return Operation(_SIGNS[type(op)], _node(left, text, table), _node(right, text, table))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)):
            return Constant(-number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Operation("-", Constant(0), _node(operand, text, table))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _SIGNS:
            return Comparison(_SIGNS[type(op)], _node(left, text, table), _node(right, text, table))
        case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]) if function in FUNCTIONS:
            return _call(function, tuple(_node(a, text, table) for a in arguments))
    raise FormulaError(f"{ast.unparse(expression)} is not in the language")


#: The extremes of a whole column go by the names of those of single figures.
_OVER_COLUMNS = {"MIN": "LEAST", "MAX": "MOST"}


def _call(function: str, arguments: tuple[Node, ...]) -> Call:
    if len(arguments) == 1 and isinstance(arguments[0], Column):
        function = _OVER_COLUMNS.get(function, function)
    known = FUNCTIONS[function]
    if known.arguments is not None and len(arguments) != known.arguments:
        raise FormulaError(f"{function} takes {known.arguments} arguments")
    wholes = [isinstance(argument, Column) for argument in arguments]
    if wholes != [n < known.columns for n in range(len(arguments))]:
        raise FormulaError(f"{function} takes {known.columns} whole columns, before anything else")
    if function == "KNOWN" and not isinstance(arguments[0], Name):
        raise FormulaError("KNOWN takes a name")
    return Call(function, arguments)


def _dotted(value: ast.expr) -> str:
    match value:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=inner, attr=name):
            return f"{_dotted(inner)}.{name}"
    raise FormulaError(f"{ast.unparse(value)} is not a name")


def _check_branching(node: Node, text: str, outermost: bool) -> None:
    """IF and DEFAULT stand outermost or in a branch of another, never inside arithmetic."""
    if isinstance(node, Call) and node.function in BRANCHING:
        if not outermost:
            raise FormulaError(f"{text}: {node.function} stands inside another expression")
        branches = node.arguments[1:]
        for part in node.arguments[: len(node.arguments) - len(branches)]:
            _check_branching(part, text, outermost=False)
        for branch in branches:
            _check_branching(branch, text, outermost=True)
        return
    for part in children(node):
        _check_branching(part, text, outermost=False)


def children(node: Node) -> tuple[Node, ...]:
    """The direct parts of a node."""
    match node:
        case Operation(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Call(_, arguments):
            return arguments
    return ()


def names(node: Node) -> tuple[str, ...]:
    """Every scalar and row cell that the formula names, each once, in order."""
    return tuple(dict.fromkeys(n.path for n in walk(node) if isinstance(n, Name)))


def reached(node: Node) -> tuple[str, ...]:
    """The names without whose values the formula has none: not those of which it only asks whether they are known."""
    return tuple(dict.fromkeys(_reached(node)))


def _reached(node: Node) -> list[str]:
    if isinstance(node, Name):
        return [node.path]
    if isinstance(node, Call) and node.function in TAKES_BLANKS:
        return []
    return [path for part in children(node) for path in _reached(part)]


def columns(node: Node) -> tuple[str, ...]:
    """Every whole column that the formula names, each once, in order."""
    return tuple(dict.fromkeys(n.path for n in walk(node) if isinstance(n, Column)))


def walk(node: Node) -> list[Node]:
    """The node and all its parts, outermost first."""
    found: list[Node] = [node]
    for part in children(node):
        found.extend(walk(part))
    return found
