"""A table of days and sentences: its rows are as tall as their words, nothing is cut."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...presentation.layout import WordTable
from ..form.breaks import bound, height_in, two_lines, words
from ..session import Session
from ..theme import GAP, SECONDARY, colours, paint_text, scaled
from .delegate import AIR
from .look import PAD
from .shown import Face
from .view import ResultTable

#: Up to this width the name of an event stands on one line.
EVENT = 88


class WordView(ResultTable):
    """The table itself: columns share the width by what they say, rows grow."""

    def _fit(self) -> None:
        self._delegate.wraps = True
        widths = self._shared(self.viewport().width())
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        for row in range(self._model.rowCount()):
            height = self._height_of(row, widths)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        if self.height() != self.full_height():
            self.setFixedHeight(self.full_height())
            self.grew.emit()

    def _shared(self, available: int) -> list[int]:
        """Every column at least its heading and longest word; the days on one line; what is left by what they lack."""
        longest = [self._longest(column) for column in range(self._model.columnCount())]
        wanted = [self._widest(column) for column in range(self._model.columnCount())]
        least = [wanted[0], max(longest[1], min(wanted[1], EVENT)), *longest[2:]]
        spare = available - sum(least)
        if spare <= 0 or not any(wanted):
            return least
        lacks = [max(0, want - has) for want, has in zip(wanted, least, strict=True)]
        total = sum(lacks) or 1.0
        return [has + int(spare * lack / total) for has, lack in zip(least, lacks, strict=True)]

    def _longest(self, column: int) -> int:
        look, model = self._delegate.look, self._model
        texts = (model.shown(row, column).text for row in range(model.rowCount()))
        parts = [word for text in texts for word in words(text)]
        parts += two_lines(model.heading(model.columns[column]), lambda line: look.width(line, Face.SMALL))
        return max(look.width(part, Face.SMALL) for part in parts) + 2 * PAD

    def _widest(self, column: int) -> int:
        look, model = self._delegate.look, self._model
        shown = (model.shown(row, column) for row in range(model.rowCount()))
        return max((look.width(each.text, each.face) for each in shown), default=0) + 2 * PAD

    def _height_of(self, row: int, widths: list[int]) -> int:
        heights = (
            height_in(QFontMetrics(self._delegate.look.fonts[shown.face]), shown.text, widths[column] - 2 * PAD)
            for column in range(self._model.columnCount())
            if (shown := self._model.shown(row, column)).text
        )
        return max(self._row_height(), *(height + 2 * AIR for height in heights))

    def full_height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows() else 0
        return self._header.sizeHint().height() + rows + bar


class WordBlock(QWidget):
    """A table of words between its title and the note on its marks; gone where it has no rows."""

    def __init__(self, session: Session, layout: WordTable, table: WordView) -> None:
        super().__init__()
        self._session, self._layout, self._table = session, layout, table
        self._title, self._note = QLabel(), QLabel()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for label in (self._title, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self._title, table, self._note):
            column.addWidget(part)
        table.grew.connect(self.refresh)
        table.model().modelReset.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """Show the block where its table has rows."""
        self.setVisible(self._table.model().rowCount() > 0)

    def retranslate(self) -> None:
        """Say title and note in the language in force."""
        text = self._session.locale.text
        self._title.setFont(scaled(self.font(), 1.0, semibold=True))
        self._title.setText(bound(text(self._layout.title)))
        self._note.setFont(scaled(self.font(), SECONDARY))
        paint_text(self._note, colours().secondary)
        self._note.setText(bound(text(self._layout.note)))
        self._note.setVisible(bool(self._layout.note))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.retranslate()
