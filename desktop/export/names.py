"""Names of cells: the paths of terms and quantities, as far as a workbook can spell them."""

import re

_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*")
_NOT_IN_NAMES = re.compile(r"[^\w.]")


def defined_name(path: str) -> str:
    """The name of a path's cell: `shares.issued`; `dividends.pre_split[FY2020]` -> `dividends.pre_split.FY2020`."""
    name = _NOT_IN_NAMES.sub("_", path.replace("[", ".").replace("]", ""))
    return f"_{name}" if _CELL_LIKE.fullmatch(name) else name


def announced_name(path: str) -> str:
    """The name of the cell that holds what the issuer printed for a quantity."""
    return defined_name(f"announced.{path}")


def sheet_name(section: str) -> str:
    """The name of a sheet's first cell, to which links lead."""
    return defined_name(f"sheet.{section}")


def codes_name(path: str) -> str:
    """The name of the list of a choice's codes and words."""
    return defined_name("codes." + path.replace("[]", ""))
