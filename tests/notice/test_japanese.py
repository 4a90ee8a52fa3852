"""Japanese announcements of every layout: what tears words apart, what names a value, and what only looks like one."""

from datetime import date

import pytest

from desktop.domain.term import Given
from desktop.notice.reading import Reading, read

HEAD = "株式分割に関するお知らせ\n2024年8月9日\n会社名 株式会社ハマナス薬品\nコード番号 3549\n"
RATIO = "1株につき3株の割合をもって分割いたします。\n"
DAYS = "基準日 2024年9月30日\n効力発生日 2024年10月1日\n"

RATIOS = ("split.old", "split.new")
COUNTS = ("shares.issued", "announced.shares.increase", "announced.shares.issued_after")
AUTHORIZED = ("shares.authorized", "shares.authorized_after")
RESOLUTION, NOTICE = "schedule.resolution_date", "schedule.notice_date"
RECORD, EFFECTIVE = "schedule.record_date", "schedule.effective_date"
SUBSTANCE = "announced.schedule.record_date_in_substance"
SEPTEMBER_30, OCTOBER_1 = date(2024, 9, 30), date(2024, 10, 1)


def terms_of(text: str) -> dict[str, Given]:
    reading = read(text)
    assert isinstance(reading, Reading), text
    return dict(reading.terms)


def values(text: str, paths: tuple[str, ...]) -> list[Given | None]:
    terms = terms_of(text)
    return [terms.get(path) for path in paths]


@pytest.mark.parametrize(
    "lines",
    [
        "分割前の発行済株式総数 : 3,906,25 0 株\n増加する株式数 : 7, 812,500 株\n分割後の発行済株式総数 : 11,718,7 50 株\n",
        "分 割 前 の 発 行 済 株 式 総 数 3,906,250 株\n増 加 す る 株 式 数 7,812,50 0 株\n分 割 後 の 発 行 済 株 式 総 数 11,718, 750 株\n",
        "分割前の発行済株式総数\n3,906,250\n株\n増加する株式数\n7,812,500\n株\n分割後の発行済株式総数\n11,718,750\n株\n",
        "効力発生日前における発行済株式総数 3,906,250株\n分割による増加株式数 7,812,500株\n効力発生後における発行済株式総数 11,718,750株\n",
        "発行済株式総数の推移 現在 3,906,250株 / 分割後 11,718,750株 (増加する株式数 7,812,500株)\n",
        ("発行済株式総数(自己株式を含む。) 分割前 3,906,250株 増加分 7,812,500株 分割後 11,718,750株\n"
        "発行済株式総数(自己株式を除く。) 分割前 3,900,000株 増加分 7,800,000株 分割後 11,700,000株\n"),
    ],
)  # fmt: skip
def test_counts_are_whole_whatever_the_layout_did_to_them(lines: str) -> None:
    assert values(HEAD + RATIO + lines, COUNTS) == [3_906_250, 7_812_500, 11_718_750]


def test_a_count_whose_first_digit_is_torn_off_stays_blank() -> None:
    lines = "分割前の発行済株式総数 : 3,906,250 株\n増加する株式数 : 7,812,500 株\n分割後の発行済株式総数 : 1 1,718,750 株\n"
    assert values(HEAD + RATIO + lines, COUNTS) in ([3_906_250, 7_812_500, None], [3_906_250, 7_812_500, 11_718_750])


def test_a_number_of_the_list_is_no_digit_of_the_ratio() -> None:
    assert values("株式分割Q&A\nA1 1株を2株に分割いたします。\n注1 1株につき2株の割合です。\n", RATIOS) == [1, 2]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("2024年9月30日(月)を基準日(実質的には同日)、2024年10月1日(火)を効力発生日とします。", (SEPTEMBER_30, OCTOBER_1)),
        ("2024年9月30日を基準日、2024年10月1日を効力発生日として分割します。", (SEPTEMBER_30, OCTOBER_1)),
        ("9月30日時点の株主を対象に、10月1日付で1株を3株に分割する。", (SEPTEMBER_30, OCTOBER_1)),
        ("【割当日】2024/9/30(月) 【効力発生日】2024/10/1(火)", (SEPTEMBER_30, OCTOBER_1)),
        ("株主確定日 2024年9月30日\n効力:2024年10月1日", (SEPTEMBER_30, OCTOBER_1)),
        ("基準日(予定)\n効力発生日(予定)\n2024年9月30日(月)\n2024年10月1日(火)", (SEPTEMBER_30, OCTOBER_1)),
        ("比率\t権利落日\t基準日\t効力発生日\n1:3\t2024/9/27\t2024/9/30\t2024/10/1", (SEPTEMBER_30, OCTOBER_1)),
        ("2024年10月1日をもって2024年9月30日の最終の株主名簿に記録された株主の所有する株式を、1株につき3株とする。", (SEPTEMBER_30, OCTOBER_1)),
        ("配当の基準日 2024年12月31日 優待は毎年3月31日現在の株主様に贈呈します。", (None, None)),
    ],
)  # fmt: skip
def test_a_day_belongs_to_the_word_that_names_it(lines: str, expected: tuple[date | None, date | None]) -> None:
    assert values(HEAD + RATIO + lines + "\n", (RECORD, EFFECTIVE)) == list(expected)


@pytest.mark.parametrize(
    ("lines", "old", "new"),
    [
        ("分割比率:1株→3株", 1, 3),
        ("比率 : 1 : 10", 1, 10),
        ("普通株式1株を、令和6年10月1日をもちまして2株に分割いたしました。", 1, 2),
        ("1株につき99株の普通株式を無償で割り当てます。", 1, 100),
        ("1株につき2株の割合をもって株式分割(無償交付)いたします。", 1, 2),
        ("発行可能株式総数 4,800,000株→48,000,000株 分割割合 1:10", 1, 10),
        ("送信日時 2024/08/09 15:35\n分割比率 1→4", 1, 4),
    ],
)
def test_the_ratio_is_told_from_clocks_and_counts(lines: str, old: int, new: int) -> None:
    assert values(HEAD + lines + "\n", RATIOS) == [old, new]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("発行可能株式総数(変更なし)\n40,000,000\n株", (40_000_000, 40_000_000)),
        ("発行可能株式総数 40,000,000株(変更はありません)", (40_000_000, 40_000_000)),
        ("発行する株式の総数 2024年10月1日付で80,000,000株増加し、120,000,000株とする。", (None, 120_000_000)),
        ("効力発生日における発行可能株式総数は、二千四百万株です。", (None, 24_000_000)),
        ("2.定款の変更\n  現  行  定  款     変    更    案\n 第6条 発行可能株式総数 第6条 発行可能株式総数\n は、4,000万株とする。  は、1億2,000万株とする。", (40_000_000, 120_000_000)),
        (("定款の変更\n現行 第6条 発行可能株式総数は、40,000,000株とし、A種株式の発行可能種類株式総数は2,000株とする。\n"
         "変更後 第6条 発行可能株式総数は、120,000,000株とし、A種株式の発行可能種類株式総数は6,000株とする。"), (40_000_000, 120_000_000)),
        ("分割前の発行済株式総数 増加株式数 分割後の発行済株式総数 分割後の発行可能株式総数\n5,000,000株 10,000,000株 15,000,000株 48,000,000株", (None, 48_000_000)),
    ],
)  # fmt: skip
def test_authorised_totals(lines: str, expected: tuple[int | None, int | None]) -> None:
    assert values(HEAD + RATIO + DAYS + lines + "\n", AUTHORIZED) == list(expected)


@pytest.mark.parametrize(
    ("head", "name", "code"),
    [
        ("株式会社タカネ工機(6199) 2024年3月期 決算短信\n後発事象\n", "株式会社タカネ工機", "6199"),
        ("株式分割のお知らせ 株式会社イチイ電子 (コード 6899)\n", "株式会社イチイ電子", "6899"),
        ("銘 柄:グリーンノート薬局(3199)\n大空証券株式会社\n", "グリーンノート薬局", "3199"),
        ("銘柄名東都ラミネート 銘柄コード7946 市場東S\n", "東都ラミネート", "7946"),
        ("(株)ハマナス薬品 証券コード3549\n", "(株)ハマナス薬品", "3549"),
        ("電子部品商社の瀬戸内エレトロ(7593)は10日、株式分割を決めた。\n", "瀬戸内エレトロ", "7593"),
        ("コード\t銘柄名\t市場\t基準日\t効力発生日\n3856\tヤマブキソフト\tグロース\t2024/9/30\t2024/10/1\n", "ヤマブキソフト", "3856"),
        ("会社名\nコード番号\nアスナロ紡織株式会社\n３ １ ２ ９ 東 証 第 一 部\n", "アスナロ紡織株式会社", "3129"),
        ("種類 発行可能株式総数(株)\n", None, None),
    ],
)  # fmt: skip
def test_who_announces(head: str, name: str | None, code: str | None) -> None:
    assert values(head + "株式分割\n" + RATIO, ("company.name", "company.code")) == [name, code]


@pytest.mark.parametrize(
    ("text", "resolution", "notice"),
    [
        (("基準日設定及び株式分割公告\n当社は、2024年8月9日開催の取締役会において、2024年9月30日を基準日と定め、株式1株につき3株の割合で"
         "分割することを決議いたしましたので公告いたします。\n2024年9月13日\n"), date(2024, 8, 9), date(2024, 9, 13)),
        ("株式併合公告\n当社は、2024年10月1日をもって株式十株を一株に併合しますので公告します。\n2024年9月9日\n", None, None),
        ("2024年6月6日\n定時株主総会招集ご通知\n第3号議案 株式併合の件\n普通株式10株を1株に併合いたします。\n", None, None),
        (("2024年9月6日\n株式分割の日程の変更に関するお知らせ\n8月9日に公表いたしました1株を2株とする株式分割につき、本日開催の取締役会において、"
         "基準日を変更することを決議いたしました。\n"), date(2024, 9, 6), None),
        (("2024年6月12日\n(訂正)「株式分割に関するお知らせ」の一部訂正について\n1株につき2株の割合の株式分割です。2024年6月9日開催の取締役会における決議内容に"
         "変更はありません。\n"), date(2024, 6, 9), None),
        ("株式分割Q&A\nA1 1株を2株に分割いたします。\nA2 2024年2月13日の取締役会で決議し、同日に開示しました。\n", date(2024, 2, 13), None),
        ("ニュース 2024.08.09 IR\n株式分割に関するお知らせ\n1株を2株に分割します。\n", date(2024, 8, 9), None),
    ],
)  # fmt: skip
def test_the_day_at_the_head_is_taken_for_what_it_is(text: str, resolution: date | None, notice: date | None) -> None:
    assert values(text, (RESOLUTION, NOTICE)) == [resolution, notice]


@pytest.mark.parametrize(
    "line",
    [
        "2024年8月31日(土)を基準日とします。31日が休日のため、30日(金)が実質上の基準日となります。",
        "2024年8月31日(土)(実質8月30日(金))を基準日とします。",
    ],
)
def test_the_day_in_substance(line: str) -> None:
    assert values(HEAD + RATIO + line + "\n", (RECORD, SUBSTANCE)) == [date(2024, 8, 31), date(2024, 8, 30)]


@pytest.mark.parametrize(
    "text",
    [
        "株式分割の中止に関するお知らせ\n1株につき3株の株式分割(基準日2024年6月30日)を中止することを決議いたしました。\n",
        "2024年3月期 決算短信\n2024年5月10日\n2023年10月1日付で普通株式1株につき2株の割合で株式分割を行っております。\n",
        "新株予約権無償割当てに関するお知らせ\n普通株式1株につき新株予約権1個を割り当てます。基準日 2024年9月30日\n",
        "株主優待制度の変更に関するお知らせ\n株式分割(1株につき3株)に伴い変更します。基準日 2025年3月31日\n",
    ],
)
def test_what_announces_no_split(text: str) -> None:
    assert not isinstance(read(text), Reading)


def test_a_title_that_names_no_matter_says_nothing_against_a_split() -> None:
    assert values(
        "お知らせ\n2024年8月9日\n1株を3株に分割することといたしましたので、お知らせいたします。\n", RATIOS
    ) == [1, 3]


def test_the_shares_of_a_holder_are_no_counts_of_the_issuer() -> None:
    terms = terms_of(HEAD + RATIO + "分割前ご所有株式数 500株 分割後ご所有株式数 1,500株\n")
    assert not {"shares.issued", "announced.shares.issued_after"} & terms.keys()


def test_half_width_signs_with_their_marks_are_one_sign() -> None:
    text = "株式分割のお知らせ\n株式会社ﾘﾝﾄﾞｳ･ｼｽﾃﾑｽﾞﾗｲﾝ (ｺｰﾄﾞ番号:3799)\n1株を3株に分割 基準日…2024年9月30日\n"
    reading = read(text)
    assert isinstance(reading, Reading)
    assert reading.terms["company.name"] == "株式会社リンドウ・システムズライン"
    place = next(one for one in reading.places if one.path == "company.name")
    assert text[place.start : place.end] == "株式会社ﾘﾝﾄﾞｳ･ｼｽﾃﾑｽﾞﾗｲﾝ"


def test_of_two_classes_the_ordinary_shares_are_meant() -> None:
    table = (
        "2. 分割により増加する株式数\n          普通株式     A種優先株式\n分割前の発行済株式総数  84,250株   12,400株\n"
        "増加する株式数     168,500株   24,800株\n分割後の発行済株式総数 252,750株   37,200株\n"
    )
    assert values(HEAD + RATIO + table, COUNTS) == [84_250, 168_500, 252_750]


@pytest.mark.parametrize("between", ["\n", " ", "　"])
def test_values_may_stand_before_their_names(between: str) -> None:
    days = ("2024年9月13日(金)", "基準日公告日", "2024年9月30日(月)", "基準日", "2024年10月1日(火)", "効力発生日")
    lines = f"4.日程{between}{between.join(days)}\n"
    assert values(HEAD + RATIO + lines, (NOTICE, RECORD, EFFECTIVE)) == [date(2024, 9, 13), SEPTEMBER_30, OCTOBER_1]


def test_days_that_may_belong_to_either_name_are_left_out() -> None:
    lines = "日程 2024年5月10日 取締役会決議日 2024年6月26日 定時株主総会の決議 2024年10月1日 実施\n"
    terms = terms_of("株式併合のお知らせ\n10株を1株に併合いたします。\n" + lines)
    assert terms.get(RESOLUTION) in (None, date(2024, 5, 10))


@pytest.mark.parametrize(
    "lines",
    [
        "基準日　2024年9月\n30日\n効力発生日　2024年10月1\n日\n",
        "基準日 2\n024年9月30日\n効力発生日 2024年1\n0月1日\n",
        "4.日程\n\n基準日\n\n効力発生日\n\n2024年9月30日\n\n2024年10月1日\n",
        ("(2)方法 2024年9月30日(月曜日)(ただし、当日は休業日。実質的には2024年9月27日(金曜日))最終の株主名簿に記載された株主\n"
        "(3)2024年10月1日にその効力を生ずる。\n"),
    ],
)  # fmt: skip
def test_days_are_whole_whatever_the_layout_did_to_them(lines: str) -> None:
    assert values(HEAD + RATIO + lines, (RECORD, EFFECTIVE)) == [SEPTEMBER_30, OCTOBER_1]


def test_of_the_days_before_and_after_a_change_the_new_ones_are_meant() -> None:
    text = (
        "株式分割の日程の変更に関するお知らせ\n1株につき2株の株式分割\n変更前\n変更後\n基準日\n2024年8月31日\n2024年9月30日\n"
        "効力発生日\n2024年9月1日\n2024年10月1日\n"
    )
    assert values(text, (RECORD, EFFECTIVE)) == [SEPTEMBER_30, OCTOBER_1]


def test_a_title_of_two_lines_is_one_title() -> None:
    text = "株式分割及び株式分割に伴う定款の一部変更並びに\n配当予想の修正に関するお知らせ\n当社は1株につき3株の割合で分割します。\n"
    assert values(text, RATIOS) == [1, 3]


@pytest.mark.parametrize(
    "sentence",
    [
        "発行済株式総数は4,000,000株から8,000,000株増加し、12,000,000株となります。",
        "発行済株式総数は8,000,000株増加し、12,000,000株となります。",
        "発行済株式総数 4,000,000株→12,000,000株",
    ],
)
def test_counts_in_sentences(sentence: str) -> None:
    found = values(HEAD + RATIO + sentence + "\n", COUNTS)
    assert found[2] == 12_000_000
    assert found[:2] in ([4_000_000, 8_000_000], [None, 8_000_000], [4_000_000, None])


def test_names_of_a_column_that_are_not_all_known_take_no_value_of_another() -> None:
    text = (
        "株式併合に関するお知らせ\n普通株式5株につき1株の割合で併合します。\n3.日程\n取締役会決議日\n定時株主総会決議日\n"
        "単元株式数の変更、株式併合の効力発生日\n2019年5月14日\n2019年6月26日(予定)\n2019年10月1日(予定)\n"
    )
    assert terms_of(text).get(EFFECTIVE) in (None, date(2019, 10, 1))


def test_one_line_that_only_mentions_a_split_is_refused() -> None:
    text = "株主優待制度の変更に関するお知らせ 2024年5月10日 株式会社ハクサン(コード番号 6599) 株式分割(1株につき3株)に伴い変更します。"
    assert not isinstance(read(text), Reading)


def test_counts_before_their_names_are_taken_where_they_add_up() -> None:
    cells = "5,000,000株\n分割前の発行済株式総数\n10,000,000株\n増加する株式数\n15,000,000株\n分割後の発行済株式総数\n"
    assert values(HEAD + RATIO + "株式数\n" + cells + "以上\n", COUNTS) == [5_000_000, 10_000_000, 15_000_000]
