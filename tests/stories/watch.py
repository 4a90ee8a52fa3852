"""Runs a part of the program and notes what it reaches for. Run as a script.

`watch.py NOTES window FOLDER` drives the window, `watch.py NOTES preview` opens the print preview,
`watch.py NOTES verb ARGUMENT...` runs the command line, and `watch.py NOTES wrong` does what must be noted.
What the packed program leaves out cannot be imported.
"""

import json
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "resources" / "packaging")]

import contents  # noqa: E402  # found there

#: Beginnings of the names under which Python reports what leaves the process, starts another, or takes data for code.
WATCHED = (
    "ftplib.", "http.", "imaplib.", "nntplib.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.system", "pickle.", "poplib.", "pty.", "smtplib.", "socket.", "ssl.", "subprocess.", "telnetlib.", "urllib.",
    "webbrowser.",
)  # fmt: skip
#: Babel keeps its languages, which come with it, in that form.
BABEL_DATA = "pickle.find_class ('babel."
#: What a company may be called. Taken for code, it would end the process.
NAME = "__import__('os').abort()"
#: All that the packed program leaves out, but for what compiles the catalogues of a checkout.
LEFT_OUT = tuple(name for name in contents.UNUSED_MODULES if name != "babel.messages")


class Watch:
    """Notes what the process does of those things, and every text of others that is compiled."""

    def __init__(self) -> None:
        self.noted: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(WATCHED) or (event == "compile" and NAME in _text(arguments[0])):
            said = f"{event} {arguments!r}"[:300]
            if not said.startswith(BABEL_DATA):
                self.noted.append(said)


def _text(source: object) -> str:
    """A source that is compiled, as text; nothing for a tree."""
    return source.decode("utf-8", "replace") if isinstance(source, bytes) else str(source)


class LeftOut(MetaPathFinder):
    """Finds no module that the packed program leaves out."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:  # noqa: ARG002
        """Refuse what is left out, and leave everything else to others."""
        if any(fullname == name or fullname.startswith(f"{name}.") for name in LEFT_OUT):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def interfaces() -> list[str]:
    """The devices of the network that the process can see; none is known where the system does not say."""
    listed = Path("/proc/self/net/dev")
    lines = listed.read_text("ascii").splitlines()[2:] if listed.is_file() else []
    return [line.partition(":")[0].strip() for line in lines]


def verb(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status."""
    from desktop.__main__ import main as program  # noqa: PLC0415  # under watch

    sys.argv[1:] = arguments
    return program()


def window(arguments: Sequence[str]) -> int:
    """Drive the window; the exit status."""
    from tests.stories.whole_story import in_the_window  # noqa: PLC0415  # under watch

    in_the_window(Path(arguments[0]), NAME)
    return 0


def preview(_: Sequence[str]) -> int:
    """Open the print preview; the exit status."""
    from tests.stories.whole_story import in_the_preview  # noqa: PLC0415  # under watch

    in_the_preview()
    return 0


def wrong(_: Sequence[str]) -> int:
    """Do what must be noted, and send nothing."""
    import socket  # noqa: PLC0415  # under watch

    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    compile(f"name = {NAME!r}", "<wrong>", "exec")
    return 0


PARTS = {"verb": verb, "window": window, "preview": preview, "wrong": wrong}


def main(arguments: Sequence[str]) -> int:
    """Watch, do, and write down what was noted; the exit status."""
    notes, part, *rest = arguments
    watch = Watch()
    sys.meta_path.insert(0, LeftOut())
    code = PARTS[part](rest)
    Path(notes).write_text(json.dumps({"noted": watch.noted, "interfaces": interfaces()}), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
