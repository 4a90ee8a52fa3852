"""Cells on their way to Excel, Word or mail: as tab-separated text and as HTML, every figure to its last digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from html import escape

from PySide6.QtCore import QMimeData

from ...i18n import terminates
from ...presentation.clipboard import AS_TEXT
from .model import ResultModel
from .shown import UNKNOWN

#: Digits of a number whose decimals never end; spreadsheets keep fifteen.
DIGITS = Context(prec=20)


@dataclass(frozen=True, slots=True)
class Copied:
    """A cell on its way: `bare` as a spreadsheet reads it, `text` as a person does where that is another."""

    bare: str
    text: str = ""
    is_text: bool = False
    is_number: bool = False


def copied(model: ResultModel, rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
    """The cells of some rows and columns, for the clipboard."""
    cells = [[_copied(model, row, column) for column in columns] for row in rows]
    data = QMimeData()
    data.setText("\n".join("\t".join([cell.bare for cell in line]) for line in cells))
    body = "".join(f"<tr>{''.join([_html(cell) for cell in line])}</tr>" for line in cells)
    excel = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    data.setHtml(f'<html {excel}><meta charset="utf-8"><table>{body}</table></html>')
    return data


def _copied(model: ResultModel, row: int, column: int) -> Copied:
    """Digits without separators, ISO dates, nothing where nothing is known."""
    value = model.raw(row, column).value if column else None
    if type(value) is int:
        return Copied(str(value), model.locale.number(value), is_number=True)
    if isinstance(value, Fraction):
        bare = digits(value)
        return Copied(bare, model.locale.number(value) if terminates(value) else bare, is_number=True)
    if isinstance(value, date):
        return Copied(value.isoformat(), value.isoformat())
    text = model.shown(row, column).text
    return Copied("" if text == UNKNOWN else " ".join(text.split()), is_text=True)


def digits(value: int | Fraction) -> str:
    """All digits of a number; of a fraction that never ends the first twenty."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    if not terminates(exact):
        return f"{DIGITS.divide(Decimal(exact.numerator), Decimal(exact.denominator)):f}"
    places = _places(exact)
    scaled = f"{abs(exact.numerator) * 10**places // exact.denominator:0{places + 1}d}"
    return f"{'-' if exact < 0 else ''}{scaled[:-places]}.{scaled[-places:]}"


def _places(exact: Fraction) -> int:
    places = 1
    while (exact * 10**places).denominator != 1:
        places += 1
    return places


def _html(cell: Copied) -> str:
    """A cell of an HTML table: numbers grouped for readers, with the bare value for spreadsheets."""
    if cell.is_text:
        return f"<td{AS_TEXT}>{escape(cell.bare)}</td>"  # text stays text, also "=1+1"
    number = f' x:num="{cell.bare}" sdval="{cell.bare}"' if cell.is_number else ""
    return f'<td align="right"{number}>{cell.text}</td>'
