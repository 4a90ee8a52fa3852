"""On which basis the dividends of a table are printed: on shares before the event or after it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import log

from ..domain.record import record
from .dividend_tables import Column, Table
from .dividend_words import POST, PRE, REVISED, FiscalYear, basis_of
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
            return date(year, month, last)
        written = column.day.value
        if written is not None:
            return written if (written.year, written.month) == (year, month) else None
        return date(year, month, last if column.day.day >= 28 and month == 2 else min(column.day.day, last))

    def is_after(self, column: Column) -> bool:
        """Whether a payment is made on the shares after the event."""
        day = self.day(column)
        return day is not None and day >= self.event.effective

    def is_sure(self, column: Column, figure: Figure, previous: Figure | None) -> bool:
        """Whether an amount is for certain on the basis of its record date."""
        other = self.before.get(column.payment)
        if not self.is_after(column):
            is_other_basis = previous is not None and previous.value and self.is_nearer_after(figure, previous)
            return not is_other_basis if other is None else other.value == figure.value
        if amounts(self.table, REVISED, POST).get(column.payment) == figure:
            return True
        if other is not None:
            return other.value == figure.value * self.event.ratio
        if self._is_said(figure):
            return True
        return previous is not None and bool(previous.value) and self.is_nearer_after(figure, previous)

    def is_nearer_after(self, figure: Figure, previous: Figure) -> bool:
        """Whether an amount times the ratio is clearly nearer to the earlier forecast than as it is printed."""
        as_after = abs(log(figure.value * self.event.ratio / previous.value))
        return as_after < abs(log(figure.value / previous.value)) / 2

    def is_nearer_before(self, figure: Figure, previous: Figure) -> bool:
        """Whether an amount after the event stands to an earlier forecast before it as one should."""
        return abs(log(figure.value * self.event.ratio / previous.value)) < abs(log(figure.value / previous.value))

    def _is_said(self, figure: Figure) -> bool:
        """Whether the words around the table name the amount on either basis."""
        start, end = max(0, self.table.start - _AROUND), self.table.end + _AROUND
        exact = figure.value * self.event.ratio
        return any(
            basis_of(_clause(self.text.text, one)) == (PRE if one.value == exact else POST)
            for one in self.text.figures
            if start <= one.start < end and one.value in (exact, figure.value)
        )


_AROUND = 400
_SIGNS = re.compile(r"[、。()\n;]|, |\. ")
_BRACKET = re.compile(r"\s?\([^()\n]{1,40}\)")


def _clause(text: str, figure: Figure) -> str:
    """The words between two signs that hold a figure, and a bracket right behind it."""
    lead = _SIGNS.split(text[max(0, figure.start - 60) : figure.start])[-1]
    rest = _SIGNS.split(text[figure.end : figure.end + 60])[0]
    bracket = _BRACKET.match(text, figure.end)
    return lead + (bracket[0] if bracket else rest)
