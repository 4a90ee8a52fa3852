"""The announcement that was read, to be looked into beside the forms."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from ..domain.message import N_
from ..domain.scenario import term_of
from ..notice.folding import Folded, folded
from ..presentation.passages import NO_PASSAGES, Passages
from .announcement_view import AnnouncementText
from .find_bar import FindBar
from .session import Session
from .theme import GAP, MARGIN, SECONDARY, WIDE_MARGIN, colours, paint_text, scaled

SIZE, SMALLEST = (720, 640), (420, 320)
#: More places than that are not painted.
MOST = 1000


class FoundText(AnnouncementText):
    """The text with its marks, and under them what was looked for."""

    def __init__(self, parent: QWidget) -> None:
        self._found: list[tuple[int, int]] = []
        self._folded: Folded | None = None
        self._number = -1
        super().__init__(parent=parent)
        self.setObjectName("announcement.text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(WIDE_MARGIN)
        palette = self.palette()  # what is shown stays as clear while the focus is elsewhere
        for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Inactive, role, palette.color(QPalette.ColorGroup.Active, role))
        self.setPalette(palette)

    def show_passages(self, passages: Passages) -> None:
        """Show another announcement."""
        self._found, self._folded, self._number = [], None, -1
        self.show_text(passages.text, passages.places)

    def find_words(self, words: str) -> int:
        """Find words in whatever width and case they are written; says how often they stand there."""
        if self._folded is None:
            text = folded(self._text)
            self._folded = Folded(_small(text.text), text.places)
        wanted = _small(folded(words).text.strip())
        self._found, start = [], 0
        while wanted and (start := self._folded.text.find(wanted, start)) >= 0:
            self._found.append(self._folded.original(start, start + len(wanted)))
            start += len(wanted)
        here = self.textCursor().selectionStart()
        after = (n for n, (first, _) in enumerate(self._found) if self._qt(first) >= here)
        self._number = next(after, 0) - 1
        self._paint_marks()
        return len(self._found)

    @property
    def found_count(self) -> int:
        """How often the words that were looked for stand there."""
        return len(self._found)

    def show_found(self, steps: int) -> int:
        """Show the next place, or the one before; says which it is, counted from one."""
        if not self._found:
            return 0
        self._number = (self._number + steps) % len(self._found)
        self.setTextCursor(self._cursor(*self._found[self._number]))
        self.centerCursor()
        return self._number + 1

    def _paint_marks(self) -> None:
        super()._paint_marks()
        painted = self.extraSelections()
        for start, end in self._found[:MOST]:
            one = QTextEdit.ExtraSelection()
            one.cursor = self._cursor(start, end)
            one.format.setBackground(colours().frame)
            one.format.setForeground(colours().sheet)
            painted.append(one)
        self.setExtraSelections(painted)


def _small(text: str) -> str:
    """The text in small letters, each of which stands where it stood."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class AnnouncementWindow(QDialog):
    """The text with its marks, and a line to find words with; a mark leads to its field."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._passages = NO_PASSAGES
        self.setObjectName("announcement")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._hint, self.finder, self.text = QLabel(), FindBar(session, self), FoundText(self)
        self._put_together()
        self.text.mark_activated.connect(self._go_to)
        self.finder.asked.connect(self._look_for)
        self.finder.moved.connect(self._move)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._begin_to_find), ("F3", lambda: self._move(1)),
            ("Shift+F3", lambda: self._move(-1)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act)
        session.changed.connect(self.refresh)
        self.retranslate()
        self.refresh()

    def _put_together(self) -> None:
        self._hint.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(WIDE_MARGIN, MARGIN, WIDE_MARGIN, GAP)
        head.setSpacing(GAP)
        head.addWidget(self.finder)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)

    def show_passage(self, path: str) -> None:
        """Come into sight, at the passage of a path where there is one."""
        self.show()
        self.activateWindow()
        self.text.show_mark(path)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the announcement of the document; without one there is nothing to look at."""
        passages = self._session.book.passages
        if passages is NO_PASSAGES:
            self.close()
        elif passages is not self._passages:
            self.text.show_passages(passages)
            self._name_marks(passages)
            self.finder.tell(0, self.text.find_words(self.finder.field.text()))
        self._passages = passages

    def _name_marks(self, passages: Passages) -> None:
        text = self._session.locale.text
        self.text.name_marks({place.path: text(term_of(place.path).words) for place in passages.places})

    def _go_to(self, path: str) -> None:
        """Go to the field of a passage."""
        self._window.activateWindow()
        self._session.go_to(path)

    def _begin_to_find(self) -> None:
        self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.field.selectAll()

    def _look_for(self, words: str) -> None:
        count = self.text.find_words(words)
        self.finder.tell(self.text.show_found(1), count)

    def _move(self, steps: int) -> None:
        self.finder.tell(self.text.show_found(steps), self.text.found_count)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self.setWindowTitle(text(N_("Announcement")))
        self._hint.setText(text(N_("What was read is marked. Enter or a click on a passage goes to its field.")))
        self._hint.setFont(scaled(self.font(), SECONDARY))
        paint_text(self._hint, colours().secondary)
        self.text.setAccessibleName(text(N_("Text of the announcement")))
        self.finder.retranslate()
        self._name_marks(self._session.book.passages)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_hint"):
            self.retranslate()
