"""The whole report: the summary on its first page, then section by section, set on pages of a paper."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ...domain.message import N_
from ...domain.record import record
from ...domain.split import lowest_terms
from ...i18n import Locale
from ...presentation.articles import NUMBER_STYLES
from ...presentation.book import Book
from ...presentation.layout import Comparison, Layout, Sheet
from ...presentation.sections import checks, sheets_with_content, summary
from ...presentation.table import is_shown
from ...presentation.wording import company_line, conventions, split_sentence
from . import articles
from .checks import check_counts, check_table, troubles
from .grid import Grid
from .marks import LEADING, Fill, Ink, Mark, Measure, Paper, Setting, Side, Slab, Style, Text
from .paging import Page, paged
from .setting import HAIRLINE, paragraph, table
from .tables import grid
from .timeline import time_line

EVENT, SENTENCE = Style(9, ink=Ink.SECONDARY), Style(18, bold=True)
SECTION, TITLE, NOTE = Style(13, bold=True), Style(9.5, bold=True), Style(7.4, ink=Ink.SECONDARY)
QUIET, PLAIN, RUNNING = Style(8, ink=Ink.SECONDARY), Style(8.5), Style(7.4, ink=Ink.SECONDARY)
#: How far the running head and foot stand from the edges of the paper.
EDGE = 34.0
BETWEEN = 15.0
PAGE = N_("{number} / {count}")
GIVEN = N_("Blue figures were entered; all others are calculated from them. — means that an input is missing.")

Units = list[list[Slab]]


@record(frozen=True)
class Report:
    """Pages to be painted, their paper, and the properties of the file."""

    pages: tuple[tuple[tuple[float, float, Mark], ...], ...]
    paper: Paper
    title: str


def report(
    book: Book,
    locales: Sequence[Locale],
    paper: Paper,
    measure: Measure,
    today: date,
    *,
    number_styles: Mapping[str, str] = NUMBER_STYLES,
    tick: Callable[[], None] = lambda: None,
) -> Report:
    """The report of a book, in one language or in two, one after the other with pages numbered through.

    `tick` is called before every section, and may raise to stop.
    """
    pages: list[tuple[Locale, Page]] = []
    for locale in locales:
        setting = Setting(measure, paper.room[0], LEADING[locale.language])
        units = _units(book, locale, setting, number_styles, tick)
        pages += [(locale, page) for page in paged(units, paper.room[1])]
    foot = _Running(paper, measure, len(pages), today)
    made = tuple(
        (*_content(page, paper), *foot.marks(number, title_of(book, locale), locale))
        for number, (locale, page) in enumerate(pages, 1)
    )
    return Report(made, paper, title_of(book, locales[0]))


def _units(
    book: Book, locale: Locale, setting: Setting, number_styles: Mapping[str, str], tick: Callable[[], None]
) -> Units:
    units = _first_page(book, locale, setting)
    for sheet in sheets_with_content(book):
        tick()
        if sheet is not summary.SHEET:
            units += _section(sheet, book, locale, setting, number_styles)
    return units


def title_of(book: Book, locale: Locale) -> str:
    """The issuer and the event, for the head of every page and the properties of the file."""
    sentence = split_sentence(book.scenario.split)
    parts = (company_line(book.scenario, locale), locale.text(sentence) if sentence else "")
    return " · ".join(filter(None, parts)) or locale.text(N_("Untitled"))


# -- the first page


def _first_page(book: Book, locale: Locale, setting: Setting) -> Units:
    sentence = split_sentence(book.scenario.split) or N_("The ratio of the split is not known yet")
    event = _event_line(book, locale)
    head = paragraph(event, EVENT, setting, keeps=True) if event else []
    head += [Slab(2, keeps=True), *paragraph(locale.text(sentence), SENTENCE, setting)]
    units = [[*head, *_conventions(book, locale, setting), Slab(8)]]
    for layout in summary.SHEET.tables:
        if is_shown(layout, book):
            units += _tables(grid(layout, book, locale), setting)
            units.append(paragraph(locale.text(GIVEN), NOTE, setting, before=4))
    line = time_line(book, locale, setting)
    if line is not None:
        units.append([Slab(20), *paragraph(locale.text(N_("Time line")), TITLE, setting, keeps=True),
                      Slab(4, keeps=True), line])  # fmt: skip
    return units + _checks_in_short(book, locale, setting)


def _event_line(book: Book, locale: Locale) -> str:
    """The issuer, and when what takes effect."""
    company, ratio = company_line(book.scenario, locale), lowest_terms(book.scenario.split)
    day = book.value("schedule.effective_date")
    if ratio is None or not isinstance(day, date):
        return company
    words = N_("consolidation effective {day}") if ratio < 1 else N_("stock split effective {day}")
    event = locale.text(words, day=locale.date_with_weekday(day))
    return locale.text(N_("{company} · {event}"), company=company, event=event) if company else event


def _conventions(book: Book, locale: Locale, setting: Setting) -> list[Slab]:
    """The ratio as each convention writes it: a quiet name, then the figure."""
    marks: list[Text] = []
    x, base = 0.0, 4 + setting.base(PLAIN)
    for convention in conventions(book.scenario.split):
        for words, style, gap in ((convention.name, QUIET, 4), (convention.text, PLAIN, 14)):
            text = locale.text(words)
            marks.append(Text(x, base, text, style))
            x += setting.measure.width(text, style) + gap
    return [Slab(setting.line(PLAIN) + 4, tuple(marks))] if marks else []


def _checks_in_short(book: Book, locale: Locale, setting: Setting) -> Units:
    heading = [Slab(20), *paragraph(locale.text(checks.SHEET.title), TITLE, setting, keeps=True), Slab(3, keeps=True)]
    found = troubles(book, locale)
    rows = table(found, setting)[0] if found else []
    return [[*heading, check_counts(book, locale, setting), *(rows or [Slab(0)])]]


# -- the sections


def _section(sheet: Sheet, book: Book, locale: Locale, setting: Setting, styles: Mapping[str, str]) -> Units:
    units: Units = []
    for layout in (layout for layout in sheet.layouts if is_shown(layout, book)):
        first, *rest = _layout(layout, book, locale, setting, styles)
        units += [[Slab(BETWEEN if units else 0.0, keeps=True), *first], *rest]
    if sheet is checks.SHEET:
        units += _tables(check_table(book, locale), setting)
    if not units:
        return []
    title = paragraph(locale.text(sheet.long_title or sheet.title), SECTION, setting, keeps=True)
    return [[Slab(26), *title, Slab(3, keeps=True), *units[0]], *units[1:]]


def _layout(
    layout: Layout | Comparison, book: Book, locale: Locale, setting: Setting, styles: Mapping[str, str]
) -> Units:
    if not isinstance(layout, Comparison):
        return _tables(grid(layout, book, locale), setting)
    units = [articles.comparison(layout, book, locale, setting, styles)]
    rules = articles.allowed(layout, book, locale)
    return units + ([[Slab(BETWEEN, keeps=True), *unit] for unit in _tables(rules, setting)] if rules else [])


def _tables(found: Grid, setting: Setting) -> Units:
    """A table under its title, in parts where it is wider than the page, and its note."""
    units = table(found, setting)
    if found.title:
        title = paragraph(found.title, TITLE, setting, keeps=True)
        units[0] = [*title, Slab(2, keeps=True), *units[0]]
    units[1:] = [[Slab(12), *unit] for unit in units[1:]]
    if found.note:
        units[-1] = [*units[-1], *paragraph(found.note, NOTE, setting, before=4)]
    return units


# -- pages


def _content(page: Page, paper: Paper) -> list[tuple[float, float, Mark]]:
    return [(paper.side, paper.top + y, mark) for y, slab in page.slabs for mark in slab.marks]


@record(frozen=True)
class _Running:
    """The head and the foot of every page: what and when, who made it, which page of how many."""

    paper: Paper
    measure: Measure
    count: int
    today: date

    def marks(self, number: int, title: str, locale: Locale) -> list[tuple[float, float, Mark]]:
        """Those of a page."""
        left, right, low = self.paper.side, self.paper.width - self.paper.side, self.paper.height - EDGE + 6
        day = locale.long_date(self.today)
        room = right - left - self.measure.width(day, RUNNING) - 20
        page = locale.text(PAGE, number=number, count=self.count)
        marks: Sequence[Mark] = (
            Text(left, EDGE, _cut(title, room, self.measure), RUNNING),
            Text(right, EDGE, day, RUNNING, Side.RIGHT),
            Fill(left, EDGE + 5, right - left, HAIRLINE, Ink.RULE),
            Text(left, low, "Bunkatsu", RUNNING),
            Text(right, low, page, RUNNING, Side.RIGHT),
        )
        return [(0.0, 0.0, mark) for mark in marks]


def _cut(text: str, room: float, measure: Measure) -> str:
    """A text shortened to a width; a very long name ends in dots."""
    if measure.width(text, RUNNING) <= room:
        return text
    kept = text
    while kept and measure.width(f"{kept}…", RUNNING) > room:
        kept = kept[:-1]
    return f"{kept}…"
