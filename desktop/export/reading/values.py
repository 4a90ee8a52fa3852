"""What stands in a cell becomes the value of a term: numbers as doubles, dates, text, or what a person typed."""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.utils.datetime import from_excel

from ...domain.formula import Kind
from ...domain.message import N_, Message
from ...domain.term import DECIMAL_PLACES, TEXT_LIMIT, Given, Term
from ...presentation import entry
from ..values import FIRST_DAY, LAST_DAY, clean
from .cells import Found

UNCALCULATED = N_("“{text}” has not been calculated; save the workbook in a spreadsheet, or type the value.")
ERROR = N_("“{text}” is an error of the spreadsheet.")

#: Cells that hold no value, by their type.
_NO_VALUE = {"e": ERROR, "f": UNCALCULATED}

#: What spreadsheets write for a line end and for what looks like an escape.
_ESCAPED_RETURN, _ESCAPED_LINE = re.compile("_x000[Dd]_"), re.compile("_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")


def given(term: Term, found: Found, aliases: Mapping[str, str]) -> Given | Message | None:
    """The value of a term in its cell, or why there is none; `aliases` are further words of a choice."""
    if found.type in _NO_VALUE:
        return Message(_NO_VALUE[found.type], {"text": str(found.value)[:40]})
    if isinstance(found.value, bool) and term.kind == Kind.FLAG:
        return found.value
    text = _text_of_day(found) if term.kind == Kind.DATE else _text(found.value)
    if term.kind == Kind.TEXT and not term.is_currency:
        return _kept(text)
    return entry.read(term, text, aliases)


def _kept(text: str) -> str | Message | None:
    """A text as it is: what stands around it belongs to it."""
    text = _ESCAPED_LINE.sub("_", clean(_ESCAPED_RETURN.sub("", text)))
    if len(text) <= TEXT_LIMIT:
        return text or None
    fields = {"length": f"{len(text):,}", "limit": f"{TEXT_LIMIT:,}"}
    return Message(N_("Too long a text: {length} characters where {limit} are allowed."), fields)


def _text(value: Any) -> str:
    """The content of a cell as one would type it."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return digits(value)
        case datetime() if not (value.hour or value.minute or value.second):
            return value.date().isoformat()
    return str(value)


def digits(value: float) -> str:
    """The decimal that a double stands for: its shortest digits, or fifteen of them where it was calculated.

    0.1 + 0.2 is 0.3; a third stays what it is, and has too many decimals.
    """
    for text in (repr(value), f"{value:.15g}"):
        if math.isfinite(value) and -_exponent(Decimal(text)) <= DECIMAL_PLACES:
            return f"{Decimal(text):f}".removesuffix(".0")
    return f"{Decimal(repr(value)):f}"


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _text_of_day(found: Found) -> str:
    """A day as text; a number that lost its format on the way is the number of a day."""
    value = found.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        day = _day(value, found.epoch)
        return day.isoformat() if day else _text(value)
    return _text(value)


def _day(number: float, epoch: datetime) -> date | None:
    """The day that a number means; none for numbers that are none."""
    if number != int(number) or not 1 <= number <= (LAST_DAY - date(1899, 12, 30)).days:
        return None
    moment = from_excel(number, epoch)
    day = moment.date() if isinstance(moment, datetime) else None
    return day if day and day >= FIRST_DAY else None
