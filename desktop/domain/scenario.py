"""The scenario: every term of one event, and what follows from it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import field, fields, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_type_hints

from . import adr, benefits, candidate, company, dividends, holdings, options, prices, printed, schedule, shares, split
from .adr import Adr
from .articles import Articles
from .benefits import Benefit
from .calculation import Program, following, program
from .calendar import Calendar
from .candidate import Candidate
from .company import Company
from .dividends import Dividend
from .exact import UNREADABLE, Value
from .holdings import Holder, Lot
from .message import N_
from .options import Series
from .path import ANNOUNCED, name_of, table_of
from .prices import Prices
from .printed import Printed
from .quantity import Quantity
from .record import record
from .results import Results
from .schedule import Schedule
from .shares import Shares
from .split import Split
from .tables import NAMES, Calculated, constants
from .term import Given, Row, Term, exact_value, terms


@record(frozen=True)
class Scenario:
    """Everything given, in the order of an announcement. `announced` maps quantity ids to printed values."""

    company: Company = Company()
    split: Split = Split()
    schedule: Schedule = Schedule()
    shares: Shares = Shares()
    articles: Articles = Articles()
    options: tuple[Series, ...] = ()
    adr: Adr = Adr()
    prices: Prices = Prices()
    dividends: tuple[Dividend, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    holder: Holder = Holder()
    holdings: tuple[Lot, ...] = ()
    candidate: Candidate = Candidate()
    announced: Mapping[str, Given] = field(default_factory=dict)


#: Tables of rows: section -> class of its rows.
ROWS: dict[str, type[Row]] = {
    "options": Series,
    "dividends": Dividend,
    "benefits": Benefit,
    "holdings": Lot,
}

#: Sections of single fields: section -> its class.
SECTIONS: dict[str, type] = {
    name: kind for name, kind in get_type_hints(Scenario).items() if name not in ROWS and name != "announced"
}

#: Every scalar term by its path, in the order of the forms.
TERMS: dict[str, Term] = {t.path: t for name, section in SECTIONS.items() for t in terms(section, name)}

#: The terms of each table of rows, in the order of its columns.
COLUMNS: dict[str, tuple[Term, ...]] = {name: terms(row, f"{name}[]") for name, row in ROWS.items()}

QUANTITIES: dict[str, Quantity] = {
    q.id: q
    for section in (company, split, schedule, shares, prices, options, adr, dividends, benefits, holdings, candidate)
    for q in section.QUANTITIES
}  # fmt: skip

#: Tables whose rows follow from what is given.
CALCULATED: dict[str, Calculated] = {
    t.table: t
    for t in (dividends.PERIODS, holdings.ACCOUNTS, holdings.CURRENCIES, Calculated("candidates", "candidate.count"))
}

PRINTED = N_("As the issuer printed it")

#: The figures that issuers print and that are calculated here as well.
ANNOUNCEABLE: dict[str, Quantity] = {q.id: q for q in QUANTITIES.values() if q.announced}

#: The figures that issuers print and that are not calculated under the same name.
PRINTED_ALONE: dict[str, Printed] = {p.id: p for p in printed.PRINTED}

#: The printed total of dividends, by itself or with its period.
TOTAL = "dividends.total"

_OF_PERIOD = re.compile(r"([\w.]+)\[([^\]\[]{1,80})\]", re.ASCII)


def term_of(path: str) -> Term:
    """The term of a scalar (`shares.issued`), a cell (`options[3].rights`) or a printed figure (`announced.…`)."""
    if path.startswith(ANNOUNCED):
        return announced_term(path.removeprefix(ANNOUNCED))
    table = table_of(path)
    return next(t for t in COLUMNS[table] if t.name == name_of(path)) if table else TERMS[path]


def announced_term(figure: str) -> Term:
    """The field in which a figure stands as the issuer printed it. Raises KeyError where none is printed so."""
    found = QUANTITIES.get(figure)
    if found is not None and not found.table and not found.internal:
        return _printed_term(figure, found)
    of_period = _OF_PERIOD.fullmatch(figure) if figure.isprintable() else None
    alone = PRINTED_ALONE[of_period[1] if of_period else figure]
    if of_period is None:
        return _printed_term(figure, alone)
    if not alone.of_period:
        raise KeyError(figure)
    return replace(_printed_term(figure, alone), label=alone.of_period, period=of_period[2])


def _printed_term(figure: str, declared: Quantity | Printed) -> Term:
    return Term(
        f"{ANNOUNCED}{figure}",
        declared.kind,
        declared.label,
        PRINTED,
        declared.unit,
        "",
        (),
        positive=False,
        joins="",
        line="",
        signed=declared.signed,
    )


@lru_cache(maxsize=1)
def calculator() -> Program:
    """The program that calculates a scenario, built once from the declarations."""
    printed = tuple(announced_term(figure) for figure in (*ANNOUNCEABLE, TOTAL))
    counts = {table.table: table.count for table in CALCULATED.values()}
    return program((*TERMS.values(), *printed), COLUMNS, tuple(QUANTITIES.values()), counts, NAMES)


def given_to(
    scenario: Scenario, calendars: Mapping[str, Calendar]
) -> tuple[dict[str, Value | None], dict[str, tuple[Row, ...]], dict[str, Any]]:
    """What the calculation is given: scalars by path, rows by table, and the tables that formulas look into."""
    given: dict[str, Value | None] = {
        path: exact_value(getattr(getattr(scenario, path.partition(".")[0]), term.name)) for path, term in TERMS.items()
    }
    printed = {figure: exact_value(value) for figure, value in scenario.announced.items()}
    given |= {ANNOUNCED + figure: printed.get(figure) for figure in (*ANNOUNCEABLE, TOTAL)}
    return given, {name: getattr(scenario, name) for name in ROWS}, constants(calendars, _totals(printed))


def calculate(
    scenario: Scenario,
    unreadable: Collection[str] = (),
    calendars: Mapping[str, Calendar] = MappingProxyType({}),
    before: Results | None = None,
) -> Results:
    """Every value in force and every quantity that the scenario's terms allow.

    `unreadable` are the paths of fields that hold a text that cannot be read: no default takes their place.
    `calendars` are the closed days by market: without one there are no dates that count business days. `before` are
    results of another scenario, from which is taken over what is still true: that changes nothing but the time taken.
    """
    given, rows, tables = given_to(scenario, calendars)
    periods = (_OF_PERIOD.fullmatch(path.removeprefix(ANNOUNCED)) for path in unreadable)
    tables["announced.totals"] |= {found[2]: UNREADABLE for found in periods if found and found[1] == TOTAL}
    return calculator().run(given, rows, tables, before, unreadable)


def _totals(printed: Mapping[str, Value | None]) -> dict[str, Value]:
    """The printed totals of dividends by period."""
    found = ((_OF_PERIOD.fullmatch(figure), value) for figure, value in printed.items())
    return {key[2]: value for key, value in found if key and key[1] == TOTAL and value is not None}


@lru_cache(maxsize=1)
def inspector() -> Program:
    """The program of the checks, which goes on from the results; built when they are first looked at."""
    from .checks import QUANTITIES as FIGURES  # noqa: PLC0415  # not needed for the first picture

    return following(calculator(), FIGURES)


def inspected(results: Results, before: Results | None = None) -> Results:
    """The results with the figures and states of every check; `before` as in `calculate`."""
    return inspector().go_on(results, before)


def is_empty(scenario: Scenario) -> bool:
    """Whether nothing at all is given."""
    return all(getattr(scenario, f.name) == f.default for f in fields(scenario) if f.name != "announced") and not (
        scenario.announced
    )
