"""The lanes of the time line: what holds from when, for the price, the register and the ADRs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from ..domain.message import N_
from ..domain.record import record
from ..domain.split import lowest_terms
from ..i18n import Locale
from .book import Book
from .events import day_of, day_of_adrs
from .layout import unit_of
from .sections.days import adr_ratio
from .wording import times

_DAY = timedelta(days=1)


class Hold(StrEnum):
    """Which terms hold: those before the event, those between its dates, or those after it."""

    BEFORE = "before"
    INTERIM = "interim"
    AFTER = "after"


@record(frozen=True)
class Span:
    """What holds from a day on, or, without one, from the beginning.

    `texts` say it, from the fullest to the shortest; `named` says it where no span before has named the lane.
    """

    start: date | None
    hold: Hold
    texts: tuple[str, ...]
    named: str
    closed: bool = False


@record(frozen=True)
class Lane:
    """The spans of one matter, each up to the next."""

    spans: tuple[Span, ...]


def lanes(book: Book, locale: Locale) -> tuple[Lane, ...]:
    """The lanes of which something is known."""
    found = (_price(book, locale), _register(book, locale), _adr(book, locale))
    return tuple(lane for lane in found if lane is not None)


def _price(book: Book, locale: Locale) -> Lane | None:
    day, factor = day_of(book, "schedule.ex_date"), _factor(book)
    if day is None or factor is None:
        return None
    before, after = (_figure(book, path, locale) for path in ("prices.cum", "prices.split_adjusted"))
    before = "" if before == after else before  # a price of the ex-date or later is split already
    return _two(locale.text(N_("Share price")), day, before, after or locale.text(times(1 / factor)), locale)


def _register(book: Book, locale: Locale) -> Lane | None:
    day, factor = day_of(book, "schedule.effective_date"), _factor(book)
    if day is None or factor is None:
        return None
    before, after = (_figure(book, path, locale) for path in ("shares.issued", "shares.issued_after"))
    return _two(locale.text(N_("Issued shares")), day, before, after or locale.text(times(factor)), locale)


def _factor(book: Book) -> Fraction | None:
    """The ratio of an event that changes the number of shares."""
    ratio = lowest_terms(book.scenario.split)
    return None if ratio == 1 else ratio


def _figure(book: Book, path: str, locale: Locale) -> str:
    value, unit = book.value(path), unit_of(path)
    figure = locale.value(value, unit)
    if not figure or unit.style != "money":
        return figure
    return locale.text(N_("{amount} {currency}"), amount=figure, currency=locale.unit(unit, book.currency))


def _two(name: str, day: date, before: str, after: str, locale: Locale) -> Lane:
    first, last = (locale.text(N_("{name} {figure}"), name=name, figure=f) if f else name for f in (before, after))
    return Lane((Span(None, Hold.BEFORE, (first, name), first), Span(day, Hold.AFTER, (after,), last)))


def _adr(book: Book, locale: Locale) -> Lane | None:
    ratio, after = book.value("adr.ratio"), book.value("adr.ratio_after")
    starts = _adr_starts(book)
    if not isinstance(ratio, int | Fraction) or not starts:
        return None
    figures = {Hold.BEFORE: ratio, Hold.INTERIM: book.value("adr.ratio_interim"), Hold.AFTER: after}
    spans = [_adr_span(book, start, figures, locale) for start in (None, *starts)]
    return Lane(tuple(span if n == 0 or span.named != spans[n - 1].named else replace(span, texts=("",))
                      for n, span in enumerate(spans)))  # fmt: skip


def _adr_span(book: Book, start: date | None, figures: Mapping[Hold, object], locale: Locale) -> Span:
    hold, is_closed = _hold(book, start), _is_closed(book, start)
    full = locale.text(adr_ratio(figures[hold]))
    if is_closed and hold != Hold.AFTER:
        text = locale.text(N_("Books closed (US)"))
        return Span(start, hold, (text,), text, closed=True)
    short = locale.text(adr_ratio(figures[hold], short=True))
    return Span(start, hold, (short,) if hold == Hold.AFTER else (full,), full, is_closed)


def _adr_starts(book: Book) -> list[date]:
    """The days on which the terms or the books of the ADRs change."""
    last = day_of(book, "adr.closed_to")
    opened = last + _DAY if last is not None and _are_closed(book) else None
    days = [day_of(book, "adr.closed_from") if _are_closed(book) else None, opened, _interim(book),
            day_of_adrs(book)]  # fmt: skip
    return sorted({day for day in days if day is not None})


def _are_closed(book: Book) -> bool:
    first, last = day_of(book, "adr.closed_from"), day_of(book, "adr.closed_to")
    return first is not None and last is not None and first <= last


def _interim(book: Book) -> date | None:
    """The day from which an ADR stands for the split shares, until its own terms change."""
    ex, own = day_of(book, "schedule.ex_date"), day_of_adrs(book)
    if ex is None or _factor(book) is None or (own is not None and own <= ex):
        return None
    return ex


def _hold(book: Book, day: date | None) -> Hold:
    own, interim = day_of_adrs(book), _interim(book)
    if day is not None and own is not None and day >= own:
        return Hold.AFTER
    return Hold.INTERIM if day is not None and interim is not None and day >= interim else Hold.BEFORE


def _is_closed(book: Book, day: date | None) -> bool:
    first, last = day_of(book, "adr.closed_from"), day_of(book, "adr.closed_to")
    return day is not None and first is not None and last is not None and first <= day <= last
