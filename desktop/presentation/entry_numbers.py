"""Typed text becomes a number, exact to the digit: 46,734,600, 1億5,104万, 151.04 million, 20円50銭."""

import re
from decimal import Context, Decimal, localcontext

from ..domain.message import N_
from ..domain.term import COUNT_LIMIT, DECIMAL_DIGITS, DECIMAL_PLACES
from .entry_text import LETTER_CASE, LONGEST, Problem, plain, raised_figure, shown

_EXACT = Context(prec=4 * LONGEST)

_MYRIADS = {"兆": Decimal(10**12), "億": Decimal(10**8), "万": Decimal(10**4)}
_TENS = {"千": Decimal(1000), "百": Decimal(100), "十": Decimal(10)}
_KANJI_UNITS = {**_MYRIADS, **_TENS}
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九壱弐参拾萬", "00123456789123十万")

#: English scales; single letters (m, k, b) are left out, since they mean different things to different people.
_SCALES = {
    "thousand": Decimal(10**3), "million": Decimal(10**6), "mn": Decimal(10**6),
    "billion": Decimal(10**9), "bn": Decimal(10**9), "trillion": Decimal(10**12),
}  # fmt: skip
_SCALED = rf"(.*?) ?({'|'.join(_SCALES)})s?\.?"

_CODES = "JPY|USD|EUR|GBP|CNY|HKD|AUD|CAD|CHF|SGD|KRW|TWD"
_CURRENCY = rf"(?:(?:US|HK|NT|A|C|S)?\$|[¥\\€£]|金|{_CODES})"
_NEGATIVE = rf"{_CURRENCY}? ?[-▲△] ?{_CURRENCY}? ?[0-9.]|\([^)]*[0-9][^)]*\)$"
_SHARES = r"(?:(?:common|ordinary) )?shares?(?: of common stock)?"
_UNITS = rf"株|円|個|口|米?ドル|{_SHARES}|(?:stock acquisition )?rights?|units?|yen|(?:US )?dollars?|AD[RS]s?|{_CODES}"
_PER = r" ?(?:/|per ) ?(?:株|個|米?ドル|share|right|AD[RS]|(?:US )?dollar|USD)"
_FRAMED = rf"(?:\+ ?)?(?:{_CURRENCY} ?)?(?:\+ ?)?(?P<body>.*?)(?: ?(?:{_UNITS}))?(?:{_PER})?"
_SEN = rf"(?:(.*)円)? ?([0-9]{{1,2}})銭(?:{_PER})?"
_UNKNOWN = rf"[^0-9.,' {''.join(_KANJI_UNITS)}](?:[^\W\d_]*)"


def read_count(text: str, *, positive: bool = False) -> int | Problem | None:
    """The whole number from 0 to 10^14 that was typed; None where the text is blank."""
    value = _amount(text)
    if not isinstance(value, Decimal):
        return value
    if value != value.to_integral_value():
        return Problem(N_("“{text}” is not a whole number."), {"text": shown(text)})
    if value > COUNT_LIMIT:
        return Problem(N_("“{text}” is more than {limit}."), {"text": shown(text), "limit": f"{COUNT_LIMIT:,}"})
    return _zero_refused(text) if positive and not value else int(value)


def read_number(text: str, *, positive: bool = False) -> Decimal | Problem | None:
    """The exact decimal that was typed, with the decimals typed; None where the text is blank."""
    value = _amount(text)
    if not isinstance(value, Decimal):
        return value
    if value.adjusted() >= DECIMAL_DIGITS:
        message = N_("“{text}” has more than {digits} digits before the decimal point.")
        return Problem(message, {"text": shown(text), "digits": str(DECIMAL_DIGITS)})
    if -_exponent(value) > DECIMAL_PLACES:
        message = N_("“{text}” has more than {places} digits after the decimal point.")
        return Problem(message, {"text": shown(text), "places": str(DECIMAL_PLACES)})
    return _zero_refused(text) if positive and not value else value


def _zero_refused(text: str) -> Problem:
    return Problem(N_("“{text}” must be more than zero."), {"text": shown(text)})


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _amount(text: str) -> Decimal | Problem | None:
    """The number without regard to its bounds, never negative."""
    text = text.strip()
    if len(text) > LONGEST:
        return Problem(N_("Too long for a number: {length} characters."), {"length": f"{len(text):,}"})
    if raised := raised_figure(text):
        return Problem(N_("Not a number: “{part}” is not a plain digit."), {"part": raised})
    text = plain(text)
    if not text:
        return None
    if re.match(_NEGATIVE, text, LETTER_CASE):
        return Problem(N_("“{text}” cannot be negative."), {"text": shown(text)})
    with localcontext(_EXACT):
        return _scaled(_body(text), text)


def _body(text: str) -> str:
    """The number itself, without sign, currency and unit; sen become decimals, kanji digits become digits."""
    text = text.translate(_KANJI_DIGITS)
    if sen := re.fullmatch(_SEN, text):
        text = f"{sen[1] or '0'}.{sen[2]:0>2}"
    framed = re.fullmatch(_FRAMED, text, LETTER_CASE)
    return framed["body"].strip() if framed else text


def _scaled(body: str, text: str) -> Decimal | Problem:
    scaled = re.fullmatch(_SCALED, body, LETTER_CASE)
    number = scaled[1] if scaled else body
    if problem := _unknown(number, text):
        return problem
    if not scaled:
        value = _kanji(number)
        return _trimmed(value) if isinstance(value, Decimal) and set(number) & set(_KANJI_UNITS) else value
    value = _digits(number)
    return _trimmed(value * _SCALES[scaled[2].lower()]) if isinstance(value, Decimal) else value


def _unknown(number: str, text: str) -> Problem | None:
    """What stands in a number and belongs to none."""
    if not number:
        return Problem(N_("There is no number in “{text}”."), {"text": shown(text)})
    found = re.search(_UNKNOWN, number)
    if not found:
        return None
    before = number[: found.start()].strip()
    if not before:
        return Problem(N_("Not a number: “{part}” at the beginning cannot be read."), {"part": shown(found[0])})
    fields = {"part": shown(found[0]), "before": shown(before)}
    return Problem(N_("Not a number: “{part}” after “{before}” cannot be read."), fields)


def _trimmed(value: Decimal) -> Decimal:
    """A multiplied value without the zeros that multiplying left after its point."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


def _kanji(number: str) -> Decimal | Problem:
    """The value of digits with 兆, 億, 万, 千, 百 and 十 among them, the largest unit first."""
    unit = next((u for u in _KANJI_UNITS if u in number), None)
    if unit is None:
        return _digits(number)
    head, _, tail = (part.strip() for part in number.partition(unit))
    misplaced = Problem(N_("“{unit}” stands in the wrong place in “{text}”."), {"unit": unit, "text": number})
    if (not head and unit in _MYRIADS) or set(head) & set(_head_refuses(unit)):
        return misplaced
    high = _kanji(head) if head else Decimal(1)
    low = _kanji(tail) if tail else Decimal(0)
    if isinstance(high, Problem) or isinstance(low, Problem):
        return high if isinstance(high, Problem) else low
    if low >= _KANJI_UNITS[unit] or (high % 1 and low):
        return misplaced
    return high * _KANJI_UNITS[unit] + low


def _head_refuses(unit: str) -> dict[str, Decimal]:
    """The units that cannot stand before one: 5千万 is a number, 5万億 and 5百千 are none."""
    return _MYRIADS if unit in _MYRIADS else _KANJI_UNITS


def _digits(number: str) -> Decimal | Problem:
    """The value of digits with separators and at most one decimal point."""
    whole, point, decimals = number.partition(".")
    if "." in decimals:
        return Problem(N_("There is more than one decimal point in “{text}”."), {"text": number})
    if re.search("[^0-9]", decimals):
        return Problem(N_("There is a separator after the decimal point in “{text}”."), {"text": number})
    if not whole + decimals:
        return Problem(N_("There is no number in “{text}”."), {"text": number})
    if whole and not _grouped(whole):
        return Problem(N_("The separators in “{text}” do not part thousands."), {"text": number})
    return Decimal(re.sub("[^0-9]", "", whole) + point + decimals)


def _grouped(whole: str) -> bool:
    """Whether separators stand where thousands are parted, or may stand while one types over them.

    An edit in 46,734,600 leaves odd groups (46,74,600), which are read; 1,2,3 and spaces elsewhere are a list.
    """
    if " " in whole:
        return re.fullmatch("[0-9]{1,3}(?: [0-9]{3})+", whole) is not None
    if not re.fullmatch("[0-9]+(?:[,'][0-9]+)*", whole):
        return False
    groups = re.split("[,']", whole)[1:]
    return len(groups) < 2 or any(len(group) == 3 for group in groups)


def misgrouped(text: str) -> Problem | None:
    """The problem with a text that nobody is typing over and whose separators do not part thousands."""
    for run in re.findall("[0-9][0-9,']*", plain(text)):
        if not re.fullmatch("[0-9]+|[0-9]{1,3}(?:[,'][0-9]{3})+", run):
            return Problem(N_("The separators in “{text}” do not part thousands."), {"text": shown(text)})
    return None
