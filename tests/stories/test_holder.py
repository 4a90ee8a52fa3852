"""A shareholder types an announcement with its dividends, and two lots, by the keyboard alone."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.dividends import Dividend
from desktop.domain.holdings import Lot
from desktop.domain.scenario import Scenario
from desktop.ui.form.row_table import RowTable
from desktop.ui.main_window import MainWindow
from tests.stories.conftest import Opened

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def type_(text: str) -> None:
    """Type where the focus is; Japanese comes through the input method."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(focused(), event)


def tab_to(name: str) -> None:
    """Press Tab until the focus is where it should be."""
    for _ in range(60):
        if focused().objectName() == name:
            return
        key(Qt.Key.Key_Tab, CTRL if isinstance(focused(), RowTable) else Qt.KeyboardModifier.NoModifier)
    raise AssertionError(f"{name} cannot be reached: {focused().objectName()}")


def row(*cells: str) -> None:
    """Type a row cell by cell; Tab goes on to the next cell, and at last to the line that adds a row."""
    for cell in cells:
        if cell:
            type_(cell)
        key(Qt.Key.Key_Tab)


def typed(window: MainWindow) -> None:
    """The whole announcement, from the ratio to the last lot."""
    tab_to("split.old")
    type_("1:2")
    tab_to("schedule.record_date")
    type_("2020-12-31")
    tab_to("shares.issued")
    type_("46,734,600")
    tab_to("section.dividends")
    key(Qt.Key.Key_Return)
    tab_to("dividends")
    row("Interim", "FY2020", "2020-09-30", "", "20.50", "17.00", "")
    row("Year-end", "FY2020", "2021-03-31", "", "10.25", "17.00", "")
    tab_to("announced.dividends.total[FY2020]")
    type_("30.75")
    tab_to("section.holdings")
    key(Qt.Key.Key_Return)
    tab_to("holdings")
    row("楽天証券", "", "", "2018-05-01", "250", "2150", "")
    row("Schwab", "foreign", "ADR", "2020/03/02", "20", "11.25", "")


TYPED = Scenario(
    dividends=(
        Dividend("Interim", "FY2020", date(2020, 9, 30), None, Decimal("20.50"), Decimal("17.00")),
        Dividend("Year-end", "FY2020", date(2021, 3, 31), None, Decimal("10.25"), Decimal("17.00")),
    ),
    holdings=(
        Lot("楽天証券", None, None, date(2018, 5, 1), Decimal(250), Decimal(2150)),
        Lot("Schwab", "foreign", "adr", date(2020, 3, 2), Decimal(20), Decimal("11.25")),
    ),
    announced={"dividends.total[FY2020]": Decimal("30.75")},
)


def test_an_announcement_and_two_lots_by_keyboard_alone(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.actions_list.by_name["new"].trigger()
    start = window.session.document.state
    window.form.focus_last()
    typed(window)
    found = window.session.scenario
    assert (found.dividends, found.holdings, found.announced) == (TYPED.dividends, TYPED.holdings, TYPED.announced)
    assert window.session.book.value("shares.issued_after") == 93_469_200
    assert window.session.book.results.column("holdings[].currency") == ["JPY", "USD"]
    end = window.session.document.state
    steps = 0
    while window.session.document.can_undo:
        key(Qt.Key.Key_Z, CTRL)
        steps += 1
        assert steps < 100
    assert window.session.document.state == start
    for _ in range(steps):
        window.actions_list.by_name["redo"].trigger()
    assert window.session.document.state == end


def test_a_language_switch_in_the_middle_keeps_the_draft_in_a_cell(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.session.go_to("dividends[1].amount")
    type_("10.2x")
    key(Qt.Key.Key_L, CTRL | SHIFT)
    assert window.session.locale.language == "ja"
    editor = focused()
    assert editor.objectName() == "dividends[1].amount"
    assert editor.text() == "10.2x"  # type: ignore[attr-defined]  # a line edit
    key(Qt.Key.Key_Backspace)
    type_("5")
    key(Qt.Key.Key_Return)
    assert window.session.scenario.dividends[1].amount == Decimal("10.25")
    assert window.session.book.drafts == {}


def test_the_example_tells_what_was_announced_of_dividends(opened: Opened) -> None:
    for language, label in (("en", "Interim"), ("ja", "中間")):
        window = opened(None)
        window.set_language(language)
        window.documents.load("example:iij-2020")
        interim, year_end = window.session.scenario.dividends
        assert (interim.label, interim.amount, interim.previous) == (label, Decimal("20.50"), Decimal("17.00"))
        assert (year_end.record_date, year_end.amount) == (date(2021, 3, 31), Decimal("10.25"))
        assert window.session.scenario.prices.share == Decimal(5290)
        assert window.session.scenario.holdings == ()
