"""Dividends are read on the basis of their record date, and left blank where that is not certain."""

import random
from collections.abc import Callable
from datetime import date
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


def test_a_fiscal_year_that_may_end_within_its_month_leaves_the_dividend_open() -> None:
    reading = read(
        "2024年12月10日\n株式分割に関するお知らせ\n2025年2月20日を基準日として1株を2株に分割いたします。\n効力発生日 2025年2月21日\n"
        "2.2025年2月期の配当予想の修正\n\t第2四半期末\t期末\t合計\n前回予想\t10円00銭\t10円00銭\t20円00銭\n"
        "今回修正予想\t10円00銭\t12円00銭\t22円00銭\n"
    )
    assert isinstance(reading, Reading)
    assert [row["record_date"] for row in rows_of(reading)] == [date(2024, 8, 31)]
    assert len(reading.problems) == 1


def test_amounts_on_the_other_basis_are_left_open() -> None:
    text = (
        "2024年8月9日\n株式分割に関するお知らせ\n2024年9月30日を基準日として1株を3株に分割いたします。\n効力発生日 2024年10月1日\n"
        "2.2025年3月期の配当予想の修正\n\t第2四半期末\t期末\t合計\n前回予想\t30円00銭\t30円00銭\t60円00銭\n"
    )
    before = read(text + "今回修正予想\t30円00銭\t36円00銭\t66円00銭\n")
    after = read(text + "今回修正予想\t10円00銭\t12円00銭\t22円00銭\n")
    assert isinstance(before, Reading)
    assert isinstance(after, Reading)
    assert [row["amount"] for row in rows_of(before)] == [30]
    assert [row["amount"] for row in rows_of(after)] == [12]
    assert len(before.problems) == len(after.problems) == 1
    assert not [path for path in (*before.terms, *after.terms) if "total" in path]


def test_a_total_that_its_amounts_do_not_make_is_said() -> None:
    reading = read(
        "2024年8月9日\n株式分割に関するお知らせ\n2025年3月31日を基準日として1株を3株に分割いたします。\n効力発生日 2025年4月1日\n"
        "2.2025年3月期の配当予想の修正\n\t第2四半期末\t期末\t合計\n前回予想\t30円00銭\t30円00銭\t60円00銭\n"
        "今回修正予想\t30円00銭\t36円00銭\t67円00銭\n"
    )
    assert isinstance(reading, Reading)
    assert rows_of(reading) == []
    assert len(reading.problems) == 1


def test_a_declared_dividend_is_read_with_its_days() -> None:
    reading = read(
        "Blue Harbor Corporation Announces Two-for-One Stock Split\nMay 10, 2024 -- Blue Harbor Corporation (NYSE: BLH) said its"
        " common shares will be split two-for-one effective June 10, 2024. The board also declared a quarterly dividend of $0.20"
        " per share, payable May 31, 2024 to shareholders of record on May 20, 2024.\n"
    )
    assert isinstance(reading, Reading)
    assert rows_of(reading) == [
        {
            "label": "Quarterly dividend",
            "record_date": date(2024, 5, 20),
            "payment_date": date(2024, 5, 31),
            "amount": Fraction(1, 5),
        }
    ]
