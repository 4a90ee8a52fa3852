"""Row tables on a sheet: title, headings, totals, then a row for each row of the section."""

from functools import partial

from ..domain.message import N_
from ..domain.path import ANNOUNCED, GIVEN, name_of
from ..domain.scenario import CALCULATED
from .bulk import Bulk, rows_between
from .columns import GIVEN_PARTS, Part, Plan, Slot
from .names import column_name, defined_name, figure_name
from .page import Page, letter
from .row_cells import number_of, ready
from .row_headings import write_headings
from .rules import accept, show_changed, show_parts, show_state
from .styles import Look

TOTAL = N_("Total")
_NAMED = frozenset({Part.CALCULATED, Part.ANNOUNCED})
LEFT_OUT = N_("Left blank, because a workbook cannot hold such dates: {dates}")


def write_rows(page: Page, plan: Plan) -> None:
    """The whole table, from the plan's top row."""
    write_headings(page, plan)
    _totals(page, plan)
    _data(page, plan)
    dates = [day for path, day in page.edition.left_out.items() if path.startswith(f"{plan.layout.table}[")]
    if dates:
        listed = ", ".join(sorted({day.isoformat() for day in dates}))
        page.remarks.append(page.edition.words.sentence(LEFT_OUT, dates=listed))
    if plan.count:
        for slot in plan.slots:
            _rules(page, plan, slot)
        _names(page, plan)
        _column_names(page, plan)
        _changes(page, plan)
    page.row = plan.end


def _totals(page: Page, plan: Plan) -> None:
    if not plan.total:
        return
    edition = page.edition
    page.put(plan.total, 1, Look.TOTAL_LABEL, edition.words.title(TOTAL))
    for slot in plan.slots:
        path = slot.of.total
        if path and slot.part == Part.CALCULATED:
            own = not edition.is_named(path)
            content = edition.figure(path) if own else edition.shown(path)
            number = number_of(page, slot)
            page.put_content(plan.total, slot.column, Look.TOTAL, content, number)
            show_parts(page, f"{letter(slot.column)}{plan.total}", number)
            if own:
                page.name(defined_name(path), plan.total, slot.column)
    page.fill(plan.total, [slot.column for slot in plan.slots], Look.TOTAL)


def _data(page: Page, plan: Plan) -> None:
    cells = plan.by_path()
    columns = []
    for slot in plan.slots:
        columns.append((slot.column, ready(page, plan, slot, cells)))
        page.edition.tick(plan.count)
    for index in sorted({0, plan.count - 1} if plan.count else ()):
        for column, found in columns:
            page.put_ready(plan.first + index, column, found[index])
    by_letter = [(letter(column), found) for column, found in columns]
    if plan.count > 2:
        edition = page.edition
        rows = partial(rows_between, edition.workbook, plan.first, by_letter, edition.tick)
        page.bulks.append(Bulk(plan.end - 1, rows))


def _rules(page: Page, plan: Plan, slot: Slot) -> None:
    cells = plan.cells(slot.column).replace("$", "")
    if slot.part == Part.STATE:
        show_state(page, cells)
        return
    if not slot.is_working:
        show_parts(page, cells, number_of(page, slot))
    term = slot.term
    if slot.part not in GIVEN_PARTS:
        return
    if term is None:
        accept(page, cells, slot.kind)
        return
    codes = tuple(option.code for option in term.options)
    accept(page, cells, slot.kind, label=term.label, hint=term.hint, codes=codes, positive=term.positive)


def _names(page: Page, plan: Plan) -> None:
    """The names of figures that are known by a key: `dividends.pre_split.FY2020`."""
    calculated = CALCULATED.get(plan.layout.table)
    if calculated is None or not calculated.key:
        return
    keys = page.edition.book.results.column(f"{calculated.table}[].{calculated.key}")
    slots = [slot for slot in plan.shown if slot.part in _NAMED and name_of(slot.path) != calculated.key]
    taken = {name.casefold() for name in page.edition.workbook.defined_names}
    for index, key in enumerate(keys):
        for slot in slots:
            figure = calculated.known_as(name_of(slot.path), index, key)
            if slot.part == Part.ANNOUNCED:  # announced.dividends.total[FY2020]
                figure = f"{ANNOUNCED}{figure.replace('announced_', '', 1)}"
            name = figure_name(figure, taken)
            taken.add(name.casefold())
            page.name(name, plan.first + index, slot.column)


def _column_names(page: Page, plan: Plan) -> None:
    """The names of what is typed, by which the rows are found again; the blank line below belongs to it.

    So a row that is put in or typed at the end of a table is one of its rows. A calculated table has the name of the
    column by which its rows are known as well.
    """
    calculated = CALCULATED.get(plan.layout.table)
    for slot in plan.slots:
        is_key = calculated is not None and slot.path == f"{calculated.table}[].{calculated.key}"
        if slot.part in GIVEN_PARTS or is_key:
            path = slot.of.path if is_key else GIVEN + slot.of.path
            cells = f"${letter(slot.column)}${plan.first}:${letter(slot.column)}${plan.end}"
            page.edition.name(column_name(path), page.sheet, cells)


def _changes(page: Page, plan: Plan) -> None:
    """Mark what is no longer as exported, and count it."""
    exported = {slot.of.path: slot for slot in plan.slots if slot.part == Part.EXPORTED}
    sheet = page.sheet.title.replace("'", "''")
    for slot in plan.slots:
        if slot.part in GIVEN_PARTS:
            before = exported[slot.of.path].column
            show_changed(page, plan.cells(slot.column).replace("$", ""), f"{letter(before)}{plan.first}")
            pair = "<>".join(f"'{sheet}'!{plan.cells(column)}" for column in (slot.column, before))
            page.edition.changes.append(f"SUMPRODUCT(--({pair}))")
