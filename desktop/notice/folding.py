"""The text of an announcement in one form of writing, with the way back to its own characters."""

import re
import unicodedata

from ..domain.record import record

#: Signs that NFKC leaves apart and that mean the same here.
_SAME = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"')
    | {"|": " ", "│": " ", "〜": "~", "：": ":", "〔": "(", "〕": ")", "【": "(", "】": ")", "→": "→", "\u00ad": ""}
)  # fmt: skip
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇"
#: One space within Japanese writing comes from the layout and parts nothing.
_SPREAD = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}0-9(<])|(?<=[0-9)>]) (?=[{_CJK}])")
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


def folded(original: str) -> Folded:
    """The text with half-width signs, without spaces inside Japanese words and without item numbers in circles."""
    characters, places = list[str](), list[int]()
    for place, character in enumerate(original):
        for sign in _folded_character(character):
            characters.append(sign)
            places.append(place)
    text = "".join(characters)
    spread = {match.start() for match in _SPREAD.finditer(text)}
    kept = [n for n in range(len(text)) if n not in spread]
    return Folded("".join(text[n] for n in kept), (*(places[n] for n in kept), len(original)))


def _folded_character(character: str) -> str:
    if character < "\x7f":
        return " " if character in "|\r\x0b\x0c" else character if character >= " " or character in "\n\t" else ""
    if _CIRCLED.match(character):
        return " "
    same = character.translate(_SAME)
    return unicodedata.normalize("NFKC", same).translate(_SAME)
