"""Three short hints above the example that the first start opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ..domain.message import N_
from . import settings
from .bars import Bar
from .theme import GAP, MARGIN, scaled

if TYPE_CHECKING:
    from .main_window import MainWindow

HINTS = (
    N_("Type over anything on the left: every result on the right follows at once."),
    N_("Point at a figure, or press Space on it: it says how it comes about and on which rule it rests."),
    N_("Your own case: read an announcement, or begin with File › New. F1 explains the rules."),
)


class Hints(Bar):
    """The hints, until somebody puts them away or leaves the example; then never again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.session)
        self.setObjectName("hints")
        self._window = window
        self._words = [self._add(number) for number in range(1, len(HINTS) + 1)]
        self.close_button = self.button()
        self.close_button.setObjectName("hints.close")
        self.close_button.clicked.connect(self.put_away)
        self.session.changed.connect(self._leave_with_the_example)

    def _add(self, number: int) -> QLabel:
        figure, words = QLabel(str(number)), QLabel()
        figure.setFont(scaled(figure.font(), 1, semibold=True))
        words.setWordWrap(True)
        for label in (figure, words):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.row.addWidget(figure)
        self.row.addWidget(words, 1)
        self.row.addSpacing(MARGIN if number < len(HINTS) else GAP)
        return words

    def retranslate(self) -> None:
        text = self.session.locale.text
        self.setAccessibleName(text(N_("Hints")))
        for label, words in zip(self._words, HINTS, strict=True):
            label.setText(text(words))
        self.close_button.setText(text(N_("Got it")))

    def put_away(self) -> None:
        """Show the hints no more."""
        self._take_away()
        self._window.form.focus_last()

    def _leave_with_the_example(self) -> None:
        """Who goes on with a case of their own has read them."""
        if not self.session.is_example:
            self._take_away()

    def _take_away(self) -> None:
        settings.remember_hints_read()
        self.session.changed.disconnect(self._leave_with_the_example)
        self._window.bars.take_away(self)
