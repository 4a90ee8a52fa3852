"""A check: a condition with its severity, its basis, and the sentences that tell of it."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from ..formula import Kind
from ..message import N_
from ..quantity import Basis, Quantity
from ..record import record
from ..term import NO_UNIT, Unit


class Severity(StrEnum):
    """How much it matters where a check fails."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def milder(self) -> "Severity":
        """One step lower; a note stays a note."""
        return {Severity.ERROR: Severity.WARNING}.get(self, Severity.INFO)


class State(StrEnum):
    """What a check came to. Unknown is what has no value: something that it rests on is not known."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class RowState(StrEnum):
    """What a check over rows says of one of them; without value where it cannot be decided."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_STATED = "not_stated"


@record(frozen=True)
class Check:
    """One check: it holds where `found` stands in the relation to `wanted`; both are formulas.

    `applies` are conditions that must all be met, looked at in this order; `milder` a condition under which a failure
    is one step less severe. A check over the rows of `table` has the formula `each` instead, which says of a row
    whether it agrees. Sentences may name `found`, `wanted` and the figures of `fields`, of the first row that differs.
    """

    id: str
    severity: Severity
    label: str
    basis: Basis
    holds: str
    fails: str
    goes_to: str  # the path of the field that a person will want to look at; {row} stands for the name of a row
    found: str = ""
    relation: str = "=="
    wanted: str = ""
    applies: tuple[str, ...] = ()
    milder: str = ""
    fine: str = ""  # when a failure is nothing to worry about
    fields: Mapping[str, str] = field(default_factory=dict)
    table: str = ""
    each: str = ""
    unit: Unit = NO_UNIT
    kind: Kind = Kind.COUNT

    @property
    def path(self) -> str:
        """The path of the state: checks.C05."""
        return f"checks.{self.id}"

    @property
    def row_path(self) -> str:
        """The column that says of each row whether it agrees: options[].C22."""
        return f"{self.table}[].{self.id}"

    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the check and its state, as quantities."""
        made = [
            Quantity(f"{self.path}.found", self.label, self.unit, self._found, kind=self.kind, internal=True),
            Quantity(f"{self.path}.wanted", self.label, self.unit, self._wanted, kind=self.kind, internal=True),
            Quantity(self.path, self.label, NO_UNIT, self._state, self.basis, kind=Kind.CHOICE, internal=True),
        ]
        if self.milder:
            made.append(self._condition("milder", self.milder))
        if self.each:
            made.append(Quantity(self.row_path, self.label, NO_UNIT, self.each, kind=Kind.CHOICE, internal=True))
        return tuple(made)

    def _condition(self, name: str, formula: str) -> Quantity:
        return Quantity(f"{self.path}.{name}", self.label, NO_UNIT, formula, kind=Kind.FLAG, internal=True)

    @property
    def _state(self) -> str:
        decided = f'IF({self.path}.found {self.relation} {self.path}.wanted, "holds", "fails")'
        for condition in reversed((*self.applies, *self._any_stated)):
            decided = f'IF({condition}, {decided}, "not_applicable")'
        return decided

    @property
    def _column(self) -> str:
        return f"{self.table}[:].{self.id}"

    @property
    def _any_stated(self) -> tuple[str, ...]:
        column = self._column
        return (f'COUNTIF({column}, "not_stated") < COUNT({column})',) if self.each else ()

    @property
    def _found(self) -> str:
        """The number of rows that differ; where none does, one that cannot be decided leaves the check open."""
        if not self.each:
            return self.found
        column = self._column
        differing = f'COUNTIF({column}, "differs")'
        undisputed = f'COUNTIF({column}, "agrees") + COUNTIF({column}, "not_stated")'
        return f"IF({differing} > 0, {differing}, IF({undisputed} == COUNT({column}), 0, MISSING))"

    @property
    def _wanted(self) -> str:
        return "0" if self.each else self.wanted


#: Conditions that several checks share.
JAPANESE_LAW = 'company.law == "JP"'
JAPANESE_MARKET = 'schedule.market == "JPX"'
SPLIT = "split.numerator > split.denominator"
CONSOLIDATION = "split.numerator < split.denominator"
RATIO_CHANGES = "split.numerator != split.denominator"


def compared(printed: str, calculated: str) -> str:
    """The formula of a row whose printed figure is held against the calculated one."""
    agrees = f'IF({printed} == {calculated}, "agrees", "differs")'
    return f'IF(KNOWN({printed}), {agrees}, "not_stated")'


ARITHMETIC = Basis("Arithmetic", N_("The figures of one announcement must fit together."))
