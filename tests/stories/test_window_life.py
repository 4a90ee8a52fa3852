"""The window comes back as it was left, whatever has become of its settings and screens."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from desktop.ui import settings
from desktop.ui.app import welcome
from desktop.ui.form.section import Section
from desktop.ui.hints import Hints
from desktop.ui.main_window import SMALLEST, MainWindow
from desktop.ui.results.sheet import ResultSheet
from desktop.ui.results.summary import SummaryPage
from desktop.ui.window_life import within_reach
from tests.stories.conftest import Opened, enter

EXAMPLE = "example:iij-2020"


def reopened(opened: Opened, window: MainWindow) -> MainWindow:
    QApplication.processEvents()
    assert window.close()
    return opened(EXAMPLE)


def store_file(home: Path) -> Path:
    (file,) = (home / ".config").rglob("*.ini")
    return file


def test_place_and_size(opened: Opened) -> None:
    first = opened(EXAMPLE)
    first.setGeometry(40, 50, 1100, 700)
    again = reopened(opened, first)
    assert again.pos() == first.pos()
    assert settings.window_left().place == (40, 50, 1100, 700)


def test_a_maximised_window_remembers_its_size_below(opened: Opened) -> None:
    first = opened(EXAMPLE)
    first.setGeometry(40, 50, 1100, 700)
    QApplication.processEvents()
    first.showMaximized()
    again = reopened(opened, first)
    assert again.isMaximized()
    assert settings.window_left().place == (40, 50, 1100, 700)


def test_the_width_of_the_form_that_a_person_chose(opened: Opened) -> None:
    first = opened(EXAMPLE)
    sides = first.findChild(QSplitter)
    assert sides is not None
    sides.moveSplitter(500, 1)
    again = reopened(opened, first).findChild(QSplitter)
    assert again is not None
    assert again.sizes()[0] == 500


def test_folded_sections_and_the_tab_in_front(opened: Opened) -> None:
    first = opened(EXAMPLE)
    section = first.form.findChild(Section)
    assert section is not None
    QTest.mouseClick(section.head, Qt.MouseButton.LeftButton)
    first.results.setCurrentIndex(2)
    folded, tab = first.form.folded(), first.results.tab
    again = reopened(opened, first)
    assert again.form.folded() == folded
    assert again.results.tab == tab == "schedule"


def test_folding_that_nobody_chose_goes_on_following_the_document(opened: Opened) -> None:
    first = opened(EXAMPLE)
    reopened(opened, first)
    assert settings.window_left().folded is None


def test_everything_folded_stays_folded(opened: Opened) -> None:
    first = opened(EXAMPLE)
    first.form.fold_all(True)
    again = reopened(opened, first)
    assert again.form.folded() == first.form.folded()


def test_a_tab_without_content_gives_way_to_the_summary(opened: Opened) -> None:
    settings.remember_window(settings.WindowLeft(tab="holdings"))
    assert opened(EXAMPLE).results.tab == "summary"


def test_a_tab_in_front_is_built_alone(opened: Opened) -> None:
    settings.remember_window(settings.WindowLeft(tab="schedule"))
    window = opened(EXAMPLE)
    assert window.results.tab == "schedule"
    assert len(window.results.findChildren(ResultSheet)) == 1
    assert window.results.findChildren(SummaryPage) == []


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_store_is_ignored(opened: Opened, home: Path, seed: int) -> None:
    chance = random.Random(seed)
    settings.remember_language("ja")
    settings.remember_window(settings.WindowLeft((40, 50, 1100, 700), False, 500, ("shares",), "schedule"))
    settings.remember_file(home / "gone.bunkatsu")
    settings.store().sync()
    file = store_file(home)
    content = bytearray(file.read_bytes())
    if seed < 3:
        content = bytearray([b"", b"\x00\x01\xff[[[=\n", b"[General\nlanguage=ja\x00"][seed])
    for _ in range(chance.randrange(1, 12)):
        if content:
            content[chance.randrange(len(content))] = chance.choice(b'\x00\xff[]=,;"\\%Zq0\n')
    file.write_bytes(content)
    window = opened(EXAMPLE)
    assert window.isVisible()
    settings.remember_language("en")
    settings.store().sync()
    assert settings.language() == "en"


NONSENSE = {
    "window/place": ("", "1 2 3", "a b c d", "1 2 3 9999999999", "0x1 2 3 4", "nan 0 0 0"),
    "window/form_width": ("", "-", "99999999999", "1.5", "5 5"),
    "window/folded": ("shares nothing options", ""),
    "window/tab": ("nothing", "checks.C01"),
    "window/maximized": ("maybe",),
    "language": ("xx", ""),
    "recent": ("", "/dev/null"),
    "version": ("old", "1.5", "-3"),
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in NONSENSE for value in NONSENSE[name]])
def test_a_value_that_makes_no_sense_is_left_out(opened: Opened, name: str, value: str) -> None:
    settings.store().setValue(name, value)
    window = opened(EXAMPLE)
    assert window.results.tab == "summary"
    assert window.form.width() >= window.form.minimumWidth()


def test_the_store_of_a_newer_program_is_neither_read_nor_changed(opened: Opened, home: Path) -> None:
    settings.remember_window(settings.WindowLeft(tab="schedule"))
    settings.store().setValue("version", 2)
    settings.store().sync()
    before = store_file(home).read_bytes()
    window = opened(EXAMPLE)
    assert window.results.tab == "summary"
    settings.remember_paper("Letter")
    window.close()
    settings.store().sync()
    assert store_file(home).read_bytes().replace(b"language=en\n", b"") == before


SCREEN = QRect(0, 25, 1920, 1055)
LEFT_OF_IT = QRect(-1280, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("wanted", "screens", "given"),
    [
        (QRect(100, 100, 1280, 800), [SCREEN], QRect(100, 100, 1280, 800)),
        (QRect(-1200, 100, 1280, 800), [SCREEN, LEFT_OF_IT], QRect(-1200, 100, 1280, 800)),
        (QRect(-1200, 100, 1200, 800), [SCREEN], QRect(360, 152, 1200, 800)),  # the second screen has gone
        (QRect(100, -500, 1280, 800), [SCREEN], QRect(320, 152, 1280, 800)),  # above the screen
        (QRect(0, 30, 3840, 2000), [SCREEN], QRect(0, 30, 1920, 1055)),  # a larger screen has gone
        (QRect(5000, 5000, 3840, 2000), [SCREEN], QRect(0, 55, 1920, 1055)),
    ],
)
def test_a_window_can_be_seized_on_the_screens_there_are(wanted: QRect, screens: list[QRect], given: QRect) -> None:
    assert within_reach(wanted, screens, SMALLEST) == given


def test_the_hints_of_the_first_start_come_until_they_are_put_away(opened: Opened) -> None:
    window = opened(EXAMPLE)
    welcome(window, with_hints=True)
    hints = window.findChild(Hints)
    assert hints is not None
    window.close()
    again = opened(EXAMPLE)
    welcome(again, with_hints=True)
    shown = again.findChild(Hints)
    assert shown is not None
    QTest.mouseClick(shown.close_button, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()
    again.close()
    third = opened(EXAMPLE)
    welcome(third, with_hints=True)
    assert third.findChild(Hints) is None


def test_the_hints_leave_with_the_example(opened: Opened) -> None:
    window = opened(EXAMPLE)
    welcome(window, with_hints=True)
    hints = window.findChild(Hints)
    assert hints is not None
    window.set_language("ja")
    enter(window, "shares.treasury", "100")
    assert hints.isVisible()
    window.session.document.mark_saved()
    window.actions_list.by_name["new"].trigger()
    assert not hints.isVisible()
    enter(window, "shares.treasury", "100")


def test_no_hints_where_a_file_is_opened(opened: Opened) -> None:
    window = opened(EXAMPLE)
    welcome(window, with_hints=False)
    assert window.findChild(Hints) is None
