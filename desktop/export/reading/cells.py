"""The cells of a workbook that bear certain names; nothing else of it is looked at."""

import warnings
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

LAST_ROW = 1_048_576


@dataclass(frozen=True, slots=True)
class Found:
    """A cell with content: its sheet, its row, how people call it ("C8"), and what it holds."""

    sheet: str
    row: int
    cell: str
    value: object
    type: str  # as openpyxl calls it: "e" an error, "f" a formula whose result is not known
    epoch: datetime  # the day that its dates are counted from

    @property
    def place(self) -> tuple[str, str]:
        """The sheet and the cell."""
        return self.sheet, self.cell


@dataclass(frozen=True, slots=True)
class Area:
    """The cells of a name: one column of a sheet from a row to another; `grows` where more may stand below."""

    sheet: str
    column: int
    first: int
    last: int
    grows: bool = False


class Cells:
    """The cells with content by their names, from top to bottom.

    `defined` are all names of the workbook, `present` those wanted ones that have cells, `deleted` those whose cells
    a person has deleted.
    """

    def __init__(self, stream: BinaryIO, wanted: Collection[str], tables: Iterable[Collection[str]]) -> None:
        """Read the wanted names, among them the columns of tables. openpyxl may raise anything on damaged files."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a sheet has beside its cells
            workbook = load_workbook(stream, read_only=True, keep_links=False)
            self.defined = frozenset(workbook.defined_names)
            areas = {name: area for name in wanted if (area := _area(workbook, name))}
            everywhere = {name: area for name in self.defined if (area := _area_or_none(workbook, name))}
            for columns in tables:
                areas |= _grown(everywhere, areas, columns)
            self.present = frozenset(areas)
            self.deleted = [name for name in wanted if name in self.defined and name not in areas]
            self._found = _read(workbook, areas)
            if any(one.type == "f" for found in self._found.values() for one in found):
                self._found = _with_results(stream, areas, self._found)
            for columns in tables:
                self._cut(areas, [name for name in columns if name in areas])

    def of(self, name: str) -> Sequence[Found]:
        """The cells with content of a name."""
        return self._found.get(name, ())

    def _cut(self, areas: Mapping[str, Area], columns: Sequence[str]) -> None:
        """Let a table that grows end with its first blank row below the rows that bear its name."""
        growing = [name for name in columns if areas[name].grows]
        rows = {found.row for name in columns for found in self.of(name)}
        for name in growing:
            last = areas[name].last
            while last in rows:
                last += 1
            self._found[name] = [found for found in self.of(name) if found.row < max(last, areas[name].last + 1)]


def _area(workbook: Any, name: str) -> Area | None:
    """The cells of a name; none where it is missing, or where its cells have been deleted."""
    defined = workbook.defined_names.get(name)
    if defined is None or defined.type != "RANGE":
        return None
    places = [(sheet.replace("''", "'"), cells) for sheet, cells in defined.destinations]
    if len(places) != 1 or places[0][0] not in workbook.sheetnames:
        return None
    column, first, _, last = range_boundaries(places[0][1])
    return Area(places[0][0], column, first, last) if column and first and last else None


def _grown(everywhere: Mapping[str, Area], areas: Mapping[str, Area], columns: Collection[str]) -> dict[str, Area]:
    """The columns of a table below which nothing with a name stands: there rows may have been added."""
    own = {name: areas[name] for name in columns if name in areas}
    sheets = {area.sheet for area in own.values()}
    others = [area for name, area in everywhere.items() if name not in own]
    lowest = max((area.last for area in others if area.sheet in sheets), default=0)
    return {name: replace(area, grows=True) for name, area in own.items() if area.last > lowest}


def _area_or_none(workbook: Any, name: str) -> Area | None:
    try:
        return _area(workbook, name)
    except (ValueError, TypeError):  # a name of the person's own, for a whole column or a constant
        return None


def _read(workbook: Any, areas: Mapping[str, Area]) -> dict[str, list[Found]]:
    """One pass over each sheet that has areas."""
    found: dict[str, list[Found]] = defaultdict(list)
    sheets: dict[str, list[tuple[str, Area]]] = defaultdict(list)
    for name, area in areas.items():
        sheets[area.sheet].append((name, area))
    for title, named in sheets.items():
        for name, cell in _wanted(workbook[title], named):
            found[name].append(Found(title, cell.row, cell.coordinate, cell.value, cell.data_type, workbook.epoch))
    return found


def _with_results(
    stream: BinaryIO, areas: Mapping[str, Area], found: Mapping[str, list[Found]]
) -> dict[str, list[Found]]:
    """The same cells, with the results of formulas that a spreadsheet has calculated."""
    stream.seek(0)
    calculated = _read(load_workbook(stream, read_only=True, data_only=True, keep_links=False), areas)
    results = {one.place: one for row in calculated.values() for one in row}
    return {
        name: [results.get(one.place, one) if one.type == "f" else one for one in row] for name, row in found.items()
    }


def _wanted(sheet: Any, named: Sequence[tuple[str, Area]]) -> Iterator[tuple[str, Any]]:
    """The cells of a sheet with content in the areas, by their names."""
    last = LAST_ROW if any(area.grows for _, area in named) else max(area.last for _, area in named)
    columns = [area.column for _, area in named]
    least = min(columns)
    rows = sheet.iter_rows(1, last, least, max(columns))
    for number, cells in enumerate(rows, 1):
        for name, area in named:
            if area.first <= number and (number <= area.last or area.grows):
                cell = cells[area.column - least]
                if cell.value is not None and cell.value != "":
                    yield name, cell
