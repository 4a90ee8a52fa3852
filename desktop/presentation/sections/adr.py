"""The sheet of American Depositary Receipts."""

from ...domain.message import N_
from ..layout import Field, Group, Line, Sheet, Statement

SHEET = Sheet(
    "adr",
    N_("ADR"),
    (
        Statement(
            "adr",
            (
                Group(
                    N_("Ratio"),
                    (
                        Line(N_("Shares per ADR"), "adr.ratio", "adr.ratio_interim", "adr.ratio_after", strong=True),
                        Line(N_("New ADRs per old ADR"), after="adr.new_per_old"),
                        Line(N_("The number of ADRs stays the same"), after="adr.neutral"),
                    ),
                ),
                Group(
                    N_("Number, price and fee"),
                    (
                        Line(N_("ADRs outstanding"), "adr.outstanding", after="adr.outstanding_after", strong=True),
                        Line(N_("Parity price"), "adr.price", after="adr.price_after"),
                        Line(N_("Highest issuance fee"), after="adr.fee"),
                    ),
                ),
                Group(
                    N_("Dates in the United States"),
                    (
                        Line(N_("ADR record date"), after="adr.record_date"),
                        Line(N_("ADR distribution"), after="adr.distribution_date"),
                        Line(N_("Books closed from"), after="adr.closed_from"),
                        Line(N_("Books closed to"), after="adr.closed_to"),
                        Line(N_("ADR effective date"), after="adr.effective_date", strong=True),
                    ),
                ),
            ),
            (
                Field.LABEL, Field.UNIT, Field.BEFORE, Field.INTERIM, Field.AFTER, Field.CHANGE,
                Field.ANNOUNCED, Field.AGREES, Field.BASIS,
            ),
            headings={Field.BEFORE: N_("Before the change"), Field.AFTER: N_("After the change")},
        ),
    ),
    long_title=N_("American Depositary Receipts"),
    book_title=N_("sheet|ADR"),
    description=N_("Ratio, number, parity price, fee and dates"),
)  # fmt: skip
