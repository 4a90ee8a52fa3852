"""The headings of an editable table: two lines at most, the first column always in sight."""

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from .. import theme
from .breaks import bound, height_in, plain, words
from .row_model import HEADING_ROLE

PADDING = 6
LEAST_HEIGHT = 26
#: Headings as short as this are not broken.
ON_ONE_LINE = 64


class RowHeader(QHeaderView):
    """A flat header in small letters; headings wrap, and the first one stays when the others scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.refont()

    def refont(self) -> None:
        """Take the font of the table, a little smaller."""
        parent = self.parentWidget()
        if parent is not None:
            self.setFont(theme.scaled(parent.font(), theme.SECONDARY))

    def width_of(self, heading: str) -> int:
        """The least width in which a heading stands on two lines."""
        metrics = QFontMetrics(self.font())
        if metrics.horizontalAdvance(plain(heading)) <= ON_ONE_LINE:
            return metrics.horizontalAdvance(plain(heading)) + 2 * PADDING + 2
        width = max(map(metrics.horizontalAdvance, words(heading)), default=0)
        width = max(width, metrics.horizontalAdvance(heading) // 2)
        text = bound(heading)
        line = height_in(metrics, text, 10_000)  # of the fonts that the heading really takes
        while width < 400 and height_in(metrics, text, width) > 2 * line:
            width += 4
        return width + 2 * PADDING + 2

    def fit_height(self) -> None:
        """Take the height of the headings as they wrap now."""
        metrics, model = QFontMetrics(self.font()), self.model()
        headings = ((column, _words(model, column)) for column in range(self.count()))
        heights = (height_in(metrics, h, self.sectionSize(column) - 2 * PADDING - 1) for column, h in headings)
        self.setFixedHeight(max(LEAST_HEIGHT, max(heights, default=0) + 6))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(LEAST_HEIGHT, self.minimumHeight()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            if self.offset() > 0:
                self.paintSection(painter, QRect(0, 0, self.sectionSize(0), self.height()), 0)
            line = theme.colours().section
            painter.fillRect(0, 0, 1, self.height(), line)
            painter.fillRect(self.viewport().width() - 1, 0, 1, self.height(), line)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        c, area, model = theme.colours(), QRectF(rect), self.model()
        painter.fillRect(area, c.form)
        painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), c.section)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), c.section)
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), c.section)
        painter.setFont(self.font())
        painter.setPen(c.secondary)
        side = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        text = _words(model, section)
        wrapped = int(side) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(rect.adjusted(PADDING, 0, -PADDING - 1, 0), wrapped, text)


def _words(model: QAbstractItemModel, column: int) -> str:
    """The heading of a column, to be broken where it may be."""
    return bound(str(model.headerData(column, Qt.Orientation.Horizontal, HEADING_ROLE)))
