"""What holders of ADRs are charged when new ones are issued, and when these reach them."""

import re
from collections.abc import Iterator

from .candidate import Candidate
from .paths import ADR_DISTRIBUTION, ADR_FEE, ADR_RECORD
from .spans import sentence_around
from .tokens import D, N, Tokens

_ADRS = r"(?:AD[RS]s?|American\s+Deposit[ao]ry\s+(?:Shares?|Receipts?)|米国預託証券)"
_FEE = re.compile(
    rf"(?P<amount>{N})\s?(?:\([^()\n]{{0,30}}\)\s?)?(?:per|for\s+each|for\s+every|/)\s+"
    rf"(?:(?P<number>{N})(?:\s+(?:new\s+|additional\s+)?{_ADRS})?|(?P<hundred>one\s+hundred\s+(?:\(\s?{N}\s?\)\s+)?)?(?:new\s+|additional\s+)?{_ADRS})",
    re.IGNORECASE,
)
_CHARGED = re.compile(r"\bfees?\b|\bcharge|手数料", re.IGNORECASE)
_ISSUED = re.compile(r"issu|distribut|deliver|new\s+AD|additional\s+AD|発行|交付", re.IGNORECASE)
_CANCELLED = re.compile(r"cancel|surrender|withdraw|服|消却|取消|解約", re.IGNORECASE)
_DOLLARS = re.compile(r"\$|USD|US\s?dollars?|米ドル|ドル", re.IGNORECASE)

_DISTRIBUTED = re.compile(
    rf"(?:additional|new)\s+{_ADRS}\s+(?:will\s+be\s+|to\s+be\s+|are\s+(?:expected\s+to\s+be\s+)?)(?:distributed|issued|mailed|credited|delivered)(?:\s+to\s+[^.\n{D}]{{0,60}}?)?\s+(?:on\s+or\s+about\s+|on\s+)({D})"
    rf"|(?:distribute|issue|deliver)\s+(?:the\s+)?(?:additional|new)\s+{_ADRS}[^.\n{D}]{{0,60}}?\s+on\s+(?:or\s+about\s+)?({D})"
    rf"|{_ADRS}\s+(?:distribution|payable|payment|issuance)\s+date\s?(?:is|:|of)?\s?(?:on\s+or\s+about\s+)?({D})"
    rf"|(?:ADR|ADS)の?(?:交付|配布|分配)(?:予定)?日\s?[:は]?\s?({D})",
    re.IGNORECASE,
)
_RECORD = re.compile(
    rf"{_ADRS}\s+record\s+date\s?(?:is|:|of|will\s+be)?\s?({D})|(?:ADR|ADS)の?基準日\s?[:は]?\s?({D})", re.IGNORECASE
)


def adr_costs(text: Tokens) -> Iterator[Candidate]:
    """The highest fee for new ADRs, and the dates of their holders; nothing where places of the text differ."""
    if not re.search(_ADRS, text.text, re.IGNORECASE):
        return
    fees = {one.value: one for match in _FEE.finditer(text.shape) if (one := _fee(text, match))}
    if len(fees) == 1:
        yield from fees.values()
    for path, words in ((ADR_DISTRIBUTION, _DISTRIBUTED), (ADR_RECORD, _RECORD)):
        for match in words.finditer(text.shape):
            dated = text.date_at(match.start(match.lastindex or 0))
            if dated is not None:
                yield Candidate(path, dated, dated.start, dated.end)


def _fee(text: Tokens, match: re.Match[str]) -> Candidate | None:
    """The fee per hundred ADRs, where it is one for new ones, in dollars."""
    figure = text.figure_at(match.start("amount"))
    sentence = sentence_around(text.text, match.start(), match.end())
    near = text.text[max(0, match.start() - 4) : match.start("amount") + 12]
    if figure is None or not _CHARGED.search(sentence) or not _ISSUED.search(sentence) or not _DOLLARS.search(near):
        return None
    number = _number(text, match)
    if number not in (1, 100) or (_CANCELLED.search(sentence) and not _both(sentence)):
        return None
    value = figure.value * (100 // number)
    return Candidate(ADR_FEE, value, match.start(), match.end(), inferred=number == 1)


def _both(sentence: str) -> bool:
    """Whether a fee is said to be the same for new ADRs and for those that are given back."""
    return (
        re.search(r"\b(?:issu\w+|deliver\w*)\s+(?:and|or|/)\s+(?:cancel|surrender)", sentence, re.IGNORECASE)
        is not None
    )


def _number(text: Tokens, match: re.Match[str]) -> int:
    """For how many ADRs the fee is."""
    if match["hundred"]:
        return 100
    figure = text.figure_at(match.start("number")) if match["number"] else None
    if figure is None:
        return 0 if match["number"] else 1
    is_named = figure.unit.startswith("ad") or bool(re.search(_ADRS, match[0], re.IGNORECASE))
    return int(figure.value) if is_named and figure.value in (1, 100) else 0
