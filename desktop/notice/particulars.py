"""Particulars of the shares: those held in treasury, the trading unit, and whether a general meeting decides."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from .candidate import Candidate
from .listing import listing
from .numbers import Figure
from .paths import BY_MEETING, CODE, ISSUED, TREASURY, UNIT, UNIT_AFTER
from .tokens import D, N, Tokens

_LARGEST_UNIT = 10_000


def particulars(text: Tokens, taken: Mapping[str, Candidate], ratio: Fraction | None) -> list[Candidate]:
    """What a text says besides of treasury shares, trading units, the meeting and the listing."""
    found = (*_treasury(text, taken, ratio), *_units(text), *_by_meeting(text), *listing(text.text, taken.get(CODE)))
    return [one for one in found if one.path not in taken]


# -- treasury shares

_HELD = re.compile(
    rf"自己株式(?:の)?(?:数|株式数)?\s?(?:\([^()\d]{{0,24}}\))?(?:[:は]|の数は|として|\s)?、?\s?\(?(?:{D}(?:現在|時点)?の?)?、?\s?(?:普通株式)?\s?({N})"
    rf"|treasury\s+(?:shares|stock)(?:\s+(?:held|remaining|owned)[^.\n:{D}]{{0,40}}?)?(?:\s+\(?(?:as\s+(?:of|at)|at)\s+{D}\)?)?\s?(?:was|is|were|are|of|:)?\s?({N})"
    rf"|({N})[^\S\n]+(?:of\s+)?(?:treasury\s+(?:shares|stock)|(?:are\s+)?held\s+(?:in|as)\s+treasury)",
    re.IGNORECASE,
)
_OF_TREASURY = re.compile(
    rf"({N})\s+of\s+treasury\s+(?:stock|shares)|including\s+({N})\s+(?:of\s+)?treasury", re.IGNORECASE
)
_MOVED = re.compile(
    r"取得|処分|消却(?!後)|買付|交付|retire(?!ment:)|cancel|repurchas|acqui|dispos|buy-?back|purchase", re.IGNORECASE
)
_REMAINING = re.compile(r"消却後|remaining|残(?:る|存)", re.IGNORECASE)
_SIGNS = re.compile(r"[。;\n]|\.\s")


def _treasury(text: Tokens, taken: Mapping[str, Candidate], ratio: Fraction | None) -> Iterator[Candidate]:
    """Treasury shares; of two numbers that the ratio joins the one before the event."""
    found = dict[int, Figure]()
    for words in (_HELD, _OF_TREASURY):
        for match in words.finditer(text.shape):
            figure = text.figure_at(match.start(match.lastindex or 0))
            if figure and figure.is_count and not _is_moved(text.text, match):
                found.setdefault(int(figure.value), figure)
    if ratio is not None:
        found = {count: one for count, one in found.items() if not _follows(count, found, ratio)}
    issued = taken[ISSUED].value if ISSUED in taken else None
    if len(found) == 1:
        count, figure = next(iter(found.items()))
        if not isinstance(issued, int) or count < issued:
            yield Candidate(TREASURY, count, figure.start, figure.end)


def _is_moved(text: str, match: re.Match[str]) -> bool:
    """Whether the words around are of shares that are bought, sold or cancelled."""
    lead = _SIGNS.split(text[max(0, match.start() - 50) : match.start()])[-1]
    behind = text[match.end() : match.end() + 12].split("\n", 1)[0]
    said = lead + text[match.start() : match.end()] + behind
    return bool(_MOVED.search(said)) and not _REMAINING.search(said)


def _follows(count: int, others: Mapping[int, Figure], ratio: Fraction) -> bool:
    return any(other != count and abs(count - other * ratio) < 1 for other in others)


# -- the trading unit

_CHANGE = re.compile(
    rf"(?:単元株式数|売買単位|1単元(?:の株式数)?|単元株式の数)(?:\([^()]{{0,20}}\))?(?:を|は)、?(?:現行の?|現在の?)?\s?({N})から、?({N})(?:に|へ|と)"
    rf"|(?:単元株式数|売買単位)[^。\n{N}]{{0,12}}?変更前\s?:?\s?({N})[^。\n{N}]{{0,12}}変更後\s?:?\s?({N})"
    rf"|(?:(?:shares|stock)\s+(?:constituting|per|in)\s+(?:one|a|each)\s+(?:trading\s+|share\s+)?unit|(?:trading|share)\s+units?|unit\s+of\s+shares)"
    rf"[^.\n{N}]{{0,80}}?\bfrom\s+({N})(?:\s+shares)?\s+to\s+({N})"
    rf"|\bunit,\s+(?:now|currently|at\s+present)\s+({N}),?\s+(?:will|shall|is\s+to)\s+(?:consist\s+of|be|become|comprise)\s+({N})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf"当会社の(?:1単元の株式数|単元株式数)は、?\s?({N})とする")
_ADOPTED = re.compile(
    r"単元株制度(?:の|を)?(?:採用|導入)(?!して|済|し、?(?:て|現在))|単元株(?:制度)?を採用(?:いた)?し|(?:adopt|introduc)[a-z]*\s+(?:of\s+)?(?:a\s+|the\s+)?(?:share\s+|trading\s+)?unit\s+(?:share\s+)?system",
    re.IGNORECASE,
)
_ADOPTED_BEFORE = re.compile(r"単元株制度を(?:採用|導入)して")
_NEW = re.compile(
    rf"単元株式数(?:を|は)、?\s?({N})\s?と(?!する定め)|({N})(?:を|をもって)1単元|1単元(?:の株式数)?(?:を|は)、?\s?({N})\s?と(?!する定め)"
    rf"|({N})[^.\n{N}]{{0,12}}(?:make\s+up|constitut(?:e|ing)|comprise|form)\s+(?:one|a)\s+(?:trading\s+|share\s+)?unit"
    rf"|(?:one|a|each)\s+unit\s+(?:shall\s+be|will\s+be|consist(?:s|ing)\s+of|of|comprises)\s+({N})",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"単元株式数\s?(?:[:は]|は、)?\s?\(?\s?({N})|(?:trading|share)\s+unit\s?(?:\(|:|is|of|remains(?:\s+at)?)\s?({N})|1単元\(({N})\)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"単元株式数の変更(?!は(?:あり|ござい|なく|行))|売買単位の(?:変更|くくり)|change\s+(?:in|of|to)\s+(?:the\s+)?(?:number\s+of\s+shares\s+constituting|trading\s+unit|share\s+unit)",
    re.IGNORECASE,
)


def _units(text: Tokens) -> Iterator[Candidate]:
    """The trading unit before and after; nothing where the places of the text differ."""
    pairs = {pair for match in _CHANGE.finditer(text.shape) if (pair := _figures(text, match, 2))}
    clauses = [figure for match in _CLAUSE.finditer(text.shape) for figure in _figures(text, match, 1)]
    if not pairs and len({one.value for one in clauses}) == 2 and len(clauses) == 2:
        pairs = {tuple(clauses)}
    values = {tuple(one.value for one in pair) for pair in pairs}
    if len(values) == 1:
        before, after = next(iter(pairs))
        if before.value != after.value:
            yield Candidate(UNIT, int(before.value), before.start, before.end)
            yield Candidate(UNIT_AFTER, int(after.value), after.start, after.end)
    elif not values:
        yield from _single_unit(text)


def _single_unit(text: Tokens) -> Iterator[Candidate]:
    """A unit that is new where there was none, or the one that stays."""
    adopted, is_past = _ADOPTED.search(text.shape), _ADOPTED_BEFORE.search(text.shape)
    words = (_NEW, _CLAUSE) if adopted or is_past else (_PRESENT, _CLAUSE)
    found = [figure for one in words for match in one.finditer(text.shape) for figure in _figures(text, match, 1)]
    if len({one.value for one in found}) != 1:
        return
    figure = found[0]
    if adopted and not is_past:
        yield Candidate(UNIT, 1, adopted.start(), adopted.end(), inferred=True)
        yield Candidate(UNIT_AFTER, int(figure.value), figure.start, figure.end)
    elif is_past or not _CHANGES.search(text.shape):
        yield Candidate(UNIT, int(figure.value), figure.start, figure.end)


def _figures(text: Tokens, match: re.Match[str], number: int) -> tuple[Figure, ...]:
    """The numbers of shares that a phrase names, if it names so many that can be units."""
    places = [match.start(n) for n in range(1, len(match.groups()) + 1) if match[n]]
    found = tuple(one for place in places if (one := text.figure_at(place)))
    fit = [
        one.unit in ("", "shares") and one.value.denominator == 1 and 0 < one.value <= _LARGEST_UNIT for one in found
    ]
    return found if len(found) == number and all(fit) else ()


# -- who decides

_MEETING = (
    re.compile(
        r"(?:株主)?総会(?![^。]{0,60}買増)[^。]{0,120}?(?:付議|諮)|総会[^。]{0,60}(?:承認|可決)[^。]{0,20}条件|総会決議(?:により|で|に基づき)[^。]{0,80}(?:発行可能株式|定款)"
    ),
    re.compile(
        r"(?:place\s+before|submit(?:ted)?\s+(?:\w+\s+){0,6}?to|propos[a-z]+\s+(?:\w+\s+){0,4}?(?:to|at)|subject\s+to[^.]{0,40}?(?:approval|resolution|adoption)[^.]{0,30}?(?:at|by|of))\s+"
        r"[^.]{0,60}?(?:general\s+meeting|annual\s+meeting|meeting\s+of\s+(?:share|stock)holders|(?:share|stock)holders)",
        re.IGNORECASE,
    ),
)
_EVENT = re.compile(r"分割|併合|定款|発行可能株式|split|consolidat|articles|標記", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"剰余金|配当|取締役.{0,6}選任|自己株式|dividend|not\s+(?:be\s+)?(?:require|subject)|no\s+(?:share|stock)holder",
    re.IGNORECASE,
)


def _by_meeting(text: Tokens) -> Iterator[Candidate]:
    """That a general meeting decides on the event or the articles; nothing where the text says nothing of it."""
    for words in _MEETING:
        for match in words.finditer(text.text):
            start = max(text.text.rfind("。", 0, match.start()), text.text.rfind(". ", 0, match.start())) + 1
            end = min(place for place in (text.text.find("。", match.end()), match.end() + 200) if place >= 0)
            sentence = text.text[max(start, match.start() - 250) : end]
            if _EVENT.search(sentence) and not _OTHERWISE.search(sentence):
                yield Candidate(BY_MEETING, True, match.start(), match.end(), 3)
                return
