"""The dates and figures of a text, and a copy of the text in which they are masked for the rules of language."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..domain.record import record
from .dates import Dated, dates
from .numbers import Figure, figures

#: In a masked text a date begins with the first sign and a figure with the second; the third fills both up.
DATE_MARK, FIGURE_MARK, FILL = "\ue000", "\ue001", "\ue002"
D = f"{DATE_MARK}{FILL}*"
N = f"{FIGURE_MARK}{FILL}*"


@record(frozen=True)
class Tokens:
    """The dates and figures of a text in their order, and the text with them masked."""

    text: str
    shape: str
    dates: tuple[Dated, ...]
    figures: tuple[Figure, ...]

    @property
    def undated(self) -> str:
        """The text without its dates, whose numbers are none of shares."""
        signs = list(self.text)
        for token in self.dates:
            signs[token.start : token.end] = [DATE_MARK, *[FILL] * (token.end - token.start - 1)]
        return "".join(signs)

    def date_at(self, place: int) -> Dated | None:
        """The date that begins at a place."""
        found = bisect_left(self.dates, place, key=lambda token: token.start)
        return self.dates[found] if found < len(self.dates) and self.dates[found].start == place else None

    def figure_at(self, place: int) -> Figure | None:
        """The figure that begins at a place."""
        found = bisect_left(self.figures, place, key=lambda token: token.start)
        return self.figures[found] if found < len(self.figures) and self.figures[found].start == place else None

    def figures_between(self, start: int, end: int) -> list[Figure]:
        """The figures between two places."""
        first = bisect_left(self.figures, start, key=lambda one: one.start)
        last = bisect_left(self.figures, end, lo=first, key=lambda one: one.start)
        return list(self.figures[first:last])


def tokens(text: str) -> Tokens:
    """The dates and figures of a folded text."""
    dated = tuple(dates(text))
    counted = tuple(_in_their_scale(text, figures(text, [(token.start, token.end) for token in dated])))
    signs = list(text)
    for mark, found in ((DATE_MARK, dated), (FIGURE_MARK, counted)):
        for token in found:
            signs[token.start : token.end] = [mark, *[FILL] * (token.end - token.start - 1)]
    return Tokens(text, "".join(signs), dated, counted)


_SCALE = re.compile(
    r"単位\s?:?\s?[千百]万?株|\((?:in )?(?:thousands?|millions?)(?: of)? shares\)|[(]千株[)]", re.IGNORECASE
)
_SCALED = 1500


def _in_their_scale(text: str, found: Iterable[Figure]) -> Iterator[Figure]:
    """The figures; those of a table in thousands of shares are no counts unless they name their unit."""
    scales = [match.end() for match in _SCALE.finditer(text)]
    for figure in found:
        is_scaled = not figure.unit and any(place <= figure.start < place + _SCALED for place in scales)
        yield replace(figure, unit="thousands") if is_scaled else figure
