"""Typed text becomes an ADR ratio: 2 ADRs = 1 share, 1ADR＝10株, 2:1, 1 ADR = 1/2 share."""

import re
from decimal import Decimal
from fractions import Fraction

from .entry_numbers import read_number
from .entry_text import LONGEST, Problem, folded, raised_figure

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_ADRS = rf"(?P<adrs>{_NUMBER}) ?(?:ad[rs]s?|american depositary (?:receipt|share)s?|米国預託証券|口)?"
_NAMED_ADRS = _ADRS.removesuffix("?")
_SHARES = rf"(?P<shares>{_NUMBER})(?:/(?P<part>{_NUMBER}))? ?(?:(?:common|ordinary) )?(?:shares?|株)?"
_NAMED_SHARES = _SHARES.removesuffix("?")
_STANDS_FOR = r" ?(?:=|:|対|につき|represents?|stands? for|→) ?"
_FORMS = (rf"{_ADRS}{_STANDS_FOR}{_SHARES}", rf"{_NAMED_SHARES}{_STANDS_FOR}{_NAMED_ADRS}")


def read_adr_ratio(text: str) -> tuple[Decimal, Decimal] | Problem | None:
    """ADRs and the shares that they stand for; None where the text is no ratio. Bare 2:1 is 2 ADRs for 1 share."""
    text = text.strip()
    if len(text) > LONGEST or raised_figure(text):
        return None
    words = re.sub(r" ?([^\x00-\x7f]) ?", r"\1", folded(text))
    found = next(filter(None, (re.fullmatch(form, words) for form in reversed(_FORMS))), None)
    return _sides(found["adrs"], found["shares"], found["part"]) if found else None


def _sides(adrs: str, shares: str, part: str | None) -> tuple[Decimal, Decimal] | Problem | None:
    """The two sides as numbers; 1 ADR = 1/2 share is 2 ADRs = 1 share."""
    numbers = [read_number(side, positive=True) for side in (adrs, shares, part or "1")]
    match numbers:
        case [Decimal() as before, Decimal() as after, Decimal() as parts] if parts != 1:
            exact = Fraction(after) / (Fraction(before) * Fraction(parts))
            return _sides(str(exact.denominator), str(exact.numerator), None)
        case [Decimal() as before, Decimal() as after, Decimal()]:
            return before, after
    return next((number for number in numbers if isinstance(number, Problem)), None)
