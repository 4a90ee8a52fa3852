"""The scenario file: what is written is read back, and what is wrong is refused with its place."""

import codecs
import errno
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import assets
from desktop.document import scenario_file
from desktop.document.scenario_file import Loaded, dumps, load, loads, save
from desktop.document.state import Mark, Source, State
from desktop.domain.holdings import Lot
from desktop.domain.options import Series
from desktop.domain.scenario import ROWS, SECTIONS, Scenario, calculate
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.files import FileProblem
from tests.strategies import states


def content(**parts: Any) -> dict[str, Any]:
    return {"format": "bunkatsu", "version": 1, "terms": {}} | parts


def read(**parts: Any) -> Loaded | FileProblem:
    return loads(json.dumps(content(**parts)))


def state_of(**parts: Any) -> State:
    loaded = read(**parts)
    assert isinstance(loaded, Loaded), str(loaded)
    return loaded.state


def problem(text: str | bytes) -> str:
    found = loads(text)
    assert isinstance(found, FileProblem), found
    return str(found)


def with_terms(terms: str) -> str:
    return f'{{"format": "bunkatsu", "version": 1, "terms": {terms}}}'


@given(states() | states(max_rows=2, wide=True))
def test_what_is_written_is_read_back(state: State) -> None:
    text = dumps(state)
    loaded = loads(text.encode())
    assert isinstance(loaded, Loaded), str(loaded)
    assert loaded.state == state
    assert dumps(loaded.state) == text  # the zeros of 20.50 too
    assert isinstance(json.loads(text), dict)


@given(st.binary(max_size=60) | st.text(max_size=60) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(("format", "version", "terms", "source", "drafts", "options", "announced", *SECTIONS)),
        inner, max_size=4,
    ),
).map(json.dumps))  # fmt: skip
def test_no_content_is_an_exception(text: str | bytes) -> None:
    assert isinstance(loads(text), Loaded | FileProblem)


@given(states(max_rows=2), st.data())
def test_no_damage_is_an_exception(state: State, data: st.DataObject) -> None:
    text = dumps(state)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 8)))
    damaged = (
        text[:start] + data.draw(st.sampled_from(("", "0", "-", "null", '"', "}", "1e9", "Infinity"))) + text[end:]
    )
    assert isinstance(loads(damaged), Loaded | FileProblem)


LAID_OUT = """\
{
  "format": "bunkatsu",
  "version": 1,
  "terms": {
    "split": {
      "old": "1",
      "new": "1.10"
    },
    "shares": {
      "issued": 46734600,
      "may_increase": false
    },
    "options": [
      {"name": "第1回", "exercise_price": "20.50"},
      {}
    ],
    "announced": {
      "shares.issued_after": 93469200,
      "prices.unit_factor": "0.5",
      "adr.neutral": true
    }
  },
  "source": {
    "text": "…",
    "marks": [
      {"path": "shares.issued", "start": 0, "end": 1}
    ]
  },
  "drafts": {
    "company.unit": "?",
    "prices.share": "5,29x"
  }
}
"""


def test_file_is_laid_out_for_people() -> None:
    scenario = Scenario(
        split=Split(Decimal(1), Decimal("1.10")),
        shares=Shares(issued=46_734_600, may_increase=False),
        options=(Series(name="第1回", exercise_price=Decimal("20.50")), Series()),
        announced={"prices.unit_factor": Decimal("0.5"), "shares.issued_after": 93_469_200, "adr.neutral": True},
    )
    state = State(scenario, {"prices.share": "5,29x", "company.unit": "?"}, Source("…", (Mark("shares.issued", 0, 1),)))
    assert dumps(state) == LAID_OUT
    assert loads(dumps(state)) == Loaded(state)


def test_empty_state_is_a_file() -> None:
    assert loads(dumps(State())) == Loaded(State())


def test_file_of_the_contract_is_read() -> None:
    text = """{"format": "bunkatsu", "version": 1,
 "terms": {"split": {"old": "1", "new": "2"}, "shares": {"issued": 46734600}, "options": [],
           "announced": {"shares.issued_after": 93469200}},
 "source": {"text": "…", "marks": []},
 "drafts": {"prices.share": "5,29x"}}"""
    scenario = Scenario(
        split=Split(Decimal(1), Decimal(2)),
        shares=Shares(issued=46_734_600),
        announced={"shares.issued_after": 93_469_200},
    )
    assert loads(text) == Loaded(State(scenario, {"prices.share": "5,29x"}, Source("…")))


def test_byte_order_mark_is_tolerated() -> None:
    text = dumps(State())
    assert loads(codecs.BOM_UTF8 + text.encode()) == loads("\ufeff" + text) == Loaded(State())


@pytest.mark.parametrize(
    ("written", "value"),
    [('"20.50"', "20.50"), ("20", "20"), ("20.50", "20.50"), ("0.1", "0.1"), ("1e2", "100"), ('"007"', "7"),
     ("-0.0", "0.0"), ('"9999999999999999.999999"', "9999999999999999.999999")],
)  # fmt: skip
def test_decimals_are_read_exactly(written: str, value: str) -> None:
    loaded = loads(with_terms(f'{{"prices": {{"share": {written}}}}}'))
    assert isinstance(loaded, Loaded)
    assert str(loaded.scenario.prices.share) == value


def test_empty_texts_are_absent() -> None:
    state = state_of(terms={"company": {"name": ""}}, drafts={"shares.issued": ""})
    assert state == State()


def test_printed_decrease_is_below_zero() -> None:
    announced = state_of(
        terms={"announced": {"shares.increase": -9, "split.increase_ratio": "-0.9"}}
    ).scenario.announced
    assert announced == {"shares.increase": -9, "split.increase_ratio": Decimal("-0.9")}


def test_announced_figures_of_periods_are_read() -> None:
    announced = {"dividends.total[FY2020]": "30.75", "schedule.record_date_in_substance": "2020-12-30"}
    assert state_of(terms={"announced": announced}).scenario.announced == {
        "dividends.total[FY2020]": Decimal("30.75"),
        "schedule.record_date_in_substance": date(2020, 12, 30),
    }


NUMBER = 'expected a number such as "20.50"'
WRONG_LEAVES = [
    ("shares.issued", "true", "expected a whole number"),
    ("shares.issued", "null", "expected a whole number"),
    ("shares.issued", '"1000"', "expected a whole number"),
    ("shares.issued", "1.0", "expected a whole number"),
    ("shares.issued", "1e3", "expected a whole number"),
    ("shares.issued", "NaN", "expected a whole number"),
    ("shares.issued", "Infinity", "expected a whole number"),
    ("shares.issued", "-Infinity", "expected a whole number"),
    ("shares.issued", "1E+999999", "expected a whole number"),
    ("shares.issued", "1E+999999999999999999999999", "expected a whole number"),
    ("shares.issued", "[]", "expected a whole number"),
    ("shares.issued", "-1", "must not be less than zero"),
    ("shares.issued", "100000000000001", "is more than 100000000000000"),
    ("shares.issued", "9" * 5_000, "is more than 100000000000000"),
    ("prices.share", "true", NUMBER),
    ("prices.share", "null", NUMBER),
    ("prices.share", "NaN", NUMBER),
    ("prices.share", '"NaN"', NUMBER),
    ("prices.share", '"Infinity"', NUMBER),
    ("prices.share", "Infinity", NUMBER),
    ("prices.share", "1E+999999", NUMBER),
    ("prices.share", '"1E+999999"', NUMBER),
    ("prices.share", '"1e3"', NUMBER),
    ("prices.share", '"1,000"', NUMBER),
    ("prices.share", '"１"', NUMBER),
    ("prices.share", '" 1"', NUMBER),
    ("prices.share", '"1\\n"', NUMBER),
    ("prices.share", '"1."', NUMBER),
    ("prices.share", '""', NUMBER),
    ("prices.share", '"-1"', "must not be less than zero"),
    ("prices.share", '"12345678901234567"', "has more than 16 digits before the point"),
    ("prices.share", "9" * 5_000, "has more than 16 digits before the point"),
    ("prices.share", '"0.0000001"', "has more than 6 digits after the point"),
    ("prices.share", "1e-7", "has more than 6 digits after the point"),
    ("split.new", '"0"', "must be more than zero"),
    ("split.old", "0", "must be more than zero"),
    ("split.old", '"-1"', "must be more than zero"),
    ("adr.new_adrs", '"0.00"', "must be more than zero"),
    ("prices.date", "20201231", "expected a date such as 2020-12-31"),
    ("prices.date", '"20201231"', "expected a date such as 2020-12-31"),
    ("prices.date", '"2020-W53-4"', "expected a date such as 2020-12-31"),
    ("prices.date", '"2020/12/31"', "expected a date such as 2020-12-31"),
    ("prices.date", '"2021-02-29"', "expected a date such as 2020-12-31"),
    ("prices.date", '"2020-12-31T00:00:00"', "expected a date such as 2020-12-31"),
    ("prices.date", '"1899-12-31"', "the year must lie between 1900 and 2199"),
    ("prices.date", '"2200-01-01"', "the year must lie between 1900 and 2199"),
    ("shares.may_increase", "1", "expected true or false"),
    ("shares.may_increase", '"true"', "expected true or false"),
    ("schedule.market", '"jpx"', "expected one of JPX, XNYS"),
    ("schedule.market", "[]", "expected one of JPX, XNYS"),
    ("holder.pooling", '""', "expected one of account, lot, holder"),
    ("company.name", "3774", "expected a text"),
    ("company.name", "null", "expected a text"),
    ("company.name", f'"{"x" * 1_001}"', "is longer than 1000 characters"),
    ("company.name", '"\\ud800"', "holds characters that are no text"),
    ("company.name", '"a\\u0000b"', "holds control characters"),
    ("company.currency", '"yen"', "expected three capital letters of ISO 4217 such as JPY"),
    ("company.nothing", "1", "there is no such name"),
    ("announced.shares.issued_after", '"5"', "expected a whole number"),
    ("announced.shares.issued_after", "-5", "must not be less than zero"),
    ("announced.prices.unit_factor", '"x"', NUMBER),
    ("announced.adr.neutral", '"yes"', "expected true or false"),
    ("announced.schedule.record_date_in_substance", "5", "expected a date such as 2020-12-31"),
    ("announced.shares.nothing", "5", "there is no such name"),
    ("announced.options[].underlying", "5", "there is no such name"),
    ("announced.dividends.total[]", '"5"', "there is no such name"),
    ("announced.dividends.total[FY2020]", "true", NUMBER),
    ("announced.dividends.total[FY2020]", '"-1"', "must not be less than zero"),
    ("announced.dividends.nothing[FY2020]", '"5"', "there is no such name"),
    ("announced.prices.theoretical[FY2020]", '"5"', "there is no such name"),
    ("candidate.old", '"0"', "must be more than zero"),
]


@pytest.mark.parametrize(("path", "written", "sentence"), WRONG_LEAVES)
def test_wrong_leaf_is_refused_at_its_place(path: str, written: str, sentence: str) -> None:
    section, _, name = path.partition(".")
    text = with_terms(f'{{"{section}": {{"{name}": {written}}}}}')
    assert problem(text) == f"terms.{path}: {sentence}"


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ('{"options": [{}, {"rights": true}]}', "terms.options[1].rights: expected a whole number"),
        ('{"options": [{"exact": 1}]}', "terms.options[0].exact: there is no such name"),
        ('{"options": [[]]}', "terms.options[0]: expected an object in braces"),
        ('{"options": {}}', "terms.options: expected a list in brackets"),
        ('{"options": null}', "terms.options: expected a list in brackets"),
        (f'{{"holdings": [{", ".join(["{}"] * 50_001)}]}}', "terms.holdings: has more than 50000 rows"),
        ('{"holdings": [{"currency": "dollar"}]}',
         "terms.holdings[0].currency: expected three capital letters of ISO 4217 such as JPY"),
        ('{"shares": []}', "terms.shares: expected an object in braces"),
        ('{"shares": null}', "terms.shares: expected an object in braces"),
        ('{"announced": []}', "terms.announced: expected an object in braces"),
        ('{"nothing": {}}', "terms.nothing: there is no such name"),
        ("[]", "terms: expected an object in braces"),
        ('{"shares": {}, "shares": {}}', "terms.shares: stands there twice"),
        ('{"shares": {"issued": 1, "issued": 1}}', "terms.shares.issued: stands there twice"),
        ('{"options": [{"name": "a", "name": "a"}]}', "terms.options[0].name: stands there twice"),
        ('{"announced": {"shares.increase": 1, "shares.increase": 2}}',
         "terms.announced.shares.increase: stands there twice"),
    ],
)  # fmt: skip
def test_wrong_terms_are_refused_at_their_place(terms: str, sentence: str) -> None:
    assert problem(with_terms(terms)) == sentence


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"extra": 1}, "extra: there is no such name"),
        ({"two\nlines" + "x" * 100: 1}, "two?lines" + "x" * 71 + "…: there is no such name"),
        ({"version": True}, "version: expected a whole number"),
        ({"version": "1"}, "version: expected a whole number"),
        ({"version": 0}, "version: expected a whole number"),
        ({"source": {}}, "source.text: expected a text"),
        ({"source": "…"}, "source: expected an object in braces"),
        ({"source": {"text": "…", "url": ""}}, "source.url: there is no such name"),
        ({"source": {"text": "…", "marks": {}}}, "source.marks: expected a list in brackets"),
        ({"source": {"text": "…", "marks": [{"path": "a", "start": 0}]}},
         "source.marks[0].end: expected a whole number"),
        ({"source": {"text": "…", "marks": [{"path": "a", "start": 0, "end": 2}]}},
         "source.marks[0]: lies outside the text of the source"),
        ({"source": {"text": "…", "marks": [{"path": 1, "start": 0, "end": 1}]}},
         "source.marks[0].path: expected a text"),
        ({"drafts": []}, "drafts: expected an object in braces"),
        ({"drafts": {"shares.issued": 1}}, "drafts.shares.issued: expected a text"),
        ({"drafts": {"shares.nothing": "1"}}, "drafts.shares.nothing: there is no such name"),
        ({"drafts": {"options[0].name": "1"}}, "drafts.options[0].name: there is no such name"),
    ],
)  # fmt: skip
def test_wrong_parts_are_refused_at_their_place(parts: dict[str, Any], sentence: str) -> None:
    assert str(read(**parts)) == sentence


NO_SCENARIO = 'This is no scenario file: it does not begin with "format": "bunkatsu".'
NO_JSON = "this is not JSON; the file is damaged or cut off."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[]", NO_SCENARIO),
        ("1", NO_SCENARIO),
        ("{}", NO_SCENARIO),
        ('{"format": "moneyguru", "version": 1, "terms": {}}', NO_SCENARIO),
        ('{"format": "bunkatsu", "terms": {}}', "version: expected a whole number"),
        ('{"format": "bunkatsu", "version": 1}', "terms: expected an object in braces"),
        ('{"format": "bunkatsu", "version": 1, "version": 1, "terms": {}}', "version: stands there twice"),
        ('{"format": "bunkatsu", "version": 2, "terms": {}, "new": 1}',
         "This file was written by a newer version of the program (file version 2)."),
        ("", f"Line 1, character 1: {NO_JSON}"),
        ('{"format": "bunkatsu",\n "ver', f"Line 2, character 2: {NO_JSON}"),
        ('{"format": "bunkatsu"} x', f"Line 1, character 24: {NO_JSON}"),
        ("{'format': 'bunkatsu'}", f"Line 1, character 2: {NO_JSON}"),
        ("[" * 200_000, "The file is nested too deeply; it is no scenario file."),
        ('{"format":' * 200_000, "The file is nested too deeply; it is no scenario file."),
        (b"\xff\xfe{\x00", "The file is not text in UTF-8; it is no scenario file, or it is damaged."),
        (b'{"format": "\x83', "The file is not text in UTF-8; it is no scenario file, or it is damaged."),
        (b" " * 50_000_001, "The file is larger than 50000000 bytes."),
    ],
)  # fmt: skip
def test_what_is_no_scenario_file_is_refused(text: str | bytes, sentence: str) -> None:
    assert problem(text) == sentence


def test_every_truncation_is_refused() -> None:
    text = dumps(State(Scenario(shares=Shares(issued=1)), {"prices.share": "x"})).strip()
    assert all(isinstance(loads(text[:length]), FileProblem) for length in range(len(text)))


def test_older_files_are_migrated_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def from_1(raw: dict[str, Any]) -> dict[str, Any]:
        return raw | {"terms": {"shares": {"treasury": raw["terms"]["shares"]["own"]}}}

    def from_2(raw: dict[str, Any]) -> dict[str, Any]:
        return raw | {"terms": raw["terms"] | {"company": {"code": "3774"}}}

    monkeypatch.setattr(scenario_file, "VERSION", 3)
    monkeypatch.setattr(scenario_file, "MIGRATIONS", {1: from_1, 2: from_2})
    loaded = loads(with_terms('{"shares": {"own": 5}}'))
    assert isinstance(loaded, Loaded)
    assert (loaded.version, loaded.scenario.shares.treasury, loaded.scenario.company.code) == (1, 5, "3774")
    assert '"version": 3' in dumps(loaded.state)


def test_every_older_version_has_a_migration() -> None:
    assert set(scenario_file.MIGRATIONS) == set(range(1, scenario_file.VERSION))


def test_saves_and_loads(tmp_path: Path) -> None:
    path = tmp_path / "分割.bunkatsu"
    state = State(Scenario(shares=Shares(issued=1)))
    assert save(path, state) is None
    assert load(str(path)) == Loaded(state)


def test_half_a_character_is_saved_as_a_question_mark(tmp_path: Path) -> None:
    path = tmp_path / "case"
    assert save(path, State(Scenario(), {"shares.issued": "a\ud800"})) is None
    assert load(path) == Loaded(State(Scenario(), {"shares.issued": "a?"}))


def test_failure_to_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "case.bunkatsu"
    save(path, State())
    monkeypatch.setattr(Path, "replace", full)
    found = save(path, State(Scenario(shares=Shares(issued=1))))
    assert str(found) == "case.bunkatsu: the disk is full; nothing was saved"
    assert load(path) == Loaded(State())
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.bunkatsu"]


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenario_file, "FILE_LIMIT", 100)
    path = tmp_path / "case.bunkatsu"
    assert str(save(path, State(source=Source("x" * 100)))) == "The file is larger than 100 bytes."
    rows = State(Scenario(holdings=(Lot(),) * 50_001))
    assert str(save(path, rows)) == "terms.holdings: has more than 50000 rows"
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "read_sentence", "write_sentence"),
    [
        ("none/a", "a: there is no such file", "a: the folder of this file does not exist; nothing was saved"),
        (".", ": this is a folder, not a file", ": this is a folder, not a file; nothing was saved"),
        ("a\0b", "a\0b: there is no such file", "a\0b: the folder of this file does not exist; nothing was saved"),
    ],
)
def test_files_that_cannot_be_are_problems(tmp_path: Path, name: str, read_sentence: str, write_sentence: str) -> None:
    path = tmp_path / name
    assert str(load(path)).removeprefix(tmp_path.name) == read_sentence
    assert str(save(path, State())).removeprefix(tmp_path.name) == write_sentence


def test_example_is_the_seed() -> None:
    path = assets.example("iij-2020")
    loaded = load(path)
    assert isinstance(loaded, Loaded), str(loaded)
    assert path.read_text(encoding="utf-8") == dumps(loaded.state)
    announced = loaded.scenario.announced
    results = calculate(loaded.scenario)
    assert announced["shares.issued_after"] == results.value("shares.issued_after") == 93_469_200
    assert announced["shares.increase"] == results.value("shares.increase") == 46_734_600
    assert [row.announced_shares_per_right for row in loaded.scenario.options] == [Decimal(400)] * 10
    assert all(row.rights is None and row.exercise_price is None for row in loaded.scenario.options)


def test_every_section_has_its_place_in_the_file() -> None:
    assert {*SECTIONS, *ROWS, "announced"} == set(Scenario.__dataclass_fields__)
