"""Calculations that take over from the one before, and the module of formulas that a wheel brings along."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from time import perf_counter
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from desktop.calendars import calendars
from desktop.domain.adr import Adr
from desktop.domain.calculation import fingerprint, module_source, stages_of
from desktop.domain.candidate import Candidate
from desktop.domain.declarations import Formulas
from desktop.domain.exact import Unreadable
from desktop.domain.holdings import Lot
from desktop.domain.prices import Prices
from desktop.domain.scenario import QUANTITIES, ROWS, Scenario, calculate, calculator, given_to, inspected
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from tests.strategies import paths, rows, scenarios


@st.composite
def edits(draw: DrawFn) -> tuple[Scenario, Scenario]:
    """A scenario, and what a person makes of it: another section, or other, more, fewer or moved rows of a table."""
    scenario, other = draw(scenarios()), draw(scenarios())
    name = draw(st.sampled_from([f.name for f in fields(scenario)]))
    if name not in ROWS:
        return scenario, replace(scenario, **{name: getattr(other, name)})
    present = list(getattr(scenario, name))
    place = draw(st.integers(0, len(present)))
    count = draw(st.integers(0, 2))
    present[place : place + count] = draw(st.lists(rows(name), min_size=count and 1, max_size=2))
    return scenario, replace(scenario, **{name: tuple(present)})  # type: ignore[arg-type]  # tables by name


@settings(max_examples=150)
@given(edits())
def test_what_was_calculated_before_changes_nothing_but_the_time(edit: tuple[Scenario, Scenario]) -> None:
    scenario, changed = edit
    before = calculate(scenario, (), calendars())
    found, fresh = calculate(changed, (), calendars(), before), calculate(changed, (), calendars())
    assert found == fresh
    assert inspected(found, before=inspected(before)) == inspected(fresh)
    assert calculate(scenario, (), calendars(), found) == before  # and back


@settings(max_examples=100)
@given(edits(), st.data())
def test_what_cannot_be_read_is_unknown_in_renewed_results_too(
    edit: tuple[Scenario, Scenario], data: st.DataObject
) -> None:
    scenario, changed = edit
    first, then = (data.draw(st.lists(st.sampled_from(paths(s)), max_size=3)) for s in edit)
    before = calculate(scenario, first, calendars())
    found, fresh = calculate(changed, then, calendars(), before), calculate(changed, then, calendars())
    assert found == fresh
    checked = inspected(found, before=inspected(before))
    assert checked == inspected(fresh)
    assert not any(isinstance(value, Unreadable) for value in checked.scalars.values())
    assert not any(isinstance(value, Unreadable) for column in checked.columns.values() for value in column)


IIJ = Scenario(
    split=Split(Decimal(1), Decimal(2)),
    schedule=Schedule(record_date=date(2020, 12, 31)),
    prices=Prices(share=Decimal(1000)),
    holdings=(Lot(quantity=Decimal(100)), Lot(quantity=Decimal(100), kind="adr")),
    adr=Adr(Decimal(2), Decimal(1)),
)


@pytest.mark.parametrize(
    ("draft", "unknown", "known"),
    [
        ("candidate.old", (), ("candidates[0].issued_after", "candidates[0].new")),
        ("candidate.new", ("candidates[5].new",), ("candidates[4].new",)),
        ("adr.new_adrs", ("holdings[1].quantity_after",), ("holdings[0].quantity_after",)),
        ("schedule.effective_date", ("schedule.effective_date",), ("schedule.ex_date", "prices.split_adjusted")),
        ("holdings[0].acquired", ("holdings[0].quantity_after",), ("holdings[1].quantity_after",)),
        ("prices.date", ("prices.split_adjusted",), ("schedule.ex_date",)),
        ("schedule.record_date", ("prices.split_adjusted", "holdings[0].quantity_after"), ("shares.issued_after",)),
        ("adr.effective_date", ("holdings[1].quantity_after",), ("holdings[0].quantity_after",)),
        ("company.unit", ("prices.unit_amount",), ("prices.split_adjusted",)),
    ],
)
def test_what_cannot_be_read_leaves_unknown_what_reaches_it_and_nothing_else(
    draft: str, unknown: Sequence[str], known: Sequence[str]
) -> None:
    bought = tuple(replace(lot, acquired=date(2020, 12, 1)) for lot in IIJ.holdings)
    prices = replace(IIJ.prices, date=date(2020, 11, 9))
    scenario = replace(
        IIJ, shares=Shares(issued=1000), candidate=Candidate(new=Decimal(7)), holdings=bought, prices=prices
    )  # fmt: skip
    found = calculate(scenario, [draft], calendars())
    assert [path for path in unknown if found.value(path) is not None] == []
    assert [path for path in known if found.value(path) is None] == []


def test_ten_thousand_fields_that_cannot_be_read_take_no_longer_than_ten_thousand_others() -> None:
    scenario = replace(IIJ, holdings=(Lot(quantity=Decimal(100)),) * 3000)
    plain = timed(lambda: calculate(scenario, (), calendars()))
    drafts = [f"holdings[{n}].kind" for n in range(3000)]
    calculate(IIJ, drafts[:1], calendars())  # compiles the careful formulas
    assert timed(lambda: calculate(scenario, drafts, calendars())) < 10 * plain


def timed(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _compiled() -> ModuleType:
    """The module that a wheel brings along."""
    module = ModuleType("desktop.domain.compiled")
    module.__package__ = "desktop.domain"
    exec(compile(module_source(calculator()), "compiled.py", "exec"), module.__dict__)  # noqa: S102  # our own source
    return module


COMPILED = _compiled()


@settings(max_examples=20)
@given(scenarios())
def test_the_module_of_a_wheel_calculates_what_the_declarations_say(scenario: Scenario) -> None:
    program = calculator()
    brought = replace(program, stages=stages_of(COMPILED, program.formulas, program.kinds))
    assert [stage.paths for stage in brought.stages] == [stage.paths for stage in program.stages]
    assert brought.run(*given_to(scenario, calendars())) == calculate(scenario, (), calendars())


def test_a_module_of_other_formulas_is_not_used() -> None:
    present = calculator().formulas
    assert isinstance(present, Formulas)
    assert fingerprint(present) == COMPILED.FINGERPRINT
    assert fingerprint(Formulas((), tuple(QUANTITIES.values())[1:])) != COMPILED.FINGERPRINT
