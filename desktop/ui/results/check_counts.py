"""How many checks fail, stay open and hold: shapes with words, a click on which shows the list."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ...domain.message import N_
from ...presentation.findings import counts
from ..icons import icon
from ..session import CHECKS, Session
from ..theme import GAP, widened
from .check_delegate import mark_colour

SIZE = 14


class CheckCounts(QWidget):
    """A row of flat buttons, one for every count; re-read by its owner."""

    def __init__(self, session: Session, *, takes_focus: bool) -> None:
        super().__init__()
        self._session, self._takes_focus = session, takes_focus
        self._buttons: list[QPushButton] = []
        self._shown: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP // 2)

    def refresh(self) -> None:
        """Re-read the session."""
        found = counts(self._session.findings, self._session.locale)
        if found == self._shown:
            return  # the bar need not be laid out again
        self._shown = found
        while len(self._buttons) < len(found):
            self._buttons.append(self._made())
        for button, count in zip(self._buttons, found, strict=False):
            button.setIcon(icon(count.mark, partial(mark_colour, count.mark)))
            button.setText(count.words)
            button.setAccessibleDescription(self._session.locale.text(N_("Show the checks")))
            button.show()
        for button in self._buttons[len(found) :]:
            button.hide()
        self.setVisible(bool(found))

    def _made(self) -> QPushButton:
        button = QPushButton(self)
        button.setFlat(True)
        button.setIconSize(QSize(widened(SIZE), widened(SIZE)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._takes_focus else Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._session.go_to(CHECKS))
        self._row.addWidget(button)
        return button
