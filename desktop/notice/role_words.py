"""The English words around a date that say what it is: of which term, of a payment, or of another matter."""

import re

from .paths import EFFECTIVE, NOTICE, RECORD, RESOLUTION, SUBSTANCE

#: Dates that are of no term of their own: of a payment, and of another matter.
PAID, OTHER = "paid", ""
#: A sign of the same sentence; the dots of short forms end none.
_C = r"(?:[^.;]|\.(?=\S)|(?<=\b[A-Z])\.|(?<=Inc|Ltd)\.|(?<=Corp)\.|(?<=Co)\.)"
_DECIDES = r"(?:resol|approv|decid|decision|declar|determin|adopt|authori[sz]|pass|vot|recommend|propos|set the|fixed)"
_NOTICE = (
    r"public(?:ation| notice| notification| announcement)? (?:[a-z]+ ){0,6}(?:record|allotment|base) date"
    r"|publication of (?:[a-z]+ ){0,2}notice|(?:notice|announcement) (?:[a-z]+ ){0,3}(?:gazette|newspaper|nikkei)"
    r"|public (?:notice|notification)"
    r"|(?:notice|notification|announcement|advertisement) (?:of|to|for|concerning|regarding|on|about)(?: setting)?(?: the)?"
    r" (?:public|record date|date of record|allotment date|base date)"
    r"|record date (?:notice|notification|announcement|advertised|published|publication)"
)
_SUBSTANCE = (
    r"record date in substance|substanti(?:ve|al)(?:ly)?|in substance|for (?:all )?practical purposes|practically|de facto"
    r"|effectively|in practice|virtual(?:ly)?|in effect,?|in fact|actually"
)
_REGISTER = (
    r"record(?:ing)? (?:date|time)|date of record|(?:holders?|held|owners?) of record|of record"
    r"|(?:on|in|of) (?:the|its|our|company's)(?: [a-z]+){0,3}? (?:share |shareholders'? |members'? )?regist(?:er|ry)\b"
    r"|regist(?:er|ry) of (?:[a-z]+ )?(?:share|unit|stock)?holders"
)
_OTHER_RECORD = (
    r"base date|basis date|cut-off date|entitlement date|allotment date|date of allotment|holders are (?:fixed|determined)"
    r"|(?:share|stock|unit)?holders (?:as )?(?:registered|recorded|listed)"
    r"|(?:shares?|stock|units?|you|they|then)(?: [a-z]+){0,2} (?:own|owned|hold|held)(?: by(?: [a-z]+){1,5})?(?= (?:as of|as at|at|on)\b)"
)
_EFFECT = (
    r"(?:effective|effect) and (?:dealings?|trading) [a-z ]{0,60}|effective(?:ness)?(?: (?:date|time|day|on|as of|from))?"
    r"|effectuation(?: date)?|effective|tak(?:e|es|ing) effect|took effect|c[ao]mes? into (?:effect|force)|in(?:to)? force"
    r"|with effect|implementation(?: date)?|validity(?: from)?"
)
_DAY_OF_SPLIT = (
    r"(?:date of|day of) (?:the )?(?:share |stock |reverse )*(?:split|consolidation|subdivision)|(?:split|consolidation) date"
    r"|(?:will|shall) (?:split|consolidate|sub-?divide) [^.;]{0,60}? into [^.;]{0,30}?(?= on\b)"
    r"|(?:will|shall|to) be (?:split|consolidated|subdivided|divided|combined|carried out|implemented|executed|effected)"
)
_PAID = (
    r"payable|payment date|distribut(?:ed|ion date|ion)|to be paid|will be paid"
    r"|be (?:issued|credited|mailed|delivered|allotted)|(?:issue|crediting|delivery) date|credited|issued on"
)
_BOARD = (
    rf"board{_C}{{0,160}}{_DECIDES}[a-z]*|{_DECIDES}[a-z]*{_C}{{0,80}}\bboard"
    r"|(?:board|directors')(?: of directors'?)? (?:meeting|resolution)|resolution(?: date)?"
    r"|meeting of (?:the|its|our) (?:board|directors)"
    r"|(?:directors|trustees) (?:voted|declared|approved|resolved)"
)
#: Days of trading, of meetings and years, and of other matters.
_TRADING = r"trad(?:e[ds]?|ing)\b|deal(?:t|ings?)\b"
_MEETING = r"(?:general|annual|special|extraordinary|shareholders'?|stockholders'?|unitholders'?) (?:general )?meeting|[EAS]GM\b"
_YEAR = r"fiscal|financial year|\byear\b|quarter|\bend(?:ed|ing)\b"
_OTHERS = (
    r"expir|exercis|grant|circular|announced|publi(?:shed|city)|\bdated\b|last day|latest|certificate|suspen|previous|former"
    r"|CUSIP|clos(?:ed|ing|es) (?:price|for|from)|conference|webcast"
    r"|filed|list(?:ed|ing)|lodg|prox(?:y|ies)|par value|market|(?<!stock\s)(?<!share\s)dividends?\b|repurchas|acquisition"
    r"|treasury|retire|cancel|amended|amendment|articles?|outstanding|in issue|issued|as of today|since|until|due\b"
    r"|adjust|warrant|option|fraction|parallel|counter|unit|lot\b|report|statement|rights issue|open offer|registration"
)
#: Words before a date, by what they say that it is; those of other days are known in order to be left alone.
_BEFORE = (
    (NOTICE, _NOTICE),
    (SUBSTANCE, _SUBSTANCE),
    (RECORD, f"{_REGISTER}|{_OTHER_RECORD}"),
    (EFFECTIVE, f"{_EFFECT}|{_DAY_OF_SPLIT}"),
    (PAID, _PAID),
    (RESOLUTION, _BOARD),
    (OTHER, f"{_TRADING}|{_MEETING}|{_YEAR}|{_OTHERS}"),
)
CUES = tuple(
    (role, re.compile(rf"\b(?:{words.replace(' ', chr(92) + 's+')})", re.IGNORECASE)) for role, words in _BEFORE
)
#: Words right behind a date that say what it is.
BEHIND = tuple(
    (role, re.compile(words.replace(" ", r"\s+"), re.IGNORECASE))
    for role, words in (
        (RECORD, r"[^\S\n]?,?[^\S\n]?\(?(?:(?:as|being|is|which is|which will be|will be|shall be) )?(?:the |its |set as the |fixed as the )?\"?record (?:date|time)\b"),
        (SUBSTANCE, r"[^\S\n]?,?[^\S\n]?\(?(?:in substance|in practice|de facto|effectively|for practical purposes)(?=[^\S\n]?[.;)\n])"),
        (EFFECTIVE, r"[^\S\n]?,?[^\S\n]?\(?(?:(?:as|being|is|which is|will be|shall be) )?(?:the |its )?\"?effective (?:date|time)\b"),
        (EFFECTIVE, r",? (?:at )?(?:which time|when) (?:the )?[^.;\n]{0,40}?(?:tak(?:e|es) effect|becom(?:e|es) effective)"),
        (RESOLUTION, rf",? (?:[a-z]+ ){{0,3}}?(?:board|directors|trustees){_C}{{0,160}}?{_DECIDES}"),
        (EFFECTIVE, r",? (?:each|every|one|all)(?:(?!held|owned|record|regist)[^.;\n]|\.\d){0,100}? (?:will|shall|is to|are to) be (?:split|divided|sub-?divided|consolidated|combined)"),
        (NOTICE, r"[^\S\n]?,?[^\S\n]?\(?(?:(?:as|being|is) )?(?:the )?(?:date of )?(?:the )?public notice\b"),
    )
)  # fmt: skip
#: One word that is the whole name of a date.
SINGLES = {
    RECORD: "record", NOTICE: "(?:public )?notice", EFFECTIVE: "effective|effect|in effect|into effect",
    RESOLUTION: "resolution|resolved|decided|declared|approved|board(?: meeting| resolution)?",
}  # fmt: skip
SINGLE = re.compile(rf"[\W_]*({'|'.join(SINGLES.values())})(?: on)?[\W_]*", re.IGNORECASE)
