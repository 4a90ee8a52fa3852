"""The functions of the formula language: a record each, with its value and its text in a workbook.

A function over a whole column, such as `SUM`, prepares the column once and looks its answer up for every row, so that
a thousand rows that ask for their share of a total do not add the column up a thousand times.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from . import exact
from .calendar import add_months
from .exact import Exact, NoValueError
from .grouping import Groups, Ordered, Ranks, first_rows, tally
from .record import record

PLACES = 10**6

#: The text of a function in a workbook, from the texts of its arguments.
Excel = Callable[..., str]


@record(frozen=True)
class Function:
    """One function: how many arguments it takes (None: two or more), its exact value, and its text in a workbook.

    `columns` says how many of the first arguments are whole columns; `prepare` makes of them what `value` looks into.
    `divides` is the argument that must not be zero, `limits` the workbook's conditions under which there is no value.
    """

    arguments: int | None
    value: Callable[..., Any]
    excel: Excel
    columns: int = 0
    prepare: Callable[..., Any] | None = None
    divides: int | None = None
    limits: Callable[..., Sequence[str]] | None = None
    is_date: bool = False
    is_partial: bool = False  # may have no value though all its arguments have one


def _joined(name: str) -> Excel:
    return lambda *arguments: f"{name}({','.join(arguments)})"


def _factor(text: str) -> str:
    return text if text.replace(".", "").replace("_", "").replace("$", "").isalnum() else f"({text})"


def _rest(n: str, a: str, b: str) -> str:
    """What is left of n after division by b, times a. MOD gives #NUM! in Excel where n/b is beyond 10^12."""
    return f"({_factor(n)}-QUOTIENT({n},{b})*{_factor(b)})*{_factor(a)}"


def _muldiv(n: str, a: str, b: str) -> str:
    return f"QUOTIENT({n},{b})*{_factor(a)}+QUOTIENT({_rest(n, a, b)},{b})"


def _remainder(n: str, a: str, b: str) -> str:
    rest = _rest(n, a, b)
    return f"{rest}-QUOTIENT({rest},{b})*{_factor(b)}"


def _numerator(a: str, b: str) -> str:
    top, bottom = f"ROUND({_factor(a)}*{PLACES},0)", f"ROUND({_factor(b)}*{PLACES},0)"
    return f"{top}/GCD({top},{bottom})"


def _rounding(name: str) -> Excel:
    # Rounded to hidden digits first: a double such as 2.1499999999999999 means 2.15.
    return lambda x, digits: f"{name}(ROUND({x},{_hidden(digits)}),{digits})"


def _hidden(digits: str) -> str:
    return str(int(digits) + 6) if digits.lstrip("-").isdigit() else f"{digits}+6"


def _round_by(x: str, code: str) -> str:
    digits = f'IF(RIGHT({code},2)="_1",0,IF(RIGHT({code},4)="0.01",2,1))'
    plain = f"ROUND({x},{digits}+6)"
    return (
        f'IF(LEFT({code},2)="up",ROUNDUP({plain},{digits}),IF(LEFT({code},4)="down",ROUNDDOWN({plain},{digits}),'
        f'IF(LEFT({code},4)="half",ROUND({plain},{digits}),{x})))'
    )


def _of_complete(pick: Callable[..., Any]) -> Callable[[Sequence[Any]], Any]:
    return lambda column: pick(column) if column and None not in column else None


def _found(answer: Any) -> Any:
    if answer is None:
        raise NoValueError
    return answer


def _incomplete(cells: str, *_: str) -> list[str]:
    return [f"COUNT({cells})<ROWS({cells})"]


#: Business days are counted from no day so near to the end of a calendar that the count could leave it.
MARGIN = timedelta(days=31)


def _workday(day: date, count: Exact, calendar: Any) -> date:
    inside = calendar.first + MARGIN <= day <= calendar.last - MARGIN
    return _found(calendar.workday(day, int(count)) if inside else None)  # type: ignore[no-any-return]


def _outside(day: str, _: str, calendar: str) -> list[str]:
    return [f"{day}<{calendar}.from", f"{day}>{calendar}.to"]


def _lag(day: date, settlement: Any) -> int:
    return _found(settlement.lag(day))  # type: ignore[no-any-return]


def _edate(day: date, months: Exact) -> date:
    return _found(add_months(day, int(months)))  # type: ignore[no-any-return]


def _index(column: Sequence[Any], number: Exact) -> Any:
    return _found(column[int(number) - 1] if 1 <= number <= len(column) else None)


def _choose(number: Exact, *values: Any) -> Any:
    return _found(values[int(number) - 1] if 1 <= number <= len(values) else None)


def _join(*parts: Any) -> str:
    return "|".join("" if part is None else str(part) for part in parts)


def _match(cells: str, value: str) -> str:
    return f"MATCH({value},{cells},0)"


def escaped(text: str) -> str:
    """The text of a text in a workbook as MATCH takes it for itself, wild cards and all."""
    for sign in "~*?":
        text = f'SUBSTITUTE({text},"{sign}","~{sign}")'
    return text


FUNCTIONS: dict[str, Function] = {
    # Arithmetic
    "MULDIV": Function(3, exact.muldiv, _muldiv, divides=2),  # n * a / b rounded down, for whole numbers of any size
    "REMAINDER": Function(3, exact.remainder, _remainder, divides=2),  # what is left of n * a after division by b
    "NUMERATOR": Function(2, exact.numerator, _numerator, divides=1),  # of a / b in lowest terms, six decimals at most
    "ROUND": Function(2, exact.round_half_up, _rounding("ROUND")),
    "ROUNDUP": Function(2, exact.round_up, _rounding("ROUNDUP")),
    "ROUNDDOWN": Function(2, exact.round_down, _rounding("ROUNDDOWN")),
    "ROUNDBY": Function(2, exact.round_by, _round_by),  # by a rounding code such as "up_0.1"
    "MIN": Function(None, min, _joined("MIN")),
    "MAX": Function(None, max, _joined("MAX")),
    "CHOOSE": Function(None, _choose, _joined("CHOOSE"), is_partial=True),
    # Conditions
    "IF": Function(3, lambda c, a, b: a if c else b, _joined("IF")),
    "DEFAULT": Function(2, lambda a, b: b if a is None else a, _joined("IF")),
    "AND": Function(None, lambda *all_: all(all_), _joined("AND")),
    "OR": Function(None, lambda *any_: any(any_), _joined("OR")),
    "NOT": Function(1, lambda c: not c, _joined("NOT")),
    "KNOWN": Function(1, lambda x: x is not None, lambda x: f'{x}<>""'),  # does not reach the name in it
    # Dates
    "WORKDAY": Function(3, _workday, _joined("WORKDAY"), limits=_outside, is_date=True, is_partial=True),
    "EDATE": Function(2, _edate, _joined("EDATE"), is_date=True, is_partial=True),
    "DATE": Function(3, date, _joined("DATE"), is_date=True),
    # Tables that stand in the workbook under a name
    "LAG": Function(
        2, _lag, lambda day, table: f"VLOOKUP({day},{table},2)",
        limits=lambda day, table: [f"{day}<INDEX({table},1,1)"], is_partial=True,
    ),
    "STEP": Function(  # of the first row whose limit the number does not pass
        2, lambda x, steps: _found(steps.step(x)),
        lambda x, table: f"INDEX({table},SUMPRODUCT(--(INDEX({table},0,1)<{x}))+1,2)", is_partial=True,
    ),
    "PRINTED": Function(  # what the issuer printed for a period; in the workbook a cell to type into
        2, lambda period, totals: _found(totals.get(period)), _joined("PRINTED"), is_partial=True,
    ),
    # Whole columns
    "SUM": Function(1, _found, _joined("SUM"), 1, exact.total, limits=_incomplete, is_partial=True),
    "LEAST": Function(1, _found, _joined("MIN"), 1, _of_complete(min), limits=_incomplete, is_partial=True),
    "MOST": Function(1, _found, _joined("MAX"), 1, _of_complete(max), limits=_incomplete, is_partial=True),
    "COUNT": Function(1, lambda count: count, lambda cells: f"ROWS({cells})", 1, len),
    "COUNTIF": Function(  # how many rows hold the value
        2, lambda counts, value: counts.get(value, 0),
        lambda cells, value: f"COUNTIF({cells},{value})", 1, tally,
    ),
    "SUMIF": Function(  # the total of the second column over the rows whose first column holds the key
        3, lambda groups, key: _found(groups.total(key)),
        lambda keys, cells, key: f"SUMIF({keys},{key},{cells})", 2, Groups,
        limits=lambda keys, cells, key: [f'COUNTIFS({keys},{key},{cells},">-9E+99")<COUNTIF({keys},{key})'],
        is_partial=True,
    ),
    "SUMFROM": Function(  # the total of the second column over the rows whose first column is not below the value
        3, lambda ordered, least: _found(ordered.total_from(least)),
        lambda keys, cells, least: f'SUMIF({keys},">="&{least},{cells})', 2, Ordered,
        limits=lambda keys, cells, _: [f"COUNT({keys})<ROWS({keys})", f"COUNT({cells})<ROWS({cells})"],
        is_partial=True,
    ),
    "RANKIF": Function(  # how many rows whose first column holds the key have more in their second
        4, lambda ranks, key, value: ranks.above(key, value),
        lambda keys, cells, key, value: f'COUNTIFS({keys},{key},{cells},">"&{value})', 2, Ranks,
    ),
    "MATCH": Function(  # the number of the first row that holds the value
        2, lambda rows, value: _found(rows.get(exact.folded(value))), _match, 1, first_rows,
        limits=lambda cells, value: [f"ISNA({_match(cells, value)})"], is_partial=True,
    ),
    "INDEX": Function(
        2, _index, _joined("INDEX"), 1, lambda column: column,
        limits=lambda cells, number: [f'INDEX({cells},{number})=""'], is_partial=True,
    ),
    # Texts
    "JOIN": Function(None, _join, lambda *parts: '&"|"&'.join(parts)),  # a key of several parts, blank ones included
}  # fmt: skip

#: These reach only the branch taken, so they stand at the outermost position alone.
BRANCHING = frozenset({"IF", "DEFAULT"})

#: These do not reach the names in them: a blank is an answer too.
TAKES_BLANKS = frozenset({"KNOWN", "JOIN"})
