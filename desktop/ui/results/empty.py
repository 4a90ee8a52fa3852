"""What stands on the right while nothing is given: one heading, one sentence, few actions."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...domain.message import N_
from ..session import Session
from ..theme import FIGURE, GAP, scaled, sized

WIDTH, BUTTON_WIDTH, BUTTON_HEIGHT, DOWN = 440, 220, 28, 140


class EmptyPage(QWidget):
    """The way in: type the ratio, open a scenario, or look at the example."""

    def __init__(self, session: Session, actions: list[tuple[QAction, str]]) -> None:
        super().__init__()
        self._session = session
        self._heading, self._sentence = QLabel(), QLabel()
        self._sentence.setWordWrap(True)
        self._buttons = [(QPushButton(), QLabel(), action, words) for action, words in actions]
        block = QWidget()
        block.setFixedWidth(sized(WIDTH))
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._heading, 0, 0, 1, 2)
        grid.addWidget(self._sentence, 1, 0, 1, 2)
        grid.setRowMinimumHeight(2, GAP)
        for row, (button, keys, action, _) in enumerate(self._buttons, 3):
            button.setFixedSize(sized(BUTTON_WIDTH), sized(BUTTON_HEIGHT))
            button.clicked.connect(action.trigger)
            grid.addWidget(button, row, 0)
            grid.addWidget(keys, row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, DOWN, 0, 0)
        outer.addWidget(block, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self._heading.setFont(scaled(self.font(), FIGURE * FIGURE, semibold=True))
        self._heading.setText(text(N_("Nothing to calculate yet")))
        self._sentence.setText(
            text(N_("Type the ratio on the left. Results appear here while you type; what is missing stays blank."))
        )
        self._sentence.setFixedHeight(self._sentence.heightForWidth(sized(WIDTH)))
        for button, keys, action, words in self._buttons:
            button.setText(text(words))
            keys.setText(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
