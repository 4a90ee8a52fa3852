"""What the checks came to: states, counts, and for those that are looked at their sentences.

States and counts are cheap, since they are read at every keystroke; sentences are made for what is shown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from ..domain.checks import CHECKS, QUANTITIES
from ..domain.checks.check import Check, RowState, Severity, State
from ..domain.evaluate import evaluator, path_taken
from ..domain.exact import Value
from ..domain.formula import Kind, Node, columns, reached
from ..domain.message import N_, Message
from ..domain.path import at_row, cell_path, column_path, row_of, table_of
from ..domain.record import record
from ..domain.scenario import COLUMNS, TERMS, inspector
from ..domain.scenario import QUANTITIES as RESULTS
from ..domain.term import Unit
from ..i18n import Locale
from .gaps import NAMED, listed
from .layout import kind_of, label_of, unit_of
from .table import ROW_TERMS, Book
from .wording import times


class Group(StrEnum):
    """The groups of the list, in its order: trouble first."""

    LOOK_AT = "look_at"
    UNDECIDED = "undecided"
    NOTES = "notes"
    HOLDS = "holds"
    NOT_APPLICABLE = "not_applicable"


GROUP_TITLES = {
    Group.LOOK_AT: N_("Look at"),
    Group.UNDECIDED: N_("Cannot be decided"),
    Group.NOTES: N_("Good to know"),
    Group.HOLDS: N_("Holds"),
    Group.NOT_APPLICABLE: N_("Does not apply"),
}

#: Groups that are folded until somebody opens them.
FOLDED = (Group.UNDECIDED, Group.NOT_APPLICABLE)

SEVERITY_WORDS = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.INFO: N_("Note"),
}
STATE_WORDS = {
    State.HOLDS: N_("Holds"),
    State.FAILS: N_("Fails"),
    State.UNKNOWN: N_("Undecided"),
    State.NOT_APPLICABLE: N_("Does not apply"),
}


@record(frozen=True)
class Finding:
    """A check and what it came to; `severity` is that of a failure, milder where the check says so."""

    check: Check
    state: State
    severity: Severity

    @property
    def group(self) -> Group:
        """Where it stands in the list."""
        match self.state:
            case State.HOLDS:
                return Group.HOLDS
            case State.UNKNOWN:
                return Group.UNDECIDED
            case State.NOT_APPLICABLE:
                return Group.NOT_APPLICABLE
        return Group.NOTES if self.severity == Severity.INFO else Group.LOOK_AT

    @property
    def mark(self) -> str:
        """The name of its shape: a tick, a triangle, an octagon, a ring."""
        return str(self.severity if self.state == State.FAILS else self.state)

    @property
    def word(self) -> str:
        """Its severity where it fails, else its state, to be translated."""
        return SEVERITY_WORDS[self.severity] if self.state == State.FAILS else STATE_WORDS[self.state]

    @property
    def is_trouble(self) -> bool:
        """Whether somebody should look at it."""
        return self.group == Group.LOOK_AT


_GROUPS, _SEVERITIES = list(Group), list(Severity)


def findings(book: Book) -> tuple[Finding, ...]:
    """What every check came to: failures by severity, what cannot be decided, notes, what holds, the rest."""
    found = [_finding(book, check) for check in CHECKS.values()]
    return tuple(sorted(found, key=_place))


def _finding(book: Book, check: Check) -> Finding:
    state = State(str(book.checked.value(check.path) or State.UNKNOWN))
    is_milder = bool(check.milder) and book.checked.value(f"{check.path}.milder") is True
    return Finding(check, state, check.severity.milder if is_milder else check.severity)


def _place(finding: Finding) -> tuple[int, int, str]:
    severity = _SEVERITIES.index(finding.severity) if finding.state == State.FAILS else 0
    return _GROUPS.index(finding.group), severity, finding.check.id


def grouped(found: Iterable[Finding]) -> Mapping[Group, tuple[Finding, ...]]:
    """The findings of every group that has some, in the order of the list."""
    groups: dict[Group, list[Finding]] = {}
    for finding in found:
        groups.setdefault(finding.group, []).append(finding)
    return {group: tuple(those) for group, those in groups.items()}


@record(frozen=True)
class Count:
    """How many checks came to the same: their mark, and in words."""

    mark: str
    number: int
    words: str


def counts(found: Iterable[Finding], locale: Locale) -> tuple[Count, ...]:
    """What the checks came to in numbers: errors, warnings, notes, undecided, hold; only those there are."""
    numbers: dict[str, int] = {}
    for finding in found:
        numbers[finding.mark] = numbers.get(finding.mark, 0) + 1
    marks = (*Severity, State.UNKNOWN, State.HOLDS)
    return tuple(
        Count(mark, numbers[mark], count_words(mark, numbers[mark], locale)) for mark in marks if mark in numbers
    )


def count_words(mark: str, number: int, locale: Locale) -> str:
    """So many checks with a mark, in words."""
    match mark:
        case Severity.ERROR:
            return locale.plural("1 error", "{count} errors", number)
        case Severity.WARNING:
            return locale.plural("1 warning", "{count} warnings", number)
        case Severity.INFO:
            return locale.plural("1 note", "{count} notes", number)
        case State.UNKNOWN:
            return locale.plural("1 undecided", "{count} undecided", number)
        case State.HOLDS:
            return locale.plural("1 holds", "{count} hold", number)
    return locale.plural("1 check", "{count} checks", number)


def group_count(group: Group, found: Iterable[Finding], locale: Locale) -> str:
    """How many stand in a group, by severity where there are several."""
    if group == Group.LOOK_AT:
        return " · ".join(count.words for count in counts(found, locale))
    number = sum(1 for _ in found)
    match group:
        case Group.UNDECIDED:
            return locale.plural("1 needs more input", "{count} need more input", number)
        case Group.NOTES:
            return locale.plural("1 note", "{count} notes", number)
    return locale.plural("1 check", "{count} checks", number)


# -- sentences


@record(frozen=True)
class Told:
    """A finding in words: its sentence, a second one (why it may be fine, or what is missing), and its basis."""

    sentence: str
    second: str
    basis: str
    rule: str
    word: str


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
    return Told(sentence, second, text(basis.short), text(basis.rule), text(finding.word))


def second_line(words: Told, finding: Finding, locale: Locale) -> str:
    """What stands below the sentence of a check that needs more than one line: the second sentence and the rule."""
    if finding.state == State.FAILS:
        sentences = {"first": words.second, "second": words.rule}
        return locale.text(N_("{first} {second}"), **sentences) if words.second else words.rule
    return locale.text(N_("{needs} ({basis})"), needs=words.second, basis=words.basis) if words.second else ""


def message(finding: Finding, book: Book, locale: Locale) -> str:
    """The finding in one sentence; where it cannot be decided, with what it waits for."""
    words = told(finding, book, locale)
    if finding.state != State.UNKNOWN:
        return words.sentence
    return locale.text(N_("{check}. {needs}"), check=words.sentence, needs=words.second)


def goes_to(finding: Finding, book: Book) -> str:
    """The path of the field to look at: where a failure can be mended, or the first figure that is missing."""
    if finding.state == State.UNKNOWN:
        found = next(iter(missing_inputs(book, finding.check.path)), "")
        if found:
            return found
    path = finding.check.goes_to
    return cell_path(path, _row(finding, book) or 0) if "[]" in path else path


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


def _row_name(book: Book, table: str, row: int) -> Message:
    name = book.value(cell_path(COLUMNS[table][0].path, row))
    return (
        Message(N_("{name}"), {"name": name})
        if isinstance(name, str)
        else Message(N_("No. {number}"), {"number": row + 1})
    )


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
    return path.removeprefix("given.").removeprefix("announced.")


def _unit(path: str) -> Unit:
    return _OWN[path].unit if path in _OWN else unit_of(_clean(path))


def _kind(path: str) -> Kind:
    return _OWN[path].kind if path in _OWN else kind_of(_clean(path))


# -- what is missing


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
        names = [_row_name(book, table_of(column), row) for row in rows]
        return Message(N_("{figure} of {rows}"), {"figure": label, "rows": listed(names[:NAMED], len(names) - NAMED)})
    return Message(N_("{figure} as announced"), {"figure": label}) if column.startswith("announced.") else label


def missing_inputs(book: Book, path: str) -> tuple[str, ...]:
    """The fields that the value at a path waits for, through every formula in between."""
    return tuple(dict.fromkeys(_missing(book, path, set(), {})))


#: How parts of formulas are evaluated, by their identity: the same ones for thousands of rows.
_Evaluators = dict[int, Callable[[Callable[[str], Value | None]], Value | None]]


def _missing(book: Book, path: str, seen: set[str], known: _Evaluators) -> Iterator[str]:
    column = column_path(path).removeprefix("given.")
    if path in seen or book.checked.value(path) is not None:
        return
    seen.add(path)
    if column in TERMS or column in ROW_TERMS or column.startswith("announced."):
        yield path.removeprefix("given.")
        return
    node = inspector().formulas.get(column)
    if node is None:
        return
    row = row_of(path)
    for part in _told_of(book, node, row, known):
        for name in reached(part):
            yield from _missing(book, at_row(name, row), seen, known)
        for whole in columns(part):
            for index, value in enumerate(book.checked.column(whole)):
                if value is None:
                    yield from _missing(book, cell_path(whole, index), seen, known)


def _told_of(book: Book, node: Node, row: int | None, known: _Evaluators) -> list[Node]:
    """The conditions that decide about a formula and the branch taken; what lies beyond an open condition waits."""

    def value(part: Node) -> Value | None:
        if id(part) not in known:
            known[id(part)] = evaluator(part, inspector().kinds, book.checked.column)
        return known[id(part)](lambda name: book.checked.value(at_row(name, row)))

    told_of = path_taken(node, value)
    still_open = next((n for n, part in enumerate(told_of) if value(part) is None), len(told_of) - 1)
    return told_of[: still_open + 1]
