"""Row tables on a sheet: group headings, headings, totals, then a row for each row of the section."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from ..domain.doubles import carries_rows
from ..domain.exact import Value
from ..domain.formula import Kind, Node
from ..domain.message import N_
from ..domain.scenario import calculator
from ..domain.spreadsheet import excel
from ..domain.term import NO_UNIT
from ..presentation.table import STATE_WORDS, event_words
from .agreement import state_formula, state_word
from .beside import list_name, options_of, word_formula, word_of
from .bulk import Bulk, Ready, rows_between
from .columns import IN_FORCE, Part, Plan, Slot
from .folding import fold
from .formats import Format, format_of
from .names import defined_name
from .page import FORMULA_SIGNS, Page, letter
from .printing import seam
from .rules import accept, show_parts, show_state
from .statement import figure_width
from .styles import Look
from .values import alike, encoded, holds_value

TOTAL = N_("Total")
ITALICS = N_("Figures in italics are values: they lie beyond what live formulas hold exactly.")
LEFT_OUT = N_("Left blank, because a workbook cannot hold such dates: {dates}")

_NUMBER_LEAST, _NAME_MOST, _CODE_MOST = 8.5, 20.0, 11.0
_WORD_MOST = {"ja": 13.0, "en": 12.0, "both": 19.0}

#: Stands for the row in the formula of a column: one beyond the last row of a sheet.
_ROW = "1048577"

_LOOKS = {
    Part.ANNOUNCED: Look.ANNOUNCED, Part.STATE: Look.STATE, Part.WORD: Look.RESULT_TEXT,
}  # fmt: skip


def write_rows(page: Page, plan: Plan) -> None:
    """The whole table, from the plan's top row."""
    _widths(page, plan)
    _group_headings(page, plan)
    _headings(page, plan)
    _totals(page, plan)
    _data(page, plan)
    dates = [day for path, day in page.edition.left_out.items() if path.startswith(f"{plan.layout.table}[")]
    if dates:
        listed = ", ".join(sorted({day.isoformat() for day in dates}))
        page.remarks.append(page.edition.words.sentence(LEFT_OUT, dates=listed))
    for slot in plan.slots:
        _rules(page, plan, slot)
    page.seam = seam(page)
    page.row = plan.end


def _widths(page: Page, plan: Plan) -> None:
    """The widths of all columns, those folded that have to be, and the height of the headings."""
    page.printed = max(page.printed, plan.printed)
    for slot in plan.slots:
        page.want(slot.column, _width(page, slot))
    fold(page, plan)
    shown = [slot for slot in plan.slots if slot.column not in page.folded]
    for slot in shown:
        page.want(slot.column, _heading_width(page, _heading(page, slot)))
    _widen_groups(page, plan, shown)
    for slot in shown:
        page.raise_for(plan.heading, slot.column, _heading(page, slot), Look.HEAD_RIGHT)


def _is_left(slot: Slot) -> bool:
    return slot.part == Part.WORD or slot.kind in (Kind.TEXT, Kind.CHOICE, Kind.FLAG)


def _look(slot: Slot) -> Look:
    if slot.part == Part.TYPED:
        return Look.INPUT_CODE if _is_left(slot) else Look.INPUT
    return _LOOKS.get(slot.part, Look.RESULT_TEXT if _is_left(slot) else Look.RESULT)


def _number(page: Page, slot: Slot) -> Format:
    if slot.part == Part.WORD:
        return Format.TEXT
    return format_of(slot.kind, slot.unit, page.edition.decimals, in_table=True)


# ---- headings ----


def _group_headings(page: Page, plan: Plan) -> None:
    if not plan.groups:
        return
    for group, found in groupby(plan.slots, _group):
        slots = list(found)
        if 1 < slots[0].column <= plan.printed:
            page.seams.append(slots[0].column)
        _group_heading(page, plan, group, slots)
    for row in range(plan.top, plan.heading):
        page.heights[row] = 18.0 if plan.languages == 1 else 15.5
    for row in range(plan.top, plan.heading - 1):
        page.open_line(row, [slot.column for slot in plan.slots])


def _group_heading(page: Page, plan: Plan, group: str, slots: Sequence[Slot]) -> None:
    """The heading over the columns of a group, centred over those that are not folded away."""
    shown = next((slot.column for slot in slots if slot.column not in page.folded), slots[0].column)
    for slot in slots:
        is_first = slot.column == shown and slots[0].column > 1
        look = Look.HEAD_GROUP_FIRST if is_first else Look.HEAD_GROUP
        if not group or slot.column < shown:
            look = Look.HEAD_APART if is_first else Look.HEAD
        texts = _group_texts(page, plan, group)
        for row, text in enumerate(texts, plan.top):
            page.put(row, slot.column, look, text if slot.column == shown else "")


def _group(slot: Slot) -> str:
    return IN_FORCE if slot.part == Part.IN_FORCE and slot.is_working else slot.of.group


def _group_texts(page: Page, plan: Plan, group: str) -> list[str]:
    """The heading of a group with the unit of its columns, in each language."""
    units = {slot.unit for slot in plan.slots if slot.of.group == group} - {NO_UNIT}
    shared = units.pop() if group and len(units) == 1 else NO_UNIT
    found = ((locale, locale.unit(shared, page.edition.book.currency)) for locale in page.edition.words.locales)
    return [locale.text(group) + (f" ({unit})" if unit else "") for locale, unit in found]


def _headings(page: Page, plan: Plan) -> None:
    for slot in plan.slots:
        look = Look.HEAD_TEXT if _is_left(slot) else Look.HEAD_RIGHT
        page.put(plan.heading, slot.column, Look.HEAD if slot.part == Part.STATE else look, _heading(page, slot))


def _heading(page: Page, slot: Slot) -> str:
    edition = page.edition
    beside = slot.part in (Part.WORD, Part.IN_FORCE) and not slot.is_working
    if beside and slot.column - 1 not in page.folded:  # the heading stands over what is typed
        return edition.words.lines(IN_FORCE) if slot.part == Part.IN_FORCE else ""
    text = edition.words.lines(event_words(slot.of.heading, edition.book))
    unit = "" if slot.of.group else edition.words.unit(slot.unit, edition.book.currency)
    return text if not unit or unit.casefold() in text.casefold().replace("\n", " ") else f"{text}\n({unit})"


# ---- totals ----


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
            number = _number(page, slot)
            page.put_content(plan.total, slot.column, Look.TOTAL, content, number)
            show_parts(page, f"{letter(slot.column)}{plan.total}", number)
            if own:
                page.name(defined_name(path), plan.total, slot.column)
    page.fill(plan.total, [slot.column for slot in plan.slots], Look.TOTAL)


# ---- data ----


def _data(page: Page, plan: Plan) -> None:
    cells = plan.by_path()
    columns = []
    for slot in plan.slots:
        columns.append((slot.column, _ready(page, plan, slot, cells)))
        page.edition.tick(plan.count)
    for index in sorted({0, plan.count - 1} if plan.count else ()):
        for column, ready in columns:
            page.put_ready(plan.first + index, column, ready[index])
    by_letter = [(letter(column), ready) for column, ready in columns]
    if plan.count > 2:
        edition = page.edition
        rows = partial(rows_between, edition.workbook, plan.first, by_letter, edition.tick)
        page.bulks.append(Bulk(plan.end - 1, rows))


def _ready(page: Page, plan: Plan, slot: Slot, cells: dict[str, Slot]) -> list[Ready]:
    """The cells of one column, from top to bottom."""
    match slot.part:
        case Part.TYPED | Part.ANNOUNCED:
            return _given(page, slot)
        case Part.WORD:
            return _words(page, plan, slot, cells)
        case Part.STATE:
            return _states(page, plan, slot, cells)
    return _calculated(page, plan, slot, cells)


def _given(page: Page, slot: Slot) -> list[Ready]:
    look, number = _look(slot), _number(page, slot)
    plain = page.edition.styles.array(look, number)
    quoted = page.edition.styles.array(look, number, 0, True)
    found: list[Ready] = []
    for value in slot.values(page.edition.book):
        kind, content = encoded(value)
        is_sign = kind == "s" and content.startswith(FORMULA_SIGNS)
        found.append((quoted if is_sign else plain, kind, content, None))
    return found


def _calculated(page: Page, plan: Plan, slot: Slot, cells: dict[str, Slot]) -> list[Ready]:
    edition, node = page.edition, calculator().formulas[slot.path]
    values = slot.values(edition.book)
    live = _carried(page, node, values)
    number = _number(page, slot)
    style = edition.styles.array(_look(slot), number)
    fixed = edition.styles.array(Look.FIXED if _look(slot) == Look.RESULT else _look(slot), number)
    pieces = _pieces(page, node, cells) if any(live) else []
    if not all(live):
        page.remarks.append(edition.words.sentence(ITALICS))
    found: list[Ready] = []
    for row, (value, is_live) in enumerate(zip(values, live, strict=True), plan.first):
        stored = encoded(value)
        found.append((style, "f", str(row).join(pieces), stored) if is_live else (fixed, *stored, None))
    return found


def _carried(page: Page, node: Node, values: Sequence[Value | None]) -> list[bool]:
    """For each row, whether its live formula gives the exact value."""
    if not page.edition.has_ranges(node):
        return [False] * len(values)
    results = page.edition.book.results
    live = carries_rows(node, calculator().kinds, results.scalars, results.columns, values)
    return [ok and (value is None or holds_value(value)) for ok, value in zip(live, values, strict=True)]


def _pieces(page: Page, node: Node, cells: dict[str, Slot]) -> list[str]:
    """The formula of a column, cut where the row number stands."""

    def reference(path: str) -> str:
        slot = cells.get(path)
        return f"{letter(slot.column)}{_ROW}" if slot else page.edition.reference(path)

    return ("=" + excel(node, calculator().kinds, reference)).split(_ROW)


def _words(page: Page, plan: Plan, slot: Slot, cells: dict[str, Slot]) -> list[Ready]:
    code = cells[slot.of.path]
    formula = "=" + word_formula(f"{letter(code.column)}{_ROW}", list_name(slot.of.path, slot.kind))
    options = options_of(slot.of.path, slot.kind)
    words = {value: encoded(word_of(page, options, value)) for value in set(slot.values(page.edition.book))}
    style, pieces = page.edition.styles.array(_look(slot), _number(page, slot)), formula.split(_ROW)
    return [
        (style, "f", str(row).join(pieces), words[value])
        for row, value in enumerate(slot.values(page.edition.book), plan.first)
    ]


def _states(page: Page, plan: Plan, slot: Slot, cells: dict[str, Slot]) -> list[Ready]:
    printed, calculated = cells[slot.of.path], cells[slot.of.agrees]
    formula = state_formula(page, *(f"{letter(s.column)}{_ROW}" for s in (printed, calculated)))
    style, pieces = page.edition.styles.array(Look.STATE), f"={formula}".split(_ROW)
    book, found = page.edition.book, list[Ready]()
    pairs = zip(printed.values(book), calculated.values(book), strict=True)
    for row, (said, value) in enumerate(pairs, plan.first):
        word = encoded(state_word(page, said, value))
        found.append((style, *word, None) if alike(said, value) else (style, "f", str(row).join(pieces), word))
    return found


# ---- rules, widths, folding ----


def _rules(page: Page, plan: Plan, slot: Slot) -> None:
    if not plan.count:
        return
    cells = plan.cells(slot.column).replace("$", "")
    if slot.part == Part.STATE:
        show_state(page, cells)
        return
    show_parts(page, cells, _number(page, slot))
    term = slot.term
    if term and slot.part in (Part.TYPED, Part.ANNOUNCED):
        codes = tuple(option.code for option in term.options)
        accept(page, cells, slot.kind, label=term.label, hint=term.hint, codes=codes, positive=term.positive)


def _width(page: Page, slot: Slot) -> float:
    heading = _heading_width(page, _heading(page, slot))
    if slot.part == Part.STATE:
        states = (page.edition.words.title(text) for text in STATE_WORDS.values())
        return max(heading, *(page.width_of(text, Look.STATE) for text in states))
    if slot.part == Part.WORD:
        words = {word_of(page, options_of(slot.of.path, slot.kind), v) or "" for v in slot.values(page.edition.book)}
        needed = max([page.width_of(word, Look.RESULT_TEXT) for word in words], default=8)
        return min(_WORD_MOST[page.edition.words.mode], needed)  # longer ones shrink
    values = slot.values(page.edition.book)
    if slot.kind == Kind.DATE:
        return max(heading, 12.2)
    if _is_left(slot):
        texts = {str(value) for value in values if value is not None}  # they repeat from row to row
        needed = max([_NUMBER_LEAST, heading, *(page.width_of(text, Look.INPUT_CODE) for text in texts)])
        return min(_NAME_MOST if slot.kind == Kind.TEXT else _CODE_MOST, needed)  # longer ones shrink
    total = page.edition.book.value(slot.of.total) if slot.of.total else None
    return max(heading, _NUMBER_LEAST, *map(figure_width, {total, *values}))


def _heading_width(page: Page, heading: str) -> float:
    """A heading may take two lines for one, but no word is cut."""
    words = max(page.width_of(word, Look.HEAD_RIGHT) for word in re.split(r"[ \n]|(?<=[^ -~])(?=[^ -~])", heading))
    share = 0.6 if len(page.edition.words.locales) == 1 else 1.0  # two languages take two lines as it is
    return max(words, page.width_of(heading, Look.HEAD_RIGHT) * share)


def _widen_groups(page: Page, plan: Plan, shown: Sequence[Slot]) -> None:
    """A group's heading must fit over those of its columns that are shown."""
    for group, slots in groupby(shown, _group):
        columns = [slot.column for slot in slots]
        needed = max(page.width_of(text, Look.HEAD_GROUP) for text in _group_texts(page, plan, group))
        lacking = needed - sum(page.widths[c] for c in columns)
        for column in columns:
            page.widths[column] += max(0, lacking) / len(columns)
