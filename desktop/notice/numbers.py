"""Figures in a text: digits in either width, with myriads or millions, in words, with their unit."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ..domain.record import record
from ..presentation.number_words import value_of_words

_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MYRIADS = {"万": 10**4, "億": 10**8, "兆": 10**12}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
#: A figure begins apart from other signs, behind the unit of another one, or glued to a word.
_GLUED = r"(?<=[a-z]{3})(?=\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?\s?(?:yen|shares)\b)"
_BEGIN = rf"(?<!\d:)(?<!\d月)(?:(?<![\d,./A-Za-z-])|(?<=[株円個]/)|{_GLUED})"
_CURRENCY = r"(?:[A-Z]{1,3})?[¥$€£]|JPY|USD|HKD|AUD|CAD|SGD|GBP|EUR|INR|DKK|NOK|SEK|CHF|RMB|Rs\.?|Yen"
_FIGURE = re.compile(
    rf"{_BEGIN}(?P<money>(?:{_CURRENCY})\s?)?"
    rf"(?:(?P<japanese>(?:(?:{_PLAIN})[兆億万]){{1,3}}(?:{_PLAIN})?)|(?P<plain>{_PLAIN})(?:\s+(?P<scale>thousand|million|billion|trillion)\b)?)"
    r"(?![\d:/]|,\d|\.\d|-\d)"
    r"(?:[^\S\n]?(?P<unit>株(?!式|主|価|当|あ)|個|円(?:\s?(?P<sen>\d{1,2})\s?銭)?|%|percent\b|年|月|日|回|条|項|名|人|倍|対|単元|"
    r"(?:(?:common|ordinary|new|additional|existing|registered|class [A-Z])\s){0,2}shares?\b|yen(?![a-z])|pence\b|cents?\b|ADSs?\b|ADRs?\b|days?\b|years?\b|times\b))?",
    re.IGNORECASE,
)
#: A line that ends within a number.
_BROKEN = re.compile(r"\n\d")
#: Parts of one number: a group of fewer digits before it, a group behind it, or a digit at the end of the line above.
_HEAD_LOST = re.compile(r"\d,\d{0,2}\s{1,2}$|[一-龠ぁ-ん:](\d{1,2})\n$")
_TAIL_LOST = re.compile(r",\s{1,2}\d{3}\s?[株口円]")
_PART = re.compile(rf"({_PLAIN})([兆億万]?)")
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_INITIALS = "".join(sorted({word[0] for word in _WORDS.split("|")}))
_KANJI = "〇一二三四五六七八九十百千"

#: A number of a ratio, in digits or words, "two (2)" and "one-fifth (1/5)" included.
#: What it may begin with is asked first: at most places of a text it is nothing of it.
RATIO_NUMBER = (
    rf"(?=[\d{_KANJI}{_INITIALS}])"
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d{{1,6}})?|(?:{_WORDS})(?:[\s-](?:{_WORDS})){{0,3}}|[{_KANJI}]{{1,6}})"
)
IN_BRACKETS = r"(?:\s?\(\s?[\d./,]{1,12}\s?\))?"


@record(frozen=True)
class Figure:
    """A figure at a place of the text; `unit` is the word behind it in lower case, or a sign of money."""

    start: int
    end: int
    value: Fraction
    unit: str
    grouped: bool

    @property
    def is_count(self) -> bool:
        """Whether it can be a count of shares: it says so, or is large and says nothing else."""
        if self.value.denominator != 1 or not self.value:
            return False
        return self.unit == "shares" or (not self.unit and self.value >= 1000 and (self.grouped or self.value >= 10000))


def figures(text: str, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    """The figures of a folded text but for those in places that are taken, by dates."""
    free = iter([*taken, (len(text) + 1, len(text) + 1)])
    start, end = next(free)
    for match in _FIGURE.finditer(text):
        while end <= match.start():
            start, end = next(free)
        if match.end() <= start or match.start() >= end:
            figure = _figure(match)
            if figure is not None:
                yield figure


def _figure(match: re.Match[str]) -> Figure | None:
    written = match["japanese"] or match["plain"]
    if (
        len(written) > 30
        or _is_torn(match)
        or (match["japanese"] and not match["unit"] and _BROKEN.match(match.string, match.end()))
    ):
        return None
    value = _japanese(written) if match["japanese"] else Fraction(written.replace(",", ""))
    value *= _SCALES.get((match["scale"] or "").lower(), 1)
    if match["sen"]:
        value += Fraction(int(match["sen"]), 100)
    grouped = "," in written or bool(match["japanese"] or match["scale"])
    return Figure(match.start(), match.end(), value, _unit(match), grouped)


def _is_torn(match: re.Match[str]) -> bool:
    """Whether a figure is a part of a number that the layout tore."""
    head = _HEAD_LOST.search(match.string[max(0, match.start() - 8) : match.start()])
    digits = len((match["plain"] or "").split(",")[0])
    if head and (head[1] is None or ("," in match[0] and len(head[1]) + digits <= _GROUP)):
        return True
    return _TAIL_LOST.match(match.string, match.end()) is not None


_GROUP = 3


def _unit(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").lower()
    if match["money"] or unit.startswith(("円", "yen", "pence", "cent")):
        return "money"
    return "shares" if unit == "株" or re.search(r"shares?$", unit) else unit


def _japanese(written: str) -> Fraction:
    return sum(
        (Fraction(digits.replace(",", "")) * _MYRIADS.get(unit, 1) for digits, unit in _PART.findall(written)),
        start=Fraction(0),
    )


def ratio_number(text: str) -> Fraction | None:
    """The value of RATIO_NUMBER, or nothing where it is none or zero."""
    plain = re.sub(r"\s?\(.*", "", text).strip().replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Fraction(plain) or None
    value = value_of_words(plain)
    return Fraction(value) if value else None
