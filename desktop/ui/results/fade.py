"""The tint of changed cells, which fades within 1.2 seconds; not at all for people who reduce motion."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

LASTS = 1200
PAUSE = 60  # between two paintings, in milliseconds


class Fade(QObject):
    """How strong the tint is now; `moved` comes when it is to be painted again."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin with the full tint."""
        if not motion_is_reduced():
            self._clock.start()
            self._timer.start()

    @property
    def strength(self) -> float:
        """From 1, just changed, to 0."""
        if not self._timer.isActive():
            return 0.0
        past = min(self._clock.elapsed() / LASTS, 1.0)
        return 1.0 - past * past

    def _tick(self) -> None:
        if self._clock.elapsed() >= LASTS:
            self._timer.stop()
        self.moved.emit()


def motion_is_reduced() -> bool:
    """Whether the desktop asks for less motion; Qt before 6.10 cannot tell."""
    hints = QGuiApplication.styleHints()  # kept: what it owns goes with it
    accessibility = getattr(hints, "accessibility", None)
    preference = getattr(accessibility(), "motionPreference", None) if accessibility else None
    return preference is not None and preference().name == "ReducedMotion"
