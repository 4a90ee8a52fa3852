"""The result tabs: one a sheet with content, built when it is first looked at."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.message import N_
from ...presentation.layout import Sheet
from ...presentation.sections import SHEETS, sheets_with_content
from ..icons import icon
from ..session import CHECKS, Session
from ..theme import colours, sized
from .empty import EmptyPage
from .summary import SummaryPage
from .view import ResultTable

#: Section of the form -> tab that editing it brings forward; the ratio touches every tab.
TAB_OF = {
    "schedule": "schedule", "shares": "shares", "articles": "articles", "prices": "shares", "candidate": "shares",
    "options": "options", "adr": "adr", "dividends": "dividends", "benefits": "dividends", "holder": "holdings",
    "holdings": "holdings",
}  # fmt: skip


#: Beside the words of a tab, in pixels.
TAB_AIR = 16
ICON = 16


def _tab_mark(mark: str) -> QIcon:
    return icon(mark, lambda: getattr(colours(), mark))


class _TabStyle(QProxyStyle):
    """The style of the window with less air in the tabs, so that all nine are in sight in a small window."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        found = super().pixelMetric(metric, option, widget)
        return min(found, TAB_AIR) if metric == QStyle.PixelMetric.PM_TabBarTabHSpace else found


class _Page(QWidget):
    """The place of a tab: holds its sheet once that is built."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def content(self) -> QWidget | None:
        item = self._column.itemAt(0)
        return item.widget() if item else None

    def fill(self, content: QWidget) -> None:
        self._column.addWidget(content)
        content.show()  # at once: the focus may follow


class ResultTabs(QTabWidget):
    """Shows the tabs that have content and brings forward the one of the section being edited."""

    def __init__(self, session: Session, empty: Callable[[], EmptyPage], first: str = "") -> None:
        super().__init__()
        self._session, self._empty = session, empty
        self.setDocumentMode(True)
        self._style = _TabStyle(QApplication.style().name())
        self.tabBar().setStyle(self._style)
        self.setIconSize(QSize(sized(ICON), sized(ICON)))
        self._pages = {sheet.section: _Page(sheet) for sheet in SHEETS}
        self._section = ""
        self._marked = ("", "")  # the mark and the words of the tab of the checks
        self._pin = QToolButton()
        self._pin.setIcon(icon("pin"))
        self._pin.setCheckable(True)
        self._pin.setAutoRaise(True)
        self.setCornerWidget(self._pin, Qt.Corner.TopRightCorner)
        for number in range(1, 10):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(lambda n=number: self.setCurrentIndex(n - 1))
        session.changed.connect(self.refresh)
        session.pointed.connect(self._point)
        self.refresh()
        if first in self._pages:
            self.setCurrentWidget(self._pages[first])
        self.currentChanged.connect(self._build_current)
        self._build_current()

    @property
    def tab(self) -> str:
        """The section of the tab in front."""
        return self._shown(self.currentIndex()).sheet.section

    @property
    def is_pinned(self) -> bool:
        """Whether editing leaves the tab in front where it is."""
        return self._pin.isChecked()

    def set_pinned(self, pinned: bool) -> None:
        """Keep the tab in front there, or not."""
        self._pin.setChecked(pinned)

    def refresh(self) -> None:
        """Show the tabs with content, and the one of the section that was edited."""
        self._show_tabs([sheet.section for sheet in sheets_with_content(self._session.book)])
        self._bring_forward(self._session.section)
        self._mark_checks()

    def _point(self) -> None:
        """Bring the list of checks forward when somebody asks for it."""
        if self._session.target == CHECKS and self.indexOf(self._pages[CHECKS]) >= 0:
            self.setCurrentWidget(self._pages[CHECKS])
            self.focus_table()

    def _mark_checks(self) -> None:
        """Let the tab of the checks say by a shape, and in words to who cannot see it, that one fails."""
        index = self.indexOf(self._pages[CHECKS])
        if index < 0:
            return
        worst = next((found for found in self._session.findings if found.is_trouble), None)
        mark = worst.mark if worst else ""
        words = self._trouble_words() if mark else ""
        if (mark, words or self.tabText(index)) == self._marked:
            return  # to set an icon lays all tabs out again
        self._marked = (mark, words or self.tabText(index))
        self.setTabIcon(index, _tab_mark(mark) if mark else QIcon())
        self.tabBar().setAccessibleTabName(index, self._marked[1])
        self.setTabToolTip(index, words)

    def _trouble_words(self) -> str:
        from ...presentation.findings import Group, group_count  # noqa: PLC0415  # not needed for the first picture

        found = [finding for finding in self._session.findings if finding.is_trouble]
        locale = self._session.locale
        count = group_count(Group.LOOK_AT, found, locale)
        return locale.text(N_("{tab}: {count}"), tab=locale.text(self._pages[CHECKS].sheet.title), count=count)

    def _bring_forward(self, section: str) -> None:
        """Show the tab of a section, once; it counts as shown when it was there and could be brought forward."""
        wanted = TAB_OF.get(section, "")
        index = self.indexOf(self._pages[wanted]) if wanted else -1
        if wanted and index < 0:
            self._section = ""
        elif section != self._section and not (wanted and self.is_pinned):
            if wanted:
                self.setCurrentIndex(index)
            self._section = section

    def _show_tabs(self, wanted: list[str]) -> None:
        shown = [self._shown(index).sheet.section for index in range(self.count())]
        if shown == wanted:
            return
        for section in shown:
            if section not in wanted:
                self.removeTab(self.indexOf(self._pages[section]))
        for index, section in enumerate(wanted):
            if self.indexOf(self._pages[section]) != index:
                self.insertTab(index, self._pages[section], "")
        self._marked = ("", "")
        self.retranslate()

    def _shown(self, index: int) -> _Page:
        return cast("_Page", self.widget(index))

    def _build_current(self) -> None:
        page = self.currentWidget()
        if isinstance(page, _Page) and page.content is None:
            page.fill(self._built(page.sheet))
        if QApplication.focusWidget() is page and page is not None:
            self.focus_table()  # the keyboard was in the table of another tab

    def _built(self, sheet: Sheet) -> QWidget:
        if sheet.section == "summary":
            return SummaryPage(self._session, self._empty())
        if sheet.section == CHECKS:
            from .checks import CheckPage  # noqa: PLC0415  # not needed for the first picture

            return CheckPage(self._session)
        from .sheet import ResultSheet  # noqa: PLC0415  # not needed for the first picture

        return ResultSheet(self._session, sheet)

    def focus_table(self) -> None:
        """Give the focus to the first table of the tab in front, or to its list."""
        table, page = self._table(), self._shown(self.currentIndex())
        if table is not None:
            table.setFocus()
        elif page.content is not None and page.content.focusProxy() is not None:
            page.content.setFocus()

    def explain(self) -> None:
        """Explain the current figure of the tab in front."""
        table = self._table()
        if table is not None:
            table.setFocus()
            table.explain()

    @property
    def current_source(self) -> str:
        """The path of the passage behind the current figure, or the current check, where there is one."""
        from .checks import CheckPage  # noqa: PLC0415  # not needed for the first picture

        table, content = self._table(), self._shown(self.currentIndex()).content
        if table is not None:
            return table.explaining.current_source()
        return content.current_source() if isinstance(content, CheckPage) else ""

    def _table(self) -> ResultTable | None:
        """The table that has the focus, else the first of the tab in front."""
        tables = [table for table in self.currentWidget().findChildren(ResultTable) if table.isVisible()]
        return next((table for table in tables if table.hasFocus()), tables[0] if tables else None)

    def retranslate(self) -> None:
        """Word tabs and pin in the language in force."""
        text = self._session.locale.text
        for index in range(self.count()):
            self.setTabText(index, text(self._shown(index).sheet.title))
        for name, words in (("ScrollLeftButton", N_("Scroll left")), ("ScrollRightButton", N_("Scroll right"))):
            button = self.tabBar().findChild(QToolButton, name)
            if button is not None:  # Qt words these once and for all
                button.setAccessibleName(text(words))
        self._mark_checks()
        self._pin.setToolTip(text(N_("Keep this tab in front")))
        self._pin.setAccessibleName(text(N_("Keep this tab in front")))
        self.setAccessibleName(text(N_("Results")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
