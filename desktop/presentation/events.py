"""The events of a schedule: what happens on which day, in the words of the event, and how much it matters."""

from datetime import date

from ..domain.message import N_
from ..domain.record import record
from .book import Book
from .table import basis_of, event_words

#: Events of this rank and above are the first to leave the time line where space ends.
MINOR = 8


@record(frozen=True)
class Event:
    """Something that happens on a day. The higher its rank, the sooner it gives way; `aside`: without a label."""

    path: str
    day: date
    label: str
    rank: int = 0
    loud: bool = False
    aside: bool = False
    rule: str = ""


#: Label and rank of every date, in the order in which they are named on one day.
KINDS: dict[str, tuple[str, int]] = {
    "schedule.resolution_date": (N_("Board resolution"), 8),
    "schedule.notice_date": (N_("Public notice"), 7),
    "schedule.last_cum_date": (N_("Last day with rights"), 3),
    "schedule.ex_date": (N_("Ex-rights date"), 0),
    "schedule.record_date_in_substance": (N_("Record date in substance"), 5),
    "schedule.record_date": (N_("Record date"), 2),
    "schedule.effective_date": (N_("Effective date"), 0),
    "adr.closed_from": (N_("Books closed from"), 9),
    "adr.record_date": (N_("ADR record date"), 6),
    "adr.distribution_date": (N_("ADR distribution"), 4),
    "adr.effective_date": (N_("ADR effective"), 1),
    "adr.closed_to": (N_("Books closed to"), 9),
}

LOUD = ("schedule.ex_date", "schedule.effective_date")
BOOKS = ("adr.closed_from", "adr.closed_to")


def day_of(book: Book, path: str) -> date | None:
    """A date of the book, if it is known."""
    value = book.value(path)
    return value if isinstance(value, date) else None


def day_of_adrs(book: Book) -> date | None:
    """The day from which ADRs trade on their new terms."""
    return day_of(book, "adr.effective_date") or day_of(book, "adr.distribution_date")


def events(book: Book) -> tuple[Event, ...]:
    """Every dated event that is known, by day."""
    days = {path: day for path in KINDS if (day := day_of(book, path)) is not None}
    if days.get("schedule.record_date_in_substance") == days.get("schedule.record_date"):
        days.pop("schedule.record_date_in_substance", None)  # nothing of its own to say
    loud = [path for path in LOUD if path in days] or ["adr.effective_date"]
    taken = {day for path, day in days.items() if path not in BOOKS}
    found = [_event(book, path, day, is_loud=path in loud, aside=path in BOOKS and day in taken)
             for path, day in days.items()]  # fmt: skip
    return tuple(sorted(found, key=lambda event: event.day))


def _event(book: Book, path: str, day: date, *, is_loud: bool, aside: bool) -> Event:
    label, rank = KINDS[path]
    basis = basis_of(path, book)
    rule = basis.rule if basis else ""
    return Event(path, day, event_words(label, book), 0 if is_loud else rank, is_loud, aside, rule)
