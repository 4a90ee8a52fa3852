"""From declarations to results: builds the program of all formulas, and runs its stages.

A wheel brings the stages along as a module, written from the same declarations when it was built, so that no start has
to order and compile them again. A calculation takes over from the one before every stage whose arguments are the same,
and of a table only those rows are calculated again of which a cell is another one.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any
from zlib import crc32

from .declarations import Formulas, given_path
from .exact import UNREADABLE, Value
from .formula import FormulaError, Kind, Node, columns, names
from .path import GIVEN, column_path, row_number, row_of, table_of
from .quantity import Quantity
from .record import record
from .results import Column, Results
from .stages import Stage, ordered, stage_of, stages_in_order
from .term import Row, Term, exact_columns

#: The rows of a column that are others than before; None for all.
Dirty = frozenset[int] | None
CLEAN: Dirty = frozenset()


@record(frozen=True)
class Program:
    """All formulas by path, the kind of every name, and the compiled stages."""

    formulas: Mapping[str, Node]
    kinds: Mapping[str, Kind]
    given: Mapping[str, str]
    tables: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, str]  # of each calculated table, the scalar that says how many rows it has
    stages: tuple[Stage, ...]

    def run(
        self,
        given: Mapping[str, Value | None],
        rows: Mapping[str, Sequence[Row]],
        constants: Mapping[str, Any],
        before: Results | None = None,
        unreadable: Collection[str] = (),
    ) -> Results:
        """Calculate from the given scalars by path, the rows of each table, and the constant tables by name.

        What reaches a path of `unreadable` has no value, also where a default would stand in for a blank.
        """
        scalars: dict[str, Any] = {self.given.get(path, path): value for path, value in given.items()}
        scalars |= constants
        scalars |= {self.given.get(path, path): UNREADABLE for path in unreadable if not table_of(path)}
        return _Run(self, scalars, rows, before.steps if before else None, frozenset(unreadable)).results()

    def go_on(self, results: Results, before: Results | None = None) -> Results:
        """The results, and what this program calculates from them; see `following`.

        `before` are results of this program, from which the columns are taken over that rest on the same ones.
        """
        steps: _Run | None = results.steps
        scalars = {**results.scalars, **(steps.scalars if steps else {})}
        columns, raw = dict(results.columns), steps.raw if steps else {}
        for stage in self.stages:
            into: dict[str, Any] = columns if stage.table else scalars
            if before is not None and stage.table and not raw and _rests_on_the_same(stage, scalars, columns, before):
                into |= {path: before.columns[path] for path in stage.paths}
            elif stage.table and not results.rows(stage.table):
                into |= dict.fromkeys(stage.paths, ())
            else:
                function = stage.careful if steps and steps.unreadable else stage.function
                wholes, cells = (columns[n] for n in stage.wholes), (raw.get(n, columns[n]) for n in stage.cells)
                values = function(*(scalars[n] for n in stage.scalars), *wholes, *cells)
                into |= zip(stage.paths, values, strict=True)
                if stage.table and raw:
                    raw = {**raw, **{path: columns[path] for path in stage.paths}}
                    into |= {path: _without(columns[path]) for path in stage.paths}
        return Results(_readable(scalars), columns, results.steps)


def _without(column: Sequence[Any]) -> Column:
    """A column without value where it cannot be told."""
    return [None if value is UNREADABLE else value for value in column]


def _readable(scalars: dict[str, Any]) -> dict[str, Any]:
    """The scalars, without value where what was typed cannot be read."""
    return {path: None if value is UNREADABLE else value for path, value in scalars.items()}


def _rests_on_the_same(
    stage: Stage, scalars: Mapping[str, Any], columns: Mapping[str, Column], before: Results
) -> bool:
    """Whether a stage was given the same scalars, and the very same columns."""
    same_columns = all(columns[n] is before.columns.get(n) for n in (*stage.wholes, *stage.cells))
    return same_columns and all(n in before.scalars and scalars[n] == before.scalars[n] for n in stage.scalars)


class _Run:
    """One calculation: fills scalars and columns stage by stage, and remembers what each stage was given."""

    def __init__(
        self,
        program: Program,
        scalars: dict[str, Any],
        rows: Mapping[str, Sequence[Row]],
        before: "_Run | None",
        unreadable: frozenset[str],
    ) -> None:
        self.program, self.scalars, self.rows, self.unreadable = program, scalars, rows, unreadable
        self.columns: dict[str, Column] = {}
        self.raw: dict[str, Sequence[Any]] = {}  # columns in which something cannot be read, or rests on what cannot
        self.dirty: dict[str, Dirty] = {}
        self._before = before

    def __eq__(self, other: object) -> bool:
        """How results came about is no part of what they are."""
        return isinstance(other, _Run)

    __hash__ = None  # type: ignore[assignment]  # as for everything that changes

    def results(self) -> Results:
        """Everything calculated."""
        for table, paths in self.program.tables.items():
            self._take(table, paths)
        for stage in self.program.stages:
            self._number(stage.table)
            if not stage.table:
                self._scalars(stage)
            elif not self._kept(stage):
                self._columns(stage)
        for table in self.program.counts:
            self._number(table)
        self._before = None
        return Results(_readable(self.scalars) if self.unreadable else self.scalars, self.columns, self)

    def _take(self, table: str, paths: Sequence[str]) -> None:
        """The given columns of a table, and its rows that are others than before."""
        rows, old = self.rows[table], self._before.rows[table] if self._before else None
        open_rows = self._open_rows(table)
        if self._before and old is rows and not open_rows:
            self.columns |= {path: self._before.columns[path] for path in (*paths, row_number(table))}
            self.dirty |= dict.fromkeys((*paths, row_number(table)), CLEAN)
            return
        self.columns |= dict(zip(paths, exact_columns(rows, len(paths)), strict=True))
        changed = _other_rows(old, rows)
        self.dirty |= dict.fromkeys(paths, None if changed is None else changed | open_rows)
        self._number(table)
        for cell in self._cells_of(table, self.unreadable):
            path = next(p for p in paths if p.removeprefix(GIVEN) == column_path(cell))
            column = list(self.raw.get(path, self.columns[path]))
            row = row_of(cell)
            if row is not None and row < len(column):
                column[row] = UNREADABLE
            self.raw[path] = column

    def _cells_of(self, table: str, unreadable: Collection[str]) -> list[str]:
        return [path for path in unreadable if table_of(path) == table]

    def _open_rows(self, table: str) -> frozenset[int]:
        """The rows in which something cannot be read, or could not be before."""
        then = self._before.unreadable if self._before else frozenset()
        rows = (row_of(path) for path in self._cells_of(table, self.unreadable | then))
        return frozenset(row for row in rows if row is not None)

    def _number(self, table: str) -> None:
        """Number the rows of a table; a calculated one has as many as its count says."""
        path = row_number(table)
        if not table or path in self.columns:
            return
        counted = self.scalars[self.program.counts[table]] if table in self.program.counts else len(self.rows[table])
        count = counted if isinstance(counted, int) else 0
        old = self._before.columns.get(path) if self._before else None
        same = old is not None and len(old) == count
        self.columns[path] = old if same and old is not None else list(range(1, count + 1))
        self.dirty[path] = CLEAN if same else None

    def _scalars(self, stage: Stage) -> None:
        values = self._function(stage)(*self._arguments(stage))
        self.scalars |= zip(stage.paths, values, strict=True)

    def _arguments(self, stage: Stage) -> list[Any]:
        wholes, cells = (self.columns[n] for n in stage.wholes), (self.raw.get(n, self.columns[n]) for n in stage.cells)
        return [*(self.scalars[n] for n in stage.scalars), *wholes, *cells]

    def _function(self, stage: Stage) -> Callable[..., Any]:
        return stage.careful if self.unreadable else stage.function

    def _kept(self, stage: Stage) -> bool:
        """Take over the columns of the calculation before, with only those rows calculated again that must be."""
        if self._before is None or any(self.dirty[n] != CLEAN for n in stage.wholes):
            return False
        if any(self.scalars[n] != self._before.scalars[n] for n in stage.scalars):
            return False
        found = [self.dirty[n] for n in stage.cells]
        if None in found:
            return False
        changed = sorted(frozenset[int]().union(*(rows for rows in found if rows)))
        old = [self._before.raw.get(path, self._before.columns[path]) for path in stage.paths]
        if changed:
            old = self._renewed(stage, old, changed)
        for path, column in zip(stage.paths, old, strict=True):
            self._keep(path, column)
        self.dirty |= dict.fromkeys(stage.paths, frozenset(changed))
        return True

    def _keep(self, path: str, column: Sequence[Any]) -> None:
        """A calculated column: as it is for the formulas of its rows, and without value where it cannot be told."""
        if self.unreadable and any(value is UNREADABLE for value in column):
            self.raw[path] = column
            column = _without(column)
        self.columns[path] = column

    def _renewed(self, stage: Stage, old: Sequence[Column], rows: Sequence[int]) -> list[Column]:
        """The columns with some rows calculated again."""
        cells = [[self.raw.get(n, self.columns[n])[row] for row in rows] for n in stage.cells]
        scalars = [self.scalars[n] for n in stage.scalars]
        fresh = self._function(stage)(*scalars, *(self.columns[n] for n in stage.wholes), *cells)
        renewed: list[Column] = []
        for column, values in zip(old, fresh, strict=True):
            copy = list(column)
            for row, value in zip(rows, values, strict=True):
                copy[row] = value
            renewed.append(copy)
        return renewed

    def _columns(self, stage: Stage) -> None:
        """Calculate every row, and see which of them are others than before."""
        has_rows = bool(self.columns[row_number(stage.table)])
        fresh = self._function(stage)(*self._arguments(stage)) if has_rows else [[] for _ in stage.paths]
        for path, column in zip(stage.paths, fresh, strict=True):
            self._keep(path, column)
            self.dirty[path] = self._differences(path, column)

    def _differences(self, path: str, column: Column) -> Dirty:
        old = self._before.raw.get(path, self._before.columns.get(path)) if self._before else None
        if old is None or len(old) != len(column):
            return None
        return frozenset(n for n, (a, b) in enumerate(zip(old, column, strict=True)) if a != b)


def _other_rows(old: Sequence[Row] | None, rows: Sequence[Row]) -> Dirty:
    """The rows that are others than the old ones; all where there are more or fewer."""
    if old is None or len(old) != len(rows):
        return None
    return frozenset(n for n, (a, b) in enumerate(zip(old, rows, strict=True)) if a is not b)


def program(
    scalars: tuple[Term, ...],
    tables: Mapping[str, tuple[Term, ...]],
    quantities: tuple[Quantity, ...],
    counts: Mapping[str, str],
    constants: Iterable[str],
) -> Program:
    """Build the program. `counts` names, for each calculated table, the quantity that says how many rows it has.

    Raises `FormulaError` for a name that does not exist or a circle.
    """
    every = [*scalars, *(t for terms in tables.values() for t in terms)]
    formulas = Formulas(every, quantities)
    kinds = {given_path(t): t.kind for t in every} | {t.path: t.kind for t in every}
    kinds |= {q.id: q.kind for q in quantities} | dict.fromkeys(constants, Kind.TABLE)
    kinds |= {row_number(table): Kind.COUNT for table in (*tables, *counts)}
    given = {given_path(t) for t in every} | {path for path, kind in kinds.items() if kind == Kind.TABLE}
    return Program(
        formulas,
        kinds,
        {t.path: given_path(t) for t in scalars},
        {name: tuple(given_path(t) for t in terms) for name, terms in tables.items()},
        counts,
        _brought_along(formulas, kinds) or ordered(formulas, kinds, given, tables, counts),
    )


#: The module that a wheel brings along; a checkout has none.
COMPILED = "compiled"


def module_source(program: Program) -> str:
    """The text of that module: the functions of all stages, and what each is given."""
    if not isinstance(program.formulas, Formulas):
        raise TypeError("only a program of its own is brought along")
    lines = ['"""Written from the declarations when the wheel was built."""', "from .evaluate import ENVIRONMENT"]
    lines += ["globals().update(ENVIRONMENT)", f"FINGERPRINT = {fingerprint(program.formulas)!r}"]
    for number, stage in enumerate(program.stages):
        lines += stage.source(f"stage_{number}")
    lines.append("STAGES = (")
    for number, stage in enumerate(program.stages):
        given = (stage.table, stage.paths, stage.scalars, stage.cells, stage.wholes)
        lines.append(f"    ({', '.join(map(repr, given))}, stage_{number}),")
    return "\n".join([*lines, ")", ""])


def fingerprint(formulas: Formulas) -> int:
    """A number that changes with any formula, so that a module of other ones is never used."""
    return crc32("\n".join(formulas.texts()).encode())


def _brought_along(formulas: Formulas, kinds: Mapping[str, Kind]) -> tuple[Stage, ...]:
    """The stages that the wheel brings along; none in a checkout."""
    try:
        found = import_module(f".{COMPILED}", __package__)
    except ModuleNotFoundError:
        return ()
    return stages_of(found, formulas, kinds) if fingerprint(formulas) == found.FINGERPRINT else ()


def stages_of(found: Any, formulas: Mapping[str, Node], kinds: Mapping[str, Kind]) -> tuple[Stage, ...]:
    """The stages of that module."""
    return tuple(
        Stage(table, paths, scalars, cells, wholes, formulas, kinds, function)
        for table, paths, scalars, cells, wholes, function in found.STAGES
    )


def following(base: Program, quantities: tuple[Quantity, ...]) -> Program:
    """A program that goes on from the results of another. Raises `FormulaError` as `program` does."""
    formulas = {q.id: q.node for q in quantities}
    kinds = {**base.kinds, **{q.id: q.kind for q in quantities}}
    needed = {name for node in formulas.values() for name in (*names(node), *columns(node))}
    for name in needed - set(kinds):
        raise FormulaError(f"there is no {name}")
    ready = needed - set(formulas)
    order = stages_in_order(formulas, ready, (*base.tables, *base.counts), {})
    stages = (stage_of(paths, formulas, kinds) for paths in order)
    return Program({**base.formulas, **formulas}, kinds, {}, base.tables, {}, tuple(stages))
