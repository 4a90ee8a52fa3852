"""The review of an announcement: nothing is taken over before the person has seen it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import announcement
from ...document.state import State
from ...document.taking_over import taken_over
from ...domain.message import N_, Message
from ...domain.scenario import is_empty
from ...files import ANNOUNCEMENTS
from ...notice.reading import Reading
from ..documents import Documents
from ..form.framed import FramedBox
from ..received import content, files_in, on_clipboard
from ..session import Session
from ..theme import GAP, MARGIN
from .intake import IntakePage
from .loading import Loading, Name
from .page import ReviewPage

PASTED = Message(N_("Pasted text"))
SMALLEST, LARGEST = (720, 400), (1240, 900)
#: Of the window around it the dialog leaves so much free.
FREE = 32


class ReviewDialog(QDialog):
    """First the way in, then text and values side by side."""

    def __init__(
        self, session: Session, documents: Documents, loading: Loading, window: QWidget, languages: Sequence[QAction]
    ) -> None:
        super().__init__(window)
        self._session, self._documents, self._loading, self._window = session, documents, loading, window
        self._intake, self.page = IntakePage(session, self), ReviewPage(session, self)
        self._pages = QStackedWidget()
        self._all, self._none, self._other = QPushButton(), QPushButton(), QPushButton()
        self._afresh = FramedBox()
        self._cancel, self._take = QPushButton(), QPushButton()
        self.addActions(languages)
        self._put_together(languages)
        self._connect()
        self._pages.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        size = window.size()
        self.resize(min(size.width() - FREE, LARGEST[0]), min(size.height() - FREE, LARGEST[1]))
        self.retranslate()
        self._show_intake()

    def _put_together(self, languages: Sequence[QAction]) -> None:
        self.setObjectName("review")
        self._take.setObjectName("review.take_over")
        self._afresh.setObjectName("review.afresh")
        self._pages.addWidget(self._intake)
        self._pages.addWidget(self.page)
        left, right = QHBoxLayout(), QHBoxLayout()
        for part in (self._all, self._none, self._afresh):
            left.addWidget(part)
        left.addStretch()
        right.addStretch()
        self._spoken = [_button(action) for action in languages if action.isCheckable()]
        for button in self._spoken:
            right.addWidget(button)
        right.addSpacing(GAP)
        for part in (self._other, self._cancel, self._take):
            right.addWidget(part)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        for half in (left, right):
            half.setSpacing(GAP)
            self._foot.addLayout(half)
        self._take.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self._all.clicked.connect(lambda: self.page.fields.lines.take_all(True))
        self._none.clicked.connect(lambda: self.page.fields.lines.take_all(False))
        self._other.clicked.connect(self._show_intake)
        self._afresh.toggled.connect(self._compare)
        self._cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self.take_over)
        self.page.fields.lines.decided.connect(self._count)
        self.page.fields.confirmed.connect(self.take_over)
        self._intake.paste.connect(self.paste)
        self._intake.open_file.connect(self.ask_for_file)
        self._intake.cancel.connect(self._stop)
        self._loading.ended.connect(self._show)
        self._loading.progressed.connect(self._intake.show_page)
        for keys, act in (
            ("Ctrl+Return", self.take_over), ("Ctrl+Enter", self.take_over),
            (QKeySequence.StandardKey.Paste, self.paste), (QKeySequence.StandardKey.Open, self.ask_for_file),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act)

    # -- the way in

    def read_file(self, path: Path) -> None:
        """Read the announcement in a file."""
        self._wait_for(path.name)
        self._loading.read_file(path)

    def receive(self, data: QMimeData) -> None:
        """Read the announcement that was pasted or dropped."""
        files = files_in(data)
        if files:
            self.read_file(files[0])
            return
        self._wait_for(PASTED)
        self._loading.read_content(content(data), PASTED)

    def _wait_for(self, name: Name) -> None:
        self._show_intake()
        self._intake.wait_for(name)

    def paste(self) -> None:
        """Read the announcement on the clipboard."""
        self.receive(on_clipboard())

    def ask_for_file(self) -> None:
        """Ask for the file of an announcement, and read it."""
        from ..dialogs import chosen_file  # noqa: PLC0415  # not needed for a text that is pasted

        words = self._session.locale.text(N_("Announcements"))
        kinds = " ".join(f"*{ending}" for ending in ANNOUNCEMENTS)
        name = chosen_file(self, "", self._documents.folder(), [f"{words} ({kinds})"])[0]
        if name:
            self.read_file(Path(name))

    def _stop(self) -> None:
        self._loading.cancel()
        self._intake.wait_for("")

    def _show_intake(self) -> None:
        self._pages.setCurrentWidget(self._intake)
        self._intake.wait_for("")
        self._intake.focus_first()
        self._count()

    def _show(self, name: Name, found: object) -> None:
        """Show a reading, or why there is none."""
        if isinstance(found, Message):
            self._intake.complain(found)
        elif isinstance(found, Reading):
            scenario = self._session.scenario
            afresh = announcement.is_about_another(found, scenario) or self._is_untouched_example
            self._afresh.setChecked(afresh and not is_empty(scenario))
            base = self._base()
            self.page.show_reading(name, found, announcement.review(found, base), base.scenario)
            self._pages.setCurrentWidget(self.page)
            self.page.fields.setFocus()
            self._count()

    @property
    def _is_untouched_example(self) -> bool:
        return self._session.is_example and not self._session.document.can_undo

    # -- the decisions

    def _base(self) -> State:
        """What the announcement is taken over into: what is there now, or nothing."""
        return State() if self._afresh.isChecked() else self._session.document.state

    def _compare(self) -> None:
        """Hold what was read against what is there now, or against nothing."""
        if self.page.reading is not None and self._pages.currentWidget() is self.page:
            base = self._base()
            made = announcement.review(self.page.reading, base).parts
            self.page.show_review(self.page.review.like(made), base.scenario)
            self._count()

    def _count(self) -> None:
        """Say how much is taken over."""
        is_review = self._pages.currentWidget() is self.page
        count = len(self.page.review.accepted)
        self._take.setEnabled(is_review and count > 0)
        self._take.setText(self._session.locale.plural("Take over 1 value", "Take over {count} values", count))
        self._fit_foot()
        for part in (self._all, self._none, self._other, self._take):
            part.setVisible(is_review)
        self._afresh.setVisible(is_review and not is_empty(self._session.scenario))

    def _fit_foot(self) -> None:
        """Put the buttons in two lines where large text does not fit into one; before any of them is shown."""
        parts = (self._all, self._none, self._afresh, *self._spoken, self._other, self._cancel, self._take)
        needed = sum(part.sizeHint().width() + GAP for part in parts) + GAP + 2 * MARGIN
        direction = QBoxLayout.Direction
        is_narrow = needed > self._window.width() - FREE
        self._foot.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def take_over(self) -> None:
        """Take over what is accepted, in one step, and close."""
        self.page.fields.setFocus()  # a value that is being typed is finished first
        reading = self.page.reading
        if not self._take.isEnabled() or reading is None or not self._may_begin_afresh():
            return
        base, review = self._base(), self.page.review
        count = len(review.accepted)
        said = Message(N_("Taken over from the announcement: {count} values"), {"count": count})
        self._session.take_over(taken_over(base, review, reading.text, reading.places), said)
        self.accept()

    def _may_begin_afresh(self) -> bool:
        """Whether the scenario of a file may be left for another; one without a file comes back by undo."""
        if not self._afresh.isChecked() or self._session.path is None:
            return True
        return self._documents.begin_empty()

    # -- the dialog itself

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self.setWindowTitle(text(N_("Read announcement")))
        self._all.setText(text(N_("Take &all")))
        self._none.setText(text(N_("Take &none")))
        self._afresh.setText(text(N_("Begin with an &empty scenario")))
        self._afresh.setToolTip(text(N_("What is given now goes; undo brings it back.")))
        self._other.setText(text(N_("Another announcement…")))
        self._cancel.setText(text(N_("Cancel")))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.receive(event.mimeData())

    def done(self, result: int) -> None:
        self._loading.cancel()
        super().done(result)


def _button(action: QAction) -> QToolButton:
    """The button of a language, as in the toolbar behind the dialog."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
