"""The cells of a row table, column by column: ready for the sheet, with formula and stored value."""

from collections.abc import Sequence

from ..domain.bounds import carries_rows
from ..domain.exact import Value
from ..domain.formula import Node
from ..domain.scenario import inspector
from ..domain.spreadsheet import excel
from .agreement import state_formula, state_word
from .beside import list_name, options_of, word_formula, word_of
from .bulk import Ready
from .columns import Part, Plan, Slot
from .edition import ITALICS
from .formats import Format, format_of
from .page import FORMULA_SIGNS, Page, letter
from .row_headings import is_left, leans_left
from .styles import Look
from .values import alike, encoded, holds_value

#: Stands for the row in the formula of a column: one beyond the last row of a sheet.
_ROW = "1048577"

_LOOKS = {
    Part.ANNOUNCED: Look.ANNOUNCED, Part.STATE: Look.STATE, Part.WORD: Look.RESULT_TEXT, Part.EXPORTED: Look.SMALL,
}  # fmt: skip

#: Quantities of which there mostly is nothing: a dash says so better than a zero.
_RESTS = frozenset({"fraction", "cash_in_lieu", "odd_lot", "odd_lot_after", "fraction_cost"})

Cells = dict[str, Slot]


def ready(page: Page, plan: Plan, slot: Slot, cells: Cells) -> list[Ready]:
    """The cells of one column, from top to bottom."""
    match slot.part:
        case Part.TYPED | Part.ANNOUNCED | Part.EXPORTED:
            return _given(page, slot)
        case Part.WORD:
            return _words(page, plan, slot, cells)
        case Part.STATE:
            return _states(page, plan, slot, cells)
        case Part.NUMBER:
            return _numbers(page, plan, slot)
    return _calculated(page, plan, slot, cells)


def number_of(page: Page, slot: Slot) -> Format:
    """The number format of a column."""
    if slot.part == Part.WORD:
        return Format.TEXT
    found = format_of(slot.kind, slot.unit, page.edition.decimals, in_table=True)
    return Format.REST if found == Format.COUNT and slot.of.name in _RESTS else found


def _look(page: Page, slot: Slot) -> Look:
    if slot.part == Part.TYPED:
        return Look.INPUT_CODE if is_left(slot) else Look.INPUT
    return _LOOKS.get(slot.part, Look.RESULT_TEXT if leans_left(page, slot) else Look.RESULT)


def _given(page: Page, slot: Slot) -> list[Ready]:
    look, number = _look(page, slot), number_of(page, slot)
    plain = page.edition.styles.array(look, number)
    quoted = page.edition.styles.array(look, number, 0, True)
    found: list[Ready] = []
    for value in slot.values(page.edition.book):
        kind, content = encoded(value)
        is_sign = kind == "s" and content.startswith(FORMULA_SIGNS)
        found.append((quoted if is_sign else plain, kind, content, None))
    return found


def _numbers(page: Page, plan: Plan, slot: Slot) -> list[Ready]:
    """The numbers of the rows: they stay right where rows are put in above the table."""
    style = page.edition.styles.array(_look(page, slot), number_of(page, slot))
    formula = f"=ROW()-ROW({letter(slot.column)}${plan.first})+1"
    return [(style, "f", formula, ("n", str(number))) for number in range(1, plan.count + 1)]


def _calculated(page: Page, plan: Plan, slot: Slot, cells: Cells) -> list[Ready]:
    edition, node = page.edition, inspector().formulas[slot.path]
    values = slot.values(edition.book)
    live = _carried(page, node, values)
    look, number = _look(page, slot), number_of(page, slot)
    style = edition.styles.array(look, number)
    fixed = edition.styles.array(Look.FIXED if look == Look.RESULT else look, number)
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
    live = carries_rows(node, page.edition.judged, values)
    return [ok and (value is None or _is_shown(value)) for ok, value in zip(live, values, strict=True)]


def _is_shown(value: Value) -> bool:
    """Whether a formula can show a value: no day that cells cannot hold, and no text like an error."""
    return not value.startswith("#") if isinstance(value, str) else holds_value(value)


def _pieces(page: Page, node: Node, cells: Cells) -> list[str]:
    """The formula of a column, cut where the row number stands."""

    def reference(path: str) -> str:
        slot = cells.get(path)
        return f"{letter(slot.column)}{_ROW}" if slot else page.edition.reference(path)

    return ("=" + excel(node, inspector().kinds, reference)).split(_ROW)


def _words(page: Page, plan: Plan, slot: Slot, cells: Cells) -> list[Ready]:
    code = cells.get(slot.of.path) or cells[f"given.{slot.of.path}"]
    formula = "=" + word_formula(f"{letter(code.column)}{_ROW}", list_name(slot.of.path, slot.kind))
    options = options_of(slot.of.path, slot.kind)
    words = {value: encoded(word_of(page, options, value)) for value in set(slot.values(page.edition.book))}
    style, pieces = page.edition.styles.array(_look(page, slot), number_of(page, slot)), formula.split(_ROW)
    return [
        (style, "f", str(row).join(pieces), words[value])
        for row, value in enumerate(slot.values(page.edition.book), plan.first)
    ]


def _states(page: Page, plan: Plan, slot: Slot, cells: Cells) -> list[Ready]:
    printed, calculated = cells[slot.of.path], cells[slot.of.agrees]
    formula = state_formula(page, *(f"{letter(s.column)}{_ROW}" for s in (printed, calculated)))
    style, pieces = page.edition.styles.array(Look.STATE), f"={formula}".split(_ROW)
    book, found = page.edition.book, list[Ready]()
    pairs = zip(printed.values(book), calculated.values(book), strict=True)
    for row, (said, value) in enumerate(pairs, plan.first):
        word = encoded(state_word(page, said, value))
        found.append((style, *word, None) if alike(said, value) else (style, "f", str(row).join(pieces), word))
    return found
