"""The sheet of the articles: the authorised total, its limits, and the clause before and after."""

from ...domain.message import N_
from ..layout import Comparison, Field, Group, Line, Sheet, Statement

SHEET = Sheet(
    "articles",
    N_("Articles"),
    (
        Statement(
            "authorized",
            (
                Group(
                    "",
                    (
                        Line(N_("Authorised shares"), "shares.authorized", after="shares.authorized_after",
                             strong=True),
                        Line(N_("Limit without a general meeting"), after="shares.authorized_limit", indent=1),
                        Line(N_("Four times the issued shares after"), after="shares.authorized_cap", indent=1),
                        Line(N_("Amendment takes effect"), after="articles.effective_date"),
                    ),
                ),
            ),
            (Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.CHANGE, Field.BASIS),
            sparse=True,
        ),
        Comparison("comparison", "shares.authorized", "shares.authorized_after"),
    ),
    long_title=N_("Articles of incorporation"),
    description=N_("The clause on authorised shares, before and after"),
    needs=("shares.authorized", "shares.authorized_after"),
)  # fmt: skip
