"""What a place of the text may say of a term."""

from datetime import date
from fractions import Fraction

from ..domain.record import record
from .dates import Dated
from .numbers import Figure


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


def counted(path: str, figure: Figure, weight: int = 2) -> Candidate:
    """A figure as the count of a term; `-` before its path says that it is taken off, `~` that it is less sure."""
    count = -int(figure.value) if path.startswith("-") else int(figure.value)
    return Candidate(path.lstrip("-~"), count, figure.start, figure.end, 1 if path.startswith("~") else weight)
