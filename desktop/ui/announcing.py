"""The ways to an announcement: the menu, the clipboard, what is dropped on the window, a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ..files import is_announcement
from .documents import Documents
from .received import files_in, is_long, on_clipboard
from .session import Session

if TYPE_CHECKING:
    from .announcement_window import AnnouncementWindow
    from .review.dialog import ReviewDialog
    from .review.loading import Loading


class Announcing(QObject):
    """Opens the review of an announcement."""

    def __init__(
        self, session: Session, documents: Documents, window: QWidget, languages: Callable[[], list[QAction]]
    ) -> None:
        super().__init__(window)
        self._session, self._documents, self._window, self._languages = session, documents, window, languages
        self._dialog: ReviewDialog | None = None
        self._loading: Loading | None = None
        self._reading: AnnouncementWindow | None = None
        session.announcement_asked.connect(self.show_passage)

    def open(self) -> ReviewDialog:
        """Ask for an announcement, and show what it says."""
        from .review.dialog import ReviewDialog  # noqa: PLC0415  # not needed for the first picture
        from .review.loading import Loading  # noqa: PLC0415

        if self._loading is None:
            self._loading = Loading(self)
        if self._dialog is None:
            self._dialog = ReviewDialog(self._session, self._documents, self._loading, self._window, self._languages())
            self._dialog.finished.connect(self._forget)
        self._dialog.open()
        return self._dialog

    def open_file(self, path: Path) -> None:
        """Show what the announcement in a file says."""
        self.open().read_file(path)

    def paste(self) -> None:
        """Show what the announcement on the clipboard says."""
        self.open().paste()

    def paste_long(self) -> None:
        """Do so where the clipboard holds a long text; a value has its place in a field."""
        if is_long(on_clipboard()):
            self.paste()

    def show_passage(self, path: str) -> None:
        """Show the announcement that the document was read from, at the passage of a path."""
        from .announcement_window import AnnouncementWindow  # noqa: PLC0415  # not needed for the first picture

        if self._reading is None:
            self._reading = AnnouncementWindow(self._session, self._window)
        self._reading.show_passage(path)

    def accepts(self, data: QMimeData) -> bool:
        """Whether what is dragged over the window can be dropped there."""
        return data.hasUrls() or data.hasText() or data.hasHtml()

    def drop(self, data: QMimeData) -> None:
        """Show what the announcement says that was dropped."""
        files = files_in(data)
        if files:
            self.open_file(next(filter(is_announcement, files), files[0]))
        else:
            self.open().receive(data)

    def end(self) -> None:
        """Let go of the announcement that is being read."""
        if self._dialog is not None:
            self._dialog.reject()
        if self._reading is not None:
            self._reading.close()
        if self._loading is not None:
            self._loading.end()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
