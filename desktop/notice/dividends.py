"""Dividends: a row for each payment of the forecast, beside the earlier one, on the basis of its record date."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from ..domain.message import N_, Doubt, Message
from .candidate import Candidate
from .dividend_bases import BASES, Amounts, Bases, Event, amounts
from .dividend_sentences import agreed, declared, stated
from .dividend_shapes import transposed
from .dividend_tables import Column, Table, tables
from .dividend_words import (
    ACTUAL,
    DIVIDEND,
    INTERIM,
    POST,
    PRE,
    PREVIOUS,
    REVISED,
    TOTAL,
    YEAR_END,
    FiscalYear,
    basis_of,
)
from .dividend_years import fiscal_year_of, is_japanese, period_name, year_of_sentence
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
    names = ("effective_date", "resolution_date", "record_date")
    effective, announced, day = (_day(taken, f"schedule.{name}") for name in names)
    return Event(ratio, effective, announced, day) if ratio and ratio != 1 and effective else None


def _day(taken: Mapping[str, Candidate], path: str) -> date | None:
    value = taken[path].value if path in taken else None
    return value if isinstance(value, date) else None


def dividends(text: Tokens, parts: Sections, event: Event | None, problems: list[Message]) -> Iterator[Candidate]:
    """The rows of the only table that states a forecast of dividends, else of the sentences that do."""
    if event is None or not DIVIDEND.search(text.text):
        return
    printed = [one for one in tables(text) if _has_forecast(one)]
    printed = printed or [one for one in transposed(text) if _has_forecast(one)]
    found = [one for one in printed if parts.at(one.start) != OTHER] or printed
    year_of = year_of_sentence
    if found:
        year_of = fiscal_year_of
    else:
        found = list(stated(text, parts))
    yield from _by_year(found, year_of, text, event, problems)
    if not found:
        yield from _declared(text, event)


def _of_year(
    year: FiscalYear | None, found: Sequence[Table], text: Tokens, event: Event, problems: list[Message]
) -> list[Candidate]:
    """The rows of a fiscal year; none where its places differ."""
    table = found[0] if len(found) == 1 else agreed(found)
    if year is None:
        problems.append(_doubt(NO_YEAR, {}, found[0].start, found[0].end))
    return list(_rows(text, table, year, event, problems)) if year and table else []


def _by_year(
    tables: Sequence[Table],
    year_of: Callable[[Tokens, Table, Event], FiscalYear | None],
    text: Tokens,
    event: Event,
    problems: list[Message],
) -> Iterator[Candidate]:
    """The rows of each fiscal year."""
    years, by_year = dict[tuple[int, int], FiscalYear](), dict[tuple[int, int], list[Table]]()
    for one in tables:
        year = year_of(text, one, event)
        if year is not None:
            years.setdefault(year.key, year)
        by_year.setdefault(year.key if year else (0, 0), []).append(one)
    number = 0
    for key, own in sorted(by_year.items()):
        rows = _of_year(years.get(key), own, text, event, problems)
        yield from (replace(one, path=_numbered(one.path, number)) for one in rows)
        number += sum(one.path.endswith(".amount") for one in rows)


def _numbered(path: str, offset: int) -> str:
    """The path of a row that comes behind others."""
    return re.sub(r"^dividends\[(\d+)\]", lambda found: f"dividends[{int(found[1]) + offset}]", path)


def _has_forecast(table: Table) -> bool:
    return any(amounts(table, REVISED, basis) for basis in BASES)


def _declared(text: Tokens, event: Event) -> Iterator[Candidate]:
    """Dividends that are declared with their days, where the basis of each is certain."""
    number = 0
    for match in declared(text):
        figure = text.figure_at(match.start("amount"))
        paid, day = (text.date_at(match.start(name)) for name in ("paid", "record"))
        if figure is None or paid is None or day is None or day.value is None or paid.value is None:
            continue
        own = POST if day.value >= event.effective else PRE
        said = basis_of(text.text[match.start("basis") : match.end("basis")])
        if figure.unit != "money" or (said != own and (said or own == POST)):
            continue
        row = f"dividends[{number}]"
        number += 1
        label = text.text[match.start("label") : match.end("label")]
        yield Candidate(f"{row}.label", " ".join(label.split()).capitalize(), match.start("label"), match.end("label"))
        yield Candidate(f"{row}.record_date", day.value, day.start, day.end)
        yield Candidate(f"{row}.payment_date", paid.value, paid.start, paid.end)
        yield Candidate(f"{row}.amount", figure.value, figure.start, figure.end)


def _doubt(text: str, fields: Mapping[str, object], start: int, end: int) -> Doubt:
    return Doubt(text, fields, ((start, end),))


def _rows(text: Tokens, table: Table, year: FiscalYear, event: Event, problems: list[Message]) -> Iterator[Candidate]:
    previous = amounts(table, PREVIOUS)
    bases = Bases(text, table, year, event)
    revised = _revised(table, bases)
    if not _adds_up(revised, bases, problems):
        return
    number, has_earlier = 0, bases.has_earlier_before(revised)
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
        yield Candidate(f"{row}.label", _label(text, column), column.start, column.end)
        yield Candidate(f"{row}.period", period_name(text, year), year.start, year.end, inferred=year.inferred)
        yield day_candidate(row, day, column, year)
        yield Candidate(f"{row}.amount", figure.value, figure.start, figure.end)
        yield from _previous(row, column, bases, has_earlier)
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


def _label(text: Tokens, column: Column) -> str:
    """What a payment is called: as the text has it, or by its kind where a day alone heads its column."""
    if column.day is None or column.day.start != column.start:
        words = " ".join(text.text[column.start : column.end].split())
        return words[0].upper() + words[1:]
    return _NAMES[column.payment][is_japanese(text.text)]


_NAMES = {INTERIM: ("Interim", "中間"), YEAR_END: ("Year-end", "期末")}


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


def _previous(row: str, column: Column, bases: Bases, has_earlier_before: bool) -> Iterator[Candidate]:
    """The earlier forecast, where its basis is certain."""
    for basis in BASES:
        earlier = amounts(bases.table, PREVIOUS, basis).get(column.payment)
        if earlier is None or not earlier.value:
            continue
        if not basis and bases.is_after(column) and not has_earlier_before:
            continue
        yield Candidate(f"{row}.previous", earlier.value, earlier.start, earlier.end)
        if basis == POST:
            yield Candidate(f"{row}.previous_basis", basis, earlier.start, earlier.end)
        return


def _totals(year: FiscalYear, bases: Bases, revised: Amounts) -> Iterator[Candidate]:
    """The printed totals where every payment is known: as they stand, and on the basis that their row names."""
    period, known = period_name(bases.text, year), _known(revised, bases)
    for which, printed in (("total", revised), ("pre_split", bases.before)):
        total = printed.get(TOTAL)
        if total is not None and total.value and known and total.value in _sums(known, bases):
            yield Candidate(f"announced.dividends.{which}[{period}]", total.value, total.start, total.end)
