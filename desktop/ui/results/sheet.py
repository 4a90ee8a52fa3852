"""A result tab: the tables of one sheet, one below the other, on white paper."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...presentation.gaps import gaps
from ...presentation.layout import Comparison, Layout, RowTable, Sheet, WordTable
from ...presentation.table import is_shown
from ..form.breaks import bound, plain
from ..session import Session
from ..theme import GAP, SECONDARY, WIDE_MARGIN, colours, own_viewport, scaled, spare_bar
from .look import BLOCK_GAP, MARK, MARK_GAP, ROW
from .view import ResultTable

#: A table of rows up to this length stands whole on the paper; a longer one scrolls in the space that is left.
WHOLE = 30
LEAST_ROWS = 12


class ResultSheet(QScrollArea):
    """The tables of a sheet; built when it is first shown."""

    def __init__(self, session: Session, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._sheet = session, sheet
        self.tables: list[ResultTable] = []
        self._gaps: list[GapLines] = []
        self._blocks: list[tuple[Layout | Comparison, QWidget]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        own_viewport(self, QPalette.ColorRole.NoRole)
        spare_bar(self)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def build(self) -> None:
        """Make the tables, if they are not there yet."""
        if self.tables:
            return
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(WIDE_MARGIN, 2 * GAP, WIDE_MARGIN, 2 * GAP)
        column.setSpacing(BLOCK_GAP)
        for number, layout in enumerate(self._sheet.layouts):
            block = self._block(layout, number)
            self._blocks.append((layout, block))
            column.addWidget(block)
        column.addStretch(1)
        self.setWidget(paper)
        self._show_blocks()
        self._session.changed.connect(self._show_blocks)
        for table in self.tables:
            table.grew.connect(self._share_height)
            table.selectionModel().currentChanged.connect(self._follow)

    def _show_blocks(self) -> None:
        """Hide tables without rows."""
        for layout, block in self._blocks:
            block.setVisible(is_shown(layout, self._session.book))

    def _block(self, layout: Layout | Comparison, number: int) -> QWidget:
        if isinstance(layout, Comparison):
            from .articles import ComparisonBlock  # noqa: PLC0415  # one sheet alone has it

            return ComparisonBlock(self._session, layout)
        name = f"results.{self._sheet.section}" + (f".{layout.name}" if number else "")
        if isinstance(layout, WordTable):
            return self._words(layout, name)
        title = layout.title if isinstance(layout, RowTable) else ""
        table = ResultTable(self._session, layout, name, title or self._sheet.title)
        self.tables.append(table)
        if not isinstance(layout, RowTable):
            return table
        block = QWidget()
        block.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # what is left over stays below
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        lines = GapLines(self._session, layout, block)
        self._gaps.append(lines)
        if layout.title:
            column.addWidget(Heading(self._session, layout.title, block))
        column.addWidget(table)
        column.addWidget(lines)
        if layout.table == "candidates":
            from .candidates import Candidates  # noqa: PLC0415  # one sheet alone has it

            column.addWidget(Candidates(self._session, block))
        return block

    def _words(self, layout: WordTable, name: str) -> QWidget:
        from .words import WordBlock, WordView  # noqa: PLC0415  # few sheets have one

        table = WordView(self._session, layout, name, layout.title)
        self.tables.append(table)
        return WordBlock(self._session, layout, table)

    def showEvent(self, event: QShowEvent) -> None:
        self.build()
        super().showEvent(event)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for table in self.tables:
            table.adapt()
        self._share_height()

    def _share_height(self) -> None:
        """Give tables of rows their height: whole where they are short, else what the page has left."""
        paper = self.widget()
        if paper is None:
            return
        for table in self.tables:
            if not isinstance(table.results.layout_, RowTable):
                continue
            full = table.full_height()
            if table.model().rowCount() > WHOLE:
                others = paper.sizeHint().height() - table.height()
                full = min(full, max(self.viewport().height() - others, LEAST_ROWS * ROW))
            table.setFixedHeight(full)

    def _follow(self, current: QModelIndex) -> None:
        """Keep the current cell in sight when the keyboard moves it over the edge of the page."""
        paper = self.widget()
        for view in self.tables:
            if paper is not None and view.selectionModel() is self.sender():
                rect = view.visualRect(current).translated(0, view.horizontalHeader().height())
                centre = view.mapTo(paper, QPoint(0, rect.center().y()))
                self.ensureVisible(0, centre.y(), 0, 2 * ROW)


class Heading(QLabel):
    """The title of a table that is not the first on its sheet."""

    def __init__(self, session: Session, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._title = session, title
        self._word()

    def _word(self) -> None:
        self.setFont(scaled(self.font(), 1, semibold=True))
        self.setText(self._session.locale.text(self._title))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()


class GapLines(QWidget):
    """Sentences under a table of rows: why there is no total."""

    def __init__(self, session: Session, layout: RowTable, parent: QWidget) -> None:
        super().__init__(parent)  # without one, it would show itself as a window of its own for a moment
        self._session, self._layout = session, layout
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        session.changed.connect(self.refresh)
        self._book: object = None
        self._style()
        self.refresh()

    def refresh(self) -> None:
        """Say it again, where it can be read."""
        book = self._session.book
        if book is self._book or (self._book is not None and not self.isVisibleTo(self.window())):
            return
        self._book = book
        text = "\n".join(self._session.locale.text(sentence) for sentence in gaps(book, self._layout))
        self._label.setText(bound(text))
        self._label.setAccessibleName(plain(text))
        self._fit()
        self.setVisible(bool(text))

    def _fit(self) -> None:
        """Take the height that the words need in this width; a layout would give them too much."""
        room = max(1, self.width() - MARK - MARK_GAP)
        height = max(MARK + 2, self._label.heightForWidth(room))
        self._label.setGeometry(MARK + MARK_GAP, 0, room, height)
        self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _style(self) -> None:
        self._label.setFont(scaled(self.font(), SECONDARY))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._style()
        elif event.type() == QEvent.Type.LanguageChange:
            self._book = None
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A dashed ring with a question mark: not known."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = colours().secondary
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
        ring = QRectF(1, 2, MARK - 2, MARK - 2)
        painter.drawEllipse(ring)
        painter.setPen(colour)
        painter.setFont(scaled(self.font(), 0.75))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "?")
