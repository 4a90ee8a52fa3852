"""Which part of an announcement a place belongs to: the split itself, ADRs, dividends, articles, rights, other matters."""

import re
from bisect import bisect_right

from ..domain.record import record

MAIN, ADR, DIVIDENDS, ARTICLES, OPTIONS, OTHER = "main", "adr", "dividends", "articles", "options", "other"

_SUBJECTS = (
    (ADR, r"(?<![A-Za-z])AD[RS]s?(?![A-Za-z])|American deposit[ao]ry|米国預託|預託証券"),
    (DIVIDENDS, r"配当|(?<!stock )(?<!share )dividend|株主優待|shareholder benefit"),
    (
        ARTICLES,
        r"定款|articles? of incorporation|articles amendment|(?:amend|chang|revis|alter)[a-z]* (?:\w+ )?(?:of|to|in) (?:the |its |our )?articles\b|^\W*\w{0,4}\W*(?:(?:partial )?amendments?|articles)\W*$",
    ),
    (
        OPTIONS,
        (
            r"新株予約権|新株引受権|行使価額|転換価額|ストック・?オプション|acquisition rights|exercise price"
            r"|conversion price|stock options?|warrants|convertible bond"
        ),
    ),
    (
        OTHER,
        (
            r"自己株式の?(?:取得|消却|処分)|単元株式?数|売買単位|単元株制度|立会外|第三者割当|business results"
            r"|(?:share|stock) (?:re)?purchase|repurchase|buy-?back|cancellation of|trading unit|share unit|^\W*about "
        ),
    ),
)
_EVENT = re.compile(
    r"分割|併合|split|consolidation|sub-?division|(?:stock|share) dividend|bonus (?:issue|share)|無償交付|株式(?:の)?無償割",
    re.IGNORECASE,
)
_RULES = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _SUBJECTS)
_BECAUSE = re.compile(
    r"伴う|伴い|関する|係る|による|後の|影響|調整|修正|due to|in connection|effect|accompany|associated|upon|following|result"
    r"|adjust|related|pursuant", re.IGNORECASE,
)  # fmt: skip
_JOINED = re.compile(
    r"(?:分割|併合)(?:の(?:実施|件))?(?:及び|および|並びに|ならびに|、|と|・)|\b(?:split|consolidation)(?:,| and| &)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"お知らせ|ご案内|\bnotice\b|announce", re.IGNORECASE)
_NUMBERED = re.compile(
    r"[-・*\s]*(?:[(<\[]?\s?(?:\d{1,2}|[a-z]|[ivx]{1,4}|[ア-ン])\s?[.)>\]、](?!\d)|<|\(\d)", re.IGNORECASE
)
_TOP = re.compile(r"\s*(?:\d{1,2}|[IVX]{1,4})\s?[.、](?!\d)\s?\S")
_TIMES = re.compile(
    r"(?:expected |proposed |indicative )?(?:timetable|schedule)$|(?:key|important) dates$", re.IGNORECASE
)
_TITLE_LINE = 90
_SAYS = re.compile(r"[A-Za-z][:][^\S\n]+\S[^\n]*\d")
_ITEM = re.compile(r"^\W{0,3}(?:\d{1,2}|[IVX]{1,4}|[a-z])\s?[.)、．]\s*")
_SENTENCE = re.compile(
    r"。|\.\s+[A-Z]|[a-z]{2}\.\s*$|(?:ます|した|する)(?:が|。|$)"
    r"|(?:であり|により|ており|のため|まして|につき)、|^\W*(?:注\d{0,2}\W|なお、|ただし、|※)"
)


@record(frozen=True)
class Sections:
    """Where the parts of a text begin, in order, and what they are about."""

    starts: tuple[int, ...]
    subjects: tuple[str, ...]

    def at(self, place: int) -> str:
        """What a place is about."""
        return self.subjects[bisect_right(self.starts, place) - 1]


def sections(text: str) -> Sections:
    """The parts of a folded text by their headings."""
    starts, subjects, place, is_struck, is_in_title = [0], [MAIN], 0, False, False
    is_single = False
    for line in text.splitlines(keepends=True):
        subject = _subject(line)
        if subject and is_in_title and not _NUMBERED.match(line):
            subject = MAIN  # one of several matters in the lines of a title
        opens = subject == MAIN and _EVENT.search(line) is not None
        is_in_title = line.isascii() and bool(line.strip()) and (opens or (is_in_title and len(line) <= _TITLE_LINE))
        if _STRUCK.match(line) or (is_struck and not _CORRECTED.match(line)):
            subject, is_struck = OTHER, True
        elif _CORRECTED.match(line):
            subject, is_struck = MAIN, False
        if subject is None and is_single and not re.match(r"\s*[a-z]", line):
            subject = MAIN  # behind an item that says its matter in its own line
        is_single = subject not in (None, MAIN) and _SAYS.search(line) is not None
        if subject is not None and subject != subjects[-1]:
            starts.append(place)
            subjects.append(subject)
        place += len(line)
    return Sections(tuple(starts), tuple(subjects))


#: What was wrong or is no longer so, up to what stands in its place.
_STRUCK = re.compile(
    r"\W*(?:訂正前|変更前の内容|before (?:the )?correction|incorrect)(?![^\n]*(?:訂正後|after (?:the )?correction))",
    re.IGNORECASE,
)
_CORRECTED = re.compile(r"\W*(?:訂正後|変更後の内容|after (?:the )?correction|corrected?\b)", re.IGNORECASE)


def _subject(line: str) -> str | None:
    """What a heading opens; none where the line is no heading or says nothing of its subject."""
    plain = line.strip()
    if not 2 < len(plain) <= 120 or _SENTENCE.search(_ITEM.sub("", plain)):
        return None
    numbered = bool(_NUMBERED.match(plain))
    if not numbered and (len(plain) > 60 or re.search(r"[:=\t]|\d{4}|\d\s?[株円]\s?(?![式主])", plain)):
        return None
    if _TITLE.search(plain) and not numbered:
        return MAIN
    found = [(match.start(), name) for name, words in _RULES for match in [_last(words, plain)] if match]
    if not found:
        return MAIN if _EVENT.search(plain) or _TOP.match(plain) or _TIMES.match(plain) else None
    name = max(found)[1]
    event = _last(_EVENT, plain)
    if event and (not _BECAUSE.search(plain) or (not numbered and _JOINED.search(plain))):
        return MAIN
    return name


def _last(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in words.finditer(text):
        found = match
    return found
