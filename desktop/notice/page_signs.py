"""From a page of a PDF to its words, turned so that the text runs from left to right."""

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import degrees
from typing import Any

from ..domain.record import record

#: A gap of so many heights of a line parts two words.
SPACE = 0.15
#: What PDFium has for a hyphen at the end of a line.
HYPHEN = "\x02"
_PAIRS = range(0xD800, 0xDC00)
#: Degrees by which writing may lean; what leans more is a stamp across the page.
_LEAN = 10

#: Points by which a shadow stands beside its word at most.
_NEAR = 4.0

#: A character with its box: left, bottom, right, top; then the quarter turns by which it is turned.
Sign = tuple[str, float, float, float, float, int]


@record(frozen=True)
class Word:
    """Characters without a gap and their box, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool = False  # a space stands before it

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """How tall it is."""
        return max(self.top - self.bottom, 1.0)


def signs(page: Any, most: int) -> tuple[list[Sign], int]:
    """The characters of a text page of PDFium that mean something, spaces too, and how many mean nothing."""
    from pypdfium2 import raw  # type: ignore[import-untyped]  # noqa: PLC0415  # loaded for a PDF alone

    found, unknown = list[Sign](), 0
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    place = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    shape, base = _Shape(), None
    handle = page.raw
    unicode, box_of, origin = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
    n, count = -1, min(raw.FPDFText_CountChars(handle), most)
    while (n := n + 1) < count:
        code = unicode(handle, n)
        if code in _PAIRS and n + 1 < count:  # two units make one character
            n += 1
            code = 0x10000 + ((code - 0xD800) << 10) + ((unicode(handle, n) - 0xDC00) & 0x3FF)
        sign = HYPHEN if code in (2, 0xFFFE) else chr(code) if 0 < code < 0x110000 else "\ufffd"
        if sign.isspace() and raw.FPDFText_IsGenerated(handle, n) == 1:
            continue  # the gap says it
        if sign == "\ufffd" or (not sign.isprintable() and not sign.isspace() and sign not in HYPHEN + "\u00ad"):
            unknown += 1
        elif sign != "\u00ad" and box_of(handle, n, place[0]) and origin(handle, n, place[1], place[2]):
            if base != y.value:
                base, shape = y.value, _shape(handle, n, raw)
            if not shape.leans:
                is_level = shape.is_level and abs(x.value - box.left) < 0.1 * shape.size
                low, high = (base - 0.12 * shape.size, base + 0.88 * shape.size) if is_level else (box.bottom, box.top)
                found.append((sign, box.left, low, box.right, high, shape.turns))
    return found, unknown


@record(frozen=True)
class _Shape:
    """How characters on one base line are written: their size, quarter turns, and whether they lie level or lean."""

    size: float = 1.0
    turns: int = 0
    is_level: bool = True
    leans: bool = False


def _shape(page: Any, n: int, raw: Any) -> _Shape:
    """By base line and size, for boxes of fonts in one line differ."""
    matrix, turned = raw.FS_MATRIX(), round(degrees(raw.FPDFText_GetCharAngle(page, n)))
    has_matrix = raw.FPDFText_GetMatrix(page, n, matrix)
    return _Shape(
        raw.FPDFText_GetFontSize(page, n) * abs(matrix.d),
        round(turned / 90) % 4,
        bool(has_matrix and matrix.b == matrix.c == 0 and matrix.d > 0),
        abs((turned + 45) % 90 - 45) > _LEAN,
    )


def directions(found: Sequence[Sign]) -> list[tuple[int, list[Sign]]]:
    """The characters by the direction in which they run, in quarter turns to the right; most of them first."""
    steps = Counter[int]()
    for before, after in pairwise(found):
        if before[2] == after[2] and before[1] < after[1]:
            steps[0] += 1
        elif not (before[0].isspace() or after[0].isspace()):
            steps[_step(before, after)] += 1
    main = max(range(4), key=lambda turns: (steps[turns], -turns))
    if main == 1:  # Japanese from top to bottom stands upright, and figures in it lie
        return [(main, [sign for sign in found if sign[5] in (0, 1)])]
    parts = [(turns, [sign for sign in found if sign[5] == turns]) for turns in range(4)]
    return sorted((part for part in parts if part[1]), key=lambda part: -len(part[1]))


def _step(before: Sign, after: Sign) -> int:
    """Where the text goes from one character to the next: 0 right, 1 down, 2 left, 3 up; 4 to another line."""
    across = after[1] + after[3] - before[1] - before[3]
    along = after[2] + after[4] - before[2] - before[4]
    size = 2 * max(before[4] - before[2], before[3] - before[1], 1.0)
    if max(abs(across), abs(along)) > 1.5 * size or min(abs(across), abs(along)) > 0.3 * size:
        return 4
    if abs(across) >= abs(along):
        return 0 if across > 0 else 2
    return 1 if along < 0 else 3


_TURNS: Sequence[Callable[[float, float, float, float], tuple[float, float, float, float]]] = (
    lambda left, bottom, right, top: (left, bottom, right, top),
    lambda left, bottom, right, top: (-top, left, -bottom, right),
    lambda left, bottom, right, top: (-right, -top, -left, -bottom),
    lambda left, bottom, right, top: (bottom, -right, top, -left),
)


def turned(box: tuple[float, float, float, float], turns: int) -> tuple[float, float, float, float]:
    """A box as it lies when what runs in a direction runs from left to right."""
    return _TURNS[turns](*box)


def words(found: Sequence[Sign], turns: int) -> list[Word]:
    """The words of characters that run in one direction; what is printed twice for a shadow stands once."""
    kept = list[Word]()
    seen = dict[tuple[str, int, int], Word]()
    for word in _words(found, turns):
        across, along = int(word.left // _NEAR), int(word.bottom // _NEAR)
        around = (seen.get((word.text, across + x, along + y)) for x in (0, -1, 1) for y in (0, -1, 1))
        if not any(other is not None and _is_shadow(word, other) for other in around):
            seen[word.text, across, along] = word
            kept.append(word)
    return kept


def _words(found: Sequence[Sign], turns: int) -> Iterator[Word]:
    text, left, bottom, right, top = "", 0.0, 0.0, 0.0, 0.0
    last = ("", 0.0, 0.0, 0.0, 0.0)
    spaced = is_after_space = False
    height = 1.0
    for sign, x1, y1, x2, y2, _ in found:
        if sign.isspace():
            is_after_space = True
            continue
        if turns:
            x1, y1, x2, y2 = turned((x1, y1, x2, y2), turns)  # noqa: PLW2901  # most pages lie as they are
        if sign == last[0] and _covers(last[1:], (x1, y1, x2, y2)) and last[1:] != (x1, y1, x2, y2):
            continue  # bold by printing twice; of a ligature both parts have one and the same box
        if text and not is_after_space and -0.4 < (x1 - right) / height < SPACE and abs(y1 - bottom) < 0.15 * height:
            text += sign
            right = max(right, x2)
            if y2 > top:
                top = y2
                height = max(top - bottom, 1.0)
        else:
            if text:
                yield Word(text, left, bottom, right, top, spaced)
            text, left, bottom, right, top, spaced = sign, x1, y1, x2, y2, is_after_space
            height = max(top - bottom, 1.0)
        last, is_after_space = (sign, x1, y1, x2, y2), False
    if text:
        yield Word(text, left, bottom, right, top, spaced)


def _covers(one: Sequence[float], other: Sequence[float]) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 0.6 * (one[2] - one[0]) and high > 0.6 * (one[3] - one[1])


def _is_shadow(word: Word, other: Word) -> bool:
    near = min(0.3 * word.height, _NEAR)
    return abs(word.left - other.left) < near and abs(word.bottom - other.bottom) < near


def inside(found: Sequence[Sign], page: Any) -> list[Sign]:
    """The characters that stand within the edges of a page."""
    from pypdfium2 import raw  # noqa: PLC0415  # loaded for a PDF alone

    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        return list(found)
    left, bottom, right, top = box.left - 3, box.bottom - 3, box.right + 3, box.top + 3
    return [sign for sign in found if sign[1] < right and sign[3] > left and sign[2] < top and sign[4] > bottom]
