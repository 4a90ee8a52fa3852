"""What the program remembers between starts: language, window, recent files. A damaged store is ignored."""

from pathlib import Path

from PySide6.QtCore import QSettings

from ..i18n import LANGUAGES, system_language

ORGANISATION = PROGRAM = "bunkatsu"
RECENT_LIMIT = 8


def store() -> QSettings:
    """The user's settings, as a file that can be read and deleted."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, PROGRAM)


def language() -> str:
    """The language chosen last, else the desktop's."""
    chosen = store().value("language")
    return chosen if chosen in LANGUAGES else system_language()


def remember_language(chosen: str) -> None:
    """Start in this language next time."""
    store().setValue("language", chosen)


def recent_files() -> list[Path]:
    """The files opened and saved last, newest first, as far as they still exist."""
    stored = store().value("recent", [])
    names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return [Path(name) for name in names if isinstance(name, str) and Path(name).is_file()][:RECENT_LIMIT]


def remember_file(path: Path) -> None:
    """Put a file first among the recent ones."""
    others = [p for p in recent_files() if p != path]
    store().setValue("recent", [str(p) for p in (path, *others)][:RECENT_LIMIT])
