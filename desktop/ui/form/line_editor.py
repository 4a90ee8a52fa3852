"""The editor of a number, a date or a text: taken at every keystroke, shown in its final form on leaving."""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ...domain.formula import Kind
from ...domain.given import value_at
from ...domain.message import Message
from ...domain.term import Given, Term
from ...presentation.table import field_words
from ..session import Session
from ..theme import sized
from . import paint
from .breaks import plain
from .signs import Signed, sign_words, tip

#: So long after the last keystroke an unreadable text counts as wrong, not as unfinished.
PATIENCE_MS = 1000
#: Room for the mark at the free end of a field.
MARK_MARGIN = 20


def editor_height() -> int:
    """The height of an editor, and of a row of editors."""
    return sized(24)


#: The focus comes back by itself after these; nothing has been left.
_PASSING = (
    Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason,
)  # fmt: skip
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_F1, _F35 = Qt.Key.Key_F1, Qt.Key.Key_F35
#: Keys that the editor keeps, though actions of the window have them too.
_OWN = (
    QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)  # fmt: skip
RIGHT_ALIGNED = (Kind.COUNT, Kind.NUMBER, Kind.DATE)

ReadRatio = Callable[[str], tuple[Decimal, Decimal] | Message | None]


class TextState(Enum):
    """What is to be said about the text in an editor."""

    PLAIN = "plain"
    DRAFT = "draft"
    ERROR = "error"


def accessible_name(session: Session, term: Term) -> str:
    """The label of a term with its unit, as a screen reader says it."""
    label = plain(session.locale.text(field_words(term.words, session.book)))
    unit = session.locale.unit(term.unit, session.book.currency)
    return session.locale.text("{label} ({unit})", label=label, unit=unit) if unit else label


def describe(
    editor: QWidget, session: Session, term: Term, sentence: str = "", *, unit_elsewhere: bool = False
) -> None:
    """Give an editor its name, its hint, what is wrong with it and where it was read."""
    hint = session.locale.text(term.hint)
    unit = session.locale.unit(term.unit, session.book.currency)
    hints = f"{hint}\n{session.locale.text('Unit: {unit}', unit=unit)}" if unit and unit_elsewhere else hint
    path = editor.objectName()
    editor.setToolTip(tip(session, path, hints))
    editor.setAccessibleName(accessible_name(session, term))
    editor.setAccessibleDescription(" ".join(filter(None, (sentence or hint, sign_words(session, path)))))


class LineEditor(QLineEdit, Signed):
    """The editor of a number, a date or a text. Its keystrokes from entering to leaving are one undo step."""

    #: What is to be said about the text is another thing.
    judged = Signal()

    def __init__(self, session: Session, term: Term, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.term, self.path = session, term, path or term.path
        self.state = TextState.PLAIN
        self.unit_elsewhere = False
        self.framed = True
        self.run: object = object()
        self._engaged = False
        self._typing = False
        self._known: tuple[Given | None, str | None] = (None, None)
        self._waiting: QTimer | None = None
        self.setObjectName(self.path)
        self.setFixedHeight(editor_height())
        if term.kind in RIGHT_ALIGNED:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(self._typed)
        self._show(self._present())
        self._judge(at_once=True)

    def take(self, text: str) -> None:
        """Hand a typed text to the session."""
        self.session.type(self.path, text, run=self.run)

    def problem(self) -> Message | None:
        """Why the text cannot be read."""
        return self.session.problem(self.path)

    def sentence(self) -> str:
        """What is wrong, once it is to be said."""
        problem = self.problem() if self.state is TextState.ERROR else None
        return self.session.locale.text(problem) if problem else ""

    def retranslate(self) -> None:
        """Say everything in the language of the session; a text being typed stays as it is."""
        if not self._engaged:
            self._show(self._present())
        self._show_default()
        self._describe()

    def refresh(self) -> None:
        """Show what the document holds now, unless it is what was typed here."""
        self._show_default()
        self._show_sign()
        if self._typing:
            return
        present = self._present()
        if self._engaged and _alike(present, self._known):
            return
        self._show(present)
        self._judge(at_once=True)

    def _present(self) -> tuple[Given | None, str | None]:
        return value_at(self.session.scenario, self.path), self.session.book.drafts.get(self.path)

    def _show(self, present: tuple[Given | None, str | None]) -> None:
        self._known = present
        value, draft = present
        text = draft if draft is not None else self.session.locale.given(value, self.term.unit)
        if text != self.text():
            at_end, place = self.cursorPosition() == len(self.text()), self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(len(text) if at_end and self._engaged else place if self._engaged else 0)

    def _show_default(self) -> None:
        if self.term.default:
            in_force = self.session.book.value(self.path) if self._present() == (None, None) else None
            text = self.session.locale.given(in_force, self.term.unit)
            if text != self.placeholderText():
                self.setPlaceholderText(text)

    def _show_sign(self) -> None:
        if self.take_sign():
            self._describe()
            self.update()

    def _typed(self, text: str) -> None:
        self._typing = True
        try:
            self.take(text)
        finally:
            self._typing = False
        self._known = self._present()
        self._judge(at_once=False)

    def _judge(self, *, at_once: bool) -> None:
        """Decide what is to be said: an error once the typing rests, and then until the text can be read."""
        draft = self._known[1] is not None
        error = draft and (at_once or self.state is TextState.ERROR)
        self._wait(draft and not error)
        self._set_state(TextState.ERROR if error else TextState.DRAFT if draft else TextState.PLAIN)

    def _wait(self, waiting: bool) -> None:
        if waiting and self._waiting is None:
            self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
            self._waiting.timeout.connect(lambda: self._judge(at_once=True))
        if self._waiting is not None:
            self._waiting.start() if waiting else self._waiting.stop()

    def _set_state(self, state: TextState) -> None:
        spoken = state is TextState.ERROR or self.state is TextState.ERROR
        if state is not self.state:
            self.state = state
            marked = state is not TextState.PLAIN
            self.setTextMargins(MARK_MARGIN if marked else 0, 0, 0, 0)
            self.update()
        if spoken:
            self._describe()
            self.judged.emit()

    def _describe(self) -> None:
        describe(self, self.session, self.term, self.sentence(), unit_elsewhere=self.unit_elsewhere)

    def commit(self) -> None:
        """End the run of keystrokes and show the text in its final form."""
        self.run = object()
        self._show(self._present())
        self._judge(at_once=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._engaged:
            self._engaged = True
            self.run = object()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._leave()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._engaged and not event.spontaneous():
            self._leave()

    def _leave(self) -> None:
        self._engaged = False
        self.commit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._gives_way(event):
            event.ignore()
            return False
        return super().event(event)

    def _gives_way(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the window, which also takes back the whole document, not letters of a field."""
        if _is_undo(event):
            return True
        if not (event.modifiers() & _HELD or _F1 <= event.key() <= _F35) or any(map(event.matches, _OWN)):
            return False
        keys = QKeySequence(event.keyCombination())
        return any(keys in action.shortcuts() for action in self.window().actions())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_undo(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """The menu of the field, without undo and redo of its letters and the line below them."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            area = paint.inside(self)
            if self.framed and paint.paints_frames():
                paint.frame(painter, area, focused=self.hasFocus(), error=self.state is TextState.ERROR)
            paint.corner(painter, area, self.origin)
            fed = self.path in self.session.marked
            if self.state is TextState.DRAFT:
                paint.dashes(painter, area)
                paint.pencil(painter, paint.mark_rect(area, fed=fed))
            elif self.state is TextState.ERROR:
                paint.octagon(painter, paint.mark_rect(area, fed=fed))
            if fed:
                paint.feeds(painter, area.adjusted(1, 1, -1, -1))


class RatioEditor(LineEditor):
    """One side of a ratio. A whole ratio typed into it fills both sides."""

    def __init__(self, session: Session, term: Term, pair: tuple[str, str], read: ReadRatio) -> None:
        self._pair, self._read = pair, read
        super().__init__(session, term)

    def take(self, text: str) -> None:
        ratio = self._read(text)
        if isinstance(ratio, tuple):
            self.session.edit_many(list(zip(self._pair, ratio, strict=True)), run=self.run)
        elif ratio is not None:
            self.session.edit_many([(self.path, None)], [(self.path, text)], run=self.run)
        else:
            super().take(text)

    def problem(self) -> Message | None:
        draft = self.session.book.drafts.get(self.path)
        ratio = self._read(draft) if draft is not None else None
        return ratio if isinstance(ratio, Message) else super().problem()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _alike(a: tuple[Given | None, str | None], b: tuple[Given | None, str | None]) -> bool:
    """Whether two contents are written alike: 20.5 and 20.50 are not."""
    return a == b and str(a[0]) == str(b[0])
