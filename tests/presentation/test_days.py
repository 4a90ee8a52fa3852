"""The schedule sheet, and what a holder sees on which day."""

from datetime import date
from fractions import Fraction

import pytest

from desktop.domain.message import Message
from desktop.i18n import locale_for
from desktop.presentation.book import Book
from desktop.presentation.layout import Line, WordRow, WordTable
from desktop.presentation.plain import report, word_lines
from desktop.presentation.sections import sheets_with_content
from desktop.presentation.sections.days import ADR_DAYS, SHARE_DAYS, adr_days, share_days
from desktop.presentation.sections.schedule import SHEET
from desktop.presentation.sections.shares import SHEET as SHARES
from desktop.presentation.table import Table, basis_of
from tests.presentation.books import US_SPLIT, iij, of_split

EN = locale_for("en")


def said(row: WordRow) -> list[str]:
    return [EN.text(message) for message in row.words]


def on(day: date, rows: tuple[WordRow, ...]) -> list[str]:
    return next(said(row) for row in rows if row.day == day)


def texts(book: Book) -> str:
    return "\n".join(" | ".join(said(row)) for row in share_days(book))


def schedule(book: Book) -> list[list[str]]:
    from desktop.presentation.plain import cell_text  # noqa: PLC0415  # beside the table that it reads

    table = Table(SHEET.tables[0], book)
    columns = range(len(table.columns))
    return [[cell_text(table.cell(row, n), book, EN) for n in columns] for row in range(len(table.rows))]


def test_schedule_shows_weekday_market_and_whether_the_printed_date_agrees() -> None:
    rows = schedule(iij())
    assert rows[0][0] == "Japan"
    assert ["Ex-rights date", "Tue 2020-12-29", "business day", "", "", "Settlement"] in rows
    assert ["Record date", "Thu 2020-12-31", "closed day", "", "", "Art. 184(1)"] in rows
    in_substance = next(row for row in rows if row[0] == "Record date in substance")
    assert in_substance[1:5] == ["Wed 2020-12-30", "business day", "Wed 2020-12-30", "agrees"]
    assert ["ADR effective date", "Mon 2021-01-04", "business day", "", "", "Depositary bank"] in rows


def test_the_dates_stand_in_their_order_also_where_the_shares_go_ex_after_they_are_paid() -> None:
    dates = [row[:2] for row in schedule(of_split("1", "10", US_SPLIT))]
    assert dates == [
        ["United States", ""],
        ["Record date", "Thu 2024-06-06"],
        ["Last day at the old price", "Fri 2024-06-07"],
        ["Payable date", "Fri 2024-06-07"],
        ["Ex-date", "Mon 2024-06-10"],
    ]


def test_a_line_that_does_not_apply_is_left_out_but_in_a_workbook() -> None:
    def names(*, every: bool) -> list[str]:
        table = Table(SHARES.tables[0], iij(), every=every)
        return [row.line.label for row in table.rows if row.line is not None]

    assert "Tick size" not in names(every=False), "none is known of 2020"
    assert "Treasury shares" in names(every=False), "an input is missing"
    assert set(names(every=True)) - set(names(every=False)) == {"Tick size"}


def test_without_a_calendar_only_weekends_are_known_to_be_closed() -> None:
    book = Book(iij().scenario, iij().results)
    assert book.is_open(date(2021, 1, 2)) is False
    assert book.is_open(date(2021, 1, 1)) is None
    assert {row[2] for row in schedule(book)} == {""}


def test_days_outside_the_calendar_are_not_called_business_days() -> None:
    assert iij().is_open(date(1990, 5, 1)) is None


def test_dates_that_are_not_known_have_no_line() -> None:
    assert "ADR distribution" not in [row[0] for row in schedule(iij())]


def test_schedule_of_new_york_has_its_own_words_and_rules() -> None:
    rows = schedule(of_split("1", "10", US_SPLIT))
    names = [row[0] for row in rows]
    assert names[0] == "United States"
    assert {"Last day at the old price", "Ex-date", "Record date", "Payable date"} <= set(names)
    assert "Record date in substance" not in names
    assert rows[names.index("Ex-date")][5] == "FINRA Rule 11140"


def test_rules_of_a_consolidation_are_its_own() -> None:
    book = of_split("10", "1", {"schedule.effective_date": date(2024, 10, 1)})
    basis = basis_of("schedule.record_date", book)
    assert basis is not None
    assert basis.short == "Art. 182(1)"


def test_sheet_is_there_when_any_date_is() -> None:
    assert SHEET in sheets_with_content(iij())
    assert SHEET not in sheets_with_content(of_split("1", "2", {}))


def test_every_date_of_the_time_line_stands_on_the_sheet() -> None:
    from desktop.presentation.events import KINDS  # noqa: PLC0415  # used here alone

    groups = SHEET.layouts[0].groups  # type: ignore[union-attr]  # the first is a statement
    lines: list[Line] = [line for group in groups for line in group.lines]
    assert set(KINDS) <= {line.after for line in lines}


# ---- a holder of shares


def test_split_in_japan_day_by_day() -> None:
    rows = share_days(iij())
    assert [row.day.day for row in rows] == [28, 29, 30, 31, 1]
    last, ex = on(date(2020, 12, 28), rows), on(date(2020, 12, 29), rows)
    assert last[1] == "100 shares; many brokers show 200 shares after the close*"
    assert "cancelled" in last[4]
    assert ex[1].startswith("200 shares")
    assert ex[2].startswith("After the split, ÷2")
    assert on(date(2021, 1, 1), rows)[1] == "200 shares in every account"


def test_closed_days_have_no_trading() -> None:
    assert on(date(2020, 12, 31), share_days(iij()))[2] == "Closed day, no trading"
    assert on(date(2020, 12, 30), share_days(iij()))[2] == "Unchanged"


def test_fractions_are_told_where_the_ratio_leaves_them() -> None:
    days = {"schedule.ex_date": date(2024, 9, 27), "schedule.effective_date": date(2024, 10, 1)}
    assert "less than one share" not in texts(of_split("1", "2", days))
    assert "110 shares. What is less than one share is sold" in texts(of_split("1", "1.1", days))
    assert "10 shares. What is less than one share is sold" in texts(of_split("10", "1", days))
    assert "1 share;" in texts(of_split("100", "1", days))


def test_consolidation_speaks_of_no_split() -> None:
    days = {
        "schedule.last_cum_date": date(2024, 9, 26), "schedule.ex_date": date(2024, 9, 27),
        "schedule.record_date": date(2024, 9, 30), "schedule.effective_date": date(2024, 10, 1),
    }  # fmt: skip
    words = texts(of_split("10", "1", days)).lower()
    assert "consolidation" in words
    assert "split" not in words
    assert "rights" not in words
    assert "×10" in words


def test_split_in_new_york_trades_with_due_bills_between_record_and_ex_date() -> None:
    rows = share_days(of_split("1", "10", US_SPLIT))
    assert [row.day.day for row in rows] == [6, 7, 10]
    assert "due bill" in rows[0].words[3].text
    assert said(rows[1])[2] == "Before the split"
    assert said(rows[2])[1:4] == ["1,000 shares", "After the split, ÷10", "1,000 shares"]


def test_small_distribution_in_new_york_has_no_due_bills() -> None:
    days = {**US_SPLIT, "schedule.ex_date": date(2024, 6, 6)}
    assert "due bill" not in texts(of_split("10", "11", days))


@pytest.mark.parametrize("split", [("1", "1"), ("1", "2")])
def test_nothing_is_told_where_the_number_stays_or_no_day_is_known(split: tuple[str, str]) -> None:
    days = {"schedule.effective_date": date(2024, 10, 1)} if split == ("1", "1") else {}
    assert share_days(of_split(*split, days)) == ()


# ---- a holder of ADRs


def test_adrs_follow_the_shares_at_the_interim_ratio() -> None:
    rows = adr_days(iij())
    assert said(rows[0])[1:] == [
        "100 ADRs", "1 ADR = 1 share", "Unchanged: the ADR already stands for the split shares",
        "Closed, up to and including 2021-01-04",
    ]  # fmt: skip
    assert said(rows[1])[1] == "100 ADRs; none are added"


def test_added_adrs_come_with_their_distribution() -> None:
    book = iij(
        adr__ratio=1, adr__ratio_interim=2, adr__ratio_after=1, adr__new_per_old=2, adr__closed_from=None,
        adr__closed_to=None, adr__distribution_date=date(2021, 1, 6), adr__effective_date=date(2021, 1, 7),
    )  # fmt: skip
    rows = adr_days(book)
    assert [said(row)[1:4] for row in rows] == [
        ["100 ADRs", "1 ADR = 2 shares", "Unchanged: the ADR already stands for the split shares"],
        [
            "100 ADRs; 200 with the added ones",
            "1 ADR = 2 shares",
            "Unchanged: the ADR already stands for the split shares",
        ],
        ["100 ADRs become 200", "1 ADR = 1 share", "÷2"],
    ]


def test_adrs_that_are_distributed_after_their_effective_date() -> None:
    book = iij(
        adr__ratio=1, adr__ratio_after=1, adr__new_per_old=2, adr__distribution_date=date(2021, 1, 8),
    )  # fmt: skip
    numbers = [said(row)[1] for row in adr_days(book)]
    assert numbers == ["100 ADRs", "200 ADRs; the added ones not yet distributed", "100 ADRs become 200"]


def test_change_of_the_ratio_alone() -> None:
    book = of_split("1", "1", {
        "adr.ratio": Fraction(2), "adr.ratio_after": Fraction(1), "adr.new_per_old": Fraction(2),
        "adr.effective_date": date(2024, 5, 8),
    })  # fmt: skip
    assert [said(row)[1:4] for row in adr_days(book)] == [["100 ADRs become 200", "1 ADR = 1 share", "÷2"]]


def test_without_adrs_nothing_is_told_of_them() -> None:
    assert adr_days(of_split("1", "2", US_SPLIT)) == ()


# ---- on the command line


@pytest.mark.parametrize("table", [SHARE_DAYS, ADR_DAYS])
def test_words_stand_below_their_day(table: WordTable) -> None:
    lines = word_lines(Table(table, iij()), table, EN)
    assert lines[0] == f"-- {EN.text(table.title)} --"
    assert any(line.startswith("Tue 2020-12-29  ") for line in lines)
    assert lines[-1] == EN.text(table.note) if table.note else lines[-1].startswith("    ")


def test_report_holds_the_schedule() -> None:
    text = report(iij(), locale_for("ja"))
    assert "== 日程 ==" in text
    assert "2020/12/29（火）" in text
    assert "※" in text


def test_every_cell_of_a_table_of_words_is_a_day_or_a_message() -> None:
    for table in (SHARE_DAYS, ADR_DAYS):
        found = Table(table, iij())
        for row in range(len(found.rows)):
            assert isinstance(found.cell(row, 0).value, date)
            assert all(isinstance(found.cell(row, n).value, Message) for n in range(1, len(found.columns)))
