"""Counts that the ratio of the event joins, whatever words stand beside them: before, added and after."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from .candidate import Candidate
from .numbers import Figure
from .paths import AUTHORIZED_COUNTS, INCREASE, ISSUED_COUNTS
from .sections import ARTICLES, MAIN, Sections
from .tokens import Tokens

#: So many counts, and characters between them, can belong together.
_NEIGHBOURS, _REACH = 8, 500
_LEAST = 500
_AUTHORIZED = re.compile(
    r"authori[sz]|issuable|(?:may|can|could) be issued|発行可能|発行する株式の総数|授権", re.IGNORECASE
)
_ISSUED = re.compile(
    r"issued|outstanding|in issue|発行済|株式数|\b(?:ordinary|common) (?:shares|stock)[^\n]{0,20}$", re.IGNORECASE
)
_TO_BE = re.compile(r"to\s+be\s+issued|発行する株式", re.IGNORECASE)
_NOT_SHARES = re.compile(
    r"treasury|options?\b|warrants?\b|\brights?\b|prefer|class [b-z]\b|\bAD[RS]s?\b|depositary|convert|underlying|voting|holders?\b (?:number|totall?)"
    r"|average|予約権|自己株式|優先|種株|議決権|潜在|取得|消却|期中|千株|ご所有|[所保]有株式?数|お手元|持株数|お預り",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"before (?:the )?correction|訂正前|incorrect|誤", re.IGNORECASE)
_BREAK = re.compile(r"。|[.;]\s|\n\s*\n")
_SIDES = re.compile(
    r"(?:before|pre-?)[^\n]{0,40}(?:after|post-?)|(?:split|consolidation|変更|分割|併合)前[^\n]{0,40}後", re.IGNORECASE
)


def joined_by_ratio(text: Tokens, sections: Sections, ratio: Fraction) -> Iterator[Candidate]:
    """Issued shares before, added and after, and authorised ones, where the arithmetic of the event leaves no doubt."""
    counts = [
        one
        for one in text.figures
        if one.is_count and one.value >= _LEAST and sections.at(one.start) in (MAIN, ARTICLES)
    ]
    sums, pairs = list(_sums(counts, ratio)), list(_pairs(counts, ratio))
    issued: list[tuple[Figure, ...]] = [one for one in sums if _is_issued(text.text, one, sections)]
    if not issued:
        issued = [one for one in pairs if _is_issued(text.text, one, sections) and _is_named(text.text, one)]
    yield from _agreed(issued, ISSUED_COUNTS if len(issued and issued[0]) == 3 else ISSUED_COUNTS[::2])
    known = {one.value for found in issued for one in found}
    allowed = [
        (a, b)
        for a, b in pairs
        if _AUTHORIZED.search(_clause(text.text, a, b))
        and not _NOT_SHARES.search(_clause(text.text, a, b))
        and not _STRUCK.search(text.text[max(0, a.start - 160) : a.start])
        and not _names_both(text, a, b)
    ]
    yield from _agreed([pair for pair in allowed if not known & {one.value for one in pair}], AUTHORIZED_COUNTS)


def _names_both(text: Tokens, *figures: Figure) -> bool:
    """Whether the words before figures, up to the figure before them, name issued shares too, or no authorised ones."""
    start = min(one.start for one in figures)
    lead = max((one.end for one in text.figures if one.is_count and one.end <= start), default=0)
    words = text.text[max(lead, start - 200) : start]
    named = text.text[max(lead, start - 200) : max(one.start for one in figures)]
    is_named = _AUTHORIZED.search(named) is not None
    return ("発行済" in words and is_named) or ("発行" in named and not is_named)


def _agreed(found: Sequence[tuple[Figure, ...]], paths: Sequence[str]) -> Iterator[Candidate]:
    """The values of places that all say the same; nothing where they differ."""
    if len({tuple(one.value for one in place) for place in found}) == 1:
        for path, figure in zip(paths, found[0], strict=True):
            count = int(figure.value)
            sign = -1 if path == INCREASE and found[0][0].value > found[0][-1].value else 1
            yield Candidate(path, sign * count, figure.start, figure.end, 2)


def _near(counts: Sequence[Figure], n: int) -> list[Figure]:
    return [one for one in counts[n + 1 : n + _NEIGHBOURS] if one.start - counts[n].end < _REACH]


def _sums(counts: Sequence[Figure], ratio: Fraction) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Before, change and after among neighbours: exact in their sum, and by the ratio."""
    for n, first in enumerate(counts):
        near = _near(counts, n)
        for k, second in enumerate(near):
            for third in near[k + 1 :]:
                yield from _ordered((first, second, third), ratio)


def _ordered(three: tuple[Figure, Figure, Figure], ratio: Fraction) -> Iterator[tuple[Figure, Figure, Figure]]:
    a, b, c = sorted(three, key=lambda one: (one.value, one.start))
    if a.value + b.value != c.value:
        return
    for before, change, after in ((a, b, c), (b, a, c)) if ratio > 1 else ((c, a, b), (c, b, a)):
        if follows_exactly(before.value, after.value, ratio):
            yield before, change, after
            return


def _pairs(counts: Sequence[Figure], ratio: Fraction) -> Iterator[tuple[Figure, Figure]]:
    """Before and after that stand close to each other."""
    for n, first in enumerate(counts):
        for second in _near(counts, n)[:3]:
            if second.start - first.end < 200:
                for before, after in ((first, second), (second, first)):
                    if follows_exactly(before.value, after.value, ratio):
                        yield before, after


def follows_exactly(before: Fraction, after: Fraction, ratio: Fraction) -> bool:
    """Whether a count is another one times the ratio, but for a share that rounding takes or adds."""
    return abs(after - before * ratio) < 1


def _clause(text: str, *figures: Figure) -> str:
    """The words of the sentence or the lines that hold figures."""
    start, end = min(one.start for one in figures), max(one.end for one in figures)
    lead = _BREAK.split(text[max(0, start - 200) : start])[-1].split("\n")[-1]
    rest = _BREAK.split(text[end : end + 60])[0].split("\n")[0]
    return lead + text[start:end] + rest


def _is_issued(text: str, found: Sequence[Figure], sections: Sections) -> bool:
    clause = _clause(text, *found)
    above = text[max(0, min(one.start for one in found) - 160) : min(one.start for one in found)]
    in_main = all(sections.at(one.start) == MAIN for one in found)
    return in_main and not any(
        words.search(place) for words, place in ((_AUTHORIZED, clause), (_NOT_SHARES, clause), (_STRUCK, above))
    )


def _is_named(text: str, found: Sequence[Figure]) -> bool:
    """Whether a pair is said to be of issued shares: in its sentence, or in a row under the two sides of a table."""
    clause, start = _clause(text, *found), min(one.start for one in found)
    sentence = _BREAK.split(text[max(0, start - 200) : start])[-1] + clause
    if _TO_BE.search(sentence) or _AUTHORIZED.search(sentence):
        return False
    if _ISSUED.search(clause):
        lines = text[max(0, start - 300) : start].split("\n")[-5:]
        row = lines[-1].strip()
        return not row.lower().startswith(("ordinary", "common")) or bool(_SIDES.search("\n".join(lines[:-1])))
    return False
