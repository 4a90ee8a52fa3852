"""The whole program through its entry point, driven by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import settings
from desktop.ui.app import open_window
from desktop.ui.main_window import MainWindow

Opened = Callable[[str | None], MainWindow]


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest) -> str:
    """Both languages, one after the other."""
    return str(request.param)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Opens windows in English (or in the language remembered) and leaves them without a question."""
    windows: list[MainWindow] = []

    def open_one(path: str | None) -> MainWindow:
        if not settings.store().contains("language"):
            settings.remember_language("en")
        window = open_window(path)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        windows.append(window)
        return window

    yield open_one
    for window in windows:
        window.session.document.mark_saved()
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def field(window: QWidget, path: str) -> QLineEdit:
    """The editor of a path, which is there and can be typed into."""
    found = window.findChild(QLineEdit, path)
    assert found is not None, path
    return found


def enter(window: MainWindow, path: str, text: str) -> QLineEdit:
    """Go to a field and type a text over what is there."""
    window.session.go_to(path)
    editor = field(window, path)
    assert editor.hasFocus()
    editor.selectAll()
    if text.isascii():
        QTest.keyClicks(editor, text)
    else:  # as an input method commits it; key clicks take ASCII alone
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)
    return editor


def when_asked(act: Callable[[QWidget], None]) -> None:
    """Do something with the dialog that comes next."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, wait)
        else:
            act(dialog)

    QTimer.singleShot(0, wait)


def answer(button: QMessageBox.StandardButton) -> Callable[[QWidget], None]:
    """Click a button of the question."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        QTest.mouseClick(dialog.button(button), Qt.MouseButton.LeftButton)

    return act


def name(path: Path) -> Callable[[QWidget], None]:
    """Type a file name and accept."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    return act
