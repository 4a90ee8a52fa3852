"""What is given at a path: the parts of a path, and the value that the scenario has there."""

import re
from typing import NamedTuple

from .scenario import COLUMNS, TERMS, Scenario, announced_term
from .term import Given, Term


class Parts(NamedTuple):
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


def parts_of(path: str) -> Parts:
    """The parts of `shares.issued`, `options[3].rights` or `announced.shares.increase`. Raises KeyError."""
    section, _, name = path.partition(".")
    if path in TERMS or (section == "announced" and announced_figure(name)):
        return Parts(section, None, name)
    cell = _CELL.fullmatch(path)
    if cell and cell[3] in _COLUMN_NAMES.get(cell[1], ()):
        return Parts(cell[1], int(cell[2]), cell[3])
    raise KeyError(path)


def value_at(scenario: Scenario, path: str) -> Given | None:
    """What is given at a path. Raises KeyError for an unknown path and IndexError beyond the rows."""
    section, row, name = parts_of(path)
    value: Given | None
    if section == "announced":
        value = scenario.announced.get(name)
    elif row is None:
        value = getattr(getattr(scenario, section), name)
    else:
        value = getattr(getattr(scenario, section)[row], name)
    return value
