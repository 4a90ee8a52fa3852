"""The table of option series: typing, pasting, filling, moving, and what undo makes of it."""

from decimal import Decimal
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.options import Series
from desktop.ui.form.editors import ChoiceEditor
from desktop.ui.form.pane import FormPane
from desktop.ui.form.row_delegate import CellEditor
from desktop.ui.form.row_table import RowTable
from desktop.ui.session import Session
from tests.ui.form_parts import compose, focused, shown_pane, switch_language

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NAME, KIND, RIGHTS, SHARES = range(4)


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    session = Session("en")
    rows = [Series(name=f"{n}", rights=100 + n, shares_per_right=Decimal(200)) for n in range(1, 6)]
    session.insert_rows("options", 0, rows)
    return session


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> FormPane:
    return shown_pane(qtbot, session)


@pytest.fixture
def table(pane: FormPane) -> RowTable:
    pane.set_folded([])
    return table_of(pane)


def table_of(pane: FormPane) -> RowTable:
    table = pane.findChild(RowTable, "options")
    assert isinstance(table, RowTable)
    table.setFocus()
    return table


def at(table: RowTable, row: int, column: int) -> None:
    table.setCurrentIndex(table.model().index(row, column))


def current(table: RowTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def select(table: RowTable, rows: range, columns: range) -> None:
    table._select(rows, columns)


def typed(qtbot: QtBot, text: str) -> None:
    """Type where the focus is, as a person does: the first key opens the editor."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def key(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def shown(table: RowTable, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def rights(session: Session) -> list[int | None]:
    return [row.rights for row in session.scenario.options]


def names(session: Session) -> list[str | None]:
    return [row.name for row in session.scenario.options]


def test_typing_replaces_a_cell_at_every_keystroke(qtbot: QtBot, table: RowTable, session: Session) -> None:
    seen: list[int | None] = []
    session.changed.connect(lambda: seen.append(session.scenario.options[1].rights))
    at(table, 1, RIGHTS)
    typed(qtbot, "1234")
    assert seen == [1, 12, 123, 1234]
    key(qtbot, Qt.Key.Key_Return)
    assert (current(table), shown(table, 1, RIGHTS)) == ((2, RIGHTS), "1,234")
    session.undo()
    assert rights(session)[1] == 102


def test_tab_moves_right_and_escape_takes_back(qtbot: QtBot, table: RowTable, session: Session) -> None:
    at(table, 0, RIGHTS)
    typed(qtbot, "77")
    key(qtbot, Qt.Key.Key_Tab)
    assert current(table) == (0, SHARES)
    typed(qtbot, "9x")
    key(qtbot, Qt.Key.Key_Escape)
    assert (session.scenario.options[0].shares_per_right, dict(session.book.drafts)) == (Decimal(200), {})
    assert rights(session)[0] == 77


def test_undo_in_an_open_cell_shows_what_was_before(qtbot: QtBot, table: RowTable) -> None:
    at(table, 0, RIGHTS)
    typed(qtbot, "77")
    key(qtbot, Qt.Key.Key_Z, CTRL)
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.text() == "101"


def test_unreadable_cells_keep_their_text(qtbot: QtBot, table: RowTable, session: Session) -> None:
    at(table, 0, RIGHTS)
    typed(qtbot, "15x")
    key(qtbot, Qt.Key.Key_Return)
    index = table.model().index(0, RIGHTS)
    assert (index.data(), session.book.drafts) == ("15x", {"options[0].rights": "15x"})
    assert "cannot be read" in index.data(Qt.ItemDataRole.ToolTipRole)
    session.remove_rows("options", 0, 1)
    session.undo()
    assert index.data() == "15x"


def test_the_line_below_the_rows_adds_one(qtbot: QtBot, table: RowTable, session: Session) -> None:
    assert shown(table, 5, NAME) == "Add a series…"
    at(table, 5, NAME)
    typed(qtbot, "6th")
    assert names(session)[5:] == ["6th"]
    key(qtbot, Qt.Key.Key_Tab)
    assert current(table) == (5, KIND)
    assert shown(table, 6, NAME) == "Add a series…"
    session.undo()
    session.undo()
    assert len(session.scenario.options) == 5


def test_escape_in_a_new_row_takes_the_row_back(qtbot: QtBot, table: RowTable, session: Session) -> None:
    at(table, 5, NAME)
    typed(qtbot, "6")
    key(qtbot, Qt.Key.Key_Escape)
    assert len(session.scenario.options) == 5
    key(qtbot, Qt.Key.Key_F2)
    key(qtbot, Qt.Key.Key_Return)
    assert len(session.scenario.options) == 5


def test_japanese_opens_the_editor_through_the_input_method(table: RowTable, session: Session) -> None:
    at(table, 0, NAME)
    compose(table, "だい", preedit=True)
    compose(table, "第10回")
    compose(focused(), "A")
    assert names(session)[0] == "第10回A"
    session.undo()
    assert names(session)[0] == "1"


@pytest.mark.parametrize("row", [0, 5])
def test_a_text_that_an_input_method_gives_at_once_replaces_a_cell(
    qtbot: QtBot, table: RowTable, session: Session, row: int
) -> None:
    """As the digits of a keypad do, which need no composing."""
    at(table, row, NAME)
    compose(table, "第")
    compose(focused(), "1")
    assert names(session)[row] == "第1"
    key(qtbot, Qt.Key.Key_Z, CTRL)
    assert names(session)[:5] == ["1", "2", "3", "4", "5"]


def test_a_choice_is_chosen_from_its_words(qtbot: QtBot, table: RowTable, session: Session) -> None:
    assert shown(table, 0, KIND) == "ordinary"
    at(table, 0, KIND)
    typed(qtbot, "one")
    assert isinstance(focused(), ChoiceEditor)
    key(qtbot, Qt.Key.Key_Return)
    assert (session.scenario.options[0].kind, shown(table, 0, KIND)) == ("one_yen", "one yen")


def test_a_language_switch_keeps_the_open_cell(qtbot: QtBot, table: RowTable, session: Session) -> None:
    at(table, 0, RIGHTS)
    typed(qtbot, "12")
    editor = QApplication.focusWidget()
    pane = table.window()
    switch_language(session, pane)
    assert QApplication.focusWidget() is editor
    assert isinstance(editor, CellEditor)
    assert editor.text() == "12"
    assert shown(table, 0, KIND) == "［ordinary］"


def test_a_block_is_pasted_in_one_step(qtbot: QtBot, table: RowTable, session: Session) -> None:
    put("first\tone yen\t１，２３４\nsecond\t\t12x\n")
    at(table, 4, NAME)
    key(qtbot, Qt.Key.Key_V, CTRL)
    assert names(session)[4:] == ["first", "second"]
    assert (session.scenario.options[4].kind, session.scenario.options[4].shares_per_right) == ("one_yen", Decimal(200))
    assert rights(session)[4:] == [1234, None]
    assert session.book.drafts == {"options[5].rights": "12x"}
    session.undo()
    assert (names(session), session.book.drafts) == (["1", "2", "3", "4", "5"], {})


def test_a_paste_leaves_drafts_beside_it(qtbot: QtBot, table: RowTable, session: Session) -> None:
    session.type("options[0].rights", "12x")
    session.type("options[0].name", "")
    put("new\n")
    at(table, 0, NAME)
    table.paste()
    assert (names(session)[0], session.book.drafts) == ("new", {"options[0].rights": "12x"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("1\t2\t3\n4\t5\n", "Nothing was pasted: row 2 has 2 cells, the first row has 3.")],
)
def test_blocks_that_do_not_fit_change_nothing(table: RowTable, session: Session, text: str, sentence: str) -> None:
    before = session.document.revision
    put(text)
    at(table, 0, KIND)
    table.paste()
    assert session.notice is not None
    assert (session.locale.text(session.notice), session.document.revision) == (sentence, before)


def test_one_cell_fills_a_selection(table: RowTable, session: Session) -> None:
    put("7")
    select(table, range(1, 4), range(RIGHTS, SHARES + 1))
    table.paste()
    assert rights(session) == [101, 7, 7, 7, 105]
    assert session.scenario.options[2].shares_per_right == 7


def test_copied_cells_can_be_pasted_back(qtbot: QtBot, table: RowTable, session: Session) -> None:
    session.edit("options[0].kind", "one_yen")
    session.edit("options[0].exercise_price", Decimal("1234.50"))
    select(table, range(2), range(6))
    key(qtbot, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "1\tone yen\t101\t200\t\t1234.50\n2\t\t102\t200\t\t\n"
    assert "<td>1234.50</td>" in data.html()
    before = session.scenario.options
    table.paste()
    assert session.scenario.options == before


def test_cut_and_clear_are_one_step_each(qtbot: QtBot, table: RowTable, session: Session) -> None:
    select(table, range(1, 3), range(RIGHTS, SHARES + 1))
    key(qtbot, Qt.Key.Key_X, CTRL)
    assert rights(session) == [101, None, None, 104, 105]
    assert QGuiApplication.clipboard().text() == "102\t200\n103\t200\n"
    table.selectAll()
    key(qtbot, Qt.Key.Key_Delete)
    assert session.scenario.options == (Series(),) * 5
    session.undo()
    session.undo()
    assert rights(session) == [101, 102, 103, 104, 105]


def test_rows_are_inserted_deleted_and_moved_by_keys(qtbot: QtBot, table: RowTable, session: Session) -> None:
    at(table, 1, RIGHTS)
    key(qtbot, Qt.Key.Key_Plus, CTRL)
    assert (names(session), current(table)) == (["1", None, "2", "3", "4", "5"], (1, 0))
    key(qtbot, Qt.Key.Key_Minus, CTRL)
    assert names(session) == ["1", "2", "3", "4", "5"]
    select(table, range(1, 3), range(1))
    key(qtbot, Qt.Key.Key_Down, ALT)
    assert names(session) == ["1", "4", "2", "3", "5"]
    key(qtbot, Qt.Key.Key_Up, ALT)
    key(qtbot, Qt.Key.Key_Up, ALT)
    key(qtbot, Qt.Key.Key_Up, ALT)
    assert (names(session), current(table)) == (["2", "3", "1", "4", "5"], (0, 0))
    key(qtbot, Qt.Key.Key_Minus, CTRL)
    assert names(session) == ["1", "4", "5"]


def test_fill_down(qtbot: QtBot, table: RowTable, session: Session) -> None:
    session.type("options[0].rights", "1x")
    select(table, range(3), range(RIGHTS, RIGHTS + 1))
    key(qtbot, Qt.Key.Key_D, CTRL)
    assert session.book.drafts == {f"options[{row}].rights": "1x" for row in range(3)}
    at(table, 4, RIGHTS)
    key(qtbot, Qt.Key.Key_D, CTRL)
    assert rights(session)[3:] == [104, 104]


def test_tab_leaves_the_table_at_its_end(qtbot: QtBot, table: RowTable) -> None:
    at(table, 5, NAME)
    key(qtbot, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_go_to_a_cell(table: RowTable, session: Session) -> None:
    session.go_to("options[3].exercise_to")
    assert (table.current_path(), table.hasFocus()) == ("options[3].exercise_to", True)


def test_heights_and_headings(table: RowTable) -> None:
    assert table.verticalHeader().defaultSectionSize() == 24
    heading = table.model().headerData(SHARES + 2, Qt.Orientation.Horizontal)
    assert heading == "Exercise price, JPY"
    assert table.model().headerData(RIGHTS, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_rows_written_from_outside_are_shown(table: RowTable, session: Session) -> None:
    at(table, 4, RIGHTS)
    session.remove_rows("options", 0, 2)
    assert (table.model().rowCount(), shown(table, 0, RIGHTS)) == (4, "103")
    session.undo()
    assert (table.model().rowCount(), shown(table, 0, RIGHTS)) == (6, "101")


def test_ten_thousand_rows_stay_quick(qtbot: QtBot) -> None:
    session = Session("en")
    rows = [Series(name=str(n), rights=n, shares_per_right=Decimal(100)) for n in range(10_000)]
    session.insert_rows("options", 0, rows)
    pane = shown_pane(qtbot, session)
    pane.set_folded([])
    table = table_of(pane)
    begin = process_time()
    for _ in range(20):
        table.refresh()
        table.viewport().repaint()
    assert process_time() - begin < 4  # twenty times what a keystroke costs here; a trial came to a tenth
    assert table.height() < 400
