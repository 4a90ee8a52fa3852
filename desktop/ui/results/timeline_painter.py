"""How the time line is painted: grounds, words, lanes and today's mark, from the numbers of the presentation."""

from math import ceil

from PySide6.QtCore import QLineF, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF

from ...presentation.lanes import Hold
from ...presentation.timeline import CAP, PAD, Bar, Cell, Drawing
from .look import Look
from .shown import Face

BAR, HATCH = 3, 7
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class DrawingPainter:
    """Paints a drawing once."""

    def __init__(self, painter: QPainter, found: Drawing, style: Look, tiny: QFont) -> None:
        self.painter, self.found, self.look, self.tiny = painter, found, style, tiny
        self.colours = style.colours

    def paint(self, today: str) -> None:
        """Everything, from the back to the front; `today` is the word at its mark."""
        for cell in self.found.cells:
            self._label(cell)
            self._ground(cell)
        for cell in self.found.cells:  # after all grounds: caps and frames lie over their neighbours'
            self._words(cell)
        for index, bars in enumerate(self.found.lanes):
            self._lane(bars, round(self.found.lane_y(index)))
        if self.found.today is not None:
            self._today(round(self.found.today), today)

    def _text(self, rect: QRectF, side: int, text: str, font: QFont) -> None:
        self.painter.setFont(font)
        self.painter.drawText(rect, side, text)

    def _label(self, cell: Cell) -> None:
        line = self.line_height
        for n, (text, loud) in enumerate(reversed(cell.lines)):
            y = self.found.cells_y - CAP - 2 - (n + 1) * line
            self.painter.setPen(self.colours.accent if loud else self.colours.text)
            face = Face.SMALL_HEAD if loud else Face.SMALL
            self._text(QRectF(cell.label_x - 300, y, 600, line), CENTRE, text, self.look.fonts[face])

    @property
    def line_height(self) -> float:
        """The height of a line of labels."""
        return ceil(self.look.metrics[Face.SMALL].height())

    def _ground(self, cell: Cell) -> None:
        top, height = round(self.found.cells_y), round(self.found.cells_height)
        rect = QRect(cell.x, top, cell.width + 1, height)
        if cell.item.folded:
            self._dotted(rect)
            return
        if cell.closed:
            self.painter.fillRect(rect, self.colours.before)
        frame(self.painter, rect, 1, self.colours.section)

    def _dotted(self, rect: QRect) -> None:
        """Days that are left out: no walls, the floor and the ceiling only dotted."""
        for x in range(rect.left() + 2, rect.right() - 1, 4):
            for y in (rect.top(), rect.bottom()):
                self.painter.fillRect(x, y, 2, 1, self.colours.frame)

    def _words(self, cell: Cell) -> None:
        top, height = self.found.cells_y, self.found.cells_height
        if cell.loud:
            self.painter.fillRect(cell.x, round(top - CAP + 1), cell.width + 1, round(CAP), self.colours.accent)
        has_event = bool(cell.item.events)
        ink = self.colours.accent if cell.loud else self.colours.text if has_event else self.colours.secondary
        self.painter.setPen(ink)
        face = self.look.fonts[Face.HEAD if has_event else Face.SMALL]
        self._text(QRectF(cell.x, top + 2, cell.width + 1, height * 0.56 - 2), CENTRE, cell.title, face)
        self.painter.setPen(self.colours.secondary)
        lower = QRectF(cell.x, top + height * 0.53, cell.width + 1, height * 0.42)
        self._text(lower, CENTRE, cell.note, self.tiny)

    def _lane(self, bars: tuple[Bar, ...], top: int) -> None:
        height = round(self.found.lane_height)
        for bar in bars:
            rect = QRect(bar.x, top, bar.width, height)
            self.painter.fillRect(rect, self._lane_ground(bar))
            if bar.closed:
                self._hatch(rect)
        for before, bar in zip((None, *bars), bars, strict=False):
            if bar.hold == Hold.AFTER and (before is None or before.hold != Hold.AFTER):
                self.painter.fillRect(bar.x, top, BAR, height, self.colours.accent)
            self._lane_text(bar, top, height)

    def _lane_ground(self, bar: Bar) -> QColor:
        if bar.hold == Hold.AFTER:
            return self.colours.changed
        return self.colours.sheet if bar.closed else self.colours.before

    def _lane_text(self, bar: Bar, top: int, height: int) -> None:
        if not bar.text:
            return
        face = Face.SMALL_HEAD if bar.hold == Hold.AFTER else Face.SMALL
        rect = QRectF(bar.x + PAD, top, 2000, height)
        if bar.closed:  # the words keep clear of the hatching
            self.painter.fillRect(bar.x + 5, top + 2, self.look.width(bar.text, face) + 7, height - 4,
                                  self._lane_ground(bar))  # fmt: skip
        inks = {Hold.BEFORE: self.colours.secondary, Hold.INTERIM: self.colours.text, Hold.AFTER: self.colours.text}
        self.painter.setPen(inks[bar.hold])
        self._text(rect, LEFT, bar.text, self.look.fonts[face])

    def _hatch(self, rect: QRect) -> None:
        painter = self.painter
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.colours.section)
        rise = rect.height()
        painter.drawLines([QLineF(x, rect.bottom() + 1, x + rise, rect.top())
                           for x in range(rect.left() - rise, rect.right(), HATCH)])  # fmt: skip
        painter.restore()
        frame(painter, rect, 1, self.colours.hairline)

    def _today(self, x: int, word: str) -> None:
        """A line through the lanes with a pointer at its top and its word at its foot."""
        found, painter = self.found, self.painter
        top = round(found.cells_y + found.cells_height) + 2
        bottom = round(found.lane_y(len(found.lanes)))
        painter.fillRect(x, top, 1, bottom - top, self.colours.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(QPolygonF([QPoint(x - 4, top), QPoint(x + 5, top), QPoint(x, top + 5)]))
        painter.setPen(self.colours.text)
        half = QFontMetricsF(self.tiny).horizontalAdvance(word) / 2 + 1
        middle = min(max(float(x), half), found.width - half)
        self._text(QRectF(middle - half, bottom, 2 * half, self.line_height), CENTRE, word, self.tiny)


def frame(painter: QPainter, rect: QRect, thick: int, colour: QColor) -> None:
    """A frame inside a rectangle, filled: a pen at an edge disappears at 125 and 150 %."""
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    for part in ((x, y, width, thick), (x, y + height - thick, width, thick), (x, y, thick, height),
                 (x + width - thick, y, thick, height)):  # fmt: skip
        painter.fillRect(QRect(*part), colour)
