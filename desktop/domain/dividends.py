"""Dividends, a row a payment."""

from .record import record
from .term import MONEY, Choice, Date, Number, Option, Row, Text, term


@record(frozen=True)
class Dividend(Row):
    label: Text = term("Dividend", "Name of the payment, such as interim or year-end")
    period: Text = term("Period", "Fiscal year that the payment belongs to, such as FY2020; totals are by period")
    record_date: Date = term("Record date", "Who is on the register on this day receives the dividend")
    payment_date: Date = term("Payment date", "Day on which payment begins")
    amount: Number = term(
        "Dividend per share", "As announced, on the basis in force at its record date: after the split where that"
        " is on or after the effective date", MONEY,
    )  # fmt: skip
    previous: Number = term("Earlier forecast", "Per share, as the last announcement printed it", MONEY)
    previous_basis: Choice = term(
        "Basis of the earlier forecast", "Whether it was printed for shares before or after the split",
        default='"pre"',
        options=(
            Option("pre", "shares before", ("before", "before split", "pre-split", "分割前", "考慮前", "株式分割前")),
            Option("post", "shares after", ("after", "after split", "post-split", "分割後", "考慮後", "株式分割後")),
        ),
    )  # fmt: skip
