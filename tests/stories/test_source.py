"""A person asks of a field, a figure and a check where it stands in the announcement, and looks into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.announcement_window import AnnouncementWindow, FoundText
from desktop.ui.main_window import MainWindow
from desktop.ui.results.popover import Popover
from tests.stories.conftest import Opened, field
from tests.stories.test_reading import TEXT, reviewed, take

#: A third of the price is rounded down, where the program rounds up.
ROUNDED = TEXT.replace("2,400円", "1,600円").replace("800円", "533円")


@pytest.fixture
def read(opened: Opened, qtbot: QtBot) -> MainWindow:
    """A window whose forms were filled from the announcement, one of whose figures is rounded another way."""
    window = opened(None)
    take(reviewed(window, qtbot, ROUNDED))
    with qtbot.waitActive(window):  # again, after the dialog
        window.activateWindow()
    return window


def press(window: MainWindow, action: str) -> None:
    found = window.actions_list.by_name[action]
    assert found.isEnabled()
    found.trigger()


def popover_of(window: MainWindow) -> Popover:
    return next(one for one in window.findChildren(Popover) if one.isVisible())


def announcement_of(window: MainWindow, qtbot: QtBot) -> AnnouncementWindow:
    """The announcement, once it has the focus."""
    qtbot.waitUntil(lambda: any(one.isActiveWindow() for one in window.findChildren(AnnouncementWindow)))
    return next(one for one in window.findChildren(AnnouncementWindow) if one.isVisible())


def at_cursor(text: FoundText) -> str:
    """The line in which the cursor stands, or what is selected."""
    cursor = text.textCursor()
    return cursor.selectedText() or cursor.block().text()


def test_a_field_says_its_sentence_on_a_key_and_leads_to_the_announcement(read: MainWindow, qtbot: QtBot) -> None:
    read.session.go_to("shares.issued")
    QTest.keyClick(field(read, "shares.issued"), Qt.Key.Key_F2)
    popover = popover_of(read)
    assert "株式分割前の発行済株式総数 20,000,000株" in popover.accessibleDescription().replace("\u3000", " ")
    QTest.keyClick(popover, Qt.Key.Key_F4)
    announcement = announcement_of(read, qtbot)
    assert not [one for one in read.form.findChildren(Popover) if one.isVisible()]
    assert "20,000,000" in at_cursor(announcement.text)


def test_what_is_typed_goes_on_into_the_field(read: MainWindow) -> None:
    read.session.go_to("shares.issued")
    editor = field(read, "shares.issued")
    QTest.keyClick(editor, Qt.Key.Key_F2)
    editor.selectAll()
    QTest.keyClick(popover_of(read), Qt.Key.Key_3)
    assert not [one for one in read.form.findChildren(Popover) if one.isVisible()]
    assert editor.text() == "3"
    assert read.session.scenario.shares.issued == 3


def test_a_field_that_was_not_read_says_nothing(read: MainWindow, qtbot: QtBot) -> None:
    read.session.go_to("shares.treasury")
    QTest.keyClick(field(read, "shares.treasury"), Qt.Key.Key_F2)
    assert not read.form.findChildren(Popover)
    read.session.go_to("shares.treasury")
    press(read, "announcement")
    assert announcement_of(read, qtbot).text.textCursor().position() == 0


def test_a_cell_leads_to_its_passage_and_back(read: MainWindow, qtbot: QtBot) -> None:
    read.session.go_to("options[1].exercise_price")
    press(read, "announcement")
    announcement = announcement_of(read, qtbot)
    assert "1,600" in at_cursor(announcement.text)
    QTest.keyClick(announcement.text, Qt.Key.Key_Return)
    qtbot.waitUntil(read.isActiveWindow)
    assert read.form.current_path == "options[1].exercise_price"


def test_a_check_leads_to_the_sentence_that_it_disagrees_with(read: MainWindow, qtbot: QtBot) -> None:
    read.session.go_to("checks")
    checks = read.findChild(QAbstractItemView, "results.checks")
    assert checks is not None
    model = checks.model()
    top = model.index(0, 0)
    rows = [model.index(row, 0, top) for row in range(model.rowCount(top))]
    wrong = next(row for row in rows if "533" in str(row.data(Qt.ItemDataRole.AccessibleTextRole)))
    checks.setCurrentIndex(wrong)
    checks.setFocus()
    press(read, "announcement")
    assert "533" in at_cursor(announcement_of(read, qtbot).text)


def test_words_are_found_in_whatever_width_they_are_written(read: MainWindow, qtbot: QtBot) -> None:
    press(read, "announcement")
    announcement = announcement_of(read, qtbot)
    QTest.keyClick(announcement, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    finder = QApplication.focusWidget()
    assert isinstance(finder, QLineEdit)
    QTest.keyClicks(finder, "1")
    finder.setText("３月１４日")
    assert announcement.text.found_count == TEXT.count("3月14日")
    assert at_cursor(announcement.text) == "3月14日"
    finder.setText("no such words")
    assert announcement.text.found_count == 0


def test_another_document_closes_the_announcement(read: MainWindow, qtbot: QtBot) -> None:
    press(read, "announcement")
    announcement = announcement_of(read, qtbot)
    while read.session.document.can_undo:
        press(read, "undo")
    assert read.session.document.source is None
    assert not announcement.isVisible()
    assert not read.actions_list.by_name["announcement"].isEnabled()
    assert not [w for w in read.findChildren(QWidget, "announcement") if w.isVisible()]
