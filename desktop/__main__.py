"""The program: the window, or the command line where a verb is given."""

import os
import sys

VERBS = frozenset({"calculate", "check", "export", "read", "-h", "--help", "--version"})


def main() -> int:
    """Run the program; returns the exit code, also where it is interrupted while it is still loaded."""
    try:
        return _run()
    except KeyboardInterrupt:
        print("bunkatsu: interrupted; nothing was written", file=sys.stderr)
        return 2


def _run() -> int:
    """Run the command line for a verb, else open the window."""
    if len(sys.argv) > 1 and sys.argv[1] in VERBS:
        from .cli import main as command_line  # noqa: PLC0415  # the window does not need argparse

        return command_line(sys.argv[1:])
    if not has_display():
        print("bunkatsu: there is no display; `bunkatsu export INPUT -o OUT.xlsx` works without one", file=sys.stderr)
        return 2
    from .ui.app import main as window  # noqa: PLC0415  # no verb needs Qt

    return window(sys.argv[1:])


def has_display() -> bool:
    """Whether a window can be shown: Qt would end the program where it cannot."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
