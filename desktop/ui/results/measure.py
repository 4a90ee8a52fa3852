"""Column widths of a result table, from the texts that its rows show."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from ..form.breaks import plain, two_lines
from .columns import NONE, ShownColumn
from .fit import Wish
from .look import INDENT, MARK, MARK_GAP, MARK_WIDTH, PAD, UNIT_GAP, Look
from .model import ResultModel
from .shown import Face

#: Up to so many rows all are measured; of more, those on show and a sample.
MEASURED = 200
SAMPLE = 24

COMFORT, LARGE_COMFORT = 116, 132
COMFORT_OF_ROWS, AIR_OF_ROWS, SHORT_HEADING = 64, 8, 96
LABEL_AIR, LABEL_SURPLUS, LEAST_LABEL = 32, 80, 140
EVERYTHING = 1 << 20


class Measure:
    """How wide each column's texts are. Where rows are only sampled a column never narrows while one types."""

    def __init__(self, model: ResultModel, look: Look, *, large: bool) -> None:
        self._model, self._look, self._large = model, look, large
        self._found: list[int] = []
        self._headings: dict[ShownColumn, int] = {}
        self._one_line: dict[ShownColumn, int] = {}

    def forget(self) -> None:
        """Begin anew: other rows, another language, another font."""
        self._found = []
        self._headings = {}

    def contents(self, on_show: Iterable[int]) -> list[int]:
        """The width of the longest text of every column; `on_show` are the rows that can be seen."""
        columns, count = self._model.columns, self._model.rowCount()
        rows: set[int] = set(range(count) if count <= MEASURED else on_show)
        if count <= MEASURED or len(self._found) != len(columns):
            self._found = self._of_headings()
            rows.update(range(0, count, max(1, count // SAMPLE)))
        for row in rows:
            self._widen(row)
        return self._found

    def _widen(self, row: int) -> None:
        if self._model.row(row).kind == "group":
            return
        found, model, metrics = self._found, self._model, self._look.metrics
        for n in range(len(found)):
            shown = model.shown(row, n)
            wide = metrics[shown.face].horizontalAdvance(shown.text) + 2 * PAD + 0.99
            if n == 0:
                unit = self._look.width(shown.unit, Face.SMALL) + UNIT_GAP if shown.unit else 0
                wide += shown.indent * INDENT + unit
            elif model.columns[n].agrees != NONE:
                wide += MARK + MARK_GAP
            if wide > found[n]:
                found[n] = int(wide)

    def _of_headings(self) -> list[int]:
        for column in self._model.columns:
            if column not in self._headings:  # a column may come at any time
                self._headings[column] = self._of_heading(column)
                self._one_line[column] = self._small(plain(self._model.heading(column)))
        return [self._headings[column] for column in self._model.columns]

    def _of_heading(self, column: ShownColumn) -> int:
        """The width of a heading: over rows it may stand on two lines."""
        mark = MARK + MARK_GAP if column.agrees != NONE else 0
        text = self._model.heading(column)
        lines = (plain(text),) if self._model.is_statement else two_lines(text, self._small)
        return max(map(self._small, lines)) + 2 * PAD + mark

    def _comfort(self, column: ShownColumn) -> int:
        """A comfortable width over rows; a heading that is not long stands on one line there."""
        words = self._one_line[column] + 2 * PAD
        return words if COMFORT_OF_ROWS < words <= SHORT_HEADING else COMFORT_OF_ROWS

    def _small(self, text: str) -> int:
        return self._look.width(text, Face.SMALL)

    def _under_titles(self, contents: Sequence[int]) -> list[int]:
        """The widths with room for the titles of groups, also where printed figures shrink to their marks."""
        wide, columns = list(contents), self._model.columns
        for title, run in groupby(range(len(columns)), key=lambda n: columns[n].group):
            group = list(run)
            figures = [n for n in group if columns[n].agrees == NONE]
            if title and figures:
                words = self._model.group_heading(columns[group[0]])
                marks = MARK_WIDTH * (len(group) - len(figures))
                lack = self._look.width(words, Face.SMALL_HEAD) + 2 * PAD - marks - sum(wide[n] for n in figures)
                for n in figures if lack > 0 else ():
                    wide[n] += -(-lack // len(figures))
        return wide

    def wishes(self, contents: Sequence[int]) -> list[Wish]:
        """What every column wants and how it gives way."""
        columns = self._model.columns
        if not self._model.is_statement:
            pairs = zip(self._under_titles(contents), columns, strict=True)
            return [Wish(w, max(w, self._comfort(c)) + AIR_OF_ROWS, _mark(c)) for w, c in pairs]
        last = len(columns) - 1
        return [self._wish(n, w, c, n == last) for n, (w, c) in enumerate(zip(contents, columns, strict=True))]

    def _wish(self, index: int, content: int, column: ShownColumn, last: bool) -> Wish:
        if index == 0:
            return Wish(content, content + LABEL_AIR, surplus=LABEL_SURPLUS, words=LEAST_LABEL)
        if not column.right:
            return Wish(content, content, drop=column.drop, surplus=EVERYTHING if last else 0)
        comfort = LARGE_COMFORT if self._large else COMFORT
        return Wish(content, max(content, comfort), _mark(column), column.drop)


def _mark(column: ShownColumn) -> int:
    return MARK_WIDTH if column.agrees != NONE else 0
