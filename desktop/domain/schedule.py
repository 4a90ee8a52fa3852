"""The dates of the event."""

from .formula import Kind
from .quantity import Quantity
from .record import record
from .term import NO_UNIT, Choice, Date, Option, term


@record(frozen=True)
class Schedule:
    market: Choice = term(
        "Market", "Decides calendar, settlement and ex-date rules",
        default='"JPX"', options=(Option("JPX", "Japan (JPX)"), Option("XNYS", "United States (NYSE)")),
    )  # fmt: skip
    resolution_date: Date = term("Board resolution", "Day on which the board decided the split")
    notice_date: Date = term("Public notice", "Day of the public notice of the record date")
    record_date: Date = term(
        "Record date", "Who is on the register on this day receives the shares",
        default='IF(schedule.market == "JPX", IF(split.numerator < split.denominator,'
        " given.schedule.effective_date - 1, MISSING), MISSING)",
    )  # fmt: skip
    effective_date: Date = term(
        "Effective date", "The split takes effect; in the United States the payable date",
        default='IF(schedule.market == "JPX", IF(split.numerator > split.denominator,'
        " given.schedule.record_date + 1, MISSING), MISSING)",
    )  # fmt: skip


QUANTITIES = (
    Quantity("schedule.notice_deadline", "Last day for the notice", NO_UNIT, "MISSING", kind=Kind.DATE),
    Quantity("schedule.last_cum_date", "Last day with rights", NO_UNIT, "MISSING", kind=Kind.DATE),
    Quantity("schedule.ex_date", "Ex-rights date", NO_UNIT, "MISSING", kind=Kind.DATE),
    Quantity("schedule.record_date_in_substance", "Record date in substance", NO_UNIT, "MISSING", kind=Kind.DATE),
)
