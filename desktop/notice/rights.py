"""Stock acquisition rights: what each series had before the split and has after it, held against the ratio."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, pairwise

from ..domain.record import record
from .numbers import Figure
from .pairs import has_reversed_columns, is_pair_of_prices, is_pair_of_shares, pairs_below
from .right_kinds import Period, face_value, is_one_yen, kind_of, period_of
from .sections import DIVIDENDS, OPTIONS, OTHER, Sections
from .spans import sentence_span
from .tokens import Tokens

_NUMBER_EN = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_SERIES = re.compile(
    r"(?:\d{4}年度?)?第\s?\d{1,3}\s?回(?:[A-Z](?![A-Za-z]))?(?:(?:\s?(?![第回])[A-Z一-龠0-9()・-]){0,20}?(?:新株予約権付社債|新株予約権(?!付)|ストック・?オプション))?(?:\([^()\n]{1,12}\))?"
    rf"|\b{_NUMBER_EN}\s+(?:series(?:\s+of)?\s*)?(?:(?:stock|share)\s+(?:acquisition|subscription)\s+rights|series)?(?:\s?\([a-z -]{{3,20}}\))?"
    r"|\bNo\.?\s?\d{1,3}\b(?:\s\([12]\d{3}\))?(?=[ \t]*(?:\n|\t| {2}))"
    r"|\bseries\s+(?:no\.?\s*)?(?:\d{1,3}|[A-H])\b(?:\s+(?:stock\s+acquisition\s+rights|stock\s+options?|warrants))?"
    r"|[^\n.。、,]{0,40}(?:転換社債型新株予約権付社債|convertible bonds[^\n,.(]{0,20})",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:第\s?(\d{1,3})\s?回(?:新株予約権)?\s?(?:から|乃至|ないし|~|-)\s?第?\s?(\d{1,3})\s?回"
    r"|(?:from\s+)?(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\s+(?:series\s+)?(?:to|through|-|~)\s+(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\s+series"
    r"|series\s+(?:nos?\.?\s*)?(\d{1,3})\s+(?:to|through|-|~)\s+(?:series\s+)?(?:nos?\.?\s*)?(\d{1,3}))",
    re.IGNORECASE,
)
_ABOUT_PRICE = re.compile(
    r"行使価額|転換価額|払込金額|(?:exercise|conversion|strike|subscription|option|warrant|ex\.|current|adjusted)\s+prices?|price\s+per\s+share"
    r"|(?:sum|amount|price)\s+(?:payable|to\s+be\s+paid)|payable\s+(?:up)?on\s+exercise|exercisable\s+at",
    re.IGNORECASE,
)
_ABOUT_SHARES = re.compile(
    r"(?:目的|付与)[^\n。]{0,14}株式|付与株式数|number\s+of\s+(?:underlying\s+)?shares|shares\s+to\s+be\s+issued|shares\s+(?:per|under)|shares\s+(?:issuable|subject|deliverable|obtainable)|(?:each|per)\s+(?:option|right|warrant)\b",
    re.IGNORECASE,
)
#: A column of numbers of shares for one right, not of those of all.
_PER_RIGHT = re.compile(
    r"shares?[^\n.]{0,40}(?:per|each|one|a)\s+(?:stock\s+)?(?:option|right|warrant|unit|stock\s+acquisition\s+right)\b",
    re.IGNORECASE,
)
#: What no issuer has: so many that most are none.
MOST_SERIES = 60
_REACH = 220


@record(frozen=True)
class Right:
    """A series: its name with its place, its figures before and after, its kind and when it can be exercised."""

    name: str
    start: int
    end: int
    prices: tuple[Figure, Figure] | None = None
    shares: tuple[Figure, Figure] | None = None
    kind: str = ""
    period: Period | None = None
    face: Figure | None = None


def rights(text: Tokens, sections: Sections, ratio: Fraction | None) -> list[Right]:
    """The series of a text whose figures before and after are a pair by the ratio of the event."""
    if ratio is None:
        return []
    spans, rows = list(_spans(text, ratio)), list(_rows(text, sections, ratio))
    if not spans:
        rows += _lines(text, sections, ratio, rows)
        rows += _sentences(text, sections, ratio, rows)
    known = {_series_number(one.name) for one in spans}
    found = [*spans, *(one for one in rows if _series_number(one.name) not in known)] if spans else rows
    return sorted(found, key=lambda one: one.start)


def _series_number(name: str) -> str:
    number = re.search(r"\d+", name)
    return number[0] if number else name


def _spans(text: Tokens, ratio: Fraction) -> Iterator[Right]:
    """Series that share their figures: from the first to the tenth, from 200 to 400 shares each."""
    for match in _SPAN.finditer(text.text):
        first, last = (int(number) for number in match.groups() if number)
        own = text.figures_between(match.end(), match.end() + 250)[:6]
        shares = _pair(text.text, own, ratio, match.start(), match.end(), is_price=False, is_named=True)
        prices = _pair(text.text, own, ratio, match.start(), match.end(), is_price=True)
        if (shares or prices) and first < last < first + MOST_SERIES:
            for number in range(first, last + 1):
                name = f"第{number}回" if match[0].startswith("第") else _ordinal(number)
                yield Right(name, match.start(), match.end(), prices, shares)


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _rows(text: Tokens, sections: Sections, ratio: Fraction) -> Iterator[Right]:
    """Series by their names and the figures up to the next name."""
    names = [
        match
        for match in _SERIES.finditer(text.text)
        if match[0].strip() and (sections.at(match.start()) == OPTIONS or _is_about_rights(text.text, match.start()))
    ]
    seen = {one.name: one for one in _columns(text, names, ratio)}
    for n, match in enumerate(names):
        end = min(names[n + 1].start() if n + 1 < len(names) else len(text.text), match.end() + _REACH)
        found = _right(text, sections, ratio, (match.start(), match.end(), end))
        if found is None:
            continue
        found = replace(found, name=" ".join(match[0].split()).strip(" ,.:("))
        old = seen.get(found.name)
        seen[found.name] = found if old is None else _merged(old, found)
    yield from seen.values()


def _columns(text: Tokens, names: Sequence[re.Match[str]], ratio: Fraction) -> Iterator[Right]:
    """Series that stand side by side, their figures before and after in the lines below."""
    for _, group in groupby(names, key=lambda match: text.text.rfind("\n", 0, match.start())):
        heads = list(group)
        gaps = [text.text[one.end() : other.start()] for one, other in pairwise(heads)]
        if len(heads) < 2 or any(gap.strip() for gap in gaps):
            continue
        prices = pairs_below(text, heads[-1].end(), len(heads), ratio, is_pair_of_prices)
        shares = pairs_below(text, heads[-1].end(), len(heads), ratio, is_pair_of_shares)
        for n, match in enumerate(heads if prices or shares else []):
            name = " ".join(match[0].split())
            yield Right(name, match.start(), match.end(), prices[n] if prices else None, shares[n] if shares else None)


def _merged(old: Right, other: Right) -> Right:
    return replace(
        old,
        prices=old.prices or other.prices, shares=old.shares or other.shares, kind=old.kind or other.kind,
        period=old.period or other.period, face=old.face or other.face,
    )  # fmt: skip


def _right(text: Tokens, sections: Sections, ratio: Fraction, place: tuple[int, int, int]) -> Right | None:
    """What is said of a series between its name and a place; none where no figures are a pair."""
    start, behind, end = place
    part = sections.at(start)
    own = [one for one in text.figures_between(behind, end) if sections.at(one.start) == part]
    prices = _pair(text.text, own, ratio, start, behind, is_price=True)
    shares = _pair(text.text, own, ratio, start, behind, is_price=False)
    kind = kind_of(text.text[start:end])
    if not kind and not prices and is_one_yen(own) and _ABOUT_PRICE.search(text.text, max(0, start - 600), end):
        kind = "one_yen"
    if not prices and not shares and kind != "one_yen":
        return None
    name = text.text[start:behind]
    return Right(
        name, start, behind, prices, shares, kind, period_of(text, behind, end), face_value(text.text, own, kind)
    )


_ABOUT_RIGHTS = re.compile(r"新株予約権|acquisition rights|stock option|転換", re.IGNORECASE)


def _is_about_rights(text: str, place: int) -> bool:
    start = max(0, min(place - 40, text.rfind("\n", max(0, place - 200), place)))
    return _ABOUT_RIGHTS.search(text, start, place + 80) is not None


_UNITS = ("", "money", "shares")


def _pair(
    text: str,
    figures: Iterable[Figure],
    ratio: Fraction,
    start: int,
    end: int,
    *,
    is_price: bool,
    is_named: bool = False,
) -> tuple[Figure, Figure] | None:
    """Two neighbouring figures that the ratio joins, in the order of their columns; none where two pairs differ."""
    other = "shares" if is_price else "money"
    own = [one for one in figures if one.unit in _UNITS and (one.unit != other)]
    if is_price and any(one.unit == "money" for one in own):
        own = [one for one in own if one.unit == "money"]
    lead = text[max(0, start - 600) : end + 200]
    is_named = is_named or bool((_ABOUT_PRICE if is_price else _ABOUT_SHARES).search(lead))
    unit = "money" if is_price else "shares"
    fits = is_pair_of_prices if is_price else is_pair_of_shares
    named = [(a, b) for a, b in pairwise(own) if is_named or a.unit == b.unit == unit]
    found = [(a, b) for a, b in named if fits(text, a, b, ratio)]
    if not found and has_reversed_columns(text, start):
        found = [(b, a) for a, b in named if fits(text, b, a, ratio)]
    return found[0] if len({(a.value, b.value) for a, b in found}) == 1 else None


# -- rows of tables without the name of a series


_OF_PRICE = re.compile(r"(?:の|:|\s)?(?:行使価額|転換価額|調整前|変更前|\()+$")
_NAME = re.compile(r"[^\S\n]*(?:[-・*]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)?(?P<name>[^\n\t:]{3,90}?)(?=\s*:|\t| {2,}|\s*$)")


def _lines(text: Tokens, sections: Sections, ratio: Fraction, known: Sequence[Right]) -> Iterator[Right]:
    """Lines that begin with words and hold a pair of prices, below a head that names such prices."""
    taken = {figure.start for one in known for pair in (one.prices, one.shares) if pair for figure in pair}
    heads = [match.start() for match in _ABOUT_PRICE.finditer(text.text)]
    place = 0
    for line in text.text.splitlines(keepends=True):
        start, place = place, place + len(line)
        nearest = bisect_left(heads, place)
        is_headed = nearest > 0 and start - heads[nearest - 1] < 700
        part = sections.at(start)
        own = text.figures_between(start, place)
        if part in (OTHER, DIVIDENDS) or not (is_headed or part == OPTIONS) or len(own) < 2:
            continue
        prices = _pair(text.text, own, ratio, start, start, is_price=True)
        name = _NAME.match(text.text, start, prices[0].start if prices else start)
        if not prices or not name or prices[0].start in taken or not re.search(r"[A-Za-zぁ-龠]{2}", name["name"]):
            continue
        is_each = _PER_RIGHT.search(text.text, max(0, start - 700), start) is not None
        shares = _pair(text.text, own, ratio, start, start, is_price=False, is_named=True) if is_each else None
        kind = kind_of(line)
        words = _OF_PRICE.sub("", " ".join(name["name"].split()))
        yield Right(
            words, name.start("name"), name.end("name"), prices, shares,
            kind=kind if kind != "one_yen" else "", period=period_of(text, start, place),
        )  # fmt: skip


_SECURITY = re.compile(
    r"(?P<name>(?:[A-Za-z0-9][\w%-]* ){0,4}?(?:warrants?|options?|rights|notes?|bonds?|debentures?))\b", re.IGNORECASE
)


def _sentences(text: Tokens, sections: Sections, ratio: Fraction, known: Sequence[Right]) -> Iterator[Right]:
    """English sentences that name a security and state one pair of its prices."""
    taken = {figure.start for one in known for figure in one.prices or ()}
    for match in _ABOUT_PRICE.finditer(text.text):
        start, end = sentence_span(text.text, match.start(), match.end())
        own = text.figures_between(start, end)
        name = _SECURITY.search(text.text, start, end)
        prices = _pair(text.text, own, ratio, match.start(), match.end(), is_price=True, is_named=True)
        if sections.at(start) in (OTHER, DIVIDENDS) or not name or not prices or prices[0].start in taken:
            continue
        if all(one.unit == "money" for one in prices):
            taken |= {one.start for one in prices}
            yield Right(" ".join(name["name"].split()), name.start("name"), name.end("name"), prices)
