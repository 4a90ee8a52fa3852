"""Prices: the last price, what the split makes of it, and the investment unit."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import MONEY, NO_UNIT, RATIO, Date, Number, Unit, term

FX = Unit("{currency} per USD", "money")

DIVIDED = Basis("Practice", "The price of a share is divided by the ratio, so that the value of a holding stays.")
CAP = Basis("Definition", "Share price × issued shares.")
INVESTMENT_UNIT = Basis(
    "TSE Rule 445",
    "Share price × shares per trading unit. The Tokyo Stock Exchange asks for less than 500,000 yen.",
)
UNIT_RANGE = Basis(
    "TSE Rule 445",
    "The Tokyo Stock Exchange asks for an investment unit below 500,000 yen; texts up to 2022 also named 50,000 yen as"
    " the lower end. A request, not a duty.",
)


@record(frozen=True)
class Prices:
    share: Number = term("Share price", "Last price before the split takes effect", MONEY)
    date: Date = term("Price as of", "Day of that price")
    fx: Number = term("Exchange rate", "Company currency per US dollar", FX, positive=True)
    average: Number = term("Average price", "Period average, for the treasury-stock method", MONEY)


CUM = Basis(
    "Ex-rights date",
    "A price of the ex-rights date or later is already that of the shares after the split; it is not divided again.",
)
THEORETICAL = Basis(
    "Practice",
    "The last price with rights, less a dividend that goes ex on the same day, divided by the ratio. Approximate: the"
    " exchange's base price is rounded.",
)
TICK = Basis("TSE", "Tick sizes of the Tokyo Stock Exchange since 5 June 2023: smaller for stocks of the TOPIX 500.")

#: First day of the tick sizes known here.
_TICKS_SINCE = "DATE(2023, 6, 5)"


def _tick(price: str) -> str:
    table = f"IF(company.topix500, STEP({price}, ticks.topix500), STEP({price}, ticks.other))"
    dated = f"IF(KNOWN(prices.date), IF(prices.date < {_TICKS_SINCE}, MISSING, {table}), {table})"
    return f'IF(AND(schedule.market == "JPX", company.currency == "JPY"), {dated}, MISSING)'


QUANTITIES = (
    Quantity(
        "prices.is_split", "The price is already split", NO_UNIT,
        "IF(AND(KNOWN(prices.date), KNOWN(schedule.ex_date)), prices.date >= schedule.ex_date, False)",
        basis=CUM, kind=Kind.FLAG, internal=True,
    ),
    Quantity(
        "prices.cum", "Share price before the split", MONEY,
        "IF(prices.is_split, prices.share * split.numerator / split.denominator, prices.share)", basis=CUM,
        internal=True,
    ),
    Quantity(
        "prices.split_adjusted", "Split-adjusted price", MONEY,
        "IF(prices.is_split, prices.share, prices.share * split.denominator / split.numerator)",
        basis=DIVIDED,
    ),
    Quantity(
        "prices.dividends", "Dividends that go ex on the same day", MONEY,
        "IF(dividends.count > 0, SUMIF(dividends[:].ex_date, dividends[:].pre_split, schedule.ex_date), 0)",
        basis=THEORETICAL, internal=True,
    ),
    Quantity(
        "prices.theoretical", "Theoretical ex-rights price", MONEY,
        "IF(prices.is_split, MISSING, (prices.share - prices.dividends) * split.denominator / split.numerator)",
        basis=THEORETICAL,
    ),
    Quantity(
        "prices.average_after", "Average price, split-adjusted", MONEY,
        "prices.average * split.denominator / split.numerator", basis=DIVIDED, internal=True,
    ),
    Quantity("prices.cap", "Market capitalisation", MONEY, "prices.cum * shares.issued", basis=CAP),
    Quantity(
        "prices.cap_after", "Market capitalisation after", MONEY, "prices.split_adjusted * shares.issued_after",
        basis=CAP,
    ),
    Quantity(
        "prices.unit_amount", "Investment unit", MONEY, "prices.cum * company.unit", basis=INVESTMENT_UNIT
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
    Quantity(
        "prices.unit_least", "Lower end of the exchange's range", MONEY,
        "IF(KNOWN(schedule.effective_date), IF(schedule.effective_date < DATE(2022, 4, 4), 50000, 0), 0)",
        basis=UNIT_RANGE, internal=True,
    ),
    Quantity(
        "prices.unit_limit", "Upper end of the exchange's range", MONEY, "500000", basis=UNIT_RANGE, internal=True
    ),
    Quantity("prices.tick", "Tick size", MONEY, _tick("prices.cum"), basis=TICK),
    Quantity("prices.tick_after", "Tick size after", MONEY, _tick("prices.split_adjusted"), basis=TICK),
)  # fmt: skip
