"""Names of cells: the paths of terms and quantities, as far as a workbook can spell them."""

import re
from collections.abc import Container
from unicodedata import category, normalize

from ..domain.path import ANNOUNCED

_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*")
_NOT_IN_NAMES = re.compile(r"[^\w.]")

#: Brackets are ours: they become dots.
_PLAIN = frozenset("0123456789._[]")
_LAST_OF_16_BITS = 0xFFFF
_LONGEST = 200

#: The cells of announced figures without a place of their own, and of their ids.
OTHER_FIGURES, OTHER_IDS = "announced.others", "announced.others.ids"


def defined_name(path: str) -> str:
    """The name of a path's cell: `shares.issued`; `dividends.pre_split[FY2020]` -> `dividends.pre_split.FY2020`."""
    name = _NOT_IN_NAMES.sub("_", path.replace("[", ".").replace("]", ""))
    return f"_{name}" if _CELL_LIKE.fullmatch(name) else name


def figure_name(figure: str, taken: Container[str]) -> str:
    """The name of a figure that is known by a text of the user (`dividends.pre_split[FY 2020]`), unlike those taken."""
    name = defined_name("".join(_spelled(c) for c in normalize("NFKC", figure))[:_LONGEST])
    number = 1
    found = name
    while found.casefold() in taken:
        number += 1
        found = f"{name}_{number}"
    return found


def _spelled(character: str) -> str:
    """A character as every program takes it in a name: letters, plain digits, dots, brackets of ours."""
    is_letter = category(character).startswith("L") and ord(character) <= _LAST_OF_16_BITS
    return character if is_letter or character in _PLAIN else "_"


def announced_name(path: str) -> str:
    """The name of the cell that holds what the issuer printed for a quantity."""
    return defined_name(f"{ANNOUNCED}{path}")


def column_name(path: str) -> str:
    """The name of the cells of a whole column of rows: `given.options[].rights` -> `given.options.rights`."""
    return defined_name(path.replace("[]", ""))


def sheet_name(section: str) -> str:
    """The name of a sheet's first cell, to which links lead."""
    return defined_name(f"sheet.{section}")


def codes_name(path: str) -> str:
    """The name of the list of a choice's codes and words."""
    return defined_name("codes." + path.replace("[]", ""))
