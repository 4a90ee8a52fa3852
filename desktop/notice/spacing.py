"""Spaces that the layout of Japanese writing puts inside words and numbers, where they part nothing."""

import re

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇"
_UNIT = r"(?= ?(?:[年月日円口個回条名]|[千百万億]?株(?!式|主)|百万円))"
_SPREAD = (
    # one space beside Japanese writing
    re.compile(f"(?<=[{CJK}]) (?=[{CJK}0-9(<])|(?<=[0-9)>]) (?=[{CJK}])"),
    # single signs with the same wide gap between them, to fill the width of a column
    re.compile(f"(?<![{CJK}])[{CJK}](?P<gap> {{2,6}})[{CJK}](?:(?P=gap)[{CJK}])*(?![{CJK}])"),
    # digits one by one before a unit, and a number torn inside its groups
    re.compile(rf"(?:(?<=[{CJK}] )|^)\d \d (?=[年月日株円口])", re.MULTILINE),
    re.compile(rf"(?<![\d,.A-Za-z])(?<![\d,.] )\d(?: \d){{2,}}{_UNIT}"),
    re.compile(rf"(?<=[{CJK}:]) ?\d(?: \d){{3}}(?! ?[\d,])|(?<![\d ,.])\d(?: \d){{3}}(?= ?[東名福札大] ?証)"),
    re.compile(rf"(?<![\d,.])\d{{1,3}}(?: ?, ?\d ?\d ?\d)+(?! ?\d){_UNIT}"),
    re.compile(rf"(?<![\d,.])(?<![\d,.] )\d(?: \d){{0,2}}(?: ?, \d \d \d)+(?! ?\d){_UNIT}"),
)  # fmt: skip


_SIGN = re.compile(f"[{CJK}]")
_BLANK = re.compile(r"(?<=\n)[ \t]*\n")
_FEWEST, _MOST_PARTED, _SHARE, _LOOKED_AT = 8, 0.8, 5, 4000


def spread_out(text: str) -> set[int]:
    """The places of the spaces within Japanese words and within numbers, and of empty lines that part all lines."""
    return _spaces(text) | _empty_lines(text)


def _empty_lines(text: str) -> set[int]:
    """The empty lines of a Japanese text that has one behind nearly every line."""
    if "\n\n" not in text or _SHARE * len(_SIGN.findall(text, 0, _LOOKED_AT)) < min(len(text), _LOOKED_AT):
        return set()
    empty = list(_BLANK.finditer(text))
    filled = sum(1 for line in text.splitlines() if line.strip())
    if filled < _FEWEST or len(empty) < _MOST_PARTED * filled:
        return set()
    return {place for match in empty for place in range(*match.span())}


def _spaces(text: str) -> set[int]:
    return {
        match.start() + n
        for phrase in _SPREAD
        for match in phrase.finditer(text)
        for n, sign in enumerate(match[0])
        if sign == " "
    }
