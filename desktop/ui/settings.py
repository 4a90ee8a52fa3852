"""What the program remembers between starts: language, window, recent files. A damaged store is ignored."""

import re
from pathlib import Path

from PySide6.QtCore import QSettings

from ..domain.record import record
from ..i18n import LANGUAGES, system_language

ORGANISATION = PROGRAM = "bunkatsu"
#: Of the store; one of a newer program is neither read nor changed.
VERSION = 1
RECENT_LIMIT = 8


@record(frozen=True)
class WindowLeft:
    """How the window was left: place and size, width of the form, folded sections and tab, as far as they are known."""

    place: tuple[int, int, int, int] | None = None
    is_maximized: bool = False
    form_width: int | None = None
    folded: tuple[str, ...] | None = None
    tab: str = ""


def store() -> QSettings:
    """The user's settings, as a file that can be read and deleted."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, PROGRAM)


def _is_newer(kept: QSettings) -> bool:
    version = str(kept.value("version"))
    return version.isascii() and version.isdigit() and int(version) > VERSION


def _value(name: str) -> object:
    """What was remembered under a name: whatever stands in the file, or nothing."""
    kept = store()
    return None if _is_newer(kept) else kept.value(name)


def _remember(values: dict[str, object]) -> None:
    kept = store()
    if not _is_newer(kept):
        for name, value in {"version": VERSION, **values}.items():
            kept.setValue(name, value)


def language() -> str:
    """The language chosen last, else the desktop's."""
    chosen = _value("language")
    return chosen if isinstance(chosen, str) and chosen in LANGUAGES else system_language()


def remember_language(chosen: str) -> None:
    """Start in this language next time."""
    _remember({"language": chosen})


def window_left() -> WindowLeft:
    """How the window was left; what makes no sense is left out."""
    kept = store()
    if _is_newer(kept):
        return WindowLeft()
    place, width = _numbers(kept.value("window/place")), _numbers(kept.value("window/form_width"))
    folded, tab = kept.value("window/folded"), kept.value("window/tab")
    return WindowLeft(
        (place[0], place[1], place[2], place[3]) if len(place) == 4 else None,
        kept.value("window/maximized") == "true",
        width[0] if len(width) == 1 else None,
        tuple(name for name in folded.split(" ") if name) if isinstance(folded, str) else None,
        tab if isinstance(tab, str) else "",
    )


def _numbers(value: object) -> list[int]:
    """Whole numbers between spaces; none where there is anything else."""
    text = value if isinstance(value, str) else ""
    return [int(number) for number in text.split()] if re.fullmatch(r"-?\d{1,6}( -?\d{1,6})*", text, re.ASCII) else []


def remember_window(left: WindowLeft) -> None:
    """Open the window like this next time."""
    known = {
        "place": " ".join(map(str, left.place)) if left.place else None,
        "maximized": "true" if left.is_maximized else "false",
        "form_width": str(left.form_width) if left.form_width else None,
        "folded": " ".join(left.folded) if left.folded is not None else None,
        "tab": left.tab,
    }
    _remember({f"window/{name}": value for name, value in known.items() if value is not None})


def hints_are_wanted() -> bool:
    """Whether the hints of the first start have not been put away yet."""
    return _value("hints") != "read"


def remember_hints_read() -> None:
    """Show the hints of the first start no more."""
    _remember({"hints": "read"})


def number_styles() -> dict[str, str]:
    """How the articles write the number in each language, as chosen last."""
    from ..presentation.articles import NUMBER_STYLES  # noqa: PLC0415  # not needed for the first picture
    from ..presentation.number_words import STYLES  # noqa: PLC0415

    chosen = {language: _value(f"number_style/{language}") for language in NUMBER_STYLES}
    return {
        language: next((o.code for o in STYLES[language] if o.code == style), NUMBER_STYLES[language])
        for language, style in chosen.items()
    }


def remember_number_style(spoken: str, style: str) -> None:
    """Write the number of the articles like this next time."""
    _remember({f"number_style/{spoken}": style})


def paper() -> str:
    """The paper chosen last, else that of the system's country."""
    from ..export.report.marks import PAPERS, paper_of_country  # noqa: PLC0415  # not needed for the first picture

    chosen = _value("paper")
    return chosen if isinstance(chosen, str) and chosen in PAPERS else paper_of_country()


def remember_paper(chosen: str) -> None:
    """Print on this paper next time."""
    _remember({"paper": chosen})


def recent_files() -> list[Path]:
    """The files opened and saved last, newest first, as far as they still exist."""
    stored = _value("recent")
    names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
    return [Path(name) for name in names if isinstance(name, str) and Path(name).is_file()][:RECENT_LIMIT]


def remember_file(path: Path) -> None:
    """Put a file first among the recent ones."""
    others = [p for p in recent_files() if p != path]
    _remember({"recent": [str(p) for p in (path, *others)][:RECENT_LIMIT]})
