"""Business days of an exchange, and how many of them settlement takes."""

from bisect import bisect_right
from datetime import MAXYEAR, MINYEAR, date, timedelta

from .record import record

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@record(frozen=True)
class Calendar:
    """The days other than Saturdays and Sundays on which an exchange is closed, from one day to another."""

    closed: frozenset[date]
    first: date
    last: date

    def is_open(self, day: date) -> bool:
        """Whether it is a business day."""
        return day.weekday() < SATURDAY and day not in self.closed

    def covers(self, day: date) -> bool:
        """Whether the calendar knows the day."""
        return self.first <= day <= self.last

    def workday(self, day: date, count: int) -> date | None:
        """The business day `count` business days after (or, negative, before) a day; none beyond the calendar.

        No business days after a day is the day itself, open or closed, as in Excel's WORKDAY.
        """
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        closed, first, last = self.closed, self.first, self.last
        while left and first <= day <= last:
            day += step
            if day.weekday() < SATURDAY and day not in closed:
                left -= 1
        return day if first <= day <= last else None


@record(frozen=True)
class Settlement:
    """How many business days before a day of entitlement the last trade with rights lies, by that day.

    `days[i]` is in force from `since[i]` on.
    """

    since: tuple[date, ...]
    days: tuple[int, ...]

    def lag(self, day: date) -> int | None:
        """The business days in force for a day of entitlement; none before the table begins."""
        index = bisect_right(self.since, day) - 1
        return self.days[index] if index >= 0 else None

    def settles(self, calendar: Calendar, trade: date) -> date | None:
        """The first day of entitlement for which a trade on a business day still counts; none beyond the calendar."""
        day: date | None = trade
        while day is not None:
            lag = self.lag(day)
            last_cum = None if lag is None else calendar.workday(day, -lag)
            if last_cum is None or last_cum >= trade:
                return None if last_cum is None else day
            day = calendar.workday(day, 1)
        return None


#: Japan: three business days after the trade, two for trades since 2019-07-16. Until 2009-11-15 trades on the
#: ex-date settled a day later than others, so the last day with rights lay four days before. Each change counts
#: from the day on which its first trades settle: 2009-11-16 + 3, 2019-07-16 + 2.
#: Tokyo Stock Exchange, Business Regulations, Article 9, and its notices of the changes.
JPX_SETTLEMENT = Settlement((date(1997, 10, 1), date(2009, 11, 19), date(2019, 7, 18)), (4, 3, 2))

#: United States: three business days after the trade, two for trades since 2017-09-05, one since 2024-05-28.
#: SEC Rule 15c6-1; each change counts from the day on which its first trades settle.
XNYS_SETTLEMENT = Settlement((date(1995, 6, 12), date(2017, 9, 7), date(2024, 5, 29)), (3, 2, 1))


def add_months(day: date, months: int) -> date | None:
    """The same day of another month, or its last day where that comes first; none outside the years of dates.

    Like Excel's EDATE: a month after 31 January is 28 or 29 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    """The number of days of a month."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days
