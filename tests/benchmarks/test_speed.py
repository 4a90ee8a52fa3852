"""How fast the program is: printed, not asserted. Run with `pytest -m benchmark -s`.

Timings of one machine drift, so everything is held against a bare Qt window, or against openpyxl
alone, in the same run.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from desktop.domain.options import Series
from desktop.domain.prices import Prices
from desktop.domain.scenario import Scenario, calculate
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.export.workbook import write_workbook
from desktop.i18n import locale_for

pytestmark = pytest.mark.benchmark

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableWidget(10, 4))
window.show()
app.processEvents()
"""
OURS = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from desktop.ui.app import open_window
window = open_window("example:iij-2020")
window.show()
app.processEvents()
"""
#: The peak of this process alone: getrusage would give the parent's where that is larger.
PEAK = """
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
#: Types into a field of the running window and measures every keystroke until all is painted.
KEYS = """
import statistics, sys, time
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
from desktop.ui.app import open_window
window = open_window(sys.argv[1])
window.resize(1280, 800)
window.show()
app.processEvents()
field = window.findChild(QLineEdit, sys.argv[2])
field.setFocus()
field.selectAll()
times = []
for n in range(60):
    began = time.perf_counter()
    QTest.keyClick(field, str(n % 8 + 2))
    app.processEvents()
    window.repaint()
    app.processEvents()
    times.append((time.perf_counter() - began) * 1000)
    if n % int(sys.argv[3]) == 0:
        field.selectAll()
times.sort()
print(statistics.median(times), times[-2])
"""


def process(code: str, *arguments: str | Path) -> tuple[float, str]:
    """Seconds that a process of its own takes, and what it prints."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return time.perf_counter() - began, done.stdout


def series(count: int) -> Scenario:
    """An event with so many option series."""
    rows = tuple(
        Series(name=f"{n}", rights=10 + n, shares_per_right=Decimal(200), exercise_price=Decimal(1000 + n))
        for n in range(count)
    )
    return Scenario(
        split=Split(Decimal(1), Decimal(2)), shares=Shares(issued=46_734_600, authorized=75_520_000),
        prices=Prices(share=Decimal(5290)), options=rows,
    )  # fmt: skip


def scenario_file(folder: Path, count: int) -> Path:
    rows = [
        {"name": f"{n}", "rights": 10 + n, "shares_per_right": "200", "exercise_price": str(1000 + n)}
        for n in range(count)
    ]
    terms = {"split": {"old": "1", "new": "2"}, "shares": {"issued": 46_734_600}, "options": rows}
    path = folder / f"{count}.bunkatsu"
    path.write_text(json.dumps({"format": "bunkatsu", "version": 1, "terms": terms}), encoding="utf-8")
    return path


def milliseconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


def test_start_against_a_bare_window() -> None:
    process(BARE), process(OURS)  # fill the caches
    pairs = [(process(BARE)[0], process(OURS)[0]) for _ in range(7)]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    print(f"\nstart: {ratio:.2f} × a bare window (at most 2.2)")


def test_memory_against_a_bare_window() -> None:
    bare, ours = (float(process(code + PEAK)[1]) / 1024 for code in (BARE, OURS))
    print(f"\nmemory: {ours:.0f} MB, {ours / bare:.2f} × a bare window (at most 1.6)")


@pytest.mark.parametrize(
    ("count", "field", "every", "limit"),
    [(0, "shares.issued", 8, 16.7), (1_000, "shares.issued", 8, 50), (10_000, "split.new", 1, 150)],
)
def test_keystroke_to_paint(tmp_path: Path, count: int, field: str, every: int, limit: float) -> None:
    path = scenario_file(tmp_path, count) if count else "example:iij-2020"
    median, worst = map(float, process(KEYS, path, field, str(every))[1].split())
    print(f"\nkeystroke in {field}, {count} series: median {median:.1f} ms (at most {limit}), worst {worst:.1f} ms")


def test_calculation_grows_with_the_rows_and_no_faster() -> None:
    per_row = {}
    for count in (100, 1_000, 10_000):
        scenario = series(count)
        calculate(scenario)
        per_row[count] = min(milliseconds(partial(calculate, scenario)) for _ in range(5)) / count * 1000
    print("\ncalculation: " + ", ".join(f"{n} series {us:.1f} µs a row" for n, us in per_row.items()))


def test_export_against_openpyxl_alone(tmp_path: Path) -> None:
    ours = milliseconds(lambda: write_workbook(tmp_path / "ours.xlsx", series(10_000), [locale_for("en")]))
    book = load_workbook(tmp_path / "ours.xlsx")
    cells = sum(1 for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.has_style)
    alone = milliseconds(lambda: _plain_workbook(tmp_path / "plain.xlsx", cells))
    print(f"\nexport of 10,000 series: {ours / 1000:.2f} s, {cells} cells, {ours / alone:.2f} × openpyxl alone (1.5)")


def _plain_workbook(path: Path, cells: int) -> None:
    """As many styled cells as openpyxl writes by itself."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    font = Font(name="Arial", size=10, color="0000FF")
    for row in range(1, cells // 20 + 1):
        for column in range(1, 21):
            cell = sheet.cell(row, column, row * column)
            cell.font = font
            cell.number_format = "#,##0"
    book.save(path)
