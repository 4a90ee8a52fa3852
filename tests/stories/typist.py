"""Types into a window and saves, again and again, with a journal, until it is killed. Run as a script."""

import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.app import open_window, welcome

FIELD = "shares.issued"


def main(arguments: list[str]) -> None:
    """Every number typed is larger than the last; the journal says when it stood in the window, and when saved."""
    file, journal, seed, pause_ms, longest_ms, saves = arguments
    chance = random.Random(seed)
    diary = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    app = QApplication([])
    window = open_window(file)
    if pause_ms:
        window.autosave.pause_ms, window.autosave.longest_ms = int(pause_ms), int(longest_ms)
    window.show()
    welcome(window, with_hints=False)
    window.session.go_to(FIELD)
    editor = window.findChild(QLineEdit, FIELD)
    assert editor is not None
    number = 0

    def note(what: str) -> None:
        os.write(diary, f"{what} {number} {time.monotonic_ns()}\n".encode())

    def act() -> None:
        nonlocal number
        if chance.random() < float(saves):
            note("saving")
            assert window.documents.save()
            note("saved")
        else:
            number += 1
            editor.selectAll()
            event = QInputMethodEvent()
            event.setCommitString(str(number))
            QApplication.sendEvent(editor, event)
            assert window.session.scenario.shares.issued == number
            note("typed")
        QTimer.singleShot(chance.randrange(8), act)

    note("ready")
    QTimer.singleShot(0, act)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
