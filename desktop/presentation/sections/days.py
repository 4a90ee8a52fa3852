"""What a holder sees on which day: number, price, what can be sold, open orders; of shares and of ADRs."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from ...domain.message import N_, Message
from ...domain.split import lowest_terms
from ..book import NEW_YORK, Book
from ..events import Event, day_of, day_of_adrs, events
from ..layout import WordRow, WordTable
from ..wording import times

#: The number of ADRs, and of shares without a trading unit, that the examples speak of.
EXAMPLE = 100

PRACTICE = N_("* Practice of exchanges and brokers, not law: ask your own broker.")
UNCHANGED = N_("Unchanged")
BEFORE, AFTER = "{before}", "{after}"  # the number of shares, which carries its own words
_FRACTIONS = N_("{after}. What is less than one share is sold for the holders and paid in cash.")

Words = Mapping[str, tuple[str, str, str, str]]

#: What a holder of shares sees on the day of an event: number, price, sellable, orders.
JAPANESE_SPLIT: Words = {
    "schedule.ex_date": (
        N_("{after}; some brokers show {before} until the effective date*"),
        N_("After the split, {price}; base price and daily limits follow"),
        N_("{after}, though the new shares exist only from the effective date*"),
        N_("New orders, at the price after the split"),
    ),
    "schedule.effective_date": (
        N_("{after} in every account"), UNCHANGED, AFTER, UNCHANGED,
    ),
    "schedule.last_cum_date": (
        N_("{before}; many brokers show {after} after the close*"),
        N_("Before the split"),
        N_("{before}; who buys today gets the new shares too"),
        N_("Orders valid beyond today are refused, or cancelled this evening*"),
    ),
    "schedule.record_date": (
        N_("Unchanged; who is on the register today gets the new shares"), UNCHANGED, UNCHANGED, UNCHANGED,
    ),
    "schedule.record_date_in_substance": (
        N_("Unchanged; trades up to the last day with rights are settled this evening"),
        UNCHANGED, UNCHANGED, UNCHANGED,
    ),
}  # fmt: skip

JAPANESE_CONSOLIDATION: Words = {
    "schedule.ex_date": (
        N_("{after}; some brokers show {before} until the effective date*"),
        N_("After the consolidation, {price}; base price and daily limits follow"),
        N_("{after}; what is less than one share cannot be sold*"),
        N_("New orders, at the price after the consolidation"),
    ),
    "schedule.effective_date": (_FRACTIONS, UNCHANGED, AFTER, UNCHANGED),
    "schedule.last_cum_date": (
        N_("{before}; many brokers show {after} after the close*"),
        N_("Before the consolidation"),
        BEFORE,
        N_("Orders valid beyond today are refused, or cancelled this evening*"),
    ),
    "schedule.record_date": (
        N_("Unchanged; the holding of today is consolidated"), UNCHANGED, UNCHANGED, UNCHANGED,
    ),
    "schedule.record_date_in_substance": (
        N_("Unchanged; trades up to the last day before consolidation are settled this evening"),
        UNCHANGED, UNCHANGED, UNCHANGED,
    ),
}  # fmt: skip

AMERICAN_SPLIT: Words = {
    "schedule.ex_date": (
        AFTER,
        N_("After the split, {price}"),
        AFTER,
        N_("Brokers adjust or cancel orders from before the split*"),
    ),
    "schedule.effective_date": (
        N_("{before}; {after} once the broker has booked the new shares after the close*"),
        N_("Before the split"),
        N_("{before}; the new shares go to the buyer"),
        UNCHANGED,
    ),
    "schedule.last_cum_date": (BEFORE, N_("Before the split"), BEFORE, UNCHANGED),
    "schedule.record_date": (
        BEFORE,
        N_("Before the split"),
        N_("{before}; sold before the ex-date, a share carries a due bill for the new shares"),
        UNCHANGED,
    ),
}  # fmt: skip

AMERICAN_CONSOLIDATION: Words = {
    "schedule.ex_date": (
        N_("{after}; fractions as the company decides"),
        N_("After the consolidation, {price}"),
        AFTER,
        N_("Orders from before the reverse split are cancelled*"),
    ),
    "schedule.effective_date": (N_("{after}; fractions as the company decides"), UNCHANGED, AFTER, UNCHANGED),
    "schedule.last_cum_date": (BEFORE, N_("Before the consolidation"), BEFORE, UNCHANGED),
}


def _words(book: Book) -> Words:
    if book.market == NEW_YORK:
        return AMERICAN_CONSOLIDATION if book.is_consolidation else AMERICAN_SPLIT
    return JAPANESE_CONSOLIDATION if book.is_consolidation else JAPANESE_SPLIT


def share_days(book: Book) -> tuple[WordRow, ...]:
    """What a holder of one trading unit sees; nothing where the number of shares stays or is not known."""
    ratio = lowest_terms(book.scenario.split)
    if ratio is None or ratio == 1:
        return ()
    words, fields = _words(book), _fields(book, ratio)
    found = [event for event in events(book) if event.path in words]
    return tuple(
        WordRow(day, (_labels(on_day), *_sentences(book, words, on_day, fields)))
        for day, on_day in _by_day(found).items()
    )


def _fields(book: Book, ratio: Fraction) -> dict[str, object]:
    unit = book.value("company.unit")
    before = unit if isinstance(unit, int) and unit else EXAMPLE
    return {"before": _shares(before), "after": _shares(int(before * ratio)), "price": times(1 / ratio)}


def _shares(count: int) -> Message:
    return Message(N_("{shares} share") if count == 1 else N_("{shares} shares"), {"shares": count})


def _by_day(found: Iterable[Event]) -> dict[date, list[Event]]:
    days: dict[date, list[Event]] = {}
    for event in found:
        days.setdefault(event.day, []).append(event)
    return days


def _labels(on_day: list[Event]) -> Message:
    """The names of what happens on a day."""
    joined = Message(on_day[0].label)
    for event in on_day[1:]:
        joined = Message(N_("{names}, {name}"), {"names": joined, "name": Message(event.label)})
    return joined


def _sentences(book: Book, words: Words, on_day: list[Event], fields: dict[str, object]) -> list[Message]:
    """The words of the first event of the table among those of a day."""
    path = next(path for path in words if any(event.path == path for event in on_day))
    texts = list(words[path])
    if path == "schedule.effective_date" and book.market != NEW_YORK and _leaves_fractions(book):
        texts[0] = _FRACTIONS
    if path == "schedule.record_date" and book.market == NEW_YORK and not _trades_with_due_bill(book):
        texts[2] = BEFORE
    if texts[1] == UNCHANGED and book.is_open(on_day[0].day) is False:
        texts[1] = N_("Closed day, no trading")
    return [Message(text, fields) for text in texts]


def _leaves_fractions(book: Book) -> bool:
    ratio = lowest_terms(book.scenario.split)
    return ratio is not None and ratio.denominator > 1


def _trades_with_due_bill(book: Book) -> bool:
    """Whether shares change hands between the record date and a later ex-date."""
    on_record, ex = day_of(book, "schedule.record_date"), day_of(book, "schedule.ex_date")
    return on_record is not None and ex is not None and ex > on_record


SHARE_DAYS = WordTable(
    "days",
    N_("What you will see on which day: a holder of one trading unit of shares"),
    (N_("Date"), N_("Event"), N_("Number shown"), N_("Price"), N_("Can be sold"), N_("Open orders")),
    share_days,
    PRACTICE,
)


# -- ADRs: what holds on a day follows from which of the dates have come


def adr_days(book: Book) -> tuple[WordRow, ...]:
    """What a holder of a hundred ADRs sees on each date of the ADRs, and on the day the shares trade split."""
    if book.value("adr.ratio") is None:
        return ()
    found = [event for event in events(book) if event.path.startswith("adr.")]
    if found and lowest_terms(book.scenario.split) not in (None, 1):
        found += [event for event in events(book) if event.path == "schedule.ex_date"]
    days = _by_day(sorted(found, key=lambda event: event.day))
    return tuple(
        WordRow(day, (_labels(on_day), _number(book, day), _stands_for(book, day), _price(book, day),
                      _issuance(book, day)))
        for day, on_day in days.items()
    )  # fmt: skip


def _trade_anew(book: Book, day: date) -> bool:
    """Whether the ADRs trade on their new terms."""
    first = day_of_adrs(book)
    return first is not None and first <= day


def _follow(book: Book, day: date) -> bool:
    """Whether the shares behind the ADRs trade on their new terms."""
    first = day_of(book, "schedule.ex_date")
    return first is not None and first <= day


def _number(book: Book, day: date) -> Message:
    new, fields = book.value("adr.new_per_old"), {"count": EXAMPLE}
    distributed = day_of(book, "adr.distribution_date") or day_of_adrs(book)
    is_distributed = distributed is not None and distributed <= day
    if not isinstance(new, int | Fraction) or not (is_distributed or _trade_anew(book, day)):
        return Message(N_("{count} ADRs"), fields)
    if new == 1:
        return Message(N_("{count} ADRs; none are added"), fields)
    both = {**fields, "after": EXAMPLE * Fraction(new)}
    if not is_distributed:
        return Message(N_("{after} ADRs; the added ones not yet distributed"), both)
    is_final = _trade_anew(book, day)
    return Message(N_("{count} ADRs become {after}") if is_final else N_("{count} ADRs; {after} with the added ones"),
                   both)  # fmt: skip


def _stands_for(book: Book, day: date) -> Message:
    if _trade_anew(book, day):
        return adr_ratio(book.value("adr.ratio_after"))
    return adr_ratio(book.value("adr.ratio_interim" if _follow(book, day) else "adr.ratio"))


def adr_ratio(shares: object, *, short: bool = False) -> Message:
    """How many shares one ADR stands for; `short` where the ADR is named already."""
    if not isinstance(shares, int | Fraction):
        return Message("")
    fields = {"shares": _as_ratio(Fraction(shares))}
    if short:
        return Message(N_("{shares} shares") if shares > 1 else N_("{shares} share"), fields)
    return Message(N_("1 ADR = {shares} shares") if shares > 1 else N_("1 ADR = {shares} share"), fields)


def _as_ratio(shares: Fraction) -> object:
    """Half a share is 1/2, one and a half are 1.5."""
    return str(shares) if shares < 1 or shares.denominator not in (1, 2, 4, 5, 10) else shares


def _price(book: Book, day: date) -> Message:
    """What the change does to the price of an ADR, beyond what the market does."""
    new = book.value("adr.new_per_old")
    if _trade_anew(book, day) and isinstance(new, int | Fraction) and new > 0:
        return Message(UNCHANGED) if new == 1 else times(1 / Fraction(new))
    if _follow(book, day) and lowest_terms(book.scenario.split) != 1:
        interim = N_("Unchanged: the ADR already stands for the shares after the consolidation") \
            if book.is_consolidation else N_("Unchanged: the ADR already stands for the split shares")  # fmt: skip
        return Message(interim)
    return Message(UNCHANGED)


def _issuance(book: Book, day: date) -> Message:
    first, last = day_of(book, "adr.closed_from"), day_of(book, "adr.closed_to")
    if first is None or last is None:
        return Message("")
    if first <= day <= last:
        return Message(N_("Closed, up to and including {day}"), {"day": last})
    return Message(N_("books|Open"))


ADR_DAYS = WordTable(
    "adr_days",
    N_("What you will see on which day: a holder of 100 ADRs"),
    (
        N_("Date"), N_("Event"), N_("Number shown"), N_("Stands for"), N_("Price of an ADR"),
        N_("Issuance and cancellation"),
    ),
    adr_days,
)  # fmt: skip
