"""The report as it will be printed: leafed through on the screen, then sent to a printer or saved as a PDF."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...domain.message import N_, Message
from ...export.report.content import PAGE, Report, report
from ...export.report.marks import PAPERS, Paper
from ...i18n import LANGUAGES, Locale, locale_for
from .. import settings
from ..icons import icon
from ..session import Session
from ..theme import GAP, MARGIN, SMALL_MARGIN
from .fonts import PaperMeasure
from .painting import paint
from .pdf import page_layout

SIZE = (940, 800)
ICON = 16
ZOOM = 1.25
BOTH = N_("Both languages")
#: Languages are named in themselves, here as in the toolbar.
OWN_NAMES = {"ja": "日本語", "en": "English"}
WHOLE, WIDE, ALL = N_("Whole page"), N_("Page width"), N_("All pages")
NO_PRINTER = N_("The printer does not answer; nothing was printed.")


class Writer(Protocol):
    """What writes files beside the window."""

    def ask_and_export(self, suffix: str, first: tuple[str, ...]) -> bool: ...
    def export(self, path: Path, locales: list[Locale], suffix: str) -> None: ...


class Preview(QDialog):
    """Pages above one another, and what can be chosen about them in one row."""

    def __init__(self, session: Session, exporting: Writer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print")
        self._session, self._exporting = session, exporting
        self._measure = PaperMeasure()
        self._made: tuple[object, Report] | None = None
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setFullPage(True)
        self._pages = QPrintPreviewWidget(self.printer, self)
        self._pages.paintRequested.connect(self._paint)
        self._print, self._save, self._close = QPushButton(), QPushButton(), QPushButton()
        self._paper, self._language, self._view = QComboBox(), QComboBox(), QComboBox()
        self._paper_label, self._language_label, self._number = QLabel(), QLabel(), QLabel()
        self._previous, self._next, self._smaller, self._larger = (QToolButton() for _ in range(4))
        self._fill_choices()
        self._put_together()
        self._connect()
        self.resize(*SIZE)
        self._choose()
        self.retranslate()

    def _fill_choices(self) -> None:
        self._paper.addItems(list(PAPERS))
        self._paper.setCurrentText(settings.paper())
        current = self._session.locale.language
        order = [current, *(name for name in LANGUAGES if name != current)]
        for name in order:
            self._language.addItem(OWN_NAMES[name], (name,))
        self._language.addItem("", LANGUAGES)
        for _ in (WHOLE, WIDE, ALL):
            self._view.addItem("")

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in (self._print, self._save, None, self._paper_label, self._paper, self._language_label,
                     self._language, None, self._previous, self._number, self._next, None, self._smaller,
                     self._larger, self._view):  # fmt: skip
            if part is None:
                row.addSpacing(MARGIN)
            else:
                row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setContentsMargins(SMALL_MARGIN, 0, SMALL_MARGIN, 0)
        self._print.setDefault(True)

    def _connect(self) -> None:
        self._print.clicked.connect(self._ask_and_print)
        self._save.clicked.connect(self._ask_and_save)
        self._close.clicked.connect(self.reject)
        self._paper.currentIndexChanged.connect(self._choose)
        self._language.currentIndexChanged.connect(self._choose)
        self._view.currentIndexChanged.connect(self._show_as)
        self._pages.previewChanged.connect(self._say_number)
        buttons = (
            (self._previous, "previous", lambda: self._leaf(-1), QKeySequence.StandardKey.MoveToPreviousPage),
            (self._next, "next", lambda: self._leaf(1), QKeySequence.StandardKey.MoveToNextPage),
            (self._smaller, "smaller", lambda: self._zoom(1 / ZOOM), QKeySequence.StandardKey.ZoomOut),
            (self._larger, "larger", lambda: self._zoom(ZOOM), QKeySequence.StandardKey.ZoomIn),
        )
        for button, name, run, keys in buttons:
            button.setIcon(icon(name))
            button.setIconSize(QSize(ICON, ICON))
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setShortcut(QKeySequence(keys))
            button.clicked.connect(run)

    # -- the pages

    @property
    def _languages(self) -> tuple[str, ...]:
        return tuple(self._language.currentData())

    def _choose(self) -> None:
        """Set the pages again, for another paper or language."""
        name = self._paper.currentText()
        settings.remember_paper(name)
        self.printer.setPageLayout(page_layout(PAPERS[name]))
        self._pages.updatePreview()

    def _report(self) -> Report:
        """The report on the paper that the printer holds; set once for a paper and a choice of languages."""
        paper, languages, book = _paper_of(self.printer), self._languages, self._session.book
        key = (paper, languages, book)
        if self._made is None or self._made[0] != key:
            today = datetime.now(UTC).astimezone().date()
            locales = [locale_for(language) for language in languages]
            styles = settings.number_styles()
            self._made = (key, report(book, locales, paper, self._measure, today, number_styles=styles))
        return self._made[1]

    def _paint(self, printer: QPrinter) -> None:
        paint(self._report(), printer, self._measure)

    # -- leafing

    def _leaf(self, step: int) -> None:
        self._pages.setCurrentPage(self._pages.currentPage() + step)
        self._say_number()

    def _zoom(self, factor: float) -> None:
        self._pages.zoomIn(factor)

    def _show_as(self, index: int) -> None:
        """Show a page whole, as wide as the window, or all pages together."""
        if index == 2:
            self._pages.setAllPagesViewMode()
            return
        self._pages.setSinglePageViewMode()
        if index == 1:
            self._pages.fitToWidth()
        else:
            self._pages.fitInView()

    def _say_number(self) -> None:
        number, count = self._pages.currentPage(), self._pages.pageCount()
        self._number.setText(self._session.locale.text(PAGE, number=number, count=count))
        self._previous.setEnabled(number > 1)
        self._next.setEnabled(number < count)

    # -- what comes of it

    def _ask_and_save(self) -> None:
        if self._exporting.ask_and_export("pdf", self._languages):
            self.accept()

    def _ask_and_print(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._report().pages))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.print()

    def print(self) -> None:
        """Print the pages that were asked for; a PDF, which is a printer to some systems, is written as ours."""
        name = self.printer.outputFileName()
        if name:
            self._exporting.export(Path(name), [locale_for(language) for language in self._languages], "pdf")
            self.accept()
            return
        first, last = max(1, self.printer.fromPage()), self.printer.toPage()
        if paint(self._report(), self.printer, self._measure, first=first, last=last):
            self.accept()
            return
        from ..dialogs import ask  # noqa: PLC0415  # not needed for the preview

        ask(self._session, self, Message(NO_PRINTER), Message(""), "Ok")

    # -- words

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self.setWindowTitle(text(N_("Print preview")))
        self._print.setText(text(N_("&Print…")))
        self._save.setText(text(N_("&Save as PDF…")))
        self._close.setText(text(N_("Close")))
        for label, box, words in (
            (self._paper_label, self._paper, N_("P&aper")),
            (self._language_label, self._language, N_("&Language")),
        ):
            label.setText(text(words))
            label.setBuddy(box)
        for index, words in enumerate((WHOLE, WIDE, ALL)):
            self._view.setItemText(index, text(words))
        self._view.setAccessibleName(text(N_("View")))
        self._language.setItemText(self._language.count() - 1, text(BOTH))
        named = ((self._previous, N_("Previous page")), (self._next, N_("Next page")), (self._smaller, N_("Smaller")),
                 (self._larger, N_("Larger")))  # fmt: skip
        for tool, words in named:
            tool.setAccessibleName(text(words))
            keys = tool.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tool.setToolTip(f"{text(words)} ({keys})" if keys else text(words))
        self._pages.setAccessibleName(text(N_("Pages")))
        self._say_number()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _paper_of(printer: QPrinter) -> Paper:
    """The paper that a printer holds."""
    full = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    return Paper(full.width(), full.height())
