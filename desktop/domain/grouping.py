"""Columns looked through once, so that every row finds its answer at a glance."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from .exact import Exact, Value, folded, whole


class Groups:
    """The totals of a column by the key that stands beside each figure."""

    def __init__(self, keys: Sequence[Value | None], column: Sequence[Exact | None]) -> None:
        self._totals: dict[Hashable, Exact | None] = {}
        for key, value in zip(keys, column, strict=True):
            before = self._totals.get(key, 0)
            self._totals[key] = None if value is None or before is None else before + value

    def total(self, key: Value) -> Exact | None:
        """The total of the rows with a key: 0 where there are none, nothing where one of them has no value."""
        total = self._totals.get(key, 0)
        return None if total is None else whole(total)


class Ordered:
    """A column in the order of the keys beside its figures, added up from the greatest key down."""

    def __init__(self, keys: Sequence[Any], column: Sequence[Exact | None]) -> None:
        self._keys: list[Any] | None = None
        if keys and None not in keys and None not in column:
            pairs = sorted(zip(keys, column, strict=True), key=lambda pair: pair[0])
            self._keys = [key for key, _ in pairs]
            self._totals = [0, *accumulate(value for _, value in reversed(pairs))][::-1]

    def total_from(self, least: Any) -> Exact | None:
        """The total of the rows whose key is not below `least`; nothing where a row lacks its key or figure."""
        return None if self._keys is None else whole(self._totals[bisect_left(self._keys, least)])


class Ranks:
    """The figures of a column by the key beside each, in order."""

    def __init__(self, keys: Sequence[Value | None], column: Sequence[Exact | None]) -> None:
        self._sorted: dict[Hashable, list[Exact]] = defaultdict(list)
        for key, value in zip(keys, column, strict=True):
            if value is not None:
                self._sorted[key].append(value)
        for values in self._sorted.values():
            values.sort()

    def above(self, key: Value, value: Exact) -> int:
        """How many rows with the key have more than the value."""
        values = self._sorted.get(key, [])
        return len(values) - bisect_right(values, value)


def tally(column: Sequence[Value | None]) -> Mapping[Value | None, int]:
    """How often each value stands in a column."""
    return Counter(column)


def first_rows(column: Sequence[Value | None]) -> dict[Value, int]:
    """The number of the first row, counted from one, that holds each value; texts are alike whatever their case."""
    found: dict[Value, int] = {}
    for number, value in enumerate(column, 1):
        if value is not None:
            found.setdefault(folded(value), number)
    return found
