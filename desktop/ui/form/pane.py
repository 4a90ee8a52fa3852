"""The pane of the forms: the sections of an announcement, one below the other, each of which folds."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStyle, QVBoxLayout, QWidget

from ...domain.scenario import is_empty
from ...presentation.forms import FORMS, folded_at_first
from ..session import Session
from ..theme import own_viewport, spare_bar, widened
from .fields import Columns
from .problems import problems
from .section import Section

if TYPE_CHECKING:
    from .row_table import RowTable

#: Below this width of the window the pane takes its narrow columns.
NARROW_BELOW = 1150
#: Right of the units, before the scroll bar.
EDGE = 6
#: The first field of a new document.
RATIO = "split.old"
#: Above and below what is scrolled into sight.
AIR = 4


class FormPane(QScrollArea):
    """Everything given, as forms. Shows what the session holds and hands it what is typed."""

    def __init__(self, session: Session, folded: tuple[str, ...] | None = None, parent: QWidget | None = None) -> None:
        """The forms, with these sections folded where a person has chosen so."""
        super().__init__(parent)
        self.setObjectName("forms")
        self._session = session
        self._marked: frozenset[str] = frozenset()
        self._narrow = False
        own_viewport(self, QPalette.ColorRole.NoRole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        spare_bar(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self.setMinimumWidth(self._width(narrow=True))
        self._content = QWidget()
        self._sections = [Section(session, form, self._content) for form in FORMS]
        self._document = session.document
        self._folded_by_person = folded is not None
        self._watched: set[Section] = set()
        self._lay_out()
        self._fold(folded if folded is not None else self._folded_at_first())
        self.retranslate()
        session.changed.connect(self.refresh)
        session.pointed.connect(self._point)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for section in self._sections:
            layout.addWidget(section)
            section.head.toggled.connect(self._order_tabs)
            section.rebuilt.connect(self._order_tabs)
            section.head.toggled.connect(partial(self._watch, section))
            section.head.clicked.connect(self._keep_folding)
            section.head.clicked.connect(partial(self._show_opened, section))
        layout.addStretch()
        self.setWidget(self._content)

    def _watch(self, section: Section, _: bool) -> None:
        """Follow the current cell of a table, which is built when its section is first opened."""
        if section.table is not None and section not in self._watched:
            self._watched.add(section)
            section.table.moved.connect(partial(self._follow, section))

    def _follow(self, section: Section) -> None:
        """Keep the current cell in sight, and what is said about it."""
        if section.table is not None and section.table.has_focus():
            self._settle()
            for rect in section.what_matters():
                self._show_rect(rect.translated(0, section.y()))

    def _show_opened(self, section: Section) -> None:
        """Bring as much of a section into sight as there is room for, its head in any case."""
        if section.is_open:
            self._settle()
            self._show_rect(QRect(0, section.y(), 1, min(section.height(), self.viewport().height())))

    def _show_rect(self, rect: QRect) -> None:
        """Scroll so far that a part of the content can be seen, its top before its end."""
        self.ensureVisible(0, rect.bottom() + AIR, 0, 0)
        self.ensureVisible(0, max(0, rect.top() - AIR), 0, 0)

    def _folded_at_first(self) -> tuple[str, ...]:
        return folded_at_first(empty=is_empty(self._session.scenario))

    def _width(self, *, narrow: bool) -> int:
        """The width that the columns need beside the scroll bar, which may come at any time."""
        return Columns(narrow=narrow).total + EDGE + self._bar

    def width_for(self, window_width: int) -> int:
        """The width that the pane should have in a window of that width."""
        return self._width(narrow=window_width < widened(NARROW_BELOW))

    def sizeHint(self) -> QSize:
        return QSize(self._width(narrow=self._narrow), 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._width(narrow=False)
        if narrow != self._narrow:
            self._narrow = narrow
            for section in self._sections:
                section.set_narrow(narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None or event.spontaneous():
            return
        ratio = next(section for section in self._sections if section.holds(RATIO))
        if self._folded_by_person and not ratio.is_open:
            ratio.head.setFocus()  # what was folded stays so
        else:
            self.focus_last()

    def folded(self) -> tuple[str, ...]:
        """The names of the folded sections."""
        return tuple(section.form.name for section in self._sections if not section.is_open)

    @property
    def folded_by_person(self) -> tuple[str, ...] | None:
        """The folded sections where a person has folded or opened any, else none."""
        return self.folded() if self._folded_by_person else None

    def set_folded(self, names: Iterable[str]) -> None:
        """Fold these sections and open the others, also in the documents opened from now on."""
        self._keep_folding()
        self._fold(names)

    def _keep_folding(self) -> None:
        self._folded_by_person = True

    def _fold(self, names: Iterable[str]) -> None:
        names = set(names)
        for section in self._sections:
            section.set_open(section.form.name not in names)

    def fold_all(self, folded: bool) -> None:
        """Fold all sections, or open them all."""
        self.set_folded([section.form.name for section in self._sections] if folded else ())

    def table_with_focus(self) -> RowTable | None:
        """The table of rows that the person works in, for the actions on rows."""
        focus = QApplication.focusWidget()
        tables = (section.table for section in self._sections if section.table is not None)
        if focus is None:
            return None
        return next((table for table in tables if focus is table or table.isAncestorOf(focus)), None)

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        for section in self._sections:
            section.retranslate()

    def refresh(self) -> None:
        """Show what the document holds now."""
        if self._document is not self._session.document:
            self._document = self._session.document
            if not self._folded_by_person:
                self._fold(self._folded_at_first())
        for section in self._sections:
            section.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _point(self) -> None:
        marked = self._session.marked
        if marked != self._marked:
            changed, self._marked = marked ^ self._marked, marked
            for section in self._sections:
                section.point(changed)
        if self._session.target:
            self._go_to(self._session.target)

    def _go_to(self, path: str) -> bool:
        """Open the section of a path, scroll to its editor and give it the focus."""
        section = next((s for s in self._sections if s.holds(path)), None)
        if section is None:
            return False
        self.show()
        if not section.is_open:
            section.set_open(True)
            self._show_opened(section)
        self._settle()
        editor = section.editor(path)
        if editor is None and section.table is not None:
            section.table.go_to(path)
            self._follow(section)
            return True
        if editor is None:
            return False
        self.ensureWidgetVisible(editor, 0, 2 * editor.height())
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _settle(self) -> None:
        """Lay out at once what has just been opened, so that there is a place to scroll to."""
        layout = self._content.layout()
        if layout is not None:
            layout.activate()
            self._content.resize(self.viewport().width(), max(layout.sizeHint().height(), self.viewport().height()))

    def take_table(self, table: str, path: Path) -> None:
        """Take the rows of a file into a table, whose section is opened."""
        self._go_to(table)
        target = next((s.table for s in self._sections if s.form.table == table), None)
        if target is not None:
            target.take_file(path)

    def begin(self) -> bool:
        """Go to the ratio, with what stands above it in sight."""
        self.verticalScrollBar().setValue(0)
        return self._go_to(RATIO)

    def focus_last(self) -> None:
        """Give the focus back to the editor that had it last; at first to the ratio."""
        last: QWidget | None = self._content.focusWidget()
        if last is None or not last.isVisible():
            self._go_to(RATIO)
        else:
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_problem(self) -> bool:
        """Go to the next field that cannot be read or fails a check, after the one with the focus, if there is one."""
        found = [path for path in problems(self._session) if any(section.holds(path) for section in self._sections)]
        if not found:
            return False
        here = self.current_path
        return self._go_to(found[(found.index(here) + 1 if here in found else 0) % len(found)])

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard works here."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @property
    def current_path(self) -> str:
        """The path of the field with the focus, or of the current cell."""
        table = self.table_with_focus()
        focus = QApplication.focusWidget()
        if table is not None:
            return table.current_path()
        return focus.objectName() if focus is not None else ""

    def current_place(self) -> QRect:
        """Where that field or cell stands on the screen."""
        table, focus = self.table_with_focus(), QApplication.focusWidget()
        if table is not None:
            rect = table.current_rect()
            return QRect(table.mapToGlobal(rect.topLeft()), rect.size())
        return QRect(focus.mapToGlobal(QPoint(0, 0)), focus.size()) if focus is not None else QRect()

    def _order_tabs(self) -> None:
        """Let Tab go from top to bottom, also through sections that were built later."""
        chain: list[QWidget] = []
        for section in self._sections:
            chain.extend(section.stops())
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
