"""The time line on the Summary: pointer, keyboard, screen reader, languages."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.presentation.layout import WordTable
from desktop.presentation.sections import SHEETS
from desktop.ui.results.sheet import ResultSheet
from desktop.ui.results.timeline import Day, TimeLine, TimeLineBlock
from desktop.ui.results.words import WordBlock, WordView
from desktop.ui.session import Session
from tests.presentation.books import iij, of_split

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen, at every tool tip


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session("en")
    session.book = iij()
    return session


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """No tool tip and nothing on the clipboard outlives a test."""
    yield
    QToolTip.hideText()
    QGuiApplication.clipboard().clear()
    KEPT.clear()


KEPT: list[QWidget] = []


def shown(qtbot: QtBot, session: Session, width: int = 791, today: date | None = date(2020, 6, 1)) -> TimeLine:
    line = TimeLine(session, today=today)
    qtbot.addWidget(line)
    KEPT.append(line)
    line.resize(width, 100)
    line.show()
    line.activateWindow()
    QApplication.processEvents()
    return line


def names(line: TimeLine) -> list[str]:
    return [day.accessibleName() for day in line.days]


def test_every_day_with_an_event_is_a_child_with_its_words(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    assert line.objectName() == "timeline"
    assert "Tue 2020-12-29: Ex-rights date, Books closed from" in names(line)
    assert "Fri 2021-01-01, closed day: Effective date" in names(line)
    ex = next(day for day in line.days if "Ex-rights" in day.accessibleName())
    assert "too late for the record date" in ex.toolTip()
    assert ex.accessibleDescription().splitlines()[0] in ex.toolTip()


def test_the_whole_list_is_in_the_description(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    said = line.accessibleDescription().splitlines()
    assert "Wed 2020-12-30: Record date in substance" in said
    assert "Share price 2,645 JPY from Tue 2020-12-29" in said
    assert line.accessibleName() == "Time line"


def test_arrows_move_from_day_to_day_and_say_the_rule(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    line.days[0].setFocus()
    QTest.keyClick(line.days[0], Qt.Key.Key_Right)
    assert line.days[1].hasFocus()
    assert "Public notice" in QToolTip.text()
    QTest.keyClick(line.days[1], Qt.Key.Key_End)
    assert line.days[-1].hasFocus()
    QTest.keyClick(line.days[-1], Qt.Key.Key_Right)
    assert line.days[-1].hasFocus()
    QTest.keyClick(line.days[-1], Qt.Key.Key_Home)
    assert line.days[0].hasFocus()


def test_tab_stops_once_at_the_day_last_visited(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    line.days[2].take_focus()
    policies = [day.focusPolicy() for day in line.days]
    assert policies.count(Qt.FocusPolicy.TabFocus) == 1
    assert policies[2] == Qt.FocusPolicy.TabFocus


def test_a_day_that_goes_leaves_a_tab_stop(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    line.days[-1].take_focus()
    line.resize(400, line.height())
    QApplication.processEvents()
    assert any(day.focusPolicy() == Qt.FocusPolicy.TabFocus for day in line.days)


def test_copy_takes_every_date(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session, 400)  # also those for which there is no room
    line.days[0].setFocus()
    QTest.keyClick(line.days[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Mon 2020-11-09: Board resolution" in QGuiApplication.clipboard().text().splitlines()


@pytest.mark.parametrize("width", [300, 420, 565, 791, 1400])
def test_children_stand_over_their_cells_within_the_widget(qtbot: QtBot, session: Session, width: int) -> None:
    line = shown(qtbot, session, width)
    assert line.drawing is not None
    assert line.height() >= line.drawing.height
    for day, cell in zip(line.days, line.drawing.days, strict=True):
        assert (day.x(), day.width()) == (cell.x, cell.width + 1)
        assert line.rect().contains(day.geometry())


def test_lines_with_the_same_dates_keep_their_children(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    before = list(line.days)
    session.book = iij(shares__issued_after=5)
    line.refresh()
    assert line.days == before
    assert line.drawing is not None
    assert line.drawing.lanes[1][1].text == "5"


def test_a_time_line_without_dates_takes_no_room(qtbot: QtBot, session: Session) -> None:
    block = TimeLineBlock(session)
    qtbot.addWidget(block)
    KEPT.append(block)
    block.resize(700, 300)
    block.refresh()
    assert not block.isHidden()
    session.book = of_split("1", "2", {})
    block.refresh()
    assert block.isHidden()
    assert block.line.days == []


def test_another_language_says_it_anew(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    session.set_language("ja")
    line.refresh()
    assert "2020/12/29（火） 権利落日、ADR受付停止開始日" in names(line)


def test_today_is_marked_and_said(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session, today=date(2020, 12, 31))
    assert "Thu 2020-12-31, closed day, today: Record date" in names(line)
    assert line.drawing is not None
    assert line.drawing.today is not None
    assert not line.grab().isNull()


def test_another_font_is_measured_anew(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    assert line.drawing is not None
    before = line.drawing.height
    font = line.font()
    font.setPixelSize(24)
    line.setFont(font)
    assert line.drawing.height > before


def test_focus_ring_is_painted_on_a_day_alone(qtbot: QtBot, session: Session) -> None:
    line = shown(qtbot, session)
    before = line.grab().toImage()
    line.days[3].setFocus()
    assert line.grab().toImage() != before
    assert all(isinstance(day, Day) for day in line.days)


# ---- what is seen on which day


def sheet(qtbot: QtBot, session: Session, width: int) -> ResultSheet:
    made = ResultSheet(session, next(s for s in SHEETS if s.section == "schedule"))
    qtbot.addWidget(made)
    KEPT.append(made)
    made.resize(width, 800)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [480, 565, 791, 1400])
def test_sentences_wrap_and_rows_grow(qtbot: QtBot, session: Session, width: int, language: str) -> None:
    session.set_language(language)
    tables = [t for t in sheet(qtbot, session, width).tables if isinstance(t, WordView)]
    assert len(tables) == 2
    for table in tables:
        look, model = table.results, table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                shown_cell = look.shown(row, column)
                font = table._delegate.look.fonts[shown_cell.face]
                box = table.visualRect(model.index(row, column)).adjusted(8, 0, -8, 0)
                assert needed_height(font, shown_cell.text, box.width()) <= box.height()
        assert table.height() == table.full_height()


def needed_height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text).height()


def test_tables_of_words_have_names_titles_and_notes(qtbot: QtBot, session: Session) -> None:
    made = sheet(qtbot, session, 791)
    assert [t.objectName() for t in made.tables] == [
        "results.schedule", "results.schedule.days", "results.schedule.adr_days",
    ]  # fmt: skip
    words = made.tables[1]
    assert words.accessibleName().startswith("What you will see on which day")
    assert isinstance(words.results.layout_, WordTable)


def test_tables_of_words_go_where_nothing_is_to_be_said(qtbot: QtBot, session: Session) -> None:
    made = sheet(qtbot, session, 791)
    blocks = made.findChildren(WordBlock)
    assert all(block.isVisible() for block in blocks)
    session.book = of_split("1", "2", {"schedule.effective_date": date(2021, 1, 1), "prices.share": Decimal(1)})
    session.changed.emit()
    QApplication.processEvents()
    assert [block.isVisible() for block in blocks] == [True, False]
    session.book = iij()
    session.changed.emit()
    QApplication.processEvents()
    assert [block.isVisible() for block in blocks] == [True, True]


def test_words_are_copied_with_their_days(qtbot: QtBot, session: Session) -> None:
    table = sheet(qtbot, session, 791).tables[1]
    table.selectAll()
    table.copy()
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first.startswith("Mon 2020-12-28\tLast day with rights\t100 shares;")


def test_words_follow_the_language(qtbot: QtBot, session: Session) -> None:
    made = sheet(qtbot, session, 791)
    session.set_language("ja")
    for widget in (made, *made.findChildren(QWidget)):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert made.tables[1].model().index(0, 1).data() == "権利付最終日"
    assert made.tables[1].accessibleName().startswith("いつ何が変わるか")


def test_sentences_have_nothing_to_explain(qtbot: QtBot, session: Session) -> None:
    table = sheet(qtbot, session, 791).tables[1]
    table.setCurrentIndex(table.model().index(1, 3))
    assert not table.explain()
