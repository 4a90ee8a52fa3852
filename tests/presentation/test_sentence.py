"""The sentence around a passage: prose, labelled lines, cells, blocks and one long line, in both languages."""

import random
import time

import pytest

from desktop.notice import reading
from desktop.presentation.sentence import ELLIPSIS, LONGEST, Sentence, sentence
from tests.notice import announcements

WRAPPED_JA = """1. 目的
当社は、2023年11月9日開催の取締役会において、以下のとおり、
<2023年11月30日>を基準日として、当社普通株式を分割すること
を決議しました。
以上"""
WHOLE_JA = (
    "当社は、2023年11月9日開催の取締役会において、以下のとおり、<2023年11月30日>を基準日として、"
    "当社普通株式を分割することを決議しました。"
)

WRAPPED_EN = """Purpose
Shareholders in the register as of the record date, which is <November 30,
2023>, receive two shares for each share that they hold at the end
of that day. More follows."""
WHOLE_EN = (
    "Shareholders in the register as of the record date, which is <November 30, 2023>, receive two shares for each"
    " share that they hold at the end of that day."
)


def around(text: str) -> str:
    """The sentence around what stands in <…>, which is marked in it too."""
    start, end = text.index("<"), text.index(">") - 1
    return marked(sentence(text.replace("<", "").replace(">", ""), start, end))


def marked(one: Sentence) -> str:
    return "{}<{}>{}".format(*one.parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前の文です。当社は、<2023年11月9日>に決議しました。次の文です。", "当社は、<2023年11月9日>に決議しました。"),
        ("We are pleased. The record date is <May 5, 2017>. It is a Friday.", "The record date is <May 5, 2017>."),
        (
            "Blue Harbor Co., Ltd. has resolved a split of 1.5 for 1 on <May 5, 2017>. See below.",
            "Blue Harbor Co., Ltd. has resolved a split of 1.5 for 1 on <May 5, 2017>.",
        ),
        # a sentence that the layout broke, in both languages
        (WRAPPED_JA, WHOLE_JA),
        (WRAPPED_EN, WHOLE_EN),
        # a label and its value on one line
        ("発行済株式総数 46,734,600株\n増加する株式数\t<46,734,600株>\n以上", "増加する株式数 <46,734,600株>"),
        ("1) Issued shares: <75,138,600 shares>\n2) Increase: 5", "1) Issued shares: <75,138,600 shares>"),
        ("｜発行済株式総数 │ <100株> │\n", "｜発行済株式総数 <100株>"),
        # a label that says little has its heading
        ("(3) 発行可能株式総数\n変更前 100株\n変更後 <200株>\n", "(3) 発行可能株式総数 … 変更後 <200株>"),
        ("3. Schedule\nEffective: <May 5, 2017>\n", "3. Schedule Effective: <May 5, 2017>"),
        # a cell a line: the label is above, over item numbers and rules
        ("発行済株式総数\n<46,734,600株>\n増加する株式数\n1株", "発行済株式総数 <46,734,600株>"),
        ("|\n(2)\n|基準日\n|\n<2015年4月3日(金曜日)>\n|", "基準日 <2015年4月3日(金曜日)>"),
        ("2\n|)\n|Record date:\n|<Saturday, March 8, 2008>\n|3", "Record date: <Saturday, March 8, 2008>"),
        ("Name\nBefore\nAfter\n1st series\n100 shares\n<200 shares>\nend of the table it is", "<200 shares>"),
        # labels first, then values: the label of the same rank, and none where the ranks do not match
        ("Issued shares before\nIncrease\nIssued shares after\n1,000 shares\n<1,500 shares>\n2,500 shares\nEnd of it",
         "Increase <1,500 shares>"),
        ("Heading\nIssued shares\nIncrease\nTotal\n1,000 shares\n<1,500 shares>\n2,500 shares", "<1,500 shares>"),
        # nothing around it
        ("<2>", "<2>"),
        ("  <46,734,600株>  ", "<46,734,600株>"),
    ],
)  # fmt: skip
def test_sentence_or_line_with_its_label(text: str, expected: str) -> None:
    assert around(text) == expected


@pytest.mark.parametrize("filler", ["の株式の分割について定める", "of the stock split which "])
def test_one_long_line_is_shortened_around_the_passage(filler: str) -> None:
    text = filler * 60 + "the figure 46,734,600株 is" + filler * 60
    start = text.index("46")
    found = sentence(text, start, start + 11)
    before, words, after = found.parts
    assert words == "46,734,600株"
    assert before.startswith(ELLIPSIS)
    assert after.endswith(ELLIPSIS)
    assert len(before) > len(after)
    assert len(found.text.encode("cp932")) <= LONGEST + 4


def test_a_long_passage_is_shortened_itself() -> None:
    found = sentence("Names: " + "word " * 200, 7, 1000)
    assert found.parts[1].startswith("word word")
    assert found.parts[1].endswith(ELLIPSIS)
    assert len(found.text) <= 2 * LONGEST


@pytest.mark.parametrize("layout", announcements.LAYOUTS)
@pytest.mark.parametrize("seed", range(8))
def test_passages_of_announcements_keep_their_words(layout: str, seed: int) -> None:
    chance = random.Random(seed)
    found = reading.read(announcements.LAYOUTS[layout](announcements.event(chance), chance))
    assert isinstance(found, reading.Reading)
    for place in found.places:
        one = sentence(found.text, place.start, place.end)
        passage = " ".join(found.text[place.start : place.end].split())
        assert one.parts[1].replace(" ", "") == passage.replace(" ", "")
        assert one.text.isprintable()


def test_every_place_of_any_text_has_a_sentence() -> None:
    chance = random.Random(5)
    signs = "株 分\n。.|\t12,300年A b(:)\u3000①…\x00"
    for _ in range(400):
        text = "".join(chance.choice(signs) for _ in range(chance.randrange(60)))
        start = chance.randrange(len(text) + 1)
        end = chance.randrange(start, len(text) + 1)
        one = sentence(text, start, end)
        assert 0 <= one.start <= one.end <= len(one.text)
        assert one.text.isprintable()


def test_a_long_announcement_takes_no_time() -> None:
    text = "分割 of shares " * 15_000
    start = time.perf_counter()
    for place in range(100_000, 101_000, 10):
        sentence(text, place, place + 4)
    assert time.perf_counter() - start < 2
