"""Paints the cells of a result table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from ..icons import draw
from .columns import NONE
from .fade import Fade
from .look import INDENT, MARK, MARK_GAP, PAD, UNIT_GAP, Look
from .model import ResultModel
from .shown import Face, Shown

BAR = 3
RING = 2
AIR = 5  # above and below words on several lines
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT = Qt.AlignmentFlag.AlignLeft | MIDDLE
RIGHT = Qt.AlignmentFlag.AlignRight | MIDDLE

_State = QStyle.StateFlag


class ResultDelegate(QStyledItemDelegate):
    """Ground, text, mark and ring of a cell; the hairlines belong to the view."""

    def __init__(self, model: ResultModel, look: Look, fade: Fade) -> None:
        super().__init__(model)
        self._model, self.look, self._fade = model, look, fade
        #: Columns whose printed figure has given way to its mark.
        self.marks_only: frozenset[int] = frozenset()
        #: Whether more cells are selected than the current one, which has its ring.
        self.fills_selection = False
        #: Whether texts stand on as many lines as they need, from the top of their cells.
        self.wraps = False
        #: The cell whose explanation is open keeps its ring.
        self.explained = QPersistentModelIndex()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, column = index.row(), index.column()
        shown = self._model.shown(row, column)
        rect: QRect = option.rect
        self._ground(painter, rect, option, shown)
        if self.wraps:
            self._paint_wrapped(painter, rect, shown, column)
        elif column == 0 and not shown.right:
            self._paint_label(painter, rect, shown)
        else:
            self._paint_figure(painter, rect, shown, column)
        if self._has_ring(option, index):
            _ring(painter, rect, self.look.colours.accent, open_left=column == 0)

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, shown: Shown) -> None:
        state: QStyle.StateFlag = option.state
        if self.fills_selection and state & _State.State_Selected and not state & _State.State_HasFocus:
            focused = state & _State.State_Active
            colours = self.look.colours
            painter.fillRect(rect.adjusted(0, 0, 0, -1), colours.changed if focused else colours.before)
        if shown.changed and self._fade.strength > 0:
            self._paint_change(painter, rect.adjusted(2, 0, 0, -1))

    def _paint_change(self, painter: QPainter, rect: QRect) -> None:
        painter.setOpacity(self._fade.strength)
        painter.fillRect(rect, self.look.colours.changed)
        painter.fillRect(rect.x(), rect.y(), BAR, rect.height(), self.look.colours.accent)
        painter.setOpacity(1.0)

    def _has_ring(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
        state: QStyle.StateFlag = option.state
        return bool(state & _State.State_HasFocus) or (self.explained.isValid() and self.explained == index)

    def _paint_label(self, painter: QPainter, rect: QRect, shown: Shown) -> None:
        look = self.look
        text, space = shown.text, rect.adjusted(shown.indent * INDENT, 0, -UNIT_GAP, 0)
        wide = look.width(text, shown.face)
        unit = look.width(shown.unit, Face.SMALL) + UNIT_GAP if shown.unit else 0
        if wide + unit > space.width():  # items may be cut, figures never
            wide = min(wide, space.width() - unit)
            text = look.metrics[shown.face].elidedText(text, Qt.TextElideMode.ElideRight, wide)
        _write(painter, space, LEFT, look, shown, text=text)
        if shown.unit:
            painter.setFont(look.fonts[Face.SMALL])
            painter.setPen(look.colours.secondary)
            painter.drawText(space.adjusted(wide + UNIT_GAP, 0, 0, 0), LEFT, shown.unit)

    def _paint_wrapped(self, painter: QPainter, rect: QRect, shown: Shown, column: int) -> None:
        painter.setFont(self.look.fonts[shown.face])
        painter.setPen(self.look.ink(shown.ink))
        space = rect.adjusted(PAD if column else 0, AIR, -PAD, 0)
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, shown.text)

    def _paint_figure(self, painter: QPainter, rect: QRect, shown: Shown, column: int) -> None:
        space = rect.adjusted(PAD, 0, -PAD, 0)
        if self._model.columns[column].agrees != NONE:
            if shown.mark:
                self._paint_mark(painter, space, shown)
            if column in self.marks_only:
                return
            space.adjust(0, 0, -MARK - MARK_GAP, 0)
        _write(painter, space, RIGHT if shown.right else LEFT, self.look, shown, text=shown.text)

    def _paint_mark(self, painter: QPainter, space: QRect, shown: Shown) -> None:
        place = QRectF(space.right() + 1 - MARK, space.y() + (space.height() - MARK) / 2, MARK, MARK)
        colour = self.look.colours.holds if shown.mark == "holds" else self.look.ink(shown.ink)
        draw(painter, shown.mark, place, colour)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say an item that is cut in full; the rest is the model's."""
        rect: QRect = option.rect
        if index.column() or not index.isValid() or self.wraps:
            return super().helpEvent(event, view, option, index)
        shown = self._model.shown(index.row(), 0)
        is_cut = self._wanted(shown) > rect.width() - shown.indent * INDENT
        QToolTip.showText(event.globalPos(), shown.text if is_cut else "", view)
        return True

    def _wanted(self, shown: Shown) -> int:
        """The width of a label with its unit and some air."""
        unit = self.look.width(shown.unit, Face.SMALL) + UNIT_GAP if shown.unit else 0
        return self.look.width(shown.text, shown.face) + unit + UNIT_GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize()  # widths and heights are the view's


def _write(painter: QPainter, rect: QRect, side: int, look: Look, shown: Shown, *, text: str) -> None:
    if text:
        painter.setFont(look.fonts[shown.face])
        painter.setPen(look.ink(shown.ink))
        painter.drawText(rect, side, text)


def _ring(painter: QPainter, rect: QRect, colour: QColor, *, open_left: bool) -> None:
    """A frame inside the cell, filled: a pen at an edge disappears at 125 and 150 %.

    Labels begin at the very edge of the paper, so their frame is open there.
    """
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    painter.fillRect(x, y, width, RING, colour)
    painter.fillRect(x, y + height - RING, width, RING, colour)
    if not open_left:
        painter.fillRect(x, y, RING, height, colour)
    painter.fillRect(x + width - RING, y, RING, height, colour)
