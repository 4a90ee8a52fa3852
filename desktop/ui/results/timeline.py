"""The time line on the Summary: painted from the numbers of the presentation, its days reachable one by one."""

from collections.abc import Callable
from datetime import date
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ...domain.message import N_
from ...presentation.timeline import CAP, Cell, Drawing, Ruler, drawing, held, listed, rules, sentence
from ..form.breaks import plain
from ..session import Session
from ..theme import GAP, SECONDARY, WEEKDAY, colours, scaled
from .look import look
from .shown import Face
from .timeline_painter import DrawingPainter, frame

RING = 2
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
            DrawingPainter(painter, self.drawing, self._look, self._tiny).paint(self._session.locale.text(N_("Today")))


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
            frame(QPainter(self), QRect(0, top, self.width(), self.height() - top), RING, colours().accent)


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
