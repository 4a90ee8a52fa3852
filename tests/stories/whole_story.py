"""Everything that a person does with the window, from the first start to the last file."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from desktop.document import recovery
from desktop.ui.app import Application, open_window, welcome
from desktop.ui.form.column_dialog import ColumnDialog
from desktop.ui.form.row_table import RowTable
from desktop.ui.help import Help
from desktop.ui.main_window import MainWindow
from desktop.ui.review.dialog import ReviewDialog

SOURCES = ("notice.txt", "notice.html", "notice.pdf")
WAIT_S = 30.0


def in_the_window(folder: Path, name: str) -> None:
    """First start, reading, editing, saving, exporting, help, pasting, opening again; the company gets a name."""
    app = Application([])
    window = app.window = open_window("example:iij-2020")
    window.show()
    welcome(window, with_hints=True)
    for source in SOURCES:
        read(window, folder / source)
    edit(window, name)
    save(window, folder / "kept.bunkatsu")
    for suffix in ("xlsx", "pdf", "ics"):
        export(window, folder / f"out.{suffix}", suffix)
    look_around(window)
    window.documents.begin_empty()
    QApplication.sendEvent(app, QFileOpenEvent(str(folder / "kept.bunkatsu")))
    assert window.session.scenario.company.name == name
    window.close()
    for source in ("kept.bunkatsu", "out.xlsx"):
        again = open_window(str(folder / source))
        again.show()
        app.processEvents()
        assert again.session.scenario.company.name == name, source
        again.close()


def in_the_preview() -> None:
    """The report as it will be printed; for that Qt asks the computer what printers it has."""
    app = QApplication([])
    window = open_window("example:iij-2020")
    window.show()
    answer(QWidget.close)
    window.show_print()
    window.close()
    app.processEvents()


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < end, "it takes too long"
        QApplication.processEvents()
        time.sleep(0.005)


def read(window: MainWindow, source: Path) -> None:
    """Review an announcement and take it over."""
    window.announcing.open_file(source)
    wait_for(lambda: window.announcing.open().page.reading is not None)
    dialog = next(one for one in window.findChildren(ReviewDialog) if one.isVisible())
    wait_for(lambda: dialog.focusWidget() is dialog.page.fields)
    before = window.session.scenario
    dialog.take_over()
    wait_for(lambda: not dialog.isVisible())
    assert window.session.scenario != before, source


def edit(window: MainWindow, name: str) -> None:
    """Type, in either language; paste lots; let the unsaved work be kept; undo and redo."""
    for language, path, text in (("ja", "shares.treasury", "1,000"), ("en", "company.name", name)):
        window.set_language(language)
        window.session.go_to(path)
        editor = window.findChild(QLineEdit, path)
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, text)
    window.session.go_to("holdings")
    lots = window.findChild(RowTable, "holdings")
    assert lots is not None
    QGuiApplication.clipboard().setText("Account\tQuantity\tCost\nmine\t100\t5,290\n")
    lots.paste()
    columns = window.findChild(ColumnDialog)
    assert columns is not None
    columns.accept()
    wait_for(lambda: len(window.session.scenario.holdings) == 1)
    wait_for(lambda: any(recovery.folder().glob("*")))
    for action in ("undo", "redo"):
        window.actions_list.by_name[action].trigger()
    assert window.session.scenario.shares.treasury == 1000


def save(window: MainWindow, path: Path) -> None:
    """Save under a name that is asked for."""

    def name(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    answer(name)
    assert window.documents.save_as()


def answer(act: Callable[[QWidget], object]) -> None:
    """Do something with the dialog that comes next."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        act(dialog) if dialog is not None else QTimer.singleShot(20, wait)

    QTimer.singleShot(0, wait)


def export(window: MainWindow, path: Path, suffix: str) -> None:
    """Write a file in the window's language."""
    ended = list[object]()
    window.exporting.ended.connect(ended.append)
    window.exporting.export(path, [window.session.locale], suffix)
    wait_for(lambda: bool(ended))
    window.exporting.ended.disconnect(ended.append)
    assert ended == [None]
    assert path.stat().st_size > 0


def look_around(window: MainWindow) -> None:
    """Every tab and page of the help, the licences, the announcement, a figure explained."""
    for language in ("ja", "en"):
        window.set_language(language)
        for _ in range(window.results.count()):
            window.turn_tab(1)
            QApplication.processEvents()
        window.show_help()
        pages = window.findChild(Help)
        assert pages is not None
        for row in range(pages.contents.count()):
            pages.contents.setCurrentRow(row)
            assert pages.page.toPlainText()
        pages.close()
    window.show_about()
    next(one for one in window.findChildren(QDialog) if one.isVisible()).close()
    window.show_announcement()
    window.session.go_to("shares.issued")
    window.explain()
    QApplication.processEvents()
