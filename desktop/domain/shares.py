"""Share counts: issued, treasury, authorised, and how far each may go."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import SHARES, Count, Flag, term

ART_184_1 = Basis(
    "Art. 184(1)",
    "Companies Act, Article 184(1): who is on the register at the record date receives the additional shares"
    " on the effective date. Treasury shares are split too.",
    Basis(
        "Art. 182(1)",
        "Companies Act, Article 182(1): on the effective date the shares held the day before are replaced"
        " at the ratio. Treasury shares are consolidated too.",
    ),
)
FRACTIONS = Basis(
    "Art. 184(1), 235",
    "Companies Act, Articles 184(1) and 235: fractions of a share are added up and sold; no fraction is issued.",
    Basis(
        "Art. 182(1), 235",
        "Companies Act, Articles 182(1) and 235: fractions of a share are added up and sold, and the proceeds"
        " are paid to the holders.",
    ),
)
ART_184_2 = Basis(
    "Art. 184(2)",
    "Companies Act, Article 184(2): without a general meeting the authorised total may be raised"
    " by no more than the split ratio.",
)
ART_113_3 = Basis(
    "Art. 113(3)",
    "Companies Act, Article 113(3): a public company may authorise no more than four times the shares then issued.",
    Basis(
        "Art. 180(3)",
        "Companies Act, Article 180(3): with a consolidation a public company may authorise no more than four times"
        " the shares issued after it.",
    ),
)
ART_113_4 = Basis(
    "Art. 113(4)",
    "Companies Act, Article 113(4): shares for exercisable rights must fit into the authorised shares"
    " not yet issued; treasury shares can serve them.",
)
BOTH_LIMITS = Basis(
    "Art. 184(2), 113(3)",
    "Both limits apply together: the ratio (Article 184(2)) and four times the issued shares (Article 113(3)).",
    Basis("Art. 180(3)", "Companies Act, Article 180(3): four times the shares issued after the consolidation."),
)
OUTSTANDING = Basis("Definition", "Issued shares less treasury shares.")
HEADROOM = Basis("Definition", "Authorised shares less issued shares.")


@record(frozen=True)
class Shares:
    issued: Count = term("Issued shares", "Total number of issued shares, treasury shares included", SHARES)
    treasury: Count = term("Treasury shares", "The company's own shares, part of the issued shares", SHARES)
    authorized: Count = term("Authorised shares", "Total number of shares authorised to be issued, before", SHARES)
    authorized_after: Count = term("Authorised after", "The new total in the articles, as announced", SHARES)
    other_classes: Flag = term("Other classes are issued", "Two or more classes of shares are actually issued")
    by_meeting: Flag = term("Articles amended by a meeting", "A general meeting, not the board, amends the articles")
    may_increase: Flag = term("Counts may still change", "The announcement says so, as when rights are exercised")


QUANTITIES = (
    Quantity(
        "shares.issued_after", "Issued shares after", SHARES,
        "MULDIV(shares.issued, split.numerator, split.denominator)",
        basis=FRACTIONS, kind=Kind.COUNT, announced=True,
    ),
    Quantity(
        "shares.increase", "Increase in issued shares", SHARES, "shares.issued_after - shares.issued",
        basis=ART_184_1, kind=Kind.COUNT, announced=True, signed=True,
    ),
    Quantity(
        "shares.treasury_after", "Treasury shares after", SHARES,
        "MULDIV(shares.treasury, split.numerator, split.denominator)", basis=FRACTIONS, kind=Kind.COUNT,
    ),
    Quantity(
        "shares.outstanding", "Shares outstanding", SHARES, "shares.issued - shares.treasury",
        basis=OUTSTANDING, kind=Kind.COUNT,
    ),
    Quantity(
        "shares.outstanding_after", "Shares outstanding after", SHARES, "shares.issued_after - shares.treasury_after",
        basis=OUTSTANDING, kind=Kind.COUNT,
    ),
    Quantity(
        "shares.authorized_limit", "Limit without a general meeting", SHARES,
        "IF(split.numerator >= split.denominator,"
        " MULDIV(shares.authorized, split.numerator, split.denominator), MISSING)",
        basis=ART_184_2, kind=Kind.COUNT,
    ),
    Quantity(
        "shares.authorized_cap", "Four times the issued shares after", SHARES, "shares.issued_after * 4",
        basis=ART_113_3, kind=Kind.COUNT,
    ),
    Quantity(
        "shares.authorized_max", "Upper limit", SHARES,
        "IF(split.numerator >= split.denominator,"
        " MIN(shares.authorized_limit, shares.authorized_cap), shares.authorized_cap)",
        basis=BOTH_LIMITS, kind=Kind.COUNT,
    ),
    Quantity(
        "shares.headroom", "Headroom", SHARES, "shares.authorized - shares.issued",
        basis=HEADROOM, kind=Kind.COUNT, signed=True,
    ),
    Quantity(
        "shares.headroom_after", "Headroom after", SHARES, "shares.authorized_after - shares.issued_after",
        basis=HEADROOM, kind=Kind.COUNT, signed=True,
    ),
    Quantity(
        "shares.headroom_net_after", "Room left by option shares, after", SHARES,
        "shares.authorized_after - shares.issued_after + shares.treasury_after - options.underlying_after",
        basis=ART_113_4, kind=Kind.COUNT, signed=True,
    ),
)  # fmt: skip
