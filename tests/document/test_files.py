"""Files are written whole or not at all, and a failure has its sentence."""

import errno
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from desktop.files import FileProblem, reading_problem, write_atomically, writing_problem

POSIX = pytest.mark.skipif(os.name != "posix", reason="permission bits and links as POSIX has them")


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_bytes_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "case.bunkatsu"
    write_atomically(target, b"one")
    write_atomically(str(target), b"two")
    assert (target.read_bytes(), left(tmp_path)) == (b"two", ["case.bunkatsu"])


def test_writer_gets_an_open_file(tmp_path: Path) -> None:
    def write(stream: BinaryIO) -> None:
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("a.txt", "content")

    write_atomically(tmp_path / "a.zip", write)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("a.txt") == b"content"


def failing(error: BaseException) -> Callable[[BinaryIO], None]:
    def write(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise error

    return write


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), ValueError("ours"), KeyboardInterrupt()])
def test_failure_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "case.bunkatsu"
    target.write_bytes(b"old")
    with pytest.raises(type(error)):
        write_atomically(target, failing(error))
    assert (target.read_bytes(), left(tmp_path)) == (b"old", ["case.bunkatsu"])


def test_failure_before_replacing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.EIO, "broken")

    target = tmp_path / "case.bunkatsu"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="broken"):
        write_atomically(target, b"new")
    assert (target.read_bytes(), left(tmp_path)) == (b"old", ["case.bunkatsu"])


def test_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "case.bunkatsu"
    target.write_bytes(b"old")
    program = (
        "import os, sys\nfrom desktop.files import write_atomically\n"
        "write_atomically(sys.argv[1], lambda stream: (stream.write(b'x' * 100_000), os._exit(9)))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program, str(target)], cwd=root, check=False)
    assert (done.returncode, target.read_bytes()) == (9, b"old")


@POSIX
def test_keeps_the_permission_bits(tmp_path: Path) -> None:
    target = tmp_path / "case.bunkatsu"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@POSIX
def test_new_file_has_the_usual_permission_bits(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@POSIX
@pytest.mark.parametrize("exists", [True, False])
def test_follows_a_link(tmp_path: Path, exists: bool) -> None:
    (tmp_path / "real").mkdir()
    if exists:
        (tmp_path / "real" / "case").write_bytes(b"old")
    (tmp_path / "link").symlink_to(Path("real") / "case")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "case").read_bytes() == b"new"


@POSIX
def test_a_device_is_not_replaced() -> None:
    with pytest.raises(OSError, match="Invalid"):
        write_atomically(os.devnull, b"new")
    assert not Path(os.devnull).is_file()


@POSIX
def test_long_name_that_fits_can_be_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("n" * 255), b"new")
    assert left(tmp_path) == ["n" * 255]


def test_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "case"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # an administrator may write everything
    with pytest.raises(PermissionError):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOENT, "a.xlsx: the folder of this file does not exist; nothing was saved"),
        (errno.EISDIR, "a.xlsx: this is a folder, not a file; nothing was saved"),
        (errno.EACCES, "a.xlsx: this file or its folder is write-protected or in use; nothing was saved"),
        (errno.EROFS, "a.xlsx: this file or its folder is write-protected or in use; nothing was saved"),
        (errno.ENOSPC, "a.xlsx: the disk is full; nothing was saved"),
        (errno.EDQUOT, "a.xlsx: the disk is full; nothing was saved"),
        (errno.ENAMETOOLONG, "a.xlsx: the name is too long; nothing was saved"),
        (errno.EIO, "a.xlsx: this file cannot be written (why); nothing was saved"),
    ],
)
def test_every_failure_to_write_has_its_sentence(number: int, sentence: str) -> None:
    assert str(writing_problem(Path("folder") / "a.xlsx", OSError(number, "why"))) == sentence


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOENT, "a.txt: there is no such file"),
        (errno.EISDIR, "a.txt: this is a folder, not a file"),
        (errno.EACCES, "a.txt: there is no permission to read this file"),
        (errno.EIO, "a.txt: this file cannot be read (why)"),
    ],
)
def test_every_failure_to_read_has_its_sentence(number: int, sentence: str) -> None:
    assert str(reading_problem("a.txt", OSError(number, "why"))) == sentence


def test_failure_without_a_number_has_a_sentence_too() -> None:
    problem = writing_problem("a", OSError("odd"))
    assert isinstance(problem, FileProblem)
    assert str(problem) == "a: this file cannot be written (OSError); nothing was saved"


def test_what_a_killed_writer_left_is_cleared_up_later(tmp_path: Path) -> None:
    left, young = tmp_path / ".bunkatsu-0123456789ab.tmp", tmp_path / ".bunkatsu-ba9876543210.tmp"
    for path in (left, young):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    write_atomically(tmp_path / "file", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [young.name, "file"]
