"""Quantities: what is calculated. A quantity is one declaration with its formula."""

from .formula import Kind, Node, parse
from .path import table_of
from .record import record
from .term import Option, Unit


@record(frozen=True)
class Basis:
    """What a quantity rests on: the article or practice in short, and the rule as a sentence."""

    short: str
    rule: str
    consolidated: "Basis | None" = None  # where a consolidation rests on something else

    def of(self, *, consolidation: bool) -> "Basis":
        """The basis for a split or for a consolidation."""
        return self.consolidated if consolidation and self.consolidated else self


@record(frozen=True)
class Quantity:
    """A calculated figure: `id` names it in JSON, in the workbook and in other formulas.

    `options[].underlying` is a column of the table `options`. `announced` says that issuers print
    the figure, so that a form field and a comparison stand beside it; `signed` that it may be below zero;
    `internal` that it is a step on the way to another one.
    """

    id: str
    label: str
    unit: Unit
    formula: str
    basis: Basis | None = None
    kind: Kind = Kind.NUMBER
    announced: bool = False
    internal: bool = False
    signed: bool = False
    options: tuple[Option, ...] = ()  # the codes of a choice and their words

    @property
    def table(self) -> str:
        """The table that the quantity is a column of, or nothing."""
        return table_of(self.id)

    @property
    def name(self) -> str:
        """The last part of the id."""
        return self.id.rpartition(".")[2]

    @property
    def node(self) -> Node:
        """The formula, read."""
        return parse(self.formula, self.table)
