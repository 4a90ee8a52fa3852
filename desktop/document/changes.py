"""Changes: what an undo step keeps, and how it is applied and taken back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from itertools import groupby
from typing import Any, TypeVar

from ..domain.given import parts_of, value_at
from ..domain.path import ANNOUNCED, at_row, column_path, row_of, table_of
from ..domain.record import record
from ..domain.scenario import ROWS, TERMS
from ..domain.term import Given, Row
from .state import Mark, Source, State


@record(frozen=True, slots=True)
class Change:
    """Another value at a path."""

    path: str
    before: Given | None
    after: Given | None


@record(frozen=True, slots=True)
class Draft:
    """Another unreadable text at a path; None is none."""

    path: str
    before: str | None
    after: str | None


@record(frozen=True, slots=True)
class Splice:
    """Other rows in a table from `index` on."""

    table: str
    index: int
    before: tuple[Row, ...]
    after: tuple[Row, ...]


@record(frozen=True, slots=True)
class Reading:
    """Another announcement as the source."""

    before: Source | None
    after: Source | None


#: Where a row goes; none where it is taken away.
Moved = Callable[[int], int | None]
AnyChange = Change | Draft | Splice | Reading
V = TypeVar("V")
C = TypeVar("C", bound=AnyChange)


def same(a: Given | None, b: Given | None) -> bool:
    """Whether two values are written alike too: 20.5 and 20.50 differ."""
    if type(a) is not type(b) or a != b:
        return False
    return not (isinstance(a, Decimal) and isinstance(b, Decimal)) or a.as_tuple() == b.as_tuple()


def applied(state: State, changes: Iterable[AnyChange]) -> State:
    """The state after the changes, in their order; neighbouring changes of one section are made together."""
    for (kind, section), group in groupby(changes, _section):
        state = _with(state, kind, section, list(group))
    return state


def inverse(changes: Sequence[AnyChange]) -> list[AnyChange]:
    """The changes that take the given ones back."""
    return [_between(change, change.after, change.before) for change in reversed(changes)]


def between(before: State, after: State) -> list[AnyChange]:
    """The changes that make one state of another."""
    printed = before.scenario.announced.keys() | after.scenario.announced.keys()
    paths = [*TERMS, *(f"{ANNOUNCED}{figure}" for figure in sorted(printed))]
    values = ((path, value_at(before.scenario, path), value_at(after.scenario, path)) for path in paths)
    made: list[AnyChange] = [Change(path, old, new) for path, old, new in values if not same(old, new)]
    for table in ROWS:
        old, new = getattr(before.scenario, table), getattr(after.scenario, table)
        made += [Splice(table, 0, old, new)] if old != new else []
    typed = ((path, before.drafts.get(path), after.drafts.get(path)) for path in {**before.drafts, **after.drafts})
    made += [Draft(path, old, new) for path, old, new in typed if old != new]
    return made + ([Reading(before.source, after.source)] if before.source != after.source else [])


def merged(first: Iterable[Change | Draft], second: Iterable[Change | Draft]) -> list[Change | Draft]:
    """Two rounds of edits as one; what came back to where it was falls out."""
    kept: dict[tuple[type, str], Change | Draft] = {}
    for change in (*first, *second):
        key = (type(change), change.path)
        earlier = kept.get(key, change)
        kept[key] = _between(change, earlier.before, change.after)
    return [change for change in kept.values() if not same(change.before, change.after)]


def moved_drafts(drafts: Mapping[str, str], table: str, moved: Moved) -> list[Draft]:
    """The drafts of a table go where `moved` sends their rows; None drops them."""
    after = {}
    for path, text in drafts.items():
        section, row, name = parts_of(path)
        if section != table or row is None:
            after[path] = text
        elif (row := moved(row)) is not None:
            after[f"{table}[{row}].{name}"] = text
    paths = drafts.keys() | after.keys()
    return [Draft(p, drafts.get(p), after.get(p)) for p in sorted(paths) if drafts.get(p) != after.get(p)]


def moved_marks(source: Source | None, table: str, moved: Moved) -> list[Reading]:
    """The marks of a table go where `moved` sends their rows; None drops them."""
    if source is None:
        return []
    marks = [_moved_mark(mark, table, moved) for mark in source.marks]
    after = replace(source, marks=tuple(mark for mark in marks if mark is not None))
    return [Reading(source, after)] if after != source else []


def _moved_mark(mark: Mark, table: str, moved: Moved) -> Mark | None:
    if table_of(mark.path) != table:
        return mark
    start = row_of(mark.path) or 0
    row = moved(start)
    if row is None or row == start:  # the very same mark, of which the steps then keep one
        return None if row is None else mark
    return replace(mark, path=at_row(column_path(mark.path), row))


def is_same_row(before: Row, after: Row) -> bool:
    """Whether a row with other contents is still the row it was: it has the name it had."""
    name = next(iter(fields(before))).name  # type: ignore[arg-type]  # rows are dataclasses
    return before == after or getattr(before, name) == getattr(after, name) is not None


def _between(change: C, before: object, after: object) -> C:
    """The same kind of change at the same place, from `before` to `after`."""
    values: dict[str, Any] = {"before": before, "after": after}
    return replace(change, **values)


def _section(change: AnyChange) -> tuple[type, str]:
    return type(change), parts_of(change.path).section if isinstance(change, Change) else ""


def _with(state: State, kind: type, section: str, group: Sequence[Any]) -> State:
    """The state after neighbouring changes of one kind."""
    if kind is Draft:
        return replace(state, drafts=_with_entries(state.drafts, [(draft.path, draft.after) for draft in group]))
    if kind is Reading:
        return replace(state, source=group[-1].after)
    if kind is Change:
        return _with_section(state, section, _with_values(state, section, group))
    for splice in group:
        state = _with_section(state, splice.table, _spliced(getattr(state.scenario, splice.table), splice))
    return state


def _with_section(state: State, name: str, section: Any) -> State:
    return replace(state, scenario=replace(state.scenario, **{name: section}))


def _spliced(rows: tuple[Row, ...], splice: Splice) -> tuple[Row, ...]:
    return rows[: splice.index] + splice.after + rows[splice.index + len(splice.before) :]


def _with_values(state: State, section: str, group: Sequence[Change]) -> Any:
    present = getattr(state.scenario, section)
    entries = [(parts_of(change.path), change.after) for change in group]
    if section == "announced":
        return _with_entries(present, [(parts.name, value) for parts, value in entries])
    if section not in ROWS:
        return replace(present, **{parts.name: value for parts, value in entries})
    cells: dict[int, dict[str, Given | None]] = {}
    for parts, value in entries:
        cells.setdefault(parts.row or 0, {})[parts.name] = value
    rows = list(present)
    for row, values in cells.items():
        rows[row] = replace(rows[row], **values)
    return tuple(rows)


def _with_entries(entries: Mapping[str, V], changes: Iterable[tuple[str, V | None]]) -> dict[str, V]:
    after = dict(entries)
    for key, value in changes:
        if value is None:
            after.pop(key, None)
        else:
            after[key] = value
    return after
