"""The issuer: name, code, law, trading unit and currency."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import NO_UNIT, SHARES, Choice, Count, Flag, Option, Text, term

#: Currencies of ISO 4217 that have no cents.
WHOLE_CURRENCIES = (
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
)  # fmt: skip


@record(frozen=True)
class Company:
    name: Text = term("Company name", "The issuer, as the announcement names it")
    code: Text = term("Securities code", "Four characters in Japan, a ticker elsewhere")
    listing: Text = term("Listed on", "Exchange and market section")
    law: Choice = term(
        "Governing law", "The checks of the Companies Act apply to Japanese companies alone",
        default='IF(schedule.market == "JPX", "JP", "other")',
        options=(Option("JP", "Japan"), Option("other", "Another country")),
    )  # fmt: skip
    unit: Count = term("Shares per trading unit", "Number of shares constituting one unit", SHARES, default="100")
    unit_after: Count = term(
        "Trading unit after", "Where the unit changes with the split; otherwise the same", SHARES,
        default="company.unit",
    )  # fmt: skip
    currency: Text = term("Currency", "Three letters of ISO 4217, such as JPY or USD", default='"JPY"')
    topix500: Flag = term(
        "TOPIX 500 constituent",
        "Decides which table of tick sizes applies; otherwise that of other stocks",
        default="False",
    )


QUANTITIES = (
    Quantity(
        "company.decimals", "Decimals of the currency", NO_UNIT,
        f"IF(OR({', '.join(f'company.currency == {code!r}' for code in WHOLE_CURRENCIES)}), 0, 2)",
        basis=Basis("ISO 4217", "ISO 4217: the yen and some other currencies have no cents."),
        kind=Kind.COUNT, internal=True,
    ),
)  # fmt: skip
