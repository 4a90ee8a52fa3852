"""The split in words, and in the conventions of both countries."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.holdings import Lot
from desktop.domain.scenario import Scenario
from desktop.domain.schedule import Schedule
from desktop.domain.split import Split
from desktop.export.notation import NOTATIONS, Parts
from desktop.i18n import locale_for
from desktop.presentation.plain import report
from desktop.presentation.wording import adr_sentence, company_line, conventions, split_sentence, step_words
from tests.presentation.books import dated

EN, JA = locale_for("en"), locale_for("ja")

#: old, new, the sentence in English and Japanese, and the notations.
SPLITS = [
    ("1", "2", "Each 1 share becomes 2 shares", "1株につき2株の割合で分割",
     "1:2 2-for-1 +1 ×2 ÷2"),
    ("1", "1.1", "Each 1 share becomes 1.1 shares", "1株につき1.1株の割合で分割",
     "1:1.1 1.1-for-1 +1/10 ×11/10 ×10/11"),
    ("5", "6", "Every 5 shares become 6 shares", "5株につき6株の割合で分割",
     "5:6 6-for-5 +1/5 ×6/5 ×5/6"),
    ("10", "1", "Every 10 shares are consolidated into 1 share", "10株につき1株の割合で併合",
     "10:1 1-for-10 −9/10 ÷10 ×10"),
    ("7", "3", "Every 7 shares are consolidated into 3 shares", "7株につき3株の割合で併合",
     "7:3 3-for-7 −4/7 ×3/7 ×7/3"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "english", "japanese", "notations"), SPLITS)
def test_a_split_says_its_direction(old: str, new: str, english: str, japanese: str, notations: str) -> None:
    split = Split(Decimal(old), Decimal(new))
    sentence = split_sentence(split)
    assert sentence is not None
    assert (EN.text(sentence), JA.text(sentence)) == (english, japanese)
    assert [EN.text(c.text) for c in conventions(split)] == notations.split()


@pytest.mark.parametrize(("old", "new"), [(s[0], s[1]) for s in SPLITS])
def test_screen_and_workbook_write_the_ratio_alike(old: str, new: str) -> None:
    split = Split(Decimal(old), Decimal(new))
    lowest = Fraction(new) / Fraction(old)
    parts = Parts(Fraction(old), Fraction(new), Fraction(lowest.numerator), Fraction(lowest.denominator))
    assert [n.text(parts) for n in NOTATIONS] == [EN.text(c.text) for c in conventions(split)]
    assert [n.label for n in NOTATIONS] == [c.name for c in conventions(split)]


def test_an_unfinished_ratio_says_nothing() -> None:
    assert split_sentence(Split(Decimal(1), None)) is None
    assert conventions(Split()) == ()


def test_adr_ratios() -> None:
    pairs = [(2, 1), (1, 10), (13, 10), (1, 1)]
    said = [EN.text(adr_sentence(*pair)) for pair in pairs]  # type: ignore[arg-type]  # all are complete
    assert said == ["2 ADRs = 1 share", "1 ADR = 10 shares", "13 ADRs = 10 shares", "1 ADR = 1 share"]
    assert adr_sentence(1, None) is None


def test_the_company_has_the_brackets_of_the_language() -> None:
    scenario = Scenario(company=Company(name="IIJ", code="3774"))
    assert (company_line(scenario, EN), company_line(scenario, JA)) == ("IIJ (3774)", "IIJ（3774）")


@pytest.mark.parametrize(
    ("kind", "paths", "said"),
    [
        ("edit", ("shares.issued",), "Issued shares"),
        ("edit", ("options[3].rights",), "Rights"),
        ("edit", ("split.old", "split.new"), "Shares before"),
        ("edit", ("options[3]",), "change of the table"),
        ("paste", ("options[0]", "options[1].rights"), "change of the table"),
        ("insert", ("options[3]",), "insert rows"),
        ("edit", ("announced.shares.increase",), "Increase in issued shares"),
        ("edit", ("announced.dividends.total[FY2020]",), "Announced total FY2020"),
        ("edit", ("announced.schedule.ex_date",), "Ex-rights date"),
    ],
)
def test_a_step_of_the_history_has_words(kind: str, paths: tuple[str, ...], said: str) -> None:
    assert EN.text(step_words(kind, paths)) == said


@pytest.mark.parametrize(
    ("new", "said", "unsaid"), [("2", "分割考慮後", "併合考慮後"), ("0.1", "併合考慮後", "分割考慮後")]
)
def test_headings_of_dividends_and_lots_suit_the_event(new: str, said: str, unsaid: str) -> None:
    scenario = Scenario(
        split=Split(Decimal(1), Decimal(new)),
        schedule=Schedule(effective_date=date(2021, 4, 1)),
        dividends=(Dividend(label="期末", amount=Decimal(60), record_date=date(2021, 9, 30)),),
        holdings=(Lot("A", quantity=Decimal(1000), cost=Decimal(300)),),
    )
    printed = report(dated(scenario, {}), JA).replace("\u200b", "")
    assert (said in printed, f"単価（{said[:2]}後）" in printed) == (True, True)
    assert f"単価（{unsaid[:2]}後）" not in printed
