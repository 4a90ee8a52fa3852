"""What a document holds, and the paths by which its parts are named."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from desktop.domain.record import record
from desktop.domain.scenario import COLUMNS, TERMS, Scenario, announced_term
from desktop.domain.term import Given, Term


@record(frozen=True, slots=True)
class Mark:
    """Where a term was read: characters `start` up to `end` of the source; `inferred` where a part was worked out."""

    path: str
    start: int
    end: int
    inferred: bool = False


@record(frozen=True)
class Source:
    """The announcement that was read: its plain text and where its terms stand."""

    text: str
    marks: tuple[Mark, ...] = ()


@record(frozen=True)
class State:
    """What undo restores. `drafts` maps paths to what was typed there and cannot be read yet."""

    scenario: Scenario = field(default_factory=Scenario)
    drafts: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = None


class Place(NamedTuple):
    """A path in its parts: section or table (or `announced`), row where it is a cell, and name."""

    section: str
    row: int | None
    name: str


_CELL = re.compile(r"(\w+)\[(0|[1-9][0-9]{0,8})\]\.(\w+)", re.ASCII)
_COLUMN_NAMES = {table: frozenset(term.name for term in columns) for table, columns in COLUMNS.items()}


def announced_figure(figure: str) -> Term | None:
    """The field of a figure as the issuer printed it; none for ids that cannot be announced."""
    try:
        return announced_term(figure)
    except KeyError:
        return None


def place_of(path: str) -> Place:
    """The parts of `shares.issued`, `options[3].rights` or `announced.shares.increase`. Raises KeyError."""
    section, _, name = path.partition(".")
    if path in TERMS or (section == "announced" and announced_figure(name)):
        return Place(section, None, name)
    cell = _CELL.fullmatch(path)
    if cell and cell[3] in _COLUMN_NAMES.get(cell[1], ()):
        return Place(cell[1], int(cell[2]), cell[3])
    raise KeyError(path)


def value_at(scenario: Scenario, path: str) -> Given | None:
    """What is given at a path. Raises KeyError for an unknown path and IndexError beyond the rows."""
    section, row, name = place_of(path)
    value: Given | None
    if section == "announced":
        value = scenario.announced.get(name)
    elif row is None:
        value = getattr(getattr(scenario, section), name)
    else:
        value = getattr(getattr(scenario, section)[row], name)
    return value
