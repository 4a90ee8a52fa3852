"""What an announcement says beside what is given: sentences, values and rows, in the order of the forms."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..domain.given import value_at
from ..domain.message import N_, Doubt, Message
from ..domain.path import ANNOUNCED, name_of, row_of, section_of, table_of
from ..domain.record import record
from ..domain.scenario import COLUMNS, TERMS, Scenario, term_of
from ..domain.term import Given, Row, Term
from .entry_text import folded
from .forms import FORMS, FormSection
from .passages import Place

TO_SETTLE = N_("To settle first")
DOUBT = "doubt"


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


@record(frozen=True)
class Part:
    """A section of the review: sentences, values and rows under a title."""

    title: str
    lines: tuple[Line, ...]


@record(frozen=True)
class DoubtPassage:
    """A passage that a sentence to be settled is about."""

    path: str
    start: int
    end: int
    inferred: bool = False


def doubts(problems: Sequence[Message]) -> tuple[DoubtPassage, ...]:
    """The passages of what is to be settled, under the names of the sentences."""
    return tuple(
        DoubtPassage(doubt_path(number), *place)
        for number, problem in enumerate(problems)
        if isinstance(problem, Doubt)
        for place in problem.places
    )


def doubt_path(number: int) -> str:
    """The name of a sentence to be settled, among the paths of the terms."""
    return f"{DOUBT}[{number}]"


def is_doubt(path: str) -> bool:
    """Whether a path is the name of a sentence to be settled."""
    return path.startswith(f"{DOUBT}[")


def items_of(line: Line) -> tuple[Item, ...]:
    """The values of a line."""
    return line.items if isinstance(line, ReadRow) else (line,) if isinstance(line, Item) else ()


def paths_of(line: Line) -> tuple[str, ...]:
    """What is decided of a line."""
    return (line.path,) if isinstance(line, Unread) else tuple(item.path for item in items_of(line))


def parts(
    terms: Mapping[str, Given],
    places: Iterable[Place],
    scenario: Scenario,
    drafts: Mapping[str, str],
    problems: Sequence[Message] = (),
) -> tuple[Part, ...]:
    """What was read in the order of the forms; first what is to be settled, and what was worked out in part."""
    inferred = {place.path for place in places if place.inferred}
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
    now = None if table_of(path) else value_at(scenario, path)
    draft = None if table_of(path) else drafts.get(path)
    return Item(path, value, now, draft, path in inferred)


def _in_order(read: Mapping[str, Item]) -> Iterator[tuple[str, Item]]:
    """The items as the forms have them: single fields, then what the issuer printed."""
    yield from ((path, read[path]) for path in TERMS if path in read)
    yield from ((path, item) for path, item in read.items() if path.startswith(ANNOUNCED))


def _is_of(form: FormSection, path: str) -> bool:
    """Whether a single field stands in the form of a section."""
    section = section_of(path)
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
