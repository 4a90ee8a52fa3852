"""Reading an announcement gives the terms that it states, whatever its layout and language, and nothing else."""

import random
from decimal import Decimal

import pytest

from desktop.notice.reading import Reading, read
from tests.notice.announcements import LAYOUTS, event, expected

#: Terms that the announcements name besides those that are asked for here.
BESIDES = {"shares.may_increase", "articles.number"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(20))
def test_an_announcement_is_read_as_it_was_written(layout: str, seed: int) -> None:
    chance = random.Random(f"{layout}{seed}")
    stated = event(chance)
    text = LAYOUTS[layout](stated, chance)
    reading = read(text)
    assert isinstance(reading, Reading)
    terms = {path: value for path, value in reading.terms.items() if path not in BESIDES}
    old, new = terms.pop("split.old"), terms.pop("split.new")
    assert isinstance(old, Decimal)
    assert isinstance(new, Decimal)
    assert new / old == Decimal(stated.ratio.numerator) / stated.ratio.denominator
    is_prose, listing = layout.startswith("prose"), [place for place in ("東証", "TSE Prime") if place in text]
    assert terms == {
        **expected(stated, authorized_before=is_prose, notice=not is_prose),
        "company.code": stated.code,
        "company.name": stated.name_ja if layout.endswith("ja") else stated.name_en,
        **({"company.listing": listing[0]} if listing else {}),
    }
    assert not reading.problems


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_term_has_the_place_that_it_was_read_from(layout: str) -> None:
    chance = random.Random(layout)
    text = LAYOUTS[layout](event(chance), chance)
    reading = read(text)
    assert isinstance(reading, Reading)
    places = {place.path: text[place.start : place.end] for place in reading.places}
    assert places.keys() == reading.terms.keys()
    assert str(reading.terms["company.code"]) == places["company.code"]
    assert all(words.strip() for words in places.values())
