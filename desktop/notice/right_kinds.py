"""A series of rights: its figures, its kind, the face value of a bond, when it can be exercised."""

import re
from collections.abc import Sequence

from ..domain.record import record
from .dates import Dated
from .numbers import Figure
from .tokens import D, Tokens

Period = tuple[Dated, Dated]

_CONVERTIBLE = re.compile(
    r"転換社債|新株予約権付社債|(?<!新株)転換価額|convertible|conversion price|\bCB\b", re.IGNORECASE
)
_ONE_YEN = re.compile(
    r"(?:行使価額|払込金額|行使に際して[^。\n]{0,30}(?:価額|金額))[^。\n]{0,30}?(?<!\d)1\s?円(?!\d)"
    r"|exercise price[^.\n]{0,30}?(?:(?<!\d)1 yen|[¥]\s?1(?![\d,.])|one yen)"
    r"|(?<!\d)1\s?円\s?(?:→|から)?\s?1\s?円(?!\d)|(?<![\d,])1 yen\s+(?:to )?1 yen|[¥]1\s+(?:to )?[¥]1(?![\d,.])",
    re.IGNORECASE,
)
_PERIOD = re.compile(rf"({D})\s?(?:から|より|~|-|–|to|through|until|至)\s?({D})")
_PERIOD_NAME = re.compile(
    r"行使(?:請求)?期間|exercis(?:e|able)[^.\n]{0,20}(?:period|from|between)|conversion period", re.IGNORECASE
)
_FACE = re.compile(
    r"(?:額面|各(?:本)?(?:新株予約権付)?社債(?:の金額|の額面|につき)|face value|denomination|principal amount)[^。\n\d]{0,30}$",
    re.IGNORECASE,
)


@record(frozen=True)
class Right:
    """A series: its name with its place, its figures before and after, its kind and when it can be exercised."""

    name: str
    start: int
    end: int
    prices: tuple[Figure, Figure] | None = None
    shares: tuple[Figure, Figure] | None = None
    kind: str = ""
    period: Period | None = None
    face: Figure | None = None


def kind_of(words: str) -> str:
    """The kind that the words of a series name, or nothing."""
    if _CONVERTIBLE.search(words):
        return "convertible"
    return "one_yen" if _ONE_YEN.search(words) else ""


def is_one_yen(figures: Sequence[Figure]) -> bool:
    """Whether every price of a series is one yen."""
    prices = [one.value for one in figures if one.unit == "money"]
    return bool(prices) and set(prices) == {1}


def period_of(text: Tokens, start: int, end: int) -> Period | None:
    """From when until when the rights are exercised, where the words say that it is this period."""
    for match in _PERIOD.finditer(text.shape, start, end):
        first, last = text.date_at(match.start(1)), text.date_at(match.start(2))
        is_span = first and last and first.value and last.value and first.value < last.value
        if first and last and is_span and _PERIOD_NAME.search(text.text[max(0, match.start() - 400) : match.start()]):
            return first, last
    return None


def face_value(text: str, figures: Sequence[Figure], kind: str) -> Figure | None:
    """The face value of a convertible bond, beside its name."""
    if kind != "convertible":
        return None
    named = [one for one in figures if one.unit == "money" and _FACE.search(text[max(0, one.start - 40) : one.start])]
    return named[0] if len(named) == 1 else None
