"""Export to Excel beside the window: a thread writes, the status bar shows how far it is."""

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from ..domain.message import N_, Message
from ..domain.scenario import Scenario
from ..i18n import LANGUAGES, Locale, locale_for
from . import settings
from .documents import file_name
from .session import Session

SUFFIX = "xlsx"


class Exporting(QObject):
    """Writes workbooks without keeping the window waiting."""

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._thread: threading.Thread | None = None
        self._cancelled = threading.Event()
        self._path = Path()
        self._began = 0.0
        self.ended.connect(self._finish)

    @property
    def is_running(self) -> bool:
        """Whether a workbook is being written."""
        return self._thread is not None

    def takes_long(self, patience_ms: int) -> bool:
        """Whether the export has been running for longer than that."""
        return self.is_running and time.monotonic() - self._began > patience_ms / 1000

    def ask_and_export(self) -> None:
        """Ask for the file and the language, and write the workbook."""
        from .dialogs import chosen_file  # noqa: PLC0415  # not needed for the first picture

        kinds = self._filters()
        title = self._session.locale.text(N_("Export to Excel"))
        name, chosen = chosen_file(
            self._window, title, self._suggested(), [words for words, _ in kinds], saved_as=SUFFIX
        )
        if name:
            self.export(Path(name), [locale_for(language) for language in dict(kinds)[chosen]])

    def _filters(self) -> list[tuple[str, tuple[str, ...]]]:
        """The kinds of workbook to choose from: the language on the screen first."""
        text = self._session.locale.text
        names = {"ja": text(N_("Excel workbook in Japanese")), "en": text(N_("Excel workbook in English"))}
        current = self._session.locale.language
        order = [current, *(name for name in LANGUAGES if name != current)]
        kinds: list[tuple[str, tuple[str, ...]]] = [(f"{names[name]} (*.xlsx)", (name,)) for name in order]
        return [*kinds, (f"{text(N_('Excel workbook in both languages'))} (*.xlsx)", LANGUAGES)]

    def _suggested(self) -> Path:
        path = self._session.path or self._session.origin
        if path:
            return path.with_suffix(f".{SUFFIX}")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        company = self._session.scenario.company
        name = company.code or company.name or self._session.locale.text(N_("Untitled"))
        return Path(folder) / f"{file_name(name)}.{SUFFIX}"

    def export(self, path: Path, locales: list[Locale]) -> None:
        """Write the workbook of the scenario as it is now."""
        if self.is_running:
            return
        self._path, self._began = path, time.monotonic()
        self._cancelled.clear()
        arguments = (path, self._session.scenario, locales, settings.number_styles())
        self._thread = threading.Thread(target=self._write, args=arguments, daemon=True)
        self._thread.start()

    def _write(self, path: Path, scenario: Scenario, locales: list[Locale], styles: dict[str, str]) -> None:
        from ..export.workbook import write_workbook  # noqa: PLC0415  # openpyxl is loaded when it is needed

        try:
            problem = write_workbook(path, scenario, locales, progress=self._progress, number_styles=styles)
        except Exception as error:  # noqa: BLE001  # a fault of ours must end the progress bar, and be seen
            self.ended.emit(error)
        else:
            self.ended.emit(problem)

    def _progress(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return not self._cancelled.is_set()

    def cancel(self) -> None:
        """Stop writing; the old file stays."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        if self._thread is not None:
            self._thread.join()

    def _finish(self, problem: object) -> None:
        self._thread = None
        if isinstance(problem, Exception):
            raise problem
        if self._cancelled.is_set():
            self._session.say(Message(N_("Export cancelled; nothing was written")))
        elif problem is None:
            blank = N_("Exported to {file}; what cannot be read is blank in it")
            said = blank if self._session.book.drafts else N_("Exported to {file}")
            self._session.say(Message(said, {"file": self._path.name}))
        else:
            text = Message(N_("{file} could not be written."), {"file": self._path.name})
            from .dialogs import ask  # noqa: PLC0415  # not needed for the first picture

            ask(self._session, self._window, text, problem.message, "Ok")  # type: ignore[attr-defined]
