"""Both languages, everywhere: no English sentence in the Japanese window, nor the reverse."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTabWidget,
    QTextEdit,
    QWidget,
)  # fmt: skip

from desktop.ui.main_window import MainWindow
from tests.stories.conftest import Opened

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
#: Two English words in a row are a phrase; names of things (PDF, ADR, JPX, Ctrl+Z) are not.
ENGLISH = re.compile(r"\b[A-Za-z]?[a-z]{2,} [a-z]{2,}\b")
#: In their own language in every language.
NAMES = {"日本語", "English"}
#: The clause of the articles is shown in both languages.
CLAUSES = {"articles.ja": "ja", "articles.en": "en"}


def said(widget: QObject) -> Iterator[str]:
    """Every text that a widget or action shows or tells a screen reader."""
    for attribute in (
        "text",
        "toolTip",
        "accessibleName",
        "accessibleDescription",
        "placeholderText",
        "windowTitle",
        "title",
    ):
        reader = getattr(widget, attribute, None)
        if callable(reader) and not (attribute == "text" and isinstance(widget, QLineEdit)):
            yield str(reader())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget)


def cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for column in range(1 if isinstance(view, QListView) else model.columnCount()):
        for role in roles:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            yield from (str(model.index(row, column).data(role) or "") for row in range(model.rowCount()))


def everything(window: MainWindow) -> set[str]:
    """Every text of the window, all tabs and sections built."""
    window.form.fold_all(False)
    for index in range(window.results.count()):
        window.results.setCurrentIndex(index)
        QApplication.processEvents()
    window.show_about()
    window.show_help()
    kinds = (QWidget, QAction)
    children = [child for kind in kinds for child in window.findChildren(kind)]
    spoken = window.session.locale.language
    found = {text for child in children if CLAUSES.get(child.objectName(), spoken) == spoken for text in said(child)}
    return {text for text in found if text and text not in NAMES}


def test_no_english_sentence_in_the_japanese_window(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.set_language("ja")
    window.documents.load("example:iij-2020")  # the example speaks Japanese too
    assert not {text for text in everything(window) if ENGLISH.search(text)}


def test_no_japanese_in_the_english_window(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.set_language("ja")
    everything(window)  # all is built in Japanese first, and then renamed
    window.set_language("en")
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # fields of totals whose periods have gone
    assert not {text for text in everything(window) if JAPANESE.search(text)}


def test_clauses_speak_their_own_language(opened: Opened, language: str) -> None:
    window = opened("example:iij-2020")
    window.set_language(language)
    everything(window)
    texts = {name: found.toPlainText() for name in CLAUSES for found in [window.findChild(QTextEdit, name)] if found}
    assert not JAPANESE.search(texts["articles.en"])
    assert not ENGLISH.search(texts["articles.ja"])


def test_mnemonics_of_a_menu_do_not_clash(opened: Opened, language: str) -> None:
    window = opened("example:iij-2020")
    window.set_language(language)
    for menu in window.actions_list.menus.values():
        assert isinstance(menu, QMenu)
        keys = [match[1].lower() for action in menu.actions() if (match := re.search(r"&(\w)", action.text()))]
        assert len(keys) == len(set(keys)), [a.text() for a in menu.actions()]


def test_every_editor_has_a_name_for_screen_readers(opened: Opened, language: str) -> None:
    window = opened("example:iij-2020")
    window.set_language(language)
    window.form.fold_all(False)
    nameless = [
        widget.objectName() for widget in window.findChildren(QWidget)
        if isinstance(widget, QLineEdit | QComboBox | QAbstractButton | QAbstractItemView)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName() and not getattr(widget, "text", lambda: "")()
        and not isinstance(widget.parent(), QComboBox | QAbstractItemView)
    ]  # fmt: skip
    labelled = {label.buddy().objectName() for label in window.findChildren(QLabel) if label.buddy() is not None}
    assert [n for n in nameless if n and n not in labelled] == []
