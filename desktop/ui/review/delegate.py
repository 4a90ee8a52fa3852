"""Paints the lines of a review: a tick, the field, what is there now, the value in its box, and how they stand."""

from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from ...domain.formula import Kind
from ...domain.message import Message
from ...presentation.review import Standing
from ...presentation.review_lines import Item, ReadRow, Unread
from ...presentation.review_words import MARKS, STANDINGS, standing_of_row
from ..announcement_view import ENTER
from ..form import paint
from ..form.breaks import bound
from ..form.line_editor import RIGHT_ALIGNED
from ..icons import draw
from ..results.shown import Face
from ..theme import GAP, SMALL_MARGIN, colours
from .editors import ChoiceBox, ValueBox, choices_of
from .model import Index, ReviewModel
from .places import AIR, MARK, PADDING, TICK_AT, Place, Places

LEFT = Qt.AlignmentFlag.AlignVCenter
RIGHT = LEFT | Qt.AlignmentFlag.AlignRight
OUT = (Standing.LEFT_OUT, Standing.STAYS)

INKS = {
    Standing.NEW: "secondary", Standing.CHANGES: "warning", Standing.SAME: "secondary", Standing.INFERRED: "note",
    Standing.TYPED: "accent", Standing.UNREADABLE: "error", Standing.LEFT_OUT: "secondary", Standing.GOES: "warning",
    Standing.STAYS: "secondary",
}  # fmt: skip


class ReviewDelegate(QStyledItemDelegate):
    """How every line is painted, and the editor of its value."""

    def __init__(self, model: ReviewModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.places = Places(model, view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, self.places.place(index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, line = QRect(option.rect), self._model.line(index)
        painter.save()
        painter.translate(0, rect.y())
        whole = QRect(0, 0, self.places.width, rect.height())
        if line is None:
            self._paint_head(painter, whole, index)
        else:
            self._paint_ground(painter, whole, option, index)
            place = self.places.place(index)
            if isinstance(line, Message):
                self._paint_sentence(painter, place.label, self._model.said(line))
            else:
                self._paint_line(painter, place, index, line)
        painter.restore()

    def _paint_head(self, painter: QPainter, whole: QRect, index: Index) -> None:
        c = colours()
        if index.row():
            painter.fillRect(0, AIR, whole.width(), 1, c.section)
        self._text(painter, whole.adjusted(TICK_AT, AIR, 0, 0), str(index.data()), c.text, face=Face.HEAD)

    def _paint_ground(self, painter: QPainter, whole: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        """The current line: a tint with a bar, and a ring while the keyboard is here."""
        if index != self._view.currentIndex():
            return
        c = colours()
        painter.fillRect(whole, c.changed)
        painter.fillRect(0, 0, paint.BAR, whole.height(), c.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.ring(painter, QRectF(whole))

    def _paint_sentence(self, painter: QPainter, rect: QRect, text: str) -> None:
        """What is to be settled, with its mark before its first line."""
        c = colours()
        line = ceil(self.places.look.metrics[Face.BODY].height())
        top = (rect.height() - max(line, rect.height() - GAP)) / 2
        draw(painter, "warning", QRectF(TICK_AT, top + (line - MARK) / 2, MARK, MARK), c.warning)
        self._text(painter, rect, text, c.text)

    def _paint_line(self, painter: QPainter, place: Place, index: Index, line: Item | ReadRow | Unread) -> None:
        c, review = colours(), self._model.review
        standing = standing_of_row(line, review) if isinstance(line, ReadRow) else review.standing(line)
        ink = c.secondary if standing in OUT else c.text
        self._paint_tick(painter, self.places.tick(index), self._model.ticked(line))
        self._text(painter, place.label, self._model.label(line), ink)
        if isinstance(line, Item):
            self._paint_item(painter, place, line, standing, ink)
        elif isinstance(line, ReadRow):
            self._paint_row(painter, place, index, line, ink)
        if standing is not Standing.NEW or review.compares:
            self._paint_standing(painter, standing)
        self._text(painter, place.sentence, self._model.problem(line), c.error, face=Face.SMALL)

    def _paint_item(self, painter: QPainter, place: Place, item: Item, standing: Standing, ink: QColor) -> None:
        c, box = colours(), place.box
        beside = place.before.bottom() > box.top()
        self._text(painter, place.before, self._model.before(item), c.secondary, RIGHT if beside else LEFT)
        painter.fillRect(box, c.form if standing is Standing.LEFT_OUT else c.sheet)
        painter.save()
        paint.frame(painter, QRectF(box), focused=False, error=standing is Standing.UNREADABLE)
        painter.restore()
        flags = RIGHT if item.term.kind in RIGHT_ALIGNED else LEFT
        self._text(painter, box.adjusted(PADDING, 0, -PADDING, 0), self._model.value(item), ink, flags)
        self._text(painter, place.unit, self._model.unit(item), c.secondary, face=Face.SMALL)

    def _paint_row(self, painter: QPainter, place: Place, index: Index, row: ReadRow, ink: QColor) -> None:
        """The values of a row while it is folded, and the arrow that opens it."""
        is_open = bool(self._view.isExpanded(index))  # type: ignore[attr-defined]  # the view is a tree
        arrow = self.places.arrow(index)
        if not is_open:
            room = place.box.adjusted(PADDING, 0, arrow.left() - GAP - place.box.right(), 0)
            self._text(painter, room, self._model.value(row), ink)
        draw(painter, "fold" if is_open else "unfold", QRectF(arrow), colours().secondary)

    def _paint_standing(self, painter: QPainter, standing: Standing) -> None:
        ink: QColor = getattr(colours(), INKS[standing])
        rect = self.places.standing()
        mark = QRectF(rect.x(), rect.y() + (rect.height() - MARK) / 2, MARK, MARK)
        draw(painter, MARKS[standing], mark, ink)
        words = self._model.locale.text(STANDINGS[standing])
        self._text(painter, rect.adjusted(MARK + SMALL_MARGIN, 0, 0, 0), words, ink, face=Face.SMALL)

    def _paint_tick(self, painter: QPainter, rect: QRect, state: Qt.CheckState | None) -> None:
        option = QStyleOptionButton()
        option.initFrom(self._view)
        option.rect = rect
        states = {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
        }
        option.state = QStyle.StateFlag.State_Enabled | states.get(state, QStyle.StateFlag.State_Off)  # type: ignore[arg-type]
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self._view)
        if paint.paints_frames():
            painter.save()
            paint.frame(painter, QRectF(rect), focused=False)
            painter.restore()

    def _text(  # noqa: PLR0917  # what is painted where, in which look
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        ink: QColor,
        flags: Qt.AlignmentFlag | Qt.TextFlag = LEFT,
        face: Face = Face.BODY,
    ) -> None:
        if text:
            painter.setFont(self.places.look.fonts[face])
            painter.setPen(ink)
            painter.drawText(rect, int(flags | self.places.wrapping(text, rect.width(), face)), bound(text))

    # -- the editor

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        line = self._model.line(index)
        assert isinstance(line, Item)  # noqa: S101
        name = self._model.locale.text(line.term.words)
        if line.term.options or line.term.kind is Kind.FLAG:
            editor: QWidget = ChoiceBox(parent, choices_of(line.term, self._model.locale))
            editor.activated.connect(lambda: self._commit(editor))  # type: ignore[attr-defined]
        else:
            editor = ValueBox(parent, right=line.term.kind in RIGHT_ALIGNED)
        editor.setAccessibleName(name)
        editor.setPalette(QApplication.palette(editor))  # the list has no colour for what is selected
        return editor

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: ARG002
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.text()  # type: ignore[attr-defined]
        if text != index.data(Qt.ItemDataRole.EditRole):
            self._model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self.places.place(index).box.translated(0, QRect(option.rect).y()))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.key() in ENTER:  # else it would go on to the dialog, which would take everything over
                self._commit(editor)
                return True
            if event.key() in steps:
                self._commit(editor)
                self._view.step(steps[Qt.Key(event.key())])  # type: ignore[attr-defined]  # a list of fields
                return True
        return super().eventFilter(editor, event)
