"""A person takes over the dividends of an announcement: seen first, they fill the table, and go again in one step."""

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.stories.conftest import Opened
from tests.stories.test_reading import TEXT, lines, reviewed, take

FORECAST = """2032年3月期の配当予想の修正
	第2四半期末	期末	合計
前回予想	30円00銭	30円00銭	60円00銭
今回修正予想	30円00銭	12円00銭	―
(株式分割前換算)	30円00銭	36円00銭	66円00銭
"""
REST = "なお、2031年2月28日現在の自己株式は120,000株です。\n単元株式数を1,000株から100株に変更いたします。\n"
LATER = TEXT.replace("4月30日", "9月30日").replace("5月1日", "10月1日").replace("4月15日", "9月12日")
WITH_DIVIDENDS = LATER + FORECAST + REST


def test_dividends_fill_the_table_in_one_step_with_their_marks(opened: Opened, qtbot: QtBot) -> None:
    window = opened(None)
    before = window.session.document.state
    take(reviewed(window, qtbot, WITH_DIVIDENDS))
    after = window.session.document.state
    rows = [(row.label, row.record_date, row.amount, row.previous) for row in after.scenario.dividends]
    assert rows == [
        ("第2四半期末", date(2031, 9, 30), Decimal(30), Decimal(30)),
        ("期末", date(2032, 3, 31), Decimal(12), Decimal(30)),
    ]
    assert (after.scenario.shares.treasury, after.scenario.company.unit, after.scenario.company.unit_after) == (
        120000,
        1000,
        100,
    )
    assert after.source is not None
    said = {mark.path: after.source.text[mark.start : mark.end] for mark in after.source.marks}
    assert said["dividends[1].amount"] == "12円00銭"
    assert said["dividends[1].previous"] == "30円00銭"
    assert {mark.path for mark in after.source.marks if mark.inferred} >= {"dividends[0].record_date"}
    window.actions_list.by_name["undo"].trigger()
    assert window.session.document.state == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Dividends", "Treasury shares", "Shares per trading unit", "Listed on")),
        ("ja", ("配当", "自己株式", "単元株式数", "上場取引所")),
    ],
)
def test_what_is_read_is_called_as_in_the_form(
    opened: Opened, qtbot: QtBot, language: str, words: tuple[str, ...]
) -> None:
    window = opened(None)
    window.set_language(language)
    shown = lines(reviewed(window, qtbot, WITH_DIVIDENDS))
    for word in words:
        assert any(line.startswith(word) for line in shown), shown
    assert any("12" in line and "2032" in line for line in shown)
