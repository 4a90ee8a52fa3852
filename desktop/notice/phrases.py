"""Phrases that are looked for near certain words, or without regard to case in a third of the time of `re.IGNORECASE`."""

import re
import string
from collections.abc import Iterator
from functools import cached_property

_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_SIGNS = re.compile(r"\\.|\(\?P|[A-Z]")  # a sign that is escaped and the P of a named group stay


def in_small_letters(text: str) -> str:
    """The text, place by place: `str.lower` makes two characters of some."""
    return text.translate(_SMALL)


class Phrase:
    """A pattern that is looked for in the text in small letters; what is found there is matched in the text itself."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._small = re.compile(_SIGNS.sub(lambda sign: sign[0].lower() if len(sign[0]) == 1 else sign[0], pattern))

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    def finditer(self, text: str, small: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What `re.Pattern.finditer` finds; `small` is the text in small letters."""
        end = len(text) if end is None else end
        for found in self._small.finditer(small, start, end):
            match = self._exact.match(text, found.start(), end)
            if match is not None:
                yield match

    def match(self, text: str, small: str, start: int, end: int) -> re.Match[str] | None:
        """What `re.Pattern.match` finds."""
        return self._exact.match(text, start, end) if self._small.match(small, start, end) else None


def around(text: str, words: re.Pattern[str], reach: int) -> list[tuple[int, int]]:
    """The stretches of a text that lie near certain words, from the end of a line to one."""
    found = list[tuple[int, int]]()
    for match in words.finditer(text):
        if found and match.end() + reach <= found[-1][1]:
            continue
        start = text.rfind("\n", 0, max(0, match.start() - reach)) + 1
        end = (text.find("\n", match.end() + reach) + 1) or len(text)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
