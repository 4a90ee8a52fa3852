"""The terms of a text one by one: what its places may say, settled step by step between rivals."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from ..domain.message import N_, Message
from ..domain.scenario import term_of
from . import adr, context
from .arithmetic import joined_by_ratio
from .candidate import Candidate
from .checks import confirmed, held_against_arithmetic, held_against_calendar
from .count_names import by_names
from .days import Days, with_days
from .event import is_abroad, is_done, of_this_event
from .paths import (
    ADR_EFFECTIVE,
    AFTER,
    AUTHORIZED_COUNTS,
    EFFECTIVE,
    INCREASE,
    ISSUED,
    ISSUED_COUNTS,
    NEW_ADRS,
    OF_ADRS,
    RECORD,
    RESOLUTION,
    SUBSTANCE,
)
from .ratios import Ratio, ratios
from .resolution import (
    RIVALS,
    Problems,
    Taken,
    chosen,
    ratio_of,
    ratio_of_counts,
    settled_by_calendar,
    settled_by_ratio,
)
from .sections import Sections
from .tokens import Tokens

POSTPONED = N_("The announcement postpones the change; no effective date was taken.")
#: A postponement is told at the head.
_HEAD = 400


def settled(text: Tokens, parts: Sections, problems: Problems) -> tuple[Taken, Ratio | None]:
    """Every term of its own that the text states, and the ratio; what stays open is added to the problems."""
    days = with_days(text, parts)
    taken = chosen(days.candidates, text.text, problems)
    _announced_at_head(days, taken)
    _day_in_substance(text, taken, problems)
    ratio = ratio_of(of_this_event(list(ratios(text.undated)), text, days.today), taken, problems)
    settled_by_calendar(days.candidates, taken)
    settled_by_ratio(days.candidates, taken, ratio)
    _counts_by_ratio(text, parts, taken, ratio)
    _issued_before(text, taken)
    confirmed(taken, days.candidates, ratio)
    held_against_arithmetic(taken, ratio, problems)
    held_against_calendar(taken, problems, is_done=is_done(text.text), is_abroad=is_abroad(text.text))
    _without_postponed_days(text, taken, problems)
    _without_settled_rivals(taken, problems)
    _for_adrs_alone(taken, ratio)
    return taken, ratio or _by_counts(taken)


def _announced_at_head(days: Days, taken: Taken) -> None:
    """Of rival days of the resolution take the one at the head."""
    announced = days.announced
    said = {one.value for one in days.candidates if one.path == RESOLUTION and one.weight > 1}
    if announced is not None and RESOLUTION not in taken and announced.value in said:
        taken[RESOLUTION] = announced


def _day_in_substance(text: Tokens, taken: Taken, problems: Problems) -> None:
    """Take the record date in substance where it is named by its number in the month of the legal one."""
    legal = taken.get(RECORD)
    if SUBSTANCE not in taken and legal is not None and isinstance(legal.value, date):
        taken.update(chosen(context.day_in_substance(text, legal.value), text.text, problems))


def _counts_by_ratio(text: Tokens, parts: Sections, taken: Taken, ratio: Ratio | None) -> None:
    """Take the counts that the ratio joins, whatever their names, and those whose names tell it with the ratio."""
    if ratio is None:
        return
    _joined(taken, list(joined_by_ratio(text, parts, ratio.value)))
    for found in by_names(text, parts, ratio.value):
        _joined(taken, found)


def _without_postponed_days(text: Tokens, taken: Taken, problems: Problems) -> None:
    """Take out the effective dates that the announcement postpones."""
    if adr.POSTPONED.search(text.text[:_HEAD]):
        problems.append(Message(POSTPONED))
        for path in (EFFECTIVE, ADR_EFFECTIVE):
            taken.pop(path, None)


def _without_settled_rivals(taken: Taken, problems: Problems) -> None:
    """Leave out the problems of terms that were settled after all."""
    names = [term_of(path).words for path in taken]
    problems[:] = [one for one in problems if one.text != RIVALS or one.fields["term"] not in names]


def _joined(taken: Taken, found: Sequence[Candidate]) -> None:
    """Take what arithmetic joins, where nothing that was read before differs from it."""
    for paths in (ISSUED_COUNTS, AUTHORIZED_COUNTS):
        own = [one for one in found if one.path in paths]
        if all(one.path not in taken or taken[one.path].value == one.value for one in own):
            for one in own:
                taken.setdefault(one.path, one)


def _issued_before(text: Tokens, taken: Taken) -> None:
    """The count before where it is stated without its name: what is left of the count after without the increase."""
    after, increase = taken.get(AFTER), taken.get(INCREASE)
    if ISSUED in taken or after is None or increase is None:
        return
    if isinstance(after.value, int) and isinstance(increase.value, int):
        before = after.value - increase.value
        place = next((one for one in text.figures if one.value == before and one.is_count), None)
        if place is not None and place.start not in (after.start, increase.start):
            taken[ISSUED] = Candidate(ISSUED, before, place.start, place.end, 2, inferred=True)


def _for_adrs_alone(taken: Taken, ratio: Ratio | None) -> None:
    """Where only ADRs change, make the dates theirs."""
    if ratio is None and NEW_ADRS in taken and ISSUED not in taken:
        for path, own in OF_ADRS.items():
            one = taken.pop(path, None)
            if one is not None:
                taken.setdefault(own, replace(one, path=own))


def _by_counts(taken: Taken) -> Ratio | None:
    """The ratio of the counts, where no sentence states it."""
    ratio, place = ratio_of_counts(taken), taken.get(ISSUED)
    if ratio is None or place is None:
        return None
    return Ratio(Fraction(ratio.denominator), Fraction(ratio.numerator), place.start, place.end, 0)
