"""A workbook that was exported is opened in the window, changed and saved as a scenario."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.document import scenario_file
from desktop.document.scenario_file import Loaded
from desktop.ui.main_window import MainWindow
from tests.examples import opening_scenario
from tests.export.books import write
from tests.stories.conftest import Opened, answer, enter, name, when_asked


def test_workbook_opens_as_a_copy_and_is_saved_as_a_scenario(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    book = write(tmp_path / "from a colleague.xlsx", opening_scenario(), "ja")
    before = book.read_bytes()
    window = opened(None)
    when_asked(name(book))
    window.actions_list.by_name["open"].trigger()
    assert window.session.scenario == opening_scenario()
    assert window.windowTitle() == "from a colleague[*] — Bunkatsu"
    assert not window.isWindowModified()
    assert "from a colleague.xlsx" in said(window)
    with qtbot.waitActive(window):  # again, after the dialog
        window.activateWindow()
    enter(window, "shares.treasury", "1,000")
    suggested: list[str] = []

    def save(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        suggested.extend(dialog.selectedFiles())
        dialog.accept()

    when_asked(save)
    window.actions_list.by_name["save"].trigger()
    saved = tmp_path / "from a colleague.bunkatsu"
    assert suggested == [str(saved)]
    assert window.windowTitle() == "from a colleague.bunkatsu[*] — Bunkatsu"
    assert book.read_bytes() == before
    loaded = scenario_file.load(saved)
    assert isinstance(loaded, Loaded)
    assert loaded.scenario.shares.treasury == 1000


def said(window: MainWindow) -> str:
    assert window.session.notice is not None
    return window.session.locale.text(window.session.notice)


def test_workbook_given_at_the_start_is_open(opened: Opened, tmp_path: Path) -> None:
    window = opened(str(write(tmp_path / "a.xlsx", opening_scenario())))
    assert window.session.scenario == opening_scenario()
    assert window.session.name == "a"


def test_other_workbook_is_refused_in_a_sentence_and_nothing_changes(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK")
    window = opened("example:iij-2020")
    before = window.session.scenario
    sentences: list[str] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        sentences.append(dialog.informativeText())
        answer(QMessageBox.StandardButton.Ok)(dialog)

    when_asked(read)
    window.documents.open_path(path)
    QApplication.processEvents()
    assert sentences == ["a.xlsx: this is no Excel workbook (.xlsx), or it is damaged."]
    assert window.session.scenario is before
