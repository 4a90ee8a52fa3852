"""Whether the passage that a term was read from still says what the term holds."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from ..domain.term import Given
from .adr_ratios import statements
from .folding import folded
from .numbers import RATIO_NUMBER, ratio_number
from .ratios import ratios
from .tokens import Tokens, tokens

#: So much of a passage is looked at.
_MOST = 2000
_RATIO_NUMBER = re.compile(RATIO_NUMBER, re.IGNORECASE)


@lru_cache(maxsize=4096)
def says(path: str, passage: str, value: Given | None) -> bool:
    """Whether a passage says a value, as far as it can be told; one without figures is taken at its word."""
    found = tokens(folded(passage[:_MOST]).text)
    match value:
        case None:
            return False
        case bool():
            return True  # a sentence says it, no figure
        case int() | Decimal():
            return _is_among(abs(Fraction(value)), _numbers(path, found))
        case date():
            return not found.dates or any(
                (one.month, one.day) == (value.month, value.day) and one.year in (None, value.year)
                for one in found.dates
            )
    return _says_text(path, found.text, value)


def _is_among(value: Fraction, numbers: Iterable[Fraction]) -> bool:
    said = set(numbers)
    return not said or value in said


def _numbers(path: str, found: Tokens) -> Iterable[Fraction]:
    """The numbers that a passage may mean, by the kind of the term."""
    section, _, name = path.partition(".")
    if section == "adr":
        return [Fraction(one.adrs if name.endswith("adrs") else one.shares) for one in statements(found.text)]
    if section != "split":
        return [figure.value for figure in found.figures]
    sides = {side for one in ratios(found.undated) for side in (one.old, one.new)}
    sides |= {number for match in _RATIO_NUMBER.finditer(found.text) if (number := ratio_number(match[0]))}
    return sides if len(sides) > 1 else ()  # a ratio worked out from counts stands nowhere


def _says_text(path: str, said: str, value: str) -> bool:
    """A series may stand in a span of them, from the first to the tenth; a code of ours stands nowhere."""
    if "[" in path or re.fullmatch("[a-z_]+", value):
        return True
    plain, text = ("".join(words.split()).casefold() for words in (folded(value).text, said))
    return plain in text
