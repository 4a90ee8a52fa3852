"""The sheet of the user's own lots: what each becomes, accounts, costs by currency, and all together."""

from ...domain.message import N_
from ..layout import ColumnOf, Field, Group, Line, RowTable, Sheet, Statement

BEFORE, AFTER = N_("Before"), N_("After")
QUANTITY, UNITS, ODD_LOT = N_("Quantity"), N_("Trading units"), N_("Odd lot")
COST, VALUE, DIVIDENDS, BROKER = N_("Cost"), N_("Value"), N_("Dividends"), N_("As brokers book it")

SHEET = Sheet(
    "holdings",
    N_("Holdings"),
    (
        RowTable(
            "lots",
            "holdings",
            (
                ColumnOf("holdings[].account", N_("Account")),
                ColumnOf("holdings[].account_type", N_("Account type")),
                ColumnOf("holdings[].kind", N_("Kind")),
                ColumnOf("holdings[].acquired", N_("Bought on")),
                ColumnOf("holdings[].quantity", BEFORE, QUANTITY),
                ColumnOf("holdings[].quantity_after", AFTER, QUANTITY),
                ColumnOf("holdings[].fraction", N_("Fraction, its share"), QUANTITY),
                ColumnOf("holdings[].cash_in_lieu", N_("Cash in lieu, its share"), QUANTITY),
                ColumnOf("holdings[].units", BEFORE, UNITS),
                ColumnOf("holdings[].units_after", AFTER, UNITS),
                ColumnOf("holdings[].odd_lot", BEFORE, ODD_LOT),
                ColumnOf("holdings[].odd_lot_after", AFTER, ODD_LOT),
                ColumnOf("holdings[].currency", N_("Currency"), COST),
                ColumnOf("holdings[].cost", N_("Each, before"), COST),
                ColumnOf("holdings[].cost_after", N_("Each, after"), COST),
                ColumnOf("holdings[].total_cost", N_("Total"), COST),
                ColumnOf("holdings[].fraction_cost", N_("Of the fraction"), COST),
                ColumnOf("holdings[].price_currency", N_("Currency"), VALUE),
                ColumnOf("holdings[].value", BEFORE, VALUE),
                ColumnOf("holdings[].value_after", AFTER, VALUE),
                ColumnOf("holdings[].dividends", BEFORE, DIVIDENDS, total="holdings.dividends"),
                ColumnOf("holdings[].dividends_after", AFTER, DIVIDENDS, total="holdings.dividends_after"),
                ColumnOf("holdings[].adr_fee", N_("ADR fee"), total="holdings.adr_fee"),
            ),
        ),
        RowTable(
            "accounts",
            "holdings.accounts",
            (
                ColumnOf("holdings.accounts[].account", N_("Account")),
                ColumnOf("holdings.accounts[].account_type", N_("Account type")),
                ColumnOf("holdings.accounts[].kind", N_("Kind")),
                ColumnOf("holdings.accounts[].quantity", BEFORE, QUANTITY),
                ColumnOf("holdings.accounts[].quantity_after", AFTER, QUANTITY),
                ColumnOf("holdings.accounts[].fraction", N_("Fraction"), QUANTITY),
                ColumnOf("holdings.accounts[].cash_in_lieu", N_("Cash in lieu"), QUANTITY),
                ColumnOf("holdings.accounts[].units", BEFORE, UNITS),
                ColumnOf("holdings.accounts[].units_after", AFTER, UNITS),
                ColumnOf("holdings.accounts[].odd_lot", BEFORE, ODD_LOT),
                ColumnOf("holdings.accounts[].odd_lot_after", AFTER, ODD_LOT),
                ColumnOf("holdings.accounts[].currency", N_("Currency"), COST),
                ColumnOf("holdings.accounts[].total_cost", N_("Total"), COST),
                ColumnOf("holdings.accounts[].fraction_cost", N_("Of the fraction"), COST),
                ColumnOf("holdings.accounts[].cost_after_broker", N_("Each, after"), BROKER),
                ColumnOf("holdings.accounts[].book_cost_after_broker", N_("Total"), BROKER),
            ),
            title=N_("By account, type and kind"),
        ),
        RowTable(
            "currencies",
            "holdings.currencies",
            (
                ColumnOf("holdings.currencies[].currency", N_("Currency")),
                ColumnOf("holdings.currencies[].total_cost", N_("Total"), COST),
                ColumnOf("holdings.currencies[].kept_cost", N_("Kept"), COST),
                ColumnOf("holdings.currencies[].fraction_cost", N_("Of the fractions"), COST),
            ),
            title=N_("Costs by currency"),
        ),
        Statement(
            "totals",
            (
                Group(
                    N_("All holdings"),
                    (
                        Line(N_("Shares, ADRs as the shares behind them"), "holdings.quantity",
                             after="holdings.quantity_after", strong=True),
                        Line(N_("Value in the company's currency"), "holdings.value", after="holdings.value_after"),
                        Line(N_("Cash in lieu of fractions"), after="holdings.cash_in_lieu"),
                        Line(N_("Dividends of the table, all together"), "holdings.dividends",
                             after="holdings.dividends_after"),
                    ),
                ),
                Group(
                    N_("ADRs beside the shares themselves"),
                    (
                        Line(N_("By way of the ADRs held"), "holdings.adr_shares", after="holdings.adr_shares_after"),
                        Line(N_("Had the shares been held"), "holdings.adr_shares",
                             after="holdings.direct_shares_after"),
                        Line(N_("ADR fee, at most"), after="holdings.adr_fee"),
                    ),
                ),
            ),
            (Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.CHANGE, Field.BASIS),
            sparse=True,
        ),
    ),
    description=N_("Lots, accounts, costs, fractions and cash"),
)  # fmt: skip
