"""How announcements name series of rights, and the words beside their prices and numbers of shares."""

import re

_NUMBER_EN = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
#: The name of a series: "2019年度第3回A種新株予約権(株式報酬型)", "3rd Series of Stock Acquisition Rights (one-yen type)".
_NUMBERED_JA = (
    r"(?:\d{4}年度?)?第\s?\d{1,3}\s?回(?:[A-Z](?![A-Za-z]))?"
    r"(?:(?:\s?(?![第回])[A-Z一-龠0-9()・-]){0,20}?(?:新株予約権付社債|新株予約権(?!付)|ストック・?オプション))?(?:\([^()\n]{1,12}\))?"
)
_NUMBERED_EN = (
    rf"\b{_NUMBER_EN}\s+(?:series(?:\s+of)?\s*)?(?:(?:stock|share)\s+(?:acquisition|subscription)\s+rights|series)?"
    r"(?:\s?\([a-z -]{3,20}\))?"
)
_IN_A_ROW = r"\bNo\.?\s?\d{1,3}\b(?:\s\([12]\d{3}\))?(?=[ \t]*(?:\n|\t| {2}))"
_SERIES_EN = (
    r"\bseries\s+(?:no\.?\s*)?(?:\d{1,3}|[A-H])\b(?:\s+(?:stock\s+acquisition\s+rights|stock\s+options?|warrants))?"
)
SERIES = re.compile(f"{_NUMBERED_JA}|{_NUMBERED_EN}|{_IN_A_ROW}|{_SERIES_EN}", re.IGNORECASE)
BOND = re.compile(r"転換社債型新株予約権付社債|convertible bonds[^\n,.(]{0,20}", re.IGNORECASE)
#: Names with bonds, for which every place of a text has to be looked behind.
SERIES_OR_BONDS = re.compile(f"{SERIES.pattern}|[^\\n.。、,]{{0,40}}(?:{BOND.pattern})", re.IGNORECASE)
#: From one series to another.
_SPAN_JA = r"第\s?(\d{1,3})\s?回(?:新株予約権)?\s?(?:から|乃至|ないし|~|-)\s?第?\s?(\d{1,3})\s?回"
_SPAN_ORDINALS = (
    r"(?:from\s+)?(?:the\s+)?(\d{1,3})(?:st|nd|rd|th)\s+(?:series\s+)?(?:to|through|-|~)\s+(?:the\s+)?"
    r"(\d{1,3})(?:st|nd|rd|th)\s+series"
)
_SPAN_EN = r"series\s+(?:nos?\.?\s*)?(\d{1,3})\s+(?:to|through|-|~)\s+(?:series\s+)?(?:nos?\.?\s*)?(\d{1,3})"
SPAN = re.compile(f"(?:{_SPAN_JA}|{_SPAN_ORDINALS}|{_SPAN_EN})", re.IGNORECASE)
ABOUT_PRICE = re.compile(
    r"行使価額|転換価額|払込金額"
    r"|(?:exercise|conversion|strike|subscription|option|warrant|ex\.|current|adjusted)\s+prices?|price\s+per\s+share"
    r"|(?:sum|amount|price)\s+(?:payable|to\s+be\s+paid)|payable\s+(?:up)?on\s+exercise|exercisable\s+at",
    re.IGNORECASE,
)
ABOUT_SHARES = re.compile(
    r"(?:目的|付与)[^\n。]{0,14}株式|付与株式数"
    r"|number\s+of\s+(?:underlying\s+)?shares|shares\s+to\s+be\s+issued|shares\s+(?:per|under)"
    r"|shares\s+(?:issuable|subject|deliverable|obtainable)|(?:each|per)\s+(?:option|right|warrant)\b",
    re.IGNORECASE,
)
#: A column of numbers of shares for one right, not of those of all.
PER_RIGHT = re.compile(
    r"shares?[^\n.]{0,40}(?:per|each|one|a)\s+(?:stock\s+)?(?:option|right|warrant|unit|stock\s+acquisition\s+right)\b",
    re.IGNORECASE,
)
_ABOUT_RIGHTS = re.compile(r"新株予約権|acquisition rights?|stock option|転換", re.IGNORECASE)


def series_number(name: str) -> str:
    """The number of a series, by which its name is the same in other words; else its name."""
    number = re.search(r"\d+", name)
    return number[0] if number else name


def ordinal(number: int) -> str:
    """The number of a series as an English name has it."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def is_about_rights(text: str, place: int) -> bool:
    """Whether the words around a place speak of rights."""
    start = max(0, min(place - 40, text.rfind("\n", max(0, place - 200), place)))
    return _ABOUT_RIGHTS.search(text, start, place + 80) is not None
