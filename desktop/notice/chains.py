"""Values and their names that follow each other in one chain: whether each value stands before its name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from ..domain.record import record
from .dates import Dated
from .numbers import Figure
from .paths import AFTER, DECREASE, EFFECTIVE, INCREASE, ISSUED, RECORD
from .rows import Value, value_at
from .tokens import D, N, Tokens
from .vocabulary import COUNT, DATE

#: What parts the links of a chain and says nothing: brackets, bullets, numbers of a list.
_PAUSE = rf"(?:[\s:：・,、.※*\-]|\((?:予定|{N}|[a-zア-ン])\)|{N}(?=[.)]))*"
_VALUES = {DATE: D, COUNT: N}
_BETWEEN = {kind: re.compile(rf"({_PAUSE})({value})({_PAUSE})") for kind, value in _VALUES.items()}
_LEAD = {kind: re.compile(rf"({value})({_PAUSE})$") for kind, value in _VALUES.items()}
_TAIL = {kind: re.compile(rf"({_PAUSE})({value})") for kind, value in _VALUES.items()}
#: What stands before a value that it names itself.
_NAMED = re.compile(r"(?:日|付|数|[はがを]|date|on|\(予定\))[\s:：)]*$", re.IGNORECASE)
_REACH = 60


@record(frozen=True)
class Name:
    """The name of a value: where it stands, and of which term and kind it is."""

    start: int
    end: int
    path: str
    kind: str


def values_before_names(text: Tokens, names: Sequence[Name]) -> Mapping[int, Value | None]:
    """The value of each name, by the place of the name, in the chains that begin with a value and end with a name.

    None for the names of a chain of days of which either may be: one that nothing names stands before, another behind.
    """
    found = dict[int, Value | None]()
    for kind in (DATE, COUNT):
        for chain, links in _chains(text.shape, [one for one in names if one.kind == kind], kind):
            found |= _of_chain(text, chain, links)
    return found


def _of_chain(text: Tokens, chain: Sequence[Name], links: Sequence[re.Match[str]]) -> dict[int, Value | None]:
    start, kind = chain[0].start, chain[0].kind
    lead = _LEAD[kind].search(text.shape, max(0, start - _REACH), start)
    if lead is None or not _is_one_way(lead, links):
        return {}
    before = [value_at(text, place, kind) for place in (lead.start(1), *(link.start(2) for link in links))]
    tail = _TAIL[kind].match(text.shape, chain[-1].end)
    if None in before or (tail is None and not links) or (kind == COUNT and not _adds_up(chain, before)):
        return {}
    in_order = {one.start: value for one, value in zip(chain, before, strict=True)}
    if tail is None:
        return in_order
    is_named = _NAMED.search(text.shape[max(0, lead.start() - 20) : lead.start()]) is not None
    if kind == COUNT or is_named or ("\n" in lead[2] and "\n" not in tail[1]):
        return {}
    behind = [value_at(text, place, kind) for place in (*(link.start(2) for link in links), tail.start(2))]
    fits = [_is_day_after(chain, values) for values in (before, behind)]
    if fits == [True, False]:
        return in_order
    is_alone = not links and "\n" in lead[2]
    return {} if fits == [False, True] or is_alone else dict.fromkeys(in_order)


def _adds_up(chain: Sequence[Name], values: Sequence[Value | None]) -> bool:
    """Whether the counts before and added make the one after."""
    counts = {one.path: value.value for one, value in zip(chain, values, strict=True) if isinstance(value, Figure)}
    change = counts.get(INCREASE, -counts.get(DECREASE, Fraction(0)))
    issued, after = counts.get(ISSUED), counts.get(AFTER)
    return issued is not None and after is not None and change != 0 and issued + change == after


def _is_day_after(chain: Sequence[Name], values: Sequence[Value | None]) -> bool:
    """Whether the effective date would be the day after the record date."""
    days = {one.path: value.value for one, value in zip(chain, values, strict=True) if isinstance(value, Dated)}
    record_date, effective = days.get(RECORD), days.get(EFFECTIVE)
    return bool(record_date and effective and effective - record_date == timedelta(days=1))


def _chains(shape: str, names: Sequence[Name], kind: str) -> Iterator[tuple[list[Name], list[re.Match[str]]]]:
    """Names with nothing but a value between each and the next, and what is between them."""
    chain, links = list(names[:1]), list[re.Match[str]]()
    for one, following in pairwise(names):
        is_near = following.start - one.end < _REACH
        link = _BETWEEN[kind].fullmatch(shape, one.end, following.start) if is_near else None
        if link is None:
            yield chain, links
            chain, links = [], []
        else:
            links.append(link)
        chain.append(following)
    if chain:
        yield chain, links


def _is_one_way(lead: re.Match[str], links: Sequence[re.Match[str]]) -> bool:
    """Whether every value stands as near to the name behind it, by the lines, and not nearer to the one before it."""
    behind = {"\n" in lead[2], *("\n" in link[3] for link in links)}
    return len(behind) == 1 and not any("\n" in link[3] and "\n" not in link[1] for link in links)
