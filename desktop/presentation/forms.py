"""The forms: which terms stand in which section of the left side. Derived from the terms, in their order."""

from ..domain.message import N_
from ..domain.record import record
from ..domain.scenario import ANNOUNCED, COLUMNS, TERMS
from ..domain.term import Term


@record(frozen=True)
class FormLine:
    """One line of a form: one field, or two that a sign joins (1 → 2)."""

    terms: tuple[Term, ...]

    @property
    def label(self) -> str:
        """The words before the fields."""
        return self.terms[0].line or self.terms[0].label

    @property
    def joins(self) -> str:
        """The sign between the two fields."""
        return self.terms[0].joins


@record(frozen=True)
class FormSection:
    """A section that folds: its lines, its table of rows, and the figures that issuers print."""

    name: str
    title: str
    sections: tuple[str, ...] = ()  # of the scenario, whose terms stand here
    table: str = ""
    add_row: str = ""

    @property
    def lines(self) -> tuple[FormLine, ...]:
        """The lines, two joined fields on one."""
        found = [t for t in TERMS.values() if t.path.partition(".")[0] in self.sections]
        lines: list[FormLine] = []
        while found:
            count = 2 if found[0].joins else 1
            lines.append(FormLine(tuple(found[:count])))
            found = found[count:]
        return tuple(lines)

    @property
    def columns(self) -> tuple[Term, ...]:
        """The columns of the section's table of rows."""
        return COLUMNS.get(self.table, ())

    @property
    def announced(self) -> tuple[str, ...]:
        """The paths of the fields for figures as the issuer printed them."""
        ids = (q for q in ANNOUNCED if q.partition(".")[0] in self.sections)
        return tuple(f"announced.{q}" for q in ids)


FORMS: tuple[FormSection, ...] = (
    FormSection("company", N_("Company"), ("company",)),
    FormSection("split", N_("Split"), ("split",)),
    FormSection("schedule", N_("Schedule"), ("schedule",)),
    FormSection("shares", N_("Shares"), ("shares", "articles")),
    FormSection("options", N_("Stock options"), table="options", add_row=N_("Add a series…")),
    FormSection("adr", N_("ADR"), ("adr",)),
    FormSection("prices", N_("Prices"), ("prices",)),
)

#: Heading over the announced figures of a section.
AS_ANNOUNCED = N_("After the split, as announced")
