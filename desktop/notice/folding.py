"""The text of an announcement in one form of writing, with the way back to its own characters."""

import re
import unicodedata
from functools import lru_cache

from ..domain.record import record
from .spacing import CJK, spread_out

#: Signs that NFKC leaves apart and that mean the same here.
_SAME = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"')
    | {"|": " ", "│": " ", "〜": "~", "：": ":", "〔": "(", "〕": ")", "【": "(", "】": ")", "…": " ", "‥": " ", "\u00ad": ""}
)  # fmt: skip
#: A sign of half the width with its mark of voice: one sign, and a sign that folds to nothing in the place of the mark.
_VOICED = re.compile("[\uff66-\uff9d][\uff9e\uff9f]")
_CIRCLED = re.compile("[\u2460-\u24ff\u2776-\u2793]")


@record(frozen=True)
class Folded:
    """A text in one form of writing; `places` leads from each of its characters to the original's."""

    text: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` up to `end` stand in the original."""
        if start >= end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1

    def without(self, gone: set[int]) -> "Folded":
        """The text without the characters at some places."""
        text, places = list[str](), list[int]()
        start = 0
        for place in (*sorted(gone), len(self.text)):
            text.append(self.text[start:place])
            places += self.places[start:place]
            start = place + 1
        return Folded("".join(text), (*places, self.places[-1]))


def folded(original: str) -> Folded:
    """The text with half-width signs, without spaces inside Japanese words and without item numbers in circles."""
    if _VOICED.search(original):
        original = _VOICED.sub(lambda match: unicodedata.normalize("NFKC", match[0]) + "\u00ad", original)
    signs = {character: _folded_character(character) for character in set(original)}
    text = "".join([signs[character] for character in original])
    places = [place for place, character in enumerate(original) for _ in signs[character]]
    return unwrapped(Folded(text, (*places, len(original))).without(spread_out(text)))


#: A long line of running words that goes on in the next one: a break of the layout, not of the sentence.
_WRAPPED_EN = re.compile(r"(?<=[a-z,;)0-9])[ ]?\n[ ]?(?=[a-z(\d$\"A-Z])")
_WRAPPED_JA = re.compile(f"(?<=[{CJK}、])\n[ \u3000]*(?=[{CJK}0-9])")
_WIDE = re.compile(f"[{CJK}、。「」()]")
_LONG_EN, _LONG_JA = 60, 30
_COLUMNS = re.compile(r"\t|\S {3,}\S|:\s")
_NEXT_ITEM = re.compile(
    r"\(?\w{1,3}[.)]|[A-Z][^\n]{0,60}[:\t]|[A-Z]{3,}[^\n]{0,50}(?:, |/ |\(|--)[A-Z][a-z]{2,8}\.? \d{1,2}\b|(?:[A-Z]\w+, )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? \d{4}[ \t]*(?:\n|$)"
)


#: Words that are often broken at the end of a line, a bracket, and a number from its groups or its unit.
_WORDS = (
    "発行済株式総数", "発行済株式の総数", "発行可能株式総数", "により増加する株式数", "により減少する株式数", "公告日", "効力発生日",
    "新株予約権", "行使価額", "株式分割", "株式併合", "取締役会", "株主名簿", "投資口", "総口数",
)  # fmt: skip
_BROKEN = tuple(
    re.compile(phrase)
    for phrase in (
        *("[ ]?\n?[ ]?".join(word) for word in _WORDS),
        r"\d\n,\d{3}(?!\d)", r"\d,\n\d{3}(?!\d)", r"\d,\d\n\d\d(?!\d)", r"\d,\d\d\n\d(?!\d)",
        r"\d[ ]?\n[ ]?[月日株円口](?![式主])", r"[月火水木金土日]\n\)(?=\s)", r"年[ ]?\n[ ]?\d{1,2}[ ]?月", r"月[ ]?\n[ ]?\d{1,2}[ ]?日",
        r"\d{4}[ ]?\n[ ]?年(?=[ ]?\d)", r"(?<!\d)[12](?:\n\d{3}|\d\n\d\d|\d\d\n\d)(?=[ ]?年[ ]?\d)", r"(?<=年)[ ]?\d\n\d(?=[ ]?月)", r"(?<=月)[ ]?\d\n\d(?=[ ]?日)",
    )
)  # fmt: skip


def _broken(text: str) -> set[int]:
    """The ends of lines, with their spaces, within a word or a number."""
    gone = set[int]()
    for phrase in _BROKEN:
        for match in phrase.finditer(text):
            gone |= {match.start() + n for n, sign in enumerate(match[0]) if sign in " \n"}
    return gone


def unwrapped(plain: Folded) -> Folded:
    """The text with the sentences whole that the layout broke: a space for the break, in Japanese nothing."""
    text, gone = list(plain.text), set[int]()
    for phrase, long in ((_WRAPPED_EN, _LONG_EN), (_WRAPPED_JA, _LONG_JA)):
        for match in phrase.finditer(plain.text):
            start = plain.text.rfind("\n", 0, match.start()) + 1
            line = plain.text[start : match.start()]
            if len(line.strip()) < long or _COLUMNS.search(line.strip()) or _NEXT_ITEM.match(plain.text, match.end()):
                continue
            if phrase is _WRAPPED_JA and _is_whole(
                line, plain.text[match.end() : match.end() + _WIDEST].split("\n", 1)[0]
            ):
                continue
            gone |= set(range(match.start() + (phrase is _WRAPPED_EN), match.end()))
            text[match.start()] = " " if phrase is _WRAPPED_EN else text[match.start()]
    gone |= _broken(plain.text)
    return Folded("".join(text), plain.places).without(gone)


#: A title, and how far the width of lines that the layout broke differs.
_TITLE = re.compile(r"(?:お知らせ|ご案内|について|公告)[)」』]?$")
_STOP = re.compile("[、。]")
_WIDEST, _NARROWEST = 300, 0.6


def _is_whole(line: str, behind: str) -> bool:
    """Whether a line ends of its own: a title, one much narrower than what follows it, or one of a table."""
    is_prose = _TITLE.search(behind.rstrip()) or _STOP.search(line) or _STOP.search(behind)
    return bool(_TITLE.search(line)) or _width(line) < _NARROWEST * _width(behind) or not is_prose


def _width(line: str) -> int:
    return len(line) + len(_WIDE.findall(line))


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    if character < "\x7f":
        return " " if character in "|\x0b\x0c" else character if character >= " " or character in "\n\t" else ""
    if _CIRCLED.match(character):
        return " "
    same = character.translate(_SAME)
    return unicodedata.normalize("NFKC", same).translate(_SAME)
