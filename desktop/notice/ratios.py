"""The ratio of a split or a consolidation, in every way in which announcements write it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..domain.record import record
from .numbers import IN_BRACKETS, RATIO_NUMBER, ratio_number
from .phrases import Phrase, around, in_small_letters
from .ratio_ways_en import WAYS_EN
from .spans import sentence_around

_N = rf"({RATIO_NUMBER}){IN_BRACKETS}"
_S = r"(?:普通)?株(?:式)?"
_BEGIN = r"(?<![\d.,/A-Za-z$¥€£-])(?<!\d:)"
_SPLIT_JA = (
    r"株式の?分割|(?<!会社)(?<!吸収)(?<!新設)分割|株[^。\n]{0,30}分け|無償交付|株式の?無償割り?当|株式を無償で割"
)
_SPLIT_EN = r"stock[ -]split|share[ -]split|stock dividend|\bsplit\b|sub-?divi(?:d|sion)"
_FREE_SHARES_EN = (
    r"(?:bonus|scrip) (?:issue|shares?)|issue of bonus|(?:gratis|gratuitous) (?:allotment|distribution)"
    r"|(?:allotment|distribution) of shares without|share dividend|free (?:share )?(?:distribution|allotment)"
)
SPLIT = re.compile(f"{_SPLIT_JA}|{_SPLIT_EN}|{_FREE_SHARES_EN}", re.IGNORECASE)
CONSOLIDATION = re.compile(
    r"併合|reverse (?:stock |share )?split|(?:share|stock) (?:consolidation|combination)|consolidat(?:e|ing|ion of) [^.\n]{0,30}(?:shares|capital|stock)"
    r"|(?:combined?|combination) (?:of|into|every|each)|consolidated (?:into|shares?)|(?<!scope of )(?<!basis of )(?<!principles of )\bconsolidation\b(?! (?:scope|adjust|subsid|account|method))", re.IGNORECASE,
)  # fmt: skip
_DEPOSITARY = re.compile(r"(?<![A-Za-z])AD[RS]s?(?![A-Za-z])|depositary|預託証券")
_NOT_OURS = re.compile(
    r"\bequals?\b|equivalent|same (?:economic )?effect|similar to|range|between|ranging|up to|not (?:less|more|greater|fewer) than|no (?:less|more) than|restated|reflecting|tak(?:es|ing) into account|のうち|いずれか|過去|前回|既に|"
    r"同等|previous\b|previously\b(?! announced)|formerly|in the past|adjusted for|考慮",
    re.IGNORECASE,
)


#: Whether a split is spoken of, and whether a consolidation.
Kinds = tuple[bool, bool]


@record(frozen=True)
class Ratio:
    """`old` shares become `new`, as a place of the text says; `weight` is how sure it is of being the event's."""

    old: Fraction
    new: Fraction
    start: int
    end: int
    weight: int

    @property
    def value(self) -> Fraction:
        """Shares after for each one before."""
        return self.new / self.old


@record(frozen=True)
class Way:
    """A way to write a ratio: `order` names its two numbers, or leaves their order to the word of the action."""

    order: str
    weight: int
    phrase: Phrase
    is_number_first: bool


def _way(order: str, weight: int, phrase: str) -> Way:
    words = Phrase(_BEGIN + phrase.replace(" ", r"\s+"))
    return Way(order, weight, words, phrase.startswith(_N))


_NUMBER = Phrase(_BEGIN + RATIO_NUMBER)


WAYS = (
    _way("old new", 3, rf"{_N}{_S}につき、?\s?(?:当社)?(?:普通株式)?{_N}{_S}(?!主)"),
    _way("old new", 3, rf"{_N}{_S}を、?\s?{_N}{_S}(?:に|と|の割合|へ)(?!つ)"),
    _way("old new", 3, rf"{_N}{_S}を、?[^。\n]{{0,30}}?(?:をもちまして|をもって|付け?で|日に)、?{_N}{_S}(?:に|へ)(?:分割|併合|いた)"),
    _way("old new", 2, rf"{_N}{_S}\s?(?:→|⇒)\s?{_N}{_S}"),
    _way("old new", 2, rf"{_N}{_S}が、?\s?{_N}{_S}(?:に|と)"),
    _way("free", 2, rf"{_N}\s?(?:対|:|→|⇒)\s?{_N}(?:株)?(?!\s?[AaPp]\.?[Mm])(?![\d:])"),
    _way("new", 1, rf"(?<!第)({RATIO_NUMBER})(?:株式)?分割"),
    *(_way(*way) for way in WAYS_EN),
)  # fmt: skip


#: A ratio stands not farther from a word of the event.
_EVENT = re.compile(f"{SPLIT.pattern}|{CONSOLIDATION.pattern}|ratio|比率|割合", re.IGNORECASE)
_REACH = 600


def ratios(text: str) -> Iterator[Ratio]:
    """The ratios that a folded text states of its shares."""
    is_split, is_consolidation = bool(SPLIT.search(_without_reverse(text))), bool(CONSOLIDATION.search(text))
    parts = around(text, _EVENT, _REACH)
    small = in_small_letters(text)
    numbers = [(match.start(), end) for start, end in parts for match in _NUMBER.finditer(text, small, start, end)]
    for way in WAYS:
        for match in _matches(way, (text, small), parts, numbers):
            found = _ratio(way, match, text, (is_split, is_consolidation))
            if found is not None:
                yield found


def _matches(
    way: Way, texts: tuple[str, str], parts: Sequence[tuple[int, int]], numbers: Sequence[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """Where a way stands in parts of a text; one that begins with a number is looked for at the numbers alone."""
    if not way.is_number_first:
        yield from (match for part in parts for match in way.phrase.finditer(*texts, *part))
        return
    last = 0
    for start, end in numbers:
        match = way.phrase.match(*texts, start, end) if start >= last else None
        if match:
            last = match.end()
            yield match


def _without_reverse(text: str) -> str:
    return re.sub(
        r"reverse (?:stock |share )?split|reverse (?:ADS|ADR)[^.\n]{0,10}split", "", text, flags=re.IGNORECASE
    )


def _ratio(way: Way, match: re.Match[str], text: str, kinds: Kinds) -> Ratio | None:
    """What a place says, where it is a ratio of the shares and of an action that the words around name."""
    sentence = sentence_around(text, match.start(), match.end())
    near = text[max(0, match.start() - 60) : match.end() + 60]
    numbers = [ratio_number(group) for group in match.groups()]
    if None in numbers or _is_not_ours(match, text, sentence):
        return None
    kinds = _action(sentence, kinds)
    if way.order == "free":
        kinds = _action(near, kinds)
        if not _is_ratio_here(match, near):
            return None
    sides = _sides(way.order, numbers[0] or Fraction(1), numbers[-1] or Fraction(1), kinds, match)
    if sides is None or not _is_possible(*sides, kinds):
        return None
    return Ratio(*sides, match.start(), match.end(), way.weight)


def _sides(
    order: str, first: Fraction, last: Fraction, kinds: Kinds, match: re.Match[str]
) -> tuple[Fraction, Fraction] | None:
    """The shares before and after, by the order of the numbers; where it is free, by the action."""
    match order:
        case "old new":
            return first, last + (first if _is_on_top(match) else 0)
        case "new old":
            return last, first
        case "new" | "each new":
            return Fraction(1), first
        case "added" | "each added":
            return Fraction(1), first + 1
        case "old added":
            return first, first + last
        case "added old":
            return last, first + last
        case "percent":
            return Fraction(1), 1 + first / 100
    less, more = min(first, last), max(first, last)
    is_split, is_consolidation = kinds
    return None if is_split == is_consolidation else (less, more) if is_split else (more, less)


def _is_possible(old: Fraction, new: Fraction, kinds: Kinds) -> bool:
    """Whether the sides are those of an action that is spoken of, and one of them is small."""
    is_split, is_consolidation = kinds
    return min(old, new) <= _LARGEST and ((old < new and is_split) or (old > new and is_consolidation))


#: What stands before the time of a day.
_CLOCK = re.compile(r"(?:\d{1,2}日|[/.-]\d{1,2})\s?(?:\([^)]\))?\s{0,3}\Z")
_RATIO_TO = re.compile(
    r"(?:ratio|rate|basis|proportion|split|consolidation|terms)(?: of)?[^\w\n]{0,60}(?:\S+ ){0,2}?[\w.,]+(?: \([\d.,]+\))?[ -]to[ -]"
    r"|[ -]to[ -]\S+(?: \([\d.,]+\))? (?:basis|stock|share|reverse|forward|split|consol|ratio)",
    re.IGNORECASE,
)


#: Shares on both sides of an arrow are a ratio wherever they stand.
_SHARES_TO_SHARES = re.compile(r"shares?\b[^\d\n]*(?:->|=>|→|⇒)[^\n]*\bshares?\b", re.IGNORECASE)
#: What reads like the hour of a day, and what says that it is none.
_IS_TIME = re.compile(r"^\d{1,2}:[0-5]\d$")
_RATIO_OF = re.compile(
    r"(?:ratio|basis|split|consolidation|proportion|比率|割合|分割|併合)[^\d\n]{0,40}\d{1,2}:\d\d(?!\d)|\d{1,2}:\d\d (?:reverse|forward|split|consol|ratio|basis|の)",
    re.IGNORECASE,
)

#: Of the two sides of a ratio one is small; counts joined by an arrow are none.
_LARGEST = 1000
_STOP = re.compile(r"[。\n]")
_ALLOTTED = re.compile(r"無償(?:で|にて)?(?:割り?当|交付)|新たに(?:割り?当|交付)")


def _is_on_top(match: re.Match[str]) -> bool:
    """Whether the shares are allotted for those that a holder keeps."""
    text = match.string
    lead, behind = text[max(0, match.start() - 100) : match.start()], text[match.end() : match.end() + 100]
    clause = _STOP.split(lead)[-1] + _STOP.split(behind)[0]
    return "つき" in match[0] and bool(_ALLOTTED.search(clause)) and not re.search("分割|併合", clause)


def _is_ratio_here(match: re.Match[str], near: str) -> bool:
    """Whether two numbers without a word between are a ratio of shares."""
    if _IS_TIME.search(match[0]) and not _RATIO_OF.search(near):
        return False
    if re.search(r"第|条|page|section|\$|¥|%", match[0], re.IGNORECASE):
        return False
    if ":" in match[0] and _CLOCK.search(match.string, max(0, match.start() - 12), match.start()):
        return False
    if re.search(r"\d\s?to\s?\d|[a-z] to [a-z]", match[0]) and not _RATIO_TO.search(near):
        return False
    if _SHARES_TO_SHARES.search(match[0]):
        return True
    return bool(re.search(r"分割|併合|比率|割合|split|ratio|basis|consolidation|combin|sub-?divi", near, re.IGNORECASE))


def _is_not_ours(match: re.Match[str], text: str, sentence: str) -> bool:
    """Whether a ratio is that of ADRs, of rights, a comparison, one of several, or of the past."""
    before, behind = text[max(0, match.start() - 50) : match.start()], text[match.end() : match.end() + 40]
    near = re.split(r"[.。;\n]", before)[-1] + match[0] + re.split(r"[.。;\n]", behind)[0]
    if _DEPOSITARY.search(near) or re.search(r"単元|新株予約権\s?\d|権利|rights\s+shares?", match[0], re.IGNORECASE):
        return True
    if _DEPOSITARY.search(sentence) and not re.search(
        r"stock split|share split|分割|併合|(?:preferred|ordinary|common|existing) shares?",
        near,
        re.IGNORECASE,
    ):
        return True
    lead = re.split(r"[.。]", text[max(0, match.start() - 40) : match.start()])[-1]
    return bool(_NOT_OURS.search(lead)) or bool(re.match(r"\s?(?:単元|から|お持ち|\s?(?:to|and|or)\s+\d+-for)", behind))


def _action(sentence: str, kinds: Kinds) -> Kinds:
    """Whether a sentence speaks of a split and whether of a consolidation; the whole text where it says neither."""
    own = bool(SPLIT.search(_without_reverse(sentence))), bool(CONSOLIDATION.search(sentence))
    return own if any(own) and own != (True, True) else kinds
