"""The time line on the Summary: painted from the numbers of the presentation, its days reachable one by one."""

from collections.abc import Callable
from datetime import date
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QLineF, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ...domain.message import N_
from ...presentation.lanes import Hold
from ...presentation.timeline import CAP, PAD, Bar, Cell, Drawing, Ruler, drawing, held, listed, rules, sentence
from ..form.breaks import plain
from ..session import Session
from ..theme import GAP, SECONDARY, WEEKDAY, colours, scaled
from .look import Look, look
from .shown import Face

BAR, RING, HATCH = 3, 2, 7
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason)


class TimeLineBlock(QWidget):
    """The time line under its heading; gone where there is none."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heading = QLabel()
        self.line = TimeLine(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._heading)
        column.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def refresh(self) -> None:
        """Re-read the session."""
        self._heading.setFont(scaled(self.font(), 1.0, semibold=True))
        self._heading.setText(self._session.locale.text(N_("Time line")))
        self.line.refresh()
        self.setVisible(self.line.drawing is not None)


class TimeLine(QWidget):
    """Days as cells, labels above, lanes below. Every day with an event is a child that takes the focus."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, today: date | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._session, self._fixed_today = session, today
        self.drawing: Drawing | None = None
        self.days: list[Day] = []
        self._shown: object = None
        self.restyle()

    # -- what is shown

    @property
    def today(self) -> date:
        """The day that is marked."""
        return self._fixed_today or date.today()  # noqa: DTZ011  # the day on the reader's wall

    @property
    def line_height(self) -> float:
        """The height of a line of labels."""
        return self._ruler.line

    def restyle(self) -> None:
        """Take the font and the colours in force."""
        self._look = look(self.font())
        self._tiny = scaled(self.font(), WEEKDAY)
        label = self._look.metrics[Face.SMALL]
        strong = QFontMetricsF(scaled(self.font(), SECONDARY, semibold=True))
        self._ruler = Ruler(_remembered(label), _remembered(strong), ceil(label.height()))
        self._shown = None

    def refresh(self) -> None:
        """Lay out the session's dates, if anything has changed."""
        session = self._session
        seen = (session.book, session.locale, self.width(), self.today)
        if self._shown is not None and self._shown == seen:
            return
        self._shown = seen
        width = max(self.width(), 1)
        self.drawing = drawing(session.book, session.locale, self._ruler, width, self.today)
        self._take(self.drawing)
        self.update()

    def _take(self, found: Drawing | None) -> None:
        height = ceil(found.height) if found is not None else 0
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        cells = found.days if found is not None else ()
        while len(self.days) > len(cells):
            self._remove_day()
        while len(self.days) < len(cells):
            self.days.append(Day(self))
        for day, cell in zip(self.days, cells, strict=True):
            day.show_cell(cell)
        if self.days and not any(day.focusPolicy() == Qt.FocusPolicy.TabFocus for day in self.days):
            self.days[-1].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._describe()

    def _remove_day(self) -> None:
        day = self.days.pop()
        if day.hasFocus() and self.days:
            self.days[-1].take_focus()
        day.hide()
        day.deleteLater()

    def _describe(self) -> None:
        """The whole time line as a list of sentences, for those who do not see it."""
        locale, found = self._session.locale, self.drawing
        if not self.isVisible() or found is None:
            return
        said = (*listed(found.events, locale), *held(found.held, locale))
        name, text = locale.text(N_("Time line")), plain("\n".join(said))
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def told(self, cell: Cell) -> tuple[str, str]:
        """A day in words, and what its events rest on."""
        session = self._session
        return sentence(cell, session.book, session.locale, self.today), rules(cell, session.locale)

    def copy(self) -> None:
        """Put every date with its event on the clipboard, a line each."""
        if self.drawing is not None:
            QGuiApplication.clipboard().setText("\n".join(listed(self.drawing.events, self._session.locale)))

    # -- what Qt asks

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.restyle()
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the day that has the focus."""
        current = next((n for n, day in enumerate(self.days) if day.hasFocus()), 0)
        last = len(self.days) - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in KEYS:
            self.days[min(max(current + KEYS[Qt.Key(event.key())], 0), last)].take_focus()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.days[0 if event.key() == Qt.Key.Key_Home else last].take_focus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # painted whole: it is small
        if self.drawing is not None:
            painter = QPainter(self)
            _Paint(painter, self.drawing, self._look, self._tiny).paint(self._session.locale.text(N_("Today")))


class Day(QLabel):
    """A day on which something happens: its words for pointer, keyboard and screen reader."""

    def __init__(self, line: TimeLine) -> None:
        super().__init__(line)
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if not line.days else Qt.FocusPolicy.ClickFocus)
        self.show()

    def show_cell(self, cell: Cell) -> None:
        """Stand over a cell and its label, and say it."""
        found = self._line.drawing
        if found is None:
            return
        bottom = ceil(found.cells_y + found.cells_height)
        top = ceil(bottom - found.cells_height - CAP - len(cell.lines) * self._line.line_height)
        if self.geometry() != (place := QRect(cell.x, max(top, 0), cell.width + 1, bottom - max(top, 0))):
            self.setGeometry(place)
        name, rule = self._line.told(cell)
        lines = "<br>".join(escape(line, quote=False) for line in plain(rule).splitlines())
        tip = f"<b>{escape(plain(name), quote=False)}</b><br>{lines}"  # as rich text its lines are wrapped
        if tip != self.toolTip():
            self.setToolTip(tip)
            self.setAccessibleName(plain(name))
            self.setAccessibleDescription(plain(rule))

    def take_focus(self) -> None:
        """Be the day that the keyboard stands on; Tab comes back to it."""
        for day in self._line.days:
            day.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocus()

    def copy(self) -> None:
        """Put every date on the clipboard."""
        self._line.copy()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() in BY_KEY and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # they are the time line's

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The ring of the focus around the cell; the rest is painted by the time line."""
        found = self._line.drawing
        if self.hasFocus() and found is not None:
            top = self.height() - ceil(found.cells_height)
            _frame(QPainter(self), QRect(0, top, self.width(), self.height() - top), RING, colours().accent)


class _Paint:
    """Paints a drawing once."""

    def __init__(self, painter: QPainter, found: Drawing, style: Look, tiny: QFont) -> None:
        self.painter, self.found, self.look, self.tiny = painter, found, style, tiny
        self.colours = style.colours

    def paint(self, today: str) -> None:
        for cell in self.found.cells:
            self._label(cell)
            self._ground(cell)
        for cell in self.found.cells:  # after all grounds: caps and frames lie over their neighbours'
            self._words(cell)
        for index, bars in enumerate(self.found.lanes):
            self._lane(bars, round(self.found.lane_y(index)))
        if self.found.today is not None:
            self._today(round(self.found.today), today)

    def _text(self, rect: QRectF, side: int, text: str, font: QFont) -> None:
        self.painter.setFont(font)
        self.painter.drawText(rect, side, text)

    def _label(self, cell: Cell) -> None:
        line = self.line_height
        for n, (text, loud) in enumerate(reversed(cell.lines)):
            y = self.found.cells_y - CAP - 2 - (n + 1) * line
            self.painter.setPen(self.colours.accent if loud else self.colours.text)
            face = Face.SMALL_HEAD if loud else Face.SMALL
            self._text(QRectF(cell.label_x - 300, y, 600, line), CENTRE, text, self.look.fonts[face])

    @property
    def line_height(self) -> float:
        """The height of a line of labels."""
        return ceil(self.look.metrics[Face.SMALL].height())

    def _ground(self, cell: Cell) -> None:
        top, height = round(self.found.cells_y), round(self.found.cells_height)
        rect = QRect(cell.x, top, cell.width + 1, height)
        if cell.item.folded:
            self._dotted(rect)
            return
        if cell.closed:
            self.painter.fillRect(rect, self.colours.before)
        _frame(self.painter, rect, 1, self.colours.section)

    def _dotted(self, rect: QRect) -> None:
        """Days that are left out: no walls, the floor and the ceiling only dotted."""
        for x in range(rect.left() + 2, rect.right() - 1, 4):
            for y in (rect.top(), rect.bottom()):
                self.painter.fillRect(x, y, 2, 1, self.colours.frame)

    def _words(self, cell: Cell) -> None:
        top, height = self.found.cells_y, self.found.cells_height
        if cell.loud:
            self.painter.fillRect(cell.x, round(top - CAP + 1), cell.width + 1, round(CAP), self.colours.accent)
        has_event = bool(cell.item.events)
        ink = self.colours.accent if cell.loud else self.colours.text if has_event else self.colours.secondary
        self.painter.setPen(ink)
        face = self.look.fonts[Face.HEAD if has_event else Face.SMALL]
        self._text(QRectF(cell.x, top + 2, cell.width + 1, height * 0.56 - 2), CENTRE, cell.title, face)
        self.painter.setPen(self.colours.secondary)
        lower = QRectF(cell.x, top + height * 0.53, cell.width + 1, height * 0.42)
        self._text(lower, CENTRE, cell.note, self.tiny)

    def _lane(self, bars: tuple[Bar, ...], top: int) -> None:
        height = round(self.found.lane_height)
        for bar in bars:
            rect = QRect(bar.x, top, bar.width, height)
            self.painter.fillRect(rect, self._lane_ground(bar))
            if bar.closed:
                self._hatch(rect)
        for before, bar in zip((None, *bars), bars, strict=False):
            if bar.hold == Hold.AFTER and (before is None or before.hold != Hold.AFTER):
                self.painter.fillRect(bar.x, top, BAR, height, self.colours.accent)
            self._lane_text(bar, top, height)

    def _lane_ground(self, bar: Bar) -> QColor:
        if bar.hold == Hold.AFTER:
            return self.colours.changed
        return self.colours.sheet if bar.closed else self.colours.before

    def _lane_text(self, bar: Bar, top: int, height: int) -> None:
        if not bar.text:
            return
        face = Face.SMALL_HEAD if bar.hold == Hold.AFTER else Face.SMALL
        rect = QRectF(bar.x + PAD, top, 2000, height)
        if bar.closed:  # the words keep clear of the hatching
            self.painter.fillRect(bar.x + 5, top + 2, self.look.width(bar.text, face) + 7, height - 4,
                                  self._lane_ground(bar))  # fmt: skip
        inks = {Hold.BEFORE: self.colours.secondary, Hold.INTERIM: self.colours.text, Hold.AFTER: self.colours.text}
        self.painter.setPen(inks[bar.hold])
        self._text(rect, LEFT, bar.text, self.look.fonts[face])

    def _hatch(self, rect: QRect) -> None:
        painter = self.painter
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.colours.section)
        rise = rect.height()
        painter.drawLines([QLineF(x, rect.bottom() + 1, x + rise, rect.top())
                           for x in range(rect.left() - rise, rect.right(), HATCH)])  # fmt: skip
        painter.restore()
        _frame(painter, rect, 1, self.colours.hairline)

    def _today(self, x: int, word: str) -> None:
        """A line through the lanes with a pointer at its top and its word at its foot."""
        found, painter = self.found, self.painter
        top = round(found.cells_y + found.cells_height) + 2
        bottom = round(found.lane_y(len(found.lanes)))
        painter.fillRect(x, top, 1, bottom - top, self.colours.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(QPolygonF([QPoint(x - 4, top), QPoint(x + 5, top), QPoint(x, top + 5)]))
        painter.setPen(self.colours.text)
        half = QFontMetricsF(self.tiny).horizontalAdvance(word) / 2 + 1
        middle = min(max(float(x), half), found.width - half)
        self._text(QRectF(middle - half, bottom, 2 * half, self.line_height), CENTRE, word, self.tiny)


def _frame(painter: QPainter, rect: QRect, thick: int, colour: QColor) -> None:
    """A frame inside a rectangle, filled: a pen at an edge disappears at 125 and 150 %."""
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    for part in ((x, y, width, thick), (x, y + height - thick, width, thick), (x, y, thick, height),
                 (x + width - thick, y, thick, height)):  # fmt: skip
        painter.fillRect(QRect(*part), colour)


def _remembered(metrics: QFontMetricsF) -> Callable[[str], float]:
    """Widths of texts, each measured once: the same words come back at every keystroke."""
    known: dict[str, float] = {}

    def width_of(text: str) -> float:
        if text not in known:
            if len(known) > 500:  # figures that were typed on the way
                known.clear()
            known[text] = metrics.horizontalAdvance(text)
        return known[text]

    return width_of
