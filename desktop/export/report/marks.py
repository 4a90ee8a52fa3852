"""What stands on a page: texts, lines and grounds, in points from the top left corner of their slab.

Whoever paints it knows fonts and colours; here are sizes, weights and roles.
"""

import locale as system_locale
import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from ...domain.record import record


class Ink(StrEnum):
    """The colour roles of print."""

    TEXT = "text"
    SECONDARY = "secondary"
    GIVEN = "given"
    ACCENT = "accent"
    HOLDS = "holds"
    WARNING = "warning"
    ERROR = "error"
    NOTE = "note"
    RULE = "frame"
    SECTION = "section"
    HAIRLINE = "hairline"
    TINT = "changed"
    GROUND = "before"
    PAPER = "sheet"


class Side(StrEnum):
    """To which side of its x a text stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@record(frozen=True)
class Style:
    """The size in points, weight and ink of a text."""

    size: float = 8.5
    bold: bool = False
    ink: Ink = Ink.TEXT


@record(frozen=True)
class Text:
    """A text in one line; `y` is its base line, `x` its left, middle or right."""

    x: float
    y: float
    text: str
    style: Style
    side: Side = Side.LEFT


@record(frozen=True)
class Fill:
    """A filled rectangle: a ground, or a line across or down."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = Ink.HAIRLINE


@record(frozen=True)
class Stroke:
    """A slanted line."""

    x: float
    y: float
    to_x: float
    to_y: float
    ink: Ink = Ink.SECTION
    thickness: float = 0.4


@record(frozen=True)
class Shape:
    """A sign such as a tick or a triangle, by its name, in a square."""

    name: str
    x: float
    y: float
    side: float
    ink: Ink


Mark = Text | Fill | Stroke | Shape


@record(frozen=True)
class Slab:
    """What is not torn over two pages: `keeps` stays with what follows; `head` stands above it again on a new page."""

    height: float
    marks: tuple[Mark, ...] = ()
    keeps: bool = False
    head: "tuple[Slab, ...]" = ()

    @property
    def is_gap(self) -> bool:
        """Whether it is nothing but air, which no page begins with."""
        return not self.marks


@record(frozen=True)
class Paper:
    """The size of a sheet and its margins, in points."""

    width: float
    height: float
    side: float = 48.0
    top: float = 62.0
    bottom: float = 52.0

    @property
    def room(self) -> tuple[float, float]:
        """The width and height within the margins."""
        return self.width - 2 * self.side, self.height - self.top - self.bottom


#: In points: 210 × 297 mm, 8½ × 11 inches.
PAPERS: Mapping[str, Paper] = {"A4": Paper(595.28, 841.89), "Letter": Paper(612.0, 792.0)}


#: Countries whose printers hold Letter.
_LETTER = ("US", "CA", "MX", "PH", "CL", "CO", "VE", "PR")


def paper_of_country() -> str:
    """The paper that printers hold in the system's country."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_PAPER", "LANG")]
    chosen = next((name for name in names if name), "") or system_locale.getlocale()[0] or ""
    country = chosen.partition(".")[0].rpartition("_")[2]
    return "Letter" if country in _LETTER or country.startswith("United States") else "A4"


def turned(paper: Paper) -> Paper:
    """The paper in landscape."""
    return Paper(paper.height, paper.width, paper.side, paper.top, paper.bottom)


class Measure(Protocol):
    """How wide texts are in the fonts of the paper."""

    def width(self, text: str, style: Style) -> float:
        """The width of a text in one line."""

    def least(self, text: str, style: Style) -> float:
        """The width of its longest part that is not broken."""

    def lines(self, text: str, style: Style, width: float) -> Sequence[str]:
        """The text on lines of that width."""


#: The height of a line as a multiple of its size: kanji need more air.
LEADING = {"ja": 1.45, "en": 1.3}


@record(frozen=True)
class Setting:
    """What everything on a report is set with: the measure, the width of the column, and the height of lines."""

    measure: Measure
    width: float
    leading: float

    def line(self, style: Style) -> float:
        """The height of a line."""
        return style.size * self.leading

    def base(self, style: Style) -> float:
        """The base line of a line below its top."""
        return (self.line(style) - style.size) / 2 + 0.86 * style.size
