"""Files: written whole or not at all, and what to say when that fails."""

import errno
import os
import stat
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from .domain.message import N_, Message
from .domain.record import record

#: The ending of scenario files.
SCENARIO = ".bunkatsu"

#: Endings of the files that are announcements; any other file is a scenario file.
ANNOUNCEMENTS = (".txt", ".text", ".htm", ".html", ".xhtml", ".pdf", ".md")

#: Endings of the files that are workbooks; those that cannot be read are refused with a reason.
WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")

#: Endings of the files that are tables of text.
TABLES = (".csv", ".tsv", ".tab")

#: The name of a file while it is written.
PREFIX, SUFFIX = ".bunkatsu-", ".tmp"
ABANDONED_SECONDS = 3600


@record(frozen=True)
class FileProblem:
    """Why a file cannot be read or written."""

    message: Message

    def __str__(self) -> str:
        """The sentence in English, for tests and logs."""
        return self.message.text.format(**self.message.fields)


def is_scenario(name: str | Path) -> bool:
    """Whether a file is a scenario file, by its ending."""
    return str(name).lower().endswith(SCENARIO)


def is_announcement(name: str | Path) -> bool:
    """Whether a file is an announcement, by its ending."""
    return str(name).lower().endswith(ANNOUNCEMENTS)


def is_workbook(name: str | Path) -> bool:
    """Whether a file is a workbook, by its ending."""
    return str(name).lower().endswith(WORKBOOKS)


def is_table(name: str | Path) -> bool:
    """Whether a file is a table of text, by its ending."""
    return str(name).lower().endswith(TABLES)


def write_atomically(path: str | Path, data: bytes | Callable[[BinaryIO], None]) -> None:
    """Write the whole file or leave the old one as it is; `data` may write into the open file. Raises OSError."""
    target = Path(os.path.realpath(path))  # a link goes on pointing at the file
    mode = _mode_to_keep(target)
    # A short name of its own, so that a long name of the target still fits.
    temporary = target.with_name(f"{PREFIX}{os.urandom(6).hex()}{SUFFIX}")
    try:
        _write(temporary, data)
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)
    _clear_up(target.parent)


def _mode_to_keep(target: Path) -> int | None:
    """The permission bits of the file that is replaced; refuses what is no file, or is write-protected."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(target))  # a device such as /dev/null
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(mode)


def _write(temporary: Path, data: bytes | Callable[[BinaryIO], None]) -> None:
    with temporary.open("x+b") as stream:
        if callable(data):
            data(stream)
        else:
            stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _clear_up(folder: Path) -> None:
    """Remove what writers that were killed left here; what is young may still be written."""
    for left in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED_SECONDS:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_NOT_READ: dict[int, str] = {
    errno.ENOENT: N_("{file}: there is no such file"),
    errno.EISDIR: N_("{file}: this is a folder, not a file"),
    errno.EACCES: N_("{file}: there is no permission to read this file"),
    errno.EPERM: N_("{file}: there is no permission to read this file"),
}

_NOT_WRITTEN: dict[int, str] = {
    errno.ENOENT: N_("{file}: the folder of this file does not exist; nothing was saved"),
    errno.ENOTDIR: N_("{file}: the folder of this file does not exist; nothing was saved"),
    errno.EISDIR: N_("{file}: this is a folder, not a file; nothing was saved"),
    errno.EACCES: N_("{file}: this file or its folder is write-protected or in use; nothing was saved"),
    errno.EPERM: N_("{file}: this file or its folder is write-protected or in use; nothing was saved"),
    errno.EROFS: N_("{file}: this file or its folder is write-protected or in use; nothing was saved"),
    errno.ENOSPC: N_("{file}: the disk is full; nothing was saved"),
    errno.EDQUOT: N_("{file}: the disk is full; nothing was saved"),
    errno.ENAMETOOLONG: N_("{file}: the name is too long; nothing was saved"),
}


def stamp(path: Path | None) -> tuple[int, int, int] | None:
    """What changes with a file whenever somebody writes it; none where there is no file."""
    try:
        found = path.stat() if path else None
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None


def stream_problem(path: str | Path) -> FileProblem | None:
    """Why a window does not read what is no file: a pipe may never end, and nobody sees that it waits."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return None  # whoever opens it says why it cannot be opened
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return FileProblem(Message(N_("{file}: this is a pipe or a device, not a file"), {"file": Path(path).name}))


def reading_problem(path: str | Path, error: OSError) -> FileProblem:
    """The sentence for a file that could not be read."""
    return _problem(path, error, _NOT_READ, N_("{file}: this file cannot be read ({reason})"))


def writing_problem(path: str | Path, error: OSError) -> FileProblem:
    """The sentence for a file that could not be written."""
    return _problem(path, error, _NOT_WRITTEN, N_("{file}: this file cannot be written ({reason}); nothing was saved"))


def _problem(path: str | Path, error: OSError, sentences: Mapping[int, str], other: str) -> FileProblem:
    fields = {"file": Path(path).name or str(path), "reason": error.strerror or type(error).__name__}
    return FileProblem(Message(sentences.get(error.errno or 0, other), fields))
