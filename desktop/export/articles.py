"""The articles on a sheet: the authorised total in figures and words, and the clause before and after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from ..domain.message import N_
from ..i18n import Locale
from ..presentation.articles import (
    ALLOWED,
    REASON,
    TITLES,
    Amendment,
    Clause,
    amendment,
    article,
    points,
)
from ..presentation.layout import Comparison, Field, Sheet, Statement
from ..presentation.number_words import STYLES, english_words, japanese_words
from .edition import Content
from .measure import LINE
from .page import FIRST_ROW, Page, letter
from .printing import set_up
from .rules import quoted, show_stale
from .statement import Places, in_order, set_widths, write_statement
from .styles import TEXT, Look, spec

AGREES = N_("The wording agrees with the inputs.")
STALE = N_("Inputs have changed since the export: the wording above is no longer theirs.")

WRITERS = {"ja": japanese_words, "en": english_words}
FIELDS = (Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.BASIS)
_CLAUSE_WIDTH = 44.0
_LABEL_MOST = 30.0
#: A line of a sentence fills this much of the page's width: programs measure a little differently.
_FILLED = 0.92


def write_articles(page: Page, sheet: Sheet, comparison: Comparison) -> None:
    """The whole sheet below its title: figures, words, clauses, reason."""
    statement = next(layout for layout in sheet.tables if isinstance(layout, Statement))
    statement = replace(statement, fields=FIELDS)
    places = in_order(page, statement)
    set_widths(page, statement, places, label_most=_LABEL_MOST)
    for column in _sides(places):
        page.want(column, _CLAUSE_WIDTH)
    page.printed = places.every[-1]
    write_statement(page, statement, places)
    _in_words(page, comparison, places)
    first = page.row
    styles = page.edition.words.number_styles
    made = [(locale, amendment(comparison, page.edition.book, locale, styles)) for locale in _locales(page)]
    for locale, one in made:
        _clauses(page, places, locale, one)
    _reasons(page, places, [one for _, one in made])
    _points(page, comparison, places)
    show_stale(page, f"A{first}:{letter(page.printed)}{page.row - 1}")
    _agreement(page)
    page.sheet.freeze_panes = f"{letter(places.labels[-1] + 1)}{FIRST_ROW + 1}"
    set_up(page, titles=(FIRST_ROW, FIRST_ROW), one_page=True)


def _locales(page: Page) -> tuple[Locale, ...]:
    return page.edition.words.locales


def _sides(places: Places) -> tuple[int, int]:
    """The columns of the clause before and after."""
    return places.fields[Field.BEFORE], places.fields[Field.AFTER]


def _in_words(page: Page, comparison: Comparison, places: Places) -> None:
    """The totals in every notation that a clause may have, in the languages of the workbook."""
    values = [page.edition.book.value(path) for path in (comparison.before, comparison.after)]
    first = page.row
    styles = [(locale.language, o) for locale in _locales(page) for o in STYLES[locale.language] if o.code != "digits"]
    for language, option in styles:
        for column, text in zip(places.labels, page.edition.words.labels(option.text), strict=True):
            page.put(page.row, column, Look.LABEL, text, indent=1)
            page.raise_for(page.row, column, text, Look.LABEL)
        for column, value in zip(_sides(places), values, strict=True):
            words = WRITERS[language](value, option.code) if type(value) is int else None
            page.put(page.row, column, Look.RESULT_WORDS, words)
            page.raise_for(page.row, column, words or "", Look.RESULT_WORDS)
        page.fill(page.row, places.every, Look.LABEL)
        page.row += 1
    show_stale(page, f"{letter(_sides(places)[0])}{first}:{letter(_sides(places)[1])}{page.row - 1}")


def _clauses(page: Page, places: Places, locale: Locale, made: Amendment) -> None:
    """One language: the headings of the two sides, and the clauses in boxes."""
    page.row += 1
    page.heading(page.row, places.every, (page.edition.words.title(TITLES[locale.language]),))
    page.row += 1
    for column, title in zip(_sides(places), made.columns, strict=True):
        page.put(page.row, column, Look.HEAD_TEXT, title)
    page.row += 1
    page.put(page.row, 1, Look.CLAUSE_LABEL, article(page.edition.book, locale))
    for column, clause in zip(_sides(places), made.clauses, strict=True):
        text = _plain(clause)
        page.put(page.row, column, Look.CLAUSE, text)
        page.raise_for(page.row, column, text, Look.CLAUSE)
        if clause is not None and made.is_change:
            _underline(page, column, clause)
    page.row += 1
    if made.note:
        page.put(page.row, _sides(places)[0], Look.SMALL, made.note)
        page.row += 1


def _plain(clause: Clause | None) -> str:
    return f"{clause.heading}\n{clause.lead}{clause.number}{clause.rest}" if clause else "—"


def _underline(page: Page, column: int, clause: Clause) -> None:
    """Underline the number alone; what is said of the font is that of the cell."""
    font = InlineFont(rFont=page.edition.styles.font, sz=spec(Look.CLAUSE)[0], color=Color(f"FF{TEXT}"), u="single")
    runs = (f"{clause.heading}\n{clause.lead}", TextBlock(font, clause.number), clause.rest)
    page.sheet.cell(page.row, column)._value = CellRichText(*runs)  # noqa: SLF001  # keeps the cell's style and type


def _reasons(page: Page, places: Places, made: Sequence[Amendment]) -> None:
    page.row += 1
    page.heading(page.row, places.every, (page.edition.words.title(REASON),))
    page.row += 1
    for one in made:
        _sentence(page, one.reason)


def _points(page: Page, comparison: Comparison, places: Places) -> None:
    found = points(comparison, page.edition.book)
    if not found:
        return
    page.row += 1
    page.heading(page.row, places.every, (page.edition.words.title(ALLOWED),))
    page.row += 1
    for point in found:
        for locale in _locales(page):
            _sentence(page, f"{locale.text(point.basis)}: {locale.text(point.sentence)}")


def _sentence(page: Page, text: str) -> None:
    """A sentence over the whole width, on as many rows as it needs: cells are not merged."""
    room = _FILLED * sum(page.widths.get(column, 8) for column in range(1, page.printed + 1))
    for line in _lines(page, text, room):
        page.put(page.row, 1, Look.SENTENCE, line)
        page.heights[page.row] = LINE
        page.row += 1


def _lines(page: Page, text: str, room: float) -> Iterator[str]:
    """The text in lines of a width, broken at blanks, and between any two Japanese characters but before a stop."""
    line = ""
    for piece in re.findall(r"[!-~]+ *|[^!-~][、。）]*", text):
        if line and page.width_of(line + piece.rstrip(), Look.SENTENCE) > room:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()


def _agreement(page: Page) -> None:
    """Whether the sentences still are those of the inputs, live."""
    page.row += 1
    agrees, stale = (page.edition.words.sentence(text) for text in (AGREES, STALE))
    formula = f"IF(inputs.changed=0,{quoted(agrees)},{quoted(stale)})"
    page.put_content(page.row, 1, Look.SMALL, Content(agrees, formula))
    page.row += 1
