"""What cells accept and how they change their looks: validations and conditional formats."""

from collections.abc import Sequence
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.term import COUNT_LIMIT, DECIMAL_DIGITS, YEARS
from ..presentation.table import AGREEMENT_WORDS, Agreement
from .formats import PARTS, Format
from .page import Page

_ERRORS = {
    Kind.COUNT: N_("Enter a whole number of at most 100,000,000,000,000."),
    Kind.NUMBER: N_("Enter a number that is not negative."),
    Kind.DATE: N_("Enter a date from 1900-03-01 to 2199."),
    Kind.FLAG: N_("Enter yes or no."),
    Kind.CHOICE: N_("Enter one of the codes in the list."),
}
_POSITIVE = N_("Enter a number above zero.")

_TITLE_LIMIT, _TEXT_LIMIT = 32, 255


def accept(page: Page, cells: str, kind: Kind, *, label: str = "", hint: str = "", codes: Sequence[str] = (),
           positive: bool = False, signed: bool = False) -> None:  # fmt: skip
    """Let cells take what their term takes, with its hint beside and a sentence where it is refused."""
    if kind not in _ERRORS:
        return
    words = page.edition.words
    rule = DataValidation(**_condition(kind, codes, positive, signed), allow_blank=True, showErrorMessage=True)
    rule.errorStyle = "stop"
    rule.error = _cut(words.sentence(_POSITIVE if positive else _ERRORS[kind]), _TEXT_LIMIT)
    if label and hint:
        rule.showInputMessage = True
        rule.promptTitle = _cut(words.title(label), _TITLE_LIMIT)
        rule.prompt = _cut(words.lines(hint), _TEXT_LIMIT)
    rule.sqref = cells
    page.sheet.add_data_validation(rule)


def _condition(kind: Kind, codes: Sequence[str], positive: bool, signed: bool) -> dict[str, Any]:
    match kind:
        case Kind.COUNT:
            least, most = -COUNT_LIMIT if signed else 0, COUNT_LIMIT
            return {"type": "whole", "operator": "between", "formula1": str(least), "formula2": str(most)}
        case Kind.NUMBER:
            least = -(10**DECIMAL_DIGITS) if signed else 0
            operator = "greaterThan" if positive else "greaterThanOrEqual"
            return {"type": "decimal", "operator": operator, "formula1": str(least)}
        case Kind.DATE:
            return {
                "type": "date", "operator": "between",
                "formula1": "DATE(1900,3,1)", "formula2": f"DATE({YEARS[-1]},12,31)",
            }  # fmt: skip
    return {"type": "list", "formula1": f'"{",".join(codes or ("yes", "no"))}"'}


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def show_parts(page: Page, cells: str, number: Format) -> None:
    """Give values that are not whole their decimals; a format alone would leave a bare point behind whole ones."""
    if number not in PARTS:
        return
    first = _first(cells)
    whole = f"ROUND({first},6)" if number == Format.RATIO else f"INT({first})"
    code = page.edition.styles.formats[PARTS[number]]
    style = DifferentialStyle(numFmt=NumberFormat(numFmtId=200 + list(PARTS).index(number), formatCode=code))
    _when(page, cells, f"IF(ISNUMBER({first}),{first}<>{whole},FALSE)", style)


def show_state(page: Page, cells: str) -> None:
    """Box the word of what differs."""
    _when(page, cells, f"{_first(cells)}={state_text(page, Agreement.DIFFERS)}", _boxed())


def show_findings(page: Page, cells: str, mark: str) -> None:
    """Box the word of what fails, by the first cell of the marks; a note is bold, what cannot be decided grey."""
    _when(page, cells, f'OR({mark}="error",{mark}="warning")', _boxed())
    _when(page, cells, f'{mark}="info"', DifferentialStyle(font=Font(b=True)))
    grey = DifferentialStyle(font=Font(i=True, color="7F7F7F"))
    _when(page, cells, f'OR({mark}="unknown",{mark}="not_applicable")', grey)


def _boxed() -> DifferentialStyle:
    box = Side(style="thin", color="9C0006")
    return DifferentialStyle(
        font=Font(b=True, color="9C0006"), fill=PatternFill(bgColor="FADBD8"),
        border=Border(left=box, right=box, top=box, bottom=box),
    )  # fmt: skip


def state_text(page: Page, state: Agreement) -> str:
    """The word of a state as a formula writes it."""
    return quoted(page.edition.words.title(AGREEMENT_WORDS[state]))


def show_changed(page: Page, cells: str, exported: str) -> None:
    """Mark inputs that are no longer what was exported; `exported` is the first cell of the exported column."""
    style = DifferentialStyle(font=Font(b=True, color="0000FF"), fill=PatternFill(bgColor="FFE699"))
    _when(page, cells, f"{_first(cells)}<>{exported}", style)


def show_stale(page: Page, cells: str) -> None:
    """Strike sentences through that were written before an input was changed."""
    _when(page, cells, "inputs.changed>0", DifferentialStyle(font=Font(strike=True, color="7F7F7F")))


def show_closed(page: Page, cells: str, condition: str) -> None:
    """Shade the days on which the market is closed."""
    _when(page, cells, condition, DifferentialStyle(fill=PatternFill(bgColor="E7E7E7")))


def _when(page: Page, cells: str, condition: str, style: DifferentialStyle) -> None:
    page.sheet.conditional_formatting.add(cells, Rule(type="expression", dxf=style, formula=[condition]))


def _first(cells: str) -> str:
    return cells.split(maxsplit=1)[0].partition(":")[0]


def quoted(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'
