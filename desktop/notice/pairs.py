"""Two figures of a series that the ratio of the event joins: prices divided by it, numbers of shares multiplied."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import pairwise, permutations
from math import floor

from .numbers import Figure
from .right_names import ABOUT_PRICE, ABOUT_SHARES
from .tokens import Tokens

_UNITS = ("", "money", "shares")
_LEAST_BARE = 20
_MOST_ROWS = 6
_AFTER = re.compile(r"後|新(?!株)|\bafter\b|\badjusted\b|\bpost\b|\bnew\b|\brevised\b", re.IGNORECASE)
_BEFORE = re.compile(r"前|旧|現在|\bbefore\b|\bprior\b|\bpre\b|\bcurrent\b|\bold\b", re.IGNORECASE)


def _last_place(text: str, *figures: Figure) -> Fraction:
    """One in the last decimal that the figures are printed with."""
    places = [re.search(r"\.(\d+)|(\d\d)\s?銭", text[one.start : one.end]) for one in figures]
    return Fraction(1, 10 ** max((len(found[1] or found[2]) for found in places if found), default=0))


def is_pair_of_prices(text: str, before: Figure, after: Figure, ratio: Fraction) -> bool:
    """Whether a price is another one divided by the ratio, but for the rounding of its last place."""
    if "shares" in (before.unit, after.unit) or before.value == after.value or after.value <= 0:
        return False
    if min(before.value, after.value) < _LEAST_BARE and "money" not in (before.unit, after.unit):
        return False
    exact, last = before.value / ratio, _last_place(text, before, after)
    return abs(after.value - exact) < last <= max(exact, Fraction(1)) / 2


def is_pair_of_shares(_text: str, before: Figure, after: Figure, ratio: Fraction) -> bool:
    """Whether a number of shares is another one times the ratio."""
    if "money" in (before.unit, after.unit) or before.value.denominator != 1 or before.value == after.value:
        return False
    if before.value < 10 and "shares" not in (before.unit, after.unit):
        return False
    return after.value in (before.value * ratio, floor(before.value * ratio)) and after.value > 0


#: Whether the first of two figures becomes the second by a ratio.
Fits = Callable[[str, Figure, Figure, Fraction], bool]


def pairs_below(text: Tokens, place: int, count: int, ratio: Fraction, fits: Fits) -> list[tuple[Figure, Figure]]:
    """Of the lines below a place the two whose figures, one for each of so many columns, are pairs by the ratio."""
    rows = list[list[Figure]]()
    for _ in range(_MOST_ROWS):
        start = text.text.find("\n", place) + 1
        if not start:
            break
        place = (text.text.find("\n", start) + 1 or len(text.text) + 1) - 1
        own = [one for one in text.figures_between(start, place) if one.unit in _UNITS]
        if len(own) == count:
            rows.append(own)
    for before, after in permutations(rows, 2):
        found = list(zip(before, after, strict=True))
        if all(fits(text.text, *pair, ratio) for pair in found):
            return found
    return []


def has_reversed_columns(text: str, place: int) -> bool:
    """Whether the nearest head above a place names what is after the event before what was."""
    for line in reversed(text[max(0, place - 500) : place].split("\n")):
        after, before = _AFTER.search(line), _BEFORE.search(line)
        if after and before and not re.search(r"。|\.\s", line):
            return after.start() < before.start()
    return False


def pair_among(
    text: str,
    figures: Iterable[Figure],
    ratio: Fraction,
    start: int,
    end: int,
    *,
    is_price: bool,
    is_named: bool = False,
) -> tuple[Figure, Figure] | None:
    """Two neighbouring figures that the ratio joins, in the order of their columns; none where two pairs differ."""
    other = "shares" if is_price else "money"
    own = [one for one in figures if one.unit in _UNITS and (one.unit != other)]
    if is_price and any(one.unit == "money" for one in own):
        own = [one for one in own if one.unit == "money"]
    lead = text[max(0, start - 600) : end + 200]
    is_named = is_named or bool((ABOUT_PRICE if is_price else ABOUT_SHARES).search(lead))
    unit = "money" if is_price else "shares"
    fits = is_pair_of_prices if is_price else is_pair_of_shares
    named = [(a, b) for a, b in pairwise(own) if is_named or a.unit == b.unit == unit]
    found = [(a, b) for a, b in named if fits(text, a, b, ratio)]
    if not found and has_reversed_columns(text, start):
        found = [(b, a) for a, b in named if fits(text, b, a, ratio)]
    return found[0] if len({(a.value, b.value) for a, b in found}) == 1 else None
