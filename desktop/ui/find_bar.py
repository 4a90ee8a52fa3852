"""A line to find words with, and how often they stand there."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ..domain.message import N_
from .form.framed import FramedField
from .icons import icon
from .session import Session
from .theme import GAP, SECONDARY, colours, paint_text, scaled

ICON = 14


class FindBar(QWidget):
    """What to find, which of how many is shown, and the ways to the one before and the next."""

    #: Other words are to be found.
    asked = Signal(str)
    #: One further (1) or one back (-1).
    moved = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = (0, 0)
        self.field, self._count = FramedField(), QLabel()
        self.field.setObjectName("announcement.find")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.asked)
        self._before, self._next = self._button("fold", -1), self._button("unfold", 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        for part in (self.field, self._count, self._before, self._next):
            line.addWidget(part)
        line.setStretch(0, 1)
        self.retranslate()

    def _button(self, name: str, steps: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(ICON, ICON))
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self.moved.emit(steps))
        return button

    def tell(self, number: int, count: int) -> None:
        """Say which of how many is shown."""
        self._shown = (number, count)
        text = self._session.locale.text
        words = text(N_("{number} of {count}"), number=number, count=count) if count else text(N_("Not found"))
        self._count.setText(words if self.field.text().strip() else "")
        for button in (self._before, self._next):
            button.setEnabled(count > 1)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self.field.setPlaceholderText(text(N_("Find (Ctrl+F)")))
        self.field.setAccessibleName(text(N_("Find in the announcement")))
        for button, words in ((self._before, N_("Previous (Shift+F3)")), (self._next, N_("Next (F3)"))):
            button.setToolTip(text(words))
            button.setAccessibleName(text(words))
        self._count.setFont(scaled(self.font(), SECONDARY))
        paint_text(self._count, colours().secondary)
        self.tell(*self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_next"):
            self.retranslate()
