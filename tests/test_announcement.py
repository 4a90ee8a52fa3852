"""An announcement on the command line: read, written as a scenario file, and taken as input of the other verbs."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.document import scenario_file

TEXT = """2023年11月9日
株式会社あおぞら工業(コード番号 6999)
株式分割に関するお知らせ
当社は、本日開催の取締役会において株式分割を決議しました。
普通株式1株につき2株の割合をもって分割いたします。
株式分割前の発行済株式総数 45,988,900株
今回の分割により増加する株式数 45,988,900株
株式分割後の発行済株式総数 91,977,800株
基準日 2023年11月30日(木)
効力発生日 2023年12月1日(木)
"""


@pytest.fixture
def announcement(tmp_path: Path) -> Path:
    path = tmp_path / "お知らせ.txt"
    path.write_text(TEXT, encoding="cp932")
    return path


def test_json_has_the_terms_as_a_file_holds_them_with_places_and_problems(
    announcement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(announcement), "--json"]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert not printed.err
    assert list(found) == ["terms", "sources", "problems"]
    assert found["terms"] == {
        "company": {"name": "株式会社あおぞら工業", "code": "6999"},
        "split": {"old": "1", "new": "2"},
        "schedule": {"resolution_date": "2023-11-09", "record_date": "2023-11-30"},
        "shares": {"issued": 45988900},
        "announced": {"shares.increase": 45988900, "shares.issued_after": 91977800},
    }
    assert len(found["problems"]) == 1  # 1 December 2023 was a Friday
    places = {place["path"]: place for place in found["sources"]}
    assert places["shares.issued"] == {
        "path": "shares.issued",
        "start": TEXT.index("45,988,900株"),
        "end": TEXT.index("45,988,900株") + 11,
        "text": "45,988,900株",
        "inferred": False,
    }
    assert all(TEXT[place["start"] : place["end"]] == place["text"] for place in found["sources"])


def test_the_scenario_file_carries_the_text_and_its_marks(
    announcement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.bunkatsu"
    assert main(["read", str(announcement), "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    loaded = scenario_file.load(target)
    assert isinstance(loaded, scenario_file.Loaded)
    assert loaded.scenario.shares.issued == 45_988_900
    assert loaded.state.source is not None
    assert loaded.state.source.text == TEXT
    marks = {mark.path: TEXT[mark.start : mark.end] for mark in loaded.state.source.marks}
    assert marks["schedule.record_date"] == "2023年11月30日(木)"


def test_without_options_every_term_stands_on_a_line(announcement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(announcement)]) == 0
    printed = capsys.readouterr()
    assert "shares.issued\t45988900\t45,988,900株" in printed.out.splitlines()
    assert printed.err.startswith("bunkatsu: ")


@pytest.mark.parametrize("verb", [["calculate", "--json"], ["check", "--json"]])
def test_an_announcement_is_input_of_the_other_verbs(
    verb: list[str], announcement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb[0], str(announcement), *verb[1:]]) in (0, 1)
    printed = capsys.readouterr()
    assert json.loads(printed.out)
    assert printed.err.startswith("bunkatsu: ")


def test_a_workbook_is_written_from_an_announcement(announcement: Path, tmp_path: Path) -> None:
    assert main(["export", str(announcement), "-o", str(tmp_path / "a.xlsx")]) == 0
    assert (tmp_path / "a.xlsx").stat().st_size > 1000


@pytest.mark.parametrize("text", ["", "Nothing of the kind.", "自己株式の取得に関するお知らせ"])
@pytest.mark.parametrize("call", [["read"], ["read", "--json"], ["calculate"]])
def test_a_text_that_announces_nothing_is_refused_in_one_line(
    text: str, call: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    target = tmp_path / "out.bunkatsu"
    written = ["-o", str(target)] if call[0] == "read" else []
    assert main([*call, str(path), *written]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert printed.err.startswith("bunkatsu: ")
    assert not target.exists()
