"""What announces something else is not read, and what only ADRs or series of rights undergo is read as that."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.message import Message
from desktop.i18n import locale_for
from desktop.notice.reading import MORE_SERIES, NOTHING, Reading, read

SOMETHING_ELSE = {
    "buy-back": """自己株式の取得に関するお知らせ
2024年5月10日
株式会社ひばり商事(コード番号 8888)
取得し得る株式の総数 1,000,000株(上限)(発行済株式総数に対する割合2.1%)
(参考)当社は2023年10月1日付で普通株式1株につき2株の割合で株式分割を行っております。
""",
    "dividend": """剰余金の配当に関するお知らせ
2024年5月10日 株式会社ひばり商事
基準日 2024年3月31日
1株当たり配当金 30円00銭
効力発生日 2024年6月27日
(注)2023年10月1日を効力発生日として普通株式1株につき2株の割合で株式分割を行いました。
""",
    "company split": """会社分割による持株会社体制への移行に関するお知らせ
2023年2月10日 会社名 株式会社つばめ
当社は、2023年4月1日を効力発生日として会社分割を行うことを決議しました。
基準日 2023年3月31日 発行済株式総数 10,000,000株
""",
    "convertible": """Adjustment of Conversion Price
June 27, 2024. Kogane Corporation has adjusted the conversion price of its bonds from JPY 2,253.6 to JPY 2,217.8,
effective April 1, 2024, because of a dividend of JPY 66 per share.
""",
    "rights": """Notice of Adjustment of Exercise Price
Due to the stock split (2-for-1) effective October 1, 2021, the exercise price is 600 yen instead of 1,200 yen.
""",
    "called off": """株式会社ひばり商事
当社は、2030年1月10日に公表した、普通株式1株につき2株の割合による株式分割を中止することを決議いたしました。
""",
    "not resolved": "当社は、普通株式1株につき3株の割合による株式分割を行わないことを決議いたしました。",
    "questions": "Q. 株式分割とは何ですか？ A. 例えば1株につき2株の割合で株式分割を行うと、保有株式数は2倍になります。",
    "called off, English": "Kogane Corp. has withdrawn its previously announced 2-for-1 stock split.",
    "denied": "Kogane Corp. today denied reports that it would effect a 2-for-1 stock split.",
    "considered": "Kogane Corp. is considering a possible 2-for-1 stock split. No decision has been made.",
    "explained": "For example, in a 3-for-1 stock split, each shareholder receives three shares for each share held.",
    "prose": "The quick brown fox jumps over the lazy dog. Call 03-1234-5678 on May 3, 2024 for 10,000 shares.",
    "formula": "x = 1:2; y = 3 for 4; 10 to 1",
}


@pytest.mark.parametrize("kind", SOMETHING_ELSE)
def test_an_announcement_of_something_else_is_not_read(kind: str) -> None:
    found = read(SOMETHING_ELSE[kind])
    assert isinstance(found, Message)
    assert found.text == NOTHING


def test_more_series_than_are_taken_are_said() -> None:
    lines = [f"第{n}回新株予約権　調整前行使価額　{1000 + 2 * n}円　調整後行使価額　{500 + n}円" for n in range(1, 71)]
    found = read("普通株式1株につき2株の割合をもって分割いたします。\n" + "\n".join(lines))
    assert isinstance(found, Reading)
    assert "options[59].exercise_price" in found.terms
    assert "options[60].exercise_price" not in found.terms
    assert [problem.text for problem in found.problems] == [MORE_SERIES]


ADR_CHANGES = {
    "table": "Change in Ratio of ADRs\nCurrent ratio: 1 ADR = 2 Underlying Shares\nNew ratio: 2 ADRs = 1 Underlying Share\n",
    "sentence": (
        "The ADS ratio changes from one (1) ADS representing two (2) ordinary shares to two ADSs representing one share."
    ),
    "fractions": (
        "The ADR ratio moves from one ADR representing two shares to one (1) ADR representing one-half (1/2) of one share."
    ),
    "swapped": "New ADR ratio: 2 ADRs = 1 common share\nOld ratio: 1 ADR = 2 common shares\n",
    "japanese": "米国預託証券(ADR)の対原株比率の変更に関するお知らせ\n変更前: 1ADR=普通株式2株\n変更後: 2ADR=普通株式1株\n",
}


@pytest.mark.parametrize("kind", ADR_CHANGES)
def test_a_change_of_the_adr_ratio_alone_leaves_the_shares_blank(kind: str) -> None:
    reading = read(ADR_CHANGES[kind])
    assert isinstance(reading, Reading)
    assert {path: value for path, value in reading.terms.items() if path != "company.name"} == {
        "adr.old_adrs": Decimal(1),
        "adr.old_shares": Decimal(2),
        "adr.new_adrs": Decimal(2),
        "adr.new_shares": Decimal(1),
    }


def test_series_of_rights_are_read_where_the_ratio_joins_their_figures() -> None:
    reading = read(
        "2015年2月5日\n株式分割及び新株予約権の調整に関するお知らせ\n普通株式1株につき3株の割合をもって分割する。\n"
        "行使価額の調整\n第1回新株予約権 900円 300円\n第2回新株予約権 1,001円 334円\n第3回新株予約権 500円 400円\n"
    )
    assert isinstance(reading, Reading)
    rows = {path: value for path, value in reading.terms.items() if path.startswith("options")}
    assert rows == {
        "options[0].name": "第1回新株予約権",
        "options[0].exercise_price": Decimal(900),
        "options[0].announced_exercise_price": Decimal(300),
        "options[1].name": "第2回新株予約権",
        "options[1].exercise_price": Decimal(1001),
        "options[1].announced_exercise_price": Decimal(334),
    }


def test_days_without_a_year_follow_the_announcement_and_say_so() -> None:
    reading = read(
        "<8777> ハヤブサ銀行、1対5株の株式分割\n(2021年2月12日発表)\n・基準日 3月31日(水)\n・効力発生日 4月1日(木)\n"
    )
    assert isinstance(reading, Reading)
    assert reading.terms["schedule.record_date"] == date(2021, 3, 31)
    assert {place.path for place in reading.places if place.inferred} == {
        "schedule.record_date",
        "schedule.effective_date",
    }


def test_rivals_are_said_and_not_taken() -> None:
    reading = read(
        "株式1株につき2株の割合で分割する。\n基準日:2024年3月31日\n(訂正)\n基準日:2024年3月30日\n効力発生日:2024年4月1日(火)\n"
    )
    assert isinstance(reading, Reading)
    assert "schedule.record_date" not in reading.terms
    assert "schedule.effective_date" not in reading.terms
    assert len(reading.problems) == 2
    said = [locale_for(language).text(reading.problems[0]) for language in ("en", "ja")]
    assert "(2024-03-31, 2024-03-30)" in said[0]
    assert "（2024/03/31、2024/03/30）" in said[1], "as the fields write days"


def test_a_span_of_series_gives_each_its_row() -> None:
    reading = read(
        "Notice of Stock Split\nCommon shares are split at a ratio of 1:2.\nFor our stock acquisition"
        " rights (1st series to 10th series), the shares per right go from 200 shares to 400 shares.\n"
    )
    assert isinstance(reading, Reading)
    assert [reading.terms[f"options[{n}].name"] for n in (0, 1, 9)] == ["1st", "2nd", "10th"]
    assert reading.terms["options[9].announced_shares_per_right"] == Decimal(400)
    assert "options[10].name" not in reading.terms


def test_what_was_corrected_is_not_taken() -> None:
    reading = read(
        "Amendment to Notice of Stock Split\nRatio of the split: 1:4\n"
        "Record date: (before correction) July 31, 2024; (after correction) August 31, 2024\n"
    )
    assert isinstance(reading, Reading)
    assert "schedule.record_date" not in reading.terms


def test_a_postponed_change_has_no_effective_date() -> None:
    reading = read(
        "Lotus Group Ltd. postpones its ADS ratio change\nThe effective date, June 30, 2025, is put off. The ratio is to move"
        " from one ADS representing two shares to one ADS representing ten shares.\n"
    )
    assert isinstance(reading, Reading)
    assert "adr.effective_date" not in reading.terms
    assert "schedule.effective_date" not in reading.terms
    assert len(reading.problems) == 1


def test_two_splits_in_one_announcement_are_said_and_not_merged() -> None:
    reading = read(
        "株式分割に関するお知らせ\n会社名 フヨウ化学株式会社\n"
        "1.第1回の株式分割 平成26年3月31日を基準日として1株を2株に分割\n"
        "2.第2回の株式分割 平成26年9月30日を基準日として1株を3株に分割\n"
    )
    assert isinstance(reading, Reading)
    assert reading.terms == {"company.name": "フヨウ化学株式会社"}
    assert len(reading.problems) == 2


def test_an_earlier_split_is_not_taken_for_the_one_announced() -> None:
    reading = read(
        "株式分割に関するお知らせ\n2014年3月10日\n前回は2012年4月1日付で1株を100株に分割しております。"
        "今回は2014年4月1日付で1株を2株に分割します。\n"
    )
    assert isinstance(reading, Reading)
    assert reading.terms["split.new"] == Decimal(2)
    assert reading.terms["schedule.effective_date"] == date(2014, 4, 1)
