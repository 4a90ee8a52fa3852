"""How announcements write that so many ADRs are so many shares, in both languages and either order."""

import re

from .numbers import RATIO_NUMBER


def phrase(words: str) -> re.Pattern[str]:
    """A pattern without regard to case whose spaces are any white space."""
    return re.compile(words.replace(" ", r"\s+").replace(r"\s+?", r"\s*"), re.IGNORECASE)


# -- English

_PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth"
_PART = rf"(?:{RATIO_NUMBER}[ -](?:half|halves|(?:{_PARTS})s?)|\d{{1,4}}/\d{{1,4}})"
_AMOUNT = rf"({_PART}|{RATIO_NUMBER}|(?:a )?single|an?|each)(?:\s?\(\s?[\d./,]{{1,12}}\s?\))?"
#: Words before the name of the ADRs, as the company's own.
_OWNER = r"(?:(?!per |for |shares? |stocks? |to )[A-Z][\w-]* ){0,3}?"
_ADR = (
    rf"{_OWNER}(?:[AG]DSs?|[AG]DRs?|(?:American |global )?deposit[ao]ry (?:shares?|receipts?)(?: \(\"?AD[RS]s?\"?\))?)"
)
_NOW = r"currently|presently|at present|each|now|thereafter|henceforth|will(?: then)?|shall|would|to|continues? to"
_REPRESENT = (
    r"represent(?:s|ing|ed)?|equals?|correspond(?:s|ing)? to|stands? for|"
    r"stood for|standing for|evidenc(?:es|ing)|to|for(?: every| each)?|per|being|is equal to"
)
_LINK = rf"(?: ?= ?| ?: ?|,? (?:which )?(?:(?:{_NOW}) )?(?:{_REPRESENT}) )"
_SHARE = (
    r"(?: of (?:a|one) ?(?:\(1\))?)?(?: of)?(?: the)?(?: company's| \w+'s)?(?: [A-Za-z]+){0,4}?"
    r" ?(?:shares?|common stocks?|stocks?|ORDs?|ordinar(?:y|ies))\b"
)
_BEGIN = r"(?<![\d.,:/A-Za-z-])"
ADRS_FIRST = phrase(rf"{_BEGIN}{_AMOUNT} {_ADR}{_LINK}{_AMOUNT}{_SHARE}")
#: What goes on behind such a statement: the same ADRs, from then on.
THEN = phrase(
    rf"[,;]? ?(?:[^.;\n]{{0,40}} )?(?:will(?: then)? represent|to(?: represent)?) {_AMOUNT}{_SHARE}(?!s? ?per)"
)
_SHARES = r"(?: (?!per |for |to )[A-Za-z]+){0,3} (?:shares?|stocks?|ORDs?)(?: of [A-Za-z]+(?: [A-Za-z]+){0,2})?"
_PER = r"(?: ?= ?| ?: ?| per | for | to | equals? )(?:(?:every|each) )?"
SHARES_FIRST = phrase(rf"{_BEGIN}{_AMOUNT}{_SHARES}{_PER}(?:{_AMOUNT} ?)?{_ADR}")
#: The ratio of ADRs to shares as two pairs of bare numbers, old and new.
_RATIO = rf"({RATIO_NUMBER})(?: ?\(\d+\))? ?(?:対|:|to|-to-|for) ?({RATIO_NUMBER})(?: ?\(\d+\))?"
_RECEIPTS = r"[AG]D[RS]s?|deposit[ao]ry (?:receipt|share)s?"
_RATIO_OF_ADRS = rf"(?:{_RECEIPTS})[^.;\n]{{0,80}}?\bratio\b|\bratio\b[^.;\n]{{0,80}}?(?:{_RECEIPTS}|ordinary|common)"
_OLD = r"(?:from|old|current|existing|before):?"
_NEW = r"(?:to|new|revised|after|->|=>|→):?"
FROM_TO = phrase(
    rf"(?:{_RATIO_OF_ADRS})[^.;\n\d]{{0,60}}?{_OLD} {_RATIO},? ?(?:->|=>|→)?[^.;\n\d]{{0,20}}?{_NEW} {_RATIO}"
)

# -- Japanese

_JA_NAME = r"(?:AD[RS]|米国預託(?:証券|株式)|預託証券)(?:\(AD[RS]\))?"
_JA_LINK = r"(?:につき|=|は|:|あたり|当たり|が)、?"
_JA_SHARES = rf"(?:当社)?(?:の)?(?:普通株式|原株|普通株|株式)?\s?({RATIO_NUMBER}|\d+/\d+|\d+分の\d+)\s?(?:株|原株)"
JA_ADRS_FIRST = re.compile(
    rf"{_JA_NAME}\s?({RATIO_NUMBER})?\s?(?:株|単位|口|ADR|ADS|個|証券)?\s?{_JA_LINK}\s?{_JA_SHARES}"
)
JA_NUMBER_FIRST = re.compile(rf"({RATIO_NUMBER})\s?(?:ADR|ADS|米国預託証券)\s?{_JA_LINK}\s?{_JA_SHARES}")
_JA_ADRS = rf"(?:{_JA_NAME})?\s?({RATIO_NUMBER})\s?(?:ADR|ADS|単位|口|証券|個)"
JA_SHARES_FIRST = re.compile(rf"(?:普通株式|原株|普通株)?\s?({RATIO_NUMBER})\s?株\s?(?:につき|=|:|に対し)\s?{_JA_ADRS}")

# -- either: the name of the ratio, and its two numbers

_JA_RATIO = rf"{_JA_NAME}\s?(?:対|:)\s?(?:普通株式|原株|株式)"
_EN_RATIO = r"(?:ADR|ADS)s?\s?(?:to|:|/)\s?(?:common |ordinary |underlying )?shares?"
BARE_NUMBERS = re.compile(
    rf"(?:{_JA_RATIO}|{_EN_RATIO})[^\d\n]{{0,20}}({RATIO_NUMBER})\s?(?:対|:|to)\s?({RATIO_NUMBER})",
    re.IGNORECASE,
)
