"""Announcements are loaded and read in a thread, so that the window stays alive and the person may cancel."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ...domain.message import Message
from ...files import stream_problem
from ...notice.reading import Reading, read
from ...notice.sources import IsCancelled, Progress, load, text_of

#: The plain text, read until it is cancelled, with news of every page; or why there is none.
Text = Callable[[IsCancelled, Progress], str | Message]
#: Seconds that the window waits for threads when it closes.
PATIENCE = 2.0
#: Of a file, or of what is none.
Name = str | Message


class Loading(QObject):
    """Reads one announcement at a time; what is cancelled is not heard of again."""

    #: Its name, and its reading, or the sentence that says why there is none.
    ended = Signal(object, object)
    #: How many pages have been read, and of how many.
    progressed = Signal(int, int)
    _done = Signal(object, object, object)
    _turned = Signal(object, int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._let_go: list[threading.Thread] = []
        self._cancelled = threading.Event()
        self._done.connect(self._finish)
        self._turned.connect(self._tell)

    @property
    def is_running(self) -> bool:
        """Whether an announcement is being read."""
        return self._thread is not None

    def read_file(self, path: Path) -> None:
        """Load and read a file."""
        self._start(path.name, partial(_loaded, path))

    def read_content(self, content: bytes, name: Message) -> None:
        """Read what a file would have in it; the name says what it is."""
        self._start(name, lambda *hooks: _named(text_of(content, "", *hooks), name))

    def _start(self, name: Name, text: Text) -> None:
        self.cancel()
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._read, args=(name, text, self._cancelled), daemon=True)
        self._thread.start()

    def _read(self, name: Name, text: Text, cancelled: threading.Event) -> None:
        found: Reading | Message | Exception | None = None
        try:
            loaded = text(cancelled.is_set, partial(self._turned.emit, cancelled))
            if not cancelled.is_set():
                found = loaded if isinstance(loaded, Message) else read(loaded)
        except Exception as error:  # noqa: BLE001  # a fault of ours must end the progress bar, and be seen
            found = error
        self._done.emit(cancelled, name, found)

    def cancel(self) -> None:
        """Let go of what is being read."""
        self._cancelled.set()
        self._let_go = [thread for thread in (*self._let_go, self._thread) if thread is not None and thread.is_alive()]
        self._thread = None

    def end(self) -> None:
        """Let go of everything, and wait until no thread is left; not for one that hangs on a drive that is gone."""
        self.cancel()
        end = time.monotonic() + PATIENCE
        for thread in self._let_go:
            thread.join(max(0.0, end - time.monotonic()))

    def _tell(self, cancelled: threading.Event, page: int, pages: int) -> None:
        if not cancelled.is_set():
            self.progressed.emit(page, pages)

    def _finish(self, cancelled: threading.Event, name: Name, found: object) -> None:
        if cancelled.is_set():
            return
        self._thread = None
        if isinstance(found, Exception):
            raise found
        self.ended.emit(name, found)


def _loaded(path: Path, *hooks: Callable[..., bool]) -> str | Message:
    problem = stream_problem(path)
    return problem.message if problem else load(path, *hooks)


def _named(found: str | Message, name: Message) -> str | Message:
    """Why there is no text, said of what has no file name."""
    if isinstance(found, Message) and "file" in found.fields:
        return replace(found, fields={**found.fields, "file": name})
    return found
