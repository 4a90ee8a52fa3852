"""Taking over an announcement: what a person accepted of it goes into the document, with its text and its marks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..domain.path import cell_path, name_of, row_of, table_of
from ..domain.scenario import ROWS
from ..domain.term import Given
from ..presentation.passages import Place
from ..presentation.review import Review
from .changes import Change, Draft, Splice, applied
from .state import Mark, Source, State

#: The row to come of a read one, by table and number.
Places = Mapping[tuple[str, int], int]


def taken_over(state: State, review: Review, text: str, passages: Iterable[Place]) -> State:
    """The state with everything accepted. A value has a mark in the text where it stands as it was read there."""
    accepted, places = review.accepted, dict[tuple[str, int], int]()
    for table in ROWS:
        rows = review.rows_after(table)
        if rows is not None:
            state = _with_rows(state, table, rows, accepted)
            places |= {(table, read): n for n, (_, read) in enumerate(rows) if read is not None}
    singles = {path: value for path, value in accepted.items() if not table_of(path)}
    state = applied(state, [Change(path, None, value) for path, value in singles.items()])
    state = applied(state, [Draft(path, None, None) for path in singles])
    found = ((one, _moved(one.path, places)) for one in passages if one.path in review.as_read)
    marks = tuple(Mark(path, one.start, one.end, one.inferred) for one, path in found if path is not None)
    return replace(state, source=Source(text, marks))


def _with_rows(
    state: State, table: str, rows: list[tuple[int | None, int | None]], accepted: Mapping[str, Given]
) -> State:
    """The state with the rows to come: given rows keep what was not read of them, the texts in their fields too."""
    present = getattr(state.scenario, table)
    made, drafts = [], {path: text for path, text in state.drafts.items() if table_of(path) != table}
    for place, (given, read) in enumerate(rows):
        values: dict[str, Any] = {
            name_of(path): value for path, value in accepted.items() if table_of(path) == table and row_of(path) == read
        }
        made.append(replace(present[given] if given is not None else ROWS[table](), **values))  # type: ignore[type-var]
        kept = {name_of(path): text for path, text in state.drafts.items() if _is_cell(path, table, given)}
        drafts |= {cell_path(f"{table}[].{name}", place): text for name, text in kept.items() if name not in values}
    return replace(applied(state, [Splice(table, 0, present, tuple(made))]), drafts=drafts)


def _is_cell(path: str, table: str, row: int | None) -> bool:
    return row is not None and table_of(path) == table and row_of(path) == row


def _moved(path: str, places: Places) -> str | None:
    """A path of the reading as the document counts rows; none for a row that was not taken."""
    row = row_of(path)
    if row is None:
        return path
    place = places.get((table_of(path), row))
    return None if place is None else cell_path(f"{table_of(path)}[].{name_of(path)}", place)
