"""The checks on the Summary: how many fail and hold, and the first failures in a sentence each."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...domain.message import N_
from ...presentation.finding_words import told
from ...presentation.findings import Finding
from ..form.breaks import bound
from ..icons import draw
from ..session import CHECKS, Session
from ..theme import GAP, colours, scaled, sized
from .check_counts import CheckCounts
from .check_delegate import WRAPPED, mark_colour, ring
from .look import MARK, MARK_GAP

#: How many failures are told here; the list tells all.
TOLD = 3
AIR = 3
#: From this part of the usual size on the counts stand below their heading, in percent.
LARGE_TEXT = 150


class CheckSummary(QWidget):
    """A heading with the counts, and below it the worst failures; re-read by the page that holds it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._heading, self._counts = QLabel(), CheckCounts(session, takes_focus=True)
        self._lines = [FindingLine(session, self) for _ in range(TOLD)]
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        heading = QBoxLayout(down if sized(100) > LARGE_TEXT else across)
        heading.setSpacing(GAP)
        heading.addWidget(self._heading)
        heading.addWidget(self._counts)
        heading.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GAP, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        for line in self._lines:
            column.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def refresh(self) -> None:
        """Re-read the session."""
        found = self._session.findings
        self._heading.setFont(scaled(self.font(), 1.0, semibold=True))
        self._heading.setText(self._session.locale.text(N_("Checks")))
        self._counts.refresh()
        failing = [finding for finding in found if finding.is_trouble][:TOLD]
        for line, finding in zip(self._lines, failing, strict=False):
            line.tell(finding)
        for line in self._lines[len(failing) :]:
            line.hide()
        self.setVisible(bool(found))


class FindingLine(QAbstractButton):
    """A failure in one sentence with its mark; it wraps, and opens the list."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._finding: Finding | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self._session.go_to(CHECKS))

    def tell(self, finding: Finding) -> None:
        """Show a failure."""
        locale = self._session.locale
        words = told(finding, self._session.book, locale)
        self._finding = finding
        fields = {"check": finding.check.id, "sentence": words.sentence}
        self.setText(locale.text(N_("{check} {sentence}"), **fields))
        self.setAccessibleName(locale.text(N_("{word} {check}: {sentence}"), word=words.word, **fields))
        self._fit()
        self.show()

    def _words_rect(self) -> QRect:
        return self.rect().adjusted(MARK + MARK_GAP, AIR, 0, -AIR)

    def _fit(self) -> None:
        space = QRect(0, 0, max(80, self._words_rect().width()), 10_000)
        words = QFontMetrics(self.font()).boundingRect(space, int(WRAPPED), bound(self.text()))
        self.setFixedHeight(max(words.height(), MARK) + 2 * AIR)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._finding is None:
            return
        painter = QPainter(self)
        line = QFontMetrics(self.font()).height()
        place = QRectF(0, AIR + (line - MARK) / 2, MARK, MARK)
        draw(painter, self._finding.mark, place, mark_colour(self._finding.mark))
        painter.setPen(colours().text)
        painter.drawText(self._words_rect(), int(WRAPPED), bound(self.text()))
        if self.hasFocus():
            ring(painter, self.rect(), colours().accent)
