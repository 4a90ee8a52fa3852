"""Dividends: a row for each payment of the forecast, beside the earlier one, on the basis of its record date."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from ..domain.message import N_, Doubt, Message
from .candidate import Candidate
from .dividend_bases import BASES, Amounts, Bases, Event, amounts
from .dividend_tables import Column, Table, tables
from .dividend_words import ACTUAL, MONTHS, POST, PRE, PREVIOUS, REVISED, TOTAL, FiscalYear, fiscal_years
from .numbers import Figure
from .sections import OTHER, Sections
from .tokens import Tokens

UNSURE_BASIS = N_(
    "A dividend of {amount} was not taken: it is not certain whether it is meant per share before or after the split."
)
NO_YEAR = N_("The dividends were not taken: the text does not say for certain of which fiscal year they are.")
NO_SUM = N_("The dividends were not taken: {amounts} do not make the printed total {total}.")


def event_of(taken: Mapping[str, Candidate], ratio: Fraction | None) -> Event | None:
    """What was read of the event, as far as dividends need it."""
    effective, announced = (_day(taken, f"schedule.{name}") for name in ("effective_date", "resolution_date"))
    return Event(ratio, effective, announced) if ratio and ratio != 1 and effective else None


def _day(taken: Mapping[str, Candidate], path: str) -> date | None:
    value = taken[path].value if path in taken else None
    return value if isinstance(value, date) else None


def dividends(text: Tokens, parts: Sections, event: Event | None, problems: list[Message]) -> Iterator[Candidate]:
    """The rows of the only table that states a forecast of dividends."""
    if event is None:
        return
    stated = [one for one in tables(text) if any(amounts(one, REVISED, basis) for basis in BASES)]
    found = [one for one in stated if parts.at(one.start) != OTHER] or stated
    if len(found) != 1:
        return
    table = found[0]
    year = _fiscal_year(text, table, event)
    if year is None:
        problems.append(_doubt(NO_YEAR, {}, table.start, table.end))
        return
    yield from _rows(text, table, year, event, problems)


def _doubt(text: str, fields: Mapping[str, object], start: int, end: int) -> Doubt:
    return Doubt(text, fields, ((start, end),))


_LEAD = 700


def _fiscal_year(text: Tokens, table: Table, event: Event) -> FiscalYear | None:
    """The fiscal year that a table is about: the nearest one named before it that the day of the announcement allows."""
    offset = max(0, table.start - _LEAD)
    lead = text.text[offset : table.start]
    own = [FiscalYear(one.year, one.month, offset + one.start, offset + one.end) for one in fiscal_years(lead)]
    fit = [one for one in own or fiscal_years(text.text[:1500]) if _is_possible(one, event)]
    days = [(column, column.day) for column in table.payments if column.day]
    fit = [one for one in fit if all(one.month_of(column.payment)[1] == day.month for column, day in days)]
    return fit[-1] if len({one.key for one in fit}) == 1 else None


def _is_possible(year: FiscalYear, event: Event) -> bool:
    since = event.announced or event.effective
    months = (year.year - since.year) * 12 + year.month - since.month
    return -2 <= months <= 13


def _rows(text: Tokens, table: Table, year: FiscalYear, event: Event, problems: list[Message]) -> Iterator[Candidate]:
    previous = amounts(table, PREVIOUS)
    bases = Bases(text, table, year, event)
    revised = _revised(table, bases)
    if not _adds_up(revised, bases, problems):
        return
    number = 0
    for column in table.payments:
        figure = revised.get(column.payment)
        if figure is None or not figure.value:
            continue
        day = bases.day(column)
        if day is None or not bases.is_sure(column, figure, previous.get(column.payment)):
            amount = text.text[figure.start : figure.end]
            problems.append(_doubt(UNSURE_BASIS, {"amount": amount}, figure.start, figure.end))
            continue
        row = f"dividends[{number}]"
        number += 1
        yield Candidate(f"{row}.label", text.text[column.start : column.end], column.start, column.end)
        yield Candidate(f"{row}.period", _period(text, year), year.start, year.end)
        yield day_candidate(row, day, column, year)
        yield Candidate(f"{row}.amount", figure.value, figure.start, figure.end)
        yield from _previous(row, column, table, bases, figure)
    if number == sum(bool(figure.value) for _, figure in _known(revised, bases)):
        yield from _totals(year, bases, revised)


def _revised(table: Table, bases: Bases) -> Amounts:
    """The amounts of the forecast, each as it is printed on its own basis; paid ones where the forecast leaves them out."""
    found = dict(amounts(table, REVISED))
    for column in table.payments:
        own = POST if bases.is_after(column) else PRE
        for other in (amounts(table, REVISED, own), amounts(table, ACTUAL)):
            figure = other.get(column.payment)
            if figure and found.get(column.payment) is None:
                found[column.payment] = figure
    return found


def day_candidate(row: str, day: date, column: Column, year: FiscalYear) -> Candidate:
    """The record date of a payment: worked out from the fiscal year where it is not written with its year."""
    if column.day:
        return Candidate(f"{row}.record_date", day, column.day.start, column.day.end, inferred=column.day.value != day)
    return Candidate(f"{row}.record_date", day, year.start, year.end, inferred=True)


def _period(text: Tokens, year: FiscalYear) -> str:
    """What a fiscal year is called, in the language of the place that names it."""
    if text.text[year.end - 1] == "期":
        return f"{year.year}年{year.month}月期"
    return f"FY ending {MONTHS[year.month - 1]} {year.year}"


def _adds_up(revised: Amounts, bases: Bases, problems: list[Message]) -> bool:
    """Whether a printed total is that of its amounts, on one basis or as they stand."""
    total, known = revised.get(TOTAL), _known(revised, bases)
    is_whole = len(known) == len(bases.table.payments)
    if total is None or not known or total.value in _sums(known, bases):
        return True
    if not is_whole and total.value > sum(figure.value for _, figure in known):
        return True
    amounts = ", ".join(bases.text.text[figure.start : figure.end] for _, figure in known)
    fields = {"amounts": amounts, "total": bases.text.text[total.start : total.end]}
    problems.append(_doubt(NO_SUM, fields, total.start, total.end))
    return False


def _known(revised: Amounts, bases: Bases) -> list[tuple[Column, Figure]]:
    found = ((column, revised.get(column.payment)) for column in bases.table.payments)
    return [(column, figure) for column, figure in found if figure is not None]


def _sums(known: Sequence[tuple[Column, Figure]], bases: Bases) -> tuple[Fraction, ...]:
    """The sums of amounts: as they stand, before the event and after it."""
    ratio = bases.event.ratio
    before = sum((figure.value * (ratio if bases.is_after(column) else 1) for column, figure in known), Fraction(0))
    return sum((figure.value for _, figure in known), Fraction(0)), before, before / ratio


def _previous(row: str, column: Column, table: Table, bases: Bases, figure: Figure) -> Iterator[Candidate]:
    """The earlier forecast, where its basis is certain."""
    for basis in BASES:
        earlier = amounts(table, PREVIOUS, basis).get(column.payment)
        if earlier is None or not earlier.value:
            continue
        if not basis and bases.is_after(column) and not bases.is_nearer_before(figure, earlier):
            continue
        yield Candidate(f"{row}.previous", earlier.value, earlier.start, earlier.end)
        if basis == POST:
            yield Candidate(f"{row}.previous_basis", basis, earlier.start, earlier.end)
        return


def _totals(year: FiscalYear, bases: Bases, revised: Amounts) -> Iterator[Candidate]:
    """The printed totals where every payment is known: as they stand, and on the basis that their row names."""
    period, known = _period(bases.text, year), _known(revised, bases)
    for which, printed in (("total", revised), ("pre_split", bases.before)):
        total = printed.get(TOTAL)
        if total is not None and total.value and known and total.value in _sums(known, bases):
            yield Candidate(f"announced.dividends.{which}[{period}]", total.value, total.start, total.end)
