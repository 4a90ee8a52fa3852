"""The scenario: every term of one event, and what follows from it."""

from collections.abc import Collection, Mapping
from dataclasses import field, fields
from functools import lru_cache
from typing import get_type_hints

from . import adr, company, options, prices, schedule, shares, split
from .adr import Adr
from .articles import Articles
from .benefits import Benefit
from .calculation import Program, program
from .company import Company
from .dividends import Dividend
from .exact import Value
from .holdings import Holder, Lot
from .message import N_
from .options import Series
from .prices import Prices
from .quantity import Quantity
from .record import record
from .results import Results
from .schedule import Schedule
from .shares import Shares
from .split import Split
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
    for section in (company, split, schedule, shares, prices, options, adr)
    for q in section.QUANTITIES
}  # fmt: skip

PRINTED = N_("As the issuer printed it")

#: The figures that issuers print and that are calculated here as well.
ANNOUNCED: dict[str, Quantity] = {q.id: q for q in QUANTITIES.values() if q.announced}


def term_of(path: str) -> Term:
    """The term of a scalar (`shares.issued`), a cell (`options[3].rights`) or a printed figure (`announced.…`)."""
    if path.startswith("announced."):
        return announced_term(path.removeprefix("announced."))
    table, bracket, rest = path.partition("[")
    if not bracket:
        return TERMS[path]
    name = rest.partition("].")[2]
    return next(t for t in COLUMNS[table] if t.name == name)


def announced_term(quantity: str) -> Term:
    """The field in which a figure stands as the issuer printed it."""
    q = QUANTITIES[quantity]
    return Term(
        f"announced.{q.id}",
        q.kind,
        q.label,
        PRINTED,
        q.unit,
        "",
        (),
        positive=False,
        joins="",
        line="",
        signed=q.signed,
    )


@lru_cache(maxsize=1)
def calculator() -> Program:
    """The program that calculates a scenario, built once from the declarations."""
    return program(tuple(TERMS.values()), tuple(COLUMNS.items()), tuple(QUANTITIES.values()))


def calculate(scenario: Scenario, unreadable: Collection[str] = ()) -> Results:
    """Every value in force and every quantity that the scenario's terms allow.

    `unreadable` are the paths of fields that hold a text that cannot be read: no default takes their place.
    """
    given: dict[str, Value | None] = {
        path: exact_value(getattr(getattr(scenario, path.partition(".")[0]), term.name)) for path, term in TERMS.items()
    }
    rows = {name: getattr(scenario, name) for name in ROWS}
    results = calculator().run(given, rows)
    blocked = [path for path in unreadable if not path.startswith("announced.") and term_of(path).default]
    return calculator().withheld(results, blocked) if blocked else results


def is_empty(scenario: Scenario) -> bool:
    """Whether nothing at all is given."""
    return all(getattr(scenario, f.name) == f.default for f in fields(scenario) if f.name != "announced") and not (
        scenario.announced
    )
