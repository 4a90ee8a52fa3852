"""Values as a workbook holds them: the nearest double, a serial date, clean text, yes and no."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..domain.exact import Value
from ..domain.formula import Kind
from ..domain.path import ANNOUNCED
from ..domain.scenario import COLUMNS, ROWS, TERMS, Scenario

#: Excel counts a 29 February 1900 that never was: before it, serials mean other days elsewhere.
FIRST_DAY, LAST_DAY = date(1900, 3, 1), date(9999, 12, 30)
_DAY_ZERO = date(1899, 12, 30).toordinal()

LONGEST_TEXT = 32_767
_WHOLE_DOUBLES = 2**53

#: What XML cannot carry: control characters, halves of characters, and the two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: What a workbook would read as an escape of another character.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def holds(day: date) -> bool:
    """Whether a cell can hold the day so that every program reads the same one."""
    return FIRST_DAY <= day <= LAST_DAY


def encoded(value: Value | Decimal | None) -> tuple[str, str]:
    """The type of a cell (`n`, or `s` for text and for nothing) and its content in XML."""
    if type(value) is int:
        return "n", str(value) if -_WHOLE_DOUBLES <= value <= _WHOLE_DOUBLES else repr(float(value))
    match value:
        case None:
            return "s", ""
        case bool():
            return "s", "yes" if value else "no"
        case str():
            return "s", _ESCAPE.sub("_x005F_", value)
        case date():
            return ("n", str(value.toordinal() - _DAY_ZERO)) if holds(value) else ("s", "")
    return "n", repr(float(value)).removesuffix(".0")


def clean(text: str) -> str:
    """Text that a cell can hold: no control characters, no more than Excel's longest."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _FORBIDDEN.sub("", lines)[:LONGEST_TEXT]


def holdable(scenario: Scenario) -> tuple[Scenario, dict[str, date]]:
    """The scenario as cells can hold it, and the dates by path that had to be left out."""
    left_out: dict[str, date] = {}
    sections = dict.fromkeys(path.partition(".")[0] for path in TERMS)
    changed: dict[str, Any] = {}
    for name in sections:
        scalars = [t for t in TERMS.values() if t.path.partition(".")[0] == name]
        changed[name] = _cleaned(getattr(scenario, name), scalars, f"{name}.", left_out)
    for table in ROWS:
        rows = getattr(scenario, table)
        changed[table] = tuple(
            _cleaned(row, COLUMNS[table], f"{table}[{index}].", left_out) for index, row in enumerate(rows)
        )
    changed["announced"] = _announced(scenario.announced, left_out)
    return replace(scenario, **changed), left_out


def _cleaned(row: Any, terms: Any, prefix: str, left_out: dict[str, date]) -> Any:
    changes: dict[str, object] = {}
    for term in terms:
        if term.kind in _CLEANED:
            value = getattr(row, term.name)
            kept = _kept(value)
            if isinstance(value, date) and kept is None:
                left_out[prefix + term.name] = value
            if kept != value:
                changes[term.name] = kept
    return replace(row, **changes) if changes else row


_CLEANED = frozenset({Kind.TEXT, Kind.CHOICE, Kind.DATE})


def _kept(value: object) -> object:
    match value:
        case str():
            return clean(value) or None
        case date():
            return value if holds(value) else None
    return value


def _announced(announced: Mapping[str, Any], left_out: dict[str, date]) -> dict[str, Any]:
    found = {}
    for path, value in announced.items():
        kept = _kept(value)
        if kept is not None:
            found[path] = kept
        else:
            left_out[f"{ANNOUNCED}{path}"] = value
    return found


def alike(a: Value | Decimal | None, b: Value | Decimal | None) -> bool:
    """Whether two different numbers are so close that a spreadsheet may call them equal."""
    if not isinstance(a, int | Fraction | Decimal) or not isinstance(b, int | Fraction | Decimal) or a == b:
        return False
    x, y = Fraction(a), Fraction(b)
    return abs(x - y) <= max(abs(x), abs(y)) / 2**44


def holds_value(value: Value | Decimal | None) -> bool:
    """Whether the cell of a value is not blank."""
    return value is not None and (not isinstance(value, date) or holds(value))
