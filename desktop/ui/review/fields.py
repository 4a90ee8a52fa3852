"""The list of what was read: moved through by keys, ticked by Space, edited by Enter."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from ...domain.message import N_
from ...domain.scenario import Scenario
from ...presentation.review import Item, ReadRow, Review, items_of
from ..session import Session
from .delegate import ReviewDelegate
from .model import Index, ReviewModel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldList(QTreeView):
    """The lines of a review. Tells by its path which value is the current one."""

    came_to = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("review.fields")
        self._session = session
        self.lines = ReviewModel(session, self)
        self._delegate = ReviewDelegate(self.lines, self)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.lines.decided.connect(self._decided)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made = self.palette()
        made.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # styles fill selected rows themselves
        made.setColor(QPalette.ColorRole.Base, made.color(QPalette.ColorRole.Window))
        self.setPalette(made)

    # -- what is shown

    def show_review(self, review: Review, scenario: Scenario) -> None:
        """Show another review, its first line as the current one."""
        self.lines.show(review, scenario)
        self._delegate.restyle()
        self._open_first_rows()
        first = next((one for one in self.lines.all() if self.lines.line(one) is not None), QModelIndex())
        self.setCurrentIndex(first)
        self.scrollToTop()

    def _open_first_rows(self) -> None:
        """Open the sections, and of the rows of a table the first, which shows what stands in each."""
        for number, part in enumerate(self.lines.review.parts):
            top = self.lines.index(number, 0)
            self.setExpanded(top, True)
            rows = [n for n, line in enumerate(part.lines) if isinstance(line, ReadRow)]
            for row in rows[:1]:
                self.setExpanded(self.lines.index(row, 0, top), True)

    def _decided(self) -> None:
        self._delegate.restyle()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setAccessibleName(self._session.locale.text(N_("Values read from the announcement")))
        self._decided()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "_delegate") and event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._delegate.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # heights depend on the width

    # -- where the person is

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        line = self.lines.line(current)
        values = items_of(line) if line is not None else ()
        self.viewport().update()
        self.came_to.emit(values[0].path if values else "")

    def go_to(self, path: str) -> None:
        """Make a value the current line; its row stays folded unless it is open."""
        index = self.lines.place_of(path)
        above = index.parent()
        if above.parent().isValid() and not self.isExpanded(above):
            index = above
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def step(self, steps: int) -> None:
        """Go to the next line, or the one before."""
        down = QAbstractItemView.CursorAction.MoveDown if steps > 0 else QAbstractItemView.CursorAction.MoveUp
        index = self.moveCursor(down, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)

    # -- what the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Space and not held:
            self._toggle(index)
        elif event.key() in ENTER and not held:
            self._enter(index)
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        """Take what is not taken wholly, else leave it out; what cannot be read is edited instead."""
        line = self.lines.line(index)
        ticked = self.lines.ticked(line)
        if ticked is None:
            return
        if isinstance(line, Item) and ticked is Qt.CheckState.Unchecked and not self.lines.review.can_take(line):
            self.edit(index)
            return
        wanted = Qt.CheckState.Unchecked if ticked is Qt.CheckState.Checked else Qt.CheckState.Checked
        self.lines.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _enter(self, index: QModelIndex) -> None:
        """Edit a value; open or fold a row."""
        line = self.lines.line(index)
        if isinstance(line, ReadRow):
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(line, Item):
            self.edit(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._clicked(index, place)

    def _clicked(self, index: QModelIndex, place: QPoint) -> None:
        """A click on a tick toggles it, in a box it edits, on the arrow of a row it opens or folds."""
        rect, line = self.visualRect(index), self.lines.line(index)
        rect = QRect(0, rect.y(), self.viewport().width(), rect.height())
        if self._delegate.tick(rect, index).adjusted(-4, -6, 4, 6).contains(place):
            self._toggle(index)
        elif isinstance(line, Item | ReadRow) and self._delegate.box(rect).contains(place):
            self._enter(index)
