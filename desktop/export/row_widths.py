"""How wide the columns of a row table are, and which of them are folded away."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from ..domain.exact import Value
from ..domain.formula import Kind
from ..presentation.table import AGREEMENT_WORDS
from .beside import options_of, word_of
from .columns import Part, Plan, Slot
from .folding import fold
from .page import Page
from .row_headings import group_texts, grouped, heading, is_left
from .statement import figure_width
from .styles import Look

_NUMBER_LEAST, _NAME_MOST, _CODE_MOST, _NAME_BELOW_MOST = 8.5, 20.0, 11.0, 34.0
_WORD_MOST = {"ja": 13.0, "en": 12.0, "both": 19.0}
_DATE, _WORKING = 12.2, 12.0


def measure(page: Page, plan: Plan) -> None:
    """Widen the columns for readers to what the table needs; of the first table, fold what a page has no room for."""
    page.printed = max(page.printed, plan.printed)
    for slot in plan.shown:
        page.want(slot.column, _width(page, plan, slot))
    if plan.is_first:
        fold(page, plan)
    shown = [slot for slot in plan.shown if slot.column not in page.folded]
    for slot in shown:
        page.want(slot.column, _heading_width(page, heading(page, slot)))
    _widen_groups(page, plan, shown)


def measure_workings(page: Page, plan: Plan) -> None:
    """Workings are as wide as a number, and the headings as high as the longest of the shown ones."""
    for slot in plan.slots:
        if slot.is_working:
            page.want(slot.column, _WORKING)
        elif slot.column not in page.folded:
            page.raise_for(plan.heading, slot.column, heading(page, slot), Look.HEAD_RIGHT)


def _width(page: Page, plan: Plan, slot: Slot) -> float:
    text = _heading_width(page, heading(page, slot))
    if slot.part == Part.STATE:
        states = (page.edition.words.title(word) for word in AGREEMENT_WORDS.values())
        return max(text, *(page.width_of(word, Look.STATE) for word in states))
    values = slot.values(page.edition.book)
    if slot.part == Part.WORD:
        words = {word_of(page, options_of(slot.of.path, slot.kind), value) or "" for value in set(values)}
        needed = max([page.width_of(word, Look.RESULT_TEXT) for word in words], default=8)  # long ones shrink
        return max(text, min(_WORD_MOST[page.edition.words.mode], needed) if plan.is_first else needed)
    if slot.kind == Kind.DATE:
        return max(text, _DATE)
    if is_left(slot):
        texts = {str(value) for value in values if value is not None}  # they repeat from row to row
        needed = max([_NUMBER_LEAST, text, *(page.width_of(word, Look.INPUT_CODE) for word in texts)])
        most = _NAME_MOST if plan.is_first else _NAME_BELOW_MOST
        return min(most if slot.kind == Kind.TEXT else _CODE_MOST, needed)  # longer ones shrink
    total = page.edition.book.value(slot.of.total) if slot.of.total else None
    return max(text, _NUMBER_LEAST, figure_width(total), _figures_width(values))


def _figures_width(values: Iterable[Value | None]) -> float:
    """The width that the figures of a column need: the longest of those with each number of decimals."""
    longest: dict[int, Any] = {}  # by its denominator
    for value in values:
        if isinstance(value, int | Fraction) and abs(value) >= abs(longest.get(value.denominator, 0)):
            longest[value.denominator] = value
    return max(map(figure_width, longest.values()), default=0)


def _heading_width(page: Page, text: str) -> float:
    """A heading may take two lines for one, but no word is cut."""
    words = max(page.width_of(word, Look.HEAD_RIGHT) for word in re.split(r"[ \n]|(?<=[^ -~])(?=[^ -~])", text))
    share = 0.6 if len(page.edition.words.locales) == 1 else 1.0  # two languages take two lines as it is
    return max(words, page.width_of(text, Look.HEAD_RIGHT) * share)


def _widen_groups(page: Page, plan: Plan, shown: Sequence[Slot]) -> None:
    """A group's heading must fit over those of its columns that are shown."""
    for group, slots in grouped(shown):
        columns = [slot.column for slot in slots]
        needed = max(page.width_of(text, Look.HEAD_GROUP) for text in group_texts(page, plan, group))
        lacking = needed - sum(page.widths[c] for c in columns)
        for column in columns:
            page.widths[column] += max(0, lacking) / len(columns)
