"""The document: the only door for changes, with undo and redo over everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from ..domain.given import value_at
from ..domain.record import record
from ..domain.scenario import Scenario
from ..domain.term import Given, Row
from .changes import (
    AnyChange,
    Change,
    Draft,
    Moved,
    Splice,
    applied,
    between,
    inverse,
    is_same_row,
    merged,
    moved_drafts,
    moved_marks,
    same,
)
from .state import Source, State


@record(frozen=True, slots=True)
class Step:
    """What undo takes back at once: its kind (edit, paste, read, insert, remove, move) and where it was made.

    `paths` are those of the fields, or `options[3]` for rows from the fourth on.
    """

    kind: str
    paths: tuple[str, ...]
    changes: tuple[AnyChange, ...]
    run: object = None


class Document:
    """One scenario being worked on. Every change is a step that can be taken back."""

    def __init__(self, state: State | None = None, *, saved: bool = True) -> None:
        """Start from a state; `saved` is false where no file holds it, as after a recovery."""
        self._state = state or State()
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: int | None = 0 if saved else None
        self._revision = 0
        self._run_is_open = False
        self._gathered: list[Step] | None = None

    @property
    def state(self) -> State:
        """Everything that undo restores."""
        return self._state

    @property
    def scenario(self) -> Scenario:
        """What is given."""
        return self._state.scenario

    @property
    def drafts(self) -> Mapping[str, str]:
        """What was typed and cannot be read yet, by path."""
        return self._state.drafts

    @property
    def source(self) -> Source | None:
        """The announcement that was read, if any."""
        return self._state.source

    @property
    def revision(self) -> int:
        """Grows with every change of the state, undo and redo included."""
        return self._revision

    @property
    def modified(self) -> bool:
        """Whether the state is another than the saved one."""
        return self._saved != len(self._done)

    def mark_saved(self) -> None:
        """The present state is the one in the file."""
        self._saved = len(self._done)
        self._run_is_open = False

    def edit(self, path: str, value: Given | None, *, draft: str | None = None, run: object = None) -> bool:
        """Set a value, or keep an unreadable text as its draft (the value is then none).

        Consecutive edits of one field with the same `run` are one step. Says whether anything changed;
        raises KeyError for an unknown path and IndexError beyond the rows.
        """
        return self.edit_many([(path, value)], {path: draft} if draft else {}, run=run)

    def edit_many(
        self,
        values: Iterable[tuple[str, Given | None]],
        drafts: Mapping[str, str] | None = None,
        *,
        kind: str = "edit",
        run: object = None,
    ) -> bool:
        """Set many values and drafts in one step, as `edit` does for one; a path with a draft has no value."""
        drafts = {path: text for path, text in (drafts or {}).items() if text}
        wanted = {path: None if value == "" else value for path, value in values} | dict.fromkeys(drafts)
        present = {path: value_at(self.scenario, path) for path in wanted}
        changes: list[AnyChange] = [
            Change(path, present[path], value) for path, value in wanted.items() if not same(present[path], value)
        ]
        changes += [
            Draft(path, self.drafts.get(path), drafts.get(path))
            for path in wanted
            if self.drafts.get(path) != drafts.get(path)
        ]
        return self._make(Step(kind, tuple(wanted), tuple(changes), run))

    def become(self, state: State, kind: str) -> bool:
        """Make another state of the document in one step."""
        changes = between(self._state, state)
        return self._make(Step(kind, tuple(one.path for one in changes if isinstance(one, Change)), tuple(changes)))

    def insert_rows(self, table: str, index: int, rows: Sequence[Row]) -> bool:
        """Insert rows before the row at `index`."""
        return self.replace_rows(table, index, 0, rows, kind="insert")

    def remove_rows(self, table: str, index: int, count: int = 1) -> bool:
        """Remove `count` rows from `index` on."""
        return self.replace_rows(table, index, count, (), kind="remove")

    def replace_rows(self, table: str, index: int, count: int, rows: Sequence[Row], *, kind: str = "paste") -> bool:
        """Put `rows` in the place of `count` rows from `index` on; drafts and marks of rows follow them or go.

        The marks of a row that has other contents now stay where it is still the same row.
        """
        before = self._rows(table, index, count)
        grown = len(rows) - count
        kept = {index + n for n, pair in enumerate(zip(before, rows, strict=False)) if is_same_row(*pair)}

        def moved(row: int) -> int | None:
            return row if row < index else row + grown if row >= index + count else None

        def marked(row: int) -> int | None:
            return row if row in kept else moved(row)

        along = self._along(table, moved, marked)
        return self._splice(kind, Splice(table, index, before, tuple(rows)), along)

    def move_rows(self, table: str, index: int, count: int, to: int) -> bool:
        """Move `count` rows so that the first of them then stands at index `to`."""
        block = self._rows(table, index, count)
        between = self._rows(table, to, index - to) if to < index else self._rows(table, index + count, to - index)
        before, after = (between + block, block + between) if to < index else (block + between, between + block)
        start, end = min(index, to), max(index, to) + count
        aside = count if to < index else -count

        def moved(row: int) -> int:
            if index <= row < index + count:
                return row + to - index
            return row + aside if start <= row < end else row

        return self._splice("move", Splice(table, start, before, after), self._along(table, moved, moved))

    @contextmanager
    def step(self, kind: str) -> Iterator[None]:
        """Every change made inside is one step of that kind; where the block fails, none of them stays."""
        if self._gathered is not None:
            yield  # part of the step around it
            return
        start, self._gathered = self._state, []
        try:
            yield
        except BaseException:
            self._state, self._gathered = start, None
            self._revision += 1
            raise
        gathered, self._gathered = self._gathered, None
        if gathered:
            paths = dict.fromkeys(path for step in gathered for path in step.paths)
            self._record(Step(kind, tuple(paths), tuple(change for step in gathered for change in step.changes)))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._undone)

    @property
    def undo_step(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> Step | None:
        """The step that redo would make again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Take the last step back; returns it, or none where there is none."""
        return self._turn(self._done, self._undone, back=True)

    def redo(self) -> Step | None:
        """Make the step again that was taken back last; returns it, or none where there is none."""
        return self._turn(self._undone, self._done, back=False)

    def _turn(self, start: list[Step], end: list[Step], *, back: bool) -> Step | None:
        if self._gathered is not None:
            raise RuntimeError("undo and redo do not belong inside a step")
        if not start:
            return None
        step = start.pop()
        end.append(step)
        self._state = applied(self._state, inverse(step.changes) if back else step.changes)
        self._revision += 1
        self._run_is_open = False
        return step

    def _rows(self, table: str, index: int, count: int) -> tuple[Row, ...]:
        """The rows of a range; raises IndexError where the table does not reach so far."""
        rows: tuple[Row, ...] = getattr(self.scenario, table)
        if index < 0 or count < 0 or index + count > len(rows):
            raise IndexError(f"{table}[{index}:{index + count}]")
        return rows[index : index + count]

    def _along(self, table: str, moved: Moved, marked: Moved) -> list[AnyChange]:
        """The marks and the drafts that go where their rows go."""
        return [*moved_marks(self.source, table, marked), *moved_drafts(self.drafts, table, moved)]

    def _splice(self, kind: str, splice: Splice, along: Sequence[AnyChange]) -> bool:
        """Other rows, and what goes along with them."""
        if splice.before == splice.after and not along:
            return False
        return self._make(Step(kind, (f"{splice.table}[{splice.index}]",), (splice, *along)))

    def _make(self, step: Step) -> bool:
        """Make a step: apply its changes and remember it; says whether it changes anything."""
        if not step.changes:
            return False
        self._state = applied(self._state, step.changes)
        self._revision += 1
        if self._gathered is None:
            self._record(step)
        else:
            self._gathered.append(step)
        return True

    def _record(self, step: Step) -> None:
        """Keep a step that has been made, as part of the last one where both belong to one run."""
        self._undone.clear()
        if self._continues(step):
            step = self._merged(self._done.pop(), step)
        elif self._saved is not None and self._saved > len(self._done):
            self._saved = None  # the saved state was taken back and cannot be reached any more
        if step.changes:
            self._done.append(step)
        self._run_is_open = bool(step.changes) and step.run is not None

    def _continues(self, step: Step) -> bool:
        """Whether a step is of the same run and field as the last; a pair of fields counts as either of them."""
        if not self._run_is_open or self._done[-1].run != step.run:
            return False
        before, now = set(self._done[-1].paths), set(step.paths)
        return before <= now or now <= before

    @staticmethod
    def _merged(first: Step, second: Step) -> Step:
        changes = merged(_edits(first), _edits(second))
        return Step(first.kind, tuple(dict.fromkeys(first.paths + second.paths)), tuple(changes), second.run)


def _edits(step: Step) -> list[Change | Draft]:
    return [change for change in step.changes if isinstance(change, Change | Draft)]
