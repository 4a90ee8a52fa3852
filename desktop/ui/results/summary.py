"""The Summary: the split in one sentence, the ratio in every convention, the headline figures, the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.message import N_
from ...domain.scenario import is_empty
from ...domain.split import lowest_terms
from ...presentation.sections import summary
from ...presentation.wording import company_line, conventions, split_sentence
from ..session import Session
from ..theme import GAP, SECONDARY, SENTENCE, WIDE_MARGIN, colours, own_viewport, paint_text, scaled, spare_bar
from .empty import EmptyPage
from .timeline import TimeLineBlock
from .view import ResultTable

if TYPE_CHECKING:
    from .check_summary import CheckSummary


class SummaryPage(QScrollArea):
    """The first result tab."""

    def __init__(self, session: Session, start: EmptyPage) -> None:
        super().__init__()
        self._session, self._empty = session, start
        self._event, self._sentence = QLabel(), QLabel()
        self._sentence.setObjectName("summary.sentence")
        self._conventions = Conventions(session)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own_viewport(self, QPalette.ColorRole.NoRole)
        spare_bar(self)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._table = ResultTable(
            session, summary.SHEET.tables[0], f"results.{summary.SHEET.section}", summary.SHEET.title
        )
        self._time_line = TimeLineBlock(session)
        self._checks: CheckSummary | None = None
        self._content = self._laid_out()
        paper = QWidget()
        stack = QVBoxLayout(paper)
        stack.setContentsMargins(WIDE_MARGIN, 2 * GAP, WIDE_MARGIN, 2 * GAP)
        stack.addWidget(self._content)
        stack.addWidget(self._empty)
        stack.addStretch()
        self.setWidget(paper)
        session.changed.connect(self.refresh)
        self.refresh()

    def _laid_out(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self._event, self._sentence):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addWidget(self._conventions)
        column.addSpacing(2 * GAP)
        column.addWidget(self._table)
        column.addSpacing(2 * GAP)
        column.addWidget(self._time_line)
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._style()
        return content

    def _style(self) -> None:
        font: QFont = self.font()
        self._sentence.setFont(scaled(font, SENTENCE, semibold=True))
        self._event.setFont(scaled(font, SECONDARY))
        paint_text(self._event, colours().secondary)

    def refresh(self) -> None:
        """Re-read the session; a hidden page waits until it is shown."""
        if not self.isVisible() and self._sentence.text():
            return
        session = self._session
        empty = is_empty(session.scenario) and not session.book.drafts
        self._empty.setVisible(empty)
        self._content.setVisible(not empty)
        sentence = split_sentence(session.scenario.split)
        self._sentence.setText(session.locale.text(sentence or N_("The ratio of the split is not known yet")))
        self._event.setText(self._event_line())
        self._event.setVisible(bool(self._event.text()))
        self._conventions.refresh()
        self._table.setVisible(self._table.model().rowCount() > 0)
        self._time_line.refresh()
        self._refresh_checks()

    def _refresh_checks(self) -> None:
        """Tell of the checks, once they are looked at."""
        layout = self._content.layout()
        if self._checks is None and self._session.findings and layout is not None:
            from .check_summary import CheckSummary  # noqa: PLC0415  # not needed for the first picture

            self._checks = CheckSummary(self._session, self._content)
            layout.addWidget(self._checks)
        if self._checks is not None:
            self._checks.refresh()

    def _event_line(self) -> str:
        locale, scenario = self._session.locale, self._session.scenario
        ratio = lowest_terms(scenario.split)
        day = self._session.book.value("schedule.effective_date")
        company = company_line(scenario, locale)
        if ratio is not None and day is not None:
            shown = locale.date_with_weekday(day)  # type: ignore[arg-type]  # the term is a date
            words = N_("consolidation effective {day}") if ratio < 1 else N_("stock split effective {day}")
            event = locale.text(words, day=shown)
            return locale.text(N_("{company} · {event}"), company=company, event=event) if company else event
        return company

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not self.widget():
            return  # not put together yet
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._style()
            self._sentence.clear()
            self.refresh()


#: Between the name of a convention and its figure.
BETWEEN = GAP - 2


class Conventions(QWidget):
    """The ratio as each convention writes it: a quiet name, then the figure."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._labels = [(QLabel(), QLabel()) for _ in range(5)]
        for label in (label for pair in self._labels for label in pair):
            label.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def refresh(self) -> None:
        """Re-read the ratio."""
        found = conventions(self._session.scenario.split)
        self.setVisible(bool(found))
        for (name, figure), convention in zip(self._labels, found, strict=False):
            paint_text(name, colours().secondary)
            name.setFont(scaled(self.font(), SECONDARY))
            name.setText(self._session.locale.text(convention.name))
            figure.setText(self._session.locale.text(convention.text))
        self._arrange()

    def _arrange(self) -> None:
        """One pair behind the other, on a further line where the text is large or the window small."""
        x, y = 0, GAP // 2
        line = max(label.sizeHint().height() for pair in self._labels for label in pair)
        for name, figure in self._labels:
            left, right = name.sizeHint().width(), figure.sizeHint().width()
            if x and x + left + BETWEEN + right > self.width():
                x, y = 0, y + line
            name.setGeometry(x, y, left, line)
            figure.setGeometry(x + left + BETWEEN, y, right, line)
            x += left + BETWEEN + right + 2 * GAP + 2 * BETWEEN
        self.setFixedHeight(y + line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
