"""Where everything of a line of the review stands. Texts that are too long for their place wrap; none is cut."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView

from ...domain.message import Message
from ...domain.record import record
from ...presentation.review_lines import Item, Line, ReadRow
from ...presentation.review_words import STANDINGS
from ..form.breaks import bound, words
from ..form.line_editor import RIGHT_ALIGNED
from ..results.look import look
from ..results.shown import Face
from ..theme import GAP, MARGIN, SMALL_MARGIN
from .model import Index, ReviewModel

ROW, HEAD, BOX, TICK, MARK, ARROW = 28, 38, 24, 14, 14, 10
TICK_AT, LABEL_AT, STEP = MARGIN, MARGIN + TICK + GAP, 20
PADDING, AIR = 6, 3
#: The label takes no more than this part of the width; the value no less than that, even beside what is given now.
LABEL_PART, VALUE_PART, LEAST_BOX = 0.36, 0.6, 88
ENDLESS = 10_000

WRAPPED, ANYWHERE = Qt.TextFlag.TextWordWrap, Qt.TextFlag.TextWrapAnywhere


@record(frozen=True)
class Columns:
    """What all lines share: where the values begin and end, and how wide what stands beside them is."""

    left: int
    before: int
    box: int
    unit: int
    standing: int


@record(frozen=True)
class Place:
    """The places of one line, from its top: its label, what is given now, the value in its box, what stands after."""

    height: int
    label: QRect
    before: QRect
    box: QRect
    unit: QRect
    sentence: QRect


class Places:
    """Measures the lines of a review for the width of its view."""

    def __init__(self, model: ReviewModel, view: QAbstractItemView) -> None:
        self._model, self._view = model, view
        self.restyle()

    def restyle(self) -> None:
        """Take over another font, language, width or other values."""
        self.look = look(self._view.font())
        self._row = max(ROW, self.look.row_height(ROW))
        self._box = self._row - (ROW - BOX)
        self._columns: Columns | None = None

    @property
    def width(self) -> int:
        """The width of a line."""
        return self._view.viewport().width()

    @property
    def columns(self) -> Columns:
        """What all lines share."""
        if self._columns is None:
            self._columns = self._measured()
        return self._columns

    def _measured(self) -> Columns:
        model, wide = self._model, self.look.width
        lines = [(index, model.line(index)) for index in model.all()]
        items = [line for _, line in lines if isinstance(line, Item)]
        labels = [depth(index) + wide(model.label(line), Face.BODY) for index, line in lines]
        left = LABEL_AT + min(max(labels, default=0), int(self.width * LABEL_PART)) + GAP
        unit = max((wide(model.unit(item), Face.SMALL) for item in items), default=0)
        standing = max(wide(model.locale.text(text), Face.SMALL) for text in STANDINGS.values())
        room = self.width - left - (unit + GAP if unit else 0) - GAP - MARK - SMALL_MARGIN - standing - MARGIN
        values = [wide(str(model.value(item)), Face.BODY) + 2 * PADDING + 2 for item in items]
        wanted = max(LEAST_BOX, min(max(values, default=0), room))
        before = self._before(items, room, max(LEAST_BOX, min(wanted, int(room * VALUE_PART))))
        box = max(LEAST_BOX, min(wanted, room - (before + GAP if before else 0)))
        return Columns(left, before, box, unit, standing)

    def _before(self, items: Sequence[Item], room: int, box: int) -> int:
        """How wide what is given now may stand beside the value; a name gives way to a figure, for it can wrap."""
        model, wide = self._model, self.look.width
        figures = [item for item in items if item.term.kind in RIGHT_ALIGNED]
        widest = max((wide(str(model.value(item)), Face.BODY) for item in figures), default=0) + 2 * PADDING + 2
        free = {True: room - GAP - max(LEAST_BOX, widest), False: room - GAP - box}
        texts = ((wide(model.before(item), Face.BODY), item in figures) for item in items)
        return max((width for width, is_figure in texts if width <= free[is_figure]), default=0)

    # -- the places of a line

    def place(self, index: Index) -> Place:
        """Where everything of a line stands."""
        line, c = self._model.line(index), self.columns
        if line is None:
            return _only(QRect(TICK_AT, 0, self.width - TICK_AT, max(HEAD, self.look.row_height(HEAD))))
        if isinstance(line, Message):
            height = self._height(self._model.said(line), self.width - LABEL_AT - MARGIN, Face.BODY)
            return _only(QRect(LABEL_AT, 0, self.width - LABEL_AT - MARGIN, max(self._row, height + GAP)))
        start = LABEL_AT + depth(index)
        label = self._block(self._model.label(line), QRect(start, 0, c.left - GAP - start, self._row))
        before, box = self._value(line)
        unit = QRect(box.right() + 1 + GAP, box.y(), c.unit + 2, self._box)
        bottom = max(label.bottom(), box.bottom() + (self._row - self._box) // 2) + 1
        sentence = self._sentence(line, box, bottom)
        return Place(max(self._row, bottom + sentence.height()), label, before, box, unit, sentence)

    def _value(self, line: Line) -> tuple[QRect, QRect]:
        """Where what is given now and the value stand: beside each other, or below each other where one is long."""
        c, top = self.columns, (self._row - self._box) // 2
        left = c.left + (c.before + GAP if c.before else 0)
        if isinstance(line, ReadRow):
            whole = QRect(c.left, top, left + c.box + (c.unit + GAP if c.unit else 0) - c.left, self._box)
            return QRect(), self._block(self._model.value(line), whole, PADDING, PADDING + ARROW + GAP)
        text = self._model.before(line) if isinstance(line, Item) else ""
        before = QRect(c.left, 0, c.before, self._row)
        if text and self.look.width(text, Face.BODY) > c.before:
            before = self._block(text, QRect(c.left, 0, left + c.box - c.left, self._row))
            top += before.height() - AIR
        value = self._model.value(line)
        right = left + c.box
        if not text and self.look.width(value, Face.BODY) > c.box - 2 * PADDING:
            left = c.left  # a long name may stand where nothing else does
        return before, self._block(value, QRect(left, top, right - left, self._box), PADDING, PADDING)

    def _sentence(self, line: Line, box: QRect, top: int) -> QRect:
        text = self._model.problem(line)
        width = self.width - box.left() - MARGIN
        height = self._height(text, width, Face.SMALL) + SMALL_MARGIN if text else 0
        return QRect(box.left(), top - AIR if text else top, width, height)

    def _block(self, text: str, rect: QRect, left: int = 0, right: int = 0) -> QRect:
        """A place as high as its text needs it."""
        line = self.look.metrics[Face.BODY].height()
        height = self._height(text, rect.width() - left - right, Face.BODY)
        return rect if height < line * 1.5 else rect.adjusted(0, 0, 0, max(0, height + 2 * AIR - rect.height()))

    def _height(self, text: str, width: int, face: Face) -> int:
        if self.look.width(text, face) <= width:
            return ceil(self.look.metrics[face].height())
        width = max(40, width)
        room, flags = QRect(0, 0, width, ENDLESS), int(self.wrapping(text, width, face))
        return QFontMetrics(self.look.fonts[face]).boundingRect(room, flags, bound(text)).height()

    def wrapping(self, text: str, width: int, face: Face) -> Qt.TextFlag:
        """How a text wraps: between its words, and within one that is too long for a line."""
        is_wide = self.look.width(text, face) > width and any(self.look.width(one, face) > width for one in words(text))
        return WRAPPED | ANYWHERE if is_wide else WRAPPED

    # -- what stands in every line at the same place

    def tick(self, index: Index) -> QRect:
        """The box of the tick."""
        return QRect(TICK_AT + depth(index), (self._row - TICK) // 2, TICK, TICK)

    def arrow(self, index: Index) -> QRect:
        """The arrow that opens a row: at the end of its values."""
        box = self.place(index).box
        return QRect(box.right() - ARROW - PADDING, (self._row - ARROW) // 2, ARROW, ARROW)

    def standing(self) -> QRect:
        """The words that say how a value stands to what is given, with their mark."""
        c = self.columns
        left = c.left + (c.before + GAP if c.before else 0) + c.box + GAP + (c.unit + GAP if c.unit else 0)
        return QRect(left, 0, MARK + SMALL_MARGIN + c.standing + 2, self._row)


def depth(index: Index) -> int:
    """How far a line stands in: the values of a row below their row."""
    return STEP if index.parent().parent().isValid() else 0


def _only(rect: QRect) -> Place:
    """The places of a line that is one text."""
    return Place(rect.height(), rect, QRect(), QRect(), QRect(), QRect())
