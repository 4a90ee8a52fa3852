"""Paints the list of checks: trouble gets room, success does not, and no sentence is cut."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...domain.checks.check import State
from ...presentation.findings import Finding, Group
from ..form.breaks import bound
from ..icons import draw
from ..theme import GAP, SMALL_MARGIN, WIDE_MARGIN, colours
from .check_model import CheckModel
from .look import GROUP_ROW, MARK, ROW, look
from .shown import Face

#: From the left of the paper: the arrow of a group, the mark and the number of a check; sentences begin after it.
ARROW, MARK_AT, NUMBER_AT = WIDE_MARGIN, WIDE_MARGIN + 20, WIDE_MARGIN + 44
NUMBER_GAP = 10
RING = 2
#: Above a group's title, for it stands apart from what precedes it.
AIR = 6

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

Index = QModelIndex | QPersistentModelIndex

MARK_COLOURS = {
    "error": "error", "warning": "warning", "info": "note", "unknown": "note", "holds": "holds",
    "not_applicable": "secondary",
}  # fmt: skip


def mark_colour(mark: str) -> QColor:
    """The colour of a check's mark in the scheme in force; its shape says the same."""
    colour: QColor = getattr(colours(), MARK_COLOURS[mark])
    return colour


class CheckDelegate(QStyledItemDelegate):
    """Mark, number, sentences and basis of a check; title and count of a group."""

    def __init__(self, model: CheckModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.look = look(view.font())

    def restyle(self) -> None:
        """Take over another font or colour scheme."""
        self.look = look(self._view.font())

    # -- where everything stands

    def _text_left(self) -> int:
        return NUMBER_AT + self.look.width("C00", Face.SMALL) + NUMBER_GAP

    def _side(self, finding: Finding) -> tuple[str, Face]:
        """What stands at the right end: how bad a failure is, else what the check rests on."""
        words = self._model.told(finding)
        if finding.state == State.FAILS:
            return words.word, Face.SMALL_HEAD
        return ("", Face.SMALL) if finding.state == State.UNKNOWN else (words.basis, Face.SMALL)

    def _text_width(self, finding: Finding) -> int:
        text, face = self._side(finding)
        taken = self.look.width(text, face) + 2 * GAP if text else GAP
        return max(80, self._view.viewport().width() - self._text_left() - taken - WIDE_MARGIN)

    def _heights(self, finding: Finding) -> tuple[int, int]:
        """The heights of the sentence and of what stands below it."""
        width, below = self._text_width(finding), self._model.second_line(finding)
        first = self._height(self._model.told(finding).sentence, Face.BODY, width)
        return first, self._height(below, Face.SMALL, width) if below else 0

    def _height(self, text: str, face: Face, width: int) -> int:
        metrics = QFontMetrics(self.look.fonts[face])
        return metrics.boundingRect(QRect(0, 0, width, 10_000), int(WRAPPED), bound(text)).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        finding, width = self._model.finding(index), self._view.viewport().width()
        if finding is None:
            return QSize(width, max(GROUP_ROW, self.look.row_height(ROW)) + AIR)
        first, second = self._heights(finding)
        air = 2 * (GAP - 2) if second else 2 * SMALL_MARGIN
        return QSize(width, max(ROW, first + second + air))

    # -- paint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        rect = QRect(0, rect.y(), self._view.viewport().width(), rect.height())
        finding = self._model.finding(index)
        if finding is None:
            self._paint_group(painter, rect, index)
        else:
            self._paint_finding(painter, rect, option, finding)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            ring(painter, rect.adjusted(WIDE_MARGIN - GAP, 0, GAP - WIDE_MARGIN, -1), colours().accent)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, index: Index) -> None:
        group, c = self._model.group(index), colours()
        line = rect.adjusted(0, AIR, -WIDE_MARGIN, 0)
        _arrow(painter, QPoint(ARROW + 5, line.center().y()), c.secondary, is_open=self._is_open(index))
        title = str(self._model.data(index))
        painter.setFont(self.look.fonts[Face.HEAD])
        painter.setPen(c.text if group in (Group.LOOK_AT, Group.UNDECIDED, Group.NOTES) else c.secondary)
        painter.drawText(line.adjusted(MARK_AT, 0, 0, 0), MIDDLE, title)
        painter.setFont(self.look.fonts[Face.SMALL])
        painter.setPen(c.secondary)
        after = MARK_AT + self.look.width(title, Face.HEAD) + GAP
        painter.drawText(line.adjusted(after, 0, 0, 0), MIDDLE, self._model.count(index))
        painter.fillRect(WIDE_MARGIN, rect.bottom(), rect.width() - 2 * WIDE_MARGIN, 1, c.section)

    def _is_open(self, index: Index) -> bool:
        return bool(self._view.isExpanded(index))  # type: ignore[attr-defined]  # the view is a tree

    def _paint_finding(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, finding: Finding) -> None:
        c, state = colours(), option.state
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(WIDE_MARGIN, 0, -WIDE_MARGIN, -1), c.before)
        first, second = self._heights(finding)
        top = rect.y() + (rect.height() - first - second) // 2
        line = ceil(self.look.metrics[Face.BODY].height())
        draw(painter, finding.mark, QRectF(MARK_AT, top + (line - MARK) / 2, MARK, MARK), mark_colour(finding.mark))
        painter.setFont(self.look.fonts[Face.SMALL])
        painter.setPen(c.secondary)
        painter.drawText(QRect(NUMBER_AT, top, 60, line), MIDDLE, finding.check.id)
        self._paint_words(painter, rect, finding, QRect(self._text_left(), top, self._text_width(finding), first))
        painter.fillRect(
            self._text_left(), rect.bottom(), rect.width() - self._text_left() - WIDE_MARGIN, 1, c.hairline
        )

    def _paint_words(self, painter: QPainter, rect: QRect, finding: Finding, place: QRect) -> None:
        words, c = self._model.told(finding), colours()
        quiet = finding.state == State.NOT_APPLICABLE
        painter.setFont(self.look.fonts[Face.BODY])
        painter.setPen(c.secondary if quiet else c.text)
        painter.drawText(place, int(WRAPPED), bound(words.sentence))
        painter.setFont(self.look.fonts[Face.SMALL])
        painter.setPen(c.secondary)
        below = self._model.second_line(finding)
        if below:
            painter.drawText(
                QRect(place.x(), place.bottom() + 1, place.width(), rect.height()), int(WRAPPED), bound(below)
            )
        side, face = self._side(finding)
        if side:
            painter.setFont(self.look.fonts[face])
            painter.setPen(mark_colour(finding.mark) if finding.state == State.FAILS else c.secondary)
            height = ceil(self.look.metrics[Face.BODY].height())
            end = QRect(place.x(), place.y(), rect.width() - WIDE_MARGIN - GAP - place.x(), height)
            painter.drawText(end, Qt.AlignmentFlag.AlignRight | MIDDLE, side)


def _arrow(painter: QPainter, middle: QPoint, colour: QColor, *, is_open: bool) -> None:
    """A small triangle: down where a group is open, right where it is folded."""
    x, y = middle.x(), middle.y()
    points = [(x - 4, y - 2), (x + 4, y - 2), (x, y + 3)] if is_open else [(x - 2, y - 4), (x + 3, y), (x - 2, y + 4)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygon([QPoint(*point) for point in points]))


def ring(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A frame inside a rectangle, filled: a pen at an edge disappears at 125 and 150 %."""
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    painter.fillRect(x, y, width, RING, colour)
    painter.fillRect(x, y + height - RING, width, RING, colour)
    painter.fillRect(x, y, RING, height, colour)
    painter.fillRect(x + width - RING, y, RING, height, colour)
