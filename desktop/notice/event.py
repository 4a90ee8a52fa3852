"""Whether a text announces a split, a consolidation or a change of an ADR ratio, or only mentions one."""

import re
from collections.abc import Mapping

from . import adr
from .adr import CHANGE
from .candidate import Candidate
from .ratios import CONSOLIDATION, SPLIT, Ratio
from .resolution import AFTER, INCREASE, ISSUED

_TITLE = re.compile(
    r"^[^\n]{0,120}(?:お知らせ|ご案内)[^\n]{0,20}$|^\W{0,3}(?:Notice|Announcement)\b(?![^\n]*record date)(?! date)[^\n]{0,160}$",
    re.MULTILINE,
)
_BODY = re.compile(r"。|[をが](?:公表|行|実施)")

#: Words of a title that name no matter.
_GENERAL = re.compile(
    r"お知らせ|ご案内|重要な?|大切な?|新着|最新|各位|株主|投資家|お客|の?皆様?|皆さ?ま|さま|様|[Iil1][Rr]|ニュース|リリース|情報|一覧|に関する|への?|から|[\W_\d]"
    r"|Notice|Announcement", re.IGNORECASE,
)  # fmt: skip

#: A report of a period mentions splits of the past; one that it announces is an event after it, or resolved.
_REPORT = re.compile(r"決算短信|報告書|決算説明")
_OCCASION = re.compile(r"後発事象|取締役会|決議")

_CALLED_OFF = re.compile(r"(?:分割|併合)[^\n]{0,12}(?:中止|撤回|取り?やめ|取り?消し|取り?下げ)")


def _names_a_matter(title: str) -> bool:
    return len(_GENERAL.sub("", title)) > 1


def announces(text: str, taken: Mapping[str, Candidate], ratio: Ratio | None, *, has_rivals: bool) -> bool:
    """Whether the text announces a split, a consolidation or a change of an ADR ratio, not only mentions one."""
    counts = sum(path in taken for path in (ISSUED, INCREASE, AFTER))
    changes_adrs = "adr.new_adrs" in taken and bool(CHANGE.search(text) or "adr.old_adrs" in taken)
    if ratio is None and counts < 2 and not changes_adrs and not has_rivals:
        return False
    titles = [
        match[0] for match in _TITLE.finditer(text[:1500]) if not _BODY.search(match[0]) and _names_a_matter(match[0])
    ]
    if any(_CALLED_OFF.search(title) for title in titles):
        return False
    is_titled = any(words.search(title) for title in titles for words in (SPLIT, CONSOLIDATION, CHANGE, adr.CHANGE))
    if not is_titled and _REPORT.search(text[:300]) and not _OCCASION.search(text):
        return False
    return is_titled or (not titles and not (has_rivals and ratio is None)) or counts > 1
