"""What is judged at a glance of thousands of rows is what each row by itself comes to."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.calendars import calendars
from desktop.domain.bounds import Table, carries_rows
from desktop.domain.doubles import carries
from desktop.domain.holdings import Lot
from desktop.domain.path import cell_path, table_of
from desktop.domain.results import Results
from desktop.domain.scenario import Scenario, calculate, calculator
from desktop.domain.split import Split
from tests.export.books import whole
from tests.strategies import scenarios


def judged_wrongly(scenario: Scenario) -> list[tuple[str, int]]:
    """The rows of which the glance says another thing than a closer look."""
    results = calculate(scenario, calendars=calendars())
    table = Table(calculator().kinds, results.scalars, results.columns)
    wrong = []
    for path, node in calculator().formulas.items():
        if table_of(path) and results.rows(table_of(path)):
            found = carries_rows(node, table, results.column(path))
            wrong += [(path, row) for row, answer in enumerate(found) if answer != _by_itself(results, path, row)]
    return wrong


def _by_itself(results: Results, path: str, row: int) -> bool:
    def lookup(name: str) -> object:
        return results.value(cell_path(name, row)) if "[]" in name else results.scalars.get(name)

    return carries(calculator().formulas[path], calculator().kinds, lookup, results.column)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios(12, wide=True))
def test_a_glance_says_what_each_row_says(scenario: Scenario) -> None:
    assert not judged_wrongly(scenario)


def test_rows_in_another_currency_are_no_measure() -> None:
    lots = (
        Lot("A", quantity=Decimal(1), cost=Decimal("1.5"), currency="EUR"),
        Lot("B", quantity=Decimal("0.000001"), cost=Decimal("0.000001"), currency="JPY"),
    )
    assert not judged_wrongly(Scenario(split=Split(Decimal(1), Decimal(10**7)), holdings=lots))


@pytest.mark.parametrize("seed", range(4))
def test_a_glance_says_what_each_row_says_of_everyday_figures(seed: int) -> None:
    assert not judged_wrongly(whole(seed))
