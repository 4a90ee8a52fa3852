"""A section of the forms: its head, and a body that is built when it is first seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.message import N_
from ...domain.path import ANNOUNCED, section_of
from ...domain.scenario import term_of
from ...domain.term import NO_UNIT, Term, Unit
from ...presentation.digests import digest
from ...presentation.forms import FormSection, is_total, totals_of
from .. import theme
from ..session import Session
from .breaks import plain
from .editors import Editor
from .field_grid import ROW_GAP, FieldGrid
from .fields import Columns, shared_unit
from .labels import FormLabel, colour, quiet
from .line_editor import TextState
from .section_head import SectionHead

if TYPE_CHECKING:
    from .row_table import RowTable


class Section(QWidget):
    """A section of the forms: its head, and its fields and its table once they have been looked at."""

    #: Fields have come or gone.
    rebuilt = Signal()

    def __init__(self, session: Session, form: FormSection, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.form = session, form
        self.body: QWidget | None = None
        self.table: RowTable | None = None
        self._fields: FieldGrid | None = None
        self._totals: FieldGrid | None = None
        self._wrong: FormLabel | None = None  # what is wrong with the current cell of the table
        self._columns = Columns(narrow=False)
        self.head = SectionHead(self)
        self.head.setObjectName(f"section.{form.name}")
        self.head.toggled.connect(self._toggled)
        self._unit = shared_unit(self._terms())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)

    def _terms(self) -> list[Term]:
        return [t for line in self.form.lines for t in line.terms] + [term_of(path) for path in self.form.announced]

    @property
    def _grids(self) -> list[FieldGrid]:
        return [grid for grid in (self._fields, self._totals) if grid is not None]

    @property
    def is_open(self) -> bool:
        """Whether the section shows its fields."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open the section, or fold it."""
        self.head.setChecked(is_open)

    def holds(self, path: str) -> bool:
        """Whether the editor of a path is in this section."""
        section = section_of(path)
        if path.startswith(ANNOUNCED):
            return path in self.form.announced or is_total(self.form, path)
        return section in self.form.sections or section == self.form.table

    def _toggled(self, is_open: bool) -> None:
        if is_open:
            self._build()
            self.refresh()
        if self.body is not None:
            self.body.setVisible(is_open)
        self.refresh_head()
        self.head.update()

    def _build(self) -> None:
        if self.body is not None:
            return
        if self.form.table:
            self.body = QWidget(self)
            self._build_with_table(self.body)
        else:
            self.body = self._fields = self._new_fields(self)
        self._layout.addWidget(self.body)
        self._apply_columns()
        self.retranslate()
        self.recolour()

    def _new_fields(self, parent: QWidget) -> FieldGrid:
        fields = self._new_grid(self._unit, parent)
        fields.fill(self.form)
        return fields

    def _new_grid(self, shared: Unit, parent: QWidget) -> FieldGrid:
        grid = FieldGrid(self.session, shared, parent)
        grid.judged.connect(self.refresh_head)
        return grid

    def _build_with_table(self, body: QWidget) -> None:
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 2, 0, theme.MARGIN)
        layout.setSpacing(ROW_GAP)
        if self.form.lines:
            self._fields = self._new_fields(body)
            layout.addWidget(self._fields)
        layout.addLayout(self._new_table(body))
        if self.form.totals:
            self._totals = self._new_grid(NO_UNIT, body)
            layout.addWidget(self._totals)

    def _new_table(self, body: QWidget) -> QVBoxLayout:
        from .row_table import RowTable  # noqa: PLC0415  # not needed for the first picture

        self.table = RowTable(self.session, self.form, body)
        self._wrong = quiet(FormLabel(body, least=0))
        self._wrong.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._wrong.hide()
        layout = QVBoxLayout()
        layout.setContentsMargins(self._columns.indent, 0, 6, 0)
        layout.setSpacing(ROW_GAP)
        layout.addWidget(self.table)
        layout.addWidget(self._wrong)
        self.table.moved.connect(self._table_moved)
        return layout

    def _table_moved(self) -> None:
        self._say_wrong()
        self._show_totals()
        self.refresh_head()

    def _say_wrong(self) -> None:
        """Say under the table why the current cell cannot be read."""
        if self.table is not None and self._wrong is not None:
            self._wrong.say(self.table.problem())
            self._wrong.setVisible(bool(self.table.problem()))

    def _show_totals(self) -> None:
        """Have a field for the total of each period; none comes or goes while a cell is being typed."""
        if self._totals is None or self.table is None or self.table.is_editing():
            return
        paths = totals_of(self.form, self.session.scenario, self.session.book.drafts)
        focused = (e.path for e in self._totals.editors() if e.hasFocus() and e.path not in paths)
        if self._totals.show_only([*paths, *focused]):
            self._totals.setVisible(bool(paths))
            self.rebuilt.emit()

    def what_matters(self) -> list[QRect]:
        """Of a table what has to be in sight, the most important last: the sentence and the current cell."""
        if self.table is None or self._wrong is None:
            return []
        cell = self.table.current_rect().translated(self.table.mapTo(self, QPoint(0, 0)))
        if self._wrong.isHidden():
            return [cell]
        return [QRect(self._wrong.mapTo(self, QPoint(0, 0)), self._wrong.size()), cell]

    def set_narrow(self, narrow: bool) -> None:
        """Take the narrow columns, or the wide ones."""
        self._columns = Columns(narrow=narrow)
        self._apply_columns()

    def _apply_columns(self) -> None:
        if self._wrong is not None:
            self._wrong.set_width(self._columns.total - self._columns.indent)
        for grid in self._grids:
            grid.set_columns(self._columns, below=0 if self.form.table else theme.MARGIN)

    def editors(self) -> Iterator[Editor]:
        """The editors of single figures that have been built."""
        for grid in self._grids:
            yield from grid.editors()

    def editor(self, path: str) -> Editor | None:
        """The editor of a path, if it has been built."""
        return next((editor for editor in self.editors() if editor.path == path), None)

    def stops(self) -> Iterator[QWidget]:
        """What Tab stops at, from top to bottom."""
        yield self.head
        if self._fields is not None:
            yield from self._fields.editors()
        if self.table is not None:
            yield self.table
        if self._totals is not None:
            yield from self._totals.editors()

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        for grid in self._grids:
            grid.retranslate()
        if self.table is not None:
            self.table.retranslate()
            self._say_wrong()
        self.refresh_head()

    def recolour(self) -> None:
        """Take the colours of the theme."""
        for grid in self._grids:
            grid.recolour()
        if self.table is not None and self._wrong is not None:
            self.table.recolour()
            colour(self._wrong, "error")
        self.head.update()

    def refresh(self) -> None:
        """Show what the document holds now; a folded section has only its head to look after."""
        if self.is_open:
            self._show_totals()
            for grid in self._grids:
                grid.refresh()
            if self.table is not None:
                self.table.refresh()
        self.refresh_head()

    def refresh_head(self) -> None:
        """Say on the head what is inside, and whether something inside cannot be read."""
        locale, book = self.session.locale, self.session.book
        title = plain(locale.text(self.form.title))
        unit = locale.unit(self._unit, book.currency) if self._unit != NO_UNIT else ""
        unit = "" if unit.casefold() == title.casefold() else unit
        inside = "" if self.is_open else plain(digest(self.form.name, book, locale))
        wrong = any(self.holds(path) for path in book.drafts) and self._says_wrong()
        words = locale.text(N_("Something here cannot be read"))
        self.head.say(title, unit, inside, wrong=wrong, wrong_words=words)

    def _says_wrong(self) -> bool:
        """Whether a draft inside counts as wrong: not while it is still being typed."""
        drafts = [path for path in self.session.book.drafts if self.holds(path)]
        patient = {editor.path for editor in self.editors() if editor.state is not TextState.ERROR}
        if self.table is not None:
            patient.add(self.table.unfinished())
        return any(path not in patient for path in drafts)

    def point(self, paths: frozenset[str]) -> None:
        """Repaint the fields of these paths, whose mark has come or gone."""
        for editor in self.editors():
            if editor.path in paths:
                editor.update()
        if self.table is not None and any(section_of(path) == self.form.table for path in paths):
            self.table.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self.body is not None:
            self.recolour()
        return super().event(event)
