"""Which terms stand in which form, what opens at first, and the totals that come with the periods of the rows."""

from collections import Counter
from decimal import Decimal

from desktop.domain.dividends import Dividend
from desktop.domain.scenario import ROWS, SECTIONS, Scenario
from desktop.presentation.forms import FORMS, MOST_PERIODS, FormSection, folded_at_first, is_total, totals_of

DIVIDENDS = next(form for form in FORMS if form.name == "dividends")
OPTIONS = next(form for form in FORMS if form.name == "options")


def totals(*periods: str | None, drafts: tuple[str, ...] = (), **announced: str) -> list[str]:
    """What stands after the path of the printed total, for rows of these periods."""
    printed = {f"dividends.total[{period}]": Decimal(total) for period, total in announced.items()}
    scenario = Scenario(dividends=tuple(Dividend(period=period) for period in periods), announced=printed)
    return [path.removeprefix("announced.dividends.total") for path in totals_of(DIVIDENDS, scenario, drafts)]


def test_every_section_has_its_form_once_but_the_ratio_of_ones_own() -> None:
    """That one stands on the results, beside what it gives."""
    shown = Counter(name for form in FORMS for name in (*form.sections, form.table) if name)
    assert shown == Counter([*SECTIONS, *ROWS]) - Counter(["candidate"])


def test_sections_stand_in_the_order_of_an_announcement() -> None:
    assert [form.name for form in FORMS] == [
        "company", "split", "schedule", "shares", "options", "adr", "dividends", "benefits", "prices", "holdings",
    ]  # fmt: skip


def test_the_company_is_open_while_nothing_is_given() -> None:
    assert set(folded_at_first(empty=False)) - set(folded_at_first(empty=True)) == {"company"}
    assert not {"split", "schedule", "shares"} & set(folded_at_first(empty=False))


def test_each_period_has_a_total_in_the_order_of_the_rows() -> None:
    assert totals("FY2021", "FY2020", None, "FY2021") == ["[FY2021]", "[FY2020]"]


def test_rows_without_periods_have_one_total_and_no_rows_none() -> None:
    assert totals(None, None) == [""]
    assert totals() == []
    assert totals_of(OPTIONS, Scenario(), ()) == ()


def test_what_was_printed_for_a_period_that_has_gone_keeps_its_field() -> None:
    assert totals("FY2021", FY2020="34") == ["[FY2021]", "[FY2020]"]
    assert totals(drafts=("announced.dividends.total[FY2020]", "shares.issued")) == ["[FY2020]"]


def test_periods_that_a_file_cannot_name_have_no_field() -> None:
    assert totals("FY[2020]", "x" * 81, "FY2021") == ["[FY2021]"]


def test_a_table_of_many_periods_has_a_few_fields() -> None:
    assert len(totals(*map(str, range(10_000)))) == MOST_PERIODS


def test_totals_belong_to_their_section() -> None:
    held = [form.name for form in FORMS if is_total(form, "announced.dividends.total[FY2020]")]
    assert held == ["dividends"]
    assert not is_total(DIVIDENDS, "announced.dividends.pre_split[FY2020]")
    assert not is_total(FormSection("empty", "Empty"), "announced.")
