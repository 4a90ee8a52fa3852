"""Series of rights in every layout: figures before and after, one-yen rights, bonds, and when they are exercised."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.term import Given
from desktop.notice.reading import Reading, read
from desktop.notice.unjoined import UNJOINED

HEAD = (
    "株式分割及び新株予約権の調整に関するお知らせ\n2024年5月10日\n会社名 株式会社ひなた工房 (コード番号 4999)\n"
    "2024年6月30日を基準日とし、1株につき2株の割合をもって分割いたします。\n"
)
FIELDS = ("exercise_price", "announced_exercise_price", "shares_per_right", "announced_shares_per_right")


def rows_of(text: str) -> list[dict[str, Given]]:
    reading = read(text)
    assert isinstance(reading, Reading), text
    rows = list[dict[str, Given]]()
    for path, value in reading.terms.items():
        if path.startswith("options["):
            number, field = path.removeprefix("options[").split("].")
            rows += [{} for _ in range(int(number) + 1 - len(rows))]
            rows[int(number)][field] = value
    return rows


def figures_of(row: dict[str, Given]) -> list[Given | None]:
    return [row.get(field) for field in FIELDS]


@pytest.mark.parametrize(
    "table",
    [
        "新株予約権の名称 調整前行使価額 調整後行使価額\n第8回新株予約権\n(2017年6月23日取締役会決議)\n1,240円 620円\n第9回新株予約権 2,011円 1,006円\n",
        "第8回新株予約権 第9回新株予約権\n調整前行使価額 1,240円 2,011円\n調整後行使価額 620円 1,006円\n",
        "調整後行使価額 調整前行使価額\n第8回新株予約権 620円 1,240円\n第9回新株予約権 1,006円 2,011円\n",
        "(単位:円)\n回号 調整前行使価額 調整後行使価額\n第8回A 1,240 620\n第8回B 2,011 1,006\n",
        "新株予約権の調整 第8回:行使価額 1,240円→620円 / 第9回:行使価額 2,011円→1,006円\n",
        "株式会社ひなた工房 2016年度新株予約権 行使価額 1,240円 → 620円\n株式会社ひなた工房 2018年度新株予約権 行使価額 2,011円 → 1,006円\n",
    ],
)  # fmt: skip
def test_prices_before_and_after(table: str) -> None:
    rows = rows_of(HEAD + "行使価額の調整\n" + table)
    assert [figures_of(row)[:2] for row in rows] == [[1240, 620], [2011, 1006]]
    assert len({row["name"] for row in rows}) == 2


@pytest.mark.parametrize(
    "table",
    [
        "第8回新株予約権	調整前	調整後\n行使価額	1,480円	740円\n1個当たりの株式数	100株	200株\n",
        "①第8回新株予約権\n調整前:行使価額1,480円、付与株式数100株\n調整後:行使価額740円、付与株式数200株\n",
        "第8回新株予約権 100株/1,480円 200株/740円\n",
        "名称	目的株式数	行使価額	調整後目的株式数	調整後行使価額\n第8回新株予約権	100株	1,480円	200株	740円\n",
    ],
)
def test_shares_for_each_right_beside_the_prices(table: str) -> None:
    (row,) = rows_of(HEAD + "目的となる株式数及び行使価額の調整(調整前、調整後)\n" + table)
    assert row["name"] == "第8回新株予約権"
    assert figures_of(row) == [1480, 740, 100, 200]


@pytest.mark.parametrize(
    "line",
    [
        "第4回新株予約権(株式報酬型) 行使価額 1円 1円 目的株式数 100株→200株\n",
        "第4回新株予約権 行使に際して出資される財産の価額は1株当たり1円 目的株式数 100株→200株\n",
        "第4回新株予約権	100株	1円	200株	1円\n",
    ],
)
def test_rights_at_one_yen_are_of_that_kind_and_keep_their_price(line: str) -> None:
    (row,) = rows_of(HEAD + "行使価額及び目的株式数の調整\n" + line)
    assert row["kind"] == "one_yen"
    assert figures_of(row)[:2] == [None, None]
    assert figures_of(row)[2:] in ([100, 200], [None, None])


def test_ten_thousand_and_one_yen_are_not_one_yen() -> None:
    (row,) = rows_of(HEAD + "行使価額の調整\n第4回新株予約権 行使価額 20,001円 10,001円\n")
    assert "kind" not in row


@pytest.mark.parametrize(
    "words",
    [
        "行使期間 2020年7月1日から2028年6月30日まで",
        "行使期間:2020年7月1日~2028年6月30日",
        "行使請求期間 自 2020年7月1日\n至 2028年6月30日",
    ],
)
def test_when_rights_are_exercised(words: str) -> None:
    (row,) = rows_of(HEAD + f"行使価額の調整\n第5回新株予約権 行使価額 1,000円 500円 {words}\n")
    assert (row["exercise_from"], row["exercise_to"]) == (date(2020, 7, 1), date(2028, 6, 30))


def test_a_span_of_days_that_is_no_exercise_period_is_left_out() -> None:
    (row,) = rows_of(
        HEAD + "新株予約権の調整\n第5回新株予約権 1,000円 500円 閉鎖期間 2024年7月1日から2024年7月5日まで\n"
    )
    assert "exercise_from" not in row


@pytest.mark.parametrize(
    ("words", "face"),
    [
        ("(額面金額 10,000,000円) 転換価額 調整前 1,846円 調整後 923円", 10_000_000),
        (" 転換価額 1,846円→923円\n各社債の金額 金1,000万円", 10_000_000),
        ("(各社債につき5,000,000円) 転換価額 1,846円→923円", 5_000_000),
        (" 転換価額 1,846円→923円", None),
    ],
)
def test_the_face_value_of_a_convertible_bond(words: str, face: int | None) -> None:
    (row,) = rows_of(HEAD + f"転換価額の調整\n第1回無担保転換社債型新株予約権付社債{words}\n")
    assert row["kind"] == "convertible"
    assert row["name"] == "第1回無担保転換社債型新株予約権付社債"
    assert row.get("face_value") == face
    assert figures_of(row)[:2] == [Decimal(1846), Decimal(923)]


def test_the_day_of_a_broken_date_is_no_number_of_shares() -> None:
    text = (
        "株式併合及び新株予約権の調整のお知らせ\n10株を1株に併合いたします。\n目的株式数及び行使価額の調整\n"
        "第1回新株予約権	10株	2014年5月1\n"
    )
    assert rows_of(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{HEAD}第8回新株予約権 調整前行使価額 1,240円 調整後行使価額 602円\n",
            ("第8回新株予約権", "1,240円", "602円"),
        ),
        (
            (
                "Notice of Stock Split\nEach share is split into two shares, with June 30, 2024 as the record date.\n"
                "The number of shares for each stock acquisition right (from 1st series to 4th series) is adjusted "
                "from 200 shares to 500 shares.\n"
            ),
            ("from 1st series to 4th series", "200 shares", "500 shares"),
        ),
    ],
)
def test_a_series_whose_figures_do_not_follow_the_ratio_is_not_taken_and_that_is_said(
    text: str, said: tuple[str, ...]
) -> None:
    reading = read(text)
    assert isinstance(reading, Reading)
    assert not rows_of(text)
    (problem,) = (one for one in reading.problems if one.text == UNJOINED)
    assert tuple(problem.fields.values()) == said


def test_a_series_that_was_taken_is_not_said_to_be_left_out() -> None:
    reading = read(f"{HEAD}第8回新株予約権 調整前行使価額 1,240円 調整後行使価額 620円\n")
    assert isinstance(reading, Reading)
    assert len(rows_of(reading.text)) == 1
    assert not reading.problems
