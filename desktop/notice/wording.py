"""Numbers in kanji as digits, and the words of investment corporations as those of companies; each keeps its place."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial

from ..presentation.number_words import value_of_words
from .folding import Folded

_NUMERALS = "〇零一二三四五六七八九十百千"
_DAY = re.compile(
    rf"(?P<year>[{_NUMERALS}元]{{1,4}})\s?年\s?(?P<month>[{_NUMERALS}]{{1,3}})\s?月\s?(?P<day>[{_NUMERALS}]{{1,3}})\s?日"
    rf"|(?<![{_NUMERALS}年])(?P<month2>[{_NUMERALS}]{{1,3}})\s?月\s?(?P<day2>[{_NUMERALS}]{{1,3}})\s?日"
)
_ORDINAL = re.compile(rf"(?<=第)\s?([{_NUMERALS}]{{1,5}})(?=\s?(?:回|条|項|期))")
_AMOUNT = re.compile(
    rf"(?<!(?<![総式口])数)(?<![何\d.,{_NUMERALS}万億兆])([\d,.{_NUMERALS}万億兆]{{1,30}})(?=\s?(?:株(?!式会社|式に|主)|口(?!座)|円|個|対))"
)
#: Words in brackets, whose stops end no sentence.
_ASIDE = re.compile(r"\([^()\n]{0,80}。[^()\n]{0,40}\)")
_THOUSANDS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(百万|千|百)")
_SCALES = {"百万": 10**6, "千": 1000, "百": 100}

_UNITS_JA = (
    (r"発行済(?:み(?:の)?)?投資口の?総?口?数", "発行済株式総数"),
    (r"発行可能投資口の?総?口?数", "発行可能株式総数"),
    (r"(増加|減少)(する|した)投資口の?(?:総口)?数", r"\1\2株式数"),
    ("本投資法人(?=の?発行)", "当社"),
    ("投資口", "株式"),
    ("投資主", "株主"),
    ("役員会", "取締役会"),
    (r"(?<=\d)\s?口(?![座径])", "株"),
)
_UNITS_EN = (
    (r"(?:investment )?unit split", "share split"),
    (r"splits?(?:ting)? of (?:the )?(?:investment )?units", "share split"),
    (r"investment units", "shares"),
    (r"investment unit(?! (?:amount|price))", "share"),
    (r"unit ?holders", "shareholders"),
    (r"(?<![a-z-])units(?! of)", "shares"),
    (r"(?<![a-z-])unit(?= (?:held|will|of the|into|is|shall))", "share"),
)


def in_one_wording(plain: Folded) -> Folded:
    """The text with numbers in kanji as digits and, of an investment corporation, with units as shares."""
    plain = Folded(_ASIDE.sub(lambda aside: aside[0].replace("。", "、"), plain.text), plain.places)
    plain = replaced(plain, _DAY, _day)
    plain = replaced(plain, _ORDINAL, lambda match: _digits(match[1]))
    plain = replaced(plain, _AMOUNT, _amount)
    if "投資法人" in plain.text or "投資口" in plain.text:
        plain = _renamed(plain, _UNITS_JA)
    if re.search(r"investment corporation|unit ?holders", plain.text, re.IGNORECASE):
        plain = _renamed(plain, _UNITS_EN)
    return plain


def _renamed(plain: Folded, words: tuple[tuple[str, str], ...]) -> Folded:
    for phrase, name in words:
        plain = replaced(plain, re.compile(phrase, re.IGNORECASE), partial(re.Match.expand, template=name))
    return plain


def replaced(plain: Folded, phrase: re.Pattern[str], words: Callable[[re.Match[str]], str | None]) -> Folded:
    """The text with other words for each match, where there are any; they stand where the match stood."""
    text, places, end = list[str](), list[int](), 0
    for match in phrase.finditer(plain.text):
        other = words(match)
        if not other or other == match[0]:
            continue
        first, last = plain.places[match.start()], plain.places[match.end() - 1]
        text += [plain.text[end : match.start()], other]
        places += [*plain.places[end : match.start()], *[first] * (len(other) - 1), last]
        end = match.end()
    if not text:
        return plain
    return Folded("".join([*text, plain.text[end:]]), (*places, *plain.places[end:]))


def _digits(words: str) -> str | None:
    value = value_of_words(words)
    return str(value) if value is not None else None


def _day(match: re.Match[str]) -> str | None:
    year, month, day = match["year"], match["month"] or match["month2"], match["day"] or match["day2"]
    numbers = [_digits(month), _digits(day)]
    if None in numbers:
        return None
    of_year = "元" if year == "元" else _digits(year) if year else ""
    return None if of_year is None else (f"{of_year}年" if year else "") + f"{numbers[0]}月{numbers[1]}日"


def _amount(match: re.Match[str]) -> str | None:
    """Digits for a number that holds kanji but for the myriads, which are read as they are."""
    words = match[1]
    if not re.search(f"[{_NUMERALS}]", words) or (words in _SCALES and match.string[match.start() - 1] in ":("):
        return None
    scaled = _THOUSANDS.fullmatch(words)
    value = Fraction(scaled[1].replace(",", "")) * _SCALES[scaled[2]] if scaled else value_of_words(words)
    return f"{int(value):,}" if value is not None else None
