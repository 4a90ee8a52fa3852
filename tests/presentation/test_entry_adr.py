"""ADR ratios as people write them."""

from decimal import Decimal

import pytest

from desktop.presentation.entry_adr import read_adr_ratio
from desktop.presentation.entry_text import Problem


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("2:1", ("2", "1")),
        ("２：１", ("2", "1")),
        ("13=10", ("13", "10")),
        ("2 ADRs = 1 share", ("2", "1")),
        ("1 ADS represents 10 common shares", ("1", "10")),
        ("1ADR＝10株", ("1", "10")),
        ("10 shares = 1 ADR", ("1", "10")),
        ("1 ADR = 1/2 share", ("2", "1")),
        ("1 ADR = 0.5 shares", ("1", "0.5")),
    ],
)
def test_ratios_are_read(text: str, ratio: tuple[str, str]) -> None:
    assert read_adr_ratio(text) == (Decimal(ratio[0]), Decimal(ratio[1]))


@pytest.mark.parametrize("text", ["", "2", "2 =", "two for one", "2:1:1"])
def test_other_texts_are_no_ratio(text: str) -> None:
    assert read_adr_ratio(text) is None


@pytest.mark.parametrize("text", ["0:1", "1 ADR = 1/0 share", "1:99999999999999999"])
def test_ratios_out_of_bounds_say_why(text: str) -> None:
    assert isinstance(read_adr_ratio(text), Problem)
