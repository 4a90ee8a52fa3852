"""Paints the pages of a report on paper, in a PDF or in a preview."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPainter, QPen

from ...export.report.content import Report
from ...export.report.marks import Fill, Mark, Measure, Shape, Side, Stroke, Text
from ..icons import draw
from ..theme import paper_colours
from .fonts import UNITS, font

PlacedMark = tuple[float, float, Mark]


class Brush:
    """Paints marks with a painter whose units are those of the fonts."""

    def __init__(self, painter: QPainter, measure: Measure) -> None:
        self._painter, self._measure = painter, measure
        self._colours = paper_colours()

    def page(self, marks: Iterable[PlacedMark]) -> None:
        """Paint everything on a page."""
        for x, y, mark in marks:
            match mark:
                case Text():
                    self._text(x, y, mark)
                case Fill():
                    place = QRectF(*(UNITS * n for n in (x + mark.x, y + mark.y, mark.width, mark.height)))
                    self._painter.fillRect(place, self._ink(mark.ink))
                case Stroke():
                    self._stroke(x, y, mark)
                case Shape():
                    place = QRectF(UNITS * (x + mark.x), UNITS * (y + mark.y), UNITS * mark.side, UNITS * mark.side)
                    draw(self._painter, mark.name, place, self._ink(mark.ink), self._colours.sheet)

    def _ink(self, role: str) -> QColor:
        colour: QColor = getattr(self._colours, role)
        return colour

    def _text(self, x: float, y: float, mark: Text) -> None:
        shift = 0.0
        if mark.side != Side.LEFT:
            width = self._measure.width(mark.text, mark.style)
            shift = width if mark.side == Side.RIGHT else width / 2
        self._painter.setFont(font(mark.style.size, mark.style.bold))
        self._painter.setPen(self._ink(mark.style.ink))
        self._painter.drawText(QPointF(UNITS * (x + mark.x - shift), UNITS * (y + mark.y)), mark.text)

    def _stroke(self, x: float, y: float, mark: Stroke) -> None:
        self._painter.setPen(QPen(self._ink(mark.ink), UNITS * mark.thickness))
        ends = (x + mark.x, y + mark.y, x + mark.to_x, y + mark.to_y)
        self._painter.drawLine(QLineF(*(UNITS * n for n in ends)))


def paint(
    made: Report,
    device: QPagedPaintDevice,
    measure: Measure,
    *,
    first: int = 1,
    last: int = 0,
    tick: Callable[[], None] = lambda: None,
) -> bool:
    """Paint the pages from the first to the last; whether the device took them.

    `tick` is called after each page, and may raise to stop.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        # The margins are ours: what the printer leaves blank anyway is not added to them.
        blank = device.pageLayout().paintRect(QPageLayout.Unit.Point).topLeft()
        is_full = device.pageLayout().mode() == QPageLayout.Mode.FullPageMode
        scale = device.logicalDpiX() / (72 * UNITS)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # on a screen hairlines would come and go
        if not is_full:
            painter.translate(-blank.x() * UNITS, -blank.y() * UNITS)
        brush = Brush(painter, measure)
        for number, page in enumerate(made.pages[first - 1 : last or None]):
            if number:
                device.newPage()
            brush.page(page)
            tick()
    finally:
        painter.end()
    return True
