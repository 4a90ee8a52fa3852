"""Whole numbers in words, as articles of incorporation and announcements have them, and the way back."""

import re
import unicodedata
from collections.abc import Iterator

from ..domain.term import Option

#: Up to here numbers are put in words; larger ones are left in digits.
LARGEST = 10**16

ENGLISH_STYLES = (
    Option("joined", "words, groups joined by “and”"),
    Option("plain", "words with hyphens"),
    Option("digits", "figures only"),
)
JAPANESE_STYLES = (
    Option("digits", "figures only"),
    Option("mixed", "figures with oku and man"),
    Option("kanji", "kanji numerals"),
    Option("kanji_full", "kanji numerals, each one written"),
)
STYLES = {"ja": JAPANESE_STYLES, "en": ENGLISH_STYLES}

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ("", "thousand", "million", "billion", "trillion", "quadrillion")
_DIGITS = "〇一二三四五六七八九"
_PLACES = ("千", "百", "十", "")
_MYRIADS = ("", "万", "億", "兆", "京")


def english_words(number: int, style: str) -> str:
    """A whole number from 0 to 10^16 in English, in one of ENGLISH_STYLES."""
    if style == "digits" or not 0 <= number <= LARGEST:
        return f"{number:,}"
    hyphen = " " if style == "joined" else "-"
    groups = [_scaled(_below_thousand(group, hyphen), _SCALES[scale]) for scale, group in _groups(number, 1000)]
    return _joined(groups) if style == "joined" else " ".join(groups)


def japanese_words(number: int, style: str) -> str:
    """A whole number from 0 to 10^16 in Japanese, in one of JAPANESE_STYLES."""
    if style == "digits" or not 0 <= number <= LARGEST:
        return f"{number:,}"
    if style == "mixed":
        return "".join(f"{group:,}{_MYRIADS[scale]}" for scale, group in _groups(number, 10000))
    full = style == "kanji_full"
    return "".join(_kanji(group, full=full) + _MYRIADS[scale] for scale, group in _groups(number, 10000))


def _groups(number: int, size: int) -> list[tuple[int, int]]:
    """The groups of digits that are not zero with their scale, largest first; zero is one group."""
    found, scale, rest = list[tuple[int, int]](), 0, number
    while rest:
        rest, group = divmod(rest, size)
        if group:
            found.insert(0, (scale, group))
        scale += 1
    return found or [(0, 0)]


def _below_thousand(number: int, hyphen: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_ONES[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        words.append(_TENS[tens] + (hyphen + _ONES[ones] if ones else ""))
    elif rest or not hundreds:
        words.append(_ONES[rest])
    return " ".join(words)


def _scaled(words: str, scale: str) -> str:
    return f"{words} {scale}" if scale else words


def _joined(groups: list[str]) -> str:
    """Groups joined by "and"; of three and more the first ones by commas."""
    *first, last = groups
    return f"{', '.join(first)} and {last}" if first else last


def _kanji(number: int, *, full: bool) -> str:
    """A number below ten thousand; 千, 百 and 十 stand for one of them, unless every 一 is written."""
    if not number:
        return "零"
    digits = f"{number:04}"
    return "".join(
        ("" if digit == "1" and place and not full else _DIGITS[int(digit)]) + place
        for digit, place in zip(digits, _PLACES, strict=True)
        if digit != "0"
    )


# ---- the way back ----

_OLD_NUMERALS = str.maketrans("〇零一二三四五六七八九壱弐参拾萬", "0012345678912" + "3十万")
_SMALL = re.compile(r"(?:(\d?)千)?(?:(\d?)百)?(?:(\d?)十)?(\d?)")
_WITH_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_ENGLISH = {word: value for value, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS) if word}


def value_of_words(text: str) -> int | None:
    """The number that words or figures say, or none: "forty thousand", "1億5,104万株", "一億五千百四万"."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    return _english_value(plain) if re.fullmatch(r"[a-z][a-z ,\-\n]*", plain) else _japanese_value(plain)


def _english_value(text: str) -> int | None:
    words = re.split(r"[\s,\-]+", text)
    if words == ["zero"]:
        return 0
    if "and" in (words[0], words[-1]) or "zero" in words:
        return None
    total, last, group = 0, len(_SCALES), list[str]()
    for word in [*(word for word in words if word != "and"), ""]:
        if word not in _SCALES:
            group.append(word)
            continue
        scale = _SCALES.index(word)
        value = _group_value(group) if group or total == 0 else 0
        if value is None or scale >= last:
            return None
        total, last, group = total + value * 1000**scale, scale, []
    return total


def _group_value(words: list[str]) -> int | None:
    """The value of a group below a thousand, such as "one hundred fifty one"."""
    numbers = [_ENGLISH.get(word, -1) for word in words if word != "hundred"]
    hundreds = 0
    if "hundred" in words:
        if words.count("hundred") > 1 or words.index("hundred") != 1 or not 1 <= numbers[0] <= 9:
            return None
        hundreds, numbers = 100 * numbers[0], numbers[1:]
    rest = _below_hundred(numbers) if numbers or not hundreds else 0
    return None if rest is None or (hundreds and numbers and not rest) else hundreds + rest


def _below_hundred(numbers: list[int]) -> int | None:
    match numbers:
        case [number] if number >= 0:
            return number
        case [tens, ones] if tens >= 20 and 1 <= ones <= 9:
            return tens + ones
    return None


def _japanese_value(text: str) -> int | None:
    digits = re.sub(r"\s+|株式?$", "", text).translate(_OLD_NUMERALS)
    parts = list(_parts(digits))
    if len(parts) == 1 and not parts[0][1]:
        return _digits_value(parts[0][0])
    scales = [_MYRIADS.index(unit) for _, unit in parts]
    values = [_digits_value(words) for words, _ in parts]
    if sorted(scales, reverse=True) != scales or len(set(scales)) != len(scales):
        return None
    total = 0
    for scale, value in zip(scales, values, strict=True):
        if value is None or not 0 < value < 10000:
            return None
        total += value * 10000**scale
    return total


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """What stands before each of 万, 億, 兆, 京, and what follows the last."""
    *pairs, rest = re.split("([万億兆京])", text)
    yield from zip(pairs[::2], pairs[1::2], strict=True)
    if rest or not pairs:
        yield rest, ""


def _digits_value(text: str) -> int | None:
    """The value of figures, with or without commas, or of a number such as 5千百4."""
    if _WITH_COMMAS.fullmatch(text):
        return int(text.replace(",", ""))
    found = _SMALL.fullmatch(text)
    if not text or not found:
        return None
    digits = [{None: 0, "": 1}.get(digit, int(digit or 0)) for digit in found.groups()[:3]]
    return 1000 * digits[0] + 100 * digits[1] + 10 * digits[2] + int(found[4] or 0)
