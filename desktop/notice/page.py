"""From the words of a page to its text: tables by their rows, columns one after the other, sentences whole."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, islice

from ..domain.record import record
from .page_grid import Grid, grids
from .page_lines import Line, Passage, is_item, lines, paragraphs, rejoined
from .page_rows import ruled_rows, unruled_rows
from .page_rulings import Ruling
from .page_signs import Word

#: Heights of a line that a gap between lines has at most where they belong together.
_APART, _CLOSE = 3.5, 1.0
#: What a column of running text has at least: lines, heights of a line in width, and the share of lines that fill it.
_LINES, _WIDTH, _FILLED = 5, 16, 0.2
#: A row has no more gaps than these.
_GAPS = 60
#: Lines at the top and at the bottom that may stand on every page.
_MARGINS = 2
#: So many characters alone in their line are no cell.
_SENTENCE = 25
_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_PAGE_NUMBER = re.compile(
    r"[-–—―‐−\s]*(?:\d{1,3}|[ivx]{1,5})[-–—―‐−\s]*|(?:page|p\.)\s?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?|\d{1,3}\s?/\s?\d{1,3}(?:\s?ページ)?",
    re.IGNORECASE,
)

#: A line at the top or the bottom of a page: text without the page's number, place, and whether it is at the top.
Margin = tuple[str, int, bool]


@record(frozen=True)
class _Band:
    """Boxes that share a height of the page, from the left."""

    boxes: tuple[Line, ...]

    @property
    def bottom(self) -> float:
        """The lower edge of the lowest."""
        return min(box.bottom for box in self.boxes)

    @property
    def top(self) -> float:
        """The upper edge of the highest."""
        return max(box.top for box in self.boxes)


def boxes(words: Sequence[Word], rulings: Sequence[Ruling]) -> list[Line]:
    """What stands on a page: lines, and ruled tables."""
    tables, rest = grids(rulings, words) if rulings else ([], list(words))
    return [*lines(rest), *(_box(table) for table in tables)]


def margins(page: Sequence[Line]) -> list[Margin]:
    """The lines at the top and the bottom of a page."""
    bands = [band for band in _bands(page) if all(box.table is None for box in band.boxes)]
    return [
        _margin(band, is_top=n < _MARGINS) for n, band in enumerate(bands) if not _MARGINS <= n < len(bands) - _MARGINS
    ]


def _margin(band: _Band, *, is_top: bool) -> Margin:
    text = "\t".join(box.text for box in band.boxes)
    return text.strip(" \t0123456789/-"), round(band.boxes[0].middle / 4), is_top


def without(page: Sequence[Line], repeated: Collection[Margin]) -> list[Line]:
    """A page without lines at its top and bottom."""
    gone = {
        id(box)
        for band in _bands(page)
        for is_top in (True, False)
        if _margin(band, is_top=is_top) in repeated
        for box in band.boxes
    }
    return [box for box in page if id(box) not in gone]


def passages(page: Sequence[Line]) -> list[Passage]:
    """The text of a page in reading order, without the number of the page."""
    return list(_in_order(_without_page_number(page)))


def _box(table: Grid) -> Line:
    return Line("", table.left, table.bottom, table.right, table.top, table)


def _without_page_number(boxes: Sequence[Line]) -> list[Line]:
    bands = _bands(boxes)
    ends = [band.boxes[0] for band in (*bands[:1], *bands[-1:]) if len(band.boxes) == 1]
    numbers = {id(box) for box in ends if box.table is None and _PAGE_NUMBER.fullmatch(box.text.strip())}
    return [box for box in boxes if id(box) not in numbers]


def _bands(boxes: Iterable[Line]) -> list[_Band]:
    """Boxes by the heights that they share, from the top."""
    found = list[list[Line]]()
    bottom = 0.0
    for box in sorted(boxes, key=lambda one: -one.upper):
        if found and box.upper > bottom:
            found[-1].append(box)
            bottom = min(bottom, box.lower)
        else:
            found.append([box])
            bottom = box.lower
    return [_Band(tuple(sorted(band, key=lambda one: one.left))) for band in found]


def _in_order(boxes: Sequence[Line]) -> Iterator[Passage]:
    """What stands in boxes: running text, tables and columns, each in its turn."""
    bands, n = _bands(boxes), 0
    text = list[Line]()
    while n < len(bands):
        end, gap = _run(bands, n)
        only = bands[n].boxes[0]
        if end == n and only.table is None:
            text.append(only)
            n += 1
            continue
        yield from paragraphs(text, boxes)
        text = []
        if end == n and only.table is not None:
            yield from ruled_rows(only.table)
            n += 1
            continue
        inside = [box for band in bands[n:end] for box in band.boxes]
        sides = [box for box in inside if box.right <= gap], [box for box in inside if box.right > gap]
        if _are_columns_of_text(*sides):
            before, behind = (list(_in_order(side)) for side in sides)
            whole = rejoined(before[-1], behind[0]) if before and behind else None
            yield from [*before[:-1], whole, *behind[1:]] if whole else [*before, *behind]
        else:
            end = next((k for k in range(n + 1, end) if _is_heading(bands[k])), end)
            yield from unruled_rows([box for band in bands[n:end] for box in band.boxes])
        n = end
    yield from paragraphs(text, boxes)


def _is_heading(band: _Band) -> bool:
    """Whether a line stands alone and is a heading or a sentence, no part of a table."""
    first = band.boxes[0]
    if len(band.boxes) > 1 or first.table is not None:
        return False
    return is_item(first.text) or len(first.text) >= _SENTENCE or _NUMBER.fullmatch(first.text) is not None


def _run(bands: Sequence[_Band], start: int) -> tuple[int, float]:
    """Up to where bands from `start` on leave one gap free, and a place in it; `start` itself where there is none."""
    best, place = start, 0.0
    first = bands[start].boxes
    edges = accumulate((box.right for box in first), max)
    for gap in islice(
        ((edge, box.left) for edge, box in zip(edges, first[1:], strict=False) if edge < box.left), _GAPS
    ):
        end, free = _reach(bands, start, gap)
        if end > best:
            best, place = end, free
    return best, place


def _reach(bands: Sequence[_Band], start: int, gap: tuple[float, float]) -> tuple[int, float]:
    (left, right), end = gap, start + 1
    free = (left + right) / 2
    is_open = True
    for n in range(start + 1, len(bands)):
        band = bands[n]
        distance, size = bands[n - 1].bottom - band.top, band.boxes[0].height
        before = [box.right for box in band.boxes if box.left < (left + right) / 2]
        behind = [box.left for box in band.boxes if box.left >= (left + right) / 2]
        left, right = max([left, *before]), min([right, *behind])
        if distance > _APART * size or right - left < 0.5 * size:
            break
        is_open = is_open and distance < _CLOSE * size  # what follows on one side alone belongs to it where it is close
        if (before and behind) or is_open:
            end, free, is_open = n + 1, (left + right) / 2, True
    return end, free


def _are_columns_of_text(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the page has two columns here, not a table: ruled tables, lines of text that fill both, or lines apart."""
    if any(box.table for box in (*left, *right)):
        return True
    filled = sorted((_filled(left), _filled(right)))
    if filled[0] < 0:
        return False
    return filled[0] >= _LINES or _are_apart(left, right)


def _are_apart(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether hardly a line of two sides stands beside one of the other."""
    heights = [box.middle for box in right]
    beside = sum(any(abs(box.middle - other) < 0.15 * box.height for other in heights) for box in left)
    return min(len(left), len(right)) > 2 * _LINES and beside < 0.4 * len(left)


def _filled(side: Sequence[Line]) -> int:
    """How many lines fill a side of a page; less than nothing where it is too narrow for running text."""
    plain = [box for box in side if box.table is None]
    if not side:
        return -1
    width = max(box.right for box in side) - min(box.left for box in side)
    if not plain or width <= _WIDTH * plain[0].height:
        return -1
    filling = sum(box.right - box.left > 0.8 * width for box in plain)
    return filling if filling >= _FILLED * len(plain) else 0
