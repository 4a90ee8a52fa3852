"""A table set in type: every row a slab, its headings above it again on each page."""

from collections.abc import Iterator, Sequence

from ...domain.record import record
from ...i18n import BREAK
from .grid import Entry, Grid, Row, RowKind
from .marks import Fill, Ink, Mark, Setting, Shape, Side, Slab, Style, Text
from .widths import INDENT, SHAPE, Faces, Part, parts

PAD, HAIRLINE, RULE = 2.6, 0.35, 0.7
#: A text so long that it would fill a page ends after so many lines.
MOST_LINES = 40
SHAPE_INKS = {
    "error": Ink.ERROR, "warning": Ink.WARNING, "info": Ink.NOTE, "unknown": Ink.NOTE, "holds": Ink.HOLDS,
    "not_applicable": Ink.SECONDARY, "differs": Ink.ERROR,
}  # fmt: skip


def paragraph(text: str, style: Style, setting: Setting, *, keeps: bool = False, before: float = 0.0) -> list[Slab]:
    """A text over the whole width, a slab a line; the lines stay together."""
    lines = setting.measure.lines(text, style, setting.width)[:MOST_LINES]
    slabs = [Slab(before, keeps=True)] if before else []
    last = len(lines) - 1
    slabs += [
        Slab(setting.line(style), (Text(0, setting.base(style), line, style),), keeps=keeps or n < last)
        for n, line in enumerate(lines)
    ]
    return slabs


def table(grid: Grid, setting: Setting) -> list[list[Slab]]:
    """The slabs of every part of a table."""
    return [_part(grid, part, setting) for part in parts(grid, setting)]


def _part(grid: Grid, part: Part, setting: Setting) -> list[Slab]:
    faces = Faces(part.size)
    pen = _Pen(grid, part, faces, setting)
    head = pen.head()
    rows = [row for row in grid.rows if row.kind != RowKind.TOTAL or _says(row, part, grid.names)]
    return [*head, *_with_heads(pen, rows, head)]


def _says(row: Row, part: Part, names: int) -> bool:
    """Whether a total has a figure among the columns of a part."""
    return any(row.entries[n].text for n in part.columns[names:])


def _with_heads(pen: "_Pen", rows: Sequence[Row], head: tuple[Slab, ...]) -> Iterator[Slab]:
    """Every row with what stands above it on a new page: the headings, and the title of its group."""
    above = head
    for n, row in enumerate(rows):
        if row.kind == RowKind.GROUP:
            above = (*head, pen.title_again(row))
        yield _with(pen.row(row), rows, n, head if row.kind == RowKind.GROUP else above)


def _with(slab: Slab, rows: Sequence[Row], index: int, head: tuple[Slab, ...]) -> Slab:
    """A row with the head it needs; titles, totals, the first row and the last but one stay with the next."""
    last = len(rows) - 1
    keeps = index < last and (rows[index].kind != RowKind.ITEM or index in (0, last - 1))
    return Slab(slab.height, slab.marks, keeps, head)


@record(frozen=True)
class _Pen:
    """Sets the rows of one part of a table."""

    grid: Grid
    part: Part
    faces: Faces
    setting: Setting

    # -- headings

    def head(self) -> tuple[Slab, ...]:
        """The headings: names of groups over their columns, then those of the columns at the bottom, then a rule."""
        columns = [self.grid.columns[n] for n in self.part.columns]
        if not any(column.heading for column in columns):
            return ()
        style = self.faces.head
        line = self.setting.line(style)
        upper = line + 4 if any(column.group for column in columns) else 0.0
        lines = [self._lines(c.heading, style, w) for c, (_, w) in zip(columns, self.part.places, strict=True)]
        height = upper + line * max(map(len, lines)) + 2 * PAD
        marks = self._groups(line)
        for column, (x, width), words in zip(columns, self.part.places, lines, strict=True):
            top = height - PAD - line * len(words)
            marks += self._set(words, style, x, width, top, right=column.right)
        marks.append(Fill(0, height - RULE, self.setting.width, RULE, Ink.RULE))
        return (Slab(height, tuple(marks), keeps=True),)

    def _groups(self, line: float) -> list[Mark]:
        marks: list[Mark] = []
        style = self.faces.head
        for title, first, last in _spans([self.grid.columns[n].group for n in self.part.columns]):
            left = self.part.places[first][0]
            right = sum(self.part.places[last])
            marks.append(Text((left + right) / 2, PAD + self.setting.base(style), title, style, Side.CENTRE))
            marks.append(Fill(left, PAD + line + 1, right - left, HAIRLINE, Ink.RULE))
        return marks

    # -- rows

    def row(self, row: Row) -> Slab:
        """A row over its line."""
        return self._title(row) if row.kind == RowKind.GROUP else self._row(row)

    def title_again(self, row: Row) -> Slab:
        """The title of a group that goes on over the page."""
        return self._title(Row((row.entries[0], Entry(self.grid.continued)), RowKind.GROUP))

    def _title(self, row: Row) -> Slab:
        style, remark = Style(self.faces.size, bold=True), self.faces.below
        before, line = 7.0, self.setting.line(style)
        marks: list[Mark] = []
        x = 0.0
        for entry, face in zip(row.entries[:2], (style, remark), strict=False):
            marks.append(Text(x, before + PAD + self.setting.base(style), entry.text, face))
            x += self.setting.measure.width(entry.text, face) + 6
        height = before + line + 2 * PAD
        marks.append(Fill(0, height - HAIRLINE, self.setting.width, HAIRLINE, Ink.RULE))
        return Slab(height, tuple(marks))

    def _row(self, row: Row) -> Slab:
        strong = row.kind == RowKind.TOTAL
        marks: list[Mark] = []
        deepest = self.setting.line(Style(self.faces.size))
        for n, (x, width) in zip(self.part.columns, self.part.places, strict=True):
            entry = row.entries[n]
            if entry.text or entry.shape:
                found, height = self._entry(entry, n, x, width, strong=strong)
                marks += found
                deepest = max(deepest, height)
        height = deepest + 2 * PAD
        thick, ink = (RULE, Ink.RULE) if strong else (HAIRLINE, Ink.SECTION)
        marks.append(Fill(0, height - thick, self.setting.width, thick, ink))
        return Slab(height, tuple(marks))

    def _entry(self, entry: Entry, n: int, x: float, width: float, *, strong: bool) -> tuple[list[Mark], float]:
        column, style = self.grid.columns[n], self.faces.style(entry, strong=strong)
        shift = INDENT * entry.indent + (SHAPE if entry.shape else 0)
        # The base line of the row, whatever the size of the entry.
        top = PAD + self.setting.base(Style(self.faces.size)) - self.setting.base(style)
        lines = self._lines(entry.text, style, width - shift) if column.wraps else [entry.text]
        marks = self._set(lines, style, x + shift, width - shift, top, right=column.right)
        height = len(lines) * self.setting.line(style)
        if entry.shape:
            side = self.faces.size * 0.95
            y = top + self.setting.base(style) - side * 0.86
            marks.append(Shape(entry.shape, x, y, side, SHAPE_INKS[entry.shape]))
        if entry.below:
            below = self.faces.below
            more = self._lines(entry.below, below, width - shift)
            marks += self._set(more, below, x + shift, width - shift, top + height, right=False)
            height += len(more) * self.setting.line(below)
        return marks, height

    def _set(
        self, lines: Sequence[str], style: Style, x: float, width: float, top: float, *, right: bool
    ) -> list[Mark]:
        side, x = (Side.RIGHT, x + width) if right else (Side.LEFT, x)
        line, base = self.setting.line(style), self.setting.base(style)
        return [Text(x, top + base + n * line, text.replace(BREAK, ""), style, side) for n, text in enumerate(lines)]

    def _lines(self, text: str, style: Style, width: float) -> Sequence[str]:
        lines = self.setting.measure.lines(text, style, width)
        return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], "…"]


def _spans(groups: Sequence[str]) -> list[tuple[str, int, int]]:
    """Neighbouring columns of one group: its name, the first and the last."""
    spans: list[tuple[str, int, int]] = []
    for n, group in enumerate(groups):
        if group and spans and spans[-1][0] == group and spans[-1][2] == n - 1:
            spans[-1] = (group, spans[-1][1], n)
        elif group:
            spans.append((group, n, n))
    return spans
