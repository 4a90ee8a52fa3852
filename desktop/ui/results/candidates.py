"""Under the table of candidate ratios: the field for one's own, and buttons that take a ratio over into the form."""

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ...domain.message import N_
from ...domain.scenario import TERMS
from ...domain.split import Split
from ...domain.term import SHARES
from ...presentation.forms import FormLine
from ...presentation.wording import split_sentence
from ..form.fields import Columns, field_for
from ..session import Session
from ..theme import GAP, SECONDARY, scaled

OWN = (TERMS["candidate.old"], TERMS["candidate.new"])
TAKE_OVER, TAKE_OVER_THIS = N_("Take over into the form:"), N_("Take over: {sentence}")
RATIO = N_("{old}:{new}")
#: Beside the words of a button; the page is no wider than the tables on it.
AIR = 28


class Candidates(QWidget):
    """The ratio of one's own, and a button for every candidate."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._own = QWidget(self)
        self._field = field_for(session, self._own, FormLine(OWN), SHARES)
        self._label = QLabel(self)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP // 2, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._placed_field())
        column.addWidget(self._label)
        self._line = QHBoxLayout()
        self._line.setSpacing(GAP)
        self._line.addStretch(1)
        column.addLayout(self._line)
        session.changed.connect(self.refresh)
        self._word()

    def _placed_field(self) -> QWidget:
        grid = QGridLayout(self._own)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        self._field.place(grid, 0)
        grid.setColumnStretch(3, 1)
        columns = Columns(narrow=False)
        self._field.set_columns(columns)
        for editor in self._field.editors:
            editor.setFixedWidth((columns.editor - 28) // 2)
        return self._own

    def refresh(self) -> None:
        """Re-read the candidates."""
        self._field.refresh()
        candidates = self._candidates()
        while len(self._buttons) < len(candidates):
            self._add_button()
        locale = self._session.locale
        for button, candidate in zip(self._buttons, candidates, strict=False):
            sentence = split_sentence(candidate)
            words = locale.text(TAKE_OVER_THIS, sentence=locale.text(sentence) if sentence else "")
            ratio = {"old": locale.given(candidate.old, SHARES), "new": locale.given(candidate.new, SHARES)}
            button.setText(locale.text(RATIO, **ratio))
            button.setFixedWidth(button.fontMetrics().horizontalAdvance(button.text()) + AIR)  # else far wider
            button.setEnabled(sentence is not None)
            button.setToolTip(words)
            button.setAccessibleName(words)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(candidates))

    def _add_button(self) -> None:
        button = QPushButton(self)
        button.setAutoDefault(False)
        number = len(self._buttons)
        button.setObjectName(f"candidates.{number}")
        button.clicked.connect(lambda _=False, n=number: self._take_over(n))
        self._buttons.append(button)
        self._line.insertWidget(number, button)

    def _candidates(self) -> list[Split]:
        results = self._session.book.results
        pairs = zip(results.column("candidates[].old"), results.column("candidates[].new"), strict=True)
        return [Split(_decimal(old), _decimal(new)) for old, new in pairs]

    def _take_over(self, number: int) -> None:
        candidate = self._candidates()[number]
        self._session.edit_many([("split.old", candidate.old), ("split.new", candidate.new)])

    def _word(self) -> None:
        self._field.retranslate()
        self._label.setFont(scaled(self.font(), SECONDARY))
        self._label.setText(self._session.locale.text(TAKE_OVER))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        elif event.type() == QEvent.Type.PaletteChange:
            self._field.recolour()


def _decimal(value: object) -> Decimal | None:
    """A side of a ratio, which has at most six decimals, as a term holds it."""
    if not isinstance(value, int | Fraction):
        return None
    return Decimal(value.numerator) / Decimal(value.denominator)
