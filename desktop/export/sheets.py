"""A result sheet: its declared layouts one below the other."""

from collections.abc import Sequence

from ..presentation.layout import Comparison, Layout, RowTable, Sheet, Statement, WordTable
from ..presentation.table import Book, Table, shown_tables
from .articles import write_articles
from .columns import Plan, plan
from .page import FIRST_ROW, Page, letter
from .printing import set_up
from .rows import write_rows
from .rules import show_stale
from .statement import below, in_order, set_widths, write_statement

GAP = 1


def plans(sheet: Sheet, book: Book, languages: int) -> tuple[Plan, ...]:
    """Where the row tables of a sheet stand; known before anything is written, as other sheets speak of them."""
    found, top = [], FIRST_ROW
    for layout in shown_tables(sheet, book):
        if isinstance(layout, RowTable):
            found.append(plan(layout, book, top, languages))
            top = found[-1].end + GAP
        elif isinstance(layout, Statement):
            top += 1 + len(Table(layout, book).rows) + GAP
    return tuple(found)


def write_sheet(page: Page, sheet: Sheet, tables: Sequence[Plan]) -> None:
    """All layouts of a sheet, then its print set-up."""
    page.head(page.edition.words.title(sheet.long_title or sheet.title))
    show_stale(page, "A2")
    comparison = next((layout for layout in sheet.layouts if isinstance(layout, Comparison)), None)
    if comparison is not None:
        write_articles(page, sheet, comparison)
        return
    waiting = list(tables)
    layouts = shown_tables(sheet, page.edition.book)
    for number, layout in enumerate(layouts):
        if isinstance(layout, WordTable):
            continue
        if isinstance(layout, RowTable):
            write_rows(page, waiting.pop(0))
        else:
            _statement(page, layout, is_first=number == 0)
        page.row += GAP
    frozen = _freeze(page, layouts[0], tables)
    set_up(page, titles=frozen)


def _statement(page: Page, statement: Statement, *, is_first: bool) -> None:
    if is_first:
        places = in_order(page, statement)
        set_widths(page, statement, places)
    else:
        places = below(page, statement)
    write_statement(page, statement, places)
    page.printed = max(page.printed, places.every[-1])


def _freeze(page: Page, first: Layout, tables: Sequence[Plan]) -> tuple[int, int]:
    """Keep headings and labels on the screen; the rows of the headings are repeated in print."""
    if isinstance(first, Statement):
        labels = len(page.edition.words.locales)
        page.sheet.freeze_panes = f"{letter(labels + 1)}{FIRST_ROW + 1}"
        return FIRST_ROW, FIRST_ROW
    page.sheet.freeze_panes = f"B{tables[0].first}"
    return tables[0].top, tables[0].heading
