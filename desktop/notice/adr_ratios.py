"""What a text says that so many ADRs are: so many shares, before the change and after it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..domain.record import record
from .adr_ways import (
    ADRS_FIRST,
    BARE_NUMBERS,
    FROM_TO,
    JA_ADRS_FIRST,
    JA_NUMBER_FIRST,
    JA_SHARES_FIRST,
    SHARES_FIRST,
    THEN,
)
from .numbers import ratio_number
from .phrases import around
from .tokens import DATE_MARK

_FRACTION_WORDS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip


@record(frozen=True)
class Statement:
    """So many ADRs are so many shares, as a place of the text says."""

    adrs: int
    shares: int
    start: int
    end: int
    side: str  # "old", "new", or nothing where the words around do not say

    @property
    def value(self) -> Fraction:
        """Shares per ADR."""
        return Fraction(self.shares, self.adrs)


#: A ratio stands not farther from the name of the ADRs.
_REACH = 300
_NAMED = re.compile(r"AD[RS]|deposit[ao]ry|預託", re.IGNORECASE)


def statements(text: str) -> list[Statement]:
    """Every ratio of ADRs to shares in a folded text."""
    found = list[Statement]()
    parts = around(text, _NAMED, _REACH)
    if not parts:
        return found
    found += _from_to(text)
    for words, is_adrs_first in (
        (ADRS_FIRST, True), (SHARES_FIRST, False), (JA_NUMBER_FIRST, True), (JA_ADRS_FIRST, True), (JA_SHARES_FIRST, False), (BARE_NUMBERS, True),
    ):  # fmt: skip
        for match in (match for part in parts for match in words.finditer(text, *part)):
            one = _statement(match, text, is_adrs_first=is_adrs_first)
            if one is not None and not any(other.start < one.end and one.start < other.end for other in found):
                found += [one, *(_then(one, match, text) if words is ADRS_FIRST else ())]
    return sorted(found, key=lambda one: one.start)


def _from_to(text: str) -> Iterator[Statement]:
    for match in FROM_TO.finditer(text):
        is_shares_first = re.search(r"(?:shares?|ORDs?)\s?(?:to|:|per|/)\s?(?:[a-z]+ )?[AG]D", match[0], re.IGNORECASE)
        for side, first in (("old", 1), ("new", 3)):
            adrs, shares = (_amount(match[first + n]) for n in ((1, 0) if is_shares_first else (0, 1)))
            if adrs and shares:
                yield _of_amounts(adrs, shares, match, side)


def _then(one: Statement, before: re.Match[str], text: str) -> Iterator[Statement]:
    """What the same ADRs are from then on."""
    match, adrs = THEN.match(text, one.end), _amount(before[1])
    shares = _amount(match[1]) if match else None
    if match and adrs and shares and not _NAMED.search(text, one.end, match.end() + 20):
        yield _of_amounts(adrs, shares, match, "new")


def _statement(match: re.Match[str], text: str, *, is_adrs_first: bool) -> Statement | None:
    first, last = _amount(match[1]), _amount(match[2]) if match[2] else Fraction(1)
    if not first or not last:
        return None
    adrs, shares = (first, last) if is_adrs_first else (last, first)
    return _of_amounts(adrs, shares, match, _side(text, match))


def _of_amounts(adrs: Fraction, shares: Fraction, match: re.Match[str], side: str) -> Statement:
    ratio = shares / adrs
    if adrs.denominator == 1 == shares.denominator:
        return Statement(int(adrs), int(shares), match.start(), match.end(), side)
    return Statement(ratio.denominator, ratio.numerator, match.start(), match.end(), side)


def _amount(written: str | None) -> Fraction | None:
    if written is None or re.fullmatch(r"an?|(?:a )?single|each|every", written.strip(), re.IGNORECASE):
        return Fraction(1)
    plain = written.strip().lower()
    parts = re.fullmatch(r"(\d+)/(\d+)", plain) or None
    japanese = re.fullmatch(r"(\d+)分の(\d+)", plain)
    if parts or japanese:
        over, under = (parts[1], parts[2]) if parts else (japanese[2], japanese[1]) if japanese else ("0", "0")
        return Fraction(int(over), int(under)) if int(under) else None
    head, _, word = re.sub(r"\s+", "-", plain).rpartition("-")
    under_word = _FRACTION_WORDS.get(word) or _FRACTION_WORDS.get(word.removesuffix("s"))
    if head and under_word:
        over_value = ratio_number(head)
        return over_value / under_word if over_value else None
    return ratio_number(plain)


_OLD = re.compile(
    r"current|existing|before|until|formerly|hitherto|at present|\bold\b|\bfrom\b|until now|previous|prior|present(?!ing)|変更前|現行|現在|従前|\bwas\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\bnew\b|after|with effect from|effective|from (?:[A-Za-z]+,? )?{DATE_MARK}|\bto\b|so that|revised|will be changed|変更後|新比率|新しい|以降",
    re.IGNORECASE,
)


#: What the words between the two numbers say of the time.
_WILL = re.compile(r"\b(?:will|shall|would|thereafter|henceforth)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:currently|presently|at\s+present|now)\b", re.IGNORECASE)


_BEHIND = re.compile(r"[ \t]?[,(]?[ \t]?(?:before|prior to|until|after|following)\b", re.IGNORECASE)


def _side(text: str, match: re.Match[str]) -> str:
    """The last word before a ratio that tells old from new."""
    if _WILL.search(match[0]) or _NOW.search(match[0]):
        return "new" if _WILL.search(match[0]) else "old"
    behind = _BEHIND.match(text, match.end())
    if behind:
        return "old" if _OLD.search(behind[0]) else "new"
    lead = text[max(0, match.start() - 60) : match.start()]
    lead = re.split(r"。|\n\s*\n|[.;]\s", lead)[-1]
    places = [
        (max((m.start() for m in words.finditer(lead)), default=-1), side)
        for words, side in ((_OLD, "old"), (_NEW, "new"))
    ]
    place, side = max(places)
    return side if place >= 0 else ""


def sides(found: Sequence[Statement]) -> tuple[Statement | None, Statement | None]:
    """The ratio before and the ratio after: two different ones, by their words, else by their order."""
    different = list[Statement]()
    for one in found:
        if one.value not in [other.value for other in different]:
            different.append(one)
    match different:
        case [first, last]:
            is_turned = (first.side == "new" and last.side != "new") or (last.side == "old" and first.side != "old")
            return (last, first) if is_turned else (first, last)
        case [only] if only.side == "old":
            return only, None
        case [only] if only.side == "new":
            return None, only
    return None, None
