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
    re.compile(rf"(?<![\d,.])(?<![\d,.] )\d(?: \d)+{_UNIT}"),
    re.compile(rf"(?<=[{CJK}:])(?: ?\d){{4}}(?! ?[\d,])|(?<![\d ,.])\d(?: \d){{3}}(?= ?[東名福札大] ?証)"),
    re.compile(rf"(?<![\d,.])\d{{1,3}}(?: ?, ?\d ?\d ?\d)+(?! ?\d){_UNIT}"),
    re.compile(rf"(?<![\d,.])(?<![\d,.] )\d(?: \d){{0,2}}(?: ?, \d \d \d)+(?! ?\d){_UNIT}"),
)  # fmt: skip


def spread_out(text: str) -> set[int]:
    """The places of the spaces within Japanese words and within numbers."""
    return {
        match.start() + n
        for phrase in _SPREAD
        for match in phrase.finditer(text)
        for n, sign in enumerate(match[0])
        if sign == " "
    }
