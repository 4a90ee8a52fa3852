"""What a folded section of the forms says about its content, in a few words."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from ..domain.dividends import Dividend
from ..domain.holdings import Lot
from ..domain.message import N_, Message
from ..domain.options import Series
from ..domain.term import ADRS, SHARES, Unit
from ..i18n import Locale
from .book import Book
from .layout import unit_of
from .wording import adr_sentence, company_line, split_sentence

#: Tables longer than this are counted, not looked through, since a digest is made at every keystroke.
LOOKED_THROUGH = 100
#: More dividends than these do not fit into a line.
DIVIDENDS_NAMED = 4


def digest(section: str, book: Book, locale: Locale) -> str:
    """The content of a section of the forms in one short line; nothing for an empty one."""
    made = _DIGESTS.get(section)
    return made(book, locale) if made else ""


def _company(book: Book, locale: Locale) -> str:
    return company_line(book.scenario, locale)


def _split(book: Book, locale: Locale) -> str:
    sentence = split_sentence(book.scenario.split)
    return locale.text(sentence) if sentence else ""


def _schedule(book: Book, locale: Locale) -> str:
    record, effective = book.value("schedule.record_date"), book.value("schedule.effective_date")
    return _becomes(locale.given(record, Unit("")), locale.given(effective, Unit("")), locale)


def _shares(book: Book, locale: Locale) -> str:
    before = locale.value(book.scenario.shares.issued, SHARES)
    after = locale.value(book.value("shares.issued_after"), SHARES)
    return _becomes(before, after, locale)


def _becomes(before: str, after: str, locale: Locale) -> str:
    if before and after and before != after:
        return locale.text("{before} → {after}", before=before, after=after)
    return after or before


def _options(book: Book, locale: Locale) -> str:
    rows = book.scenario.options
    if not rows:
        return ""
    count = locale.plural("1 series", "{count} series", len(rows))
    shares = _common_shares(rows)
    if shares is None:
        return count
    return locale.text("{count} · {shares} shares per right", count=count, shares=locale.number(shares))


def _common_shares(rows: tuple[Series, ...]) -> Decimal | None:
    """The shares per right where all series have the same."""
    if len(rows) > LOOKED_THROUGH:
        return None
    found = {row.shares_per_right for row in rows}
    return found.pop() if len(found) == 1 else None


def _adr(book: Book, locale: Locale) -> str:
    terms = book.scenario.adr
    before = adr_sentence(terms.old_adrs, terms.old_shares)
    after = adr_sentence(book.value("adr.new_adrs"), book.value("adr.new_shares"))
    return _becomes(locale.text(before) if before else "", locale.text(after) if after else "", locale)


def _prices(book: Book, locale: Locale) -> str:
    prices = book.scenario.prices
    if prices.share is None:
        return ""
    unit = unit_of("prices.share")
    price = Message(
        N_("{price} {unit}"), {"price": locale.given(prices.share, unit), "unit": locale.unit(unit, book.currency)}
    )
    if prices.date is None:
        return locale.text(price)
    return locale.text(Message(N_("{price} on {date}"), {"price": price, "date": prices.date}))


def _dividends(book: Book, locale: Locale) -> str:
    rows = book.scenario.dividends
    if len(rows) > DIVIDENDS_NAMED:
        return locale.plural("1 dividend", "{count} dividends", len(rows))
    named = " · ".join(filter(None, (_dividend(row, locale) for row in rows)))
    if not any(row.amount is not None for row in rows):
        return named
    unit = locale.unit(unit_of("dividends[].amount"), book.currency)
    return locale.text("{dividends} {unit}", dividends=named, unit=unit)


def _dividend(row: Dividend, locale: Locale) -> str:
    label, amount = row.label or "", locale.given(row.amount, unit_of("dividends[].amount"))
    return locale.text("{label} {amount}", label=label, amount=amount) if label and amount else label or amount


def _benefits(book: Book, locale: Locale) -> str:
    count = len(book.scenario.benefits)
    return locale.plural("1 threshold", "{count} thresholds", count) if count else ""


def _holdings(book: Book, locale: Locale) -> str:
    rows = book.scenario.holdings
    parts = [locale.plural("1 lot", "{count} lots", len(rows))] if rows else []
    for kind, unit in (("share", SHARES), ("adr", ADRS)) if len(rows) <= LOOKED_THROUGH else ():
        held = _held(rows, kind)
        if held:
            count, words = locale.number(held), locale.unit(unit, book.currency)
            parts.append(locale.text("{count} {unit}", count=count, unit=words))
    return " · ".join(parts)


def _held(rows: tuple[Lot, ...], kind: str) -> Decimal:
    """How many shares or ADRs stand in lots."""
    quantities = (row.quantity for row in rows if (row.kind or "share") == kind)
    return sum(filter(None, quantities), Decimal(0))


_DIGESTS: Mapping[str, Callable[[Book, Locale], str]] = {
    "company": _company,
    "split": _split,
    "schedule": _schedule,
    "shares": _shares,
    "options": _options,
    "adr": _adr,
    "dividends": _dividends,
    "benefits": _benefits,
    "prices": _prices,
    "holdings": _holdings,
}
