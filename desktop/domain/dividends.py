"""Dividends, a row a payment."""

from .record import record
from .term import MONEY, Choice, Date, Number, Option, Row, Text, term


@record(frozen=True)
class Dividend(Row):
    label: Text = term("Dividend", "Name of the payment, such as year-end")
    period: Text = term("Period", "Fiscal year that it belongs to, such as FY2020")
    record_date: Date = term("Record date", "Who is on the register on this day receives it")
    payment_date: Date = term("Payment date", "Day of payment")
    amount: Number = term("Dividend per share", "Per share, on the basis in force at its record date", MONEY)
    previous: Number = term("Earlier forecast", "Per share, as printed before", MONEY)
    previous_basis: Choice = term(
        "Basis of the earlier forecast", "Shares before or after the split",
        options=(Option("pre", "shares before"), Option("post", "shares after")),
    )  # fmt: skip
