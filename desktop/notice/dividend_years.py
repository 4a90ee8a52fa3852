"""Which fiscal year dividends belong to."""

import re

from .dividend_bases import Event
from .dividend_tables import Table
from .dividend_words import MONTHS, FiscalYear, fiscal_years, year_ending
from .tokens import Tokens

_LEAD = 700


def fiscal_year_of(text: Tokens, table: Table, event: Event) -> FiscalYear | None:
    """The fiscal year that a table is about: the nearest one named before it that the day of the announcement allows."""
    offset = max(0, table.start - _LEAD)
    lead = text.text[offset : table.start]
    own = [FiscalYear(one.year, one.month, offset + one.start, offset + one.end) for one in fiscal_years(lead)]
    fit = [one for one in own or fiscal_years(text.text[:1500]) if _is_possible(one, event)]
    days = [(column, column.day) for column in table.payments if column.day]
    fit = [one for one in fit if all(one.month_of(column.payment)[1] == day.month for column, day in days)]
    return fit[-1] if len({one.key for one in fit}) == 1 else None


def year_of_sentence(text: Tokens, table: Table, event: Event) -> FiscalYear | None:
    """The fiscal year of a sentence: that of its record date, else the one that it names, else the last one before it."""
    column = table.columns[0]
    if column.day is not None and column.day.year is not None:
        year, month = year_ending(column.day.year, column.day.month, column.payment)
        return FiscalYear(year, month, column.day.start, column.day.end, inferred=True)
    for start in (table.start, max(0, table.start - 250)):
        named = [
            FiscalYear(one.year, one.month, start + one.start, start + one.end)
            for one in fiscal_years(text.text[start : table.end])
        ]
        own = [one for one in named if _is_possible(one, event)]
        if own:
            keys = {one.key for one in own}
            return own[-1] if len(keys) == 1 or start < table.start else None
    return None


def _is_possible(year: FiscalYear, event: Event) -> bool:
    since = event.announced or event.effective
    months = (year.year - since.year) * 12 + year.month - since.month
    return -2 <= months <= 13


def period_name(text: Tokens, year: FiscalYear) -> str:
    """What a fiscal year is called, in the language of the place that names it."""
    if is_japanese(text.text):
        return f"{year.year}年{year.month}月期"
    return f"FY ending {MONTHS[year.month - 1]} {year.year}"


_KANA = re.compile("[ぁ-ん]")


def is_japanese(text: str) -> bool:
    """Whether a text is written in Japanese."""
    return _KANA.search(text) is not None
