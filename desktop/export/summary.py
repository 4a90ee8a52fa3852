"""The Summary: the event on one printed page, with links to everything else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from ..domain.checks.check import Severity, State
from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.scenario import QUANTITIES, TERMS
from ..presentation.book import Book
from ..presentation.findings import findings
from ..presentation.layout import Field, Sheet, Statement, label_of
from ..presentation.sections.checks import SHEET as CHECKS
from ..presentation.table import basis_of, is_known
from ..presentation.wording import company_line, split_sentence
from .beside import put_beside
from .checks import count_of
from .edition import Content
from .formats import Format
from .inputs import CHANGED
from .names import sheet_name
from .notation import NOTATIONS, Notation, Parts
from .page import Page
from .printing import set_up
from .rules import show_stale
from .statement import Places, in_order, set_widths, write_statement
from .styles import Look

TITLE = N_("Summary")
NO_COMPANY = N_("Stock split")
HEADLINE, RATIO, DATES, EXPORT, SHEETS = (
    N_("Headline figures"), N_("The ratio in its notations"), N_("Dates"), N_("Since the export"), N_("Sheets"),
)  # fmt: skip
RESOLVED, EFFECTIVE = N_("board resolution {date}"), N_("effective {date}")
KEY, KEY_INPUT, KEY_ANNOUNCED, KEY_RESULT = N_("Key"), N_("typed"), N_("announced"), N_("calculated")

CHECK_LINES = (
    (Severity.ERROR, N_("Errors"), N_("the figures cannot all be right")),
    (Severity.WARNING, N_("Warnings"), N_("unusual, or to be looked at")),
    (Severity.INFO, N_("Notes"), N_("good to know")),
    (State.UNKNOWN, N_("Undecided"), N_("something they rest on is not known")),
    (State.HOLDS, N_("Holds"), ""),
)

FOLDED = N_("Lines without figures are folded away; the + beside them opens them.")

_SPARE = 1.06  # programs measure widths a little differently

Listed = Sequence[tuple[str, str, str]]  # section, title, description


def write_summary(page: Page, sheet: Sheet, others: Listed) -> None:
    """The whole page; `others` are the sheets to link to."""
    _head(page)
    statement = _headline(sheet, page.edition.book)
    places = in_order(page, statement)
    set_widths(page, statement, places, label_most=26.0 if len(places.labels) > 1 else 44.0)
    _widen(page, places)
    page.heading(page.row, places.every, (page.edition.words.title(HEADLINE),))
    page.row += 1
    first = page.row + 1
    write_statement(page, statement, places)
    _fold(page, statement, first)
    _ratio(page, places)
    _dates(page, places)
    if any(section == CHECKS.section for section, *_ in others):
        _checks(page, places)
    _section(page, places, EXPORT)
    _line(page, places, CHANGED, Content(0, "inputs.changed"), Format.COUNT)
    _sheets(page, places, others)
    _key(page, places)
    page.printed = places.every[-1]
    set_up(page, landscape=False, one_page=True)


def _head(page: Page) -> None:
    edition, words = page.edition, page.edition.words
    scenario, book = edition.book.scenario, edition.book
    sentence = split_sentence(scenario.split)
    page.put(1, 1, Look.TITLE, company_line(scenario, words.locales[0]) or words.title(NO_COMPANY))
    page.put(2, 1, Look.EVENT, words.sentence(sentence) if sentence else "")
    days = ((RESOLVED, book.value("schedule.resolution_date")), (EFFECTIVE, book.value("schedule.effective_date")))
    parts = words.about(
        lambda locale: [locale.text(text, date=locale.long_date(day)) for text, day in days if isinstance(day, date)]
    )
    page.put(3, 1, Look.SMALL, " · ".join(filter(None, (scenario.company.listing, parts))))
    show_stale(page, "A2:A3")
    page.heights |= {1: 28, 2: 22, 3: 17}
    page.row = 5


def _headline(sheet: Sheet, book: Book) -> Statement:
    """All headline figures, without the columns of announced ones where nothing was announced."""
    statement = next(layout for layout in sheet.layouts if isinstance(layout, Statement))
    fields = tuple(f for f in statement.fields if f not in (Field.ANNOUNCED, Field.AGREES))
    return replace(statement, fields=statement.fields if book.scenario.announced else fields, sparse=False)


def _widen(page: Page, places: Places) -> None:
    """Make room for what the lines below mean, in every language, over the columns to the right of their figures."""
    meanings = (
        [notation.meaning for notation in NOTATIONS]
        + [meaning for *_, meaning in CHECK_LINES]
        + [m for _, _, m in _known_dates(page.edition.book)]
    )
    texts = [text for meaning in meanings for text in page.edition.words.labels(meaning)]
    columns = [column for column in places.every if column > places.fields[Field.BEFORE]]
    needed = max(page.width_of(text, Look.REMARK) for text in texts) * _SPARE
    lacking = max(0.0, needed - sum(page.widths[column] for column in columns))
    for column in columns:
        page.widths[column] += lacking / len(columns)


def _fold(page: Page, statement: Statement, first: int) -> None:
    """Fold away the lines of which nothing is known, from the row `first`."""
    lines = [line for group in statement.groups for line in group.lines]
    page.folded_rows = {row for row, line in enumerate(lines, first) if not is_known(line, page.edition.book)}
    if page.folded_rows:
        page.remarks.append(page.edition.words.sentence(FOLDED))


def _section(page: Page, places: Places, title: str) -> None:
    page.heading(page.row, places.every, (page.edition.words.title(title),))
    page.row += 1


def _line(page: Page, places: Places, label: str, content: Content, number: Format, *, meaning: str = "") -> None:
    """A label, a live cell under the first column of figures, and what it means."""
    value = places.fields[Field.BEFORE]
    for column, text in zip(places.labels, page.edition.words.labels(label), strict=True):
        page.put(page.row, column, Look.LABEL, text)
    page.put_content(page.row, value, Look.RESULT, content, number)
    _meaning(page, places, meaning)
    page.fill(page.row, places.every, Look.LABEL)
    page.row += 1


def _meaning(page: Page, places: Places, meaning: str) -> None:
    """What a line means, over the blank cells to its right; a row for each language where that is too long."""
    if not meaning:
        return
    words, column = page.edition.words, places.fields[Field.BEFORE] + 1
    text, room = words.sentence(meaning), sum(page.widths[c] for c in places.every if c >= column)
    if page.width_of(text, Look.REMARK) <= room:
        page.put(page.row, column, Look.REMARK, text)
        return
    for text in words.each(lambda locale: locale.text(meaning)):
        if page.sheet.cell(page.row, column).value:
            page.fill(page.row, places.every, Look.LABEL)
            page.open_line(page.row, places.every)
            page.row += 1
        page.put(page.row, column, Look.REMARK, text)
        page.heights[page.row] = 14.0


def _ratio(page: Page, places: Places) -> None:
    results = page.edition.book.results.scalars
    parts = [results[name] for name in ("split.old", "split.new", "split.numerator", "split.denominator")]
    _section(page, places, RATIO)
    for notation in NOTATIONS:
        _line(page, places, notation.label, _notation(parts, notation), Format.RATIO, meaning=notation.meaning)


def _notation(parts: Sequence[object], notation: Notation) -> Content:
    numbers = [p for p in parts if isinstance(p, int | Fraction)]
    if len(numbers) < len(parts):
        return Content(None, notation.formula)
    found = Parts(*map(Fraction, numbers))
    # A spreadsheet writes large and long numbers as text in ways of its own.
    is_plain = all(part.denominator in (1, 2, 5, 10, 20, 50, 100) and part < 10**9 for part in found)
    return Content(notation.text(found), notation.formula if is_plain else "")


def _dates(page: Page, places: Places) -> None:
    """The dates that are known, in their order, with their meaning."""
    days = _known_dates(page.edition.book)
    if not days:
        return
    _section(page, places, DATES)
    unit = places.fields.get(Field.UNIT)
    for _, path, meaning in days:
        if unit:
            put_beside(page, page.row, unit, path, Kind.DATE)
        _line(
            page,
            places,
            label_of(path),
            page.edition.shown(path),
            Format.DATE,
            meaning=meaning,
        )


def _known_dates(book: Book) -> list[tuple[date, str, str]]:
    """Day, path and meaning of every date that is known, in the order of the calendar."""
    days = ((book.value(path), path, _meaning_of(path, book)) for path in _date_paths())
    return sorted((day, path, meaning) for day, path, meaning in days if isinstance(day, date))


def _date_paths() -> list[str]:
    terms = [t.path for t in TERMS.values() if t.kind == Kind.DATE]
    quantities = [q.id for q in QUANTITIES.values() if q.kind == Kind.DATE and not q.table]
    return [path for path in terms + quantities if path.partition(".")[0] in ("schedule", "adr")]


def _meaning_of(path: str, book: Book) -> str:
    basis = basis_of(path, book)
    return TERMS[path].hint if path in TERMS else basis.short if basis else ""


def _checks(page: Page, places: Places) -> None:
    """How many checks came to what."""
    _section(page, places, CHECKS.title)
    marks = [finding.mark for finding in findings(page.edition.book)]
    for mark, label, meaning in CHECK_LINES:
        _line(page, places, label, Content(marks.count(mark), count_of(mark)), Format.COUNT, meaning=meaning)


def _sheets(page: Page, places: Places, others: Listed) -> None:
    words = page.edition.words
    _section(page, places, SHEETS)
    beside = places.labels[-1] + 1
    for section, title, description in others:
        page.link(page.row, 1, title, sheet_name(section))
        page.put(page.row, beside, Look.SMALL, words.sentence(description))
        page.row += 1


def _key(page: Page, places: Places) -> None:
    words, first = page.edition.words, places.fields[Field.BEFORE]
    page.row += 1
    page.put(page.row, 1, Look.LABEL, words.title(KEY))
    looks = ((Look.INPUT, KEY_INPUT), (Look.ANNOUNCED, KEY_ANNOUNCED), (Look.RESULT, KEY_RESULT))
    for column, (look, text) in enumerate(looks, first):
        page.put(page.row, column, look, words.title(text))
    page.fill(page.row, places.every, Look.LABEL)
    page.row += 1
