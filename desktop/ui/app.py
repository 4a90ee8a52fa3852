"""The application: one window, wired."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from . import settings, theme
from .documents import EXAMPLE, FIRST_EXAMPLE, load
from .main_window import MainWindow
from .session import Session
from .translator import Translation


def open_window(path: str | None = None) -> MainWindow:
    """The wired window with a file or `example:NAME` open; it is not shown, and no dialog either."""
    theme.follow_desktop(cast("QApplication", QApplication.instance()))
    session = Session(settings.language())
    translation = Translation()
    translation.install(session.locale)
    problem = load(session, path) if path else None
    window = MainWindow(session, translation)
    if problem is not None:
        session.say(problem.message)
    return window


def main(arguments: Sequence[str]) -> int:
    """Open the window and run until it is closed."""
    app = QApplication(list(arguments))
    app.setApplicationName("Bunkatsu")
    app.setDesktopFileName("bunkatsu")
    path = arguments[0] if arguments else f"{EXAMPLE}{FIRST_EXAMPLE}"
    window = open_window(path)
    window.show()
    if arguments and window.session.path is None:
        QTimer.singleShot(0, lambda: window.documents.load(path))  # says in a dialog why it cannot be opened
    return app.exec()
