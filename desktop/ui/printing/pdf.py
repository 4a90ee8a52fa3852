"""The report as a PDF file: from the window, and from the command line without a display."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from ... import __version__
from ...export.report.content import Report, report
from ...export.report.marks import Paper, Text
from ...files import FileProblem, write_atomically, writing_problem
from ...i18n import Locale
from ...presentation.articles import NUMBER_STYLES
from ...presentation.book import Book
from .fonts import UNITS, PaperMeasure, glyphs
from .painting import paint
from .readable import readable

#: So many characters without a font are named.
SAID = 20
Progress = Callable[[int, int], bool]


class StoppedError(Exception):
    """The person does not want the report any more."""


def write_pdf(
    path: Path,
    book: Book,
    locales: Sequence[Locale],
    paper: Paper,
    *,
    number_styles: Mapping[str, str] = NUMBER_STYLES,
    progress: Progress | None = None,
    warn: Callable[[str], None] = lambda characters: None,  # noqa: ARG005
) -> FileProblem | None:
    """Write the report as a PDF, whole or not at all; the problem if it cannot be written.

    `progress` is told how many pages are done of how many, and answers False to cancel: then nothing is written.
    `warn` is told the characters that no font has.
    """
    measure = PaperMeasure()
    told = _Told(progress)
    try:
        today = datetime.now(UTC).astimezone().date()
        made = report(book, locales, paper, measure, today, number_styles=number_styles, tick=told.asked)
        told.total = len(made.pages)
        write_atomically(path, pdf(made, measure, tick=told.page))
        if missing := missing_characters(made):
            warn("".join(missing[:SAID]))
    except StoppedError:
        return None
    except OSError as error:
        return writing_problem(path, error)
    return None


class _Told:
    """Tells how far the work is, and stops it where it is not wanted any more."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress, self._done = progress, 0
        self.total = 1

    def asked(self) -> None:
        """Go on, or stop."""
        if self._progress and not self._progress(self._done, self.total):
            raise StoppedError

    def page(self) -> None:
        """One more page is done."""
        self._done += 1
        self.asked()


def pdf(made: Report, measure: PaperMeasure, *, tick: Callable[[], None] = lambda: None) -> bytes:
    """The pages as the bytes of a PDF file, with their fonts, and with text that can be searched and copied."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNITS)
    writer.setPageLayout(page_layout(made.paper))
    writer.setTitle(made.title)
    writer.setCreator(f"Bunkatsu {__version__}")
    paint(made, writer, measure, tick=tick)
    return readable(bytes(buffer.data().data()), characters(made))


def page_layout(paper: Paper) -> QPageLayout:
    """The paper for Qt: without margins, for the report has its own."""
    is_wide = paper.width > paper.height
    upright = QSizeF(paper.height, paper.width) if is_wide else QSizeF(paper.width, paper.height)
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    side = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    return QPageLayout(size, side, QMarginsF())


def characters(made: Report) -> set[str]:
    """Every character on the pages."""
    texts = (mark.text for page in made.pages for _, _, mark in page if isinstance(mark, Text))
    return {character for text in texts for character in text}


def missing_characters(made: Report) -> list[str]:
    """The characters that no font of this computer has."""
    found = glyphs(sorted(characters(made)), 10, bold=False)
    return sorted(name for name, (_, glyph) in found.items() if not glyph and not name.isspace())


def without_display() -> QGuiApplication:
    """Qt for drawing alone: no window is shown, and no display is needed."""
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([sys.argv[0]])
