"""The words of a review: a value as its field shows it, and how it stands to what is given."""

from collections.abc import Mapping

from ..domain.message import N_, Message
from ..domain.scenario import COLUMNS, term_of
from ..domain.term import Given, Term
from ..i18n import Locale
from .review import Review, Standing
from .review_lines import Item, ReadRow, Unread
from .table import choice_word

STANDINGS: Mapping[Standing, str] = {
    Standing.NEW: N_("new"),
    Standing.CHANGES: N_("changes"),
    Standing.SAME: N_("as it is"),
    Standing.INFERRED: N_("worked out"),
    Standing.TYPED: N_("edited"),
    Standing.UNREADABLE: N_("unreadable"),
    Standing.LEFT_OUT: N_("left out"),
    Standing.GOES: N_("goes"),
    Standing.STAYS: N_("stays"),
}

#: The shape beside the words.
MARKS: Mapping[Standing, str] = {
    Standing.NEW: "plus",
    Standing.CHANGES: "becomes",
    Standing.SAME: "holds",
    Standing.INFERRED: "unknown",
    Standing.TYPED: "pencil",
    Standing.UNREADABLE: "error",
    Standing.LEFT_OUT: "not_applicable",
    Standing.GOES: "warning",
    Standing.STAYS: "not_applicable",
}

BECOMES = N_("{before} → {after}")

#: What a person should know of a value before taking it.
HINTS: Mapping[Standing, str] = {
    Standing.INFERRED: N_("A part of this value is not written there; it was worked out, such as the year of a day."),
    Standing.GOES: N_("The announcement does not name this row; the announced rows take its place."),
}


def shown(value: Given | None, term: Term, locale: Locale) -> str:
    """A value as the editor of its field shows it."""
    if value is None:
        return ""
    words = choice_word(term.options, value) if term.options else None
    return locale.text(words) if words else locale.given(value, term.unit)


def now_shown(item: Item, locale: Locale) -> str:
    """What stands in the field now."""
    return item.draft if item.draft is not None else shown(item.now, item.term, locale)


def value_shown(item: Item, review: Review, locale: Locale) -> str:
    """The value to be taken, or what was typed and cannot be read."""
    value = review.value(item)
    if isinstance(value, Message | None):
        return review.typed.get(item.path, "")
    return shown(value, item.term, locale)


def row_name(row: ReadRow, review: Review, locale: Locale) -> str:
    """What a row is called: its first column, or its number."""
    first = row.items[0]
    if first.term.name == COLUMNS[row.table][0].name:
        return value_shown(first, review, locale)
    return locale.text(N_("Row {number}"), number=row.number + 1)


def row_shown(row: ReadRow, review: Review, locale: Locale) -> str:
    """The values of a row on one line, those that are taken, after those given now; its name only where it changes."""
    name = COLUMNS[row.table][0].name
    taken = [item for item in row.items if review.takes(item.path)]
    values = [
        with_before(item, review, locale)
        for item in taken
        if item.term.name != name or (item.now is not None and item.now != review.value(item))
    ]
    return " · ".join(filter(None, values))


def with_before(item: Item, review: Review, locale: Locale) -> str:
    """A value to be taken, after the other one that is given now."""
    before, after = now_shown(item, locale), value_shown(item, review, locale)
    is_other = item.draft is not None or item.now != review.value(item)
    return locale.text(BECOMES, before=before, after=after) if before and is_other else after


def unread_name(row: Unread, cells: Mapping[str, Given | None], locale: Locale) -> str:
    """What a given row is called of which nothing was read."""
    first = COLUMNS[row.table][0]
    return shown(cells.get(first.name), first, locale) or locale.text(N_("Row {number}"), number=row.number + 1)


def problem_of(item: Item, review: Review, locale: Locale) -> str:
    """Why what was typed cannot be taken."""
    value = review.value(item)
    return locale.text(value) if isinstance(value, Message) else ""


def read_aloud(item: Item, review: Review, locale: Locale) -> str:
    """A value in one line of text: its field, what is there now, what is to come, and how they stand."""
    label = locale.text(term_of(item.path).words)
    standing = review.standing(item)
    words = locale.text(STANDINGS[standing])
    value = with_before(item, review, locale)
    said = locale.text(N_("{label}: {value}, {standing}"), label=label, value=value, standing=words)
    problem = problem_of(item, review, locale)
    return f"{said}. {problem}" if problem else said


def standing_of_row(row: ReadRow, review: Review) -> Standing:
    """How a row as a whole stands to the one given now."""
    taken = [item for item in row.items if review.takes(item.path)]
    found = {review.standing(item) for item in row.items}
    for one in (Standing.UNREADABLE, Standing.TYPED, Standing.INFERRED):
        if one in found:
            return one
    if not taken:
        return Standing.LEFT_OUT
    if row.given is None:
        return Standing.NEW
    return Standing.SAME if found <= {Standing.SAME} else Standing.CHANGES
