"""What an announcement says beside what is given: values to be looked at, corrected and accepted one by one."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, Protocol, TypeVar

from ..domain.message import N_, Message
from ..domain.path import name_of, row_of, table_of
from ..domain.record import record
from ..domain.scenario import COLUMNS, TERMS, Scenario, term_of
from ..domain.term import Given, Row, Term
from . import entry
from .entry_text import folded
from .forms import FORMS, FormSection
from .wording import choice_aliases

TO_SETTLE = N_("To settle first")
ANNOUNCED = "announced."


class Passage(Protocol):
    """Where a term was read: characters `start` up to `end` of the text; `inferred` where a part was worked out."""

    @property
    def path(self) -> str:
        """The term."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character after its last."""

    @property
    def inferred(self) -> bool:
        """Whether a part was worked out."""


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


@record(frozen=True)
class Item:
    """A value that was read, and what is given in its field now: a value, or a text that cannot be read."""

    path: str
    value: Given
    now: Given | None = None
    draft: str | None = None
    inferred: bool = False

    @property
    def term(self) -> Term:
        """The field."""
        return term_of(self.path)


@record(frozen=True)
class ReadRow:
    """A row that was read, and the row given now that it is about; none for a new one."""

    table: str
    number: int
    items: tuple[Item, ...]
    given: int | None = None

    @property
    def path(self) -> str:
        """The row as the reading counts it."""
        return f"{self.table}[{self.number}]"


@record(frozen=True)
class Unread:
    """A row given now of which the announcement says nothing, though it has rows of that table."""

    table: str
    number: int

    @property
    def path(self) -> str:
        """Its name among the decisions, apart from the rows that were read."""
        return f"given.{self.table}[{self.number}]"


Line = Message | Item | ReadRow | Unread
L = TypeVar("L", ReadRow, Unread)


@record(frozen=True)
class Part:
    """A section of the review: sentences, values and rows under a title."""

    title: str
    lines: tuple[Line, ...]


def parts(
    terms: Mapping[str, Given],
    passages: Iterable[Passage],
    scenario: Scenario,
    drafts: Mapping[str, str],
    problems: Sequence[Message] = (),
) -> tuple[Part, ...]:
    """What was read in the order of the forms; first what is to be settled, and what was worked out in part."""
    inferred = {passage.path for passage in passages if passage.inferred}
    read = {path: _item(path, value, scenario, drafts, inferred) for path, value in terms.items()}
    open_ones = tuple(item for path, item in _in_order(read) if item.inferred and not table_of(path))
    found = [Part(TO_SETTLE, (*problems, *open_ones))]
    for form in FORMS:
        singles = tuple(
            item for path, item in _in_order(read) if not item.inferred and not table_of(path) and _is_of(form, path)
        )
        found.append(Part(form.title, (*singles, *rows(form.table, read, scenario))))
    return tuple(part for part in found if part.lines)


def _item(path: str, value: Given, scenario: Scenario, drafts: Mapping[str, str], inferred: Collection[str]) -> Item:
    now = None if table_of(path) else _given_at(path, scenario)
    draft = None if table_of(path) else drafts.get(path)
    return Item(path, value, now, draft, path in inferred)


def _given_at(path: str, scenario: Scenario) -> Given | None:
    if path.startswith(ANNOUNCED):
        return scenario.announced.get(path.removeprefix(ANNOUNCED))
    value: Given | None = getattr(getattr(scenario, path.partition(".")[0]), name_of(path))
    return value


def _in_order(read: Mapping[str, Item]) -> Iterator[tuple[str, Item]]:
    """The items as the forms have them: single fields, then what the issuer printed."""
    yield from ((path, read[path]) for path in TERMS if path in read)
    yield from ((path, item) for path, item in read.items() if path.startswith(ANNOUNCED))


def _is_of(form: FormSection, path: str) -> bool:
    """Whether a single field stands in the form of a section."""
    section = path.removeprefix(ANNOUNCED).partition(".")[0].partition("[")[0]
    return section in form.sections or section == form.table


# -- rows


def rows(table: str, read: Mapping[str, Item], scenario: Scenario) -> Iterator[ReadRow | Unread]:
    """The rows of a table that were read, then those given now of which nothing was read."""
    found = dict[int, dict[str, Item]]()
    for path, item in read.items():
        if table and table_of(path) == table:
            found.setdefault(row_of(path) or 0, {})[name_of(path)] = item
    if not found:
        return
    given: Sequence[Row] = getattr(scenario, table)
    pairs = _pairs(table, {n: {name: one.value for name, one in row.items()} for n, row in found.items()}, given)
    for number, row in sorted(found.items()):
        yield _read_row(table, number, row, pairs.get(number), given)
    yield from (Unread(table, number) for number in range(len(given)) if number not in pairs.values())


def _read_row(table: str, number: int, row: Mapping[str, Item], pair: int | None, given: Sequence[Row]) -> ReadRow:
    ordered = [row[term.name] for term in COLUMNS[table] if term.name in row]
    if pair is None:
        return ReadRow(table, number, tuple(ordered))
    present = [getattr(given[pair], name_of(item.path)) for item in ordered]
    items = (Item(one.path, one.value, now, None, one.inferred) for one, now in zip(ordered, present, strict=True))
    return ReadRow(table, number, tuple(items), pair)


def _pairs(table: str, read: Mapping[int, Mapping[str, Given]], given: Sequence[Row]) -> dict[int, int]:
    """Which read row is about which given one: of the same name, else of the only name with the same number in it."""
    pairs = dict[int, int]()
    for key in (_name, _figures):
        ours = _once({n: key(table, row) for n, row in read.items() if n not in pairs})
        theirs = _once({n: key(table, vars(row)) for n, row in enumerate(given) if n not in pairs.values()})
        pairs |= {n: theirs[name] for name, n in ours.items() if name in theirs}
    return pairs


def _once(names: Mapping[int, str]) -> dict[str, int]:
    """The rows by their names, without those that share a name or have none."""
    known = list(names.values())
    return {name: n for n, name in names.items() if name and known.count(name) == 1}


def _name(table: str, row: Mapping[str, Any]) -> str:
    """The name of a row: its first column, and the period where it has one."""
    first = row.get(COLUMNS[table][0].name)
    return folded(f"{first} {row.get('period') or ''}") if first is not None else ""


def _figures(table: str, row: Mapping[str, Any]) -> str:
    """The numbers in the name of a row: 5th series, 第5回."""
    return " ".join(re.findall(r"\d+", _name(table, row)))


# -- decisions


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

    def like(self, made: tuple[Part, ...]) -> "Review":
        """The same decisions about other lines, as where another scenario is the one to be filled."""
        other = Review(made)
        other.left_out, other.typed = set(self.left_out), dict(self.typed)
        return other

    def correct(self, path: str, text: str) -> None:
        """Take what was typed in the place of a read value; what is blank is left out."""
        item = self._known[path]
        value = _read(item.term, text)
        if value == item.value and type(value) is type(item.value):
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


def items_of(line: Line) -> tuple[Item, ...]:
    """The values of a line."""
    return line.items if isinstance(line, ReadRow) else (line,) if isinstance(line, Item) else ()


def paths_of(line: Line) -> tuple[str, ...]:
    """What is decided of a line."""
    return (line.path,) if isinstance(line, Unread) else tuple(item.path for item in items_of(line))


def _read(term: Term, text: str) -> Given | Message | None:
    return entry.read(term, text, choice_aliases(term))
