"""Bars above the two sides of the window: they say something and wait, and nothing else has to wait for them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from .session import Session
from .theme import GAP, MARGIN, colours


class Bar(QFrame):
    """A strip with words and buttons."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self.row.setSpacing(GAP)

    def button(self) -> QPushButton:
        """A further button at the end of the strip, without words yet."""
        made = QPushButton()
        self.row.addWidget(made)
        return made

    def retranslate(self) -> None:
        """Say everything in the language in force."""

    def let_go(self) -> None:
        """The window is closed, and with it this bar."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours().before)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours().section)


class Stack(QWidget):
    """The bars, if any, above what the window is about."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(content, 1)
        self._bars: list[Bar] = []

    def show_bar(self, bar: Bar) -> None:
        """Put a bar above all others."""
        self._bars.append(bar)
        self._column.insertWidget(0, bar)
        bar.retranslate()
        bar.show()

    def take_away(self, bar: Bar) -> None:
        """Take a bar away for good."""
        self._bars.remove(bar)
        bar.hide()
        bar.deleteLater()

    def let_go(self) -> None:
        """The window is closed."""
        for bar in self._bars:
            bar.let_go()
