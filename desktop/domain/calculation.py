"""From declarations to one function: orders all formulas and compiles them together."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .evaluate import assignment, built, column_variable, variable
from .exact import Value
from .formula import Call, FormulaError, Kind, Name, Node, columns, names, parse
from .quantity import Quantity
from .record import record
from .results import Results
from .term import Row, Term, exact_columns


@record(frozen=True)
class Program:
    """All formulas by path, the kind of every name, and the compiled whole."""

    formulas: Mapping[str, Node]
    kinds: Mapping[str, Kind]
    given: Mapping[str, str]
    tables: Mapping[str, tuple[str, ...]]
    function: Callable[..., tuple[dict[str, Value | None], dict[str, list[Value | None]]]]

    def withheld(self, results: Results, paths: Iterable[str]) -> Results:
        """The results without whatever rests on the cells and scalars of these paths, which cannot be read."""
        scalars, columns_left = dict(results.scalars), {path: list(column) for path, column in results.columns.items()}
        waiting = list(paths)
        seen: set[str] = set()
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            column, row = _column_and_row(path)
            if column not in columns_left:
                scalars[column] = None
            elif row is None:
                columns_left[column] = [None] * len(columns_left[column])
            elif row < len(columns_left[column]):
                columns_left[column][row] = None
            waiting += self._users(column, row)
        return Results(scalars, columns_left)

    def _users(self, column: str, row: int | None) -> Iterator[str]:
        """What rests on a scalar, a cell or a whole column: the same row where a formula names the cell."""
        for path, node in self.formulas.items():
            if column in columns(node):
                yield path
            elif column in names(node):
                yield _same_row(path, row) if table_of(path) == table_of(column) else path

    def run(self, given: Mapping[str, Value | None], rows: Mapping[str, Sequence[Row]]) -> Results:
        """Calculate from the given scalars by path and the rows of each table."""
        scalars = {self.given[path]: value for path, value in given.items()}
        cells: dict[str, list[Value | None]] = {}
        for table, paths in self.tables.items():
            cells.update(zip(paths, exact_columns(rows[table], len(paths)), strict=True))
        return Results(*self.function(scalars, cells))


def _column_and_row(path: str) -> tuple[str, int | None]:
    """A path of a cell (options[3].rights) as its column and row; without a row for a scalar or a whole column."""
    found = re.search(r"\[(\d+)\]", path)
    return (path.replace(found[0], "[]", 1), int(found[1])) if found else (path, None)


def _same_row(column: str, row: int | None) -> str:
    return column if row is None else column.replace("[]", f"[{row}]", 1)


def table_of(path: str) -> str:
    """The table of a row path, `given.` or not; nothing for a scalar."""
    rows, brackets, _ = path.removeprefix("given.").partition("[]")
    return rows if brackets else ""


def given_path(term: Term) -> str:
    """The name of what was typed: `given.x` where a default may be in force as x."""
    return f"given.{term.path}" if term.default else term.path


def program(
    scalars: tuple[Term, ...], tables: tuple[tuple[str, tuple[Term, ...]], ...], quantities: tuple[Quantity, ...]
) -> Program:
    """Build the program. Raises `FormulaError` for a name that does not exist or a circle."""
    every = [*scalars, *(t for _, terms in tables for t in terms)]
    formulas = {t.path: _default(t) for t in every if t.default} | {q.id: q.node for q in quantities}
    kinds = {given_path(t): t.kind for t in every} | {t.path: t.kind for t in every}
    kinds |= {q.id: q.kind for q in quantities}
    for path, node in formulas.items():
        for name in (*names(node), *columns(node)):
            if name not in kinds:
                raise FormulaError(f"{path}: there is no {name}")
    given = {given_path(t) for t in every}
    return Program(
        formulas,
        kinds,
        {t.path: given_path(t) for t in scalars},
        {name: tuple(given_path(t) for t in terms) for name, terms in tables},
        _compiled(formulas, given, kinds),
    )


def _default(term: Term) -> Node:
    return Call("DEFAULT", (Name(given_path(term)), parse(term.default, term.table)))


def _compiled(formulas: Mapping[str, Node], given: set[str], kinds: Mapping[str, Kind]) -> Callable[..., Any]:
    lines = ["def calculation(scalars, cells):"]
    lines += [f"    {variable(p)} = scalars[{p!r}]" for p in sorted(given) if not table_of(p)]
    lines += [f"    {column_variable(p)} = cells[{p!r}]" for p in sorted(given) if table_of(p)]
    for stage in _stages(formulas, given):
        table = table_of(stage[0])
        if table:
            lines += _row_stage(stage, formulas, given, kinds)
        else:
            for path in stage:
                lines += assignment(formulas[path], variable(path), kinds, "    ")
    known = sorted(given | set(formulas))
    lines.append("    return ({")
    lines += [f"        {p!r}: {variable(p)}," for p in known if not table_of(p)]
    lines.append("    }, {")
    lines += [f"        {p!r}: {column_variable(p)}," for p in known if table_of(p)]
    lines.append("    })")
    return built("calculation", lines)


def _stages(formulas: Mapping[str, Node], given: set[str]) -> list[list[str]]:
    """The formulas in an order that works: runs of scalars, and runs of columns of one table."""
    done = set(given)
    stages: list[list[str]] = []
    waiting = {path: (names(node), columns(node)) for path, node in formulas.items()}
    while waiting:
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
    runs = (_run(table, waiting, done) for table in sorted(tables))  # scalars ("") first
    return next((run for run in runs if run), [])


def _run(table: str, waiting: Mapping[str, Needs], done: set[str]) -> list[str]:
    """The waiting formulas of one table (or of no table) that can follow one another now."""
    run: list[str] = []
    ready = set(done)
    own = ((path, needs) for path, needs in waiting.items() if table_of(path) == table)
    left = {path: cells for path, (cells, whole) in own if done.issuperset(whole)}
    while found := [path for path, cells in left.items() if ready.issuperset(cells)]:
        run += found
        ready.update(found)
        for path in found:
            del left[path]
    return run


def _row_stage(
    stage: Sequence[str], formulas: Mapping[str, Node], given: set[str], kinds: Mapping[str, Kind]
) -> list[str]:
    """One loop over the rows of a table that fills all columns of the stage."""
    used = dict.fromkeys(n for path in stage for n in names(formulas[path]))
    inputs = [n for n in used if table_of(n) and n not in stage]
    lines = [f"    {column_variable(p)} = []" for p in stage]
    anchor = column_variable(next(p for p in sorted(given) if table_of(p) == table_of(stage[0])))
    cells = ", ".join(["_", *(variable(n) for n in inputs)])
    columns_used = ", ".join([anchor, *(column_variable(n) for n in inputs)])  # a formula may name no cell of its row
    lines.append(f"    for {cells} in zip({columns_used}, strict=True):" if inputs else f"    for _ in {anchor}:")
    for path in stage:
        lines += assignment(formulas[path], variable(path), kinds, "        ")
    lines += [f"        {column_variable(p)}.append({variable(p)})" for p in stage]
    return lines
