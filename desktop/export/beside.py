"""What stands beside a cell: the word of its code, or the weekday of its date. Live, so that it follows."""

from datetime import date, timedelta

from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.term import Option
from . import figures
from .edition import Content
from .names import codes_name, defined_name
from .page import Page
from .rules import quoted
from .styles import Look

FLAG_OPTIONS = (Option("yes", N_("yes")), Option("no", N_("no")))
_SUNDAY = date(2023, 1, 1)


def options_of(path: str, kind: Kind) -> tuple[Option, ...]:
    """The codes and words of a choice or a flag."""
    if kind == Kind.FLAG:
        return FLAG_OPTIONS
    return figures.options_of(path)


def list_name(path: str, kind: Kind) -> str:
    """The name of the list of a choice's codes; all flags share one."""
    return codes_name("flag" if kind == Kind.FLAG else path)


def word_formula(cell: str, codes: str) -> str:
    """The word of the code in a cell, looked up in a named list."""
    return f'IFERROR(VLOOKUP({cell},{codes},2,FALSE),"")'


def word_of(page: Page, options: tuple[Option, ...], value: object) -> str | None:
    """The word of a code now; nothing for a code that is none."""
    code = ("yes" if value else "no") if isinstance(value, bool) else value
    return next((page.edition.words.title(o.text) for o in options if o.code == code), None)


def put_beside(page: Page, row: int, column: int, path: str, kind: Kind) -> None:
    """The word of a named cell's code; where two languages share a date format, the weekday of its date."""
    cell, value = defined_name(path), page.edition.book.value(path)
    if kind in (Kind.FLAG, Kind.CHOICE):
        word = word_of(page, options_of(path, kind), value)
        page.put_content(row, column, Look.UNIT, Content(word, word_formula(cell, list_name(path, kind))))
    elif kind == Kind.DATE and page.edition.words.mode == "both":
        page.put_content(row, column, Look.UNIT, weekday_content(page, cell, value))
    else:
        page.put(row, column, Look.UNIT)


def weekday_content(page: Page, cell: str, value: object) -> Content:
    """The weekday of the date in a cell."""
    words = page.edition.words
    days = (quoted(words.weekday(_SUNDAY + timedelta(days=n))) for n in range(7))
    now = words.weekday(value) if isinstance(value, date) else None
    return Content(now, f'IF({cell}="","",CHOOSE(WEEKDAY({cell}),{",".join(days)}))')
