"""Fonts, colours and measures of the result tables, made once for a font and a colour scheme."""

from math import ceil

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from ...domain.record import record
from ..theme import FIGURE, SECONDARY, Colours, colours, scaled
from .shown import Face, Ink

PAD = 8
INDENT = 16
UNIT_GAP = 6
MARK = 14
MARK_WIDTH = MARK + 2 * PAD
MARK_GAP = 6
ROW, LARGE_ROW, LOW_ROW, GROUP_ROW = 26, 28, 24, 32
HEADING, TWO_STOREYS = 26, 44
BLOCK_GAP = 20


@record(frozen=True)
class Look:
    """How a table looks; `large` is the Summary with its headline figures."""

    fonts: dict[Face, QFont]
    metrics: dict[Face, QFontMetricsF]
    colours: Colours

    def width(self, text: str, face: Face) -> int:
        """The width of a text in whole pixels."""
        return ceil(self.metrics[face].horizontalAdvance(text))

    def ink(self, ink: Ink) -> QColor:
        """The colour of an ink."""
        colour: QColor = getattr(self.colours, ink.value)
        return colour

    def row_height(self, wanted: int) -> int:
        """A height of rows that holds the text of the font."""
        return max(wanted, ceil(self.metrics[Face.BODY].height()) + 6)


def look(font: QFont, *, large: bool = False) -> Look:
    """The look for a widget's font in the colour scheme in force."""
    size = FIGURE if large else 1.0
    fonts = {
        Face.BODY: QFont(font),
        Face.HEAD: scaled(font, 1.0, semibold=True),
        Face.SMALL: scaled(font, SECONDARY),
        Face.SMALL_HEAD: scaled(font, SECONDARY, semibold=True),
        Face.FIGURE: scaled(font, size),
        Face.STRONG: scaled(font, size, semibold=True),
    }
    return Look(fonts, {face: QFontMetricsF(made) for face, made in fonts.items()}, colours())
