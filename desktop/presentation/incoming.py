"""Tables from elsewhere on their way into an editable table: what their columns are, and which rows are taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..domain.formula import Kind
from ..domain.scenario import COLUMNS
from ..domain.term import Term
from . import clipboard
from .entry_text import folded
from .headings import CODE, choice_within, guessed, heading_key, heading_row, words_of
from .html_tables import Lines, largest_table

SAMPLES = 20
#: What tables write where nothing is to be said.
_NOTHING = re.compile(r"[-‐‑–—―ー－*＊]+|n/?a", re.IGNORECASE)
_TIME = re.compile(r"([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})[ T][0-9:.]+")
_TOTALS = frozenset(("合計", "総合計", "小計", "計", "total", "totals", "subtotal", "grand total"))


@dataclass(frozen=True)
class Incoming:
    """A table as it came: its lines, and the one that holds its headings (−1 for none)."""

    table: str
    lines: Lines
    heading: int

    @cached_property
    def width(self) -> int:
        """How many columns there are, the titles above the rows included where they say something."""
        return self._own_width + int(self._has_titles)

    @cached_property
    def _own_width(self) -> int:
        return max((len(line) for line in self.lines), default=0)

    @property
    def headings(self) -> list[str]:
        """The heading of each column; blank where there is none."""
        line = self.lines[self.heading] if self.heading >= 0 else []
        return [*_padded(line, self._own_width), *[""] * int(self._has_titles)]

    @cached_property
    def _has_titles(self) -> bool:
        """Whether the rows stand under titles that name a choice: "株式（NISA預り）"."""
        choices = [term for term in COLUMNS[self.table] if term.kind == Kind.CHOICE]
        titles = {title for line in self.lines if (title := _title(line))} if self.heading >= 0 else set()
        return any(choice_within(term, title) != title for term in choices for title in titles)

    @cached_property
    def rows(self) -> Lines:
        """The rows below the headings, all equally wide: no titles, no totals, no blank lines."""
        titled, found = self._has_titles, []
        title, head = "", self.lines[self.heading] if self.heading >= 0 else None
        for number, line in enumerate(self.lines):
            if head is not None and _title(line):
                title = _title(line)
            elif number > self.heading and line != head and any(map(str.strip, line)) and not _is_total(line):
                found.append([*_padded(line, self._own_width), *([title] if titled else [])])
        return found

    def with_headings(self, *, on: bool) -> "Incoming":
        """The same lines, with headings in the line that seems to hold them, or without any."""
        return replace(self, heading=max(0, heading_row(self.table, self.lines)) if on else -1)

    def guess(self, first: int = 0) -> list[str]:
        """What each column is; without headings they are taken in the order of the table from `first` on."""
        if self.heading < 0:
            names = [term.name for term in COLUMNS[self.table][first:]]
            return (names + [""] * self.width)[: self.width]
        rows = self.rows[:SAMPLES]
        found = guessed(self.table, self.headings, [[row[n] for row in rows] for n in range(self.width)])
        if self._has_titles and not found[-1]:
            found[-1] = next((t.name for t in self._choices(rows) if t.name not in found), "")
        return found

    def _choices(self, rows: Lines) -> list[Term]:
        choices = [term for term in COLUMNS[self.table] if term.kind == Kind.CHOICE]
        return [term for term in choices if any(choice_within(term, row[-1]) != row[-1] for row in rows)]

    def taken(self, columns: Sequence[str], code: str = "") -> list[dict[str, str]]:
        """The rows by the names of their columns, where there is a `code` those of that security alone."""
        terms = {term.name: term for term in COLUMNS[self.table]}
        places = [(name, n) for n, name in enumerate(columns) if name in terms]
        own = columns.index(CODE) if code and CODE in columns else None
        rows = (row for row in self.rows if own is None or same_code(row[own], code))
        made = ({name: _cleaned(terms[name].kind, row[n]) for name, n in places} for row in rows)
        within: dict[tuple[str, str], str] = {}
        found = [row for row in made if any(row.values())]
        for row in found:
            for name in row:
                if terms[name].kind == Kind.CHOICE:
                    key = (name, row[name])
                    if key not in within:
                        within[key] = choice_within(terms[name], row[name])
                    row[name] = within[key]
        return found


def received(table: str, text: str, page: str = "") -> Incoming:
    """The table in a text, or in the page that came beside it where the text has lost the columns.

    A statement has lines of different widths: where it is parted by commas or semicolons into headings that are
    known, it is one.
    """
    lines = clipboard.lines_of(text)
    if page and "\t" not in text:
        lines = largest_table(page) or lines
    if heading_row(table, lines) < 0 and "\t" not in text:
        parted = (clipboard.split(text, sign) for sign in ",;")
        lines = next((found for found in parted if heading_row(table, found) >= 0), lines)
    return Incoming(table, lines, heading_row(table, lines))


def is_own(incoming: Incoming, first: int) -> bool:
    """Whether the headings are those of the table itself, in its order from a column on."""
    words, names = words_of(incoming.table), [term.name for term in COLUMNS[incoming.table][first:]]
    keys = [heading_key(heading) for heading in incoming.headings]
    fits = incoming.heading == 0 and len(keys) <= len(names)
    return fits and all(name in words.get(key, ()) for key, name in zip(keys, names, strict=False))


def same_code(text: str, code: str) -> bool:
    """Whether a cell names the security: 3774, 3774.T, 37740 and "IIJ (3774)" are one."""
    words = re.findall(r"[0-9a-z]+", folded(text))
    wanted = folded(code)
    return wanted in words or (f"{wanted}0" in words and len(wanted) == 4)


def _padded(line: Sequence[str], width: int) -> list[str]:
    return [*line, *[""] * (width - len(line))]


def _title(line: Sequence[str]) -> str:
    """The text of a line that holds nothing else."""
    filled = [cell for cell in line if cell.strip()]
    return filled[0].strip() if len(filled) == 1 else ""


def _is_total(line: Sequence[str]) -> bool:
    return folded(next((cell for cell in line if cell.strip()), "")) in _TOTALS


def _cleaned(kind: Kind, text: str) -> str:
    """A cell as it would be typed."""
    text = text.strip()
    if kind != Kind.TEXT and _NOTHING.fullmatch(text):
        return ""
    timed = _TIME.fullmatch(text) if kind == Kind.DATE else None
    return timed[1] if timed else text
