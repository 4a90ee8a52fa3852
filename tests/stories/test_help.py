"""Help and About: found by a key, searched, in the language in force."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTreeWidget

from desktop.ui.dialogs import About
from desktop.ui.help import Help
from desktop.ui.main_window import MainWindow
from tests.stories.conftest import Opened


def help_of(window: MainWindow) -> Help:
    found = window.findChild(Help)
    assert found is not None
    return found


def titles(shown: Help) -> list[str]:
    return [shown.contents.item(row).text() for row in range(shown.contents.count())]


def test_f1_opens_it_once(opened: Opened) -> None:
    window = opened("example:iij-2020")
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F1)
    assert len(window.findChildren(Help)) == 1
    assert help_of(window).isVisible()
    assert titles(help_of(window))[0] == "First steps"


def test_every_page_can_be_opened_from_the_list(opened: Opened, language: str) -> None:
    window = opened("example:iij-2020")
    window.set_language(language)
    window.show_help()
    shown = help_of(window)
    for row, title in enumerate(titles(shown)):
        shown.contents.setCurrentRow(row)
        assert shown.page.toPlainText().startswith(title)
        assert len(shown.page.toPlainText()) > len(title) + 100


def test_search_lists_pages_and_goes_from_place_to_place(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.show_help()
    shown = help_of(window)
    QTest.keyClicks(shown.search, "odd lot")
    assert 0 < len(titles(shown)) < 6
    places = set()
    for _ in range(12):
        assert shown.page.textCursor().selectedText().lower() == "odd lot"
        places.add((shown.contents.currentRow(), shown.page.textCursor().position()))
        QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert len({row for row, _ in places}) == len(titles(shown))
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert len(titles(shown)) > 10


def test_what_is_not_found_is_said(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.show_help()
    shown = help_of(window)
    shown.search.setText("zebra")
    assert titles(shown) == []
    assert shown.page.toPlainText() == ""
    QTest.keyClick(shown.search, Qt.Key.Key_Return)


@pytest.mark.parametrize(("sought", "page"), [("端数", "株式数"), ("１８４条", "株式数")])
def test_japanese_is_found_in_any_width(opened: Opened, sought: str, page: str) -> None:
    window = opened("example:iij-2020")
    window.set_language("ja")
    window.show_help()
    help_of(window).search.setText(sought)
    assert page in titles(help_of(window))


def test_the_page_stays_when_the_language_changes(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.show_help("dividends")
    window.set_language("ja")
    QApplication.processEvents()
    shown = help_of(window)
    assert shown.page.toPlainText().startswith("配当")
    assert shown.windowTitle() == "ヘルプ — Bunkatsu"
    window.set_language("en")
    QApplication.processEvents()
    assert shown.page.toPlainText().startswith("Dividends")


def test_the_keys_of_all_commands_are_listed(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.show_help("keys")
    said = help_of(window).page.toPlainText()
    for action in window.actions_list.by_name.values():
        assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in said


def test_about_shows_every_licence(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.show_about()
    about = window.findChild(About)
    assert about is not None
    listed, licence = about.findChild(QTreeWidget), about.findChild(QPlainTextEdit)
    assert listed is not None
    assert licence is not None
    texts = []
    for row in range(listed.topLevelItemCount()):
        listed.setCurrentIndex(listed.model().index(row, 0))
        texts.append(licence.toPlainText())
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts[0]
    assert all(len(text) > 900 for text in texts)
