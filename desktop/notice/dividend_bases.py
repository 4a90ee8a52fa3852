"""On which basis the dividends of a table are printed: on shares before the event or after it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import log

from ..domain.record import record
from .dividend_tables import Column, Table
from .dividend_words import POST, PRE, PREVIOUS, REVISED, TOTAL, FiscalYear, basis_of
from .numbers import Figure
from .tokens import Tokens

Amounts = Mapping[str, Figure | None]
BASES = ("", PRE, POST)


@record(frozen=True)
class Event:
    """What of the event decides how dividends are meant: its ratio and its days."""

    ratio: Fraction
    effective: date
    announced: date | None
    record: date | None = None


def amounts(table: Table, which: str, basis: str = "") -> Amounts:
    """The amounts of the only row of a kind; nothing where rows differ."""
    found = [one.cells for one in table.rows if one.name.which == which and one.name.basis == basis]
    values = [{column: figure.value for column, figure in one.items() if figure} for one in found]
    return found[0] if found and all(one == values[0] for one in values) else {}


class Bases:
    """On which basis the amounts of a table are printed, and what the text says for it."""

    def __init__(self, text: Tokens, table: Table, year: FiscalYear, event: Event) -> None:
        self.text, self.table, self.year, self.event = text, table, year, event
        self.before = amounts(table, REVISED, PRE)

    def day(self, column: Column) -> date | None:
        """The record date of a payment: the end of its month, unless the table names another day."""
        year, month = self.year.month_of(column.payment)
        last = monthrange(year, month)[1]
        if column.day is None:
            return date(year, month, last) if self._ends_with_its_month(year, month, last) else None
        written = column.day.value
        if written is not None:
            return written if (written.year, written.month) == (year, month) else None
        return date(year, month, last if column.day.day >= 28 and month == 2 else min(column.day.day, last))

    def _ends_with_its_month(self, year: int, month: int, last: int) -> bool:
        """Whether nothing speaks for another day: a record date of the event within the month would."""
        record = self.event.record
        return record is None or (record.year, record.month) != (year, month) or record.day > last - _LAST_DAYS

    def is_after(self, column: Column) -> bool:
        """Whether a payment is made on the shares after the event."""
        day = self.day(column)
        return day is not None and day >= self.event.effective

    def is_sure(self, column: Column, figure: Figure, previous: Figure | None) -> bool:
        """Whether an amount is for certain on the basis of its record date."""
        other, is_after = self.before.get(column.payment), self.is_after(column)
        own = POST if is_after else PRE
        if other is not None:
            return other.value == figure.value * (self.event.ratio if is_after else 1)
        if amounts(self.table, REVISED, own).get(column.payment) == figure or self._is_said(figure, own):
            return True
        is_as_after = previous is not None and bool(previous.value) and self.is_nearer_after(figure, previous)
        return is_as_after == is_after

    def is_nearer_after(self, figure: Figure, previous: Figure) -> bool:
        """Whether an amount times the ratio is clearly nearer to the earlier forecast than as it is printed."""
        as_after = abs(log(figure.value * self.event.ratio / previous.value))
        return as_after < abs(log(figure.value / previous.value)) / 2

    def has_earlier_before(self, revised: Amounts) -> bool:
        """Whether the earlier forecasts, as a row, stand to the amounts as those on shares before the event do."""
        earlier, ratio = amounts(self.table, PREVIOUS), self.event.ratio
        pairs = [
            (column, one.value, other.value)
            for column in self.table.payments
            if (one := revised.get(column.payment))
            and (other := earlier.get(column.payment))
            and one.value * other.value
        ]
        total, parts = earlier.get(TOTAL), sum((other for _, _, other in pairs), Fraction(0))
        before, printed, after = (
            sum(
                abs(log(one * (of_after if self.is_after(column) else of_before) / other))
                for column, one, other in pairs
            )
            for of_after, of_before in ((ratio, 1), (1, 1), (1, 1 / ratio))
        )
        is_on_one_basis = total is not None and total.value == parts
        return before < after and (is_on_one_basis or before < printed)

    def _is_said(self, figure: Figure, own: str) -> bool:
        """Whether the words around an amount or behind its table name it on its own basis, or on the other one."""
        ratio = self.event.ratio
        other = figure.value * (ratio if own == POST else 1 / ratio)
        return any(
            basis_of(_clause(self.text.text, one)) == (own if one.value == figure.value else _OTHER_BASIS[own])
            for one in self.text.figures
            if figure.start <= one.start < self.table.end + _AROUND and one.value in (other, figure.value)
        )


_OTHER_BASIS = {PRE: POST, POST: PRE}
_AROUND = 400
#: On one of so many last days of a month a record date is its end, or the last business day.
_LAST_DAYS = 4
_SIGNS = re.compile(r"[、。()\n;]|, |\. ")
_BRACKET = re.compile(r"\s?\([^()\n]{1,40}\)")


def _clause(text: str, figure: Figure) -> str:
    """The words between two signs that hold a figure, and a bracket right behind it."""
    lead = _SIGNS.split(text[max(0, figure.start - 60) : figure.start])[-1]
    rest = _SIGNS.split(text[figure.end : figure.end + 60])[0]
    bracket = _BRACKET.match(text, figure.end)
    return lead + (bracket[0] if bracket else rest)
