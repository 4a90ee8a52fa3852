"""Fields and boxes of the dialogs with a frame that can be seen, also in the dark; native styles keep their own."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStyle, QStyleOptionButton

from . import paint


class FramedField(QLineEdit):
    """A field for one line of text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if paint.paints_frames():
            with QPainter(self) as painter:
                paint.frame(painter, paint.inside(self), focused=self.hasFocus())


class FramedBox(QCheckBox):
    """A box to tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if paint.paints_frames():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            with QPainter(self) as painter:
                paint.frame(painter, box.toRectF(), focused=self.hasFocus())
