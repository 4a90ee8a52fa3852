"""The list of checks, their counts and marks, and the way from a check to its field."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.holdings import Lot
from desktop.presentation.findings import Group
from desktop.presentation.sections import SHEETS
from desktop.ui import settings
from desktop.ui.app import open_window
from desktop.ui.main_window import MainWindow
from desktop.ui.results.check_counts import CheckCounts
from desktop.ui.results.check_summary import FindingLine
from desktop.ui.results.checks import CheckList
from desktop.ui.results.summary import SummaryPage
from desktop.ui.status import StatusBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen, at every popup


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    settings.remember_language("en")
    window = open_window("example:iij-2020")
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.session.inspect()
    yield window
    QGuiApplication.clipboard().clear()
    window.session.document.mark_saved()
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def shown(window: MainWindow) -> CheckList:
    """The list, brought forward."""
    window.session.go_to("checks")
    QApplication.processEvents()
    view = window.findChild(CheckList, "results.checks")
    assert isinstance(view, CheckList)
    return view


def row_of(view: CheckList, check: str) -> QModelIndex:
    model = view._model
    for group in range(model.rowCount()):
        top = model.index(group, 0)
        for row in range(model.rowCount(top)):
            index = model.index(row, 0, top)
            finding = model.finding(index)
            if finding is not None and finding.check.id == check:
                return index
    raise AssertionError(check)


def titles(view: CheckList) -> dict[Group | None, bool]:
    """The groups in their order, and whether each is open."""
    model = view._model
    tops = (model.index(n, 0) for n in range(model.rowCount()))
    return {model.group(top): view.isExpanded(top) for top in tops}


def buttons(window: MainWindow, owner: type[QWidget]) -> list[str]:
    holder = window.findChild(owner)
    assert holder is not None
    return [b.text() for c in holder.findChildren(CheckCounts) for b in c.findChildren(QPushButton) if b.isVisible()]


def test_trouble_comes_first_and_what_is_open_or_beside_the_point_is_folded(window: MainWindow) -> None:
    assert titles(shown(window)) == {
        Group.LOOK_AT: True, Group.UNDECIDED: False, Group.NOTES: True, Group.HOLDS: True, Group.NOT_APPLICABLE: False,
    }  # fmt: skip


def test_a_click_goes_to_the_field(window: MainWindow) -> None:
    view = shown(window)
    place = view.visualRect(row_of(view, "C05")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "shares.authorized_after"


def test_enter_goes_to_the_cell_of_the_row_that_differs(window: MainWindow) -> None:
    window.session.type("options[3].announced_shares_per_right", "401")
    view = shown(window)
    view.setCurrentIndex(row_of(view, "C22"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    table = window.form.table_with_focus()
    assert table is not None
    assert table.current_path() == "options[3].announced_shares_per_right"


def test_an_open_check_leads_to_the_figure_that_it_waits_for(window: MainWindow) -> None:
    view = shown(window)
    view.expandAll()
    view.setCurrentIndex(row_of(view, "C36"))
    QTest.keyClick(view, Qt.Key.Key_Enter)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "shares.treasury"


def test_the_form_comes_back_for_a_field(window: MainWindow) -> None:
    window.toggle_form()
    assert window.form.isHidden()
    view = shown(window)
    view.setCurrentIndex(row_of(view, "C13"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.form.isVisible()


def test_titles_fold_by_key_and_stay_so(window: MainWindow) -> None:
    view = shown(window)
    view.setCurrentIndex(view._model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert titles(view)[Group.LOOK_AT] is False
    window.session.type("shares.authorized_after", "151040001")  # another check fails: other rows
    shown(window)
    assert titles(view)[Group.LOOK_AT] is False
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert titles(view)[Group.LOOK_AT] is True


def test_arrows_go_through_the_list_and_left_to_the_title(window: MainWindow) -> None:
    view = shown(window)
    view.setFocus()
    view.setCurrentIndex(view._model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view._model.finding(view.currentIndex()) is not None
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view._model.group(view.currentIndex()) == Group.LOOK_AT


def test_severity_is_said_in_words(window: MainWindow) -> None:
    view = shown(window)
    read = row_of(view, "C28").data(Qt.ItemDataRole.AccessibleTextRole)
    assert read.startswith("Warning C28: Dividend “Year-end” of 10.25")
    assert "+20.59%" in read
    assert view._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Look at: 1 warning"
    assert row_of(view, "C05").data(Qt.ItemDataRole.AccessibleTextRole).startswith("Holds C05: ")


@pytest.mark.parametrize("width", [860, 1024, 1600])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_sentence_is_cut(window: MainWindow, width: int, language: str) -> None:
    window.set_language(language)
    window.resize(width, 700)
    view = shown(window)
    view.expandAll()
    QApplication.processEvents()
    for check in ("C04", "C08", "C13", "C28"):
        index = row_of(view, check)
        finding = view._model.finding(index)
        assert finding is not None
        delegate = view._delegate
        assert view.visualRect(index).height() >= sum(delegate._heights(finding))
        assert delegate._text_left() + delegate._text_width(finding) <= view.viewport().width()


def test_counts_stand_in_the_status_bar_and_on_the_summary(window: MainWindow) -> None:
    assert buttons(window, StatusBar) == ["1 warning", "1 note", "3 undecided", "21 hold"]
    assert buttons(window, SummaryPage) == ["1 warning", "1 note", "3 undecided", "21 hold"]
    line = next(line for line in window.findChildren(FindingLine) if line.isVisible())
    assert line.accessibleName().startswith("Warning C28: ")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.focusWidget(), CheckList)


def test_every_keystroke_is_checked(window: MainWindow) -> None:
    window.session.type("shares.authorized_after", "151040001")
    assert buttons(window, StatusBar)[0] == "1 error"
    window.session.undo()
    assert buttons(window, StatusBar)[0] == "1 warning"


def test_a_count_brings_the_list_forward(window: MainWindow) -> None:
    bar = window.findChild(StatusBar)
    assert bar is not None
    count = next(c for c in bar.findChildren(CheckCounts)).findChildren(QPushButton)[0]
    QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    assert window.results.currentWidget().findChild(CheckList) is not None


def test_the_tab_is_marked_in_shape_and_words(window: MainWindow) -> None:
    tabs = window.results
    last = tabs.count() - 1
    assert tabs.tabText(last) == "Checks"
    assert not tabs.tabIcon(last).isNull()
    assert tabs.tabBar().accessibleTabName(last) == "Checks: 1 warning"
    window.session.type("dividends[1].amount", "8.5")
    assert tabs.tabIcon(last).isNull()
    assert tabs.tabBar().accessibleTabName(last) == "Checks"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_all_tabs_are_in_sight_in_a_small_window(window: MainWindow, language: str) -> None:
    window.set_language(language)
    window.session.insert_rows("holdings", 0, [Lot("Midori", quantity=Decimal(100))])
    window.resize(1024, 700)
    QApplication.processEvents()
    bar = window.results.tabBar()
    assert bar.count() == len(SHEETS)
    assert bar.tabRect(bar.count() - 1).right() < bar.width()


def test_next_problem_goes_to_failing_checks_after_unreadable_fields(window: MainWindow) -> None:
    window.session.type("shares.treasury", "many")
    seen = []
    for _ in range(3):
        window.actions_list.by_name["next_problem"].trigger()
        table = window.form.table_with_focus()
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(table.current_path() if table is not None else focused.objectName())
    assert seen == ["shares.treasury", "dividends[1].amount", "shares.treasury"]


def test_an_empty_scenario_has_nothing_to_check(window: MainWindow) -> None:
    window.session.document.mark_saved()
    window.documents.begin_empty()
    assert buttons(window, StatusBar) == []
    assert "Checks" not in [window.results.tabText(n) for n in range(window.results.count())]
    assert not window.actions_list.by_name["next_problem"].isEnabled()


def test_another_language_says_everything_anew(window: MainWindow) -> None:
    view = shown(window)
    window.set_language("ja")
    QApplication.processEvents()
    assert row_of(view, "C28").data() == "「期末」の配当10.25は、前回予想17.00÷2＝8.50と異なります。"
    assert buttons(window, StatusBar) == ["警告1件", "注記1件", "判定不能3件", "整合21件"]
    assert window.results.tabBar().accessibleTabName(window.results.count() - 1) == "確認：警告1件"


def test_a_check_is_copied_in_words(window: MainWindow) -> None:
    view = shown(window)
    view.setCurrentIndex(row_of(view, "C05"))
    view.copy()
    assert QGuiApplication.clipboard().text().startswith("Holds C05: 151,040,000 authorised shares are not above")


def test_the_first_picture_does_not_wait_for_the_checks(qtbot: QtBot) -> None:
    window = open_window("example:iij-2020")
    qtbot.addWidget(window)
    assert window.session.findings == ()
    window.show()
    qtbot.waitUntil(lambda: len(window.session.findings) > 0)


def test_title_of_a_group_copies_all_of_its_checks_as_a_table(window: MainWindow) -> None:
    view = shown(window)
    model = view.model()
    title = model.index(0, 0)
    view.setCurrentIndex(title)
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().splitlines()]
    assert len(lines) == model.rowCount(title)
    assert {len(line) for line in lines} == {4}
    assert lines[0][2] == model.index(0, 0, title).data()
    assert data.html().count("<tr>") == len(lines)
