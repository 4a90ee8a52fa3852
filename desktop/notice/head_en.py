"""Where the head or the foot of an English announcement names its day."""

import re
from collections.abc import Iterator

from .dates import Dated
from .tokens import DATE_MARK, D, Tokens

_HEAD, _FOOT, _TOP_LINES = 1000, 900, 6
_SPACE = r"(?:[ \t]{2,}|\t)"
_CITY = r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,2}"
_CITY_LINE = rf"^(?-i:{_CITY})(?:, (?-i:[A-Z])[\w.]{{1,12}})?,?\s+(?:- )?({D})[ \t]*(?:$|[:-])"
_IN_CITY = re.compile(_CITY_LINE, re.MULTILINE | re.IGNORECASE)
_MATTER = r"announcement|release|notice|report|issue|disclosure|occurrence(?: of the event)?"
_DATE_OF = rf"(?:press |news )?(?:release )?date(?: of (?:this )?(?:{_MATTER}))?"
_PUBLISHED = r"dated|(?:first )?published|posted|released|for (?:immediate )?release|announced"
#: Of the head: a label, the line of a news release, the end of a line that names no other day.
_WAYS = tuple(
    re.compile(words, re.MULTILINE | re.IGNORECASE)
    for words in (
        rf"^\W*(?:{_DATE_OF}|{_PUBLISHED}|notice date|announcement date)(?: on)?[ :]*({D})",
        rf"(?:{_SPACE}|\()(?:notice date|announcement date|release date|released?|published|posted|dated?)(?: on)?[ :]*({D})",
        rf"(?:^|following |this )(?:press |news )?release (?:on|dated|of)\s+({D})",
        rf"date of (?:report|earliest event reported)[^\n{DATE_MARK}]{{0,60}}({D})",
        _CITY_LINE,
        rf"^(?-i:[A-Z][A-Z .'-]{{2,30}})[^\n{DATE_MARK}]{{0,40}}\(?({D})\)? ?(?:\([A-Z]|-|/)",
    )
)  # fmt: skip
_AT_END = re.compile(rf"^(?P<lead>[^\n{DATE_MARK}]*\S){_SPACE}(?:{_CITY}, )?({D})[ \t]*$", re.MULTILINE)
_AT_BEGIN = re.compile(rf"^[ \t]*({D}){_SPACE}(?=\S)", re.MULTILINE)
_ALONE = re.compile(rf"^\W*(?:dated?[ :]*|{_CITY}, )?({D})\W*$", re.MULTILINE | re.IGNORECASE)
_ROW = re.compile(
    r"date|time|\bday\b|meeting|resolution|record|effective|effect|period|expir|grant|series|from|until|as of|issued|shares|before|after|notice of|split|[:=]\s*$",
    re.IGNORECASE,
)


def head_dates(text: Tokens) -> Iterator[Dated]:
    """The dates that stand in the head, or else at the foot, where an English announcement has its day."""
    found = list(_in_head(text))
    yield from found or _in_foot(text)


def _in_head(text: Tokens) -> Iterator[Dated]:
    head = text.shape[:_HEAD]
    for words in _WAYS:
        yield from _dated(text, (match.start(1) for match in words.finditer(head)))
    top = sum(len(line) for line in head.splitlines(keepends=True)[:_TOP_LINES])
    starts = (match.start(2) for match in _AT_END.finditer(head, 0, top) if not _ROW.search(match["lead"]))
    yield from _dated(text, starts)
    yield from _dated(text, (match.start(1) for match in _AT_BEGIN.finditer(head)))


def _in_foot(text: Tokens) -> Iterator[Dated]:
    start = max(0, len(text.shape) - _FOOT)
    for words in (_IN_CITY, _ALONE):
        yield from _dated(text, (match.start(1) for match in words.finditer(text.shape, start)))


def _dated(text: Tokens, places: Iterator[int]) -> Iterator[Dated]:
    return (dated for place in places if (dated := text.date_at(place)))
