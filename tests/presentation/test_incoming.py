"""Tables from elsewhere: which line holds the headings, what the columns are, which rows are taken."""

from decimal import Decimal

import pytest

from desktop.domain.holdings import Lot
from desktop.domain.scenario import COLUMNS
from desktop.i18n import LANGUAGES, locale_for
from desktop.presentation.clipboard import Block
from desktop.presentation.headings import CODE, choice_within, guessed, heading_row
from desktop.presentation.html_tables import largest_table
from desktop.presentation.incoming import is_own, received, same_code
from desktop.presentation.row_edits import Rows

#: A statement in the manner of Japanese brokers: titles, a heading for each kind of account, totals.
SECTIONS = """保有証券一覧

株式（現物/特定預り）
銘柄コード,銘柄名称,保有株数,売却注文中,取得単価,現在値,取得金額
3774,ＩＩＪ,"1,000",--,"2,150",5290,2150000
7203,トヨタ,100,--,2000,2100,200000
合計,,,,,,2350000

株式（現物/NISA預り）
銘柄コード,銘柄名称,保有株数,売却注文中,取得単価,現在値,取得金額
3774,ＩＩＪ,50,--,約3000円,5290,150000
"""
ONE_LIST = """種別,銘柄コード・ティッカー,銘柄,口座,保有数量［株］,平均取得価額（円）,約定日
国内株式,3774,IIJ,特定,"1,000","2,150.00",2020/12/29 09:01:02
米国株式,IIJIY,IIJ,一般,20,12.5,2020-12-28
"""


def taken(text: str, code: str = "", page: str = "") -> list[dict[str, str]]:
    came = received("holdings", text, page)
    return came.taken(came.guess(), code)


def test_statement_in_sections_is_read_with_the_account_types_of_its_titles() -> None:
    assert taken(SECTIONS, "3774") == [
        {"quantity": "1,000", "cost": "2,150", "account_type": "specified"},
        {"quantity": "50", "cost": "約3000円", "account_type": "nisa"},
    ]


def test_all_securities_are_there_without_a_code() -> None:
    assert [row["quantity"] for row in taken(SECTIONS)] == ["1,000", "100", "50"]


def test_list_with_an_account_column_that_holds_types() -> None:
    came = received("holdings", ONE_LIST)
    assert came.guess() == ["kind", CODE, "", "account_type", "quantity", "cost", "acquired"]
    assert taken(ONE_LIST, "3774") == [
        {"kind": "国内株式", "account_type": "特定", "quantity": "1,000", "cost": "2,150.00", "acquired": "2020/12/29"}
    ]


def test_account_column_that_holds_names_is_the_account() -> None:
    came = received("holdings", "口座\t数量\nみどり証券\t100\n")
    assert came.guess() == ["account", "quantity"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            "Symbol\tQty\tAverage Cost\tTrade Date\nIIJIY\t12\t$20.50\t12/30/2019",
            [CODE, "quantity", "cost", "acquired"],
        ),
        ("Account;Shares;Cost/Share\nA;1;2\n", ["account", "quantity", "cost"]),
        ("約定日,数量(株),約定単価(円)\n2020/12/30,100,2150\n", ["acquired", "quantity", "cost"]),
        ("参考：平均取得単価[円]\t保有数量\t備考\n1\t2\t3\n", ["cost", "quantity", ""]),
    ],
)
def test_headings_are_known_in_both_languages(text: str, columns: list[str]) -> None:
    assert received("holdings", text).guess() == columns


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_own_headings_are_known(table: str, language: str) -> None:
    headings = [locale_for(language).text(term.label) for term in COLUMNS[table]]
    came = received(table, "\t".join(headings) + "\n" + "\t".join("1" for _ in headings))
    assert is_own(came, 0)
    assert came.guess() == [term.name for term in COLUMNS[table]]


def test_rows_without_headings_have_none() -> None:
    assert received("holdings", "Broker\tNISA\tADR\t2020-12-30\n").heading == -1
    assert heading_row("options", [["1st", "138"], ["2nd", "142"]]) == -1


def test_without_headings_columns_are_taken_in_order() -> None:
    came = received("benefits", "100\tRice\t200\tmore\n")
    assert came.guess() == ["threshold", "text", "threshold_after", ""]
    assert came.guess(2) == ["threshold_after", "", "", ""]


def test_headings_can_be_switched_on_and_off() -> None:
    came = received("benefits", "a\tb\n100\tRice\n")
    assert came.heading == -1
    on = came.with_headings(on=True)
    assert (on.headings, on.rows) == (["a", "b"], [["100", "Rice"]])
    assert on.with_headings(on=False).rows == came.rows


def test_no_two_columns_are_the_same() -> None:
    assert guessed("holdings", ["数量", "株数", "残高"], [["1"], ["2"], ["3"]]) == ["quantity", "", ""]


@pytest.mark.parametrize(
    ("cell", "code", "same"),
    [
        ("3774", "3774", True), ("3774.T", "3774", True), ("37740", "3774", True), ("IIJ (3774)", "3774", True),
        ("３７７４", "3774", True), ("13774", "3774", False), ("130A", "130a", True), ("", "3774", False),
    ],
)  # fmt: skip
def test_codes_are_compared_as_people_do(cell: str, code: str, same: bool) -> None:
    assert same_code(cell, code) is same


def test_choice_is_found_within_a_longer_text_if_it_is_clear() -> None:
    term = next(term for term in COLUMNS["holdings"] if term.name == "account_type")
    assert choice_within(term, "株式（現物/特定預り）") == "specified"
    assert choice_within(term, "特定") == "特定"
    assert choice_within(term, "特定 一般") == "特定 一般"
    assert choice_within(term, "something") == "something"


def test_what_cannot_be_read_becomes_a_draft() -> None:
    edit = Rows("holdings", (), {}).taken(taken(SECTIONS, "3774"), 0, 0)
    assert edit.rows == [
        Lot(account_type="specified", quantity=Decimal(1000), cost=Decimal(2150)),
        Lot(account_type="nisa", quantity=Decimal(50)),
    ]
    assert edit.drafts == {"holdings[1].cost": "約3000円"}


def test_table_of_a_page_is_taken_where_the_text_has_lost_its_columns() -> None:
    page = "<html><body><table><tr><th>数量<th>取得単価</tr><tr><td>1,000<br>株<td>2,150</table></body></html>"
    assert taken("数量\n取得単価\n1,000\n2,150", page=page) == [{"quantity": "1,000\n株", "cost": "2,150"}]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", [["a", "b"], ["c"]]),
        ("<table><tr><td colspan=2>a<td>b</tr></table>", [["a", "", "b"]]),
        ("<table><tr><td rowspan=2>a<td>b</tr><tr><td>c</td></tr></table>", [["a", "b"], ["a", "c"]]),
        ("<table><tr><td>x</table><table><tr><td>1<td>2</table>", [["1", "2"]]),
        ("<table><tr><td><script>evil()</script>a &amp; b<style>x</style></table>", [["a & b"]]),
        ("<table><tr><td colspan=999999999>a</table>", [["a", *[""] * 199]]),
        ("<td>astray</td> no table", []),
        ("<table><tr><td><table><tr><td>in<td>ner</table>outer</table>", [["in", "ner"]]),
    ],
)
def test_tables_of_pages(page: str, lines: Block) -> None:
    assert largest_table(page) == lines
