"""What is said back of a date beside its field: the weekday, and whether its market is closed."""

from datetime import date

from ..domain.message import N_
from ..i18n import Locale
from .table import Book

CLOSED = N_("{weekday}, closed")

#: The market of a section's dates, where it is another than that of the schedule.
MARKETS = {"adr": "XNYS"}


def weekday_words(book: Book, locale: Locale, path: str, day: date) -> str:
    """The weekday of the date at a path, and that it is no business day: Thu; Thu, closed."""
    weekday = locale.weekday(day)
    market = MARKETS.get(path.partition(".")[0]) or str(book.value("schedule.market"))
    calendar = book.calendars.get(market)
    is_closed = calendar is not None and calendar.covers(day) and not calendar.is_open(day)
    return locale.text(CLOSED, weekday=weekday) if is_closed else weekday
