"""Stock acquisition rights: what each series had before the split and has after it, held against the ratio."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

from ..domain.record import record
from .numbers import Figure
from .sections import OPTIONS, Sections
from .tokens import Tokens

_SERIES = re.compile(
    r"(?:\d{4}年度?)?第\s?\d{1,3}\s?回(?:\s?[A-Z一-龠0-9()-]{0,20}?)?(?:新株予約権|ストック・?オプション)?(?:\([^()\n]{1,12}\))?"
    r"|\b\d{1,3}(?:st|nd|rd|th)\s+(?:series(?:\s+of)?\s*)?(?:(?:stock|share)\s+acquisition\s+rights|series)?"
    r"|\bseries\s+(?:no\.?\s*)?\d{1,3}\b|[^\n.。、,]{0,40}(?:転換社債型新株予約権付社債|convertible bonds[^\n,.]{0,20})",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:第\s?(\d{1,3})\s?回(?:新株予約権)?\s?(?:から|乃至|ないし|~|-)\s?第?\s?(\d{1,3})\s?回"
    r"|(?:from\s+)?(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\s+(?:series\s+)?(?:to|through|-)\s+(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\s+series)",
    re.IGNORECASE,
)
_ABOUT_PRICE = re.compile(r"行使価額|転換価額|払込金額|exercise\s+price|conversion\s+price", re.IGNORECASE)
_ABOUT_SHARES = re.compile(
    r"(?:目的|付与)[^\n。]{0,14}株式|付与株式数|number\s+of\s+shares|shares\s+to\s+be\s+issued|shares\s+per",
    re.IGNORECASE,
)
_MOST = 60


@record(frozen=True)
class Right:
    """A series: its name, and figures before and after with their places; `kind` is price or shares."""

    name: str
    start: int
    end: int
    prices: tuple[Figure, Figure] | None = None
    shares: tuple[Figure, Figure] | None = None


def rights(text: Tokens, sections: Sections, ratio: Fraction | None) -> list[Right]:
    """The series of a text whose figures before and after are a pair by the ratio of the event."""
    if ratio is None:
        return []
    spans = list(_spans(text, ratio))
    return spans or list(_rows(text, sections, ratio))[:_MOST]


def _spans(text: Tokens, ratio: Fraction) -> Iterator[Right]:
    """Series that share their figures: from the first to the tenth, from 200 to 400 shares each."""
    for match in _SPAN.finditer(text.text):
        near = [figure for figure in text.figures if match.end() <= figure.start < match.end() + 250][:6]
        pair = next(((a, b) for a, b in pairwise(near) if _is_pair_of_shares(a, b, ratio)), None)
        first, last = (int(number) for number in match.groups() if number)
        if pair and first < last <= first + _MOST:
            for number in range(first, last + 1):
                name = f"第{number}回" if match[0].startswith("第") else _ordinal(number)
                yield Right(name, match.start(), match.end(), shares=pair)
            return


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
    seen = dict[str, Right]()
    for n, match in enumerate(names):
        end = names[n + 1].start() if n + 1 < len(names) else match.end() + 200
        own = [
            f
            for f in text.figures
            if match.end() <= f.start < min(end, match.end() + 200)
            and sections.at(f.start) == sections.at(match.start())
            and f.unit in ("", "money", "shares")
        ]
        prices = _pair(text.text, own, ratio, match, is_price=True)
        shares = _pair(text.text, own, ratio, match, is_price=False)
        name = " ".join(match[0].split()).strip(" ,.:(")
        if (prices or shares) and name not in seen:
            seen[name] = Right(name, match.start(), match.end(), prices, shares)
        elif (prices or shares) and name in seen:
            old = seen[name]
            seen[name] = Right(name, old.start, old.end, old.prices or prices, old.shares or shares)
    yield from seen.values()


def _is_about_rights(text: str, place: int) -> bool:
    return bool(
        re.search(
            "新株予約権|acquisition rights|stock option|転換", text[max(0, place - 40) : place + 80], re.IGNORECASE
        )
    )


def _pair(
    text: str, own: Sequence[Figure], ratio: Fraction, name: re.Match[str], *, is_price: bool
) -> tuple[Figure, Figure] | None:
    """Two neighbouring figures that the ratio joins; none where two pairs differ."""
    fits = _is_pair_of_prices if is_price else _is_pair_of_shares
    lead = text[max(0, name.start() - 600) : name.end() + 200]
    is_named = (_ABOUT_PRICE if is_price else _ABOUT_SHARES).search(lead)
    unit = "money" if is_price else "shares"
    found = [(a, b) for a, b in pairwise(own) if fits(a, b, ratio) and (is_named or a.unit == b.unit == unit)]
    return found[0] if len({(a.value, b.value) for a, b in found}) == 1 else None


def _is_pair_of_prices(before: Figure, after: Figure, ratio: Fraction) -> bool:
    if "shares" in (before.unit, after.unit) or before.value == after.value or before.value < 20:
        return False
    return abs(after.value - before.value / ratio) < 1 and after.value > 0


def _is_pair_of_shares(before: Figure, after: Figure, ratio: Fraction) -> bool:
    if "money" in (before.unit, after.unit) or before.value.denominator != 1 or before.value == after.value:
        return False
    if before.value < 10 and "shares" not in (before.unit, after.unit):
        return False
    return after.value in (before.value * ratio, floor(before.value * ratio)) and after.value > 0
