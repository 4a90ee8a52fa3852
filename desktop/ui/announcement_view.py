"""The text of an announcement, to be read: what was taken from it is marked, and a mark leads to its field."""

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from ..presentation.passages import Place
from . import theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: Qt counts in 16-bit units: a character beyond these is two.
BASIC = "\uffff"


class AnnouncementText(QPlainTextEdit):
    """An announcement with its marks: underlined on a tint, the one that is shown selected."""

    #: A mark has been clicked, or Enter pressed on it: its path.
    mark_activated = Signal(str)

    def __init__(self, text: str = "", marks: Iterable[Place] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._marks = "", tuple[Place, ...]()
        self._wide: list[int] = []
        self._names: dict[str, str] = {}
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | keys)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.show_text(text, marks)

    def show_text(self, text: str, marks: Iterable[Place]) -> None:
        """Show another text."""
        text = text.replace("\r\n", " \n")  # Qt would make one character of two
        if text != self._text:
            self._text = text
            self._wide = [place for place, character in enumerate(text) if character > BASIC]
            self.setPlainText(text)
        self._marks = tuple(marks)
        self._paint_marks()

    def name_marks(self, names: dict[str, str]) -> None:
        """Say by path what a mark stands for; the names are its tool tips."""
        self._names = names

    def show_mark(self, path: str) -> bool:
        """Bring the mark of a path into sight and select it; says whether there is one."""
        mark = next((mark for mark in self._marks if mark.path == path), None)
        if mark is not None:
            self.setTextCursor(self._cursor(mark.start, mark.end))
            self.centerCursor()
        return mark is not None

    def mark_at(self, place: int) -> Place | None:
        """The mark around a place of Qt's, the shortest where one lies in another."""
        found = [mark for mark in self._marks if self._qt(mark.start) <= place < self._qt(mark.end)]
        return min(found, key=lambda mark: mark.end - mark.start, default=None)

    def _qt(self, place: int) -> int:
        """A place as Qt counts it."""
        return place + bisect_left(self._wide, place)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """A part of the text, selected."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._qt(start))
        cursor.setPosition(self._qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_marks(self) -> None:
        colours = theme.colours()
        look = QTextCharFormat()
        look.setBackground(colours.changed)
        look.setForeground(colours.text)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(colours.accent)
        painted = []
        for mark in self._marks:
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = self._cursor(mark.start, mark.end), look
            painted.append(one)
        self.setExtraSelections(painted)

    def _place_under(self, event: QMouseEvent | QHelpEvent) -> int:
        """The character under the pointer; -1 beside the text."""
        cursor = self.cursorForPosition(event.position().toPoint() if isinstance(event, QMouseEvent) else event.pos())
        return cursor.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_mark = self.mark_at(self._place_under(event)) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._activate(self._place_under(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._activate(self.textCursor().selectionStart())
        else:
            super().keyPressEvent(event)

    def _activate(self, place: int) -> None:
        mark = self.mark_at(place)
        if mark is not None:
            self.mark_activated.emit(mark.path)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(self._place_under(event))
            QToolTip.showText(event.globalPos(), self._names.get(mark.path, "") if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_marks()
