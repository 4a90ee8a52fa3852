"""Nothing leaves the computer: the whole story runs without a network, and opens no socket to one."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.stories.test_reading import PAGE, TEXT

WATCH = Path(__file__).with_name("watch.py")
PDF = Path(__file__).parents[1] / "notice" / "printed" / "ruled-ja.pdf"
NAMESPACE = ["unshare", "--map-root-user", "--net"]
TRACE = ["strace", "--follow-forks", "--trace=%network", "--signal=none", "--quiet=all"]
#: Between programs of the same computer: the desktop, and who is logged in.
LOCAL = {"AF_UNIX", "AF_LOCAL"}
#: Where the printing service of the computer answers.
PRINTING = {("127.0.0.1", "631"), ("::1", "631")}
VERBS = (
    "calculate example:iij-2020 --language ja",
    "check example:iij-2020 --json",
    "export example:iij-2020 -o out.xlsx --language both",
    "export example:iij-2020 -o out.pdf --language ja",
    "export example:iij-2020 -o out.ics",
    "read notice.txt --json",
    "read notice.html -o out.bunkatsu",
    "read notice.pdf",
    "check notice.txt",
    "calculate out.xlsx --json",
)


@dataclass(frozen=True)
class Notes:
    """What a process reached for, by Python's own account and by that of the system where it could be asked."""

    noted: list[str]
    interfaces: list[str]
    families: set[str]
    addresses: set[tuple[str, str]]


@cache
def works(*command: str) -> bool:
    """Whether a command can be run here."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


def confined() -> list[str]:
    """The command that runs another without any network, where the system allows it."""
    return NAMESPACE if works(*NAMESPACE) else []


def traced(into: Path) -> list[str]:
    """The command that writes down what another asks of the network, where there is one."""
    command = [*TRACE, f"--output={into}"]
    return command if works(*command) else []


def watched(folder: Path, *arguments: str) -> Notes:
    """Run a part of the story, as far from the network as the system allows; it must end well."""
    notes, trace = folder / "notes.json", folder / "trace.txt"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*confined(), *traced(trace), sys.executable, str(WATCH), str(notes), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return Notes(**json.loads(notes.read_text("utf-8")), **sockets(trace))


def sockets(trace: Path) -> dict[str, Any]:
    """The kinds of address for which sockets were made, and the addresses and ports that were called."""
    text = trace.read_text("utf-8", "replace") if trace.is_file() else ""
    called = [line for line in text.splitlines() if re.search(r"\b(connect|send\w+)\(.*htons", line)]
    addresses = {(*re.findall(r'"([^"]+)"', line)[:1], *re.findall(r"htons\((\d+)\)", line)) for line in called}
    return {"families": set(re.findall(r"\bsocket(?:pair)?\((\w+)", text)), "addresses": addresses}


def assert_nothing_left(notes: Notes) -> None:
    assert notes.noted == []
    assert notes.families <= LOCAL
    assert notes.addresses == set()
    if confined():
        assert notes.interfaces == ["lo"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an announcement of each kind."""
    (tmp_path / "notice.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notice.html").write_text(PAGE.replace("2031年", "2032年"), encoding="utf-8")
    shutil.copy(PDF, tmp_path / "notice.pdf")
    return tmp_path


def test_the_window_from_the_first_start_to_the_last_file(folder: Path) -> None:
    assert_nothing_left(watched(folder, "window", str(folder)))


def test_every_verb(folder: Path) -> None:
    for arguments in VERBS:
        assert_nothing_left(watched(folder, "verb", *arguments.split()))


def test_the_preview_asks_the_printing_service_of_the_computer_alone(tmp_path: Path) -> None:
    notes = watched(tmp_path, "preview")
    assert notes.noted == []
    assert notes.addresses <= PRINTING


def test_the_watch_notes_a_socket_and_a_name_that_is_taken_for_code(tmp_path: Path) -> None:
    notes = watched(tmp_path, "wrong")
    assert [line.split()[0] for line in notes.noted] == ["socket.__new__", "compile"]
    if confined():
        assert notes.interfaces == ["lo"]
    if traced(Path(os.devnull)):
        assert notes.families == {"AF_INET"}


@pytest.mark.parametrize(("means", "has"), [("unshare", confined), ("strace", lambda: traced(Path(os.devnull)))])
def test_the_system_vouches_for_it(means: str, has: Callable[[], list[str]]) -> None:
    if not has():
        pytest.skip(f"{means} is missing or may not be used here: that nothing left is by Python's own account alone")
