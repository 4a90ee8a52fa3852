"""Workbooks for tests: written, read, and recalculated by LibreOffice from their formulas alone."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.domain.scenario import Scenario
from desktop.export.workbook import write_workbook
from desktop.i18n import locale_for

MODES: Mapping[str, tuple[str, ...]] = {"ja": ("ja",), "en": ("en",), "both": ("ja", "en")}

_VALUE_OF_FORMULA = re.compile(r'(<c [^>]*?)( t="str")?>(<f>[^<]*</f>)<v[^>]*>[^<]*</v></c>')


def write(path: Path, scenario: Scenario, mode: str = "en") -> Path:
    """The workbook of a scenario at `path`."""
    assert write_workbook(path, scenario, [locale_for(language) for language in MODES[mode]]) is None
    return path


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """Every formula by sheet and cell."""
    cells = ((sheet.title, cell) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return {(title, cell.coordinate): str(cell.value) for title, cell in cells if cell.data_type == "f"}


def values(path: Path) -> dict[tuple[str, str], Any]:
    """Every value by sheet and cell; blank text and nothing are one."""
    cells = (
        (sheet.title, cell)
        for sheet in load_workbook(path, data_only=True)
        for row in sheet.iter_rows()
        for cell in row
    )
    return {(title, cell.coordinate): plain(cell.value) for title, cell in cells if plain(cell.value) is not None}


def named(path: Path) -> dict[str, Any]:
    """The value of every named cell; ranges are left out."""
    book = load_workbook(path, data_only=True)
    found: dict[str, Any] = {}
    for name, defined in book.defined_names.items():
        ((sheet, cells),) = defined.destinations
        if ":" not in cells:
            found[name] = plain(book[sheet][cells].value)
    return found


def plain(value: Any) -> Any:
    """A cell's value without the ways in which the same thing is written."""
    if isinstance(value, datetime):
        return value.date()
    return None if value == "" else value


def expected(value: Any) -> Any:
    """What a cell holds of an exact value."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value.replace("\t", " ")
        case int():
            return value if abs(value) <= 2**53 else float(value)
        case Fraction():
            return float(value)
        case date():
            return value if value >= date(1900, 3, 1) else None
    return value


def strip_values(source: Path, target: Path) -> None:
    """A copy of a workbook in which no formula has a value."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                data = _VALUE_OF_FORMULA.sub(r"\1>\3</c>", data.decode()).encode()
            new.writestr(item, data)


def recalculated(books: Sequence[Path], folder: Path) -> list[Path]:
    """The books as LibreOffice calculates them, all in one call with a profile of its own."""
    bare, done = folder / "bare", folder / "done"
    bare.mkdir()
    for book in books:
        strip_values(book, bare / book.name)
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", "--norestore", profile, "--convert-to", "xlsx", "--outdir", str(done),
         *(str(bare / book.name) for book in books)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return [done / book.name for book in books]
