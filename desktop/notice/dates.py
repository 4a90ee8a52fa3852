"""Dates in a text: both languages, eras, weekdays beside them, years that are missing."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ..domain.record import record
from .phrases import around

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = {name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAYS |= {name: n for n, name in enumerate("月火水木金土日")}
_NAME = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
#: Where a word begins; a name may be fused with the words before it.
_WORD = "(?:\\b|(?<=[a-z)])(?=(?-i:[A-Z])))"
_DATE = re.compile(
    # 2024年10月1日(火), 令和6年10月1日, 同年10月1日, 10月1日
    r"(?:(?:(?P<era>令和|平成|昭和)\s?(?P<eyear>\d{1,2}|元)|(?P<jyear>\d{4}))(?:\(\S{2,4}\d{1,2}\))?\s?年\s{0,2}"
    r"|(?P<same>[同本当来翌]年)\s?)?"
    r"(?<![\d.,])(?P<jmonth>\d{1,2})\s?月\s{0,2}(?:(?P<jday>\d{1,2})\s?日|(?P<last>末日))"
    rf"(?:\s{{0,2}}\(\s?(?P<jname>[月火水木金土日])(?:曜日?)?(?:[・、]?(?:祝日?|休日?))?\s?\))?"
    # 2024/10/1(火), 2024-10-01, 2024.10.1, R6.10.1, 10/1(火), 10/31/2024
    r"|(?:(?:(?<![\d./-])|(?<=\n\d\.))(?P<nyear>\d{4})|(?<![A-Za-z\d])(?P<nera>[RHS])\s?(?P<neyear>\d{1,2}))"
    r"\s?(?P<sign>[./-])\s?(?P<nmonth>\d{1,2})\s?(?P=sign)\s?(?P<nday>\d{1,2})(?![\d/-])(?:\s?\((?P<nname>[月火水木金土日])(?:曜日?)?\))?"
    r"|(?<![\d./-])(?P<smonth>\d{1,2})/(?P<sday>\d{1,2})(?:/(?P<syear>\d{4}))?(?![\d/%-]|(?<!/\d{4})[.,]|[.,]\d)(?:\s?\((?P<sname>[月火水木金土日])(?:曜日?)?(?:[・、]?(?:祝日?|休日?))?\))?"
    # Tuesday, October 1, 2024 (Tuesday)
    rf"|(?:{_WORD}(?P<ename>{_NAME})\.?,?\s+)?{_WORD}(?P<emonth>{_MONTH})\b\.?\s{{0,2}}(?P<eday>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?!,\d{{3}})(?:\s?,?\s{{0,2}}(?P<eyear2>\d{{4}})\b(?!,\d))?(?:\s?\((?P<ename2>{_NAME})\.?\)|,\s(?P<ename3>{_NAME})\b(?!,?\s{{1,2}}(?:{_MONTH}|\d)))?"
    # 1 October 2024, the 1st of October, 2024
    rf"|(?:\b(?P<bname>{_NAME}),?\s+)?(?<![\d.,-])(?P<bday>\d{{1,2}})(?:st|nd|rd|th)?(?!\s*\n\s*\n)\s+(?:of\s+)?(?P<bmonth>{_MONTH})\b\.?(?!\s\d{{1,2}},\s?\d{{4}})"
    rf",?(?:\s{{1,2}}(?P<byear>\d{{4}})\b)?(?:\s?\((?P<bname2>{_NAME})\.?\)|,\s(?P<bname3>{_NAME})\b(?!,?\s{{1,2}}(?:{_MONTH}|\d)))?"
    # 1.10.2024
    r"|(?<![\d.])(?P<pday>\d{1,2})\.(?P<pmonth>\d{1,2})\.(?P<pyear>(?:19|20)\d{2})(?![\d.]|,\d)"
    # 1-Oct-2024
    rf"|(?<![\d.,A-Za-z-])(?P<hday>\d{{1,2}})-(?P<hmonth>{_MONTH})-(?P<hyear>\d{{4}})\b"
)
#: What stands before a month and a day between strokes, which else are a fraction or a part of many.
_DAY_OF = re.compile(r"(?:日|date|on|予定)\)?[\s:：は]{0,8}$", re.IGNORECASE)


@record(frozen=True)
class Dated:
    """A date at a place of the text; without `year` the year was not written. `wrong` says that no day is meant."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None = None

    @property
    def value(self) -> date | None:
        """The day that is written in full; none where the year is missing, the day or the weekday impossible."""
        return self.in_year(self.year) if self.year is not None else None

    def in_year(self, year: int) -> date | None:
        """The day in a year, or none where there is no such day or it has another weekday."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day if self.weekday is None or day.weekday() == self.weekday else None

    @property
    def is_impossible(self) -> bool:
        """Whether a full date names no day of the calendar, or one of another weekday."""
        return self.year is not None and self.value is None


#: A date has a digit, and no part of it stands farther from one.
_DIGITS, _REACH = re.compile(r"\d[\d,./]*"), 60


def dates(text: str) -> Iterator[Dated]:
    """The dates of a folded text in their order."""
    last: int | None = None
    order = _order(text)
    for match in (match for part in around(text, _DIGITS, _REACH) for match in _DATE.finditer(text, *part)):
        found = _dated(match, last, order)
        if found is not None:
            last = found.year or last
            yield found


#: Dates between strokes with a year behind; a depositary's numbers are American.
_STROKES = re.compile(r"(?<![\d./-])(\d{1,2})/(\d{1,2})/\d{4}(?![\d/-])")
_AMERICAN = re.compile(r"\bCUSIP\b|\bNASDAQ\b|\bNYSE\b", re.IGNORECASE)


def _order(text: str) -> str:
    """Whether the dates between strokes name the month first or the day, by those that cannot be the other."""
    pairs = [(int(match[1]), int(match[2])) for match in _STROKES.finditer(text)]
    is_month, is_day = any(b > 12 for _, b in pairs), any(a > 12 for a, _ in pairs)
    if pairs and not is_month and not is_day and _AMERICAN.search(text):
        return "month"
    return "" if is_month == is_day else "month" if is_month else "day"


def _dated(match: re.Match[str], last: int | None, order: str) -> Dated | None:
    if match["smonth"] and not _is_a_day(match, order):
        return None
    is_day_first = bool(match["syear"]) and order == "day"
    month_name = match["emonth"] or match["bmonth"] or match["hmonth"]
    month = (
        _MONTHS.index(month_name[:3].lower()) + 1
        if month_name
        else int(_first(match, "jmonth", "nmonth", "pmonth", "sday" if is_day_first else "smonth"))
    )
    year = _year(match, last)
    if not 1 <= month <= 12 or (year is not None and not 1900 <= year < 2200):
        return None
    written = _first(match, "jday", "nday", "pday", "smonth" if is_day_first else "sday", "eday", "bday", "hday")
    day = int(written) if written else monthrange(year or 2023, month)[1]
    if not 1 <= day <= 31:
        return None
    name = _first(match, "jname", "nname", "sname", "ename", "ename2", "ename3", "bname", "bname2", "bname3")
    return Dated(match.start(), match.end(), year, month, day, _WEEKDAYS[name[:3].lower()] if name else None)


def _first(match: re.Match[str], *names: str) -> str:
    return next((match[name] for name in names if match[name]), "")


def _is_a_day(match: re.Match[str], order: str) -> bool:
    """Whether 10/1 is a day: by its weekday or the word before; 10/1/2024 where the order of the text is known."""
    if match["syear"]:
        return order != "" or match["sday"] == match["smonth"]
    lead = match.string[max(0, match.start() - 20) : match.start()]
    return bool(match["sname"] or _DAY_OF.search(lead))


def _year(match: re.Match[str], last: int | None) -> int | None:
    era = match["era"] or match["nera"]
    if era:
        written = match["eyear"] or match["neyear"]
        return ERAS[era] + (1 if written == "元" else int(written))
    if match["same"] == "同年":
        return last
    written = _first(match, "jyear", "nyear", "syear", "pyear", "eyear2", "byear", "hyear")
    return int(written) if written else None


def following(dated: Dated, after: date) -> date | None:
    """The first such day from `after` on within a year, by its weekday too."""
    found = (dated.in_year(year) for year in (after.year, after.year + 1))
    return next((day for day in found if day and after <= day <= after + timedelta(days=370)), None)


def preceding(dated: Dated, before: date) -> date | None:
    """The last such day up to `before` within a year."""
    found = (dated.in_year(year) for year in (before.year, before.year - 1))
    return next((day for day in found if day and before - timedelta(days=370) <= day <= before), None)
