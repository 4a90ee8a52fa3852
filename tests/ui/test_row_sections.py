"""Dividends, benefits and holdings: tables with fields beside them, defaults, brokers' words, ten thousand lots."""

from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.dividends import Dividend
from desktop.domain.holdings import Lot
from desktop.domain.scenario import COLUMNS
from desktop.presentation.wording import choice_aliases
from desktop.ui.form.pane import FormPane
from desktop.ui.form.row_table import RowTable
from desktop.ui.session import Session
from tests.ui.form_parts import field, focused, shown_pane, switch_language

CTRL = Qt.KeyboardModifier.ControlModifier
TOTAL = "announced.dividends.total"


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> FormPane:
    pane = shown_pane(qtbot, session)
    pane.set_folded([])
    return pane


def table_of(pane: FormPane, name: str) -> RowTable:
    table = pane.findChild(RowTable, name)
    assert isinstance(table, RowTable)
    table.setFocus()
    return table


def at(table: RowTable, row: int, column: int) -> None:
    table.setCurrentIndex(table.model().index(row, column))


def column(table: str, name: str) -> int:
    return [term.name for term in COLUMNS[table]].index(name)


def shown(table: RowTable, row: int) -> list[str]:
    return [str(table.model().index(row, n).data() or "") for n in range(table.model().columnCount())]


def pasted(pane: FormPane, name: str, text: str) -> RowTable:
    table = table_of(pane, name)
    QGuiApplication.clipboard().setText(text)
    at(table, table.model().rowCount() - 1, 0)
    table.paste()
    return table


def totals(pane: FormPane) -> list[str]:
    """The fields for printed totals that can be seen, from top to bottom."""
    QApplication.processEvents()  # the layout takes its places
    found = [edit for edit in pane.findChildren(QLineEdit) if edit.objectName().startswith(TOTAL) and edit.isVisible()]
    return [edit.objectName().removeprefix(TOTAL) for edit in sorted(found, key=lambda edit: edit.y())]


BROKERS = {
    "楽天証券\t特定\t現物\t2019/04/01\t300\t2,150\t\n": Lot(
        "楽天証券", "specified", "share", date(2019, 4, 1), Decimal(300), Decimal(2150)
    ),
    "SBI証券\tつみたて投資枠\t国内株式\t令和2年1月6日\t１００株\t２，８００円\tJPY\n": Lot(
        "SBI証券", "nisa", "share", date(2020, 1, 6), Decimal(100), Decimal(2800), "JPY"
    ),
    "松井\t一般預り\t株式\t\t100\t2800.5\t\n": Lot(
        "松井", "general", "share", None, Decimal(100), Decimal("2800.5")
    ),
    "Schwab\tbrokerage\tADR\tMar 2, 2020\t20\t$11.25\tusd\n": Lot(
        "Schwab", "foreign", "adr", date(2020, 3, 2), Decimal(20), Decimal("11.25"), "USD"
    ),
    "野村\tＮＩＳＡ（成長投資枠）\t米国株式\t\t20\t11.25\t\n": Lot(
        "野村", "nisa", "adr", None, Decimal(20), Decimal("11.25")
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", BROKERS)
def test_rows_of_a_brokers_table_are_read(pane: FormPane, session: Session, text: str) -> None:
    pasted(pane, "holdings", text)
    assert (session.scenario.holdings, dict(session.book.drafts)) == ((BROKERS[text],), {})


def test_no_word_of_a_choice_has_two_meanings() -> None:
    for table in ("dividends", "holdings"):
        for term in COLUMNS[table]:
            words = [word for option in term.options for word in (option.text, *option.also)]
            assert len(words) == len(set(words)), term.path
            assert choice_aliases(term).items() >= {(w, o.code) for o in term.options for w in o.also}


def test_defaults_in_force_stand_in_blank_cells(pane: FormPane, session: Session) -> None:
    table = pasted(pane, "holdings", "A\t\t\nB\t\tADR\n")
    assert shown(table, 0) == ["A", "specified", "share", "", "", "", "JPY"]
    assert shown(table, 1) == ["B", "specified", "ADR", "", "", "", "USD"]
    session.edit("company.currency", "EUR")
    assert [shown(table, row)[-1] for row in range(2)] == ["EUR", "USD"]
    dividends = pasted(pane, "dividends", "Interim\n")
    assert shown(dividends, 0)[-1] == "shares before"


def test_copied_lots_can_be_pasted_back_in_either_language(pane: FormPane, session: Session) -> None:
    table = pasted(pane, "holdings", "".join(BROKERS))
    before = session.scenario.holdings
    for _ in range(2):
        table.selectAll()
        QTest.keyClick(table, Qt.Key.Key_C, CTRL)
        QTest.keyClick(table, Qt.Key.Key_Delete)
        assert session.scenario.holdings == (Lot(),) * len(before)
        QTest.keyClick(table, Qt.Key.Key_V, CTRL)
        assert session.scenario.holdings == before
        session.set_language("ja")


def test_a_field_stands_above_the_table_of_its_section(pane: FormPane, session: Session) -> None:
    pooling = pane.findChild(QComboBox, "holder.pooling")
    assert isinstance(pooling, QComboBox)
    table = table_of(pane, "holdings")
    assert pooling.mapTo(pane, pooling.rect().bottomLeft()).y() < table.mapTo(pane, table.rect().topLeft()).y()
    assert pooling.currentText() == "Default: per account and its type"
    pooling.setFocus()
    QTest.keyClick(pooling, Qt.Key.Key_Tab)
    assert focused() is table


def test_the_money_of_a_lot_has_no_unit_in_the_heading(pane: FormPane) -> None:
    headings = {
        table: [table_of(pane, table).model().headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
        for table in ("holdings", "dividends")
    }
    assert headings["holdings"][column("holdings", "cost")] == "Unit cost"
    assert headings["dividends"][column("dividends", "amount")] == "Dividend per share, JPY"


def test_each_period_has_a_field_for_its_printed_total(pane: FormPane, session: Session) -> None:
    assert totals(pane) == []
    pasted(pane, "dividends", "Interim\nYear-end\n")
    assert totals(pane) == [""]
    session.type("dividends[0].period", "FY2020")
    session.type("dividends[1].period", "FY2021")
    assert totals(pane) == ["[FY2020]", "[FY2021]"]
    assert field(pane, f"{TOTAL}[FY2020]").accessibleName() == "Announced total FY2020 (JPY)"
    assert "Announced total FY2020" in [label.text() for label in pane.findChildren(QLabel)]
    session.move_rows("dividends", 1, 1, 0)
    assert totals(pane) == ["[FY2021]", "[FY2020]"]
    session.remove_rows("dividends", 0, 2)
    assert totals(pane) == []


def test_a_printed_total_is_typed_and_taken_back(pane: FormPane, session: Session) -> None:
    session.insert_rows("dividends", 0, [Dividend(period="FY2020")])
    session.go_to(f"{TOTAL}[FY2020]")
    QTest.keyClicks(focused(), "30.75")
    assert session.scenario.announced == {"dividends.total[FY2020]": Decimal("30.75")}
    QTest.keyClick(focused(), Qt.Key.Key_Z, CTRL)
    assert (session.scenario.announced, field(pane, f"{TOTAL}[FY2020]").text()) == ({}, "")


def test_totals_stay_while_a_period_is_typed_and_come_with_its_end(pane: FormPane, session: Session) -> None:
    session.insert_rows("dividends", 0, [Dividend(period="FY2020")])
    table = table_of(pane, "dividends")
    at(table, 0, column("dividends", "period"))
    for letter in "FY2021":
        QTest.keyClicks(focused(), letter)
        assert totals(pane) == ["[FY2020]"]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert totals(pane) == ["[FY2021]"]


def test_a_total_of_a_period_that_has_gone_keeps_its_field_and_the_focus(pane: FormPane, session: Session) -> None:
    session.insert_rows("dividends", 0, [Dividend(period="FY2020")])
    session.type(f"{TOTAL}[FY2020]", "30.75")
    session.type("dividends[0].period", "FY2021")
    assert totals(pane) == ["[FY2021]", "[FY2020]"]
    editor = field(pane, f"{TOTAL}[FY2020]")
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert focused() is editor
    QTest.keyClicks(focused(), "31")
    assert session.scenario.announced == {"dividends.total[FY2020]": Decimal(31)}


def test_tab_goes_from_the_table_into_the_totals(pane: FormPane, session: Session) -> None:
    session.insert_rows("dividends", 0, [Dividend(period="FY2020"), Dividend(period="FY2021")])
    table = table_of(pane, "dividends")
    at(table, 2, 0)
    seen = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused().objectName())
    assert seen == [f"{TOTAL}[FY2020]", f"{TOTAL}[FY2021]", "section.benefits"]


def test_next_problem_finds_cells_and_totals(pane: FormPane, session: Session) -> None:
    session.insert_rows("dividends", 0, [Dividend(period="FY2020")])
    session.type("dividends[0].amount", "20x")
    session.type(f"{TOTAL}[FY2020]", "30x")
    assert pane.focus_next_problem()
    assert table_of(pane, "dividends").current_path() == "dividends[0].amount"
    assert pane.focus_next_problem()
    assert focused().objectName() == f"{TOTAL}[FY2020]"


def test_totals_speak_the_language_that_is_switched_to(pane: FormPane, session: Session) -> None:
    session.insert_rows("dividends", 0, [Dividend(period="{x}")])
    switch_language(session, pane)
    assert field(pane, f"{TOTAL}[{{x}}]").accessibleName() == "［［Announced total {x}］ (［円］)］"


def test_a_column_of_text_takes_the_room_that_is_left(pane: FormPane, session: Session) -> None:
    table = table_of(pane, "benefits")
    for rows in ("100\tvoucher\t200\n", "".join(f"{n}\tvoucher\t\n" for n in range(20))):
        pasted(pane, "benefits", rows)
        assert table.horizontalHeader().length() == table.viewport().width()
    assert table.columnWidth(1) > 2 * table.columnWidth(0)


def test_an_empty_table_has_room_for_what_is_usually_typed(pane: FormPane, session: Session) -> None:
    table = table_of(pane, "holdings")
    before = [table.columnWidth(n) for n in range(table.model().columnCount())]
    pasted(pane, "holdings", "Broker\tNISA\tADR\t2020-12-30\t250\t2,150\tUSD\n")
    assert [table.columnWidth(n) for n in range(table.model().columnCount())] == before


def test_ten_thousand_lots_stay_quick(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    rows = "".join(f"楽天証券\t特定\t現物\t2019/05/{n % 28 + 1:02d}\t{n + 1}\t1,234.5\t\n" for n in range(10_000))
    begin = process_time()
    table = pasted(pane, "holdings", rows)
    assert process_time() - begin < 6  # a trial came to a tenth
    assert (len(session.scenario.holdings), len(session.book.drafts)) == (10_000, 0)
    at(table, 5_000, column("holdings", "quantity"))
    begin = process_time()
    for letter in "1234567890":
        QTest.keyClicks(focused(), letter)
        table.viewport().repaint()
    assert process_time() - begin < 12  # a trial came to a tenth; work that grows with the square takes minutes
    session.undo()
    session.undo()
    assert session.scenario.holdings == ()
