"""What sentences say of dividends: a payment with its amount, changed from an earlier one or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .dividend_tables import Column, Row, Table
from .dividend_words import DIVIDEND, MONTHS_LEFT, PAYMENT, PREVIOUS, REVISED, TOTAL, RowName, with_quarters
from .numbers import Figure
from .sections import OTHER, Sections
from .tokens import D, N, Tokens

_END = re.compile(r"。|(?<=[a-z)\ue000-\ue002])\.(?=\s|$)|\n\s*\n|\n(?=[-・*(\d■※])|\n$")
_LONGEST = 700
_PAYMENTS = re.compile(PAYMENT, re.IGNORECASE)
#: A bracket says something beside: another basis, a day, a part of the amount.
_BRACKET = re.compile(rf"\((?!\s?{N}(?:当たり|につき)、?{N}\s?\))[^()]*\)")
_CHANGE = re.compile(
    rf"({N})(?:\s?per share)?(?:から|より)、?[^。\n{N}]{{0,12}}?({N})\s*(?:に|へ|と)|\bfrom\s+({N})(?:\s?(?:per|a)\s+share)?\s+to\s+({N})",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"(?:increase|rise|decrease|up|down|raise|reduction)[a-z]*\s+(?:of|by)\s+({N})|({N})(?:\s?(?:per|a)\s+share)?\s+(?:more|higher|less|lower)\b",
    re.IGNORECASE,
)
_RESTATED = re.compile(
    rf"(?:heretofore|previously|formerly|earlier|up\s+from|instead\s+of|compared\s+with)\s+(?:forecast\s+(?:at|as)\s+)?({N})",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\((?:前回(?:発表)?予想|従来予想|当初予想|修正前|previous(?:\s+forecast)?)(?:は|:|,|of|\s)*(?:{N}当たり)?({N})\s?\)",
    re.IGNORECASE,
)
_RAISE = re.compile(
    rf"({N})(?:増額|増配|引き?上げ|減額|減配|引き?下げ)(?:し|する|て|、){{0,3}}、?(?:1株(?:当たり|につき))?({N})"
)
_PAST = re.compile(
    r"前期|前年|前々期|実績|支払(?:い?ました|済)|実施しました|previous(?:ly)? (?:fiscal )?year|last year|paid (?:in|on)|was approved|総額"
    r"|下限|性向|純利益|優待", re.IGNORECASE,
)  # fmt: skip
_OTHERS = re.compile(
    r"(?:普通|記念|特別)配当(?:金)?(?=[を、は]?\d)|commemorative|special dividend|of which|うち", re.IGNORECASE
)


def stated(text: Tokens, parts: Sections) -> Iterator[Table]:
    """Each sentence that states the amount of a payment, as a table of one column or of several alike."""
    shape, place, start = with_quarters(text), 0, 0
    for end in [match.end() for match in _END.finditer(shape)] + [len(shape)]:
        start = start if _is_heading(shape[start:place]) else place
        place = end
        words = shape[start:end]
        if end - start < _LONGEST and DIVIDEND.search(words) and parts.at(start) != OTHER and not _PAST.search(words):
            yield from _table(text, shape, start, end)


def _is_heading(words: str) -> bool:
    """Whether words name a payment for the sentence behind them."""
    return 0 < len(words) < 50 and not re.search(N, words) and bool(_PAYMENTS.search(words) and DIVIDEND.search(words))


_DAY = re.compile(
    rf"({D})を(?:当該)?基準日|基準日\s?[:は]?\s?({D})|record\s+date\W{{0,4}}(?:is\s+|of\s+|being\s+)?({D})",
    re.IGNORECASE,
)


def _table(text: Tokens, shape: str, start: int, end: int) -> Iterator[Table]:
    plain = _BRACKET.sub(lambda found: " " * len(found[0]), shape[start:end])
    columns = [
        Column(match.lastgroup or "", start + match.start(), start + match.end())
        for match in _PAYMENTS.finditer(plain)
        if match.lastgroup != TOTAL
    ]
    kinds = {one.payment for one in columns}
    if not columns or (len(kinds) > 1 and not re.search(rf"(?:各|each\b)[^。]{{0,20}}?{N}", plain)):
        return
    own = tuple({one.payment: one for one in reversed(columns)}.values())
    days = {text.date_at(match.start(match.lastindex or 0)) for match in _DAY.finditer(shape, start, end)}
    if len(days) == len(own) == 1:
        own = (replace(own[0], day=days.pop()),)
    amounts = _amounts(text, plain, shape[start:end], start)
    if amounts is not None:
        previous, revised = amounts
        rows = [Row(RowName(REVISED), {one.payment: revised for one in own}, start)]
        if previous is not None:
            rows.append(Row(RowName(PREVIOUS), {one.payment: previous for one in own}, start))
        yield Table(own, tuple(rows), start, end)


def _amounts(text: Tokens, plain: str, whole: str, start: int) -> tuple[Figure | None, Figure] | None:
    """The earlier amount and the one that holds; nothing where a sentence has others, or none."""
    if _OTHERS.search(plain):
        return None
    money = [one for one in _figures(text, plain, start) if one.unit == "money"]
    changes = list(_CHANGE.finditer(plain))
    if len(changes) == 1:
        groups = [n for n in range(1, 5) if changes[0][n]]
        before, after = (text.figure_at(start + changes[0].start(n)) for n in groups)
        return (before, after) if after in money and before in money and after is not None else None
    steps = {one.start(n) + start for words in (_RAISE, _STEP) for one in words.finditer(plain) for n in (1, 2)}
    steps -= {one.start(2) + start for one in _RAISE.finditer(plain)}
    named = (*_RESTATED.finditer(plain), *_BESIDE.finditer(whole))
    earlier = [text.figure_at(one.start(1) + start) for one in named]
    money = [one for one in money if one.start not in steps and one not in earlier]
    if len({one.value for one in money}) != 1 or len(earlier) > 1:
        return None
    return (earlier[0] if earlier else None), money[0]


def _figures(text: Tokens, plain: str, start: int) -> Sequence[Figure]:
    places = (start + match.start() for match in re.finditer(N, plain))
    return [one for place in places if (one := text.figure_at(place))]


def agreed(found: Sequence[Table]) -> Table | None:
    """The sentences as one table, where none differs from another about a payment."""
    columns, cells = dict[str, Column](), dict[str, dict[str, Figure | None]]()
    for one in found:
        for row in one.rows:
            for payment, figure in row.cells.items():
                known = cells.setdefault(row.name.which, {}).setdefault(payment, figure)
                if known is None or figure is None or known.value != figure.value:
                    return None
        columns = {column.payment: column for column in one.columns} | columns
    rows = tuple(Row(RowName(which), own, found[0].start) for which, own in cells.items())
    ordered = sorted(columns.values(), key=lambda column: -MONTHS_LEFT[column.payment])
    return Table(tuple(ordered), rows, found[0].start, found[-1].end)


_DECLARED = re.compile(
    rf"(?P<label>(?:(?:regular|quarterly|semi-?annual|annual|monthly|special|cash|interim|final)\s+)*dividend)\s+(?:of|in the amount of)\s+(?P<amount>{N})"
    rf"(?:\s+(?:per|a|on each|for each)\s+(?:outstanding\s+)?(?:common\s+|ordinary\s+)?(?:share|ADS))(?P<basis>[^.\n]{{0,80}}?),?\s+(?:is |to be |which is |will be )?payable\s+(?:on\s+)?(?:or about\s+)?(?P<paid>{D})"
    rf"[^.\n]{{0,60}}?\bof\s+record\s+(?:as\s+of|on|at)[^.\n{D}]{{0,40}}?(?P<record>{D})",
    re.IGNORECASE,
)


def declared(text: Tokens) -> Iterator[re.Match[str]]:
    """Dividends that are declared with the days of record and payment."""
    return _DECLARED.finditer(text.shape) if re.search("dividend", text.text, re.IGNORECASE) else iter(())
