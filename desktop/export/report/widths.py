"""How wide the columns of a printed table are, and where a table is split that is wider than the page."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from ...domain.record import record
from .grid import Entry, Grid, RowKind
from .marks import Ink, Setting, Style

GAP, GROUP_GAP, INDENT, SHAPE = 9.0, 15.0, 8.0, 11.0
#: Text in a column that wraps is not squeezed below this width.
LEAST = 52.0
#: A heading up to this width is not broken.
SHORT_HEADING = 34.0
#: No column grows by more than this where there is room.
MOST_AIR = 36.0
#: Sizes of text that are tried one after the other before a table is split.
SIZES = (8.5, 7.8, 7.0)
LARGE = 10.0
SMALLER = 0.9


@record(frozen=True)
class Faces:
    """The styles of a table in one size."""

    size: float

    def style(self, entry: Entry, *, strong: bool = False) -> Style:
        """The style of an entry."""
        size = self.size * SMALLER if entry.small else self.size
        return Style(size, entry.bold or strong, entry.ink)

    @property
    def head(self) -> Style:
        """The style of the headings."""
        return Style(max(self.size * SMALLER, 6.5), ink=Ink.SECONDARY)

    @property
    def below(self) -> Style:
        """The style of second sentences."""
        return Style(max(self.size * SMALLER, 6.5), ink=Ink.SECONDARY)


@record(frozen=True)
class Part:
    """Columns of a table that stand side by side, each with its left edge and width."""

    size: float
    columns: tuple[int, ...]
    places: tuple[tuple[float, float], ...]


@record(frozen=True)
class _Need:
    """What a column wants, and what it cannot do without."""

    natural: float
    least: float


def parts(grid: Grid, setting: Setting) -> tuple[Part, ...]:
    """The table in one part where it fits, in smaller text if need be; else in as few parts as it takes."""
    every = tuple(range(len(grid.columns)))
    sizes = (LARGE, *SIZES) if grid.large else SIZES
    needs = {size: _needs(grid, setting, Faces(size)) for size in sizes}
    unwrapped = (s for s in sizes if s != SIZES[-1] and _natural(grid, needs[s], every) <= setting.width)
    wrapped = (s for s in sizes if _least(grid, needs[s], every) <= setting.width)
    size = next(unwrapped, None) or next(wrapped, None)
    if size is not None:
        return (_part(grid, needs[size], every, size, setting.width),)
    smallest = sizes[-1]
    return tuple(_part(grid, needs[smallest], columns, smallest, setting.width)
                 for columns in _split(grid, needs[smallest], setting.width))  # fmt: skip


def _needs(grid: Grid, setting: Setting, faces: Faces) -> list[_Need]:
    """What every column needs; the last of a group makes up for a title that is wider than the group."""
    needs = [_need(grid, n, setting, faces) for n in range(len(grid.columns))]
    for title, columns in groupby(range(len(needs)), lambda n: grid.columns[n].group):
        members = list(columns)
        short = setting.measure.width(title, faces.head) - _least(grid, needs, members) if title else 0.0
        if short > 0:
            last = needs[members[-1]]
            needs[members[-1]] = _Need(max(last.natural, last.least + short), last.least + short)
    return needs


def _need(grid: Grid, index: int, setting: Setting, faces: Faces) -> _Need:
    column, measure = grid.columns[index], setting.measure
    natural = least = 0.0
    seen: set[tuple[str, bool, bool, int]] = set()
    for row in grid.rows:
        if row.kind == RowKind.GROUP:
            continue
        entry = row.entries[index]
        key = (entry.text, entry.bold, entry.small, entry.indent)
        if key in seen:
            continue
        seen.add(key)
        style = faces.style(entry, strong=row.kind == RowKind.TOTAL)
        before = INDENT * entry.indent + (SHAPE if entry.shape else 0)
        natural = max(natural, before + measure.width(entry.text, style))
        if column.wraps:
            least = max(least, before + measure.least(entry.text, style))
    heading = _heading_need(column.heading, setting, faces)
    if not column.wraps:
        return _Need(max(natural, heading), max(natural, heading))
    natural = max(natural, measure.width(column.heading, faces.head))
    return _Need(natural, max(min(natural, max(LEAST, min(least, 2 * LEAST))), heading))


def _heading_need(heading: str, setting: Setting, faces: Faces) -> float:
    """A short heading stays in one line, a longer one may take two."""
    width = setting.measure.width(heading, faces.head)
    if width <= SHORT_HEADING:
        return width
    return max(setting.measure.least(heading, faces.head), width * 0.56, SHORT_HEADING)


def _gaps(grid: Grid, columns: Sequence[int]) -> list[float]:
    """The air before each column: more where a group begins or ends."""
    pairs = pairwise(columns)
    return [0.0, *(GAP if grid.columns[a].group == grid.columns[b].group else GROUP_GAP for a, b in pairs)]


def _least(grid: Grid, needs: Sequence[_Need], columns: Sequence[int]) -> float:
    return sum(needs[n].least for n in columns) + sum(_gaps(grid, columns))


def _natural(grid: Grid, needs: Sequence[_Need], columns: Sequence[int]) -> float:
    return sum(needs[n].natural for n in columns) + sum(_gaps(grid, columns))


def _part(grid: Grid, needs: Sequence[_Need], columns: tuple[int, ...], size: float, room: float) -> Part:
    gaps = _gaps(grid, columns)
    widths = _widths(grid, [needs[n] for n in columns], columns, room - sum(gaps))
    places, x = [], 0.0
    for gap, width in zip(gaps, widths, strict=True):
        places.append((x + gap, width))
        x += gap + width
    return Part(size, columns, tuple(places))


def _widths(grid: Grid, needs: Sequence[_Need], columns: Sequence[int], room: float) -> list[float]:
    """Every column as wide as it wants and some air, or those that wrap narrower."""
    wanted = sum(need.natural for need in needs)
    if wanted > room:
        return _squeezed(needs, room)
    air = min((room - wanted) / len(needs), MOST_AIR)
    widths = [need.natural + air for need in needs]
    last = -1 if grid.columns[columns[-1]].wraps else 0  # figures stay at the right edge
    widths[last] += room - sum(widths)
    return widths


def _squeezed(needs: Sequence[_Need], room: float) -> list[float]:
    """The widest columns that wrap are made narrower until all fit; short ones stay in one line."""
    low, high = 0.0, room
    for _ in range(30):
        most = (low + high) / 2
        widths = [max(need.least, min(need.natural, most)) for need in needs]
        low, high = (low, most) if sum(widths) > room else (most, high)
    return [max(need.least, min(need.natural, low)) for need in needs]


def _split(grid: Grid, needs: Sequence[_Need], room: float) -> list[tuple[int, ...]]:
    """Runs of columns, each after those that name the rows; groups stay whole where they fit."""
    names = list(range(grid.names))
    atoms = _atoms(grid, needs, room)
    fewest = len(_filled(grid, needs, names, atoms, room))
    # As many parts as it takes, and those about equally wide.
    narrower = (room * share / 20 for share in range(10, 20))
    even = next((width for width in narrower if len(_filled(grid, needs, names, atoms, width)) == fewest), room)
    return _filled(grid, needs, names, atoms, even)


def _filled(
    grid: Grid, needs: Sequence[_Need], names: list[int], atoms: Sequence[list[int]], room: float
) -> list[tuple[int, ...]]:
    parts: list[list[int]] = [[*names]]
    for atom in atoms:
        if len(parts[-1]) > len(names) and _least(grid, needs, (*parts[-1], *atom)) > room:
            parts.append([*names])
        parts[-1] += atom
    return [tuple(part) for part in parts]


def _atoms(grid: Grid, needs: Sequence[_Need], room: float) -> list[list[int]]:
    """Columns that stay together: those of a group, unless it is wider than the page itself."""
    atoms: list[list[int]] = []
    names = tuple(range(grid.names))
    for n in range(grid.names, len(grid.columns)):
        column = grid.columns[n]
        joins = atoms and column.group and grid.columns[atoms[-1][-1]].group == column.group
        if joins and _least(grid, needs, (*names, *atoms[-1], n)) <= room:
            atoms[-1].append(n)
        else:
            atoms.append([n])
    return atoms
