"""Numbers in words are those of published articles, differ from each other, and are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.presentation.number_words import (
    ENGLISH_STYLES,
    JAPANESE_STYLES,
    LARGEST,
    english_words,
    japanese_words,
    value_of_words,
)

STYLES = [(english_words, option.code) for option in ENGLISH_STYLES]
STYLES += [(japanese_words, option.code) for option in JAPANESE_STYLES]
NUMBERS = st.one_of(
    st.integers(0, LARGEST), st.builds(lambda a, b: a * 10**b, st.integers(0, 9999), st.integers(0, 12))
)

ENGLISH = [
    (151_040_000, "joined", "one hundred fifty one million and forty thousand"),  # IIJ, notice of 2020-11-09
    (75_520_000, "joined", "seventy five million and five hundred twenty thousand"),
    (151_040_000, "plain", "one hundred fifty-one million forty thousand"),
    (151_040_000, "digits", "151,040,000"),
    (1_234_567, "joined", "one million, two hundred thirty four thousand and five hundred sixty seven"),
    (4_001_000_100_017, "joined", "four trillion, one billion, one hundred thousand and seventeen"),
    (1_234_567, "plain", "one million two hundred thirty-four thousand five hundred sixty-seven"),
    (800, "joined", "eight hundred"),
    (0, "joined", "zero"),
    (LARGEST, "plain", "ten quadrillion"),
    (LARGEST + 1, "plain", "10,000,000,000,000,001"),
]
JAPANESE = [
    (151_040_000, "mixed", "1億5,104万"),
    (151_040_000, "kanji", "一億五千百四万"),
    (151_040_000, "kanji_full", "一億五千一百四万"),
    (151_040_000, "digits", "151,040,000"),
    (75_520_000, "mixed", "7,552万"),
    (75_520_000, "kanji", "七千五百五十二万"),
    (10_000_000_000, "mixed", "100億"),  # Toyota, Article 5 before 2021-10-01
    (50_000_000_000, "kanji", "五百億"),
    (10_000, "kanji", "一万"),
    (10_000_000, "kanji", "千万"),
    (10_000_000, "kanji_full", "一千万"),
    (1_111, "kanji", "千百十一"),
    (1_111, "kanji_full", "一千一百一十一"),
    (302_080_001, "mixed", "3億208万1"),
    (0, "kanji", "零"),
    (LARGEST, "mixed", "1京"),
]


@pytest.mark.parametrize(("number", "style", "words"), ENGLISH)
def test_english_words(number: int, style: str, words: str) -> None:
    assert english_words(number, style) == words


@pytest.mark.parametrize(("number", "style", "words"), JAPANESE)
def test_japanese_words(number: int, style: str, words: str) -> None:
    assert japanese_words(number, style) == words


@given(NUMBERS, st.sampled_from(STYLES))
def test_words_are_read_back_so_no_two_numbers_share_them(number: int, style: tuple[object, str]) -> None:
    write, code = style
    assert callable(write)
    assert value_of_words(write(number, code)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One Hundred Fifty-One Million, and Forty Thousand", 151_040_000),
        ("nineteen", 19),
        ("two hundred and five", 205),
        ("7,552万株", 75_520_000),
        ("７，５５２万株式", 75_520_000),
        ("１億５１０４万", 151_040_000),
        ("151,040,000株", 151_040_000),
        ("１５１０４００００", 151_040_000),
        ("一億五千百四万株", 151_040_000),
        ("一億五千一百四万", 151_040_000),
        ("壱億五千万", 150_000_000),
        ("3千万", 30_000_000),
        ("一五一〇四", 15_104),
        ("〇", 0),
    ],
)
def test_words_of_announcements(text: str, number: int) -> None:
    assert value_of_words(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "shares", "and", "and five", "five and", "one one", "twenty ten", "ten five", "hundred", "ten hundred",
        "one hundred hundred", "thousand", "one thousand two million", "one thousand two thousand", "zero thousand",
        "one million zero", "five twenty", "万", "億五千", "1万2億", "1万2万", "12,34", "1,23万", "12345万", "0万",
        "十百", "1.5億", "-5", "１２株３",
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert value_of_words(text) is None
