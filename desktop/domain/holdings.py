"""The user's own lots of shares and ADRs."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .tables import Calculated
from .term import (
    MONEY,
    NO_UNIT,
    OWN_MONEY,
    SHARES,
    USD,
    Choice,
    Date,
    Number,
    Option,
    Row,
    Text,
    Unit,
    options_of,
    term,
)


@record(frozen=True)
class Holder:
    pooling: Choice = term(
        "Fractions are pooled", "Over which lots fractions of a share are added up before they are paid in cash",
        default='"account"',
        options=(
            Option("account", "per account and its type"), Option("lot", "per lot"), Option("holder", "over all lots"),
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
    cost: Number = term("Unit cost", "Acquisition cost per share or ADR, in the currency of the lot", OWN_MONEY)
    currency: Text = term(
        "Currency", "Three letters of ISO 4217; otherwise the company's, for ADRs the US dollar",
        default='IF(kind == "adr", "USD", company.currency)',
    )  # fmt: skip


SPLIT_ONCE = Basis(
    "Ex-rights date",
    "Lots bought on or after the ex-rights date (ADRs: the date of the new ratio) are already split; they are not"
    " multiplied again.",
)
WHOLE_SHARES = Basis(
    "Art. 184(1), 235",
    "Only whole shares are received. Fractions are added up over the pool; whole shares that arise so go to the lots"
    " with the largest fractions.",
    Basis(
        "Art. 182(1), 235",
        "Only whole shares are received. Fractions are added up over the pool; whole shares that arise so go to the"
        " lots with the largest fractions.",
    ),
)
FRACTION = Basis("Art. 235", "What is left of the pool below one share, shared out by the fractions of its lots.")
CASH = Basis(
    "Art. 235",
    "Estimate: the pool's fraction × the split-adjusted price, rounded down to the unit of the currency. The real"
    " proceeds depend on the sale of all fractions.",
)
KEPT_COST = Basis(
    "Income tax", "The total cost stays as it is and is spread over the shares after the split: cost × old ÷ new."
)
BROKER_COST = Basis(
    "Tax Circular 37-10-14",
    "Circular on the Special Taxation Measures Act, 37の10・37の11共-14: brokers round the yen cost per share up. The"
    " rounded cost stands beside the exact one and is no part of its sum; the cost of fractions sold comes off first.",
)
UNITS = Basis(
    "Trading unit", "Whole trading units; what is left over is an odd lot, which the exchange does not trade."
)
VALUE = Basis("Definition", "Quantity × price; ADRs at their parity price in US dollars.")
EQUIVALENT = Basis("Deposit agreement", "ADRs count as the shares that stand behind them.")
DIVIDENDS = Basis(
    "Definition",
    "Dividends of the table on one basis × the shares held; ADRs as the shares behind them. A lot earns the dividends"
    " on whose last day with rights it was held already.",
)
FEE = Basis("Deposit agreement", "The depositary's highest fee for every 100 ADRs added to this lot, or part of 100.")
POOL = Basis("Pooling", "Which lots add their fractions up: those of an account, each lot for itself, or all.")

#: Lots of the same account, account type, kind and currency; and the costs of each currency.
ACCOUNTS = Calculated("holdings.accounts", "holdings.account_count")
CURRENCIES = Calculated("holdings.currencies", "holdings.currency_count", key="currency")

#: Quantities have at most six decimals: in millionths they are whole numbers.
_MICRO = "1000000"


def _step(name: str, label: str, formula: str, kind: Kind = Kind.COUNT, basis: Basis = WHOLE_SHARES) -> Quantity:
    """A step on the way to the quantity after."""
    return Quantity(f"holdings[].{name}", label, NO_UNIT, formula, basis=basis, kind=kind, internal=True)


def _groups(table: str, noun: str, key: str, count: str) -> tuple[Quantity, ...]:
    """The rows that open a group of equal keys, their numbers, and the calculated table with a row for each."""
    return (
        _step(f"{noun}_first", "First lot of the group", f"MATCH(holdings[:].{key}, {key})", basis=POOL),
        _step(f"opens_{noun}", "Is the first lot of its group", f"IF({noun}_first == row, 1, 0)", basis=POOL),
        Quantity(
            count, "Groups of lots", NO_UNIT, f"COUNTIF(holdings[:].opens_{noun}, 1)",
            basis=POOL, kind=Kind.COUNT, internal=True,
        ),
        _step(
            f"{noun}_number", "Number of the group",
            f"IF(opens_{noun} == 1, {count} - RANKIF(holdings[:].opens_{noun}, holdings[:].row, 1, row), MISSING)",
            basis=POOL,
        ),
        Quantity(
            f"{table}[].first", "First lot of the group", NO_UNIT, f"MATCH(holdings[:].{noun}_number, row)",
            basis=POOL, kind=Kind.COUNT, internal=True,
        ),
    )  # fmt: skip


def _of_account(name: str, label: str, unit: Unit, basis: Basis, kind: Kind = Kind.NUMBER) -> Quantity:
    """The total of a column of lots over an account."""
    formula = f"SUMIF(holdings[:].account_first, holdings[:].{name}, first)"
    return Quantity(f"holdings.accounts[].{name}", label, unit, formula, basis=basis, kind=kind)


def _units_of_account(after: str, quantity: str, unit: str) -> tuple[Quantity, Quantity]:
    """Trading units and odd lot of all shares of an account together, before or after."""
    words = {"": ("Trading units", "Odd lot"), "_after": ("Trading units after", "Odd lot after")}[after]
    return (
        Quantity(
            f"holdings.accounts[].units{after}", words[0], NO_UNIT,
            f'IF(kind == "adr", MISSING, ROUNDDOWN({quantity} / {unit}, 0))', basis=UNITS, kind=Kind.COUNT,
        ),
        Quantity(
            f"holdings.accounts[].odd_lot{after}", words[1], SHARES,
            f'IF(kind == "adr", MISSING, {quantity} - units{after} * {unit})', basis=UNITS,
        ),
    )  # fmt: skip


def _of_adrs(name: str, label: str, column: str, unit: Unit = SHARES, basis: Basis = EQUIVALENT) -> Quantity:
    """The total of a column over the lots of ADRs, if there are any."""
    total = f'SUMIF(holdings[:].kind, holdings[:].{column}, "adr")'
    formula = f'IF(COUNTIF(holdings[:].kind, "adr") > 0, {total}, MISSING)'
    return Quantity(f"holdings.{name}", label, unit, formula, basis=basis)


def _dividends(basis: str) -> str:
    """The dividends per share that a lot earns: those on whose last day with rights it was held already."""
    all_of_them = f"dividends.all_{basis}"
    since = f"SUMFROM(dividends[:].last_cum_date, dividends[:].{basis}, acquired)"
    return f"IF(KNOWN(acquired), IF(dividends.count > 0, {since}, {all_of_them}), {all_of_them})"


QUANTITIES = (
    _step(
        "ex_date", "Ex-rights date of the lot",
        'IF(kind == "adr", IF(KNOWN(adr.effective_date), adr.effective_date, schedule.ex_date), schedule.ex_date)',
        Kind.DATE, SPLIT_ONCE,
    ),
    _step(
        "is_split", "Already split",
        "IF(AND(KNOWN(acquired), KNOWN(ex_date)), acquired >= ex_date, False)", Kind.FLAG, SPLIT_ONCE,
    ),
    _step("denominator", "Old, in lowest terms", 'IF(kind == "adr", adr.denominator, split.denominator)'),
    _step(
        "numerator", "New, in lowest terms",
        'IF(is_split, denominator, IF(kind == "adr", adr.numerator, split.numerator))',
    ),
    _step("micro", "Quantity in millionths", f"ROUND(quantity * {_MICRO}, 0)"),
    _step("divisor", "Millionths of one share after the split", f"denominator * {_MICRO}"),
    _step("whole", "Whole shares of the lot by itself", "MULDIV(micro, numerator, divisor)"),
    _step("rest", "Fraction of the lot, in parts of the divisor", "REMAINDER(micro, numerator, divisor)"),
    _step("account_key", "Account, type, kind and currency", "JOIN(account, account_type, kind, currency)", Kind.TEXT),
    *_groups("holdings.accounts", "account", "account_key", "holdings.account_count"),
    *_groups("holdings.currencies", "currency", "currency", "holdings.currency_count"),
    _step(
        "pool_key", "Pool of fractions",
        'IF(holder.pooling == "lot", JOIN(row, kind),'
        ' IF(holder.pooling == "holder", JOIN(kind, "all"), JOIN(account, account_type, kind)))',
        Kind.TEXT, POOL,
    ),
    _step("pool", "First lot of the pool", "MATCH(holdings[:].pool_key, pool_key)", basis=POOL),
    _step("pool_rest", "Fractions of the pool, in parts of the divisor",
          "SUMIF(holdings[:].pool, holdings[:].rest, pool)"),
    _step("pool_extra", "Whole shares that the fractions make", "MULDIV(pool_rest, 1, divisor)"),
    _step("pool_left", "What is left of the pool, in parts of the divisor", "REMAINDER(pool_rest, 1, divisor)"),
    _step("order", "Order by the size of the fraction", f"rest * {_MICRO} - row"),
    _step(
        "rank", "Lots of the pool with a larger fraction",
        "IF(rest > 0, RANKIF(holdings[:].pool, holdings[:].order, pool, order), pool_extra)",
    ),
    Quantity(
        "holdings[].quantity_after", "Quantity after", NO_UNIT, "IF(rank < pool_extra, whole + 1, whole)",
        basis=WHOLE_SHARES, kind=Kind.COUNT,
    ),
    Quantity(
        "holdings[].fraction", "Fraction", NO_UNIT,
        "IF(rest > 0, rest * pool_left / (pool_rest * divisor), 0)", basis=FRACTION,
    ),
    _step(
        "price", "Price", 'IF(is_split, price_after, IF(kind == "adr", adr.price, prices.cum))', Kind.NUMBER, VALUE
    ),
    _step(
        "price_after", "Price after", 'IF(kind == "adr", adr.price_after, prices.split_adjusted)', Kind.NUMBER, VALUE
    ),
    Quantity(
        "holdings[].price_currency", "Currency of the price", NO_UNIT, 'IF(kind == "adr", "USD", company.currency)',
        basis=VALUE, kind=Kind.TEXT,
    ),
    _step("decimals", "Decimals of the price's currency", 'IF(kind == "adr", 2, company.decimals)', basis=CASH),
    _step(
        "pool_cash", "Cash in lieu of the pool",
        "IF(pool_left > 0, ROUNDDOWN(pool_left * price_after / divisor, decimals), 0)", Kind.NUMBER, CASH,
    ),
    Quantity(
        "holdings[].cash_in_lieu", "Cash in lieu", OWN_MONEY, "IF(rest > 0, pool_cash * rest / pool_rest, 0)",
        basis=CASH,
    ),
    Quantity(
        "holdings[].units", "Trading units", NO_UNIT,
        'IF(kind == "adr", MISSING, ROUNDDOWN(quantity / company.unit, 0))', basis=UNITS, kind=Kind.COUNT,
    ),
    Quantity(
        "holdings[].units_after", "Trading units after", NO_UNIT,
        'IF(kind == "adr", MISSING, ROUNDDOWN(quantity_after / company.unit_after, 0))', basis=UNITS,
        kind=Kind.COUNT,
    ),
    Quantity(
        "holdings[].odd_lot", "Odd lot", SHARES, 'IF(kind == "adr", MISSING, quantity - units * company.unit)',
        basis=UNITS,
    ),
    Quantity(
        "holdings[].odd_lot_after", "Odd lot after", SHARES,
        'IF(kind == "adr", MISSING, quantity_after - units_after * company.unit_after)', basis=UNITS,
    ),
    Quantity("holdings[].total_cost", "Total cost", OWN_MONEY, "quantity * cost", basis=KEPT_COST),
    Quantity(
        "holdings[].cost_after", "Cost after", OWN_MONEY, "cost * denominator / numerator", basis=KEPT_COST
    ),
    Quantity("holdings[].fraction_cost", "Cost of the fraction", OWN_MONEY, "fraction * cost_after", basis=KEPT_COST),
    Quantity("holdings[].value", "Value", OWN_MONEY, "quantity * price", basis=VALUE),
    Quantity("holdings[].value_after", "Value after", OWN_MONEY, "quantity_after * price_after", basis=VALUE),
    Quantity(
        "holdings[].adr_fee", "ADR fee, at most", USD,
        'IF(kind == "adr", IF(quantity_after > quantity,'
        " ROUNDUP((quantity_after - quantity) / 100, 0) * adr.fee_per_100, 0), MISSING)",
        basis=FEE,
    ),
    _step(
        "shares_each", "Shares behind one",
        'IF(kind == "adr", IF(is_split, adr.ratio_after, adr.ratio), 1)', Kind.NUMBER, EQUIVALENT,
    ),
    _step(
        "shares_each_after", "Shares behind one, after", 'IF(kind == "adr", adr.ratio_after, 1)', Kind.NUMBER,
        EQUIVALENT,
    ),
    _step("dividends_each", "Dividends of the lot per share before the split", _dividends("pre_split"), Kind.NUMBER,
          DIVIDENDS),
    _step("dividends_each_after", "Dividends of the lot per share after the split", _dividends("post_split"),
          Kind.NUMBER, DIVIDENDS),
    Quantity(
        "holdings[].dividends", "Dividends", MONEY,
        "IF(is_split, quantity * shares_each * dividends_each_after, quantity * shares_each * dividends_each)",
        basis=DIVIDENDS,
    ),
    Quantity(
        "holdings[].dividends_after", "Dividends after", MONEY,
        "quantity_after * shares_each_after * dividends_each_after", basis=DIVIDENDS,
    ),
    _step(
        "equivalent", "In shares before the split",
        "IF(is_split, quantity * shares_each * split.denominator / split.numerator, quantity * shares_each)",
        Kind.NUMBER, EQUIVALENT,
    ),
    _step("equivalent_after", "In shares after the split", "quantity_after * shares_each_after", Kind.NUMBER,
          EQUIVALENT),
    _step(
        "direct_after", "In shares after the split, had they been held themselves",
        "equivalent * split.numerator / split.denominator", Kind.NUMBER, EQUIVALENT,
    ),
    _step("home_cash", "Cash in lieu in the company's currency",
          'IF(kind == "adr", IF(cash_in_lieu == 0, 0, cash_in_lieu * prices.fx), cash_in_lieu)', Kind.NUMBER, CASH),
    _step("home_value", "Value in the company's currency",
          'IF(kind == "adr", value * prices.fx, value)', Kind.NUMBER, VALUE),
    _step("home_value_after", "Value after in the company's currency",
          'IF(kind == "adr", value_after * prices.fx, value_after)', Kind.NUMBER, VALUE),
    Quantity("holdings.accounts[].account", "Account", NO_UNIT, "INDEX(holdings[:].account, first)",
             basis=POOL, kind=Kind.TEXT),
    Quantity("holdings.accounts[].account_type", "Account type", NO_UNIT, "INDEX(holdings[:].account_type, first)",
             basis=POOL, kind=Kind.CHOICE, options=options_of(Lot, "account_type")),
    Quantity("holdings.accounts[].kind", "Shares or ADRs", NO_UNIT, "INDEX(holdings[:].kind, first)",
             basis=POOL, kind=Kind.CHOICE, options=options_of(Lot, "kind")),
    Quantity("holdings.accounts[].currency", "Currency", NO_UNIT, "INDEX(holdings[:].currency, first)",
             basis=POOL, kind=Kind.TEXT),
    _of_account("quantity", "Quantity", NO_UNIT, WHOLE_SHARES),
    _of_account("quantity_after", "Quantity after", NO_UNIT, WHOLE_SHARES, Kind.COUNT),
    _of_account("fraction", "Fraction", NO_UNIT, FRACTION),
    _of_account("cash_in_lieu", "Cash in lieu", OWN_MONEY, CASH),
    _of_account("total_cost", "Total cost", OWN_MONEY, KEPT_COST),
    _of_account("fraction_cost", "Cost of the fraction", OWN_MONEY, KEPT_COST),
    *_units_of_account("", "quantity", "company.unit"),
    *_units_of_account("_after", "quantity_after", "company.unit_after"),
    Quantity(
        "holdings.accounts[].cost_after_broker", "Cost per share as brokers book it", MONEY,
        'IF(currency == "JPY", ROUNDUP((total_cost - fraction_cost) / quantity_after, 0), MISSING)', basis=BROKER_COST,
    ),
    Quantity(
        "holdings.accounts[].book_cost_after_broker", "Book cost as brokers book it", MONEY,
        "cost_after_broker * quantity_after", basis=BROKER_COST,
    ),
    Quantity("holdings.currencies[].currency", "Currency", NO_UNIT, "INDEX(holdings[:].currency, first)",
             basis=POOL, kind=Kind.TEXT),
    Quantity("holdings.currencies[].total_cost", "Total cost", OWN_MONEY,
             "SUMIF(holdings[:].currency_first, holdings[:].total_cost, first)", basis=KEPT_COST),
    Quantity("holdings.currencies[].fraction_cost", "Cost of the fractions", OWN_MONEY,
             "SUMIF(holdings[:].currency_first, holdings[:].fraction_cost, first)", basis=KEPT_COST),
    Quantity("holdings.currencies[].kept_cost", "Cost kept", OWN_MONEY, "total_cost - fraction_cost", basis=KEPT_COST),
    Quantity("holdings.quantity", "All holdings, in shares before the split", SHARES, "SUM(holdings[:].equivalent)",
             basis=EQUIVALENT),
    Quantity("holdings.quantity_after", "All holdings, in shares after the split", SHARES,
             "SUM(holdings[:].equivalent_after)", basis=EQUIVALENT),
    Quantity("holdings.cash_in_lieu", "Cash in lieu, all holdings", MONEY, "SUM(holdings[:].home_cash)", basis=CASH),
    Quantity("holdings.value", "Value of all holdings", MONEY, "SUM(holdings[:].home_value)", basis=VALUE),
    Quantity("holdings.value_after", "Value of all holdings, after", MONEY, "SUM(holdings[:].home_value_after)",
             basis=VALUE),
    Quantity("holdings.dividends", "Dividends on all holdings", MONEY, "SUM(holdings[:].dividends)", basis=DIVIDENDS),
    Quantity("holdings.dividends_after", "Dividends on all holdings, after", MONEY,
             "SUM(holdings[:].dividends_after)", basis=DIVIDENDS),
    _of_adrs("adr_shares", "Shares behind the ADRs held", "equivalent"),
    _of_adrs("adr_shares_after", "Shares behind the ADRs held, after", "equivalent_after"),
    _of_adrs("direct_shares_after", "Had the shares been held themselves, after", "direct_after"),
    _of_adrs("adr_fee", "ADR fee on all holdings, at most", "adr_fee", USD, FEE),
)  # fmt: skip
