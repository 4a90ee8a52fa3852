"""What is said back of a date beside its field: the weekday, and whether its market is closed."""

from collections.abc import Mapping
from datetime import date

from ..domain.calendar import Calendar
from ..domain.message import N_
from ..i18n import Locale
from .book import Book

CLOSED = N_("{weekday}, closed")

#: The market of a section's dates, where it is another than that of the schedule.
MARKETS = {"adr": "XNYS"}


def weekday_words(book: Book, locale: Locale, path: str, day: date) -> str:
    """The weekday of the date at a path, and that it is no business day: Thu; Thu, closed."""
    return weekday_in(market_of(path, str(book.value("schedule.market"))), book.calendars, locale, day)


def market_of(path: str, market: str) -> str:
    """The market that a date is about: that of its section, else that of the schedule."""
    return MARKETS.get(path.partition(".")[0]) or market


def weekday_in(market: str, calendars: Mapping[str, Calendar], locale: Locale, day: date) -> str:
    """The weekday of a date, and that it is no business day of a market."""
    weekday = locale.weekday(day)
    calendar = calendars.get(market)
    is_closed = calendar is not None and calendar.covers(day) and not calendar.is_open(day)
    return locale.text(CLOSED, weekday=weekday) if is_closed else weekday
