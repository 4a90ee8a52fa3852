"""Rows come from brokers, web pages and spreadsheets: pasted, dropped, with a question what their columns are."""

import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QRadioButton, QTableWidget, QWidget

from desktop.domain.holdings import Lot
from desktop.ui.form.column_dialog import ColumnDialog
from desktop.ui.form.row_table import RowTable
from desktop.ui.main_window import MainWindow
from tests.examples import opening_scenario
from tests.export.books import write
from tests.presentation.test_incoming import ONE_LIST, SECTIONS
from tests.stories.conftest import Opened

LOTS = (
    Lot(account_type="specified", quantity=Decimal(1000), cost=Decimal(2150)),
    Lot(account_type="nisa", quantity=Decimal(50)),
)


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def dropped(window: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and let go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(window, entered)
    if not entered.isAccepted():
        return False
    fallen = QDropEvent(QPoint(5, 5).toPointF(), action, data, button, none)
    QApplication.sendEvent(window, fallen)
    return fallen.isAccepted()


def holdings(window: MainWindow) -> RowTable:
    window.session.go_to("holdings")
    found = window.findChild(RowTable, "holdings")
    assert found is not None
    return found


def asked(window: MainWindow) -> ColumnDialog:
    """The dialog that asks for the columns."""
    found = window.findChild(ColumnDialog)
    assert found is not None
    assert found.isVisible()
    return found


def choice(dialog: ColumnDialog, heading: str) -> QComboBox:
    return next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == heading)


def take(dialog: ColumnDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()


def statement(folder: Path, encoding: str = "cp932") -> Path:
    path = folder / "保有証券.csv"
    path.write_bytes(SECTIONS.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
def test_statement_dropped_on_the_window_becomes_lots_in_one_step(
    opened: Opened, tmp_path: Path, encoding: str
) -> None:
    window = opened("example:iij-2020")
    before = window.session.scenario
    assert dropped(window, statement(tmp_path, encoding))
    dialog = asked(window)
    preview = dialog.findChild(QTableWidget, "columns.preview")
    assert preview is not None
    model = preview.model()
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert cells == [["specified", "1,000", "2,150"], ["NISA", "50", "⚠ 約3000円"]]
    take(dialog)
    count = len(before.holdings)
    assert window.session.scenario.holdings == (*before.holdings, *LOTS)
    assert window.session.book.drafts == {f"holdings[{count + 1}].cost": "約3000円"}
    window.session.undo()
    assert window.session.scenario == before
    assert not window.session.book.drafts


def test_columns_are_chosen_by_keyboard_and_rows_replaced(opened: Opened) -> None:
    window = opened("example:iij-2020")
    table = holdings(window)
    window.session.insert_rows("holdings", 0, [Lot("old")])
    QGuiApplication.clipboard().setText(ONE_LIST)
    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = asked(window)
    assert isinstance(dialog.focusWidget(), QComboBox)
    name = choice(dialog, "銘柄")
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_Down)  # the account, which comes first
    assert name.currentData() == "account"
    cost = choice(dialog, "約定日")
    cost.setFocus()
    cost.setCurrentIndex(cost.findData("cost"))
    assert choice(dialog, "平均取得価額（円）").currentData() == ""  # each column of the table comes from one
    cost.setCurrentIndex(cost.findData("acquired"))
    box = choice(dialog, "平均取得価額（円）")
    box.setCurrentIndex(box.findData("cost"))
    own = next(box for box in dialog.findChildren(QCheckBox) if "3774" in box.text())
    assert own.isChecked()
    own.setChecked(False)
    replace = next(box for box in dialog.findChildren(QRadioButton) if "Replace" in box.text())
    replace.setChecked(True)
    take(dialog)
    assert window.session.scenario.holdings == (
        Lot("IIJ", "specified", "share", date(2020, 12, 29), Decimal(1000), Decimal(2150)),
        Lot("IIJ", "general", "adr", date(2020, 12, 28), Decimal(20), Decimal("12.5")),
    )


def test_cancelled_nothing_changes(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    before = window.session.document.revision
    dropped(window, statement(tmp_path))
    QTest.keyClick(asked(window), Qt.Key.Key_Escape)
    assert window.session.document.revision == before


def test_dialog_changes_its_language_while_it_is_open(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    dropped(window, statement(tmp_path))
    dialog = asked(window)
    window.set_language("ja")
    QApplication.processEvents()
    buttons = [button.text() for button in dialog.findChildren(QPushButton)]
    assert buttons == ["キャンセル", "2行を取り込む"]
    assert choice(dialog, "取得単価").currentText() == "取得単価"
    assert choice(dialog, "売却注文中").currentText() == "（使わない）"
    assert choice(dialog, "取得単価").currentData() == "cost"


def test_own_headings_ask_nothing(opened: Opened) -> None:
    window = opened("example:iij-2020")
    table = holdings(window)
    QGuiApplication.clipboard().setText("Account\tAccount type\tShares or ADRs\nMidori\tNISA\tADR\n")
    table.paste()
    assert window.findChild(ColumnDialog) is None
    assert window.session.scenario.holdings[-1] == Lot("Midori", "nisa", "adr")


def test_more_rows_than_a_table_takes_are_not_pasted(opened: Opened) -> None:
    window = opened("example:iij-2020")
    before = window.session.document.revision
    table = holdings(window)
    QGuiApplication.clipboard().setText("Account\tAccount type\n" + "Midori\tNISA\n" * 50_001)
    table.paste()
    assert window.session.document.revision == before
    assert window.session.notice is not None
    assert window.session.notice.fields == {"limit": 50_000}


def test_millions_of_rows_are_refused_before_they_are_read(opened: Opened) -> None:
    window = opened("example:iij-2020")
    before = window.session.document.revision
    table = holdings(window)
    QGuiApplication.clipboard().setText("a\tordinary\t2\n" * 1_000_000)
    began = time.process_time()
    table.paste()
    assert time.process_time() - began < 5
    assert window.session.document.revision == before
    assert window.session.notice is not None
    assert window.session.notice.fields == {"limit": 50_000}


def test_table_of_a_web_page_is_pasted(opened: Opened) -> None:
    window = opened("example:iij-2020")
    table = holdings(window)
    data = QMimeData()
    data.setText("Shares\nAvg price\n12\n$20.50")
    data.setHtml("<table><tr><th>Shares<th>Avg price</tr><tr><td>12<td>$20.50</tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    table.paste()
    take(asked(window))
    assert window.session.scenario.holdings[-1] == Lot(quantity=Decimal(12), cost=Decimal("20.50"))


def test_block_with_too_many_columns_asks(opened: Opened) -> None:
    window = opened("example:iij-2020")
    table = holdings(window)
    QGuiApplication.clipboard().setText("\t".join("abcdefgh"))
    table.paste()
    dialog = asked(window)
    assert choice(dialog, "Column 8").currentData() == ""
    take(dialog)
    assert window.session.scenario.holdings[-1].account == "a"


def test_scenario_and_workbook_dropped_are_opened(opened: Opened, tmp_path: Path) -> None:
    window = opened(None)
    book = write(tmp_path / "split.xlsx", opening_scenario())
    assert dropped(window, tmp_path / "x.png", book)
    assert window.session.scenario == opening_scenario()
    window.documents._write(tmp_path / "a.bunkatsu")
    window.documents.begin_empty()
    assert dropped(window, tmp_path / "a.bunkatsu")
    assert window.session.path == tmp_path / "a.bunkatsu"


def test_file_dropped_on_a_table_goes_there(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    window.session.go_to("benefits")
    table = window.findChild(RowTable, "benefits")
    assert table is not None
    path = tmp_path / "gifts.csv"
    path.write_text("必要株式数,優待内容\n100,米\n", encoding="utf-8")
    assert table.viewport().acceptDrops()
    assert dropped(table.viewport(), path)
    take(asked(window))
    assert window.session.scenario.benefits[-1].text == "米"


def test_file_that_is_no_text_is_refused_in_a_sentence(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    path = tmp_path / "a.csv"
    path.write_bytes(bytes(range(256)) * 40)
    assert dropped(window, path)
    assert window.findChild(ColumnDialog) is None
    assert window.session.notice is not None
    said = window.session.locale.text(window.session.notice)
    assert said == "a.csv: this is no text with a table that can be read."
