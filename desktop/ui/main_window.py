"""The window: forms on the left, results on the right, and what joins them to the session."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QToolBar, QToolButton, QWidget

from ..domain.message import N_
from . import settings, theme, window_life
from .actions import TOOLBAR, Actions
from .announcing import Announcing
from .autosave import Autosave
from .bars import Stack
from .documents import Documents
from .dropping import Dropping
from .exporting import Exporting
from .form.pane import FormPane
from .results.empty import EmptyPage
from .results.tabs import ResultTabs
from .session import Session
from .status import StatusBar
from .translator import Translation

if TYPE_CHECKING:
    from .form.row_table import RowTable

SMALLEST = (860, 560)
PREFERRED = (1280, 800)
ICON = 18
#: The checks are looked at once the first picture stands.
FIRST_PICTURE_MS = 200


class MainWindow(QMainWindow):
    """One window, two sides that are visible together."""

    session: Session
    documents: Documents
    exporting: Exporting
    announcing: Announcing
    autosave: Autosave
    form: FormPane
    bars: Stack

    def __init__(self, session: Session, translation: Translation) -> None:
        super().__init__()
        self.session, self._translation = session, translation
        left = settings.window_left()
        self.documents = Documents(session, self)
        self.exporting = Exporting(session, self)
        self.announcing = Announcing(session, self.documents, self, self._language_actions)
        self.autosave = Autosave(session, self)
        self.form = FormPane(session, left.folded)
        self._dropping = Dropping(self.documents, self.form, self)
        self.actions_list = Actions(self)
        self.results = ResultTabs(session, self._empty_page, left.tab)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides_moved = False  # by the person, whose width then stays
        self._languages: dict[str, QToolButton] = {}
        self.setCentralWidget(self._put_together())
        self.setStatusBar(StatusBar(session, self.exporting))
        self._toolbar = self._made_toolbar()
        self.resize(*PREFERRED)
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        window_life.put_back(self, left, PREFERRED)
        session.changed.connect(self.refresh)
        self.exporting.ended.connect(self.refresh)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_moved)
        self.actions_list.recent.aboutToShow.connect(self._fill_recent)
        self.retranslate()

    def _put_together(self) -> QWidget:
        self._sides.addWidget(self.form)
        self._sides.addWidget(self.results)
        self._sides.setChildrenCollapsible(False)
        self._sides.setHandleWidth(1)
        self._sides.splitterMoved.connect(self._keep_sides)
        self._sides.setStretchFactor(0, 0)
        self._sides.setStretchFactor(1, 1)
        self.bars = Stack(self._sides)
        return self.bars

    def _empty_page(self) -> EmptyPage:
        named = self.actions_list.by_name
        return EmptyPage(
            self.session,
            [
                (named["read"], N_("Read an announcement…")),
                (named["open"], N_("Open a scenario…")),
                (named["example"], N_("Open the IIJ example")),
            ],
        )

    def _made_toolbar(self) -> QToolBar:
        bar = self.addToolBar("")
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(theme.sized(ICON), theme.sized(ICON)))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if name == "|":
                bar.addSeparator()
                continue
            action = self.actions_list.by_name[name.rstrip("+")]
            bar.addAction(action)
            button = cast("QToolButton", bar.widgetForAction(action))
            words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            button.setToolButtonStyle(words if name.endswith("+") else Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add_languages(bar)
        return bar

    def _add_languages(self, bar: QToolBar) -> None:
        gap = QWidget()
        gap.setSizePolicy(gap.sizePolicy().Policy.Expanding, gap.sizePolicy().Policy.Preferred)
        bar.addWidget(gap)
        for language in ("ja", "en"):
            bar.addAction(self.actions_list.by_name[f"language.{language}"])

    def _language_actions(self) -> list[QAction]:
        return [self.actions_list.by_name[f"language.{name}"] for name in ("ja", "en", "other")]

    @property
    def is_pinned(self) -> bool:
        """Whether the tab in front stays in front."""
        return self.results.is_pinned

    def toggle_pin(self) -> None:
        """Keep the tab in front there, or let editing bring others forward again."""
        self.results.set_pinned(not self.results.is_pinned)

    def toggle_form(self) -> None:
        """Give the whole window to the results, or bring the form back."""
        self.form.setVisible(self.form.isHidden())

    def turn_tab(self, steps: int) -> None:
        """Bring the next or previous tab forward."""
        self.results.setCurrentIndex((self.results.currentIndex() + steps) % self.results.count())

    def switch_side(self) -> None:
        """Move the focus from the form to the results or back."""
        focused = QApplication.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self.results.focus_table()
        else:
            self.form.show()
            self.form.focus_last()

    def explain(self) -> None:
        """Say where the field with the focus was read, or else explain the current figure of the results."""
        from .field_explaining import explain_field  # noqa: PLC0415  # not needed for the first picture

        if not explain_field(self.session, self.form):
            self.results.explain()

    def show_announcement(self) -> None:
        """Show the announcement, at the passage of what has the focus."""
        path = self.form.current_path if self.form.has_focus else self.results.current_source
        self.session.show_announcement(path)

    def on_focused(self, what: str) -> None:
        """Cut, copy or paste in whatever has the focus."""
        run = getattr(QApplication.focusWidget(), what, None)
        if run is not None:
            run()
        elif what == "paste":
            self.announcing.paste_long()

    @property
    def rows_in_reach(self) -> bool:
        """Whether a table of rows has the focus."""
        return self.form.table_with_focus() is not None

    def on_rows(self, act: "Callable[[RowTable], None]") -> None:
        """Insert, delete or fill rows of the table that has the focus."""
        table = self.form.table_with_focus()
        if table is not None:
            act(table)

    def set_language(self, language: str) -> None:
        """Speak another language from now on, and at the next start."""
        settings.remember_language(language)
        self.session.set_language(language)
        self._translation.install(self.session.locale)
        self.documents.reword_example()

    def other_language(self) -> None:
        """Change between Japanese and English."""
        self.set_language("en" if self.session.locale.language == "ja" else "ja")

    def show_print(self) -> None:
        """Show the report as it will be printed."""
        from .printing.preview import Preview  # noqa: PLC0415  # not needed for the first picture

        preview = Preview(self.session, self.exporting, self)
        preview.exec()
        preview.deleteLater()

    def show_help(self, page: str = "start") -> None:
        """Open the help at a page."""
        from .help import Help  # noqa: PLC0415  # not needed for the first picture

        shown = self.findChild(Help) or Help(self)
        shown.open_page(page)
        shown.show()
        shown.activateWindow()

    def show_about(self) -> None:
        """Say what the program is."""
        from .dialogs import About  # noqa: PLC0415  # not needed for the first picture

        About(self.session, self).show()

    def refresh(self) -> None:
        """Re-read the session: title and actions."""
        locale = self.session.locale
        name = self.session.name or locale.text(N_("Untitled"))
        self.setWindowTitle(f"{name}[*] — Bunkatsu")
        self.setWindowModified(self.session.document.modified)
        self.actions_list.refresh()

    def retranslate(self) -> None:
        """Say everything of the window's own in the language in force."""
        self.actions_list.retranslate()
        self._toolbar.setWindowTitle(self.session.locale.text(N_("Toolbar")))
        self.results.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sides_moved:
            self._set_sides(self.form.width_for(event.size().width()))

    @property
    def form_width_by_person(self) -> int | None:
        """The width of the form where a person has moved its edge."""
        return self._sides.sizes()[0] or None if self._sides_moved else None

    def widen_form(self, width: int) -> None:
        """Give the form a width, which then stays."""
        self._sides_moved = True
        self._set_sides(width)

    def _set_sides(self, width: int) -> None:
        self._sides.setSizes([width, self.width() - width])

    def _focus_moved(self) -> None:
        """The actions on rows need a table of rows that has the focus."""
        self.actions_list.refresh()

    def _keep_sides(self) -> None:
        self._sides_moved = True

    def _fill_recent(self) -> None:
        self.actions_list.recent.clear()
        for path in settings.recent_files():
            action = self.actions_list.recent.addAction(path.name)
            action.triggered.connect(partial(self.documents.open_path, path))
            action.setToolTip(str(path))
        self.actions_list.recent.setEnabled(not self.actions_list.recent.isEmpty())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(FIRST_PICTURE_MS, self.session.inspect)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropping.accepts(event.mimeData()) or self.announcing.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if not self._dropping.drop(event.mimeData()):
            self.announcing.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_leave():
            event.ignore()
            return
        self.announcing.end()
        self.exporting.cancel()
        self.exporting.wait()
        self.autosave.close()
        self.bars.let_go()
        window_life.remember(self)
        super().closeEvent(event)
