"""The status bar: what the last action did, what cannot be read, the checks, and whether the document is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from ..domain.message import N_
from .exporting import Exporting
from .session import Session
from .theme import MARGIN

if TYPE_CHECKING:
    from .results.check_counts import CheckCounts

#: A progress indication appears where an export takes longer.
PATIENCE_MS = 500


class StatusBar(QStatusBar):
    """Re-reads the session whenever it changes."""

    #: The place of the counts of the checks: after notice, progress, its button and what cannot be read.
    BEFORE_FILE = 4

    def __init__(self, session: Session, exporting: Exporting) -> None:
        super().__init__()
        self._session, self._exporting = session, exporting
        self._notice, self._problems, self._file = QLabel(), QPushButton(), QLabel()
        self._problems.setFlat(True)
        self._problems.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._problems.clicked.connect(self._go_to_problem)
        self._counts: CheckCounts | None = None
        self._progress, self._cancel = QProgressBar(), QPushButton()
        self._progress.setFixedSize(160, 14)
        self._progress.setTextVisible(False)
        self._cancel.clicked.connect(exporting.cancel)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.addWidget(self._notice, 1)
        for part in (self._progress, self._cancel, self._problems, self._file):
            self.addPermanentWidget(part)
        for part in (self._progress, self._cancel):
            part.hide()
        exporting.progressed.connect(self._show_progress)
        exporting.ended.connect(self._hide_progress)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Re-read the session."""
        locale = self._session.locale
        self._notice.setText(locale.text(self._session.notice) if self._session.notice else "")
        drafts = len(self._session.book.drafts)
        self._problems.setVisible(bool(drafts))
        self._problems.setText(locale.plural("{count} field cannot be read", "{count} fields cannot be read", drafts))
        self._file.setText(locale.text(self._file_state()))
        self._cancel.setText(locale.text(N_("Cancel")))
        self._count()

    def _count(self) -> None:
        """Show how many checks fail and hold, once they are looked at."""
        if self._counts is None and self._session.findings:
            from .results.check_counts import CheckCounts  # noqa: PLC0415  # not needed for the first picture

            self._counts = CheckCounts(self._session, takes_focus=False)
            self.insertPermanentWidget(self.BEFORE_FILE, self._counts)
        if self._counts is not None:
            self._counts.refresh()

    def _file_state(self) -> str:
        if self._session.document.modified:
            return N_("Changed")
        return N_("Saved") if self._session.path else N_("Not saved yet")

    def _go_to_problem(self) -> None:
        path = next(iter(self._session.book.drafts), "")
        if path:
            self._session.go_to(path)

    def _show_progress(self, done: int, total: int) -> None:
        if not self._exporting.takes_long(PATIENCE_MS):
            return
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.show()
        self._cancel.show()

    def _hide_progress(self) -> None:
        self._progress.hide()
        self._cancel.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
