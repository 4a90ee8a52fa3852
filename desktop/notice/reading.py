"""Read an announcement: the terms that its text states, where each stands, and what stays open."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from ..domain.message import N_, Doubt, Message
from ..domain.record import record
from ..domain.scenario import term_of
from ..domain.term import Given
from . import adr, context
from .arithmetic import joined_by_ratio
from .candidate import Candidate
from .checks import confirmed, held_against_arithmetic, held_against_calendar
from .count_names import by_names
from .dates import Dated
from .dividends import dividends, event_of
from .event import announces, is_abroad, is_done, of_this_event
from .folding import Folded, folded
from .gathered import candidates
from .particulars import particulars
from .paths import (
    ADR_EFFECTIVE,
    AFTER,
    AUTHORIZED_COUNTS,
    EFFECTIVE,
    INCREASE,
    ISSUED,
    ISSUED_COUNTS,
    NEW_ADRS,
    NOTICE,
    OF_ADRS,
    RECORD,
    RESOLUTION,
    SUBSTANCE,
)
from .ratios import Ratio, ratios
from .resolution import (
    RATIOS,
    RIVALS,
    announced_on,
    chosen,
    dated,
    ratio_of,
    ratio_of_counts,
    settled_by_calendar,
    settled_by_ratio,
)
from .rights import MOST_SERIES, rights
from .sections import Sections, sections
from .terms import given, is_within_bounds, ratio_terms, right_terms
from .tokens import Tokens, tokens
from .wording import in_one_wording

#: An announcement ends long before; what follows is not read.
TEXT_LIMIT = 200_000
CUT = N_("Only the first {limit} characters were read.")
MORE_SERIES = N_("Only the first {limit} of {count} series of stock acquisition rights were taken.")
NOTHING = N_("The text announces no stock split, consolidation or change of an ADR ratio.")
POSTPONED = N_("The announcement postpones the change; no effective date was taken.")


@record(frozen=True)
class Place:
    """Where a term was read: characters `start` up to `end` of the plain text; `inferred` where a part was worked out."""

    path: str
    start: int
    end: int
    inferred: bool = False


@record(frozen=True)
class Reading:
    """The terms read by their paths, the place of each in the text, and what could not be settled."""

    text: str
    terms: Mapping[str, Given]
    places: tuple[Place, ...]
    problems: tuple[Message, ...] = ()


def read(text: str) -> Reading | Message:
    """The reading of a plain text, or the sentence that says why there is none."""
    plain = in_one_wording(folded(text[:TEXT_LIMIT]))
    found = tokens(plain.text)
    problems = [Message(CUT, {"limit": f"{TEXT_LIMIT:,}"})] if len(text) > TEXT_LIMIT else []
    taken, ratio = _taken(found, sections(plain.text), problems)
    if not announces(plain.text, taken, ratio, has_rivals=any(one.text == RATIOS for one in problems)):
        return Message(NOTHING)
    parts, value = sections(plain.text), ratio.value if ratio else None
    series = rights(found, parts, value)
    if len(series) > MOST_SERIES:
        problems.append(Message(MORE_SERIES, {"limit": MOST_SERIES, "count": len(series)}))
    payments = dividends(found, parts, event_of(taken, value), problems)
    besides = particulars(found, taken, value)
    read_terms = [*ratio_terms(ratio), *taken.values(), *besides, *right_terms(series[:MOST_SERIES]), *payments]
    return _reading(text, plain, [one for one in read_terms if is_within_bounds(one)], problems)


def _reading(text: str, plain: Folded, taken: Iterable[Candidate], problems: list[Message]) -> Reading:
    terms, places = dict[str, Given](), list[Place]()
    for one in taken:
        start, end = plain.original(one.start, one.end)
        terms[one.path] = given(one)
        places.append(Place(one.path, start, end, one.inferred))
    told = (_in_original(one, plain) for n, one in enumerate(problems) if one not in problems[:n])
    return Reading(text, terms, tuple(places), tuple(told))


def _in_original(problem: Message, plain: Folded) -> Message:
    """A problem whose places are those of the text before it was folded."""
    if not isinstance(problem, Doubt):
        return problem
    return replace(problem, places=tuple(plain.original(start, end) for start, end in problem.places))


def _taken(text: Tokens, parts: Sections, problems: list[Message]) -> tuple[dict[str, Candidate], Ratio | None]:
    """Every scalar term that the text states, and the ratio."""
    event = candidates(text, parts)
    head = context.head_dates(
        text, {one.start for one in event if isinstance(one.value, Dated) and one.path != RESOLUTION}
    )
    event += context.day_of_month(text, head[0] if head else None)
    today = head[-1].value if head else None
    event = [context.in_year_of(one, today) for one in event]
    if context.is_correction(text.text):
        event += context.day_of_the_corrected(text, head)
    first = chosen(dated(event, None), text.text, [])
    announced = (
        None
        if context.is_correction(text.text)
        else announced_on(head, first, is_done=is_done(text.text), is_abroad=is_abroad(text.text))
    )
    if announced is not None and context.is_public_notice(text.text):
        if _OF_RECORD.search(text.text):
            event.append(replace(announced, path=NOTICE, weight=2))
        announced = None
    if announced is not None:
        event.append(replace(announced, weight=2 if context.is_decided_today(text.text) else 1))
    day = first.get(RESOLUTION) or announced
    since = day.value if day is not None and isinstance(day.value, date) else None
    taken = chosen(dated(event, since), text.text, problems)
    said = {one.value for one in dated(event, since) if one.path == RESOLUTION and one.weight > 1}
    if announced is not None and RESOLUTION not in taken and announced.value in said:
        taken[RESOLUTION] = announced  # of rivals the one at the head
    record = taken.get(RECORD)
    if SUBSTANCE not in taken and record is not None and isinstance(record.value, date):
        taken.update(chosen(context.day_in_substance(text, record.value), text.text, problems))
    ratio = ratio_of(of_this_event(list(ratios(text.undated)), text, today), taken, problems)
    event = dated(event, since)
    settled_by_calendar(event, taken)
    settled_by_ratio(event, taken, ratio)
    if ratio is not None:
        _joined(taken, list(joined_by_ratio(text, parts, ratio.value)))
        for found in by_names(text, parts, ratio.value):
            _joined(taken, found)
    _issued_before(text, taken)
    confirmed(taken, event, ratio)
    held_against_arithmetic(taken, ratio, problems)
    held_against_calendar(taken, problems, is_done=is_done(text.text), is_abroad=is_abroad(text.text))
    if adr.POSTPONED.search(text.text[:400]):
        problems.append(Message(POSTPONED))
        for path in (EFFECTIVE, ADR_EFFECTIVE):
            taken.pop(path, None)
    settled = [term_of(path).words for path in taken]
    problems[:] = [one for one in problems if one.text != RIVALS or one.fields["term"] not in settled]
    return _for_adrs_alone(taken, ratio), ratio or _by_counts(taken)


_OF_RECORD = re.compile("基準日(?:を|と|の|設定|に)|名簿")


def _joined(taken: dict[str, Candidate], found: Sequence[Candidate]) -> None:
    """Take what arithmetic joins, where nothing that was read before differs from it."""
    for paths in (ISSUED_COUNTS, AUTHORIZED_COUNTS):
        own = [one for one in found if one.path in paths]
        if all(one.path not in taken or taken[one.path].value == one.value for one in own):
            for one in own:
                taken.setdefault(one.path, one)


def _issued_before(text: Tokens, taken: dict[str, Candidate]) -> None:
    """The count before where it is stated without its name: what is left of the count after without the increase."""
    after, increase = taken.get(AFTER), taken.get(INCREASE)
    if ISSUED in taken or after is None or increase is None:
        return
    if isinstance(after.value, int) and isinstance(increase.value, int):
        before = after.value - increase.value
        place = next((one for one in text.figures if one.value == before and one.is_count), None)
        if place is not None and place.start not in (after.start, increase.start):
            taken[ISSUED] = Candidate(ISSUED, before, place.start, place.end, 2, inferred=True)


def _for_adrs_alone(taken: dict[str, Candidate], ratio: Ratio | None) -> dict[str, Candidate]:
    """Where only ADRs change, the dates are theirs."""
    if ratio is None and NEW_ADRS in taken and ISSUED not in taken:
        for path, own in OF_ADRS.items():
            one = taken.pop(path, None)
            if one is not None:
                taken.setdefault(own, replace(one, path=own))
    return taken


def _by_counts(taken: Mapping[str, Candidate]) -> Ratio | None:
    ratio, place = ratio_of_counts(taken), taken.get(ISSUED)
    if ratio is None or place is None:
        return None
    return Ratio(Fraction(ratio.denominator), Fraction(ratio.numerator), place.start, place.end, 0)
