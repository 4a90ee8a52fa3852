"""The leaves of a scenario file: one value each, with the bounds that the keyboard has too."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from ..domain.formula import Kind
from ..domain.message import N_, Message
from ..domain.record import record
from ..domain.term import COUNT_LIMIT, DECIMAL_DIGITS, DECIMAL_PLACES, TEXT_LIMIT, YEARS, Given, Term

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
#: What UTF-8 cannot hold, and what a workbook cannot hold either.
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Wrong(Exception):  # noqa: N818  # it never leaves the reading of a file, where it becomes a FileProblem
    """What is wrong with a file, and where."""

    def __init__(self, text: str, **fields: object) -> None:
        super().__init__(text)
        self.message = Message(text, fields)


@record(frozen=True)
class Rule:
    """What a leaf may hold: its kind, the codes of a choice, and whether it must be above or may be below zero."""

    kind: Kind
    codes: tuple[str, ...] = ()
    positive: bool = False
    signed: bool = False
    currency: bool = False

    @classmethod
    def of(cls, term: Term) -> "Rule":
        """The rule that a term declares."""
        codes = tuple(option.code for option in term.options)
        return cls(term.kind, codes, positive=term.positive, signed=term.signed, currency=term.is_currency)


def shown(key: str) -> str:
    """A key of the file as a message quotes it: one line, not too long."""
    line = "".join(character if character.isprintable() else "?" for character in key[:81])
    return line if len(line) <= 80 else line[:80] + "…"


def read_leaf(raw: Any, rule: Rule, place: str) -> Given | None:
    """The value of a leaf; none for an empty text. Raises `Wrong`, which names the place."""
    return _READERS[rule.kind](raw, rule, place)


def _count(raw: Any, rule: Rule, place: str) -> int:
    if type(raw) is not int:
        raise Wrong(N_("{place}: expected a whole number"), place=place)
    _check_sign(raw, rule, place)
    if abs(raw) > COUNT_LIMIT:
        raise Wrong(N_("{place}: is more than {limit}"), place=place, limit=COUNT_LIMIT)
    return raw


def _number(raw: Any, rule: Rule, place: str) -> Decimal:
    digits = _digits(raw)
    if not _NUMBER.fullmatch(digits):
        raise Wrong(N_('{place}: expected a number such as "20.50"'), place=place)
    before, _, after = digits.partition(".")
    if len(before.lstrip("-0")) > DECIMAL_DIGITS:
        raise Wrong(N_("{place}: has more than {digits} digits before the point"), place=place, digits=DECIMAL_DIGITS)
    if len(after) > DECIMAL_PLACES:
        raise Wrong(N_("{place}: has more than {places} digits after the point"), place=place, places=DECIMAL_PLACES)
    value = Decimal(digits)
    _check_sign(value, rule, place)
    return value or value.copy_abs()


def _digits(raw: Any) -> str:
    """A string, or a number of the file, as digits; nothing for what is no number, or is out of all bounds."""
    match raw:
        case str():
            return raw
        case Decimal() if raw.is_finite() and abs(raw.adjusted()) < 100:
            return f"{raw:f}"
        case int() if type(raw) is int:
            return str(raw)
    return ""


def _check_sign(value: int | Decimal, rule: Rule, place: str) -> None:
    if rule.positive and value <= 0:
        raise Wrong(N_("{place}: must be more than zero"), place=place)
    if value < 0 and not rule.signed:
        raise Wrong(N_("{place}: must not be less than zero"), place=place)


def _day(raw: Any, _: Rule, place: str) -> date:
    try:
        day = date.fromisoformat(raw) if isinstance(raw, str) and _DAY.fullmatch(raw) else None
    except ValueError:  # no such day, as 2021-02-29
        day = None
    if day is None:
        raise Wrong(N_("{place}: expected a date such as 2020-12-31"), place=place)
    if day.year not in YEARS:
        raise Wrong(
            N_("{place}: the year must lie between {first} and {last}"),
            place=place, first=str(YEARS[0]), last=str(YEARS[-1]),
        )  # fmt: skip
    return day


def _flag(raw: Any, _: Rule, place: str) -> bool:
    return read_flag(raw, place)


def read_flag(raw: Any, place: str) -> bool:
    """A yes or no. Raises Wrong."""
    if not isinstance(raw, bool):
        raise Wrong(N_("{place}: expected true or false"), place=place)
    return raw


def _choice(raw: Any, rule: Rule, place: str) -> str:
    if not isinstance(raw, str) or raw not in rule.codes:
        raise Wrong(N_("{place}: expected one of {codes}"), place=place, codes=", ".join(rule.codes))
    return raw


def _short_text(raw: Any, rule: Rule, place: str) -> str | None:
    text = read_text(raw, place)
    if len(text) > TEXT_LIMIT:
        raise Wrong(N_("{place}: is longer than {limit} characters"), place=place, limit=TEXT_LIMIT)
    if _CONTROLS.search(text):
        raise Wrong(N_("{place}: holds control characters"), place=place)
    if text and rule.currency and not _CURRENCY.fullmatch(text):
        raise Wrong(N_("{place}: expected three capital letters of ISO 4217 such as JPY"), place=place)
    return text or None


def read_text(raw: Any, place: str) -> str:
    """A text of any length. Raises `Wrong`."""
    if not isinstance(raw, str):
        raise Wrong(N_("{place}: expected a text"), place=place)
    if _SURROGATES.search(raw):
        raise Wrong(N_("{place}: holds characters that are no text"), place=place)
    return raw


_READERS: dict[Kind, Callable[[Any, Rule, str], Given | None]] = {
    Kind.COUNT: _count,
    Kind.NUMBER: _number,
    Kind.DATE: _day,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.TEXT: _short_text,
}
