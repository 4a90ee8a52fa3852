"""What if: other ratios than the one of the event, and what each would make of it."""

from .formula import Kind
from .prices import DIVIDED, INVESTMENT_UNIT, UNIT_RANGE
from .quantity import Basis, Quantity
from .record import record
from .shares import ART_184_2, FRACTIONS, HEADROOM
from .term import MONEY, NO_UNIT, SHARES, Number, term

CANDIDATES = Basis("What if", "Ratios that are often chosen, and one of your own.")
WHOLE_HOLDINGS = Basis(
    "Art. 235", "Companies Act, Article 235: only a ratio that is no whole number leaves fractions of a share."
)


@record(frozen=True)
class Candidate:
    old: Number = term(
        "Old shares", "So many shares …", SHARES, default="1", positive=True, joins="→",
        line="Ratio of your own",
    )  # fmt: skip
    new: Number = term("New shares", "… would become so many shares", SHARES, positive=True)


QUANTITIES = (
    Quantity(
        "candidate.count", "Candidates", NO_UNIT, "6",
        basis=CANDIDATES, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "candidates[].old", "Shares before", SHARES, "IF(row == 6, candidate.old, 1)", basis=CANDIDATES,
    ),
    Quantity(
        "candidates[].new", "Shares after", SHARES,
        "IF(row == 6, candidate.new, CHOOSE(row, 2, 3, 4, 5, 10))", basis=CANDIDATES,
    ),
    Quantity(
        "candidates[].numerator", "New shares, in lowest terms", NO_UNIT, "NUMERATOR(new, old)",
        basis=CANDIDATES, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "candidates[].denominator", "Old shares, in lowest terms", NO_UNIT, "NUMERATOR(old, new)",
        basis=CANDIDATES, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "candidates[].issued_after", "Issued shares after", SHARES, "MULDIV(shares.issued, numerator, denominator)",
        basis=FRACTIONS, kind=Kind.COUNT,
    ),
    Quantity(
        "candidates[].price_after", "Split-adjusted price", MONEY, "prices.cum * denominator / numerator",
        basis=DIVIDED,
    ),
    Quantity(
        "candidates[].unit_amount_after", "Investment unit after", MONEY, "price_after * company.unit_after",
        basis=INVESTMENT_UNIT,
    ),
    Quantity(
        "candidates[].in_range", "Within the exchange's range", NO_UNIT,
        'IF(AND(schedule.market == "JPX", company.currency == "JPY"),'
        " AND(unit_amount_after >= prices.unit_least, unit_amount_after < prices.unit_limit), MISSING)",
        basis=UNIT_RANGE, kind=Kind.FLAG,
    ),
    Quantity(
        "candidates[].authorized_limit", "Authorised shares, at most", SHARES,
        "IF(numerator >= denominator, MIN(MULDIV(shares.authorized, numerator, denominator), issued_after * 4),"
        " issued_after * 4)",
        basis=ART_184_2, kind=Kind.COUNT,
    ),
    Quantity(
        "candidates[].headroom", "Headroom left by the articles as they are", SHARES,
        "shares.authorized - issued_after", basis=HEADROOM, kind=Kind.COUNT, signed=True,
    ),
    Quantity(
        "candidates[].fractions", "Fractions can arise", NO_UNIT, "denominator > 1",
        basis=WHOLE_HOLDINGS, kind=Kind.FLAG,
    ),
)  # fmt: skip
