"""Lines of a form: label, editor, unit, and below them what is wrong or what was understood."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ...domain.formula import Kind
from ...domain.message import N_, Message
from ...domain.split import Split
from ...domain.term import NO_UNIT, Term, Unit
from ...presentation.forms import FormLine
from ...presentation.readings import weekday_words
from ...presentation.table import field_words
from ...presentation.wording import adr_sentence, split_sentence
from .. import theme
from ..session import Session
from .editors import ChoiceEditor, Editor, FlagEditor, editor_for
from .labels import FormLabel, colour, quiet, unit_label
from .line_editor import LineEditor, RatioEditor, TextState

LABEL, EDITOR, UNIT = range(3)
#: Texts that need the room of editor and unit together.
WIDE = frozenset(("company.name", "company.listing", "adr.depositary"))

SPLIT_HINT = N_("Type 1:2, 2-for-1 or 1→1.1 into either field.")
ADR_HINT = N_("Type 2:1 or 2 ADRs = 1 share into either field.")


#: From this part of the usual size on a text is large, in percent.
LARGE_TEXT = 120


class Columns:
    """The widths of the three columns of a form, in logical pixels."""

    def __init__(self, *, narrow: bool) -> None:
        self.indent = theme.MARGIN + 16
        widths = (120, 152, 76) if narrow else (136, 168, 72)
        self.label, self.editor, self.unit = map(theme.widened, widths)

    @property
    def message(self) -> int:
        """The width of what stands under an editor."""
        return self.editor + theme.GAP + self.unit

    @property
    def total(self) -> int:
        """The width from the edge of the pane to the end of the units."""
        return self.indent + self.label + theme.GAP + self.message


class Field:
    """One line of a form: a label, one editor or two that a sign joins, and the unit."""

    def __init__(self, session: Session, body: QWidget, line: FormLine, shared: Unit) -> None:
        self.session, self.body, self.line, self.terms = session, body, line, line.terms
        self.shared = shared
        self.editors: list[Editor] = self._make_editors()
        self.label = FormLabel(body, balanced=True)
        self.unit = unit_label(body)
        self.message: FormLabel | None = None
        self._width = 0
        self._lower: tuple[QGridLayout, int] | None = None
        self._label: Message | None = None
        self.label.setBuddy(self.editors[0])
        for editor in self.editors:
            editor.unit_elsewhere = self._unit() == NO_UNIT and editor.term.unit != NO_UNIT
            if isinstance(editor, LineEditor):
                editor.judged.connect(self._show_message)

    def _make_editors(self) -> list[Editor]:
        return [editor_for(self.session, term) for term in self.terms]

    def _unit(self) -> Unit:
        """The unit beside the editor: none where the heading of the section says it."""
        unit = self.terms[-1].unit
        return NO_UNIT if unit == self.shared else unit

    def place(self, grid: QGridLayout, row: int) -> int:
        """Put the line into the grid, from a row on; answers the next free row."""
        grid.addWidget(self.label, row, LABEL)
        wide = isinstance(self.editors[0], FlagEditor) or self.terms[0].path in WIDE or self._needs_more()
        self._place_editors(grid, row, 2 if wide else 1)
        if wide:
            self.unit.hide()
        else:
            grid.addWidget(self.unit, row, UNIT)
        self._lower = (grid, row + 1)
        self._place_message()
        return row + 2

    def _needs_more(self) -> bool:
        """Whether the words of a choice take the place of the unit, which it has none of: in a large text."""
        return isinstance(self.editors[0], ChoiceEditor) and theme.sized(100) > LARGE_TEXT

    def remove(self) -> None:
        """Take the line out of the form."""
        for widget in (*self.editors, self.label, self.unit, self.message):
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place_editors(self, grid: QGridLayout, row: int, span: int) -> None:
        grid.addWidget(self.editors[0], row, EDITOR, 1, span)

    def set_columns(self, columns: Columns) -> None:
        """Take the widths of the columns."""
        self._width = columns.message
        self.label.set_width(columns.label)
        self.unit.set_width(columns.unit)
        if self.message is not None:
            self.message.set_width(self._width)

    def retranslate(self) -> None:
        """Say everything in the language of the session."""
        for editor in self.editors:
            editor.retranslate()
        self._say_label()
        self._show_reading()
        self._show_message()

    def _say_label(self) -> None:
        self._label = field_words(self.line.label, self.session.book)
        if not isinstance(self.editors[0], FlagEditor):
            self.label.say(self.session.locale.hinted(self._label))

    def recolour(self) -> None:
        """Take the colours of the theme."""
        colour(self.unit, "secondary")
        if self.message is not None:
            colour(self.message, self._message()[1])

    def refresh(self) -> None:
        """Show what the document holds now."""
        if self._label is not None and self._label != field_words(self.line.label, self.session.book):
            self.retranslate()  # it has become another kind of event
        for editor in self.editors:
            editor.refresh()
        self._show_reading()
        if self.message is not None and not self.message.isHidden():
            self._show_message()

    def _show_reading(self) -> None:
        self.unit.say(self._reading())

    def _reading(self) -> str:
        """What stands beside the editor: the weekday of a date and whether the market is closed, else the unit."""
        term = self.terms[-1]
        if term.kind is not Kind.DATE:
            return self.session.locale.unit(self._unit(), self.session.book.currency)
        day = self.session.book.value(term.path)
        return weekday_words(self.session.book, self.session.locale, term.path, day) if isinstance(day, date) else ""

    def _message(self) -> tuple[str, str]:
        """What stands under the editor, and its colour: a sentence on what is wrong."""
        wrong = (e.sentence() for e in self.editors if isinstance(e, LineEditor) and e.state is TextState.ERROR)
        wrong_choice = (_choice_problem(e) for e in self.editors if isinstance(e, ChoiceEditor))
        return next(filter(None, (*wrong, *wrong_choice)), ""), "error"

    def _show_message(self) -> None:
        text, role = self._message()
        if not text and self.message is None:
            return
        if self.message is None:
            self.message = self._new_message()
            self._place_message()
        self.message.say(text)
        colour(self.message, role)
        self.message.setVisible(bool(text))

    def _new_message(self) -> FormLabel:
        label = quiet(FormLabel(self.body, least=0))
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.set_width(self._width)
        return label

    def _place_message(self) -> None:
        if self._lower is not None and self.message is not None:
            grid, row = self._lower
            grid.addWidget(self.message, row, EDITOR, 1, 2)


def _choice_problem(editor: ChoiceEditor) -> str:
    problem = editor.session.problem(editor.path) if editor.state is TextState.ERROR else None
    return editor.session.locale.text(problem) if problem else ""


def _split_ratio(text: str) -> tuple[Decimal, Decimal] | Message | None:
    from ...presentation.entry_ratio import read_ratio  # noqa: PLC0415  # not needed for the first picture

    return read_ratio(text)


def _adr_ratio(text: str) -> tuple[Decimal, Decimal] | Message | None:
    from ...presentation.entry_adr import read_adr_ratio  # noqa: PLC0415  # not needed for the first picture

    return read_adr_ratio(text)


class RatioField(Field):
    """Two editors joined by a sign; below them the ratio as a sentence, which shows its direction."""

    def _make_editors(self) -> list[Editor]:
        pair = (self.terms[0].path, self.terms[1].path)
        read = _split_ratio if self._is_split() else _adr_ratio
        return [RatioEditor(self.session, term, pair, read) for term in self.terms]

    def _place_editors(self, grid: QGridLayout, row: int, span: int) -> None:
        line = QHBoxLayout()
        line.setSpacing(0)
        sign = FormLabel(self.body)
        sign.setText(self.terms[0].joins)
        sign.setWordWrap(False)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setFixedWidth(28)
        for widget, stretch in ((self.editors[0], 1), (sign, 0), (self.editors[1], 1)):
            line.addWidget(widget, stretch)
        grid.addLayout(line, row, EDITOR, 1, span)

    def refresh(self) -> None:
        super().refresh()
        self._show_message()

    def _message(self) -> tuple[str, str]:
        wrong = super()._message()
        if wrong[0]:
            return wrong
        sentence = self._sentence()
        if sentence is not None:
            return self.session.locale.text(sentence), "text"
        empty = all(e.text() == "" for e in self.editors if isinstance(e, LineEditor))
        return (self.session.locale.text(self._hint()) if empty else ""), "secondary"

    def _hint(self) -> str:
        return SPLIT_HINT if self._is_split() else ADR_HINT

    def _is_split(self) -> bool:
        return self.terms[0].path in ("split.old", "candidate.old")

    def _sentence(self) -> Message | None:
        if self._is_split():
            return split_sentence(Split(*(_side(self.session.book.value(term.path)) for term in self.terms)))
        return adr_sentence(*(self.session.book.value(term.path) for term in self.terms))


def _side(value: object) -> Decimal | None:
    """A side of a ratio in force as a term holds it; it has at most six decimals."""
    return Decimal(value.numerator) / value.denominator if isinstance(value, int | Fraction) else None


class AnnouncedHeading:
    """The small heading over the figures that the issuer printed."""

    def __init__(self, session: Session, body: QWidget, text: str) -> None:
        self.session, self._text = session, text
        self.label = quiet(FormLabel(body), semibold=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)

    def place(self, grid: QGridLayout, row: int) -> int:
        """Put the heading into the grid; answers the next free row."""
        grid.addWidget(self.label, row, LABEL, 1, 3)
        return row + 1

    def set_columns(self, columns: Columns) -> None:
        """Take the widths of the columns."""
        self.label.set_width(columns.total - columns.indent)

    def retranslate(self) -> None:
        """Say the heading in the language of the session, as it suits the event."""
        self.label.say(self.session.locale.hinted(field_words(Message(self._text), self.session.book)))

    def recolour(self) -> None:
        """Take the colours of the theme."""
        colour(self.label, "secondary")


def field_for(session: Session, body: QWidget, line: FormLine, shared: Unit) -> Field:
    """The line of a form for one field, or for two that a sign joins."""
    return (RatioField if line.joins else Field)(session, body, line, shared)


def shared_unit(terms: Sequence[Term]) -> Unit:
    """The unit that the heading of a section says once: that of all its figures, where there are at least three."""
    units = [term.unit for term in terms if term.unit != NO_UNIT]
    return units[0] if len(units) > 2 and len(set(units)) == 1 else NO_UNIT
