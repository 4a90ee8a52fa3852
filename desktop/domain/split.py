"""The split itself: how many old shares become how many new ones."""

from fractions import Fraction

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import NO_UNIT, RATIO, SHARES, Number, term

ART_183 = Basis(
    "Art. 183",
    "Companies Act, Article 183: each split is decided with its ratio and its record date.",
    Basis(
        "Art. 180(2)",
        "Companies Act, Article 180(2): each consolidation is decided by a general meeting, with its ratio"
        " and its effective date.",
    ),
)
STATUTORY_RATIO = Basis(
    "Art. 183(2)(i)",
    "Companies Act, Article 183(2)(i): the statutory ratio is that of the added shares to the shares before.",
    Basis("Definition", "Shares added per share; below zero where the shares become fewer."),
)
PRICE_FACTOR = Basis("Practice", "Prices from before the ex-rights date are multiplied by old ÷ new to compare them.")


@record(frozen=True)
class Split:
    old: Number = term(
        "Shares before", "So many shares before the split …", SHARES, positive=True, joins="→", line="Before → after"
    )
    new: Number = term("Shares after", "… become so many shares after it", SHARES, positive=True)


QUANTITIES = (
    Quantity(
        "split.numerator", "New shares, in lowest terms", NO_UNIT, "NUMERATOR(split.new, split.old)",
        basis=ART_183, kind=Kind.COUNT,
    ),
    Quantity(
        "split.denominator", "Old shares, in lowest terms", NO_UNIT, "NUMERATOR(split.old, split.new)",
        basis=ART_183, kind=Kind.COUNT,
    ),
    Quantity("split.ratio", "Shares multiply by", RATIO, "split.numerator / split.denominator", basis=ART_183),
    Quantity(
        "split.increase_ratio", "Added shares per share (statutory ratio)", RATIO,
        "(split.numerator - split.denominator) / split.denominator", basis=STATUTORY_RATIO, signed=True,
    ),
    Quantity(
        "split.price_factor", "Prices multiply by", RATIO, "split.denominator / split.numerator", basis=PRICE_FACTOR
    ),
)  # fmt: skip


def lowest_terms(split: Split) -> Fraction | None:
    """New shares per old share; none while one side is missing."""
    if split.old is None or split.new is None:
        return None
    return Fraction(split.new) / Fraction(split.old)
