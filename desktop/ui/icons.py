"""Line icons drawn from points on a 16 × 16 grid: sharp at any scale, in the palette's own colour."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QMenu

#: Shapes by name: each stroke a run of points; a run that ends where it begins is closed.
STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "new": (
        ((4, 1.5), (9.5, 1.5), (12.5, 4.5), (12.5, 14.5), (4, 14.5), (4, 1.5)),
        ((9.5, 1.5), (9.5, 4.5), (12.5, 4.5)),
    ),
    "open": (
        ((1.5, 13), (1.5, 3.5), (6, 3.5), (7.5, 5), (13, 5), (13, 7)),
        ((1.5, 13), (3.5, 7), (15, 7), (13, 13), (1.5, 13)),
    ),
    "save": (
        ((2, 2), (11.5, 2), (14, 4.5), (14, 14), (2, 14), (2, 2)),
        ((4.5, 14), (4.5, 9), (11.5, 9), (11.5, 14)), ((5, 2), (5, 5.5), (10, 5.5), (10, 2)),
    ),
    "undo": (
        ((6, 3), (2.5, 6.5), (6, 10)),
        ((2.5, 6.5), (10, 6.5), (12.6, 7.6), (13.5, 10), (12.6, 12.4), (10, 13.5), (7, 13.5)),
    ),
    "redo": (
        ((10, 3), (13.5, 6.5), (10, 10)),
        ((13.5, 6.5), (6, 6.5), (3.4, 7.6), (2.5, 10), (3.4, 12.4), (6, 13.5), (9, 13.5)),
    ),
    "export": (
        ((1.5, 2.5), (14.5, 2.5), (14.5, 13.5), (1.5, 13.5), (1.5, 2.5)), ((1.5, 6), (14.5, 6)), ((6, 2.5), (6, 13.5)),
        ((1.5, 9.8), (14.5, 9.8)),
    ),
    "read": (
        ((6, 14.5), (3, 14.5), (3, 1.5), (12.5, 1.5), (12.5, 6)), ((5.5, 5), (10, 5)), ((5.5, 8), (7, 8)),
        ((8, 10), (9, 8.2), (11, 7.8), (12.6, 9), (12.8, 11), (11.4, 12.6), (9.4, 12.4), (8.2, 11.4), (8, 10)),
        ((12, 12.2), (14.5, 14.7)),
    ),
    "print": (
        ((4.5, 6), (4.5, 1.5), (11.5, 1.5), (11.5, 6)),
        ((4.5, 11.5), (1.5, 11.5), (1.5, 6), (14.5, 6), (14.5, 11.5), (11.5, 11.5)),
        ((4.5, 9.5), (11.5, 9.5), (11.5, 14.5), (4.5, 14.5), (4.5, 9.5)),
    ),
    "previous": (((10, 3), (5, 8), (10, 13)),),
    "next": (((6, 3), (11, 8), (6, 13)),),
    "smaller": (((3, 8), (13, 8)),),
    "larger": (((3, 8), (13, 8)), ((8, 3), (8, 13))),
    "pin": (
        ((5.5, 2), (10.5, 2)),
        ((6.5, 2), (6.5, 6.5), (4.5, 9), (11.5, 9), (9.5, 6.5), (9.5, 2)),
        ((8, 9), (8, 14)),
    ),
    "pencil": (((2.5, 13.5), (3.5, 10), (10.5, 3), (13, 5.5), (6, 12.5), (2.5, 13.5)), ((8.8, 4.7), (11.3, 7.2))),
    "holds": (((3, 8.5), (6.5, 12), (13, 4.5)),),
    "differs": (((3, 6), (13, 6)), ((3, 10), (13, 10)), ((10.5, 2.5), (5.5, 13.5))),
    "plus": (((8, 3.5), (8, 12.5)), ((3.5, 8), (12.5, 8))),
    "becomes": (((2.5, 8), (13, 8)), ((9.5, 4.5), (13, 8), (9.5, 11.5))),
    "unfold": (((3.5, 5.5), (8, 10.5), (12.5, 5.5)),),
    "fold": (((3.5, 10.5), (8, 5.5), (12.5, 10.5)),),
    "not_applicable": (((4, 8), (12, 8)),),
    "warning": (((8, 2), (14.5, 13.5), (1.5, 13.5), (8, 2)), ((8, 6.5), (8, 9.7)), ((8, 11.4), (8, 11.8))),
}  # fmt: skip

#: Marks that are filled: an octagon with a cross.
_OCTAGON = ((5.2, 1.5), (10.8, 1.5), (14.5, 5.2), (14.5, 10.8), (10.8, 14.5), (5.2, 14.5), (1.5, 10.8), (1.5, 5.2))
_CROSS = (((5.5, 5.5), (10.5, 10.5)), ((10.5, 5.5), (5.5, 10.5)))

#: What stands in a ring: an i for a note, a question mark in a dashed one for what is not known.
_IN_RING = {
    "info": (((8, 4.8), (8, 5.2)), ((8, 7.4), (8, 11.2))),
    "unknown": (((6.2, 6.3), (6.6, 5.1), (8, 4.6), (9.4, 5.1), (9.6, 6.5), (8, 8), (8, 9)), ((8, 11.1), (8, 11.4))),
}

GRID = 16


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor, ground: QColor | None = None) -> None:
    """Draw an icon into a square; `ground` is what it stands on, by default the palette's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    painter.translate(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2)
    painter.scale(side / GRID, side / GRID)
    if name == "error":
        _draw_error(painter, colour, ground or QGuiApplication.palette().color(QPalette.ColorRole.Base))
    elif name in _IN_RING:
        _draw_ring(painter, name, colour)
    else:
        _draw_strokes(painter, STROKES[name], colour, 1.4)
    painter.restore()


def _draw_error(painter: QPainter, colour: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _OCTAGON]))
    _draw_strokes(painter, _CROSS, ground, 1.8)


def _draw_ring(painter: QPainter, name: str, colour: QColor) -> None:
    _draw_strokes(painter, _IN_RING[name], colour, 1.4)
    pen = QPen(colour, 1.3)
    if name == "unknown":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(QRectF(1.5, 1.5, 13, 13))


def _draw_strokes(
    painter: QPainter, strokes: tuple[tuple[tuple[float, float], ...], ...], colour: QColor, thickness: float
) -> None:
    pen = QPen(colour, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke]))


class _LineEngine(QIconEngine):
    """Paints an icon in the text colour of the palette in force, paler where it is disabled."""

    def __init__(self, name: str, colour: Callable[[], QColor] | None) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def _ink(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        own = self._colour() if self._colour else None
        if mode == QIcon.Mode.Active and _is_in_menu():
            return QGuiApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
        return own or QGuiApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        draw(painter, self._name, QRectF(rect), self._ink(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        return _picture(self._name, size.width(), size.height(), self._ink(mode).rgba())

    def clone(self) -> QIconEngine:
        return _LineEngine(self._name, self._colour)


def _is_in_menu() -> bool:
    """Whether what lights up now is an entry of a menu, which is filled; native styles have colours of their own."""
    return isinstance(QApplication.activePopupWidget(), QMenu) and QApplication.style().name() == "fusion"


@lru_cache(maxsize=256)
def _picture(name: str, width: int, height: int, ink: int) -> QPixmap:
    """An icon in a size and colour, drawn once: bars of tools and of tabs ask for theirs at every repaint."""
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, width, height), QColor.fromRgba(ink))
    painter.end()
    return picture


@lru_cache(maxsize=64)
def icon(name: str, colour: Callable[[], QColor] | None = None) -> QIcon:
    """A line icon; `colour` gives another colour than the text's when it is painted."""
    return QIcon(_LineEngine(name, colour))
