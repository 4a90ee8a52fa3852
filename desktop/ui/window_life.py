"""The window as it was left: where it stood, how wide its sides were, what was folded and which tab was in front."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

from . import settings
from .settings import WindowLeft

if TYPE_CHECKING:
    from .main_window import MainWindow

#: So much of the top of a window must be within a screen, so that it can be seized.
TOP, REACH = 30, 120


def within_reach(wanted: QRect, screens: Iterable[QRect], smallest: tuple[int, int]) -> QRect:
    """The place of a window on the screens there are now, the main one first; not made smaller than `smallest`."""
    screens = list(screens)
    top = QRect(wanted.x(), wanted.y(), wanted.width(), TOP)
    seen = [screen.intersected(top) for screen in screens]
    screen = next((s for s, part in zip(screens, seen, strict=True) if part.width() >= REACH), None)
    home = screen or screens[0]
    width = min(wanted.width(), max(home.width(), smallest[0]))
    height = min(wanted.height(), max(home.height(), smallest[1]))
    if screen is not None:
        return QRect(wanted.x(), wanted.y(), width, height)
    left = home.x() + max(0, (home.width() - width) // 2)
    return QRect(left, home.y() + max(TOP, (home.height() - height) // 2), width, height)


def put_back(window: MainWindow, left: WindowLeft, smallest: tuple[int, int]) -> None:
    """Place a window as it was left, as far as the screens allow."""
    if left.place is not None:
        main = QGuiApplication.primaryScreen()
        screens = [main, *(s for s in QGuiApplication.screens() if s is not main)]
        areas = [screen.availableGeometry() for screen in screens]
        window.setGeometry(within_reach(QRect(*left.place), areas, smallest))
    if left.is_maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    if left.form_width is not None:
        window.widen_form(left.form_width)


def remember(window: MainWindow) -> None:
    """Keep how the window is left."""
    place = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    settings.remember_window(
        WindowLeft(
            (place.x(), place.y(), place.width(), place.height()),
            window.isMaximized(),
            window.form_width_by_person,
            window.form.folded_by_person,
            window.results.tab,
        )
    )
