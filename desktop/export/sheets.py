"""A result sheet: its declared layouts one below the other."""

from collections.abc import Sequence

from ..presentation.layout import Comparison, Layout, RowTable, Sheet, Statement, WordTable
from ..presentation.sections.checks import SHEET as CHECKS
from ..presentation.table import Table, shown_tables
from .articles import write_articles
from .checks import write_checks
from .columns import Plan, plan
from .page import FIRST_ROW, Page, letter
from .printing import seam, set_up
from .row_headings import seams
from .row_widths import measure, measure_workings
from .rows import write_rows
from .rules import show_stale
from .schedule import write_schedule
from .statement import below, in_order, set_widths, write_statement

GAP = 1
_WIDE = 22.0  # a column this wide was made for words
_WORKINGS_FROM = 12  # a statement below the tables may need more columns than they have


def plans(page: Page, sheet: Sheet) -> tuple[Plan, ...]:
    """Where the row tables of a sheet stand; known before anything is written, as other sheets speak of them."""
    edition, found, top = page.edition, list[Plan](), FIRST_ROW
    layouts = shown_tables(sheet, edition.book)
    most = max((len(layout.columns) for layout in layouts[1:] if isinstance(layout, RowTable)), default=0)
    for number, layout in enumerate(layouts):
        if isinstance(layout, RowTable):
            found.append(_plan(page, layout, top, is_first=number == 0))
            if number == 0:
                page.seams = seams(found[0])
                page.seam = seam(page, most)
            top = found[-1].end + GAP
        elif isinstance(layout, Statement):
            if number == 0:
                _prepare(page, layout)
            top += 1 + len(Table(layout, edition.book, every=True).rows) + GAP
    first = max([_WORKINGS_FROM, *(table.printed + 2 for table in found)])
    placed = tuple(table.with_workings(first) for table in found)
    for table in placed:
        measure_workings(page, table)
    return placed


def _plan(page: Page, layout: RowTable, top: int, *, is_first: bool) -> Plan:
    """A table on the columns that are to be seen: its own, if it is the first."""
    made = plan(layout, page.edition.book, top, len(page.edition.words.locales), is_first=is_first)
    # The first column, where it is repeated on a second page, keeps clear of titles that would be cut there.
    seen = range(2 if page.seam else 1, page.printed + 1)
    made = made.on([] if is_first else [column for column in seen if column not in page.folded])
    measure(page, made)
    return made


def _prepare(page: Page, statement: Statement) -> None:
    """Columns for a statement that comes first, which tables below it use as well."""
    places = in_order(page, statement)
    set_widths(page, statement, places)
    page.printed = places.every[-1]
    page.wide = {column for column in places.every if page.widths[column] > _WIDE}


def write_sheet(page: Page, sheet: Sheet, tables: Sequence[Plan]) -> None:
    """All layouts of a sheet, then its print set-up."""
    page.head(page.edition.words.title(sheet.long_title or sheet.title))
    show_stale(page, "A2")
    comparison = next((layout for layout in sheet.layouts if isinstance(layout, Comparison)), None)
    if comparison is not None:
        write_articles(page, sheet, comparison)
        return
    if sheet is CHECKS:
        write_checks(page)
        return
    if any(isinstance(layout, WordTable) for layout in sheet.layouts):
        write_schedule(page, sheet)
        return
    waiting = list(tables)
    layouts = shown_tables(sheet, page.edition.book)
    for number, layout in enumerate(layouts):
        if isinstance(layout, RowTable):
            write_rows(page, waiting.pop(0))
        elif isinstance(layout, Statement):
            _statement(page, layout, is_first=number == 0)
        page.row += GAP
    set_up(page, titles=_freeze(page, layouts[0], tables))


def _statement(page: Page, statement: Statement, *, is_first: bool) -> None:
    places = in_order(page, statement) if is_first else below(page, statement)
    write_statement(page, statement, places)
    page.printed = max(page.printed, places.every[-1])


def _freeze(page: Page, first: Layout, tables: Sequence[Plan]) -> tuple[int, int]:
    """Keep headings and labels on the screen; the rows of the headings are repeated in print."""
    if isinstance(first, Statement):
        labels = len(page.edition.words.locales)
        page.sheet.freeze_panes = f"{letter(labels + 1)}{FIRST_ROW + 1}"
        return FIRST_ROW, FIRST_ROW
    page.sheet.freeze_panes = f"B{tables[0].first}"
    return tables[0].over, tables[0].heading
