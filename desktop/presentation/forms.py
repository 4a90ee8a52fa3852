"""The forms: which terms stand in which section of the left side. Derived from the terms, in their order."""

from collections.abc import Collection
from enum import Enum
from itertools import islice

from ..domain.message import N_, Message
from ..domain.path import ANNOUNCED
from ..domain.record import record
from ..domain.scenario import ANNOUNCEABLE, COLUMNS, TERMS, Scenario, announced_term
from ..domain.term import Term


@record(frozen=True)
class FormLine:
    """One line of a form: one field, or two that a sign joins (1 → 2)."""

    terms: tuple[Term, ...]

    @property
    def label(self) -> Message:
        """The words before the fields."""
        return Message(self.terms[0].line) if self.terms[0].line else self.terms[0].words

    @property
    def joins(self) -> str:
        """The sign between the two fields."""
        return self.terms[0].joins


class Opens(Enum):
    """When a section stands open in a document that has just been opened."""

    ALWAYS = "always"
    WHEN_EMPTY = "while nothing is given yet"
    NEVER = "never"


#: Heading over the announced figures of a section.
AS_ANNOUNCED = N_("After the split, as announced")


@record(frozen=True)
class FormSection:
    """A section that folds: its lines, its table of rows, and the figures that issuers print.

    `totals` names the printed figure of which each fiscal year of the rows has a field below the table.
    """

    name: str
    title: str
    sections: tuple[str, ...] = ()  # of the scenario, whose terms stand here
    table: str = ""
    add_row: str = ""
    totals: str = ""
    opens: Opens = Opens.ALWAYS
    as_announced: str = AS_ANNOUNCED

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
        ids = (q for q in ANNOUNCEABLE if q.partition(".")[0] in self.sections)
        return tuple(f"{ANNOUNCED}{q}" for q in ids)


FORMS: tuple[FormSection, ...] = (
    FormSection("company", N_("Company"), ("company",), opens=Opens.WHEN_EMPTY),
    FormSection("split", N_("Split"), ("split",)),
    FormSection("schedule", N_("Schedule"), ("schedule",), as_announced=N_("Dates as announced")),
    FormSection("shares", N_("Shares"), ("shares", "articles")),
    FormSection("options", N_("Stock options"), table="options", add_row=N_("Add a series…"), opens=Opens.NEVER),
    FormSection("adr", N_("ADR"), ("adr",), opens=Opens.NEVER),
    FormSection(
        "dividends", N_("Dividends"), table="dividends", add_row=N_("Add a dividend…"), totals="dividends.total",
        opens=Opens.NEVER,
    ),
    FormSection(
        "benefits", N_("Shareholder benefits"), table="benefits", add_row=N_("Add a threshold…"), opens=Opens.NEVER
    ),
    FormSection("prices", N_("Prices"), ("prices",), opens=Opens.NEVER),
    FormSection(
        "holdings", N_("My holdings"), ("holder",), table="holdings", add_row=N_("Add a lot…"), opens=Opens.NEVER
    ),
)  # fmt: skip

#: So many fiscal years have a field for their total; an announcement speaks of two or three.
MOST_PERIODS = 12


def totals_of(form: FormSection, scenario: Scenario, drafts: Collection[str]) -> tuple[str, ...]:
    """The paths of the fields for totals as the issuer printed them: one for each period of the rows.

    Rows without periods have one total; what was printed for a period that has gone keeps its field.
    """
    rows = getattr(scenario, form.table) if form.totals else ()
    periods = [period for period in dict.fromkeys(row.period for row in rows) if period]
    figures = [f"{form.totals}[{period}]" for period in periods] if periods else [form.totals] if rows else []
    found = islice(filter(_can_be_announced, figures), MOST_PERIODS)
    kept = (path for path in (*(f"{ANNOUNCED}{f}" for f in scenario.announced), *drafts) if is_total(form, path))
    return tuple(dict.fromkeys((*(f"{ANNOUNCED}{figure}" for figure in found), *kept)))


def is_total(form: FormSection, path: str) -> bool:
    """Whether a path is that of a printed total of the section."""
    return bool(form.totals) and path.partition("[")[0] == f"{ANNOUNCED}{form.totals}"


def _can_be_announced(figure: str) -> bool:
    """Whether a file can name the total of a period: not of one that is long or has brackets."""
    try:
        announced_term(figure)
    except KeyError:
        return False
    return True


def folded_at_first(*, empty: bool) -> tuple[str, ...]:
    """The sections that stand folded in a document that has just been opened, `empty` where nothing is given."""
    closed = (Opens.NEVER,) if empty else (Opens.NEVER, Opens.WHEN_EMPTY)
    return tuple(form.name for form in FORMS if form.opens in closed)
