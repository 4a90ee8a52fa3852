"""How typed text becomes a value: worked examples in every spelling, and what holds for any text."""

import ast
import re
import string
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.formula import Kind
from desktop.domain.scenario import term_of
from desktop.domain.term import COUNT_LIMIT, Given, Option
from desktop.presentation import entry
from desktop.presentation.entry import read, read_kind
from desktop.presentation.entry_ratio import read_ratio
from desktop.presentation.entry_text import Problem
from desktop.presentation.wording import choice_aliases

FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in string.printable if "!" <= c <= "~"} | {ord(" "): 0x3000}
SOURCES = sorted(Path(entry.__file__).parent.glob("entry*.py"))

COUNTS = {
    "0": 0,
    "46734600": 46_734_600,
    "46,734,600": 46_734_600,
    "46'734'600": 46_734_600,
    "46 734 600": 46_734_600,
    "46\u2009734\u00a0600": 46_734_600,
    "46，734，600": 46_734_600,
    "46,734,600 shares": 46_734_600,
    "46,734,600 shares of common stock": 46_734_600,
    "46,734,600株": 46_734_600,
    " 46,734,600 株 ": 46_734_600,
    "46,74,600": 4_674_600,  # a digit taken out of the middle
    "46,734,6": 467_346,  # still typing
    "1,5": 15,
    "+5": 5,
    "200.0": 200,
    "200個": 200,
    "1株": 1,
    "007": 7,
    "1億5,104万": 151_040_000,
    "1億 5,104万株": 151_040_000,
    "8億2,400万": 824_000_000,
    "169万69": 1_690_069,
    "3360万": 33_600_000,
    "7,552万株": 75_520_000,
    "1.5億": 150_000_000,
    "100兆": COUNT_LIMIT,
    "46百万株": 46_000_000,
    "46,734千株": 46_734_000,
    "5千万": 50_000_000,
    "百万": 1_000_000,
    "一億五千百四万": 151_040_000,
    "二十五": 25,
    "151.04 million": 151_040_000,
    "46.7346 million shares": 46_734_600,
    "1 billion": 1_000_000_000,
    "12 thousand": 12_000,
    "7.5mn": 7_500_000,
    "3 Million": 3_000_000,
    "100,000,000,000,000": COUNT_LIMIT,
    "\u200e46734600\ufeff": 46_734_600,
}

NUMBERS = {
    "20.50": "20.50",
    "1,234.50": "1234.50",
    "20.": "20",
    ".5": "0.5",
    "0007.50": "7.50",
    "0.000001": "0.000001",
    "1234567890123456.123456": "1234567890123456.123456",
    "5,290円": "5290",
    "¥5,290": "5290",
    "\\5,290": "5290",
    "JPY 5,290": "5290",
    "5,290 JPY": "5290",
    "$12.05": "12.05",
    "US$12.05": "12.05",
    "12.05 US dollars": "12.05",
    "105.20円/ドル": "105.20",
    "20円50銭": "20.50",
    "20円5銭": "20.05",
    "50銭": "0.50",
    "20円50銭/株": "20.50",
    "1.1億": "110000000",
    "0.5 million": "500000",
    "1.25千": "1250",
}

DATES = {
    "2020-12-31": "2020-12-31",
    "2020/12/31": "2020-12-31",
    "2020.12.31": "2020-12-31",
    "2020/1/5": "2020-01-05",
    "20201231": "2020-12-31",
    "2020-12-31 00:00:00": "2020-12-31",
    "2020ー12ー31": "2020-12-31",
    "2020年12月31日": "2020-12-31",
    "2020 年 12 月 31 日": "2020-12-31",
    "令和2年12月31日": "2020-12-31",
    "令和元年5月1日": "2019-05-01",
    "㋿2年12月31日": "2020-12-31",
    "R2.12.31": "2020-12-31",
    "r2/12/31": "2020-12-31",
    "平成31年4月30日": "2019-04-30",
    "平成32年3月31日": "2020-03-31",  # written in 2018
    "H元.1.8": "1989-01-08",
    "昭和64年1月7日": "1989-01-07",
    "S50-4-1": "1975-04-01",
    "Dec 31, 2020": "2020-12-31",
    "Dec. 31, 2020": "2020-12-31",
    "31 Dec 2020": "2020-12-31",
    "31-Dec-2020": "2020-12-31",
    "December 31st, 2020": "2020-12-31",
    "31st of December 2020": "2020-12-31",
    "Sept 30 2020": "2020-09-30",
    "Thursday, December 31, 2020": "2020-12-31",
    "Thu 31 Dec 2020": "2020-12-31",
    "Dec 31, 2020 (Thu)": "2020-12-31",
    "2020/12/31(木)": "2020-12-31",
    "2020年12月31日（木曜日）": "2020-12-31",
    "2020年12月31日木曜日": "2020-12-31",
    "2021年1月1日(金・祝)": "2021-01-01",
    "12/31/2020": "2020-12-31",
    "31.12.2020": "2020-12-31",
    "5/5/2020": "2020-05-05",
    "2020-02-29": "2020-02-29",
    "1900-01-01": "1900-01-01",
    "2199-12-31": "2199-12-31",
}

RATIOS = {
    "1:2": "1 2",
    "1 : 2": "1 2",
    "1→2": "1 2",
    "1->2": "1 2",
    "1株→2株": "1 2",
    "1対1.1": "1 1.1",
    "1 対 2": "1 2",
    "1 to 2": "1 2",
    "1:1": "1 1",
    "1:1,000": "1 1000",
    "1 share : 2 shares": "1 2",
    "1株につき2株": "1 2",
    "1 株につき 2 株": "1 2",
    "1株につき2株の割合": "1 2",
    "1株に付き、1.1株の割合をもって分割します。": "1 1.1",
    "当社普通株式1株につき2株の割合で分割": "1 2",
    "一株につき二株": "1 2",
    "1株を2株に分割": "1 2",
    "10株を1株に併合": "10 1",
    "10株につき1株の割合で併合": "10 1",
    "普通株式1株につき、3株の割合で分ける": "1 3",
    "普通株式1株につき200株の株式分割を行います": "1 200",
    "10株を1株にまとめます": "10 1",
    "2-for-1": "1 2",
    "2 for 1": "1 2",
    "3-for-2": "2 3",
    "a 2-for-1 stock split": "1 2",
    "two-for-one": "1 2",
    "One Hundred-for-One": "1 100",
    "1-for-10": "10 1",
    "1-for-10 reverse split": "10 1",
    "one-for-ten reverse ADS split": "10 1",
    "1-for-5 ratio": "5 1",
    "each 1 share becomes 2 shares": "1 2",
    "Each share becomes two shares": "1 2",
    "every 10 shares are consolidated into 1 share": "10 1",
}

ADDED_OR_AFTER = [
    "1 additional share for each share",
    "one share for each share held",
    "1株につき1株を追加",
    "1株につき1株の割合で増加",
    "1株につき0.1株の無償割当て",
    "1株につき1株の割合で分割",
    "10株につき1株の割合",
    "1-for-1",
    "+1",
    "stock dividend",
    "100%",
]
WHICH_FIRST = ["2-to-1", "2:1 split", "2 to 1 stock split", "10-for-1 reverse split", "1株を2株に併合"]
NO_RATIO = ["", " ", "2", "1,000", "20.50", "abc", "1:", "1:x", "1:2:3", "2020-12-31", "1²:2", "1:2" * 100]

REFUSED = [
    (Kind.COUNT, "200.5", "“200.5” is not a whole number."),
    (Kind.COUNT, "-5", "“-5” cannot be negative."),
    (Kind.COUNT, "▲5", "“▲5” cannot be negative."),
    (Kind.COUNT, "−5", "“-5” cannot be negative."),
    (Kind.COUNT, "(1,234)", "“(1,234)” cannot be negative."),
    (Kind.COUNT, "100,000,000,000,001", "“100,000,000,000,001” is more than 100,000,000,000,000."),
    (Kind.COUNT, "1,2,3", "The separators in “1,2,3” do not part thousands."),
    (Kind.COUNT, "46,,734", "The separators in “46,,734” do not part thousands."),
    (Kind.COUNT, "10 20", "The separators in “10 20” do not part thousands."),
    (Kind.COUNT, "1、2", "Not a number: “、” after “1” cannot be read."),
    (Kind.COUNT, "5,29x", "Not a number: “x” after “5,29” cannot be read."),
    (Kind.COUNT, "12 apples", "Not a number: “apples” after “12” cannot be read."),
    (Kind.COUNT, "5m", "Not a number: “m” after “5” cannot be read."),
    (Kind.COUNT, "1e5", "Not a number: “e” after “1” cannot be read."),
    (Kind.COUNT, "1E+999999", "Not a number: “E” after “1” cannot be read."),
    (Kind.COUNT, "0x1F", "Not a number: “x” after “0” cannot be read."),
    (Kind.COUNT, "1_000", "Not a number: “_” after “1” cannot be read."),
    (Kind.COUNT, "٣", "Not a number: “٣” at the beginning cannot be read."),
    (Kind.COUNT, "10²", "Not a number: “²” is not a plain digit."),
    (Kind.COUNT, "½", "Not a number: “½” is not a plain digit."),
    (Kind.COUNT, "株", "There is no number in “株”."),
    (Kind.COUNT, "万", "“万” stands in the wrong place in “万”."),
    (Kind.COUNT, "5百千", "“千” stands in the wrong place in “5百千”."),
    (Kind.COUNT, "1万1億", "“億” stands in the wrong place in “1万1億”."),
    (Kind.COUNT, "1万20000", "“万” stands in the wrong place in “1万20000”."),
    (Kind.NUMBER, "NaN", "Not a number: “NaN” at the beginning cannot be read."),
    (Kind.NUMBER, "Infinity", "Not a number: “Infinity” at the beginning cannot be read."),
    (Kind.NUMBER, "-¥5", "“-¥5” cannot be negative."),
    (Kind.NUMBER, ".", "There is no number in “.”."),
    (Kind.NUMBER, "1.5.5", "There is more than one decimal point in “1.5.5”."),
    (Kind.NUMBER, "1.5,5", "There is a separator after the decimal point in “1.5,5”."),
    (Kind.NUMBER, "1.1234567", "“1.1234567” has more than 6 digits after the decimal point."),
    (Kind.NUMBER, "12345678901234567", "“12345678901234567” has more than 16 digits before the decimal point."),
    (Kind.NUMBER, "1" * 101, "Too long for a number: 101 characters."),
    (Kind.DATE, "2021-02-29", "There is no such day: 2021-02-29."),
    (Kind.DATE, "令和元年4月1日", "There is no such day: “令和元年4月1日”. The era begins on 2019-05-01."),
    (Kind.DATE, "令和0年5月1日", "There is no such day: “令和0年5月1日”. The era begins on 2019-05-01."),
    (Kind.DATE, "1899-12-31", "The year 1899 is not between 1900 and 2199."),
    (Kind.DATE, "2200-01-01", "The year 2200 is not between 1900 and 2199."),
    (Kind.DATE, "Friday, December 31, 2020", "The weekday does not match 2020-12-31."),
    (Kind.DATE, "2020/12/31(金)", "The weekday does not match 2020-12-31."),
    (Kind.DATE, "1/2/2020", "Which number of “1/2/2020” is the month? Write the year first: 2020-month-day."),
    (Kind.DATE, "12月31日", "The year is missing in “12月31日”."),
    (Kind.DATE, "Dec 31", "The year is missing in “Dec 31”."),
    (Kind.DATE, "2020-12-", "“2020-12-” is not a date. Write it like 2020-12-31."),
    (Kind.DATE, "2020/12/3①", "“2020/12/3①” is not a date. Write it like 2020-12-31."),
    (Kind.FLAG, "maybe", "“maybe” is neither yes nor no."),
    (Kind.CHOICE, "maybe", "“maybe” is not one of the choices."),
    (Kind.TEXT, "x" * 1001, "Too long a text: 1,001 characters where 1,000 are allowed."),
]


def sentence(problem: object) -> str:
    assert isinstance(problem, Problem), problem
    return problem.text.format(**problem.fields)


def both_widths(text: str) -> tuple[str, str]:
    return text, text.translate(FULL_WIDTH)


@pytest.mark.parametrize(("text", "expected"), COUNTS.items())
def test_counts(text: str, expected: int) -> None:
    for spelled in both_widths(text):
        value = read_kind(Kind.COUNT, spelled)
        assert (value, type(value)) == (expected, int)


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items())
def test_numbers_keep_the_decimals_typed(text: str, expected: str) -> None:
    for spelled in both_widths(text):
        value = read_kind(Kind.NUMBER, spelled)
        assert isinstance(value, Decimal), value
        assert str(value) == expected


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_dates(text: str, expected: str) -> None:
    for spelled in both_widths(text):
        assert read_kind(Kind.DATE, spelled) == date.fromisoformat(expected)


@pytest.mark.parametrize(("text", "expected"), RATIOS.items())
def test_ratios(text: str, expected: str) -> None:
    for spelled in both_widths(text):
        old, new = map(Decimal, expected.split())
        assert read_ratio(spelled) == (old, new)


@pytest.mark.parametrize("text", ADDED_OR_AFTER)
def test_ratio_that_could_mean_added_shares_asks(text: str) -> None:
    for spelled in both_widths(text):
        assert "mean added shares, or shares after the split?" in sentence(read_ratio(spelled))


@pytest.mark.parametrize("text", WHICH_FIRST)
def test_ratio_of_unclear_order_asks(text: str) -> None:
    for spelled in both_widths(text):
        assert "put the old shares first, or the new ones?" in sentence(read_ratio(spelled))


@pytest.mark.parametrize("text", NO_RATIO)
def test_no_ratio(text: str) -> None:
    for spelled in both_widths(text):
        assert read_ratio(spelled) is None


@pytest.mark.parametrize("text", ["0:2", "1:0", "0株につき2株", "1-for-0"])
def test_ratio_with_a_zero_side_is_refused(text: str) -> None:
    assert sentence(read_ratio(text)) == "“0” must be more than zero."


@pytest.mark.parametrize(("kind", "text", "expected"), REFUSED)
def test_refusals_name_the_place(kind: Kind, text: str, expected: str) -> None:
    assert sentence(read_kind(kind, text)) == expected


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text", ["", " ", "\u3000", "\t\r\n"])
def test_blank_is_absent(kind: Kind, text: str) -> None:
    assert read_kind(kind, text) is None


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.NUMBER])
def test_zero_where_it_must_be_more(kind: Kind) -> None:
    assert read_kind(kind, "0") == 0
    assert sentence(read_kind(kind, "0.0", positive=True)) == "“0.0” must be more than zero."
    assert read_kind(kind, "1", positive=True) == 1


@pytest.mark.parametrize("text", ["yes", "TRUE", "はい", "有", "○", "1", "１"])
def test_yes(text: str) -> None:
    assert read_kind(Kind.FLAG, text) is True


@pytest.mark.parametrize("text", ["no", "False", "いいえ", "無", "×", "0", "０"])
def test_no(text: str) -> None:
    assert read_kind(Kind.FLAG, text) is False


@pytest.mark.parametrize("text", ["one_yen", "ONE_YEN", "One  Yen", "ｏｎｅ　ｙｅｎ", "１円", "1円"])
def test_choice_by_code_words_or_alias(text: str) -> None:
    options = (Option("ordinary", "ordinary"), Option("one_yen", "one yen"))
    assert read_kind(Kind.CHOICE, text, options=options, aliases={"1円": "one_yen"}) == "one_yen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  株式会社 ＩＩＪ ", "株式会社 ＩＩＪ"),
        ("two\r\nlines\tand\x00more", "two lines and more"),
        ("=1+1", "=1+1"),
        ("\x00", None),
        ("x" * 1000, "x" * 1000),
        ("\ud800a", "a"),
    ],
)
def test_text_stays_as_typed_but_for_controls(text: str, expected: str | None) -> None:
    assert read_kind(Kind.TEXT, text) == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("shares.issued", "46,734,600株", 46_734_600),
        ("split.new", "１．１", Decimal("1.1")),
        ("schedule.record_date", "令和2年12月31日", date(2020, 12, 31)),
        ("schedule.market", "united states (nyse)", "XNYS"),
        ("schedule.market", "米国", "XNYS"),
        ("company.topix500", "はい", True),
        ("options[].name", "第1回", "第1回"),
    ],
)
def test_terms_read_their_kind(path: str, text: str, expected: Given) -> None:
    assert read(term_of(path), text, {"米国": "XNYS"}) == expected


def test_term_above_zero_refuses_zero() -> None:
    assert isinstance(read(term_of("split.new"), "0"), Problem)


@pytest.mark.parametrize("text", ["1" * 10**7, "1," * 10**6, " " * 10**7, "万" * 100, "9" * 100, "1 " * 50, "木" * 100])
def test_huge_texts_are_answered_at_once(text: str) -> None:
    started = time.process_time()
    for kind in Kind:
        read_kind(kind, text)
    read_ratio(text)
    assert time.process_time() - started < 1


# ---- what holds for any text ----

counts = st.integers(0, COUNT_LIMIT)
texts = st.text() | st.text(
    "0123456789.,' +-−▲¥$:→株円銭万億兆千百十年月日令和元RHS()木対つきを%forTuedc/eEnN½²", max_size=30
)


def in_myriads(value: int) -> str:
    parts = [(value // unit % 10**4 if unit < 10**12 else value // unit, sign) for unit, sign in UNITS]
    return "".join(f"{part:,}{sign}" for part, sign in parts if part) or "0"


UNITS = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))


@given(counts, st.sampled_from(["", "株", " shares", "個"]))
def test_any_count_reads_back(value: int, unit: str) -> None:
    for text in (str(value), f"{value:,}", f"{value:,}".replace(",", " "), in_myriads(value)):
        for spelled in both_widths(text + unit):
            assert read_kind(Kind.COUNT, spelled) == value


@given(counts, st.integers(0, 20))
def test_a_count_with_a_digit_taken_out_still_reads(value: int, place: int) -> None:
    text = f"{value:,}"
    edited = text[:place] + text[place + 1 :]
    groups = re.split(",", edited)
    read_back = read_kind(Kind.COUNT, edited)
    if all(groups) and (len(groups) < 3 or any(len(group) == 3 for group in groups[1:])):
        assert read_back == int(edited.replace(",", ""))


@given(st.decimals(0, 10**16 - 1, places=6, allow_nan=False, allow_infinity=False), st.integers(0, 6))
def test_any_decimal_reads_back_with_its_scale(value: Decimal, places: int) -> None:
    text = f"{value:,.6f}"
    text = text[: len(text) - 6 + places]
    for spelled in both_widths(text):
        assert str(read_kind(Kind.NUMBER, spelled)) == text.replace(",", "").removesuffix(".")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_any_date_reads_back(day: date) -> None:
    japanese = f"{day.year}年{day.month}月{day.day}日({'月火水木金土日'[day.weekday()]})"
    english = f"{day:%A, %B} {day.day}, {day.year}"
    for text in (day.isoformat(), f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day:%d %b %Y}", japanese, english):
        for spelled in both_widths(text):
            assert read_kind(Kind.DATE, spelled) == day


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_any_ratio_reads_back(old: int, new: int) -> None:
    for text in (f"{old}:{new}", f"{old:,}→{new:,}", f"{old}株を{new}株に", f"{old}対{new}"):
        assert read_ratio(text) == (Decimal(old), Decimal(new))


@given(st.sampled_from(Kind), texts, st.booleans())
def test_any_text_gives_a_value_or_a_sentence(kind: Kind, text: str, positive: bool) -> None:
    value = read_kind(kind, text, positive=positive)
    if isinstance(value, Problem):
        assert sentence(value)
    else:
        types: dict[Kind, type] = {Kind.COUNT: int, Kind.NUMBER: Decimal, Kind.DATE: date, Kind.FLAG: bool}
        assert value is None or type(value) is types.get(kind, str)


@given(texts)
def test_any_text_is_a_ratio_a_sentence_or_nothing(text: str) -> None:
    ratio = read_ratio(text)
    if isinstance(ratio, Problem):
        assert sentence(ratio)
    elif ratio is not None:
        assert all(type(side) is Decimal and side > 0 for side in ratio)


@given(texts)
def test_what_is_read_is_within_bounds(text: str) -> None:
    count, number = read_kind(Kind.COUNT, text), read_kind(Kind.NUMBER, text)
    assert isinstance(count, Problem | None) or 0 <= int(str(count)) <= COUNT_LIMIT
    assert not isinstance(number, Decimal) or re.fullmatch(r"[0-9]{1,16}(\.[0-9]{1,6})?", f"{number:f}")


@given(st.text())
def test_text_reads_back_the_same(text: str) -> None:
    value = read_kind(Kind.TEXT, text)
    assert value is None or read_kind(Kind.TEXT, str(value)) == value


def test_problems_are_sentences_with_their_fields() -> None:
    calls = [n for path in SOURCES for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    messages = [ast.literal_eval(call.args[0]) for call in calls if ast.unparse(call.func) == "N_"]
    assert len(messages) > 20
    assert all(re.fullmatch(r"[A-Z“].*[.?]", message) for message in messages)


def test_no_binary_floats() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    found = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "float" not in found


@pytest.mark.parametrize("text", ["40,000,00", "1,23", "12,34,567", "1,2345"])
def test_separators_that_part_no_thousands_are_read_only_while_typing_over_them(text: str) -> None:
    term = term_of("shares.issued")
    assert isinstance(read(term, text), Problem)
    assert read(term, text, typing=True) == int(text.replace(",", ""))


def test_words_of_both_languages_and_of_tables_are_read_as_a_choice() -> None:
    term = term_of("options[].kind")
    words = ["ordinary", "普通", "1円", "転換社債", "CB", "one_yen"]
    read_as = [read(term, word, choice_aliases(term)) for word in words]
    assert read_as == ["ordinary", "ordinary", "one_yen", "convertible", "convertible", "one_yen"]


def test_a_decrease_is_typed_with_a_minus_or_a_triangle() -> None:
    term = term_of("announced.shares.increase")
    assert [read(term, text) for text in ("−1,000", "△1,000", "▲1,000", "1,000")] == [-1000, -1000, -1000, 1000]
    assert isinstance(read(term_of("shares.issued"), "-1"), Problem)
