"""The sheet of share counts, limits and the investment unit."""

from ...domain.message import N_
from ..layout import ColumnOf, Field, Group, Line, RowTable, Sheet, Statement

RATIO, UNIT, AUTHORIZED = N_("Ratio"), N_("Investment unit"), N_("Authorised shares")

COLUMNS = (
    Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.CHANGE, Field.ANNOUNCED, Field.AGREES, Field.BASIS,
)  # fmt: skip

SHEET = Sheet(
    "shares",
    N_("Shares"),
    (
        Statement(
            "shares",
            (
                Group(
                    N_("Ratio"),
                    (
                        Line(N_("Split ratio, in lowest terms"), "split.denominator", after="split.numerator"),
                        Line(N_("Added shares per share (statutory ratio)"), after="split.increase_ratio"),
                    ),
                ),
                Group(
                    N_("Share counts"),
                    (
                        Line(N_("Issued shares"), "shares.issued", after="shares.issued_after",
                             change="shares.increase", strong=True),
                        Line(N_("Increase in issued shares"), change="shares.increase", indent=1,
                             fewer=N_("Decrease in issued shares")),
                        Line(N_("Treasury shares"), "shares.treasury", after="shares.treasury_after"),
                        Line(N_("Outstanding, excluding treasury shares"), "shares.outstanding",
                             after="shares.outstanding_after"),
                    ),
                ),
                Group(
                    N_("Authorised shares"),
                    (
                        Line(N_("Authorised shares"), "shares.authorized", after="shares.authorized_after",
                             strong=True),
                        Line(N_("Limit without a general meeting"), after="shares.authorized_limit", indent=1),
                        Line(N_("Four times the issued shares after"), after="shares.authorized_cap", indent=1),
                        Line(N_("Upper limit"), after="shares.authorized_max", indent=1),
                        Line(N_("Headroom: authorised less issued"), "shares.headroom",
                             after="shares.headroom_after"),
                        Line(N_("Room left by option shares"), after="shares.headroom_net_after"),
                    ),
                ),
                Group(
                    N_("Price and investment unit"),
                    (
                        Line(N_("Share price"), "prices.cum", after="prices.split_adjusted"),
                        Line(N_("Theoretical ex-rights price"), after="prices.theoretical", indent=1),
                        Line(N_("Market capitalisation"), "prices.cap", after="prices.cap_after"),
                        Line(N_("Shares per trading unit"), "company.unit", after="company.unit_after"),
                        Line(N_("Investment unit"), "prices.unit_amount", after="prices.unit_amount_after",
                             strong=True),
                        Line(N_("Factor on the investment unit"), after="prices.unit_factor"),
                        Line(N_("Tick size"), "prices.tick", after="prices.tick_after"),
                    ),
                ),
            ),
            COLUMNS,
        ),
        RowTable(
            "candidates",
            "candidates",
            (
                ColumnOf("candidates[].new", N_("Shares after"), RATIO),
                ColumnOf("candidates[].old", N_("for shares before"), RATIO),
                ColumnOf("candidates[].issued_after", N_("Issued shares after")),
                ColumnOf("candidates[].price_after", N_("Share price after")),
                ColumnOf("candidates[].unit_amount_after", N_("candidate|After"), UNIT),
                ColumnOf("candidates[].in_range", N_("Within the exchange's range"), UNIT),
                ColumnOf("candidates[].authorized_limit", N_("At most"), AUTHORIZED),
                ColumnOf("candidates[].headroom", N_("Headroom, articles unchanged"), AUTHORIZED),
                ColumnOf("candidates[].fractions", N_("Fractions can arise")),
            ),
            title=N_("What if"),
        ),
    ),
    description=N_("Share counts, limits, price and investment unit"),
)  # fmt: skip
