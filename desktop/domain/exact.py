"""Exact arithmetic behind the functions of the formula language: integers and fractions only."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

Exact = int | Fraction
Value = int | Fraction | date | str | bool


class NoValueError(Exception):
    """A function has no value for its arguments, such as a business day beyond the calendar."""


#: Rounding code -> (direction, digits after the point).
ROUNDINGS: dict[str, tuple[str, int]] = {
    f"{direction}_{step}": (direction, digits)
    for direction in ("up", "down", "half_up")
    for step, digits in (("1", 0), ("0.1", 1), ("0.01", 2))
} | {"none": ("none", 0)}


class Unreadable:
    """Stands for what was typed and cannot be read: something is there, and nobody knows what."""


UNREADABLE = Unreadable()


def whole(number: Exact) -> Exact:
    """The same number, as an int where it is whole."""
    if type(number) is int or number.denominator != 1:
        return number
    return number.numerator


def divide(a: Exact, b: Exact) -> Exact:
    """a / b exactly; raises ZeroDivisionError."""
    if type(a) is int and type(b) is int:
        quotient, rest = divmod(a, b)
        return quotient if not rest else Fraction(a, b)
    return whole(Fraction(a) / b)


def muldiv(n: Exact, a: Exact, b: Exact) -> int:
    """n * a / b rounded down."""
    return n * a // b


def remainder(n: Exact, a: Exact, b: Exact) -> Exact:
    """What is left of n * a after division by b."""
    return whole(n * a % b)


def numerator(a: Exact, b: Exact) -> int:
    """The numerator of a / b in lowest terms."""
    return Fraction(divide(a, b)).numerator


def round_down(x: Exact, digits: int = 0) -> Exact:
    """x cut off after `digits` decimals (towards zero, as Excel does)."""
    return _rounded(x, digits, "down")


def round_up(x: Exact, digits: int = 0) -> Exact:
    """x raised to `digits` decimals (away from zero, as Excel does)."""
    return _rounded(x, digits, "up")


def round_half_up(x: Exact, digits: int = 0) -> Exact:
    """x rounded to `digits` decimals, halves away from zero, as Excel does."""
    return _rounded(x, digits, "half_up")


def round_by(x: Exact, code: str) -> Exact:
    """x rounded by a rounding code such as `up_0.1`; `none` leaves it."""
    direction, digits = ROUNDINGS[code]
    return x if direction == "none" else _rounded(x, digits, direction)


def _rounded(x: Exact, digits: int, direction: str) -> Exact:
    if type(x) is int and digits >= 0:
        return x
    scale = 10 ** int(digits)
    top, bottom = x.numerator * scale, x.denominator
    size = abs(top)
    if direction == "down":
        size //= bottom
    elif direction == "up":
        size = -(-size // bottom)
    else:
        size = (2 * size + bottom) // (2 * bottom)
    signed = size if top >= 0 else -size
    return signed if scale == 1 else divide(signed, scale)


def total(column: Sequence[Exact | None]) -> Exact | None:
    """The sum of a column; none where it is empty or a row has no value."""
    if not column or None in column:
        return None
    return whole(sum(column))  # type: ignore[arg-type]  # None is excluded above


def folded(value: Value) -> Value:
    """A value as a spreadsheet compares it: texts are alike whatever their case."""
    return value.lower() if isinstance(value, str) else value


def shift(day: date, days: Exact) -> date | None:
    """The day so many calendar days later; none beyond the calendar's end."""
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None
