"""Blocks of cells on the clipboard: what a spreadsheet puts there, and what it takes."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from io import StringIO

from ..domain.message import N_, Message
from ..domain.term import Given, Term
from ..i18n import Locale

Block = list[list[str]]

_LINE_END = re.compile(r"\r\n|\r|\n")
_GROUPED = re.compile(r"[0-9０-９],[0-9０-９]{3}(?![0-9０-９])")
#: Marks a cell of a HTML table as text, so that LibreOffice and Excel make no formula and no date of it.
AS_TEXT = ' sdnum="1033;0;@" style="mso-number-format:\'\\@\'"'


@dataclass(frozen=True, slots=True)
class Copied:
    """One cell on its way to the clipboard; a figure is one that a spreadsheet should calculate with."""

    text: str
    figure: bool = False


def parse(text: str) -> Block | Message:
    """The cells of a pasted text, row by row and all rows equally wide, or why they are no block.

    Cells are parted by tabs; where there are none, by semicolons or commas if every row has as many.
    """
    return even(lines_of(text))


def lines_of(text: str) -> Block:
    """The cells of a text, line by line."""
    text = text.replace("\0", "").removesuffix("\n").removesuffix("\r")
    return split(text, _delimiter(text))


def even(lines: Block) -> Block | Message:
    """The lines as rows that are all equally wide, or why they are none."""
    width = len(lines[0]) if lines else 0
    block = [[""] * width if row == [""] else row for row in lines]
    for number, row in enumerate(block, 1):
        if len(row) != width:
            fields = {"row": number, "cells": len(row), "first": width}
            return Message(N_("Nothing was pasted: row {row} has {cells} cells, the first row has {first}."), fields)
    return block


def split(text: str, delimiter: str) -> Block:
    """The rows of a text; quoted cells may hold line ends and doubled quotes."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:  # a quotation mark that nobody meant as the begin of a quoted cell
        rows = [line.split(delimiter) for line in _LINE_END.split(text)]
    return [row or [""] for row in rows] or [[""]]


def _delimiter(text: str) -> str:
    if "\t" in text:
        return "\t"
    return next((sign for sign in ";," if _parts_all_rows(text, sign)), "\t")


def _parts_all_rows(text: str, sign: str) -> bool:
    """Whether a sign parts every row into equally many cells, and is no separator of thousands."""
    if sign not in text or (sign == "," and _GROUPED.search(text)):
        return False
    widths = {len(row) for row in split(text, sign) if row != [""]}
    return len(widths) == 1 and len(split(text, sign)) > 1


def copied(term: Term, value: Given | None, draft: str | None, locale: Locale) -> Copied:
    """A cell with every digit and no separators; dates as 2020-12-31, choices as their words."""
    if draft is not None:
        return Copied(draft)
    match value:
        case None:
            return Copied("")
        case bool():
            return Copied(locale.given(value, term.unit))
        case Decimal():
            return Copied(f"{value:f}", figure=True)
        case int():
            return Copied(str(value), figure=True)
        case date():
            return Copied(value.isoformat(), figure=True)
    words = next((option.text for option in term.options if option.code == value), None)
    return Copied(locale.text(words) if words else value)


def as_text(block: Sequence[Sequence[Copied]]) -> str:
    """The block as spreadsheets write it: tabs between cells, a line a row, quotes where a cell needs them."""
    return "".join("\t".join(_quoted(cell.text) for cell in row) + "\n" for row in block)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search('[\t\r\n]|^"', text) else text


def as_html(block: Sequence[Sequence[Copied]]) -> str:
    """The block as a table for mail and word processors."""
    rows = ("".join(f"<td{'' if c.figure else AS_TEXT}>{escape(c.text)}</td>" for c in row) for row in block)
    return '<meta charset="utf-8"><table>' + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
