"""The checks in words: the sentence of each with its figures, and what one that cannot be decided waits for."""

from fractions import Fraction

from ..domain.checks import QUANTITIES
from ..domain.checks.check import RowState, State
from ..domain.formula import Kind
from ..domain.message import N_, Message
from ..domain.path import ANNOUNCED, GIVEN, at_row, cell_path, column_path, row_of, table_of
from ..domain.record import record
from ..domain.scenario import CALCULATED, COLUMNS
from ..domain.scenario import QUANTITIES as RESULTS
from ..domain.term import Unit
from ..i18n import Locale
from .book import Book
from .finding_sources import quote, source_of
from .findings import Finding
from .gaps import NAMED, listed
from .layout import kind_of, label_of, unit_of
from .missing import missing_inputs
from .wording import times


@record(frozen=True)
class Told:
    """A finding in words: its sentence, a second one (why it may be fine, or what is missing), and its basis.

    `quote` is the sentence of the announcement that disagrees, where it was read.
    """

    sentence: str
    second: str
    basis: str
    rule: str
    word: str
    quote: str = ""


def told(finding: Finding, book: Book, locale: Locale) -> Told:
    """The finding in a language."""
    check, text = finding.check, locale.text
    basis = check.basis.of(consolidation=book.is_consolidation)
    sentence, second = text(check.label), ""
    if finding.state == State.HOLDS:
        sentence = text(check.holds, **_fields(finding, book, locale))
    elif finding.state == State.FAILS:
        fields = _fields(finding, book, locale)
        sentence, second = text(check.fails, **fields), text(check.fine, **fields)
    elif finding.state == State.UNKNOWN:
        second = text(needed(finding, book))
    quoted = quote(source(finding, book), book, locale)
    return Told(sentence, second, text(basis.short), text(basis.rule), text(finding.word), quoted)


def second_line(words: Told, finding: Finding, locale: Locale) -> str:
    """What stands below the sentence of a check that needs more than one line: the second sentence and the rule.

    What the announcement says has a line of its own before them.
    """
    if finding.state == State.FAILS:
        sentences = {"first": words.second, "second": words.rule}
        below = locale.text(N_("{first} {second}"), **sentences) if words.second else words.rule
        return "\n".join(filter(None, (words.quote, below)))
    return locale.text(N_("{needs} ({basis})"), needs=words.second, basis=words.basis) if words.second else ""


def message(finding: Finding, book: Book, locale: Locale) -> str:
    """The finding in one sentence; where it cannot be decided, with what it waits for; then what was announced."""
    words = told(finding, book, locale)
    if words.quote:
        return locale.text(N_("{first} {second}"), first=words.sentence, second=words.quote)
    if finding.state != State.UNKNOWN:
        return words.sentence
    return locale.text(N_("{check}. {needs}"), check=words.sentence, needs=words.second)


def source(finding: Finding, book: Book) -> str:
    """The path of the passage that a failing check disagrees with; nothing where what fails was not read."""
    row = _row(finding, book)
    looked_at = finding.check.goes_to if row is None else _looked_at(finding, row, book)
    return source_of(finding, looked_at, row, book)


def goes_to(finding: Finding, book: Book) -> str:
    """The path of the field to look at: where a failure can be mended, or the first figure that is missing."""
    if finding.state == State.UNKNOWN:
        found = next(iter(missing_inputs(book, finding.check.path)), "")
        if found:
            return found
    row = _row(finding, book)
    return finding.check.goes_to if row is None else _looked_at(finding, row, book)


def _looked_at(finding: Finding, row: int, book: Book) -> str:
    name = book.value(_name_path(finding.check.table, row))
    return cell_path(finding.check.goes_to, row).format(row=name)


def _fields(finding: Finding, book: Book, locale: Locale) -> dict[str, object]:
    check, row = finding.check, _row(finding, book)
    paths = {"found": f"{check.path}.found", "wanted": f"{check.path}.wanted", **check.fields}
    fields: dict[str, object] = {name: _figure(book, at_row(path, row), locale) for name, path in paths.items()}
    return fields | {"row": locale.text(_row_name(book, check.table, row))} if row is not None else fields


def _row(finding: Finding, book: Book) -> int | None:
    """The first row that differs, or simply the first one, of a check over rows."""
    check = finding.check
    if not check.each:
        return None
    states = book.checked.column(check.row_path)
    return next((n for n, state in enumerate(states) if state == RowState.DIFFERS), 0)


def _name_path(table: str, row: int) -> str:
    """The cell by which a row is known: the first one, or the key of a calculated table."""
    column = COLUMNS[table][0].path if table in COLUMNS else f"{table}[].{CALCULATED[table].key}"
    return cell_path(column, row)


def _row_name(book: Book, table: str, row: int) -> Message:
    name = book.value(_name_path(table, row))
    if isinstance(name, str):
        return Message(N_("{name}"), {"name": name})
    return Message(N_("No. {number}"), {"number": row + 1})


_OWN = {q.id: q for q in QUANTITIES}


def _figure(book: Book, path: str, locale: Locale) -> str:
    """A figure of a sentence as a reader writes it, dates with their weekday."""
    column = column_path(path)
    value = book.checked.value(path)
    if value is None:
        return "—"
    if _kind(column) == Kind.DATE:
        return locale.date_with_weekday(value)  # type: ignore[arg-type]  # by its kind
    if column == PRICE_FACTOR and isinstance(value, int | Fraction):
        return locale.text(times(Fraction(value)))
    quantity = _OWN.get(column) or RESULTS.get(column)
    return locale.value(value, _unit(column), signed=quantity is not None and quantity.signed)


#: Said as a reader says it: ÷2.
PRICE_FACTOR = "split.price_factor"


def _clean(path: str) -> str:
    return path.removeprefix(GIVEN).removeprefix(ANNOUNCED)


def _unit(path: str) -> Unit:
    return _OWN[path].unit if path in _OWN else unit_of(_clean(path))


def _kind(path: str) -> Kind:
    return _OWN[path].kind if path in _OWN else kind_of(_clean(path))


def needed(finding: Finding, book: Book) -> Message:
    """What a check that cannot be decided waits for, in a sentence."""
    inputs = missing_inputs(book, finding.check.path)
    if not inputs:
        return Message(N_("What is given does not allow an answer."))
    rows: dict[str, list[int]] = {}
    for path in inputs:
        rows.setdefault(column_path(path), []).extend(row for row in [row_of(path)] if row is not None)
    named = [_input_name(book, column, those) for column, those in rows.items()]
    return Message(N_("Needs: {inputs}."), {"inputs": listed(named[:NAMED], len(named) - NAMED)})


def _input_name(book: Book, column: str, rows: list[int]) -> Message:
    label = Message(label_of(_clean(column)))
    if rows:
        names = [_row_name(book, table_of(column), row) for row in rows[:NAMED]]
        return Message(N_("{figure} of {rows}"), {"figure": label, "rows": listed(names, len(rows) - NAMED)})
    return Message(N_("{figure} as announced"), {"figure": label}) if column.startswith(ANNOUNCED) else label
