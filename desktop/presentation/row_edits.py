"""Changes of whole blocks of rows: what a paste, a clearing or a filling makes of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..domain.message import Message
from ..domain.scenario import COLUMNS, ROWS
from ..domain.term import Given, Row
from . import entry
from .clipboard import Block
from .wording import choice_aliases

#: The cell (row, column name) of a text that cannot be read yet.
Drafts = Mapping[tuple[int, str], str]

#: What stands in a cell: a value, or a text that cannot be read yet.
Content = tuple[Given | None, str | None]


@dataclass(frozen=True)
class Edit:
    """Rows that take the place of `count` rows from `first` on, and the drafts in them by path."""

    first: int
    count: int
    rows: list[Row] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rows:
    """The rows of a table as they are, with what cannot be read in them."""

    table: str
    rows: Sequence[Row]
    drafts: Drafts

    def pasted(self, block: Block, first: int, column: int) -> Edit:
        """The rows after a block has been put at a row and column; rows beyond the last are new."""
        terms = COLUMNS[self.table][column : column + len(block[0])]
        aliases = [choice_aliases(term) for term in terms]
        edit = Edit(first, min(len(block), len(self.rows) - first))
        for row, cells in enumerate(block, first):
            contents: dict[str, Content] = {}
            for term, words, text in zip(terms, aliases, cells, strict=True):
                read = entry.read(term, text, words)
                contents[term.name] = (None, text) if isinstance(read, Message) else (read, None)
            self._add(edit, row, contents)
        return edit

    def taken(self, found: Sequence[Mapping[str, str]], first: int, count: int) -> Edit:
        """The rows after `count` of them from a row on have given way to new ones, texts by the names of columns."""
        terms = {term.name: (term, choice_aliases(term)) for term in COLUMNS[self.table]}
        edit = Edit(first, count)
        for row, texts in enumerate(found, first):
            values: dict[str, Any] = {}
            for name, text in texts.items():
                read = entry.read(terms[name][0], text, terms[name][1])
                if isinstance(read, Message):
                    edit.drafts[f"{self.table}[{row}].{name}"] = text
                else:
                    values[name] = read
            edit.rows.append(ROWS[self.table](**values))
        return edit

    def rewritten(self, rows: range, contents: Mapping[str, Content]) -> Edit:
        """The rows after some columns of them have taken the same content, a value or a draft."""
        edit = Edit(rows.start, len(rows))
        for row in rows:
            self._add(edit, row, contents)
        return edit

    def _add(self, edit: Edit, row: int, contents: Mapping[str, Content]) -> None:
        """Add a row with other contents; drafts in its other columns stay."""
        present = self.rows[row] if row < len(self.rows) else ROWS[self.table]()
        values: dict[str, Any] = {name: value for name, (value, _) in contents.items()}
        edit.rows.append(replace(present, **values))  # type: ignore[type-var]  # rows are dataclasses
        drafts = {name: draft for name, (_, draft) in contents.items()}
        if self.drafts:
            kept = {term.name: self.drafts.get((row, term.name)) for term in COLUMNS[self.table]}
            drafts = kept | drafts
        edit.drafts.update({f"{self.table}[{row}].{name}": text for name, text in drafts.items() if text is not None})


def fits(block: Block, table: str, column: int) -> bool:
    """Whether a table has room for a block from a column on."""
    return len(block[0]) <= len(COLUMNS[table]) - column
