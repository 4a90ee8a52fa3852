"""The text of an announcement and what was read from it, side by side; moving in one moves in the other."""

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from ...domain.message import N_
from ...domain.scenario import Scenario
from ...domain.split import Split
from ...notice.reading import Reading
from ...presentation.review import Review
from ...presentation.review_lines import doubt_path, doubts
from ...presentation.wording import split_sentence
from ..session import Session
from ..theme import FIGURE, GAP, MARGIN, SECONDARY, SMALL_MARGIN, colours, paint_text, scaled
from .fields import FieldList
from .loading import Name
from .places import ENDLESS
from .text import ReviewText

#: Of the width the text has so many parts of a hundred, the values the rest.
TEXT_PART = 42
KEYS = N_("Space: take or leave out · F2: edit · F6: text and values · Enter: take over")


class ReviewPage(QSplitter):
    """Left the paper, right the form."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self._name: Name = ""
        self.reading: Reading | None = None
        self.text, self.fields = ReviewText(self), FieldList(session, self)
        self._source, self._company, self._sentence, self._keys = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._company, self._sentence, self._keys):
            label.setWordWrap(True)
        self._sentence.setObjectName("review.sentence")
        self.addWidget(self._side(QPalette.ColorRole.Base, [self._source], self.text))
        values = self._side(QPalette.ColorRole.Window, [self._company, self._sentence], self.fields)
        self._keys.setContentsMargins(MARGIN, SMALL_MARGIN, MARGIN, 0)
        cast("QVBoxLayout", values.layout()).addWidget(self._keys)
        self.addWidget(values)
        self.setSizes([TEXT_PART * ENDLESS, (100 - TEXT_PART) * ENDLESS])
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.fields.came_to.connect(self.text.go_to)
        self.text.entered.connect(self.fields.go_to)
        self.text.mark_activated.connect(self.fields.go_to)
        self.fields.lines.decided.connect(self.refresh)
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self._to_other_side)

    def _to_other_side(self) -> None:
        """Give the focus to the text, or back to the values."""
        other = self.fields if self.text.hasFocus() else self.text
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _side(self, ground: QPalette.ColorRole, heads: list[QLabel], content: QWidget) -> QWidget:
        side = QWidget()
        side.setAutoFillBackground(True)
        side.setBackgroundRole(ground)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, MARGIN, 0, 0)
        column.setSpacing(SMALL_MARGIN)
        for label in heads:
            label.setContentsMargins(MARGIN, 0, MARGIN, 0)
            column.addWidget(label)
        column.addSpacing(GAP)
        column.addWidget(content, 1)
        return side

    def show_reading(self, name: Name, reading: Reading, review: Review, scenario: Scenario) -> None:
        """Show a reading, and what of it is to come into a scenario."""
        self._name, self.reading = name, reading
        self.text.show_reading(reading.text, (*reading.places, *doubts(reading.problems)))
        self.show_review(review, scenario)

    def show_review(self, review: Review, scenario: Scenario) -> None:
        """Show what is to come into another scenario."""
        self.fields.show_review(review, scenario)
        self.retranslate()

    @property
    def review(self) -> Review:
        """What the person has decided."""
        return self.fields.lines.review

    def refresh(self) -> None:
        """Say back what the values come to, and mark what is left out."""
        accepted, review = self.review.accepted, self.review
        split = Split(**{name: accepted.get(f"split.{name}") for name in ("old", "new")})  # type: ignore[arg-type]
        sentence = split_sentence(split) if split.old and split.new else None
        self._sentence.setText(self._session.locale.text(sentence) if sentence else "")
        self._sentence.setVisible(sentence is not None)
        company = [str(accepted[path]) for path in ("company.name", "company.code") if path in accepted]
        self._company.setText(" · ".join(company))
        self._company.setVisible(bool(company))
        self.text.leave_out(frozenset(item.path for item in review.items if not review.takes(item.path)))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self._sentence.setFont(scaled(self.font(), FIGURE, semibold=True))
        for label in (self._source, self._company, self._keys):
            label.setFont(scaled(self.font(), SECONDARY))
            paint_text(label, colours().secondary)
        self._source.setText(self._name if isinstance(self._name, str) else text(self._name))
        self._keys.setText(text(KEYS))
        self.text.setAccessibleName(text(N_("Text of the announcement")))
        problems = enumerate(self.reading.problems if self.reading else ())
        names = {doubt_path(number): text(problem) for number, problem in problems}
        names |= {item.path: text(item.term.words) for item in self.review.items}
        self.text.name_marks(names)
        self.fields.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_sentence"):
            self.retranslate()
