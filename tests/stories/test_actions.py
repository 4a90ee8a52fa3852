"""Every action of the menus, run once: what it does is seen, and none fails."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.actions import COMMANDS
from desktop.ui.main_window import MainWindow
from tests.stories.conftest import Opened, enter, field, when_asked

#: These open a dialog that waits for an answer.
ASKING = {"open", "save", "save_as", "export", "export_pdf", "export_calendar", "print"}


def reject(dialog: QWidget) -> None:
    assert isinstance(dialog, QDialog)
    dialog.reject()


@pytest.mark.parametrize("name", [command.name for command in COMMANDS if command.name != "quit"])
def test_every_action_runs(opened: Opened, qtbot: QtBot, name: str) -> None:
    window = opened("example:iij-2020")
    if name in ASKING:
        when_asked(reject)
    window.actions_list.by_name[name].setEnabled(True)
    window.actions_list.by_name[name].trigger()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_a_file_is_asked_for_where_a_person_without_a_folder_for_documents_keeps_files(opened: Opened) -> None:
    seen: list[tuple[str, list[str]]] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        seen.append(
            (dialog.directory().path(), [name.text() for name in dialog.findChildren(QLineEdit, "fileNameEdit")])
        )
        dialog.reject()

    when_asked(look)
    opened("example:iij-2020").actions_list.by_name["open"].trigger()
    assert seen == [(Path.home().as_posix(), [""])]


def test_explain_opens_the_explanation_of_the_current_figure(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.results.setCurrentIndex(1)
    QApplication.processEvents()
    table = window.findChild(QAbstractItemView, "results.shares")
    assert table is not None
    model = table.model()
    row = next(r for r in range(model.rowCount()) if model.index(r, 0).data() == "Issued shares")
    table.setCurrentIndex(model.index(row, 2))
    window.actions_list.by_name["explain"].trigger()
    assert window.session.marked == {"shares.issued", "split.old", "split.new"}
    popover = QApplication.activePopupWidget()
    assert popover is not None
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert window.session.marked == frozenset()


def test_undo_says_what_it_takes_back(opened: Opened) -> None:
    window = opened("example:iij-2020")
    enter(window, "shares.treasury", "1,000")
    assert window.actions_list.by_name["undo"].text() == "&Undo: Treasury shares"
    window.session.undo()
    assert window.actions_list.by_name["undo"].text() == "&Undo"
    assert window.actions_list.by_name["redo"].text() == "&Redo: Treasury shares"


def test_the_form_can_be_hidden_for_small_screens(opened: Opened) -> None:
    window = opened("example:iij-2020")
    press: Callable[[], None] = window.actions_list.by_name["hide_form"].trigger
    press()
    assert window.form.isHidden()
    press()
    assert not window.form.isHidden()


def test_f6_goes_from_the_form_to_the_results_and_back(opened: Opened) -> None:
    window: MainWindow = opened("example:iij-2020")
    window.session.go_to("shares.issued")
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert isinstance(QApplication.focusWidget(), QAbstractItemView)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert field(window, "shares.issued").hasFocus()


def test_a_new_tab_comes_forward_with_its_first_figure(opened: Opened) -> None:
    window = opened(None)
    enter(window, "split.old", "1:2")
    enter(window, "adr.old_adrs", "2")
    enter(window, "adr.old_shares", "1")
    assert window.results.tabText(window.results.currentIndex()) == "ADR"


def test_actions_on_rows_can_be_used_where_rows_have_the_focus(opened: Opened) -> None:
    window = opened("example:iij-2020")
    insert = window.actions_list.by_name["insert_row"]
    window.session.go_to("shares.issued")
    assert not insert.isEnabled()
    window.session.go_to("options[0].rights")
    assert insert.isEnabled()
