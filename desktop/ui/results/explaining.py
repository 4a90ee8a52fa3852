"""Opens the explanation of a figure: on hover after a moment, by Space or F2 at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from ...presentation.table import Role
from ..session import Session
from .delegate import ResultDelegate
from .model import Index, ResultModel
from .shown import differing_ink

if TYPE_CHECKING:
    from ...presentation.explained import Told
    from .popover import Popover

WAIT = 500  # milliseconds of rest before a figure explains itself
ANNOUNCEMENT = Qt.Key.Key_F4
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Explaining(QObject):
    """At most one explanation of a table's cell, and the marks on the fields that feed it."""

    def __init__(self, view: QTableView, model: ResultModel, delegate: ResultDelegate) -> None:
        super().__init__(view)
        self._view, self._model, self._delegate = view, model, delegate
        self._session: Session = model.session
        self._popover: Popover | None = None
        self._at = QPersistentModelIndex()
        self._waiting = QPersistentModelIndex()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._rested)
        model.dataChanged.connect(self.refresh)
        model.modelReset.connect(self.close)

    @property
    def popover(self) -> Popover | None:
        """The open explanation, if there is one."""
        return self._popover

    def told(self, index: Index) -> Told | None:
        """The explanation of the figure at a place; of what is given where it was read, if it was."""
        if not index.isValid():
            return None
        cell = self._model.cause(index.row(), index.column())
        from ...presentation.explained import told  # noqa: PLC0415  # not needed for the first picture

        return told(self._model.book, cell, self._session.locale)

    def current_source(self) -> str:
        """The path of the passage behind the current figure, if there is one."""
        found = self.told(self._view.currentIndex())
        return found.source if found else ""

    def hover(self, index: QModelIndex) -> None:
        """The pointer is over a cell, or over none."""
        if self._at == index or (self._popover is not None and self._popover.windowType() == Qt.WindowType.Popup):
            return
        self.close()
        self._waiting = QPersistentModelIndex(index)
        if index.isValid() and index.column():
            self._timer.start()

    def _rested(self) -> None:
        if self._view.isActiveWindow() and self._view.isVisible():
            self.open(self._waiting, by_key=False)

    def open(self, index: Index, *, by_key: bool) -> bool:
        """Explain the figure at a place; says whether there is anything to explain."""
        self.close()
        found = self.told(index)
        if found is None:
            return False
        self._at = QPersistentModelIndex(index)
        from .popover import Popover  # noqa: PLC0415  # not needed for the first picture

        self._popover = popover = Popover(self._view, self._delegate.look, by_key=by_key)
        popover.closed.connect(self.close)
        popover.passed.connect(self._passed)
        self._show(found)
        popover.show()
        return True

    def _show(self, found: Told) -> None:
        popover = self._popover
        if popover is None:
            return
        cell, names_end = self._place()
        screen = self._view.screen().availableGeometry()
        ink = differing_ink(self._model.cause(self._at.row(), self._at.column()), self._model.book)
        popover.tell(found, ink, self._session.locale, screen.right() - names_end)
        popover.hang(cell, names_end)
        self._delegate.explained = self._at
        self._view.viewport().update()
        self._session.mark(found.feeds)

    def _place(self) -> tuple[QRect, int]:
        """The cell on the screen, and where the item names end."""
        viewport = self._view.viewport()
        rect = self._view.visualRect(self._model.index(self._at.row(), self._at.column()))
        names = self._view.columnWidth(0)  # the first column stays when the others are scrolled
        corner = viewport.mapToGlobal(rect.topLeft())
        return QRect(corner, rect.size()), viewport.mapToGlobal(QPoint(names, 0)).x()

    def refresh(self) -> None:
        """Tell again what has changed, or close where nothing is left to explain."""
        if self._popover is None:
            return
        found = self.told(self._at)
        if found is None:
            self.close()
        else:
            self._show(found)

    def close(self) -> None:
        """Close the explanation and take its marks away."""
        self._timer.stop()
        popover, self._popover = self._popover, None
        self._at = self._delegate.explained = QPersistentModelIndex()
        if popover is not None:
            popover.hide()
            popover.deleteLater()
            self._session.mark(())
            self._view.viewport().update()

    def _passed(self, event: QKeyEvent) -> None:
        """A key of the table's while the explanation is open: go to the field, or on to another cell."""
        index = QModelIndex(self._at)  # type: ignore[call-overload]  # a plain index of a lasting one
        if event.key() in ENTER:
            self.go_to_field(index)
        elif event.key() == ANNOUNCEMENT:
            self.show_announcement(index)
        else:
            self.close()
            self._view.keyPressEvent(event)
            self.open(self._view.currentIndex(), by_key=True)

    def show_announcement(self, index: Index) -> None:
        """Show where the announcement speaks of the figure at a place."""
        found = self.told(index)
        self.close()
        self._session.show_announcement(found.source if found else "")

    def go_to_field(self, index: Index) -> bool:
        """Go to the first field that feeds the figure at a place, or to its own where it is given."""
        cell = self._model.cell(index.row(), index.column())
        found = self.told(index)
        path = cell.path if cell.role == Role.GIVEN else next(iter(found.feeds), "") if found else ""
        self.close()
        if path:
            self._session.go_to(path)
        return bool(path)
