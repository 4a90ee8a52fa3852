"""Prices: the last price, what the split makes of it, and the investment unit."""

from .quantity import Basis, Quantity
from .record import record
from .term import MONEY, RATIO, Date, Number, Unit, term

FX = Unit("{currency} per USD", "money")

DIVIDED = Basis("Practice", "The price of a share is divided by the ratio, so that the value of a holding stays.")
CAP = Basis("Definition", "Share price × issued shares.")
INVESTMENT_UNIT = Basis(
    "TSE Rule 445",
    "Share price × shares per trading unit. The Tokyo Stock Exchange asks for less than 500,000 yen.",
)


@record(frozen=True)
class Prices:
    share: Number = term("Share price", "Last price before the split takes effect", MONEY)
    date: Date = term("Price as of", "Day of that price")
    fx: Number = term("Exchange rate", "Company currency per US dollar", FX, positive=True)
    average: Number = term("Average price", "Period average, for the treasury-stock method", MONEY)


QUANTITIES = (
    Quantity(
        "prices.split_adjusted", "Split-adjusted price", MONEY, "prices.share * split.denominator / split.numerator",
        basis=DIVIDED,
    ),
    Quantity(
        "prices.average_after", "Average price, split-adjusted", MONEY,
        "prices.average * split.denominator / split.numerator", basis=DIVIDED, internal=True,
    ),
    Quantity("prices.cap", "Market capitalisation", MONEY, "prices.share * shares.issued", basis=CAP),
    Quantity(
        "prices.cap_after", "Market capitalisation after", MONEY, "prices.split_adjusted * shares.issued_after",
        basis=CAP,
    ),
    Quantity(
        "prices.unit_amount", "Investment unit", MONEY, "prices.share * company.unit", basis=INVESTMENT_UNIT
    ),
    Quantity(
        "prices.unit_amount_after", "Investment unit after", MONEY, "prices.split_adjusted * company.unit_after",
        basis=INVESTMENT_UNIT,
    ),
    Quantity(
        "prices.unit_factor", "Factor on the investment unit", RATIO,
        "company.unit_after * split.denominator / (company.unit * split.numerator)",
        basis=INVESTMENT_UNIT, announced=True,
    ),
)  # fmt: skip
