"""What an announcement says beside what is given, and what a person decides about it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.message import N_, Doubt, Message
from desktop.domain.options import Series
from desktop.domain.record import record
from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
from desktop.domain.term import Given
from desktop.i18n import Locale
from desktop.presentation.review import Review, Standing
from desktop.presentation.review_lines import Item, Part, ReadRow, Unread, doubts, items_of, parts
from desktop.presentation.review_words import (
    now_shown,
    problem_of,
    read_aloud,
    row_name,
    row_shown,
    standing_of_row,
    unread_name,
    value_shown,
)
from tests.strategies import announced_terms, scenarios, states

EN, JA = Locale("en"), Locale("ja")
OPEN = Message(N_("The text announces no stock split, consolidation or change of an ADR ratio."))
SERIES = Scenario(options=(Series(name="第1回", rights=3), Series(name="第2回"), Series(name="第3回")))


@record(frozen=True)
class Passage:
    """A place in the text."""

    path: str
    start: int = 0
    end: int = 1
    inferred: bool = False


def review(
    terms: Mapping[str, Given],
    scenario: Scenario | None = None,
    drafts: Mapping[str, str] | None = None,
    inferred: tuple[str, ...] = (),
    problems: tuple[Message, ...] = (),
) -> Review:
    passages = [Passage(path, inferred=path in inferred) for path in terms]
    return Review(parts(terms, passages, scenario or Scenario(), drafts or {}, problems))


def item(review: Review, path: str) -> Item:
    return next(one for one in review.items if one.path == path)


def rows_of(review: Review) -> list[ReadRow | Unread]:
    return [line for part in review.parts for line in part.lines if isinstance(line, ReadRow | Unread)]


def test_what_is_open_and_what_was_worked_out_comes_first_then_the_order_of_the_forms() -> None:
    terms: dict[str, Given] = {
        "announced.shares.issued_after": 20, "shares.issued": 10, "split.new": Decimal(2),
        "schedule.record_date": date(2031, 3, 31), "company.name": "A", "adr.depositary": "B",
    }  # fmt: skip
    made = review(terms, inferred=("schedule.record_date",), problems=(OPEN,)).parts
    assert [part.title for part in made] == ["To settle first", "Company", "Split", "Shares", "ADR"]
    assert made[0] == Part("To settle first", (OPEN, Item("schedule.record_date", date(2031, 3, 31), inferred=True)))
    assert [line.path for line in made[3].lines if isinstance(line, Item)] == [
        "shares.issued", "announced.shares.issued_after",
    ]  # fmt: skip


@settings(max_examples=20)
@given(scenarios(max_rows=2), scenarios(max_rows=2))
def test_every_value_has_one_line(read: Scenario, present: Scenario) -> None:
    terms = announced_terms(read)
    made = review(terms, present)
    assert sorted(one.path for one in made.items) == sorted(terms)
    assert made.accepted == terms
    made.take_all(wanted=False)
    assert made.accepted == {}
    assert made.going == ()
    made.take_all(wanted=True)
    assert made.accepted == terms


@pytest.mark.parametrize(
    ("now", "draft", "standing"),
    [
        (None, None, Standing.NEW), (9, None, Standing.CHANGES), (10, None, Standing.SAME),
        (10, "1x", Standing.CHANGES), (None, "1x", Standing.CHANGES),
    ],
)  # fmt: skip
def test_standing(now: int | None, draft: str | None, standing: Standing) -> None:
    drafts = {"shares.issued": draft} if draft else {}
    made = review({"shares.issued": 10}, Scenario(shares=Shares(issued=now)), drafts)
    assert made.standing(made.items[0]) is standing
    assert made.compares is (now is not None or draft is not None)


def test_what_was_worked_out_is_said_even_where_nothing_changes() -> None:
    made = review({"shares.issued": 10}, Scenario(shares=Shares(issued=10)), inferred=("shares.issued",))
    assert made.standing(made.items[0]) is Standing.INFERRED


def test_what_was_printed_for_a_result_is_compared_too() -> None:
    terms = {"announced.shares.issued_after": 20}
    made = review(terms, Scenario(announced={"shares.issued_after": 30}))
    assert made.items[0].now == 30


# -- typing


def test_what_is_typed_is_taken_instead() -> None:
    made = review({"shares.issued": 10})
    made.correct("shares.issued", "１,２００")
    assert made.accepted == {"shares.issued": 1200}
    assert made.standing(made.items[0]) is Standing.TYPED
    assert made.as_read == frozenset()


def test_what_was_read_may_be_typed_again() -> None:
    made = review({"shares.issued": 10})
    made.correct("shares.issued", "11")
    made.correct("shares.issued", "10")
    assert made.standing(made.items[0]) is Standing.NEW
    assert made.as_read == {"shares.issued"}


def test_what_cannot_be_read_is_not_taken_until_it_can() -> None:
    made = review({"shares.issued": 10})
    made.correct("shares.issued", "1x")
    assert made.standing(made.items[0]) is Standing.UNREADABLE
    assert made.accepted == {}
    made.take(made.items[0], wanted=True)
    made.take_all(wanted=True)
    assert made.accepted == {}
    assert problem_of(made.items[0], made, EN)
    assert value_shown(made.items[0], made, EN) == "1x"
    made.correct("shares.issued", "12")
    assert made.accepted == {"shares.issued": 12}


def test_a_blank_leaves_out_and_the_read_value_comes_back() -> None:
    made = review({"shares.issued": 10})
    made.correct("shares.issued", " ")
    assert made.accepted == {}
    assert made.standing(made.items[0]) is Standing.LEFT_OUT
    made.take(made.items[0], wanted=True)
    assert made.accepted == {"shares.issued": 10}


@pytest.mark.parametrize(("path", "value", "text", "typed"), [
    ("shares.may_increase", True, "no", False), ("schedule.market", "JPX", "NYSE / Nasdaq", "XNYS"),
])  # fmt: skip
def test_choices_are_read_as_their_words(path: str, value: Given, text: str, typed: Given) -> None:
    made = review({path: value})
    words = value_shown(made.items[0], made, EN)
    assert words
    made.correct(path, words)
    assert made.standing(made.items[0]) is Standing.NEW
    made.correct(path, text)
    assert made.accepted in ({path: typed}, {})


def test_decisions_stay_where_another_scenario_is_to_be_filled() -> None:
    made = review({"shares.issued": 10, "shares.treasury": 2})
    made.correct("shares.issued", "11")
    made.take(item(made, "shares.treasury"), wanted=False)
    other = made.like(review({"shares.issued": 10, "shares.treasury": 2}, Scenario(shares=Shares(issued=5))).parts)
    assert other.accepted == {"shares.issued": 11}
    other.take_all(wanted=True)
    assert made.accepted == {"shares.issued": 11}


# -- rows


def options(*names: str) -> dict[str, Given]:
    return {f"options[{n}].name": name for n, name in enumerate(names)}


@pytest.mark.parametrize(
    ("names", "given_rows"),
    [
        (("第2回", "第1回"), [1, 0]), (("2nd series", "5th series"), [1, None]), (("第１回", "第1回"), [None, None]),
        (("Plan A",), [None]),
    ],
)  # fmt: skip
def test_rows_are_about_the_given_rows_of_the_same_name_or_number(
    names: tuple[str, ...], given_rows: list[int | None]
) -> None:
    lines = rows_of(review(options(*names), SERIES))
    assert [line.given for line in lines if isinstance(line, ReadRow)] == given_rows
    unread = [line.number for line in lines if isinstance(line, Unread)]
    assert unread == [n for n in range(3) if n not in given_rows]


def test_dividends_of_one_label_are_told_apart_by_their_periods() -> None:
    present = Scenario(
        dividends=(Dividend(label="Year-end", period="FY2030"), Dividend(label="Year-end", period="FY2031"))
    )
    terms: dict[str, Given] = {
        "dividends[0].label": "Year-end", "dividends[0].period": "FY2031", "dividends[0].amount": Decimal(5),
    }  # fmt: skip
    first, second = rows_of(review(terms, present))
    assert isinstance(first, ReadRow)
    assert (first.given, second) == (1, Unread("dividends", 0))


def test_given_rows_go_only_where_others_come() -> None:
    made = review({**options("第9回"), "options[0].rights": 7}, SERIES)
    row, *unread = rows_of(made)
    assert [made.standing(one) for one in unread if isinstance(one, Unread)] == [Standing.GOES] * 3
    assert made.rows_after("options") == [(None, 0)]
    made.take(unread[0], wanted=False)
    assert made.rows_after("options") == [(None, 0), (0, None)]
    made.take(row, wanted=False)
    assert [made.standing(one) for one in unread if isinstance(one, Unread)] == [Standing.STAYS] * 3
    assert made.rows_after("options") is None


def test_no_rows_are_touched_of_a_table_that_was_not_read() -> None:
    made = review({"shares.issued": 10}, SERIES)
    assert rows_of(made) == []
    assert made.rows_after("options") is None


def test_a_row_in_words() -> None:
    terms: dict[str, Given] = {**options("第1回"), "options[0].rights": 5, "options[0].exercise_price": Decimal(1500)}
    made = review(terms, SERIES)
    row, unread, _ = rows_of(made)
    assert isinstance(row, ReadRow)
    assert isinstance(unread, Unread)
    assert (row_name(row, made, JA), row_shown(row, made, JA)) == ("第1回", "3 → 5 · 1,500")
    assert standing_of_row(row, made) is Standing.CHANGES
    assert read_aloud(row.items[1], made, EN) == "Rights: 3 → 5, changes"
    assert unread_name(unread, vars(SERIES.options[1]), JA) == "第2回"
    made.correct("options[0].rights", "x")
    assert standing_of_row(row, made) is Standing.UNREADABLE
    made.take_all(wanted=False)
    made.correct("options[0].rights", "5")
    made.take(row, wanted=False)
    assert standing_of_row(row, made) is Standing.LEFT_OUT


def test_a_row_without_a_name_has_its_number() -> None:
    made = review({"options[0].rights": 5})
    row = rows_of(made)[0]
    assert isinstance(row, ReadRow)
    assert row_name(row, made, EN) == "Row 1"
    assert standing_of_row(row, made) is Standing.NEW


# -- words


def test_values_read_as_their_fields_show_them() -> None:
    made = review(
        {"company.law": "JP", "schedule.record_date": date(2031, 3, 31)}, Scenario(company=Company(law="other"))
    )
    law, day = made.items
    assert now_shown(law, JA) != "other"
    assert value_shown(day, made, JA) == "2031/03/31"
    assert value_shown(day, made, EN) == "2031-03-31"


def test_doubts_have_the_names_of_their_lines() -> None:
    doubt = Doubt(OPEN.text, {}, ((3, 5), (9, 12)))
    found = doubts((OPEN, doubt))
    assert [(one.path, one.start, one.end) for one in found] == [("doubt[1]", 3, 5), ("doubt[1]", 9, 12)]
    assert doubt == Doubt(OPEN.text, {}, ())  # two that say the same are one


@settings(max_examples=15)
@given(scenarios(max_rows=2), states(max_rows=2), st.data())
def test_every_line_can_be_read_aloud(read: Scenario, present: Any, data: st.DataObject) -> None:
    terms = announced_terms(read)
    made = review(terms, present.scenario, present.drafts)
    for one in made.items:
        if data.draw(st.booleans()):
            made.correct(one.path, data.draw(st.sampled_from(["", "x", "1", "2031-01-01", "はい"])))
        for locale in (EN, JA):
            assert locale.text(one.term.words) in read_aloud(one, made, locale)
    assert all(items_of(line) or isinstance(line, Unread) for part in made.parts for line in part.lines)
