"""What a cell of a result table shows: its text, its ink and its mark, ready to be painted."""

import re
from dataclasses import dataclass
from enum import Enum

from ...domain.formula import Kind
from ...domain.message import N_, Message
from ...domain.term import SHARES
from ...i18n import Locale
from ...presentation.book import Book
from ...presentation.plain import cell_text
from ...presentation.table import AGREEMENT_WORDS, Agreement, Cell, Role, Row

NUMBERS = (Kind.COUNT, Kind.NUMBER)
UNKNOWN = "—"


class Ink(Enum):
    """The colour roles of a figure."""

    TEXT = "text"
    SECONDARY = "secondary"
    GIVEN = "given"
    WARNING = "warning"
    ERROR = "error"


class Face(Enum):
    """The sizes and weights of text in a table."""

    BODY = "body"
    HEAD = "head"
    SMALL = "small"
    SMALL_HEAD = "small head"
    FIGURE = "figure"
    STRONG = "strong"


@dataclass(slots=True)
class Shown:
    """A cell ready to be painted; `mark` names the shape behind a printed figure, `unit` follows a label."""

    cell: Cell
    text: str
    ink: Ink = Ink.TEXT
    face: Face = Face.BODY
    right: bool = False
    unit: str = ""
    indent: int = 0
    mark: str = ""
    changed: bool = False


_INKS = {
    Role.GIVEN: Ink.GIVEN, Role.ANNOUNCED: Ink.SECONDARY, Role.WORD: Ink.SECONDARY, Role.BASIS: Ink.SECONDARY,
}  # fmt: skip
_QUIET = (Role.ANNOUNCED, Role.WORD, Role.BASIS)
_MARKS = {Agreement.AGREES: "holds", Agreement.DIFFERS: "differs"}
_TOTAL = N_("Total")


def shown_label(cell: Cell, row: Row, book: Book, locale: Locale) -> Shown:
    """The first cell of a row: a group's title, an item with its unit, the name of a row, or Total."""
    if row.kind == "total":
        return Shown(cell, locale.text(_TOTAL), face=Face.HEAD)
    if row.kind == "row":
        text = cell_text(cell, book, locale)
        nameless = locale.text(N_("No. {number}"), number=row.index + 1)
        return Shown(cell, text or nameless, Ink.TEXT if text else Ink.SECONDARY)
    text = cell_text(cell, book, locale)
    if row.line is None:
        return Shown(cell, text, face=Face.HEAD, unit=_unit_after(text, cell, book, locale))
    stated = row.group is not None and row.group.title and row.group.unit == cell.unit
    unit = "" if stated else _unit_after(text, cell, book, locale)
    return Shown(cell, text, unit=unit, indent=row.line.indent)


def _unit_after(label: str, cell: Cell, book: Book, locale: Locale) -> str:
    """The unit to follow a label, unless the label says it already."""
    unit = locale.unit(cell.unit, book.currency)
    letter = "[A-Za-z]" if unit.isascii() else r"\w"  # an ADR stands for itself among kanji, 株 within a word does not
    said = re.search(rf"(?<!{letter}){re.escape(unit)}(?!{letter})", label, re.IGNORECASE) if unit else None
    return "" if said else unit


def shown_figure(cell: Cell, book: Book, locale: Locale, *, right: bool, strong: bool) -> Shown:
    """A figure, date, word or article of law."""
    text = cell_text(cell, book, locale)
    unknown = cell.value is None and cell.role in (Role.GIVEN, Role.CALCULATED)
    if unknown and cell.kind in NUMBERS:
        text = UNKNOWN
    ink = Ink.SECONDARY if unknown else _INKS.get(cell.role, Ink.TEXT)
    face = Face.SMALL if cell.role in _QUIET else Face.STRONG if strong and not unknown else Face.FIGURE
    return Shown(cell, text, ink, face, right)


def with_mark(shown: Shown, state: Cell, book: Book) -> Shown:
    """A printed figure with the mark that says whether it agrees with the calculated one."""
    word = state.value.text if isinstance(state.value, Message) else ""
    found = next((s for s, text in AGREEMENT_WORDS.items() if text == word), None)
    if found is not None:
        shown.mark = _MARKS[found]
    if found == Agreement.DIFFERS:
        shown.ink = differing_ink(shown.cell, book)
    return shown


def differing_ink(cell: Cell, book: Book) -> Ink:
    """An error, or a warning where the announcement itself says that counts of shares may still change."""
    may_change = book.value("shares.may_increase") is True and cell.unit == SHARES
    return Ink.WARNING if may_change else Ink.ERROR
