"""Dates in a text: both languages, eras, weekdays beside them, years that are missing."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..domain.record import record

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = {name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAYS |= {name: n for n, name in enumerate("月火水木金土日")}
_NAME = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_DATE = re.compile(
    # 2024年10月1日(火), 令和6年10月1日, 同年10月1日, 10月1日
    r"(?:(?:(?P<era>令和|平成|昭和)\s?(?P<eyear>\d{1,2}|元)|(?P<jyear>\d{4}))(?:\(\S{2,4}\d{1,2}\))?\s?年\s{0,2}"
    r"|(?P<same>[同本当来翌]年)\s?)?"
    r"(?<![\d.,])(?P<jmonth>\d{1,2})\s?月\s{0,2}(?P<jday>\d{1,2})\s?日"
    rf"(?:\s{{0,2}}\(\s?(?P<jname>[月火水木金土日])(?:曜日?)?(?:[・、]?(?:祝日?|休日?))?\))?"
    # 2024/10/1, 2024-10-01
    r"|(?<![\d./-])(?P<nyear>\d{4})(?P<sign>[./-])(?P<nmonth>\d{1,2})(?P=sign)(?P<nday>\d{1,2})(?![\d/-])"
    # Tuesday, October 1, 2024 (Tuesday)
    rf"|(?:\b(?P<ename>{_NAME})\.?,?\s+)?\b(?P<emonth>{_MONTH})\b\.?\s{{0,2}}(?P<eday>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?!,\d{{3}})(?:\s?,?\s{{0,2}}(?P<eyear2>\d{{4}})\b(?!,\d))?(?:\s?\((?P<ename2>{_NAME})\))?"
    # 1 October 2024, the 1st of October, 2024
    rf"|(?:\b(?P<bname>{_NAME}),?\s+)?(?<![\d.,-])(?P<bday>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<bmonth>{_MONTH})\b\.?"
    rf",?(?:\s{{1,2}}(?P<byear>\d{{4}})\b)?"
)


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


def dates(text: str) -> Iterator[Dated]:
    """The dates of a folded text in their order."""
    last: int | None = None
    for match in _DATE.finditer(text):
        found = _dated(match, last)
        if found is not None:
            last = found.year or last
            yield found


def _dated(match: re.Match[str], last: int | None) -> Dated | None:
    month_name = match["emonth"] or match["bmonth"]
    month = _MONTHS.index(month_name[:3].lower()) + 1 if month_name else int(match["jmonth"] or match["nmonth"])
    day = int(match["jday"] or match["nday"] or match["eday"] or match["bday"])
    year = _year(match, last)
    if not (1 <= month <= 12 and 1 <= day <= 31) or (year is not None and not 1900 <= year < 2200):
        return None
    name = match["jname"] or match["ename"] or match["ename2"] or match["bname"]
    return Dated(match.start(), match.end(), year, month, day, _WEEKDAYS[name[:3].lower()] if name else None)


def _year(match: re.Match[str], last: int | None) -> int | None:
    if match["era"]:
        return ERAS[match["era"]] + (1 if match["eyear"] == "元" else int(match["eyear"]))
    if match["same"] == "同年":
        return last
    written = match["jyear"] or match["nyear"] or match["eyear2"] or match["byear"]
    return int(written) if written else None


def following(dated: Dated, after: date) -> date | None:
    """The first such day from `after` on within a year, by its weekday too."""
    found = (dated.in_year(year) for year in (after.year, after.year + 1))
    return next((day for day in found if day and after <= day <= after + timedelta(days=370)), None)


def preceding(dated: Dated, before: date) -> date | None:
    """The last such day up to `before` within a year."""
    found = (dated.in_year(year) for year in (before.year, before.year - 1))
    return next((day for day in found if day and before - timedelta(days=370) <= day <= before), None)
