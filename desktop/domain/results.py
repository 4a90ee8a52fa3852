"""Results: the values of a calculated scenario. Data, never text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from .exact import Value
from .record import record

_CELL = re.compile(r"([\w.]+)\[(\d+)\]\.(\w+)")


@record(frozen=True)
class Results:
    """Scalars by path, columns by `options[].underlying`; None where there is no value."""

    scalars: Mapping[str, Value | None] = field(default_factory=dict)
    columns: Mapping[str, Sequence[Value | None]] = field(default_factory=dict)

    def value(self, path: str) -> Value | None:
        """The value of a scalar (`shares.issued`) or of a cell (`options[3].rights`); None if unknown."""
        cell = _CELL.fullmatch(path)
        if cell is None:
            return self.scalars.get(path)
        column = self.columns.get(f"{cell[1]}[].{cell[3]}", ())
        index = int(cell[2])
        return column[index] if index < len(column) else None

    def column(self, path: str) -> Sequence[Value | None]:
        """A whole column (`options[].underlying`)."""
        return self.columns.get(path, ())
