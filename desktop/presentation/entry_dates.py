"""Typed text becomes a date: 2020-12-31, 2020年12月31日, 令和2年12月31日, Dec 31, 2020."""

import re
from datetime import date

from ..domain.message import N_
from ..domain.term import YEARS
from .entry_text import LETTER_CASE, LONGEST, Problem, plain, raised_figure, shown

FIRST_YEAR, LAST_YEAR = YEARS[0], YEARS[-1]

#: The first day of each era, by its name and its letter.
_ERAS = {
    "令和": date(2019, 5, 1), "r": date(2019, 5, 1),
    "平成": date(1989, 1, 8), "h": date(1989, 1, 8),
    "昭和": date(1926, 12, 25), "s": date(1926, 12, 25),
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS = ("月mon", "火tue", "水wed", "木thu", "金fri", "土sat", "日sun")
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|[月火水木金土日](?:曜日?)?)\.?"
)
_WEEKDAY_FIRST = rf"\(?{_WEEKDAY}\)?(?:, ?| )(?P<rest>.+)"
_WEEKDAY_LAST = (
    rf"(?P<rest>.+?)(?: ?\({_WEEKDAY}(?:[・/]?祝日?)?\)"
    rf"|(?:, ?| ){_WEEKDAY.replace('weekday', 'english')}|(?<=日)(?P<japanese>[月火水木金土日]曜日?))"
)
_MIDNIGHT = r"(?:[ t]0?0:00(?::00)?)?"

_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_NUMBER = r"(?P<month>[0-9]{1,2})"
_ERA = r"(?P<era>令和|平成|昭和|[rhs])\.? ?(?P<era_year>[0-9]{1,2}|元)"
_FORMS = (
    rf"{_YEAR} ?(?P<sign>[-/.]) ?{_NUMBER} ?(?P=sign) ?{_DAY}{_MIDNIGHT}",
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    rf"{_YEAR} ?年 ?{_NUMBER} ?月 ?{_DAY} ?日",
    rf"{_ERA} ?年 ?{_NUMBER} ?月 ?{_DAY} ?日",
    rf"{_ERA} ?(?P<sign>[-/.]) ?{_NUMBER} ?(?P=sign) ?{_DAY}",
    rf"{_MONTH}[ -]?{_DAY}(?:st|nd|rd|th)?(?:, ?| |-){_YEAR}",
    rf"{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]?{_MONTH}(?:, ?| |-)?{_YEAR}",
)
_YEAR_LAST = rf"(?P<first>[0-9]{{1,2}})(?P<sign>[-/.])(?P<second>[0-9]{{1,2}})(?P=sign){_YEAR}"
_NO_YEAR = (
    rf"[0-9]{{1,2}} ?[月/] ?[0-9]{{1,2}} ?日?|{_MONTH} ?[0-9]{{1,2}}"
    rf"|[0-9]{{1,2}} ?{_MONTH.replace('name', 'n')}"
)


def read_date(text: str) -> date | Problem | None:
    """The day that was typed, between 1900 and 2199; None where the text is blank."""
    text = text.strip()
    if len(text) > LONGEST:
        return Problem(N_("Too long for a date: {length} characters."), {"length": f"{len(text):,}"})
    if raised_figure(text):
        return _unreadable(text)
    text = plain(text)
    if not text:
        return None
    rest, weekday = _without_weekday(text)
    day = _day(rest)
    if weekday and isinstance(day, date) and weekday not in _WEEKDAYS[day.weekday()]:
        return Problem(N_("The weekday does not match {date}."), {"date": day.isoformat()})
    return day


def _without_weekday(text: str) -> tuple[str, str]:
    """The text without a weekday before or after it, and the weekday: its kanji, or letters of it."""
    found = _match(_WEEKDAY_FIRST, text) or _match(_WEEKDAY_LAST, text)
    if not found or _form(text):  # the last sign of "12 月 31 日" is no Sunday
        return text, ""
    groups = found.groupdict()
    weekday = (groups["weekday"] or groups["english"] or groups["japanese"]).lower()
    return groups["rest"], weekday[:3] if weekday.isascii() else weekday[:1]


def _match(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, LETTER_CASE)


def _form(text: str) -> re.Match[str] | None:
    return next(filter(None, (_match(form, text) for form in _FORMS)), None)


def _day(text: str) -> date | Problem:
    found = _form(text)
    if not found:
        return _year_last(text)
    groups = found.groupdict()
    month = _MONTHS.index(groups["name"][:3].lower()) + 1 if "name" in groups else int(groups["month"])
    if "era" in groups:
        return _in_era(text, _ERAS[groups["era"].lower()], groups["era_year"], month, int(groups["day"]))
    return _existing(int(groups["year"]), month, int(groups["day"]))


def _in_era(text: str, begins: date, year: str, month: int, day: int) -> date | Problem:
    """A day by its era; days after its end are read on, since notices of 2018 speak of 平成32年."""
    in_era = 1 if year == "元" else int(year)
    found = _existing(begins.year + in_era - 1, month, day)
    if in_era and not (isinstance(found, date) and found < begins):
        return found
    fields = {"text": shown(text), "begins": begins.isoformat()}
    return Problem(N_("There is no such day: “{text}”. The era begins on {begins}."), fields)


def _existing(year: int, month: int, day: int) -> date | Problem:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        fields = {"year": str(year), "first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        return Problem(N_("The year {year} is not between {first} and {last}."), fields)
    try:
        return date(year, month, day)
    except ValueError:
        return Problem(N_("There is no such day: {date}."), {"date": f"{year}-{month:02}-{day:02}"})


def _year_last(text: str) -> date | Problem:
    """A day such as 12/31/2020, where only one order of day and month is possible."""
    found = _match(_YEAR_LAST, text)
    if not found:
        return _unreadable(text)
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first > 12:
        return _existing(year, second, first)
    if second > 12 or first == second:
        return _existing(year, first, second)
    fields = {"text": text, "year": str(year)}
    return Problem(N_("Which number of “{text}” is the month? Write the year first: {year}-month-day."), fields)


def _unreadable(text: str) -> Problem:
    if _match(_NO_YEAR, text):
        return Problem(N_("The year is missing in “{text}”."), {"text": shown(text)})
    fields = {"text": shown(text), "example": date(2020, 12, 31)}
    return Problem(N_("“{text}” is not a date. Write it like {example}."), fields)
