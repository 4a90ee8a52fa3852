"""Days and their names that follow each other in one chain: whether each day stands before its name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from .dates import Dated
from .tokens import D, N, Tokens

#: What parts the links of a chain and says nothing: brackets, bullets, numbers of a list.
_PAUSE = rf"(?:[\s:：・,、.※*\-]|\((?:予定|{N}|[a-zア-ン])\)|{N}(?=[.)]))*"
_BETWEEN = re.compile(rf"({_PAUSE})({D})({_PAUSE})")
_LEAD = re.compile(rf"({D})({_PAUSE})$")
_TAIL = re.compile(rf"{_PAUSE}{D}")
_NAMED = re.compile(r"(?:日|付|[はがを]|date|on|\(予定\))[\s:：)]*$", re.IGNORECASE)
_REACH = 60

_Span = tuple[int, int]


def days_before_names(text: Tokens, names: Sequence[_Span]) -> Mapping[int, Dated | None]:
    """The day of each name, by the place of the name, in the chains that begin with a day and end with a name.

    None for the names of a chain of which either may be: a day that nothing names stands before it, another behind it.
    """
    found = dict[int, Dated | None]()
    for chain, links in _chains(text.shape, names):
        start = chain[0][0]
        lead = _LEAD.search(text.shape, max(0, start - _REACH), start)
        is_followed = _TAIL.match(text.shape, chain[-1][1]) is not None
        if lead is None or not _is_one_way(lead, links):
            continue
        if (
            is_followed
            and "\n" not in lead[2]
            and not _NAMED.search(text.shape[max(0, lead.start() - 20) : lead.start()])
        ):
            found |= dict.fromkeys((place for place, _ in chain), None)
        if is_followed or not links:
            continue
        for (place, _), match, group in zip(chain, (lead, *links), (1, *[2] * len(links)), strict=True):
            day = text.date_at(match.start(group))
            if day:
                found[place] = day
    return found


def _chains(shape: str, names: Sequence[_Span]) -> Iterator[tuple[list[_Span], list[re.Match[str]]]]:
    """Names with nothing but a day between each and the next, and what is between them."""
    chain, links = list(names[:1]), list[re.Match[str]]()
    for one, following in pairwise(names):
        link = _BETWEEN.fullmatch(shape, one[1], following[0]) if following[0] - one[1] < _REACH else None
        if link is None:
            yield chain, links
            chain, links = [], []
        else:
            links.append(link)
        chain.append(following)
    if chain:
        yield chain, links


def _is_one_way(lead: re.Match[str], links: Sequence[re.Match[str]]) -> bool:
    """Whether every day stands as near to the name behind it, by the lines, and not nearer to the one before it."""
    behind = {"\n" in lead[2], *("\n" in link[3] for link in links)}
    return len(behind) == 1 and not any("\n" in link[3] and "\n" not in link[1] for link in links)
