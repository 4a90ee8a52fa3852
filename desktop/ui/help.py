"""The help: a list of contents with a search, and the page."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from .. import assets
from ..domain.message import N_
from ..presentation.help import Page, pages
from .actions import COMMANDS, plain_words
from .documents import load
from .form.framed import FramedField
from .session import Session
from .theme import FIGURE, GAP, MARGIN, SECONDARY, SENTENCE, WIDE_MARGIN, colours, widened

if TYPE_CHECKING:
    from .main_window import MainWindow

SIZE = (980, 680)
CONTENTS_WIDTH = 240
NAME = Qt.ItemDataRole.UserRole

#: Keys of editors and tables, which no menu shows.
OTHER_KEYS: tuple[tuple[str, str], ...] = (
    ("Tab", N_("To the next field")),
    ("Return", N_("Finish the field")),
    ("Ctrl+1", N_("To the first tab, and so on to the ninth")),
    ("Space", N_("Explain the figure")),
    ("Esc", N_("Close the explanation")),
    ("Ctrl+Tab", N_("Leave the table")),
    ("Alt+Up", N_("Move rows up")),
    ("Alt+Down", N_("Move rows down")),
)


class Help(QWidget):
    """The help in a window of its own; the list shows the pages on which all that is sought is found."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("help")
        self._window = window
        self._pages: tuple[Page, ...] = ()
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self.search, self.contents, self.page, self._count = FramedField(), QListWidget(), QTextBrowser(), QLabel()
        for widget, name in ((self.search, "search"), (self.contents, "contents"), (self.page, "page")):
            widget.setObjectName(f"help.{name}")
        self.page.setOpenLinks(False)
        for frame in (self.page, self.contents):
            frame.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setSpacing(2)
        self.contents.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.search.setClearButtonEnabled(True)
        self._lay_out()
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(lambda: self._turn(1))
        self.contents.currentItemChanged.connect(self._show_page)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._focus_search)
        QShortcut(QKeySequence("F3"), self).activated.connect(lambda: self._turn(1))
        QShortcut(QKeySequence("Shift+F3"), self).activated.connect(lambda: self._turn(-1))
        self.retranslate()
        self.resize(*SIZE)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(widened(CONTENTS_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.search, self._count, self.contents):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.page, 1)

    def open_page(self, name: str) -> None:
        """Show a page by its name, whatever was sought."""
        self.search.clear()
        items = (self.contents.item(row) for row in range(self.contents.count()))
        self.contents.setCurrentItem(next(item for item in items if item.data(NAME) == name))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        locale = self._window.session.locale
        book = _example(locale.language).book
        self._pages = pages(book, locale, self._keys())
        self.setWindowTitle(locale.text(N_("Help — Bunkatsu")))
        self.search.setPlaceholderText(locale.text(N_("Search")))
        self.search.setAccessibleName(locale.text(N_("Search")))
        self.contents.setAccessibleName(locale.text(N_("Contents")))
        self.page.setAccessibleName(locale.text(N_("Page")))
        self._seek()

    def _keys(self) -> list[tuple[str, str]]:
        """Every shortcut with its words."""
        text, named = self._window.session.locale.text, self._window.actions_list.by_name
        listed = [(c.text, named[c.name].shortcut()) for c in COMMANDS if not named[c.name].shortcut().isEmpty()]
        listed += [(words, QKeySequence(keys)) for keys, words in OTHER_KEYS]
        native = QKeySequence.SequenceFormat.NativeText
        return [(plain_words(text(words)), keys.toString(native)) for words, keys in listed]

    @property
    def _sought(self) -> str:
        return unicodedata.normalize("NFKC", self.search.text()).strip()

    def _seek(self) -> None:
        """List the pages on which what is sought is found, and go to its first place."""
        current = self._current_name()
        found = [page for page in self._pages if self._sought.casefold() in _plain(page).casefold()]
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in found:
            item = QListWidgetItem(page.title)
            item.setData(NAME, page.name)
            self.contents.addItem(item)
        names = [page.name for page in found]
        self.contents.setCurrentRow(names.index(current) if current in names else 0)
        self.contents.blockSignals(False)
        self._say_count(len(found))
        self._show_page()

    def _say_count(self, pages_found: int) -> None:
        locale = self._window.session.locale
        self._count.setVisible(bool(self._sought))
        self._count.setText(
            locale.plural("Found on 1 page", "Found on {count} pages", pages_found)
            if pages_found
            else locale.text(N_("Not found"))
        )

    def _current_name(self) -> str:
        return str(self.contents.currentIndex().data(NAME) or "")

    def _show_page(self) -> None:
        """Show the current page, with what is sought marked in it."""
        page = next((page for page in self._pages if page.name == self._current_name()), None)
        self.page.document().setDefaultStyleSheet(_style(self._window.session.locale.language))
        self.page.document().setDocumentMargin(WIDE_MARGIN)
        self.page.setHtml(f"<h1>{page.title}</h1>{page.content}" if page else "")
        self._mark()

    def _mark(self) -> None:
        self._hits = list(_found(self.page.document(), self._sought)) if self._sought else []
        self._hit = -1
        marks = []
        for cursor in self._hits:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(colours().changed)
            mark.format.setFontUnderline(True)
            marks.append(mark)
        self.page.setExtraSelections(marks)
        if self._hits:
            self._turn(1)

    def _turn(self, steps: int) -> None:
        """Go to the next or previous place of what is sought; after the last one to the next page."""
        if not self._hits:
            return
        self._hit += steps
        if 0 <= self._hit < len(self._hits):
            self.page.setTextCursor(self._hits[self._hit])
            return
        row = (self.contents.currentRow() + steps) % self.contents.count()
        self.contents.setCurrentRow(row)
        if self.contents.count() == 1:
            self._show_page()

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.search.clear() if self.search.text() else self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and self._pages:
            self._show_page()


def _example(language: str) -> Session:
    """The example, with the figures of which the rules are explained."""
    session = Session(language)
    load(session, assets.OPENING_EXAMPLE)
    return session


def _plain(page: Page) -> str:
    """The words of a page, without its marks."""
    document = QTextDocument()
    document.setHtml(f"{page.title}<br>{page.content}")
    return document.toPlainText()


def _found(document: QTextDocument, sought: str) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    cursor = document.find(sought)
    while not cursor.isNull():
        found.append(cursor)
        cursor = document.find(sought, cursor)
    return found


def _style(language: str) -> str:
    """The style sheet of the pages; Japanese lines stand further apart."""
    c = colours()
    height = "118%" if language == "ja" else "125%"
    return f"""
        h1 {{ font-size: {SENTENCE:.2f}em; font-weight: 600; }}
        h2 {{ font-size: {FIGURE * 1.15:.2f}em; font-weight: 600; }}
        h3 {{ font-size: 1em; font-weight: 600; margin-top: 18px; margin-bottom: 2px; }}
        p, li {{ line-height: {height}; }}
        table {{ border-collapse: collapse; margin-top: 4px; margin-bottom: 8px; }}
        th {{ text-align: left; font-weight: 400; font-size: {SECONDARY:.2f}em; color: {c.secondary.name()};
              padding: 3px 16px 3px 0; border-bottom: 1px solid {c.section.name()}; }}
        td {{ padding: 4px 16px 4px 0; border-bottom: 1px solid {c.hairline.name()}; vertical-align: top; }}
        code {{ color: {c.given.name()}; }}
    """
