"""The time line in print: the drawing of the screen, in points."""

from collections.abc import Iterator

from ...i18n import Locale
from ...presentation.book import Book
from ...presentation.lanes import Hold
from ...presentation.timeline import CAP, PAD, Bar, Cell, Drawing, Ruler, drawing
from .marks import Fill, Ink, Mark, Setting, Side, Slab, Stroke, Style, Text

#: Points to one unit of the drawing, whose labels are 12 units high.
SCALE = 0.62
BAR, HATCH, THIN = 3.0, 7.0, 0.6
LABEL, STRONG = Style(12 * SCALE), Style(12 * SCALE, bold=True)
LOUD = Style(12 * SCALE, bold=True, ink=Ink.ACCENT)
DAY, LOUD_DAY = Style(13 * SCALE, bold=True), Style(13 * SCALE, bold=True, ink=Ink.ACCENT)
PLAIN, NOTE = Style(12 * SCALE, ink=Ink.SECONDARY), Style(11 * SCALE, ink=Ink.SECONDARY)


def time_line(book: Book, locale: Locale, setting: Setting) -> Slab | None:
    """The time line over the whole width; none where fewer than two days are known."""
    line = setting.line(LABEL) / SCALE
    ruler = Ruler(
        lambda text: setting.measure.width(text, LABEL) / SCALE,
        lambda text: setting.measure.width(text, STRONG) / SCALE,
        line,
    )
    found = drawing(book, locale, ruler, setting.width / SCALE)
    if found is None:
        return None
    return Slab(found.height * SCALE, tuple(_scaled(mark) for mark in _Strokes(found, line, ruler).all()))


def _scaled(mark: Mark) -> Mark:
    """A mark of the drawing in points; styles are in points already."""
    match mark:
        case Text():
            return Text(mark.x * SCALE, mark.y * SCALE, mark.text, mark.style, mark.side)
        case Fill():
            return Fill(mark.x * SCALE, mark.y * SCALE, mark.width * SCALE, mark.height * SCALE, mark.ink)
        case Stroke():
            return Stroke(mark.x * SCALE, mark.y * SCALE, mark.to_x * SCALE, mark.to_y * SCALE, mark.ink)
    return mark


class _Strokes:
    """The marks of a drawing, in its own units."""

    def __init__(self, found: Drawing, line: float, ruler: Ruler) -> None:
        self._found, self._line, self._ruler = found, line, ruler

    def all(self) -> Iterator[Mark]:
        """Labels, cells, lanes, from the back to the front."""
        for cell in self._found.cells:
            yield from self._label(cell)
            yield from self._ground(cell)
        for cell in self._found.cells:  # after all grounds: caps lie over their neighbours' frames
            yield from self._words(cell)
        for index, bars in enumerate(self._found.lanes):
            yield from self._lane(bars, self._found.lane_y(index))

    def _label(self, cell: Cell) -> Iterator[Mark]:
        for n, (text, loud) in enumerate(reversed(cell.lines)):
            y = self._found.cells_y - CAP - 4 - n * self._line
            yield Text(cell.label_x, y, text, LOUD if loud else LABEL, Side.CENTRE)

    def _ground(self, cell: Cell) -> Iterator[Mark]:
        top, height, right = self._found.cells_y, self._found.cells_height, cell.x + cell.width
        if cell.item.folded:
            for x in range(cell.x + 2, right - 1, 4):
                yield Fill(x, top, 2, THIN, Ink.RULE)
                yield Fill(x, top + height - THIN, 2, THIN, Ink.RULE)
            return
        if cell.closed:
            yield Fill(cell.x, top, cell.width, height, Ink.GROUND)
        for y in (top, top + height - THIN):
            yield Fill(cell.x, y, cell.width, THIN, Ink.RULE)
        for side in (cell.x, right - THIN):
            yield Fill(side, top, THIN, height, Ink.RULE)

    def _words(self, cell: Cell) -> Iterator[Mark]:
        top, height, middle = self._found.cells_y, self._found.cells_height, cell.x + cell.width / 2
        if cell.loud:
            yield Fill(cell.x, top - CAP, cell.width, CAP + THIN, Ink.ACCENT)
        style = LOUD_DAY if cell.loud else DAY if cell.item.events else PLAIN
        yield Text(middle, top + height * 0.46, cell.title, style, Side.CENTRE)
        yield Text(middle, top + height * 0.84, cell.note, NOTE, Side.CENTRE)

    def _lane(self, bars: tuple[Bar, ...], top: float) -> Iterator[Mark]:
        height = self._found.lane_height
        for bar in bars:
            yield Fill(bar.x, top, bar.width, height, _ground(bar))
            if bar.closed:
                yield from _hatch(bar, top, height)
        for before, bar in zip((None, *bars), bars, strict=False):
            if bar.hold == Hold.AFTER and (before is None or before.hold != Hold.AFTER):
                yield Fill(bar.x, top, BAR, height, Ink.ACCENT)
            yield from self._said(bar, top, height)

    def _said(self, bar: Bar, top: float, height: float) -> Iterator[Mark]:
        if not bar.text:
            return
        if bar.closed:  # the words keep clear of the hatching
            width = self._ruler.strong(bar.text) + 2 * (PAD - 4)
            yield Fill(bar.x + 4, top + 1.5, width, height - 3, _ground(bar))
        style = STRONG if bar.hold == Hold.AFTER else LABEL if bar.hold == Hold.INTERIM else PLAIN
        yield Text(bar.x + PAD, top + height * 0.69, bar.text, style)


def _ground(bar: Bar) -> Ink:
    if bar.hold == Hold.AFTER:
        return Ink.TINT
    return Ink.PAPER if bar.closed else Ink.GROUND


def _hatch(bar: Bar, top: float, height: float) -> Iterator[Mark]:
    """Slanted lines within a bar, cut at its ends."""
    left, right = float(bar.x), float(bar.x + bar.width)
    x = left - height
    while x < right:
        begin, end = max(x, left), min(x + height, right)
        if end > begin:
            yield Stroke(begin, top + height - (begin - x), end, top + height - (end - x))
        x += HATCH
    for y in (top, top + height - THIN):
        yield Fill(left, y, right - left, THIN, Ink.HAIRLINE)
