"""Read an announcement: the terms that its text states, where each stands, and what stays open."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from ..domain.message import N_, Doubt, Message
from ..domain.record import record
from ..domain.term import Given
from .candidate import Candidate
from .dividends import dividends, event_of
from .event import announces
from .folding import Folded, folded
from .particulars import particulars
from .resolution import RATIOS
from .right_kinds import Right
from .rights import MOST_SERIES, rights
from .sections import Sections, sections
from .settled import settled
from .terms import given, is_within_bounds, ratio_terms, right_terms
from .tokens import Tokens, tokens
from .unjoined import unjoined
from .wording import in_one_wording

#: An announcement ends long before; what follows is not read.
TEXT_LIMIT = 160_000
CUT = N_("Only the first {limit} characters were read.")
MORE_SERIES = N_("Only the first {limit} of {count} series of stock acquisition rights were taken.")
NOTHING = N_("The text announces no stock split, consolidation or change of an ADR ratio.")


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
    parts = sections(plain.text)
    problems = [Message(CUT, {"limit": f"{TEXT_LIMIT:,}"})] if len(text) > TEXT_LIMIT else []
    taken, ratio = settled(found, parts, problems)
    if not announces(plain.text, taken, ratio, has_rivals=any(one.text == RATIOS for one in problems)):
        return Message(NOTHING)
    value = ratio.value if ratio else None
    series = _series(found, parts, value, problems)
    problems += unjoined(found, parts, value, series)
    payments = dividends(found, parts, event_of(taken, value), problems)
    besides = particulars(found, taken, value)
    read_terms = [*ratio_terms(ratio), *taken.values(), *besides, *right_terms(series), *payments]
    return _reading(text, plain, [one for one in read_terms if is_within_bounds(one)], problems)


def _series(text: Tokens, parts: Sections, ratio: Fraction | None, problems: list[Message]) -> list[Right]:
    """The series of stock acquisition rights, up to their limit."""
    series = rights(text, parts, ratio)
    if len(series) > MOST_SERIES:
        problems.append(Message(MORE_SERIES, {"limit": MOST_SERIES, "count": len(series)}))
    return series[:MOST_SERIES]


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
