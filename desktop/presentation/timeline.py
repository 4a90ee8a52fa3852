"""The time line as numbers: days as cells, long pauses folded, lanes below. Screen and print draw the same.

Cells with an event share the width. Where that leaves them too narrow, events of low rank go first, then days
without an event fold, then further events go by rank; the two loud ones stay.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, lru_cache

from ..domain.message import N_
from ..domain.record import record
from ..i18n import BREAK, Locale
from .book import Book
from .events import MINOR, Event, events
from .lanes import Hold, Lane, Span, lanes

LEAST, PLAIN, FOLDED, TAIL = 66.0, 40.0, 32.0, 16.0
#: Pauses up to so many days are drawn day by day while there is room.
SHORT_PAUSE = 3
#: Dates further apart than this are told apart by their years.
SAME_SEASON = 300
CELL, CAP, LANE, LANE_GAP, PAD, AIR = 38.0, 3.0, 21.0, 4.0, 8.0, 3.0
_DAY = timedelta(days=1)


@record(frozen=True)
class Ruler:
    """How wide a text is in the faces of the drawing, and the height of a line of labels."""

    label: Callable[[str], float]
    strong: Callable[[str], float]
    line: float

    @cached_property
    def lines(self) -> Callable[[str, float], tuple[str, ...]]:
        """The lines of a label in so much room, remembered with the ruler: they come back at every keystroke."""
        return lru_cache(maxsize=256)(lambda text, room: wrapped(text, room, self.label))


@record(frozen=True)
class Item:
    """A day, or `count` days folded into one gap, with what happens there."""

    day: date
    count: int = 1
    folded: bool = False
    events: tuple[Event, ...] = ()

    @property
    def end(self) -> date:
        """The day after."""
        return self.day + self.count * _DAY


@record(frozen=True)
class Cell:
    """An item on the drawing, with its words; `lines` stand above it, each loud or not."""

    item: Item
    x: int
    width: int
    title: str
    note: str
    closed: bool = False
    loud: bool = False
    lines: tuple[tuple[str, bool], ...] = ()
    label_x: float = 0.0  # the middle of the label


@record(frozen=True)
class Bar:
    """A stretch of a lane; its text may run on over the next bars where they say nothing."""

    x: int
    width: int
    hold: Hold
    closed: bool
    text: str


@record(frozen=True)
class Drawing:
    """Everything to be drawn, from the top: labels, cells, lanes, and today's mark."""

    width: float
    height: float
    cells: tuple[Cell, ...]
    cells_y: float
    cells_height: float
    lanes: tuple[tuple[Bar, ...], ...]
    lanes_y: float
    lane_height: float
    events: tuple[Event, ...]  # all of them, also those for which there is no room
    held: tuple[Lane, ...]
    today: float | None = None

    @property
    def days(self) -> tuple[Cell, ...]:
        """The cells on which something happens."""
        return tuple(cell for cell in self.cells if cell.item.events)

    def lane_y(self, index: int) -> float:
        """The top of a lane."""
        return self.lanes_y + index * (self.lane_height + LANE_GAP)


def drawing(book: Book, locale: Locale, ruler: Ruler, width: float, today: date | None = None) -> Drawing | None:
    """The time line within a width; none where fewer than two days are known."""
    found = events(book)
    if len({event.day for event in found}) < 2:
        return None
    items, edges = _items_within(found, locale, ruler, width - TAIL)
    cells = _cells(items, edges, book, locale, ruler)
    cells_y = max((len(cell.lines) for cell in cells), default=0) * ruler.line + AIR + CAP
    cells_height = max(CELL, round(2.4 * ruler.line))
    lanes_y, lane_height = cells_y + cells_height + 2 * LANE_GAP, max(LANE, ruler.line + 5)
    holding = lanes(book, locale)
    drawn = tuple(_bars(lane, items, edges, ruler, width) for lane in holding)
    marked = _today(today, items, edges)
    height = lanes_y + len(drawn) * (lane_height + LANE_GAP) + (ruler.line if marked is not None else 0)
    return Drawing(
        width, height, cells, cells_y, cells_height, drawn, lanes_y, lane_height, found, holding, marked
    )  # fmt: skip


# -- which days


def _items_within(
    found: Sequence[Event], locale: Locale, ruler: Ruler, width: float
) -> tuple[tuple[Item, ...], list[int]]:
    """The items that leave room for every event on show, and their edges."""
    items: tuple[Item, ...] = ()
    for kept, folds in _steps(found):
        if len({event.day for event in kept}) < 2:
            break
        items = _items(kept, folds=folds)
        if _share(items, width, ruler) >= max(LEAST, _longest_word(kept, locale, ruler) + 2 * AIR):
            break
    return items, _edges(items, width, ruler)


def _steps(found: Sequence[Event]) -> Iterator[tuple[list[Event], bool]]:
    """The events kept and whether all pauses fold, from all the space in the world to none."""
    ranks = sorted({event.rank for event in found}, reverse=True)
    for most in (*(r for r in ranks if r >= MINOR), MINOR - 1):
        yield [event for event in found if event.rank <= most], False
    for most in (MINOR - 1, *(r for r in ranks if r < MINOR - 1)):
        yield [event for event in found if event.rank <= most], True


def _items(kept: Sequence[Event], *, folds: bool) -> tuple[Item, ...]:
    days: dict[date, tuple[Event, ...]] = {}
    for event in kept:
        days[event.day] = (*days.get(event.day, ()), event)
    items: list[Item] = []
    for day in sorted(days):
        if items:
            items += _pause(items[-1].end, (day - items[-1].end).days, folds=folds)
        items.append(Item(day, events=days[day]))
    return tuple(items)


def _pause(first: date, count: int, *, folds: bool) -> list[Item]:
    if count > (1 if folds else SHORT_PAUSE):
        return [Item(first, count, folded=True)]
    return [Item(first + n * _DAY) for n in range(count)]


# -- how wide


def _fixed(item: Item, ruler: Ruler) -> float:
    """The width of an item on which nothing happens."""
    return max(FOLDED, ruler.label(f"{item.count:,}") + 2 * AIR) if item.folded else PLAIN


def _share(items: Sequence[Item], width: float, ruler: Ruler) -> float:
    """The width that is left for every item with an event."""
    rest = width - sum(_fixed(item, ruler) for item in items if not item.events)
    return rest / max(1, sum(1 for item in items if item.events))


def _edges(items: Sequence[Item], width: float, ruler: Ruler) -> list[int]:
    """Where each item begins, and the end of the last, in whole units so that lines are sharp."""
    share = max(_share(items, width, ruler), 1.0)
    widths = [share if item.events else _fixed(item, ruler) for item in items]
    scale = width / max(sum(widths), 1.0)
    edges, x = [0], 0.0
    for each in widths:
        x += each * scale
        edges.append(round(x))
    return edges


def place(day: date, items: Sequence[Item], edges: Sequence[int]) -> float:
    """Where a day begins on the drawing; days outside it lie at its ends."""
    for n, item in enumerate(items):
        if day < item.end:
            part = max(0, (day - item.day).days) / item.count
            return edges[n] + part * (edges[n + 1] - edges[n])
    return edges[-1]


def _today(today: date | None, items: Sequence[Item], edges: Sequence[int]) -> float | None:
    if today is None or not items or not items[0].day <= today < items[-1].end:
        return None
    begin, end = place(today, items, edges), place(today + _DAY, items, edges)
    return (begin + end) / 2


# -- words


def _cells(items: Sequence[Item], edges: Sequence[int], book: Book, locale: Locale, ruler: Ruler) -> tuple[Cell, ...]:
    shows_years = bool(items) and (items[-1].day - items[0].day).days > SAME_SEASON
    cells: list[Cell] = []
    for n, item in enumerate(items):
        before = items[n - 1] if n else None
        x, width = edges[n], edges[n + 1] - edges[n]
        if item.folded:
            note = locale.text(N_("days")) if item.count > 1 else locale.text(N_("day"))
            cells.append(Cell(item, x, width, f"{item.count:,}", note))
            continue
        names_month = before is None or before.folded or before.day.month != item.day.month
        title = locale.short_date(item.day) if names_month else str(item.day.day)
        is_closed = book.is_open(item.day) is False
        cell = Cell(item, x, width, title, _note(item, before, locale, shows_years=shows_years), is_closed)
        cells.append(_labelled(cell, locale, ruler, edges[-1]))
    return tuple(cells)


def _note(item: Item, before: Item | None, locale: Locale, *, shows_years: bool) -> str:
    weekday = locale.weekday(item.day)
    if shows_years and item.events and (before is None or before.folded):
        return locale.text(N_("{weekday}, {year}"), weekday=weekday, year=str(item.day.year))
    return weekday


def _labelled(cell: Cell, locale: Locale, ruler: Ruler, right: float) -> Cell:
    shown = [event for event in cell.item.events if not event.aside]
    if not shown:
        return cell
    room = cell.width - 2 * AIR
    lines = tuple((line, event.loud) for event in shown
                  for line in ruler.lines(locale.hinted(event.label), room))  # fmt: skip
    half = max(ruler.strong(line) if loud else ruler.label(line) for line, loud in lines) / 2
    middle = min(max(cell.x + cell.width / 2, half), max(right + TAIL - half, half))
    return replace(cell, lines=lines, loud=any(event.loud for event in shown), label_x=middle)


def wrapped(text: str, room: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """A label in as few lines as it needs, broken at its spaces and hints, the lines about equally long."""
    words = _words(text)
    lines = _filled(words, room, width_of)
    narrower = (width for width in sorted({width_of(line) for line in _runs(words)}) if width < room)
    return next((even for width in narrower if len(even := _filled(words, width, width_of)) == len(lines)), lines)


def _runs(words: Sequence[str]) -> list[str]:
    """Every line that neighbouring words could make."""
    count = len(words)
    return ["".join(words[a:b]).strip() for a in range(count) for b in range(a + 1, count + 1)]


def _filled(words: Sequence[str], room: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        if lines and width_of((lines[-1] + word).strip()) <= room:
            lines[-1] += word
        else:
            lines.append(word)
    return tuple(line.strip() for line in lines)


def _words(text: str) -> list[str]:
    """The parts that a line may not be broken in; each keeps the space after it."""
    return [part for piece in text.split(BREAK) for part in piece.replace(" ", " \0").split("\0") if part]


def _longest_word(kept: Sequence[Event], locale: Locale, ruler: Ruler) -> float:
    words = (word for event in kept if not event.aside for word in _words(locale.hinted(event.label)))
    return max((ruler.strong(word.strip()) for word in words), default=0.0)


# -- lanes


def _bars(lane: Lane, items: Sequence[Item], edges: Sequence[int], ruler: Ruler, width: float) -> tuple[Bar, ...]:
    """The spans of a lane from edge to edge; the last goes on to the end of the drawing."""
    starts = [_start(span, items, edges, int(width)) for span in lane.spans]
    ends = [*starts[1:], int(width)]
    bars: list[Bar] = []
    is_named = False
    for n, (span, start, end) in enumerate(zip(lane.spans, starts, ends, strict=True)):
        if end <= start:
            continue
        texts = span.texts if is_named or span.hold == Hold.BEFORE else (span.named, *span.texts)
        face = ruler.strong if span.hold == Hold.AFTER else ruler.label
        room = ends[_last_alike(lane, n)] - start - 2 * PAD
        text = next((text for text in texts if face(text) <= room), "")
        is_named = is_named or (bool(text) and (not span.closed or span.hold == Hold.AFTER))
        bars.append(Bar(start, end - start, span.hold, span.closed, text))
    return tuple(bars)


def _start(span: Span, items: Sequence[Item], edges: Sequence[int], end: int) -> int:
    """Where a span begins; what begins after the last day on show is not drawn."""
    if span.start is None:
        return 0
    return round(place(span.start, items, edges)) if span.start <= items[-1].end else end


def _last_alike(lane: Lane, index: int) -> int:
    """The last of the spans over which a text may run: those after its own that say nothing else."""
    while index + 1 < len(lane.spans) and not lane.spans[index + 1].texts[0]:
        index += 1
    return index


# -- the same as a list, to be read aloud and copied


def sentence(cell: Cell, book: Book, locale: Locale, today: date | None = None) -> str:
    """A day and what happens on it."""
    names = locale.text(cell.item.events[0].label)
    for event in cell.item.events[1:]:
        names = locale.text(N_("{names}, {name}"), names=names, name=locale.text(event.label))
    day = locale.date_with_weekday(cell.item.day)
    if book.is_open(cell.item.day) is False:
        day = locale.text(N_("{day}, closed day"), day=day)
    if today == cell.item.day:
        day = locale.text(N_("{day}, today"), day=day)
    return locale.text(N_("{day}: {event}"), day=day, event=names)


def rules(cell: Cell, locale: Locale) -> str:
    """What the events of a day rest on, a line each."""
    return "\n".join(dict.fromkeys(locale.text(event.rule) for event in cell.item.events if event.rule))


def listed(found: Sequence[Event], locale: Locale) -> tuple[str, ...]:
    """Every date with its event, in order: the drawing for those who do not see it."""
    return tuple(
        locale.text(N_("{day}: {event}"), day=locale.date_with_weekday(event.day), event=locale.text(event.label))
        for event in found
    )


def held(found: Sequence[Lane], locale: Locale) -> tuple[str, ...]:
    """The lanes in words: what holds from when."""
    return tuple(
        locale.text(N_("{what} from {day}"), what=span.named, day=locale.date_with_weekday(span.start))
        for lane in found
        for span in lane.spans
        if span.start is not None and span.texts[0]
    )
