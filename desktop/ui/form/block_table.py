"""What is done to blocks of cells of an editable table: copy, paste, clear, fill, and whole rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
)
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget

from ...domain.message import Message
from ...domain.scenario import ROWS
from ...domain.term import ROW_LIMIT
from ...presentation import clipboard, incoming, row_edits
from ...presentation.forms import FormSection
from ..session import TOO_MANY_ROWS, Session
from . import intake
from .row_model import RowModel

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, without the line that adds a row."""

    rows: range
    columns: range


class BlockTable(QTableView):
    """A table of rows with the actions of a spreadsheet, each of which is one step of undo."""

    def __init__(self, session: Session, form: FormSection, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.form = session, form
        self.setObjectName(form.table)
        self._model = RowModel(session, form, self)
        self._range = False
        self.setAcceptDrops(True)

    def shows_range(self) -> bool:
        """Whether more than the current cell is selected."""
        return self._range

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        last = self._model.count - 1  # the line that adds a row is one cell, whatever Qt selects of it
        self._range = sum(r.width() * (min(r.bottom(), last) - r.top() + 1) for r in self._ranges()) > 1
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def _ranges(self) -> list[QItemSelectionRange]:
        return list(cast("Iterable[QItemSelectionRange]", self.selectionModel().selection()))

    def _area(self) -> Area:
        """The selected cells, or the current one."""
        ranges, index, count = self._ranges(), self.currentIndex(), self._model.count
        if not ranges:
            return Area(range(index.row(), min(index.row() + 1, count)), range(index.column(), index.column() + 1))
        rows = range(min(r.top() for r in ranges), min(max(r.bottom() for r in ranges) + 1, count))
        return Area(rows, range(min(r.left() for r in ranges), max(r.right() for r in ranges) + 1))

    def _select(self, rows: range, columns: range) -> None:
        if not rows:
            return
        first = self._model.index(rows.start, columns.start)
        self.setCurrentIndex(first)
        last = self._model.index(rows.stop - 1, columns.stop - 1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(first, last), flag)

    def selectAll(self) -> None:
        self._select(range(self._model.count), range(self._model.columnCount()))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as text and as a table."""
        area, terms, locale = self._area(), self._model.terms, self.session.locale
        block = [
            [clipboard.copied(terms[column], *self._model.given(row, column), locale) for column in area.columns]
            for row in area.rows
        ]
        if block:
            data = QMimeData()
            data.setText(clipboard.as_text(block))
            data.setHtml(clipboard.as_html(block))
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Put the cells on the clipboard from the current cell on, all of them or none.

        Where they have other headings, or are too many for the table, a dialog asks what the columns are.
        """
        data = QGuiApplication.clipboard().mimeData()
        files = intake.tables_in(data)
        if files:
            self.take_file(files[0])
            return
        current = self.currentIndex()
        if self._model.is_adding(current.row()):
            current = current.siblingAtColumn(0)  # the line that adds a row is one cell
        start = self._area().columns.start if self._range else max(0, current.column())
        if data.text().count("\n") > ROW_LIMIT + 1:  # before all of them are read, which would take minutes
            self.session.say(TOO_MANY_ROWS)
            return
        came = incoming.received(self.form.table, data.text(), data.html() if data.hasHtml() else "")
        block = clipboard.even(came.lines[1:] if incoming.is_own(came, start) else came.lines)
        wide = isinstance(block, list) and not row_edits.fits(block, self.form.table, start)
        if (came.heading >= 0 and not incoming.is_own(came, start)) or wide:
            self.ask_columns(came, start)
        elif isinstance(block, Message):
            self.session.say(block)
        else:
            self._paste_block(current, block)

    def _paste_block(self, current: Index, block: clipboard.Block) -> None:
        area = self._area()
        if block == [[block[0][0]]] and self._range:
            block = [block[0] * len(area.columns) for _ in area.rows]
        row, column = (area.rows.start, area.columns.start) if self._range else (current.row(), current.column())
        if not any(any(cells) for cells in block):
            return
        at = (min(max(0, row), self._model.count), max(0, column))
        self._make(self._rows().pasted(block, *at), "paste")
        self._select(range(at[0], at[0] + len(block)), range(at[1], at[1] + len(block[0])))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(intake.tables_in(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(bool(intake.tables_in(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        files = intake.tables_in(event.mimeData())
        event.setAccepted(bool(files))
        if files:
            self.take_file(files[0])

    def take_file(self, path: Path) -> None:
        """Ask what the columns of a table in a file are, and take its rows."""
        text = intake.text_of(path)
        if isinstance(text, Message):
            self.session.say(text)
        else:
            self.ask_columns(incoming.received(self.form.table, text, text), 0)

    def ask_columns(self, came: incoming.Incoming, first: int) -> None:
        """Ask what the columns of a table from elsewhere are, and take its rows."""
        from .column_dialog import ColumnDialog  # noqa: PLC0415  # not needed for the first picture

        dialog = ColumnDialog(self.session, self.form, came, first, self.window())
        dialog.accepted.connect(lambda: self._take(dialog.rows(), replacing=dialog.is_replacing))
        dialog.open()

    def _take(self, found: Sequence[Mapping[str, str]], *, replacing: bool) -> None:
        """Put the rows below those that are there, or in their place, as one step."""
        first, count = (0, self._model.count) if replacing else (self._model.count, 0)
        self._make(self._rows().taken(found, first, count), "paste")
        self._select(range(first, first + len(found)), range(self._model.columnCount()))
        self.setFocus()

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        area = self._area()
        self._rewrite(area.rows, {self._model.terms[column].name: (None, None) for column in area.columns})

    def fill_down(self) -> None:
        """Give the selected rows what stands in the first of them; a single row takes what stands above it."""
        area = self._area()
        source = area.rows.start if len(area.rows) > 1 else area.rows.start - 1
        if area.rows and source >= 0:
            rows = range(source + 1, area.rows.stop)
            names = self._model.terms
            self._rewrite(rows, {names[column].name: self._model.given(source, column) for column in area.columns})

    def _rewrite(self, rows: range, contents: dict[str, row_edits.Content]) -> None:
        if rows:
            self._make(self._rows().rewritten(rows, contents), "edit")

    def _make(self, edit: row_edits.Edit, kind: str) -> None:
        self.session.replace_rows(self.form.table, edit.first, edit.count, edit.rows, edit.drafts, kind=kind)

    def _rows(self) -> row_edits.Rows:
        present = getattr(self.session.scenario, self.form.table)
        return row_edits.Rows(self.form.table, present, self._model.drafts)

    def insert_row(self) -> None:
        """Insert an empty row above the current one."""
        row = min(max(0, self.currentIndex().row()), self._model.count)
        self.session.insert_rows(self.form.table, row, [ROWS[self.form.table]()])
        self.setCurrentIndex(self._model.index(row, 0))

    def delete_rows(self) -> None:
        """Delete the rows of the selected cells."""
        rows, column = self._area().rows, self.currentIndex().column()
        if rows:
            self.session.remove_rows(self.form.table, rows.start, len(rows))
            self.setCurrentIndex(self._model.index(min(rows.start, self._model.count), max(0, column)))

    def move_rows(self, down: int) -> None:
        """Move the rows of the selected cells down by so many rows, or up."""
        area, current = self._area(), self.currentIndex()
        to = area.rows.start + down
        if area.rows and 0 <= to <= self._model.count - len(area.rows):
            self.session.move_rows(self.form.table, area.rows.start, len(area.rows), to)
            was_range = self._range
            self.setCurrentIndex(self._model.index(current.row() + down, current.column()))
            if was_range:
                self._select(range(to, to + len(area.rows)), area.columns)
