"""The closed days of both exchanges, and the other tables that formulas look into."""

from collections.abc import Iterable, Sequence
from datetime import date

from ..domain.calendar import Calendar, Settlement
from ..domain.exact import Value
from ..domain.functions import MARGIN
from ..domain.message import N_
from ..domain.steps import Steps
from ..domain.tables import CLOSED, FIXED, LABELS
from ..presentation.events import KINDS, day_of
from .edition import Content
from .formats import Format
from .measure import LINE
from .page import FIRST_ROW, Page, letter
from .printing import set_up
from .rules import show_parts
from .styles import Look

SECTION, TITLE = "closed", N_("Closed days")
DESCRIPTION = N_("Closed days, settlement and tick sizes that formulas look up")
REMARK = N_("Closed days on weekdays, from the year of the event on; earlier years stand at the end of each list.")
CITIES = {"JPX": N_("Tokyo"), "XNYS": N_("New York")}
DAY, FROM, DAYS, UP_TO, TICK = N_("Date"), N_("From"), N_("Days"), N_("Price up to"), N_("Tick size")
KNOWN = {"JPX": N_("Days known, Tokyo"), "XNYS": N_("Days known, New York")}
KNOWN_LINES = {
    "first": N_("First day"), "last": N_("Last day"),
    "from": N_("Formulas count from"), "to": N_("Formulas count to"),
}  # fmt: skip

_OPEN_END = 10**300  # above the last limit
_DATE, _WEEKDAY, _GAP, _FIGURE, _LABEL = {"ja": 16.0, "en": 17.0, "both": 12.2}, 10.0, 3.0, 12.0, 21.0


def write_closed_days(page: Page) -> None:
    """The whole sheet."""
    page.head(page.edition.words.title(TITLE))
    page.remarks.append(page.edition.words.sentence(REMARK))
    column, printed, top = 1, FIRST_ROW, page.row
    for market, name in CLOSED.items():
        calendar = page.edition.book.calendars[market]
        days, near = _days(page, calendar)
        _closed(page, column, name, CITIES[market], days)
        printed = max(printed, top + 1 + near)
        column = _after(page, column + (2 if _has_weekdays(page) else 1))
    printed = max(printed, _column_of_tables(page, column, ("settlement.JPX", "settlement.XNYS")))
    _known(page, column, page.row)
    printed = max(printed, page.row - 1)
    column = _after(page, column + 2)
    printed = max(printed, _column_of_tables(page, column, ("ticks.topix500", "ticks.other")))
    page.printed, page.last = column + 1, printed
    page.sheet.freeze_panes = f"A{top + 2}"
    page.sheet.sheet_properties.tabColor = "A6A6A6"
    set_up(page, landscape=False, titles=(top, top + 1), one_page=True)


def _has_weekdays(page: Page) -> bool:
    """Whether the weekday has a column of its own: where two languages share a format of dates."""
    return page.edition.words.mode == "both"


def _after(page: Page, column: int) -> int:
    """The column after a narrow blank one."""
    page.want(column, _GAP)
    return column + 1


def _days(page: Page, calendar: Calendar) -> tuple[list[date], int]:
    """The closed days from the event's first year on, then earlier ones; and how many are of the event's years."""
    book = page.edition.book
    days = [day for path in KINDS if (day := day_of(book, path)) is not None] or [page.edition.today]
    first, last = min(days).year, max(days).year
    ordered = sorted(calendar.closed, key=lambda day: (day.year < first, day))
    return ordered, sum(first <= day.year <= max(last, first + 1) for day in ordered)


def _closed(page: Page, column: int, name: str, city: str, days: Sequence[date]) -> None:
    words, row = page.edition.words, FIRST_ROW
    columns = (column, column + 1) if _has_weekdays(page) else (column,)
    page.want(column, _DATE[words.mode])
    _heading(page, row, columns, words.title(city), [words.lines(DAY)])
    for row, day in enumerate(days, FIRST_ROW + 2):
        page.put(row, column, Look.RESULT, day, Format.DATE)
        if len(columns) > 1:
            page.put(row, columns[1], Look.UNIT, words.weekday(day))
    if len(columns) > 1:
        page.want(columns[1], _WEEKDAY)
    _name(page, name, (column,), range(FIRST_ROW + 2, row + 1))


def _heading(page: Page, row: int, columns: Sequence[int], title: str, headings: Iterable[str]) -> None:
    _section(page, row, columns, title)
    page.fill(row + 1, columns, Look.HEAD_RIGHT)
    for column, text in zip(columns, headings, strict=False):
        page.put(row + 1, column, Look.HEAD_RIGHT, text)
    if row == FIRST_ROW:
        page.heights[row + 1] = 30 if len(page.edition.words.locales) > 1 else 19


def _section(page: Page, row: int, columns: Sequence[int], title: str) -> None:
    """A heading as high as any row but the first: days stand beside it."""
    page.heading(row, columns, (title,))
    page.heights[row] = 22 if row == FIRST_ROW else LINE


def _name(page: Page, name: str, columns: Sequence[int], rows: range) -> None:
    first, last = (letter(column) for column in (columns[0], columns[-1]))
    page.edition.name(name, page.sheet, f"${first}${rows[0]}:${last}${rows[-1]}")


def _column_of_tables(page: Page, column: int, names: Sequence[str]) -> int:
    """Tables of two columns, one below the other; the last row."""
    page.want(column, _LABEL)
    page.want(column + 1, _FIGURE)
    page.row = FIRST_ROW
    for name in names:
        _table(page, column, name)
        page.row += 1
    return page.row - 2


def _table(page: Page, column: int, name: str) -> None:
    words, table, top = page.edition.words, FIXED[name], page.row
    is_settlement = isinstance(table, Settlement)
    headings = (FROM, DAYS) if is_settlement else (UP_TO, TICK)
    title = words.title(LABELS[name])
    _heading(page, top, (column, column + 1), title, [words.title(heading) for heading in headings])
    page.want(column, page.width_of(title, Look.SECTION) - page.widths[column + 1])
    page.row += 2
    for first, second in _rows(table):
        page.put(page.row, column, Look.RESULT, first, _format(first))
        page.put(page.row, column + 1, Look.RESULT, second, Format.COUNT)
        page.row += 1
    show_parts(page, f"{letter(column + 1)}{top + 2}:{letter(column + 1)}{page.row - 1}", Format.COUNT)
    rows = range(top + 2, page.row)
    _name(page, name, (column, column + 1), rows)
    if name == "settlement.JPX":
        for part, own in (("settlement.from", column), ("settlement.days", column + 1)):
            _name(page, part, (own,), rows)


def _rows(table: Settlement | Steps) -> Iterable[tuple[Value, Value]]:
    if isinstance(table, Settlement):
        return zip(table.since, table.days, strict=True)
    return zip((*table.limits, _OPEN_END), table.sizes, strict=True)


def _format(value: Value) -> Format:
    if isinstance(value, date):
        return Format.DATE
    return Format.OPEN if value == _OPEN_END else Format.COUNT


def _known(page: Page, column: int, row: int) -> None:
    """From when to when the closed days are known, and the days from which formulas may count."""
    words = page.edition.words
    for market, name in CLOSED.items():
        calendar = page.edition.book.calendars[market]
        _section(page, row, (column, column + 1), words.title(KNOWN[market]))
        days = {"first": calendar.first, "last": calendar.last, "from": calendar.first + MARGIN,
                "to": calendar.last - MARGIN}  # fmt: skip
        live = {"from": f"{name}.first+{MARGIN.days}", "to": f"{name}.last-{MARGIN.days}"}
        for part, day in days.items():
            row += 1
            page.put(row, column, Look.LABEL, words.title(KNOWN_LINES[part]))
            content = Content(day, live.get(part, ""), is_constant=True)
            page.put_content(row, column + 1, Look.RESULT, content, Format.DATE_IN_TABLE)
            page.name(f"{name}.{part}", row, column + 1)
        row += 2
    page.row = row - 1
