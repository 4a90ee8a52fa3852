"""The heading of a result table: one storey, or two where columns stand in groups."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from ..form.breaks import plain, two_lines
from ..theme import own_viewport
from .columns import NONE, ShownColumn
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
        own_viewport(self, QPalette.ColorRole.Button)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)

    @property
    def two_storeys(self) -> bool:
        """Whether any column on show belongs to a group."""
        return any(column.group for column in self._model.columns)

    def sizeHint(self) -> QSize:
        line = self.look.metrics[Face.SMALL].height()
        height = max(TWO_STOREYS, self._upper + round(line) + 8) if self.two_storeys else max(HEADING, round(line) + 8)
        return QSize(0, height + (self.most_lines() - 1) * round(line))

    @property
    def _upper(self) -> int:
        """The height of the upper storey, which holds the titles of groups."""
        return max(UPPER, round(self.look.metrics[Face.SMALL_HEAD].height()) + 4)

    def most_lines(self) -> int:
        """How many lines the longest heading takes in its column."""
        shown = [n for n in range(self.count()) if not self.isSectionHidden(n)]
        return max((len(self._lines(self._model.columns[n], self._room(n))) for n in shown), default=1)

    def _room(self, section: int) -> int:
        """The width for the words of a heading."""
        mark = MARK + MARK_GAP if self._model.columns[section].agrees != NONE else 0
        return self.sectionSize(section) - (2 if section else 1) * PAD - mark

    def _lines(self, column: ShownColumn, room: int) -> tuple[str, ...]:
        text = self._model.heading(column)
        if self._model.is_statement or self.look.width(plain(text), Face.SMALL) <= room:
            return (plain(text),)
        return two_lines(text, lambda part: self.look.width(part, Face.SMALL))

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
        top = self._upper if self.two_storeys else 0
        height = self.viewport().height() - top - 1
        rect = QRect(left + (PAD if section else 0), top, self._room(section), height)
        painter.setFont(self.look.fonts[Face.SMALL])
        painter.setPen(self.look.colours.secondary)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        lines = self._lines(column, rect.width())
        painter.drawText(self._standing(rect, len(lines)), side | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _standing(self, rect: QRect, lines: int) -> QRect:
        """Where a heading stands: all of them on the same last line."""
        spare = (self.most_lines() - lines) * round(self.look.metrics[Face.SMALL].height())
        return rect.adjusted(0, spare, 0, 0)

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
        painter.drawText(QRect(left, 0, right - left, self._upper - 1), Qt.AlignmentFlag.AlignHCenter | MIDDLE, title)
        painter.fillRect(left, self._upper, right - left, 1, self.look.colours.section)
