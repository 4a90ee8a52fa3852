"""Whether a text announces a split, a consolidation or a change of an ADR ratio, or only mentions one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from . import adr
from .adr import CHANGE
from .candidate import Candidate
from .paths import EFFECTIVE, ISSUED_COUNTS, NEW_ADRS, OLD_ADRS, RECORD
from .ratios import CONSOLIDATION, SPLIT, Ratio
from .sentences import sentence_span
from .tokens import Tokens

#: A matter that is not to be.
_REFUSED = re.compile(
    r"oppos(?:es?|ed|ition)(?: to)? (?:this|the|such) (?:shareholder )?proposal|(?:cancel|withdraw|abandon)[a-z]* (?:of )?(?:the |its )?(?:proposed |planned )?(?:stock|share|reverse)[a-z ]{0,12} (?:split|consolidation)"
    r"|no (?:stock|share|reverse stock) split is (?:planned|proposed|intended)|decided not to (?:implement|conduct|carry out|effect)", re.IGNORECASE,
)  # fmt: skip
_TITLE = re.compile(
    r"^[^\n]{0,120}(?:お知らせ|ご案内)[^\n]{0,20}$|^\W{0,3}(?:Notice|Announcement)\b(?![^\n]*record date)(?! date)[^\n]{0,160}$",
    re.MULTILINE,
)
_ROW = re.compile(r"\.{3}|[:=]|\t")
_BODY = re.compile(r"。|[をが](?:公表|行|実施)")

#: Words of a title that name no matter.
_GENERAL = re.compile(
    r"お知らせ|ご案内|重要な?|大切な?|新着|最新|各位|株主|投資家|お客|の?皆様?|皆さ?ま|さま|様|[Iil1][Rr]|ニュース|リリース|情報|一覧|に関する|への?|から|[\W_\d]"
    r"|Notice|Announcement", re.IGNORECASE,
)  # fmt: skip

#: A report of a period mentions splits of the past; one that it announces is an event after it, or resolved.
_REPORT = re.compile(r"決算短信|報告書|決算説明")
_OCCASION = re.compile(r"後発事象|取締役会|決議")

_PROPOSED = re.compile(r"株主提案(?!権)|株主からの提案")
_CALLED_OFF = re.compile(r"(?:分割|併合)[^\n]{0,12}(?:中止|撤回|取り?やめ|取り?消し|取り?下げ)")

_LONG = 300
_CRUMB = re.compile(r"[>»/|]")
_FLOWING = re.compile(r"([^。\n]{0,300}?(?:お知らせ|ご案内))(?![」』])")

#: The first lines of a title that has several: neither sentences nor names of the head.
_ABOVE = re.compile(r"[^\n。:\d]{12,80}")
_OF_HEAD = re.compile(r"会社|代表|コード|問合|電話|TEL|各位|投資法人|取締役|\)$")


def _whole(text: str, match: re.Match[str]) -> str:
    """A title with the lines above that belong to it."""
    lines = [match[0]]
    for line in reversed(text[: match.start()].rstrip("\n").split("\n")[-2:]):
        if not _ABOVE.fullmatch(line.strip()) or _OF_HEAD.search(line):
            break
        lines.insert(0, line.strip())
    return "".join(lines)


#: What the sentence of the ratio says where there is no such event: it is called off, denied or not even decided.
_NOT_MADE = re.compile(
    r"(?:分割|併合)[^\n。]{0,20}(?:中止|撤回|取り?[やす止]め|見送|(?:行わ|実施し|し)ないこと)"
    r"|\b(?:cancel\w*|withdr[ae]w\w*|abandon\w*|rescind\w*|call(?:s|ed|ing)? off|den(?:y|ies|ied)(?: [\w,]+){0,6}"
    r"|not (?:to )?(?:proceed with|implement|effect|conduct|carry out))"
    r"(?: (?:the|its|an?|any|of|planned|proposed|previously|announced|\d[\w:-]*)){0,6}"
    r" (?:reverse )?(?:(?:stock|share) )?(?:split|consolidation)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"例えば|たとえば|仮に|(?:分割|併合)[^\n。]{0,20}を検討|for (?:example|instance)\b|\be\.g\.|\brumou?r|\bspeculat"
    r"|\bconsider(?:s|ing)\b[^.\n]{0,40}\b(?:split|consolidation)\b",
    re.IGNORECASE,
)


def _sentence(text: str, place: int) -> str:
    """The sentence around a place, within its line."""
    before = text[:place]
    start = max(before.rfind("\n"), before.rfind("。"), before.rfind(". ")) + 1
    ends = [end for end in (text.find(sign, place) for sign in ("\n", "。", ". ")) if end >= 0]
    return text[start : min(ends, default=len(text))]


def _is_only_mentioned(text: str, taken: Mapping[str, Candidate], ratio: Ratio | None) -> bool:
    """Whether the sentence of the ratio calls the event off, or supposes one of which no day is known."""
    sentence = _sentence(text, ratio.start) if ratio is not None else ""
    is_supposed = _SUPPOSED.search(sentence) and not {EFFECTIVE, RECORD} & taken.keys()
    return bool(is_supposed or _NOT_MADE.search(sentence))


#: What happened so long before the announcement is another event.
_LONG_AGO = timedelta(days=60)
_DONE = re.compile(
    r"(?<!be )(?<!been )\b(?:carried out|conducted|implemented|executed|effected|undertook|has been adjusted|have been adjusted)\b|\b(?:was|were) (?:paid|distributed|made|completed)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"resol|approv|declar|decid|decision|announc|determin|adopt|authori[sz]|決議|決定|発表", re.IGNORECASE
)
_HEADLINE = re.compile(r"^[^\n]{3,200}(?<![.。])$", re.MULTILINE)


def of_this_event(found: Sequence[Ratio], text: Tokens, today: date | None) -> list[Ratio]:
    """The ratios without those of a former split that the text only mentions."""
    is_headed = any(
        words.search(line[0]) for line in _HEADLINE.finditer(text.text[:1500]) for words in (SPLIT, CONSOLIDATION)
    )
    return [one for one in found if not _is_of_the_past(one, text, today, is_headed=is_headed)]


def _is_of_the_past(one: Ratio, text: Tokens, today: date | None, *, is_headed: bool) -> bool:
    start, end = sentence_span(text.text, one.start, one.end)
    days = [dated.value for dated in text.dates if start <= dated.start < end and dated.value not in (None, today)]
    is_told = is_headed or _DECIDED.search(text.text, start, end) is not None
    if days and today and max(days) < today - (_LONG_AGO if is_told else timedelta()):
        return True
    return not is_headed and _DONE.search(text.text, start, end) is not None


def _names_a_matter(title: str) -> bool:
    return len(_GENERAL.sub("", _CRUMB.split(title)[-1])) > 1


def _titles(text: str) -> list[str]:
    """The titles at the head of a text; of one that is a single line what ends like one."""
    lines = [_whole(text, match) for match in _TITLE.finditer(text[:1500])]
    found = [title for title in lines if not _BODY.search(title) and not _ROW.search(title) and _names_a_matter(title)]
    is_one_line = len(text.split("\n", 1)[0]) >= min(_LONG, len(text) - 1)
    flowing = _FLOWING.match(text) if is_one_line and not found else None
    return [flowing[1]] if flowing else found


def announces(text: str, taken: Mapping[str, Candidate], ratio: Ratio | None, *, has_rivals: bool) -> bool:
    """Whether the text announces a split, a consolidation or a change of an ADR ratio, not only mentions one."""
    counts = sum(path in taken for path in ISSUED_COUNTS)
    changes_adrs = NEW_ADRS in taken and bool(CHANGE.search(text) or OLD_ADRS in taken)
    if ratio is None and counts < 2 and not changes_adrs and not has_rivals:
        return False
    if _REFUSED.search(text[:3000]):
        return False
    titles = _titles(text)
    if any(_CALLED_OFF.search(title) for title in titles):
        return False
    if _PROPOSED.search(text[:300]) or _is_only_mentioned(text, taken, ratio):
        return False
    is_titled = any(words.search(title) for title in titles for words in (SPLIT, CONSOLIDATION, CHANGE, adr.CHANGE))
    if not is_titled and _REPORT.search(text[:300]) and not _OCCASION.search(text):
        return False
    return is_titled or (not titles and not (has_rivals and ratio is None)) or counts > 1


_COMPLETED = re.compile(
    r"\b(?:took effect|taken effect|became effective|completion of|have been (?:consolidated|split|sub-?divided|combined)|(?:has|have) (?:been )?(?:completed|implemented))\b",
    re.IGNORECASE,
)
_OF_JAPAN = re.compile(r"[ぁ-んァ-ヶ]|\bTSE\b|Tokyo Stock|\bJASDAQ\b|Companies Act|Co\., ?Ltd", re.IGNORECASE)


def is_done(text: str) -> bool:
    """Whether an English announcement tells that the change has taken place."""
    return _COMPLETED.search(text[:2000]) is not None and not _OF_JAPAN.search(text)


def is_abroad(text: str) -> bool:
    """Whether nothing in the text says that the issuer is of Japan, whose law orders the days."""
    return not _OF_JAPAN.search(text)
