"""The time line: what it shows, and that it fits at every width."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.i18n import BREAK, locale_for
from desktop.presentation.book import Book
from desktop.presentation.events import KINDS, MINOR, events
from desktop.presentation.lanes import Hold, lanes
from desktop.presentation.timeline import LEAST, Drawing, Ruler, drawing, held, listed, sentence, wrapped
from tests.presentation.books import US_SPLIT, iij, of_split

EN, JA = locale_for("en"), locale_for("ja")
WIDE, SMALL = 791, 565


def _width(each: float) -> Callable[[str], float]:
    return lambda text: sum(each * (2 if ord(character) > 0x2E80 else 1) for character in text)


RULER = Ruler(_width(6.0), _width(6.5), 15)


def drawn(book: Book, width: float = WIDE, *, language: str = "en", today: date | None = None) -> Drawing:
    found = drawing(book, locale_for(language), RULER, width, today)
    assert found is not None
    return found


def titles(found: Drawing) -> list[str]:
    return [f"{cell.title} {cell.note}" if cell.item.folded else cell.title for cell in found.cells]


def labels(found: Drawing) -> list[str]:
    return [" ".join(line for line, _ in cell.lines) for cell in found.cells if cell.lines]


def test_days_are_cells_and_long_pauses_are_folded() -> None:
    assert titles(drawn(iij())) == [
        "Nov 9", "35 days", "Dec 15", "12 days", "Dec 28", "29", "30", "31", "Jan 1", "2", "3", "4",
    ]  # fmt: skip


def test_japanese_names_days_and_events() -> None:
    found = drawn(iij(), language="ja")
    assert titles(found)[:3] == ["11/9", "35 日間", "12/15"]
    assert [cell.note for cell in found.cells if cell.item.events][:2] == ["月", "火"]
    assert labels(found)[0] == "取締役会 決議日"


def test_closed_days_are_known_from_the_calendar() -> None:
    closed = [cell.title for cell in drawn(iij()).cells if cell.closed]
    assert closed == ["31", "Jan 1", "2", "3"]


def test_ex_rights_and_effective_date_are_loud() -> None:
    assert [cell.title for cell in drawn(iij()).cells if cell.loud] == ["29", "Jan 1"]


def test_where_space_ends_the_board_goes_first_then_days_without_event_fold() -> None:
    found = drawn(iij(), SMALL)
    assert titles(found) == ["Dec 15", "12 days", "Dec 28", "29", "30", "31", "Jan 1", "2 days", "Jan 4"]
    assert titles(drawn(iij(), 660))[-3:] == ["2", "3", "4"]  # the board alone has gone


def test_events_of_one_day_share_its_cell() -> None:
    found = drawn(iij(schedule__notice_date=date(2020, 11, 9)))
    assert labels(found)[0] == "Board resolution Public notice"
    assert titles(found)[:2] == ["Nov 9", "48 days"]


def test_record_date_in_substance_is_told_only_where_it_is_another_day() -> None:
    names = [event.path for event in events(iij(schedule__record_date_in_substance=date(2020, 12, 31)))]
    assert "schedule.record_date_in_substance" not in names


def test_lanes_say_what_holds_from_when() -> None:
    price, register, adr = drawn(iij()).lanes
    assert [bar.text for bar in price] == ["Share price 5,290 JPY", "2,645 JPY"]
    assert [bar.text for bar in register] == ["Issued shares 46,734,600", "93,469,200"]
    assert [bar.text for bar in adr] == ["1 ADR = 1/2 share", "Books closed (US)", "1 share", ""]
    assert [bar.closed for bar in adr] == [False, True, True, False]


def test_lanes_change_on_their_own_days() -> None:
    found = drawn(iij())
    x_of = {cell.title: cell.x for cell in found.cells}
    price, register, adr = found.lanes
    assert price[1].x == x_of["29"]
    assert register[1].x == x_of["Jan 1"]
    assert [bar.x for bar in adr[:3]] == [0, x_of["29"], x_of["4"]]


def test_an_adr_that_follows_later_has_its_ratio_between_the_dates() -> None:
    book = iij(adr__closed_from=None, adr__closed_to=None, adr__effective_date=date(2021, 1, 8))
    spans = lanes(book, EN)[2].spans
    assert [span.hold for span in spans] == [Hold.BEFORE, Hold.INTERIM, Hold.AFTER]
    assert [span.named for span in spans] == ["1 ADR = 1/2 share", "1 ADR = 1 share", "1 ADR = 1 share"]


def test_books_that_stay_closed_beyond_the_last_day_are_hatched_to_the_end() -> None:
    book = iij(adr__closed_to=date(2021, 1, 29), schedule__resolution_date=None)
    found = drawn(book, SMALL)
    assert labels(found)[-1] == "ADR effective"
    assert found.lanes[2][-1].closed


def test_an_adr_lane_that_could_not_name_itself_does_so_after() -> None:
    found = drawn(iij(), 420)
    assert [bar.text for bar in found.lanes[2]][:2] == ["", "Books closed (US)"]
    assert [bar.text for bar in drawn(iij(adr__closed_from=None), 420).lanes[2]] == ["", "1 ADR = 1 share", ""]


def test_price_of_the_ex_date_or_later_is_not_shown_as_the_one_before() -> None:
    price = lanes(iij(prices__split_adjusted=5290), EN)[0]
    assert [span.texts[0] for span in price.spans] == ["Share price", "5,290 JPY"]


def test_without_figures_lanes_show_factors() -> None:
    book = of_split("10", "1", {"schedule.ex_date": date(2024, 9, 26), "schedule.effective_date": date(2024, 10, 1)})
    assert [[span.texts[0] for span in lane.spans] for lane in lanes(book, EN)] == [
        ["Share price", "×10"],
        ["Issued shares", "÷10"],
    ]


def test_consolidation_has_its_own_words() -> None:
    book = of_split("10", "1", {
        "schedule.last_cum_date": date(2024, 9, 25), "schedule.ex_date": date(2024, 9, 26),
        "schedule.effective_date": date(2024, 10, 1),
    })  # fmt: skip
    assert labels(drawn(book)) == ["Last day before consolidation", "First day after consolidation", "Effective date"]
    assert "rights" not in " ".join(listed(events(book), EN))


def test_new_york_goes_ex_after_the_payable_date() -> None:
    assert labels(drawn(of_split("1", "10", US_SPLIT))) == [
        "Record date", "Last day at the old price Payable date", "Ex-date",
    ]  # fmt: skip


def test_change_of_the_adr_ratio_alone_has_no_ex_date() -> None:
    book = of_split("1", "1", {
        "adr.ratio": 2, "adr.ratio_after": 1, "adr.closed_from": date(2024, 5, 1), "adr.closed_to": date(2024, 5, 7),
        "adr.effective_date": date(2024, 5, 8),
    })  # fmt: skip
    found = drawn(book)
    assert labels(found) == ["Books closed from", "Books closed to", "ADR effective"]
    assert [cell.title for cell in found.cells if cell.loud] == ["8"]
    assert [[bar.text for bar in lane] for lane in found.lanes] == [["Books closed (US)", "1 ADR = 1 share"]]


@pytest.mark.parametrize("days", [{}, {"schedule.effective_date": date(2024, 10, 1)}])
def test_fewer_than_two_days_are_no_time_line(days: dict[str, date]) -> None:
    assert drawing(of_split("1", "2", days), EN, RULER, WIDE) is None


def test_dates_years_apart_are_told_by_their_years() -> None:
    found = drawn(iij(schedule__resolution_date=date(2015, 3, 2)))
    assert found.cells[0].note == "Mon, 2015"
    assert titles(found)[1] == "2,114 days"


def test_today_stands_on_its_day() -> None:
    found = drawn(iij(), today=date(2020, 12, 30))
    cell = next(cell for cell in found.cells if cell.title == "30")
    assert found.today == cell.x + cell.width / 2
    assert found.height > drawn(iij()).height
    assert "today" in sentence(cell, iij(), EN, date(2020, 12, 30))


def test_today_within_a_folded_pause_stands_at_its_part() -> None:
    gap = drawn(iij()).cells[1]
    early, late = (drawn(iij(), today=date(2020, 11, 9) + timedelta(days=n)).today for n in (1, 35))
    assert early is not None
    assert late is not None
    assert gap.x <= early < late <= gap.x + gap.width


@pytest.mark.parametrize("today", [date(2020, 11, 8), date(2021, 1, 5)])
def test_today_outside_is_not_marked(today: date) -> None:
    assert drawn(iij(), today=today).today is None


def test_list_names_every_date_and_what_holds() -> None:
    said = listed(events(iij()), EN)
    assert len(said) == len(events(iij()))
    assert "Tue 2020-12-29: Ex-rights date" in said
    assert "Issued shares 93,469,200 from Fri 2021-01-01" in held(lanes(iij(), EN), EN)
    assert "2020/12/29（火） 権利落日" in listed(events(iij()), JA)


def test_lines_of_a_label_are_about_equally_long() -> None:
    assert wrapped("Record date in substance", 70, RULER.label) == ("Record", "date in", "substance")
    assert wrapped("Last day with rights", 82, RULER.label) == ("Last day", "with rights")


def test_labels_break_at_spaces_and_hints_alone() -> None:
    assert wrapped("Record date in substance", 80, RULER.label) == ("Record date", "in substance")
    assert wrapped(f"実質的な{BREAK}基準日", 60, RULER.label) == ("実質的な", "基準日")
    assert wrapped("権利落日", 10, RULER.label) == ("権利落日",)


# ---- at every width, for any dates

DAYS = st.none() | st.dates(date(2019, 1, 1), date(2022, 12, 31)) | st.dates(date(2020, 12, 1), date(2021, 1, 15))
VALUES = st.fixed_dictionaries({**dict.fromkeys(KINDS, DAYS), "schedule.market": st.sampled_from(["JPX", "XNYS"])})
SPLITS = st.sampled_from([("1", "2"), ("10", "1"), ("1", "1"), ("1", "1.1")])


@settings(max_examples=200)
@given(SPLITS, VALUES, st.integers(300, 2400), st.sampled_from(["en", "ja"]), DAYS)
def test_every_drawing_holds(
    split: tuple[str, str], values: dict[str, date | str | None], width: int, language: str, today: date | None
) -> None:
    book = of_split(*split, {**values, "adr.ratio": 2, "adr.ratio_interim": 4, "adr.ratio_after": 1})
    found = drawing(book, locale_for(language), RULER, width, today)
    known = events(book)
    if len({event.day for event in known}) < 2:
        assert found is None
        return
    assert found is not None
    check_cells(found, width)
    check_days(found)
    check_lanes(found, width)
    shown = [event for cell in found.cells for event in cell.item.events]
    assert len(shown) == len(set(shown))
    gone = [event.rank for event in known if event not in shown]
    assert all(event.rank < min(gone) for event in shown) if gone else len(shown) == len(known)
    assert 0 not in gone


def check_cells(found: Drawing, width: int) -> None:
    assert found.cells[0].x == 0
    for cell, following in pairwise(found.cells):
        assert cell.x + cell.width == following.x
    assert found.cells[-1].x + found.cells[-1].width == width - 16
    assert all(cell.width > 0 for cell in found.cells)
    for cell in found.cells:
        half = max((RULER.strong(line) if loud else RULER.label(line) for line, loud in cell.lines), default=0) / 2
        assert half <= cell.label_x <= width - half or not cell.lines
    assert found.today is None or 0 <= found.today <= width


def check_days(found: Drawing) -> None:
    for cell, following in pairwise(found.cells):
        assert cell.item.end == following.item.day  # no day is missing, none stands twice
        assert not (cell.item.folded and following.item.folded)


def check_lanes(found: Drawing, width: int) -> None:
    for bars in found.lanes:
        assert bars[0].x == 0
        assert bars[-1].x + bars[-1].width == width
        for bar, following in pairwise(bars):
            assert bar.x + bar.width == following.x


@pytest.mark.parametrize("width", range(300, 2401, 50))
@pytest.mark.parametrize("language", ["en", "ja"])
def test_cells_with_an_event_are_wide_enough(width: int, language: str) -> None:
    found = drawn(iij(), width, language=language)
    assert min(cell.width for cell in found.cells if cell.item.events) >= LEAST - 1
    if width > 1000:
        assert {event.rank for cell in found.cells for event in cell.item.events} >= {0, MINOR}
