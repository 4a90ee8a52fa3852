"""The model behind a result table: a table of the presentation, looked up cell by cell."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.exact import Value
from ...domain.message import N_, Message
from ...domain.path import column_path
from ...i18n import Locale
from ...presentation.book import Book
from ...presentation.layout import Field, Layout, RowTable, Statement
from ...presentation.plain import cell_text
from ...presentation.table import Cell, Role, Row, Table, evaluated, event_words, figure, line_basis
from ..form.breaks import plain
from ..session import Session
from .columns import NONE, ShownColumn, all_columns, with_content
from .shown import Face, Ink, Shown, shown_figure, shown_label, with_mark

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLES = Qt.ItemDataRole
_COMPARED = (Role.GIVEN, Role.CALCULATED, Role.WORD)
_IN_WORDS = {"holds": N_("{figure}, agrees"), "differs": N_("{figure}, differs")}


class ResultModel(QAbstractTableModel):
    """Shows one layout of the session's book. Nothing is formatted before it is looked at."""

    def __init__(self, session: Session, layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.layout_ = session, layout
        self._every = all_columns(layout)
        self._cache: dict[tuple[int, int], Shown] = {}
        self._take(Table(layout, session.book), with_content(layout, self._every, session.book))
        session.changed.connect(self.refresh)

    def _take(self, table: Table, columns: tuple[ShownColumn, ...]) -> None:
        self.table, self.columns = table, columns
        self._cache.clear()

    @property
    def is_statement(self) -> bool:
        """Whether the rows are items of a statement, not rows of the scenario."""
        return isinstance(self.layout_, Statement)

    @property
    def book(self) -> Book:
        """The calculated scenario that is shown."""
        return self.table.book

    @property
    def locale(self) -> Locale:
        """The language in force."""
        return self.session.locale

    def refresh(self) -> None:
        """Show the session's book, if it is another; a reset only where rows or columns come or go."""
        book = self.session.book
        if book is self.book:
            return
        table, columns = Table(self.layout_, book), with_content(self.layout_, self._every, book)
        if columns == self.columns and len(table.rows) == len(self.table.rows):
            renamed = book.is_consolidation != self.book.is_consolidation
            self._take(table, columns)
            if renamed:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self._tell_all()
            return
        self.beginResetModel()
        self._take(table, columns)
        self.endResetModel()

    def _tell_all(self) -> None:
        if self.table.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def retranslate(self) -> None:
        """Say everything in the language now in force."""
        self._cache.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._tell_all()

    # -- what the table view asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == _ROLES.DisplayRole:
            return self.shown(row, column).text
        match role:
            case _ROLES.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if self.columns[column].right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _ROLES.AccessibleTextRole:
                return self._spoken(row, column)
            case _ROLES.AccessibleDescriptionRole:
                return self._described(row, column)
            case _ROLES.ToolTipRole:
                return self._rule(row, column) or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case _ROLES.DisplayRole:
                return plain(self.heading(column))
            case _ROLES.ToolTipRole:
                return plain(self.locale.text(column.tip)) or None
            case _ROLES.AccessibleTextRole:
                return self.full_heading(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row(index.row()).kind == "group":
            return Qt.ItemFlag.NoItemFlags  # the cursor passes over headings
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # -- what the delegate and the explanation ask

    def row(self, row: int) -> Row:
        """The row as the presentation names it."""
        return self.table.rows[row]

    def cell(self, row: int, column: int) -> Cell:
        """The cell of the presentation behind a place on the screen."""
        return self.shown(row, column).cell

    def raw(self, row: int, column: int) -> Cell:
        """The same without the work of showing it, for those who ask for very many."""
        return self.table.cell(row, self.columns[column].index)

    def shown(self, row: int, column: int) -> Shown:
        """What a cell shows, worked out once until the next change."""
        found = self._cache.get((row, column))
        if found is None:
            found = self._cache[row, column] = self._shown(row, self.columns[column])
        return found

    def _shown(self, row: int, column: ShownColumn) -> Shown:
        line, cell = self.table.rows[row], self.table.cell(row, column.index)
        if line.kind == "words":
            shown = Shown(cell, cell_text(cell, self.book, self.locale), face=Face.SMALL)
        elif column is self.columns[0]:
            shown = shown_label(cell, line, self.book, self.locale)
        else:
            strong = column.strong or line.kind == "total" or _is_strong_day(line, cell)
            shown = shown_figure(cell, self.book, self.locale, right=column.right, strong=strong)
            if column.quiet:
                shown.face, shown.ink = Face.SMALL, Ink.SECONDARY
        if column.agrees != NONE and cell.role == Role.ANNOUNCED:
            with_mark(shown, self.table.cell(row, column.agrees), self.book)
        shown.text = plain(shown.text)
        shown.changed = self._has_changed(cell, line)
        return shown

    def _has_changed(self, cell: Cell, row: Row) -> bool:
        before = self.session.before
        if before is self.book.results or cell.role not in _COMPARED or (row.kind == "row" and self._rows_moved()):
            return False
        if cell.path and cell.role != Role.WORD:
            return before.value(cell.path) != cell.value
        if cell.formula is None:
            return False
        old: Value | None = evaluated(Book(self.book.scenario, before), cell.formula)
        return old != cell.value

    def _rows_moved(self) -> bool:
        """Whether rows came or went, so that equal numbers do not mean equal rows."""
        if not isinstance(self.layout_, RowTable):
            return False
        path = self.layout_.columns[0].path
        return len(self.session.before.column(path)) != len(self.book.results.column(path))

    def cause(self, row: int, column: int) -> Cell:
        """The calculated cell that a place on the screen stands for: for a printed figure the calculated one."""
        cell, agrees = self.cell(row, column), self.columns[column].agrees
        if cell.role != Role.ANNOUNCED or agrees == NONE:
            return cell
        path = self.table.cell(row, agrees).path
        if not isinstance(self.layout_, RowTable):
            return figure(self.book, path)
        calculated = [c.path for c in self.layout_.columns].index(column_path(path))
        return self.table.cell(row, calculated)

    # -- words

    def heading(self, column: ShownColumn) -> str:
        """The words over a column, with hints where they may be broken; the currency where no group above states it."""
        text = self.locale.text(event_words(column.heading, self.book))
        return text if column.group else self._with_unit(text, column)

    def group_heading(self, column: ShownColumn) -> str:
        """The words over the group of a column, with the currency that its figures share."""
        return self._with_unit(plain(self.locale.text(column.group)), column) if column.group else ""

    def full_heading(self, column: ShownColumn) -> str:
        """Group and heading in one."""
        heading, group = plain(self.heading(column)), self.group_heading(column)
        return self.locale.text(N_("{group}: {heading}"), group=group, heading=heading) if group else heading

    def _with_unit(self, text: str, column: ShownColumn) -> str:
        unit = self.locale.unit(column.unit, self.book.currency)
        return self.locale.text(N_("{heading}, {unit}"), heading=text, unit=unit) if unit else text

    def _spoken(self, row: int, column: int) -> str:
        """The cell as a screen reader says it: the figure with its unit and whether it agrees."""
        shown = self.shown(row, column)
        unit = shown.unit or self.locale.unit(shown.cell.unit, self.book.currency)
        known = shown.cell.value is not None and shown.right
        text = f"{shown.text} {unit}" if unit and not shown.text.endswith(unit) and known else shown.text
        return self.locale.text(_IN_WORDS[shown.mark], figure=text) if shown.mark else text

    def _described(self, row: int, column: int) -> str:
        """The item and the heading that the cell belongs to."""
        fields = {"item": self.shown(row, 0).text, "heading": self.full_heading(self.columns[column])}
        return self.locale.text(N_("{item}, {heading}"), **fields) if column else ""

    def _rule(self, row: int, column: int) -> str:
        line = self.row(row).line
        if line is None or self.columns[column].field != Field.BASIS:
            return ""
        basis = line_basis(line, self.book)
        return self.locale.text(Message(basis.rule)) if basis else ""


def _is_strong_day(row: Row, cell: Cell) -> bool:
    """Whether the cell holds one of the days that matter most."""
    return cell.weekday and row.line is not None and row.line.strong and cell.role != Role.ANNOUNCED
