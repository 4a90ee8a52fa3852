"""The dates of an event as a calendar file (RFC 5545), which Outlook, Apple's and Google's calendars take.

Every date is an event of a whole day that blocks no time. Its identifier depends on the issuer, the ratio and the
year, not on the day, so that a corrected file moves what the first one brought.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, vDatetime, vText

from .. import __version__
from ..domain.message import N_, Message
from ..domain.record import record
from ..domain.split import lowest_terms
from ..files import FileProblem, write_atomically, writing_problem
from ..i18n import Locale
from ..presentation.book import NEW_YORK, Book
from ..presentation.layout import Line, Statement
from ..presentation.sections import schedule
from ..presentation.sections.days import ADR_DAYS, SHARE_DAYS
from ..presentation.table import basis_of, event_words
from ..presentation.wording import company_line, split_sentence

NO_DATES = N_("{file}: no date is known yet; nothing was saved")
SPLIT, CONSOLIDATION = N_("Stock split"), N_("Share consolidation")
IN_SUBSTANCE, ON_RECORD = "schedule.record_date_in_substance", "schedule.record_date"


@record(frozen=True)
class Dated:
    """A date of the schedule with its name."""

    path: str
    label: str
    day: date


def write_calendar(
    path: Path, book: Book, locales: Sequence[Locale], now: datetime | None = None
) -> FileProblem | None:
    """Write every known date of the schedule, whole or not at all; the problem if that cannot be done."""
    if not dates(book):
        return FileProblem(Message(NO_DATES, {"file": path.name}))
    try:
        write_atomically(path, calendar(book, locales, now or datetime.now(UTC)))
    except OSError as error:
        return writing_problem(path, error)
    return None


def dates(book: Book) -> tuple[Dated, ...]:
    """The dates of the schedule that are known, in the order of days."""
    found = [dated for line in _lines(book) if (dated := _dated(line, book)) is not None]
    if book.value(IN_SUBSTANCE) == book.value(ON_RECORD):
        found = [dated for dated in found if dated.path != IN_SUBSTANCE]  # it has nothing of its own to say
    return tuple(sorted(found, key=lambda dated: dated.day))


def _lines(book: Book) -> Iterator[Line]:
    """The lines of the schedule that belong to the market."""
    statement = schedule.SHEET.tables[0]
    for group in statement.groups if isinstance(statement, Statement) else ():
        yield from (line for line in group.lines if line.market in ("", book.market))


def _dated(line: Line, book: Book) -> Dated | None:
    day = book.value(line.after)
    return Dated(line.after, event_words(line.label, book), day) if isinstance(day, date) else None


def calendar(book: Book, locales: Sequence[Locale], now: datetime) -> bytes:
    """The calendar file: names and descriptions in one language, or in two one behind the other."""
    made = Calendar()
    made.add("prodid", f"-//Bunkatsu//Bunkatsu {__version__}//{locales[0].language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    name = vText(_name(book, locales))
    made.add("name", name)
    made.add("x-wr-calname", name)
    for dated in dates(book):
        made.add_component(_event(dated, book, locales, now))
    return bytes(made.to_ical())


def _name(book: Book, locales: Sequence[Locale]) -> str:
    kind = CONSOLIDATION if book.is_consolidation else SPLIT
    return " · ".join(filter(None, (_company(book, locales[0]), _each(locales, kind))))


def _company(book: Book, locale: Locale) -> str:
    """The issuer in one line."""
    return " ".join(company_line(book.scenario, locale).split())


def _each(locales: Sequence[Locale], message: str) -> str:
    """A name in every language."""
    return " ".join(dict.fromkeys(locale.text(message) for locale in locales))


def _event(dated: Dated, book: Book, locales: Sequence[Locale], now: datetime) -> Event:
    stamp = now.astimezone(UTC).replace(microsecond=0)
    made = Event()
    made.add("uid", identifier(dated.path, book))
    for name in ("dtstamp", "last-modified"):
        made.add(name, vDatetime(stamp))  # a bare one would be looked up in a data base of time zones
    made.add("sequence", int(stamp.timestamp()) // 60)  # a later file counts as the newer one
    made.add("dtstart", dated.day)
    if dated.day < date.max:
        made.add("dtend", dated.day + timedelta(days=1))  # the day after: an end is not part of the event
    company = _company(book, locales[0])
    made.add("summary", " · ".join(filter(None, (_each(locales, dated.label), company))))
    made.add("description", "\n\n".join(_description(dated, book, locale) for locale in locales))
    made.add("categories", [locale.text(CONSOLIDATION if book.is_consolidation else SPLIT) for locale in locales])
    made.add("transp", "TRANSPARENT")
    made.add("x-microsoft-cdo-busystatus", "FREE")
    return made


def _description(dated: Dated, book: Book, locale: Locale) -> str:
    """What happens to the shares, what the date rests on, and what a holder sees on that day."""
    sentence, basis = split_sentence(book.scenario.split), basis_of(dated.path, book)
    lines = (
        locale.text(sentence) if sentence else "",
        _day(dated, book, locale),
        locale.text(basis.rule) if basis else "",
        *_seen(dated, book, locale),
    )
    return "\n".join(filter(None, lines))


def _day(dated: Dated, book: Book, locale: Locale) -> str:
    """The day with its weekday, and whether the market is closed."""
    day = locale.date_with_weekday(dated.day)
    is_open = book.is_open(dated.day, NEW_YORK if dated.path.startswith("adr.") else "")
    return locale.text(N_("{day}, closed day"), day=day) if is_open is False else day


def _seen(dated: Dated, book: Book, locale: Locale) -> Iterator[str]:
    """What a holder sees: of the shares, or of the ADRs."""
    layout = ADR_DAYS if dated.path.startswith("adr.") else SHARE_DAYS
    row = next((row for row in layout.rows(book) if row.day == dated.day), None)
    if row is None:
        return
    yield f"\n{locale.text(layout.title)}"
    for heading, words in zip(layout.headings[2:], row.words[1:], strict=True):
        if said := locale.text(words):
            yield locale.text(N_("{heading}: {words}"), heading=locale.text(heading), words=said)
    if layout.note:
        yield locale.text(layout.note)


def identifier(path: str, book: Book) -> str:
    """The name by which calendars know a date again, whatever day it is moved to within its year."""
    company = book.scenario.company
    years = (book.value(f"schedule.{name}_date") for name in ("effective", "record", "resolution"))
    year = next((day.year for day in years if isinstance(day, date)), "")
    ratio = lowest_terms(book.scenario.split)
    known = f"bunkatsu:{company.code or company.name or ''}:{ratio or ''}:{year}:{path}"
    return f"{uuid5(NAMESPACE_URL, known)}@bunkatsu"
