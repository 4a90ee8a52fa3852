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


def number_styles() -> dict[str, str]:
    """How the articles write the number in each language, as chosen last."""
    from ..presentation.articles import NUMBER_STYLES  # noqa: PLC0415  # not needed for the first picture
    from ..presentation.number_words import STYLES  # noqa: PLC0415

    chosen = {language: store().value(f"number_style/{language}") for language in NUMBER_STYLES}
    return {
        language: style if any(style == option.code for option in STYLES[language]) else NUMBER_STYLES[language]
        for language, style in chosen.items()
    }


def remember_number_style(spoken: str, style: str) -> None:
    """Write the number of the articles like this next time."""
    store().setValue(f"number_style/{spoken}", style)


def paper() -> str:
    """The paper chosen last, else that of the system's country."""
    from ..export.report.marks import PAPERS, paper_of_country  # noqa: PLC0415  # not needed for the first picture

    chosen = store().value("paper")
    return chosen if chosen in PAPERS else paper_of_country()


def remember_paper(chosen: str) -> None:
    """Print on this paper next time."""
    store().setValue("paper", chosen)


def recent_files() -> list[Path]:
    """The files opened and saved last, newest first, as far as they still exist."""
    stored = store().value("recent", [])
    names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return [Path(name) for name in names if isinstance(name, str) and Path(name).is_file()][:RECENT_LIMIT]


def remember_file(path: Path) -> None:
    """Put a file first among the recent ones."""
    others = [p for p in recent_files() if p != path]
    store().setValue("recent", [str(p) for p in (path, *others)][:RECENT_LIMIT])
