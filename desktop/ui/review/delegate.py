"""Paints the lines of a review: a tick, the field, what is there now, the value in its box, and how they stand."""

from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from ...domain.formula import Kind
from ...domain.message import Message
from ...presentation.review import Item, Line, ReadRow, Standing, Unread
from ...presentation.review_words import MARKS, STANDINGS, now_shown, row_shown, standing_of_row, value_shown
from ..form import paint
from ..form.breaks import bound
from ..form.line_editor import RIGHT_ALIGNED
from ..icons import draw
from ..results.look import look
from ..results.shown import Face
from ..theme import GAP, MARGIN, SMALL_MARGIN, colours
from .editors import ChoiceBox, ValueBox, choices_of
from .model import Index, ReviewModel

ROW, HEAD, BOX, TICK, MARK = 28, 38, 24, 14, 14
#: Above the line that parts two sections.
AIR = 5
TICK_AT, LABEL_AT, STEP = MARGIN, MARGIN + TICK + GAP, 20
PADDING = 6
ARROW = 10
#: The label takes no more than this part of the width, the value no less than that.
LABEL_PART, LEAST_BOX = 0.36, 120

WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT, RIGHT = MIDDLE | Qt.AlignmentFlag.AlignLeft, MIDDLE | Qt.AlignmentFlag.AlignRight

INKS = {
    Standing.NEW: "secondary", Standing.CHANGES: "warning", Standing.SAME: "secondary", Standing.INFERRED: "note",
    Standing.TYPED: "accent", Standing.UNREADABLE: "error", Standing.LEFT_OUT: "secondary", Standing.GOES: "warning",
    Standing.STAYS: "secondary",
}  # fmt: skip


class ReviewDelegate(QStyledItemDelegate):
    """Where everything of a line stands, how it is painted, and the editor of its value."""

    def __init__(self, model: ReviewModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._widths: tuple[int, int, int, int] | None = None
        self.restyle()

    def restyle(self) -> None:
        """Take over another font, colour scheme, language or other values."""
        self.look = look(self._view.font())
        self._widths = None

    # -- where everything stands

    def _measured(self) -> tuple[int, int, int, int]:
        """The widths of the labels, of what is given now, of the units and of the words at the end."""
        if self._widths is None:
            lines = [(index, self._model.line(index)) for index in self._model.all()]
            labels = [self._depth(index) + self.look.width(self._label(line), Face.BODY) for index, line in lines]
            items = [line for _, line in lines if isinstance(line, Item)]
            now = [self.look.width(self._before(item), Face.BODY) for item in items]
            units = [self.look.width(self._unit(item), Face.SMALL) for item in items]
            words = [self.look.width(self._model.locale.text(text), Face.SMALL) for text in STANDINGS.values()]
            self._widths = tuple(max(found, default=0) for found in (labels, now, units, words))  # type: ignore[assignment]
        assert self._widths is not None  # noqa: S101
        return self._widths

    def _depth(self, index: Index) -> int:
        return STEP if index.parent().parent().isValid() else 0

    def _label(self, line: Line | None) -> str:
        if isinstance(line, Item):
            return self._model.locale.text(line.term.words)
        return self._model.name(line) if isinstance(line, ReadRow | Unread) else ""

    def _before(self, item: Item) -> str:
        """What is given now, where another value comes."""
        standing = self._model.review.standing(item)
        same = standing is Standing.SAME or (item.draft is None and item.now == self._model.review.value(item))
        now = "" if same else now_shown(item, self._model.locale)
        return f"{now} →" if now and standing is not Standing.LEFT_OUT else now

    def _unit(self, item: Item) -> str:
        return self._model.locale.unit(item.term.unit, self._model.currency)

    def box(self, rect: QRect) -> QRect:
        """The box of a value."""
        label, now, unit, _ = self._measured()
        width = rect.width()
        left = LABEL_AT + min(label, int(width * LABEL_PART)) + GAP
        right = self._end(width) - (unit + GAP if unit else 0)
        left += min(now + GAP, max(0, right - left - LEAST_BOX)) if now else 0
        return QRect(rect.x() + left, rect.y() + (ROW - BOX) // 2, max(LEAST_BOX // 2, right - left), BOX)

    def _end(self, width: int) -> int:
        """Where mark and words at the end begin, less the gap before them."""
        return width - MARGIN - self._measured()[3] - SMALL_MARGIN - MARK - GAP

    def tick(self, rect: QRect, index: Index) -> QRect:
        """The box of the tick."""
        return QRect(rect.x() + TICK_AT + self._depth(index), rect.y() + (ROW - TICK) // 2, TICK, TICK)

    def arrow(self, rect: QRect) -> QRect:
        """The arrow that opens a row: at the end of its label."""
        box = self.box(rect)
        return QRect(box.right() - ARROW - PADDING, rect.y() + (ROW - ARROW) // 2, ARROW, ARROW)

    def _sentence(self, index: Index) -> tuple[str, int, int]:
        """The text of a line that wraps, with where it begins and its height."""
        line, width = self._model.line(index), self._view.viewport().width()
        left = LABEL_AT if isinstance(line, Message) else self.box(QRect(0, 0, width, ROW)).left()
        text = self._model.said(line) if isinstance(line, Message) else self._model.problem(line)
        face = Face.BODY if isinstance(line, Message) else Face.SMALL
        metrics = QFontMetrics(self.look.fonts[face])
        room = QRect(0, 0, max(80, width - left - MARGIN), 10_000)
        return text, left, metrics.boundingRect(room, int(WRAPPED), bound(text)).height() if text else 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        line = self._model.line(index)
        if line is None:
            return QSize(0, max(HEAD, self.look.row_height(HEAD)))
        height = self._sentence(index)[2]
        if isinstance(line, Message):
            return QSize(0, max(ROW, height + GAP))
        return QSize(0, ROW + (height + SMALL_MARGIN if height else 0))

    # -- paint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect, line = QRect(option.rect), self._model.line(index)
        rect.setLeft(0)
        rect.setWidth(self._view.viewport().width())
        if line is None:
            self._paint_head(painter, rect, index)
        else:
            self._paint_ground(painter, rect, option, index)
            if isinstance(line, Message):
                self._paint_problem(painter, rect, index)
            else:
                self._paint_line(painter, rect, index, line)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        c = colours()
        if index.row():
            painter.fillRect(rect.x(), rect.y() + AIR, rect.width(), 1, c.section)
        painter.setFont(self.look.fonts[Face.HEAD])
        painter.setPen(c.text)
        painter.drawText(rect.adjusted(TICK_AT, AIR, 0, 0), LEFT, str(index.data()))

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        """The current line: a tint with a bar, and a ring while the keyboard is here."""
        if index != self._view.currentIndex():
            return
        c = colours()
        painter.fillRect(rect, c.changed)
        painter.fillRect(rect.x(), rect.y(), paint.BAR, rect.height(), c.accent)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.ring(painter, QRectF(rect))

    def _paint_problem(self, painter: QPainter, rect: QRect, index: Index) -> None:
        c = colours()
        text, left, height = self._sentence(index)
        top = rect.y() + (rect.height() - height) // 2
        line = ceil(self.look.metrics[Face.BODY].height())
        draw(painter, "warning", QRectF(TICK_AT, top + (line - MARK) / 2, MARK, MARK), c.warning)
        painter.setFont(self.look.fonts[Face.BODY])
        painter.setPen(c.text)
        painter.drawText(QRect(left, top, rect.width() - left - MARGIN, height), int(WRAPPED), bound(text))

    def _paint_line(self, painter: QPainter, rect: QRect, index: Index, line: Item | ReadRow | Unread) -> None:
        c = colours()
        self._paint_tick(painter, self.tick(rect, index), self._model.ticked(line))
        standing = (
            standing_of_row(line, self._model.review)
            if isinstance(line, ReadRow)
            else (self._model.review.standing(line))
        )
        is_out = standing in (Standing.LEFT_OUT, Standing.STAYS)
        first, box = QRect(rect.x(), rect.y(), rect.width(), ROW), self.box(rect)
        left = LABEL_AT + self._depth(index)
        room = min(LABEL_AT + self._measured()[0], LABEL_AT + int(rect.width() * LABEL_PART)) - left
        self._text(painter, QRect(left, first.y(), room, ROW), self._label(line), c.secondary if is_out else c.text)
        if isinstance(line, Item):
            self._paint_item(painter, first, box, line, standing)
        elif isinstance(line, ReadRow):
            self._paint_row(painter, rect, index, line, quiet=is_out)
        self._paint_standing(painter, first, standing)
        text, start, height = self._sentence(index)
        if text:
            painter.setFont(self.look.fonts[Face.SMALL])
            painter.setPen(c.error)
            place = QRect(start, rect.y() + ROW - 1, rect.width() - start - MARGIN, height + 2)
            painter.drawText(place, int(WRAPPED), bound(text))

    def _paint_item(self, painter: QPainter, first: QRect, box: QRect, item: Item, standing: Standing) -> None:
        c, review = colours(), self._model.review
        before = self._before(item)
        if before:
            start = LABEL_AT + min(self._measured()[0], int(first.width() * LABEL_PART)) + GAP
            room = QRect(start, first.y(), box.left() - GAP - start, ROW)
            self._text(painter, room, before, c.secondary, RIGHT)
        painter.fillRect(box, c.form if standing is Standing.LEFT_OUT else c.sheet)
        painter.save()
        paint.frame(painter, QRectF(box), focused=False, error=standing is Standing.UNREADABLE)
        painter.restore()
        ink = c.secondary if standing is Standing.LEFT_OUT else c.text
        flags = RIGHT if item.term.kind in RIGHT_ALIGNED else LEFT
        inside = box.adjusted(PADDING, 0, -PADDING, 0)
        self._text(painter, inside, value_shown(item, review, self._model.locale), ink, flags)
        unit = QRect(box.right() + GAP, first.y(), self._measured()[2] + 2, ROW)
        self._text(painter, unit, self._unit(item), c.secondary, LEFT, Face.SMALL)

    def _paint_row(self, painter: QPainter, rect: QRect, index: Index, row: ReadRow, *, quiet: bool) -> None:
        c, arrow, box = colours(), self.arrow(rect), self.box(rect)
        is_open = bool(self._view.isExpanded(index))  # type: ignore[attr-defined]  # the view is a tree
        room = QRect(box.x(), rect.y(), arrow.left() - GAP - box.x(), ROW)
        values = "" if is_open else row_shown(row, self._model.review, self._model.locale)
        self._text(painter, room, values, c.secondary if quiet else c.text, RIGHT)
        draw(painter, "fold" if is_open else "unfold", QRectF(arrow), c.secondary)

    def _paint_standing(self, painter: QPainter, first: QRect, standing: Standing) -> None:
        ink: QColor = getattr(colours(), INKS[standing])
        left = self._end(first.width()) + GAP
        draw(painter, MARKS[standing], QRectF(left, first.y() + (ROW - MARK) / 2, MARK, MARK), ink)
        place = QRect(left + MARK + SMALL_MARGIN, first.y(), self._measured()[3] + 2, ROW)
        self._text(painter, place, self._model.locale.text(STANDINGS[standing]), ink, LEFT, Face.SMALL)

    def _paint_tick(self, painter: QPainter, rect: QRect, state: Qt.CheckState | None) -> None:
        option = QStyleOptionButton()
        option.initFrom(self._view)
        option.rect = rect
        states = {
            Qt.CheckState.Checked: QStyle.StateFlag.State_On,
            Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
        }
        option.state = QStyle.StateFlag.State_Enabled | states.get(state, QStyle.StateFlag.State_Off)  # type: ignore[arg-type]
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self._view)
        if paint.paints_frames():
            painter.save()
            paint.frame(painter, QRectF(rect), focused=False)
            painter.restore()

    def _text(  # noqa: PLR0917  # what is painted where, in which look
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        ink: QColor,
        flags: Qt.AlignmentFlag | Qt.TextFlag = LEFT,
        face: Face = Face.BODY,
    ) -> None:
        if self.look.width(text, face) > rect.width():
            text = QFontMetrics(self.look.fonts[face]).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(self.look.fonts[face])
        painter.setPen(ink)
        painter.drawText(rect, int(flags), text)

    # -- the editor

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        line = self._model.line(index)
        assert isinstance(line, Item)  # noqa: S101
        name = self._model.locale.text(line.term.words)
        if line.term.options or line.term.kind is Kind.FLAG:
            editor: QWidget = ChoiceBox(parent, choices_of(line.term, self._model.locale))
            editor.activated.connect(lambda: self._commit(editor))  # type: ignore[attr-defined]
        else:
            editor = ValueBox(parent, right=line.term.kind in RIGHT_ALIGNED)
        editor.setAccessibleName(name)
        return editor

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: ARG002
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.text()  # type: ignore[attr-defined]
        if text != index.data(Qt.ItemDataRole.EditRole):
            self._model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        rect = QRect(option.rect)
        rect.setLeft(0)
        rect.setWidth(self._view.viewport().width())
        editor.setGeometry(self.box(rect))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.key() in steps:
                self._commit(editor)
                self._view.step(steps[Qt.Key(event.key())])  # type: ignore[attr-defined]  # a list of fields
                return True
        return super().eventFilter(editor, event)
