"""The formula language: what it reads, what it refuses, and its exact values."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.doubles import carries
from desktop.domain.evaluate import value_of
from desktop.domain.formula import Column, FormulaError, Kind, Name, columns, names, parse
from desktop.domain.functions import FUNCTIONS
from desktop.domain.spreadsheet import excel
from desktop.presentation import explained

KINDS = {"a.day": Kind.DATE, "a.flag": Kind.FLAG}
VALUES: Mapping[str, Any] = {
    "a.x": 7,
    "a.y": 2,
    "a.zero": 0,
    "a.none": None,
    "a.code": "up_0.1",
    "a.day": date(2020, 12, 31),
}


def value(text: str, **columns_given: list[Any]) -> Any:
    """The value of a formula over VALUES and columns of the table t."""
    return value_of(parse(text, "t"), KINDS, VALUES.__getitem__, lambda path: columns_given[path.rpartition(".")[2]])


@pytest.mark.parametrize(
    "text",
    [
        "a.x ** 2",  # Excel reads -2^2 as 4
        "a.x if a.y else 1",
        "1 < a.x < 3",
        "SIN(a.x)",
        "ROUND(a.x)",
        "1 + IF(a.x > 1, 2, 3)",  # a branch inside arithmetic would reach both sides
        "IF(IF(a.x > 1, 1, 2) > 1, 2, 3)",
        "KNOWN(1)",
        "SUM(a.x)",
        "MATCH(a.x, t[:].n)",
        "None",
        "a.x[0]",
        "a.x +",
        "lambda: 1",
        "__import__('os')",
    ],
)
def test_what_the_language_does_not_hold_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)


def test_a_plain_name_is_the_rows_own_column_and_a_slice_is_the_whole_column() -> None:
    formula = parse("rights * options[:].rights", "options")
    assert names(formula) == ("options[].rights",)
    assert columns(formula) == ("options[].rights",)
    assert parse("a.b.c") == Name("a.b.c")
    assert parse("options[:].rights") == Column("options[].rights")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.x / a.y", Fraction(7, 2)),
        ("a.x / 7", 1),
        ("0.1 + 0.2", Fraction(3, 10)),  # a constant is the decimal that was written
        ("MULDIV(a.x, 3, 2)", 10),
        ("NUMERATOR(1.1, 1)", 11),
        ("ROUND(2.5, 0)", 3),
        ("ROUND(0 - 2.5, 0)", -3),  # away from zero, as Excel rounds
        ("ROUNDUP(2.101, 2)", Fraction(211, 100)),
        ("ROUNDDOWN(0 - 2.9, 0)", -2),
        ("ROUNDUP(0 - 2.1, 0)", -3),
        ('ROUNDBY(2.26, "half_up_0.1")', Fraction(23, 10)),
        ("ROUNDBY(2.26, a.code)", Fraction(23, 10)),
        ('ROUNDBY(2.26, "none")', Fraction(113, 50)),
        ("MIN(a.x, a.y)", 2),
        ("a.day + 1", date(2021, 1, 1)),
        ("a.day - 15", date(2020, 12, 16)),
        ("IF(a.x > a.y, a.x, a.none)", 7),
        ("DEFAULT(a.none, DEFAULT(a.none, 3))", 3),
        ("DEFAULT(a.x, a.none)", 7),
    ],
)
def test_values_are_exact(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)  # a whole result is an int


@pytest.mark.parametrize(
    "text",
    [
        "a.x + a.none",
        "a.x / a.zero",
        "IF(a.x > a.y, a.none, 1)",
        "IF(a.none > 1, 1, 2)",
        "MISSING",
        "AND(a.x > 1, a.none > 1)",
    ],
)
def test_a_formula_that_reaches_a_missing_name_or_divides_by_zero_has_no_value(text: str) -> None:
    assert value(text) is None


def test_a_total_needs_every_row() -> None:
    assert value("SUM(t[:].n)", n=[1, Fraction(1, 2)]) == Fraction(3, 2)
    assert value("SUM(t[:].n)", n=[1, None]) is None
    assert value("SUM(t[:].n)", n=[]) is None


def test_the_workbook_guards_every_name_against_blanks() -> None:
    formula = parse("IF(a.x > 0, MULDIV(a.x, a.y, a.z), MISSING)")
    assert excel(formula, {}, str) == (
        'IF(a.x="","",IF(a.x>0,IF(OR(a.x="",a.y="",a.z=""),"",IF(a.z=0,"",'
        'QUOTIENT(a.x,a.z)*a.y+QUOTIENT((a.x-QUOTIENT(a.x,a.z)*a.z)*a.y,a.z))),""))'
    )


def test_brackets_follow_the_order_of_calculation() -> None:
    assert excel(parse("a.x - (a.y - a.z)"), {}, str).endswith("a.x-(a.y-a.z))")
    assert "(a.x+a.y)*a.z" in excel(parse("(a.x + a.y) * a.z"), {}, str)
    assert "a.x/(a.y*2)" in excel(parse("a.x / (a.y * 2)"), {}, str)


@given(st.integers(0, 10**14), st.integers(1, 10**4), st.integers(1, 10**4))
def test_scaling_by_quotients_is_exact_in_doubles(n: int, a: int, b: int) -> None:
    """What the workbook calculates step by step in doubles is the floor of n·a/b."""

    def quotient(x: float, y: float) -> float:
        return float(int(x / y))

    exact = n * a // b
    if exact < 10**15:
        x, p, q = float(n), float(a), float(b)
        assert quotient(x, q) * p + quotient((x - quotient(x, q) * q) * p, q) == exact


def test_beyond_what_doubles_carry_the_workbook_gets_the_value() -> None:
    def live(text: str, x: object) -> bool:
        return carries(parse(text), {}, lambda _: x, lambda _: [])

    assert live("a.x * 4", 10**14)
    assert not live("a.x * 40", 10**14)
    assert live("ROUNDUP(a.x / 3, 0)", 10**6)
    assert not live("ROUNDUP(a.x / 3, 2)", 10**13)
    assert not live("ROUNDDOWN(a.x, 0)", 1 - Fraction(1, 10**9))  # the hidden digits would round it up to one


def test_every_function_is_told_in_words() -> None:
    """Those without a template are told otherwise: by their branch, their operators, or the words of rounding."""
    otherwise = {"IF", "DEFAULT", "MULDIV", "WORKDAY", "CHOOSE", "DATE", "JOIN", *explained.ROUNDING_FUNCTIONS}
    assert set(FUNCTIONS) == set(explained.TEMPLATES) | otherwise
    for name, template in explained.TEMPLATES.items():
        fields = {ord(field) - ord("a") for field in re.findall(r"\{([a-z])\}", template)}
        most = FUNCTIONS[name].arguments or 2
        assert all(field < most for field in fields), name


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_has_a_workbook_text_with_balanced_brackets(name: str) -> None:
    function = FUNCTIONS[name]
    texts = [f"a{n}" for n in range(function.arguments or 2)]
    written = function.excel(*texts) + "".join(function.limits(*texts) if function.limits else ())
    assert written.count("(") == written.count(")")
    assert (function.prepare is not None) == (function.columns > 0)
