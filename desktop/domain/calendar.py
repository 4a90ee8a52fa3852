"""Business days of an exchange, and how many of them settlement takes."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days other than Saturdays and Sundays on which an exchange is closed, from one year to another."""

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
        """The business day `count` business days after (or, negative, before) a day; none beyond the calendar."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left and self.covers(day):
            day += step
            left -= self.is_open(day)
        return day if self.covers(day) else None


@dataclass(frozen=True)
class Settlement:
    """From which entitlement date on the last day with rights lies how many business days before it."""

    since: tuple[date, ...]
    days: tuple[int, ...]

    def lag(self, day: date) -> int | None:
        """The business days in force for an entitlement date; none before the table begins."""
        index = bisect_right(self.since, day) - 1
        return self.days[index] if index >= 0 else None


#: Japan. Until 2009-11-15 trades on the ex-date settled on the fifth day, then three days after the trade,
#: and two since the trades of 2019-07-16; both changes first show for these entitlement dates.
#: Tokyo Stock Exchange, Business Regulations, Article 9, and its notices of the changes.
JPX_SETTLEMENT = Settlement(
    (date(1997, 10, 1), date(2009, 11, 19), date(2019, 7, 18)),
    (4, 3, 2),
)

#: United States, SEC Rule 15c6-1: three days after the trade, two since 2017-09-05, one since 2024-05-28.
XNYS_SETTLEMENT = Settlement(
    (date(1995, 6, 7), date(2017, 9, 7), date(2024, 5, 29)),
    (3, 2, 1),
)
