"""Stored values: what viewers show that do not calculate, filled in while sheets enter the file.

openpyxl writes formulas without their values. Its archive is the seam: each finished sheet passes
through `FilledArchive.write`, which adds the exact values, the rows of large tables, and marks
against needless warnings.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .bulk import Bulk, formula_cell

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v ?(?:/>|></v>)</c>')
_CHUNK = 1 << 17
_QUIET = (
    '<ignoredErrors><ignoredError sqref="{}" numberStoredAsText="1" formula="1" formulaRange="1"'
    ' unlockedFormula="1"/></ignoredErrors></worksheet>'
)


@dataclass(frozen=True)
class Filling:
    """What a sheet lacks: the value of each formula cell (type and content), and rows; `used` is its range."""

    stored: Mapping[str, tuple[str, str]]
    bulks: Sequence[Bulk]
    used: str


class FilledArchive(ZipFile):
    """A zip file that fills the sheets written to it; `tick` is told of every piece."""

    def __init__(self, stream: BinaryIO, fillings: Mapping[str, Filling], tick: Callable[[], None]) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED, compresslevel=4)
        self._fillings = fillings
        self._tick = tick

    def abandon(self) -> None:
        """Leave the file as it is: closing it would go on writing where the disk is full or the stream is gone."""
        self.fp = None

    def write(self, filename: Any, arcname: Any = None, *rest: Any, **named: Any) -> None:
        """Add a file: a sheet filled, everything else as it is."""
        filling = self._fillings.get(str(arcname))
        if filling is None:
            super().write(filename, arcname, *rest, **named)
            return
        entry = ZipInfo(str(arcname))
        entry.compress_type = ZIP_DEFLATED
        entry._compresslevel = self.compresslevel  # type: ignore[attr-defined]  # noqa: SLF001
        with self.open(entry, "w", force_zip64=True) as target:
            for piece in filled(Path(filename), filling):
                target.write(piece.encode())
                self._tick()


def filled(sheet: Path, filling: Filling) -> Iterator[str]:
    """The XML of a sheet, piece by piece, with what it lacks."""

    def value(match: re.Match[str]) -> str:
        place, attributes, formula = match.groups()
        return formula_cell(f'r="{place}"{attributes}', formula, *filling.stored[place])

    waiting = list(filling.bulks)
    for piece in _pieces(sheet):
        text = _FORMULA.sub(value, piece)
        while waiting and (found := text.find(f'<row r="{waiting[0].before}"')) >= 0:
            yield text[:found]
            yield from _joined(waiting.pop(0).rows())
            text = text[found:]
        yield text.replace("</worksheet>", _QUIET.format(filling.used))


def _joined(rows: Iterator[str]) -> Iterator[str]:
    """Rows in pieces of some size: each piece is one write."""
    held: list[str] = []
    for row in rows:
        held.append(row)
        if len(held) == 64:
            yield "".join(held)
            held.clear()
    yield "".join(held)


def _pieces(sheet: Path) -> Iterator[str]:
    """The text of a file in pieces that end with a whole cell."""
    rest = ""
    with sheet.open(encoding="utf-8") as source:
        while chunk := source.read(_CHUNK):
            whole, end, rest = (rest + chunk).rpartition("</c>")
            yield whole + end
    yield rest
