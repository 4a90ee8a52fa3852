"""A table as it is printed: entries in columns, under headings and over hairlines, before anybody knows its widths."""

from dataclasses import dataclass
from enum import StrEnum

from ...domain.message import N_
from ...domain.record import record
from .marks import Ink

CONTINUED = N_("continued")


@record(frozen=True)
class Column:
    """A column: figures stand to the right in one line, words may be wrapped; columns of a group stand side by side."""

    heading: str
    right: bool = False
    wraps: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)  # made by the ten thousand
class Entry:
    """What stands in a place of a table; `below` is a second, quieter sentence, `shape` a sign before the words."""

    text: str
    bold: bool = False
    ink: Ink = Ink.TEXT
    indent: int = 0
    small: bool = False
    below: str = ""
    shape: str = ""


BLANK = Entry("")


class RowKind(StrEnum):
    """What a row is: a title over those that follow, an item, or the total."""

    GROUP = "group"
    ITEM = "item"
    TOTAL = "total"


@record(frozen=True)
class Row:
    """A row with an entry for every column; a group has its title alone, and a remark behind it."""

    entries: tuple[Entry, ...]
    kind: RowKind = RowKind.ITEM


@record(frozen=True)
class Grid:
    """A table; its first columns name the rows and are repeated where it is split.

    `continued` is said behind the title of a group that goes on over the page.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    note: str = ""
    large: bool = False
    names: int = 1
    continued: str = ""
