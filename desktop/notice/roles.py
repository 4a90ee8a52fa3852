"""What English words around a date say that it is: the nearest of those that name a day tells."""

import re
from collections.abc import Iterator

from .candidate import Candidate
from .dates import Dated
from .paths import EFFECTIVE, NOTICE, OF_ADRS, RESOLUTION, SUBSTANCE
from .role_words import BEHIND, CUES, PAID, SINGLE, SINGLES
from .sections import ADR, ARTICLES, MAIN, Sections
from .sentences import is_about_dividends
from .spans import line_span, sentence_around
from .tokens import DATE_MARK, FILL, Tokens

_EVENT = re.compile(r"split|consolidat|sub-?divi|combin|stock dividend|bonus|\bratio\b", re.IGNORECASE)
#: A verb in what else could be a name; other matters of a board; what belongs to the depositary.
_RUNNING = re.compile(r"\b(?:is|are|will|shall|was|has|have|be)\b", re.IGNORECASE)
_OTHER_MATTER = re.compile(
    r"dividend|purchase|treasury|appoint|elect|officer|result|forecast|option|benefit|meeting of share|subsidiar|merger|previous|last",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\bprices?\s+(?:shall|will|are|is)\b[^.;]{0,40}adjusted|rights\s+(?:issue|shares?|offer)", re.IGNORECASE
)
_ADRS = re.compile(r"\b[AG]D[RS]s?\b|depositary", re.IGNORECASE)
_EVENT_OF_SHARES = re.compile(
    r"(?:share|stock|capital|reverse) (?:split|consolidation|sub-?division)|\bORD\b", re.IGNORECASE
)
#: What happens to the shares that are held on a day does not happen on it.
_AS_OF_RECORD = re.compile(
    r"record date|register|registry|\bwith\s+(?:the )?$|(?:held|owned|entitled|recorded)[^.;]{0,40}$",
    re.IGNORECASE,
)
_REACH, _LINE, _REST = 160, 140, 25
_STOP = re.compile(
    r"[.;](?=\s+[A-Z(\"'\d\n])(?<!\b[A-Z]\.)(?<!Inc\.)(?<!Ltd\.)(?<!Co\.)(?<!No\.)|\n\s*\n|\n(?=\s*(?:[-*・•]|\(?\w{1,3}[.)]\s))"
)


def by_words_around(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """What the nearest English words say of each date; weaker than a label or a whole phrase."""
    last = 0
    for dated in text.dates:
        begin, last = last, dated.end
        part = sections.at(dated.start)
        role = _role(text.shape, dated, begin) if part in (MAIN, ADR, ARTICLES) else ""
        words = _clause(text, dated)
        if role and not _is_of_other_matter(role, words, part):
            yield Candidate(_path(role, words), dated, dated.start, dated.end, _weight(role, words))


def _path(role: str, words: str) -> str:
    """The term of a role; a day of the depositary is one of the ADRs."""
    path = EFFECTIVE if role == PAID else role
    return OF_ADRS.get(path, path) if _ADRS.search(words) and not _EVENT_OF_SHARES.search(words) else path


def _weight(role: str, words: str) -> int:
    if role == RESOLUTION and not _EVENT.search(words):
        return 0
    return {RESOLUTION: 2, SUBSTANCE: 2, PAID: 0}.get(role, 1)


def _role(shape: str, dated: Dated, begin: int) -> str:
    """The term that a date is of, by the words behind it, else by the nearest before it; else nothing."""
    behind = shape[dated.end : dated.end + 200].split(DATE_MARK, maxsplit=1)[0]
    lead = _lead(shape, max(begin, dated.start - _REACH), dated.start)
    for role, words in BEHIND:
        if words.match(behind) and (role != EFFECTIVE or not _AS_OF_RECORD.search(lead)):
            return role
    single = SINGLE.fullmatch(lead)
    if single:
        return next(role for role, word in SINGLES.items() if re.fullmatch(word, single[1], re.IGNORECASE))
    found = [
        (match.end(), len(match[0]), match.start(), role) for role, words in CUES for match in words.finditer(lead)
    ]
    if not found:
        return ""
    first = min(found, key=lambda one: (one[2], -one[1]))
    return first[3] if _is_name_of_day(lead, first[2], first[0]) else max(found)[3]


def _is_name_of_day(lead: str, start: int, end: int) -> bool:
    """Whether the first words that say something begin a line that is all name: effective date of the split and the articles."""
    rest = lead[end:]
    is_name = re.fullmatch(r"\W*(?:\w{1,3}[.)]\s*)?", lead[:start]) and re.match(r"\s+(?:of|for)\b", rest)
    return bool(is_name) and _EVENT.search(rest) is not None and not _RUNNING.search(rest)


def _lead(shape: str, begin: int, start: int) -> str:
    """The words of the same sentence or line before a place, from the date before it on."""
    lead = shape[begin:start]
    stops = [match.end() for match in _STOP.finditer(lead)]
    lead = lead[stops[-1] :] if stops else lead
    lead = re.sub(r"^[^\S\n]*\([^()\n]{0,30}\)", "", lead)
    *above, line = lead.split("\n")
    if above and (re.search(r"[A-Za-z]{3}", line) and not re.match(r"[ \t]*[a-z(]", line)):
        return line
    return re.sub(r"\s+", " ", lead).replace(FILL, "")


def _clause(text: Tokens, dated: Dated) -> str:
    """The line that a date ends, with its name before it; else the sentence that holds the date."""
    begin, end = line_span(text.text, dated.start, dated.end)
    is_named = re.search(r"[A-Za-z]{3}", text.text[begin : dated.start]) is not None
    if end - dated.end < _REST and is_named and dated.end - begin < _LINE:
        return text.text[begin:end]
    return sentence_around(text.text, dated.start, dated.end)


def _is_of_other_matter(role: str, words: str, part: str) -> bool:
    if role == RESOLUTION:
        return part != MAIN or (not _EVENT.search(words) and _OTHER_MATTER.search(words) is not None)
    if part == ARTICLES:
        return True
    return role != NOTICE and (is_about_dividends(words) or _RIGHTS.search(words) is not None)
