"""Column widths of a result table, from the texts that its rows show."""

from collections.abc import Iterable, Sequence

from ...presentation.table import Statement
from .columns import NONE, ShownColumn
from .fit import Wish
from .look import INDENT, MARK, MARK_GAP, MARK_WIDTH, PAD, UNIT_GAP, Look
from .model import ResultModel
from .shown import Face

#: Up to so many rows all are measured; of more, those on show and a sample.
MEASURED = 200
SAMPLE = 24

COMFORT, LARGE_COMFORT = 116, 132
COMFORT_OF_ROWS, AIR_OF_ROWS = 64, 8
LABEL_AIR, LABEL_SURPLUS, LEAST_LABEL = 32, 80, 140
EVERYTHING = 1 << 20


class Measure:
    """How wide each column's texts are. Where rows are only sampled a column never narrows while one types."""

    def __init__(self, model: ResultModel, look: Look, *, large: bool) -> None:
        self._model, self._look, self._large = model, look, large
        self._found: list[int] = []

    def forget(self) -> None:
        """Begin anew: other rows, another language, another font."""
        self._found = []

    def contents(self, on_show: Iterable[int]) -> list[int]:
        """The width of the longest text of every column; `on_show` are the rows that can be seen."""
        columns, count = self._model.columns, self._model.rowCount()
        rows: set[int] = set(range(count) if count <= MEASURED else on_show)
        if count <= MEASURED or len(self._found) != len(columns):
            self._found = [self._of_heading(column) for column in columns]
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

    def _of_heading(self, column: ShownColumn) -> int:
        mark = MARK + MARK_GAP if column.agrees != NONE else 0
        return self._look.width(self._model.heading(column), Face.SMALL) + 2 * PAD + mark

    def wishes(self, contents: Sequence[int]) -> list[Wish]:
        """What every column wants and how it gives way."""
        columns = self._model.columns
        if not isinstance(self._model.layout_, Statement):
            pairs = zip(contents, columns, strict=True)
            return [Wish(w, max(w, COMFORT_OF_ROWS) + AIR_OF_ROWS, _mark(c)) for w, c in pairs]
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
