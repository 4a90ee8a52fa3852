"""The list of what was read: moved through by keys, ticked by Space, edited by F2 or by typing."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from ...domain.message import N_
from ...domain.scenario import Scenario
from ...presentation.review import Review
from ...presentation.review_lines import Item, ReadRow
from ..announcement_view import ENTER
from ..session import Session
from .delegate import ReviewDelegate
from .model import Index, ReviewModel


class FieldList(QTreeView):
    """The lines of a review. Tells by its path which value is the current one."""

    came_to = Signal(str)
    #: Enter has been pressed: the person has seen enough.
    confirmed = Signal()

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
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made = self.palette()
        made.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # styles fill selected rows themselves
        self.setPalette(made)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    # -- what is shown

    def show_review(self, review: Review, scenario: Scenario) -> None:
        """Show another review, its first line as the current one."""
        self.lines.show(review, scenario)
        self._delegate.places.restyle()
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
        self._delegate.places.restyle()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setAccessibleName(self._session.locale.text(N_("Values read from the announcement")))
        self._decided()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "_delegate") and event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._delegate.places.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.places.restyle()
        self.scheduleDelayedItemsLayout()  # heights depend on the width

    # -- where the person is

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.came_to.emit(self.lines.path_of(current))

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
            self.confirmed.emit()
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._clicked(index, place)

    def _clicked(self, index: QModelIndex, place: QPoint) -> None:
        """A click on a tick toggles it, in a box it edits, on the arrow of a row it opens or folds."""
        place, line = place - QPoint(0, self.visualRect(index).y()), self.lines.line(index)
        places = self._delegate.places
        if places.tick(index).adjusted(-4, -6, 4, 6).contains(place):
            self._toggle(index)
        elif isinstance(line, ReadRow) and place.x() >= places.place(index).label.left():
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(line, Item) and places.place(index).box.contains(place):
            self.edit(index)
