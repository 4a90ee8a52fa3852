"""Phrases find what a pattern without regard to case finds."""

import random
import re

import pytest

from desktop.notice.phrases import Phrase, in_small_letters
from desktop.notice.ratios import WAYS
from desktop.notice.sentence_rules import RULES
from desktop.notice.vocabulary import LABELS
from tests.notice.announcements import LAYOUTS, event

PHRASES = [*(label.words for label in LABELS), *(way.phrase for way in WAYS), *(rule.phrase for rule in RULES)]


def found(phrase: Phrase, text: str) -> list[tuple[str | None, ...]]:
    return [(match[0], *match.groups()) for match in phrase.finditer(text, in_small_letters(text))]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_same_as_without_regard_to_case(layout: str) -> None:
    chance = random.Random(layout)
    text = LAYOUTS[layout](event(chance), chance)
    for shape in (text, text.upper(), text.title()):
        for phrase in PHRASES:
            exact = re.finditer(phrase.pattern, shape, re.IGNORECASE)
            assert found(phrase, shape) == [(match[0], *match.groups()) for match in exact]


def test_places_are_those_of_the_text() -> None:
    text = "İstanbul: a Stock SPLIT of CLASS A shares"
    assert found(Phrase(r"stock (Split)|class \S\b"), text) == [("Stock SPLIT", "SPLIT"), ("CLASS A", None)]
    (match,) = Phrase("split").finditer(text, in_small_letters(text), 10)
    assert (match.start(), match.string) == (text.index("SPLIT"), text)
    assert found(Phrase("split"), text) == [("SPLIT",)]
