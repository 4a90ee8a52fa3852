"""Export beside the window: a thread writes, the status bar shows how far it is."""

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ..domain.message import N_, Message
from ..i18n import Locale, locale_for
from . import settings
from .documents import documents_folder, file_name
from .export_kinds import KINDS, Job
from .session import Session

SUFFIX = "xlsx"


class Exporting(QObject):
    """Writes workbooks, reports and calendar files without keeping the window waiting."""

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._thread: threading.Thread | None = None
        self._cancelled = threading.Event()
        self._path = Path()
        self._unprintable = ""
        self._began = 0.0
        self.ended.connect(self._finish)

    @property
    def is_running(self) -> bool:
        """Whether a workbook is being written."""
        return self._thread is not None

    def takes_long(self, patience_ms: int) -> bool:
        """Whether the export has been running for longer than that."""
        return self.is_running and time.monotonic() - self._began > patience_ms / 1000

    def ask_and_export(self, suffix: str = SUFFIX, first: tuple[str, ...] = ()) -> bool:
        """Ask for the file and the language, and write it; whether a file was named.

        `first` are the languages offered first, by default that of the screen.
        """
        from .dialogs import chosen_file  # noqa: PLC0415  # not needed for the first picture

        kind, locale = KINDS[suffix], self._session.locale
        choices = kind.choices(suffix, locale)
        offered = sorted(choices, key=lambda words: choices[words] != first)
        name, chosen = chosen_file(
            self._window, locale.text(kind.title), self._suggested(suffix), offered, saved_as=suffix
        )
        if name:
            self.export(Path(name), [locale_for(language) for language in choices[chosen]], suffix)
        return bool(name)

    def _suggested(self, suffix: str) -> Path:
        path = self._session.path or self._session.copied_from
        if path:
            return path.with_suffix(f".{suffix}")
        company = self._session.scenario.company
        name = company.code or company.name or self._session.locale.text(N_("Untitled"))
        return documents_folder() / f"{file_name(name)}.{suffix}"

    def export(self, path: Path, locales: list[Locale], suffix: str = SUFFIX) -> None:
        """Write the scenario as it is now: as what the ending of the name says, or else as what was asked for."""
        if self.is_running:
            return
        self._path, self._began, self._unprintable = path, time.monotonic(), ""
        self._cancelled.clear()
        job = Job(
            path,
            self._session.book,
            locales,
            settings.paper(),
            settings.number_styles(),
            self._progress,
            self._keep_unprintable,
        )
        ending = path.suffix.lower().removeprefix(".")
        arguments = (job, ending if ending in KINDS else suffix)
        self._thread = threading.Thread(target=self._write, args=arguments, daemon=True)
        self._thread.start()

    def _write(self, job: Job, suffix: str) -> None:
        try:
            problem = KINDS[suffix].write(job)
        except Exception as error:  # noqa: BLE001  # a fault of ours must end the progress bar, and be seen
            self.ended.emit(error)
        else:
            self.ended.emit(problem)

    def _progress(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return not self._cancelled.is_set()

    def _keep_unprintable(self, characters: str) -> None:
        self._unprintable = characters

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
        elif isinstance(problem, Message):
            from .dialogs import ask  # noqa: PLC0415  # not needed for the first picture

            text = Message(N_("{file} could not be written."), {"file": self._path.name})
            ask(self._session, self._window, text, problem, "Ok")
        else:
            self._session.say(self._done())

    def _done(self) -> Message:
        """What is said of a file that was written."""
        name = {"file": self._path.name}
        if self._unprintable:
            boxes = N_("Exported to {file}; no font has these characters, which are printed as boxes: {characters}")
            return Message(boxes, {**name, "characters": self._unprintable})
        blank = N_("Exported to {file}; what cannot be read is blank in it")
        return Message(blank if self._session.book.drafts else N_("Exported to {file}"), name)
