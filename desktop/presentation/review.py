"""What a person decides about an announcement: values are looked at, corrected and accepted one by one."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from ..domain.message import Message
from ..domain.term import Given, Term
from . import entry
from .review_lines import Item, Line, Part, ReadRow, Unread, items_of, paths_of
from .wording import choice_aliases

L = TypeVar("L", ReadRow, Unread)


class Standing(StrEnum):
    """How a read value stands to what is given."""

    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    INFERRED = "inferred"
    TYPED = "typed"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"
    GOES = "goes"
    STAYS = "stays"


class Review:
    """What a person decides about a reading: what is left out, what goes, and what was typed instead."""

    def __init__(self, made: tuple[Part, ...]) -> None:
        self.parts = made
        self.left_out: set[str] = set()
        self.typed: dict[str, str] = {}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every value that was read, in the order of the lines."""
        return tuple(item for part in self.parts for line in part.lines for item in items_of(line))

    @cached_property
    def _known(self) -> Mapping[str, Item]:
        return {item.path: item for item in self.items}

    @cached_property
    def compares(self) -> bool:
        """Whether anything that was read stands beside something that is given."""
        known = any(item.now is not None or item.draft is not None for item in self.items)
        return known or any(True for _ in self._of(Unread))

    def like(self, made: tuple[Part, ...]) -> "Review":
        """The same decisions about other lines, as where another scenario is the one to be filled."""
        other = Review(made)
        other.left_out, other.typed = set(self.left_out), dict(self.typed)
        return other

    def correct(self, path: str, text: str) -> None:
        """Take what was typed in the place of a read value; what is blank is left out."""
        item = self._known[path]
        value = _read(item.term, text)
        if value is None or (value == item.value and type(value) is type(item.value)):
            self.typed.pop(path, None)
        else:
            self.typed[path] = text
        (self.left_out.add if value is None or isinstance(value, Message) else self.left_out.discard)(path)

    def value(self, item: Item) -> Given | Message | None:
        """The value to be taken: as read, or as typed; or why what was typed cannot be read."""
        text = self.typed.get(item.path)
        return item.value if text is None else _read(item.term, text)

    def can_take(self, item: Item) -> bool:
        """Whether there is a value."""
        return not isinstance(self.value(item), Message | None)

    def takes(self, path: str) -> bool:
        """Whether a value is taken, or a row of which nothing was read goes."""
        return path not in self.left_out

    def take(self, line: Line, wanted: bool) -> None:
        """Take a value, all of a row, or let a row go; what cannot be read stays out."""
        for path in paths_of(line):
            item = self._known.get(path)
            fits = wanted and (item is None or self.can_take(item))
            (self.left_out.discard if fits else self.left_out.add)(path)

    def take_all(self, wanted: bool) -> None:
        """Take everything that has a value, or nothing."""
        for part in self.parts:
            for line in part.lines:
                self.take(line, wanted)

    @property
    def accepted(self) -> dict[str, Given]:
        """The values that are taken, by their paths in the reading."""
        found = {item.path: self.value(item) for item in self.items if self.takes(item.path)}
        return {path: value for path, value in found.items() if not isinstance(value, Message | None)}

    @property
    def going(self) -> tuple[Unread, ...]:
        """The given rows that go: what was read takes their place."""
        return tuple(line for line in self._of(Unread) if self.goes(line))

    def goes(self, line: Unread) -> bool:
        """Whether a given row goes: not where nothing that was read of its table is taken."""
        return self.takes(line.path) and self.takes_rows(line.table)

    def takes_rows(self, table: str) -> bool:
        """Whether anything that was read of a table is taken."""
        return any(self.takes(item.path) for row in self._of(ReadRow) if row.table == table for item in row.items)

    def _of(self, kind: type[L]) -> Iterator[L]:
        return (line for part in self.parts for line in part.lines if isinstance(line, kind))

    @property
    def as_read(self) -> frozenset[str]:
        """The paths of the values that are taken as the announcement has them."""
        return frozenset(path for path in self.accepted if path not in self.typed)

    def standing(self, line: Item | Unread) -> Standing:
        """How a value stands to what is given, as far as it is taken."""
        if isinstance(line, Unread):
            return Standing.GOES if self.goes(line) else Standing.STAYS
        if isinstance(self.value(line), Message):
            return Standing.UNREADABLE
        if not self.takes(line.path):
            return Standing.LEFT_OUT
        if line.path in self.typed:
            return Standing.TYPED
        if line.inferred:
            return Standing.INFERRED
        if line.draft is None and line.now is None:
            return Standing.NEW
        return Standing.SAME if line.now == line.value and line.draft is None else Standing.CHANGES

    def rows_after(self, table: str) -> list[tuple[int | None, int | None]] | None:
        """The rows to come of a table, each as the given and the read row that it is made of; none for no change."""
        lines = [line for part in self.parts for line in part.lines if isinstance(line, ReadRow | Unread)]
        own = [line for line in lines if line.table == table]
        taken = self.accepted.keys()
        if not any(item.path in taken for line in own for item in items_of(line)):
            return None
        found: list[tuple[int | None, int | None]] = []
        for line in own:
            if isinstance(line, Unread):
                found += [] if self.takes(line.path) else [(line.number, None)]
            elif line.given is not None or any(item.path in taken for item in line.items):
                found.append((line.given, line.number))
        return found


def _read(term: Term, text: str) -> Given | Message | None:
    return entry.read(term, text, choice_aliases(term))
