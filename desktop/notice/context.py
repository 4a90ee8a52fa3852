"""What the head of an announcement says of its day, and which days of a text follow from it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from .candidate import Candidate
from .dates import Dated, preceding
from .head_en import head_dates as english_head_dates
from .paths import RESOLUTION, SUBSTANCE
from .tokens import D, Tokens

_HEAD = 1200
_ALONE = re.compile(
    rf"^[ \t<(\[\"'*・]*(?:date|日付|各\s?位|発表日|東証|IR|PR|お知らせ|ニュース|ニュースリリース|適時開示|for immediate release[ :]*)?[ \t:：)]*({D})[>)\]\"'.]*[ \t]*(?:(?:に)?(?:発表|公表|開示)[)\]]?)?"
    r"(?:\d{1,2}:\d\d(?::\d\d)?)?[ \t]*(?:(?:適時開示|発表|付|press release|関連記事|公表|開示|IR|PR|お知らせ|ニュース|リリース|情報|その他|新着|NEWS|TDnet|PDF)[ \t/・]*){0,3}$",
    re.MULTILINE | re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"^[^\n]{{0,60}}?({D})[^\S\n]?(?:/|\(GLOBE|\(BUSINESS|--|-\s|—|\d{{1,2}}:\d\d|,? ?(?:PR ?Newswire|Business Wire))",
    re.MULTILINE | re.IGNORECASE,
)
#: The line of a news release, which may be the exhibit of a report.
_RELEASED = re.compile(
    rf"^(?:press release dated )?(?-i:[A-Z][A-Za-z]+)(?:, [A-Z][\w.]+)?,? ({D})\s?(?:-|--|/|\()",
    re.MULTILINE | re.IGNORECASE,
)
_REPORT = re.compile(r"提出|報告書|届出書|months ended|year ended|form 6-k|annual report", re.IGNORECASE)
_NAMED = re.compile(rf"(?:公表|開示|発表)(?:年月)?日[ \t:：)]{{0,12}}({D})")
_FIRST = re.compile(
    rf"^\s*({D})[ \t]*(?:会社名|株式会社|\(株\)|[^\s。、\d]{{2,20}}(?:株式会社|\(株\)))[^\n。]{{0,60}}$", re.MULTILINE
)
_VERY_FIRST = re.compile(rf"\A\s*({D})")
_LAST = re.compile(rf"[。」)]\s?({D})\s?\d{{1,2}}:\d\d[ \t]*(?=\n|$)")
#: Whose head is another day's: a call for a meeting, a broker's word to customers.
_OF_OTHERS = re.compile(r"招集ご?通知|お客(?:様|さま)|お取引|建玉|お預り")
_LABELLED = re.compile(r"日[ \t:：)]*\n?[ \t]*$|\b(?:from|of|on|with)[ \t:：)]*\n?[ \t]*$", re.IGNORECASE)
_TODAY = re.compile(
    r"本日[^。\n]{0,10}取締役会|board[^.\n]{0,40}\btoday\b|\btoday\b[^.\n]{0,60}(?:board|directors)", re.IGNORECASE
)
_DAY_ONLY = re.compile(
    r"(?<![\d月年/-])(?<!\d\n)(\d{1,2})日(?:に開催した|開催)?の?(?:取締役会|、[^。\n]{0,60}(?:公表|発表|決議|決めた))"
)


def head_dates(text: Tokens, claimed: set[int]) -> list[Dated]:
    """The dates of the head that can be the day of the announcement."""
    head = text.shape[:_HEAD]
    if _OF_OTHERS.search(text.text[:_HEAD]):
        return []
    found = list[Dated]()
    is_report = _REPORT.search(text.text[:300]) is not None
    for words in (_RELEASED,) if is_report else (_ALONE, _DATELINE, _NAMED, _FIRST, _VERY_FIRST, _LAST):
        for match in words.finditer(head):
            dated = text.date_at(match.start(1))
            lead = text.shape[max(0, match.start(1) - 20) : match.start(1)]
            is_named = words is _NAMED or not _LABELLED.search(lead)
            if dated and dated.start not in claimed and is_named:
                found.append(dated)
    if not found and not is_report:
        found = [dated for dated in english_head_dates(text) if dated.start not in claimed]
    found.sort(key=lambda dated: dated.start)
    first_sentence = head.find("。") if "。" in head else len(head)
    return [dated for dated in found if dated.start < first_sentence] or found[:3]


def is_decided_today(text: str) -> bool:
    """Whether the board decides on the day of the announcement."""
    return _TODAY.search(text) is not None


_CORRECTION = re.compile(
    r"^[^\n。]{0,60}(?:訂正|変更|一部修正)[^\n。]{0,80}(?:お知らせ|ついて)[^\n。]{0,40}$"
    r"|^[^\n]{0,80}\b(?:correction|corrections|amendments?|changes?) (?:to|of|in|regarding) (?:the )?\W{0,2}(?:notice|announcement|press|schedule|release)",
    re.MULTILINE | re.IGNORECASE,
)
_CORRECTS = re.compile(r"訂正|日程の?変更|開示事項の(?:変更|経過)|correct|to \W?(?:notice|announcement)", re.IGNORECASE)

_CORRECTED = re.compile(r"\(訂正|(?:一部)?訂正(?:の?お知らせ|について|に関する)")
_HEAD_OF_HEAD = 400
#: Other days are another resolution.
_DECIDED_ANEW = re.compile(r"本日[^。\n]{0,10}取締役会[^。\n]{0,80}(?:変更|延期)(?:する|を|いた)")


def is_correction(text: str) -> bool:
    """Whether the text corrects or changes an announcement of another day."""
    titles = [match[0] for match in _CORRECTION.finditer(text[:_HEAD]) if _CORRECTS.search(match[0])]
    is_new = _DECIDED_ANEW.search(text[:_HEAD]) and not any("訂正" in title for title in titles)
    return (bool(titles) and not is_new) or _CORRECTED.search(text[:_HEAD_OF_HEAD]) is not None


_PUBLIC_NOTICE = re.compile(r"^[^\n。:\d]{0,24}公告[ \t]*$", re.MULTILINE)


def is_public_notice(text: str) -> bool:
    """Whether the text is itself the public notice of a record date, by its title."""
    return _PUBLIC_NOTICE.search(text[:_HEAD]) is not None and "公告" in text.partition("。")[0]


_IN_SUBSTANCE = re.compile(
    r"(?<![\d月])(\d{1,2})日\s?(?:\(([月火水木金土])[^)\n]{0,3}\))?(?:が|は)?[^。\n\d]{0,10}実質"
    r"|実質(?:的|上)[^。\n\d月]{0,14}(?<![\d月])(\d{1,2})日\s?(?:\(([月火水木金土])[^)\n]{0,3}\))?"
)


def day_in_substance(text: Tokens, record: date) -> Iterator[Candidate]:
    """A day of the month of the record date that is named by its number alone as the record date in substance."""
    for match in _IN_SUBSTANCE.finditer(text.text):
        group, name = (1, match[2]) if match[1] else (3, match[4])
        day = int(match[group])
        if text.date_at(match.start(group)) is None and record.day - 10 < day < record.day:
            found = record.replace(day=day)
            if not name or "月火水木金土日"[found.weekday()] == name:
                yield Candidate(SUBSTANCE, found, match.start(group), match.end(group) + 1, 2, inferred=True)


_WAS_ANNOUNCED = re.compile(
    rf"(?:announced|published|released|disclosed|issued|made public|dated)(?: (?!on\b)[a-z]+){{0,3}}?(?: on| of)? \(?({D})",
    re.IGNORECASE,
)


def day_of_the_corrected(text: Tokens, head: Sequence[Dated]) -> Iterator[Candidate]:
    """The day on which what an English text corrects was announced, before the day of the correction."""
    today = head[-1].value if head else None
    for match in _WAS_ANNOUNCED.finditer(text.shape[: 2 * _HEAD]):
        dated = text.date_at(match.start(1))
        if dated and dated.value and today and (dated.value < today or "today" in match[0].lower()):
            yield Candidate(RESOLUTION, dated.value, dated.start, dated.end, 1)


def in_year_of(one: Candidate, today: date | None) -> Candidate:
    """A resolution whose year is missing, in the year of the last such day up to the one at the head."""
    if today is None or one.path != RESOLUTION or not isinstance(one.value, Dated) or one.value.year:
        return one
    day = preceding(one.value, today)
    return one if day is None else replace(one, value=day, inferred=True)


def day_of_month(text: Tokens, head: Dated | None) -> Iterator[Candidate]:
    """A day named by its number alone, the last one up to the day at the head."""
    today = head.value if head else None
    for match in _DAY_ONLY.finditer(text.text[:_HEAD]):
        if today is None or text.date_at(match.start()) is not None or not 1 <= int(match[1]) <= 31:
            continue
        day = int(match[1])
        month = today.month if day <= today.day else (today.month - 2) % 12 + 1
        found = preceding(Dated(0, 0, None, month, day), today)
        if found:
            yield Candidate(RESOLUTION, found, match.start(1), match.end(1) + 1, 2, inferred=True)
