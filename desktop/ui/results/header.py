"""The heading of a result table: one storey, or two where columns stand in groups."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from .columns import NONE
from .look import HEADING, MARK, MARK_GAP, PAD, TWO_STOREYS, Look
from .model import ResultModel
from .shown import Face

UPPER = 22
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ResultHeader(QHeaderView):
    """Painted headings over right-aligned figures, with the titles of groups centred above them."""

    def __init__(self, model: ResultModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model, self.look = model, look
        self.marks_only: frozenset[int] = frozenset()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @property
    def two_storeys(self) -> bool:
        """Whether any column on show belongs to a group."""
        return any(column.group for column in self._model.columns)

    def sizeHint(self) -> QSize:
        lines = self.look.metrics[Face.SMALL].height()
        height = max(TWO_STOREYS, round(2 * lines) + 10) if self.two_storeys else max(HEADING, round(lines) + 8)
        return QSize(0, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # a heading is painted whole
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.look.colours.sheet)
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                self._paint_heading(painter, section, left=self.sectionViewportPosition(section))
        for first, last in self._groups():
            self._paint_group(painter, first, last)
        ground = self.viewport()
        if self.offset() > 0:  # the first column stays
            painter.fillRect(0, 0, self.sectionSize(0), ground.height(), self.look.colours.sheet)
            self._paint_heading(painter, 0, left=0)
        painter.fillRect(0, ground.height() - 1, ground.width(), 1, self.look.colours.frame)

    def _paint_heading(self, painter: QPainter, section: int, *, left: int) -> None:
        column = self._model.columns[section]
        if section in self.marks_only:
            return
        top = UPPER if self.two_storeys else 0
        rect = QRect(left, top, self.sectionSize(section), self.viewport().height() - top - 1)
        rect.adjust(PAD if section else 0, 0, -PAD, 0)
        if column.agrees != NONE:
            rect.adjust(0, 0, -MARK - MARK_GAP, 0)
        painter.setFont(self.look.fonts[Face.SMALL])
        painter.setPen(self.look.colours.secondary)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | MIDDLE, self._model.heading(column))

    def _groups(self) -> Iterator[tuple[int, int]]:
        """The first and the last section of each run of columns under one title."""
        shown = [n for n in range(self.count()) if not self.isSectionHidden(n)]
        for title, run in groupby(shown, key=lambda n: self._model.columns[n].group):
            sections = list(run)
            if title:
                yield sections[0], sections[-1]

    def _paint_group(self, painter: QPainter, first: int, last: int) -> None:
        left = self.sectionViewportPosition(first) + PAD
        right = self.sectionViewportPosition(last) + self.sectionSize(last) - PAD
        painter.setFont(self.look.fonts[Face.SMALL_HEAD])
        painter.setPen(self.look.colours.text)
        title = self._model.group_heading(self._model.columns[first])
        painter.drawText(QRect(left, 0, right - left, UPPER - 1), Qt.AlignmentFlag.AlignHCenter | MIDDLE, title)
        painter.fillRect(left, UPPER, right - left, 1, self.look.colours.section)
