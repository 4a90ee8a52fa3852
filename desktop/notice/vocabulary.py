"""The labels by which announcements name what they state, in both languages: words to terms.

The patterns are read without regard to case; a space stands for any white space.
"""

from ..domain.record import record
from .paths import (
    AFTER,
    AUTHORIZED,
    AUTHORIZED_AFTER,
    BARE_ISSUED,
    DECREASE,
    EFFECTIVE,
    EX_DATE,
    INCREASE,
    ISSUED,
    LAST_CUM_DATE,
    NOTICE,
    RECORD,
    RESOLUTION,
    SUBSTANCE,
)
from .phrases import Phrase

COUNT, DATE = "count", "date"

_EVENT_JA = r"(?:株式の?)?(?:分割|併合|無償割当て?)"
_TIME_JA = rf"(?:{_EVENT_JA}|(?:(?:{_EVENT_JA}の?)?効力(?:の)?発生(?:日)?))の?"
_BEFORE_JA, _AFTER_JA = (rf"{_TIME_JA}直?{side}(?:日|時点)?(?:における|現在の?|時点の)?の?" for side in "前後")
_SHARES_JA = r"(?:当社)?(?:の)?(?:普通株式の?)?発行済?み?(?:普通)?株式(?:の)?(?:総)?数"
_AUTHORIZED_JA = r"(?:発行可能株式(?:の)?総数|発行する株式の総数)"
_SPLIT = r"(?:(?:common )?(?:stock|share|capital|reverse(?: stock| share)?) (?:split|consolidation|sub-?division|combination)|split|consolidation|sub-?division)"
_EVENT = rf"(?:the )?(?:proposed |planned |above )?{_SPLIT}"
_BEFORE = r"(?:before|prior to|preceding)"
_AFTER = r"(?:after|following|upon|subsequent to)"
_OF_SHARES = r"(?:(?:of )?(?:the company's )?(?:common )?(?:shares|stock)(?: of (?:common|ordinary) (?:stock|shares))?)"
_ISSUED = (
    rf"(?:number {_OF_SHARES} (?:issued|outstanding)(?: and outstanding)?|number of (?:issued|outstanding)"
    r"(?: and outstanding)? (?:common )?shares|(?:issued|outstanding)(?: and outstanding)? (?:common )?shares"
    r"|shares (?:issued|outstanding)(?: and outstanding)?)"
)
_AUTHORIZED = (
    r"(?:number of )?(?:(?:common )?shares authorized(?: to be issued| for issuance)?"
    r"|authorized (?:common )?shares(?: to be issued)?|shares authorized to be issued|issuable shares)"
)


@record(frozen=True)
class Label:
    """How announcements name a term; one without a path is known in order to be left alone."""

    path: str
    kind: str
    words: Phrase
    weight: int = 3


#: It leaves out most places of an English text at once.
_NOT_WITHIN_A_WORD = r"(?!(?<=[a-z])[a-z])"


def _label(path: str, kind: str, *words: str, weight: int = 3) -> Label:
    joined = "|".join(f"(?:{word.replace(' ', chr(92) + 's+')})" for word in words)
    return Label(path, kind, Phrase(_NOT_WITHIN_A_WORD + f"(?:{joined})"), weight)


LABELS = (
    _label(
        ISSUED, COUNT,
        rf"{_BEFORE_JA}{_SHARES_JA}", rf"{_SHARES_JA}\({_EVENT_JA}前\)",
        rf"(?:total )?{_ISSUED} (?:immediately )?{_BEFORE} {_EVENT}", rf"pre-split {_ISSUED}",
    ),
    _label(
        AFTER, COUNT,
        rf"{_AFTER_JA}{_SHARES_JA}", rf"{_SHARES_JA}\({_EVENT_JA}後\)",
        rf"(?:total )?{_ISSUED} (?:immediately )?{_AFTER} {_EVENT}", rf"post-split {_ISSUED}",
    ),
    _label(
        INCREASE, COUNT,
        rf"(?:今回の)?{_EVENT_JA}により増加(?:する|した)(?:当社)?(?:発行済)?(?:普通)?株式の?(?:総)?数", r"増加(?:する|した)(?:発行済)?株式の?(?:総)?数", r"増加株式数",
        rf"{_EVENT_JA}(?:により|によって|で)増(?:加する|える|加)(?:発行済)?(?:普通)?株式の?(?:総)?数",
        rf"(?:total )?(?:number of )?(?:additional|new|increased|newly issued) shares(?:(?: to be)? (?:issued|added|increased))?"
        rf" (?:as a result of|due to|by|through|with|upon|from|resulting from|in connection with)(?: this)? {_EVENT}",
        rf"(?:total )?number of shares (?:to be )?(?:newly )?(?:increased|issued|added)"
        rf" (?:as a result of|due to|by|through|with|upon|in connection with)(?: this)? {_EVENT}",
        rf"increase in (?:the )?(?:total )?(?:number of )?(?:issued |outstanding )?shares(?: (?:issued|outstanding))?"
        rf" (?:as a result of|due to|by|through|with|upon|from|resulting from|in connection with)(?: this)? {_EVENT}",
        r"(?:number of )?(?:additional|increased) shares",
        rf"(?:total )?increase (?:as a result of|due to|by|through|from|in connection with)(?: this)? {_EVENT}",
    ),
    _label(
        DECREASE, COUNT,
        rf"(?:今回の)?{_EVENT_JA}により減少(?:する|した)(?:当社)?(?:発行済)?(?:普通)?株式の?(?:総)?数", r"減少(?:する|した)(?:発行済)?株式の?(?:総)?数",
        rf"(?:number of shares (?:to be )?(?:decreased|reduced)|(?:decrease|reduction) in (?:the )?(?:total )?(?:number of )?"
        rf"(?:issued |outstanding )?shares(?: issued)?) (?:as a result of|due to|by|through|with|upon|in connection with)(?: this)? {_EVENT}",
    ),
    _label(
        AUTHORIZED_AFTER, COUNT,
        rf"{_AFTER_JA}(?:当社)?(?:の)?{_AUTHORIZED_JA}", rf"効力発生日(?:における|時点の|後の)(?:当社)?(?:の)?{_AUTHORIZED_JA}",
        rf"{_AUTHORIZED_JA}\({_EVENT_JA}後\)", rf"変更後の?{_AUTHORIZED_JA}",
        rf"(?:total )?{_AUTHORIZED} (?:immediately )?{_AFTER} {_EVENT}",
        rf"(?:total )?{_AUTHORIZED} (?:on|as of|after|from) the effective date",
    ),
    _label(
        AUTHORIZED, COUNT,
        rf"{_BEFORE_JA}(?:当社)?(?:の)?{_AUTHORIZED_JA}", rf"(?:現在|変更前)の?{_AUTHORIZED_JA}", rf"{_AUTHORIZED_JA}\({_EVENT_JA}前\)",
        rf"(?:total )?{_AUTHORIZED} (?:immediately )?{_BEFORE} {_EVENT}", rf"current (?:total )?{_AUTHORIZED}",
    ),
    _label(
        BARE_ISSUED, COUNT, _SHARES_JA, rf"(?:total )?(?:number of )?{_ISSUED}(?= as of| at| \(|:)", rf"(?:total )?{_ISSUED}(?=\s*:)",
    ),
    _label("", COUNT, r"自己株式(?:の)?数", r"単元株式数", r"取得(?:し得る|する)株式の総数", r"消却(?:する|後の|前の)\S{0,12}株式(?:の)?(?:総)?数", r"treasury shares", r"number of treasury stock"),
    _label(
        NOTICE, DATE,
        r"基準日(?:設定)?(?:に関する|に係る|の)?公告(?:掲載)?(?:予定)?日", r"基準日(?:設定)?(?:に関する|に係る|の)?公告", r"公告(?:掲載)?(?:予定)?日",
        rf"(?:scheduled )?(?:date of )?(?:the )?public (?:notice|announcement)(?: date)?(?: (?:of|for|concerning|regarding|on))?(?: setting)?(?: the)? record date(?: for {_EVENT})?",
        r"(?:date of )?(?:announcement|notice|notification) (?:of|for|concerning) (?:the )?(?:record date|date of record)", r"record date (?:public )?(?:notice|announcement) date", r"(?:date of )?public notice(?: date)?",
    ),
    _label(
        RECORD, DATE,
        rf"(?:{_EVENT_JA}の?)?(?:の)?基準日",
        rf"record date(?: (?:of|for) {_EVENT})?", rf"date of record(?: of shareholders)?(?: for {_EVENT})?",
    ),
    _label(
        EFFECTIVE, DATE,
        rf"(?:{_EVENT_JA}の?)?(?:の)?効力(?:の)?発生(?:予定)?(?:年月)?日", rf"{_EVENT_JA}(?:の)?(?:実施|効力発生)日", r"効力の?発生(?=[\s:….・]*(?:$|\n|\ue000))",
        rf"effective date(?: (?:of|for) {_EVENT})?", rf"date (?:on which )?{_EVENT} (?:becomes|takes) effect(?:ive)?",
    ),
    _label(
        RESOLUTION, DATE,
        r"(?:臨時)?取締役会(?:決議|開催)日", r"(?<!総会)(?<![格件額])決[議定]日", r"date of (?:the )?(?:resolution|board meeting)(?: (?:by|of) the board(?: of directors)?)?",
        r"(?:board )?resolution date", r"(?:date of )?board of directors(?:' meeting| resolution)(?: date)?",
    ),
    _label(RECORD, DATE, r"(?<!実質)(?<!実質的な)(?<!実質上の)割り?当て?(?:基準)?日", r"株主確定日", r"基準(?=[\s:]{1,3}\ue000)", weight=2),
    _label(EFFECTIVE, DATE, r"効力(?=[\s:]{1,3}\ue000)", weight=2),
    _label(NOTICE, DATE, r"(?<![一-龠])公告(?=[\s:]{0,3}\ue000)", weight=2),
    _label(SUBSTANCE, DATE, r"実質(?:的な|上の)?(?:割当|基準)日", r"substantive record date", r"record date in substance"),
    _label(EX_DATE, DATE, r"権利落ち?日", r"ex-(?:rights|split) date"),
    _label(LAST_CUM_DATE, DATE, r"権利付き?(?:最終)?(?:売買)?日", r"last (?:cum-rights|day of trading with rights) date"),
    _label(
        "", DATE, r"株券交付日", r"配当起算日", r"適用日", r"変更(?:予定)?日", r"(?:株主総会|総会)(?:開催|決議)?(?:予定)?日", r"支払開始(?:予定)?日", r"配当(?:金)?(?:の)?基準日",
        r"(?:議決権(?:行使)?|(?:株主)?総会|優待)(?:の)?(?:議決権)?(?:に係る)?(?:の)?基準日", r"定款(?:の)?(?:一部)?変更(?:の)?(?:効力発生)?日", r"売買(?:開始|停止)\S{0,6}日",
        r"share (?:distribution|delivery) date", r"date of delivery[^\n:]{0,40}", r"dividend [^\n:]{0,40}date", r"start date for[^\n:]{0,60}",
        r"payment date", r"date of (?:the )?(?:general|annual|extraordinary)[^\n:]{0,40}meeting[^\n:]{0,30}", r"distribution date",
    ),
)  # fmt: skip
