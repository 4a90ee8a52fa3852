"""Second reading of a formula: its text in a workbook.

A workbook calculates in binary doubles and takes an empty cell for zero, so every name is
guarded against blanks, whole numbers are scaled without leaving whole numbers, and decimals
are rounded once to hidden digits before they are rounded for good.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, reached, walk
from .functions import FUNCTIONS, escaped
from .path import whole_column

#: Where a name stands in the workbook: a defined name or a cell; for a column ("options[:].rights"), its range.
Reference = Callable[[str], str]

_SIGNS = {"==": "=", "!=": "<>"}

#: Functions whose text is a calculation of several parts.
_SPELLED_OUT = frozenset({"MULDIV", "REMAINDER", "NUMERATOR", "JOIN"})


def excel(node: Node, kinds: Mapping[str, Kind], reference: Reference) -> str:
    """The formula as Excel reads it, without the leading `=`; blank where a name it reaches is blank."""
    match node:
        case Constant(None):
            return '""'
        case Call("IF", (condition, then, otherwise)):
            chosen = f"IF({_text(condition, kinds, reference)}," + ",".join(
                excel(branch, kinds, reference) for branch in (then, otherwise)
            )
            return _guarded(condition, chosen + ")", kinds, reference)
        case Call("DEFAULT", (Name(given), otherwise)):
            cell = reference(given)
            return f'IF({cell}<>"",{cell},{excel(otherwise, kinds, reference)})'
        case Name(path):
            return f'IF({reference(path)}="","",{reference(path)})'
        case Comparison() | Call("AND" | "OR" | "NOT" | "KNOWN"):
            return _guarded(node, f'IF({_text(node, kinds, reference)},"yes","no")', kinds, reference)
    return _guarded(node, _text(node, kinds, reference), kinds, reference)


def _guarded(node: Node, text: str, kinds: Mapping[str, Kind], reference: Reference) -> str:
    blanks = [f'{reference(name)}=""' for name in reached(node) if kinds.get(name) != Kind.TABLE]
    limits = _limits(node, kinds, reference)
    if limits:
        text = f'IF({_any(limits)},"",{text})'
    return f'IF({_any(blanks)},"",{text})' if blanks else text


def _limits(node: Node, kinds: Mapping[str, Kind], reference: Reference) -> list[str]:
    """The conditions under which the formula has no value though all names in it have one."""
    found: dict[str, None] = {}
    for part in reversed(walk(node)):  # what stands inside first
        match part:
            case Operation("/", _, divisor) if not isinstance(divisor, Constant):
                found[f"{_text(divisor, kinds, reference)}=0"] = None
            case Call(function, arguments):
                known = FUNCTIONS[function]
                if known.divides is not None and not isinstance(arguments[known.divides], Constant):
                    found[f"{_text(arguments[known.divides], kinds, reference)}=0"] = None
                if known.limits:
                    found |= dict.fromkeys(known.limits(*_arguments(part, kinds, reference)))
    return list(found)


def _any(conditions: list[str]) -> str:
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def _text(node: Node, kinds: Mapping[str, Kind], reference: Reference) -> str:
    def sub(part: Node) -> str:
        return _text(part, kinds, reference)

    match node:
        case Constant(bool() as flag):
            return '"yes"' if flag else '"no"'
        case Constant(str() as code):
            return '"' + code.replace('"', '""') + '"'
        case Constant(Fraction() as number):
            return f"({number.numerator}/{number.denominator})"
        case Constant(value):
            return str(value)
        case Column(path):
            return reference(whole_column(path))
        case Name(path):
            text = reference(path)
            return f'{text}="yes"' if kinds.get(path) == Kind.FLAG else text
        case Operation(sign, left, right):
            return f"{_side(left, sign, False, sub)}{sign}{_side(right, sign, True, sub)}"
        case Comparison("==", Name(path), Constant(str())) if kinds.get(path) == Kind.TEXT:
            # A plain = takes "jpy" for "JPY".
            return f"EXACT({sub(node.left)},{sub(node.right)})"
        case Comparison(sign, left, right):
            return f"{sub(left)}{_SIGNS.get(sign, sign)}{sub(right)}"
        case Call(function):
            return FUNCTIONS[function].excel(*_arguments(node, kinds, reference))
    raise AssertionError(node)


def _arguments(call: Call, kinds: Mapping[str, Kind], reference: Reference) -> list[str]:
    """The texts of the arguments of a call; a text that MATCH looks for stands for itself."""
    texts = [_text(argument, kinds, reference) for argument in call.arguments]
    if call.function == "MATCH" and _is_text(call.arguments[1], kinds):
        texts[1] = escaped(texts[1])
    if call.function == "KNOWN":
        texts = [reference(name.path) for name in call.arguments if isinstance(name, Name)]
    return texts


def _is_text(node: Node, kinds: Mapping[str, Kind]) -> bool:
    return isinstance(node, Name) and kinds.get(node.path) == Kind.TEXT


def _side(node: Node, sign: str, right: bool, sub: Callable[[Node], str]) -> str:
    """One side of an operation, in brackets where the order of calculation asks for them."""
    if isinstance(node, Call) and node.function in _SPELLED_OUT:
        return f"({sub(node)})"
    if not isinstance(node, Operation):
        return sub(node)
    weaker = node.sign in "+-" and sign in "*/"
    reversed_order = right and sign in "-/" and (node.sign in "+-") == (sign == "-")
    return f"({sub(node)})" if weaker or reversed_order else sub(node)
