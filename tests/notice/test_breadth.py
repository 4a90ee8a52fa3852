"""Announcements in other words and layouts: what arithmetic, the calendar and the heads of tables decide."""

import random
from decimal import ROUND_UP, Decimal

import pytest

from desktop.notice.reading import Reading, read
from tests.notice.announcements import Event, american, event, western

SEEDS = range(12)


def splits(seed: str) -> Event:
    """A split by a whole number; the counts are those of the announcement."""
    chance = random.Random(seed)
    while True:
        found = event(chance)
        if found.is_split and found.ratio.denominator == 1:
            return found


def terms_of(text: str) -> dict[str, object]:
    reading = read(text)
    assert isinstance(reading, Reading), text
    return dict(reading.terms)


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_in_a_sentence_are_known_by_their_sum(seed: int) -> None:
    one = splits(f"sentence {seed}")
    terms = terms_of(
        f"{one.name_en} ({one.code})\nStock split\nOn {american(one.effective)} each share becomes {one.ratio} shares at a"
        f" ratio of 1:{one.ratio} by a stock split.\n{one.issued:,} shares were there at first, {one.increase:,} were added, and"
        f" {one.after:,} exist since.\n"
    )
    assert terms["shares.issued"] == one.issued
    assert terms["announced.shares.increase"] == one.increase
    assert terms["announced.shares.issued_after"] == one.after


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_may_name_their_values_in_other_words(seed: int) -> None:
    one = splits(f"words {seed}")
    terms = terms_of(
        f"{american(one.resolution)}\n{one.name_en}\nNotice of Stock Split\nThe ratio of the stock split is 1:{one.ratio}.\n"
        f"Shares in issue at present: {one.issued:,}\nShares to be added by reason of the split: {one.increase:,}\n"
        f"Number of shares once issued, subsequent to the split: {one.after:,}\n"
        f"Publication of the allotment date: {american(one.notice)}\nAllotment date: {american(one.record)}\n"
        f"Day of effect (effective as of): {american(one.effective)}\n"
    )
    assert terms["announced.shares.increase"] == one.increase
    assert terms["announced.shares.issued_after"] == one.after
    assert terms["schedule.notice_date"] == one.notice
    assert terms["schedule.record_date"] == one.record
    assert terms["schedule.effective_date"] == one.effective


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("is_reversed", [False, True])
def test_prices_are_told_apart_by_the_heads_of_their_columns(seed: int, *, is_reversed: bool) -> None:
    chance, one = random.Random(f"prices {seed}"), splits(f"prices {seed}")
    rows = {}
    for number in range(1, chance.randrange(2, 6)):
        before = Decimal(chance.randrange(500, 90_000))
        rows[f"第{number}回新株予約権"] = (before, (before / one.ratio.numerator).quantize(Decimal(1), ROUND_UP))
    heads = ("調整後行使価額", "調整前行使価額") if is_reversed else ("調整前行使価額", "調整後行使価額")
    lines = [
        "\t".join((name, *(f"{price:,}円" for price in (pair[::-1] if is_reversed else pair))))
        for name, pair in rows.items()
    ]
    terms = terms_of(
        f"株式分割に関するお知らせ\n1.分割の方法\n{western(one.record)}を基準日として、1株を{one.ratio}株に分割いたします。\n"
        f"2.新株予約権の行使価額の調整\n名称\t{heads[0]}\t{heads[1]}\n" + "\n".join(lines) + "\n"
    )
    read_rows = {
        terms[f"options[{n}].name"]: (
            terms[f"options[{n}].exercise_price"],
            terms[f"options[{n}].announced_exercise_price"],
        )
        for n in range(len(rows))
    }
    assert read_rows == rows
    assert f"options[{len(rows)}].name" not in terms


def test_a_convertible_bond_is_a_row_of_its_kind() -> None:
    terms = terms_of(
        "Notice of Stock Split\nCommon shares are split at a ratio of 1:2.\n\n3. Adjustment of conversion prices\n"
        "Security\tConversion price before\tConversion price after\nZero Coupon Convertible Notes due 2031\t¥3,100.0\t¥1,550.0\n"
    )
    assert terms["options[0].name"] == "Zero Coupon Convertible Notes due 2031"
    assert terms["options[0].kind"] == "convertible"
    assert terms["options[0].exercise_price"] == Decimal(3100)
    assert terms["options[0].announced_exercise_price"] == Decimal(1550)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_correction_is_not_taken_for_the_resolution(seed: int) -> None:
    one = splits(f"correction {seed}")
    terms = terms_of(
        f"{western(one.resolution)}\n{one.name_ja}\n(訂正)「株式分割に関するお知らせ」の一部訂正について\n"
        f"1株を{one.ratio}株に分割する旨の開示資料に誤りがありました。\n基準日:{western(one.record)}\n"
    )
    assert "schedule.resolution_date" not in terms
    assert terms["schedule.record_date"] == one.record


def test_authorised_shares_that_stay_are_the_same_before_and_after() -> None:
    terms = terms_of(
        "Reverse stock split\nEvery ten shares become one share in a 1-for-10 reverse stock split.\n"
        "The number of authorized shares, 250,000,000, is not changed.\n"
    )
    assert terms["shares.authorized"] == terms["shares.authorized_after"] == 250_000_000


def test_of_rival_days_the_one_before_the_effective_date_is_the_record_date() -> None:
    terms = terms_of(
        "株式分割に関するお知らせ\n1株につき2株の割合で分割します。\n基準日:2024年3月31日\n基準日:2024年3月29日\n"
        "効力発生日:2024年4月1日\n"
    )
    assert str(terms["schedule.record_date"]) == "2024-03-31"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Adjustment of the conversion price of convertible bonds\nConversion price before 3,128.4 yen, after 3,071.0 yen, in case of"
            " a stock split or consolidation too.\n"
        ),
        "自己株式の取得に関するお知らせ\n取得する株式の総数 1,200,000株(発行済株式総数に対する割合2.1%)\n株式分割は予定しておりません。\n",
        "配当予想の修正に関するお知らせ\n1株当たり期末配当金を20円から25円に修正します。\n",
        "Issuance of Stock Options\nExercise price: 1,035 yen. It is adjusted by 1 / ratio of a stock split.\n",
    ],
)
def test_what_only_mentions_a_split_is_refused(text: str) -> None:
    assert not isinstance(read(text), Reading)
