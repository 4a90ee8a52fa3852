"""The sheet of the articles: numbers in words, the number alone underlined, and whether the words still hold."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
from desktop.export.workbook import write_workbook
from desktop.i18n import locale_for
from tests.examples import opening_scenario
from tests.export.books import values, write


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("articles") / "book.xlsx", opening_scenario(), "both")


def cells(book: Path) -> list[Any]:
    sheet = load_workbook(book, rich_text=True)["定款 Articles"]
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_number_alone_is_underlined(book: Path) -> None:
    found = [cell.value for cell in cells(book) if isinstance(cell.value, CellRichText)]
    blocks = [[run for run in value if isinstance(run, TextBlock)] for value in found]
    assert [[(run.text, run.font.u) for run in runs] for runs in blocks] == [
        [("75,520,000", "single")],
        [("151,040,000", "single")],
        [("seventy five million and five hundred twenty thousand (75,520,000)", "single")],
        [("one hundred fifty one million and forty thousand (151,040,000)", "single")],
    ]
    assert str(found[1]) == "（発行可能株式総数）\n第6条　当会社の発行可能株式総数は、151,040,000株とする。"


def test_number_is_written_as_chosen(tmp_path: Path) -> None:
    path = tmp_path / "kanji.xlsx"
    scenario = Scenario(shares=Shares(authorized=100_000_000, authorized_after=151_040_000))
    assert write_workbook(path, scenario, [locale_for("ja")], number_styles={"ja": "kanji"}) is None
    assert any("は、一億五千百四万株とする。" in str(value) for value in values(path).values())


def test_number_stands_in_words(book: Path) -> None:
    texts = {str(cell.value) for cell in cells(book)}
    assert {"1億5,104万", "一億五千百四万", "七千五百五十二万"} <= texts
    assert "one hundred fifty-one million forty thousand" in texts


def test_agreement_of_the_wording_is_live(book: Path) -> None:
    (formula,) = [cell for cell in cells(book) if str(cell.value).startswith("=IF(inputs.changed=0")]
    stored = values(book)["定款 Articles", formula.coordinate]
    assert stored == "文言は現在の入力と一致しています。 · The wording agrees with the inputs."


def _strikes(rule: Any) -> bool:
    return rule.dxf.font is not None and bool(rule.dxf.font.strike)


def test_sentences_are_struck_out_when_inputs_change(book: Path) -> None:
    sheet = load_workbook(book)["定款 Articles"]
    struck = [cells for cells in sheet.conditional_formatting for rule in cells.rules if _strikes(rule)]
    reason = next(cell for row in sheet.iter_rows() for cell in row if "本株式分割に伴い" in str(cell.value))
    assert any(reason.coordinate in cells.sqref for cells in struck)


def test_no_sheet_without_a_total(tmp_path: Path) -> None:
    path = write(tmp_path / "none.xlsx", Scenario(shares=Shares(issued=100)))
    assert "Articles" not in load_workbook(path).sheetnames


def test_total_on_one_side_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "one.xlsx", Scenario(shares=Shares(authorized=100)))
    assert "—" in {str(value) for (title, _), value in values(path).items() if title == "Articles"}
