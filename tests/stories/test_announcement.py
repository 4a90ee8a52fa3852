"""A person types an announcement, sees every result follow, saves it, exports it and comes back to it."""

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.calendars import calendars
from desktop.domain.scenario import Scenario, calculate
from desktop.ui.main_window import MainWindow
from tests.stories.conftest import Opened, answer, enter, field, name, when_asked


def texts(window: MainWindow, table: str) -> list[list[str]]:
    """What a result table shows, row by row."""
    QApplication.processEvents()  # a sheet is built when its tab is first shown
    view = window.findChild(QAbstractItemView, table)
    assert view is not None
    model = view.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, c).data() or "") for c in columns] for row in range(model.rowCount())]


def shown(window: MainWindow, table: str, label: str) -> list[str]:
    """The row of a result table that begins with a label."""
    return next(row for row in texts(window, table) if row[0].startswith(label))


def told(window: MainWindow, table: str, row: int) -> list[str]:
    """What a screen reader tells of a row."""
    view = window.findChild(QAbstractItemView, table)
    assert view is not None
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, column).data(role)) for column in range(model.columnCount())]


def press(window: MainWindow, action: str) -> None:
    found = window.actions_list.by_name[action]
    assert found.isEnabled()
    found.trigger()


@pytest.mark.parametrize(
    ("language", "numbers", "sentence"),
    [
        ("en", ("1:2", "46,734,600", "75,520,000", "151,040,000"), "Each 1 share becomes 2 shares"),
        ("ja", ("１株につき２株", "4,673万4,600株", "７，５５２万", "1億5,104万株"), "1株につき2株の割合で分割"),
    ],
)
def test_typed_as_it_is_printed(
    opened: Opened, tmp_path: Path, language: str, numbers: tuple[str, ...], sentence: str
) -> None:
    window = opened(None)
    window.set_language(language)
    ratio, issued, authorized, after = numbers
    enter(window, "split.old", ratio)
    enter(window, "shares.issued", issued)
    enter(window, "shares.authorized", authorized)
    enter(window, "shares.authorized_after", after)
    enter(window, "schedule.record_date", "令和2年12月31日" if language == "ja" else "Dec 31, 2020")
    summary = window.findChild(QLabel, "summary.sentence")
    window.results.setCurrentIndex(0)
    assert summary is not None
    assert summary.text() == sentence
    results = window.session.book.results
    assert results.value("shares.issued_after") == 93_469_200
    assert results.value("shares.headroom_after") == 57_570_800
    assert str(results.value("schedule.effective_date")) == "2021-01-01"

    file = tmp_path / "iij.bunkatsu"
    when_asked(name(file))
    press(window, "save")
    assert window.session.path == file
    assert not window.session.document.modified
    again = opened(str(file))
    assert again.session.scenario == window.session.scenario


def test_every_keystroke_recalculates(opened: Opened) -> None:
    window = opened("example:iij-2020")
    editor = enter(window, "shares.issued", "")
    seen = []
    for digit in "467":
        QTest.keyClicks(editor, digit)
        seen.append(shown(window, "results.shares", "Issued shares")[2])
    assert seen == ["8", "92", "934"]


def test_what_the_issuer_printed_stands_beside_what_is_calculated(opened: Opened) -> None:
    window = opened("example:iij-2020")
    assert any("agrees" in text for text in told(window, "results.summary", 0))
    enter(window, "shares.issued", "46734700")
    assert any("differs" in text for text in told(window, "results.summary", 0))


def test_a_language_switch_keeps_the_caret_and_an_unfinished_entry(opened: Opened) -> None:
    window = opened("example:iij-2020")
    editor = enter(window, "shares.issued", "46,73x")
    editor.setCursorPosition(3)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.locale.language == "ja"
    assert (editor.text(), editor.cursorPosition(), editor.hasFocus()) == ("46,73x", 3, True)
    assert shown(window, "results.shares", "発行済株式総数")[2] == "—"


def test_everything_can_be_undone(opened: Opened) -> None:
    window = opened("example:iij-2020")
    start = window.session.document.state
    enter(window, "shares.issued", "1,000")
    enter(window, "split.new", "3")
    enter(window, "prices.share", "12x")
    assert window.session.book.results.value("shares.issued_after") == 3000
    editor = field(window, "prices.share")
    for _ in range(3):  # a run of keystrokes in one field is one step
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.document.state == start
    assert not window.session.document.can_undo
    press(window, "redo")
    assert window.session.scenario.shares.issued == 1000


def test_save_cannot_overwrite_the_example(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    enter(window, "split.new", "3")
    file = tmp_path / "copy.bunkatsu"
    when_asked(name(file))
    press(window, "save")
    assert file.is_file()
    assert window.session.path == file


@pytest.mark.parametrize(
    ("button", "closed"), [(QMessageBox.StandardButton.Discard, True), (QMessageBox.StandardButton.Cancel, False)]
)
def test_unsaved_changes_are_asked_about(opened: Opened, button: QMessageBox.StandardButton, closed: bool) -> None:
    window = opened("example:iij-2020")
    enter(window, "split.new", "3")
    when_asked(answer(button))
    assert window.close() is closed


@pytest.mark.parametrize("button", [QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Cancel])
def test_what_another_window_saved_is_not_replaced_without_a_question(
    opened: Opened, qtbot: QtBot, tmp_path: Path, button: QMessageBox.StandardButton
) -> None:
    file = tmp_path / "event.bunkatsu"
    window = opened(None)
    enter(window, "split.new", "2")
    when_asked(name(file))
    assert window.documents.save()
    with qtbot.waitActive(window):  # the dialog had the focus
        window.activateWindow()
    enter(window, "split.new", "3")
    assert window.documents.save()  # nobody is asked about what this window wrote
    elsewhere = file.read_text("utf-8").replace('"3"', '"30"')
    file.write_text(elsewhere, "utf-8")
    enter(window, "split.new", "4")
    when_asked(answer(button))
    saved = button == QMessageBox.StandardButton.Save
    assert window.documents.save() is saved
    assert (file.read_text("utf-8") == elsewhere) is not saved
    assert window.session.document.modified is not saved


def test_a_file_that_cannot_be_read_changes_nothing(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    start = window.session.document.state
    broken = tmp_path / "broken.bunkatsu"
    broken.write_text('{"format": "bunkatsu", "version": 1, "terms": {"shares": {"issued": -1}}}', encoding="utf-8")
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        dialog.accept()

    when_asked(read)
    assert not window.documents.load(str(broken))
    assert "terms.shares.issued" in said[0]
    assert window.session.document.state is start


def test_export_writes_what_is_on_the_screen(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    enter(window, "shares.issued", "1,000")
    file = tmp_path / "out.xlsx"

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectNameFilter(dialog.nameFilters()[2])  # both languages
        name(file)(dialog)

    when_asked(choose)
    with qtbot.waitSignal(window.exporting.ended, timeout=30_000):
        press(window, "export")
    book = load_workbook(file, data_only=True)
    assert book.sheetnames[:3] == ["概要 Summary", "入力 Inputs", "株式数 Shares"]
    title, place = next(iter(book.defined_names["shares.issued_after"].destinations))
    assert book[title][place].value == 2000


def test_the_fields_are_called_as_the_event_has_it(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.set_language("ja")
    QApplication.processEvents()

    def label(path: str) -> str:
        editor = field(window, path)
        buddy = next(one for one in window.form.findChildren(QLabel) if one.buddy() is editor)
        assert editor.accessibleName().startswith(buddy.accessibleName())
        return buddy.accessibleName()

    fields = ("shares.authorized_after", "announced.shares.issued_after", "announced.shares.increase")
    assert list(map(label, fields)) == ["分割後の発行可能株式総数", "分割後の発行済株式総数", "増加する株式数"]
    enter(window, "split.old", "10")
    assert list(map(label, fields)) == ["併合後の発行可能株式総数", "併合後の発行済株式総数", "減少する株式数"]
    enter(window, "split.old", "1")
    window.session.edit("schedule.market", "XNYS")
    assert label("schedule.effective_date") == "新株交付日"


def test_a_file_is_looked_for_in_a_folder_that_is_there(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    window.session.path = tmp_path / "gone" / "too" / "a.bunkatsu"
    asked: list[tuple[Path, list[str]]] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        asked.append((Path(dialog.directory().absolutePath()), dialog.findChildren(QLineEdit)[0].text().split()))
        dialog.reject()

    when_asked(act)
    press(window, "open")
    assert asked == [(tmp_path, [])]


def test_a_new_scenario_is_empty_and_says_how_to_begin(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.session.go_to("shares.increase")
    window.session.go_to("prices.share")
    press(window, "new")
    assert window.session.scenario == Scenario()
    assert window.results.count() == 1
    assert field(window, "split.old").hasFocus()
    assert window.form.verticalScrollBar().value() == 0
    press(window, "example")
    assert window.session.book.results == calculate(window.session.scenario, calendars=calendars())
    assert window.session.scenario.split.new == Decimal(2)
