"""Random scenarios: every term by its kind, some missing, with the ratios and sizes that occur in the wild.

`scenarios()` is what an issuer could announce; `scenarios(wide=True)` goes to the bounds of every term.
Terms are found by looping over the declarations, so that a new term is drawn as soon as it is declared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from desktop.document.document import Document
from desktop.document.state import State
from desktop.domain.adr import Adr
from desktop.domain.formula import Kind
from desktop.domain.given import value_at
from desktop.domain.scenario import ANNOUNCEABLE, COLUMNS, PRINTED_ALONE, ROWS, SECTIONS, TERMS, Scenario
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.domain.term import COUNT_LIMIT, Given, Row, Term

T = TypeVar("T")

#: (old, new): splits, gratis allotments, consolidations, and a change of the ADR ratio alone.
SPLITS = (
    ("1", "2"), ("1", "3"), ("1", "5"), ("1", "25"), ("1", "100"), ("1", "10000"), ("1", "1.1"), ("1", "1.05"),
    ("1", "1.000001"), ("2", "3"), ("5", "6"), ("3", "7"), ("10", "11"), ("10", "1"), ("5", "1"), ("7", "3"),
    ("1000", "1"), ("1", "1"), ("1", "2.50"),
)  # fmt: skip

#: (ADRs, shares): so many ADRs stand for so many shares.
ADR_RATIOS = (("2", "1"), ("1", "1"), ("1", "10"), ("13", "10"), ("10", "1"), ("1", "2"), ("1", "0.5"), ("3", "7"))

#: Texts that something on the way could take for another thing: a formula, an error, a number, markup.
TEXTS = (
    "1st", "第1回新株予約権", "2020-A", "=1+1", "+81-3", "@SUM(A1)", "#N/A", "TRUE", "007", "1,5", "<b>&amp;</b>",
    "\"quoted\" 'it''s'", " spaced ", "ＡＢＣ１２３", "髙﨑𠮷野家", "é\u0301", "a\tb", "FY2020", "2021/3期",
)  # fmt: skip

COUNTS = (0, 1, 99, 100, 46_734_600, 2**31 - 1, 2**31, 78_277_066_617, 2**53 + 1, COUNT_LIMIT - 1, COUNT_LIMIT)
CURRENCIES = ("JPY", "JPY", "USD", "EUR", "KRW", "BHD")
PERIODS = ("FY2019", "FY2020", "fy2020", "2021年3月期", "FY 2020", "FY*", "FY20?0", "~FY")

#: Few, so that lots fall together; alike but for their case; and with what a search takes for wild cards.
ACCOUNTS = ("Midori", "MIDORI", "みどり証券", "A*", "AB", "A?", "A~", "~*", "Straße", "=A", "#N/A", "007", "7")


def maybe(values: SearchStrategy[T], missing: int = 4) -> SearchStrategy[T | None]:
    """Values of which one in `missing` is absent."""
    return st.integers(1, missing).flatmap(lambda n: st.none() if n == 1 else values)


def counts(largest: int = COUNT_LIMIT) -> SearchStrategy[int]:
    """Share counts: remarkable ones, everyday ones, and any up to the bound."""
    remarkable = [count for count in COUNTS if count <= largest]
    return st.sampled_from(remarkable) | st.integers(0, min(largest, 10**6)) | st.integers(0, largest)


def decimals(places: int = 3, largest: int = 10**6, least: int = 0) -> SearchStrategy[Decimal]:
    """Exact decimals with up to `places` digits after the point, written with their zeros (20.50)."""
    return st.integers(0, places).flatmap(
        lambda scale: st.integers(least, largest * 10**scale).map(lambda n: Decimal(n).scaleb(-scale))
    )


def days(first: date = date(1995, 1, 1), last: date = date(2040, 12, 31)) -> SearchStrategy[date]:
    """Days within the years of which closed days are known, unless told otherwise."""
    return st.dates(first, last)


def texts() -> SearchStrategy[str]:
    """Texts that a user could type, troublesome ones included."""
    printable = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))
    return st.sampled_from(TEXTS) | st.text(printable, min_size=1, max_size=20)


def ratios(pairs: Sequence[tuple[str, str]]) -> SearchStrategy[tuple[Decimal, Decimal]]:
    """One of the pairs, or any other with up to three decimals."""
    some = st.sampled_from(pairs).map(lambda pair: (Decimal(pair[0]), Decimal(pair[1])))
    return some | st.tuples(decimals(3, 1000, least=1), decimals(3, 1000, least=1))


_BY_PATH: Mapping[str, SearchStrategy[Any]] = {
    "company.currency": st.sampled_from(CURRENCIES),
    "company.unit": st.sampled_from((1, 10, 50, 100, 100, 500, 1000)),
    "company.unit_after": st.sampled_from((1, 10, 100, 100, 1000)),
    "prices.fx": decimals(2, 400, least=1),
    "adr.fee_per_100": decimals(2, 10),
    "options[].name": st.sampled_from(TEXTS),
    "options[].rights": counts(10**9),
    "options[].shares_per_right": decimals(0, 1000) | decimals(2, 10),
    "options[].face_value": st.sampled_from((Decimal(1_000_000), Decimal(5_000_000), Decimal("10000000.50"))),
    "options[].exercise_price": st.just(Decimal(1)) | decimals(3, 20_000),
    "dividends[].period": st.sampled_from(PERIODS),
    "dividends[].amount": decimals(3, 500),
    "dividends[].previous": decimals(3, 500),
    "benefits[].threshold": st.sampled_from((1, 100, 300, 1000)) | counts(10**5),
    "holdings[].account": st.sampled_from(ACCOUNTS) | texts(),
    "holdings[].quantity": decimals(0, 10**5) | decimals(0, 10**9) | decimals(4, 100),
    "holdings[].currency": st.sampled_from(CURRENCIES),
}

_WIDE: Mapping[Kind, SearchStrategy[Any]] = {
    Kind.NUMBER: decimals(6, 10**16 - 1),
    Kind.DATE: days(date(1900, 1, 1), date(2199, 12, 31)),
    Kind.TEXT: texts() | st.text(st.sampled_from("a 字\n\t𠮷"), min_size=1, max_size=1000),
}


def values(term: Term, *, wide: bool = False) -> SearchStrategy[Given]:
    """Values that a term may hold; `wide` goes to its bounds."""
    if term.name == "currency":
        return st.sampled_from(CURRENCIES)
    if wide and term.kind in _WIDE:
        found = _WIDE[term.kind]
        return found.filter(bool) if term.positive else found
    return _BY_PATH.get(term.path, _by_kind(term))


def _by_kind(term: Term) -> SearchStrategy[Any]:
    by_kind: dict[Kind, SearchStrategy[Any]] = {
        Kind.COUNT: counts(),
        Kind.NUMBER: decimals(least=int(term.positive)),
        Kind.DATE: days(),
        Kind.FLAG: st.booleans(),
        Kind.TEXT: texts(),
        Kind.CHOICE: st.sampled_from([option.code for option in term.options]) if term.options else st.nothing(),
    }
    return by_kind[term.kind]


def rows(table: str, *, wide: bool = False) -> SearchStrategy[Row]:
    """One row of a table, some of its cells missing."""
    return st.builds(ROWS[table], **{term.name: maybe(values(term, wide=wide), 6) for term in COLUMNS[table]})


def announced() -> SearchStrategy[dict[str, Given]]:
    """A few figures as an issuer prints them, right or wrong."""
    by_kind: dict[Kind, SearchStrategy[Any]] = {
        Kind.COUNT: counts(),
        Kind.NUMBER: decimals(),
        Kind.DATE: days(),
        Kind.FLAG: st.booleans(),
    }
    kinds = {name: quantity.kind for name, quantity in (PRINTED_ALONE | ANNOUNCEABLE).items()}
    kinds |= {f"dividends.total[{period}]": Kind.NUMBER for period in PERIODS}
    return st.lists(st.sampled_from(sorted(kinds)), max_size=4, unique=True).flatmap(
        lambda ids: st.fixed_dictionaries({quantity: by_kind[kinds[quantity]] for quantity in ids})
    )


@st.composite
def scenarios(draw: DrawFn, max_rows: int = 6, *, wide: bool = False) -> Scenario:
    """A scenario with terms missing at random and at most `max_rows` rows a table."""
    sections: dict[str, Any] = {
        name: kind(**{term.name: draw(maybe(values(term, wide=wide))) for term in _terms_of(name)})
        for name, kind in SECTIONS.items()
    }
    tables: dict[str, Any] = {name: tuple(draw(st.lists(rows(name, wide=wide), max_size=max_rows))) for name in ROWS}
    if not wide:
        sections["split"] = draw(_splits())
        sections["shares"] = draw(_shares(sections["shares"]))
        sections["schedule"] = draw(_schedules(sections["schedule"]))
        sections["adr"] = draw(_adrs(sections["adr"]))
    return Scenario(**sections, **tables, announced=draw(announced()))


def _terms_of(section: str) -> list[Term]:
    return [term for path, term in TERMS.items() if path.partition(".")[0] == section]


@st.composite
def _splits(draw: DrawFn) -> Split:
    old, new = draw(ratios(SPLITS))
    return Split(draw(maybe(st.just(old), 12)), draw(maybe(st.just(new), 12)))


@st.composite
def _shares(draw: DrawFn, shares: Shares) -> Shares:
    """No more treasury shares than issued ones, nor issued than authorised, most of the time."""
    treasury, issued, authorized = shares.treasury, shares.issued, shares.authorized
    if None in (treasury, issued, authorized) or draw(st.integers(0, 4)) == 0:
        return shares
    ordered = sorted(count for count in (treasury, issued, authorized) if count is not None)
    return replace(shares, treasury=ordered[0], issued=ordered[1], authorized=ordered[2])


@st.composite
def _schedules(draw: DrawFn, schedule: Schedule) -> Schedule:
    """Dates in their order most of the time: resolution, notice, record date, effective date."""
    record = schedule.record_date
    if record is None or draw(st.integers(0, 4)) == 0:
        return schedule

    def near(day: date | None, least: int, most: int) -> date | None:
        return None if day is None else record + timedelta(days=draw(st.integers(least, most)))

    return replace(
        schedule,
        resolution_date=near(schedule.resolution_date, -90, -20),
        notice_date=near(schedule.notice_date, -20, -10),
        effective_date=near(schedule.effective_date, 0, 3),
    )


@st.composite
def _adrs(draw: DrawFn, adr: Adr) -> Adr:
    """Pairs of the wild in place of single numbers; often no pair at all, or no new one."""
    old = draw(maybe(ratios(ADR_RATIOS))) or (None, None)
    new = draw(maybe(ratios(ADR_RATIOS), 2)) or (None, None)
    return replace(adr, old_adrs=old[0], old_shares=old[1], new_adrs=new[0], new_shares=new[1])


def paths(scenario: Scenario) -> list[str]:
    """Every path of a scenario: its scalar terms, its cells, and the figures that issuers print."""
    cells = [
        f"{table}[{row}].{term.name}"
        for table in ROWS
        for row in range(len(getattr(scenario, table)))
        for term in COLUMNS[table]
    ]
    return [*TERMS, *cells, *(f"announced.{quantity}" for quantity in ANNOUNCEABLE)]


def announced_terms(scenario: Scenario) -> dict[str, Given]:
    """What an announcement of a scenario says: its terms without those that nobody announces."""
    found = ((path, value_at(scenario, path)) for path in paths(scenario) if not path.startswith("candidate."))
    return {path: value for path, value in found if value is not None}


@st.composite
def states(draw: DrawFn, max_rows: int = 6, *, wide: bool = False) -> State:
    """A scenario and a few drafts: what a document without a source holds."""
    scenario = draw(scenarios(max_rows, wide=wide))
    drafts = draw(st.dictionaries(st.sampled_from(paths(scenario)), st.text("5,29x株\n字", min_size=1), max_size=4))
    document = Document(State(scenario))
    document.edit_many([], drafts)  # a path with a draft has no value
    return document.state
