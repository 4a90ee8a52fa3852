"""What stands around a place of a text: its sentence or its line."""

import re

#: What ends a sentence, but for the dots of short forms.
_ENDS = re.compile(r"。|(?<!Inc)(?<!Ltd)(?<!Corp)(?<!\bCo)(?<!\bNo)(?<!\b[A-Za-z])(?<![ap]\.m)\.[ \n]|\n\n|\n-|\n\(")
#: A sentence reaches no farther from a place.
_LONGEST = 300


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends, over the ends of its lines."""
    before = max((match.start() for match in _ENDS.finditer(text, max(0, start - _LONGEST), start)), default=-1)
    behind = _ENDS.search(text, end, end + _LONGEST)
    after = behind.start() if behind else min(len(text), end + _LONGEST)
    return max(before, start - _LONGEST, 0), after


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds a place, over the ends of its lines."""
    first, last = sentence_span(text, start, end)
    return text[first:last]


def sentence_in_line(text: str, place: int) -> str:
    """The sentence around a place, within its line."""
    before = text[:place]
    start = max(before.rfind("\n"), before.rfind("。"), before.rfind(". ")) + 1
    ends = [end for end in (text.find(sign, place) for sign in ("\n", "。", ". ")) if end >= 0]
    return text[start : min(ends, default=len(text))]


def line_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the line that holds a place begins and ends, the sign of its end left out."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def line_around(text: str, start: int, end: int) -> str:
    """The line that holds a place."""
    first, last = line_span(text, start, end)
    return text[first:last]
