"""The ratio of ADRs to shares before and after, their dates and their depositary."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..domain.record import record
from .candidate import Candidate
from .numbers import RATIO_NUMBER, ratio_number
from .sections import ADR, Sections
from .sentences import sentence_around
from .tokens import D, Tokens, around

_FRACTION_WORDS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PART = rf"(?:{RATIO_NUMBER}[ -](?:half|halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)s?)|\d{{1,4}}/\d{{1,4}})"
_AMOUNT = rf"({_PART}|{RATIO_NUMBER}|(?:a )?single|an?|each)(?:\s?\(\s?[\d./,]{{1,12}}\s?\))?"
_ADR = r"(?:(?!per |for |shares? |stocks? |to )[A-Z][\w-]* ){0,3}?(?:ADSs?|ADRs?|American deposit[ao]ry (?:shares?|receipts?)(?: \(\"?AD[RS]s?\"?\))?)"
_LINK = (
    r"(?: ?= ?| ?: ?|,? (?:currently |each |now |will |shall |would |to )?(?:represent(?:s|ing|ed)?|equals?|correspond(?:s|ing)? to|stands? for|"
    r"stood for|standing for|evidenc(?:es|ing)|to|for|per|being|is equal to) )"
)
_SHARE = (
    r"(?: of (?:a|one) ?(?:\(1\))?)?(?: of)?(?: the)?(?: company's| \w+'s)?(?: [A-Za-z]+){0,4}?"
    r" ?(?:shares?|common stocks?|stocks?)\b"
)
_BEGIN = r"(?<![\d.,:/A-Za-z-])"


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s+").replace(r"\s+?", r"\s*"), re.IGNORECASE)


_ADRS_FIRST = _phrase(rf"{_BEGIN}{_AMOUNT} {_ADR}{_LINK}{_AMOUNT}{_SHARE}")
_SHARES_FIRST = _phrase(
    rf"{_BEGIN}{_AMOUNT}(?: [A-Za-z]+){{0,3}} (?:shares?|stocks?)(?: of [A-Za-z]+(?: [A-Za-z]+){{0,2}})?(?: ?= ?| per | for | to | equals? )(?:(?:every|each) )?{_AMOUNT}? ?{_ADR}"
)
_JA_NAME = r"(?:AD[RS]|米国預託(?:証券|株式)|預託証券)(?:\(AD[RS]\))?"
_JA = (
    re.compile(
        rf"{_JA_NAME}\s?({RATIO_NUMBER})?\s?(?:株|単位|口|ADR|ADS|個|証券)?\s?(?:につき|=|は|:|あたり|当たり|が)、?\s?(?:当社)?(?:の)?(?:普通株式|原株|普通株|株式)?\s?({RATIO_NUMBER}|\d+/\d+|\d+分の\d+)\s?(?:株|原株)"
    ),
    re.compile(
        rf"({RATIO_NUMBER})\s?(?:ADR|ADS|米国預託証券)\s?(?:につき|=|は|:|あたり|当たり|が)、?\s?(?:当社)?(?:の)?(?:普通株式|原株|普通株|株式)?\s?({RATIO_NUMBER}|\d+/\d+|\d+分の\d+)\s?(?:株|原株)"
    ),
)
_JA_SHARES_FIRST = re.compile(
    rf"(?:普通株式|原株|普通株)?\s?({RATIO_NUMBER})\s?株\s?(?:につき|=|:|に対し)\s?{_JA_NAME}?\s?({RATIO_NUMBER})\s?(?:ADR|ADS|単位|口|証券|個)"
)
_PLAIN = re.compile(
    rf"(?:{_JA_NAME}\s?(?:対|:)\s?(?:普通株式|原株|株式)|(?:ADR|ADS)s?\s?(?:to|:|/)\s?(?:common |ordinary |underlying )?shares?)[^\d\n]{{0,20}}({RATIO_NUMBER})\s?(?:対|:|to)\s?({RATIO_NUMBER})",
    re.IGNORECASE,
)

CHANGE = re.compile(
    r"(?:AD[RS]s?|American deposit[ao]ry (?:share|receipt)s?)[^.\n]{0,60}ratio|ratio[^.\n]{0,60}(?:AD[RS]s?\b|American deposit[ao]ry)|対原株(?:交換)?比率"
    r"|(?:AD[RS]|預託証券)[^。\n]{0,30}比率", re.IGNORECASE,
)  # fmt: skip
POSTPONED = re.compile(r"postpon|putting off|put off|delay|延期|until further notice", re.IGNORECASE)


@record(frozen=True)
class Statement:
    """So many ADRs are so many shares, as a place of the text says."""

    adrs: int
    shares: int
    start: int
    end: int
    side: str  # "old", "new", or nothing where the words around do not say

    @property
    def value(self) -> Fraction:
        """Shares per ADR."""
        return Fraction(self.shares, self.adrs)


def adr_terms(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """What a text says of its ADRs; nothing where more than two ratios are stated."""
    old, new = _sides(statements(text.text))
    for side, one in (("old", old), ("new", new)):
        if one is not None:
            yield Candidate(f"adr.{side}_adrs", Fraction(one.adrs), one.start, one.end, 3)
            yield Candidate(f"adr.{side}_shares", Fraction(one.shares), one.start, one.end, 3)
    if CHANGE.search(text.text):
        yield from _dates(text, sections)
        yield from _depositary(text.text, sections)


#: What is said of ADRs stands not farther from their name.
_NAMED, _REACH = re.compile(r"AD[RS]|deposit[ao]ry|預託", re.IGNORECASE), 300


def statements(text: str) -> list[Statement]:
    """Every ratio of ADRs to shares in a folded text."""
    found = list[Statement]()
    parts = around(text, _NAMED, _REACH)
    for phrase, is_adrs_first in (
        (_ADRS_FIRST, True), (_SHARES_FIRST, False), (_JA[1], True), (_JA[0], True), (_JA_SHARES_FIRST, False), (_PLAIN, True),
    ):  # fmt: skip
        for match in (match for part in parts for match in phrase.finditer(text, *part)):
            one = _statement(match, text, is_adrs_first=is_adrs_first)
            if one is not None and not any(other.start < one.end and one.start < other.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _statement(match: re.Match[str], text: str, *, is_adrs_first: bool) -> Statement | None:
    first, last = _amount(match[1]), _amount(match[2]) if match[2] else Fraction(1)
    if not first or not last:
        return None
    adrs, shares = (first, last) if is_adrs_first else (last, first)
    ratio = shares / adrs
    if adrs.denominator == 1 == shares.denominator:
        return Statement(int(adrs), int(shares), match.start(), match.end(), _side(text, match))
    return Statement(ratio.denominator, ratio.numerator, match.start(), match.end(), _side(text, match))


def _amount(written: str | None) -> Fraction | None:
    if written is None or re.fullmatch(r"an?|(?:a )?single|each|every", written.strip(), re.IGNORECASE):
        return Fraction(1)
    plain = written.strip().lower()
    parts = re.fullmatch(r"(\d+)/(\d+)", plain) or None
    japanese = re.fullmatch(r"(\d+)分の(\d+)", plain)
    if parts or japanese:
        over, under = (parts[1], parts[2]) if parts else (japanese[2], japanese[1]) if japanese else ("0", "0")
        return Fraction(int(over), int(under)) if int(under) else None
    head, _, word = re.sub(r"\s+", "-", plain).rpartition("-")
    under_word = _FRACTION_WORDS.get(word) or _FRACTION_WORDS.get(word.removesuffix("s"))
    if head and under_word:
        over_value = ratio_number(head)
        return over_value / under_word if over_value else None
    return ratio_number(plain)


_OLD = re.compile(
    r"current|existing|before|\bold\b|\bfrom\b|until now|previous|prior|present(?!ing)|変更前|現行|現在|従前|\bwas\b",
    re.IGNORECASE,
)
_NEW = re.compile(r"\bnew\b|after|\bto\b|so that|revised|will be changed|変更後|新比率|新しい|以降", re.IGNORECASE)


def _side(text: str, match: re.Match[str]) -> str:
    """The last word before a ratio that tells old from new."""
    lead = text[max(0, match.start() - 60) : match.start()]
    lead = re.split(r"。|\n\s*\n|\.\s", lead)[-1]
    places = [
        (max((m.start() for m in words.finditer(lead)), default=-1), side)
        for words, side in ((_OLD, "old"), (_NEW, "new"))
    ]
    place, side = max(places)
    return side if place >= 0 else ""


def _sides(found: Sequence[Statement]) -> tuple[Statement | None, Statement | None]:
    """The ratio before and the ratio after: two different ones, by their words, else by their order."""
    different = list[Statement]()
    for one in found:
        if one.value not in [other.value for other in different]:
            different.append(one)
    match different:
        case [first, last]:
            if first.side == "new" and last.side == "old":
                return last, first
            return first, last
        case [only] if only.side == "old":
            return only, None
        case [only] if only.side == "new":
            return None, only
    return None, None


_EFFECTIVE = tuple(
    _phrase(words)
    for words in (
        rf"(?:effective|take(?:s)? effect|become(?:s)? effective|show|reflected)[^.\n]{{0,40}}?(?: on| as of| from|:| be|,)? (?:or about )?(?:the open(?:ing)? (?:of trading )?on )?({D})",
        rf"effective date(?: of (?:the )?(?:new )?(?:AD[RS] )?ratio(?: change)?)?(?: is| of|:| will be| is expected to be)? ({D})",
        rf"(?:as of|on|from) ({D}),? (?:\(the \"?effective date\"?\), ?)?the (?:ADS|ADR|ratio|new ratio)",
        rf"(?:効力発生日|変更日|実施日|適用日)(?:\([^)]{{0,20}}\))? ?(?:は|:|が)? ?({D})",
        rf"({D})(?:付け?で|から|より|に)[^。\n]{{0,30}}(?:比率|ADR|ADS|預託証券)",
    )
)
_CLOSED = _phrase(rf"(?:closed|閉鎖)[^.\n]{{0,60}}?({D}) ?(?:-|~|to|through|until|から|より) ?({D})")
_DEPOSITARY = re.compile(
    r"(?:depositary(?: bank)?|預託銀行|預託機関)\s?(?:is|:|は|=)\s?((?:The )?[^\n,、。(:]{3,60}?(?:, N\.A\.)?)(?:\.?\s*$|[\n,、。(])",
    re.IGNORECASE | re.MULTILINE,
)


_OF_SHARES = re.compile(r"(?:stock|share)\s+(?:split|consolidation)|株式の?(?:分割|併合)", re.IGNORECASE)


def _dates(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    for phrase in _EFFECTIVE:
        for match in phrase.finditer(text.shape):
            dated = text.date_at(match.start(1))
            sentence = sentence_around(text.text, match.start(), match.end())
            is_ours = sections.at(match.start()) == ADR or re.search(
                r"(?<![A-Za-z])AD[RS]s?(?![A-Za-z])|\bratio\b|比率|depositary", sentence
            )
            if dated and is_ours and not POSTPONED.search(text.text):
                of_ratio = re.search(r"ratio|比率", text.text[match.start() : match.end()], re.IGNORECASE)
                is_split = not of_ratio and re.search(_OF_SHARES, text.text[max(0, match.start() - 40) : match.end()])
                if not is_split:
                    yield Candidate("adr.effective_date", dated, dated.start, dated.end, 3 if of_ratio else 2)
    for match in _CLOSED.finditer(text.shape):
        for path, group in (("adr.closed_from", 1), ("adr.closed_to", 2)):
            dated = text.date_at(match.start(group))
            if dated:
                yield Candidate(path, dated, dated.start, dated.end, 3)


def _depositary(text: str, sections: Sections) -> Iterator[Candidate]:
    for match in _DEPOSITARY.finditer(text):
        starts_line = re.match(r"[\s\d().・]*$", text[text.rfind("\n", 0, match.start()) + 1 : match.start()])
        if sections.at(match.start()) == ADR or starts_line:
            yield Candidate("adr.depositary", match[1].strip(), match.start(1), match.end(1), 3)
