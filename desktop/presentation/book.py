"""The book: a calculated scenario as everything that shows it sees it, with its drafts, calendars and passages."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from ..domain.calendar import SATURDAY, Calendar
from ..domain.exact import Value
from ..domain.record import record
from ..domain.results import Results
from ..domain.scenario import Scenario, inspected
from ..domain.split import lowest_terms
from ..domain.term import Given
from .passages import NO_PASSAGES, Origin, Passages

#: The market of American Depositary Receipts.
NEW_YORK = "XNYS"


@record(frozen=True)
class Book:
    """A calculated scenario as tables see it."""

    scenario: Scenario
    results: Results
    drafts: Mapping[str, str] = field(default_factory=dict)
    calendars: Mapping[str, Calendar] = field(default_factory=dict)
    passages: Passages = NO_PASSAGES  # of the announcement that terms were read from
    checked_before: Results | None = None  # of the book before, from which is taken over what is still true

    def value(self, path: str) -> Value | None:
        """The value in force of a term, quantity or row cell."""
        return self.results.value(path)

    @cached_property
    def checked(self) -> Results:
        """The results with the figures and states of the checks; worked out when they are first looked at."""
        return inspected(self.results, self.checked_before)

    @property
    def checked_so_far(self) -> Results | None:
        """The same, if somebody has looked at the checks."""
        return self.__dict__.get("checked")

    def announced(self, path: str) -> Given | None:
        """What the issuer printed for a quantity."""
        return self.scenario.announced.get(path)

    def origin(self, path: str) -> Origin:
        """How what is given at a path stands to the announcement; what cannot be read was typed since."""
        is_draft = path in self.drafts and path in self.passages
        return Origin.CHANGED if is_draft else self.passages.origin(path, self.scenario)

    def rows(self, table: str) -> int:
        """How many rows a table has, be it given or calculated."""
        return self.results.rows(table)

    @cached_property
    def is_consolidation(self) -> bool:
        """Whether the shares become fewer."""
        ratio = lowest_terms(self.scenario.split)
        return ratio is not None and ratio < 1

    @cached_property
    def market(self) -> str:
        """The market of the shares."""
        return str(self.value("schedule.market") or "JPX")

    def is_open(self, day: date, market: str = "") -> bool | None:
        """Whether a market, by default that of the shares, is open; without a calendar only weekends are known."""
        calendar = self.calendars.get(market or self.market)
        if calendar is not None and calendar.covers(day):
            return calendar.is_open(day)
        return False if day.weekday() >= SATURDAY else None

    @property
    def currency(self) -> str:
        """The company's currency code."""
        return str(self.value("company.currency") or "JPY")
