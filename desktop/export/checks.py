"""The checks on a sheet: what was found, with what it is compared, and what it came to, live."""

from ..domain.checks.check import Severity, State
from ..domain.exact import Value
from ..domain.formula import Kind
from ..domain.message import N_
from ..i18n import Locale
from ..presentation.finding_words import told
from ..presentation.findings import SEVERITY_WORDS, STATE_WORDS, Finding, findings
from .edition import Content
from .figures import quantities
from .formats import format_of
from .names import defined_name
from .page import Page, letter
from .printing import set_up
from .rules import quoted, show_findings, show_parts, show_stale
from .styles import Look

CHECK, NUMBER, RESULT, IF_FAILS = N_("Check"), N_("No."), N_("Result"), N_("If it fails")
FOUND, WANTED, BASIS, FINDING = N_("Found"), N_("Compared with"), N_("Rests on"), N_("Finding")
STATE_CODE, SEVERITY_CODE, MARK = N_("State"), N_("Severity"), N_("Mark")

#: Every mark of the list, by which the Summary counts.
MARKS = "checks.marks"

_SIGNS = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}
_WORDS = {
    "split": N_("split"), "consolidation": N_("consolidation"), "same": N_("unchanged"), "other": N_("changed"),
}  # fmt: skip
_LABEL_MOST = {1: 46.0, 2: 32.0}
_FIGURE, _FINDING, _BASIS_MOST = 19.0, 48.0, 24.0


def write_checks(page: Page) -> None:
    """The whole sheet below its title."""
    found = sorted(findings(page.edition.book), key=lambda finding: finding.check.id)
    columns = _Columns(page)
    _widths(page, columns, found)
    heading = page.row
    columns.heading()
    first = page.row
    for finding in found:
        _Line(page, columns, finding).write()
        page.row += 1
    last = page.row - 1
    marks = f"{letter(columns.mark)}{first}"
    results = f"{letter(columns.result)}{first}:{letter(columns.result)}{last}"
    show_findings(page, results, f"${marks}")
    show_stale(page, f"{letter(columns.finding)}{first}:{letter(columns.finding)}{last}")
    cells = f"${letter(columns.mark)}${first}:${letter(columns.mark)}${last}"
    page.edition.name(MARKS, page.sheet, cells)
    page.printed = columns.finding
    page.sheet.freeze_panes = f"{letter(columns.number)}{first}"
    set_up(page, titles=(heading, heading))


class _Columns:
    """Where everything stands: what is printed, and beyond it the codes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.labels = tuple(range(1, len(page.edition.words.locales) + 1))
        start = len(self.labels) + 1
        self.number, self.result, self.if_fails, self.found, self.sign = range(start, start + 5)
        self.wanted, self.basis, self.finding = range(start + 5, start + 8)
        self.state, self.severity, self.mark, self.found_code, self.wanted_code = range(start + 9, start + 14)
        self.every = tuple(range(1, self.finding + 1))

    def heading(self) -> None:
        """The headings of all columns."""
        page, words, row = self.page, self.page.edition.words, self.page.row
        for column, text in zip(self.labels, words.labels(CHECK), strict=True):
            page.put(row, column, Look.HEAD_LABEL, text)
        for column, text in ((self.number, NUMBER), (self.result, RESULT), (self.if_fails, IF_FAILS)):
            page.put(row, column, Look.HEAD, words.lines(text))
        for column, text in ((self.found, FOUND), (self.wanted, WANTED)):
            page.put(row, column, Look.HEAD_RIGHT, words.lines(text))
        texts = ((self.basis, BASIS), (self.finding, FINDING), (self.state, STATE_CODE),
                 (self.severity, SEVERITY_CODE), (self.mark, MARK))  # fmt: skip
        for column, text in texts:
            page.put(row, column, Look.HEAD_TEXT, words.lines(text))
        page.fill(row, self.every, Look.HEAD)
        page.heights[row] = 30 if len(self.labels) > 1 else 19
        page.row += 1


def _widths(page: Page, columns: _Columns, found: list[Finding]) -> None:
    words = page.edition.words
    for n, column in enumerate(columns.labels):
        for finding in found:
            text = words.labels(finding.check.label)[n]
            page.want(column, page.width_of(text, Look.LABEL), _LABEL_MOST[len(columns.labels)])
    page.want(columns.number, 6.5)
    for column, texts in ((columns.result, STATE_WORDS), (columns.if_fails, SEVERITY_WORDS)):
        page.want(column, max(page.width_of(words.title(text), Look.HEAD) for text in texts.values()))
    page.want(columns.if_fails, max(page.width_of(text, Look.HEAD) for text in words.labels(IF_FAILS)))
    for column in (columns.found, columns.wanted):
        page.want(column, _FIGURE)
    page.want(columns.sign, 4.5)
    for finding in found:
        basis = finding.check.basis.of(consolidation=page.edition.book.is_consolidation)
        longest = max((page.width_of(text, Look.NOTE) for text in words.labels(basis.short)), default=0)
        page.want(columns.basis, longest, _BASIS_MOST)
    page.want(columns.finding, _FINDING)
    for column in (columns.state, columns.severity, columns.mark, columns.found_code, columns.wanted_code):
        page.want(column, 13.0)


class _Line:
    """Writes one check."""

    def __init__(self, page: Page, columns: _Columns, finding: Finding) -> None:
        self.page, self.columns, self.finding, self.check = page, columns, finding, finding.check
        self.edition, self.words, self.row = page.edition, page.edition.words, page.row
        self.state, self.severity, self.mark = (
            f"${letter(column)}{self.row}" for column in (columns.state, columns.severity, columns.mark)
        )

    def write(self) -> None:
        page, columns = self.page, self.columns
        for column, text in zip(columns.labels, self.words.labels(self.check.label), strict=True):
            page.put(self.row, column, Look.LABEL, text)
            page.raise_for(self.row, column, text, Look.LABEL)
        page.put(self.row, columns.number, Look.STATE, self.check.id)
        self._codes()
        page.put_content(self.row, columns.result, Look.STATE, self._result())
        page.put_content(self.row, columns.if_fails, Look.STATE, self._if_fails())
        self._figure(f"{self.check.path}.found", columns.found, columns.found_code)
        page.put(self.row, columns.sign, Look.STATE, _SIGNS[self.check.relation])
        self._figure(f"{self.check.path}.wanted", columns.wanted, columns.wanted_code)
        self._note(columns.basis, self._basis())
        self._note(columns.finding, self._sentence())
        page.fill(self.row, columns.every, Look.LABEL)

    def _word(self, text: str) -> str:
        return quoted(self.words.title(text))

    def _codes(self) -> None:
        """State, severity and mark as codes: what the words and the counts rest on."""
        page, columns, edition = self.page, self.columns, self.edition
        own, milder = self.finding.severity, f"{self.check.path}.milder"
        page.put_content(self.row, columns.state, Look.RESULT_TEXT, edition.figure(self.check.path))
        page.name(defined_name(self.check.path), self.row, columns.state)
        severity = Content(str(own), is_constant=True)
        if self.check.milder:
            codes = quoted(str(self.check.severity.milder)), quoted(str(self.check.severity))
            severity = Content(str(own), f'IF({defined_name(milder)}="yes",{",".join(codes)})')
        page.put_content(self.row, columns.severity, Look.RESULT_TEXT, severity)
        formula = f'IF({self.state}="","unknown",IF({self.state}="fails",{self.severity},{self.state}))'
        page.put_content(self.row, columns.mark, Look.RESULT_TEXT, Content(self.finding.mark, formula))

    def _result(self) -> Content:
        words = [self._word(STATE_WORDS[state]) for state in (State.UNKNOWN, State.HOLDS, State.NOT_APPLICABLE)]
        unknown, holds, apart = words
        note, fails = self._word(SEVERITY_WORDS[Severity.INFO]), self._word(STATE_WORDS[State.FAILS])
        formula = (
            f'IF({self.mark}="unknown",{unknown},IF({self.mark}="holds",{holds},IF({self.mark}="not_applicable",{apart},'
            f'IF({self.mark}="info",{note},{fails}))))'
        )
        is_note = self.finding.state == State.FAILS and self.finding.severity == Severity.INFO
        word = SEVERITY_WORDS[Severity.INFO] if is_note else STATE_WORDS[self.finding.state]
        return Content(self.words.title(word), formula)

    def _if_fails(self) -> Content:
        own = self.words.title(SEVERITY_WORDS[self.finding.severity])
        if not self.check.milder:
            return Content(own, is_constant=True)
        error, warning, info = (self._word(SEVERITY_WORDS[severity]) for severity in Severity)
        formula = f'IF({self.severity}="error",{error},IF({self.severity}="warning",{warning},{info}))'
        return Content(own, formula)

    def _figure(self, path: str, column: int, beyond: int) -> None:
        """A figure of the check, in its own cell; of a code, the word."""
        page, edition = self.page, self.edition
        declared, content = quantities()[path], edition.figure(path)
        if self.check.kind == Kind.CHOICE:
            page.put_content(self.row, beyond, Look.RESULT_TEXT, content)
            page.name(defined_name(path), self.row, beyond)
            page.put_content(self.row, column, Look.RESULT, self._coded(defined_name(path), content.value))
            return
        number = format_of(declared.kind, declared.unit, edition.decimals)
        page.put_content(self.row, column, Look.RESULT, content, number)
        page.name(defined_name(path), self.row, column)
        show_parts(page, f"{letter(column)}{self.row}", number)

    def _coded(self, cell: str, value: Value | None) -> Content:
        formula = '""'
        for code, text in _WORDS.items():
            formula = f"IF({cell}={quoted(code)},{self._word(text)},{formula})"
        return Content(self.words.title(_WORDS[value]) if isinstance(value, str) else None, formula)

    def _note(self, column: int, text: str) -> None:
        self.page.put(self.row, column, Look.NOTE, text)
        self.page.raise_for(self.row, column, text, Look.NOTE)

    def _basis(self) -> str:
        return self.words.lines(self.check.basis.of(consolidation=self.edition.book.is_consolidation).short)

    def _sentence(self) -> str:
        """What there is to say where it does not simply hold, in each language."""
        if self.finding.state not in (State.FAILS, State.UNKNOWN):
            return ""
        return "\n".join(self.words.each(self._told))

    def _told(self, locale: Locale) -> str:
        words = told(self.finding, self.edition.book, locale)
        if self.finding.state == State.UNKNOWN:
            return words.second
        told_of = locale.text(N_("{first} {second}"), first=words.sentence, second=words.second).strip()
        return f"{told_of}\n{words.quote}" if words.quote else told_of


def count_of(mark: str) -> str:
    """How many checks have a mark."""
    return f"COUNTIF({MARKS},{quoted(mark)})"
