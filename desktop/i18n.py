"""A language: texts from the catalogue, numbers and dates as its readers write them."""

import datetime as dt
import gettext
import locale as system_locale
import os
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from . import assets
from .domain.exact import Value
from .domain.message import N_, Message
from .domain.term import Unit

LANGUAGES = ("ja", "en")

#: Where a translation may be broken over two lines: a space of no width.
BREAK = "\u200b"

#: What Babel says of both languages, written down because loading its data takes as long as the first picture;
#: a test holds it to Babel.
POINT, GROUP = ".", ","
WEEKDAYS = {"ja": "月火水木金土日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: Decimals shown of a value that has more: the exact figure stands in its explanation.
SHOWN_PLACES = 4
EXACT_PLACES = 6

_LEAST_PLACES = {"per share": 2}
_YES, _NO = N_("yes"), N_("no")


class Locale:
    """One language's texts and formats; passed to whatever shows something."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = assets.catalogue(language)

    def text(self, message: str | Message, **fields: object) -> str:
        """The message in this language, its named fields filled in."""
        return self.hinted(message, **fields).replace(BREAK, "")

    def hinted(self, message: str | Message, **fields: object) -> str:
        """The message with the hints of its translation where a narrow label may break it."""
        if isinstance(message, Message):
            fields = {name: self._field(value) for name, value in message.fields.items()}
            message = message.text
        if not message:
            return ""
        translated = self._catalogue.gettext(message)
        if translated is message:  # not translated: what precedes a bar only tells equal words apart
            translated = message.rpartition("|")[2]
        return translated.format(**fields) if fields else translated

    def _field(self, value: object) -> str:
        match value:
            case Message():
                return self.text(value)
            case dt.date():
                return self.date(value)
            case int() | Fraction() | Decimal():
                return self.number(value)
        return str(value)

    def plural(self, singular: str, plural: str, count: int, **fields: object) -> str:
        """The singular or plural message for a count, which is its field {count} too."""
        chosen = self._catalogue.ngettext(singular, plural, count)
        return chosen.format(count=self.number(count), **fields)

    def unit(self, unit: Unit, currency: str) -> str:
        """The unit's words, with the company's currency where it names one."""
        return self.text(unit.text).format(currency=self.currency(currency)) if unit.text else ""

    def currency(self, code: str) -> str:
        """A currency as a unit: 円 for JPY in Japanese, else its ISO code."""
        return "円" if self.language == "ja" and code == "JPY" else code

    def value(self, value: Value | Decimal | None, unit: Unit, *, signed: bool = False) -> str:
        """A value as a cell shows it; nothing for none."""
        match value:
            case None:
                return ""
            case bool():
                return self.text(_YES if value else _NO)
            case dt.date():
                return self.date(value)
            case str():
                return value
        return self._figure(value, unit, signed)

    def _figure(self, value: int | Fraction | Decimal, unit: Unit, signed: bool) -> str:
        exact = Fraction(value)
        if unit.style == "ratio":
            return self.ratio(exact, signed=signed)
        if unit.style == "percent":
            return self._signed(self._decimal(abs(exact) * 100, 2, 2), exact, signed) + "%"
        if unit.style == "cents":
            return self._signed(self._decimal(abs(exact), 2, 2), exact, signed)
        places = _LEAST_PLACES.get(unit.style, 0)
        return self._signed(self._number(abs(exact), places), exact, signed)

    def number(self, value: int | Fraction | Decimal) -> str:
        """A plain number: digits grouped, as many decimals as it has."""
        exact = Fraction(value)
        return self._signed(self._number(abs(exact), 0), exact, signed=False)

    def exact(self, value: int | Fraction | Decimal) -> str:
        """A number to the last digit: a fraction where its decimals do not end."""
        exact = Fraction(value)
        if terminates(exact):
            return self.number(exact)
        whole = self._signed(self._grouped(abs(exact.numerator)), exact, signed=False)
        return f"{whole}/{self._grouped(exact.denominator)}"

    def ratio(self, value: Fraction, *, signed: bool = False) -> str:
        """A ratio: a decimal where that is short and exact, else a fraction."""
        size = abs(value)
        short = size.denominator == 1 or (size.denominator in (5, 10, 20, 25, 50, 100) and size > 1)
        text = self._number(size, 0) if short else f"{size.numerator}/{size.denominator}"
        return self._signed(text, value, signed)

    def _number(self, size: Fraction, least: int) -> str:
        if size.denominator == 1 and not least:
            return self._grouped(size.numerator)
        if terminates(size) and (size * 10**EXACT_PLACES).denominator == 1:
            return self._decimal(size, least, EXACT_PLACES)
        return self._decimal(size, least, SHOWN_PLACES)

    def _decimal(self, size: Fraction, least: int, most: int) -> str:
        scaled = (2 * size.numerator * 10**most + size.denominator) // (2 * size.denominator)
        whole, rest = divmod(scaled, 10**most)
        digits = f"{rest:0{most}d}".rstrip("0").ljust(least, "0")
        return self._grouped(whole) + (POINT + digits if digits else "")

    def _grouped(self, whole: int) -> str:
        return f"{whole:,}"

    def _signed(self, text: str, value: Fraction, signed: bool) -> str:
        if value < 0:
            return "−" + text
        return "+" + text if signed and value > 0 else text

    def date(self, day: dt.date) -> str:
        """A date as the language writes it in figures: 2020-12-31, 2020/12/31."""
        return f"{day.year:04d}/{day.month:02d}/{day.day:02d}" if self.language == "ja" else day.isoformat()

    def weekday(self, day: dt.date) -> str:
        """The short name of the weekday: Thu, 木."""
        return WEEKDAYS[self.language][day.weekday()]

    def date_with_weekday(self, day: dt.date) -> str:
        """A date with its weekday: Fri 2021-01-01, 2021/01/01（金）."""
        if self.language == "ja":
            return f"{self.date(day)}（{self.weekday(day)}）"
        return f"{self.weekday(day)} {self.date(day)}"

    def short_date(self, day: dt.date) -> str:
        """A date without its year: Dec 31, 12/31."""
        return f"{day.month}/{day.day}" if self.language == "ja" else f"{MONTHS[day.month - 1]} {day.day}"

    def long_date(self, day: dt.date) -> str:
        """A date in words: January 1, 2021; 2021年1月1日."""
        from babel.dates import format_date  # noqa: PLC0415  # not needed for the first picture

        return str(format_date(day, "long", locale=self.language))

    def given(self, value: object, unit: Unit) -> str:
        """A typed value as an editor shows it: every digit that was typed, grouped."""
        match value:
            case None:
                return ""
            case bool():
                return self.text(_YES if value else _NO)
            case Decimal():
                whole, point, digits = f"{abs(value):f}".partition(".")
                size = self._grouped(int(whole)) + (POINT + digits if point else "")
                return self._signed(size, Fraction(value), signed=False)
        return self.value(value, unit)  # type: ignore[arg-type]  # the rest are values


def terminates(value: Fraction) -> bool:
    """Whether the value has a last decimal."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


@lru_cache(maxsize=4)
def locale_for(language: str) -> Locale:
    """The locale of a language, made once."""
    return Locale(language)


def system_language(read: Callable[[], tuple[str | None, str | None]] = system_locale.getlocale) -> str:
    """The language of the desktop: Japanese where it is Japanese, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")]
    chosen = next((name for name in names if name), "") or read()[0] or ""
    return "ja" if chosen.lower().startswith(("ja", "japanese")) else "en"
