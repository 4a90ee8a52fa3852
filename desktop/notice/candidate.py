"""What a place of the text may say of a term."""

from datetime import date
from fractions import Fraction

from ..domain.record import record
from .dates import Dated


@record(frozen=True)
class Candidate:
    """A value that may be a term's, where it stands in the folded text, and how sure the place is: 3 beside its label."""

    path: str
    value: int | Fraction | date | str | bool | Dated
    start: int
    end: int
    weight: int = 2
    inferred: bool = False
    paired: bool = False  # by its rank in a block of values: to be confirmed
