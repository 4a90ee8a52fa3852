"""The tab of checks: what fails, what cannot be decided, what is good to know, what holds."""

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QTreeView, QVBoxLayout, QWidget

from ...domain.message import N_
from ...presentation.finding_words import goes_to, source
from ...presentation.findings import FOLDED, Group
from ..session import Session
from ..theme import GAP
from .check_delegate import CheckDelegate
from .check_model import CheckModel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CheckPage(QWidget):
    """White paper with the list on it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        self.list = CheckList(session, self)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def current_source(self) -> str:
        """The path of the passage that the current check disagrees with, if there is one."""
        return self.list.current_source()


class CheckList(QTreeView):
    """The list: a click or Enter on a check goes to its field, on a title it folds the group."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("results.checks")
        self._session = session
        session.inspect()
        self._model = CheckModel(session, self)
        self._delegate = CheckDelegate(self._model, self)
        self._folded: set[Group] = set(FOLDED)
        self._current = ""
        self._stale = False
        self._set_up()
        self._restore()
        self._model.modelAboutToBeReset.connect(self._keep_current)
        self._model.modelReset.connect(self._restore)
        self.clicked.connect(self._open)
        self.collapsed.connect(self._note_folding)
        self.expanded.connect(self._note_folding)
        session.changed.connect(self.refresh)
        self.retranslate()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        clear = self.palette()
        clear.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # styles fill selected rows themselves
        self.setPalette(clear)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)

    # -- news

    def refresh(self) -> None:
        """Re-read the session; a hidden list waits until it is shown."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._model.refresh()
            self.scheduleDelayedItemsLayout()  # sentences may need another height

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # heights depend on the width

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.setAccessibleName(self._session.locale.text(N_("Consistency checks")))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_delegate"):
            return  # not put together yet
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._delegate.restyle()
            self.scheduleDelayedItemsLayout()

    # -- folding and place, which outlive a change of the rows

    def _note_folding(self, index: QModelIndex) -> None:
        group = self._model.group(index)
        if group is not None:
            (self._folded.discard if self.isExpanded(index) else self._folded.add)(group)

    def _keep_current(self) -> None:
        finding = self._model.finding(self.currentIndex())
        self._current = finding.check.id if finding else ""

    def _restore(self) -> None:
        for number in range(self._model.rowCount()):
            top = self._model.index(number, 0)
            self.setExpanded(top, self._model.group(top) not in self._folded)
            for row in range(self._model.rowCount(top)):
                index = self._model.index(row, 0, top)
                finding = self._model.finding(index)
                if finding is not None and finding.check.id == self._current and self.isExpanded(top):
                    self.setCurrentIndex(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))  # without a place to start from Qt refuses every movement
        super().focusInEvent(event)

    # -- what a person does

    def _open(self, index: QModelIndex) -> None:
        finding = self._model.finding(index)
        if finding is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._session.go_to(goes_to(finding, self._session.book))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in ENTER and current.isValid():
            self._open(current)
            return
        if event.key() == Qt.Key.Key_Left and self._model.finding(current) is not None:
            self.setCurrentIndex(current.parent())
            return
        super().keyPressEvent(event)

    def current_source(self) -> str:
        """The path of the passage that the current check disagrees with, if there is one."""
        finding = self._model.finding(self.currentIndex())
        return source(finding, self._session.book) if finding is not None else ""

    def copy(self) -> None:
        """Copy the check with the focus in words, or all checks of the group whose title has it, as a table."""
        current = self.currentIndex()
        finding = self._model.finding(current)
        if finding is not None:
            QGuiApplication.clipboard().setText(self._model.read_aloud(finding))
        elif current.isValid():
            from ...presentation.clipboard import as_html, as_text  # noqa: PLC0415  # not needed before

            block, data = self._model.cells(current), QMimeData()
            data.setText(as_text(block))
            data.setHtml(as_html(block))
            QGuiApplication.clipboard().setMimeData(data)
