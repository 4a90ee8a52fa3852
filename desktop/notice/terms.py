"""What was read as terms hold it: rows, decimals, and nothing beyond the bounds of a field."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ..domain.term import COUNT_LIMIT, DECIMAL_DIGITS, DECIMAL_PLACES, Given
from .candidate import Candidate
from .dates import Dated
from .paths import INCREASE, RATIO_NEW, RATIO_OLD
from .ratios import Ratio
from .right_kinds import Right


def ratio_terms(ratio: Ratio | None) -> Iterator[Candidate]:
    """The two sides of the ratio."""
    if ratio is not None:
        for path, value in ((RATIO_OLD, ratio.old), (RATIO_NEW, ratio.new)):
            yield Candidate(path, value, ratio.start, ratio.end, ratio.weight, inferred=not ratio.weight)


def right_terms(series: Iterable[Right]) -> Iterator[Candidate]:
    """A row of options for each series."""
    for n, one in enumerate(series):
        row = f"options[{n}]"
        yield Candidate(f"{row}.name", one.name, one.start, one.end)
        if one.kind:
            yield Candidate(f"{row}.kind", one.kind, one.start, one.end)
        if one.face:
            yield Candidate(f"{row}.face_value", one.face.value, one.face.start, one.face.end)
        for paths, pair in (
            (("shares_per_right", "announced_shares_per_right"), one.shares),
            (("exercise_price", "announced_exercise_price"), one.prices),
        ):
            for path, figure in zip(paths, pair or (), strict=False):
                yield Candidate(f"{row}.{path}", figure.value, figure.start, figure.end)
        for path, day in zip(("exercise_from", "exercise_to"), one.period or (), strict=False):
            if day.value:
                yield Candidate(f"{row}.{path}", day.value, day.start, day.end)


def is_within_bounds(one: Candidate) -> bool:
    """Whether a field can hold the value."""
    match one.value:
        case bool() | date():
            return True
        case str():
            return 0 < len(one.value) <= 200 and one.value.isprintable()
        case int():
            return abs(one.value) <= COUNT_LIMIT and (one.value >= 0 or one.path == INCREASE)
        case Fraction():
            scaled = one.value * 10**DECIMAL_PLACES
            return bool(scaled.denominator == 1 and 0 < one.value < 10**DECIMAL_DIGITS)
    return False


def given(one: Candidate) -> Given:
    """The value as a term holds it."""
    match one.value:
        case Fraction():
            return Decimal(one.value.numerator) / Decimal(one.value.denominator)
        case Dated():
            raise AssertionError
    return one.value
