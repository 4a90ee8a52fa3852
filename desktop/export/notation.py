"""The ratio as Japan, the United States, the Companies Act and price tables write it: live text."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from ..domain.message import N_

_BLANK = 'IF(OR(split.old="",split.new="",split.numerator="",split.denominator=""),"",{})'


class Parts(NamedTuple):
    """The ratio as given, and new over old in lowest terms."""

    old: Fraction
    new: Fraction
    top: Fraction
    bottom: Fraction


@dataclass(frozen=True)
class Notation:
    """A notation: its name, what it says, its formula over named cells, and its text now."""

    label: str
    meaning: str
    formula: str
    text: Callable[[Parts], str]


def _plain(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else repr(float(number))


def _times(top: Fraction, bottom: Fraction) -> str:
    if bottom == 1:
        return f"×{top}"
    return f"÷{bottom}" if top == 1 else f"×{top}/{bottom}"


def _times_formula(top: str, bottom: str) -> str:
    return _BLANK.format(f'IF({bottom}=1,"×"&{top},IF({top}=1,"÷"&{bottom},"×"&{top}&"/"&{bottom}))')


def _added(top: Fraction, bottom: Fraction) -> str:
    size = abs(top - bottom)
    sign = "+" if top >= bottom else "−"
    return f"{sign}{size}" if bottom == 1 else f"{sign}{size}/{bottom}"


_ADDED = (
    'IF(split.numerator>=split.denominator,"+"&(split.numerator-split.denominator),'
    '"−"&(split.denominator-split.numerator))&IF(split.denominator=1,"","/"&split.denominator)'
)

NOTATIONS = (
    Notation(
        N_("Ratio"), N_("shares before : shares after"), _BLANK.format('split.old&":"&split.new'),
        lambda p: f"{_plain(p.old)}:{_plain(p.new)}",
    ),
    Notation(
        N_("US style"), N_("shares after for shares before"), _BLANK.format('split.new&"-for-"&split.old'),
        lambda p: f"{_plain(p.new)}-for-{_plain(p.old)}",
    ),
    Notation(
        N_("Added per share"), N_("the ratio of the Companies Act"), _BLANK.format(_ADDED),
        lambda p: _added(p.top, p.bottom),
    ),
    Notation(
        N_("Shares"), N_("what a number of shares is multiplied or divided by"),
        _times_formula("split.numerator", "split.denominator"), lambda p: _times(p.top, p.bottom),
    ),
    Notation(
        N_("Price"), N_("what a price is multiplied or divided by"),
        _times_formula("split.denominator", "split.numerator"), lambda p: _times(p.bottom, p.top),
    ),
)  # fmt: skip
