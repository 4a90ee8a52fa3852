"""The ground of a result table: hairlines across, and the first column that stays when the others are scrolled."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from ...presentation.layout import Layout, RowTable
from ..session import Session
from ..theme import own_viewport
from .columns import HEADLINE
from .delegate import ResultDelegate
from .fade import Fade
from .header import ResultHeader
from .look import look
from .model import Index, ResultModel

MOVES = QAbstractItemView.CursorAction
_STEPS = {MOVES.MoveUp: -1, MOVES.MoveDown: 1}
POLICY, HINTS, STATE = Qt.ScrollBarPolicy, QAbstractItemView.ScrollHint, QStyle.StateFlag


class Paper(QTableView):
    """A table view without boxes: model, headings, hairlines, scrolling and selection."""

    def __init__(self, session: Session, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = layout.name == HEADLINE
        self._model = ResultModel(session, layout, self)
        self._fade = Fade(self)
        made = look(self.font(), large=self._large)
        self._delegate = ResultDelegate(self._model, made, self._fade)
        self._header = ResultHeader(self._model, made, self)
        self._set_up(is_rows=isinstance(layout, RowTable))

    @property
    def results(self) -> ResultModel:
        """The model, under its own type."""
        return self._model

    @property
    def marks_only(self) -> frozenset[int]:
        """The columns whose printed figures have given way to their marks."""
        return self._delegate.marks_only

    def _set_up(self, *, is_rows: bool) -> None:
        own_viewport(self, QPalette.ColorRole.Base)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        clear = self.palette()
        clear.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # styles fill selected rows themselves
        self.setPalette(clear)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(POLICY.ScrollBarAsNeeded if is_rows else POLICY.ScrollBarAlwaysOff)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)

    # -- the current cell

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._find_place()  # before Qt, which takes the first cell or, where that is a title, none
        super().focusInEvent(event)

    def _find_place(self) -> None:
        """Give the keyboard a cell to start from: without one Qt refuses every movement."""
        if self.hasFocus() and not self.currentIndex().isValid():
            first = self._past_titles(-1, 1)
            columns = (n for n in range(1, self._model.columnCount()) if not self.isColumnHidden(n))
            if first >= 0:
                self.setCurrentIndex(self._model.index(first, next(columns, 0)))

    def _past_titles(self, row: int, step: int) -> int:
        """The next row in a direction that is no title of a group; -1 where there is none."""
        row += step
        while 0 <= row < self._model.rowCount():
            if self._model.row(row).kind != "group":
                return row
            row += step
        return -1

    def moveCursor(self, action: MOVES, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        current = self.currentIndex()
        if action in _STEPS and current.isValid():
            row = self._past_titles(current.row(), _STEPS[action])
            return current.siblingAtRow(row) if row >= 0 else current
        found = super().moveCursor(action, modifiers)
        if not current.isValid() or found.flags():
            return found
        return self._model.index(self._past_titles(found.row(), 1), max(0, found.column()))  # below a title

    # -- paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._paint_lines(painter, event, self.viewport().width())
        painter.end()  # one painter at a time
        super().paintEvent(event)
        if self.is_scrolled:
            painter = QPainter(self.viewport())
            self._paint_first_column(painter, event)
            painter.end()

    def _paint_lines(self, painter: QPainter, event: QPaintEvent, width: int) -> None:
        """Hairlines across the whole paper, darker under a group's title and at a total."""
        colours = self._delegate.look.colours
        for row in self._rows_between(event.rect().top(), event.rect().bottom()):
            end = self.rowViewportPosition(row) + self.rowHeight(row)
            kind = self._model.row(row).kind
            dark = colours.frame if kind == "total" else colours.section if kind == "group" else colours.hairline
            painter.fillRect(0, end - 1, width, 1, dark)

    def _paint_first_column(self, painter: QPainter, event: QPaintEvent) -> None:
        """The names stay where they are when the figures are scrolled under them."""
        width, height = self.columnWidth(0), self.viewport().height()
        colours = self._delegate.look.colours
        painter.fillRect(0, 0, width, height, colours.sheet)
        painter.fillRect(width, 0, 1, height, colours.section)
        self._paint_lines(painter, event, width)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, chosen = option.state, self.selectionModel()
        for row in self._rows_between(event.rect().top(), event.rect().bottom()):
            index = self._model.index(row, 0)
            option.rect = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row))
            option.state = plain | (STATE.State_Selected if chosen.isSelected(index) else STATE.State_None)
            if index == self.currentIndex() and self.hasFocus():
                option.state |= STATE.State_HasFocus
            self._delegate.paint(painter, option, index)

    @property
    def is_scrolled(self) -> bool:
        """Whether columns are out of sight on the left."""
        return self._header.offset() > 0

    def _rows_between(self, top: int, bottom: int) -> range:
        first, last = self.rowAt(top), self.rowAt(bottom)
        return range(max(first, 0), (last if last >= 0 else self._model.rowCount() - 1) + 1)

    def indexAt(self, point: QPoint) -> QModelIndex:
        found = super().indexAt(point)
        return found.siblingAtColumn(0) if self.is_scrolled and point.x() < self.columnWidth(0) else found

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = HINTS.EnsureVisible) -> None:
        if index.column() == 0:
            left = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(left)  # it is in sight already
            return
        super().scrollTo(index, hint)
        covered = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if self.is_scrolled and covered > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - covered)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:  # what stays must not be scrolled along
            self.viewport().update()
            self.horizontalHeader().viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        rows, columns = self._chosen()
        self._delegate.fills_selection = len(rows) * len(columns) > 1
        self.viewport().update()

    def _chosen(self) -> tuple[range, range]:
        """The rows and the columns of the selection, headings between them included."""
        selection = self.selectionModel().selection()
        parts = [selection.at(n) for n in range(selection.size())]
        if not parts:
            return range(0), range(0)
        rows = range(min(p.top() for p in parts), max(p.bottom() for p in parts) + 1)
        return rows, range(min(p.left() for p in parts), max(p.right() for p in parts) + 1)
