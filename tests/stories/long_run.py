"""A long working day in one window: edits, steps back, languages, announcements and exports, as chance has it.

`python -m tests.stories.long_run --count 100000 --seed 1` says how memory goes meanwhile. It ends with 1 where a result
differs from a fresh calculation, Qt warns, or a kept undo step costs more than it may.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import announcement
from desktop.calendars import calendars
from desktop.document.taking_over import taken_over
from desktop.domain.formula import Kind
from desktop.domain.message import Message
from desktop.domain.scenario import COLUMNS, ROWS, TERMS, calculate
from desktop.domain.term import Term
from desktop.notice.reading import Reading, read
from desktop.ui.app import open_window
from desktop.ui.main_window import MainWindow
from tests.notice.announcements import LAYOUTS, event

#: What a kept undo step may cost, and after so many operations everything is warm.
BYTES_A_STEP, WARM = 1024, 10_000
COMPARED_EVERY, NOTED_EVERY = 100, 5000
ROWS_KEPT = 12
EXPORTS = ("book.xlsx", "report.pdf")

_UNREADABLE = ("5,29x", "分割", "1:2:3", "--", "９９年", "=1+1")
_TEXTS = ("第1回", "Series 2", "=SUM(A1)", "みどり証券", "FY2020", "")
_COUNTS = ("46,734,600", "１００", "1億5,104万", "0", "100", "2147483648", "99999999999999", "")
_DECIMALS = ("1", "2", "1.1", "20.50", "5,290", "0.5", "1234.567", "")


def typed(term: Term, chance: random.Random) -> str:
    """A text that a person could type into a field, at times one that cannot be read."""
    if chance.random() < 0.04:
        return chance.choice(_UNREADABLE)
    if term.kind is Kind.DATE:
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(600))
        return chance.choice((day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y/%m/%d}", ""))
    if term.kind is Kind.CHOICE:
        return chance.choice(term.options).code
    if term.kind is Kind.FLAG:
        return chance.choice(("true", "false", ""))
    return chance.choice({Kind.COUNT: _COUNTS, Kind.NUMBER: _DECIMALS}.get(term.kind, _TEXTS))


@dataclass(frozen=True)
class Note:
    """The memory of the process in bytes after so many operations, with so many undo steps kept."""

    operations: int
    memory: int
    steps: int

    def __str__(self) -> str:
        return f"{self.operations:>8} operations: {self.memory / 2**20:7.1f} MB, {self.steps} undo steps kept"


@dataclass
class Report:
    """What a run came to."""

    done: Counter[str] = field(default_factory=Counter)
    notes: list[Note] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    compared: int = 0

    def bytes_a_step(self) -> float:
        """What a kept step cost once everything was warm; 0 where the run was too short to say."""
        warm = [note for note in self.notes if note.operations >= WARM]
        if len(warm) < 2:
            return 0.0
        return (warm[-1].memory - warm[0].memory) / (warm[-1].steps - warm[0].steps)

    @property
    def is_good(self) -> bool:
        """Whether the run kept every promise."""
        return not self.differences and not self.warnings and self.bytes_a_step() <= BYTES_A_STEP


class LongRun:
    """A window, and the hands that work in it."""

    def __init__(self, window: MainWindow, seed: int, folder: Path) -> None:
        self.window, self.session, self.folder = window, window.session, folder
        self.chance, self.report = random.Random(seed), Report()
        self._often: dict[Callable[[], None], int] = {
            self.type_scalar: 42, self.type_cell: 22, self.type_keys: 8, self.insert_row: 5, self.remove_row: 5,
            self.move_row: 3, self.undo: 8, self.redo: 5, self.turn_tab: 2,
        }  # fmt: skip
        self._rarely = {250: self.other_language, 1000: self.read, 2500: self.export}

    def go(self, count: int, tell: Callable[[Note], object] = str) -> Report:
        """Do so many things, with a comparison at every hundredth; `tell` hears of the memory now and then."""
        for number in range(1, count + 1):
            self.act(self._next(number))
            if number % COMPARED_EVERY == 0:
                self.compare(number)
            if number % NOTED_EVERY == 0:
                self.report.notes.append(Note(number, resident(), self.steps))
                tell(self.report.notes[-1])
        return self.report

    def _next(self, number: int) -> Callable[[], None]:
        for every, act in self._rarely.items():
            if number % every == every // 2:
                return act
        return self.chance.choices(list(self._often), list(self._often.values()))[0]

    def act(self, act: Callable[[], None]) -> None:
        """Do one thing, and let the window show it."""
        self.report.done[act.__name__] += 1
        act()
        QApplication.processEvents()

    @property
    def steps(self) -> int:
        """How many steps undo and redo keep."""
        return len(self.session.document._done) + len(self.session.document._undone)

    def type_scalar(self) -> None:
        path = self.chance.choice(list(TERMS))
        self.session.type(path, typed(TERMS[path], self.chance), object())

    def type_cell(self) -> None:
        table, count = self._table()
        if count:
            term = self.chance.choice(COLUMNS[table])
            path = f"{table}[{self.chance.randrange(count)}].{term.name}"
            self.session.type(path, typed(term, self.chance), object())

    def type_keys(self) -> None:
        """Keystrokes into a field that is on the screen."""
        fields = [found for found in self.window.form.findChildren(QLineEdit) if found.objectName() in TERMS]
        editor = self.chance.choice([found for found in fields if found.isVisible()] or fields)
        self.session.go_to(editor.objectName())
        editor.selectAll()
        text = typed(TERMS[editor.objectName()], self.chance)
        QTest.keyClicks(editor, text if text.isascii() else "12,345")

    def insert_row(self) -> None:
        table, count = self._table()
        if count < ROWS_KEPT:
            self.session.insert_rows(table, self.chance.randrange(count + 1), [ROWS[table]()])

    def remove_row(self) -> None:
        table, count = self._table()
        if count:
            self.session.remove_rows(table, self.chance.randrange(count), 1)

    def move_row(self) -> None:
        table, count = self._table()
        if count > 1:
            self.session.move_rows(table, self.chance.randrange(count), 1, self.chance.randrange(count))

    def _table(self) -> tuple[str, int]:
        table = self.chance.choice(list(ROWS))
        return table, len(getattr(self.session.scenario, table))

    def undo(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.session.undo()

    def redo(self) -> None:
        self.session.redo()

    def turn_tab(self) -> None:
        self.window.turn_tab(1)

    def other_language(self) -> None:
        self.window.other_language()

    def read(self) -> None:
        """Take over everything that an announcement says, beside what is given."""
        layout = LAYOUTS[self.chance.choice(sorted(LAYOUTS))]
        reading = read(layout(event(self.chance), self.chance))
        assert isinstance(reading, Reading)
        state = self.session.document.state
        review = announcement.review(reading, state)
        self.session.take_over(taken_over(state, review, reading.text, reading.places), Message(""))

    def export(self) -> None:
        """Write a workbook or a report, and wait for it."""
        exporting = self.window.exporting
        exporting.export(self.folder / self.chance.choice(EXPORTS), [self.session.locale])
        exporting.wait()
        while exporting.is_running:
            QApplication.processEvents()

    def compare(self, number: int) -> None:
        """The results on the screen are those of a fresh calculation."""
        self.report.compared += 1
        state, shown = self.session.document.state, self.session.book.results
        fresh = calculate(state.scenario, state.drafts.keys(), calendars())
        wrong = [path for path, value in fresh.scalars.items() if shown.scalars.get(path) != value]
        wrong += [path for path, values in fresh.columns.items() if list(shown.column(path)) != list(values)]
        self.report.differences += [f"{number}: {path}" for path in wrong]


def resident() -> int:
    """The memory that the process holds, in bytes; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


@contextmanager
def heard(warnings: list[str]) -> Iterator[None]:
    """Keep what Qt warns of."""

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            warnings.append(text)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def run(count: int, seed: int, folder: Path) -> Report:
    """A run in a window of its own, whose settings and unsaved work are kept in a folder."""
    for style in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(style, QSettings.Scope.UserScope, str(folder))
    os.environ |= {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
    application = QApplication([])
    window = open_window("example:iij-2020")
    window.show()
    long_run = LongRun(window, seed, folder)
    with heard(long_run.report.warnings):
        report = long_run.go(count, lambda note: print(note, flush=True))
    window.session.document.mark_saved()
    window.close()
    application.processEvents()
    return report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = run(chosen.count, chosen.seed, Path(folder))
    print(f"{chosen.count} operations in {time.monotonic() - began:.0f} s: {dict(report.done)}")
    print(f"{report.bytes_a_step():.0f} bytes a kept step")
    print(f"{report.compared} comparisons, differences: {report.differences[:10]}, warnings: {report.warnings[:10]}")
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
