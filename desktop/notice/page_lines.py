"""From words to lines, and from lines to paragraphs: what the layout broke is whole again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..domain.record import record
from .page_grid import Grid
from .page_signs import HYPHEN, SPACE, Word

#: A gap of so many heights of a line ends a column; a letter-spaced word of Japanese has wider ones.
COLUMN, SPREAD = 1.6, 6.0
#: A gap that begins with a space is a wider one before it ends a column: lines are spread to the edge by their spaces.
SPACED_COLUMN = 3.0
#: A gap beside Japanese writing from which on it is a space.
BESIDE = 0.4
#: Dots that lead from a label to its value.
_LEADER = re.compile(r"\s*(?:[.．・･]\s?){4,}\s*|\s*[…‥]{2,}\s*")
_CJK = "\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f"
#: What begins a line in one piece, with the signs behind it that begin no line.
_LEAD = re.compile(
    f"(?:[^\\s{_CJK}]+|.)[、。，．・：；！？）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)]*[0-9,.]*"
)
_KANJI = re.compile("[\u3005\u3041-\u30fa\u3400-\u4dbf\u4e00-\u9fff]")
_WIDE = re.compile(f"[{_CJK}\u3000-\u3004\uff00-\uff65]")
_ITEM = re.compile(
    r"[・•●○■□◆※*▶]|[\u2460-\u24ff]|[-–]\s"
    r"|[(（<＜【\[]?\s?(?:\d{1,2}|[０-９]{1,2}|[a-zA-Z]|[ivxIVX]{1,4}|[ア-ン]|注\s?\d?)\s?[.)．）、＞>\]](?!\d)|第\s?\d+\s?条(?=[\s(（「当])"
)
_ENDED = re.compile(r"[。.:：!?！？」』]$")
#: The end of a word that was parted, not of one that is written with a hyphen.
_PARTED = re.compile(
    r"(?<![a-z])(?!(?:split|post|pre|non|ex|per|year|half|mid|record|long|short|fully|newly|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|twenty|fifty|hundred)$)[a-z]+$",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\d{3}(?!\d)")


@record(frozen=True)
class Line:
    """A line of words, or a ruled table as one, and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    table: Grid | None = None
    first: float = 0.0  # the width of what cannot be parted at its beginning
    words: tuple[Word, ...] = ()

    @property
    def height(self) -> float:
        """How tall its signs are."""
        return max(self.top - self.bottom, 1.0) if self.table is None else 10.0

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def upper(self) -> float:
        """Up to where it shares the page with what stands beside it."""
        return self.middle + 0.45 * self.height if self.table is None else self.top - 2

    @property
    def lower(self) -> float:
        """From where on it shares the page with what stands beside it."""
        return self.middle - 0.45 * self.height if self.table is None else self.bottom + 2


@record(frozen=True)
class Passage:
    """A line of text as it is read, whether the layout may have broken it at its end, and how many cells a row has."""

    text: str
    goes_on: bool = False
    cells: int = 0


def lines(words: Iterable[Word]) -> list[Line]:
    """Words by lines from the top, each cut where a column ends."""
    rows = list[list[Word]]()
    for word in sorted(words, key=lambda one: -one.middle):
        if rows and abs(rows[-1][0].middle - word.middle) < 0.4 * max(rows[-1][0].height, word.height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [line for row in rows for line in _cut(_unspread(sorted(row, key=lambda one: one.left)))]


def _unspread(row: Sequence[Word]) -> list[Word]:
    """A row with its letter-spaced words whole: three signs and more, each alone, as far from one another."""
    found, n = list[Word](), 0
    while n < len(row):
        end = _spread_end(row, n)
        if end - n > 2:
            part = row[n:end]
            found.append(
                Word(
                    "".join(one.text for one in part), part[0].left, min(one.bottom for one in part), part[-1].right,
                    max(one.top for one in part), part[0].spaced,
                )
            )  # fmt: skip
        else:
            found.extend(row[n:end])
        n = end
    return found


def _spread_end(row: Sequence[Word], start: int) -> int:
    """The end of the signs from `start` on that stand alone with the same gap between them."""
    end, gaps = start + 1, list[float]()
    if len(row[start].text) != 1:
        return end
    while end < len(row) and len(row[end].text) == 1:
        before, word = row[end - 1], row[end]
        gap = word.left - before.right
        are_kanji = bool(_KANJI.match(before.text) and _KANJI.match(word.text))
        if gap < SPACE * word.height or gap > (SPREAD if are_kanji else COLUMN) * word.height:
            break
        if gaps and abs(gap - gaps[0]) > 0.25 * word.height:
            break
        gaps.append(gap)
        end += 1
    return end


def _cut(row: Sequence[Word]) -> Iterator[Line]:
    part = list[Word]()
    for word in row:
        column = SPACED_COLUMN if word.spaced else COLUMN
        if part and word.left - part[-1].right > column * max(part[-1].height, word.height):
            yield line_of(part)
            part = []
        part.append(word)
    if part:
        yield line_of(part)


def line_of(words: Sequence[Word]) -> Line:
    """Words beside one another as a line."""
    texts, before = list[str](), None
    for word in words:
        if before is not None and (word.spaced or word.left - before.right > _space(before, word) * word.height):
            texts.append(" ")
        texts.append(word.text)
        before = word
    text = _LEADER.sub("\t", "".join(texts))
    right = max(one.right for one in words)
    return Line(
        text, words[0].left, min(one.bottom for one in words), right, max(one.top for one in words),
        first=_unparted(text, right - words[0].left), words=tuple(words),
    )  # fmt: skip


def _space(before: Word, word: Word) -> float:
    """The gap that is a space: a wider one where Japanese writing keeps its distance from other writing by itself."""
    return BESIDE if _WIDE.match(before.text[-1]) or _WIDE.match(word.text[0]) else SPACE


def _unparted(text: str, width: float) -> float:
    """The width of the beginning of a text that a layout does not part: a sign of Japanese, a word, a number."""
    lead = _LEAD.match(text)
    return width * (lead.end() if lead else 0) / max(len(text), 1)


def goes_on(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether a line between two edges is full, so that the layout broke it, and the next one can go on with it."""
    size = line.height
    if line.right + following.first < right - 1.2 * size or line.right - line.left < 0.5 * (right - left):
        return False
    if "\t" in line.text or _ENDED.search(line.text) or _ITEM.match(following.text) or len(line.text) < 4:
        return False
    is_alike = 0.8 < following.height / size < 1.25 and abs(following.left - line.left) < 3.5 * size
    return is_alike and 0 < line.middle - following.middle < 2.5 * size


def paragraphs(text: Sequence[Line], around: Sequence[Line]) -> Iterator[Passage]:
    """Lines one below the other, what goes on in the next one joined; `around` shows where lines end."""
    if not text:
        return
    plain = [line for line in around if line.table is None]
    left, right = min(line.left for line in plain), max(line.right for line in plain)
    whole = text[0].text
    for line, following in pairwise(text):
        if goes_on(line, following, left, right):
            whole = joined(whole, following.text)
        else:
            yield Passage(whole)
            whole = following.text
    last = text[-1]
    is_full = last.right > right - 2.5 * last.height and last.right - last.left > 0.5 * (right - left)
    yield Passage(whole, is_full and not _ENDED.search(last.text))


def joined(one: str, other: str) -> str:
    """Two lines as one: a space for the break, nothing in Japanese or within a word or number."""
    one, other = one.rstrip(), other.lstrip()
    if one.endswith(HYPHEN) or (one.endswith("-") and one[-2:-1].isalnum()):
        stem = one[:-1].rstrip("-")
        is_hyphenated = "-" in stem.split(" ")[-1] or "-" in other.split(" ")[0] or not _PARTED.search(stem)
        return stem + ("-" if is_hyphenated or not other[:1].islower() else "") + other
    if not one or not other or _WIDE.match(one[-1]) or _WIDE.match(other[0]):
        return one + other
    if one[-1] == "," and one[-2:-1].isdigit() and _GROUP.match(other):
        return one + other
    is_japanese = _WIDE.search(one) is not None or _WIDE.search(other) is not None
    return one + ("" if is_japanese and one[-1].isdigit() and other[0] in "0123456789," else " ") + other


def rejoined(one: Passage, other: Passage) -> Passage | None:
    """What the end of a page or of a column broke, whole; none where the other one begins anew."""
    if one.goes_on:
        return Passage(joined(one.text, other.text), other.goes_on, other.cells)
    label, *values = one.text.split("\t")
    if one.cells < 2 or one.cells != other.cells or not values or "\t" in other.text or _ENDED.search(label):
        return None  # of a row only the label may go on
    return Passage("\t".join((joined(label, other.text), *values)), cells=one.cells)


def is_item(text: str) -> bool:
    """Whether a line begins a new item of a list."""
    return _ITEM.match(text) is not None
