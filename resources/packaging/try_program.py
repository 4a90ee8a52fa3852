"""Runs every verb of a packed program: `python resources/packaging/try_program.py PROGRAM`.

Prints a line for each, and ends with 1 where one did not do what it should.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ANNOUNCEMENT = "普通株式1株につき2株の割合をもって分割いたします。基準日は2020年12月31日といたします。\n"
EXAMPLE = "example:iij-2020"
#: How each kind of file that `export` may write begins.
BEGINNINGS = {".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-", ".ics": b"BEGIN:VCALENDAR"}
#: A window of the packed program that is still open after so many seconds has opened.
WINDOW_SECONDS = 15

Trial = tuple[str, Callable[[], bool]]


def trials(program: str, folder: Path) -> Iterator[Trial]:
    """What is tried, by name: each says whether it went well."""
    yield "help", lambda: "calculate" in _output(program, "--help")
    yield "version", lambda: _output(program, "--version").startswith("bunkatsu ")
    yield "calculate", lambda: _is_calculated(program, EXAMPLE)
    yield "check", lambda: "配当10.25" in _output(program, "check", EXAMPLE, "--language", "ja")
    for ending, beginning in BEGINNINGS.items():
        yield f"export {ending}", _exporting(program, folder / f"out{ending}", beginning)
    yield "calculate a workbook", lambda: _is_calculated(program, str(folder / "out.xlsx"))
    yield "read a PDF", lambda: "split.new\t2" in _output(program, "read", str(folder / "out.pdf"))
    announcement = folder / "announcement.txt"
    announcement.write_text(ANNOUNCEMENT, encoding="utf-8")
    yield "read", lambda: "2020-12-31" in _output(program, "read", str(announcement))
    yield "read, write", lambda: _is_written(program, announcement, folder / "out.bunkatsu")
    yield "window", lambda: _opens(program)


def _is_calculated(program: str, source: str) -> bool:
    found = json.loads(_output(program, "calculate", source, "--json"))
    return bool(found["results"]["shares.issued_after"] == 93_469_200)


def _exporting(program: str, target: Path, beginning: bytes) -> Callable[[], bool]:
    def export() -> bool:
        _output(program, "export", EXAMPLE, "-o", str(target), "--language", "both")
        return target.read_bytes().startswith(beginning)

    return export


def _is_written(program: str, announcement: Path, target: Path) -> bool:
    _output(program, "read", str(announcement), "-o", str(target))
    return "2020-12-31" in _output(program, "calculate", str(target), "--json")


def _opens(program: str) -> bool:
    """Whether the window opens and stays."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    running = subprocess.Popen([program], env=environment, stderr=subprocess.PIPE)
    try:
        _, complaint = running.communicate(timeout=WINDOW_SECONDS)
    except subprocess.TimeoutExpired:
        return True
    finally:
        running.kill()
    print(complaint.decode(errors="replace"), file=sys.stderr)
    return False


def _output(program: str, *arguments: str) -> str:
    """What a verb prints. Raises `CalledProcessError` where it ends otherwise."""
    done = subprocess.run([program, *arguments], capture_output=True, encoding="utf-8", check=False, timeout=120)
    done.check_returncode()
    return done.stdout


def failures(program: str) -> list[str]:
    """What did not go well, a line each."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bunkatsu-") as folder:
        for name, trial in trials(program, Path(folder)):
            try:
                problem = "" if trial() else "not what it should be"
            except (subprocess.SubprocessError, OSError, ValueError) as error:
                problem = f"{error}\n{getattr(error, 'stderr', '')}"
            print(f"{name}: {problem or 'done'}")
            found += [f"{name}: {problem}"] if problem else []
    return found


def main(arguments: list[str]) -> int:
    """Try the program; the exit status."""
    if len(arguments) != 1:
        print(f"use: {Path(__file__).name} PROGRAM", file=sys.stderr)
        return 2
    return 1 if failures(arguments[0]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
