"""Result tables: what they show, follow, copy and explain."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.domain.options import Series
from desktop.presentation.gaps import gaps
from desktop.presentation.layout import RowTable, Statement, WordTable
from desktop.presentation.sections import SHEETS
from desktop.ui.form.breaks import two_lines
from desktop.ui.results import explaining
from desktop.ui.results.columns import all_columns
from desktop.ui.results.copying import digits
from desktop.ui.results.fit import Wish, fitted
from desktop.ui.results.model import ResultModel
from desktop.ui.results.popover import Popover, place
from desktop.ui.results.sheet import ResultSheet
from desktop.ui.results.view import ResultTable
from desktop.ui.session import Session
from tests.examples import opening_state
from tests.ui.sheets import shown_sheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen, at every popup

SHARES, OPTIONS = (next(s for s in SHEETS if s.section == name) for name in ("shares", "options"))


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session("en")
    session.start(Document(opening_state()), None, example=True)
    return session


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Cleared at the end: what lies on the offscreen clipboard outlives Python and brings it down."""
    yield
    QGuiApplication.clipboard().clear()


def texts(view: QAbstractItemView) -> list[list[str]]:
    model = view.model()
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def place_of(table: QAbstractItemView, item: str, heading: str) -> QModelIndex:
    model = table.model()
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    items = [model.index(n, 0) for n in range(model.rowCount())]
    row = next(index.row() for index in items if index.data() == item and model.flags(index))
    return model.index(row, headings.index(heading))


def figure(table: QAbstractItemView, item: str, heading: str) -> str:
    return str(place_of(table, item, heading).data())


def test_shares_show_the_example(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    assert figure(table, "Issued shares", "Before") == "46,734,600"
    assert figure(table, "Issued shares", "After") == "93,469,200"
    assert figure(table, "Issued shares", "Change") == "+46,734,600"
    assert figure(table, "Issued shares", "Announced") == "93,469,200"
    assert figure(table, "Treasury shares", "After") == "—"
    assert figure(table, "Authorised shares", "After") == "151,040,000"


def test_main_table_has_the_name_of_its_sheet_and_others_their_own(qtbot: QtBot, session: Session) -> None:
    sheet = shown_sheet(qtbot, session, "options")
    assert sheet.findChild(QAbstractItemView, "results.options") is sheet.tables[0]
    assert sheet.findChild(QAbstractItemView, "results.options.dilution") is sheet.tables[1]


def test_sheet_is_built_when_it_is_first_shown(qtbot: QtBot, session: Session) -> None:
    sheet = ResultSheet(session, SHARES)
    qtbot.addWidget(sheet)
    assert not sheet.tables
    sheet.show()
    assert sheet.tables


def test_edit_changes_the_figures_at_once_without_a_reset(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    with qtbot.assertNotEmitted(table.model().modelReset), qtbot.waitSignal(table.model().dataChanged):
        session.type("shares.issued", "50,000,000")
    assert figure(table, "Issued shares", "After") == "100,000,000"


def test_figure_that_differs_from_the_announcement_is_marked(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    session.type("shares.issued", "46,743,600")
    announced = place_of(table, "Issued shares", "Announced")
    assert announced.data() == "93,469,200"
    assert announced.data(Qt.ItemDataRole.AccessibleTextRole) == "93,469,200 shares, differs"
    assert announced.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Issued shares, Announced"


def test_hidden_sheet_gives_the_present_figures(qtbot: QtBot, session: Session) -> None:
    sheet = shown_sheet(qtbot, session, "shares")
    sheet.hide()
    session.type("shares.issued", "100")
    assert figure(sheet.tables[0], "Issued shares", "After") == "200"


def test_rows_that_come_reset_the_table(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "options").tables[0]
    with qtbot.waitSignal(table.model().modelReset):
        session.insert_rows("options", 10, [Series(name="11th")])
    assert texts(table)[-1][0] == "11th"


def test_columns_without_content_are_left_out_until_there_is_some(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "options").tables[0]
    headings = [c.heading for c in table.results.columns]
    assert "Rights" not in headings
    assert "Rounding" not in headings  # a rule of rounding alone says nothing
    session.type("options[0].rights", "138")
    assert "Rights" in [c.heading for c in table.results.columns]
    assert figure(table, "1st", "Rights") == "138"
    assert figure(table, "2nd", "Rights") == "—"


def test_no_column_stands_for_the_unit_or_the_state() -> None:
    assert [c.heading for c in all_columns(SHARES.tables[0])] == [
        "Item", "Before", "After", "Change", "Announced", "Rests on",
    ]  # fmt: skip


def test_changed_cells_are_those_that_differ_from_before(session: Session) -> None:
    model = ResultModel(session, SHARES.tables[0])
    session.type("shares.issued", "50,000,000")
    changed = {model.shown(r, c).cell.path for r in range(model.rowCount()) for c in range(model.columnCount())
               if model.shown(r, c).changed}  # fmt: skip
    assert {"shares.issued", "shares.issued_after", "shares.increase"} <= changed
    assert not changed & {"shares.authorized", "split.numerator"}


def test_row_that_was_inserted_does_not_make_the_rows_below_it_look_changed(session: Session) -> None:
    model = ResultModel(session, OPTIONS.tables[0])
    session.insert_rows("options", 0, [Series(name="0th")])
    assert not any(model.shown(r, 0).changed for r in range(1, model.rowCount()))


def test_copy_gives_every_digit_without_separators(qtbot: QtBot, session: Session, clipboard: None) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    first, last = place_of(table, "Issued shares", "Before"), place_of(table, "Treasury shares", "After")
    choose(table, table.model().index(first.row(), 0), last)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0] == "Issued shares\t46734600\t93469200"
    assert data.text().splitlines()[-1] == "Treasury shares\t\t"
    assert 'sdval="93469200">93,469,200</td>' in data.html()


def choose(table: QAbstractItemView, first: QModelIndex, last: QModelIndex) -> None:
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().select(QItemSelection(first, last), flag)


def test_text_that_looks_like_a_formula_is_copied_as_text(qtbot: QtBot, session: Session, clipboard: None) -> None:
    session.type("options[0].name", "=1+1<b>")
    table = shown_sheet(qtbot, session, "options").tables[0]
    choose(table, table.model().index(0, 0), table.model().index(0, 0))
    table.copy()
    html = QGuiApplication.clipboard().mimeData().html()
    assert "mso-number-format:'\\@'\">=1+1&lt;b&gt;</td>" in html  # Excel
    assert 'sdnum="1033;0;@"' in html  # LibreOffice, which else makes a formula of it


@pytest.mark.parametrize(
    ("value", "text"),
    [((1, 2), "0.5"), ((-41, 2), "-20.5"), ((1, 3), "0.33333333333333333333"), ((10**14, 1), "1" + "0" * 14)],
)
def test_digits(value: tuple[int, int], text: str) -> None:
    from fractions import Fraction  # noqa: PLC0415

    assert digits(Fraction(*value)) == text


def test_space_explains_a_figure_and_marks_its_fields(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    table.setCurrentIndex(place_of(table, "Issued shares", "After"))
    QTest.keyClick(table, Qt.Key.Key_Space)
    popover = opened(table)
    assert popover.accessibleName() == "Issued shares after"
    assert "46,734,600 (Issued shares) × 2" in popover.accessibleDescription()
    assert session.marked == {"shares.issued", "split.old", "split.new"}
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert table.explaining.popover is None
    assert session.marked == frozenset()


def opened(table: ResultTable) -> Popover:
    popover = table.explaining.popover
    assert popover is not None
    assert popover.isVisible()
    return popover


def test_given_figures_have_nothing_to_explain(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    table.setCurrentIndex(place_of(table, "Issued shares", "Before"))
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table.explaining.popover is None


def test_cell_of_a_row_is_explained_from_its_own_row(qtbot: QtBot, session: Session) -> None:
    session.type("options[3].exercise_price", "1,001")
    table = shown_sheet(qtbot, session, "options").tables[0]
    cells = [table.results.cell(3, n).path for n in range(table.results.columnCount())]
    table.setCurrentIndex(table.model().index(3, cells.index("options[3].exercise_price_after")))
    assert table.explain()
    assert "1,001 (Exercise price)" in opened(table).accessibleDescription()
    assert "options[3].exercise_price" in session.marked
    table.explaining.close()


def test_enter_goes_to_a_field(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    targets: list[str] = []
    session.pointed.connect(lambda: targets.append(session.target))
    table.setCurrentIndex(place_of(table, "Issued shares", "Before"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert "shares.issued" in targets
    table.setCurrentIndex(place_of(table, "Issued shares", "After"))
    table.explain()
    targets.clear()
    QTest.keyClick(opened(table), Qt.Key.Key_Return)
    assert {"shares.issued", "split.old", "split.new"} & set(targets)
    assert table.explaining.popover is None


def test_printed_figure_explains_the_calculated_one_and_the_difference(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    session.type("shares.issued", "46,743,600")
    table.setCurrentIndex(place_of(table, "Issued shares", "Announced"))
    table.explain()
    assert "which is 18,000" in opened(table).accessibleDescription()
    table.explaining.close()


def test_open_explanation_follows_an_edit(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    table.explaining.open(place_of(table, "Issued shares", "After"), by_key=False)
    session.type("shares.issued", "100")
    assert "= 200" in opened(table).accessibleDescription()
    table.explaining.close()


def test_hover_explains_after_a_moment(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "WAIT", 1)
    sheet = shown_sheet(qtbot, session, "shares")
    sheet.activateWindow()
    table = sheet.tables[0]
    centre = table.visualRect(place_of(table, "Issued shares", "After")).center()
    QTest.mouseMove(table.viewport(), centre)
    qtbot.waitUntil(lambda: table.explaining.popover is not None, timeout=2000)
    assert opened(table).windowType() == Qt.WindowType.ToolTip
    QTest.mouseMove(table.viewport(), QPoint(5, centre.y()))
    qtbot.waitUntil(lambda: table.explaining.popover is None)


def test_cursor_passes_over_headings_of_groups(qtbot: QtBot, session: Session) -> None:
    table = shown_sheet(qtbot, session, "shares").tables[0]
    table.setCurrentIndex(place_of(table, "Added shares per share (statutory ratio)", "After"))
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.model().index(table.currentIndex().row(), 0).data() == "Issued shares"


def test_total_that_is_unknown_says_which_row_lacks_what(qtbot: QtBot, session: Session) -> None:
    layout = OPTIONS.tables[0]
    assert isinstance(layout, RowTable)
    session.type("prices.average", "1000")
    for row in range(10):
        session.type(f"options[{row}].exercise_price", "1")
        if row not in (2, 9):
            session.type(f"options[{row}].rights", "100")
    assert [session.locale.text(m) for m in gaps(session.book, layout)] == [
        "No total: “Rights” of 3rd, 10th is not known."
    ]
    for row in (2, 9):
        session.type(f"options[{row}].rights", "100")
    assert gaps(session.book, layout) == ()


@pytest.mark.parametrize("width", [480, 560, 700, 1000, 1400])
@pytest.mark.parametrize("section", [s.section for s in SHEETS if s.layouts])
def test_no_figure_is_cut_at_any_width(qtbot: QtBot, session: Session, section: str, width: int) -> None:
    session.type("prices.share", "5290")
    tables = shown_sheet(qtbot, session, section, width).tables
    for table in (t for t in tables if not isinstance(t.results.layout_, WordTable)):
        metrics = table.fontMetrics()
        for column in range(1, table.model().columnCount()):
            if table.isColumnHidden(column) or column in table.marks_only:
                continue
            cells = [table.results.shown(r, column) for r in range(table.model().rowCount())]
            assert all(metrics.horizontalAdvance(c.text) * 0.9 < table.columnWidth(column) for c in cells)
    assert table.viewport().width() > 0


def test_columns_give_way_in_their_order() -> None:
    wishes = [
        Wish(100, 120, surplus=30, words=60), Wish(80, 116), Wish(80, 116), Wish(70, 116, drop=2),
        Wish(90, 116, mark=30), Wish(60, 60, drop=1),
    ]  # fmt: skip
    assert fitted(wishes, 700) == [150, 116, 116, 116, 116, 60]  # comfort, and no more than the label takes
    assert sum(fitted(wishes, 500)) <= 500
    assert fitted(wishes, 480) == [100, 80, 80, 70, 90, 60]
    assert fitted(wishes, 420) == [100, 80, 80, 70, 30, 60]
    assert fitted(wishes, 360) == [100, 80, 80, 70, 30, 0]
    assert fitted(wishes, 290) == [100, 80, 80, 0, 30, 0]
    assert fitted(wishes, 270) == [80, 80, 80, 0, 30, 0]


def test_explanation_keeps_off_the_item_names_and_the_figure() -> None:
    screen, size = QRect(0, 0, 1280, 800), QSize(400, 200)
    for cell in (QRect(700, 160, 120, 26), QRect(900, 700, 120, 26), QRect(1150, 400, 120, 26)):
        found = QRect(place(size, cell, 650, screen), size)
        assert found.left() >= 650
        assert screen.contains(found)
        assert not found.intersects(cell)


def test_words_change_with_the_language(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = shown_sheet(qtbot, session, "shares")
    texts_before = [sheet.tables[0].model().headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    monkeypatch.setattr(session, "locale", StandIn(session))
    language_changed(sheet)
    table = sheet.tables[0]
    texts_after = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert texts_after == [f"«{text}»" for text in texts_before]
    assert table.model().index(1, 0).data().startswith("«")


class StandIn:
    """Another language: the words of the first one, marked."""

    def __init__(self, session: Session) -> None:
        self._locale = session.locale
        self._text = session.locale.text

    def text(self, message: object, **fields: object) -> str:
        found = self._text(message, **fields)  # type: ignore[arg-type]  # passed on as it came
        return f"«{found}»" if found else ""

    def __getattr__(self, name: str) -> object:
        return getattr(self._locale, name)


def language_changed(widget: QWidget) -> None:
    from PySide6.QtCore import QEvent  # noqa: PLC0415

    for each in (widget, *widget.findChildren(QWidget)):
        QApplication.sendEvent(each, QEvent(QEvent.Type.LanguageChange))


def test_table_that_once_lacked_room_gives_its_scroll_bar_back(qtbot: QtBot, session: Session) -> None:
    layout = SHARES.layouts[0]
    assert isinstance(layout, Statement)
    table = ResultTable(session, layout, "results.shares")
    qtbot.addWidget(table)
    table.resize(240, 400)
    table.show()
    table.resize(900, table.height())
    QApplication.processEvents()
    assert table.height() == table.full_height()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("section", [sheet.section for sheet in SHEETS if sheet.section not in ("summary", "checks")])
def test_no_page_is_wider_than_a_small_window(qtbot: QtBot, session: Session, section: str, language: str) -> None:
    session.set_language(language)
    sheet = shown_sheet(qtbot, session, section, width=611)  # of 1024 pixels, beside the form
    assert sheet.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["en", "ja"])
def test_headings_over_sentences_are_whole(qtbot: QtBot, session: Session, language: str) -> None:
    session.set_language(language)
    for table in shown_sheet(qtbot, session, "schedule", width=611).tables[1:]:
        header, model = table.horizontalHeader(), table.results
        for column in range(model.columnCount()):
            lines = two_lines(model.heading(model.columns[column]), header.fontMetrics().horizontalAdvance)
            words = max(map(header.fontMetrics().horizontalAdvance, lines))
            assert 0.9 * words <= table.columnWidth(column), lines
