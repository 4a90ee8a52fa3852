"""Whether a passage still says what a term holds."""

import random
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.term import Given
from desktop.notice.passage import says
from desktop.notice.reading import Reading, read
from tests.notice import announcements

SERIES = """各位
青空製作所株式会社
株式分割に関するお知らせ
普通株式1株につき2株の割合をもって分割いたします。
(3)新株予約権の調整 行使価額
第1回新株予約権 1,234円 617円
第2回新株予約権 2,000円 1,000円
当社のADR(米国預託証券)1ADRにつき普通株式2株の比率は変更しません。
なお、発行済株式総数は新株予約権の行使により増加する可能性があります。
株式分割前の発行済株式総数 46,734,600株
"""


def unlike(value: Given) -> Given:
    """Another value of the same kind."""
    match value:
        case bool():
            return value
        case int() | Decimal():
            return value * 7 + 11
        case date():
            return date(value.year + 1, value.month, 28 if value.day < 28 else 1)
    return value + " Partners"


@pytest.mark.parametrize("layout", announcements.LAYOUTS)
@pytest.mark.parametrize("seed", range(20))
def test_what_has_just_been_read_is_what_the_passage_says(layout: str, seed: int) -> None:
    chance = random.Random(seed)
    check(announcements.LAYOUTS[layout](announcements.event(chance), chance))


def test_cells_and_ratios_of_adrs_too() -> None:
    found = check(SERIES)
    assert found.terms["options[1].announced_exercise_price"] == 1000
    place = next(place for place in found.places if place.path == "options[1].announced_exercise_price")
    passage = found.text[place.start : place.end]
    assert says(place.path, passage, Decimal(1000))
    assert not says(place.path, passage, Decimal(1001))


def check(text: str) -> Reading:
    """Nothing that has been read passes for changed."""
    found = read(text)
    assert isinstance(found, Reading)
    for place in found.places:
        passage = found.text[place.start : place.end]
        assert says(place.path, passage, found.terms[place.path]), (place.path, passage)
        assert not says(place.path, passage, None)
    return found


@pytest.mark.parametrize("layout", announcements.LAYOUTS)
def test_another_value_is_not_what_it_says(layout: str) -> None:
    chance = random.Random(1)
    found = read(announcements.LAYOUTS[layout](announcements.event(chance), chance))
    assert isinstance(found, Reading)
    for place in found.places:
        if place.path.startswith(("shares.", "announced.shares.", "schedule.", "company.code")):
            assert not says(place.path, found.text[place.start : place.end], unlike(found.terms[place.path])), (
                place.path
            )


@pytest.mark.parametrize(
    ("path", "passage", "value", "expected"),
    [
        ("shares.issued", "4,673万4,600株", 46_734_600, True),
        ("shares.issued", "4,673万4,600株", 46_734_601, False),
        ("announced.shares.increase", "減少 ８００，１８８株", -800_188, True),
        ("schedule.effective_date", "同年10月1日(火)", date(2024, 10, 1), True),
        ("schedule.effective_date", "同年10月1日(火)", date(2024, 10, 2), False),
        ("schedule.resolution_date", "本日開催の取締役会", date(2024, 10, 2), True),  # it names no day
        ("split.new", "1株につき1.5株", Decimal("1.5"), True),
        ("split.new", "1株につき1.5株", Decimal(3), False),
        ("split.new", "two-for-one", Decimal(2), True),
        ("split.old", "703,675,500 shares", Decimal(1), True),  # worked out from the counts
        ("adr.old_adrs", "one ADS representing one-half of one share", 2, True),
        ("adr.old_adrs", "one ADS representing one-half of one share", 1, False),
        ("company.name", "株式会社 ＡＢＣシステムズ", "株式会社ABCシステムズ", True),
        ("company.name", "株式会社ABCシステムズ", "みなと食品", False),
        ("options[4].name", "第1回から第10回", "第5回", True),
        ("shares.may_increase", "増加する可能性があります", True, True),
        ("dividends[0].amount", "17円50銭", Decimal("17.5"), True),
    ],
)
def test_values_of_every_kind(path: str, passage: str, value: Given, expected: bool) -> None:
    assert says(path, passage, value) is expected
