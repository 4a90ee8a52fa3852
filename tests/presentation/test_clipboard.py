"""Blocks of cells: what a spreadsheet puts on the clipboard, and what it takes."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.message import Message
from desktop.domain.scenario import COLUMNS, TERMS
from desktop.domain.term import Given, Term
from desktop.i18n import Locale
from desktop.presentation import clipboard
from desktop.presentation.clipboard import Copied, as_html, as_text, copied, parse

SERIES = {term.name: term for term in COLUMNS["options"]}


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1st\t138\r\n2nd\t142\r\n", [["1st", "138"], ["2nd", "142"]]),
        ("1st\t138", [["1st", "138"]]),
        ("1st\t\n\t142\n", [["1st", ""], ["", "142"]]),
        ('"two\nlines"\t"say ""hello"""\n', [["two\nlines", 'say "hello"']]),
        ("1st\t１３８\n", [["1st", "１３８"]]),
        ("46,734,600\n75,520,000\n", [["46,734,600"], ["75,520,000"]]),
        ("1st,138\n2nd,142\n", [["1st", "138"], ["2nd", "142"]]),
        ("1st;1,5\n2nd;2,5\n", [["1st", "1,5"], ["2nd", "2,5"]]),
        ("1st; 2020-A", [["1st; 2020-A"]]),
        ("a, b", [["a, b"]]),
        ("1\t2\n\n3\t4\n", [["1", "2"], ["", ""], ["3", "4"]]),
        ('"unclosed\t1\n', [['"unclosed', "1"]]),
        ("", [[""]]),
    ],
)
def test_pasted_text_becomes_a_block(text: str, block: clipboard.Block) -> None:
    assert parse(text) == block


def test_rows_of_different_width_are_refused_in_one_sentence() -> None:
    problem = parse("1\t2\t3\n4\t5\n")
    assert isinstance(problem, Message)
    assert Locale("en").text(problem) == "Nothing was pasted: row 2 has 2 cells, the first row has 3."


@pytest.mark.parametrize(
    ("term", "value", "expected"),
    [
        (TERMS["shares.issued"], 46734600, Copied("46734600", figure=True)),
        (TERMS["prices.share"], Decimal("20.50"), Copied("20.50", figure=True)),
        (TERMS["schedule.record_date"], date(2020, 12, 31), Copied("2020-12-31", figure=True)),
        (SERIES["kind"], "one_yen", Copied("one yen")),
        (SERIES["name"], "=1+1", Copied("=1+1")),
        (TERMS["shares.may_increase"], True, Copied("yes")),
        (SERIES["rights"], None, Copied("")),
    ],
)
def test_cells_are_copied_with_every_digit(term: Term, value: Given | None, expected: Copied) -> None:
    assert copied(term, value, None, Locale("en")) == expected


def test_an_unreadable_text_is_copied_as_it_was_typed() -> None:
    assert copied(SERIES["rights"], None, "13x", Locale("en")) == Copied("13x")


def test_a_block_survives_the_way_through_the_clipboard() -> None:
    cells = [["plain", "two\nlines", 'with "quotes"'], ['"begins', "a\tb", ""]]
    assert parse(as_text([[Copied(cell) for cell in row] for row in cells])) == cells


def test_html_marks_texts_as_texts() -> None:
    html = as_html([[Copied("<b>&"), Copied("20.50", figure=True)]])
    assert "&lt;b&gt;&amp;</td><td>20.50</td>" in html
    assert "mso-number-format" in html.partition("20.50")[0]
    assert 'sdnum="1033;0;@"' in html.partition("20.50")[0]
