"""Tables of steps: up to which limit which size applies."""

from bisect import bisect_left
from fractions import Fraction

from .exact import Exact
from .record import record


@record(frozen=True)
class Steps:
    """Up to and including `limits[n]` applies `sizes[n]`; beyond the last limit the last size."""

    limits: tuple[Exact, ...]
    sizes: tuple[Exact, ...]

    def step(self, number: Exact) -> Exact:
        """The size for a number."""
        return self.sizes[bisect_left(self.limits, Fraction(number))]
