"""The headings of a row table: its title, those of groups of columns, and those of columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..domain.formula import Kind
from ..domain.term import NO_UNIT
from ..presentation.table import event_words
from .columns import EXPORTED, IN_FORCE, Part, Plan, Slot
from .page import Page
from .styles import Look


def is_left(slot: Slot) -> bool:
    """Whether a column holds words, which stand at its left."""
    return slot.part == Part.WORD or slot.kind in (Kind.TEXT, Kind.CHOICE, Kind.FLAG)


def leans_left(page: Page, slot: Slot) -> bool:
    """Whether the cells of a column stand at its left: words do, and figures in a column wide enough for notes."""
    return is_left(slot) or slot.column in page.wide


def write_headings(page: Page, plan: Plan) -> None:
    """The title, the headings of groups and those of columns."""
    if not plan.is_first:
        page.heading(plan.top, [slot.column for slot in plan.shown], (page.edition.words.title(plan.layout.title),))
    if plan.groups:
        _write_groups(page, plan)
    for slot in plan.slots:
        look = Look.HEAD_TEXT if leans_left(page, slot) else Look.HEAD_RIGHT
        page.put(plan.heading, slot.column, Look.HEAD if slot.part == Part.STATE else look, heading(page, slot))


def _write_groups(page: Page, plan: Plan) -> None:
    for group, slots in grouped(plan.slots):
        _group_heading(page, plan, group, slots)
    for row in range(plan.over, plan.heading):
        page.heights[row] = 18.0 if plan.languages == 1 else 15.5
    for row in range(plan.over, plan.heading - 1):
        page.open_line(row, [slot.column for slot in plan.slots])


def seams(plan: Plan) -> list[int]:
    """The columns that open a group: before them a page may end that is too narrow for all."""
    return [slots[0].column for _, slots in grouped(plan.shown)][1:] if plan.groups else []


def grouped(slots: Sequence[Slot]) -> Iterator[tuple[str, list[Slot]]]:
    """The columns that stand under one heading, after one another."""
    for (group, _), found in groupby(slots, lambda slot: (_group(slot), slot.is_working)):
        yield group, list(found)


def _group(slot: Slot) -> str:
    if slot.part == Part.EXPORTED:
        return EXPORTED
    if slot.is_working:
        return IN_FORCE if slot.part == Part.IN_FORCE else ""
    return slot.of.group


def _group_heading(page: Page, plan: Plan, group: str, slots: Sequence[Slot]) -> None:
    """The heading over the columns of a group, centred over those that are not folded away."""
    shown = next((slot.column for slot in slots if slot.column not in page.folded), slots[0].column)
    for slot in slots:
        is_first = slot.column == shown and slots[0].column > 1
        look = Look.HEAD_GROUP_FIRST if is_first else Look.HEAD_GROUP
        if not group or slot.column < shown:
            look = Look.HEAD_APART if is_first else Look.HEAD
        texts = group_texts(page, plan, group)
        for row, text in enumerate(texts, plan.over):
            page.put(row, slot.column, look, text if slot.column == shown else "")


def group_texts(page: Page, plan: Plan, group: str) -> list[str]:
    """The heading of a group with the unit of its columns, in each language."""
    units = {slot.unit for slot in plan.shown if slot.of.group == group} - {NO_UNIT}
    shared = units.pop() if group and len(units) == 1 else NO_UNIT
    found = ((locale, locale.unit(shared, page.edition.book.currency)) for locale in page.edition.words.locales)
    return [locale.text(group) + (f" ({unit})" if unit else "") for locale, unit in found]


def heading(page: Page, slot: Slot) -> str:
    """The heading of a column; none beside the codes whose words it holds."""
    edition = page.edition
    beside = slot.part in (Part.WORD, Part.IN_FORCE) and not slot.is_working and slot.term is not None
    if beside and slot.column - 1 not in page.folded:  # the heading stands over what is typed
        return edition.words.lines(IN_FORCE) if slot.part == Part.IN_FORCE else ""
    text = edition.words.lines(event_words(slot.of.heading, edition.book))
    unit = "" if slot.of.group else edition.words.unit(slot.unit, edition.book.currency)
    return text if not unit or unit.casefold() in text.casefold().replace("\n", " ") else f"{text}\n({unit})"
