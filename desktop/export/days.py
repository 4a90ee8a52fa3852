"""Day by day around the last day with rights: what happens, which markets are open, what is traded. All of it live."""

from datetime import date, timedelta

from ..domain.functions import MARGIN
from ..domain.message import N_
from ..i18n import Locale
from ..presentation.book import NEW_YORK, Book
from ..presentation.events import KINDS, day_of
from ..presentation.layout import Field
from ..presentation.table import event_words
from .beside import weekday_content
from .edition import Content
from .formats import Format
from .names import defined_name
from .page import Page, letter
from .rules import quoted, show_closed
from .statement import Places
from .styles import Look

TITLE = N_("Day by day")
EVENT, DATE = N_("Event"), N_("Date")
TOKYO, CITY, SHARES, ADRS = N_("Tokyo"), N_("New York"), N_("Shares"), N_("ADR books")
OPEN, CLOSED = N_("market|open"), N_("market|closed")
CUM, EX = N_("with rights"), N_("ex rights")
BOOKS_OPEN, BOOKS_CLOSED = N_("books|open"), N_("books|closed")

#: From so many business days before the last day with rights, so many days.
BEFORE, COUNT = 2, 15
_LABEL_MOST = 42.0
_SEPARATOR = {"ja": "・", "en": " · "}
_START, _EX = "schedule.last_cum_date", "schedule.ex_date"
_FROM, _TO = "adr.closed_from", "adr.closed_to"


def write_days(page: Page, places: Places) -> None:
    """The whole table; nothing where the last day with rights is not known."""
    start = _first_day(page.edition.book)
    if start is None:
        return
    for column, locale in zip(places.labels, page.edition.words.locales, strict=True):
        for label in labels_by_day(page.edition.book, locale).values():
            page.want(column, page.width_of(label, Look.LABEL_LIVE), _LABEL_MOST)
    page.row += 1
    page.heading(page.row, places.every, (page.edition.words.title(TITLE),))
    page.row += 1
    _headings(page, places)
    first = page.row
    for number in range(COUNT):
        _Day(page, places, start + timedelta(days=number), is_first=number == 0).write()
        page.row += 1
    last = page.row - 1
    cells = f"{letter(places.every[0])}{first}:{letter(places.every[-1])}{last}"
    home = _columns(places)[1 if page.edition.book.market == NEW_YORK else 0]
    show_closed(page, cells, f"${letter(home)}{first}={quoted(page.edition.words.title(CLOSED))}")


def _first_day(book: Book) -> date | None:
    day, calendar = day_of(book, _START), book.calendars[book.market]
    if day is None or not calendar.first + MARGIN <= day <= calendar.last - MARGIN:
        return None
    return calendar.workday(day, -BEFORE)


def _columns(places: Places) -> list[int]:
    """The columns of Tokyo, New York, shares and ADRs: those after the date and its weekday."""
    first = places.fields.get(Field.UNIT, places.fields[Field.AFTER]) + 1
    return [column for column in places.every if column >= first][:4]


def _headings(page: Page, places: Places) -> None:
    words = page.edition.words
    for column, text in zip(places.labels, words.labels(EVENT), strict=True):
        page.put(page.row, column, Look.HEAD_LABEL, text)
    page.put(page.row, places.fields[Field.AFTER], Look.HEAD_RIGHT, words.lines(DATE))
    for column, text in zip(_columns(places), (TOKYO, CITY, SHARES, ADRS), strict=True):
        page.put(page.row, column, Look.HEAD, words.lines(text))
    page.fill(page.row, places.every, Look.HEAD)
    page.heights[page.row] = 30 if len(words.locales) > 1 else 19
    page.row += 1


def closed_formula(day: str, name: str, closed: str, opened: str) -> str:
    """A word for a market that is closed or open on the day in a cell; blank beyond the known years."""
    return (
        f'IF({day}="","",IF(OR({day}<{name}.first,{day}>{name}.last),"",'
        f"IF(OR(WEEKDAY({day},2)>5,COUNTIF({name},{day})>0),{closed},{opened})))"
    )


def labels_by_day(book: Book, locale: Locale) -> dict[date, str]:
    """What happens on each day; the record date in substance is named only where it is another one."""
    found: dict[date, list[str]] = {}
    for path, (label, _) in KINDS.items():
        day = day_of(book, path)
        is_substance = path == "schedule.record_date_in_substance"
        if day is not None and not (is_substance and day == day_of(book, "schedule.record_date")):
            found.setdefault(day, []).append(locale.text(event_words(label, book)))
    return {day: _SEPARATOR[locale.language].join(labels) for day, labels in found.items()}


class _Day:
    """Writes one day."""

    def __init__(self, page: Page, places: Places, day: date, *, is_first: bool) -> None:
        self.page, self.places, self.day, self.is_first = page, places, day, is_first
        self.book, self.words = page.edition.book, page.edition.words
        column = places.fields[Field.AFTER]
        self.cell = f"${letter(column)}{page.row}"
        self.above = f"{letter(column)}{page.row - 1}"

    def write(self) -> None:
        page, places = self.page, self.places
        for column, locale in zip(places.labels, self.words.locales, strict=True):
            page.put_content(page.row, column, Look.LABEL_LIVE, self._events(locale))
        content = Content(self.day, self._start() if self.is_first else f'IF({self.above}="","",{self.above}+1)')
        page.put_content(page.row, places.fields[Field.AFTER], Look.RESULT, content, Format.DATE)
        if Field.UNIT in places.fields:
            page.put_content(page.row, places.fields[Field.UNIT], Look.UNIT, weekday_content(page, self.cell, self.day))
        states = (self._market("JPX"), self._market("XNYS"), self._shares(), self._books())
        for column, state in zip(_columns(places), states, strict=True):
            page.put_content(page.row, column, Look.STATE, state)
        page.fill(page.row, places.every, Look.LABEL)

    def _start(self) -> str:
        closed = f"closed.{self.book.market}"
        outside = f"OR({_START}<{closed}.from,{_START}>{closed}.to)"
        return f'IF({_START}="","",IF({outside},"",WORKDAY({_START},-{BEFORE},{closed})))'

    def _events(self, locale: Locale) -> Content:
        """The names of what happens on the day."""
        separator = _SEPARATOR[locale.language]
        names = [(path, locale.text(event_words(label, self.book))) for path, (label, _) in KINDS.items()]
        text = labels_by_day(self.book, locale).get(self.day)
        parts = "&".join(f'IF({_condition(path, self.cell)},{quoted(separator + name)},"")' for path, name in names)
        return Content(text, f"MID({parts},{len(separator) + 1},999)")

    def _market(self, market: str) -> Content:
        is_open = self.book.is_open(self.day, market) if self.book.calendars[market].covers(self.day) else None
        closed, opened = (self.words.title(text) for text in (CLOSED, OPEN))
        word = None if is_open is None else opened if is_open else closed
        return Content(word, closed_formula(self.cell, f"closed.{market}", quoted(closed), quoted(opened)))

    def _shares(self) -> Content:
        cum, ex, first = self.words.title(CUM), self.words.title(EX), day_of(self.book, _EX)
        formula = f'IF(OR({self.cell}="",{_EX}=""),"",IF({self.cell}<{_EX},{quoted(cum)},{quoted(ex)}))'
        return Content(None if first is None else cum if self.day < first else ex, formula)

    def _books(self) -> Content:
        opened, closed = self.words.title(BOOKS_OPEN), self.words.title(BOOKS_CLOSED)
        first, last = day_of(self.book, _FROM), day_of(self.book, _TO)
        word = None if first is None or last is None else closed if first <= self.day <= last else opened
        blank = f'OR({self.cell}="",{_FROM}="",{_TO}="")'
        inside = f"AND({self.cell}>={_FROM},{self.cell}<={_TO})"
        return Content(word, f'IF({blank},"",IF({inside},{quoted(closed)},{quoted(opened)}))')


def _condition(path: str, cell: str) -> str:
    """Whether an event is on the day of a cell; the record date in substance is named only where it is another one."""
    name = defined_name(path)
    if path == "schedule.record_date_in_substance":
        return f"AND({name}={cell},{name}<>schedule.record_date)"
    return f"{name}={cell}"
