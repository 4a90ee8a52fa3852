"""What is dropped on the window: a scenario or a workbook is opened, a table goes to the holdings."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from ..files import is_scenario, is_table, is_workbook
from .documents import Documents
from .form.pane import FormPane
from .received import files_in

#: The table that takes rows from a file that is dropped beside the tables.
HOLDINGS = "holdings"


def _opens(path: Path) -> bool:
    return is_scenario(path) or is_workbook(path)


class Dropping(QObject):
    """Knows what to do with each kind of file; what it does not know it leaves to others."""

    def __init__(self, documents: Documents, form: FormPane, window: QWidget) -> None:
        super().__init__(window)
        self._documents, self._form = documents, form

    def accepts(self, data: QMimeData) -> bool:
        """Whether anything that is dragged over the window is of a known kind."""
        return any(_opens(path) or is_table(path) for path in files_in(data))

    def drop(self, data: QMimeData) -> bool:
        """Open the first scenario or workbook, or take the rows of the first table; says whether there was one."""
        files = files_in(data)
        document = next(filter(_opens, files), None)
        table = next(filter(is_table, files), None)
        if document is not None:
            self._documents.open_path(document)
        elif table is not None:
            self._form.take_table(HOLDINGS, table)
        return document is not None or table is not None
