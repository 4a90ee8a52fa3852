"""What is painted over the editors: frames, rings, and the marks of their states."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from ...presentation.passages import Origin
from .. import icons
from ..theme import colours, is_fusion

MARK = 16  # the side of an icon
BAR = 3
CORNER = 6


def paints_frames() -> bool:
    """Whether frames are painted by us: native styles keep their own."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and is_fusion(app)


def frame(painter: QPainter, rect: QRectF, *, focused: bool, error: bool = False) -> None:
    """The frame of a field: a ring with the focus, red with an error."""
    c = colours()
    if error:
        _outline(painter, rect, c.error, 2 if focused else 1.5)
    elif focused:
        _outline(painter, rect, c.accent, 2)
    else:
        _outline(painter, rect, c.frame, 1)


def _outline(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 2, 2)


def ring(painter: QPainter, rect: QRectF) -> None:
    """The ring of the current cell or of a head: 2 pixels, corners square."""
    accent = colours().accent
    for edge in (
        QRectF(rect.left(), rect.top(), rect.width(), 2), QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2),
        QRectF(rect.left(), rect.top(), 2, rect.height()), QRectF(rect.right() - 2, rect.top(), 2, rect.height()),
    ):  # fmt: skip
        painter.fillRect(edge, accent)


def feeds(painter: QPainter, rect: QRectF) -> None:
    """The mark of a field that feeds the open explanation: a bar with an arrow head, which no other state has."""
    accent, middle = colours().accent, rect.center().y()
    painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    x = rect.left() + BAR
    painter.drawPolygon(QPolygonF([QPointF(x, middle - 4.5), QPointF(x + 5, middle), QPointF(x, middle + 4.5)]))


def corner(painter: QPainter, rect: QRectF, origin: Origin) -> None:
    """The folded corner of a field that was read: hollow where a part was worked out, barred where it changed since."""
    if not origin:
        return
    x, y = rect.left() + 1, rect.top() + 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours().secondary, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if origin == Origin.INFERRED else colours().secondary)
    inner = 0.5
    painter.drawPolygon(
        QPolygonF([QPointF(x + inner, y + inner), QPointF(x + CORNER, y + inner), QPointF(x + inner, y + CORNER)])
    )
    if origin == Origin.CHANGED:
        painter.drawLine(QPointF(x + inner, y + CORNER + 3), QPointF(x + CORNER + 3, y + inner))


def octagon(painter: QPainter, rect: QRectF) -> None:
    """The mark of an error."""
    icons.draw(painter, "error", rect, colours().error)


def pencil(painter: QPainter, rect: QRectF) -> None:
    """The mark of a draft."""
    icons.draw(painter, "pencil", rect, colours().warning)


def dashes(painter: QPainter, rect: QRectF) -> None:
    """The dashed line under a draft."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    pen = QPen(colours().warning, 1.5)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    y = rect.bottom() - 3
    painter.drawLine(QPointF(rect.left() + 4, y), QPointF(rect.right() - 4, y))


def mark_rect(rect: QRectF, *, left: float = 5, fed: bool = False) -> QRectF:
    """Where the mark of a state stands: at the free left end of a field, beside the mark of `feeds`."""
    left += BAR + 4 if fed else 0
    return QRectF(rect.left() + left, rect.top() + (rect.height() - MARK) / 2, MARK, MARK)


def inside(widget: QWidget) -> QRectF:
    """The area of a widget, exact for painting."""
    return QRectF(widget.rect())
