"""Series of rights without a number: rows of tables and sentences that name a security and state a pair of its figures."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from .pairs import pair_among
from .right_kinds import Right, kind_of, period_of
from .right_names import ABOUT_PRICE, PER_RIGHT
from .sections import DIVIDENDS, OPTIONS, OTHER, Sections
from .spans import sentence_span
from .tokens import Tokens

#: So far below its head a row of a table can stand.
_REACH = 700
#: What behind the name of a security belongs to its price.
_OF_PRICE = re.compile(r"(?:の|:|\s)?(?:行使価額|転換価額|調整前|変更前|\()+$")
_NAME = re.compile(r"[^\S\n]*(?:[-・*]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)?(?P<name>[^\n\t:]{3,90}?)(?=\s*:|\t| {2,}|\s*$)")
_SECURITY = re.compile(
    r"(?P<name>(?:[A-Za-z0-9][\w%-]* ){0,4}?(?:warrants?|options?|rights|notes?|bonds?|debentures?))\b", re.IGNORECASE
)


def rights_in_lines(text: Tokens, sections: Sections, ratio: Fraction, known: Sequence[Right]) -> Iterator[Right]:
    """Lines that begin with words and hold a pair of prices, below a head that names such prices."""
    taken = {figure.start for one in known for pair in (one.prices, one.shares) if pair for figure in pair}
    heads = [match.start() for match in ABOUT_PRICE.finditer(text.text)]
    end = 0
    for line in text.text.splitlines(keepends=True):
        start, end = end, end + len(line)
        part = sections.at(start)
        if part in (OTHER, DIVIDENDS) or not (part == OPTIONS or _is_headed(heads, start, end)):
            continue
        found = _right_of_line(text, ratio, start, end)
        if found is not None and found.prices is not None and found.prices[0].start not in taken:
            yield found


def _is_headed(heads: Sequence[int], start: int, end: int) -> bool:
    """Whether prices are named in a line or not far above it."""
    nearest = bisect_left(heads, end)
    return nearest > 0 and start - heads[nearest - 1] < _REACH


def _right_of_line(text: Tokens, ratio: Fraction, start: int, end: int) -> Right | None:
    """What a line says, where it begins with words and holds a pair of prices."""
    own = text.figures_between(start, end)
    prices = pair_among(text.text, own, ratio, start, start, is_price=True)
    name = _NAME.match(text.text, start, prices[0].start) if prices else None
    if name is None or not re.search(r"[A-Za-zぁ-龠]{2}", name["name"]):
        return None
    is_each = PER_RIGHT.search(text.text, max(0, start - _REACH), start) is not None
    shares = pair_among(text.text, own, ratio, start, start, is_price=False, is_named=True) if is_each else None
    kind = kind_of(text.text[start:end])
    words = _OF_PRICE.sub("", " ".join(name["name"].split()))
    return Right(
        words, name.start("name"), name.end("name"), prices, shares,
        kind=kind if kind != "one_yen" else "", period=period_of(text, start, end),
    )  # fmt: skip


def rights_in_sentences(text: Tokens, sections: Sections, ratio: Fraction, known: Sequence[Right]) -> Iterator[Right]:
    """English sentences that name a security and state one pair of its prices."""
    taken = {figure.start for one in known for figure in one.prices or ()}
    for match in ABOUT_PRICE.finditer(text.text):
        start, end = sentence_span(text.text, match.start(), match.end())
        own = text.figures_between(start, end)
        name = _SECURITY.search(text.text, start, end)
        prices = pair_among(text.text, own, ratio, match.start(), match.end(), is_price=True, is_named=True)
        if sections.at(start) in (OTHER, DIVIDENDS) or not name or not prices or prices[0].start in taken:
            continue
        if all(one.unit == "money" for one in prices):
            taken |= {one.start for one in prices}
            yield Right(" ".join(name["name"].split()), name.start("name"), name.end("name"), prices)
