"""The document: steps, merging, undo and redo, drafts that follow their rows."""

import statistics
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.document import Document
from desktop.document.scenario_file import dumps
from desktop.document.state import Mark, Source, State
from desktop.domain.given import value_at
from desktop.domain.options import Series
from desktop.domain.scenario import ROWS, Scenario, term_of
from desktop.domain.shares import Shares
from tests.document.held import held
from tests.strategies import paths, rows, states, values


def series(*names: str) -> tuple[Series, ...]:
    return tuple(Series(name=name) for name in names)


def with_series(*names: str) -> Document:
    return Document(State(Scenario(options=series(*names))))


def names(document: Document) -> list[str | None]:
    return [row.name for row in document.scenario.options]


def test_edit_sets_a_term() -> None:
    document = Document()
    assert document.edit("shares.issued", 46_734_600)
    assert document.scenario.shares.issued == 46_734_600
    assert document.edit("announced.dividends.total[FY2020]", Decimal("30.75"))
    assert document.scenario.announced == {"dividends.total[FY2020]": Decimal("30.75")}
    assert document.edit("announced.dividends.total[FY2020]", None)
    assert document.scenario.announced == {}


def test_edit_sets_a_cell_and_forgets_its_exact_values() -> None:
    document = with_series("1st", "2nd")
    before = document.scenario.options[1].exact
    document.edit("options[1].rights", 200)
    assert document.scenario.options[1] == Series(name="2nd", rights=200)
    assert document.scenario.options[1].exact != before


@pytest.mark.parametrize(
    "path",
    ["shares", "shares.nothing", "options[0].nothing", "options[-1].name", "options[00].name", "announced.nothing",
     "announced.options[].underlying", "announced.shares.issued", "company.__class__", "", "options[].name"],
)  # fmt: skip
def test_unknown_path_is_a_mistake_of_ours(path: str) -> None:
    with pytest.raises(KeyError):
        with_series("1st").edit(path, 1)


def test_cell_beyond_the_rows_is_a_mistake_of_ours() -> None:
    document = with_series("1st")
    with pytest.raises(IndexError):
        document.edit("options[1].rights", 1)
    with pytest.raises(IndexError):
        document.remove_rows("options", 0, 2)
    with pytest.raises(IndexError):
        document.move_rows("options", 0, 1, 1)
    assert not document.can_undo


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    document = Document(State(Scenario(shares=Shares(issued=1))))
    assert not document.edit("shares.issued", 1)
    assert not document.edit("company.name", "")
    assert not document.insert_rows("options", 0, [])
    assert not document.remove_rows("options", 0, 0)
    assert not document.become(document.state, "read")
    assert (document.can_undo, document.revision, document.modified) == (False, 0, False)


def test_zeros_of_a_decimal_count_as_a_change() -> None:
    document = Document()
    document.edit("prices.share", Decimal("20.5"))
    assert document.edit("prices.share", Decimal("20.50"))
    assert str(document.scenario.prices.share) == "20.50"


def test_true_is_not_one() -> None:
    document = Document()
    document.edit("shares.issued", 1)
    assert document.edit("shares.issued", True)


def test_draft_takes_the_place_of_the_value_and_goes_with_the_next() -> None:
    document = Document()
    document.edit("prices.share", Decimal(5290))
    document.edit("prices.share", Decimal(5290), draft="5,29x")
    assert (document.scenario.prices.share, document.drafts) == (None, {"prices.share": "5,29x"})
    document.edit("prices.share", Decimal(5291))
    assert document.drafts == {}
    document.undo()
    assert (document.scenario.prices.share, document.drafts) == (None, {"prices.share": "5,29x"})
    document.undo()
    assert (document.scenario.prices.share, document.drafts) == (Decimal(5290), {})


def test_emptied_field_has_no_draft() -> None:
    document = Document()
    document.edit("prices.share", None, draft="x")
    assert document.edit("prices.share", None)
    assert document.drafts == {}


def test_one_stay_in_a_field_is_one_step() -> None:
    document = Document()
    stay = object()
    for text in ("4", "46", "467"):
        document.edit("shares.issued", int(text), run=stay)
    document.edit("shares.issued", None, draft="467x", run=stay)
    document.edit("shares.issued", 4671, run=object())
    document.undo()
    assert document.drafts == {"shares.issued": "467x"}
    document.undo()
    assert document.state == State()
    assert not document.can_undo


def test_without_a_run_every_edit_is_a_step() -> None:
    document = Document()
    document.edit("shares.issued", 1)
    document.edit("shares.issued", 2)
    document.undo()
    assert document.scenario.shares.issued == 1


def test_another_field_another_step_another_stay() -> None:
    document = Document()
    document.edit("shares.issued", 1, run="typing")
    document.edit("shares.treasury", 1, run="typing")
    document.undo()
    assert document.scenario.shares == Shares(issued=1)


def test_ratio_typed_into_one_field_is_one_step() -> None:
    document = Document()
    document.edit("split.old", Decimal(1), run="stay")
    document.edit("split.old", None, draft="1:", run="stay")
    document.edit_many([("split.old", Decimal(1)), ("split.new", Decimal(2))], run="stay")
    assert document.undo_step is not None
    assert document.undo_step.paths == ("split.old", "split.new")
    document.undo()
    assert document.state == State()


def test_run_that_ends_where_it_began_leaves_no_step() -> None:
    document = Document()
    document.edit("shares.issued", 1, run="stay")
    document.edit("shares.issued", None, run="stay")
    assert (document.can_undo, document.modified) == (False, False)
    document.edit("shares.issued", 2, run="stay")
    assert document.can_undo


@pytest.mark.parametrize("between", ["undo", "redo", "save"])
def test_run_does_not_go_on_after(between: str) -> None:
    document = Document()
    document.edit("shares.issued", 1, run="stay")
    if between == "save":
        document.mark_saved()
    else:
        document.edit("shares.issued", 2, run="another")
        document.undo()
        if between == "redo":
            document.redo()
    kept = document.state
    document.edit("shares.issued", 3, run="another" if between == "redo" else "stay")
    document.undo()
    assert document.state == kept


def test_modified_follows_the_saved_position() -> None:
    document = Document()
    document.edit("shares.issued", 1)
    document.mark_saved()
    seen = [document.modified]
    for change in (lambda: document.edit("shares.issued", 2), document.undo, document.undo, document.redo):
        change()
        seen.append(document.modified)
    assert seen == [False, True, False, True, False]


def test_saved_state_that_was_left_for_another_is_out_of_reach() -> None:
    document = Document()
    document.edit("shares.issued", 1)
    document.mark_saved()
    document.undo()
    document.edit("shares.issued", 2)
    assert document.modified
    document.undo()
    assert document.modified


def test_recovered_document_is_modified_from_the_start() -> None:
    document = Document(State(Scenario(shares=Shares(issued=1))), saved=False)
    assert document.modified
    document.edit("shares.issued", 2)
    document.undo()
    assert document.modified
    document.mark_saved()
    assert not document.modified


def test_new_edit_drops_what_was_taken_back() -> None:
    document = Document()
    document.edit("shares.issued", 1)
    document.undo()
    assert document.redo_step is not None
    document.edit("shares.issued", 2)
    assert (document.can_redo, document.redo()) == (False, None)


def test_steps_say_what_they_are() -> None:
    document = with_series("1st", "2nd")
    document.edit("options[1].rights", 5)
    document.remove_rows("options", 0)
    document.move_rows("options", 0, 1, 0)
    undone = document.undo()
    assert undone is not None
    assert (undone.kind, undone.paths) == ("remove", ("options[0]",))
    assert document.undo_step is not None
    assert (document.undo_step.kind, document.undo_step.paths) == ("edit", ("options[1].rights",))
    assert document.undo() is not None
    assert document.undo() is None


def test_rows_are_inserted_removed_replaced_and_moved() -> None:
    document = with_series("a", "b", "c", "d")
    document.insert_rows("options", 4, series("e"))
    assert names(document) == ["a", "b", "c", "d", "e"]
    document.move_rows("options", 0, 2, 3)
    assert names(document) == ["c", "d", "e", "a", "b"]
    document.move_rows("options", 3, 2, 1)
    assert names(document) == ["c", "a", "b", "d", "e"]
    document.remove_rows("options", 1, 2)
    assert names(document) == ["c", "d", "e"]
    document.replace_rows("options", 1, 1, series("x", "y"))
    assert names(document) == ["c", "x", "y", "e"]
    while document.can_undo:
        document.undo()
    assert names(document) == ["a", "b", "c", "d"]


def test_announcement_is_one_step() -> None:
    document = with_series("old")
    source = Source("46,734,600 shares", (Mark("shares.issued", 0, 17),))
    with document.step("read"):
        document.edit_many([("shares.issued", 46_734_600), ("split.new", Decimal(2))])
        document.replace_rows("options", 0, 1, series("1st", "2nd"))
        document.edit("options[1].rights", 5)
        document.become(replace(document.state, source=source), "read")
    assert document.undo_step is not None
    assert (document.undo_step.kind, document.source) == ("read", source)
    assert "shares.issued" in document.undo_step.paths
    read = document.state
    document.undo()
    assert document.state == State(Scenario(options=series("old")))
    assert not document.can_undo
    document.redo()
    assert document.state == read


def test_step_that_fails_leaves_nothing() -> None:
    document = Document()

    def read() -> None:
        with document.step("read"):
            document.edit("shares.issued", 1)
            document.edit("shares.nothing", 1)

    with pytest.raises(KeyError):
        read()
    assert (document.state, document.can_undo) == (State(), False)
    document.edit("shares.issued", 2)
    assert document.can_undo


def test_step_within_a_step_is_part_of_it() -> None:
    document = Document()
    with document.step("paste"):
        document.edit("shares.issued", 1)
        with document.step("edit"):
            document.edit("shares.treasury", 1)
        with pytest.raises(RuntimeError):
            document.undo()
    document.undo()
    assert document.state == State()


def test_empty_step_is_none() -> None:
    document = Document()
    with document.step("paste"):
        pass
    assert not document.can_undo


def test_revision_grows_with_every_change() -> None:
    document = Document()
    seen = [document.revision]
    for change in (
        lambda: document.edit("shares.issued", 1, run="stay"),
        lambda: document.edit("shares.issued", 2, run="stay"),
        document.undo,
        document.redo,
    ):
        change()
        seen.append(document.revision)
    assert seen == sorted(set(seen))


def change_something(document: Document, data: st.DataObject) -> None:
    """One random change of a random kind."""
    what = data.draw(st.sampled_from(("edit", "edit", "draft", "many", "insert", "remove", "replace", "move")))
    table = data.draw(st.sampled_from(sorted(ROWS)))
    length = len(getattr(document.scenario, table))
    index = data.draw(st.integers(0, length))
    count = data.draw(st.integers(0, length - index))
    match what:
        case "edit" | "draft":
            path = data.draw(st.sampled_from(paths(document.scenario)))
            draft = data.draw(st.text("12x", max_size=3)) if what == "draft" else None
            document.edit(path, drawn_value(path, data), draft=draft, run=data.draw(st.sampled_from((None, 1))))
        case "many":
            chosen = data.draw(st.lists(st.sampled_from(paths(document.scenario)), max_size=5))
            document.edit_many([(path, drawn_value(path, data)) for path in chosen], dict.fromkeys(chosen[1:2], "x"))
        case "move":
            document.move_rows(table, index, count, data.draw(st.integers(0, length - count)))
        case "remove":
            document.remove_rows(table, index, count)
        case _:
            new = data.draw(st.lists(rows(table), max_size=3))
            document.replace_rows(table, index, count if what == "replace" else 0, new)


def drawn_value(path: str, data: st.DataObject) -> Any:
    if path.startswith("announced."):
        return data.draw(st.sampled_from((None, 1, 2)))
    return data.draw(st.none() | values(term_of(path)))


@given(states(max_rows=3), st.data())
def test_undo_of_everything_is_the_start_and_redo_the_end(start: State, data: st.DataObject) -> None:
    document = Document(start)
    for _ in range(data.draw(st.integers(1, 12))):
        before = document.state
        change_something(document, data)
        assert (document.state == before) or document.modified or not document.can_undo
        assert all(value_at(document.scenario, path) is None for path in document.drafts)
    end, steps = document.state, 0
    while document.undo():
        steps += 1
    assert document.state == start
    assert dumps(document.state) == dumps(start)  # the zeros of 20.50 too
    assert not document.modified
    for _ in range(steps):
        document.redo()
    assert document.state == end
    assert dumps(document.state) == dumps(end)
    assert not document.can_redo


@given(st.data())
def test_drafts_follow_their_rows(data: st.DataObject) -> None:
    document = with_series(*"abcdef")
    for row in data.draw(st.sets(st.integers(0, 5))):
        document.edit(f"options[{row}].rights", None, draft=f"of {names(document)[row]}")
    document.edit("shares.issued", None, draft="elsewhere")
    drafted = set(document.drafts.values())
    for number in range(data.draw(st.integers(1, 6))):
        length = len(names(document))
        index = data.draw(st.integers(0, length))
        count = data.draw(st.integers(0, length - index))
        match data.draw(st.sampled_from(("insert", "remove", "replace", "move"))):
            case "insert":
                document.insert_rows("options", index, series(f"new {number}"))
            case "remove":
                document.remove_rows("options", index, count)
            case "replace":
                document.replace_rows("options", index, count, series(f"new {number}"))
            case _:
                document.move_rows("options", index, count, data.draw(st.integers(0, length - count)))
    expected = {f"options[{row}].rights": f"of {name}" for row, name in enumerate(names(document))}
    expected = {path: text for path, text in expected.items() if text in drafted}
    assert document.drafts == expected | {"shares.issued": "elsewhere"}


def read_rows() -> Document:
    """Three series, the price of each read from a passage of its own, and a count beside them."""
    marks = [Mark(f"options[{n}].exercise_price", n, n + 1) for n in range(3)]
    return Document(State(Scenario(options=series("1st", "2nd", "3rd")), {}, Source("abc", (*marks, ISSUED))))


ISSUED = Mark("shares.issued", 0, 3)


def places(document: Document) -> dict[str, int]:
    """The passage of every cell."""
    assert document.source is not None
    assert ISSUED in document.source.marks
    return {mark.path: mark.start for mark in document.source.marks if mark is not ISSUED}


@pytest.mark.parametrize(
    ("act", "rows"),
    [
        (lambda d: d.insert_rows("options", 1, series("new")), {0: 0, 2: 1, 3: 2}),
        (lambda d: d.remove_rows("options", 0), {0: 1, 1: 2}),
        (lambda d: d.remove_rows("options", 0, 3), {}),
        (lambda d: d.move_rows("options", 2, 1, 0), {0: 2, 1: 0, 2: 1}),
        (lambda d: d.replace_rows("options", 1, 1, series("other")), {0: 0, 2: 2}),
        (lambda d: d.replace_rows("options", 1, 2, [Series(name="2nd", rights=3)]), {0: 0, 1: 1}),
        (lambda d: d.replace_rows("options", 1, 1, [Series()]), {0: 0, 2: 2}),
        (lambda d: d.insert_rows("dividends", 0, [ROWS["dividends"]()]), {0: 0, 1: 1, 2: 2}),
        (lambda d: d.edit("options[1].exercise_price", Decimal(9)), {0: 0, 1: 1, 2: 2}),
    ],
)
def test_marks_stay_with_their_rows(act: Callable[[Document], object], rows: dict[int, int]) -> None:
    document = read_rows()
    start = places(document)
    act(document)
    assert places(document) == {f"options[{row}].exercise_price": place for row, place in rows.items()}
    document.undo()
    assert places(document) == start
    document.redo()
    assert places(document) == {f"options[{row}].exercise_price": place for row, place in rows.items()}


def test_cell_among_ten_thousand_rows_is_edited_at_once() -> None:
    document = with_series(*map(str, range(10_000)))
    spent = []
    for count in range(200):
        start = time.process_time()
        document.edit("options[5000].rights", count)
        spent.append(time.process_time() - start)
    assert statistics.median(spent) < 0.001


def test_block_of_ten_thousand_cells_is_one_quick_step() -> None:
    document = with_series(*map(str, range(10_000)))
    block = [(f"options[{row}].rights", row) for row in range(10_000)]
    start = time.process_time()
    document.edit_many(block, kind="paste")
    document.undo()
    assert time.process_time() - start < 2  # a step a cell would take minutes
    assert document.scenario.options[9_999].rights is None


def test_kept_step_of_a_cell_is_small() -> None:
    document = with_series(*map(str, range(10_000)))
    document.edit("options[5000].exercise_price", Decimal(0))
    tracemalloc.start()
    try:
        start = tracemalloc.get_traced_memory()[0]
        for count in range(1, 501):
            document.edit("options[5000].exercise_price", Decimal(count))
        kept = (tracemalloc.get_traced_memory()[0] - start) / 500
    finally:
        tracemalloc.stop()
    assert kept < 1_000


def test_kept_steps_share_the_announcement() -> None:
    text = "x" * 100_000
    marks = tuple(Mark(f"options[{n}].rights", n, n + 1) for n in range(10))
    document = Document(State(Scenario(options=series(*map(str, range(10)))), {}, Source(text, marks)))
    for count in range(1, 51):
        document.move_rows("options", 9, 1, 8)
        document.edit("shares.issued", count)
    document.become(replace(document.state, source=None), "read")  # the state holds the text no more, the steps do
    assert held(document) - len(text) < 1_000 * len(document._done)
