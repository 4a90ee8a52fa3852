"""A person reads an announcement: pasted, dropped or opened, looked at, corrected, and taken over in one step."""

import os
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.scenario import Scenario
from desktop.notice import reading
from desktop.presentation.review_lines import Item
from desktop.ui.main_window import MainWindow
from desktop.ui.review import loading
from desktop.ui.review.dialog import ReviewDialog
from desktop.ui.review.fields import FieldList
from desktop.ui.review.text import ReviewText
from tests.stories.conftest import Opened, answer, enter, field, name, when_asked

TEXT = """株式会社青葉機械
コード番号　7654　東証プライム
株式分割及び定款の一部変更に関するお知らせ
当社は、2031年3月14日開催の取締役会において、株式分割を行うことを決議いたしました。
2031年4月30日を基準日として、普通株式１株につき３株の割合をもって分割いたします。
株式分割前の発行済株式総数　20,000,000株
株式分割により増加する株式数　40,000,000株
株式分割後の発行済株式総数　60,000,000株
株式分割後の発行可能株式総数　90,000,000株
基準日公告日　2031年4月15日
基準日　2031年4月30日
効力発生日　2031年5月1日
第1回新株予約権　調整前行使価額　1,500円　調整後行使価額　500円
第2回新株予約権　調整前行使価額　2,400円　調整後行使価額　800円
"""
WRONG = TEXT.replace("60,000,000", "61,000,000")
PAGE = "<html><body><p>" + TEXT.replace("\n", "</p><p>") + "</p></body></html>"
OTHER = "当社は、自己株式の取得を行うことを決議いたしましたので、お知らせいたします。\n" * 9
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def mime(text: str = "", page: str = "", files: tuple[Path, ...] = ()) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if page:
        data.setHtml(page)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    return data


def copy(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)


def drop(widget: QWidget, data: QMimeData) -> None:
    """Drag something over a window and let it fall."""
    actions, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag = QDragEnterEvent(QPoint(40, 40), actions, data, button, none)
    QApplication.sendEvent(widget, drag)
    assert drag.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(40, 40), actions, data, button, none))


def dialog_of(window: MainWindow) -> ReviewDialog:
    found = [one for one in window.findChildren(ReviewDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def is_idle(window: MainWindow) -> bool:
    return not dialog_of(window)._loading.is_running  # nothing on the screen says it better


def settled(window: MainWindow, qtbot: QtBot) -> ReviewDialog:
    """The review once nothing is being read any more."""
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: is_idle(window), timeout=10_000)
    return dialog


def reviewed(window: MainWindow, qtbot: QtBot, text: str = TEXT) -> ReviewDialog:
    """The review of an announcement that was pasted with Ctrl+Shift+V."""
    copy(mime(text))
    window.actions_list.by_name["read_clipboard"].trigger()
    dialog = settled(window, qtbot)
    QTest.qWaitForWindowActive(dialog)
    assert fields_of(dialog).hasFocus()
    return dialog


def fields_of(dialog: ReviewDialog) -> FieldList:
    found = dialog.findChild(FieldList, "review.fields")
    assert isinstance(found, FieldList)
    return found


def text_of(dialog: ReviewDialog) -> ReviewText:
    found = dialog.findChild(ReviewText, "review.text")
    assert isinstance(found, ReviewText)
    return found


def problem_of(dialog: ReviewDialog) -> str:
    label = dialog.findChild(QLabel, "review.problem")
    assert label is not None
    return label.text() if label.isVisible() else ""


def lines(dialog: ReviewDialog) -> list[str]:
    """Every line as a screen reader says it."""
    model = fields_of(dialog).lines
    return [str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in model.all()]


def go_to(dialog: ReviewDialog, path: str) -> QModelIndex:
    """Move down with the arrow key until a value is the current line."""
    fields = fields_of(dialog)
    fields.setFocus()
    QTest.keyClick(fields, Qt.Key.Key_Home)
    for _ in range(200):
        if fields.lines.path_of(fields.currentIndex()) == path and isinstance(
            fields.lines.line(fields.currentIndex()), Item
        ):
            return fields.currentIndex()
        QTest.keyClick(fields, Qt.Key.Key_Down)
    raise AssertionError(path)


def type_in(dialog: ReviewDialog, text: str) -> None:
    """Type over the current value and press Enter."""
    fields = fields_of(dialog)
    QTest.keyClick(fields, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.selectedText() == editor.text()
    assert editor.palette().highlight().color() == QApplication.palette().highlight().color()  # can be seen
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def take(dialog: ReviewDialog) -> None:
    QTest.keyClick(fields_of(dialog), Qt.Key.Key_Return)


def is_read(scenario: Scenario) -> bool:
    return scenario.shares.issued == 20_000_000 and scenario.split.new == Decimal(3)


# -- the ways in


def asked(window: MainWindow) -> ReviewDialog:
    """The dialog that asks for an announcement."""
    window.actions_list.by_name["read"].trigger()
    dialog = dialog_of(window)
    for _ in range(200):
        if dialog.isActiveWindow() and dialog.isAncestorOf(QApplication.focusWidget() or window):
            return dialog
        QTest.qWait(10)
    raise AssertionError("the dialog has no focus")


def by_menu_and_paste(window: MainWindow, tmp_path: Path) -> None:
    copy(mime(TEXT))
    QTest.keyClick(asked(window), Qt.Key.Key_V, CTRL)


def by_button(window: MainWindow, tmp_path: Path) -> None:
    copy(mime(TEXT))
    asked(window)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)  # pasting is the first thing that is offered
    QTest.keyClick(focus, Qt.Key.Key_Space)


def by_paste_on_the_window(window: MainWindow, tmp_path: Path) -> None:
    copy(mime(TEXT))
    window.results.tabBar().setFocus()
    QTest.keyClick(window.results.tabBar(), Qt.Key.Key_V, CTRL)


def by_page_on_the_clipboard(window: MainWindow, tmp_path: Path) -> None:
    copy(mime(page=PAGE))
    window.actions_list.by_name["read_clipboard"].trigger()


def by_dropped_text(window: MainWindow, tmp_path: Path) -> None:
    drop(window, mime(TEXT))


def by_dropped_page(window: MainWindow, tmp_path: Path) -> None:
    drop(window, mime(page=PAGE))


def by_dropped_file(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "お知らせ.txt"
    file.write_bytes(TEXT.encode("cp932"))
    drop(window, mime(files=(file,)))


def by_dropped_page_file(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "notice.HTML"
    file.write_text(PAGE, encoding="utf-8")
    drop(window, mime(files=(file,)))


def by_drop_on_the_review(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text(TEXT, encoding="utf-16")
    drop(asked(window), mime(files=(file,)))


def by_file(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text(TEXT, encoding="utf-8")
    dialog = asked(window)
    when_asked(name(file))
    dialog.ask_for_file()


WAYS = (
    by_menu_and_paste, by_button, by_paste_on_the_window, by_page_on_the_clipboard, by_dropped_text, by_dropped_page,
    by_dropped_file, by_dropped_page_file, by_drop_on_the_review, by_file,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_an_announcement_comes_in(
    opened: Opened, qtbot: QtBot, tmp_path: Path, way: Callable[[MainWindow, Path], None]
) -> None:
    window = opened(None)
    way(window, tmp_path)
    dialog = settled(window, qtbot)
    assert window.session.scenario == Scenario()  # nothing is taken over before it has been seen
    take(dialog)
    assert not dialog.isVisible()
    assert is_read(window.session.scenario)


def test_a_long_text_is_no_value_and_a_short_one_no_announcement(opened: Opened, qtbot: QtBot) -> None:
    window = opened("example:iij-2020")
    copy(mime("1,234"))
    window.results.tabBar().setFocus()
    QTest.keyClick(window.results.tabBar(), Qt.Key.Key_V, CTRL)
    assert not window.findChildren(ReviewDialog)
    copy(mime(TEXT))
    editor = enter(window, "company.name", "")
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert not window.findChildren(ReviewDialog)
    assert editor.text().startswith("株式会社青葉機械")
    qtbot.wait(1)


def test_a_scenario_that_is_dropped_is_opened(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    file = tmp_path / "copy.bunkatsu"
    when_asked(name(file))
    window.actions_list.by_name["save_as"].trigger()
    again = opened(None)
    drop(again, mime(files=(file,)))
    assert again.session.path == file
    assert not again.findChildren(ReviewDialog)


# -- looking at it


def test_text_and_values_move_together(opened: Opened, qtbot: QtBot) -> None:
    dialog = reviewed(opened(None), qtbot)
    fields, text = fields_of(dialog), text_of(dialog)
    go_to(dialog, "shares.issued")
    assert text.textCursor().selectedText() == "20,000,000株"
    QTest.keyClick(fields, Qt.Key.Key_Down)
    assert text.textCursor().selectedText() == "90,000,000株"
    QTest.keyClick(fields, Qt.Key.Key_F6)
    assert text.hasFocus()
    cursor = text.textCursor()
    cursor.setPosition(TEXT.index("2031年5月1日") + 3)
    text.setTextCursor(cursor)
    assert fields.lines.path_of(fields.currentIndex()) == "schedule.effective_date"
    QTest.keyClick(text, Qt.Key.Key_F6)
    assert fields.hasFocus()


def test_every_value_has_its_passage(opened: Opened, qtbot: QtBot) -> None:
    dialog = reviewed(opened(None), qtbot)
    fields, text = fields_of(dialog), text_of(dialog)
    seen = 0
    for index in fields.lines.all():
        if isinstance(fields.lines.line(index), Item):
            fields.setCurrentIndex(index)
            assert text.textCursor().selectedText() in TEXT
            assert text.textCursor().hasSelection()
            seen += 1
    assert seen > 15


def test_what_is_to_be_settled_comes_first_and_shows_its_passages(opened: Opened, qtbot: QtBot) -> None:
    dialog = reviewed(opened(None), qtbot, WRONG)
    said = lines(dialog)
    assert said[0] == "To settle first"
    assert said[1] == "The printed counts do not add up: 20,000,000 and 40,000,000 do not make 61,000,000."
    text, fields = text_of(dialog), fields_of(dialog)
    assert text.textCursor().selectedText() == "20,000,000株"
    shown = [one.cursor.selectedText() for one in text.extraSelections()[-3:]]
    assert sorted(shown) == ["20,000,000株", "40,000,000株", "61,000,000株"]
    QTest.keyClick(fields, Qt.Key.Key_Down)
    assert fields.lines.path_of(fields.currentIndex()) == "doubt[1]"


def test_what_would_change_is_said_before_and_after(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    enter(window, "shares.issued", "19,000,000")
    enter(window, "split.new", "3")
    dialog = reviewed(window, qtbot)
    assert "Issued shares: 19,000,000 → 20,000,000, changes" in lines(dialog)
    assert "Shares after: 3, as it is" in lines(dialog)
    assert "Effective date: 2031-05-01, new" in lines(dialog)


def test_a_text_that_cannot_be_read_yet_is_shown_as_what_is_there(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    enter(window, "shares.issued", "19,0x")
    dialog = reviewed(window, qtbot)
    assert "Issued shares: 19,0x → 20,000,000, changes" in lines(dialog)
    take(dialog)
    assert window.session.document.drafts == {}
    assert field(window, "shares.issued").text() == "20,000,000"


# -- deciding


def test_taking_over_is_one_step(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    enter(window, "shares.issued", "19,000,000")
    before = window.session.document.state
    take(reviewed(window, qtbot))
    after = window.session.document.state
    assert is_read(after.scenario)
    assert [series.name for series in after.scenario.options] == ["第1回新株予約権", "第2回新株予約権"]
    window.actions_list.by_name["undo"].trigger()
    assert window.session.document.state == before
    window.actions_list.by_name["redo"].trigger()
    assert window.session.document.state == after


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, None])
def test_leaving_changes_nothing(opened: Opened, qtbot: QtBot, leave: Qt.Key | None) -> None:
    window = opened("example:iij-2020")
    before = window.session.document.state
    dialog = reviewed(window, qtbot)
    go_to(dialog, "shares.issued")
    type_in(dialog, "5")
    if leave is None:
        dialog.close()
    else:
        QTest.keyClick(fields_of(dialog), leave)
    assert not dialog.isVisible()
    assert window.session.document.state is before
    assert not window.session.document.can_undo


def test_one_value_is_left_out_and_one_is_corrected(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    dialog = reviewed(window, qtbot)
    go_to(dialog, "schedule.notice_date")
    QTest.keyClick(fields_of(dialog), Qt.Key.Key_Space)
    go_to(dialog, "shares.authorized_after")
    type_in(dialog, "8000man")
    assert any("cannot be read" in line for line in lines(dialog))
    type_in(dialog, "80,000,000")
    assert "Authorised after: 80,000,000, edited" in lines(dialog)
    take(dialog)
    scenario = window.session.scenario
    assert is_read(scenario)
    assert scenario.schedule.notice_date is None
    assert scenario.shares.authorized_after == 80_000_000
    marked = {mark.path for mark in window.session.document.source.marks}  # type: ignore[union-attr]
    assert "shares.issued" in marked
    assert not marked & {"schedule.notice_date", "shares.authorized_after"}  # these are not what stands there


def test_digits_begin_to_edit(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    dialog = reviewed(window, qtbot)
    go_to(dialog, "shares.issued")
    QTest.keyClick(fields_of(dialog), Qt.Key.Key_7)
    editor = dialog.findChild(QLineEdit, "review.value")
    assert editor is not None
    assert editor.text() == "7"
    QTest.keyClick(editor, Qt.Key.Key_Escape)  # leaves the editor, not the review
    assert dialog.isVisible()
    assert "Issued shares: 20,000,000, new" in lines(dialog)


def test_nothing_or_all(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    dialog = reviewed(window, qtbot)
    button = dialog.findChild(QPushButton, "review.take_over")
    assert button is not None
    everything = button.text()
    QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not button.isEnabled())
    take(dialog)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(button.isEnabled)
    assert button.text() == everything == "Take over 19 values"


def test_another_company_begins_afresh_and_undo_brings_the_first_back(opened: Opened, qtbot: QtBot) -> None:
    window = opened("example:iij-2020")
    before = window.session.document.state
    dialog = reviewed(window, qtbot)
    afresh = dialog.findChild(QCheckBox, "review.afresh")
    assert afresh is not None
    assert afresh.isChecked()
    take(dialog)
    assert window.session.scenario.adr.depositary is None
    assert is_read(window.session.scenario)
    window.session.undo()
    assert window.session.document.state == before


def test_the_same_company_keeps_what_the_announcement_does_not_say(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    enter(window, "company.code", "7654")
    enter(window, "shares.treasury", "1,000")
    dialog = reviewed(window, qtbot)
    afresh = dialog.findChild(QCheckBox, "review.afresh")
    assert afresh is not None
    assert not afresh.isChecked()
    take(dialog)
    assert window.session.scenario.shares.treasury == 1000
    assert is_read(window.session.scenario)


def test_a_file_with_changes_is_asked_about_before_it_is_left(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    file = tmp_path / "mine.bunkatsu"
    when_asked(name(file))
    window.actions_list.by_name["save_as"].trigger()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    enter(window, "shares.treasury", "1,000")
    before = window.session.document.state
    dialog = reviewed(window, qtbot)
    when_asked(answer(QMessageBox.StandardButton.Cancel))
    take(dialog)
    assert dialog.isVisible()
    assert window.session.document.state is before
    when_asked(answer(QMessageBox.StandardButton.Discard))
    take(dialog)
    assert is_read(window.session.scenario)
    assert window.session.path is None  # saving cannot overwrite the file of another company


def test_text_and_marks_are_saved(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(None)
    take(reviewed(window, qtbot))
    file = tmp_path / "aoba.bunkatsu"
    when_asked(name(file))
    window.actions_list.by_name["save"].trigger()
    again = opened(str(file))
    source = again.session.document.source
    assert source == window.session.document.source
    assert source is not None
    passages = {mark.path: source.text[mark.start : mark.end] for mark in source.marks}
    assert passages["shares.issued"] == "20,000,000株"
    assert passages["options[1].exercise_price"] == "2,400円"
    assert again.session.scenario == window.session.scenario


# -- what cannot be read


BAD = {
    "nothing": ("", "there is no text in it"),
    "something else": (OTHER, "announces no stock split"),
    "formula": ("=1+1\n" * 9, "announces no stock split"),
    "path": ("../../etc/passwd\nC:\\Windows\n\n", "announces no stock split"),
    "control characters": ("\x01\x02\x03\x07\x1b" * 99, "neither text"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_announcement_is_said_and_fills_nothing(opened: Opened, qtbot: QtBot, kind: str) -> None:
    window = opened("example:iij-2020")
    before = window.session.document.state
    text, sentence = BAD[kind]
    copy(mime(text))
    window.actions_list.by_name["read_clipboard"].trigger()
    dialog = settled(window, qtbot)
    assert sentence in problem_of(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.session.document.state is before
    copy(mime(TEXT))
    QTest.keyClick(dialog, Qt.Key.Key_V, CTRL)  # the next one is tried at once
    settled(window, qtbot)
    assert fields_of(dialog).isVisible()


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        ("damaged.pdf", b"%PDF-1.7\nnothing of a PDF", "damaged"),
        ("empty.txt", b"", "there is no text in it"),
        ("noise.txt", bytes(range(256)) * 40, "neither text"),
        ("missing.txt", None, "missing.txt"),
    ],
)
def test_bad_files_are_named(  # noqa: PLR0917  # a case has four parts
    opened: Opened, qtbot: QtBot, tmp_path: Path, file: str, content: bytes | None, sentence: str
) -> None:
    window = opened(None)
    path = tmp_path / file
    if content is not None:
        path.write_bytes(content)
    drop(window, mime(files=(path,)))
    dialog = settled(window, qtbot)
    assert sentence in problem_of(dialog)
    assert window.session.scenario == Scenario()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("ending", ["txt", "bunkatsu", "xlsx", "csv"])
def test_a_pipe_that_nobody_fills_is_not_waited_for(opened: Opened, qtbot: QtBot, tmp_path: Path, ending: str) -> None:
    window = opened(None)
    pipe = tmp_path / f"pipe.{ending}"
    os.mkfifo(pipe)
    said: list[str] = []

    def dismiss(box: QWidget) -> None:
        said.append(cast("QMessageBox", box).informativeText())
        box.close()

    if ending in {"bunkatsu", "xlsx"}:
        when_asked(dismiss)
    drop(window, mime(files=(pipe,)))
    if ending == "txt":
        said.append(problem_of(settled(window, qtbot)))
    elif ending == "csv":
        notice = window.session.notice
        said.append(window.session.locale.text(notice) if notice else "")
    assert said == [f"pipe.{ending}: this is a pipe or a device, not a file"]


# -- while it is read


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A reader that waits until it is let go on."""
    go_on = Event()

    def slowly(text: str) -> object:
        go_on.wait(20)
        return reading.read(text)

    monkeypatch.setattr(loading, "read", slowly)
    yield go_on.set
    go_on.set()


def test_the_window_lives_while_it_is_read_and_it_can_be_stopped(
    opened: Opened, qtbot: QtBot, held: Callable[[], None]
) -> None:
    window = opened("example:iij-2020")
    copy(mime(TEXT))
    window.actions_list.by_name["read_clipboard"].trigger()
    dialog = dialog_of(window)
    assert not is_idle(window)
    assert problem_of(dialog) == "Reading Pasted text…"
    window.set_language("ja")  # everything else goes on
    QApplication.processEvents()
    assert problem_of(dialog) == "貼り付けたテキストを読み取っています…"
    stop = next(one for one in dialog.findChildren(QPushButton) if one.text() == "中止")
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert is_idle(window)
    assert not stop.isVisible()
    held()
    qtbot.wait(50)
    assert not fields_of(dialog).isVisible()  # what was stopped does not come up later
    assert not window.session.document.can_undo


def test_the_pages_of_a_pdf_are_counted(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "pages.pdf"
    writer = QPdfWriter(str(file))
    painter = QPainter(writer)
    for number in range(5):
        if number:
            writer.newPage()
        painter.drawText(900, 900, "Each share will be split into three shares." if number == 2 else "A page.")
    painter.end()
    window = opened(None)
    dialog = asked(window)
    said = list[str]()
    dialog._loading.progressed.connect(lambda *_: said.append(problem_of(dialog)))  # each comes and goes
    drop(dialog, mime(files=(file,)))
    settled(window, qtbot)
    assert said == [f"Reading pages.pdf: page {number} of 5" for number in range(1, 6)]
    assert fields_of(dialog).isVisible()
    take(dialog)
    assert window.session.scenario.split.new == Decimal(3)


def test_closing_does_not_wait_for_a_drive_that_is_gone(
    opened: Opened, qtbot: QtBot, held: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "PATIENCE", 0.1)
    window = opened(None)
    copy(mime(TEXT))
    window.actions_list.by_name["read_clipboard"].trigger()
    began = time.monotonic()
    assert window.close()
    assert time.monotonic() - began < 10  # the reader is held for twenty seconds
    held()


def test_leaving_does_not_wait_for_the_reader(opened: Opened, qtbot: QtBot, held: Callable[[], None]) -> None:
    window = opened("example:iij-2020")
    copy(mime(TEXT))
    window.actions_list.by_name["read_clipboard"].trigger()
    dialog = dialog_of(window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    held()
    qtbot.wait(50)
    assert not window.findChildren(ReviewDialog) or not any(
        one.isVisible() for one in window.findChildren(ReviewDialog)
    )


# -- both languages


def test_the_language_switches_in_the_open_review(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    dialog = reviewed(window, qtbot, WRONG)
    go_to(dialog, "schedule.notice_date")
    QTest.keyClick(fields_of(dialog), Qt.Key.Key_Space)
    english = lines(dialog)
    current = fields_of(dialog).currentIndex()
    QTest.keyClick(fields_of(dialog), Qt.Key.Key_L, CTRL | SHIFT)
    assert window.session.locale.language == "ja"
    QApplication.processEvents()
    japanese = lines(dialog)
    assert dialog.windowTitle() == "開示資料の読取り"
    assert japanese[0] == "先に確認を要する事項"
    assert any(line.startswith("基準日公告日：2031/04/15（対象外）") for line in japanese)
    assert len(japanese) == len(english)
    assert fields_of(dialog).currentIndex() == current
    buttons = {one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()}
    assert "18項目を取り込む" in buttons
    assert all(not text.isascii() for text in buttons)
    QTest.keyClick(fields_of(dialog), Qt.Key.Key_L, CTRL | SHIFT)
    assert lines(dialog) == english


def test_everything_is_reached_by_tab(opened: Opened, qtbot: QtBot) -> None:
    window = opened("example:iij-2020")
    dialog = reviewed(window, qtbot)
    reached = set[QWidget]()
    for _ in range(20):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = [*dialog.findChildren(QPushButton), *dialog.findChildren(QCheckBox), fields_of(dialog), text_of(dialog)]
    assert {one for one in wanted if one.isVisible() and one.isEnabled()} <= reached
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in reached)


def test_in_a_small_window_what_is_given_stands_beside_what_was_read(
    opened: Opened, qtbot: QtBot, language: str
) -> None:
    window = opened("example:iij-2020")
    window.set_language(language)
    dialog = reviewed(window, qtbot)
    empty = next(box for box in dialog.findChildren(QCheckBox) if box.isVisible())
    empty.setChecked(False)
    dialog.resize(1000, 660)
    QApplication.processEvents()
    fields = fields_of(dialog)
    figures = [
        index
        for index in fields.lines.all()
        if isinstance(line := fields.lines.line(index), Item) and line.now is not None and not isinstance(line.now, str)
    ]
    assert len(figures) > 8
    assert len({fields.visualRect(index).height() for index in figures if not fields.visualRect(index).isNull()}) == 1
