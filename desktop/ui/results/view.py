"""A result table: paper with hairlines, figures that are never cut, cells that can be copied and explained."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QMenu, QWidget

from ...domain.message import N_
from ...presentation.layout import Layout, RowTable
from ..form.breaks import plain
from ..session import Session
from .explaining import ENTER, Explaining
from .fit import fitted
from .look import GROUP_ROW, LARGE_ROW, LOW_ROW, MARK_WIDTH, ROW, look
from .measure import Measure
from .paper import Paper

LOW_WINDOW = 760
EXPLAIN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F2)


class ResultTable(Paper):
    """One layout on the screen. A statement takes the height that it needs; the sheet gives row tables theirs."""

    #: The table wants another height.
    grew = Signal()

    def __init__(
        self, session: Session, layout: Layout, name: str, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(session, layout, parent)
        self.setObjectName(name)
        self._session, self._title = session, title
        self._is_fitted = True
        self._measure = Measure(self._model, self._delegate.look, large=self._large)
        self.verticalScrollBar().valueChanged.connect(self._fit)
        self.explaining = Explaining(self, self._model, self._delegate)
        self._model.dataChanged.connect(self._refreshed)
        self._model.modelReset.connect(self._rebuilt)
        self._model.headerDataChanged.connect(self._reworded)
        self._fade.moved.connect(self._repaint_changed)
        self._rebuilt()

    # -- news

    def _refreshed(self) -> None:
        """Other figures in the same rows and columns."""
        self._fade.start()  # the tab may be brought forward by this very edit
        self._is_fitted = self.isVisible() and not self.viewport().visibleRegion().isEmpty()
        if self._is_fitted:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_fitted:  # it was scrolled out of sight when its figures changed
            self._is_fitted = True
            QTimer.singleShot(0, self._fit)

    def _reworded(self) -> None:
        """Other headings, because the event is of another kind."""
        self._measure.forget()
        if self.isVisible():
            self._fit()

    def _rebuilt(self) -> None:
        """Other rows, columns, words or fonts."""
        self.setAccessibleName(plain(self._session.locale.text(self._title)))
        self._measure.forget()
        self._set_heights()
        self._span_groups()
        if self.isVisible():
            self._fit()
        self._find_place()
        self.grew.emit()

    def _span_groups(self) -> None:
        self.clearSpans()
        if self._model.columnCount() < 2:
            return
        for row in self._groups():
            self.setSpan(row, 0, 1, self._model.columnCount())

    def _groups(self) -> list[int]:
        if isinstance(self._model.layout_, RowTable):
            return []
        return [n for n, row in enumerate(self._model.table.rows) if row.kind == "group"]

    def adapt(self) -> None:
        """Take lower rows in a low window: whoever holds the table says when the window's height changes."""
        if self.verticalHeader().defaultSectionSize() != self._row_height():
            self._set_heights()
            self.grew.emit()

    def _row_height(self) -> int:
        low = self.window().height() < LOW_WINDOW and self.isVisible()
        wanted = LOW_ROW if low else LARGE_ROW if self._large else ROW
        return self._delegate.look.row_height(wanted)

    def _set_heights(self) -> None:
        self._sized_for = (self._overflows(), self._header.most_lines())
        height = self._row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        for row in self._groups():
            self.setRowHeight(row, max(GROUP_ROW, height + 6))
        if not isinstance(self._model.layout_, RowTable):
            self.setFixedHeight(self.full_height())

    def full_height(self) -> int:
        """The height at which nothing has to be scrolled up or down."""
        rows = sum(self.rowHeight(row) for row in self._groups())
        rows += (self._model.rowCount() - len(self._groups())) * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar()
        return self._header.sizeHint().height() + rows + (bar.sizeHint().height() if self._overflows() else 0)

    def _overflows(self) -> bool:
        return self._header.length() > self.viewport().width() and self.isVisible()

    # -- columns

    def _fit(self) -> None:
        """Give every column its width; whole columns give way where space ends."""
        contents = self._measure.contents(self._rows_on_show())
        widths = fitted(self._measure.wishes(contents), self.viewport().width())
        columns = self._model.columns
        marks = {n for n, w in enumerate(widths) if w == MARK_WIDTH and w < contents[n] and columns[n].agrees >= 0}
        self._delegate.marks_only = self._header.marks_only = frozenset(marks)
        for column, width in enumerate(widths):
            if self.isColumnHidden(column) != (width == 0):
                self.setColumnHidden(column, width == 0)
            if width and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        if self._sized_for != (self._overflows(), self._header.most_lines()):
            self.updateGeometries()
            self._set_heights()
            self.grew.emit()

    def _rows_on_show(self) -> Sequence[int]:
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, last + 1 if last >= 0 else min(self._model.rowCount(), first + 100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._set_heights()
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.explaining.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "explaining"):
            return  # still being built
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self._rebuilt()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._restyle()

    def _restyle(self) -> None:
        made = look(self.font(), large=self._large)
        self._delegate.look = self._header.look = made
        self._measure = Measure(self._model, made, large=self._large)
        self._rebuilt()
        self.viewport().update()

    # -- paint and selection

    def _repaint_changed(self) -> None:
        if not self.isVisible():
            return
        if self.is_scrolled:
            self.viewport().update()
            return
        for row in self._rows_on_show():
            for column in range(self._model.columnCount()):
                if self._model.shown(row, column).changed:
                    self.update(self._model.index(row, column))

    # -- keys, pointer, menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in EXPLAIN_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.explain()
        elif event.key() in ENTER and current.isValid():
            self.explaining.go_to_field(current)
        else:
            super().keyPressEvent(event)

    def explain(self) -> bool:
        """Explain the current cell; says whether there is anything to explain."""
        return self.explaining.open(self.currentIndex(), by_key=True)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, to the last digit."""
        rows, chosen = self._chosen()
        columns = [column for column in chosen if not self.isColumnHidden(column)]
        if rows and columns:
            from .copying import copied  # noqa: PLC0415  # not needed for the first picture

            QGuiApplication.clipboard().setMimeData(copied(self._model, rows, columns))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.explaining.hover(QModelIndex() if event.buttons() else self.indexAt(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.explaining.close()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.explaining.close()
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.explaining.hover(QModelIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """The context menu of the cells."""
        locale, menu = self._model.locale, QMenu(self.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(locale.text(N_("&Copy")), self.copy)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        explain = menu.addAction(locale.text(N_("&Explain")), self.explain)
        explain.setShortcut(QKeySequence(Qt.Key.Key_F2))
        explain.setEnabled(self.explaining.told(self.currentIndex()) is not None)
        return menu
