"""Print preview, PDF and calendar through the window, by its keys and dialogs."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import settings
from desktop.ui.main_window import MainWindow
from desktop.ui.printing.preview import Preview
from tests.stories.conftest import Opened, name, when_asked


def exported(qtbot: QtBot, window: MainWindow, action: str, path: Path, kind: str = "") -> None:
    """Choose an action, name the file (and the kind), and wait until it is written."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        if kind:
            dialog.selectNameFilter(next(words for words in dialog.nameFilters() if kind in words))
        name(path)(dialog)

    when_asked(act)
    with qtbot.waitSignal(window.exporting.ended, timeout=20_000):
        window.actions_list.by_name[action].trigger()
    QApplication.processEvents()


def pages(path: Path) -> list[str]:
    document = pdfium.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def previewed(window: MainWindow, look: Callable[[Preview], None]) -> None:
    """Open the preview by its key, look at it, and leave it."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, Preview)
        dialog.activateWindow()
        QApplication.processEvents()
        try:
            look(dialog)
        finally:
            dialog.reject()

    when_asked(act)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def shown(preview: Preview) -> QPrintPreviewWidget:
    found = preview.findChild(QPrintPreviewWidget)
    assert isinstance(found, QPrintPreviewWidget)
    return found


def button(preview: Preview, words: str) -> QPushButton:
    return next(b for b in preview.findChildren(QPushButton) if b.text().replace("&", "") == words)


def test_the_report_is_exported_as_a_pdf_in_the_language_of_the_choice(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened("example:iij-2020")
    exported(qtbot, window, "export_pdf", tmp_path / "en.pdf")
    assert "Each 1 share becomes 2 shares" in pages(tmp_path / "en.pdf")[0]
    assert window.session.notice is not None
    assert window.session.notice.fields["file"] == "en.pdf"
    exported(qtbot, window, "export_pdf", tmp_path / "ja.pdf", "Japanese")
    assert "1株につき2株の割合で分割" in pages(tmp_path / "ja.pdf")[0]
    exported(qtbot, window, "export_pdf", tmp_path / "both.pdf", "both")
    assert len(pages(tmp_path / "both.pdf")) == len(pages(tmp_path / "en.pdf")) + len(pages(tmp_path / "ja.pdf"))


def test_the_dates_are_exported_as_a_calendar(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    exported(qtbot, window, "export_calendar", tmp_path / "a.ics")
    assert len(Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")) == 11


def test_the_ending_of_the_name_decides(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    exported(qtbot, window, "export", tmp_path / "a.pdf")
    exported(qtbot, window, "export", tmp_path / "a.ics")
    exported(qtbot, window, "export", tmp_path / "a.xlsx")
    assert [(tmp_path / f"a.{end}").read_bytes()[:4] for end in ("pdf", "ics", "xlsx")] == [b"%PDF", b"BEGI", b"PK\3\4"]


def test_without_dates_the_window_says_so(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(None)
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        said.append(dialog.informativeText())
        dialog.accept()

    def act(dialog: QWidget) -> None:
        name(tmp_path / "a.ics")(dialog)
        when_asked(read)

    when_asked(act)
    window.actions_list.by_name["export_calendar"].trigger()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["a.ics: no date is known yet; nothing was saved"]
    assert not (tmp_path / "a.ics").exists()


def test_the_preview_shows_every_page(opened: Opened, qtbot: QtBot) -> None:
    window = opened("example:iij-2020")

    def look(preview: Preview) -> None:
        view = shown(preview)
        assert view.pageCount() > 4
        QTest.keyClick(preview, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: view.currentPage() == 2)  # a button is seen to go down first

    previewed(window, look)


def test_the_preview_follows_paper_and_language_and_remembers_the_paper(opened: Opened) -> None:
    window = opened("example:iij-2020")

    def look(preview: Preview) -> None:
        view, (paper, language, _) = shown(preview), preview.findChildren(QComboBox)
        one = view.pageCount()
        language.setCurrentText("Both languages")
        assert view.pageCount() > one
        paper.setCurrentText("Letter")

    previewed(window, look)
    assert settings.paper() == "Letter"


def test_the_preview_speaks_the_language_in_force(opened: Opened) -> None:
    window = opened("example:iij-2020")

    def look(preview: Preview) -> None:
        assert preview.windowTitle() == "Print preview"
        window.set_language("ja")
        QApplication.processEvents()
        assert preview.windowTitle() == "印刷プレビュー"
        assert button(preview, "閉じる").isEnabled()

    previewed(window, look)


def test_the_preview_leads_to_a_pdf_in_its_own_language(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened("example:iij-2020")

    def look(preview: Preview) -> None:
        preview.findChildren(QComboBox)[1].setCurrentText("日本語")
        when_asked(name(tmp_path / "a.pdf"))
        button(preview, "Save as PDF…").click()

    with qtbot.waitSignal(window.exporting.ended, timeout=20_000):
        previewed(window, look)
    assert "1株につき2株の割合で分割" in pages(tmp_path / "a.pdf")[0]


@pytest.mark.parametrize("to_file", [True, False])
def test_printing_to_a_file_writes_our_pdf(opened: Opened, qtbot: QtBot, tmp_path: Path, to_file: bool) -> None:
    window = opened("example:iij-2020")
    path = tmp_path / "printed.pdf"

    def look(preview: Preview) -> None:
        printer = preview.printer
        assert isinstance(printer, QPrinter)
        printer.setOutputFileName(str(path if to_file else tmp_path / "nowhere" / "printed.pdf"))
        preview.print()

    if not to_file:
        when_problem: list[str] = []

        def read(dialog: QWidget) -> None:
            assert isinstance(dialog, QMessageBox)
            when_problem.append(dialog.informativeText())
            dialog.accept()

        previewed(window, look)
        when_asked(read)
        qtbot.waitUntil(lambda: bool(when_problem))
        assert "the folder of this file does not exist" in when_problem[0]
        return
    with qtbot.waitSignal(window.exporting.ended, timeout=20_000):
        previewed(window, look)
    assert "Each 1 share becomes 2 shares" in pages(path)[0]
