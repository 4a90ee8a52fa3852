"""Stages: all formulas in an order that works, in runs of which one function calculates each.

A stage is a run of scalars, or of columns of one table.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from .evaluate import assignment, built, column_variable, preparations, variable
from .formula import FormulaError, Kind, Node, columns, names
from .path import row_number, table_of
from .record import record


@record(frozen=True)
class Stage:
    """Formulas that one function calculates: of scalars (no table), or of every row of a table."""

    table: str
    paths: tuple[str, ...]
    scalars: tuple[str, ...]
    cells: tuple[str, ...]  # columns of the table itself, of which a row takes its own cell
    wholes: tuple[str, ...]  # columns that are looked through as a whole
    formulas: Mapping[str, Node]
    kinds: Mapping[str, Kind]
    ready: Callable[..., Any] | None = None

    @cached_property
    def function(self) -> Callable[..., Any]:
        """Scalars, whole columns and the table's own columns in; values or columns out. Compiled when first needed."""
        return self.ready or built("stage", self.source("stage"))

    @cached_property
    def careful(self) -> Callable[..., Any]:
        """The same function for arguments among which there may be what cannot be read; the other one is faster."""
        return built("stage", self.source("stage", careful=True))

    def source(self, name: str, *, careful: bool = False) -> list[str]:
        """The lines of the function, under a name."""
        parameters = [*map(variable, self.scalars), *map(column_variable, self.wholes)]
        own = [f"own_{variable(n)}" for n in self.cells]
        lines = [f"def {name}({', '.join([*parameters, *own])}):"]
        lines += preparations([self.formulas[path] for path in self.paths], "    ")
        if self.table:
            lines += _loop(self, own, careful=careful)
        else:
            for path in self.paths:
                lines += assignment(self.formulas[path], variable(path), self.kinds, "    ", careful=careful)
            lines.append(f"    return ({', '.join(map(variable, self.paths))},)")
        return lines


def ordered(
    formulas: Mapping[str, Node],
    kinds: Mapping[str, Kind],
    given: set[str],
    tables: Iterable[str],
    counts: Mapping[str, str],
) -> tuple[Stage, ...]:
    """The stages, from the formulas alone. Raises `FormulaError` for a name that does not exist or a circle."""
    for path, node in formulas.items():
        for name in (*names(node), *columns(node)):
            if name not in kinds:
                raise FormulaError(f"{path}: there is no {name}")
    return tuple(stage_of(stage, formulas, kinds) for stage in stages_in_order(formulas, given, tables, counts))


def stages_in_order(
    formulas: Mapping[str, Node], given: set[str], tables: Iterable[str], counts: Mapping[str, str]
) -> list[list[str]]:
    """The formulas in an order that works: runs of scalars, and runs of columns of one table."""
    done = given | {row_number(table) for table in tables}
    stages: list[list[str]] = []
    waiting = {path: (names(node), columns(node)) for path, node in formulas.items()}
    while waiting:
        done |= {row_number(table) for table, count in counts.items() if count in done}
        stage = _next_stage(waiting, done)
        if not stage:
            raise FormulaError("circular: " + ", ".join(waiting))
        stages.append(stage)
        done.update(stage)
        for path in stage:
            del waiting[path]
    return stages


#: The names and the whole columns that a formula needs.
Needs = tuple[tuple[str, ...], tuple[str, ...]]


def _next_stage(waiting: Mapping[str, Needs], done: set[str]) -> list[str]:
    tables = dict.fromkeys(table_of(path) for path in waiting)
    ready = (table for table in sorted(tables) if not table or row_number(table) in done)
    runs = (_run(table, waiting, done) for table in ready)  # scalars ("") first
    return next((run for run in runs if run), [])


def _run(table: str, waiting: Mapping[str, Needs], done: set[str]) -> list[str]:
    """The waiting formulas of one table (or of no table) that can follow one another now.

    Those of a table that look through whole columns make a run of their own: it cannot be renewed row by row.
    """
    own = {path: needs for path, needs in waiting.items() if table_of(path) == table}
    left = {path: cells for path, (cells, whole) in own.items() if done.issuperset(whole)}
    if table:
        plain = {path: cells for path, cells in left.items() if not own[path][1]}
        return _in_order(plain, done) or _in_order(left, done)
    return _in_order(left, done)


def _in_order(left: dict[str, tuple[str, ...]], done: set[str]) -> list[str]:
    run: list[str] = []
    ready, left = set(done), dict(left)
    while found := [path for path, cells in left.items() if ready.issuperset(cells)]:
        run += found
        ready.update(found)
        for path in found:
            del left[path]
    return run


def stage_of(paths: Sequence[str], formulas: Mapping[str, Node], kinds: Mapping[str, Kind]) -> Stage:
    """The formulas of these paths as a stage, with what they need."""
    table = table_of(paths[0])
    used = dict.fromkeys(n for path in paths for n in names(formulas[path]) if n not in paths)
    wholes = tuple(dict.fromkeys(c for path in paths for c in columns(formulas[path])))
    scalars = tuple(n for n in used if not table_of(n))
    cells = tuple(n for n in used if table_of(n)) or ((row_number(table),) if table else ())
    return Stage(table, tuple(paths), scalars, cells, wholes, formulas, kinds)


def _loop(stage: Stage, own: Sequence[str], *, careful: bool) -> list[str]:
    """One loop over the rows of a table that fills all columns of the stage."""
    lines = [f"    to_{variable(p)} = []" for p in stage.paths]
    lines.append(f"    for {', '.join(map(variable, stage.cells))}, in zip({', '.join(own)}, strict=True):")
    for path in stage.paths:
        lines += assignment(stage.formulas[path], variable(path), stage.kinds, "        ", careful=careful)
    lines += [f"        to_{variable(p)}.append({variable(p)})" for p in stage.paths]
    lines.append(f"    return ({', '.join(f'to_{variable(p)}' for p in stage.paths)},)")
    return lines
