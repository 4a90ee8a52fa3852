"""The page of the articles: shown, underlined, copied, written as chosen, in the languages' order."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.presentation.sections import SHEETS
from desktop.ui import settings
from desktop.ui.results.articles import ComparisonBlock, PaperText
from desktop.ui.results.sheet import ResultSheet
from desktop.ui.session import Session
from tests.examples import opening_state

SHEET = next(sheet for sheet in SHEETS if sheet.section == "articles")


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session("en")
    session.start(Document(opening_state()), None, example=True)
    return session


@pytest.fixture
def block(session: Session, qtbot: QtBot) -> Iterator[ComparisonBlock]:
    page = ResultSheet(session, SHEET)
    qtbot.addWidget(page)
    page.resize(620, 700)
    page.show()
    QApplication.processEvents()
    found = page.findChild(ComparisonBlock)
    assert isinstance(found, ComparisonBlock)
    yield found
    QGuiApplication.clipboard().clear()  # what lies there outlives Python and brings it down


def underlined(text: PaperText) -> list[str]:
    """The words that are underlined, from top to bottom."""
    found, cursor = [], QTextCursor(text.document())
    for place in range(text.document().characterCount() - 1):
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText() if cursor.charFormat().fontUnderline() else "|")
    return [part for part in "".join(found).split("|") if part]


def test_only_the_numbers_are_underlined(block: ComparisonBlock) -> None:
    assert underlined(block.parts["ja"].text) == ["75,520,000", "151,040,000"]
    assert underlined(block.parts["en"].text) == [
        "seventy five million and five hundred twenty thousand (75,520,000)",
        "one hundred fifty one million and forty thousand (151,040,000)",
    ]


def test_what_changes_is_marked_when_read_aloud(block: ComparisonBlock) -> None:
    text = block.parts["ja"].text
    assert text.accessibleName() == "Comparison in Japanese"
    assert "_151,040,000_株" in text.accessibleDescription()


def test_text_follows_what_is_typed(session: Session, block: ComparisonBlock) -> None:
    session.type("shares.authorized_after", "160,000,000")
    assert underlined(block.parts["ja"].text) == ["75,520,000", "160,000,000"]
    assert "Not without a general meeting" in block.points.text.toPlainText()
    session.type("shares.authorized_after", "75520000")
    assert underlined(block.parts["ja"].text) == []
    assert block.points.isHidden()


def test_notation_is_chosen_and_remembered(session: Session, block: ComparisonBlock) -> None:
    part = block.parts["ja"]
    part.style_choice.setFocus()
    QTest.keyClick(part.style_choice, Qt.Key.Key_Down)
    assert underlined(part.text) == ["7,552万", "1億5,104万"]
    assert settings.number_styles() == {"ja": "mixed", "en": "joined"}


def test_unknown_notation_in_the_settings_is_the_usual_one(qapp: QApplication) -> None:
    settings.remember_number_style("ja", "roman")
    assert settings.number_styles()["ja"] == "digits"


def test_without_selection_everything_is_copied(block: ComparisonBlock) -> None:
    block.parts["en"].text.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert "Article 6\nThe total number" in data.text()
    assert "<u>one hundred fifty one million and forty thousand (151,040,000)</u> shares." in data.html()


def test_selection_alone_is_copied(block: ComparisonBlock) -> None:
    text = block.parts["en"].text
    cursor = text.document().find("(75,520,000)")
    text.setTextCursor(cursor)
    text.copy()
    assert QGuiApplication.clipboard().text() == "(75,520,000)"


def test_language_of_the_screen_comes_first(session: Session, block: ComparisonBlock) -> None:
    assert block.parts["en"].y() < block.parts["ja"].y()
    session.set_language("ja")
    QApplication.sendEvent(block, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    assert block.parts["ja"].y() < block.parts["en"].y()
    assert block.parts["en"].text.accessibleName() == "新旧対照表（英文）"
    assert block.parts["ja"].style_choice.currentText() == "数字のみ"


def test_texts_are_whole_on_the_page(block: ComparisonBlock) -> None:
    for text in block.findChildren(PaperText):
        assert text.height() >= text.document().size().height()
        assert text.document().idealWidth() <= text.viewport().width()


def test_tab_leaves_the_text(block: ComparisonBlock) -> None:
    part = block.parts["en"]
    part.style_choice.setFocus()
    QTest.keyClick(part.style_choice, Qt.Key.Key_Tab)
    assert part.text.hasFocus()
    QTest.keyClick(part.text, Qt.Key.Key_Tab)
    assert block.parts["ja"].style_choice.hasFocus()
