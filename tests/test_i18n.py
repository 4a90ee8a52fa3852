"""Numbers, dates and texts of both languages."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import get_day_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from desktop.domain.message import Message
from desktop.domain.term import MONEY, PERCENT, RATIO, SHARES, USD, Unit
from desktop.i18n import GROUP, LANGUAGES, POINT, WEEKDAYS, locale_for, system_language

EN, JA = locale_for("en"), locale_for("ja")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (93_469_200, SHARES, "93,469,200"),
        (10**14, SHARES, "100,000,000,000,000"),
        (-4_484_849_026, SHARES, "−4,484,849,026"),
        (5290, MONEY, "5,290"),
        (Fraction(41, 2), MONEY, "20.5"),
        (Fraction(26450, 15), MONEY, "1,763.3333"),  # shown to four; exact in its explanation
        (Fraction(22536, 10), MONEY, "2,253.6"),
        (Fraction(1, 2), RATIO, "1/2"),
        (Fraction(11, 10), RATIO, "1.1"),
        (2, RATIO, "2"),
        (Fraction(1, 200), PERCENT, "0.50%"),
        (Fraction(26450, 1051), USD, "25.17"),
    ],
)
def test_figures(value: int | Fraction, unit: Unit, shown: str) -> None:
    assert EN.value(value, unit) == JA.value(value, unit) == shown


def test_signs_of_a_change() -> None:
    assert EN.value(46_734_600, SHARES, signed=True) == "+46,734,600"
    assert EN.value(0, SHARES, signed=True) == "0"


def test_a_figure_that_never_ends_is_exact_as_a_fraction() -> None:
    assert EN.exact(Fraction(10_000_010, 3)) == "10,000,010/3"
    assert EN.exact(Fraction(41, 2)) == "20.5"


def test_typed_decimals_keep_their_zeros() -> None:
    assert EN.given(Decimal("20.50"), MONEY) == "20.50"
    assert EN.given(Decimal(46734600), MONEY) == "46,734,600"


def test_dates() -> None:
    day = date(2021, 1, 1)
    assert (EN.date(day), JA.date(day)) == ("2021-01-01", "2021/01/01")
    assert (EN.date_with_weekday(day), JA.date_with_weekday(day)) == ("Fri 2021-01-01", "2021/01/01（金）")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_down_is_what_babel_says(language: str) -> None:
    assert (get_decimal_symbol(language), get_group_symbol(language)) == (POINT, GROUP)
    names = get_day_names("abbreviated", locale=language)
    assert [names[day] for day in range(7)] == list(WEEKDAYS[language])


def test_dates_in_words() -> None:
    day = date(2021, 1, 1)
    assert (EN.long_date(day), JA.long_date(day)) == ("January 1, 2021", "2021年1月1日")


def test_units_name_the_currency() -> None:
    assert (EN.unit(MONEY, "JPY"), JA.unit(MONEY, "JPY"), JA.unit(MONEY, "USD")) == ("JPY", "円", "USD")


def test_fields_of_a_message_are_written_in_its_language() -> None:
    message = Message("{file} opened", {"file": "a{b}.bunkatsu"})
    assert EN.text(message) == "a{b}.bunkatsu opened"


@pytest.mark.parametrize(
    ("environment", "language"),
    [({"LANG": "ja_JP.UTF-8"}, "ja"), ({"LANG": "de_DE.UTF-8"}, "en"), ({"LC_ALL": "ja_JP", "LANG": "en_US"}, "ja")],
)
def test_the_systems_language(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language
