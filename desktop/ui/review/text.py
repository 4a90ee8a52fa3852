"""The text of an announcement beside what was read from it: where the caret goes, the field follows."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ...presentation.passages import Place
from ..announcement_view import AnnouncementText
from ..theme import WIDE_MARGIN, colours


class ReviewText(AnnouncementText):
    """The announcement with its marks: those of values that are left out only with a dashed line."""

    #: The caret has come to the mark of another path.
    entered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        self._left_out: Collection[str] = ()
        self._path = ""
        self._moving = False
        super().__init__(parent=parent)
        self.setObjectName("review.text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)  # the dialog takes them
        self.document().setDocumentMargin(WIDE_MARGIN)
        self.cursorPositionChanged.connect(self._follow)

    def show_reading(self, text: str, marks: Iterable[Place]) -> None:
        """Show another announcement, from its beginning."""
        self._moving, self._path = True, ""
        self.show_text(text, marks)
        self._moving = False

    def leave_out(self, paths: Collection[str]) -> None:
        """Show which marks are of values that are not taken."""
        if paths != self._left_out:
            self._left_out = paths
            self._paint_marks()

    def go_to(self, path: str) -> None:
        """Bring the mark of a path into sight and select it, unless the caret is in it."""
        if path == self._path:
            return
        self._moving, self._path = True, path
        if not self.show_mark(path):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self._moving = False

    def _follow(self) -> None:
        """Tell where the caret went by itself."""
        if self._moving:
            return
        cursor = self.textCursor()
        place = cursor.selectionStart() if cursor.hasSelection() else cursor.position()
        here = {mark.path for mark in self._marks if self._qt(mark.start) <= place < self._qt(mark.end)}
        mark = self.mark_at(place)
        if mark is not None and self._path not in here:
            self._path = mark.path
            self.entered.emit(mark.path)

    def _paint_marks(self) -> None:
        super()._paint_marks()
        painted = self.extraSelections()
        for mark, one in zip(self._marks, painted, strict=True):
            if mark.path in self._left_out:
                one.format = _quiet()
        self.setExtraSelections(_loud_last(painted))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()


def _quiet() -> QTextCharFormat:
    """How the passage of a value that is left out looks."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    look.setUnderlineColor(colours().secondary)
    return look


def _loud_last(painted: list[QTextEdit.ExtraSelection]) -> list[QTextEdit.ExtraSelection]:
    """The marks of what is taken over those of what is left out, where they share their words."""
    return sorted(painted, key=lambda one: one.format.background().color() == colours().changed)
