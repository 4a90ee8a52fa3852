"""The session: the open document, its results and the language, and the one signal that they changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ..calendars import calendars
from ..document.document import Document, Step
from ..document.state import Source, State
from ..domain.message import N_, Message
from ..domain.path import section_of
from ..domain.results import Results
from ..domain.scenario import Scenario, calculate, is_empty, term_of
from ..domain.term import ROW_LIMIT, Given, Row
from ..files import stamp
from ..i18n import Locale, locale_for
from ..passages import passages
from ..presentation.book import Book
from ..presentation.passages import NO_PASSAGES, Origin, Passages
from ..presentation.wording import choice_aliases, step_words

if TYPE_CHECKING:
    from ..presentation.findings import Finding

#: Where `go_to` brings the list of checks forward, and no field.
CHECKS = "checks"


TOO_MANY_ROWS = Message(N_("A table takes {limit} rows at most; nothing was changed."), {"limit": ROW_LIMIT})


class Session(QObject):
    """What every view looks at. Views change it through its methods and re-read it when `changed` comes."""

    changed = Signal()
    #: The fields that feed the open explanation, or the field to go to, are others.
    pointed = Signal()
    #: Somebody wants to read the announcement, at the passage of this path where it names one.
    announcement_asked = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locale: Locale = locale_for(language)
        self.path: Path | None = None
        #: The file as it was opened or saved here: it differs where another program has written it since.
        self.stamp: tuple[int, int, int] | None = None
        #: The file that an untitled copy was made of.
        self.copied_from: Path | None = None
        self.is_example = False
        self.notice: Message | None = None
        self.section = ""
        self.marked: frozenset[str] = frozenset()
        self.target = ""
        #: Whether the checks are looked at: not before the first picture.
        self.inspects = False
        self._passages_of: tuple[Source | None, Passages] = (None, NO_PASSAGES)
        self._inspected: tuple[Book, tuple[Finding, ...]] | None = None
        self._open(Document())

    def _open(self, document: Document) -> None:
        self.document = document
        self.book = self._calculated(None)
        self.before: Results = self.book.results

    def _calculated(self, before: Results | None) -> Book:
        state: State = self.document.state
        results = calculate(state.scenario, state.drafts.keys(), calendars(), before)
        checked = self.book.checked_so_far if before is not None else None
        return Book(state.scenario, results, state.drafts, calendars(), self._passages(state.source), checked)

    def _passages(self, source: Source | None) -> Passages:
        """The passages of the announcement; made anew when it is another."""
        if self._passages_of[0] is not source:
            self._passages_of = (source, passages(source))
        return self._passages_of[1]

    @property
    def name(self) -> str:
        """What the document is called: its file, the file that it is a copy of without its ending, or nothing."""
        return self.path.name if self.path else self.copied_from.stem if self.copied_from else ""

    def start(
        self, document: Document, path: Path | None, *, example: bool = False, copied_from: Path | None = None
    ) -> None:
        """Go on with another document; `copied_from` is the file of which it is an untitled copy."""
        self._open(document)
        self.path, self.copied_from, self.is_example, self.section = path, copied_from, example, ""
        self.stamp = stamp(path)
        self.notice = None
        self.marked = frozenset()
        self.changed.emit()

    def set_language(self, language: str) -> None:
        """Speak another language; the widgets hear of it from Qt."""
        self.locale = locale_for(language)

    def _news(self, changed: bool, section: str = "", path: str = "", notice: Message | None = None) -> bool:
        if changed:
            self.before = self.book.results
            self.book = self._calculated(self.before)
            self.inspects = True
            self.section = section or self.section
            said = Message(N_("{field} changed"), {"field": term_of(path).words}) if path else None
            self.notice = notice or said
            self.changed.emit()
        return changed

    def inspect(self) -> None:
        """Look at the checks from now on, at every change."""
        if not self.inspects:
            self.inspects = True
            self.changed.emit()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks came to; nothing before the first picture, and where nothing is given."""
        if not self.inspects or is_empty(self.scenario):
            return ()
        if self._inspected is None or self._inspected[0] is not self.book:
            from ..presentation.findings import findings  # noqa: PLC0415  # not needed for the first picture

            self._inspected = (self.book, findings(self.book))
        return self._inspected[1]

    @property
    def has_problems(self) -> bool:
        """Whether a field cannot be read, or a check fails."""
        return bool(self.book.drafts) or any(finding.is_trouble for finding in self.findings)

    def troubles(self) -> list[str]:
        """The fields to look at because a check fails, the worst first."""
        from ..presentation.finding_words import goes_to  # noqa: PLC0415  # not needed for the first picture

        return [goes_to(finding, self.book) for finding in self.findings if finding.is_trouble]

    def type(self, path: str, text: str, run: object = None) -> Message | None:
        """Take what was typed into the editor of a path; answers why it cannot be read."""
        read = self.read(path, text)
        if isinstance(read, Message):
            self._news(self.document.edit(path, None, draft=text, run=run), section_of(path), path)
            return read
        self._news(self.document.edit(path, read, run=run), section_of(path), path)
        return None

    def read(self, path: str, text: str) -> Given | Message | None:
        """The value of a text in the editor of a path, or why there is none."""
        from ..presentation import entry  # noqa: PLC0415  # not needed for the first picture

        term = term_of(path)
        return entry.read(term, text, choice_aliases(term), typing=True)

    def problem(self, path: str) -> Message | None:
        """Why the draft at a path cannot be read."""
        draft = self.book.drafts.get(path)
        read = self.read(path, draft) if draft is not None else None
        return read if isinstance(read, Message) else None

    def edit(self, path: str, value: Given | None) -> None:
        """Set a value that needs no reading, such as a choice."""
        self._news(self.document.edit(path, value), section_of(path), path)

    def edit_many(
        self,
        values: Iterable[tuple[str, Given | None]],
        drafts: Iterable[tuple[str, str]] = (),
        run: object = None,
    ) -> None:
        """Set many values in one step; those of one `run` of keystrokes are one step too."""
        values = list(values)
        section = section_of(values[0][0]) if values else ""
        self._news(self.document.edit_many(values, drafts=dict(drafts), run=run), section)

    def insert_rows(self, table: str, index: int, rows: Sequence[Row]) -> None:
        """Put rows into a table."""
        self._news(self.document.insert_rows(table, index, rows), table)

    def replace_rows(
        self, table: str, index: int, count: int, rows: Sequence[Row], drafts: Mapping[str, str], *, kind: str = "paste"
    ) -> None:
        """Put rows in the place of others in one step; `drafts` are what cannot be read in the new ones."""
        if len(getattr(self.scenario, table)) - count + len(rows) > ROW_LIMIT:
            self.say(TOO_MANY_ROWS)
            return
        revision = self.document.revision
        with self.document.step(kind):
            self.document.replace_rows(table, index, count, rows)
            self.document.edit_many((), drafts)
        self._news(self.document.revision != revision, table)

    def remove_rows(self, table: str, index: int, count: int) -> None:
        """Take rows out of a table."""
        self._news(self.document.remove_rows(table, index, count), table)

    def move_rows(self, table: str, index: int, count: int, to: int) -> None:
        """Move rows of a table to another place."""
        self._news(self.document.move_rows(table, index, count, to), table)

    def take_over(self, state: State, notice: Message) -> None:
        """Go on with what was accepted of an announcement, in one step."""
        self._news(self.document.become(state, "read"), notice=notice)

    def undo(self) -> None:
        """Take the last step back."""
        step = self.document.undo_step
        self._tell_step(self.document.undo() is not None, N_("Undone: {step}"), step)

    def redo(self) -> None:
        """Do again what was taken back."""
        step = self.document.redo_step
        self._tell_step(self.document.redo() is not None, N_("Redone: {step}"), step)

    def _tell_step(self, changed: bool, words: str, step: Step | None) -> None:
        """Say which step was taken back or done again, with the news of it."""
        self._news(changed, notice=Message(words, {"step": step_words(step.kind, step.paths)}) if step else None)

    def steps(self) -> dict[str, Message | None]:
        """What undo would take back and redo do again."""
        done = {"undo": self.document.undo_step, "redo": self.document.redo_step}
        return {name: step_words(step.kind, step.paths) if step else None for name, step in done.items()}

    def saved(self, path: Path) -> None:
        """Remember that the document is in a file now."""
        self.document.mark_saved()
        self.path, self.copied_from, self.is_example = path, None, False
        self.stamp = stamp(path)
        self.changed.emit()

    def say(self, notice: Message) -> None:
        """Show what the last action did, until the next change."""
        self.notice = notice
        self.changed.emit()

    def mark(self, paths: Iterable[str]) -> None:
        """Mark the fields that an open explanation rests on."""
        marked = frozenset(paths)
        if marked != self.marked:
            self.marked = marked
            self.pointed.emit()

    def go_to(self, path: str) -> None:
        """Bring the editor of a path into sight and give it the focus."""
        self.target = path
        self.pointed.emit()
        self.target = ""

    def origin(self, path: str) -> Origin:
        """How a field stands to the announcement; nothing is said of it before the first picture."""
        return self.book.origin(path) if self.inspects else Origin.NONE

    def show_announcement(self, path: str = "") -> None:
        """Let the announcement be read, at the passage of a path."""
        if self.document.source is not None:
            self.announcement_asked.emit(path)

    @property
    def scenario(self) -> Scenario:
        """Everything given."""
        return self.book.scenario
