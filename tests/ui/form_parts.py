"""What the tests of the forms share."""

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.i18n import Locale
from desktop.ui.form.pane import FormPane
from desktop.ui.session import Session


class Japanese(Locale):
    """Stands in for Japanese: its formats, with the words of the source in brackets."""

    def __init__(self) -> None:
        super().__init__("en")
        self.language = "ja"

    def text(self, message: Any, **fields: object) -> str:
        said = super().text(message, **fields)
        return f"［{said}］" if said else ""


def shown_pane(qtbot: QtBot, session: Session) -> FormPane:
    """A pane on the screen, in a window whose keys take back and do again."""
    pane = FormPane(session)
    qtbot.addWidget(pane)
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), pane, session.undo)
    QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), pane, session.redo)
    pane.resize(440, 900)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    return pane


def switch_language(session: Session, pane: QWidget) -> None:
    """Speak Japanese, and tell the pane as Qt does."""
    session.locale = Japanese()
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))


def field(pane: QWidget, path: str) -> QLineEdit:
    """The line edit of a path."""
    found = pane.findChild(QLineEdit, path)
    assert isinstance(found, QLineEdit), path
    return found


def compose(widget: QWidget, text: str, *, preedit: bool = False) -> None:
    """Type a text as an input method does: still being composed, or done."""
    event = QInputMethodEvent(text if preedit else "", [])
    if not preedit:
        event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def focused() -> QWidget:
    """The widget that the keyboard writes into."""
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget
