"""What was taken, held against arithmetic and the calendar: what contradicts them and is not certain is taken out."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ..domain.message import N_
from ..domain.scenario import term_of
from .candidate import Candidate
from .paths import (
    AFTER,
    AUTHORIZED,
    AUTHORIZED_AFTER,
    AUTHORIZED_COUNTS,
    EFFECTIVE,
    ISSUED,
    ISSUED_COUNTS,
    NOTICE,
    RECORD,
    RESOLUTION,
)
from .ratios import Ratio
from .resolution import Problems, Taken, count, days_between, doubt, follows

SUM = N_("The printed counts do not add up: {before} and {increase} do not make {after}.")
NOT_BY_RATIO = N_("The printed counts {before} and {after} do not follow the ratio {old} to {new}.")
ORDER = N_("{first} ({first_day}) should not be after {second} ({second_day}); what is not certain was not taken.")
TOO_FEW = N_("The authorised total {authorized} is below the issued shares {issued}; it was not taken.")


def confirmed(taken: Taken, candidates: Sequence[Candidate], ratio: Ratio | None) -> None:
    """Take out what was paired by its rank in a block and what neither arithmetic nor another place confirms."""
    others = {(one.path, one.value) for one in candidates if not one.paired}
    counts = {path: count(taken, path) for path in ISSUED_COUNTS}
    days = {path: taken[path].value for path in (NOTICE, RECORD, EFFECTIVE) if path in taken}
    holds = {
        **dict.fromkeys((*ISSUED_COUNTS, *AUTHORIZED_COUNTS), _make_sense(counts, ratio)),
        **dict.fromkeys((RECORD, EFFECTIVE), days_between(days, RECORD, EFFECTIVE) == 1),
        NOTICE: 14 <= days_between(days, NOTICE, RECORD) <= 40 and days_between(days, RECORD, EFFECTIVE) == 1,
    }
    for path, one in list(taken.items()):
        if one.paired and not holds.get(path, False) and (path, one.value) not in others:
            del taken[path]


def _make_sense(counts: Mapping[str, int | None], ratio: Ratio | None) -> bool:
    """Whether counts confirm each other: all three add up, or two of them follow the ratio."""
    before, increase, after = (counts[path] for path in ISSUED_COUNTS)
    if before is not None and increase is not None and after is not None and before + increase != after:
        return False
    if ratio is None:
        return None not in (before, increase, after)
    if before is not None and after is not None:
        return follows(before, after, ratio.value)
    if before is not None and increase is not None:
        return follows(before, before + increase, ratio.value)
    return increase is not None and after is not None and follows(after - increase, after, ratio.value)


def held_against_arithmetic(taken: Taken, ratio: Ratio | None, problems: Problems) -> None:
    """Take out what contradicts the arithmetic of the event and was not read beside its own label."""
    before, increase, after = (count(taken, path) for path in ISSUED_COUNTS)
    if before is not None and increase is not None and after is not None and before + increase != after:
        counts = {"before": f"{before:,}", "increase": f"{increase:,}", "after": f"{after:,}"}
        problems.append(doubt(SUM, counts, *(taken[path] for path in ISSUED_COUNTS)))
        _drop_unsure(taken, ISSUED_COUNTS)
    before, after = count(taken, ISSUED), count(taken, AFTER)
    if ratio is not None and before and after and not follows(before, after, ratio.value):
        sides = {"old": str(ratio.old), "new": str(ratio.new)}
        counts = {"before": f"{before:,}", "after": f"{after:,}"}
        problems.append(doubt(NOT_BY_RATIO, {**counts, **sides}, taken[ISSUED], taken[AFTER], ratio))
        _drop_unsure(taken, (ISSUED, AFTER))
    for total, issued in ((AUTHORIZED_AFTER, AFTER), (AUTHORIZED, ISSUED)):
        allowed, shares = count(taken, total), count(taken, issued)
        if allowed is not None and shares is not None and allowed < shares:
            counts = {"authorized": f"{allowed:,}", "issued": f"{shares:,}"}
            problems.append(doubt(TOO_FEW, counts, taken[total], taken[issued]))
            del taken[total]


def _drop_unsure(taken: Taken, paths: Sequence[str]) -> None:
    for path in paths:
        if path in taken and taken[path].weight < 3:
            del taken[path]


_SEQUENCE = ((RESOLUTION, NOTICE), (NOTICE, RECORD), (RESOLUTION, RECORD), (RECORD, EFFECTIVE), (RESOLUTION, EFFECTIVE))


#: Abroad a change may take effect some days before the register is closed.
_ABROAD = timedelta(days=7)


def held_against_calendar(taken: Taken, problems: Problems, *, is_done: bool = False, is_abroad: bool = False) -> None:
    """Take out days that stand in the wrong order; what is done was resolved before it is announced."""
    for first, second in _SEQUENCE:
        if is_done and first == RESOLUTION:
            continue
        earlier, later = taken.get(first), taken.get(second)
        if earlier is None or later is None:
            continue
        a, b = earlier.value, later.value
        early = _ABROAD if is_abroad and (first, second) == (RECORD, EFFECTIVE) else timedelta()
        if isinstance(a, date) and isinstance(b, date) and not a - early <= b <= a + timedelta(days=800):
            days = {"first_day": a.isoformat(), "second_day": b.isoformat()}
            names = {"first": term_of(first).words, "second": term_of(second).words}
            problems.append(doubt(ORDER, {**names, **days}, earlier, later))
            _drop_uncertain(taken, earlier, later)


def _drop_uncertain(taken: Taken, earlier: Candidate, later: Candidate) -> None:
    """Of two days one of which is worked out, that one; else both."""
    doubtful = [one for one in (earlier, later) if one.inferred] or [earlier, later]
    for one in doubtful:
        taken.pop(one.path, None)
