"""Where words may be broken into lines: a translation says it by zero-width spaces, for Japanese has no others."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

HINT = "\u200b"
_JOINER = "\u2060"
#: Two neighbours between which Qt would break a line, though neither is a space or a hint.
_INSIDE = re.compile(rf"(?<=[^\s{HINT}])(?=[^\s{HINT}])")

#: What a line cannot be broken in, where nothing is hinted: a word of Latin letters, or one Japanese character.
_WORD = re.compile(r"[!-~]+|[^\x00-\x7f]")


def plain(text: str) -> str:
    """The text without its hints, as it is read aloud and copied."""
    return text.replace(HINT, "").replace(_JOINER, "")


def words(text: str) -> list[str]:
    """What a line of the text cannot be broken in."""
    return text.replace(HINT, " ").split() if HINT in text else _WORD.findall(text)


def bound(text: str) -> str:
    """The text as Qt is to wrap it: where it carries hints, at these and at spaces alone."""
    return "\n".join(_INSIDE.sub(_JOINER, line) if HINT in line else line for line in text.split("\n"))


def height_in(metrics: QFontMetrics, text: str, width: int) -> int:
    """The height of a text as Qt wraps it within a width."""
    if text.isascii() and "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return metrics.height()  # one line of the font's own letters; measuring the wrapped text takes far longer
    return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text).height()


def two_lines(text: str, width_of: Callable[[str], int]) -> tuple[str, ...]:
    """The text on two lines of the least width, or on one where it cannot be broken."""
    places = [found.span() for found in re.finditer(rf"[ {HINT}]", text)]
    halves = [(plain(text[:start]), plain(text[end:])) for start, end in places]
    return min(halves, key=lambda lines: max(map(width_of, lines)), default=(plain(text),))
