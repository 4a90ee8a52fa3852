"""Of all that places of a text may say, what holds: rivals are decided by their place, the calendar and arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from ..domain.message import N_, Doubt, Message
from ..domain.scenario import term_of
from ..domain.term import Option
from .candidate import Candidate
from .dates import Dated
from .paths import AFTER, EFFECTIVE, INCREASE, ISSUED, ISSUED_COUNTS, NOTICE, RECORD
from .ratios import Ratio

RIVALS = N_("{term}: the announcement gives rival values ({values}); none was taken.")
LISTED = N_("{names}, {name}")
NO_DAY = N_("{term}: {text} is no day of the calendar, or not that day of the week; it was not taken.")
RATIOS = N_("The announcement gives more than one ratio ({values}); none was taken.")

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
            problems.append(doubt(NO_DAY, {"term": term_of(path).words, "text": text[one.start : one.end]}, one))
        best = max((one.weight for one in fit), default=0)
        top = [one for one in fit if one.weight == best]
        values = list(dict.fromkeys(one.value for one in top))
        if len(values) == 1:
            taken[path] = top[0]
        elif values:
            term = term_of(path)
            problems.append(doubt(RIVALS, {"term": term.words, "values": _listed(values, term.options)}, *top))
    return taken


def doubt(text: str, fields: Mapping[str, object], *about: Candidate | Ratio) -> Doubt:
    """The sentence that places of the text leave open; each place is named once."""
    return Doubt(text, fields, tuple(dict.fromkeys((one.start, one.end) for one in about)))


def _listed(values: Sequence[object], options: Sequence[Option] = ()) -> object:
    """The first values one behind the other, each as its field shows it."""
    words = {option.code: Message(option.text) for option in options}
    first, *others = [words.get(value, value) if isinstance(value, str) else value for value in values[:5]]
    for other in others:
        first = Message(LISTED, {"names": first, "name": other})
    return first


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
        return 14 <= days_between(days, NOTICE, RECORD) <= 60
    return days_between(days, RECORD, EFFECTIVE) == 1 and not days_between(days, path, NOTICE) > -1


def ratio_of(found: Sequence[Ratio], taken: Mapping[str, Candidate], problems: Problems) -> Ratio | None:
    """The ratio of the surest places; the counts decide between rivals."""
    before, after = count(taken, ISSUED), count(taken, AFTER)
    if before and after:
        fit = [one for one in found if follows(before, after, one.value)]
        found = fit or found
    best = max((one.weight for one in found), default=0)
    top = [one for one in found if one.weight == best]
    if len({one.value for one in top}) > 1:
        values = _listed(list(dict.fromkeys(f"{one.old}:{one.new}" for one in top)))
        problems.append(doubt(RATIOS, {"values": values}, *top))
        return None
    return top[0] if top else None


def ratio_of_counts(taken: Mapping[str, Candidate]) -> Fraction | None:
    """The ratio that the three counts leave no doubt of, where no sentence states it."""
    before, increase, after = (count(taken, path) for path in ISSUED_COUNTS)
    if not before or not after or increase is None or before + increase != after:
        return None
    ratio = Fraction(after, before)
    return ratio if ratio != 1 and max(ratio.numerator, ratio.denominator) <= 200 else None


def count(taken: Mapping[str, Candidate], path: str) -> int | None:
    """The count that was taken for a term."""
    one = taken.get(path)
    return one.value if one is not None and isinstance(one.value, int) else None


def follows(before: int, after: int, ratio: Fraction) -> bool:
    """Whether a count follows from the other; fractions, treasury shares and rounding leave a little."""
    exact, parts = before * ratio.numerator, ratio.denominator  # in whole numbers, since there may be many to try
    return 200 * abs(after * parts - exact) <= max(200 * parts, exact)


def settled_by_ratio(candidates: Sequence[Candidate], taken: Taken, ratio: Ratio | None) -> None:
    """Where the text has rival counts, or a count under a bare name, take those that the ratio of the event joins."""
    own = {path: {one.value: one for one in candidates if one.path == path} for path in ISSUED_COUNTS}
    if ratio is None:
        _drop_bare(taken)
        return
    fits = {
        (after.value, increase.value): (increase, after)
        for after in own[AFTER].values()
        for increase in own[INCREASE].values()
        if _joined(increase.value, after.value, ratio.value)
    }
    if len(fits) == 1 and not (INCREASE in taken and AFTER in taken):
        for one in next(iter(fits.values())):
            taken[one.path] = one
    before, after, increase = (count(taken, path) for path in (ISSUED, AFTER, INCREASE))
    if before is None or taken[ISSUED].weight > 1:
        return
    sure = (after is not None and follows(before, after, ratio.value)) or (
        increase is not None and follows(before, before + increase, ratio.value)
    )
    if not sure:
        _drop_bare(taken)


def _joined(increase: object, after: object, ratio: Fraction) -> bool:
    """Whether the ratio makes the count after from what is left of it without the increase."""
    return isinstance(increase, int) and isinstance(after, int) and follows(after - increase, after, ratio)


def _drop_bare(taken: Taken) -> None:
    if ISSUED in taken and taken[ISSUED].weight == 1:
        del taken[ISSUED]


def days_between(days: Mapping[str, object], first: str, second: str) -> int:
    """The days from one date to another; -1 where one is missing."""
    a, b = days.get(first), days.get(second)
    return (b - a).days if isinstance(a, date) and isinstance(b, date) else -1
