"""The Inputs sheet: every scalar term, typed and in force, with its unit, its note and its cell's name."""

from itertools import groupby

from ..domain.declarations import given_path
from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.scenario import TERMS
from ..domain.term import Term
from ..presentation.forms import FORMS
from .beside import options_of, put_beside
from .columns import is_coded
from .edition import BEYOND, Content
from .figures import label_of
from .formats import Format, format_of
from .grid import Grid
from .names import defined_name
from .page import Page, letter
from .printing import set_up
from .rules import accept, show_changed, show_parts
from .styles import Look
from .workings import unshown, write_foot

TITLE = N_("Inputs")
DESCRIPTION = N_("Every input, with the name of its cell")
REMARK = N_("Blue in a box is typed. A blank cell means unknown, not zero. What is in force is what formulas use.")
CHANGED = N_("Inputs changed since the export")
NO_CELL = N_("{date} is left blank: a workbook cannot hold this date")

SECTION_TITLES = {"candidate": N_("What if")} | {name: form.title for form in FORMS for name in form.sections}

#: How wide a column may get, by the number of languages.
_TYPED_MOST, _NOTE_MOST, _UNIT_MOST = {1: 26.0, 2: 19.0}, {1: 62.0, 2: 78.0}, 16.0


def write_inputs(page: Page) -> None:
    """The whole sheet."""
    page.head(page.edition.words.title(TITLE))
    page.remarks.append(page.edition.words.sentence(REMARK))
    grid = Grid(page)
    _widths(grid)
    heading = page.row
    grid.heading()
    first = page.row
    _terms(grid)
    _changes(grid, first, page.row - 1)
    write_foot(grid)
    page.printed = grid.name
    page.sheet.freeze_panes = f"{letter(grid.typed)}{first}"
    page.sheet.sheet_properties.tabColor = "FFC000"
    set_up(page, titles=(heading, heading))


def _widths(grid: Grid) -> None:
    page, words, languages = grid.page, grid.words, len(grid.labels)
    grid.want_labels([t.label for t in TERMS.values()] + [label_of(path) for path in unshown(grid.edition)])
    for term in TERMS.values():
        if term.kind == Kind.TEXT:
            text = str(grid.edition.book.value(term.path) or "")
            page.want(grid.typed, page.width_of(text, Look.INPUT_TEXT), _TYPED_MOST[languages])
            page.want(grid.force, page.width_of(text, Look.RESULT_TEXT), _TYPED_MOST[languages])
        page.want(grid.unit, page.width_of(words.unit(term.unit, grid.edition.book.currency), Look.UNIT), _UNIT_MOST)
        for option in options_of(term.path, term.kind):
            page.want(grid.unit, page.width_of(words.title(option.text), Look.UNIT), _UNIT_MOST)
        page.want(grid.note, page.width_of(words.sentence(term.hint), Look.NOTE), _NOTE_MOST[languages])
    for path in (*TERMS, *unshown(grid.edition)):
        page.want(grid.name, page.width_of(defined_name(path), Look.NAME), 34)


def _terms(grid: Grid) -> None:
    for title, terms in groupby(TERMS.values(), lambda term: SECTION_TITLES[term.path.partition(".")[0]]):
        grid.section(title)
        for term in terms:
            _term(grid, term)


def _term(grid: Grid, term: Term) -> None:
    page, row = grid.page, grid.row
    grid.label(term.label)
    _typed(grid, term)
    live = _in_force(grid, term)
    if is_coded(term.path) or term.kind == Kind.DATE:
        put_beside(page, row, grid.unit, term.path, term.kind)
    else:
        grid.put_unit(term.unit)
    day = grid.edition.left_out.get(term.path)
    no_cell = grid.words.sentence(NO_CELL, date=day.isoformat()) if day else ""
    grid.put_note(grid.in_one_or_two_lines(term.hint), no_cell, "" if live else grid.words.sentence(BEYOND))
    grid.end(defined_name(term.path))


def _typed(grid: Grid, term: Term) -> None:
    """The cell that takes the term, and beyond the printed page what it held at the export."""
    page, row = grid.page, grid.row
    given = grid.edition.book.results.scalars[given_path(term)]
    number = _number(grid, term)
    page.put(row, grid.typed, _input_look(term), given, number)
    page.put(row, grid.exported, Look.SMALL, given, number)
    page.name(defined_name(given_path(term)), row, grid.typed)
    if term.kind == Kind.TEXT:
        page.raise_for(row, grid.typed, str(given or ""), Look.INPUT_TEXT)
    codes = tuple(option.code for option in term.options)
    cell = f"{letter(grid.typed)}{row}"
    accept(page, cell, term.kind, label=term.label, hint=term.hint, codes=codes, positive=term.positive)


def _input_look(term: Term) -> Look:
    if term.kind == Kind.TEXT:
        return Look.INPUT_TEXT
    return Look.INPUT


def _number(grid: Grid, term: Term) -> Format:
    return format_of(term.kind, term.unit, grid.edition.decimals)


def _in_force(grid: Grid, term: Term) -> bool:
    page, row, number = grid.page, grid.row, _number(grid, term)
    look = Look.RESULT_WRAPPED if term.kind == Kind.TEXT else Look.RESULT
    content = grid.edition.figure(term.path) if term.default else grid.edition.shown(term.path)
    live = page.put_content(row, grid.force, look, content, number)
    if term.default:
        page.name(defined_name(term.path), row, grid.force)
    for column in (grid.typed, grid.force):
        show_parts(page, f"{letter(column)}{row}", number)
    return live


def _changes(grid: Grid, first: int, last: int) -> None:
    """The count of inputs that are no longer what was exported, and their mark."""
    page, typed, exported = grid.page, letter(grid.typed), letter(grid.exported)
    grid.edition.name("inputs.given", page.sheet, f"${typed}${first}:${typed}${last}")
    grid.edition.name("inputs.exported", page.sheet, f"${exported}${first}:${exported}${last}")
    page.put(3, grid.exported, Look.SMALL, grid.words.title(CHANGED))
    formula = "+".join(["SUMPRODUCT(--(inputs.given<>inputs.exported))", *grid.edition.changes])
    page.put_content(4, grid.exported, Look.RESULT, Content(0, formula), Format.COUNT)
    page.name("inputs.changed", 4, grid.exported)
    show_changed(page, f"{typed}{first}:{typed}{last}", f"{exported}{first}")
