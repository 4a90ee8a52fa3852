"""The clause of the articles before and after, as it would be printed, in every language."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...domain.message import N_
from ...i18n import LANGUAGES, locale_for
from ...presentation.articles import ALLOWED, TITLES, Point, amendment, points
from ...presentation.articles_text import as_html, as_text, languages, points_html, points_text
from ...presentation.layout import Comparison
from ...presentation.number_words import STYLES
from .. import settings
from ..session import Session
from ..theme import GAP, SECONDARY, colours, paint_text, scaled
from .look import BLOCK_GAP

HOW_WRITTEN = N_("How the number is written")


class ComparisonBlock(QWidget):
    """The comparison in every language, the one of the screen first, and what allows the amendment."""

    def __init__(self, session: Session, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.parts = {language: ClausePart(session, comparison, language) for language in LANGUAGES}
        self.points = PointsPart(session, comparison)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BLOCK_GAP)
        self._order()
        session.changed.connect(self.refresh)

    def _order(self) -> None:
        parts = [self.parts[language] for language in languages(self._session.locale.language)]
        for part in (*parts, self.points):
            self._column.addWidget(part)
        stops = [stop for part in parts for stop in (part.style_choice, part.text)]
        for first, second in pairwise((*stops, self.points.text)):
            QWidget.setTabOrder(first, second)

    def refresh(self) -> None:
        """Read the session again; a hidden page waits until it is shown."""
        if self.isVisibleTo(self.window()):
            for part in self.parts.values():
                part.refresh()
            self.points.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._order()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.refresh()


class ClausePart(QWidget):
    """One language: a heading with the choice of how the number is written, and the comparison."""

    def __init__(self, session: Session, comparison: Comparison, language: str) -> None:
        super().__init__()
        self._session, self._comparison, self.language = session, comparison, language
        self._title, self._how = QLabel(), QLabel()
        self.style_choice = _Choice()
        self.style_choice.setObjectName(f"articles.number_style.{language}")
        self.style_choice.activated.connect(self._chosen)
        for option in STYLES[language]:
            self.style_choice.addItem("", option.code)
        self._how.setBuddy(self.style_choice)
        self.text = PaperText(f"articles.{language}")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self._title, self._how, self.style_choice):
            row.addWidget(widget)
        row.insertStretch(1)
        _stacked(self, row, self.text)

    def _chosen(self, place: int) -> None:
        settings.remember_number_style(self.language, self.style_choice.itemData(place))
        self.refresh()

    def refresh(self) -> None:
        """Say everything again."""
        locale = self._session.locale
        _headed(self._title, locale.text(TITLES[self.language]))
        self._how.setFont(scaled(self.font(), SECONDARY))
        self._how.setText(locale.text(HOW_WRITTEN))
        paint_text(self._how, colours().secondary)
        styles = settings.number_styles()
        for place, option in enumerate(STYLES[self.language]):
            self.style_choice.setItemText(place, locale.text(option.text))
        self.style_choice.setCurrentIndex(self.style_choice.findData(styles[self.language]))
        self.style_choice.setAccessibleName(f"{self._title.text()}: {self._how.text()}")
        made = amendment(self._comparison, self._session.book, locale_for(self.language), styles)
        self.text.show_text(self._title.text(), as_text(made), partial(as_html, made))


class PointsPart(QWidget):
    """What the law says of the amendment; nothing where it has nothing to say."""

    def __init__(self, session: Session, comparison: Comparison) -> None:
        super().__init__()
        self._session, self._comparison = session, comparison
        self._title = QLabel()
        self.text = PaperText("articles.allowed")
        _stacked(self, self._title, self.text)

    def refresh(self) -> None:
        """Say everything again."""
        locale, found = self._session.locale, self._found()
        self.setVisible(bool(found))
        _headed(self._title, locale.text(ALLOWED))
        self.text.show_text(self._title.text(), points_text(found, locale), partial(points_html, found, locale))

    def _found(self) -> Sequence[Point]:
        return points(self._comparison, self._session.book)


class PaperText(QTextEdit):
    """A text to read, select and copy, as high as it is; copying without a selection takes all of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._plain, self._html = "", ""
        self._of: Callable[..., str] = str
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_text(self, name: str, text: str, html: Callable[..., str]) -> None:
        """Show a text: `html` makes it with rules of a colour; read aloud, what changes is between underscores."""
        shown = html(rule=colours().section.name())
        self._plain, self._of = text, html
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        if shown != self._html:  # else a selection would go
            self._html = shown
            self.setHtml(shown)

    def copy(self) -> None:
        """Copy what is selected, else everything."""
        QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        length = self.document().characterCount() - 1
        if cursor.hasSelection() and cursor.selectionEnd() - cursor.selectionStart() < length:
            return super().createMimeDataFromSelection()
        data = QMimeData()
        data.setText(self._plain)
        data.setHtml(f'<html><meta charset="utf-8"><body>{self._of()}</body></html>')
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()) + 1)


class _Choice(QComboBox):
    """A choice that the wheel does not change on its way down the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _stacked(block: QWidget, head: QHBoxLayout | QWidget, body: QWidget) -> None:
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    if isinstance(head, QWidget):
        column.addWidget(head)
    else:
        column.addLayout(head)
    column.addWidget(body)


def _headed(title: QLabel, text: str) -> None:
    title.setFont(scaled(QApplication.font(), 1.0, semibold=True))
    title.setText(text)
