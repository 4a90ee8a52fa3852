"""The words of dividends: payments of a year, what a row of a table holds, and the fiscal year."""

import re
from collections.abc import Iterator
from datetime import date

from ..domain.record import record
from .dates import ERAS
from .tokens import D, Tokens

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
FIRST, INTERIM, THIRD, YEAR_END, TOTAL = "first", "interim", "third", "year_end", "total"
#: Months from the record date of a payment to the end of the fiscal year.
MONTHS_LEFT = {FIRST: 9, INTERIM: 6, THIRD: 3, YEAR_END: 0}

_NUMBERED_QUARTER = r"(?:(?:the |end of )?(?:{0})[- ]?quarter(?:[- ]?end)?|(?:end of )?(?:{1}Q|Q{1}(?!\.))(?:[- ]?end)?|quarter {1}(?:[- ]end)?)"
_PAYMENTS = (
    (FIRST, rf"第[1一]四半期末?(?:配当金?)?|{_NUMBERED_QUARTER.format('1st|first', 1)}"),
    (
        INTERIM,
        (
            r"第[2二]四半期末?(?:\(中間\))?(?:配当金?)?|中間(?:期末|配当金?)?(?:\(第[2二]四半期末\))?"
            rf"|{_NUMBERED_QUARTER.format('2nd|second', 2)}|interim(?:(?: period)?[- ]end)?|first half|half[- ]year(?:[- ]end)?"
        ),
    ),
    (THIRD, rf"第[3三]四半期末?(?:配当金?)?|{_NUMBERED_QUARTER.format('3rd|third', 3)}"),
    (
        YEAR_END,
        r"(?<![月年])期末(?:配当金?)?|第[4四]四半期末?|(?:fiscal )?year[- ]end|end of (?:the )?(?:fiscal )?year|final|"
        + _NUMBERED_QUARTER.format("4th|fourth", 4),
    ),
    (TOTAL, r"年間(?:配当金?)?(?:合計)?|通期|合計|annual(?! report)|full[- ]year|total|whole year"),
)
#: Where a word begins; it may be fused with the one before.
_BEGIN = "(?:(?<![A-Za-z])|(?<=[a-z])(?=(?-i:[A-Z])))"
#: A payment in a masked text; the group that is there names it.
PAYMENT = "|".join(f"(?P<{name}>{_BEGIN}(?:{words})(?-i:(?![a-z])))" for name, words in _PAYMENTS)
DIVIDEND = re.compile("配当|dividend", re.IGNORECASE)


_QUARTER = re.compile(r"(?<=第)[1-4](?=四半期)|[1-4](?=Q\b|(?:st|nd|rd|th)\b)", re.IGNORECASE)


def with_quarters(text: Tokens) -> str:
    """The masked text, in which the numbers of quarters are to be read."""
    shape = list(text.shape)
    for match in _QUARTER.finditer(text.text):
        shape[match.start()] = match[0]
    return "".join(shape)


PREVIOUS, REVISED, ACTUAL, PART, OTHER = "previous", "revised", "actual", "part", "other"
PRE, POST = "pre", "post"

_OTHER_JA = r"前期|前年|前々|昨年|(?<!当期)(?<!今期)実績|増減|差額|性向|利回|総額"
_OTHER_YEAR_EN = r"(?:previous|prior|last|preceding) (?:fiscal )?year"
_OTHER_FIGURE_EN = r"payout|yield|ratio|increase|difference|paid"
_RESULT_EN = r"results? (?:for|of) (?:the )?(?:previous|prior|last|year ended)|\bended\b"
_OTHER = re.compile(f"{_OTHER_JA}|{_OTHER_YEAR_EN}|{_OTHER_FIGURE_EN}|{_RESULT_EN}", re.IGNORECASE)
_PART = re.compile(
    r"うち|普通配当|記念配当|特別配当|内訳|of which|ordinary|regular|commemorative|special|memorial", re.IGNORECASE
)
_ACTUAL = re.compile(
    r"(?:当期|今期)(?:の)?実績|results? (?:for|of) the current|current (?:fiscal )?year (?:results?|actual)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:分割|併合)(?:実施)?前|(?:分割|併合)(?:の影響)?を?(?:考慮|加味|反映|勘案)(?:しない|前|せず)|(?:分割|併合)が?(?:ない|なかった|行われない)"
    r"|pre-?(?:stock |share |reverse )*(?:split|consolidation)|(?:before|prior to|without|excluding|disregarding|not [^\n]{0,30})(?: [a-z]+){0,5}? (?:stock |share |reverse )*(?:split|consolidation)",
    re.IGNORECASE,
)  # fmt: skip
_AFTER = re.compile(
    r"(?:分割|併合)(?:実施)?後|(?:分割|併合)(?:の影響)?を?(?:考慮|加味|反映|勘案)(?:した|後|して)"
    r"|post-?(?:stock |share |reverse )*(?:split|consolidation)|(?:after|following|reflecting|considering|adjusted for)(?: [a-z]+){0,4}? (?:stock |share |reverse )*(?:split|consolidation)",
    re.IGNORECASE,
)  # fmt: skip
_PREVIOUS = re.compile(
    r"前回|従来|当初|直近|(?:修正|変更)前|既公表|既発表|previous|prior|initial|original|before (?:the )?(?:revision|change)|earlier|latest|most recent"
    rf"|forecasts? (?:\(?(?:published|announced|released|made|issued|of|on|as of|dated)[^\n]{{0,16}}|\(){D}",
    re.IGNORECASE,
)  # fmt: skip
_REVISED = re.compile(
    r"今回|修正|変更後|新予想|revised|\bnew\b|\bnow\b|present|current forecast|\bthis\b|after (?:the )?(?:revision|change)|updated|amended",
    re.IGNORECASE,
)  # fmt: skip


@record(frozen=True)
class RowName:
    """What a row of a table of dividends holds: which amounts, and on which basis where its name says so."""

    which: str
    basis: str = ""


def row_name(words: str) -> RowName:
    """What the words before the amounts of a row say; a basis alone is that of the row above."""
    if _ACTUAL.search(words):
        return RowName(ACTUAL)
    if _PART.search(words):
        return RowName(PART)
    if _OTHER.search(words):
        return RowName(OTHER)
    is_before, is_after = bool(_BEFORE.search(words)), bool(_AFTER.search(words))
    if is_before and is_after:
        return RowName(OTHER)
    which = PREVIOUS if _PREVIOUS.search(words) else REVISED if _REVISED.search(words) else ""
    basis = PRE if is_before else POST if is_after else ""
    return RowName(which, basis) if which or basis else RowName(OTHER)


def basis_of(words: str) -> str:
    """The basis that words name; none where they name both or neither."""
    is_before, is_after = bool(_BEFORE.search(words)), bool(_AFTER.search(words))
    return "" if is_before == is_after else PRE if is_before else POST


_YEAR = re.compile(
    r"(?:(?P<era>令和|平成|昭和)\s?(?P<of_era>\d{1,2}|元)|(?P<year>(?:19|20)\d\d))(?:\(\S{2,4}\d{1,2}\))?年(?P<month>\d{1,2})月期(?!\s?(?:第\d|実績|中間))"
)
_MONTHS = "|".join(name[:3] for name in MONTHS)
_YEAR_EN = re.compile(
    rf"(?:year|FY|FYE|term)\s?(?:\([^)\n]{{0,30}}\)\s?)?(?:ending|ends|end|to|ended|of)?(?:\s(?:in|on))?\s?(?:(?P<day1>\d{{1,2}})\s)?(?P<month1>{_MONTHS})[a-z]*\.?,?\s(?:(?P<day2>\d{{1,2}}),?\s)?(?P<year1>20\d\d)"
    rf"|forecasts? for (?:the )?(?P<month2>{_MONTHS})[a-z]*\.? (?P<year2>20\d\d)",
    re.IGNORECASE,
)


@record(frozen=True)
class FiscalYear:
    """A fiscal year by the month that it ends in, and where the text names it."""

    year: int
    month: int
    start: int
    end: int
    inferred: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """The month that it ends in."""
        return self.year, self.month

    def month_of(self, payment: str) -> tuple[int, int]:
        """Year and month of the record date of a payment."""
        return _month(self.year, self.month, -MONTHS_LEFT[payment])


def year_ending(year: int, month: int, payment: str) -> tuple[int, int]:
    """Year and month of the end of the fiscal year that a payment with its record date in a month belongs to."""
    return _month(year, month, MONTHS_LEFT[payment])


def _month(year: int, month: int, later: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + later
    return months // 12, months % 12 + 1


def fiscal_years(text: str) -> Iterator[FiscalYear]:
    """The fiscal years that a text names."""
    for match in _YEAR.finditer(text):
        of_era = 1 if match["of_era"] == "元" else int(match["of_era"] or 0)
        year = int(match["year"]) if match["year"] else ERAS[match["era"]] + of_era
        yield from _fiscal_year(year, int(match["month"]), match)
    for match in _YEAR_EN.finditer(text):
        month = _MONTHS.split("|").index((match["month1"] or match["month2"])[:3].title()) + 1
        yield from _fiscal_year(int(match["year1"] or match["year2"]), month, match)


def _fiscal_year(year: int, month: int, match: re.Match[str]) -> Iterator[FiscalYear]:
    if 1 <= month <= 12 and date.min.year < year < date.max.year:
        yield FiscalYear(year, month, match.start(), match.end())
