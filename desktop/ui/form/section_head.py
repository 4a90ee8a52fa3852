"""The head of a section of the forms: its title, its content in short, and the arrow that opens it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOption, QWidget

from .. import theme
from . import paint

HEAD_HEIGHT = 30
ARROW = 12


class SectionHead(QAbstractButton):
    """Title of a section with its arrow: opens and folds it. Folded, it tells what is inside."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.digest = ""
        self.unit = ""
        self.wrong = False
        self._by_mouse = False
        self.setCheckable(True)
        self.setFixedHeight(theme.sized(HEAD_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, title: str, unit: str, digest: str, *, wrong: bool, wrong_words: str) -> None:
        """Show the title, the unit that all figures share, and the content in short."""
        if (title, unit, digest, wrong) == (self.text(), self.unit, self.digest, self.wrong):
            return
        self.unit, self.digest, self.wrong = unit, digest, wrong
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" · ".join(filter(None, (wrong_words if wrong else "", digest))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme.sized(HEAD_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Left | Qt.Key.Key_Minus if self.isChecked():
                self.click()
            case Qt.Key.Key_Right | Qt.Key.Key_Plus if not self.isChecked():
                self.click()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        with QPainter(self) as painter:
            c = theme.colours()
            painter.fillRect(QRectF(0, 0, self.width(), 1), c.section)
            self._paint_arrow(painter)
            left = self._paint_title(painter)
            right = float(self.width() - theme.MARGIN)
            if self.wrong:
                right -= paint.MARK
                paint.octagon(painter, QRectF(right, (self.height() - paint.MARK) / 2, paint.MARK, paint.MARK))
                right -= theme.GAP
            if not self.isChecked():
                self._paint_small(painter, self.digest, left + theme.MARGIN, right, Qt.AlignmentFlag.AlignRight)
            if self.hasFocus() and not self._by_mouse:
                paint.ring(painter, paint.inside(self).adjusted(2, 3, -2, -2))

    def _paint_arrow(self, painter: QPainter) -> None:
        option = QStyleOption()
        option.initFrom(self)
        option.rect.setRect(theme.MARGIN, (self.height() - ARROW) // 2, ARROW, ARROW)
        arrows = QStyle.PrimitiveElement
        arrow = arrows.PE_IndicatorArrowDown if self.isChecked() else arrows.PE_IndicatorArrowRight
        self.style().drawPrimitive(arrow, option, painter, self)

    def _paint_title(self, painter: QPainter) -> float:
        """Paint the title and the unit behind it; answers where they end."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colours().text)
        left, width = theme.MARGIN + 16, QFontMetrics(font).horizontalAdvance(self.text())
        place = QRectF(left, 1, width + 2, self.height() - 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        if self.isChecked() and self.unit:
            self._paint_small(painter, self.unit, place.right() + 6, self.width(), Qt.AlignmentFlag.AlignLeft)
        return place.right()

    def _paint_small(
        self, painter: QPainter, text: str, left: float, right: float, alignment: Qt.AlignmentFlag
    ) -> None:
        font = theme.scaled(self.font(), theme.SECONDARY)
        painter.setFont(font)
        painter.setPen(theme.colours().secondary)
        room = QRectF(left, 1, max(0.0, right - left), self.height() - 1)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
