"""Columns folded away where a table is too wide for a page: what holds nothing, then codes beside their words."""

from itertools import groupby

from ..domain.message import N_
from .columns import Part, Plan, Slot
from .page import Page
from .printing import scale_of

FOLDED = N_("Columns without figures, and codes beside their words, are folded away; the + above them opens them.")

COMFORTABLE_SCALE = 0.8  # below it a page of figures tires the eye
_LEAST_SHOWN = 7  # columns: a statement below the table needs them


def fold(page: Page, plan: Plan) -> None:
    """Fold away what a table too wide for a page can spare."""
    if scale_of(page, landscape=True) >= COMFORTABLE_SCALE:
        return
    printed = list(plan.shown[1:])
    groups = [list(slots) for _, slots in groupby(printed, lambda slot: slot.of.group)]
    for number, slots in enumerate(groups):
        page.folded |= {slot.column for slot in slots if _is_blank(page, slot) and (number or not _is_figure(slot))}
        _fold_words(page, slots)
    if scale_of(page, landscape=True) < COMFORTABLE_SCALE:
        page.folded |= {slot.column for slot in printed if slot.part == Part.TYPED and slot.is_code}
    spare = sum(slot.column not in page.folded for slot in printed) + 1 - _LEAST_SHOWN
    page.folded.difference_update(sorted(page.folded)[: max(0, -spare)])
    if page.folded:
        page.remarks.append(page.edition.words.sentence(FOLDED))


def _is_figure(slot: Slot) -> bool:
    """Whether a column takes figures: those of the first group stay, so that there is a place for them."""
    return slot.part == Part.TYPED and not slot.is_code


def _is_blank(page: Page, slot: Slot) -> bool:
    """Whether a column shows nothing, or a value in force nothing but what is typed beside it."""
    if slot.part == Part.IN_FORCE:
        typed = page.edition.book.results.column(f"given.{slot.of.path}")
        return all(value is not None for value in typed) or _has_none(page, slot.path)
    return slot.part != Part.WORD and _has_none(page, slot.of.path if slot.part == Part.STATE else slot.path)


def _has_none(page: Page, path: str) -> bool:
    return all(value is None for value in page.edition.book.results.column(path))


def _fold_words(page: Page, slots: list[Slot]) -> None:
    """Words such as how a price is rounded say nothing where the rest of their group is folded."""
    rest = [slot for slot in slots if slot.part != Part.WORD]
    if slots[0].of.group and all(slot.column in page.folded for slot in rest):
        page.folded |= {slot.column for slot in slots}
