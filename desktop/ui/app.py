"""The application: one window, wired."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from .. import assets

if TYPE_CHECKING:
    from .main_window import MainWindow


#: Once the first picture stands.
WELCOME_MS = 100


class Application(QApplication):
    """The application; on macOS a file that is opened while it runs comes to it as an event."""

    window: MainWindow | None = None

    def event(self, event: QEvent) -> bool:
        """Open such a file in the window."""
        if isinstance(event, QFileOpenEvent) and event.file() and self.window is not None:
            self.window.documents.open_path(Path(event.file()))
            return True
        return super().event(event)


def open_window(path: str | None = None) -> MainWindow:
    """The wired window with a file or `example:NAME` open; it is not shown, and no dialog either."""
    with _uncollected():
        return _wired(path)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away from what is made until the first picture, for all of it stays.

    It would walk over these modules and widgets again and again, and once more at the end:
    a third of the time that a start takes.
    """
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # the first window of the process; others come and go
            gc.freeze()
        gc.enable()


def _wired(path: str | None) -> MainWindow:
    # Imported here, out of the collector's sight.
    from . import settings, theme  # noqa: PLC0415
    from .documents import load  # noqa: PLC0415
    from .main_window import MainWindow  # noqa: PLC0415
    from .session import Session  # noqa: PLC0415
    from .translator import Translation  # noqa: PLC0415

    theme.follow_desktop(cast("QApplication", QApplication.instance()))
    session = Session(settings.language())
    translation = Translation()
    translation.install(session.locale)
    problem = load(session, path) if path else None
    window = MainWindow(session, translation)
    if problem is not None:
        session.say(problem.message)
    return window


def welcome(window: MainWindow, *, with_hints: bool) -> None:
    """Offer what an ended program left unsaved; at the first start, say how the window is used."""
    from . import settings  # noqa: PLC0415  # not needed for the first picture
    from .recovery_bar import offer  # noqa: PLC0415

    if with_hints and settings.hints_are_wanted():
        from .hints import Hints  # noqa: PLC0415

        window.bars.show_bar(Hints(window))
    offer(window)


def main(arguments: Sequence[str]) -> int:
    """Open the window with a file, or with the example, and run until it is closed; returns the exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends the window at once; what is unsaved is kept
    app = Application(["bunkatsu", *arguments])
    app.setApplicationName("Bunkatsu")
    app.setDesktopFileName("bunkatsu")
    app.setWindowIcon(QIcon(str(assets.resource("icons", "bunkatsu.png"))))
    path = arguments[0] if arguments else assets.OPENING_EXAMPLE
    window = app.window = open_window(path)
    QTimer.singleShot(WELCOME_MS, lambda: welcome(window, with_hints=not arguments))
    window.show()
    if arguments and not window.session.name:
        QTimer.singleShot(0, lambda: window.documents.load(path))  # says in a dialog why it cannot be opened
    return app.exec()
