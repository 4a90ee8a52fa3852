"""How English announcements write a ratio: so many shares become so many, in every order of the language."""

from .numbers import IN_BRACKETS, RATIO_NUMBER

_N = rf"({RATIO_NUMBER}){IN_BRACKETS}"
#: A sign of the same sentence; the dot of a number or of a company's name ends none.
_C = r"(?:[^.;\n]|\.(?=\d)|(?<=Inc|Ltd|Nos)\.|(?<=Co|No|Rs)\.|\n(?!\s*\n))"
_SHARE = r"(?:[a-z'/&-]+ ){0,6}?(?:shares?|stocks?|units?)\b(?: of (?:[a-z'-]+ ){0,3}?(?:stock|shares?)\b)?"
_EACH = r"(?:each|every|any)(?: and every| such)?"
_ADDED = r"(?:additional|bonus|further|extra|more)"
_TURNS = r"(?:re-?)?(?:split|divide|sub-?divide|combine|consolidate|convert|exchange|reclassif|change|replace|reconstitute|merge|become|turn)[a-z]*"
_INTO = r"(?:in)?to|for|by|as|with"
_GET = r"(?:receive|have|hold|own|get|obtain|be (?:issued|allotted|given|credited with|entitled to(?: receive)?))s?(?: a (?:total|dividend|distribution) of)?"

#: The order of the numbers, how sure the way is, and its words.
WAYS_EN = (
    ("free", 3, rf"{_N}[ -]for[ -]{_N}(?![ -]?(?:days|years|share\w* rights))"),
    ("free", 3, rf"{_N} (?:shares?|stock)? ?for (?:each|every) {_N}(?! shares? (?:acquisition|held|owned|then))(?![ -]?(?:days|years|yen|half))"),
    ("free", 1, rf"{_N}[ -](?:in)?to[ -]{_N}(?! shares)"),
    ("free", 2, rf"{_N}(?: (?!shares?\b|stock|{_ADDED}\b)[a-z-]+){{0,3}} (?:shares?|stock)(?: of [a-z]+ stock)? (?:for|per)(?: every| each)? {_N}(?! shares? acquisition)(?![ -]?(?:days|years|yen|half))"),
    ("free", 2, rf"{_N} {_SHARE} ?(?:to|:|->|=>|→|⇒|=|into|for|per) ?{_N} {_SHARE}"),
    ("free", 2, rf"{_N} ?(?:->|=>) ?{_N}"),
    ("old new", 3, rf"{_N} (?:old|existing|pre-\w+)(?: [a-z-]+){{0,2}} (?:for|to|into) (?:each |every )?{_N} (?:new|post)"),
    ("new old", 3, rf"{_N} \(?(?:new|post[a-z-]*)\)? for {_N} \(?(?:old|pre[a-z-]*)\)?"),
    ("old new", 3, rf"{_N} {_SHARE}{_C}{{0,60}}? becomes? {_N}"),
    ("old new", 3, rf"{_N} (?:old|existing) {_SHARE} (?:will |shall |is to )?(?:gives?|yields?|entitles? (?:the holder )?to|be exchanged for) {_N} (?:new )?{_SHARE}"),
    ("added", 3, rf"(?:allot|distribut)[a-z]* {_N} {_SHARE}{_C}{{0,40}}? for {_EACH} {_SHARE}"),
    ("free", 2, rf"{_N} new(?: shares?)? for(?: every| each)? {_N} (?:old|existing)"),
    ("new", 2, rf"{_N}(?: (?!shares?\b|{_ADDED}\b|new\b)[a-z-]+){{0,3}} shares? (?:for|per)(?: every| each)?(?: [a-z]+){{0,2}} share\b"),
    ("new", 1, rf"{_N}[ -](?:way|fold) (?:stock |share )?(?:split|subdivision)"),
    ("new", 1, rf"split[^.;\n]{{0,30}} {_N} ways"),
    ("new", 1, rf"(?:split|subdivi)[^.;\n]{{0,40}} by (?:a factor of )?{_N}\b(?! ?%)"),
    ("new", 2, rf"{_N} {_SHARE} {_C}{{0,60}}?(?:held|owned){_C}{{0,30}}? for {_EACH} (?:one )?(?:[a-z]+ )?share\b"),
    ("new", 2, rf"{_N} {_SHARE} (?:in exchange for|in place of|in lieu of) {_EACH} {_SHARE}"),
    ("old new", 3, rf"{_N} {_SHARE}{_C}{{0,200}}? into {_N}(?: {_SHARE})?"),
    ("old new", 3, rf"(?:{_EACH}|all) {_N} {_C}{{0,260}}?{_TURNS}{_C}{{0,40}}? (?:{_INTO}) {_N}"),
    ("old new", 3, rf"{_EACH} {_N} {_C}{{0,200}}?\bbecomes? {_N}"),
    ("old new", 2, rf"every {_N} into {_N}"),
    ("each new", 3, rf"(?:{_EACH}|a|one) {_SHARE}{_C}{{0,220}}? (?:into|to become|become|becomes) {_N}\b(?! (?:unit|lot))"),
    ("each new", 3, rf"(?:{_EACH}|a|one) {_SHARE}{_C}{{0,120}}? (?:replaced (?:by|with)|exchanged for|converted (?:in)?to) {_N} {_SHARE}"),
    ("new old", 3, rf"split{_C}{{0,20}}? {_N}(?: shares?)? for (?:each|every) {_N}(?: shares?)?"),
    ("new old", 3, rf"{_N} (?:post|new|consolidated|subdivided){_C}{{0,60}}? (?:for|per|in exchange for|in place of)(?: every| each)? {_N} (?:pre|old|existing|current)"),
    ("old new", 3, rf"for {_EACH} {_N} {_SHARE}{_C}{{0,80}}? {_GET} {_N}(?! (?:{_ADDED}|new)\b)"),
    ("old new", 2, rf"for {_EACH} {_N} {_C}{{0,40}}?(?:held|own|owned){_C}{{0,40}}? {_GET} {_N}(?! (?:{_ADDED}|new)\b)"),
    ("each new", 3, rf"for {_EACH} {_SHARE}{_C}{{0,80}}? {_GET} {_N}(?! (?:{_ADDED}|new)\b)"),
    ("old added", 3, rf"for {_EACH} {_N} {_SHARE}{_C}{{0,80}}? {_N} (?:{_ADDED}|new) {_SHARE}"),
    ("each added", 3, rf"for {_EACH} {_SHARE}{_C}{{0,80}}? {_N} (?:{_ADDED}|new) {_SHARE}"),
    ("added old", 3, rf"{_N} {_ADDED} {_SHARE}{_C}{{0,80}}? (?:for|per|in respect of) {_EACH} {_N} "),
    ("added old", 2, rf"(?:{_GET}|issue|distribute|allot) {_N} new {_SHARE}{_C}{{0,80}}? (?:for|per|in respect of) {_EACH} {_N} {_SHARE}{_C}{{0,20}}?(?:held|owned|they)"),
    ("added", 2, rf"{_N} {_ADDED} {_SHARE}{_C}{{0,80}}? (?:for|per|in respect of) {_EACH}(?: one)? (?:share|existing|common|ordinary|outstanding|issued|such)"),
    ("percent", 2, r"(\d{1,4}(?:\.\d{1,4})?)(?: ?%| per ?cent| percent) (?:stock|share|scrip) (?:dividend|distribution)"),
    ("percent", 2, r"(?:stock|share|scrip) (?:dividend|distribution) of (\d{1,4}(?:\.\d{1,4})?)(?: ?%| per ?cent| percent)"),
)  # fmt: skip
