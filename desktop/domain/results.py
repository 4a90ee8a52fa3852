"""Results: the values of a calculated scenario. Data, never text."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from .exact import Value
from .path import column_path, row_number, row_of
from .record import record

Column = Sequence[Value | None]


@record(frozen=True)
class Results:
    """Scalars by path, columns by `options[].underlying`; None where there is no value.

    `steps` is how they came about, from which the next calculation takes what is still true.
    """

    scalars: Mapping[str, Value | None] = field(default_factory=dict)
    columns: Mapping[str, Column] = field(default_factory=dict)
    steps: Any = None

    def value(self, path: str) -> Value | None:
        """The value of a scalar (`shares.issued`) or of a cell (`options[3].rights`); None if unknown."""
        row = row_of(path)
        if row is None:
            return self.scalars.get(path)
        column = self.columns.get(column_path(path), ())
        return column[row] if row < len(column) else None

    def column(self, path: str) -> Column:
        """A whole column (`options[].underlying`)."""
        return self.columns.get(path, ())

    def rows(self, table: str) -> int:
        """How many rows a table has, be it given or calculated."""
        return len(self.columns.get(row_number(table), ()))
