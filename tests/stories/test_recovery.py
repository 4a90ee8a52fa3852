"""After a crash the next start offers what was not saved; a person takes it, leaves it, or waits."""

import errno
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.document import recovery, scenario_file
from desktop.document.recovery import Unsaved
from desktop.document.state import State
from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
from desktop.ui.app import welcome
from desktop.ui.autosave import not_kept
from desktop.ui.main_window import MainWindow
from desktop.ui.recovery_bar import RecoveryBar
from tests.stories.conftest import Opened, answer, enter, when_asked

STATE = State(Scenario(shares=Shares(issued=1_234)), {"shares.treasury": "1x"})


def crash(path: Path | None = None, state: State = STATE) -> None:
    """What an ended program has left."""
    slot = recovery.new_slot(recovery.folder())
    slot.write(Unsaved(state, path, datetime.now(UTC)))
    slot.close()


def kept_files() -> list[Path]:
    return list(recovery.folder().glob("*.recovery"))


def notice_of(window: MainWindow) -> str:
    return window.session.locale.text(window.session.notice) if window.session.notice else ""


def bar_of(window: MainWindow) -> RecoveryBar | None:
    return next((bar for bar in window.findChildren(RecoveryBar) if bar.isVisible()), None)


def offered(window: MainWindow) -> RecoveryBar:
    welcome(window, with_hints=False)
    bar = bar_of(window)
    assert bar is not None
    return bar


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "iij.bunkatsu"
    scenario_file.save(path, State(Scenario(shares=Shares(issued=1_000))))
    return path


def test_typing_is_kept_a_moment_later_and_cleared_when_saved(opened: Opened, qtbot: QtBot, file: Path) -> None:
    window = opened(str(file))
    enter(window, "shares.issued", "2,000")
    qtbot.waitUntil(lambda: len(kept_files()) == 1, timeout=3000)
    window.documents.save()
    assert kept_files() == []
    enter(window, "shares.issued", "3,000")
    qtbot.waitUntil(lambda: len(kept_files()) == 1, timeout=3000)
    while window.session.document.modified:
        window.session.undo()
    assert kept_files() == []


def test_continuous_typing_is_kept_too(opened: Opened, file: Path) -> None:
    window = opened(str(file))
    editor = enter(window, "company.name", "a")
    until = time.monotonic() + 4
    while time.monotonic() < until and not kept_files():
        QTest.keyClicks(editor, "b", delay=50)
    assert kept_files()


def test_what_is_left_on_purpose_is_not_kept(opened: Opened, qtbot: QtBot, file: Path) -> None:
    window = opened(str(file))
    enter(window, "shares.issued", "2,000")
    qtbot.waitUntil(lambda: len(kept_files()) == 1, timeout=3000)
    when_asked(answer(QMessageBox.StandardButton.Discard))
    window.close()
    assert list(recovery.folder().iterdir()) == []


def test_a_restored_document_is_unsaved_and_belongs_to_its_file(opened: Opened, file: Path) -> None:
    crash(file)
    window = opened(None)
    bar = offered(window)
    assert "iij.bunkatsu" in bar.words.text()
    QTest.mouseClick(bar.restore_button, Qt.MouseButton.LeftButton)
    assert bar_of(window) is None
    assert window.session.document.state == STATE
    assert window.session.document.modified
    assert window.session.path == file
    assert len(kept_files()) == 1  # until it is saved
    window.documents.save()
    assert kept_files() == []
    assert scenario_file.load(file) == scenario_file.Loaded(STATE)


def test_a_second_crash_after_restoring_loses_nothing(opened: Opened, qtbot: QtBot, file: Path) -> None:
    crash(file)
    window = opened(None)
    offered(window).restore()
    enter(window, "shares.issued", "5,678")
    qtbot.waitUntil(lambda: b"5678" in kept_files()[0].read_bytes(), timeout=3000)
    assert len(kept_files()) == 1


def test_a_declined_offer_leaves_the_file_open_and_comes_no_more(opened: Opened, file: Path) -> None:
    crash(file)
    window = opened(str(file))
    assert window.session.scenario.shares.issued == 1_000
    QTest.mouseClick(offered(window).discard_button, Qt.MouseButton.LeftButton)
    assert window.session.scenario.shares.issued == 1_000
    assert not window.session.document.modified
    welcome(window, with_hints=False)
    assert bar_of(window) is None


def test_later_is_the_next_start(opened: Opened, file: Path) -> None:
    crash(file)
    first = opened(str(file))
    QTest.mouseClick(offered(first).later_button, Qt.MouseButton.LeftButton)
    assert bar_of(first) is None
    assert offered(opened(None)).isVisible()


def test_closing_the_window_is_later_too(opened: Opened, file: Path) -> None:
    crash(file)
    first = opened(str(file))
    offered(first)
    first.close()
    assert offered(opened(None)).isVisible()


def test_several_are_offered_one_after_the_other(opened: Opened) -> None:
    crash(Path("/one/first.bunkatsu"))
    crash(Path("/two/second.bunkatsu"))
    window = opened(None)
    bar = offered(window)
    assert "second.bunkatsu" in bar.words.text()
    bar.discard()
    assert "first.bunkatsu" in bar.words.text()
    bar.restore()
    assert bar_of(window) is None
    assert window.session.path == Path("/one/first.bunkatsu")


def test_restoring_asks_where_something_else_would_be_lost(opened: Opened, file: Path) -> None:
    crash(file)
    window = opened(None)
    bar = offered(window)
    enter(window, "shares.issued", "99")
    when_asked(answer(QMessageBox.StandardButton.Cancel))
    bar.restore()
    assert window.session.scenario.shares.issued == 99
    assert bar.isVisible()


def test_two_windows_keep_each_their_own_and_offer_nothing_of_each_other(opened: Opened, qtbot: QtBot) -> None:
    for number in ("1", "2"):
        enter(opened(None), "shares.issued", number)
    qtbot.waitUntil(lambda: len(kept_files()) == 2, timeout=3000)
    third = opened(None)
    welcome(third, with_hints=False)
    assert bar_of(third) is None


def test_the_offer_speaks_the_language_in_force(opened: Opened, file: Path) -> None:
    crash(file)
    window = opened(None)
    bar = offered(window)
    window.set_language("ja")
    QApplication.processEvents()
    assert bar.restore_button.text() == "復元(&R)"
    assert "iij.bunkatsu" in bar.words.text()
    window.set_language("en")
    QApplication.processEvents()
    assert bar.restore_button.text() == "&Restore"


def test_a_window_opened_by_a_path_offers_nothing_by_itself(opened: Opened, file: Path) -> None:
    crash(file)
    window = opened(str(file))
    QTest.qWait(300)
    assert bar_of(window) is None


def test_damage_is_said_in_a_sentence(opened: Opened, file: Path) -> None:
    crash(file)
    kept_files()[0].write_bytes(b"\x00garbage")
    window = opened(str(file))
    welcome(window, with_hints=False)
    assert bar_of(window) is None
    assert window.session.notice is not None
    assert "cannot be read" in window.session.notice.text
    assert len(list(recovery.folder().glob("*.damaged"))) == 1


def test_a_folder_that_cannot_be_written_is_said_once(opened: Opened, qtbot: QtBot, file: Path) -> None:
    recovery.folder().parent.mkdir(parents=True)
    recovery.folder().write_text("a file where the folder should be")
    window = opened(str(file))
    notices: list[str] = []
    window.session.changed.connect(lambda: notices.append(window.session.notice.text if window.session.notice else ""))
    said: Callable[[], bool] = lambda: any("crash" in notice for notice in notices)  # noqa: E731
    enter(window, "shares.issued", "2")
    qtbot.waitUntil(said, timeout=3000)
    notices.clear()
    enter(window, "shares.issued", "3")
    QTest.qWait(900)
    assert not said()
    assert window.documents.save()


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file grow beyond some bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource", reason="this system does not limit the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_work_goes_on_without_room_and_is_kept_once_there_is_some(opened: Opened, qtbot: QtBot, file: Path) -> None:
    window = opened(str(file))
    with no_room():
        enter(window, "shares.issued", "2")
        qtbot.waitUntil(lambda: "crash" in notice_of(window), timeout=3000)
        enter(window, "shares.issued", "3")
        when_asked(answer(QMessageBox.StandardButton.Ok))
        assert not window.documents.save()
        assert window.session.document.modified
    assert scenario_file.load(file) == scenario_file.Loaded(State(Scenario(shares=Shares(issued=1_000))))
    assert kept_files() == []
    with qtbot.waitActive(window):
        window.activateWindow()
    enter(window, "shares.issued", "4")
    qtbot.waitUntil(lambda: len(kept_files()) == 1, timeout=3000)
    assert window.documents.save()


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "is write-protected"), (errno.EIO, "(Input/output error)")],
)
def test_why_nothing_can_be_kept_is_said(opened: Opened, code: int, words: str) -> None:
    said = not_kept(OSError(code, "Input/output error"))
    assert words in opened(None).session.locale.text(said)
