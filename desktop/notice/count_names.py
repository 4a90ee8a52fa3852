"""Counts in English words: which of them are of issued shares and which of authorised ones, by the words nearest to each."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..domain.record import record
from .arithmetic import follows_exactly
from .candidate import Candidate
from .numbers import Figure
from .paths import AFTER, AUTHORIZED_COUNTS, ISSUED
from .sections import ARTICLES, MAIN, Sections
from .spans import line_around
from .tokens import Tokens

_AUTHORIZED = re.compile(
    r"authori[sz]|issuable|(?:may|can|could) (?:be )?issued?\b|\bceiling|\bmaximum\b|upper limit|articles (?:allow|permit)|available for issue",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"(?<!be )\bissued\b|outstanding|(?:in|on) issue\b|in (?:circulation|existence)|\bo/s\b|paid-up",
    re.IGNORECASE,
)
#: Of issued shares where nothing says that they are authorised ones.
_SHARES = re.compile(
    r"share capital|capital stock|share count|\btotal (?:number of )?shares|number of (?:[a-z]+ ){0,2}shares",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"treasury|\bown shares|options?\b|warrants?\b|\brights?\b|prefer|class [b-z]\b|\bAD[RS]s?\b|depositary|convert|underlying|vot(?:es?|ing)\b|holders\b"
    r"|average|repurchas|bought|acqui|retire|cancel|\blots?\b|trading unit|per unit|fraction|par value|nominal|price|resolution|prox(?:y|ies)",
    re.IGNORECASE,
)
_END = re.compile(r"(?<!\.)[.;](?=\s)|\n\s*\n")
_TAIL = re.compile(r"[^,.;()\n\d]{0,60}")
_UNCHANGED = re.compile(
    r"\b(?:remain|stay)s?\b|unchanged|(?:not|nor|un)(?: be| been| being)? ?(?:changed?|affected|affect|increased?|reduced?|altered|adjusted)|no (?:increase|change|reduction|adjustment)|continues? to be|the same\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:\bpre-|before)[^\n]*(?:\bpost-|after)", re.IGNORECASE)
_ROUGHLY = re.compile(r"approximately|about|around|million|billion|roughly", re.IGNORECASE)
_IT = re.compile(r"\s*(?:It|They|This|These)\b")
_BRACKETS = re.compile(r"\([^()]*\)|^[^()]*\)")
#: What follows is a difference.
_BY = re.compile(r"\bby\s+(?:approximately |about |up to )?$", re.IGNORECASE)
#: A row that names nothing but the class of the shares.
_PLAIN = re.compile(r"\W*(?:fully paid )?(?:(?:ordinary|common) )?(?:shares?|stock)(?: \(\w+\))?\W*", re.IGNORECASE)
_LEAST, _MOST_LINES, _CLOSE = 500, 6, 40
_PATHS = {
    "issued": (ISSUED, AFTER),
    "authorized": AUTHORIZED_COUNTS,
}


@record(frozen=True)
class Count:
    """A count of shares and what it is said to be of: issued, authorized, or nothing that is known."""

    figure: Figure
    kind: str


def by_names(text: Tokens, sections: Sections, ratio: Fraction) -> Iterator[list[Candidate]]:
    """Counts of the same kind that the ratio joins, and an authorised total that is said not to change."""
    counts = list(named_counts(text, sections))
    for kind, paths in _PATHS.items():
        own = [one.figure for one in counts if one.kind == kind]
        pair = _only_pair(own, ratio, text.text)
        if pair:
            yield [_candidate(path, figure) for path, figure in zip(paths, pair, strict=True)]
        elif kind == "authorized" and len({one.value for one in own}) == 1 and _is_kept(text.text, own):
            yield [_candidate(path, own[0]) for path in paths]


def _candidate(path: str, figure: Figure) -> Candidate:
    return Candidate(path, int(figure.value), figure.start, figure.end, 2)


def named_counts(text: Tokens, sections: Sections) -> Iterator[Count]:
    """The counts of a text, each with its kind."""
    found = [one for one in text.figures if one.is_count and one.value >= _LEAST]
    before: Count | None = None  # the last one of a known kind
    for n, figure in enumerate(found):
        if sections.at(figure.start) not in (MAIN, ARTICLES):
            before = None
            continue
        begin = found[n - 1].end if n else 0
        kind = _kind(text.text, figure, begin)
        if _BY.search(text.text, max(0, figure.start - 24), figure.start):
            kind = ""
        if kind is None and before is not None and _is_same_sentence(text.text, before.figure, figure):
            kind = before.kind
        if kind is None:
            kind = _of_heading(text.text, figure)
        if kind is None and sections.at(figure.start) == ARTICLES:
            kind = "authorized"
        one = Count(figure, kind or "")
        before = one if kind else before
        yield one


def _kind(text: str, figure: Figure, begin: int) -> str | None:
    """The kind that the words between the count before and a count say, or those right behind it; none if they are silent."""
    lead = text[max(begin, figure.start - 200) : figure.start]
    *before, lead = _END.split(lead)
    if before and _IT.match(lead):
        lead = " ".join(before[-2:]) + lead
    line = lead.split("\n")[-1]
    lead = line if re.search(r"[A-Za-z]{3}", line) and not re.match(r"\s*[a-z(]", line) else lead
    tail = _TAIL.match(text, figure.end)
    for words in (lead, tail[0] if tail else ""):
        kind = _said(words)
        if kind is not None:
            return kind
    return None


def _said(words: str) -> str | None:
    words = " ".join(_BRACKETS.sub(" ", words).split())
    allowed, issued, other = (_last(phrase, words) for phrase in (_AUTHORIZED, _ISSUED, _OTHERS))
    if allowed is None and issued is None:
        issued = _last(_SHARES, words)
    if other is not None and other > max(allowed or 0, issued or 0) - _CLOSE:
        return ""
    if allowed is None and issued is None:
        return "issued" if _PLAIN.fullmatch(words) else None
    if allowed is None or issued is None:
        return "issued" if allowed is None else "authorized"
    is_to_be = re.search(
        r"authori[sz]ed (?:[a-z]+ ){0,3}to (?:be )?issued?|authori[sz]ed (?:but|and) unissued|authori[sz]ed (?:share )?capital",
        words,
        re.IGNORECASE,
    )
    return "authorized" if is_to_be or allowed > issued else "issued"


def _last(words: re.Pattern[str], text: str) -> int | None:
    return max((match.start() for match in words.finditer(text)), default=None)


def _is_same_sentence(text: str, first: Figure, second: Figure) -> bool:
    between = text[first.end : second.start]
    if len(between) > 160 or _END.search(between) or re.search(r"\n.*[A-Z]", between):
        return False
    return "\n" not in between or re.search(r"\n\s*[a-z]|(?:to|from|and)\s*$", between) is not None


def _of_heading(text: str, figure: Figure) -> str | None:
    """The kind that the nearest line above without a count names, where the line of the count names none."""
    *lines, own = text[max(0, figure.start - 400) : figure.start].split("\n")
    if not re.search(r"[A-Za-z]{2}", own):
        return None
    for line in reversed(lines[-_MOST_LINES:]):
        if len(line) < 80 and not re.search(r"\d,\d{3}", line):
            kind = _said(line)
            if kind is not None:
                return kind
    return None


def _only_pair(own: Sequence[Figure], ratio: Fraction, text: str) -> tuple[Figure, Figure] | None:
    """The one pair of different values that the ratio joins; none where there are several, or others that differ."""
    values = {one.value: one for one in reversed(own)}
    fit = [(a, b) for a in values for b in values if a != b and follows_exactly(a, b, ratio)]
    if not fit and ratio < 1:  # what is left of the holdings of each is dropped
        fit = [(a, b) for a in values for b in values if a > b and 0 <= a * ratio - b <= b / 10_000]
    if not fit:
        rough = {value for value, one in values.items() if _ROUGHLY.search(text, max(0, one.start - 20), one.end + 10)}
        fit = [(a, b) for a in rough for b in rough if a != b and abs(b - a * ratio) <= b / 100]
    return (values[fit[0][0]], values[fit[0][1]]) if len(fit) == 1 else None


def _is_kept(text: str, own: Sequence[Figure]) -> bool:
    """Whether a total is said to stay as it is, in its sentence or right behind it."""
    return any(_UNCHANGED.search(_around(text, one)) or _stands_on_both_sides(text, one) for one in own)


def _stands_on_both_sides(text: str, figure: Figure) -> bool:
    """Whether a line states the same total before and after."""
    line = line_around(text, figure.start, figure.end)
    return line.count(text[figure.start : figure.end]) > 1 and _BOTH.search(line) is not None


def _around(text: str, figure: Figure) -> str:
    lead = re.split(r"\.\s|\n\s*\n", text[max(0, figure.start - 160) : figure.start])[-1]
    return lead + re.split(r"\.\s|\n\s*\n", text[figure.end : figure.end + 120])[0]
