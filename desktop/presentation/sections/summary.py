"""The headline figures of the Summary."""

from ...domain.message import N_
from ..layout import Field, Group, Line, Sheet, Statement

SHEET = Sheet(
    "summary",
    N_("Summary"),
    (
        Statement(
            "headline",
            (
                Group(
                    "",
                    (
                        Line(N_("Issued shares"), "shares.issued", after="shares.issued_after",
                             change="shares.increase", announced="shares.issued_after", strong=True),
                        Line(N_("Authorised shares"), "shares.authorized", after="shares.authorized_after"),
                        Line(N_("Outstanding, excluding treasury shares"), "shares.outstanding",
                             after="shares.outstanding_after"),
                        Line(N_("Share price"), "prices.cum", after="prices.split_adjusted"),
                        Line(N_("Investment unit"), "prices.unit_amount", after="prices.unit_amount_after",
                             strong=True),
                        Line(N_("Dividends per share, all listed"), "dividends.all_pre_split",
                             after="dividends.all_post_split"),
                        Line(N_("Shares per right"), "options.shares_per_right",
                             after="options.shares_per_right_after"),
                        Line(N_("Shares on exercise of all rights"), "options.underlying",
                             after="options.underlying_after"),
                        Line(N_("Shares per ADR"), "adr.ratio", after="adr.ratio_after"),
                        Line(N_("My holdings"), "holdings.quantity", after="holdings.quantity_after"),
                        Line(N_("ADRs outstanding"), "adr.outstanding", after="adr.outstanding_after"),
                    ),
                ),
            ),
            (Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.CHANGE, Field.ANNOUNCED, Field.AGREES),
            sparse=True,
        ),
    ),
)  # fmt: skip
