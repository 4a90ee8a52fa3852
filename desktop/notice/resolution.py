"""Of all that places of a text may say, what holds: rivals are decided by their place, the calendar and arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from ..domain.message import N_, Doubt, Message
from ..domain.scenario import term_of
from ..domain.term import Option
from .candidate import Candidate
from .dates import Dated, following, preceding
from .ratios import Ratio

RIVALS = N_("{term}: the announcement gives rival values ({values}); none was taken.")
LISTED = N_("{names}, {name}")
NO_DAY = N_("{term}: {text} is no day of the calendar, or not that day of the week; it was not taken.")
SUM = N_("The printed counts do not add up: {before} and {increase} do not make {after}.")
RATIOS = N_("The announcement gives more than one ratio ({values}); none was taken.")
NOT_BY_RATIO = N_("The printed counts {before} and {after} do not follow the ratio {old} to {new}.")
ORDER = N_("{first} ({first_day}) should not be after {second} ({second_day}); what is not certain was not taken.")
TOO_FEW = N_("The authorised total {authorized} is below the issued shares {issued}; it was not taken.")

ISSUED, INCREASE, AFTER = "shares.issued", "announced.shares.increase", "announced.shares.issued_after"
RESOLUTION, NOTICE = "schedule.resolution_date", "schedule.notice_date"
RECORD, EFFECTIVE = "schedule.record_date", "schedule.effective_date"
AUTHORIZED, AUTHORIZED_AFTER = "shares.authorized", "shares.authorized_after"

Taken = dict[str, Candidate]
Problems = list[Message]


def chosen(candidates: Iterable[Candidate], text: str, problems: Problems) -> Taken:
    """For each term the value of its surest place; none where such places differ or name no day."""
    by_path = dict[str, list[Candidate]]()
    for one in candidates:
        by_path.setdefault(one.path, []).append(one)
    taken = Taken()
    for path, rivals in by_path.items():
        fit = [one for one in rivals if not isinstance(one.value, Dated)]
        wrong = [one for one in rivals if isinstance(one.value, Dated) and one.value.is_impossible]
        for one in wrong[:1]:
            problems.append(_doubt(NO_DAY, {"term": term_of(path).words, "text": text[one.start : one.end]}, one))
        best = max((one.weight for one in fit), default=0)
        top = [one for one in fit if one.weight == best]
        values = list(dict.fromkeys(one.value for one in top))
        if len(values) == 1:
            taken[path] = top[0]
        elif values:
            term = term_of(path)
            problems.append(_doubt(RIVALS, {"term": term.words, "values": _listed(values, term.options)}, *top))
    return taken


def _doubt(text: str, fields: Mapping[str, object], *about: Candidate | Ratio) -> Doubt:
    """The sentence that places of the text leave open; each place is named once."""
    return Doubt(text, fields, tuple(dict.fromkeys((one.start, one.end) for one in about)))


def _listed(values: Sequence[object], options: Sequence[Option] = ()) -> object:
    """The first values one behind the other, each as its field shows it."""
    words = {option.code: Message(option.text) for option in options}
    first, *others = [words.get(value, value) if isinstance(value, str) else value for value in values[:5]]
    for other in others:
        first = Message(LISTED, {"names": first, "name": other})
    return first


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
    later = [one.value for path, one in taken.items() if path in (NOTICE, RECORD, EFFECTIVE, "adr.effective_date")]
    days = [day for day in later if isinstance(day, date)]
    effective = taken[EFFECTIVE].value if is_abroad and EFFECTIVE in taken else None
    found = dict[date, Candidate]()
    for one in head:
        day = one.value or (preceding(one, min(days)) if days and not one.is_impossible else None)
        if day is not None and (all(day < other or day == effective for other in days) or (is_done and one.value)):
            found.setdefault(day, Candidate(RESOLUTION, day, one.start, one.end, 1, inferred=one.year is None))
    return next(iter(found.values())) if len(found) == 1 else None


def settled_by_calendar(candidates: Sequence[Candidate], taken: Taken) -> None:
    """Of rival days the one that the other days leave: effective the day after the record, the notice weeks before."""
    for path in (RECORD, EFFECTIVE, NOTICE):
        rivals = [one for one in candidates if one.path == path and one.weight > 1 and isinstance(one.value, date)]
        if path in taken or not rivals:
            continue
        days = {other: taken[other].value for other in (NOTICE, RECORD, EFFECTIVE) if other in taken}
        fit = {one.value: one for one in reversed(rivals) if _fits(path, {**days, path: one.value})}
        if len(fit) == 1:
            taken[path] = next(iter(fit.values()))


def _fits(path: str, days: Mapping[str, object]) -> bool:
    if path == NOTICE:
        return 14 <= _days_between(days, NOTICE, RECORD) <= 60
    return _days_between(days, RECORD, EFFECTIVE) == 1 and not _days_between(days, path, NOTICE) > -1


def ratio_of(found: Sequence[Ratio], taken: Mapping[str, Candidate], problems: Problems) -> Ratio | None:
    """The ratio of the surest places; the counts decide between rivals."""
    before, after = _count(taken, ISSUED), _count(taken, AFTER)
    if before and after:
        fit = [one for one in found if _follows(before, after, one.value)]
        found = fit or found
    best = max((one.weight for one in found), default=0)
    top = [one for one in found if one.weight == best]
    if len({one.value for one in top}) > 1:
        values = _listed(list(dict.fromkeys(f"{one.old}:{one.new}" for one in top)))
        problems.append(_doubt(RATIOS, {"values": values}, *top))
        return None
    return top[0] if top else None


def ratio_of_counts(taken: Mapping[str, Candidate]) -> Fraction | None:
    """The ratio that the three counts leave no doubt of, where no sentence states it."""
    before, increase, after = (_count(taken, path) for path in (ISSUED, INCREASE, AFTER))
    if not before or not after or increase is None or before + increase != after:
        return None
    ratio = Fraction(after, before)
    return ratio if ratio != 1 and max(ratio.numerator, ratio.denominator) <= 200 else None


def _count(taken: Mapping[str, Candidate], path: str) -> int | None:
    one = taken.get(path)
    return one.value if one is not None and isinstance(one.value, int) else None


def _follows(before: int, after: int, ratio: Fraction) -> bool:
    """Whether a count follows from the other; fractions, treasury shares and rounding leave a little."""
    exact = before * ratio
    return abs(after - exact) <= max(Fraction(1), exact / 200)


def settled_by_ratio(candidates: Sequence[Candidate], taken: Taken, ratio: Ratio | None) -> None:
    """Where the text has rival counts, or a count under a bare name, take those that the ratio of the event joins."""
    own = {path: [one for one in candidates if one.path == path] for path in (ISSUED, INCREASE, AFTER)}
    if ratio is None:
        _drop_bare(taken)
        return
    fits = {
        (after.value, increase.value): (increase, after)
        for after in own[AFTER]
        for increase in own[INCREASE]
        if _joined(increase.value, after.value, ratio.value)
    }
    if len(fits) == 1 and not (INCREASE in taken and AFTER in taken):
        for one in next(iter(fits.values())):
            taken[one.path] = one
    before, after, increase = (_count(taken, path) for path in (ISSUED, AFTER, INCREASE))
    if before is None or taken[ISSUED].weight > 1:
        return
    sure = (after is not None and _follows(before, after, ratio.value)) or (
        increase is not None and _follows(before, before + increase, ratio.value)
    )
    if not sure:
        _drop_bare(taken)


def _joined(increase: object, after: object, ratio: Fraction) -> bool:
    """Whether the ratio makes the count after from what is left of it without the increase."""
    return isinstance(increase, int) and isinstance(after, int) and _follows(after - increase, after, ratio)


def _drop_bare(taken: Taken) -> None:
    if ISSUED in taken and taken[ISSUED].weight == 1:
        del taken[ISSUED]


def confirmed(taken: Taken, candidates: Sequence[Candidate], ratio: Ratio | None) -> None:
    """Take out what was paired by its rank in a block and what neither arithmetic nor another place confirms."""
    others = {(one.path, one.value) for one in candidates if not one.paired}
    counts = {path: _count(taken, path) for path in (ISSUED, INCREASE, AFTER)}
    days = {path: taken[path].value for path in (NOTICE, RECORD, EFFECTIVE) if path in taken}
    holds = {
        **dict.fromkeys((ISSUED, INCREASE, AFTER, AUTHORIZED, AUTHORIZED_AFTER), _make_sense(counts, ratio)),
        **dict.fromkeys((RECORD, EFFECTIVE), _days_between(days, RECORD, EFFECTIVE) == 1),
        NOTICE: 14 <= _days_between(days, NOTICE, RECORD) <= 40 and _days_between(days, RECORD, EFFECTIVE) == 1,
    }
    for path, one in list(taken.items()):
        if one.paired and not holds.get(path, False) and (path, one.value) not in others:
            del taken[path]


def _days_between(days: Mapping[str, object], first: str, second: str) -> int:
    a, b = days.get(first), days.get(second)
    return (b - a).days if isinstance(a, date) and isinstance(b, date) else -1


def _make_sense(counts: Mapping[str, int | None], ratio: Ratio | None) -> bool:
    """Whether counts confirm each other: all three add up, or two of them follow the ratio."""
    before, increase, after = (counts[path] for path in (ISSUED, INCREASE, AFTER))
    if before is not None and increase is not None and after is not None and before + increase != after:
        return False
    if ratio is None:
        return None not in (before, increase, after)
    if before is not None and after is not None:
        return _follows(before, after, ratio.value)
    if before is not None and increase is not None:
        return _follows(before, before + increase, ratio.value)
    return increase is not None and after is not None and _follows(after - increase, after, ratio.value)


def held_against_arithmetic(taken: Taken, ratio: Ratio | None, problems: Problems) -> None:
    """Take out what contradicts the arithmetic of the event and was not read beside its own label."""
    before, increase, after = (_count(taken, path) for path in (ISSUED, INCREASE, AFTER))
    if before is not None and increase is not None and after is not None and before + increase != after:
        counts = {"before": f"{before:,}", "increase": f"{increase:,}", "after": f"{after:,}"}
        problems.append(_doubt(SUM, counts, *(taken[path] for path in (ISSUED, INCREASE, AFTER))))
        _drop_unsure(taken, (ISSUED, INCREASE, AFTER))
    before, after = _count(taken, ISSUED), _count(taken, AFTER)
    if ratio is not None and before and after and not _follows(before, after, ratio.value):
        sides = {"old": str(ratio.old), "new": str(ratio.new)}
        counts = {"before": f"{before:,}", "after": f"{after:,}"}
        problems.append(_doubt(NOT_BY_RATIO, {**counts, **sides}, taken[ISSUED], taken[AFTER], ratio))
        _drop_unsure(taken, (ISSUED, AFTER))
    for total, issued in ((AUTHORIZED_AFTER, AFTER), (AUTHORIZED, ISSUED)):
        allowed, shares = _count(taken, total), _count(taken, issued)
        if allowed is not None and shares is not None and allowed < shares:
            counts = {"authorized": f"{allowed:,}", "issued": f"{shares:,}"}
            problems.append(_doubt(TOO_FEW, counts, taken[total], taken[issued]))
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
            problems.append(_doubt(ORDER, {**names, **days}, earlier, later))
            _drop_uncertain(taken, earlier, later)


def _drop_uncertain(taken: Taken, earlier: Candidate, later: Candidate) -> None:
    """Of two days one of which is worked out, that one; else both."""
    doubtful = [one for one in (earlier, later) if one.inferred] or [earlier, later]
    for one in doubtful:
        taken.pop(one.path, None)
