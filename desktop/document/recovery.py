"""Unsaved work, kept in the user's data folder until it is saved: what a crash leaves, the next start finds.

Every window has a slot of its own: a file with the state, and a lock that the system lets go when the process ends.
A slot with content that nobody holds is what an ended program left behind.
"""

import errno
import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..files import stream_problem, write_atomically
from . import locks, scenario_file
from .scenario_file import RowLines
from .state import State

FORMAT, VERSION = "bunkatsu-recovery", 1
KEPT, DAMAGED, DISCARDED, LOCK = ".recovery", ".damaged", ".discarded", ".lock"
DISCARDED_DAYS = 7


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A state that no file holds, the file that it belongs to, if any, and when it was kept."""

    state: State
    path: Path | None
    when: datetime


class Slot:
    """The place of one window's unsaved state; nobody else touches it while the lock is held."""

    def __init__(self, place: Path, handle: int) -> None:
        """Take over a place, named without its ending, whose lock is held."""
        self._place, self._handle = place, handle
        self._lines: RowLines = {}

    @property
    def path(self) -> Path:
        """The file of the state."""
        return self._place.with_suffix(KEPT)

    def write(self, unsaved: Unsaved) -> None:
        """Keep a state, whole or not at all. Raises OSError; then the one before is still kept."""
        self._lines = scenario_file.row_lines(unsaved.state, self._lines)
        write_atomically(self.path, _content(unsaved, self._lines))

    def clear(self) -> None:
        """Keep nothing any more: the state is in its file, or was left by the person's will."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def discard(self) -> None:
        """Offer the state no more; a copy stays for some days."""
        with suppress(OSError):
            self.path.replace(self._place.with_suffix(DISCARDED))
            os.utime(self._place.with_suffix(DISCARDED))
        self.close()

    def put_aside(self) -> Path:
        """Keep what cannot be read under another name, which is answered, and offer it no more."""
        aside = self._place.with_suffix(DAMAGED)
        with suppress(OSError):
            self.path.replace(aside)
        self.close()
        return aside

    def close(self) -> None:
        """Let the slot go; what is kept stays for the next start."""
        locks.leave(self._handle, None if self.path.exists() else self._place.with_suffix(LOCK))

    def remove(self) -> None:
        """Let the slot go with nothing kept."""
        self.clear()
        self.close()


@dataclass(frozen=True, slots=True)
class Found:
    """What was left behind: states that can be restored, the newest first, and files that are damaged."""

    kept: tuple[tuple[Slot, Unsaved], ...] = ()
    damaged: tuple[Path, ...] = ()


def folder() -> Path:
    """Where unsaved work is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415  # not needed before something is unsaved

    return user_data_path("bunkatsu", appauthor=False) / "recovery"


def new_slot(within: Path) -> Slot:
    """A slot of one's own in a folder, which is made where it is missing. Raises OSError."""
    within.mkdir(mode=0o700, parents=True, exist_ok=True)
    while True:
        place = within / os.urandom(8).hex()
        handle = locks.take(place.with_suffix(LOCK))
        if handle is not None:
            return Slot(place, handle)


def left_behind(within: Path) -> Found:
    """What ended programs left in a folder; the slots are held, so that no other window offers them too."""
    _clear_discarded(within)
    kept: list[tuple[Slot, Unsaved]] = []
    damaged: list[Path] = []
    for slot in _free_slots(within):
        unsaved = _read(slot.path)
        if isinstance(unsaved, Unsaved):
            if _is_saved(unsaved):
                slot.remove()
            else:
                kept.append((slot, unsaved))
        elif unsaved is None:
            slot.close()
        else:
            damaged.append(slot.put_aside())
    kept.sort(key=lambda one: one[1].when, reverse=True)
    return Found(tuple(kept), tuple(damaged))


def _free_slots(within: Path) -> Iterator[Slot]:
    """The slots with content whose window has gone; those without are cleared away."""
    names = {path.stem for ending in (LOCK, KEPT) for path in within.glob(f"*{ending}")}
    for name in sorted(names):
        place = within / name
        handle = None
        with suppress(OSError):
            handle = locks.take(place.with_suffix(LOCK))
        if handle is None:
            continue
        slot = Slot(place, handle)
        if slot.path.exists():
            yield slot
        else:
            slot.close()


def _clear_discarded(within: Path) -> None:
    for old in within.glob(f"*{DISCARDED}"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > DISCARDED_DAYS * 24 * 3600:
                old.unlink()


def _is_saved(unsaved: Unsaved) -> bool:
    """Whether the file holds the very state: the program ended after a save, before it could clear up."""
    loaded = scenario_file.load(unsaved.path) if unsaved.path and not stream_problem(unsaved.path) else None
    return isinstance(loaded, scenario_file.Loaded) and loaded.state == unsaved.state


def _content(unsaved: Unsaved, lines: RowLines) -> bytes:
    """A line about the state, then the scenario file that it would be."""
    body = scenario_file.dumps(unsaved.state, lines).encode("utf-8", "replace")
    if len(body) > scenario_file.FILE_LIMIT:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    head = {
        "format": FORMAT,
        "version": VERSION,
        "scenario": scenario_file.VERSION,
        "path": str(unsaved.path) if unsaved.path else None,
        "when": unsaved.when.isoformat(),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head).encode() + b"\n" + body


def _read(path: Path) -> Unsaved | ValueError | None:
    """The state of a recovery file, or what is wrong; none where it is for a newer program, or cannot be opened."""
    if stream_problem(path):
        return None
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    try:
        return _unsaved(json.loads(head), body)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return ValueError(error)


def _unsaved(head: dict[str, str | int | None], body: bytes) -> Unsaved | None:
    if head["format"] != FORMAT:
        raise ValueError(head["format"])
    if int(head["version"] or 0) > VERSION or int(head["scenario"] or 0) > scenario_file.VERSION:
        return None
    if head["sha256"] != hashlib.sha256(body).hexdigest():
        raise ValueError(head["sha256"])
    loaded = scenario_file.loads(body)
    if not isinstance(loaded, scenario_file.Loaded):
        raise TypeError(str(loaded))
    path, when = head["path"], datetime.fromisoformat(str(head["when"]))
    named = Path(str(path)) if path and "\0" not in str(path) else None
    return Unsaved(loaded.state, named, when.astimezone())
