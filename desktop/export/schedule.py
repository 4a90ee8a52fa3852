"""The schedule on a sheet: the dates, what holds day by day, and what a holder sees on which day."""

from dataclasses import replace
from datetime import date

from ..domain.message import N_
from ..presentation.events import events
from ..presentation.layout import Field, Sheet, Statement, WordTable
from ..presentation.table import shown_tables
from .beside import weekday_content
from .days import write_days
from .edition import Content
from .formats import Format
from .measure import LINE
from .names import defined_name
from .page import FIRST_ROW, Page, letter
from .printing import LEAST_SCALE, room, scale_of, set_up
from .rules import show_stale
from .statement import Places, in_order, set_widths, write_statement
from .styles import Look

_NEARLY = 0.9  # programs measure heights a little differently
_SENTENCE = 25.0  # the width of a column of sentences


def write_schedule(page: Page, sheet: Sheet) -> None:
    """The whole sheet below its title."""
    book = page.edition.book
    statement = next(layout for layout in sheet.tables if isinstance(layout, Statement))
    tables = [layout for layout in shown_tables(sheet, book) if isinstance(layout, WordTable)]
    if page.edition.words.mode == "both":
        statement = _with_weekdays(statement)
    places = in_order(page, statement)
    set_widths(page, statement, places)
    for column in _sentences(places):
        page.want(column, _SENTENCE if tables else 0)
    page.printed = places.every[-1]
    write_statement(page, statement, places)
    write_days(page, places)
    _spread(page, places)
    for table in tables:
        _words(page, table, places)
    page.sheet.freeze_panes = f"{letter(places.labels[-1] + 1)}{FIRST_ROW}"
    set_up(page)


def _spread(page: Page, places: Places) -> None:
    """Widen the columns of sentences until what stands so far fits on one page: wider pages are printed smaller."""
    _, height = room(landscape=True)
    full = min(1.0, _NEARLY * height / page.height(1, page.row))
    lacking = scale_of(page, landscape=True) / max(full, LEAST_SCALE) - 1
    whole = sum(page.widths[column] for column in places.every)
    for column in _sentences(places):
        page.widths[column] += max(0.0, lacking) * whole / len(_sentences(places))


def _with_weekdays(statement: Statement) -> Statement:
    """The statement with a column for weekdays, where the dates of two languages leave them out."""
    fields = list(statement.fields)
    fields.insert(fields.index(Field.AFTER) + 1, Field.UNIT)
    headings = {**statement.headings, Field.UNIT: N_("Weekday")}
    return replace(statement, fields=tuple(fields), headings=headings)


def _sentences(places: Places) -> list[int]:
    """The columns in which sentences stand: those after the date and its weekday."""
    first = places.fields.get(Field.UNIT, places.fields[Field.AFTER]) + 1
    return [column for column in places.every if column >= first]


def _words(page: Page, table: WordTable, places: Places) -> None:
    """Days and sentences: the days are live, the sentences those of the export."""
    words = page.edition.words
    page.row += 1
    page.heading(page.row, places.every, (words.title(table.title),))
    page.row += 1
    _word_headings(page, table, places)
    first = page.row
    for row in table.rows(page.edition.book):
        page.heights[page.row] = LINE
        for column, text in zip(places.labels, words.labels(row.words[0]), strict=True):
            page.put(page.row, column, Look.LABEL_TOP, text)
            page.raise_for(page.row, column, text, Look.LABEL_TOP)
        _day(page, row.day, places)
        for column, message in zip(_sentences(places), row.words[1:], strict=False):
            text = words.lines(message)
            page.put(page.row, column, Look.NOTE_TOP, text)
            page.raise_for(page.row, column, text, Look.NOTE_TOP)
        page.fill(page.row, places.every, Look.LABEL)
        page.row += 1
    columns = (places.labels[0], _sentences(places)[0])
    for column, last in zip(columns, (places.labels[-1], places.every[-1]), strict=True):
        show_stale(page, f"{letter(column)}{first}:{letter(last)}{page.row - 1}")
    if table.note:
        for text in words.labels(table.note):
            page.put(page.row, 1, Look.SMALL, text)
            page.row += 1


def _word_headings(page: Page, table: WordTable, places: Places) -> None:
    words = page.edition.words
    day, event, *sentences = table.headings
    for column, text in zip(places.labels, words.labels(event), strict=True):
        page.put(page.row, column, Look.HEAD_LABEL, text)
    page.put(page.row, places.fields[Field.AFTER], Look.HEAD_RIGHT, words.lines(day))
    for column, text in zip(_sentences(places), sentences, strict=False):
        page.put(page.row, column, Look.HEAD_TEXT, words.lines(text))
    page.fill(page.row, places.every, Look.HEAD)
    page.heights[page.row] = 30 if len(words.locales) > 1 else 19
    page.row += 1


def _day(page: Page, day: date, places: Places) -> None:
    """The day of a row: that of the event that it speaks of."""
    path = next((event.path for event in events(page.edition.book) if event.day == day), "")
    content = page.edition.shown(path) if path else Content(day, is_constant=True)
    page.put_content(page.row, places.fields[Field.AFTER], Look.RESULT_TOP, content, Format.DATE)
    if path and Field.UNIT in places.fields:
        weekday = weekday_content(page, defined_name(path), day)
        page.put_content(page.row, places.fields[Field.UNIT], Look.NOTE_TOP, weekday)
