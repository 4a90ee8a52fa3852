"""What the checks came to: states, counts, and for those that are looked at their sentences.

States and counts are cheap, since they are read at every keystroke; sentences are made for what is shown.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ..domain.checks import CHECKS
from ..domain.checks.check import Check, Severity, State
from ..domain.message import N_
from ..domain.record import record
from ..i18n import Locale
from .book import Book


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
