"""The explanation of a figure, hung on its cell."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...domain.message import N_
from ...i18n import Locale
from ...presentation.explained import Told
from ...presentation.passages import said
from ..form.breaks import bound, plain
from ..form.quotes import quoted
from ..icons import draw
from ..theme import GAP, MARGIN, WEEKDAY, paint_text, scaled
from .formula import FormulaView
from .look import MARK, Look
from .shown import Face, Ink

WIDEST, NARROWEST = 440, 240
AWAY = 4


class Popover(QFrame):
    """Name, figures over their words, rule, what was announced, and keys. A tool tip, or a popup with keys."""

    closed = Signal()
    #: A key that is the table's: arrows and Enter.
    passed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget, look: Look, *, by_key: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup if by_key else Qt.WindowType.ToolTip)
        self._look, self._by_key = look, by_key
        self._plain = ""
        self.setObjectName("explanation")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not by_key)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GAP, MARGIN, 2 * GAP, MARGIN)
        self._column.setSpacing(GAP)

    def tell(self, told: Told, differing: Ink, locale: Locale, width: int) -> None:
        """Show an explanation, no wider than `width`."""
        self._clear()
        look = self._look
        self._plain = f"{told.title}: {told.as_line()}"
        self.setAccessibleName(plain(told.title))
        announcement = said(told.origin, told.sentence, locale) if told.sentence else ""
        description = " ".join(filter(None, (told.as_line(), told.rule, told.announced, announcement)))
        self.setAccessibleDescription(plain(description))
        self._say(told.title, Face.HEAD, look.colours.text)
        formula = FormulaView(told.tokens, told.result, look) if told.tokens else None
        if formula is not None:
            self._column.addWidget(formula)
        if told.missing:
            needs = locale.text(N_("Needs: {names}"), names=_joined(told.missing, locale))
            self._say(needs, Face.SMALL, look.colours.text)
        if told.rule:
            self._column.addWidget(Line(look.colours.hairline))
            self._say(told.rule, Face.SMALL, look.colours.text)
        if told.announced:
            self._announce(told.announced, look.ink(differing))
        if told.sentence is not None:
            self._column.addWidget(Line(look.colours.hairline))
            self._quote(quoted(told.origin, told.sentence, locale), announcement)
        if self._by_key:
            self._hint(locale, feeds=bool(told.feeds), sentence=told.sentence is not None)
        self._resize(max(NARROWEST, min(WIDEST, width)), formula)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _say(self, text: str, face: Face, colour: QColor) -> QLabel:
        label = _label(text, colour)
        label.setFont(self._look.fonts[face])
        self._column.addWidget(label)
        return label

    def _announce(self, text: str, colour: QColor) -> None:
        row = QWidget()
        side = QHBoxLayout(row)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        side.addWidget(Mark("differs", colour), 0, Qt.AlignmentFlag.AlignTop)
        label = _label(text, colour)
        label.setFont(self._look.fonts[Face.SMALL])
        side.addWidget(label, 1)
        self._column.addWidget(row)

    def _quote(self, rich: str, words: str) -> None:
        """The sentence of the announcement, the passage that was read in bold."""
        label = self._say(words, Face.SMALL, self._look.colours.text)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(rich)

    def _hint(self, locale: Locale, *, feeds: bool, sentence: bool) -> None:
        keys = N_("Esc closes · Ctrl+C copies · Enter goes to the field") if feeds else N_("Esc closes · Ctrl+C copies")
        for words in (keys, *([N_("F4 shows the passage in the announcement")] if sentence else [])):
            label = self._say(locale.text(words), Face.SMALL, self._look.colours.secondary)
            label.setFont(scaled(self._look.fonts[Face.BODY], WEEKDAY))

    def _resize(self, widest: int, formula: FormulaView | None) -> None:
        margins = self._column.contentsMargins()
        aside = margins.left() + margins.right()
        natural = max(formula.natural_width() + aside if formula else 0, 360)
        width = min(widest, natural)
        if formula is not None:
            formula.setFixedHeight(formula.heightForWidth(width - aside))
        height = self._column.totalHeightForWidth(width)
        self.setFixedSize(width, height if height > 0 else self._column.totalSizeHint().height())

    def hang(self, cell: QRect, names_end: int) -> None:
        """Stand at the edge of a cell (on the screen), right of where the item names end."""
        screen = QGuiApplication.screenAt(cell.center()) or QGuiApplication.primaryScreen()
        self.move(place(self.size(), cell, names_end, screen.availableGeometry()))

    def copy(self) -> None:
        """Put the explanation on the clipboard as text."""
        QGuiApplication.clipboard().setText(plain(self._plain))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.close()
        else:
            self.passed.emit(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, colour = QPainter(self), self._look.colours.frame
        width, height = self.width(), self.height()
        for rect in ((0, 0, width, 1), (0, height - 1, width, 1), (0, 0, 1, height), (width - 1, 0, 1, height)):
            painter.fillRect(*rect, colour)


class Line(QWidget):
    """A hairline across."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self._colour)


class Mark(QWidget):
    """One of the marks, beside a sentence."""

    def __init__(self, name: str, colour: QColor) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        self.setFixedSize(MARK, MARK + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        draw(QPainter(self), self._name, self.rect().toRectF(), self._colour)


def _label(text: str, colour: QColor) -> QLabel:
    label = QLabel(bound(text))
    label.setAccessibleName(plain(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    paint_text(label, colour)
    return label


def _joined(names: Sequence[str], locale: Locale) -> str:
    text = names[0]
    for name in names[1:]:
        text = locale.text(N_("{names}, {name}"), names=text, name=name)
    return text


def place(size: QSize, cell: QRect, names_end: int, screen: QRect) -> QPoint:
    """Under the cell or above it, its right edge below the cell's where the item names stay free."""
    left = max(cell.right() + 1 - size.width(), names_end)
    left = max(screen.left(), min(left, screen.right() + 1 - size.width()))
    below, above = cell.bottom() + 1 + AWAY, cell.top() - AWAY - size.height()
    fits_below = below + size.height() <= screen.bottom() + 1
    return QPoint(left, below if fits_below or above < screen.top() else above)
