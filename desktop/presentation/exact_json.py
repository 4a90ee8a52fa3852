"""Results and checks as JSON holds them: values exact, by the ids of terms, quantities and checks."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from ..domain.exact import Value
from ..domain.formula import Kind
from ..domain.path import cell_path, name_of, table_of
from ..domain.results import Results
from ..domain.scenario import CALCULATED, COLUMNS, QUANTITIES, TERMS
from ..i18n import Locale, terminates
from .book import Book
from .finding_words import message
from .findings import findings
from .layout import kind_of


def json_checks(book: Book, locale: Locale) -> Sequence[Mapping[str, str]]:
    """Every check with its severity, its state and a message, in the order of their ids."""
    return [
        {
            "id": found.check.id,
            "severity": found.severity,
            "state": found.state,
            "message": message(found, book, locale),
        }
        for found in sorted(findings(book), key=lambda found: found.check.id)
    ]


def json_results(results: Results) -> Mapping[str, object]:
    """Every quantity with a value, and every term with a default by the value in force; no steps on the way."""
    shown = [t.path for terms in (tuple(TERMS.values()), *COLUMNS.values()) for t in terms if t.default]
    shown += [q.id for q in QUANTITIES.values() if not q.internal]
    found: dict[str, object] = {}
    for path in shown:
        if not table_of(path):
            found[path] = json_value(results.value(path), kind_of(path))
    for table in (*COLUMNS, *CALCULATED):
        columns = [path for path in shown if table_of(path) == table]
        for row in range(results.rows(table)):
            found |= {
                _json_id(path, row, results): json_value(results.column(path)[row], kind_of(path)) for path in columns
            }
    return {path: value for path, value in found.items() if value is not None}


def _json_id(path: str, row: int, results: Results) -> str:
    """The id of a figure of a row: options[3].drift, or by the key of its table dividends.change[FY2020]."""
    calculated = CALCULATED.get(table_of(path))
    if calculated is None or not calculated.key:
        return cell_path(path, row)
    return calculated.known_as(name_of(path), row, results.column(f"{calculated.table}[].{calculated.key}")[row])


def json_value(value: Value | None, kind: Kind) -> object:
    """A value as JSON holds it: counts as integers, other numbers exact as text."""
    match value:
        case date():
            return value.isoformat()
        case None | bool() | str():
            return value
    return value if kind == Kind.COUNT else decimal_text(Fraction(value))


def decimal_text(value: Fraction) -> str:
    """A decimal where it terminates ("20.5"), else a fraction in lowest terms ("10000010/3")."""
    if not terminates(value):
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text
