"""Who announces: the name and the securities code."""

import re
from collections.abc import Iterator

from .candidate import Candidate
from .paths import CODE, COMPANY_NAME
from .tokens import Tokens

_HEAD = 2500
_CODE = r"(\d{4}|\d{3}[A-Z]|\d[A-Z]\d[A-Z0-9])(?![\dA-Za-z年]|[-,./]\d)"
_NUMBERED_SECTION = "First Section|Second Section|1st Section|2nd Section"
_CODES = (
    re.compile(rf"(?:証券)?コード(?:番号|No\.?)?[ \t]{{0,20}}[:=]?\s?[ \t]{{0,20}}{_CODE}"),
    re.compile(
        r"(?:stock|securit(?:y|ies)|TSE|company|ticker)?\s?(?:code|ticker)(?: (?:number|no\.?))*"
        rf"(?:\s?[:.]?\s{{0,2}}|[ .:\t]{{1,40}})(?:TSE\s?)?{_CODE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:TSE\d?|TOKYO|TYO|JPX|Tokyo Stock Exchange|TSE [A-Z][a-z]+)(?: (?:Prime|Standard|Growth))?\s?:\s?{_CODE}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:TSE|Tokyo Stock Exchange|JASDAQ|Mothers)[^:\n()]{{0,30}}:\s?{_CODE}", re.IGNORECASE),
    re.compile(rf"\b(?:TSE|Tokyo Stock Exchange|JASDAQ|Mothers)(?: [A-Z][a-z]+){{0,3}},? {_CODE}\)"),
    re.compile(rf"[ぁ-んァ-ヶ一-龠ーA-Za-z.]\s?[<(\[]{_CODE}[>)\]]"),
    re.compile(
        rf"\({_CODE}(?:,|:|/| on)? ?(?:the )?(?:TSE|Tokyo|JPX|JASDAQ|Mothers|Prime|Standard|Growth|{_NUMBERED_SECTION})\b"
    ),
    re.compile(
        rf"\b(?:TSE|Tokyo Stock Exchange)[ ,]{{1,2}}(?:Prime|Standard|Growth|Mothers|JASDAQ|{_NUMBERED_SECTION})(?: Market)?"
        rf"[ ,:]{{1,2}}{_CODE}"
    ),
    re.compile(rf"\b(?:TSE|Tokyo Stock Exchange)[^\n:()]{{0,30}}No\.? ?{_CODE}"),
    re.compile(r"(?<![\w.])(\d{4}|\d{3}[A-Z]|\d[A-Z]\d[A-Z0-9])\.(?:T|TYO|JP)\b"),
    re.compile(
        rf"(?:コード番号|\bcode(?: no\.?| number)?)[ \t:]*\n(?:[^\n]*\n){{1,8}}?[ \t]*{_CODE}[ \t]*(?=\n|[東名福札大]証)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:^|\n)\s*[<(\[]?{_CODE}[>)\]]"),
    re.compile(rf"(?:^|\n)\s*{_CODE}(?=\s?[・/]?\s?(?:東証|名証|福証|札証|大証|JASDAQ|ジャスダック|東京証券取引所))"),
    re.compile(rf"(?:東証|名証|福証|札証|大証|JASDAQ|ジャスダック)[^\s\d(]{{0,12}}\s?[・:/]?\s?{_CODE}"),
    re.compile(rf"[<(]{_CODE}[>)]\s?(?:は|が|の|、)"),
)
_NAME_OF_JA = r"会\s?社\s?名|上場会社名|不動産投資信託証券発行者名?"
_NAME_OF_TRUST = r"(?:REIT |Real Estate Investment Trust )?(?:Securities )?Issuer"
_NAME_OF_STOCK = r"商\s?号|銘\s?柄\s?名?(?!コード|略称)"
_NAME_OF_EN = r"company name|name of (?:the )?(?:listed )?company|corporate name"
_LABEL = re.compile(
    rf"(?:(?:^|\n)[\s(]*|(?<![一-龠ぁ-んァ-ヶ]))(?:{_NAME_OF_JA}|{_NAME_OF_TRUST}|{_NAME_OF_STOCK}|{_NAME_OF_EN})"
    r"[ \t]*[::]?[ \t\n]*([^\n\t]{2,80})",
    re.IGNORECASE,
)
_KANJI = r"[一-龠々ぁ-んァ-ヶーA-Za-z0-9&・.\-]"
_PARTICLE = r"(?:[はが](?=[、\d一-龠\n])|の(?:株|取|普|米|完全|連結)|代表|問合|(?:証券|銘柄)?コード|上場|所在|本社|東証|[^一-龠々ぁ-んァ-ヶーA-Za-z0-9&・.\-]|$)"
_LATIN = r"[A-Z][A-Za-z&.\-]*(?: (?!(?:C[EFOT]O|IR|TEL|President|Inc|Co)\b)(?:&|[A-Z][A-Za-z&.\-]*)){1,4}"
_FORM = r"(?:株式会社|\(株\))"
#: The form of a company before its name or behind it, the name in Latin letters or not.
_FORM_FIRST_LATIN = rf"{_FORM}\s?{_LATIN}(?={_PARTICLE})"
_FORM_LAST_LATIN = rf"(?<![A-Za-z]){_LATIN}\s?{_FORM}"
_FORM_FIRST = rf"{_FORM}\s?{_KANJI}{{1,30}}?(?={_PARTICLE})"
_FORM_LAST = r"(?<![ぁ-んァ-ヶ一-龠])[一-龠々ァ-ヶぁ-んーA-Za-z0-9&・.\-]{1,30}?(?:株式会社|\(株\)|投資法人)(?!み)"
_JAPANESE = re.compile(f"({_FORM_FIRST_LATIN}|{_FORM_LAST_LATIN}|{_FORM_FIRST}|{_FORM_LAST})")
_TYPE = (
    r"(?:Inc\.?|Incorporated|Corporation|Corp\.?|Co\.,?\s?Ltd\.?|Co\.|Company,? Limited|Company|Ltd\.?|Limited|PLC|plc|Holdings|"
    r"Group|N\.V\.|S\.A\.|AG|SE|K\.K\.|LLC|Trust|A/S|ASA|AB|Oyj|NL|S\.p\.A\.|Berhad|Bhd\.?|L\.P\.|LP|Tbk|TBK|INC\.?|CORPORATION|CORP\.?|CO\.,?\s?LTD\.?|LTD\.?|LIMITED|COMPANY)"
)
_ENGLISH = re.compile(
    rf"((?:[A-Z][\w&'-]*|[A-Z]\.)(?:(?:,? (?:and |of |& )?)(?:[A-Z][\w&'-]*\.?)){{0,6}}?,? {_TYPE}(?:,? {_TYPE}){{0,2}})(?![A-Za-z])"
)
#: Words of the head of a notice that stand before a name.
_HEADER = re.compile(
    r"各位|御中|お知らせ|ご案内|ご通知|について|(?:上場)?会社名"
    r"|(?:令和|平成|昭和)?[\d元]{1,4}年(?:\d{1,2}月)?期?|第\s?\d{1,3}\s?期"
    r"|決算短信|(?:決算)?説明資料|(?:有価証券|[四半]*半期)?報告書|有価証券届出書|\d{1,4}(?:丁目|番地?|号)"
    r"|新株式発行|株式売出|届出目論見書|(?:定時|臨時)株主総会"
    r"|商号|代表者(?:名|の役職氏名)?|役職名|氏名|お?問い?合わ?せ先|電話番号|本社所在地"
)
_EXCHANGES = (
    r"証券取引所|証券保管|Exchanges? and Clearing|^(?:BSE|NSE|ASX|SGX) |^[Tt]he [Ss]tock |National Stock|信託銀行|証券代行"
    r"|Stock Exchange"
)
_BANKS = (
    r"Citibank|Bank of New York|BNY|JPMorgan|Deutsche Bank|Newswire|Securities Dep|Securities and Exchange"
    r"|Trust (?:and|&) Banking|Nasdaq|NYSE|Depositary|Mizuho Trust|Trust Company|Computershare|Holding Company$"
)
_NO_NAMES = (
    r"^The Company|^Real Estate Investment Trust|^本投資法人|資産運用|アセットマネジメント|^Board|Articles|Stock Split|^当社"
    r"|取引所|(?:数|残高|増減|高|計|額|率)\(株\)$|^種類|証券(?:株式会社|\(株\))?$"
)
_NOT_ISSUERS = re.compile(f"{_EXCHANGES}|{_BANKS}|{_NO_NAMES}", re.IGNORECASE)
#: A name behind its label, without the form of a company.
_PLAIN = re.compile(r"([ァ-ヶー一-龠々A-Za-z][^\s、。(<:=/]{1,30}?)(?=(?:銘柄|証券)?コード|代表|市場|[\s(<:/]|$)")
_HEAD_OF_TABLE = re.compile(
    r"市場|上場|比率|割当|割合|基準|権利|効力|コード|分割|併合|取引|売買|業種|備考|調整|転換|行使|種類|名称|新株"
)
_NO_NAME = re.compile(r"分割|併合|株式|今回|本件|当社|同社|これ|なお|また|詳細|割合|比率|目的|効力|基準|権利|実施|決議")
_OF_COMPANY = re.compile(r"会社名|商号|銘柄")
_SHORT = (
    re.compile(r"(?:^|\n)\s*[<(\[]\d{3}[\dA-Z][>)\]]\s?([^\s、。(<\n]{2,25})[、は]"),
    re.compile(
        r"(?:^|\n|。|\))\s?([^\s、。(<\n]{2,25})\s?[<(](?:(?:証券)?コード(?:番号)?\s?:?)?\d{3}[\dA-Z](?:、[^()\n]{1,20})?[>)](?:は|が|の|、|\s|株式)"
    ),
    re.compile(r"(?:^|\n|。)\s?([^\s、。(<\n]{2,25}?)は(?=\t|\d{1,2}日|本日|、?1株)"),
    re.compile(r"(?:^|\n)([^\s、。(<\n]{2,25})、\d{1,3}株[をが→]"),
    re.compile(r"\bboard of ([A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,3}) (?:deci|resol|appro|author|has|today|on)"),
    re.compile(
        r"(?:^|\n|\t,? ?|, \d{4},? )([A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,3}) (?:said|announced|announces|declared|to carry out)\b"
    ),
    re.compile(
        r"(?:^|\n)(?!RE:|SUBJECT:)([A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,3}): (?:stock|share|reverse) ", re.IGNORECASE
    ),
    re.compile(r"(?:^|\n)\d{4} ([^\s\d]{2,25}) \d{4}-\d{2}-\d{2}"),
)

#: What stands before a name and is none of it: a word for its business, whose board it is.
_BUSINESS = r".{0,20}(?:上場|商社|メーカー|大手|中堅|企業|会社|業|運営|製造|販売|開発|チェーン|サービス|傘下)の"
_WHOSE = r"(?:The )?(?:Board|Directors|(?:Share|Stock|Unit)?[Hh]olders) of "
_EPITHET = re.compile(rf"{_BUSINESS}|ET(?=[A-Z])|{_WHOSE}|(?:今般|この度|この たび)、?")


def company(tokens: Tokens) -> Iterator[Candidate]:
    """The name and the code of the issuer in a folded text."""
    head = tokens.text[:_HEAD]
    without_dates = list(head)
    for dated in tokens.dates:
        without_dates[dated.start : min(dated.end, len(head))] = "\t" * (min(dated.end, len(head)) - dated.start)
    name = _name("".join(without_dates))
    if name is not None:
        yield name
    yield from _code(head)


def _code(head: str) -> Iterator[Candidate]:
    for words in _CODES:
        for match in words.finditer(head):
            if not re.fullmatch(r"(?:19|20)\d\d", match[1]) or re.search("(?:コード|code)", match[0], re.IGNORECASE):
                yield Candidate(CODE, match[1], match.start(1), match.end(1), 3)


def _name(head: str) -> Candidate | None:
    """The issuer's name: behind its label, else the first that has the form of a company."""
    labelled = _LABEL.search(head)
    if labelled:
        found = _JAPANESE.search(labelled[1]) or _ENGLISH.search(labelled[1])
        if found is None and _OF_COMPANY.search(head, labelled.start(), labelled.start(1)):
            found = _PLAIN.match(labelled[1])
        if found and _can_be_name(found[1]):
            return _candidate(found, labelled.start(1))
    plain = _HEADER.sub(lambda found: "\t" * len(found[0]), head)
    for words in (_JAPANESE, _ENGLISH):
        for match in words.finditer(plain):
            if not _NOT_ISSUERS.search(match[1]) and len(match[1].split("株式会社")) <= 2:
                return _candidate(match, 0)
    short = (match for words in _SHORT for match in words.finditer(head) if not _NO_NAME.match(match[1]))
    return next((_candidate(match, 0) for match in short), None)


def _can_be_name(words: str) -> bool:
    """Whether words behind a label are none of the head, of a table or of an exchange."""
    return not (_HEADER.match(words) or _HEAD_OF_TABLE.match(words) or _NOT_ISSUERS.search(words))


def _candidate(match: re.Match[str], offset: int) -> Candidate:
    name, start = match[1].strip(" ,"), offset + match.start(1)
    lead = _EPITHET.match(name)
    skip = lead.end() if lead else 0
    return Candidate(COMPANY_NAME, name[skip:], start + skip, start + len(match[1]), 3)
