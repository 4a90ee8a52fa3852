"""Terms: what is given. A term is one line in its section's dataclass."""

from collections.abc import Iterator, Sequence
from dataclasses import field, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, get_args

from .exact import Value, whole
from .formula import Kind
from .message import Message
from .path import table_of
from .record import record

Count = Annotated[int | None, Kind.COUNT]
Number = Annotated[Decimal | None, Kind.NUMBER]
Date = Annotated[date | None, Kind.DATE]
Text = Annotated[str | None, Kind.TEXT]
Flag = Annotated[bool | None, Kind.FLAG]
Choice = Annotated[str | None, Kind.CHOICE]

#: What a term may hold in a scenario.
Given = int | Decimal | date | str | bool

COUNT_LIMIT = 10**14
DECIMAL_DIGITS = 16
DECIMAL_PLACES = 6
TEXT_LIMIT = 1_000
#: Of a table: more than anybody has lots, and few enough to be calculated while one waits.
ROW_LIMIT = 50_000
YEARS = range(1900, 2200)


@record(frozen=True)
class Unit:
    """A unit; `{currency}` in its text stands for the company's currency."""

    text: str
    style: str = "number"  # number, money, per share, cents, ratio, percent


#: The styles of amounts of money.
MONEY_STYLES = ("money", "per share", "cents")

NO_UNIT = Unit("")
SHARES = Unit("shares")
RIGHTS = Unit("rights")
ADRS = Unit("ADRs")
MONEY = Unit("{currency}", "money")
PER_SHARE = Unit("{currency}", "per share")  # of money so little that hundredths are shown
OWN_MONEY = Unit("", "money")  # in the currency that stands beside it in its row
USD = Unit("USD", "cents")
RATIO = Unit("", "ratio")
PERCENT = Unit("%", "percent")


@record(frozen=True)
class Option:
    """One value of a choice: the code in the file and its words."""

    code: str
    text: str
    also: tuple[str, ...] = ()  # other words for it that tables use


@record(frozen=True)
class Term:
    """A given figure: `path` names it in the file, on the screen and in the workbook."""

    path: str
    kind: Kind
    label: str
    hint: str
    unit: Unit
    default: str
    options: tuple[Option, ...]
    positive: bool
    joins: str
    line: str
    signed: bool = False
    period: str = ""  # the fiscal year that its label names

    @property
    def words(self) -> Message:
        """The label, with the period that it names."""
        return Message(self.label, {"period": self.period} if self.period else {})

    @property
    def is_currency(self) -> bool:
        """Whether the text is a currency code of ISO 4217."""
        return self.name == "currency"

    @property
    def name(self) -> str:
        """The last part of the path: the field in its section."""
        return self.path.rpartition(".")[2]

    @property
    def table(self) -> str:
        """The section of rows that the term is a column of, or nothing."""
        return table_of(self.path)


def term(
    label: str,
    hint: str,
    unit: Unit = NO_UNIT,
    *,
    default: str = "",
    options: tuple[Option, ...] = (),
    positive: bool = False,
    joins: str = "",
    line: str = "",
) -> Any:
    """Declare a term: words, unit, and `default`, a formula for the value in force where none is given.

    `positive` refuses zero; `joins` is the sign that joins the field to the next one on a line, which is called `line`.
    """
    parts = {"label": label, "hint": hint, "unit": unit, "default": default}
    joined = {"joins": joins, "line": line}
    return field(default=None, metadata={**parts, "options": options, "positive": positive, **joined})


def options_of(section: type, name: str) -> tuple[Option, ...]:
    """The options of a choice that a section declares."""
    found: tuple[Option, ...] = next(f for f in fields(section) if f.name == name).metadata["options"]
    return found


def terms(section: type, prefix: str) -> tuple[Term, ...]:
    """The terms of a section's dataclass, in order, their paths under `prefix` (`shares`, `options[]`)."""
    hints = section.__annotations__
    return tuple(
        Term(path=f"{prefix}.{f.name}", kind=get_args(hints[f.name])[-1], **f.metadata) for f in fields(section)
    )


class Row:
    """Base of the frozen dataclasses whose instances are rows of a table."""

    @cached_property
    def exact(self) -> tuple[Value | None, ...]:
        """The cells as formulas take them, in field order."""
        return tuple(exact_value(value) for value in self.__dict__.values())


def exact_value(value: Given | None) -> Value | None:
    """A given value as formulas take it: decimals become whole numbers or fractions."""
    return whole(Fraction(value)) if isinstance(value, Decimal) else value


def exact_columns(rows: Sequence[Row], width: int) -> Iterator[list[Value | None]]:
    """The given columns of a table, `width` of them, each as long as there are rows."""
    if not rows:
        return ([] for _ in range(width))
    return (list(column) for column in zip(*(row.exact for row in rows), strict=True))
