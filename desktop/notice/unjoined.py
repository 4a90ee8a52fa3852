"""Series of rights whose figures the ratio does not join: they are not taken, and that is said."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from ..domain.message import N_, Doubt
from .numbers import Figure
from .pairs import is_pair_of_prices, is_pair_of_shares
from .right_kinds import Right
from .right_names import SPAN, is_about_rights, series_number
from .rights import REACH, names_of_series
from .sections import OPTIONS, Sections
from .tokens import Tokens

UNJOINED = N_("{series} was not taken: {before} and {after} do not follow the ratio.")
#: Smaller numbers without a unit are rather numbers of rows and notes.
_LEAST_BARE = 20


def unjoined(text: Tokens, sections: Sections, ratio: Fraction | None, series: Sequence[Right]) -> list[Doubt]:
    """A sentence for each series that two figures of one kind follow which the ratio does not join."""
    numbers = {series_number(one.name) for one in series}
    figures = {figure.start for one in series for pair in (one.prices, one.shares) for figure in pair or ()}
    found = dict[str, Doubt]()
    for name, start, end, last in _places(text, sections) if ratio is not None else ():
        number, pair = series_number(name), _pair(text, end, last)
        if pair is None or number in numbers or figures & {one.start for one in pair} or _is_joined(text, pair, ratio):
            continue
        before, after = (text.text[one.start : one.end] for one in pair)
        fields = {"series": " ".join(name.split()).strip(" ,.:("), "before": before, "after": after}
        found.setdefault(number, Doubt(UNJOINED, fields, ((start, end), *((one.start, one.end) for one in pair))))
    return list(found.values())


def _is_joined(text: Tokens, pair: tuple[Figure, Figure], ratio: Fraction | None) -> bool:
    """Whether the figures are a pair in either order, whatever kept the series from being taken."""
    return ratio is None or any(
        fits(text.text, before, after, ratio)
        for fits in (is_pair_of_prices, is_pair_of_shares)
        for before, after in (pair, pair[::-1])
    )


def _places(text: Tokens, sections: Sections) -> Iterator[tuple[str, int, int, int]]:
    """The names of series in the part about rights, and how far the figures of each reach."""
    spans = [(match[0], match.start(), match.end()) for match in SPAN.finditer(text.text)]
    names = [
        (match[0], match.start(), match.end())
        for match in names_of_series(text, sections)
        if not any(start <= match.start() < end for _, start, end in spans)
    ]
    places = sorted((*spans, *names), key=lambda one: one[1])
    for one, following in pairwise([*places, ("", len(text.text), 0)]):
        name, start, end = one
        if sections.at(start) == OPTIONS or is_about_rights(text.text, start):
            yield name, start, end, min(following[1], end + REACH)


def _pair(text: Tokens, start: int, end: int) -> tuple[Figure, Figure] | None:
    """The only two neighbouring figures of one kind in a stretch: prices, or numbers of shares."""
    own = [one for one in text.figures_between(start, end) if one.unit or one.value >= _LEAST_BARE]
    for unit in ("money", "shares", ""):
        same = [one for one in own if one.unit == unit]
        if len(same) == 2 and same[0].value != same[1].value:
            return same[0], same[1]
    return None
