"""The user's own lots of shares and ADRs."""

from .record import record
from .term import SHARES, Choice, Date, Number, Option, Row, Text, Unit, term

#: Money in the currency of its lot, which stands in a column of its own.
LOT_MONEY = Unit("", "money")


@record(frozen=True)
class Holder:
    pooling: Choice = term(
        "Fractions are pooled", "Over which lots fractions of a share are added up before they are paid in cash",
        default='"account"',
        options=(
            Option("account", "per account"), Option("lot", "per lot"), Option("holder", "over all lots"),
        ),
    )  # fmt: skip


@record(frozen=True)
class Lot(Row):
    account: Text = term("Account", "Broker or name of the account")
    account_type: Choice = term(
        "Account type", "As the broker's statement says; it decides how the broker books the cost",
        default='"specified"',
        options=(
            Option("specified", "specified", (
                "specified account", "特定", "特定預り", "特定預かり", "特定預", "特定口座(源泉徴収あり)",
                "特定口座(源泉徴収なし)", "源泉徴収あり", "源泉徴収なし", "tokutei",
            )),
            Option("general", "general", ("general account", "一般", "一般預り", "一般預かり", "一般預", "ippan")),
            Option("nisa", "NISA", (
                "NISA口座", "NISA預り", "NISA預かり", "新NISA", "旧NISA", "一般NISA", "ジュニアNISA", "つみたて",
                "積立", "つみたてNISA", "つみたて投資枠", "NISAつみたて投資枠", "NISA(つみたて投資枠)",
                "NISA(つみたて)", "成長", "成長投資枠", "NISA成長投資枠", "NISA(成長投資枠)", "NISA(成長)", "非課税",
                "非課税口座",
            )),
            Option("foreign", "foreign", (
                "foreign account", "国外", "海外", "海外口座", "外国", "外国口座", "overseas", "offshore", "brokerage",
                "taxable", "IRA", "Roth IRA", "401(k)",
            )),
        ),
    )  # fmt: skip
    kind: Choice = term(
        "Shares or ADRs", "What the lot consists of", default='"share"',
        options=(
            Option("share", "share", (
                "shares", "stock", "stocks", "equity", "common stock", "株", "株券", "株式", "現物", "現物株式",
                "国内株式", "国内株式(現物)", "国内株", "日本株", "普通株式", "原株",
            )),
            Option("adr", "ADR", (
                "ADRs", "ADS", "ADSs", "American depositary receipt", "American depositary share", "DR", "預託証券",
                "米国預託証券", "米国預託株式", "外国株式", "外国株", "米国株式", "米国株",
            )),
        ),
    )  # fmt: skip
    acquired: Date = term(
        "Acquired on", "Trade date; lots acquired on or after the ex-rights date are already split, so they stay"
    )
    quantity: Number = term("Quantity", "Shares or ADRs held, as the broker's statement says", SHARES)
    cost: Number = term("Unit cost", "Acquisition cost per share or ADR, in the currency of the lot", LOT_MONEY)
    currency: Text = term(
        "Currency", "Three letters of ISO 4217; otherwise the company's, for ADRs the US dollar",
        default='IF(kind == "adr", "USD", company.currency)',
    )  # fmt: skip
