"""The rules of sentences: phrases with figures and dates of certain terms, in both languages."""

from ..domain.record import record
from .paths import (
    AFTER,
    AUTHORIZED,
    AUTHORIZED_AFTER,
    DECREASE,
    EFFECTIVE,
    INCREASE,
    ISSUED,
    NOTICE,
    RECORD,
    RESOLUTION,
    SUBSTANCE,
)
from .phrases import Phrase
from .tokens import FIGURE_MARK, D, N

EVENT = r"(?:分割|併合|無償割当て?|split|consolidation)"
_SPLIT = r"(?:stock|share|reverse)[^.\n]{0,20}(?:split|consolidation)"
_AUTHORIZED = r"(?:発行可能株式(?:の)?総数|発行する株式の総数)"
_ISSUED = r"発行済み?(?:普通)?株式(?:の)?(?:総)?数"
_AUTHORIZED_EN = (
    r"(?:shares authorized(?: to be issued| for issuance)?|authorized (?:common )?shares|authorized share capital)"
)
_ISSUED_EN = (
    r"(?:outstanding (?:common )?shares|issued (?:common )?shares|shares (?:issued|outstanding)(?: and outstanding)?)"
)
_RISES = r"(?:increas|ris|rose|grow|grew|climb|go(?:es)? up|expand|rais|chang|decreas|reduc|fall|fell|drop|shrink|declin)[a-z]*(?: up| down)?"
_LESS = r"(?:decreas|reduc|fall|fell|drop|shrink|declin)[a-z]*"
_APART = r"(?:approximately |about |around |roughly )?"
#: What stands in brackets behind a day.
_ASIDE = r"(?:\s?\((?:[^()\n]|\([^()\n]{0,40}\)){0,90}\))?"
_ABOUT = r"(?:approximately |about |on or about |or about )?"


@record(frozen=True)
class Rule:
    """A phrase of a masked text; its groups are figures or dates of the terms in `paths`, in their order."""

    paths: tuple[str, ...]
    phrase: Phrase
    weight: int = 2


def _rule(paths: str, phrase: str, weight: int = 2) -> Rule:
    spaced = (
        phrase.replace(r"[^.\n]{", r"(?:[^.\n]|(?<=Inc|Ltd)\.|(?<=Co)\.|(?<=Corp)\.){")
        .replace(" ?", r"\s*")
        .replace(" ", r"\s+")
    )
    return Rule(tuple(paths.split()), Phrase(spaced), weight)


RULES = (
    # -- dates in Japanese
    _rule(RECORD, rf"({D}){_ASIDE}\n?を(?:[^。\n]{{0,14}})?基準日"),
    _rule(RECORD, rf"基準日(?:は|を|である|の|\()({D})"),
    _rule(RECORD, rf"({D}){_ASIDE}(?:現在|最終|時点|の最終)?の?(?:最終の?)?(?:当社の?)?(?:株主名簿|名簿)"),
    _rule(RECORD, rf"({D})(?:\([^)]{{0,40}}\))?(?:現在|時点|最終)の[^。\n、]{{0,6}}?株主(?:様|さま)?(?:を|に|が|の|へ|ご所有)"),
    _rule(SUBSTANCE, rf"(?:実質(?:的に?|上)?|事実上)(?:には|の?基準日は|は|の)?、?\s?({D})", 3),
    _rule(EFFECTIVE, rf"({D})付?(?:を|が)(?:もって)?(?:[^。\n]{{0,8}})?効力発生日"),
    _rule(EFFECTIVE, rf"効力発生日(?:は|を|である|が|の|\()({D})"),
    _rule(EFFECTIVE, rf"({D})(?:付け?(?:で|をも(?:って|ちまして)|にて|の)|をも(?:って|ちまして)|を効力)、?(?:(?!公表|発表|決議|開示|取締役会|名簿|基準)[^。\n]){{0,40}}?(?:分割|併合|分け|まとめ)"),
    _rule(EFFECTIVE, rf"({D})(?:付け?(?:で|をも(?:って|ちまして)|にて)|をも(?:って|ちまして))、?{D}[^。\n]{{0,60}}?{N}(?:につき|を)、?{N}"),
    _rule(EFFECTIVE, rf"実施(?:予定)?日(?:は|が|を|:)、?({D})", 1),
    _rule(EFFECTIVE, rf"({D})(?:付け?(?:で|をも(?:って|ちまして)|の|にて)?|をも(?:って|ちまして))、?\s?(?:当社)?(?:普通)?(?:株式の?)?(?:分割|併合)"),
    _rule(EFFECTIVE, rf"(?:^|(?<=\n))[^\w\n]{{0,8}}({D})[^\S\n]*[^。\n]{{0,30}}{EVENT}(?:の)?効力発生日[^\S\n]*(?=\n|$)"),
    _rule(EFFECTIVE, rf"({D})(?:付け?で|に|から|より)、?(?:その|(?:本|当該)?(?:株式)?(?:分割|併合)の)?効力(?:が|を)(?:発生|生)"),
    _rule(NOTICE, rf"({D})(?:に|付け?で)[^。\n]{{0,12}}公告"),
    _rule(RESOLUTION, rf"({D})(?:付け?)?(?:に?開催)?(?:の|した)?(?:当社)?(?:の)?(?:臨時)?取締役会"),
    _rule(RESOLUTION, rf"取締役会(?:決議)?(?:\(|において|で|の決議日は|を)({D})"),
    # -- dates in English
    _rule(RECORD, rf"record date (?:is|of|will be|shall be|being|set (?:for|as)|fixed (?:for|as)|to be)? ?({D})"),
    _rule(RECORD, rf"record date (?:for|of) the {_SPLIT} (?:is|of|will be|shall be)? ?({D})"),
    _rule(RECORD, rf"({D})(?: \([^)]{{0,20}}\))?,? (?:as|being|is|which is) (?:the|its) (?:[a-z]+ )?record date"),
    _rule(RECORD, rf"({D}),? ?(?:\(?(?:which is )?the \"?record date)"),
    _rule(RECORD, rf"(?:share|stock)?holders? of record (?:as of|on|at|as at)(?: (?:the )?(?:close|end) of (?:business|trading)(?: hours)?(?: on)?)? ?({D})"),
    _rule(RECORD, rf"record holders?(?: of [a-z ]{{3,30}})? (?:as of|on|at)(?: the close of [a-z]+(?: on)?)? ({D})"),
    _rule(RECORD, rf"(?:\bregist(?:er|ry|ers|ries)\b|shareholders' register)[^.\n]{{0,50}}? (?:as of|as at|of|on|at)(?: the (?:close|end) of(?: business)?(?: on)?)?\s+({D})"),
    _rule(RECORD, rf"(?:shares?|stock) (?:[a-z]+ )?(?:held|owned)(?: by [^.\n]{{0,30}})? (?:as of|on|at|as at)(?: the (?:close|end) of(?: business)?(?: on)?)? ({D})"),
    _rule(SUBSTANCE, rf"(?:in substance|substantive(?:ly)?|for (?:all )?practical purposes|de facto|effectively)(?:[^.;]{{0,60}}?(?:is|be|was|,))? ?({D})", 3),
    _rule(EFFECTIVE, rf"(?:become|becomes|became|be|is|was|takes?|took|came into|come into|,|and)\s*(?:effective|effect) {_ABOUT}(?:on|as of|from|at|beginning)?\s?{_ABOUT}({D})"),
    _rule(EFFECTIVE, rf"effective (?:on|as of|from) {_ABOUT}({D})"),
    _rule(EFFECTIVE, rf"{_SPLIT},? (?:to be |that is |which (?:is|will be) )?effective {_ABOUT}({D})"),
    _rule(EFFECTIVE, rf"effect(?:ive)?,? (?:immediately )?(?:at|as of|prior to|before|after|following)[^;\n]{{0,60}}? (?:on|of) ({D})"),
    _rule(EFFECTIVE, rf"effective time ?:? ?[^\n;]{{0,44}}?({D})"),
    _rule(EFFECTIVE, rf"(?:split|consolidated|divided|subdivided) (?:its|the|our) (?:issued |outstanding |common |ordinary ){{0,3}}(?:stock|shares) (?:on|as of|effective) ({D})"),
    _rule(EFFECTIVE, rf"(?:mail|distribut|issu|deliver|credit)[a-z]*[^.;\n]{{0,40}}? (?:additional|new|split) [^.;\n]{{0,24}}?shares?(?: will be)?(?: [a-z]+)? (?:on or about |on |from )?({D})", 1),
    _rule(EFFECTIVE, rf"(?:additional|new) shares? (?:will be |to be |are )?(?:mailed|distributed|issued|delivered|credited) (?:on or about |on |from )?({D})", 1),
    _rule(EFFECTIVE, rf"effective date (?:is|of|will be|shall be|for the {_SPLIT} (?:is|will be)|(?:is )?(?:expected|scheduled) to be)? ?{_ABOUT}({D})"),
    _rule(EFFECTIVE, rf"({D}),? ?(?:\((?:which is )?the \"?effective date|,? (?:as|being) the effective date|,? the effective date of the {_SPLIT})"),
    _rule(EFFECTIVE, rf"(?:be|been|is|are|was|were|being) (?:split|consolidated|combined|divided|subdivided)(?:(?!record|regist|holders|date)[^.\n]){{0,60}}? (?:as of|on|effective|with effect from) ({D})"),
    _rule(EFFECTIVE, rf"(?:after (?:the )?(?:market )?close(?: of trading)?|distributed|payable)[^.\n]{{0,40}}? (?:on|of business on) ({D})", 1),
    _rule(RESOLUTION, rf"(?:on|of|held on|dated|at) ({D}),?[^.\n]{{0,40}}?(?:board|directors)[^.\n]{{0,60}}?(?:deci|resol|appro|author|adopt|determin|declar|pass|set the|fixed)"),
    _rule(RESOLUTION, rf"\b(?:board|directors)(?: of [A-Za-z ]{{1,30}})?,? (?:has |have )?(?:fixed|set|chose|selected|determined|approved|resolved|decided|adopted)[^.\n]{{0,80}}? on ({D})"),
    _rule(RESOLUTION, rf"(?:board|directors)[^.\n]{{0,70}}?(?:on|of) ({D})[^.\n]{{0,60}}(?:deci|resol|appro|author|adopt|split|consolid)"),
    _rule(RESOLUTION, rf"(?:deci|resol|appro|author|adopt)[a-z]+[^.\n]{{0,80}}board[^.\n]{{0,30}} (?:on|of|held on) ({D})"),
    _rule(RESOLUTION, rf"\bon ({D}),? [^.\n]{{0,40}}(?:said|announced|declared) [^.]{{0,60}}{_SPLIT}", 1),
    # -- counts in Japanese
    _rule(f"{AUTHORIZED_AFTER} {AUTHORIZED}", rf"{_AUTHORIZED}(?:は|を|:)?\s?({N})\({EVENT}前(?:は|:)?\s?({N})\)"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED}(?:は|を|が|も)、?(?:現在の|現行の)?({N})(?:から|より)、?({N})(?:に|へ|と)"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"({N})(?:から|より)、?({N})(?:に|へ|と)[^。\n]{{0,10}}{_AUTHORIZED}", 1),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED}(?:は|を|が|も|:)?、?\s?(?:現在の|現行の)?({N})を、?({N})(?:に|へ|と)(?:変更|増|改|する|致|いた)"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED}(?:は|を|が|も|\()?、?(?=({N}))({N})\)?(?:で|に|から|は|の)?(?:変更|増減)(?:は|が)?(?:あり|ござい|ない|しな|無)"),
    _rule(AUTHORIZED_AFTER, rf"{_AUTHORIZED}(?:は|を|が|も)?[、\s]*(?:{D}(?:付け?(?:で|をも(?:って|ちまして))|をも(?:って|ちまして)|に|より|から)、?)?{N}(?:だけ)?(?:増加|増や?|減少|減ら?)[^。\n]{{0,6}}?、?({N})(?:に|へ|と)"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED}\((?:変更(?:は)?(?:なし|ありません|ございません)|不変|据え?置き?)\)[\s:：]{{0,8}}(?=({N}))({N})"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED}[\s:：]{{0,40}}(?=({N}))({N})\s?\((?:変更(?:は)?(?:なし|ありません|ございません|しない|致しません|いたしません)|不変|据え?置き?)"),
    _rule(AUTHORIZED_AFTER, rf"{_AUTHORIZED}(?:は|を|が|も)、?({N})(?:に|へ|と)(?:変更|なり|なる|増|改|致|いた|し(?![、て]))"),
    _rule(f"{ISSUED} {AFTER}", rf"{_ISSUED}(?:は|を|が|も)、?(?:現在の)?({N})(?:から|より)、?({N})(?:に|へ|と)"),
    _rule(f"{ISSUED} {INCREASE} {AFTER}", rf"{_ISSUED}(?:は|を|が|も)、?({N})(?:から|より|に|に対し)、?({N})(?:が|だけ)?(?:増加|増え)[^。\n]{{0,6}}?、?({N})(?:に|へ|と)"),
    _rule(f"{INCREASE} {AFTER}", rf"{_ISSUED}(?:は|を|が|も)、?({N})(?:だけ)?(?:増加|増え?)[^。\n]{{0,6}}?、?({N})(?:に|へ|と)"),
    _rule(f"{DECREASE} {AFTER}", rf"{_ISSUED}(?:は|を|が|も)、?({N})(?:だけ)?(?:減少|減)[^。\n]{{0,6}}?、?({N})(?:に|へ|と)"),
    _rule(f"{ISSUED} {AFTER}", rf"{_ISSUED}[\s:：]{{0,20}}({N})\s{{0,3}}(?:→|⇒|から)\s{{0,3}}({N})"),
    _rule(AFTER, rf"{_ISSUED}(?:は|が|も)、?{EVENT}後(?:に|は|、)?({N})(?:に|と|へ)"),
    _rule(f"{ISSUED} {AFTER}", rf"{EVENT}前の?{_ISSUED}({N})[^。\n]{{0,6}}{EVENT}後(?:は|に)?({N})"),
    # -- counts in English
    _rule(f"{ISSUED} {AFTER}", rf"{_ISSUED_EN}[^.\n]{{0,60}}? from (?:approximately |about )?({N}) to (?:approximately |about )?({N})"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED_EN}[^.;\n]{{0,60}}?(?=({N}))({N})[^.;\n\d]{{0,60}}?(?:(?:not|un) ?(?:be |being )?(?:reduc|chang|affect|alter|increas|adjust|amend)|remains? (?:the same|unchanged|at))"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED_EN}[^.\n]{{0,90}}? from (?:the current )?({N}) to ({N})"),
    _rule(AUTHORIZED_AFTER, rf"{_AUTHORIZED_EN}[^.]{{0,60}}? (?:increased?|rises?|raised) by {N},? ?(?:to|up to) ({N})"),
    _rule(f"{AUTHORIZED} {AUTHORIZED_AFTER}", rf"{_AUTHORIZED_EN}[^.]{{0,60}}? (?:increased?|rises?|raised) by {N},? from (?:the current )?({N}),? ?(?:to|up to) ({N})"),
    _rule(f"{AUTHORIZED_AFTER} {AUTHORIZED}", rf"{_AUTHORIZED_EN}[^.;\n{FIGURE_MARK}]{{0,80}}?({N}) ?\((?:formerly|previously|before|currently|now|at present|present|from):? ?({N})"),
    _rule(f"{AUTHORIZED_AFTER} {AUTHORIZED}", rf"{_AUTHORIZED_EN}[^.;\n{FIGURE_MARK}]{{0,80}}?({N}) ?\(({N}) (?:before|formerly|previously|currently|at present|now)"),
    _rule(AUTHORIZED_AFTER, rf"{_AUTHORIZED_EN} (?:will be|shall be|is|are)?\s?(?:increased|changed|amended|raised|rises?|rise)? ?to ({N})"),
    _rule(f"{ISSUED} {AFTER} {AUTHORIZED_AFTER}", rf"{_ISSUED_EN}[^.\n]{{0,40}} from ({N}) to ({N}),? and {_AUTHORIZED_EN} to ({N})"),
    _rule(f"{DECREASE} {AFTER}", rf"{_ISSUED_EN}[^.{FIGURE_MARK}]{{0,60}}? {_LESS} by {_APART}({N}),? ?(?:to|down to) {_APART}({N})"),
    _rule(f"{INCREASE} {AFTER}", rf"{_ISSUED_EN}[^.{FIGURE_MARK}]{{0,60}}? (?!{_LESS}){_RISES} by {_APART}({N}),? ?(?:to|up to) {_APART}({N})"),
    _rule(f"{AFTER} {ISSUED}", rf"{_ISSUED_EN}[^.{FIGURE_MARK}]{{0,60}}? {_RISES} to {_APART}({N})(?: shares)? from {_APART}({N})"),
    _rule(f"{AUTHORIZED_AFTER} {AUTHORIZED}", rf"{_AUTHORIZED_EN}[^.{FIGURE_MARK}]{{0,60}}? {_RISES} to {_APART}({N})(?: shares)? from {_APART}({N})"),
    _rule(AFTER, rf"(?:on|after|following) the (?:effective date|{_SPLIT}),? (?:there will be )?(?:approximately |about )?({N})[^.\n]{{0,30}}(?:will|shall|to) be (?:issued|outstanding)", 1),
    _rule(AFTER, rf"(?:after|following) the {_SPLIT},? [^.\n]{{0,60}}{_ISSUED_EN} (?:will|shall|is expected to) (?:be|increase to|decrease to) (?:approximately |about )?({N})", 1),
)  # fmt: skip
