"""The window by keyboard alone: results, keys of the window inside fields, tables of the form."""

from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.domain.options import Series
from desktop.ui.app import open_window
from desktop.ui.form.breaks import HINT, bound, plain, two_lines
from desktop.ui.form.labels import FormLabel
from desktop.ui.form.pane import FormPane
from desktop.ui.form.row_table import RowTable
from desktop.ui.form.section_head import SectionHead
from desktop.ui.results.checks import CheckList
from desktop.ui.results.empty import EmptyPage
from desktop.ui.results.header import ResultHeader
from desktop.ui.results.sheet import GapLines
from desktop.ui.results.shown import Face
from desktop.ui.results.summary import SummaryPage
from desktop.ui.results.tabs import ResultTabs
from desktop.ui.results.view import ResultTable
from desktop.ui.session import Session
from tests.ui.form_parts import field, focused, shown_pane
from tests.ui.sheets import shown_sheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen, at every popup

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


@pytest.fixture
def tabs(qtbot: QtBot, example: Session) -> ResultTabs:
    tabs = ResultTabs(example, lambda: EmptyPage(example, []))
    qtbot.addWidget(tabs)
    tabs.resize(1150, 900)
    with qtbot.waitActive(tabs):
        tabs.show()
        tabs.activateWindow()
    return tabs


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused(), which, modifier)


def series(session: Session, count: int) -> None:
    rows = [Series(name=f"{n}", rights=100 + n, shares_per_right=Decimal(200)) for n in range(1, count + 1)]
    session.insert_rows("options", session.book.rows("options"), rows)


def place(table: ResultTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


# -- results


def test_results_have_a_current_cell_when_the_keyboard_comes(qtbot: QtBot, tabs: ResultTabs) -> None:
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        tabs.focus_table()
        table = focused()
        assert isinstance(table, ResultTable | CheckList)
        assert table.currentIndex().flags()
        assert table.currentIndex().column() == (1 if isinstance(table, ResultTable) else 0)


def test_another_tab_keeps_the_keyboard_in_a_table(qtbot: QtBot, tabs: ResultTabs) -> None:
    tabs.setCurrentIndex(0)
    tabs.focus_table()
    for number in (2, 3, 4, 2, 1):
        key(Qt.Key(Key.Key_0 + number), CTRL)
        table = focused()
        assert tabs.currentIndex() == number - 1
        assert isinstance(table, ResultTable)
        assert tabs.currentWidget().isAncestorOf(table)
        assert table.currentIndex().flags()


def test_arrows_pass_over_titles_in_the_same_column(qtbot: QtBot, tabs: ResultTabs) -> None:
    tabs.setCurrentIndex(1)
    tabs.focus_table()
    table = focused()
    assert isinstance(table, ResultTable)
    rows = [n for n in range(table.model().rowCount()) if table.results.row(n).kind != "group"]
    assert rows[0] == 1, "the table begins with a title"
    key(Key.Key_Right)
    seen = [table.currentIndex().row()]
    for _ in rows:
        key(Key.Key_Down)
        seen.append(table.currentIndex().row())
        assert table.currentIndex().column() == 2
    assert seen == [*rows, rows[-1]]
    for _ in range(len(rows) + 1):
        key(Key.Key_Up)
    assert place(table) == (rows[0], 2)
    key(Key.Key_Home, CTRL)
    assert place(table) == (rows[0], 0)
    for jump in (Key.Key_PageDown, Key.Key_PageUp):
        key(jump)
        assert table.currentIndex().row() in rows


def test_space_explains_at_once(qtbot: QtBot, tabs: ResultTabs) -> None:
    tabs.setCurrentIndex(1)
    tabs.focus_table()
    table = focused()
    assert isinstance(table, ResultTable)
    key(Key.Key_Right)
    key(Key.Key_Space)
    assert table.explaining.popover is not None
    table.explaining.close()


def test_a_reset_leaves_a_cell_to_start_from(qtbot: QtBot, tabs: ResultTabs, example: Session) -> None:
    tabs.setCurrentIndex(1)
    tabs.focus_table()
    table = focused()
    assert isinstance(table, ResultTable)
    tabs.set_pinned(True)
    example.edit_many([(f"announced.{p}", None) for p in example.scenario.announced])
    assert table.currentIndex().isValid()


def test_editing_brings_a_tab_forward_that_comes_later(qtbot: QtBot, session: Session) -> None:
    tabs = ResultTabs(session, lambda: EmptyPage(session, []))
    qtbot.addWidget(tabs)
    session.type("split.old", "1")
    session.type("split.new", "2")
    session.type("adr.old_adrs", "2")
    assert "ADR" not in [tabs.tabText(n) for n in range(tabs.count())]
    session.type("adr.old_shares", "1")
    session.type("adr.new_adrs", "1")
    session.type("adr.new_shares", "1")
    assert tabs.tabText(tabs.currentIndex()) == "ADR"


def test_surplus_height_stays_below_the_tables(qtbot: QtBot, example: Session) -> None:
    series(example, 3)
    example.type("options[1].rights", "")
    sheet = shown_sheet(qtbot, example, "options")
    first, second = sheet.tables
    assert first.mapTo(sheet, QPoint()).y() < 40
    lines = sheet.findChildren(GapLines)[0]
    assert lines.isVisible()
    gap = second.mapTo(sheet, QPoint()).y() - first.mapTo(sheet, QPoint(0, first.height())).y()
    assert gap < 60
    label = lines.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.y() == 0
    assert label.height() <= 2 * label.fontMetrics().height()


def test_titles_of_groups_have_room_and_long_headings_two_lines(qtbot: QtBot, example: Session) -> None:
    example.remove_rows("options", 0, example.book.rows("options"))
    row = {"rights": 1, "shares_per_right": Decimal(1), "exercise_price": Decimal(1), "face_value": Decimal(1)}
    example.insert_rows("options", 0, [Series(name=f"{n}", **row) for n in range(3)])  # type: ignore[arg-type]
    for width in (1112, 700):
        table = shown_sheet(qtbot, example, "options", width).tables[0]
        header = table.horizontalHeader()
        assert isinstance(header, ResultHeader)
        for first, last in header._groups():
            room = sum(header.sectionSize(n) for n in range(first, last + 1))
            title = table.results.group_heading(table.results.columns[first])
            assert header.look.metrics[Face.SMALL_HEAD].horizontalAdvance(title) <= room - 16
        assert header.most_lines() == 2
        assert header.height() == header.sizeHint().height()


def test_a_column_may_come_while_the_table_is_shown(qtbot: QtBot, example: Session, qapp: QApplication) -> None:
    sheet = shown_sheet(qtbot, example, "options", 500)
    for name in ("face_value", "exercise_price", "rights"):
        example.type(f"options[0].{name}", "1000000")
        sheet.resize(sheet.width() + 7, 800)
        qapp.processEvents()
    header = sheet.tables[0].horizontalHeader()
    assert isinstance(header, ResultHeader)
    assert header.height() == header.sizeHint().height()


def test_headings_follow_the_kind_of_event(qtbot: QtBot, example: Session) -> None:
    table = shown_sheet(qtbot, example, "shares").tables[0]

    def headings() -> list[str]:
        return [str(table.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(3)]

    assert headings() == ["Item", "Before", "After"]
    example.edit_many([("split.old", Decimal(2)), ("split.new", Decimal(1))])
    assert headings() == ["Item", "Before consolidation", "After consolidation"]
    header = table.horizontalHeader()
    assert isinstance(header, ResultHeader)
    assert header.look.metrics[Face.SMALL_HEAD].horizontalAdvance(headings()[2]) < header.sectionSize(2)
    example.edit_many([("split.old", Decimal(1)), ("split.new", Decimal(2))])
    assert headings() == ["Item", "Before", "After"]


def test_summary_without_figures_has_no_empty_table(qtbot: QtBot, session: Session) -> None:
    page = SummaryPage(session, EmptyPage(session, []))
    qtbot.addWidget(page)
    page.show()
    session.edit_many([("split.old", Decimal(1)), ("split.new", Decimal(2))])
    table = page.findChild(ResultTable, "results.summary")
    assert isinstance(table, ResultTable)
    assert table.isVisible() == (table.model().rowCount() > 0)
    session.type("shares.issued", "100")
    assert table.isVisible()


# -- keys of the window


def override(editor: QWidget, which: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> bool:
    """Whether the editor claims a key that the window has too."""
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, which, modifiers)
    event.ignore()
    QApplication.sendEvent(editor, event)
    return event.isAccepted()


def test_fields_leave_the_window_its_keys(qtbot: QtBot, example: Session) -> None:
    pane = shown_pane(qtbot, example)
    for keys in ("Ctrl+E", "Ctrl+D", "Ctrl+N", "F8", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A"):
        action = QAction(pane)
        action.setShortcut(QKeySequence(keys))
        pane.addAction(action)
    editor = field(pane, "shares.issued")
    assert not any(override(editor, which) for which in (Key.Key_E, Key.Key_D, Key.Key_N))
    assert not override(editor, Key.Key_F8, NONE)
    assert all(override(editor, which) for which in (Key.Key_C, Key.Key_V, Key.Key_A))


def test_a_key_of_the_window_works_in_a_field_and_in_a_cell(qtbot: QtBot, example: Session) -> None:
    series(example, 1)
    pane, done = shown_pane(qtbot, example), []
    action = QAction(pane)
    action.setShortcut(QKeySequence("Ctrl+E"))
    action.triggered.connect(lambda: done.append(1))
    pane.addAction(action)
    field(pane, "shares.issued").setFocus()
    key(Key.Key_E, CTRL)
    table = table_of(pane)
    table.setCurrentIndex(table.model().index(0, 2))
    key(Key.Key_5)
    assert isinstance(focused(), QLineEdit)
    key(Key.Key_E, CTRL)
    assert done == [1, 1]


# -- tables of the form


def table_of(pane: FormPane) -> RowTable:
    pane.set_folded([])
    table = pane.findChild(RowTable, "options")
    assert isinstance(table, RowTable)
    table.setFocus()
    return table


def in_sight(pane: FormPane, widget: QWidget, rect: QRect) -> bool:
    """Whether a part of a widget can be seen from top to bottom."""
    top = widget.mapTo(pane.viewport(), rect.topLeft()).y()
    return widget.isVisible() and top >= 0 and top + rect.height() <= pane.viewport().height()


def test_a_section_opened_at_the_bottom_comes_into_sight(qtbot: QtBot, example: Session) -> None:
    pane = shown_pane(qtbot, example)
    pane.resize(440, 500)
    head = pane.findChild(SectionHead, "section.prices")
    assert isinstance(head, SectionHead)
    head.setFocus()
    pane.ensureWidgetVisible(head)
    key(Key.Key_Return)
    first = pane.findChildren(QLineEdit, "prices.share")[0]
    assert in_sight(pane, first, first.rect())
    assert in_sight(pane, head, head.rect())


def test_the_current_cell_stays_in_sight(qtbot: QtBot, example: Session) -> None:
    series(example, 8)
    pane = shown_pane(qtbot, example)
    pane.resize(440, 300)
    table = table_of(pane)
    for row in (*range(9), 0):
        table.setCurrentIndex(table.model().index(row, 0))
        assert in_sight(pane, table, table.current_rect()), row
    QGuiApplication.clipboard().setText("a\nb\nc")
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 0))
    table.paste()
    assert in_sight(pane, table, table.current_rect())
    example.undo()
    assert in_sight(pane, table, table.current_rect())
    QGuiApplication.clipboard().clear()


def test_keys_that_leave_the_table(qtbot: QtBot, example: Session) -> None:
    series(example, 2)
    pane = shown_pane(qtbot, example)
    table = table_of(pane)
    table.setCurrentIndex(table.model().index(0, 3))
    for which, modifier, section in (
        (Key.Key_Tab, CTRL, "section.adr"),
        (Key.Key_Backtab, CTRL | SHIFT, "section.options"),
        (Key.Key_Tab, CTRL | SHIFT, "section.options"),
        (Key.Key_Escape, NONE, "section.adr"),
    ):
        table.setFocus()
        key(which, modifier)
        assert focused().objectName() == section
        assert table.tabKeyNavigation()
    table.setFocus()
    key(Key.Key_5)
    key(Key.Key_Tab, CTRL)
    assert focused().objectName() == "section.adr"
    table.setFocus()
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 0))
    key(Key.Key_Tab)
    assert focused().objectName() == "section.adr"


def test_escape_in_an_editor_stays_in_the_table(qtbot: QtBot, example: Session) -> None:
    series(example, 1)
    table = table_of(shown_pane(qtbot, example))
    table.setCurrentIndex(table.model().index(0, 2))
    key(Key.Key_5)
    key(Key.Key_Escape)
    assert focused() is table


def test_a_paste_into_the_adding_line_starts_in_the_first_column(qtbot: QtBot, session: Session) -> None:
    table = table_of(shown_pane(qtbot, session))
    table.setCurrentIndex(table.model().index(0, 2))
    QGuiApplication.clipboard().setText("第1回\t\t100")
    table.paste()
    assert session.scenario.options[0].name == "第1回"
    assert session.scenario.options[0].rights == 100
    table.setCurrentIndex(table.model().index(0, 2))
    session.undo()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 0)
    QGuiApplication.clipboard().clear()


def test_one_cell_can_be_pasted_into_the_adding_line(qtbot: QtBot, session: Session) -> None:
    series(session, 2)
    table = table_of(shown_pane(qtbot, session))
    table.setCurrentIndex(table.model().index(1, 2))
    key(Key.Key_Down)
    assert not table.shows_range()
    QGuiApplication.clipboard().setText("第3回")
    key(Key.Key_V, CTRL)
    assert [row.name for row in session.scenario.options] == ["1", "2", "第3回"]
    QGuiApplication.clipboard().clear()


def test_the_adding_line_wears_its_ring_in_any_column(qtbot: QtBot, session: Session) -> None:
    table = table_of(shown_pane(qtbot, session))
    pictures = []
    for column in (0, 2):
        table.setCurrentIndex(table.model().index(0, column))
        QApplication.processEvents()
        pictures.append(table.viewport().grab().toImage().pixelColor(3, 1))
    assert pictures[0] == pictures[1]


def test_what_is_wrong_with_a_cell_stands_below_the_table(qtbot: QtBot, example: Session) -> None:
    series(example, 2)
    example.type("options[0].rights", "abc")
    pane = shown_pane(qtbot, example)
    pane.resize(440, 500)
    assert pane.focus_next_problem()
    QApplication.processEvents()
    problem = example.problem("options[0].rights")
    assert problem is not None
    label = next(la for la in pane.findChildren(QLabel) if la.text() == example.locale.text(problem))
    assert in_sight(pane, label, label.rect())
    key(Key.Key_Down)
    assert not label.isVisible()
    key(Key.Key_Up)
    assert label.isVisible()
    example.type("options[0].rights", "5")
    assert not label.isVisible()


# -- breaks of lines


JAPANESE = f"分割後の{HINT}発行可能{HINT}株式総数"


def test_a_translation_says_where_it_may_be_broken() -> None:
    assert two_lines(JAPANESE, len) == ("分割後の", "発行可能株式総数")
    assert two_lines("付与株式数", len) == ("付与株式数",)
    assert two_lines("Face value per right", len) == ("Face value", "per right")
    assert plain(bound(JAPANESE)).replace("\u2060", "") == plain(JAPANESE)
    assert bound("付与株式数") == "付与株式数"


def test_labels_break_at_hints_alone(qtbot: QtBot) -> None:
    label = FormLabel(balanced=True)
    qtbot.addWidget(label)
    advance = label.fontMetrics().horizontalAdvance
    label.set_width(advance(plain(JAPANESE)) - 4)
    label.say(JAPANESE)
    assert label.accessibleName() == plain(JAPANESE)
    assert label.width() - label.contentsMargins().right() >= advance("発行可能株式総数")
    assert HINT in label.text()
    label.set_width(advance("分割"))
    assert HINT not in label.text(), "without room it breaks anywhere"


@pytest.mark.parametrize("column", [0, 1, 2])
def test_an_open_editor_closes_when_its_row_goes(qtbot: QtBot, column: int) -> None:
    """A new document, or undo, may take the row away under the editor: it closes, and nothing else happens."""
    app = cast("QApplication", QApplication.instance())
    window = open_window("example:iij-2020")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.form.fold_all(False)
    table = window.form.findChild(RowTable, "options")
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.model().index(9, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    app.processEvents()
    assert table.state() == QAbstractItemView.State.EditingState
    window.session.start(Document(), None)
    app.processEvents()
    assert table.model().rowCount() == 1
    window.session.insert_rows("options", 0, [Series(), Series(), Series()])
    table.setCurrentIndex(table.model().index(2, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    app.processEvents()
    window.session.undo()
    app.processEvents()
    assert window.session.scenario.options == ()
    window.session.document.mark_saved()


def with_focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_typing_that_brings_up_a_tab_loses_no_key(qtbot: QtBot) -> None:
    window = open_window("example:iij-2020")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.session.go_to("shares.treasury")
    QTest.keyClicks(with_focus(), "98765")
    assert window.session.scenario.shares.treasury == 98765
    window.form.fold_all(False)
    table = window.form.findChild(RowTable, "options")
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.model().index(5, 2))
    QTest.keyClicks(table, "9")
    QTest.keyClicks(with_focus(), "8")
    assert window.session.scenario.options[5].rights == 98
    window.session.document.mark_saved()
