"""Result sheets on the screen."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.presentation.sections import SHEETS
from desktop.ui.results.sheet import ResultSheet
from desktop.ui.session import Session

#: Sheets live until the test ends: nobody else holds them.
KEPT: list[ResultSheet] = []


def shown_sheet(qtbot: QtBot, session: Session, section: str, width: int = 1112) -> ResultSheet:
    sheet = ResultSheet(session, next(s for s in SHEETS if s.section == section))
    qtbot.addWidget(sheet)
    KEPT.append(sheet)
    sheet.resize(width, 900)
    sheet.show()
    QApplication.processEvents()
    return sheet
