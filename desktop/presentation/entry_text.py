"""What every reading of a typed text shares: one spelling of its characters, and what is wrong with it."""

import re
import unicodedata

from ..domain.message import Message

#: No number, date or ratio takes more characters; longer ones are refused before they are looked at.
LONGEST = 100
_SHOWN = 40

#: Patterns disregard capitals of English letters only, so that ı does not pass for an i.
LETTER_CASE = re.IGNORECASE | re.ASCII

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−ー─"), "-")
_INVISIBLE = dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)])
_FOLDED = {**_DASHES, **_INVISIBLE, ord("’"): "'"}
#: Controls, line ends, and what neither UTF-8 nor a workbook can hold.
_CONTROLS = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+"
#: Kinds of characters that NFKC would turn into plain digits: 10² is not 102.
_RAISED = ("<super>", "<sub>", "<circle>", "<fraction>")


class Problem(Message):
    """Why a text cannot be read, as a message for the field."""


def plain(text: str) -> str:
    """The text with half-width characters, one kind of dash and space, and nothing invisible."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_FOLDED).split())


def folded(text: str) -> str:
    """The text as words are compared: plain, and without regard to capitals."""
    return plain(text).casefold()


def printable(text: str) -> str:
    """The text with every run of control characters as one space, nothing at either end."""
    return re.sub(_CONTROLS, " ", text).strip()


def shown(text: str) -> str:
    """The beginning of a text, as a message quotes it."""
    words = printable(text[: 2 * _SHOWN])
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def raised_figure(text: str) -> str:
    """The first superscript, circled or fraction character of a text, or nothing."""
    return next((c for c in text if unicodedata.decomposition(c).startswith(_RAISED)), "")
