"""Questions and messages that keep up with the language while they are open."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from .. import __version__
from ..domain.message import N_, Message
from .actions import plain_words
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
    dialog = QFileDialog(parent, title, str(suggested.parent if saved_as else suggested))
    dialog.setNameFilters(filters)
    if saved_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(saved_as)
        dialog.selectFile(suggested.name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.selectedFiles()[0] if accepted else "", dialog.selectedNameFilter()


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
    """What the program is and which version."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(380)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self._text)
        self.finish()

    def retranslate(self) -> None:
        super().retranslate()
        text = self.session.locale.text
        self.setWindowTitle(text(N_("About Bunkatsu")))
        self.heading.setText(text(N_("Bunkatsu {version}"), version=__version__))
        self._text.setText(
            "\n\n".join(
                (
                    text(N_("Works out everything that follows from a stock split, on this computer alone.")),
                    text(N_("The window is made with Qt, which is used under the GNU LGPL version 3.")),
                )
            )
        )


class Keys(_Reading):
    """All keyboard shortcuts, as the menus have them and beyond."""

    #: Keys of editors and tables, which no menu shows.
    OTHERS: tuple[tuple[str, str], ...] = (
        ("Tab", N_("To the next field")),
        ("Return", N_("Finish the field")),
        ("Ctrl+1", N_("To the first tab, and so on to the ninth")),
        ("Space", N_("Explain the figure")),
        ("Esc", N_("Close the explanation")),
        ("Ctrl+Tab", N_("Leave the table")),
        ("Alt+Up", N_("Move rows up")),
        ("Alt+Down", N_("Move rows down")),
    )

    def __init__(self, session: Session, parent: QWidget, actions: list[tuple[str, str]]) -> None:
        super().__init__(session, parent)
        self._actions = actions
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(WIDE_MARGIN)
        self.column.addLayout(self._grid)
        self._labels = [
            (QLabel(), QLabel(), keys, words) for words, keys in (*actions, *((w, k) for k, w in self.OTHERS))
        ]
        rows = (len(self._labels) + 1) // 2
        for index, (name, keys, _, _) in enumerate(self._labels):
            column = 2 * (index // rows)
            self._grid.addWidget(name, index % rows, column)
            self._grid.addWidget(keys, index % rows, column + 1)
        self.finish()

    def retranslate(self) -> None:
        super().retranslate()
        text = self.session.locale.text
        self.setWindowTitle(text(N_("Keyboard")))
        self.heading.setText(text(N_("Keyboard")))
        for name, keys, shortcut, words in self._labels:
            name.setText(plain_words(text(words)))
            keys.setText(QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText))
