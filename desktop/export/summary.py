"""The Summary: the event on one printed page, with links to everything else."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.scenario import QUANTITIES, TERMS
from ..domain.term import NO_UNIT
from ..presentation.table import Book, Field, Sheet, Statement, basis_of, label_of
from ..presentation.wording import company_line, split_sentence
from .beside import put_beside
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

Listed = Sequence[tuple[str, str, str]]  # section, title, description


def write_summary(page: Page, sheet: Sheet, others: Listed) -> None:
    """The whole page; `others` are the sheets to link to."""
    _head(page)
    statement = _headline(sheet, page.edition.book)
    places = in_order(page, statement)
    set_widths(page, statement, places, label_most=30.0 if len(places.labels) > 1 else 44.0)
    page.heading(page.row, places.every, (page.edition.words.title(HEADLINE),))
    page.row += 1
    write_statement(page, statement, places)
    _ratio(page, places)
    _dates(page, places)
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
        lambda locale: [locale.text(text, date=locale.value(day, NO_UNIT)) for text, day in days if day]
    )
    page.put(3, 1, Look.SMALL, " · ".join(filter(None, (scenario.company.listing, parts))))
    show_stale(page, "A2:A3")
    page.heights |= {1: 28, 2: 22, 3: 17}
    page.row = 5


def _headline(sheet: Sheet, book: Book) -> Statement:
    """The headline figures, without the columns of announced ones where nothing was announced."""
    statement = next(layout for layout in sheet.layouts if isinstance(layout, Statement))
    if book.scenario.announced:
        return statement
    fields = tuple(f for f in statement.fields if f not in (Field.ANNOUNCED, Field.AGREES))
    return Statement(statement.name, statement.groups, fields)


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
    book = page.edition.book
    days = [(day, path) for path in _date_paths() if isinstance(day := book.value(path), date)]
    if not days:
        return
    _section(page, places, DATES)
    unit = places.fields.get(Field.UNIT)
    for _, path in sorted(days):
        if unit:
            put_beside(page, page.row, unit, path, Kind.DATE)
        _line(
            page,
            places,
            label_of(path),
            page.edition.shown(path),
            Format.DATE,
            meaning=_meaning_of(path, page.edition.book),
        )


def _date_paths() -> list[str]:
    terms = [t.path for t in TERMS.values() if t.kind == Kind.DATE]
    quantities = [q.id for q in QUANTITIES.values() if q.kind == Kind.DATE and not q.table]
    return [path for path in terms + quantities if path.partition(".")[0] in ("schedule", "adr")]


def _meaning_of(path: str, book: Book) -> str:
    basis = basis_of(path, book)
    return TERMS[path].hint if path in TERMS else basis.short if basis else ""


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
