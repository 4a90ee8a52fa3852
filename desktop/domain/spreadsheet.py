"""Second reading of a formula: its text in a workbook.

A workbook calculates in binary doubles and takes an empty cell for zero, so every name is
guarded against blanks, whole numbers are scaled without leaving whole numbers, and decimals
are rounded once to hidden digits before they are rounded for good.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from .formula import Call, Column, Comparison, Constant, Kind, Name, Node, Operation, columns, names, walk

#: Where a name stands in the workbook: a defined name or a cell; for a column ("options[:].rights"), its range.
Reference = Callable[[str], str]

_SIGNS = {"==": "=", "!=": "<>"}

PLACES = 10**6


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
        case Comparison() | Call("AND" | "OR"):
            return _guarded(node, f'IF({_text(node, kinds, reference)},"yes","no")', kinds, reference)
    return _guarded(node, _text(node, kinds, reference), kinds, reference)


def _guarded(node: Node, text: str, kinds: Mapping[str, Kind], reference: Reference) -> str:
    blanks = [f'{reference(name)}=""' for name in names(node)]
    for path in columns(node):
        cells = reference(whole_column(path))
        blanks.append(f"COUNT({cells})<ROWS({cells})")
    zeros = [f"{_text(d, kinds, reference)}=0" for d in _divisors(node)]
    if zeros:
        text = f'IF({_any(zeros)},"",{text})'
    return f'IF({_any(blanks)},"",{text})' if blanks else text


def _any(conditions: list[str]) -> str:
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def _divisors(node: Node) -> list[Node]:
    """What the formula divides by and could be zero."""
    found: dict[Node, None] = {}
    for part in walk(node):
        match part:
            case Operation("/", _, divisor) | Call("MULDIV" | "NUMERATOR", (*_, divisor)):
                if not isinstance(divisor, Constant):
                    found[divisor] = None
    return list(found)


def _text(node: Node, kinds: Mapping[str, Kind], reference: Reference) -> str:
    def sub(part: Node) -> str:
        return _text(part, kinds, reference)

    match node:
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
        case Call(function, arguments):
            return _call(function, [sub(a) for a in arguments])
    raise AssertionError(node)


def whole_column(path: str) -> str:
    """How formulas write a whole column: options[].underlying -> options[:].underlying."""
    return path.replace("[]", "[:]")


def _side(node: Node, sign: str, right: bool, sub: Callable[[Node], str]) -> str:
    """One side of an operation, in brackets where the order of calculation asks for them."""
    if not isinstance(node, Operation):
        return sub(node)
    weaker = node.sign in "+-" and sign in "*/"
    reversed_order = right and sign in "-/" and (node.sign in "+-") == (sign == "-")
    return f"({sub(node)})" if weaker or reversed_order else sub(node)


def _call(function: str, arguments: list[str]) -> str:
    match function, arguments:
        case "MULDIV", [n, a, b]:
            # MOD(n,b) would say the same but gives #NUM! in Excel where n/b is beyond 10^12.
            rest = f"({_factor(n)}-QUOTIENT({n},{b})*{_factor(b)})"
            return f"QUOTIENT({n},{b})*{_factor(a)}+QUOTIENT({rest}*{_factor(a)},{b})"
        case "NUMERATOR", [a, b]:
            top, bottom = f"ROUND({_factor(a)}*{PLACES},0)", f"ROUND({_factor(b)}*{PLACES},0)"
            return f"{top}/GCD({top},{bottom})"
        case "ROUND" | "ROUNDUP" | "ROUNDDOWN", [x, digits]:
            return f"{function}(ROUND({x},{int(digits) + 6}),{digits})"
        case "ROUNDBY", [x, code]:
            return _round_by(x, code)
        case "COUNT", [cells]:
            return f"ROWS({cells})"
    return f"{function}({','.join(arguments)})"


def _factor(text: str) -> str:
    return text if text.replace(".", "").replace("_", "").replace("$", "").isalnum() else f"({text})"


def _round_by(x: str, code: str) -> str:
    digits = f'IF(RIGHT({code},2)="_1",0,IF(RIGHT({code},4)="0.01",2,1))'
    plain = f"ROUND({x},{digits}+6)"
    return (
        f'IF(LEFT({code},2)="up",ROUNDUP({plain},{digits}),IF(LEFT({code},4)="down",ROUNDDOWN({plain},{digits}),'
        f'IF(LEFT({code},4)="half",ROUND({plain},{digits}),{x})))'
    )
