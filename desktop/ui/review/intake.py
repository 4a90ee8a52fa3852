"""The way in: paste an announcement, drop it, or open its file; and what is to be said where it cannot be read."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...domain.message import N_, Message
from ..icons import icon
from ..session import Session
from ..theme import FIGURE, GAP, SECONDARY, WIDE_MARGIN, colours, paint_text, scaled, sized, widened
from .loading import Name

WIDTH, BUTTON_WIDTH, BUTTON_HEIGHT = 520, 220, 28
MARK = 18
PAGE = N_("Reading {file}: page {page} of {pages}")


class IntakePage(QWidget):
    """One heading, one sentence, two buttons; below them how reading goes, or why nothing could be read."""

    paste = Signal()
    open_file = Signal()
    cancel = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._problem: Message | None = None
        self._reading: Name = ""
        self._page = (0, 0)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._heading, self._sentence, self._note = QLabel(), QLabel(), QLabel()
        self._paste, self._open, self._cancel = QPushButton(), QPushButton(), QPushButton()
        self._paste_key, self._open_key = QLabel(), QLabel()
        self._mark, self.said = QLabel(), QLabel()
        self.said.setObjectName("review.problem")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(sized(BUTTON_WIDTH), sized(14))
        self._paste.clicked.connect(self.paste)
        self._open.clicked.connect(self.open_file)
        self._cancel.clicked.connect(self.cancel)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(self._block(), 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.retranslate()

    def _block(self) -> QWidget:
        block = QWidget()
        block.setFixedWidth(widened(WIDTH))
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for label in (self._heading, self._sentence, self._note, self.said):
            label.setWordWrap(True)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(GAP)
        column.addLayout(self._buttons())
        column.addSpacing(GAP)
        column.addWidget(self._note)
        column.addSpacing(WIDE_MARGIN)
        column.addLayout(self._state())
        return block

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        for row, (button, key) in enumerate(((self._paste, self._paste_key), (self._open, self._open_key))):
            button.setFixedSize(sized(BUTTON_WIDTH), sized(BUTTON_HEIGHT))
            grid.setRowMinimumHeight(row, sized(BUTTON_HEIGHT))
            grid.addWidget(button, row, 0)
            grid.addWidget(key, row, 1)
        return grid

    def _state(self) -> QHBoxLayout:
        """What is going on, in a place of a height that stays."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._mark.setFixedSize(MARK, MARK)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        row.addWidget(self._progress)
        row.addWidget(self._cancel)
        self.said.setMinimumHeight(3 * self.fontMetrics().height())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        return row

    def wait_for(self, name: Name) -> None:
        """Say that an announcement is being read; nothing any more without a name."""
        self._reading, self._problem, self._page = name, None, (0, 0)
        self.refresh()

    def show_page(self, page: int, pages: int) -> None:
        """Say how far reading has come."""
        self._page = (page, pages)
        self.refresh()

    def complain(self, problem: Message) -> None:
        """Say why nothing could be read."""
        self._reading, self._problem = "", problem
        self.refresh()

    def focus_first(self) -> None:
        """Give the focus to the first button."""
        self._paste.setFocus()

    def refresh(self) -> None:
        """Show what is going on."""
        text, problem = self._session.locale.text, self._problem
        name = self._reading if isinstance(self._reading, str) else text(self._reading)
        page, pages = self._page
        sentence = PAGE if pages else N_("Reading {file}…")
        reading = text(sentence, file=name, page=page, pages=pages) if self._reading else ""
        self.said.setText(text(problem) if problem else reading)
        beside = Qt.AlignmentFlag.AlignVCenter if self._reading else Qt.AlignmentFlag.AlignTop
        self.said.setAlignment(beside)  # the bar stands in the middle
        paint_text(self.said, colours().error if problem else colours().secondary)
        self._mark.setVisible(problem is not None)
        self._mark.setPixmap(icon("error", lambda: colours().error).pixmap(MARK, MARK))
        self._progress.setRange(0, self._page[1])  # of a text there are no pages: the bar only says that it lives
        self._progress.setValue(self._page[0])
        self._progress.setVisible(bool(self._reading))
        self._cancel.setVisible(bool(self._reading))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self._heading.setFont(scaled(self.font(), FIGURE * FIGURE, semibold=True))
        self._heading.setText(text(N_("Read an announcement")))
        sentence = N_("Paste its text, or open it as text, HTML or PDF. You see everything before it is taken over.")
        self._sentence.setText(text(sentence))
        self._note.setFont(scaled(self.font(), SECONDARY))
        paint_text(self._note, colours().secondary)
        self._note.setText(text(N_("Or drop it anywhere in this window. It stays on this computer.")))
        for label in (self._sentence, self._note):
            label.setFixedHeight(label.heightForWidth(widened(WIDTH)))
        self._paste.setText(text(N_("Paste the text")))
        self._open.setText(text(N_("Open a file…")))
        self._cancel.setText(text(N_("Stop")))
        native = QKeySequence.SequenceFormat.NativeText
        self._paste_key.setText(QKeySequence(QKeySequence.StandardKey.Paste).toString(native))
        self._open_key.setText(QKeySequence(QKeySequence.StandardKey.Open).toString(native))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_progress"):
            self.retranslate()
