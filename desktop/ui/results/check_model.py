"""The list of checks as a tree of groups and findings, in words that are made when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.message import N_
from ...presentation.clipboard import Copied
from ...presentation.finding_words import Told, second_line, told
from ...presentation.findings import GROUP_TITLES, Finding, Group, group_count, grouped
from ..session import Session

Index = QModelIndex | QPersistentModelIndex

Groups = Sequence[tuple[Group, tuple[Finding, ...]]]

#: The parent of a group, which is told from that of a finding by its number.
TOP = 0


class CheckModel(QAbstractItemModel):
    """Groups at the top, findings below them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._groups: Groups = ()
        self._told: dict[str, Told] = {}
        self.refresh()

    def refresh(self) -> None:
        """Re-read the session; rows stay where they are when none has come, gone or moved."""
        groups = tuple(grouped(self._session.findings).items())
        self._told = {}
        if _ids(groups) != _ids(self._groups):
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            return
        self._groups = groups
        for number, (_, found) in enumerate(groups):
            top = self.index(number, 0)
            self.dataChanged.emit(top, top)
            self.dataChanged.emit(self.index(0, 0, top), self.index(len(found) - 1, 0, top))

    # -- the tree

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # as Qt's own
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]  # also that of the object
        if index is None or not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == TOP else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return 1

    # -- what stands there

    def group(self, index: Index) -> Group | None:
        """The group at an index; nothing for a finding."""
        return self._groups[index.row()][0] if index.isValid() and index.internalId() == TOP else None

    def finding(self, index: Index) -> Finding | None:
        """The finding at an index; nothing for a group."""
        if not index.isValid() or index.internalId() == TOP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def count(self, index: Index) -> str:
        """How many stand in the group at an index, in words."""
        group, found = self._groups[index.row()]
        return group_count(group, found, self._session.locale)

    def told(self, finding: Finding) -> Told:
        """The finding in the language in force."""
        made = self._told.get(finding.check.id)
        if made is None:
            made = self._told[finding.check.id] = told(finding, self._session.book, self._session.locale)
        return made

    def second_line(self, finding: Finding) -> str:
        """What stands below the sentence of a finding."""
        return second_line(self.told(finding), finding, self._session.locale)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        roles = Qt.ItemDataRole
        group, finding = self.group(index), self.finding(index)
        if group is not None:
            title = self._session.locale.text(GROUP_TITLES[group])
            return {roles.DisplayRole: title, roles.AccessibleTextRole: f"{title}: {self.count(index)}"}.get(
                roles(role)
            )
        if finding is None:
            return None
        match role:
            case roles.DisplayRole:
                return self.told(finding).sentence
            case roles.AccessibleTextRole:
                return self.read_aloud(finding)
            case roles.AccessibleDescriptionRole:
                return self.told(finding).rule
        return None

    def cells(self, index: Index) -> list[list[Copied]]:
        """The findings of the group at an index as rows: word, number, sentence, what stands below it."""
        rows = ((self.told(found), found) for found in self._groups[index.row()][1])
        return [
            [Copied(text) for text in (told.word, found.check.id, told.sentence, self.second_line(found))]
            for told, found in rows
        ]

    def read_aloud(self, finding: Finding) -> str:
        """The finding in one line of text: its severity or state, its number and its sentences."""
        words, text = self.told(finding), self._session.locale.text
        line = text(N_("{word} {check}: {sentence}"), word=words.word, check=finding.check.id, sentence=words.sentence)
        return " ".join((line, *self.second_line(finding).splitlines()))


def _ids(groups: Groups) -> list[tuple[Group, list[str]]]:
    return [(group, [finding.check.id for finding in found]) for group, found in groups]
