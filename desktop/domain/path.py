"""Paths: how everything given and calculated is named.

`shares.issued` is a scalar, `options[].rights` a column of the table `options`, `options[3].rights` its cell in the
fourth row; `given.` before any of them means what was typed, where a default may be in force. In formulas a whole
column is written `options[:].rights`.
"""

import re
from functools import lru_cache

GIVEN = "given."
ANNOUNCED = "announced."

#: The column of every table that holds the number of the row, counted from one.
ROW = "row"

_IN_TABLE = re.compile(r"([A-Za-z_][\w.]*)\[(\d*)\]\.(\w+)", re.ASCII)


@lru_cache(maxsize=4096)
def table_of(path: str) -> str:
    """The table of a column or cell; nothing for a scalar."""
    found = _IN_TABLE.fullmatch(path)
    return found[1].removeprefix(GIVEN) if found else ""


def name_of(path: str) -> str:
    """The last part of a path."""
    return path.rpartition(".")[2]


def row_of(path: str) -> int | None:
    """The row of a cell; none for a scalar or a column."""
    found = _IN_TABLE.fullmatch(path)
    return int(found[2]) if found and found[2] else None


def section_of(path: str) -> str:
    """The section or table that a path belongs to, also of an announced figure."""
    return path.removeprefix(ANNOUNCED).partition(".")[0].partition("[")[0]


def column_path(path: str) -> str:
    """The column of a cell: options[3].rights -> options[].rights; a scalar stays."""
    found = _IN_TABLE.fullmatch(path)
    return f"{found[1]}[].{found[3]}" if found else path


def cell_path(path: str, row: int) -> str:
    """The cell of a column in a row: options[].rights, 3 -> options[3].rights."""
    return path.replace("[]", f"[{row}]", 1)


def at_row(path: str, row: int | None) -> str:
    """A path as a row means it: a column becomes its cell, a scalar stays."""
    return path if row is None else cell_path(path, row)


def row_number(table: str) -> str:
    """The column that numbers the rows of a table."""
    return f"{table}[].{ROW}"


def whole_column(path: str) -> str:
    """How formulas write a whole column: options[].underlying -> options[:].underlying."""
    return path.replace("[]", "[:]")
