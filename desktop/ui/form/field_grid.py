"""Lines of a form one below the other, on the columns that all sections share."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.scenario import term_of
from ...domain.term import Unit
from ...presentation.forms import FormLine, FormSection
from .. import theme
from ..session import Session
from .editors import Editor
from .fields import EDITOR, LABEL, UNIT, AnnouncedHeading, Columns, Field, field_for
from .line_editor import LineEditor

ROW_GAP = 4


class FieldGrid(QWidget):
    """The single fields of a section."""

    #: What is to be said about the text in an editor is another thing.
    judged = Signal()

    def __init__(self, session: Session, shared: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self._shared = session, shared
        self.fields: list[Field] = []
        self.headings: list[AnnouncedHeading] = []
        self._next_row = 0
        self._columns: Columns | None = None
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(ROW_GAP)
        self._grid.setColumnStretch(EDITOR, 1)

    def fill(self, form: FormSection) -> None:
        """Add the lines of a section, and below their heading the figures that issuers print."""
        for line in form.lines:
            self._add(line)
        if form.announced:
            heading = AnnouncedHeading(self.session, self, form.as_announced)
            self.headings.append(heading)
            self._next_row = heading.place(self._grid, self._next_row)
        for path in form.announced:
            self._add(FormLine((term_of(path),)))

    def show_only(self, paths: Sequence[str]) -> bool:
        """Have fields for these paths, in this order, and for no others; says whether any came or went.

        A field that stays keeps its editor, its focus and what is being typed.
        """
        if [field.terms[0].path for field in self.fields] == list(paths):
            return False
        present = {field.terms[0].path: field for field in self.fields}
        self.fields, self._next_row = [], 0
        for path in paths:
            if path in present:
                self._place(present.pop(path))
            else:
                self._dress(self._add(FormLine((term_of(path),))))
        for field in present.values():
            field.remove()
        return True

    def _add(self, line: FormLine) -> Field:
        field = field_for(self.session, self, line, self._shared)
        self._place(field)
        for editor in field.editors:
            if isinstance(editor, LineEditor):
                editor.judged.connect(self.judged)
        return field

    def _place(self, field: Field) -> None:
        self.fields.append(field)
        self._next_row = field.place(self._grid, self._next_row)

    def _dress(self, field: Field) -> None:
        """Give a field that comes later what the others have been given."""
        if self._columns is not None:
            field.set_columns(self._columns)
        field.retranslate()
        field.recolour()
        for widget in (field.label, *field.editors, field.unit):
            widget.show()  # a layout that is shown already would do so only later

    @property
    def _parts(self) -> list[Field | AnnouncedHeading]:
        return [*self.fields, *self.headings]

    def set_columns(self, columns: Columns, *, below: int) -> None:
        """Take the widths of the columns, and the room below the last line."""
        self._columns = columns
        for part in self._parts:
            part.set_columns(columns)
        self._grid.setContentsMargins(columns.indent, 0, 0, below)
        self.setFixedWidth(columns.total)
        self._grid.setColumnMinimumWidth(LABEL, columns.label)
        self._grid.setColumnMinimumWidth(UNIT, columns.unit)

    def editors(self) -> Iterator[Editor]:
        """The editors, from top to bottom."""
        for field in self.fields:
            yield from field.editors

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        for part in self._parts:
            part.retranslate()

    def recolour(self) -> None:
        """Take the colours of the theme."""
        for part in self._parts:
            part.recolour()

    def refresh(self) -> None:
        """Show what the document holds now."""
        for field in self.fields:
            field.refresh()
        for heading in self.headings:
            heading.retranslate()  # it may have become another kind of event
