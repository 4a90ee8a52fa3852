"""Whether a workbook's binary doubles give a formula's exact value.

Where they do not, the workbook gets the value and a note in place of a wrong formula. Columns of thousands of rows
are judged at a glance in `bounds`, and by what stands here only near the bounds.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from .evaluate import path_taken, value_of
from .exact import ROUNDINGS, Value
from .formula import Call, Comparison, Kind, Node, Operation, walk
from .functions import PLACES

#: Below this every whole number is a double, and Excel shows all its digits.
WHOLE_BOUND = 10**15
DECIMAL_BOUND = 10**12
EXACT_BOUND = 2**53
#: LibreOffice 7 rounds up and down from twelve digits of a number: 7236526195.998 becomes 7236526196.
TWELVE_DIGITS = Fraction(1, 10**11)
#: What a plain ROUND leaves of a number in the worst case.
FIFTEEN_DIGITS = Fraction(1, 10**13)
#: What two roundings of a double may be off by; how much of a result may be lost; what nobody will miss.
BLUR, LOST, SMALL = Fraction(1, 2**51), Fraction(1, 2 * 10**13), Fraction(1, 10**10)
#: Texts longer than this MATCH does not look for, wild cards included.
LONGEST_SOUGHT = 120
#: Numbers that differ by a smaller part of themselves are equal to LibreOffice (2**-48), and nearly so to Excel.
CLOSE = Fraction(1, 2**44)


def carries(node: Node, kinds: Mapping[str, Kind], lookup: Callable[[str], Any], column: Callable[[str], Any]) -> bool:
    """Whether the workbook's doubles give the exact value; else the value is written with a note."""

    return carries_value(node, lambda part: value_of(part, kinds, lookup, column))


def carries_value(node: Node, value: Callable[[Node], Any]) -> bool:
    """As `carries`, with the value of every part of the formula."""
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
            return found_alike(value(text))
        case Call("RANKIF", (*_, than)):
            return _whole(value(than)) and _within(value(than), WHOLE_BOUND)  # a text of fifteen digits
        case Call("NUMERATOR", (a, b)):
            return all(_six_places(value(p)) for p in (a, b))
        case Call("ROUND" | "ROUNDUP" | "ROUNDDOWN" | "ROUNDBY" as function, (x, how)):
            return _rounds_alike(value(x), value(how), DIRECTIONS[function])
        case Operation("+" | "-", left, right):
            return _within(value(part), EXACT_BOUND) and _keeps_digits(value(left), value(right), value(part))
        case Operation("*"):
            return _within(value(part), EXACT_BOUND)
    return True


def found_alike(text: object) -> bool:
    """Whether a spreadsheet finds a text as it is: none that is too long for MATCH, or alike to others in its case."""
    if not isinstance(text, str):
        return True
    plain = text.isascii() or all(c.isascii() or c.lower() == c.upper() for c in text)  # programs fold others otherwise
    return plain and len(text) < LONGEST_SOUGHT


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


def _rounds_alike(x: object, code: object, direction: str = "") -> bool:
    """Whether x rounded to hidden digits first and then for good is x rounded for good."""
    if not isinstance(x, int | Fraction):
        return True
    by_code, digits = ROUNDINGS[code] if isinstance(code, str) else (direction, code if isinstance(code, int) else 0)
    if by_code == "none":
        return True
    scaled = abs(Fraction(x)) * 10**digits
    distance = scaled % 1
    halves = abs(distance - Fraction(1, 2))
    edges = (halves,) if by_code == "half_up" else (distance, 1 - distance, halves)
    clear = all(e == 0 or e > blur_of(scaled, by_code) for e in edges)
    return scaled < bound_of_rounding(digits, by_code) and clear


def blur_of(scaled: Any, direction: str) -> Any:
    """What doubles may be off by, of a number in units of the last digit that is kept."""
    return max(scaled * (FIFTEEN_DIGITS if direction == "half_up" else TWELVE_DIGITS), Fraction(1, PLACES))


def bound_of_rounding(digits: int, direction: str) -> int:
    """How many units of the last digit a rounded number may have: a plain ROUND keeps all digits of whole numbers."""
    return WHOLE_BOUND if direction == "half_up" and digits == 0 else DECIMAL_BOUND


#: The direction of each function that rounds; a code says its own.
DIRECTIONS = {"ROUND": "half_up", "ROUNDUP": "up", "ROUNDDOWN": "down", "ROUNDBY": ""}
