"""Shareholder benefits, a row a threshold."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import NO_UNIT, SHARES, Count, Option, Row, Text, term


@record(frozen=True)
class Benefit(Row):
    threshold: Count = term("Shares needed", "Least number of shares that a holder needs for the benefit", SHARES)
    text: Text = term("Benefit", "What the holder receives, such as a voucher of 1,000 yen")
    threshold_after: Count = term("Shares needed after", "Least number after the split, as announced", SHARES)


NEUTRAL = Basis("Definition", "The threshold × the ratio, rounded up: what the same holders reach after the split.")
EFFECT = Basis(
    "No rule",
    "No law says what becomes of thresholds. A threshold that stays, or rises by less than the ratio, opens the benefit"
    " to holders who had too few shares before.",
)
REACHED = Basis("Own holdings", "Shares of all accounts, ADRs as the shares they stand for, against the threshold.")

QUANTITIES = (
    Quantity(
        "benefits[].threshold_neutral", "Shares needed, if nothing changes for holders", SHARES,
        "ROUNDUP(threshold * split.numerator / split.denominator, 0)", basis=NEUTRAL, kind=Kind.COUNT,
    ),
    Quantity(
        "benefits[].effect", "Effect", NO_UNIT,
        'IF(threshold_after == threshold_neutral, "neutral",'
        ' IF(threshold_after < threshold_neutral, "easier", "harder"))',
        basis=EFFECT, kind=Kind.CHOICE,
        options=(
            Option("neutral", "unchanged for holders"), Option("easier", "easier to reach"),
            Option("harder", "harder to reach"),
        ),
    ),
    Quantity(
        "benefits[].reached", "Reached before", NO_UNIT, "holdings.quantity >= threshold",
        basis=REACHED, kind=Kind.FLAG,
    ),
    Quantity(
        "benefits[].reached_after", "Reached after", NO_UNIT, "holdings.quantity_after >= threshold_after",
        basis=REACHED, kind=Kind.FLAG,
    ),
)  # fmt: skip
