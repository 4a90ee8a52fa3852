"""Where the shares are listed, and which market's calendar their days follow."""

import re
from collections.abc import Iterator

from .candidate import Candidate
from .paths import CURRENCY, LISTING, MARKET

_HEAD = 2500
_NEAR = 60
_TOKYO = "プライム|スタンダード|グロース|マザーズ|ジャスダック|JASDAQ"
_REGIONAL = "メイン|プレミア|ネクスト|アンビシャス|Q-Board"
_SECTION = rf"(?:{_TOKYO}|{_REGIONAL}|各?(?:市場)?第?[一二1-2]部|本則)(?:市場)?(?:\((?:スタンダード|グロース)\))?"
_EXCHANGE = (
    r"(?:東証|名証|福証|札証|大証|東京証券取引所|名古屋証券取引所|福岡証券取引所|札幌証券取引所|大阪証券取引所|JASDAQ)"
)
_JAPANESE = re.compile(
    rf"{_EXCHANGE}(?:[・、]?{_EXCHANGE}){{0,3}}\s?(?:{_SECTION})?(?:[・、]{_EXCHANGE}\s?(?:{_SECTION})?){{0,3}}"
)
_SECTION_EN = (
    r"(?:Prime|Standard|Growth|Mothers|JASDAQ(?: \w+)?|(?:First|1st|Second|2nd) Section|Main Board|Premier)(?: Market)?"
)
_TWO_EXCHANGES = r"(?:Tokyo|Nagoya|Osaka)\s+and\s+(?:Nagoya|Osaka|Tokyo)\s+Stock\s+Exchanges"
_EXCHANGE_EN = (
    r"(?:TSE1?|(?:Tokyo|Nagoya|Osaka|Fukuoka)\s+Stock\s+Exchange|Sapporo\s+(?:Securities|Stock)\s+Exchange"
    rf"|{_TWO_EXCHANGES})"
)
_PLACE_EN = rf"(?:{_SECTION_EN}(?:,| of| on)?(?: the)? {_EXCHANGE_EN}|{_EXCHANGE_EN}(?:,? {_SECTION_EN})?)"
_ENGLISH = re.compile(rf"(?<![A-Za-z]){_PLACE_EN}(?:(?:,|,? and)(?: the)? {_PLACE_EN})*(?![A-Za-z])")
#: Words by which an exchange is named for another reason.
_NOT_LISTING = re.compile(
    r"規則|規程|要請|方針|が公表|公表した|ToSTNeT|において|における|rules?\b|requires?\b|request", re.IGNORECASE
)
_PART_OF_MORE = re.compile(r"(?:\band|&|及び|並びに|exchanges?,)\s*$", re.IGNORECASE)
_US = re.compile(
    r"\(\s?(?:the )?(?P<exchange>NYSE(?: American| MKT| Arca)?|NASDAQ(?:GS|GM|CM)?)\s?:\s?[A-Z]{1,5}(?:\.[A-Z])?\s?\)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"東証|証券取引所|TSE\b|Tokyo|Japan|TSX|LSE\b|London|ASX\b|OTC|HKEX|Euronext|(?<![A-Za-z])AD[RS]s?(?![A-Za-z])|depositary|株式",
    re.IGNORECASE,
)  # fmt: skip


def listing(text: str, code: Candidate | None) -> Iterator[Candidate]:
    """The exchange and section named beside the code at the head; the market where a text knows American ones alone."""
    head = text[:_HEAD]
    if code is not None:
        found = [
            match for words in (_JAPANESE, _ENGLISH) for match in words.finditer(head) if _is_beside(head, match, code)
        ]
        if found:
            own = min(found, key=lambda match: _distance(match, code))
            yield Candidate(LISTING, " ".join(own[0].split()), own.start(), own.start() + len(own[0].rstrip()))
    american = _US.search(head)
    if american is not None and not _ELSEWHERE.search(text):
        yield Candidate(LISTING, american["exchange"], american.start("exchange"), american.end("exchange"))
        yield Candidate(MARKET, "XNYS", american.start(), american.end(), inferred=True)
        yield Candidate(CURRENCY, "USD", american.start(), american.end(), inferred=True)


def _distance(match: re.Match[str], code: Candidate) -> int:
    return max(match.start() - code.end, code.start - match.end(), 0)


def _is_beside(head: str, match: re.Match[str], code: Candidate) -> bool:
    """Whether an exchange is named close to the code, with nothing between that says something of its own."""
    if _distance(match, code) > _NEAR:
        return False
    first, last = sorted(((match.start(), match.end()), (code.start, code.end)))
    between = head[first[1] : last[0]]
    if _PART_OF_MORE.search(head, max(0, match.start() - 12), match.start()):
        return False
    return "。" not in between and between.count("\n") < 3 and not _NOT_LISTING.match(head, match.end())
