"""What the issuer printed, as input cells beside the calculated ones, and whether the two agree."""

from ..domain.exact import Value
from ..domain.path import ANNOUNCED
from ..domain.scenario import QUANTITIES
from ..domain.term import exact_value
from ..presentation.layout import kind_of, unit_of
from ..presentation.table import AGREEMENT_WORDS, Agreement
from .edition import Content
from .formats import format_of
from .names import announced_name, defined_name
from .page import Page, letter
from .rules import accept, show_parts, state_text
from .styles import Look
from .values import alike, holds_value


def put_announced(page: Page, row: int, column: int, path: str) -> None:
    """The input cell of what the issuer printed for a quantity; where it stands already, what that cell shows."""
    edition, name = page.edition, announced_name(path)
    number = format_of(kind_of(path), unit_of(path), edition.decimals)
    if edition.is_named(f"{ANNOUNCED}{path}"):
        page.put_content(row, column, Look.RESULT, Content(_printed(page, path), f'IF({name}="","",{name})'), number)
    else:
        page.put(row, column, Look.ANNOUNCED, edition.book.announced(path), number)
        page.name(name, row, column)
        accept(page, f"{letter(column)}{row}", kind_of(path), signed=QUANTITIES[path].signed)
    show_parts(page, f"{letter(column)}{row}", number)


def put_state(page: Page, row: int, column: int, path: str) -> None:
    """Whether the printed figure is the calculated one: a live word."""
    calculated, printed = page.edition.book.value(path), _printed(page, path)
    word = state_word(page, printed, calculated)
    # A spreadsheet would call numbers equal that are nearly so.
    formula = "" if alike(printed, calculated) else state_formula(page, announced_name(path), defined_name(path))
    page.put_content(row, column, Look.STATE, Content(word, formula))


def _printed(page: Page, path: str) -> Value | None:
    value = page.edition.book.announced(path)
    return None if value is None else exact_value(value)


def state_formula(page: Page, printed: str, calculated: str) -> str:
    """The formula of a state, over two cells."""
    agrees, differs = (state_text(page, state) for state in (Agreement.AGREES, Agreement.DIFFERS))
    return f'IF(OR({printed}="",{calculated}=""),"",IF({printed}={calculated},{agrees},{differs}))'


def state_word(page: Page, printed: Value | None, calculated: Value | None) -> str | None:
    """The word of a state; nothing while one of the two is missing."""
    if not (holds_value(printed) and holds_value(calculated)):
        return None
    return page.edition.words.title(AGREEMENT_WORDS[Agreement.AGREES if printed == calculated else Agreement.DIFFERS])
