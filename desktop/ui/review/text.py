"""The text of an announcement beside what was read from it: where the caret goes, the field follows."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ...presentation.passages import Place
from ...presentation.review_lines import is_doubt
from ..announcement_view import AnnouncementText
from ..theme import WIDE_MARGIN, colours


class ReviewText(AnnouncementText):
    """The announcement with its marks: dashed where a value is left out, a wave where something is to be settled."""

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
        """Bring the marks of a path into sight and select them, unless the caret is in one."""
        if path == self._path:
            return
        self._moving, self._path = True, path
        if not self.show_mark(path):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self._moving = False
        self._paint_marks()

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
            self._paint_marks()
            self.entered.emit(mark.path)

    def _paint_marks(self) -> None:
        """Paint the loudest last: what is left out, what is taken, what is to be settled, and all that is shown now."""
        super()._paint_marks()
        painted = list[tuple[int, QTextEdit.ExtraSelection]]()
        for mark, one in zip(self._marks, self.extraSelections(), strict=True):
            rank, look = self._look(mark.path)
            one.format = look() if look else one.format
            painted.append((rank, one))
        self.setExtraSelections([one for _, one in sorted(painted, key=lambda pair: pair[0])])

    def _look(self, path: str) -> tuple[int, Callable[[], QTextCharFormat] | None]:
        """How loud a mark is, and how it looks; none for that of a value that is taken, which looks as ever."""
        if path == self._path:
            return 3, _shown
        if is_doubt(path):
            return 2, _to_settle
        return (0, _quiet) if path in self._left_out else (1, None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()


def _quiet() -> QTextCharFormat:
    """How the passage of a value that is left out looks."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    look.setUnderlineColor(colours().secondary)
    return look


def _to_settle() -> QTextCharFormat:
    """How a passage looks that a contradiction or an open question is about."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(colours().warning)
    return look


def _shown() -> QTextCharFormat:
    """How the passages of the current line look: as if selected, for there may be several."""
    look = QTextCharFormat()
    look.setBackground(colours().accent)
    look.setForeground(colours().on_accent)
    return look
