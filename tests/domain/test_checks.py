"""The consistency checks: for each a scenario in which it holds, one in which it fails, and one that leaves it open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from desktop.calendars import calendars
from desktop.domain.benefits import Benefit
from desktop.domain.checks import CHECKS, LEFT_OUT
from desktop.domain.checks.check import Severity, State
from desktop.domain.dividends import Dividend
from desktop.domain.formula import columns, names
from desktop.domain.options import Series
from desktop.domain.scenario import Scenario, calculate, inspected, inspector
from desktop.domain.spreadsheet import excel
from desktop.i18n import locale_for
from desktop.presentation.book import Book
from desktop.presentation.finding_words import goes_to, message
from desktop.presentation.findings import Finding, Group, findings
from desktop.presentation.missing import missing_inputs
from tests.examples import opening_scenario
from tests.strategies import scenarios

Changes = Mapping[str, Any]


def seed() -> Scenario:
    """The announcement of IIJ, with the price and the forecasts that it does not print itself."""
    interim = Dividend("Interim", "FY2020", date(2020, 9, 30), None, Decimal("20.50"), Decimal(17))
    year_end = Dividend("Year-end", "FY2020", date(2021, 3, 31), None, Decimal("8.50"), Decimal(17))
    return replace(
        changed(opening_scenario(), {"shares.treasury": 1_650_000, "prices.share": Decimal(2500)}),
        options=(series(),), dividends=(interim, year_end), benefits=(Benefit(100, "rice", 200),),
    )  # fmt: skip


def series(**terms: Any) -> Series:
    usual = {"name": "1st", "rights": 10, "shares_per_right": Decimal(200), "exercise_price": Decimal(1000)}
    printed = {"announced_shares_per_right": Decimal(400), "announced_exercise_price": Decimal(500)}
    return Series(**{**usual, **printed, **terms})


def changed(scenario: Scenario, changes: Changes) -> Scenario:
    """The scenario with other values at some paths; a path of a table changes its first row."""
    for path, value in changes.items():
        section, _, name = path.partition(".")
        if section == "announced":
            left = {k: v for k, v in scenario.announced.items() if k != name}
            scenario = replace(scenario, announced=left if value is None else {**left, name: value})
        elif not name:
            scenario = replace(scenario, **{section: value})
        elif section.endswith("[]"):
            rows = getattr(scenario, section[:-2])
            first: Any = (replace(rows[0], **{name: value}), *rows[1:])
            scenario = replace(scenario, **{section[:-2]: first})
        else:
            scenario = replace(scenario, **{section: replace(getattr(scenario, section), **{name: value})})
    return scenario


def book_of(changes: Changes) -> Book:
    scenario = changed(seed(), changes)
    return Book(scenario, calculate(scenario, calendars=calendars()))


def finding(check: str, changes: Changes) -> Finding:
    return next(found for found in findings(book_of(changes)) if found.check.id == check)


#: 10 shares into 1, as Japanese law has it.
CONSOLIDATION = {
    "split.old": Decimal(10), "split.new": Decimal(1), "schedule.record_date": None,
    "schedule.notice_date": date(2020, 12, 16), "shares.authorized_after": 7_552_000,
    "announced.shares.issued_after": 4_673_460, "announced.shares.increase": -42_061_140,
}  # fmt: skip
FOREIGN = {"company.law": "other"}
NEW_YORK = {"schedule.market": "XNYS"}
TWO_CLASSES = {"shares.other_classes": True}
YEAR_END_ONLY = {"dividends": (Dividend("Year-end", None, date(2021, 3, 31), None, Decimal("8.5"), Decimal(17)),)}
TWO_AFTER = (
    Dividend("Interim", "FY2020", date(2021, 9, 30), None, Decimal("8.5")),
    Dividend("Year-end", "FY2020", date(2022, 3, 31), None, Decimal("8.5")),
)
INTERIM_ONLY = {"dividends": (Dividend("Interim", None, date(2020, 9, 30), None, Decimal(20), Decimal(17)),)}

#: Check -> what to change in the seed so that it holds, fails, and cannot be decided.
CASES: dict[str, tuple[Changes, Changes, Changes]] = {
    "C01": ({}, {"announced.shares.issued_after": 93_469_201}, {"announced.shares.increase": None}),
    "C02": ({}, {"announced.shares.increase": 46_734_601}, {"shares.issued": None}),
    "C04": ({}, {"split.old": Decimal(2), "split.new": Decimal(1)}, {"announced.shares.issued_after": None}),
    "C05": ({}, {"shares.authorized_after": 151_040_001}, {"shares.authorized": None}),
    "C06": ({}, {"shares.authorized_after": 373_876_801}, {"shares.authorized_after": None}),
    "C07": ({}, {"shares.authorized_after": 93_469_199}, {"shares.issued": None}),
    "C08": ({}, {"options[].rights": 10**6}, {"options[].rights": None}),
    "C09": ({}, {"shares.authorized_after": 151_000_000}, {"shares.authorized": None}),
    "C12": ({}, {"articles.effective_date": date(2021, 1, 2)}, {"articles.effective_date": None}),
    "C13": (
        {"schedule.notice_date": date(2020, 12, 16)},
        {"schedule.notice_date": date(2020, 12, 17)},
        {"schedule.notice_date": None},
    ),
    "C14": ({}, {"schedule.notice_date": date(2020, 11, 8)}, {"schedule.resolution_date": None}),
    "C15": ({}, {"schedule.effective_date": date(2021, 1, 4)}, {"schedule.effective_date": None}),
    "C16": (
        {"schedule.effective_date": date(2021, 3, 31)},
        {"schedule.effective_date": date(2021, 4, 1)},
        {"schedule.effective_date": None},
    ),
    "C18": (
        {},
        {"announced.schedule.record_date_in_substance": date(2020, 12, 31)},
        {"announced.schedule.record_date_in_substance": None},
    ),
    "C19": (
        {"schedule.effective_date": date(2021, 1, 4)},
        {},
        {"schedule.effective_date": None, "schedule.record_date": None},
    ),
    "C20": (
        {"announced.schedule.ex_date": date(2020, 12, 29)},
        {"announced.schedule.ex_date": date(2020, 12, 30)},
        {"announced.schedule.ex_date": date(2020, 12, 29), "schedule.record_date": None},
    ),
    "C22": ({}, {"options[].announced_shares_per_right": Decimal(401)}, {"options[].shares_per_right": None}),
    "C23": ({}, {"options[].announced_exercise_price": Decimal(501)}, {"options[].exercise_price": None}),
    "C24": (
        {},
        {"options[].effective_date": date(2021, 1, 4)},
        {"schedule.effective_date": None, "schedule.record_date": None},
    ),
    "C25": ({"announced.adr.neutral": True}, {"announced.adr.neutral": False}, {}),
    "C26": ({}, {"adr.effective_date": date(2021, 1, 1)}, {"adr.effective_date": None}),
    "C27": ({}, {"adr.closed_to": date(2021, 1, 3)}, {"adr.closed_to": None}),
    "C28": ({}, {"dividends[].record_date": date(2021, 9, 30)}, {"dividends[].record_date": None}),
    "C29": ({}, {"dividends[].amount": Decimal("8.50")}, {"dividends[].record_date": None}),
    "C30": (
        {"announced.dividends.total[FY2020]": Decimal("18.75")},
        {"announced.dividends.total[FY2020]": Decimal(29)},  # 20.50 before and 8.50 after the split
        {"announced.dividends.total[FY2020]": Decimal(29), "dividends[].amount": None},
    ),
    "C31": ({}, {"announced.prices.unit_factor": Decimal("0.25")}, {"split.new": None}),
    "C32": ({}, {"prices.share": Decimal(10_000)}, {"prices.share": None}),
    "C33": ({}, {"benefits[].threshold_after": 100}, {"benefits[].threshold": None}),
    "C36": (
        {},
        {"announced.shares.increase": 46_734_600 - 1_650_000},
        {"shares.treasury": None},
    ),
    "C38": (
        CONSOLIDATION,
        {**CONSOLIDATION, "schedule.notice_date": date(2020, 12, 18)},
        {**CONSOLIDATION, "schedule.notice_date": None},
    ),
    "C40": ({}, {"split.new": Decimal(5)}, {"split.new": None}),
    "C42": (
        {**TWO_CLASSES, "shares.authorized_after": 75_520_000},
        TWO_CLASSES,
        {**TWO_CLASSES, "shares.authorized_after": None},
    ),
}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize(("number", "state"), [(0, State.HOLDS), (1, State.FAILS), (2, State.UNKNOWN)])
def test_each_check_holds_fails_and_stays_open(check: str, number: int, state: State) -> None:
    assert finding(check, CASES[check][number]).state == state


def test_every_check_of_the_reference_is_stated_or_left_out_for_a_reason() -> None:
    assert sorted([*CHECKS, *LEFT_OUT]) == [f"C{number:02}" for number in range(1, 43)]


#: What a naive check takes for a mistake.
NOT_APPLICABLE: list[tuple[str, Changes]] = [
    ("C01", {"split.new": Decimal(1)}),  # the ADR ratio changes alone
    ("C02", {**FOREIGN, "split.new": Decimal("1.1")}),  # how another law rounds is not known
    ("C05", {"shares.by_meeting": True}),
    ("C05", TWO_CLASSES),
    ("C05", CONSOLIDATION),
    ("C06", {"shares.authorized_after": 75_520_000}),  # nothing is raised
    ("C08", {"options": ()}),
    ("C12", {"shares.authorized_after": 75_520_000}),  # nothing is amended
    ("C13", CONSOLIDATION),  # counted to the effective date: C38
    ("C15", NEW_YORK),
    ("C18", NEW_YORK),
    ("C18", {"schedule.record_date": date(2020, 12, 30), "announced.schedule.record_date_in_substance": None}),
    ("C19", NEW_YORK),
    ("C20", {}),  # not printed
    ("C22", {"options[].announced_shares_per_right": None}),
    ("C22", {"options[].kind": "convertible"}),
    ("C25", {"adr.old_adrs": None, "adr.old_shares": None}),
    ("C28", INTERIM_ONLY),
    ("C29", YEAR_END_ONLY),
    ("C30", {}),  # a dash is printed
    ("C31", {"announced.prices.unit_factor": None}),
    ("C32", {"company.currency": "USD"}),
    ("C36", {"shares.treasury": 0}),
    ("C38", {}),
    ("C40", CONSOLIDATION),
    ("C42", {}),
    ("C42", {**TWO_CLASSES, "shares.by_meeting": True}),
    *((check, FOREIGN) for check in ("C05", "C06", "C07", "C08", "C09", "C12", "C13", "C14", "C16", "C36")),
    ("C38", {**CONSOLIDATION, **FOREIGN}),
    ("C42", {**TWO_CLASSES, **FOREIGN}),
]


@pytest.mark.parametrize(("check", "changes"), NOT_APPLICABLE)
def test_what_a_check_does_not_speak_of_is_not_held_against_it(check: str, changes: Changes) -> None:
    assert finding(check, changes).state == State.NOT_APPLICABLE


#: Exceptions under which a naive check would cry wolf.
FINE: list[tuple[str, Changes]] = [
    ("C01", {**CONSOLIDATION, "announced.shares.increase": 42_061_140}),  # printed without its sign
    ("C02", CONSOLIDATION),
    ("C02", {"announced.shares.increase": None}),  # follows from the counts before and after
    ("C08", {"options[].rights": 10**6, "options[].exercise_from": date(2022, 1, 1)}),  # not exercisable yet
    ("C08", {"options[].rights": 10**6, "options[].exercise_to": date(2020, 12, 31)}),  # expired
    ("C13", {"schedule.notice_date": date(2020, 12, 15), "schedule.record_date": date(2020, 12, 30)}),
    ("C23", {"options[].kind": "one_yen", "options[].exercise_price": Decimal(1),
             "options[].announced_exercise_price": Decimal(1)}),
    ("C23", {"options[].exercise_price": Decimal(623), "options[].announced_exercise_price": Decimal(312)}),
    ("C24", {"options[].effective_date": date(2021, 1, 1), "schedule.effective_date": date(2021, 1, 4)}),  # day after
    ("C26", {"adr.effective_date": date(2021, 1, 8)}),  # some days later, as Sony
    ("C29", {"dividends[].amount": Decimal(15)}),  # cut, but not divided
    ("C29", {"dividends[].amount": Decimal(0), "dividends[].previous": Decimal(0)}),
    ("C30", {"announced.dividends.total[FY2020]": Decimal(17), "dividends": TWO_AFTER}),  # both after the split
    ("C31", {"split.new": Decimal(200), "company.unit": 1, "company.unit_after": 100}),  # the unit changes too
    ("C36", {"split.new": Decimal(2), "shares.may_increase": True}),
]  # fmt: skip


@pytest.mark.parametrize(("check", "changes"), FINE)
def test_known_exceptions_are_no_failures(check: str, changes: Changes) -> None:
    assert finding(check, changes).state == State.HOLDS


#: (check, changes under which it fails, how severe that is)
SEVERITIES: list[tuple[str, Changes, Severity]] = [
    ("C02", {"announced.shares.increase": 1, "shares.may_increase": None}, Severity.ERROR),
    ("C02", {"announced.shares.increase": 1, "shares.may_increase": True}, Severity.WARNING),
    ("C06", {"shares.authorized_after": 373_876_801}, Severity.ERROR),
    # Above four times before: 4 × 100 = 400 < 500 authorised.
    ("C06", {"shares.issued": 100, "shares.authorized": 500, "shares.authorized_after": 1000}, Severity.WARNING),
    # Only rounding takes it there: 13 issued, 52 authorised, 1:1.1 gives 57, but 4 × 14 = 56.
    ("C06", {"split.new": Decimal("1.1"), "shares.issued": 13, "shares.authorized": 52,
             "shares.authorized_after": 57}, Severity.WARNING),
    ("C12", {"articles.effective_date": date(2021, 2, 1)}, Severity.ERROR),
    ("C12", {"articles.effective_date": date(2021, 2, 1), "shares.by_meeting": True}, Severity.WARNING),
    ("C15", {"schedule.effective_date": date(2021, 1, 4)}, Severity.WARNING),
    ("C15", {"schedule.record_date": date(2005, 3, 31), "schedule.effective_date": date(2005, 5, 20)}, Severity.INFO),
]  # fmt: skip


@pytest.mark.parametrize(("check", "changes", "severity"), SEVERITIES)
def test_exceptions_make_a_failure_milder(check: str, changes: Changes, severity: Severity) -> None:
    found = finding(check, changes)
    assert (found.state, found.severity) == (State.FAILS, severity)


def test_on_the_seed_the_one_warning_is_the_dividend_raised_at_the_same_time() -> None:
    raised = Dividend("Year-end", "FY2020", date(2021, 3, 31), None, Decimal("10.25"), Decimal(17))
    book = book_of({"dividends": (raised,)})
    troubled = [found for found in findings(book) if found.is_trouble]
    assert [(found.check.id, found.severity) for found in troubled] == [("C28", Severity.WARNING)]
    assert message(troubled[0], book, locale_for("en")) == (
        "Dividend “Year-end” of 10.25 is not the earlier forecast 17.00 ÷2 = 8.50."
    )


@pytest.mark.parametrize("unit", [100, 15])
def test_a_consolidation_that_splits_trading_units_is_made_public_earlier(unit: int) -> None:
    """Articles 181 and 182-4: two weeks, and 20 days where the unit times the ratio is fractional."""
    last = date(2020, 12, 17) if unit == 100 else date(2020, 12, 11)
    changes = {**CONSOLIDATION, "company.unit": unit}
    assert finding("C38", {**changes, "schedule.notice_date": last}).state == State.HOLDS
    late = {**changes, "schedule.notice_date": date.fromordinal(last.toordinal() + 1)}
    assert finding("C38", late).state == State.FAILS


def test_one_row_that_differs_fails_whatever_another_one_lacks() -> None:
    rows = (series(shares_per_right=None), series(name="2nd", announced_shares_per_right=Decimal(1)))
    book = book_of({"options": rows})
    found = next(f for f in findings(book) if f.check.id == "C22")
    assert found.state == State.FAILS
    assert "“2nd”: 1 announced, 400" in message(found, book, locale_for("en"))
    assert goes_to(found, book) == "options[1].announced_shares_per_right"


def test_an_open_check_names_the_fields_that_it_waits_for() -> None:
    book = book_of({"shares.treasury": None, "options": (series(rights=None), series(name="2nd", rights=None))})
    found = next(f for f in findings(book) if f.check.id == "C08")
    assert missing_inputs(book, found.check.path) == ("options[0].rights", "options[1].rights", "shares.treasury")
    assert "Needs: Rights of 1st, 2nd, Treasury shares." in message(found, book, locale_for("en"))
    assert goes_to(found, book) == "options[0].rights"


def test_of_many_rows_the_first_are_named() -> None:
    book = book_of({"options": tuple(series(name=None, rights=None) for _ in range(300))})
    found = next(f for f in findings(book) if f.check.id == "C08")
    assert "Rights of No. 1, No. 2, No. 3 and 297 more" in message(found, book, locale_for("en"))


def test_a_mixed_total_leads_to_the_field_of_its_year() -> None:
    book = book_of(CASES["C30"][1])
    found = next(f for f in findings(book) if f.check.id == "C30")
    assert goes_to(found, book) == "announced.dividends.total[FY2020]"
    assert message(found, book, locale_for("en")) == (
        "The announced total of FY2020, 29.00, is on neither basis: 37.50 before and 18.75 after the split."
    )


def test_what_rests_on_a_field_that_cannot_be_read_is_open() -> None:
    scenario = changed(seed(), {"options[].exercise_from": None, "announced.schedule.ex_date": None})
    drafts = {"options[0].exercise_from": "next year", "announced.schedule.ex_date": "soon"}
    checked = inspected(calculate(scenario, drafts, calendars()))
    assert checked.value("checks.C08") is None
    assert checked.value("checks.C20") is None


def test_trouble_comes_first_and_notes_after_what_is_open() -> None:
    book = book_of({"shares.authorized_after": 1, "dividends[].amount": Decimal("8.50"), "shares.treasury": None})
    found = findings(book)
    assert [f.group for f in found] == sorted((f.group for f in found), key=list(Group).index)
    assert found[0].severity == Severity.ERROR
    assert len(found) == len(CHECKS)


def test_nothing_given_decides_nothing_against_it() -> None:
    book = Book(Scenario(), calculate(Scenario(), calendars=calendars()))
    assert {f.state for f in findings(book)} <= {State.UNKNOWN, State.NOT_APPLICABLE}


@given(scenarios(wide=True))
def test_every_scenario_is_told_in_both_languages(scenario: Scenario) -> None:
    book = Book(scenario, calculate(scenario, calendars=calendars()))
    for found in findings(book):
        for language in ("en", "ja"):
            assert message(found, book, locale_for(language))
        if found.state in (State.HOLDS, State.FAILS):
            path = found.check.path
            assert book.checked.value(f"{path}.found") is not None
            assert book.checked.value(f"{path}.wanted") is not None


@given(scenarios())
def test_taking_over_what_is_still_true_changes_no_check(scenario: Scenario) -> None:
    before = inspected(calculate(seed(), calendars=calendars()))
    results = calculate(scenario, calendars=calendars())
    assert inspected(results, before=before).scalars == inspected(results).scalars
    assert inspected(results, before=before).columns == inspected(results).columns


def test_every_check_names_figures_that_exist_and_is_a_formula_of_the_workbook() -> None:
    kinds, formulas = inspector().kinds, inspector().formulas
    for check in CHECKS.values():
        assert all(path in kinds for path in check.fields.values())
        for quantity in check.quantities():
            node = formulas[quantity.id]
            assert {*names(node), *columns(node)} <= set(kinds)
            assert excel(node, kinds, lambda path: path)
