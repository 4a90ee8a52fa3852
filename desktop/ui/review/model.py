"""The lines of a review as Qt sees them: sections, below them sentences, values and rows, below a row its values."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...calendars import calendars
from ...domain.message import N_, Message
from ...domain.scenario import Scenario
from ...domain.term import Given
from ...i18n import Locale
from ...presentation.readings import market_of, weekday_in
from ...presentation.review import Review
from ...presentation.review_lines import Item, Line, Part, ReadRow, Unread, doubt_path, paths_of
from ...presentation.review_words import (
    HINTS,
    STANDINGS,
    now_shown,
    problem_of,
    read_aloud,
    row_name,
    row_shown,
    standing_of_row,
    unread_name,
    value_shown,
)
from ..session import Session

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
#: A place in the tree is told by the places above it, in one number: none, that of the section, those of both.
SECTIONS = 64


class ReviewModel(QAbstractItemModel):
    """The tree of what was read. Every change of a decision comes through it."""

    decided = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.review = Review(())
        self.scenario = Scenario()

    @property
    def locale(self) -> Locale:
        """The language of the window."""
        return self._session.locale

    def label(self, line: Line | None) -> str:
        """The name of a field or of a row."""
        if isinstance(line, Item):
            return self.locale.text(line.term.words)
        return self.name(line) if isinstance(line, ReadRow | Unread) else ""

    def value(self, line: Line | None) -> str:
        """What is to come of a line: the value of a field, the values of a row in one."""
        if isinstance(line, ReadRow):
            return row_shown(line, self.review, self.locale)
        return value_shown(line, self.review, self.locale) if isinstance(line, Item) else ""

    def before(self, item: Item) -> str:
        """What is given now, where another value comes or is left out."""
        if item.draft is None and item.now == self.review.value(item):
            return ""
        now = now_shown(item, self.locale)
        return f"{now} →" if now and self.review.takes(item.path) else now

    def unit(self, item: Item) -> str:
        """What stands behind a value: its unit, or the weekday of a date and whether its market is closed."""
        value = self.review.value(item)
        if isinstance(value, date):
            market = self._known("schedule.market") or self.scenario.schedule.market or "JPX"
            return weekday_in(market_of(item.path, str(market)), calendars(), self.locale, value)
        return self.locale.unit(item.term.unit, self.currency)

    def _known(self, path: str) -> Given | None:
        """A value that was read."""
        return next((item.value for item in self.review.items if item.path == path), None)

    @property
    def currency(self) -> str:
        """The currency of amounts."""
        return str(self._known("company.currency") or self.scenario.company.currency or "JPY")

    def show(self, review: Review, scenario: Scenario) -> None:
        """Show another review, of what is to come into a scenario."""
        self.beginResetModel()
        self.review, self.scenario = review, scenario
        self.endResetModel()

    # -- the tree

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        above = parent.internalId()
        return self.createIndex(row, column, (parent.row() + 1) if not above else above + SECTIONS * (parent.row() + 1))

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]  # also that of the object
        if index is None or not index.isValid() or not index.internalId():
            return QModelIndex()
        line, section = divmod(index.internalId(), SECTIONS)
        return self.createIndex(line - 1, 0, section) if line else self.createIndex(section - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.review.parts)
        part, line = self.part(parent), self.line(parent)
        if part is not None:
            return len(part.lines)
        return len(line.items) if isinstance(line, ReadRow) else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: ARG002
        return 1

    # -- what stands there

    def part(self, index: Index) -> Part | None:
        """The section at an index; nothing for a line."""
        return self.review.parts[index.row()] if index.isValid() and not index.internalId() else None

    def line(self, index: Index) -> Line | None:
        """The line at an index; nothing for a section."""
        if not index.isValid() or not index.internalId():
            return None
        above, section = divmod(index.internalId(), SECTIONS)
        lines = self.review.parts[section - 1].lines
        if not above:
            return lines[index.row()]
        row = lines[above - 1]
        return row.items[index.row()] if isinstance(row, ReadRow) else None

    def all(self, parent: Index = NOWHERE) -> Iterator[QModelIndex]:
        """Every index, each before those below it."""
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            yield index
            yield from self.all(index)

    def path_of(self, index: Index) -> str:
        """What a line is about: a value, the first of a row, or the passages of a sentence to be settled."""
        match self.line(index):
            case Message():
                return doubt_path(index.row())
            case Item(path=path):
                return path
            case ReadRow(items=items):
                return items[0].path
        return ""

    def place_of(self, path: str) -> QModelIndex:
        """Where a value stands, or a sentence to be settled."""
        found = (one for one in self.all() if not isinstance(self.line(one), ReadRow))
        return next((one for one in found if self.path_of(one) == path), NOWHERE)

    def name(self, line: ReadRow | Unread) -> str:
        """What a row is called."""
        if isinstance(line, ReadRow):
            return row_name(line, self.review, self.locale)
        return unread_name(line, vars(getattr(self.scenario, line.table)[line.number]), self.locale)

    def ticked(self, line: Line | None) -> Qt.CheckState | None:
        """Whether a line is taken: wholly, in part, or not at all; nothing for a sentence."""
        if line is None or isinstance(line, Message):
            return None
        taken = [self.review.takes(path) for path in paths_of(line)]
        if isinstance(line, Unread):
            taken = [self.review.goes(line)]
        return Qt.CheckState.Checked if all(taken) else Qt.CheckState.PartiallyChecked if any(taken) else _OUT

    def problem(self, line: Line | None) -> str:
        """Why what was typed cannot be taken."""
        return problem_of(line, self.review, self.locale) if isinstance(line, Item) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        roles = Qt.ItemDataRole
        line = self.line(index)
        match role:
            case roles.DisplayRole | roles.AccessibleTextRole:
                part = self.part(index)
                return self.locale.text(part.title) if part else self.said(line)
            case roles.CheckStateRole:
                ticked = self.ticked(line)
                return None if ticked is None else ticked.value
            case roles.EditRole if isinstance(line, Item):
                return value_shown(line, self.review, self.locale)
            case roles.ToolTipRole | roles.AccessibleDescriptionRole if isinstance(line, Item | Unread):
                return self._hint(line)
        return None

    def _hint(self, line: Item | Unread) -> str:
        words = HINTS.get(self.review.standing(line), "")
        hint = self.problem(line) or self.locale.text(words)
        return hint or (self.locale.text(line.term.hint) if isinstance(line, Item) else "")

    def said(self, line: Line | None) -> str:
        """A line in words."""
        match line:
            case Message():
                return self.locale.text(line)
            case Item():
                return read_aloud(line, self.review, self.locale)
            case ReadRow():
                words = self.locale.text(STANDINGS[standing_of_row(line, self.review)])
                values = row_shown(line, self.review, self.locale)
                said = N_("{label}: {value}, {standing}")
                return self.locale.text(said, label=self.name(line), value=values, standing=words)
            case Unread():
                words = self.locale.text(STANDINGS[self.review.standing(line)])
                return self.locale.text(N_("{label}: {standing}"), label=self.name(line), standing=words)
        return ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not isinstance(line, Message):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if isinstance(line, Item) else flags

    # -- what a person decides

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        if role == Qt.ItemDataRole.EditRole and isinstance(line, Item):
            self.review.correct(line.path, str(value))
        elif role == Qt.ItemDataRole.CheckStateRole and line is not None:
            self.review.take(line, Qt.CheckState(value) == Qt.CheckState.Checked)
        else:
            return False
        self.tell()
        return True

    def take_all(self, wanted: bool) -> None:
        """Take everything, or nothing."""
        self.review.take_all(wanted)
        self.tell()

    def tell(self) -> None:
        """Let every line be read again: what is decided of one shows on others."""
        parts: Sequence[Part] = self.review.parts
        for number, part in enumerate(parts):
            top = self.index(number, 0)
            self.dataChanged.emit(self.index(0, 0, top), self.index(len(part.lines) - 1, 0, top))
            for row, line in enumerate(part.lines):
                if isinstance(line, ReadRow):
                    above = self.index(row, 0, top)
                    self.dataChanged.emit(self.index(0, 0, above), self.index(len(line.items) - 1, 0, above))
        self.decided.emit()


_OUT = Qt.CheckState.Unchecked
