"""One edition of the workbook: what all its sheets share while they are laid out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from ..domain.bounds import Table
from ..domain.doubles import WHOLE_BOUND, carries
from ..domain.exact import Value
from ..domain.formula import Node, columns
from ..domain.message import N_
from ..domain.path import whole_column
from ..domain.scenario import inspector
from ..domain.spreadsheet import excel
from ..presentation.book import Book
from ..presentation.table import evaluated
from .names import defined_name
from .styles import Styles
from .values import holds
from .words import Words

BEYOND = N_("written as a value: beyond what live formulas hold exactly")
ITALICS = N_("Figures in italics are values: they lie beyond what live formulas hold exactly.")


class CancelledError(Exception):
    """The person does not want the workbook any more."""


class Ticker:
    """Counts cells and reports every few hundred of them; stops the work where the report says no."""

    STEP = 400

    def __init__(self, total: int, report: Callable[[int, int], bool] | None) -> None:
        self._total = total
        self._report = report
        self._done = 0.0
        self._next = 0.0

    def __call__(self, cells: float = 1) -> None:
        """So many cells more are done. Raises `CancelledError`."""
        self._done = min(self._done + cells, self._total - 1)
        if self._done >= self._next:
            self._next = self._done + self.STEP
            self._tell(int(self._done))

    def finish(self) -> None:
        """Everything is done. Raises `CancelledError` where even that is not wanted."""
        self._tell(self._total)

    def _tell(self, done: int) -> None:
        if self._report and not self._report(done, self._total):
            raise CancelledError


@dataclass(frozen=True, slots=True)
class Content:
    """A calculated cell: its value, and the live formula or nothing where doubles could not carry it."""

    value: Value | None
    formula: str = ""
    is_constant: bool = False  # no formula is lacking: the value rests on a table without rows


@dataclass
class Edition:
    """A workbook in the making: its words, styles, results, and where columns of tables stand."""

    workbook: Workbook
    words: Words
    styles: Styles
    book: Book
    today: date
    tick: Ticker
    left_out: Mapping[str, date] = field(default_factory=dict)
    ranges: dict[str, str] = field(default_factory=dict)  # "options[:].underlying" -> cells
    changes: list[str] = field(default_factory=list)  # formulas that count changed inputs of tables

    @cached_property
    def judged(self) -> Table:
        """What formulas of rows name, as it is judged whether doubles carry them."""
        results = self.book.results
        return Table(inspector().kinds, results.scalars, results.columns)

    @property
    def decimals(self) -> Value | None:
        """The decimals of the company's currency."""
        return self.book.value("company.decimals")

    def is_named(self, path: str) -> bool:
        """Whether a cell bears the name of the path already."""
        return defined_name(path) in self.workbook.defined_names

    def name(self, name: str, sheet: Any, cells: str) -> None:
        """Name a cell or range of a sheet (`$C$8`)."""
        title = sheet.title.replace("'", "''")
        self.workbook.defined_names[name] = DefinedName(name, attr_text=f"'{title}'!{cells}")

    def reference(self, path: str) -> str:
        """How a formula speaks of a scalar (its name) or of a whole column (its cells)."""
        return self.ranges[path] if "[:]" in path else defined_name(path)

    def has_ranges(self, node: Node) -> bool:
        """Whether every whole column that a formula names stands somewhere: tables without rows do not."""
        return all(whole_column(path) in self.ranges for path in columns(node))

    def figure(self, path: str) -> Content:
        """The content of a quantity's own cell, or of the cell that holds a term's value in force."""
        return self.content(inspector().formulas[path], self.book.value(path))

    def content(self, node: Node, value: Value | None) -> Content:
        """A formula with its value, or the value alone where the formula would not give it."""
        if isinstance(value, date) and not holds(value):
            return Content(None)
        if not self.has_ranges(node):
            return Content(value, is_constant=True)
        kinds = inspector().kinds
        if isinstance(value, str) and not _repeats(value):
            return Content(value)
        if not carries(node, kinds, self.book.value, self.book.results.column):
            return Content(value)
        return Content(value, excel(node, kinds, self.reference))

    def worked_out(self, node: Node) -> Content:
        """A formula of a table's own, such as after less before."""
        return self.content(node, evaluated(self.book, node))

    def shown(self, path: str) -> Content:
        """The content of a cell that repeats a named one."""
        name, value = defined_name(path), self.book.value(path)
        return Content(value, f'IF({name}="","",{name})' if _repeats(value) else "")


def _repeats(value: Value | None) -> bool:
    """Whether a formula that repeats the value shows it everywhere: not beyond 15 digits, nor a text like an error."""
    if isinstance(value, str):
        return not value.startswith("#")
    return not isinstance(value, int | Fraction) or -WHOLE_BOUND < value < WHOLE_BOUND
