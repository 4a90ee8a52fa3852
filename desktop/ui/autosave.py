"""What is not saved is kept beside the file a moment after each change, so that nothing is lost with the program."""

from __future__ import annotations

import errno
import threading
import time
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ..document.document import Document
from ..domain.message import N_, Message
from .session import Session

if TYPE_CHECKING:
    from ..document.recovery import Slot, Unsaved

#: After the last change; at the latest while changes go on; and after a failure.
PAUSE_MS, LONGEST_MS, RETRY_MS = 500, 2000, 10_000

_FULL = N_("The disk is full: unsaved changes cannot be kept for the case of a crash. Make room, and save often.")
_PROTECTED = N_(
    "The folder for unsaved changes is write-protected: they cannot be kept for the case of a crash. Save often."
)
_OTHER = N_("Unsaved changes cannot be kept for the case of a crash ({reason}); save often")
_SENTENCES = {
    errno.ENOSPC: _FULL, errno.EDQUOT: _FULL,
    errno.EACCES: _PROTECTED, errno.EPERM: _PROTECTED, errno.EROFS: _PROTECTED,
}  # fmt: skip


def not_kept(error: OSError) -> Message:
    """The sentence for unsaved changes that could not be kept."""
    return Message(_SENTENCES.get(error.errno or 0, _OTHER), {"reason": error.strerror or type(error).__name__})


class Autosave(QObject):
    """Keeps the unsaved state of one window where the next start finds it, and clears it away once it is saved."""

    _ended = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.pause_ms, self.longest_ms = PAUSE_MS, LONGEST_MS
        self._session = session
        self._slot: Slot | None = None
        self._thread: threading.Thread | None = None
        self._seen = self._now()
        self._due = 0.0
        self._complained = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep)
        self._ended.connect(self._finish)
        session.changed.connect(self._watch)

    def _now(self) -> tuple[Document, int, bool]:
        document = self._session.document
        return document, document.revision, document.modified

    def _watch(self) -> None:
        """Keep what has changed, a moment later; keep nothing that is saved."""
        now = self._now()
        if now == self._seen:
            return
        self._seen = now
        if not self._session.document.modified:
            self._timer.stop()
            self._settle()
            if self._slot is not None:
                self._slot.clear()
            return
        if not self._timer.isActive():
            self._due = time.monotonic() + self.longest_ms / 1000
        left = round((self._due - time.monotonic()) * 1000)
        self._timer.start(max(0, min(self.pause_ms, left)))

    def keep(self) -> None:
        """Begin to keep the present state, on a thread of its own: disks may take their time."""
        if self._thread is not None:
            self._timer.start(self.pause_ms)
            return
        from ..document.recovery import Unsaved  # noqa: PLC0415  # not needed before something is unsaved

        unsaved = Unsaved(self._session.document.state, self._session.path, datetime.now().astimezone())
        self._thread = threading.Thread(target=self._write, args=(unsaved,), daemon=True)
        self._thread.start()

    def _write(self, unsaved: Unsaved) -> None:
        from ..document import recovery  # noqa: PLC0415  # not needed before something is unsaved

        error: Exception | None = None
        try:
            if self._slot is None:
                self._slot = recovery.new_slot(recovery.folder())
            self._slot.write(unsaved)
        except Exception as found:  # noqa: BLE001  # a fault of ours must be seen
            error = found
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._ended.emit(error)

    def _settle(self) -> None:
        """Wait until the thread has ended: a write and its flush to the disk."""
        if self._thread is not None:
            self._thread.join()

    def _finish(self, error: Exception | None) -> None:
        self._thread = None
        if error is None:
            return
        if not isinstance(error, OSError):
            raise error
        if self._session.document.modified and not self._timer.isActive():
            self._timer.start(RETRY_MS)
        if not self._complained:
            self._complained = True
            self._session.say(not_kept(error))

    def take_over(self, slot: Slot, unsaved: Unsaved) -> None:
        """Go on with a state that was left behind, in the slot in which it is kept."""
        self.close()
        self._slot = slot
        self._session.start(Document(unsaved.state, saved=False), unsaved.path)

    def close(self) -> None:
        """Keep nothing any more: the document was saved, or is left by the person's will."""
        self._timer.stop()
        self._settle()
        if self._slot is not None:
            self._slot.remove()
            self._slot = None
