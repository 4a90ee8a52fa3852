"""Taking over an announcement: what was accepted comes in, nothing else changes, and one undo takes it back."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.announcement import scenario_of
from desktop.document.document import Document
from desktop.document.state import Mark, Source, State
from desktop.document.taking_over import taken_over
from desktop.domain.given import value_at
from desktop.domain.options import Series
from desktop.domain.path import table_of
from desktop.domain.scenario import ROWS, TERMS, Scenario
from desktop.domain.shares import Shares
from desktop.domain.term import Given
from desktop.presentation.review import Review
from desktop.presentation.review_lines import ReadRow, Unread, parts
from tests.strategies import announced_terms, scenarios, states

TEXT = "text"


def marks_of(terms: dict[str, Given]) -> list[Mark]:
    """A passage for every value."""
    return [Mark(path, n, n + 1) for n, path in enumerate(terms)]


def reviewed(terms: dict[str, Given], state: State) -> Review:
    places = [Place(mark) for mark in marks_of(terms)]
    return Review(parts(terms, places, state.scenario, state.drafts))


class Place:
    """A mark that was read as it stands there."""

    inferred = False

    def __init__(self, mark: Mark) -> None:
        self.path, self.start, self.end = mark.path, mark.start, mark.end


def taken(state: State, review: Review, terms: dict[str, Given]) -> State:
    return taken_over(state, review, TEXT, [Place(mark) for mark in marks_of(terms)])


@settings(max_examples=25)
@given(scenarios(max_rows=2))
def test_all_of_it_into_nothing_is_what_was_read(read: Scenario) -> None:
    terms = announced_terms(read)
    after = taken(State(), reviewed(terms, State()), terms)
    assert after.scenario == scenario_of(terms)
    assert after.drafts == {}
    assert after.source is not None
    assert len(after.source.marks) == len(terms)


@settings(max_examples=25)
@given(states(max_rows=2), scenarios(max_rows=2))
def test_nothing_of_it_changes_nothing(state: State, read: Scenario) -> None:
    terms = announced_terms(read)
    review = reviewed(terms, state)
    review.take_all(wanted=False)
    assert taken(state, review, terms) == replace(state, source=Source(TEXT))


@settings(max_examples=40)
@given(states(max_rows=2), scenarios(max_rows=2), st.data())
def test_what_is_accepted_comes_in_and_the_rest_stays(state: State, read: Scenario, data: st.DataObject) -> None:
    terms = announced_terms(read)
    review = reviewed(terms, state)
    for part in review.parts:
        for line in part.lines:
            review.take(line, data.draw(st.booleans()))
    accepted, after = review.accepted, taken(state, review, terms)
    for path in (*TERMS, *(path for path in terms if path.startswith("announced."))):
        kept = value_at(state.scenario, path)
        assert value_at(after.scenario, path) == accepted.get(path, kept)
    singles = {path for path in accepted if not table_of(path)}
    left = {path: text for path, text in state.drafts.items() if not table_of(path)}
    assert {path: text for path, text in after.drafts.items() if not table_of(path)} == {
        path: text for path, text in left.items() if path not in singles
    }
    for table in ROWS:
        assert_rows(table, state, after, review)
    assert after.source is not None
    assert len({mark.path for mark in after.source.marks}) == len(accepted)
    for mark in after.source.marks:
        assert value_at(after.scenario, mark.path) == terms[list(terms)[mark.start]]


def assert_rows(table: str, state: State, after: State, review: Review) -> None:
    """Read rows hold what was accepted over what was given; other given rows stay or go whole."""
    before, made, accepted = getattr(state.scenario, table), getattr(after.scenario, table), review.accepted
    wanted: list[Any] = []
    for line in (line for part in review.parts for line in part.lines):
        if isinstance(line, Unread) and line.table == table and not review.goes(line):
            wanted.append(before[line.number])
        if isinstance(line, ReadRow) and line.table == table:
            values = {item.term.name: accepted[item.path] for item in line.items if item.path in accepted}
            if values or line.given is not None:
                row: Any = before[line.given] if line.given is not None else ROWS[table]()
                wanted.append(replace(row, **values))
    touched = review.rows_after(table) is not None
    assert list(made) == (wanted if touched else list(before))


@settings(max_examples=25)
@given(states(max_rows=2), states(max_rows=2))
def test_one_undo_takes_it_back(before: State, after: State) -> None:
    document = Document(before)
    changed = document.become(replace(after, source=Source(TEXT, (Mark("shares.issued", 0, 1),))), "read")
    assert changed
    assert document.state == replace(after, source=Source(TEXT, (Mark("shares.issued", 0, 1),)))
    document.undo()
    assert document.state == before
    assert not document.can_undo
    document.redo()
    assert document.state.scenario == after.scenario


def test_becoming_what_it_is_is_no_step() -> None:
    document = Document(State(Scenario(shares=Shares(issued=3))))
    assert not document.become(document.state, "read")
    assert not document.can_undo


def test_a_row_keeps_what_was_not_read_of_it_and_its_unreadable_texts() -> None:
    series = (Series(name="第1回"), Series(name="第2回", rights=7, exercise_price=Decimal(9)))
    state = State(Scenario(options=series), {"options[1].rights": "7x", "options[1].exercise_price": "9x"})
    terms: dict[str, Given] = {"options[0].name": "第2回", "options[0].exercise_price": Decimal(800)}
    after = taken(state, reviewed(terms, state), terms)
    assert after.scenario.options == (Series(name="第2回", rights=7, exercise_price=Decimal(800)),)
    assert after.drafts == {"options[0].rights": "7x"}
    assert after.source is not None
    assert {mark.path for mark in after.source.marks} == {"options[0].name", "options[0].exercise_price"}


def test_what_was_typed_has_no_mark() -> None:
    terms: dict[str, Given] = {"shares.issued": 10, "shares.treasury": 2}
    review = reviewed(terms, State())
    review.correct("shares.issued", "11")
    after = taken(State(), review, terms)
    assert after.scenario.shares == Shares(issued=11, treasury=2)
    assert after.source == Source(TEXT, (Mark("shares.treasury", 1, 2),))
