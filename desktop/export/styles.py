"""Looks of cells: a financial model's conventions as named styles. Inputs are boxed, results ruled."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils.indexed_list import IndexedList

from .formats import FORMATS, Format

NAVY, TEXT, GREY, PALE, INPUT, BLACK = "1F3864", "262626", "595959", "7F7F7F", "0000FF", "000000"
HEAD_FILL, INPUT_FILL = "F2F2F2", "FFFAE5"
HAIR, BOX = "D9D9D9", "A6A6A6"

FONTS = {"ja": "Yu Gothic", "en": "Arial", "both": "Yu Gothic"}


class Look(StrEnum):
    """The named styles of a workbook, by the name that Excel shows after `Bunkatsu `."""

    TITLE = "Title"
    EVENT = "Event"
    SUBTITLE = "Subtitle"
    SECTION = "Section"
    HEAD_RIGHT = "Head right"
    HEAD_TEXT = "Head text"
    HEAD = "Head"
    HEAD_LABEL = "Head label"
    HEAD_OVER = "Head over"  # a heading that runs over the blank cells beside it
    HEAD_GROUP = "Head group"
    HEAD_GROUP_FIRST = "Head group first"
    HEAD_APART = "Head apart"  # beside a group, of which it is no part
    LABEL = "Label"
    LABEL_TOP = "Label top"
    LABEL_LIVE = "Label live"
    LABEL_STRONG = "Label strong"
    LABEL_OVER = "Label over"  # a label that runs over the blank cells beside it
    UNIT = "Unit"
    NOTE = "Note"
    NOTE_TOP = "Note top"
    REMARK = "Remark"  # a note that runs over the blank cells beside it
    INPUT = "Input"
    INPUT_TEXT = "Input text"
    INPUT_CODE = "Input code"
    ANNOUNCED = "Announced"
    RESULT = "Result"
    RESULT_TOP = "Result top"
    RESULT_STRONG = "Result strong"
    RESULT_TEXT = "Result text"
    RESULT_WRAPPED = "Result wrapped"
    RESULT_WORDS = "Result words"
    FIXED = "Fixed value"
    TOTAL = "Total"
    TOTAL_LABEL = "Total label"
    STATE = "State"
    NAME = "Name"
    LINK = "Link"
    SMALL = "Small"
    SENTENCE = "Sentence"  # a line that runs over the blank cells beside it
    CLAUSE = "Clause"
    CLAUSE_LABEL = "Clause label"


@dataclass(frozen=True)
class _Spec:
    """How a look differs from plain text of 10 points."""

    color: str = TEXT
    size: float = 10
    bold: bool = False
    italic: bool = False
    fill: str = ""
    bottom: tuple[str, str] | None = ("thin", HAIR)
    sides: tuple[str, str] | None = None
    left: tuple[str, str] | None = None
    align: str = "left"
    vertical: str = "center"
    indent: int = 0
    wrap: bool = False
    shrink: bool = False
    underline: str | None = None
    locked: bool = True


_BOXED = ("thin", BOX)
_DOTTED = ("dotted", PALE)
_HEAD_RULE = ("thin", PALE)

_SPECS: dict[Look, _Spec] = {
    Look.TITLE: _Spec(NAVY, 16, bold=True, bottom=None),
    Look.EVENT: _Spec(size=13, bold=True, bottom=None),
    Look.SUBTITLE: _Spec(size=11, bottom=None),
    Look.SECTION: _Spec(NAVY, 11, bold=True, bottom=("thin", NAVY), vertical="bottom"),
    Look.HEAD_RIGHT: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, align="right", wrap=True),
    Look.HEAD_TEXT: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, indent=1, wrap=True),
    Look.HEAD: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, align="center", wrap=True),
    Look.HEAD_OVER: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, indent=1),
    Look.HEAD_GROUP: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, align="centerContinuous"),
    Look.HEAD_LABEL: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, wrap=True),
    Look.HEAD_GROUP_FIRST: _Spec(
        size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, left=_HEAD_RULE, align="centerContinuous"
    ),
    Look.HEAD_APART: _Spec(size=9, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, left=_HEAD_RULE, align="center"),
    Look.LABEL: _Spec(wrap=True),
    Look.LABEL_OVER: _Spec(),
    Look.LABEL_TOP: _Spec(vertical="top", wrap=True),
    Look.LABEL_LIVE: _Spec(bold=True, shrink=True),
    Look.LABEL_STRONG: _Spec(bold=True, wrap=True),
    Look.UNIT: _Spec(GREY, 9, indent=1, shrink=True),
    Look.NOTE: _Spec(GREY, 9, indent=1, wrap=True),
    Look.NOTE_TOP: _Spec(GREY, 9, indent=1, wrap=True, vertical="top"),
    Look.REMARK: _Spec(GREY, 9, indent=1),
    Look.INPUT: _Spec(INPUT, fill=INPUT_FILL, bottom=_BOXED, sides=_BOXED, align="right", shrink=True, locked=False),
    Look.INPUT_TEXT: _Spec(INPUT, fill=INPUT_FILL, bottom=_BOXED, sides=_BOXED, indent=1, wrap=True, locked=False),
    Look.INPUT_CODE: _Spec(INPUT, fill=INPUT_FILL, bottom=_BOXED, sides=_BOXED, indent=1, shrink=True, locked=False),
    Look.ANNOUNCED: _Spec(INPUT, bottom=_DOTTED, sides=_DOTTED, align="right", shrink=True, locked=False),
    Look.RESULT: _Spec(BLACK, align="right", shrink=True),
    Look.RESULT_TOP: _Spec(BLACK, align="right", shrink=True, vertical="top"),
    Look.RESULT_STRONG: _Spec(BLACK, bold=True, align="right", shrink=True),
    Look.RESULT_TEXT: _Spec(BLACK, indent=1, shrink=True),
    Look.RESULT_WRAPPED: _Spec(BLACK, indent=1, wrap=True),
    Look.RESULT_WORDS: _Spec(BLACK, align="right", wrap=True),
    Look.FIXED: _Spec(BLACK, italic=True, align="right", shrink=True),
    Look.TOTAL: _Spec(BLACK, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, align="right", shrink=True),
    Look.TOTAL_LABEL: _Spec(BLACK, bold=True, fill=HEAD_FILL, bottom=_HEAD_RULE, indent=1, shrink=True),
    Look.STATE: _Spec(BLACK, align="center", shrink=True),
    Look.NAME: _Spec(PALE, 8, indent=1),
    Look.LINK: _Spec(NAVY, bottom=None, underline="single"),
    Look.SMALL: _Spec(GREY, 9, bottom=None),
    Look.SENTENCE: _Spec(bottom=None),
    Look.CLAUSE: _Spec(bottom=_BOXED, sides=_BOXED, vertical="top", indent=1, wrap=True),
    Look.CLAUSE_LABEL: _Spec(bottom=None, vertical="top", wrap=True),
}


def spec(look: Look) -> tuple[float, bool, int]:
    """Size, boldness and indent of a look, by which its texts are measured."""
    found = _SPECS[look]
    return found.size, found.bold, found.indent


class Styles:
    """The styles of one workbook, and the ready style of every combination that its cells ask for."""

    def __init__(self, workbook: Workbook, mode: str) -> None:
        self.formats = FORMATS[mode]
        self.font = FONTS[mode]
        self._workbook = workbook
        _set_standard_font(workbook, self.font)
        for look, found in _SPECS.items():
            workbook.add_named_style(_named(look, found, self.font))
        self.array = lru_cache(maxsize=None)(self._array)

    def _array(self, look: Look, number: Format | None = None, indent: int = 0, quoted: bool = False) -> Any:
        """The style array of a look with a number format; `quoted` marks text that begins like a formula."""
        cell: Any = Cell(self._workbook.worksheets[0], row=1, column=1)
        cell.style = f"Bunkatsu {look}"
        if number is not None:
            cell.number_format = self.formats[number]
        if indent:
            cell.alignment = _alignment(_SPECS[look], indent)
        array = cell._style  # noqa: SLF001  # ready arrays halve the time of large sheets
        array.quotePrefix = int(quoted)
        return array


def _set_standard_font(workbook: Any, font: str) -> None:
    # Entry 0 of the font table is what column widths count in; changing the Normal style alone leaves Calibri there.
    standard = Font(name=font, sz=10, family=2)
    workbook._fonts = IndexedList([standard])  # noqa: SLF001
    workbook._named_styles["Normal"].font = standard  # noqa: SLF001


def _named(look: Look, found: _Spec, font: str) -> NamedStyle:
    return NamedStyle(
        name=f"Bunkatsu {look}",
        font=_font(found, font),
        fill=PatternFill("solid", start_color=found.fill) if found.fill else PatternFill(),
        border=Border(left=_side(found.left or found.sides), right=_side(found.sides), bottom=_side(found.bottom)),
        alignment=_alignment(found, found.indent),
        protection=Protection(locked=found.locked),
    )


def _font(found: _Spec, name: str) -> Font:
    underline: Any = found.underline
    return Font(
        name=name, sz=found.size, b=found.bold, i=found.italic, color=found.color, u=underline, family=2
    )  # fmt: skip


def _side(rule: tuple[str, str] | None) -> Side:
    style: Any = rule[0] if rule else None
    return Side(style=style, color=rule[1]) if rule else Side()


def _alignment(found: _Spec, indent: int) -> Alignment:
    return Alignment(
        horizontal=found.align, vertical=found.vertical, indent=indent,
        wrap_text=found.wrap or None, shrink_to_fit=found.shrink or None,
    )  # fmt: skip
