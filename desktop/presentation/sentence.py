"""The sentence of an announcement that a passage stands in; of a table the line with its label."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..domain.record import record

#: So many columns of a fixed-width letter at most: a kanji takes two.
LONGEST = 240
#: A sentence is looked for so many characters to either side, and a label so many lines up.
_REACH, _LINES = 600, 24
ELLIPSIS = "…"


@record(frozen=True)
class Sentence:
    """Words of an announcement in one line; characters `start` up to `end` are the passage that was read."""

    text: str
    start: int
    end: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the passage, the passage, and what follows."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


def sentence(text: str, start: int, end: int) -> Sentence:
    """The sentence around characters `start` up to `end` of a text."""
    line = _line(text, start, end)
    label = _label(text, line) if _is_value(text[slice(*line)]) else None
    unit = line if label else _unit(text, start, end, line)
    heading = None if label else _heading(text, unit, start, end)
    pieces = [_piece(text, part) for part in (heading, label) if part]
    gap = ELLIPSIS if heading and text[heading[1] : unit[0]].strip(_BARS) else ""
    lead = "".join(f"{piece} {gap} ".replace("  ", " ") for piece in pieces)
    return _shortened(_with_lead(lead, _in_one_line(text, unit, start, end)))


Span = tuple[int, int]


# -- lines


_BARS = " \t\u3000\xa0|│\r\n"
_LETTERS = re.compile(r"[^\W\d_]")
#: A line of a table that says nothing: rules, item numbers in cells of their own.
_NOISE = re.compile(r"[\W\d_]{0,5}")
_UNITS = re.compile(
    r"株式?|円|個|銭|[年月日回]|\(?[月火水木金土日](?:曜日?)?\)?|令和|平成|昭和|西暦|元|[億万兆千約]|予定|付"
    r"|\b(?:shares?|yen|jpy|usd|a\.?m|p\.?m|of|on|the|each|planned|scheduled|tentative|approximately|approx|about|million|billion"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|st|nd|rd|th)\b|(?<=\d)(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


def _line(text: str, start: int, end: int) -> Span:
    """The lines that hold a passage, no further than a sentence is looked for."""
    first = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    last = text.find("\n", end, end + _REACH)
    return first, last if last >= 0 else min(len(text), end + _REACH)


def _lines_above(text: str, place: int) -> Iterator[Span]:
    """The lines above a place that say something, the nearest first."""
    for _ in range(_LINES):
        reach = max(0, place - 1 - _REACH)
        first = text.rfind("\n", reach, max(place - 1, 0)) + 1
        if place <= 0 or text[place - 1] != "\n" or first < reach:
            return
        if _is_something(text[first : place - 1]):
            yield first, place - 1
        place = first


def _lines_below(text: str, place: int) -> Iterator[Span]:
    """The lines below a place that say something, the nearest first."""
    for _ in range(_LINES):
        last = text.find("\n", place + 1, place + 1 + _REACH)
        last = len(text) if last < 0 else last
        if place >= len(text) or text[place] != "\n" or last > place + 1 + _REACH:
            return
        if _is_something(text[place + 1 : last]):
            yield place + 1, last
        place = last


def _is_something(line: str) -> bool:
    return not _NOISE.fullmatch(line.strip(_BARS))


def _is_value(line: str) -> bool:
    """Whether a line holds figures or dates and no words but their units."""
    plain = unicodedata.normalize("NFKC", line)
    return bool(re.search(r"\d", plain)) and not _LETTERS.search(_UNITS.sub("", plain))


def _is_label(line: str) -> bool:
    """Whether a line may name what stands in others: words, no sentence, no figure of size."""
    plain = unicodedata.normalize("NFKC", line).strip(_BARS)
    return (
        bool(_LETTERS.search(plain)) and len(plain) <= 100 and not plain.endswith(("。", "."))
        and not re.search(r"\d{3}|\d[,年月万億]", plain)
    )  # fmt: skip


# -- the label of a value in a cell of its own


def _label(text: str, line: Span) -> Span | None:
    """The label of a line that is a value alone; of a block of values after a block of labels that of its rank."""
    above = [line, *takewhile(lambda other: _is_value(text[slice(*other)]), _lines_above(text, line[0]))]
    below = list(takewhile(lambda other: _is_value(text[slice(*other)]), _lines_below(text, line[1])))
    labels = list(takewhile(lambda other: _is_label(text[slice(*other)]), _lines_above(text, above[-1][0])))[::-1]
    values = len(above) + len(below)
    if values == 1 or len(labels) == 1:
        return labels[-1] if labels else None
    return labels[len(above) - 1] if len(labels) == values else None


# -- the sentence


_JAPANESE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇"
#: A line of so many columns, or of so many signs in Japanese, ending so, goes on in the next one.
_LONG, _LONG_JAPANESE = 60, 30
_GOES_ON = re.compile(rf"[a-z,;)0-9{_JAPANESE}、]$")
_BEGINS_ANEW = re.compile(r"[\s\u3000]*(?:[(（]?\w{1,3}[.)）．]\s?|[・•■□◆●○※*-]|[①-⑳]|[^\n]{1,60}[:：\t])")
_END = re.compile(r"[。！？]|(?<!\d)．|[.!?](?=[\"”)]?(?:\s|$))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|No|Nos|vs|Mr|Ms|Mrs|Dr|St|Art|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|i\.e|e\.g|[A-Z])"
    r"|^[\s|(]*\w{1,2}|\n[\s|(]*\w{1,2})$"
)


def _unit(text: str, start: int, end: int, line: Span) -> Span:
    """The sentence, over the lines into which the layout broke it."""
    first, last = line
    while (above := next(_lines_above(text, first), None)) and _goes_on(text, above, first):
        first = above[0]
        if start - first > _REACH:
            break
    while (below := next(_lines_below(text, last), None)) and _goes_on(text, (first, last), below[0]):
        last = below[1]
        if last - end > _REACH:
            break
    ends = list(_ends(text, first, last))
    return (
        max((place for place in ends if place <= start), default=first),
        min((place for place in ends if place >= end), default=last),
    )


def _goes_on(text: str, above: Span, below: int) -> bool:
    """Whether a line goes on in the next, which begins at a place."""
    line = text[slice(*above)].rpartition("\n")[2].strip(_BARS)
    is_long = _width(line) >= _LONG or (_width(line) > len(line) >= _LONG_JAPANESE)
    if text[above[1] : below].count("\n") > 1 or "\t" in line or not is_long or _is_value(line):
        return False
    return bool(_GOES_ON.search(line)) and not _BEGINS_ANEW.match(text, below)


def _ends(text: str, first: int, last: int) -> Iterator[int]:
    for match in _END.finditer(text, first, last):
        if match[0] != "." or not _ABBREVIATION.search(text[max(first, match.start() - 12) : match.start()]):
            yield match.end()


# -- the heading of a line whose own label says little


_HEADS = re.compile(r"[\s\u3000|]*(?:[(（]?\w{1,3}[.)）．、]|[■□◆●○【<＜〈《]|[①-⑳])|.*[:：]\s*$")
_TOO_SHORT = 10


def _heading(text: str, unit: Span, start: int, end: int) -> Span | None:
    own = text[unit[0] : start] + text[end : unit[1]]
    if "。" in own or not 0 < _width("".join(_LETTERS.findall(own))) <= _TOO_SHORT:
        return None
    for above in list(_lines_above(text, unit[0]))[:6]:
        line = text[slice(*above)]
        if _HEADS.match(line) and _is_label(line) and _width(line.strip(_BARS)) <= LONGEST // 4:
            return above
    return None


# -- in one line


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _piece(text: str, part: Span) -> str:
    return _joined(text[slice(*part)])[0]


def _joined(words: str, marks: Sequence[int] = ()) -> tuple[str, list[int]]:
    """Words with one space for bars, tabs and breaks, none for a break in Japanese; and where places of them went."""
    kept, places = list[str](), list[int]()
    for n, sign in enumerate(words):
        places.append(len(kept))
        blank = sign in _BARS or not sign.isprintable()
        if not blank:
            if len(kept) > 1 and kept[-1] == " " and _is_broken(words, n, kept[-2], sign):
                kept.pop()
                places[-1] = len(kept)
            kept.append(sign)
        elif kept and kept[-1] != " ":
            kept.append(" ")
    while kept and kept[-1] == " ":
        kept.pop()
    return "".join(kept), [min(([*places, len(kept)])[mark], len(kept)) for mark in marks]


def _is_broken(words: str, place: int, before: str, after: str) -> bool:
    """Whether the blank before a place is a break of the layout beside Japanese words."""
    blank = words[:place][len(words[:place].rstrip(_BARS)) :]
    return "\n" in blank and "|" not in blank and bool(re.search(f"[{_JAPANESE}、]", before + after))


def _in_one_line(text: str, unit: Span, start: int, end: int) -> Sentence:
    words = text[slice(*unit)]
    first = min(start, unit[0] + len(words) - len(words.lstrip(_BARS)))
    words, (begin, stop) = _joined(text[first : unit[1]], (start - first, end - first))
    begin += len(words[begin:stop]) - len(words[begin:stop].lstrip())
    return Sentence(words, begin, begin + len(words[begin:stop].rstrip()))


def _with_lead(lead: str, one: Sentence) -> Sentence:
    return Sentence(lead + one.text, len(lead) + one.start, len(lead) + one.end)


def _shortened(one: Sentence) -> Sentence:
    """The sentence with an ellipsis at either end where it is long; more stays before the passage than behind it."""
    before, words, after = one.parts
    room = max(LONGEST - _width(words), LONGEST // 4)
    if _width(before) + _width(after) <= room:
        words = words if _width(words) <= LONGEST else _cut(words, LONGEST)
        return Sentence(before + words + after, len(before), len(before) + len(words))
    behind = min(_width(after), max(room * 2 // 5, room - _width(before)))
    before = _cut(before[::-1], room - behind)[::-1]
    after, words = _cut(after, behind), words if _width(words) <= LONGEST else _cut(words, LONGEST)
    return Sentence(before + words + after, len(before), len(before) + len(words))


def _cut(words: str, room: int) -> str:
    """The beginning of words, not in the middle of a Latin one, with an ellipsis where something is left out."""
    if _width(words) <= room:
        return words
    taken, width = 0, 0
    for sign in words:
        width += _width(sign)
        if width > room - 1:
            break
        taken += 1
    kept = words[:taken]
    whole = re.sub(r"[!-~]+$", "", kept) if re.match("[!-~]", words[taken : taken + 1]) else kept
    return (whole if len(whole) > taken // 2 else kept) + ELLIPSIS
