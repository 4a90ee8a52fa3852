"""Lines that name a value in words of their own: which term the name means, by the words that matter."""

import re
from collections.abc import Iterator

from ..domain.record import record
from .paths import (
    AFTER,
    AUTHORIZED,
    AUTHORIZED_AFTER,
    BARE_ISSUED,
    DECREASE,
    EFFECTIVE,
    INCREASE,
    ISSUED,
    NOTICE,
    RECORD,
    RESOLUTION,
    SUBSTANCE,
)
from .tokens import DATE_MARK, FIGURE_MARK, FILL, D, N
from .vocabulary import COUNT, DATE


@record(frozen=True)
class Named:
    """The name of a value at a place of a masked text, and the term that it means."""

    path: str
    kind: str
    start: int
    end: int


_MARKS = f"{DATE_MARK}{FIGURE_MARK}{FILL}"
#: A cell of words, behind a number of the list perhaps, with its value behind it or nothing.
_CELL = re.compile(
    rf"(?:^|(?<=\t)|(?<=[ \u3000]{{3}}))(?![ \t\u3000]{{41}})[ \t\u3000]{{0,40}}(?:[-・*■□◆◇●○•▪] ?|\(?(?:{FIGURE_MARK}{FILL}?|[ivx]{{1,4}}|[a-zA-Zア-ン]) ?[).、．:] {{0,8}}){{0,2}}"
    rf"(?P<name>[^\s{_MARKS}。;][^\n\t{_MARKS}。;]{{1,110}}?(?:\s(?:as of|as at|at)\s{D}|\({D}(?:現在|時点)?\))?)"
    rf"(?=[\s:：=…・.,]{{0,60}}(?:\((?:scheduled|planned|予定)\)[\s:：]{{0,8}})?(?:{D}|{N}|$|\n|\t| {{3}}))",
    re.MULTILINE | re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:will|shall|has|have|resolved|announces?d?|hereby|would|we|you|our|which|such|because)\b|ます|ました|する(?:こと|ため)|により|において|[、にをはが]\s*$"
    r"|\.\s+[A-Z]", re.IGNORECASE,
)  # fmt: skip

_NOT_COUNTS = re.compile(
    r"treasury|\bown shares|per[ -]share|per unit|voting|rights?\b|option|exercise|trading unit|share unit|holders?\b|average|prefer|class [b-z]\b"
    r"|fraction|dividend|price|\bAD[RS]s?\b|depositary|convert|bond|warrant|underlying|cancel|repurchase|amount|value|capital\b|odd[- ]lot|percent|ratio"
    r"|自己株式|議決権|予約権|潜在|優先|種株|種類|当たり|あたり|単元|行使|配当|株主数|取得|消却|資本金|端数|割合|比率|金額|株価|価額|期中|平均|所有|保有|お手元|持株|お預り",
    re.IGNORECASE,
)  # fmt: skip
_SHARES = re.compile(r"shares?\b|stocks?\b|issued|outstanding|株", re.IGNORECASE)
_AUTHORIZED = re.compile(
    r"authori[sz]|issuable|(?:may|can|could) be issued|発行可能|発行する株式の総数|授権", re.IGNORECASE
)
_DECREASE = re.compile(r"decreas|reduc|減少|減る", re.IGNORECASE)
_INCREASE = re.compile(
    r"increas|added|addition|\bnew(?:ly)?\b|to be distributed|arising|増加|増える|増やす|増分", re.IGNORECASE
)
_AFTER = re.compile(r"\bafter\b|following|subsequent|\bpost\b|\bpost-|\bupon\b|resulting total|後", re.IGNORECASE)
_BEFORE = re.compile(
    r"before|prior\b|\bpre-|\bpresent\b|\bcurrent|existing|at present|(?<!以)前|現在の|現行", re.IGNORECASE
)
_AS_OF = re.compile(rf"{D}", re.IGNORECASE)
_ISSUED = re.compile(r"issued|outstanding|in issue|number of shares|発行済|株式総数|株式の?総?数", re.IGNORECASE)

_NOT_DATES = re.compile(
    r"dividend|distribution|payment|payable|meeting|trad(?:e|ing)|certificate|deliver|article|unit|adjust|\bex\b|\bex-|last|suspen|clos(?:e|ing)"
    r"|applic|exercise|commenc|calculat|recording|start|begin|period|cancel|delist|\bAD[RS]s?\b|report|contact|amend|fraction|ratio|cusip|benefit|right"
    r"|配当|支払|優待|総会|売買|株券|交付|定款|単元|調整|最終|停止|閉鎖|適用|行使|起算|記録日|増加|公表|取得|割当価|権利|提出|発行日|変更|申込|期間|上場",
    re.IGNORECASE,
)  # fmt: skip
_RECORD = re.compile(r"record\s+date|date\s+of\s+record|allotment\s+date|基準日|割当日", re.IGNORECASE)
_NOTICE = re.compile(r"notice|notif|announce|publi|公告", re.IGNORECASE)
_EFFECT = re.compile(
    r"effect(?:ive|iveness)?\b|効力|(?:分割|併合)(?:の)?(?:実施)?(?:期)?日$|(?:split|consolidation) date", re.IGNORECASE
)
_BOARD = re.compile(r"\bboard|directors|resolution|取締役会|決議", re.IGNORECASE)
_SUBSTANCE = re.compile(r"substan|de facto|in practice|実質", re.IGNORECASE)


def named(shape: str) -> Iterator[Named]:
    """The names that lines and cells of a masked text give to a value of the event."""
    for match in _CELL.finditer(shape):
        words = match["name"].strip()
        if len(words) < 2 or _VERB.search(words):
            continue
        found = _date(words) or _count(words)
        if found:
            kind = DATE if "schedule." in found else COUNT
            yield Named(found, kind, match.start("name"), match.end("name"))


def _date(words: str) -> str:
    if _NOT_DATES.search(words) or len(words) > 80:
        return ""
    is_record = bool(_RECORD.search(words))
    if _SUBSTANCE.search(words):
        return SUBSTANCE if is_record else ""
    if _NOTICE.search(words):
        return NOTICE if is_record and not _EFFECT.search(words) else ""
    found = [
        path
        for path, is_meant in (
            (RECORD, is_record),
            (EFFECTIVE, bool(_EFFECT.search(words))),
            (RESOLUTION, bool(_BOARD.search(words))),
        )
        if is_meant
    ]
    return found[0] if len(found) == 1 else ""


def _count(words: str) -> str:
    if _NOT_COUNTS.search(words) or not _SHARES.search(words):
        return ""
    before, after = bool(_BEFORE.search(words)), bool(_AFTER.search(words))
    if _AUTHORIZED.search(words):
        return "" if before == after else AUTHORIZED if before else AUTHORIZED_AFTER
    is_less, is_more = bool(_DECREASE.search(words)), bool(_INCREASE.search(words))
    if is_less or is_more:
        return "" if before or is_less == is_more else DECREASE if is_less else _INCREASED[after]
    if not _ISSUED.search(words) or (before and after):
        return ""
    if before or after:
        return ISSUED if before else AFTER
    return BARE_ISSUED if _AS_OF.search(words) else ""


#: What increases; one that names what is after it is not said to be the one or the other.
_INCREASED = {False: INCREASE, True: ""}
