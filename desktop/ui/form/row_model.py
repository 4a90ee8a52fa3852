"""The rows of a table as Qt sees them: what is typed, what cannot be read, and the line that adds a row."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.message import N_
from ...domain.path import cell_path, name_of, row_of, table_of
from ...domain.scenario import ROWS
from ...domain.term import MONEY_STYLES, Given, Term
from ...presentation.forms import FormSection
from ..session import Session
from .breaks import plain
from .line_editor import RIGHT_ALIGNED
from .signs import sign_words, tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

#: Roles of our own: the path of a cell, whether it cannot be read, and whether it shows the default in force.
PATH_ROLE = Qt.ItemDataRole.UserRole
DRAFT_ROLE = Qt.ItemDataRole.UserRole + 1
DEFAULT_ROLE = Qt.ItemDataRole.UserRole + 2
#: How a cell stands to the announcement.
ORIGIN_ROLE = Qt.ItemDataRole.UserRole + 4
#: Of a header: its words with the hints where they may be broken.
HEADING_ROLE = Qt.ItemDataRole.UserRole + 3

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowModel(QAbstractTableModel):
    """The rows of a table of the scenario, and one more line below them on which typing adds a row."""

    def __init__(self, session: Session, form: FormSection, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.form = session, form
        self.terms: tuple[Term, ...] = form.columns
        self._rows: tuple[Any, ...] = ()
        self.drafts: dict[tuple[int, str], str] = {}
        self._defaults: list[Any] = [() for _ in self.terms]
        self._words: list[dict[object, str]] = [{} for _ in self.terms]
        self._read()

    def _read(self) -> None:
        """Take from the session what the cells look up."""
        book = self.session.book
        self._rows = getattr(book.scenario, self.form.table)
        self.drafts = _drafts_of(self.form.table, book.drafts)
        self._defaults = [book.results.column(term.path) if term.default else () for term in self.terms]

    @property
    def count(self) -> int:
        """How many rows there are, without the line that adds one."""
        return len(self._rows)

    @property
    def coming_count(self) -> int:
        """How many rows the document has, which the table shows from its next refresh on."""
        return len(getattr(self.session.scenario, self.form.table))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.terms)

    def is_adding(self, row: int) -> bool:
        """Whether a row is the line that adds one."""
        return row >= len(self._rows)

    def path(self, row: int, column: int) -> str:
        """The path of a cell."""
        return cell_path(self.terms[column].path, row)

    def _own_path(self, row: int, column: int) -> str:
        """The path of a cell; nothing on the line that adds a row."""
        return "" if self.is_adding(row) else self.path(row, column)

    def given(self, row: int, column: int) -> tuple[Given | None, str | None]:
        """What is given in a cell, and the text in it that cannot be read."""
        if self.is_adding(row):
            return None, None
        name = self.terms[column].name
        return getattr(self._rows[row], name), self.drafts.get((row, name))

    def text(self, row: int, column: int) -> str:
        """A cell as it is typed and shown; nothing for the default in force."""
        value, draft = self.given(row, column)
        if draft is not None:
            return draft
        return "" if value is None else self._worded(column, value)

    def _worded(self, column: int, value: Given) -> str:
        term = self.terms[column]
        if term.options:
            return self._words[column].get(value, str(value))
        return self.session.locale.given(value, term.unit)

    def _default(self, row: int, column: int) -> str:
        """The default in force in a cell where nothing is given."""
        in_force = self._defaults[column]
        value = in_force[row] if row < len(in_force) else None
        return "" if value is None else self._worded(column, value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(row, column)
            case Qt.ItemDataRole.EditRole:
                return self.text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                right = self.terms[column].kind in RIGHT_ALIGNED and not self.is_adding(row)
                return _RIGHT if right else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                said = (self.sentence(row, column), sign_words(self.session, self._own_path(row, column)))
                return " ".join(filter(None, said)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{plain(self.heading(column))}: {self.shown(row, column)}"
            case _ if role == PATH_ROLE:
                return self._own_path(row, column)
            case _ if role == ORIGIN_ROLE:
                return self.session.origin(self._own_path(row, column))
            case _ if role == DRAFT_ROLE:
                return self.given(row, column)[1] is not None
            case _ if role == DEFAULT_ROLE:
                return self.is_adding(row) or self.given(row, column) == (None, None)
        return None

    def shown(self, row: int, column: int) -> str:
        """What a cell shows: what is given, else the default in force."""
        if self.is_adding(row):
            return self.session.locale.text(self.form.add_row) if column == 0 else ""
        return self.text(row, column) or self._default(row, column)

    def sentence(self, row: int, column: int) -> str | None:
        """Why the text in a cell cannot be read."""
        if (row, self.terms[column].name) not in self.drafts:
            return None
        problem = self.session.problem(self.path(row, column))
        return self.session.locale.text(problem) if problem else None

    def _tip(self, row: int, column: int) -> str | None:
        """What is wrong with a cell, and the sentence that it was read from."""
        return tip(self.session, self._own_path(row, column), self.sentence(row, column) or "") or None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        if self.is_adding(index.row()):
            self.add_row()
        self.session.type(self.path(index.row(), index.column()), str(value if value is not None else ""))
        return True

    def add_row(self) -> None:
        """Make the line that adds a row an empty row."""
        self.session.insert_rows(self.form.table, self.count, [ROWS[self.form.table]()])
        self.refresh()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        term = self.terms[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain(self.heading(section))
            case _ if role == HEADING_ROLE:
                return self.heading(section)
            case Qt.ItemDataRole.ToolTipRole:
                return self.session.locale.text(term.hint)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if term.kind in RIGHT_ALIGNED else _LEFT
        return None

    def heading(self, column: int) -> str:
        """The heading of a column, with the unit where it is money, and with hints where it may be broken."""
        term, locale = self.terms[column], self.session.locale
        label = locale.hinted(term.label)
        if term.unit.style not in MONEY_STYLES or not term.unit.text:
            return label
        return locale.hinted(
            N_("{label}, {unit}"), label=label, unit=locale.unit(term.unit, self.session.book.currency)
        )

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        locale = self.session.locale
        self._words = [{option.code: plain(locale.text(option.text)) for option in term.options} for term in self.terms]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.terms) - 1)
        self._tell_changed()

    def refresh(self) -> bool:
        """Take what the document holds now; says whether any row is another.

        Rows come and go at the end and the others change their content, so that the current cell and an
        open editor stay where they are.
        """
        rows, drafts = self._rows, self.drafts
        before, after = self.count, self.coming_count
        if after > before:
            self.beginInsertRows(NOWHERE, before + 1, after)
            self._read()
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(NOWHERE, after + 1, before)
            self._read()
            self.endRemoveRows()
        else:
            self._read()
        self._tell_changed()
        return self._rows is not rows or self.drafts != drafts

    def _tell_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.count, len(self.terms) - 1))


def _drafts_of(table: str, drafts: Mapping[str, str]) -> dict[tuple[int, str], str]:
    """The drafts of a table by row and column."""
    return {(row_of(path) or 0, name_of(path)): text for path, text in drafts.items() if table_of(path) == table}
