"""The articles: the clause of a published notice, who can amend it, and what stands where little is known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.domain.articles import Articles
from desktop.domain.company import Company
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.i18n import locale_for
from desktop.presentation.articles import NUMBER_STYLES, Amendment, Way, amendment, article, points, reason, way_of
from desktop.presentation.articles_text import as_html, as_text, comparison_lines
from desktop.presentation.book import Book
from desktop.presentation.layout import Comparison
from desktop.presentation.sections import SHEETS, sheets_with_content
from tests.examples import opening_scenario

EN, JA = locale_for("en"), locale_for("ja")
SHEET = next(sheet for sheet in SHEETS if sheet.section == "articles")
COMPARISON = next(layout for layout in SHEET.layouts if isinstance(layout, Comparison))


def book(scenario: Scenario) -> Book:
    return Book(scenario, calculate(scenario))


def split(shares: Shares, old: str = "1", new: str = "2") -> Scenario:
    schedule = Schedule(record_date=date(2020, 12, 31), effective_date=date(2021, 1, 1))
    return Scenario(split=Split(Decimal(old), Decimal(new)), shares=shares, schedule=schedule)


def made(scenario: Scenario, language: str = "en", style: str = "") -> Amendment:
    styles = {**NUMBER_STYLES, language: style} if style else NUMBER_STYLES
    return amendment(COMPARISON, book(scenario), locale_for(language), styles)


def bases(scenario: Scenario) -> list[tuple[str, bool]]:
    return [(point.basis, point.holds) for point in points(COMPARISON, book(scenario))]


def test_english_clause_is_that_of_the_opening_scenario() -> None:
    before, after = made(opening_scenario()).clauses
    assert before is not None
    assert after is not None
    assert before.heading == "(Total Number of Shares Authorized to be Issued)"
    assert before.lead.startswith("Article 6\n")
    assert before.number == "seventy five million and five hundred twenty thousand (75,520,000)"
    assert after.number == "one hundred fifty one million and forty thousand (151,040,000)"
    assert after.rest == " shares."


def test_japanese_clause_in_every_notation() -> None:
    for style, number in (("digits", "151,040,000"), ("mixed", "1億5,104万"), ("kanji", "一億五千百四万")):
        after = made(opening_scenario(), "ja", style).clauses[1]
        assert after is not None
        assert after.heading == "（発行可能株式総数）"
        assert f"{after.lead}{after.number}{after.rest}" == f"第6条　当会社の発行可能株式総数は、{number}株とする。"


def test_only_the_number_is_underlined() -> None:
    html = as_html(made(opening_scenario(), "ja"))
    assert html.count("<u>") == 2
    assert "は、<u>75,520,000</u>株とする。" in html
    assert "_75,520,000_株とする。" in as_text(made(opening_scenario(), "ja"))


def test_text_of_a_person_is_no_markup() -> None:
    scenario = replace(opening_scenario(), articles=Articles(number="<b>6</b> & 7"))
    assert "&lt;b&gt;6&lt;/b&gt; &amp; 7" in as_html(made(scenario))


@pytest.mark.parametrize(
    ("typed", "english", "japanese"),
    [
        ("6", "Article 6", "第6条"),
        ("６", "Article 6", "第6条"),
        ("第6条", "Article 6", "第6条"),
        ("Article 6", "Article 6", "第6条"),
        ("第6条の2", "Article 6-2", "第6条の2"),
        ("6-2", "Article 6-2", "第6条の2"),
        ("第六条", "第六条", "第六条"),
        (None, "Article ●", "第●条"),
    ],
)
def test_article_however_it_is_typed(typed: str | None, english: str, japanese: str) -> None:
    known = book(replace(opening_scenario(), articles=Articles(number=typed)))
    assert (article(known, EN), article(known, JA)) == (english, japanese)


def test_reason_says_article_day_and_statute() -> None:
    japanese, english = (reason(COMPARISON, book(opening_scenario()), locale) for locale in (JA, EN))
    for part in ("株式分割", "会社法第184条第2項", "2021年1月1日", "当社定款第6条"):
        assert part in japanese
    for part in ("stock split", "Article 184, Paragraph 2", "January 1, 2021", "Article 6 of the Articles"):
        assert part in english


def test_reason_without_article_and_day() -> None:
    scenario = replace(split(Shares(authorized=100, authorized_after=200)), schedule=Schedule())
    assert "amends the Articles of Incorporation on the effective date to" in made(scenario).reason
    assert "効力発生日をもって当社定款に定める" in made(scenario, "ja").reason


BOARD = Shares(issued=50, authorized=100, authorized_after=200)


@pytest.mark.parametrize(
    ("scenario", "way", "expected"),
    [
        (split(BOARD), Way.BOARD, [("Art. 184(2)", True), ("Art. 113(3)", True)]),
        (split(replace(BOARD, authorized_after=201)), Way.MEETING,
         [("Art. 184(2)", False), ("Art. 466", True), ("Art. 113(3)", True)]),
        (split(replace(BOARD, other_classes=True)), Way.MEETING,
         [("Art. 184(2)", False), ("Art. 466", True), ("Art. 113(3)", True)]),
        (split(replace(BOARD, by_meeting=True)), Way.MEETING, [("Art. 466", True), ("Art. 113(3)", True)]),
        (split(replace(BOARD, issued=20)), Way.BOARD, [("Art. 184(2)", True), ("Art. 113(3)", False)]),
        (split(replace(BOARD, authorized_after=99)), Way.MEETING,
         [("Art. 184(2)", False), ("Art. 466", True), ("Art. 113(2)", False)]),
        (split(replace(BOARD, authorized_after=100)), Way.BOARD, []),
        (split(replace(BOARD, authorized_after=None)), Way.BOARD, [("Art. 184(2)", True)]),
        (split(replace(BOARD, authorized=None)), Way.BOARD, [("Art. 184(2)", True), ("Art. 113(3)", True)]),
        (split(Shares(issued=1000, authorized=4000, authorized_after=400), "10", "1"), Way.CONSOLIDATION,
         [("Art. 180(2)(iv)", True), ("Art. 180(3)", True)]),
        (split(Shares(issued=1000, authorized=4000, authorized_after=401), "10", "1"), Way.CONSOLIDATION,
         [("Art. 180(2)(iv)", True), ("Art. 180(3)", False)]),
        (replace(split(BOARD), company=Company(law="other")), Way.NEUTRAL, []),
        (replace(split(BOARD), split=Split()), Way.NEUTRAL, []),
    ],
)  # fmt: skip
def test_who_can_amend_the_articles(scenario: Scenario, way: Way, expected: list[tuple[str, bool]]) -> None:
    assert way_of(COMPARISON, book(scenario)) == way
    assert bases(scenario) == expected


def test_limit_at_the_edge_of_rounding() -> None:
    # 13 shares of 52 authorised at 1:1.1: 57 by the ratio, but four times 14 are 56.
    scenario = split(Shares(issued=13, authorized=52, authorized_after=57), "1", "1.1")
    assert bases(scenario) == [("Art. 184(2)", True), ("Art. 113(3)", False)]


def test_foreign_issuer_hears_nothing_of_japanese_statutes() -> None:
    scenario = replace(split(BOARD), company=Company(law="other"))
    text = "\n".join(comparison_lines(COMPARISON, book(scenario), EN))
    assert "Companies Act" not in text
    assert "会社法" not in text
    assert "stock split" in text


def test_what_a_general_meeting_decides_is_a_proposal() -> None:
    assert made(split(BOARD), "ja").columns == ("現行定款", "変更後")
    assert made(split(replace(BOARD, by_meeting=True)), "ja").columns == ("現行定款", "変更案")


def test_total_that_stays_is_no_amendment() -> None:
    unchanged = made(split(replace(BOARD, authorized_after=100)))
    assert "<u>" not in as_html(unchanged)
    assert "_" not in as_text(unchanged)
    assert "not amended" in unchanged.reason


def test_side_that_is_not_known_is_a_dash() -> None:
    assert "After the amendment\n—" in as_text(made(split(replace(BOARD, authorized_after=None))))


@pytest.mark.parametrize(
    ("shares", "shown"),
    [
        (Shares(), False),
        (Shares(issued=100), False),
        (Shares(authorized=100), True),
        (Shares(authorized_after=100), True),
    ],
)
def test_sheet_is_there_where_a_total_is_known(shares: Shares, shown: bool) -> None:
    assert (SHEET in sheets_with_content(book(split(shares)))) == shown
