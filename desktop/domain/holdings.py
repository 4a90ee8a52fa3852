"""The user's own lots of shares and ADRs."""

from .record import record
from .term import MONEY, SHARES, Choice, Date, Number, Option, Row, Text, term


@record(frozen=True)
class Holder:
    pooling: Choice = term(
        "Fractions are pooled", "Over what fractions of a share are added up", default='"account"',
        options=(
            Option("account", "within an account"), Option("lot", "within a lot"), Option("holder", "over all"),
        ),
    )  # fmt: skip


@record(frozen=True)
class Lot(Row):
    account: Text = term("Account", "Name of the account")
    account_type: Choice = term(
        "Account type", "Decides how the broker books the cost", default='"specified"',
        options=(
            Option("specified", "specified account"), Option("general", "general account"),
            Option("nisa", "NISA"), Option("foreign", "foreign account"),
        ),
    )  # fmt: skip
    kind: Choice = term(
        "Shares or ADRs", "What the lot consists of", default='"share"',
        options=(Option("share", "share"), Option("adr", "ADR")),
    )  # fmt: skip
    acquired: Date = term("Bought on", "Lots bought on or after the ex-rights date are already split")
    quantity: Number = term("Quantity", "Shares or ADRs before the split", SHARES)
    cost: Number = term("Cost", "Per share or ADR", MONEY)
    currency: Text = term("Currency", "Otherwise the company's; for ADRs the US dollar")
