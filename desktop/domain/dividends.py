"""Dividends, a row a payment."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .schedule import SUBSTANCE, business_day
from .tables import Calculated
from .term import NO_UNIT, PER_SHARE, PERCENT, Choice, Date, Number, Option, Row, Text, options_of, term


@record(frozen=True)
class Dividend(Row):
    label: Text = term("Dividend", "Name of the payment, such as interim or year-end")
    period: Text = term("Period", "Fiscal year that the payment belongs to, such as FY2020; totals are by period")
    record_date: Date = term("Record date", "Who is on the register on this day receives the dividend")
    payment_date: Date = term("Payment date", "Day on which payment begins")
    amount: Number = term(
        "Dividend per share", "As announced, on the basis in force at its record date: after the split where that"
        " is on or after the effective date", PER_SHARE,
    )  # fmt: skip
    previous: Number = term("Earlier forecast", "Per share, as the last announcement printed it", PER_SHARE)
    previous_basis: Choice = term(
        "Basis of the earlier forecast", "Whether it was printed for shares before or after the split",
        default='"pre"',
        options=(
            Option("pre", "shares before", ("before", "before split", "pre-split", "分割前", "考慮前", "株式分割前")),
            Option("post", "shares after", ("after", "after split", "post-split", "分割後", "考慮後", "株式分割後")),
        ),
    )  # fmt: skip


ON_RECORD = Basis(
    "Record date",
    "A dividend with a record date before the effective date is paid on the shares before the split, a later one on"
    " those after it.",
)
RESTATED = Basis("Definition", "The same money per share after the split: divided by the ratio, not rounded.")
CHANGED = Basis("Definition", "Against the earlier forecast brought to the same basis: the real increase.")
ONE_BASIS = Basis(
    "Earnings reports", "Amounts before and after a split are never added up as they are: a total stands on one basis."
)
EX_DIVIDEND = Basis("Settlement", "As for the split itself, counted from the record date of the dividend.")

#: The totals of each period that has a name.
PERIODS = Calculated("dividends.periods", "dividends.period_count", key="period")


def _totals(name: str, label: str, column: str) -> tuple[Quantity, Quantity]:
    """The total of a column over the dividends without a period, and over those of each period."""
    return (
        Quantity(
            f"dividends.{name}", label, PER_SHARE,
            f"IF(COUNTIF(dividends[:].without_period, 1) > 0,"
            f" SUMIF(dividends[:].without_period, dividends[:].{column}, 1), MISSING)",
            basis=ONE_BASIS,
        ),
        Quantity(
            f"dividends.periods[].{name}", label, PER_SHARE,
            f"SUMIF(dividends[:].period_first, dividends[:].{column}, first)", basis=ONE_BASIS,
        ),
    )  # fmt: skip


QUANTITIES = (
    Quantity(
        "dividends.count", "Dividends", NO_UNIT, "COUNT(dividends[:].row)",
        basis=ON_RECORD, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends[].basis", "Basis", NO_UNIT,
        'IF(record_date >= schedule.effective_date, "post", "pre")', basis=ON_RECORD, kind=Kind.CHOICE,
        options=options_of(Dividend, "previous_basis"),
    ),
    Quantity(
        "dividends[].entitled", "Record date in substance", NO_UNIT, business_day("-1", "record_date + 1"),
        basis=SUBSTANCE, kind=Kind.DATE, internal=True,
    ),
    Quantity(
        "dividends[].ex_date", "Ex-dividend date", NO_UNIT,
        business_day("1 - LAG(entitled, settlement.{})", "entitled"), basis=EX_DIVIDEND, kind=Kind.DATE,
    ),
    Quantity(
        "dividends[].last_cum_date", "Last day with the dividend", NO_UNIT, business_day("-1", "ex_date"),
        basis=EX_DIVIDEND, kind=Kind.DATE,
    ),
    Quantity(
        "dividends[].pre_split", "On shares before the split", PER_SHARE,
        'IF(basis == "pre", amount, amount * split.numerator / split.denominator)', basis=RESTATED,
    ),
    Quantity(
        "dividends[].post_split", "On shares after the split", PER_SHARE,
        'IF(basis == "post", amount, amount * split.denominator / split.numerator)', basis=RESTATED,
    ),
    Quantity(
        "dividends[].previous_post_split", "Earlier forecast, on shares after the split", PER_SHARE,
        'IF(previous_basis == "post", previous, previous * split.denominator / split.numerator)', basis=RESTATED,
    ),
    Quantity(
        "dividends[].change", "Change against the earlier forecast", PERCENT,
        "post_split / previous_post_split - 1", basis=CHANGED, signed=True,
    ),
    Quantity(
        "dividends[].without_period", "Belongs to no period", NO_UNIT, "IF(KNOWN(period), 0, 1)",
        basis=ONE_BASIS, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends[].period_first", "First row of the same period", NO_UNIT, "MATCH(dividends[:].period, period)",
        basis=ONE_BASIS, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends[].opens_period", "Is the first row of its period", NO_UNIT,
        "IF(KNOWN(period_first), IF(period_first == row, 1, 0), 0)",
        basis=ONE_BASIS, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends.period_count", "Periods", NO_UNIT, "COUNTIF(dividends[:].opens_period, 1)",
        basis=ONE_BASIS, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends[].period_number", "Number of the period", NO_UNIT,
        "IF(opens_period == 1, dividends.period_count - RANKIF(dividends[:].opens_period, dividends[:].row, 1, row),"
        " MISSING)",
        basis=ONE_BASIS, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends.periods[].first", "First row of the period", NO_UNIT, "MATCH(dividends[:].period_number, row)",
        basis=ONE_BASIS, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "dividends.periods[].period", "Period", NO_UNIT, "INDEX(dividends[:].period, first)",
        basis=ONE_BASIS, kind=Kind.TEXT,
    ),
    *_totals("pre_split", "Total on shares before the split", "pre_split"),
    *_totals("post_split", "Total on shares after the split", "post_split"),
    *_totals("previous_post_split", "Earlier total, on shares after the split", "previous_post_split"),
    Quantity(
        "dividends.change", "Change of the total", PERCENT,
        "dividends.post_split / dividends.previous_post_split - 1", basis=CHANGED, signed=True,
    ),
    Quantity(
        "dividends.periods[].change", "Change of the total", PERCENT, "post_split / previous_post_split - 1",
        basis=CHANGED, signed=True,
    ),
    Quantity(
        "dividends.periods[].announced_total", "Announced total", PER_SHARE, "PRINTED(period, announced.totals)",
        basis=ONE_BASIS,
    ),
    Quantity(
        "dividends.all_pre_split", "All dividends, on shares before the split", PER_SHARE,
        "SUM(dividends[:].pre_split)", basis=ONE_BASIS, internal=True,
    ),
    Quantity(
        "dividends.all_post_split", "All dividends, on shares after the split", PER_SHARE,
        "SUM(dividends[:].post_split)", basis=ONE_BASIS, internal=True,
    ),
)  # fmt: skip
