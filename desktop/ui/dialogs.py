"""Questions and messages that keep up with the language while they are open."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from .. import __version__
from ..domain.message import N_, Message
from ..presentation.components import shipped
from .session import Session
from .theme import MARGIN, SENTENCE, WIDE_MARGIN, scaled

Button = QMessageBox.StandardButton

_BUTTON_WORDS: Mapping[Button, str] = {
    Button.Save: N_("Save"),
    Button.Discard: N_("Don't save"),
    Button.Cancel: N_("Cancel"),
    Button.Ok: N_("OK"),
}


class Question(QMessageBox):
    """A message box whose sentences and buttons follow the language."""

    def __init__(
        self, session: Session, parent: QWidget, text: Message, detail: Message, buttons: list[Button]
    ) -> None:
        super().__init__(parent)
        self._session, self._text, self._detail = session, text, detail
        self.setIcon(QMessageBox.Icon.Question if len(buttons) > 1 else QMessageBox.Icon.Warning)
        for button in buttons:
            self.addButton(button)
        self.setDefaultButton(buttons[0])
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        locale = self._session.locale
        self.setWindowTitle("Bunkatsu")
        self.setText(locale.text(self._text))
        self.setInformativeText(locale.text(self._detail))
        for button, words in _BUTTON_WORDS.items():
            shown: QAbstractButton | None = self.button(button)
            if shown is not None:
                shown.setText(locale.text(words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def ask(session: Session, parent: QWidget, text: Message, detail: Message, *buttons: str) -> str:
    """Show a question and wait; the buttons, and the answer, are names such as "Save" and "Cancel"."""
    question = Question(session, parent, text, detail, [getattr(Button, name) for name in buttons])
    return str(Button(question.exec()).name)


def chosen_file(
    parent: QWidget, title: str, suggested: Path, filters: list[str], *, saved_as: str = ""
) -> tuple[str, str]:
    """Ask for a file to open, or (with a suffix) to save as; answers the path, or nothing, and the kind chosen."""
    folder = suggested.parent if saved_as else suggested
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)  # else Qt takes it for a name
    dialog = QFileDialog(parent, title, str(there))
    dialog.setNameFilters(filters)
    if saved_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(saved_as)
        dialog.selectFile(suggested.name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.selectedFiles()[0] if accepted else "", dialog.selectedNameFilter()


ABOUT_SIZE = (620, 640)
QT_TERMS = N_(
    "The window is made with Qt and PySide6, which are used unchanged under the GNU LGPL version 3. Their libraries are"
    " files of their own: you may replace them by changed ones and may examine the program for that purpose. Their"
    " source is found at download.qt.io and code.qt.io."
)


class _Reading(QDialog):
    """A dialog to read: a title, some text, a button to close it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = QLabel()
        self.heading.setFont(scaled(self.font(), SENTENCE, semibold=True))
        # A button of our own: Qt would put its own words on a standard one after us.
        self.close_button = QPushButton()
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(WIDE_MARGIN, WIDE_MARGIN, WIDE_MARGIN, MARGIN)
        self.column.setSpacing(MARGIN)
        self.column.addWidget(self.heading)

    def finish(self) -> None:
        """Add the button below everything else, and the words."""
        self.column.addWidget(self.buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.close_button.setText(self.session.locale.text(N_("Close")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class About(_Reading):
    """What the program is, which version, and the licences of what it is made with."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._text, self._qt = QLabel(), QLabel()
        self._list, self._licence = QTreeWidget(), QPlainTextEdit()
        for label in (self._text, self._qt):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for component, version in shipped():
            item = QTreeWidgetItem(self._list, [component.name, version, component.licence])
            item.setData(0, Qt.ItemDataRole.UserRole, component)
        self._list.setRootIsDecorated(False)
        self._list.currentItemChanged.connect(self._show_licence)
        self._licence.setReadOnly(True)
        for widget in (self._text, self._qt, self._list, self._licence):
            self.column.addWidget(widget)
        self.finish()
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        for column in range(self._list.columnCount()):
            self._list.resizeColumnToContents(column)
        self.resize(*ABOUT_SIZE)

    def _show_licence(self, item: QTreeWidgetItem) -> None:
        self._licence.setPlainText(item.data(0, Qt.ItemDataRole.UserRole).text)

    def retranslate(self) -> None:
        super().retranslate()
        text = self.session.locale.text
        self.setWindowTitle(text(N_("About Bunkatsu")))
        self.heading.setText(text(N_("Bunkatsu {version}"), version=__version__))
        self._text.setText(text(N_("Works out everything that follows from a stock split, on this computer alone.")))
        self._qt.setText(text(QT_TERMS))
        self._list.setHeaderLabels([text(N_("Component")), text(N_("Version")), text(N_("Licence"))])
        self._list.setAccessibleName(text(N_("What the program is made with")))
        self._licence.setAccessibleName(text(N_("Licence")))
