"""The fonts of the report, and how wide texts are in them.

Contextual forms are switched off: then every character has one glyph, which is as wide everywhere (figures stand
under each other), and the text of a PDF can be read back.
"""

import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont, QTextLayout, QTextOption

from ...export.report.marks import Style
from ...i18n import BREAK
from ..form.breaks import bound, plain, words

#: Units of the painter to a point: fonts take whole numbers of them.
UNITS = 20
#: Families with figures of one width, by platform: Latin letters first, then kanji in their Japanese form.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "win32": ("Yu Gothic", "Meiryo", "Segoe UI"),
    "darwin": ("Hiragino Sans", "Helvetica Neue"),
    "": ("Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "IPAGothic", "Liberation Sans", "DejaVu Sans"),
}
ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_CONTEXTUAL = ("locl", "calt", "rclt", "liga", "clig", "kern")


class _Made(threading.local):
    """The fonts of a thread: a PDF is written beside the window, and Qt's fonts are not shared by threads."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[float, bool], QFont] = {}


_MADE = _Made()


def font(size: float, bold: bool) -> QFont:
    """The font of a size in points."""
    if (size, bold) not in _MADE.fonts:
        _MADE.fonts[size, bold] = _font(size, bold)
    return _MADE.fonts[size, bold]


def _font(size: float, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(list(FAMILIES.get(sys.platform, FAMILIES[""])))
    made.setPixelSize(max(1, round(size * UNITS)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setKerning(False)
    for tag in _CONTEXTUAL:
        made.setFeature(QFont.Tag(tag), 0)
    return made


class PaperMeasure:
    """How wide texts are on paper, in points."""

    def __init__(self) -> None:
        self._advances: dict[tuple[float, bool], dict[str, float]] = {}
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        self.used: set[str] = set()

    def width(self, text: str, style: Style) -> float:
        """The width of a text in one line: that of its characters, for none depends on its neighbours."""
        text = text.replace(BREAK, "")
        advances = self._advances.setdefault((style.size, style.bold), {})
        try:
            return sum(map(advances.__getitem__, text))
        except KeyError:
            for character in set(text) - advances.keys():
                advances[character] = self._advance(character, style)
            return sum(map(advances.__getitem__, text))

    def _advance(self, character: str, style: Style) -> float:
        key = (style.size, style.bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(font(*key))
        return self._metrics[key].horizontalAdvance(character) / UNITS

    def least(self, text: str, style: Style) -> float:
        """The width of its longest part that is not broken."""
        if BREAK in text:
            return max(self.width(part, style) for part in words(text))
        return _least(text, style.size, style.bold)

    def lines(self, text: str, style: Style, width: float) -> Sequence[str]:
        """The text on lines of that width."""
        if "\n" not in text and self.width(text, style) <= width + 0.01:
            return (plain(text),)
        return _lines(text, style.size, style.bold, round(width, 2))


@lru_cache(maxsize=4096)
def _least(text: str, size: float, bold: bool) -> float:
    layout = _laid_out(text, size, bold, 1e7, QTextOption.WrapMode.WordWrap)
    return layout.minimumWidth() / UNITS


@lru_cache(maxsize=4096)
def _lines(text: str, size: float, bold: bool, width: float) -> tuple[str, ...]:
    text = bound(text)
    layout = _laid_out(text.replace("\n", "\u2028"), size, bold, max(width, 1.0) * UNITS + 0.5)
    raw = text.encode("utf-16-le")  # Qt counts in units of UTF-16
    ends = [(line.textStart(), line.textLength()) for line in map(layout.lineAt, range(layout.lineCount()))]
    lines = (raw[2 * start : 2 * (start + length)].decode("utf-16-le").strip() for start, length in ends)
    return tuple(map(plain, lines)) or ("",)


def _laid_out(text: str, size: float, bold: bool, width: float, mode: QTextOption.WrapMode = ANYWHERE) -> QTextLayout:
    layout = QTextLayout(text, font(size, bold))
    option = QTextOption()
    option.setWrapMode(mode)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def glyphs(characters: Iterable[str], size: float, *, bold: bool) -> dict[str, tuple[str, int]]:
    """The family and glyph that stands for each character; 0 where no font has it."""
    found: dict[str, tuple[str, int]] = {}
    for character in characters:
        layout = _laid_out(character, size, bold, 1e7)
        for run in layout.glyphRuns():
            raw: QRawFont = run.rawFont()
            indexes = run.glyphIndexes()
            found[character] = (raw.familyName(), indexes[0] if indexes else 0)
    return found
