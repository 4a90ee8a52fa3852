"""The editable table of a section of rows, such as the series of options."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ...domain.formula import Kind
from ...domain.path import name_of, row_of
from ...presentation.forms import FormSection
from ...presentation.passages import Passages
from .. import theme
from ..session import Session
from .block_table import BlockTable, Index
from .editors import ChoiceEditor
from .line_editor import LineEditor, TextState, editor_height
from .paint import MARK
from .row_delegate import PADDING, CellDelegate, is_forward
from .row_header import RowHeader

ROWS_SHOWN = 12
#: So many rows at the beginning and at the end are measured for the widths of the columns.
SAMPLED = 50
WIDEST = 220
#: What most cells of a kind have room for, so that columns do not grow under the hands of who types.
_USUAL = {Kind.DATE: "2020-12-30", Kind.NUMBER: "1,000.00", Kind.COUNT: "10,000", Kind.TEXT: "FY2020"}

_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class RowTable(BlockTable):
    """Rows that are typed, pasted, filled and moved like those of a spreadsheet."""

    #: The current cell is another, stands elsewhere, or other words are to be said about it.
    moved = Signal()

    def __init__(self, session: Session, form: FormSection, parent: QWidget) -> None:
        super().__init__(session, form, parent)
        self._widths = [0] * self._model.columnCount()
        self._signed: tuple[bool, Passages | None] = (False, None)
        self._delegate = CellDelegate(self, self._model)
        self._header = RowHeader(self)
        self.setHorizontalHeader(self._header)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(editor_height())
        rows.setDefaultSectionSize(editor_height())

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        self.setAccessibleName(self.session.locale.text(self.form.title))
        self._model.retranslate()
        for editor in self.viewport().findChildren(QWidget):
            if isinstance(editor, LineEditor | ChoiceEditor):
                editor.retranslate()
        self.fit(anew=True)

    def recolour(self) -> None:
        """Take the colours and the font of the theme."""
        self._header.refont()
        self._header.update()
        self.viewport().update()

    def refresh(self) -> None:
        """Show what the document holds now."""
        self._show_signs()
        was_adding = self._model.is_adding(self.currentIndex().row())
        self._delegate.close_beyond(self._model.coming_count)
        if not self._model.refresh():
            return
        index = self.currentIndex()
        if index.column() > 0 and self._model.is_adding(index.row()) and not was_adding:
            self.setCurrentIndex(index.siblingAtColumn(0))  # its row has been taken back
        self.fit()
        self.moved.emit()

    def _show_signs(self) -> None:
        """Paint the cells again where others wear the sign of the announcement, though their values are the same."""
        signed = (self.session.inspects, self.session.book.passages)
        if signed != self._signed:
            self._signed = signed
            self.viewport().update()

    def settle(self) -> None:
        """Take the measures again after an editor has gone."""
        self.fit()
        self.moved.emit()

    def fit(self, *, anew: bool = False) -> None:
        """Give columns the width of their content and the table the height of its rows; columns only grow."""
        if not self.is_editing():
            needed = [self._width_needed(column) for column in range(self._model.columnCount())]
            self._widths = needed if anew else [max(pair) for pair in zip(needed, self._widths, strict=True)]
            self._fit_widths()
        self.clearSpans()
        self.setSpan(self._model.count, 0, 1, self._model.columnCount())
        self._fit_height()
        self.updateEditorGeometries()

    def _width_needed(self, column: int) -> int:
        metrics, count, model = QFontMetrics(self.font()), self._model.count, self._model
        sampled = {*range(min(SAMPLED, count)), *range(max(0, count - SAMPLED), count)}
        cells = {model.shown(row, column) for row in sampled}
        marks = MARK if any(model.given(row, column)[1] is not None for row in sampled) else 0
        cells.add(_USUAL.get(model.terms[column].kind, ""))
        widest = max(map(metrics.horizontalAdvance, cells), default=0) + 2 * PADDING + 3 + marks
        return min(WIDEST, max(widest, self._header.width_of(self._model.heading(column))))

    def _fit_widths(self) -> None:
        """Give the columns their widths, and the room that is left to the first that holds any text."""
        bar = self._bar_extent() if self._model.count + 1 > ROWS_SHOWN else 0
        spare = max(0, self.width() - bar - sum(self._widths))
        texts = (n for n, term in enumerate(self._model.terms) if term.kind is Kind.TEXT and not term.is_currency)
        roomy = next(texts, 0)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width + (spare if column == roomy else 0))
        self._header.fit_height()

    def _fit_height(self) -> None:
        rows = min(self._model.count + 1, ROWS_SHOWN)
        scrolls = self._header.length() > self.width()
        bar = self._bar_extent() if scrolls else 0
        self.setFixedHeight(self._header.height() + rows * editor_height() + bar)

    def _bar_extent(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_editing():
            self._fit_widths()
        self._fit_height()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()  # the line that adds a row wears its ring from end to end
        self.moved.emit()

    def current_rect(self) -> QRect:
        """Where the current cell stands, in the table's own coordinates."""
        corner = self.viewport().geometry().topLeft()
        return self.visualRect(self.currentIndex()).translated(corner)

    def problem(self) -> str:
        """What is wrong with the current cell, once it is to be said: not while it is still being typed."""
        index = self.currentIndex()
        if not index.isValid():
            return ""
        editor = self.indexWidget(index) if self.state() == QAbstractItemView.State.EditingState else None
        if isinstance(editor, LineEditor):
            return editor.sentence()
        return self._model.sentence(index.row(), index.column()) or ""

    def is_editing(self) -> bool:
        """Whether the editor of a cell is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def unfinished(self) -> str:
        """The path of the cell that is being typed, as long as its text does not count as wrong."""
        editor = self._delegate.editor
        return editor.path if isinstance(editor, LineEditor) and editor.state is not TextState.ERROR else ""

    def has_focus(self) -> bool:
        """Whether the keyboard works in this table."""
        return self.hasFocus() or self.is_editing()

    def current_path(self) -> str:
        """The path of the current cell; nothing on the line that adds a row."""
        index = self.currentIndex()
        known = index.isValid() and not self._model.is_adding(index.row())
        return self._model.path(index.row(), index.column()) if known else ""

    def go_to(self, path: str) -> None:
        """Make the cell of a path the current one and give the table the focus; without a row, the first."""
        names, name = [term.name for term in self._model.terms], name_of(path)
        index = self._model.index(row_of(path) or 0, names.index(name) if name in names else 0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setCurrentIndex(index)

    def move_current(self, down: int, right: int) -> None:
        """Move the current cell; beyond the last column it goes on in the next row."""
        width = self._model.columnCount()
        index = self.currentIndex()
        row, column = index.row() + down, index.column() + right
        if not 0 <= column < width:
            row, column = row + (1 if column >= width else -1), column % width
        if 0 <= row <= self._model.count:
            self.setCurrentIndex(self._model.index(row, column))

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here."""
        keys = QKeySequence.StandardKey
        for sequence, action in (
            (keys.Copy, self.copy), (keys.Cut, self.cut), (keys.Paste, self.paste), (keys.SelectAll, self.selectAll),
        ):  # fmt: skip
            if event.matches(sequence):
                return action
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and event.modifiers() & _CONTROL:
            return lambda: self.leave(forward=is_forward(event))
        held = event.modifiers() & (_CONTROL | _ALT)
        found: dict[tuple[Qt.KeyboardModifier, int], Callable[[], None]] = {
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete): self.clear_cells,
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Backspace): self.clear_cells,
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Escape): self.leave,
            (_CONTROL, Qt.Key.Key_Plus): self.insert_row,
            (_CONTROL, Qt.Key.Key_Minus): self.delete_rows,
            (_CONTROL, Qt.Key.Key_D): self.fill_down,
            (_ALT, Qt.Key.Key_Up): lambda: self.move_rows(-1),
            (_ALT, Qt.Key.Key_Down): lambda: self.move_rows(1),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return): lambda: self.move_current(1, 0),
            (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Enter): lambda: self.move_current(1, 0),
        }
        return found.get((held, event.key()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            editing = self.state() == QAbstractItemView.State.EditingState
            if not editing and (event.key() == Qt.Key.Key_F2 or self._action(event)):
                event.accept()  # the key belongs to the table before it belongs to the window
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is not None:
            action()
        elif self._leaves(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def leave(self, *, forward: bool = True) -> None:
        """Pass the focus on to what stands after the table, or before it."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether Tab leaves the table: after the line that adds a row, and before the first cell."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Tab:
            return self._model.is_adding(index.row())
        return event.key() == Qt.Key.Key_Backtab and index.row() <= 0 and index.column() <= 0

    def edit(self, *call: Any) -> Any:
        """Open the editor of an index; a choice that was asked for by F2 or the mouse drops its list down."""
        opened = super().edit(*call)
        if opened:
            self._tell_of(self.indexWidget(call[0]))
        triggers = QAbstractItemView.EditTrigger
        if opened and call[1] in (triggers.DoubleClicked, triggers.EditKeyPressed):
            editor = self.indexWidget(call[0])
            if isinstance(editor, ChoiceEditor):
                self._delegate.drop_down(editor)
        return opened

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt would open the editor and lose a text that comes without having been composed, as from a keypad."""
        index = self.currentIndex()
        at_once = bool(event.commitString()) and not event.preeditString() and not self.is_editing()
        if not at_once or not index.isValid() or self._model.terms[index.column()].options:
            super().inputMethodEvent(event)
            return
        super().edit(index)
        editor = self.indexWidget(index)
        self._tell_of(editor)
        if editor is not None:
            QApplication.sendEvent(editor, event)

    def _tell_of(self, editor: QWidget | None) -> None:
        """Say below the table what is wrong with the text in an editor."""
        if isinstance(editor, LineEditor):
            editor.judged.connect(self.moved)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._is_scrolled() and place.x() < self.columnWidth(0):
            self.setCurrentIndex(self._model.index(self.rowAt(int(place.y())), 0))
        else:
            super().mousePressEvent(event)

    def _is_scrolled(self) -> bool:
        return self._header.offset() > 0

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0 and self._is_scrolled():  # behind the first column
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:  # the first column stays; what Qt has moved of it is painted again
            self.viewport().update()
            self._header.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            if self._is_scrolled():
                self._paint_first_column(painter)
            area, line = self.viewport().rect(), theme.colours().section
            bottom = min(area.height(), (self._model.count + 1) * editor_height()) - 1
            painter.fillRect(0, 0, 1, bottom, line)
            painter.fillRect(area.right(), 0, 1, bottom, line)
            painter.fillRect(0, bottom, area.width(), 1, line)

    def _paint_first_column(self, painter: QPainter) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        last = self.rowAt(self.viewport().height() - 1)
        for row in range(max(0, self.rowAt(0)), (last if last >= 0 else self._model.count) + 1):
            index = self._model.index(row, 0)
            width = self.viewport().width() if self._model.is_adding(row) else self.columnWidth(0)
            option.rect.setRect(0, self.rowViewportPosition(row), width, editor_height())
            option.state = QStyle.StateFlag.State_Enabled
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self._delegate.paint(painter, option, index)
