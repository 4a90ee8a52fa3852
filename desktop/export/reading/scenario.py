"""The scenario in a workbook that was exported, also after a person has changed its inputs."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...domain.declarations import given_path
from ...domain.message import N_, Message
from ...domain.path import GIVEN
from ...domain.scenario import ANNOUNCEABLE, COLUMNS, ROWS, SECTIONS, TERMS, TOTAL, Scenario, announced_term
from ...domain.term import ROW_LIMIT, Given, Row, Term
from ...files import FileProblem, reading_problem
from ...presentation.wording import choice_aliases
from ..names import OTHER_FIGURES, OTHER_IDS, announced_name, column_name, defined_name, sheet_name
from .archive import NO_WORKBOOK, danger
from .cells import Cells, Found
from .values import given

NOT_OURS = N_("{file}: this workbook was not exported by Bunkatsu: the names of its input cells are missing.")
NO_ROWS = N_("{file}: the rows of its tables cannot be found; export the workbook again.")
DELETED = N_("{file}: the cell of an input has been deleted ({field}); clear it instead, or export the workbook again.")
WRONG = N_("Sheet “{sheet}”, cell {cell} ({field}): {problem}")
NO_ID = N_("It cannot be told of which period this figure is.")
TOO_MANY = N_("{file}: one of its tables has more than {limit} rows.")

_KEYS, _TOTALS = "dividends.periods[].period", "dividends.periods[].announced_total"
#: Announced figures in tables: the names of their ids and of the figures.
_LISTS = (
    (column_name(_KEYS), column_name(GIVEN + _TOTALS), f"{TOTAL}[{{}}]"),
    (OTHER_IDS, OTHER_FIGURES, "{}"),
)
#: The sheets of the tables of rows.
_SHEETS = {"options": "options", "dividends": "dividends", "benefits": "dividends", "holdings": "holdings"}


class Wrong(Exception):  # noqa: N818  # it never leaves the reading of a workbook, where it becomes a FileProblem
    """What is wrong in a workbook."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def load(path: str | Path) -> Scenario | FileProblem:
    """Read the inputs of a workbook; nothing is read from one that is wrong anywhere."""
    file = Path(path).name
    try:
        with Path(path).open("rb") as stream:
            problem = danger(stream, file)
            return FileProblem(problem) if problem else _scenario(_cells(stream, file), file)
    except OSError as error:
        return reading_problem(path, error)
    except Wrong as wrong:
        return FileProblem(wrong.message)


def _cells(stream: Any, file: str) -> Cells:
    scalars = [defined_name(given_path(term)) for term in TERMS.values()]
    listed = [name for ids, figures, _ in _LISTS for name in (ids, figures)]
    tables = [[_column(term) for term in columns] for columns in COLUMNS.values()]
    wanted = [*scalars, *map(announced_name, ANNOUNCEABLE), *listed, *(name for columns in tables for name in columns)]
    try:
        cells = Cells(stream, wanted, tables)
    except Exception as error:  # a damaged workbook is no mistake of ours, whatever openpyxl makes of it
        raise Wrong(Message(NO_WORKBOOK, {"file": file})) from error
    if cells.present.isdisjoint(scalars):
        raise Wrong(Message(NOT_OURS, {"file": file}))
    for name, term in _fields().items():
        if name in cells.deleted:
            raise Wrong(Message(DELETED, {"file": file, "field": term.words}))
    columns = {name for names in tables for name in names}
    if cells.defined.isdisjoint(columns) and not cells.defined.isdisjoint(map(sheet_name, _SHEETS.values())):
        raise Wrong(Message(NO_ROWS, {"file": file}))
    return cells


def _fields() -> Mapping[str, Term]:
    """The terms that have one cell, by its name."""
    return {
        **{defined_name(given_path(term)): term for term in TERMS.values()},
        **{announced_name(path): announced_term(path) for path in ANNOUNCEABLE},
    }


def _column(term: Term) -> str:
    return column_name(GIVEN + term.path)


def _scenario(cells: Cells, file: str) -> Scenario:
    parts: dict[str, dict[str, Given]] = {section: {} for section in SECTIONS}
    for path, term in TERMS.items():
        for found in cells.of(defined_name(given_path(term))):
            value = _value(term, found)
            if value is not None:
                parts[path.partition(".")[0]][term.name] = value
    sections: dict[str, Any] = {name: SECTIONS[name](**values) for name, values in parts.items()}
    tables: dict[str, Any] = {table: _rows(cells, table, file) for table in ROWS}
    return Scenario(**sections, **tables, announced=dict(_announced(cells)))


def _rows(cells: Cells, table: str, file: str) -> tuple[Row, ...]:
    """The rows of a table; one in which nothing stands is none."""
    rows: dict[int, dict[str, Any]] = {}
    for term in COLUMNS[table]:
        for found in cells.of(_column(term)):
            value = _value(term, found)
            if value is not None:
                rows.setdefault(found.row, {})[term.name] = value
    if len(rows) > ROW_LIMIT:
        raise Wrong(Message(TOO_MANY, {"file": file, "limit": ROW_LIMIT}))
    return tuple(ROWS[table](**rows[number]) for number in sorted(rows))


def _announced(cells: Cells) -> Iterator[tuple[str, Given]]:
    """What the issuer printed, by the ids of the figures."""
    for path in ANNOUNCEABLE:
        for found in cells.of(announced_name(path)):
            yield from _figure(path, found)
    for ids, figures, pattern in _LISTS:
        known = {found.row: str(found.value).removeprefix("announced.") for found in cells.of(ids)}
        for found in cells.of(figures):
            yield from _figure(pattern.format(known.get(found.row, "")), found)


def _figure(path: str, found: Found) -> Iterator[tuple[str, Given]]:
    try:
        term = announced_term(path)
    except KeyError:
        fields = {"sheet": found.sheet, "cell": found.cell, "field": str(found.value)[:40], "problem": Message(NO_ID)}
        raise Wrong(Message(WRONG, fields)) from None
    value = _value(term, found)
    if value is not None:
        yield path, value


def _value(term: Term, found: Found) -> Given | None:
    value = given(term, found, _aliases(term))
    if isinstance(value, Message):
        fields = {"sheet": found.sheet, "cell": found.cell, "field": term.words, "problem": value}
        raise Wrong(Message(WRONG, fields))
    return value


@lru_cache(maxsize=64)
def _aliases(term: Term) -> Mapping[str, str]:
    return choice_aliases(term)
