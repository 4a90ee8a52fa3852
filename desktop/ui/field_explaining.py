"""Says of the field with the focus which sentence of the announcement it was read from."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ..domain.given import value_at
from ..domain.scenario import term_of
from ..presentation.explained import Told, told_of_passage
from .form.pane import FormPane
from .results.explaining import ANNOUNCEMENT
from .results.look import look
from .results.popover import WIDEST, Popover
from .results.shown import Ink
from .session import Session


def explain_field(session: Session, form: FormPane) -> bool:
    """Hang the sentence on the field or cell with the focus; says whether it was read."""
    path = form.current_path if form.has_focus else ""
    found = told_of_field(session, path)
    if found is None:
        return False
    popover = Popover(form, look(form.font()), by_key=True)
    popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    popover.tell(found, Ink.TEXT, session.locale, WIDEST)
    place, focus = form.current_place(), QApplication.focusWidget()
    popover.hang(place, place.left())

    def passed(event: QKeyEvent) -> None:
        """A key of the field's own, or the one that leads to the announcement."""
        popover.close()
        if event.key() == ANNOUNCEMENT:
            session.show_announcement(path)
        elif focus is not None:
            QApplication.sendEvent(focus, QKeyEvent(event))

    popover.passed.connect(passed)
    popover.show()
    return True


def told_of_field(session: Session, path: str) -> Told | None:
    """What there is to say of a field that was read."""
    if path not in session.book.passages:
        return None
    value = session.locale.given(value_at(session.scenario, path), term_of(path).unit)
    found = told_of_passage(session.book, path, session.book.drafts.get(path, value), session.locale)
    return replace(found, feeds=()) if found else None  # the field has the focus already
