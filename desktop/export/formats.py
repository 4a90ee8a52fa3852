"""Number formats: one table a language, each ending in a blank of the width of its bracket."""

from collections.abc import Mapping
from enum import StrEnum

from ..domain.formula import Kind
from ..domain.term import Unit


class Format(StrEnum):
    """What a number format is for."""

    COUNT = "count"
    CHANGE = "change"
    PART = "part"  # a count or price that is not whole
    PART_CHANGE = "part change"
    REST = "rest"  # a count or price that is mostly nothing
    OPEN = "open"  # a limit that is none
    CENTS = "cents"
    CENTS_CHANGE = "cents change"
    PERCENT = "percent"
    PERCENT_CHANGE = "percent change"
    PERCENT_POINTS = "percent points"
    RATIO = "ratio"
    RATIO_LONG = "ratio long"  # a ratio whose decimals do not end soon
    DATE = "date"
    DATE_IN_TABLE = "date in table"
    TEXT = "text"


def _with_signs(positive: str, negative: str, zero: str) -> dict[Format, str]:
    """The formats of a language, from how it writes {} in each case."""
    numbers = {Format.COUNT: "#,##0", Format.PART: "#,##0.0#####", Format.CENTS: "#,##0.00"}
    changes = {Format.COUNT: Format.CHANGE, Format.PART: Format.PART_CHANGE, Format.CENTS: Format.CENTS_CHANGE}
    table: dict[Format, str] = {}
    for kind, digits in numbers.items():
        tail = zero.format("0.00" if kind == Format.CENTS else "0")
        for name, plus in ((kind, ""), (changes[kind], "+")):
            table[name] = ";".join((plus + positive.format(digits), negative.format(digits), tail))
    table[Format.REST] = ";".join((positive.format("#,##0"), negative.format("#,##0"), zero.format('"–"')))
    table[Format.OPEN] = positive.format('"–"')
    table[Format.PERCENT] = positive.format("0.00%")
    for name, digits in ((Format.PERCENT_CHANGE, "0.0%"), (Format.PERCENT_POINTS, "0.00%")):
        table[name] = ";".join(("+" + positive.format(digits), negative.format(digits), zero.format(digits)))
    table[Format.RATIO] = ";".join(
        (positive.format("General"), "-" + positive.format("General"), zero.format("General"), positive.format("@"))
    )
    table[Format.RATIO_LONG] = positive.format("0.000000")
    table[Format.TEXT] = "@"
    return table


FORMATS: Mapping[str, Mapping[Format, str]] = {
    "ja": _with_signs("{}_ ", '"△"{}_ ', "{}_ ")
    | {Format.DATE: "[$-411]yyyy/mm/dd(aaa)_ ", Format.DATE_IN_TABLE: "yyyy/mm/dd_ "},
    "en": _with_signs("{}_)", "({})", "{}_)")
    | {Format.DATE: "[$-409]ddd d mmm yyyy_)", Format.DATE_IN_TABLE: "[$-409]d mmm yyyy_)"},
    "both": _with_signs("{}_ ", "-{}_ ", "{}_ ") | {Format.DATE: "yyyy-mm-dd_ ", Format.DATE_IN_TABLE: "yyyy-mm-dd_ "},
}

#: The format of a value of the first kind that is not whole.
PARTS = {
    Format.COUNT: Format.PART, Format.REST: Format.PART, Format.CHANGE: Format.PART_CHANGE,
    Format.RATIO: Format.RATIO_LONG,
}  # fmt: skip


def format_of(kind: Kind, unit: Unit, decimals: object, *, signed: bool = False, in_table: bool = False) -> Format:
    """The format of a figure; `decimals` are those of the company's currency."""
    match kind, unit.style:
        case Kind.DATE, _:
            return Format.DATE_IN_TABLE if in_table else Format.DATE
        case (Kind.TEXT, _):
            return Format.TEXT
        case (Kind.FLAG | Kind.CHOICE, _) | (_, "ratio"):
            return Format.RATIO
        case _, "percent":
            if in_table:
                return Format.PERCENT_CHANGE
            return Format.PERCENT_POINTS if signed else Format.PERCENT
        case _, "cents" | "per share":
            return Format.CENTS_CHANGE if signed else Format.CENTS
        case _, "money" if decimals == 2:
            return Format.CENTS_CHANGE if signed else Format.CENTS
    return Format.CHANGE if signed else Format.COUNT
