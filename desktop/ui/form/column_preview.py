"""The first rows of a table from elsewhere, as they will stand in the editable table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from ...domain.message import N_, Message
from ...domain.scenario import COLUMNS
from ...presentation import entry
from ...presentation.forms import FormSection
from ...presentation.wording import choice_aliases
from ..session import Session
from ..theme import colours, sized
from .breaks import plain
from .line_editor import RIGHT_ALIGNED

ROWS = 5
ROW_HEIGHT, NARROWEST = 24, 72
#: Before a text that cannot be read; the table below marks it in its own way.
MARK = "⚠ "


class ColumnPreview(QTableWidget):
    """Rows to look at; a cell that cannot be read bears a mark and says why."""

    def __init__(self, session: Session, form: FormSection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columns.preview")
        self._session, self._form = session, form
        self._shown: tuple[Sequence[str], Sequence[Mapping[str, str]]] = ((), ())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(sized(ROW_HEIGHT))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(sized(NARROWEST))
        self.setFixedHeight(sized(ROW_HEIGHT) * (ROWS + 1) + sized(ROW_HEIGHT))

    def show_rows(self, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
        """Show the first rows in columns, which stand in the order of the table."""
        self._shown = ([t.name for t in COLUMNS[self._form.table] if t.name in columns], rows[:ROWS])
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        names, rows = self._shown
        text = self._session.locale.text
        terms = [term for term in COLUMNS[self._form.table] if term.name in names]
        self.setAccessibleName(text(N_("The first rows as they will stand in the table")))
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(terms))
        for column, term in enumerate(terms):
            right = term.kind in RIGHT_ALIGNED
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            heading = QTableWidgetItem(plain(text(term.label)))
            heading.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, heading)
            aliases = choice_aliases(term)
            for row, texts in enumerate(rows):
                read = entry.read(term, texts[term.name], aliases)
                item = QTableWidgetItem(self._worded(term.name, read, texts[term.name]))
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                if isinstance(read, Message):
                    item.setForeground(QBrush(colours().error))
                    item.setToolTip(text(read))
                    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, text(read))
                self.setItem(row, column, item)
        self.resizeColumnsToContents()

    def _worded(self, name: str, read: object, typed: str) -> str:
        """A cell as the table will show it."""
        term = next(term for term in COLUMNS[self._form.table] if term.name == name)
        if isinstance(read, Message):
            return MARK + typed
        if read is None:
            return ""
        words = {option.code: option.text for option in term.options}
        if read in words:
            return plain(self._session.locale.text(words[str(read)]))
        return self._session.locale.given(read, term.unit)
