"""Locks on files: the system lets them go when their holder ends, however it ends."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


#: What the system says where another process holds the lock.
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}


def take(path: Path) -> int | None:
    """Lock a file, which is made where it is missing; none where somebody holds it. Raises OSError.

    A lock does not depend on the number of its process, which another one may have by now.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(handle)
        if _is_there(handle, path):
            return handle
    except OSError as error:
        if error.errno not in _HELD:
            os.close(handle)
            raise
    os.close(handle)
    return None


def _is_there(handle: int, path: Path) -> bool:
    """Whether the locked file still has its name: who held it before may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def leave(handle: int, path: Path | None = None) -> None:
    """Let a lock go, and remove its file where it is named."""
    if path is not None and sys.platform != "win32":
        with suppress(OSError):
            path.unlink()  # while it is locked, so that nobody can take it in between
    with suppress(OSError):
        os.close(handle)
    if path is not None and sys.platform == "win32":  # which removes no open file
        with suppress(OSError):
            path.unlink()
