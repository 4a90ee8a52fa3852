"""Whether a text announces a split, a consolidation or a change of an ADR ratio, or only mentions one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from . import adr
from .candidate import Candidate
from .paths import EFFECTIVE, ISSUED_COUNTS, NEW_ADRS, OLD_ADRS, RECORD
from .ratios import CONSOLIDATION, SPLIT, Ratio
from .spans import sentence_in_line, sentence_span
from .titles import titles
from .tokens import Tokens

#: A matter that is not to be.
_REFUSED = re.compile(
    r"oppos(?:es?|ed|ition)(?: to)? (?:this|the|such) (?:shareholder )?proposal"
    r"|(?:cancel|withdraw|abandon)[a-z]* (?:of )?(?:the |its )?(?:proposed |planned )?(?:stock|share|reverse)[a-z ]{0,12} (?:split|consolidation)"
    r"|no (?:stock|share|reverse stock) split is (?:planned|proposed|intended)"
    r"|decided not to (?:implement|conduct|carry out|effect)",
    re.IGNORECASE,
)
#: A report of a period mentions splits of the past; one that it announces is an event after it, or resolved.
_REPORT = re.compile(r"決算短信|報告書|決算説明")
_OCCASION = re.compile(r"後発事象|取締役会|決議")

_PROPOSED = re.compile(r"株主提案(?!権)|株主からの提案")
_CALLED_OFF = re.compile(r"(?:分割|併合)[^\n]{0,12}(?:中止|撤回|取り?やめ|取り?消し|取り?下げ)")

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

#: So far reach the head of a text, its first lines and its beginning.
_HEAD, _TOP, _BEGINNING = 1500, 300, 3000
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

_COMPLETED = re.compile(
    r"\b(?:took effect|taken effect|became effective|completion of|have been (?:consolidated|split|sub-?divided|combined)|(?:has|have) (?:been )?(?:completed|implemented))\b",
    re.IGNORECASE,
)
_OF_JAPAN = re.compile(r"[ぁ-んァ-ヶ]|\bTSE\b|Tokyo Stock|\bJASDAQ\b|Companies Act|Co\., ?Ltd", re.IGNORECASE)


def announces(text: str, taken: Mapping[str, Candidate], ratio: Ratio | None, *, has_rivals: bool) -> bool:
    """Whether the text announces a split, a consolidation or a change of an ADR ratio, not only mentions one."""
    counts = sum(path in taken for path in ISSUED_COUNTS)
    if ratio is None and counts < 2 and not _changes_adrs(text, taken) and not has_rivals:
        return False
    named = titles(text)
    if _is_not_to_be(text, named) or _is_only_mentioned(text, taken, ratio):
        return False
    is_titled = any(words.search(title) for title in named for words in (SPLIT, CONSOLIDATION, adr.CHANGE))
    if not is_titled and _REPORT.search(text[:_TOP]) and not _OCCASION.search(text):
        return False
    return is_titled or (not named and not (has_rivals and ratio is None)) or counts > 1


def _changes_adrs(text: str, taken: Mapping[str, Candidate]) -> bool:
    return NEW_ADRS in taken and bool(adr.CHANGE.search(text) or OLD_ADRS in taken)


def _is_not_to_be(text: str, named: Sequence[str]) -> bool:
    """Whether the board refuses or calls off the event, or shareholders alone propose it."""
    is_called_off = any(_CALLED_OFF.search(title) for title in named)
    return is_called_off or bool(_REFUSED.search(text[:_BEGINNING]) or _PROPOSED.search(text[:_TOP]))


def _is_only_mentioned(text: str, taken: Mapping[str, Candidate], ratio: Ratio | None) -> bool:
    """Whether the sentence of the ratio calls the event off, or supposes one of which no day is known."""
    sentence = sentence_in_line(text, ratio.start) if ratio is not None else ""
    is_supposed = _SUPPOSED.search(sentence) and not {EFFECTIVE, RECORD} & taken.keys()
    return bool(is_supposed or _NOT_MADE.search(sentence))


def of_this_event(found: Sequence[Ratio], text: Tokens, today: date | None) -> list[Ratio]:
    """The ratios without those of a former split that the text only mentions."""
    is_headed = any(
        words.search(line[0]) for line in _HEADLINE.finditer(text.text[:_HEAD]) for words in (SPLIT, CONSOLIDATION)
    )
    return [one for one in found if not _is_of_the_past(one, text, today, is_headed=is_headed)]


def _is_of_the_past(one: Ratio, text: Tokens, today: date | None, *, is_headed: bool) -> bool:
    start, end = sentence_span(text.text, one.start, one.end)
    days = [dated.value for dated in text.dates if start <= dated.start < end and dated.value not in (None, today)]
    is_told = is_headed or _DECIDED.search(text.text, start, end) is not None
    if days and today and max(days) < today - (_LONG_AGO if is_told else timedelta()):
        return True
    return not is_headed and _DONE.search(text.text, start, end) is not None


def is_done(text: str) -> bool:
    """Whether an English announcement tells that the change has taken place."""
    return _COMPLETED.search(text[:2000]) is not None and not _OF_JAPAN.search(text)


def is_abroad(text: str) -> bool:
    """Whether nothing in the text says that the issuer is of Japan, whose law orders the days."""
    return not _OF_JAPAN.search(text)
