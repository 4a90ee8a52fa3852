"""The dates of the event."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import NO_UNIT, Choice, Date, Option, term

NOTICE = Basis(
    "Art. 124(3)",
    "Companies Act, Article 124(3): public notice of the record date at least two weeks before it; the day of the"
    " notice and the record date do not count.",
    Basis(
        "Art. 181, 182-4(3)",
        "Companies Act, Articles 181 and 182-4(3): notice two weeks before the effective date, and 20 days where the"
        " trading unit times the ratio is no whole number.",
    ),
)
SUBSTANCE = Basis(
    "Book-entry system",
    "Practice of the book-entry system: on closed days nothing is entered, so the register shows the holders of the"
    " last business day. The legal record date itself does not move.",
)
LAST_CUM = Basis("Settlement", "The last day on which a purchase settles by the record date: the business day before.")
EX_RIGHTS = Basis(
    "Settlement",
    "Who buys from this day on is too late for the record date. In Japan: one business day before the record date in"
    " substance since July 2019 (settlement on the second day after the trade), two before that, three until"
    " November 2009. In the United States a split of 25 % or more goes ex on the business day after the payable date,"
    " a reverse split on its effective date.",
)


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


def business_day(count: str, day: str) -> str:
    """The formula of a business day of the market so many days after a day; {} in the count stands for the market."""
    return (
        f'IF(schedule.market == "JPX", WORKDAY({day}, {count.format("JPX")}, closed.JPX),'
        f" WORKDAY({day}, {count.format('XNYS')}, closed.XNYS))"
    )


#: A split of this size or more goes ex after its payable date: FINRA Rule 11140(b)(2).
_LARGE = "split.numerator * 4 >= split.denominator * 5"

QUANTITIES = (
    Quantity(
        "schedule.notice_deadline", "Last day for the public notice", NO_UNIT,
        'IF(company.law == "JP", IF(split.numerator < split.denominator,'
        " IF(company.unit * split.numerator == MULDIV(company.unit, split.numerator, split.denominator)"
        " * split.denominator, schedule.effective_date - 15, schedule.effective_date - 21),"
        " schedule.record_date - 15), MISSING)",
        basis=NOTICE, kind=Kind.DATE,
    ),
    Quantity(
        "schedule.record_date_in_substance", "Record date in substance", NO_UNIT,
        business_day("-1", "schedule.record_date + 1"),
        basis=SUBSTANCE, kind=Kind.DATE, announced=True,
    ),
    Quantity(
        "schedule.ex_date", "Ex-rights date", NO_UNIT,
        "IF(split.numerator == split.denominator, MISSING,"
        ' IF(schedule.market == "JPX", WORKDAY(schedule.record_date_in_substance,'
        " 1 - LAG(schedule.record_date_in_substance, settlement.JPX), closed.JPX),"
        " IF(split.numerator < split.denominator, WORKDAY(schedule.effective_date - 1, 1, closed.XNYS),"
        f" IF({_LARGE}, WORKDAY(schedule.effective_date, 1, closed.XNYS),"
        " WORKDAY(schedule.record_date_in_substance,"
        " 1 - LAG(schedule.record_date_in_substance, settlement.XNYS), closed.XNYS)))))",
        basis=EX_RIGHTS, kind=Kind.DATE, announced=True,
    ),
    Quantity(
        "schedule.last_cum_date", "Last day with rights", NO_UNIT,
        business_day("-1", "schedule.ex_date"),
        basis=LAST_CUM, kind=Kind.DATE, announced=True,
    ),
)  # fmt: skip
