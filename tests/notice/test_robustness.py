"""No text makes the reader fail or hang, and a text that lost lines gives blanks, not wrong values."""

import random
import time

import pytest

from desktop.announcement import scenario_of
from desktop.document import scenario_file
from desktop.document.state import State
from desktop.domain.message import Message
from desktop.notice.reading import Reading, read
from desktop.notice.sources import text_of
from tests.notice.announcements import LAYOUTS, event, expected
from tests.notice.fuzz import LIMIT, made, mutated, outcome
from tests.notice.pages import pdf_of


def read_mutations(count: int, seed: str) -> float:
    """Read that many damaged announcements; returns the longest time that one took, in seconds."""
    longest = 0.0
    layouts = list(LAYOUTS.values())
    for n in range(count):
        chance = random.Random(f"{seed}{n}")
        text = mutated(layouts[n % len(layouts)](event(chance), chance), chance)
        start = time.perf_counter()
        reading = read(text)
        longest = max(longest, time.perf_counter() - start)
        if isinstance(reading, Reading):
            held = scenario_file.loads(scenario_file.dumps(State(scenario_of(reading.terms))))
            assert isinstance(held, scenario_file.Loaded), (n, held)
            assert all(0 <= place.start < place.end <= len(text) for place in reading.places), n
    return longest


@pytest.mark.parametrize("part", range(8))
def test_damaged_announcements_are_read_without_failing(part: int) -> None:
    assert read_mutations(250, f"part {part} ") < 2.0


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_text_that_lost_lines_gives_no_wrong_values(layout: str) -> None:
    for n in range(60):
        chance = random.Random(f"{layout}{n}")
        stated = event(chance)
        lines = LAYOUTS[layout](stated, chance).split("\n")
        for _ in range(chance.randrange(1, 4)):
            lines.pop(chance.randrange(len(lines)))
        reading = read("\n".join(lines))
        if isinstance(reading, Reading):
            right = expected(stated, authorized_before=True)
            assert {path: reading.terms[path] for path in right.keys() & reading.terms.keys()}.items() <= right.items()


@pytest.mark.benchmark
def test_twenty_thousand_damaged_announcements() -> None:
    print(f"\nlongest reading: {1000 * read_mutations(20_000, 'many '):.0f} ms")


#: Texts that repeat themselves: what a pattern could hang on.
PARTS = (
    "\n", "9", "1,", "株", "(", "1株につき", "one-", "基準日\n", "発行済株式総数 ", "stock split ", "every 5 shares ",
    "2024年", "from 1 to 2 ", "株式会社", "A", "Inc., ", "1 ADS to ", "第1回新株予約権 ", "A Bc ", "\t",
    "effective ", "board on May 1 ",
    "\ud800\udfff\0",
)  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", *(part * (30_000 // len(part)) for part in PARTS)])
def test_monotonous_texts_are_read_in_time(text: str) -> None:
    start = time.perf_counter()
    assert isinstance(read(text), Message | Reading)
    assert time.perf_counter() - start < 5.0


@pytest.mark.parametrize("seed", range(40))
def test_damaged_pdf_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(pdf_of([[(50, "Notice of Stock Split"), (300, "1:2")], [(50, "株式分割")]]))
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(5, len(data))] = chance.randrange(256)
    assert isinstance(text_of(bytes(data[: chance.randrange(20, len(data))]), "a.pdf"), str | Message)


@pytest.mark.parametrize("part", range(8))
def test_damaged_files_are_read_or_refused(part: int) -> None:
    for number in range(40 * part, 40 * (part + 1)):
        start = time.perf_counter()
        assert outcome(made("suite", number)[1]) in ("read", "refused", "no announcement"), number
        assert time.perf_counter() - start < LIMIT, number


@pytest.mark.benchmark
def test_ten_pages() -> None:
    chance = random.Random("ten pages")
    filling = "当社グループは2021年4月1日から2022年3月31日までの期間に売上高1,234百万円を計上いたしました。\n" * 220
    text = LAYOUTS["table_ja"](event(chance), chance) + filling
    start = time.perf_counter()
    assert isinstance(read(text), Reading)
    print(f"\n{len(text):,} characters: {1000 * (time.perf_counter() - start):.0f} ms")
