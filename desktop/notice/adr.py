"""The ratio of ADRs to shares before and after, their dates and their depositary."""

import re
from collections.abc import Iterator
from fractions import Fraction

from .adr_ratios import sides, statements
from .adr_ways import phrase
from .candidate import Candidate
from .paths import ADR_CLOSED_FROM, ADR_CLOSED_TO, ADR_DEPOSITARY, ADR_EFFECTIVE
from .sections import ADR, Sections
from .spans import sentence_around
from .tokens import D, Tokens

_NAME_EN = r"American deposit[ao]ry"
CHANGE = re.compile(
    rf"(?:AD[RS]s?|{_NAME_EN} (?:share|receipt)s?)[^.\n]{{0,60}}ratio|ratio[^.\n]{{0,60}}(?:AD[RS]s?\b|{_NAME_EN})"
    r"|対原株(?:交換)?比率|(?:AD[RS]|預託証券)[^。\n]{0,30}比率",
    re.IGNORECASE,
)
POSTPONED = re.compile(r"postpon|putting off|put off|delay|延期|until further notice", re.IGNORECASE)


def adr_terms(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """What a text says of its ADRs; nothing where more than two ratios are stated."""
    old, new = sides(statements(text.undated))
    for side, one in (("old", old), ("new", new)):
        if one is not None:
            yield Candidate(f"adr.{side}_adrs", Fraction(one.adrs), one.start, one.end, 3)
            yield Candidate(f"adr.{side}_shares", Fraction(one.shares), one.start, one.end, 3)
    if CHANGE.search(text.text):
        yield from _effective_dates(text, sections)
        yield from _closed_dates(text)
        yield from _depositary(text.text, sections)


_EFFECTIVE = tuple(
    phrase(words)
    for words in (
        rf"(?:effective|take(?:s)? effect|become(?:s)? effective|show|reflected)[^.\n]{{0,40}}?(?: on| as of| from|:| be|,)? (?:or about )?(?:the open(?:ing)? (?:of trading )?on )?({D})",
        rf"effective date(?: of (?:the )?(?:new )?(?:AD[RS] )?ratio(?: change)?)?(?: is| of|:| will be| is expected to be)? ({D})",
        rf"(?:as of|on|from|beginning|effective) ({D})(?: \([^)\n]{{0,40}}\))?,? (?:the|each|one|1|every) (?:\(1\) )?(?:new )?(?:ADS|ADR|American Depositary|ratio|depositary)",
        rf"ratio[^.\n]{{0,60}}?(?:amended|changed|revised|adjusted|changes?)[^.\n]{{0,20}}? (?:on|from|as of|effective)(?: on)? ({D})",
        rf"(?:効力発生日|変更日|実施日|適用日)(?:\([^)]{{0,20}}\))? ?(?:は|:|が)? ?({D})",
        rf"({D})(?:付け?で|から|より|に)[^。\n]{{0,30}}(?:比率|ADR|ADS|預託証券)",
    )
)
_CLOSED = phrase(rf"(?:closed|閉鎖)[^.\n]{{0,60}}?({D}) ?(?:-|~|to|through|until|から|より) ?({D})")
_DEPOSITARY = re.compile(
    r"(?:depositary(?: bank)?|預託銀行|預託機関)\s?(?:is|:|は|=)\s?((?:The )?[^\n,、。(:]{3,60}?(?:, N\.A\.)?)(?:\.?\s*$|[\n,、。(])",
    re.IGNORECASE | re.MULTILINE,
)


_OF_ADRS = re.compile(r"(?<![A-Za-z])AD[RS]s?(?![A-Za-z])|\bratio\b|比率|depositary")
_OF_SHARES = re.compile(r"(?:stock|share)\s+(?:split|consolidation)|株式の?(?:分割|併合)", re.IGNORECASE)


def _effective_dates(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """The dates on which the ratio of the ADRs changes, unless the change is postponed."""
    if POSTPONED.search(text.text):
        return
    for words in _EFFECTIVE:
        for match in words.finditer(text.shape):
            dated = text.date_at(match.start(1))
            of_ratio = re.search(r"ratio|比率", text.text[match.start() : match.end()], re.IGNORECASE)
            sentence = sentence_around(text.text, match.start(), match.end())
            names_adrs = _OF_ADRS.search(sentence) is not None
            lead = text.text[max(0, match.start() - 40) : match.end()] if names_adrs else sentence
            is_theirs = of_ratio or not _OF_SHARES.search(lead)
            if dated and is_theirs and (names_adrs or sections.at(match.start()) == ADR):
                yield Candidate(ADR_EFFECTIVE, dated, dated.start, dated.end, 3 if of_ratio else 2)


def is_of_shares(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a date is about the split of the shares and says nothing of ADRs."""
    sentence = sentence_around(text, start, end)
    return _OF_SHARES.search(sentence) is not None and not _OF_ADRS.search(sentence)


def _closed_dates(text: Tokens) -> Iterator[Candidate]:
    """From when until when the depositary closes its books."""
    for match in _CLOSED.finditer(text.shape):
        for path, group in ((ADR_CLOSED_FROM, 1), (ADR_CLOSED_TO, 2)):
            dated = text.date_at(match.start(group))
            if dated:
                yield Candidate(path, dated, dated.start, dated.end, 3)


def _depositary(text: str, sections: Sections) -> Iterator[Candidate]:
    for match in _DEPOSITARY.finditer(text):
        starts_line = re.match(r"[\s\d().・]*$", text[text.rfind("\n", 0, match.start()) + 1 : match.start()])
        if sections.at(match.start()) == ADR or starts_line:
            yield Candidate(ADR_DEPOSITARY, match[1].strip(), match.start(1), match.end(1), 3)
