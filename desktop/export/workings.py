"""At the foot of the Inputs: announced figures and quantities without a place of their own, and lists of codes."""

from collections.abc import Iterator, Sequence

from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.path import ANNOUNCED
from ..domain.scenario import ANNOUNCEABLE, COLUMNS, QUANTITIES, TERMS, TOTAL, announced_term
from ..domain.term import Option
from ..presentation.table import basis_of
from .agreement import put_announced
from .beside import FLAG_OPTIONS, list_name
from .edition import BEYOND, Edition
from .figures import quantities
from .formats import format_of
from .grid import Grid
from .names import OTHER_FIGURES, OTHER_IDS, announced_name, defined_name
from .page import letter
from .rules import accept, show_parts
from .styles import Look

ANNOUNCED_FIGURES, WORKINGS, CODES = N_("Announced figures"), N_("Workings"), N_("Codes and their words")
FLAGS = N_("Yes or no")
BOUNDS = N_(
    "Live formulas are exact for results below 1,000,000,000,000,000, and for rounded decimals below"
    " 1,000,000,000,000 in units of the last digit. What lies beyond is written as a value, in italics."
)


def unshown(edition: Edition) -> list[str]:
    """The quantities that no sheet has a cell for so far."""
    return [q.id for q in quantities().values() if not q.table and not edition.is_named(q.id)]


def write_foot(grid: Grid) -> None:
    """Everything below the terms."""
    _announced(grid)
    grid.page.row += 1
    for locale in grid.words.locales:
        grid.page.put(grid.row, 1, Look.SMALL, locale.text(BOUNDS))
        grid.page.row += 1
    grid.page.last = grid.row - 1  # readers of the printed pages need no more
    _workings(grid)
    _codes(grid)


def _announced(grid: Grid) -> None:
    paths = [path for path in ANNOUNCEABLE if not grid.edition.is_named(f"{ANNOUNCED}{path}")]
    others = [
        path for path in grid.edition.book.scenario.announced if path not in ANNOUNCEABLE and not _of_row(grid, path)
    ]
    if paths or others:
        grid.section(ANNOUNCED_FIGURES)
    for path in paths:
        grid.label(ANNOUNCEABLE[path].label)
        put_announced(grid.page, grid.row, grid.typed, path)
        grid.put_unit(ANNOUNCEABLE[path].unit)
        grid.end(announced_name(path))
    if others:
        _others(grid, others)


def _of_row(grid: Grid, path: str) -> bool:
    """Whether the total of a period stands in the table of periods."""
    return any(path == f"{TOTAL}[{key}]" for key in grid.edition.book.results.column("dividends.periods[].period"))


def _others(grid: Grid, paths: Sequence[str]) -> None:
    """What issuers print and no other cell holds: beside each figure stands its id, by which it is read again."""
    first, page = grid.row, grid.page
    for path in paths:
        term = announced_term(path)
        number = format_of(term.kind, term.unit, grid.edition.decimals)
        grid.label(term.words)
        page.put(grid.row, grid.typed, Look.ANNOUNCED, grid.edition.book.announced(path), number)
        accept(page, f"{letter(grid.typed)}{grid.row}", term.kind, signed=term.signed)
        show_parts(page, f"{letter(grid.typed)}{grid.row}", number)
        grid.put_unit(term.unit)
        grid.end(f"{ANNOUNCED}{path}")
    for name, column in ((OTHER_FIGURES, grid.typed), (OTHER_IDS, grid.name)):
        grid.edition.name(name, page.sheet, f"${letter(column)}${first}:${letter(column)}${grid.row - 1}")


def _workings(grid: Grid) -> None:
    """Formulas elsewhere rest on these as well."""
    paths = unshown(grid.edition)
    if paths:
        grid.section(WORKINGS)
    for path in paths:
        _working(grid, path)


def _working(grid: Grid, path: str) -> None:
    page, row, quantity = grid.page, grid.row, quantities()[path]
    grid.label(quantity.label)
    number = format_of(quantity.kind, quantity.unit, grid.edition.decimals)
    live = page.put_content(row, grid.force, Look.RESULT, grid.edition.figure(path), number)
    page.name(defined_name(path), row, grid.force)
    show_parts(page, f"{letter(grid.force)}{row}", number)
    grid.put_unit(quantity.unit)
    found = basis_of(path, grid.edition.book)
    basis = grid.in_one_or_two_lines(found.short) if found else ""
    grid.put_note(basis, "" if live else grid.words.sentence(BEYOND))
    grid.end(defined_name(path))


def _codes(grid: Grid) -> None:
    """The list of each choice: the code that a cell takes, and beside it its word."""
    grid.section(CODES)
    for label, name, options in _lists(grid.edition):
        first = grid.row
        for option in options:
            if grid.row == first:
                grid.label(label)
            grid.page.put(grid.row, grid.typed, Look.RESULT_TEXT, option.code)
            grid.page.put(grid.row, grid.force, Look.RESULT_TEXT, grid.words.title(option.text))
            grid.end(name)
        cells = f"${letter(grid.typed)}${first}:${letter(grid.force)}${grid.row - 1}"
        grid.edition.name(name, grid.page.sheet, cells)


def _lists(edition: Edition) -> Iterator[tuple[str, str, tuple[Option, ...]]]:
    """Label, name and options of every choice that the workbook has a cell for."""
    yield FLAGS, list_name("", Kind.FLAG), FLAG_OPTIONS
    tables = {path.partition("[")[0] for path in edition.ranges}
    in_rows = (term for table, terms in COLUMNS.items() if table in tables for term in terms)
    for term in (*TERMS.values(), *in_rows):
        if term.options:
            yield term.label, list_name(term.path, term.kind), term.options
    for quantity in QUANTITIES.values():
        if quantity.options and quantity.table in tables:
            yield quantity.label, list_name(quantity.id, quantity.kind), quantity.options
