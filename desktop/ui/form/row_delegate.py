"""How a cell of an editable table looks, and the editors that open in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...domain.path import row_of
from ...domain.term import Given
from .. import theme
from . import paint
from .editors import ChoiceEditor
from .line_editor import LineEditor
from .row_model import DEFAULT_ROLE, DRAFT_ROLE, ORIGIN_ROLE, PATH_ROLE, RowModel

if TYPE_CHECKING:
    from .row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
PADDING = 6

_MOVES = {
    Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1),
}  # fmt: skip
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CellEditor(LineEditor):
    """The editor of a cell. On the line that adds a row, the first keystroke makes it one."""

    def __init__(self, model: RowModel, row: int, column: int, parent: QWidget) -> None:
        self._model, self._row = model, row
        self._adds = model.is_adding(row)
        super().__init__(model.session, model.terms[column], model.path(row, column), parent)
        self.setFrame(False)
        self._engaged = True  # an input method writes before the focus comes

    def _present(self) -> tuple[Given | None, str | None]:
        gone = self._row >= self._model.coming_count  # the editor is about to close
        return (None, None) if gone or self._model.is_adding(self._row) else super()._present()

    def take(self, text: str) -> None:
        if self._model.is_adding(self._row):
            if not text:
                return
            self._model.add_row()
        super().take(text)

    def restore(self) -> None:
        """Take back what was typed since the editor was opened, and the row that it added."""
        document = self.session.document
        if document.undo_step is not None and document.undo_step.run is self.run:
            self.session.undo()
        added = (f"{self._model.form.table}[{self._row}]",)
        if self._adds and document.undo_step is not None and document.undo_step.paths == added:
            self.session.undo()


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a `RowTable` and opens editors that write into the document while one types."""

    def __init__(self, table: "RowTable", model: RowModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self.editor: ChoiceEditor | CellEditor | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, area = theme.colours(), QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._table.shows_range()
        painter.fillRect(area, c.changed if selected else c.sheet)
        painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), c.section)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), c.section)
        self._paint_text(painter, area, option, index)
        origin = index.data(ORIGIN_ROLE)
        if origin:
            painter.save()
            paint.corner(painter, area, origin)
            painter.restore()
        if index.data(DRAFT_ROLE):
            painter.save()
            paint.octagon(painter, paint.mark_rect(area, left=3))
            painter.restore()
        if self._model.session.marked and index.data(PATH_ROLE) in self._model.session.marked:
            painter.save()
            paint.feeds(painter, area.adjusted(0, 0, -1, -1))
            painter.restore()
        if self._is_current(index) and self._table.has_focus():
            paint.ring(painter, area.adjusted(0, 0, -1, -1))

    def _is_current(self, index: Index) -> bool:
        """Whether a cell wears the ring; the line that adds a row is one cell."""
        current = self._table.currentIndex()
        return index == current or (index.row() == current.row() and self._model.is_adding(index.row()))

    def _paint_text(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        c, draft = theme.colours(), index.data(DRAFT_ROLE)
        painter.setFont(option.font)
        painter.setPen(c.error if draft else c.placeholder if index.data(DEFAULT_ROLE) else c.text)
        room = area.adjusted(PADDING, 0, -PADDING - 1, 0)
        if draft:
            room.setLeft(room.left() + paint.MARK)
        if self._model.is_adding(row) and column == 0:
            room.setWidth(self._table.viewport().width())
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) | Qt.TextFlag.TextSingleLine
        if option.fontMetrics.horizontalAdvance(text) > room.width():
            text = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, alignment, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.fontMetrics.horizontalAdvance(index.data() or "") + 2 * PADDING + 2, 24)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.row(), index.column()
        editor: ChoiceEditor | CellEditor
        if self._model.terms[column].options:
            if self._model.is_adding(row):
                self._model.add_row()
            editor = ChoiceEditor(self._model.session, self._model.terms[column], self._model.path(row, column), parent)
        else:
            editor = CellEditor(self._model, row, column, parent)
        self.editor = editor
        editor.retranslate()
        editor.setMinimumHeight(0)
        editor.setMaximumHeight(option.rect.height())
        return editor

    def setEditorData(self, editor: QWidget, _: Index) -> None:
        if isinstance(editor, LineEditor | ChoiceEditor):
            editor.refresh()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing is left to do: every keystroke has been taken already."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _: Index) -> None:
        area = QRect(option.rect)
        if isinstance(editor, ChoiceEditor):
            area.setWidth(max(area.width(), editor.sizeHint().width()))
        editor.setGeometry(area)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)
        # Not at once: the editor may go because its row is going, and the view is in the middle of that.
        QTimer.singleShot(0, self._table, self._table.settle)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if isinstance(editor, CellEditor):
                    editor.restore()
                self._close(editor)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and event.modifiers() & _CONTROL:
                self._close(editor)
                self._table.leave(forward=is_forward(event))
                return True
            turns = isinstance(editor, QComboBox) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            move = None if turns else _MOVES.get(Qt.Key(event.key()))
            if move is not None and not event.modifiers() & _HELD:
                self._close(editor)
                self._table.move_current(*move)
                return True
        return super().eventFilter(editor, event)

    def drop_down(self, editor: ChoiceEditor) -> None:
        """Show the list of a choice, and close the editor when one is chosen."""
        editor.activated.connect(lambda: self._close(editor))
        editor.showPopup()

    def close_beyond(self, count: int) -> None:
        """Close an open editor whose row is going, before the view removes the row under it."""
        editor = self.editor
        if editor is not None and (row_of(editor.path) or 0) >= count:
            self._table.setFocus()
            self._close(editor)

    def _close(self, editor: QObject) -> None:
        if isinstance(editor, QWidget):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def is_forward(event: QKeyEvent) -> bool:
    """Whether a Tab goes forward."""
    return event.key() == Qt.Key.Key_Tab and not event.modifiers() & _SHIFT
