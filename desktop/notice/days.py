"""The days of what a text states: the one on which it is announced, and the years that are left out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ..domain.record import record
from . import context
from .candidate import Candidate
from .dates import Dated, following, preceding
from .event import is_abroad, is_done
from .gathered import candidates
from .paths import ADR_EFFECTIVE, EFFECTIVE, NOTICE, RECORD, RESOLUTION
from .resolution import Taken, chosen
from .sections import Sections
from .tokens import Tokens

_OF_RECORD = re.compile("基準日(?:を|と|の|設定|に)|名簿")


@record(frozen=True)
class Days:
    """What places of a text may say, each day with its year; the day of the announcement, and the last at its head."""

    candidates: tuple[Candidate, ...]
    announced: Candidate | None
    today: date | None


def with_days(text: Tokens, parts: Sections) -> Days:
    """Everything that places of a text may say, with the days worked out from that of the announcement."""
    event = candidates(text, parts)
    head = context.head_dates(text, _claimed(event))
    today = head[-1].value if head else None
    event = [context.in_year_of(one, today) for one in (*event, *context.day_of_month(text, head[0] if head else None))]
    is_correction = context.is_correction(text.text)
    if is_correction:
        event += context.day_of_the_corrected(text, head)
    first = chosen(dated(event, None), text.text, [])
    at_head = None if is_correction else _announced(text, head, first)
    event += _as_term(text, at_head)
    announced = None if context.is_public_notice(text.text) else at_head
    return Days(tuple(dated(event, _since(first.get(RESOLUTION) or announced))), announced, today)


def _claimed(event: Iterable[Candidate]) -> set[int]:
    """Where dates stand that are of another day than the resolution."""
    return {one.start for one in event if isinstance(one.value, Dated) and one.path != RESOLUTION}


def _announced(text: Tokens, head: Sequence[Dated], first: Taken) -> Candidate | None:
    return announced_on(head, first, is_done=is_done(text.text), is_abroad=is_abroad(text.text))


def _as_term(text: Tokens, at_head: Candidate | None) -> Iterator[Candidate]:
    """The day at the head as what it is: that of the public notice where the text is one, else of the resolution."""
    if at_head is None:
        return
    if not context.is_public_notice(text.text):
        yield replace(at_head, weight=2 if context.is_decided_today(text.text) else 1)
    elif _OF_RECORD.search(text.text):
        yield replace(at_head, path=NOTICE, weight=2)


def _since(resolution: Candidate | None) -> date | None:
    """The day from which days without a year are counted."""
    return resolution.value if resolution is not None and isinstance(resolution.value, date) else None


def dated(candidates: Iterable[Candidate], announced: date | None) -> list[Candidate]:
    """The candidates with their days; a missing year is that of the first such day after the announcement."""
    return [_dated(one, announced) for one in candidates]


def _dated(one: Candidate, announced: date | None) -> Candidate:
    if not isinstance(one.value, Dated) or one.value.is_impossible:
        return one
    day = one.value.value
    if day is not None:
        return replace(one, value=day)
    if announced is not None and one.path != RESOLUTION:
        day = following(one.value, announced)
    return one if day is None else replace(one, value=day, inferred=True)


def announced_on(
    head: Sequence[Dated], taken: Mapping[str, Candidate], *, is_done: bool = False, is_abroad: bool = False
) -> Candidate | None:
    """The day at the head of the text, the one place for it, where it lies before what is announced, or it is done."""
    later = [one.value for path, one in taken.items() if path in (NOTICE, RECORD, EFFECTIVE, ADR_EFFECTIVE)]
    days = [day for day in later if isinstance(day, date)]
    effective = taken[EFFECTIVE].value if is_abroad and EFFECTIVE in taken else None
    found = dict[date, Candidate]()
    for one in head:
        day = one.value or (preceding(one, min(days)) if days and not one.is_impossible else None)
        if day is not None and (all(day < other or day == effective for other in days) or (is_done and one.value)):
            found.setdefault(day, Candidate(RESOLUTION, day, one.start, one.end, 1, inferred=one.year is None))
    return next(iter(found.values())) if len(found) == 1 else None
