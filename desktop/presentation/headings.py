"""What the columns of tables from elsewhere are called: brokers' statements, spreadsheets, announcements."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..domain.formula import Kind
from ..domain.scenario import COLUMNS
from ..domain.term import Term
from ..i18n import LANGUAGES, locale_for
from . import entry
from .entry_text import Problem, folded
from .wording import choice_aliases

#: Stands for the column of securities codes, which tells whose shares a row is about.
CODE = "code"

_CODES = (
    "銘柄コード|証券コード|銘柄CD|コード|ティッカー|銘柄コード・ティッカー|シンボル|symbol|ticker|code|security code"
    "|local code"
)

#: Words of headings, table by table, beside the labels in both languages; those of several columns stand in each.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "holdings": {
        "account": "証券会社|金融機関|取扱会社|部店|支店|口座名|口座名義|broker|brokerage|account name|custodian",
        "account_type": "口座|口座区分|口座種別|口座種類|預り|預かり区分|預り種別|区分|特定・一般|課税区分|account|type"
        "|tax status",
        "kind": "種別|商品|商品種別|証券種別|商品区分|security type|asset class|asset type|product|instrument",
        "acquired": "約定日|国内約定日|取得年月日|買付日|買付約定日|購入日|trade date|purchase date|date acquired"
        "|acquisition date|open date|acquired|bought on",
        "quantity": "数量|保有数量|保有株数|株数|株式数|残高|残高数量|残高株数|保有残高|保有数|約定数量|約定株数"
        "|口数|qty|shares|units|position|holding|quantity held",
        "cost": "取得単価|平均取得単価|平均取得価額|平均取得価格|平均単価|買付単価|約定単価|簿価単価|取得価格"
        "|取得コスト|単価|average cost|avg cost|average price|avg price|cost per share|cost/share|cost basis per share"
        "|price paid|purchase price|unit price",
        "currency": "決済通貨|通貨コード|取引通貨|ccy|trade currency",
    },
    "options": {
        "name": "名称|新株予約権|新株予約権の名称|発行回号|銘柄|name|series|option",
        "kind": "種別|type",
        "rights": "個数|新株予約権の個数|発行数|残存個数|number of rights|outstanding",
        "shares_per_right": "1個当たりの株式数|1個当たり株式数|1個あたりの株式数|目的となる株式の数|目的株式数",
        "exercise_price": "行使価格|権利行使価格|権利行使価額|転換価額|strike|strike price|conversion price",
        "exercise_from": "行使期間開始|権利行使開始日|行使開始日|exercisable from|vesting date",
        "exercise_to": "行使期間終了|権利行使終了日|行使期限|満期日|expiry|expiration date|expires",
    },
    "dividends": {
        "label": "区分|種類|type",
        "period": "期|決算期|年度|fiscal year|year",
        "payment_date": "支払日|効力発生日|pay date|payable date",
        "amount": "配当金|1株配当|1株当たり配当|1株当たりの配当金|配当額|amount|dividend|dps",
        "previous": "前回|前回発表予想|previous|previous forecast",
    },
    "benefits": {
        "threshold": "保有株式数|所有株式数|保有株数|株数|shares|minimum shares",
        "text": "優待|内容|株主優待|株主優待の内容|gift|description",
        "threshold_after": "分割後|変更後|after",
    },
}

_BRACKETS = re.compile(r"[(\[{<【〔〈《].*?[)\]}>】〕〉》]")
_SIGNS = re.compile(r"[\s・:,./_*※#-]+")
#: A shorter word within a longer heading says too little.
_LEAST_WITHIN = 3


def heading_key(heading: str) -> str:
    """A heading as words are compared: without units in brackets, spaces and signs."""
    plain = folded(heading[:80])
    return _SIGNS.sub("", _BRACKETS.sub("", plain)) or _SIGNS.sub("", plain)


@lru_cache(maxsize=8)
def words_of(table: str) -> Mapping[str, tuple[str, ...]]:
    """The columns that a heading may mean, by its key: their names in a table, or `CODE`."""
    found: dict[str, dict[str, None]] = {}
    for term in COLUMNS[table]:
        labels = [locale_for(language).text(term.label) for language in LANGUAGES]
        for word in (*labels, term.label, term.name, *_WORDS[table].get(term.name, "").split("|")):
            found.setdefault(heading_key(word), {})[term.name] = None
    if table == "holdings":
        for word in _CODES.split("|"):
            found.setdefault(heading_key(word), {})[CODE] = None
    found.pop("", None)
    return {key: tuple(names) for key, names in found.items()}


def heading_row(table: str, lines: Sequence[Sequence[str]]) -> int:
    """The row with the most headings that are known, at least two of them and one to the letter; −1 for none."""
    words = words_of(table)
    counts = [_known(words, line) for line in lines[:60]]
    most = max(counts, default=0)
    return counts.index(most) if most >= 2 else -1


def _known(words: Mapping[str, tuple[str, ...]], line: Sequence[str]) -> int:
    """How many columns the cells of a line name; none where no cell is a known heading to the letter."""
    if not any(_meant(words, cell, exactly=True) for cell in line):
        return 0
    meant = (_meant(words, cell, exactly=True) or _meant(words, cell, exactly=False) for cell in line)
    return len({names[0] for names in meant if names})


def guessed(table: str, headings: Sequence[str], samples: Sequence[Sequence[str]]) -> list[str]:
    """What each column is: the name of a term, `CODE`, or nothing; no two columns are the same.

    `samples` are some cells of each column: they tell an account from its type where a heading means either.
    """
    words, found = words_of(table), [""] * len(headings)
    terms = {term.name: term for term in COLUMNS[table]}
    for exactly in (True, False):
        for column, heading in enumerate(headings):
            names = [name for name in _meant(words, heading, exactly=exactly) if name not in found]
            if names and not found[column]:
                found[column] = min(names, key=lambda name: _strangers(terms.get(name), samples[column]))
    return found


def _meant(words: Mapping[str, tuple[str, ...]], heading: str, *, exactly: bool) -> tuple[str, ...]:
    key = heading_key(heading)
    if exactly:
        return words.get(key, ())
    within = [word for word in words if len(word) >= _LEAST_WITHIN and word in key]
    return words[max(within, key=len)] if within else ()


def _strangers(term: Term | None, samples: Sequence[str]) -> tuple[int, int]:
    """How many cells a column could not read; where all can, choices come first, as they say more."""
    if term is None:
        return 0, 0
    aliases = choice_aliases(term)
    read = (entry.read(term, choice_within(term, text), aliases) for text in samples)
    return sum(isinstance(value, Problem) for value in read), int(term.kind != Kind.CHOICE)


def choice_within(term: Term, text: str) -> str:
    """The word of a choice in a longer text ("株式（特定預り）"), or the text as it is."""
    if term.kind != Kind.CHOICE or not isinstance(entry.read(term, text, choice_aliases(term)), Problem):
        return text
    plain = folded(text)
    words = [(word, code) for word, code in choice_aliases(term).items() if len(word) > 1 and folded(word) in plain]
    longest = max((len(word) for word, _ in words), default=0)
    codes = {code for word, code in words if len(word) == longest}
    return codes.pop() if len(codes) == 1 else text
