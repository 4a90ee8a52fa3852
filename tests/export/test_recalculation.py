"""LibreOffice calculates the same from the formulas alone: cell by cell, whole numbers to the digit."""

import math
import shutil
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from desktop.calendars import calendars
from desktop.domain.results import Results
from desktop.domain.scenario import QUANTITIES, TERMS, Scenario, calculate
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.export.names import defined_name
from tests.export.books import MODES, expected, formulas, named, recalculated, values, whole, write
from tests.strategies import scenarios

RANDOM, WIDE, WHOLE = 36, 20, 24

SPLITS = (("10", "1"), ("1", "1.1"), ("3", "7"), ("1", "10000"), ("1", "1"))


@dataclass(frozen=True)
class Written:
    """A book as it was written and as LibreOffice calculated it."""

    scenario: Scenario
    stored: Path
    fresh: Path


def drawn(count: int, *, wide: bool) -> list[Scenario]:
    found: list[Scenario] = []

    @settings(
        max_examples=count, derandomize=True, database=None, deadline=None, phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(scenarios(wide=wide))
    def collect(scenario: Scenario) -> None:
        found.append(scenario)

    collect()
    return found


def remarkable() -> list[Scenario]:
    shares = Shares(issued=10**14, treasury=10**13 + 1, authorized=10**14, authorized_after=10**14)
    splits = [Scenario(split=Split(Decimal(old), Decimal(new)), shares=shares) for old, new in SPLITS]
    return [Scenario(), *splits, replace(splits[0], shares=Shares(issued=78_277_066_617))]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Written]:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("books")
    found = remarkable() + drawn(RANDOM, wide=False) + drawn(WIDE, wide=True) + [whole(seed) for seed in range(WHOLE)]
    modes = [list(MODES)[number % len(MODES)] for number in range(len(found))]
    books = [
        write(folder / f"{number}-{mode}.xlsx", scenario, mode)
        for number, (scenario, mode) in enumerate(zip(found, modes, strict=True))
    ]
    fresh = recalculated(books, folder)
    return [Written(*parts) for parts in zip(found, books, fresh, strict=True)]


def same(stored: Any, fresh: Any) -> bool:
    numbers = all(isinstance(value, int | float) and not isinstance(value, bool) for value in (stored, fresh))
    if not numbers:
        return bool(stored == fresh)
    if float(stored).is_integer() and float(fresh).is_integer() and abs(stored) < 10**15:
        return bool(stored == fresh)
    # LibreOffice writes 15 digits; what differences of large numbers leave beyond them is noise.
    return math.isclose(stored, fresh, rel_tol=1e-13, abs_tol=1e-9)


@pytest.mark.office
def test_every_formula_gives_its_stored_value(written: list[Written]) -> None:
    assert len(written) >= 50
    wrong = []
    for book in written:
        stored, fresh = values(book.stored), values(book.fresh)
        for place, formula in formulas(book.stored).items():
            pair = stored.get(place), fresh.get(place)
            if not same(*pair):
                wrong.append((book.stored.name, place, formula, *pair))
    assert not wrong, "\n".join(map(str, wrong[:40]))


@pytest.mark.office
def test_no_cell_holds_an_error(written: list[Written]) -> None:
    errors = []
    for book in written:
        live, fresh = formulas(book.stored), values(book.fresh)
        errors += [(book.fresh.name, p, fresh[p]) for p in live if str(fresh.get(p, "")).startswith("#")]
    assert not errors, "\n".join(map(str, errors[:40]))


@pytest.mark.office
def test_named_cells_are_what_is_calculated(written: list[Written]) -> None:
    wrong = []
    for book in written:
        found, results = named(book.fresh), calculate(book.scenario, calendars=calendars())
        for path in (*TERMS, *(q.id for q in QUANTITIES.values() if not q.table)):
            value = expected(results.value(path))
            if not same(found[defined_name(path)], value) and not is_date_left_out(results, path):
                wrong.append((book.fresh.name, path, found[defined_name(path)], value))
    assert not wrong, "\n".join(map(str, wrong[:40]))


def is_date_left_out(results: Results, path: str) -> bool:
    """A date before March 1900 is blank in a workbook, and so is what follows from it."""
    return expected(results.value(path)) is None
