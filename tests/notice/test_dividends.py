"""Dividends are read on the basis of their record date, and left blank where that is not certain."""

import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.domain.path import name_of, row_of, table_of
from desktop.notice.reading import Reading, read
from tests.notice import payments
from tests.notice.announcements import table_en, table_ja
from tests.notice.payments import Forecast, expected, forecast

Rows = list[dict[str, object]]
SECTIONS: dict[str, tuple[Callable[..., str], Callable[..., str]]] = {
    "ja": (table_ja, payments.section_ja),
    "en": (table_en, payments.section_en),
}


def rows_of(reading: Reading) -> Rows:
    """The rows of dividends of a reading, in their order."""
    found = dict[int, dict[str, object]]()
    for path, value in reading.terms.items():
        if table_of(path) == "dividends":
            exact = Fraction(value) if isinstance(value, Decimal) else value
            found.setdefault(row_of(path) or 0, {})[name_of(path)] = exact
    return [row for _, row in sorted(found.items())]


def without_names(rows: Rows) -> Rows:
    return [{name: value for name, value in row.items() if name not in ("label", "period")} for row in rows]


def announcement(language: str, shape: str, seed: int, *, has_other_basis: bool = True) -> tuple[str, Forecast]:
    chance = random.Random(f"{language}{shape}{seed}")
    stated = forecast(chance)
    write, section = SECTIONS[language]
    part = section(stated, chance, payments.SHAPES[shape], has_other_basis=has_other_basis)
    return write(stated.event, chance).removesuffix("以上\n") + part, stated


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("shape", payments.SHAPES)
@pytest.mark.parametrize("language", SECTIONS)
def test_a_table_is_read_as_it_was_written(language: str, shape: str, seed: int) -> None:
    text, stated = announcement(language, shape, seed)
    reading = read(text)
    assert isinstance(reading, Reading)
    assert without_names(rows_of(reading)) == expected(stated), text
    assert not reading.problems


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("shape", payments.SHAPES)
@pytest.mark.parametrize("language", SECTIONS)
def test_without_the_other_basis_nothing_wrong_is_read(language: str, shape: str, seed: int) -> None:
    text, stated = announcement(language, shape, seed, has_other_basis=False)
    reading = read(text)
    assert isinstance(reading, Reading)
    known = {row["record_date"]: row for row in expected(stated)}
    for row in without_names(rows_of(reading)):
        whole = known[row["record_date"]]
        assert row == {name: whole[name] for name in row}, text


def written(language: str, seed: int, shape: str) -> tuple[str, Forecast]:
    """An announcement whose forecast stands in sentences, or in a table the other way round."""
    chance = random.Random(f"{language}{shape}{seed}")
    stated = forecast(chance)
    write, section = SECTIONS[language]
    sentences = {"ja": payments.sentences_ja, "en": payments.sentences_en}[language]
    is_table = shape == "table"
    part = section(stated, chance, payments.other_way_round) if is_table else sentences(stated, chance)
    return write(stated.event, chance).removesuffix("以上\n") + part, stated


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("language", SECTIONS)
def test_sentences_are_read_as_they_were_written(language: str, seed: int) -> None:
    text, stated = written(language, seed, "sentences")
    reading = read(text)
    assert isinstance(reading, Reading)
    found = without_names(rows_of(reading))
    assert found == expected(stated), text


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("language", SECTIONS)
def test_in_a_table_the_other_way_round_nothing_wrong_is_read(language: str, seed: int) -> None:
    text, stated = written(language, seed, "table")
    reading = read(text)
    assert isinstance(reading, Reading)
    known = {row["record_date"]: row for row in expected(stated)}
    found = without_names(rows_of(reading))
    assert len(found) + len(reading.problems) > 1, text
    for row in found:
        whole = known[row["record_date"]]
        assert row == {name: whole[name] for name in row}, text


def test_every_value_of_a_row_has_its_place() -> None:
    text, _ = announcement("ja", "by_line", 1)
    reading = read(text)
    assert isinstance(reading, Reading)
    places = {place.path: place for place in reading.places}
    for path, value in reading.terms.items():
        if path.endswith((".amount", ".previous")):
            assert Fraction(str(value)) == payments.read_amount(text[places[path].start : places[path].end])
        if path.startswith("dividends") and path.endswith(".record_date"):
            assert places[path].inferred
