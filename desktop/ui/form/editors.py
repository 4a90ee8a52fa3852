"""The editors of choices and of yes or no, and which editor fits a term."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton, QWidget

from ...domain.formula import Kind
from ...domain.given import value_at
from ...domain.message import N_
from ...domain.path import ANNOUNCED
from ...domain.term import Given, Option, Term
from ...presentation.table import choice_word
from ..session import Session
from . import paint
from .breaks import plain
from .line_editor import LineEditor, TextState, describe, editor_height
from .signs import Signed

_YES_NO = (Option("yes", N_("yes")), Option("no", N_("no")))


class ChoiceEditor(QComboBox, Signed):
    """The editor of a choice. Its first entry is the default in force, or blank."""

    def __init__(self, session: Session, term: Term, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.term, self.path = session, term, path or term.path
        self.options = term.options or _YES_NO
        self.state = TextState.PLAIN
        self.unit_elsewhere = False
        self.setObjectName(self.path)
        self.setFixedHeight(editor_height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem("")
        for option in self.options:
            self.addItem("", self._value(option))
        self.activated.connect(self._chosen)

    def _value(self, option: Option) -> Given:
        return option.code == "yes" if self.term.kind is Kind.FLAG else option.code

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        for place, option in enumerate(self.options, 1):
            self.setItemText(place, plain(self.session.locale.text(option.text)))
        self.refresh()
        self._describe()

    def _describe(self) -> None:
        problem = self.session.problem(self.path)
        sentence = self.session.locale.text(problem) if problem else ""
        describe(self, self.session, self.term, sentence, unit_elsewhere=self.unit_elsewhere)

    def refresh(self) -> None:
        """Show what the document holds now."""
        if self.is_gone:
            return
        value = value_at(self.session.scenario, self.path)
        draft = self.session.book.drafts.get(self.path)
        self.state = TextState.PLAIN if draft is None else TextState.ERROR
        default = self._default_words()
        if default != self.itemText(0):
            self.setItemText(0, default)
        place = -1 if draft is not None else 0 if value is None else self.findData(value)
        if place != self.currentIndex():
            with QSignalBlocker(self):
                self.setCurrentIndex(place)
        if draft is not None:
            self.setPlaceholderText(draft)
        if self.take_sign():
            self._describe()
            self.update()

    def _default_words(self) -> str:
        code = self._default_in_force()
        word = choice_word(self.term.options, code)
        return self.session.locale.text(N_("Default: {choice}"), choice=self.session.locale.text(word)) if word else ""

    def _default_in_force(self) -> object:
        """The value that holds where none is chosen; known only while none is chosen, or where it never changes."""
        if self.term.default.startswith('"'):
            return self.term.default.strip('"')
        given = value_at(self.session.scenario, self.path)
        return self.session.book.value(self.path) if given is None and self.term.default else None

    @property
    def is_gone(self) -> bool:
        """Whether the row of the cell has been taken away, and the editor is about to close."""
        try:
            value_at(self.session.scenario, self.path)
        except IndexError:
            return True
        return False

    def _chosen(self, place: int) -> None:
        if not self.is_gone:
            self.session.edit(self.path, self.itemData(place))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the pane; a choice must not change on the way

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            if paint.paints_frames():
                paint.frame(painter, paint.inside(self), focused=self.hasFocus(), error=self.state is TextState.ERROR)
            paint.corner(painter, paint.inside(self), self.origin)
            if self.path in self.session.marked:
                paint.feeds(painter, paint.inside(self).adjusted(1, 1, -1, -1))


class FlagEditor(QCheckBox, Signed):
    """The editor of a yes or no that is no where nothing is said."""

    def __init__(self, session: Session, term: Term) -> None:
        super().__init__()
        self.session, self.term, self.path = session, term, term.path
        self.state = TextState.PLAIN
        self.unit_elsewhere = False
        self.setObjectName(self.path)
        self.setFixedHeight(editor_height())
        self.clicked.connect(lambda checked: session.edit(self.path, bool(checked)))

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        self.setText(plain(self.session.locale.text(self.term.label)))
        describe(self, self.session, self.term)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds now."""
        self.setChecked(bool(value_at(self.session.scenario, self.path)))
        if self.take_sign():
            describe(self, self.session, self.term)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        with QPainter(self) as painter:
            if paint.paints_frames():
                paint.frame(painter, box.toRectF(), focused=self.hasFocus())
            paint.corner(painter, box.toRectF(), self.origin)
            if self.path in self.session.marked:
                paint.feeds(painter, paint.inside(self).adjusted(0, 2, 0, -2))


Editor = LineEditor | ChoiceEditor | FlagEditor


def editor_for(session: Session, term: Term) -> Editor:
    """The editor that fits the term."""
    if term.kind is Kind.CHOICE or (term.kind is Kind.FLAG and term.path.startswith(ANNOUNCED)):
        return ChoiceEditor(session, term)
    return FlagEditor(session, term) if term.kind is Kind.FLAG else LineEditor(session, term)
