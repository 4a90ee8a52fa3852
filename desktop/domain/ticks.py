"""Tick sizes of the Tokyo Stock Exchange, in force since 2023-06-05: up to and including each price."""

from fractions import Fraction

from .steps import Steps

_LIMITS = (
    1_000, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000, 300_000, 500_000, 1_000_000, 3_000_000, 5_000_000,
    10_000_000, 30_000_000, 50_000_000,
)  # fmt: skip

#: Stocks of the TOPIX 500.
TOPIX500 = Steps(
    _LIMITS,
    (
        Fraction(1, 10), Fraction(1, 2), 1, 1, 5, 10, 10, 50, 100, 100, 500, 1_000, 1_000, 5_000, 10_000, 10_000,
    ),
)  # fmt: skip

#: All other stocks.
OTHER = Steps(
    _LIMITS,
    (1, 1, 5, 10, 10, 50, 100, 100, 500, 1_000, 1_000, 5_000, 10_000, 10_000, 50_000, 100_000),
)
