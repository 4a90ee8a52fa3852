"""Tables of a page as rows of text: a cell after a tab, a label of several lines whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from .page_grid import Cell, Grid
from .page_lines import Line, Passage, goes_on, joined, line_of, lines
from .page_signs import Word

#: Up to so many characters the lines of a cell are one; one of Japanese counts for two.
_SHORT = 120
#: Spacings of lines up to so many times the closest are those within a cell.
_CLOSE = 1.25
#: Heights of a line from one to the next within a cell, at most.
_PITCH = 1.8
#: In more rows than these, one may reach over several columns.
_FEW = 3
#: A gap of so many heights of a line may part two cells where other rows have a gap too.
_CELLS = 0.6

#: A paragraph of a cell, and the height of its first line.
_Part = tuple[str, float]


def ruled_rows(table: Grid) -> Iterator[Passage]:
    """The rows of a ruled table."""
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        parts = [_parts(cell) for cell in cells]
        yield from (Passage(text, cells=len(parts)) for text in _row(parts))


def _parts(cell: Cell) -> list[_Part]:
    """The paragraphs of a cell."""
    found = list[_Part]()
    rows = _by_height(lines(cell.words))
    for n, row in enumerate(rows):
        text = "\t".join(line.text for line in row)
        before = rows[n - 1][-1] if n else None
        if before and len(row) == 1 and len(rows[n - 1]) == 1 and _fills(before, row[0], cell):
            found[-1] = (joined(found[-1][0], text), found[-1][1])
        else:
            found.append((text, row[0].middle))
    return found


def _fills(line: Line, following: Line, cell: Cell) -> bool:
    if len(line.text) == 1 == len(following.text):  # a narrow cell with one sign below the other
        return True
    return goes_on(line, following, cell.left + 4, cell.right - 4)


def _by_height(found: Iterable[Line]) -> list[list[Line]]:
    rows = list[list[Line]]()
    for line in found:
        if rows and abs(rows[-1][0].middle - line.middle) < 0.4 * line.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _row(cells: Sequence[Sequence[_Part]]) -> Iterator[str]:
    """The lines of a row: one, or as many as there are in cells that each list as many values."""
    lists = [cell for cell in cells if len(cell) > 1]
    if len(lists) > 1 and all(_is_beside(lists[0], other) for other in lists[1:]):
        for n in range(len(lists[0])):
            yield _tabbed(cell[n][0] if n < len(cell) else "" for cell in cells)
    elif any(cells):
        yield _tabbed(_whole([text for text, _ in cell]) for cell in cells)


def _is_beside(one: Sequence[_Part], other: Sequence[_Part]) -> bool:
    return len(one) == len(other) and all(abs(a[1] - b[1]) < 5 for a, b in zip(one, other, strict=True))


def _tabbed(cells: Iterable[str]) -> str:
    return "\t".join(cells).rstrip("\t")


def _whole(texts: Sequence[str]) -> str:
    """The paragraphs of a cell: one text where they are short."""
    if sum(2 - sign.isascii() for text in texts for sign in text) > _SHORT:
        return "\n".join(texts)
    whole = ""
    for text in texts:
        whole = joined(whole, text)
    return whole


def unruled_rows(boxes: Sequence[Line]) -> Iterator[Passage]:
    """The rows of a table without lines, by the gaps between its columns and between its rows."""
    columns = _columns(boxes)
    blocks = [(n, block) for n, column in enumerate(columns) for block in _blocks(column)]
    for row in _overlapping(blocks):
        yield from _unruled_row(row)


def _columns(boxes: Sequence[Line]) -> list[list[Line]]:
    """Boxes by the columns that most of them keep to; one that reaches over several stands in its widest."""
    cores = _cores(boxes, max(1, len(_by_height(boxes)) // 8) if len(_by_height(boxes)) > _FEW else 0)
    found = [(left, list[Line]()) for left, _ in cores]
    for box in sorted((part for one in boxes for part in _parted(one, cores)), key=lambda one: one.left):
        shared = [min(box.right, right) - max(box.left, left) for left, right in cores]
        if shared and max(shared) > 0:
            found[shared.index(max(shared))][1].append(box)
        else:
            found.append((box.left, [box]))
    columns = [column for _, column in sorted(found, key=lambda one: one[0]) if column]
    return [sorted(column, key=lambda one: (-one.middle, one.left)) for column in columns]


def _parted(box: Line, cores: Sequence[tuple[float, float]]) -> list[Line]:
    """A line cut where it goes from one column to the next, if it does so between two of its words."""
    parts = list[list[Word]]()
    for word in box.words:
        before = parts[-1][-1] if parts else None
        gaps = [(one[1], other[0]) for one, other in pairwise(cores)]
        is_close = before and word.left - before.right < _CELLS * word.height
        if before and (is_close or not any(before.right <= right and left <= word.left for left, right in gaps)):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [line_of(part) for part in parts] if len(parts) > 1 else [box]


def _cores(boxes: Sequence[Line], most: int) -> list[tuple[float, float]]:
    """Where more boxes than `most` lie one below the other, from the left."""
    edges = sorted([(box.left, 1) for box in boxes] + [(box.right + 0.3 * box.height, -1) for box in boxes])
    found, count, start = list[tuple[float, float]](), 0, 0.0
    for place, step in edges:
        if step > 0 and count == most:
            start = place
        if step < 0 and count == most + 1:
            found.append((start, place))
        count += step
    return found


def _blocks(column: Sequence[Line]) -> list[list[list[Line]]]:
    """The lines of a column, those together that one text fills; each line may have parts of its own."""
    rows = _by_height(column)
    steps = [a[0].middle - b[0].middle for a, b in pairwise(rows)]
    left, right = min(box.left for box in column), max(box.right for box in column)
    found = list[list[list[Line]]]()
    for n, row in enumerate(rows):
        before = rows[n - 1] if n else row
        most = min(_CLOSE * min(steps, default=0.0), _PITCH * before[0].height)
        is_close = n > 0 and steps[n - 1] <= most and len(row) == len(before) == 1
        if is_close and not row[0].table and not before[0].table and goes_on(before[0], row[0], left, right):
            found[-1].append(row)
        else:
            found.append([row])
    return found


_Block = tuple[int, list[list[Line]]]


def _overlapping(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Blocks that stand beside one another, from the top."""
    found, bottom = list[list[_Block]](), 0.0
    for block in sorted(blocks, key=lambda one: -_top(one)):
        if found and _top(block) > bottom:
            found[-1].append(block)
            bottom = min(bottom, _bottom(block))
        else:
            found.append([block])
            bottom = _bottom(block)
    return found


def _top(block: _Block) -> float:
    box = block[1][0][0]
    return box.top if box.table else box.middle + 0.38 * box.height


def _bottom(block: _Block) -> float:
    box = block[1][-1][0]
    return box.bottom if box.table else box.middle - 0.38 * box.height


def _unruled_row(blocks: Sequence[_Block]) -> Iterator[Passage]:
    tables = [box.table for _, block in blocks for row in block for box in row if box.table]
    if tables:
        for table in tables:
            yield from ruled_rows(table)
        blocks = [(n, rest) for n, block in blocks if (rest := [[b for b in row if not b.table] for row in block])[0]]
    counts = Counter(n for n, block in blocks for _ in block)
    if sum(count > 1 for count in counts.values()) > 1 or any(len(row) > 1 for _, block in blocks for row in block):
        flat = [box for _, block in blocks for row in block for box in row]
        for row in _by_height(sorted(flat, key=lambda one: -one.middle)):
            yield Passage("\t".join(box.text for box in sorted(row, key=lambda one: one.left)))
    else:
        yield Passage(_tabbed(_whole([line.text for line in _lines_of(blocks, n)]) for n in sorted(counts)))


def _lines_of(blocks: Sequence[_Block], column: int) -> list[Line]:
    found = [row[0] for n, block in blocks if n == column for row in block]
    return sorted(found, key=lambda one: -one.middle)
