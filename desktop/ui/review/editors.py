"""The editors that open in the box of a value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from ...domain.formula import Kind
from ...domain.message import N_
from ...domain.term import Term
from ...i18n import Locale
from ..form.framed import FramedField


class ValueBox(FramedField):
    """The editor of a number, a day or a text."""

    def __init__(self, parent: QWidget, *, right: bool) -> None:
        super().__init__(parent)
        self.setObjectName("review.value")
        self.setTextMargins(2, 0, 2, 0)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


class ChoiceBox(QComboBox):
    """The editor of a choice, and of yes or no."""

    def __init__(self, parent: QWidget, words: list[str]) -> None:
        super().__init__(parent)
        self.setObjectName("review.choice")
        self.addItems(words)


def choices_of(term: Term, locale: Locale) -> list[str]:
    """The words to choose from."""
    if term.kind is Kind.FLAG:
        return [locale.text(N_("yes")), locale.text(N_("no"))]
    return [locale.text(option.text) for option in term.options]
