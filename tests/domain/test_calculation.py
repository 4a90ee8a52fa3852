"""Calculations that take over from the one before, and the module of formulas that a wheel brings along."""

from dataclasses import fields, replace
from types import ModuleType

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from desktop.calendars import calendars
from desktop.domain.calculation import Formulas, fingerprint, module_source, stages_of
from desktop.domain.scenario import QUANTITIES, ROWS, Scenario, calculate, calculator, given_to, inspected
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
    return scenario, replace(scenario, **{name: tuple(present)})


@settings(max_examples=150)
@given(edits())
def test_what_was_calculated_before_changes_nothing_but_the_time(edit: tuple[Scenario, Scenario]) -> None:
    scenario, changed = edit
    before = calculate(scenario, (), calendars())
    found, fresh = calculate(changed, (), calendars(), before), calculate(changed, (), calendars())
    assert found == fresh
    assert inspected(found, before=inspected(before)) == inspected(fresh)
    assert calculate(scenario, (), calendars(), found) == before  # and back


@settings(max_examples=30)
@given(scenarios(), st.data())
def test_what_cannot_be_read_is_withheld_from_renewed_results_too(scenario: Scenario, data: st.DataObject) -> None:
    drafts = data.draw(st.lists(st.sampled_from(paths(scenario)), max_size=2))
    before = calculate(scenario, drafts, calendars())
    assert calculate(scenario, drafts, calendars(), before) == before
    assert calculate(scenario, (), calendars(), before) == calculate(scenario, (), calendars())


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
