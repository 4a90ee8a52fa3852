"""Columns of a table from elsewhere: what each is, as far as its heading does not say so, and what will be read."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...domain.message import N_
from ...domain.scenario import COLUMNS
from ...presentation.forms import FormSection
from ...presentation.headings import CODE
from ...presentation.incoming import Incoming
from ..session import Session
from ..theme import FIGURE, GAP, MARGIN, SECONDARY, WIDE_MARGIN, colours, paint_text, scaled, sized
from .column_preview import ColumnPreview
from .framed import FramedBox

TITLE = N_("What are these columns?")
NOT_USED, CODES = N_("(not used)"), N_("Securities code")
ABOVE = N_("Title above the rows")
NUMBERED = N_("Column {number}")
SIZE, SMALLEST, FREE = (760, 640), (560, 420), 32
LINE_HEIGHT, CHOICE_WIDTH = 30, 150
#: What a line shows of its column: so many cells, each cut after so many characters.
CELLS, CUT = 3, 18


class ColumnDialog(QDialog):
    """Above, the columns that came and what each is; below, the first rows as they will stand in the table."""

    def __init__(self, session: Session, form: FormSection, came: Incoming, first: int, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("columns")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._form, self._came, self._first = session, form, came, first
        self._title, self._about, self._left = QLabel(), QLabel(), QLabel()
        self._headed, self._own = FramedBox(), FramedBox()
        self._add, self._replace = QRadioButton(), QRadioButton()
        self._cancel, self._take = QPushButton(), QPushButton()
        self._lines: list[_Line] = []
        self._area = QScrollArea()
        self._preview = ColumnPreview(session, form, self)
        self._put_together()
        self._connect()
        self._fill()
        self.addActions([a for a in window.findChildren(QAction) if a.objectName().startswith("action.language")])
        room = window.size()
        self.setMinimumSize(*SMALLEST)
        self.resize(min(sized(SIZE[0]), room.width() - FREE), min(sized(SIZE[1]), room.height() - FREE))
        self.retranslate()
        first_choice = next((line.choice for line in self._lines if not line.choice.isHidden()), None)
        if first_choice is not None:
            first_choice.setFocus()

    # -- what the dialog comes to

    @property
    def is_replacing(self) -> bool:
        """Whether the rows take the place of those that are there."""
        return self._replace.isChecked()

    def rows(self) -> list[dict[str, str]]:
        """The texts of the rows, by the names of the columns of the table."""
        return self._came.taken(self._chosen(), self._code() if self._own.isChecked() else "")

    def _chosen(self) -> list[str]:
        return [str(line.choice.currentData() or "") for line in self._lines]

    def _code(self) -> str:
        return self._session.scenario.company.code or ""

    # -- put together

    def _put_together(self) -> None:
        self._title.setFont(scaled(self.font(), FIGURE, semibold=True))
        for label in (self._about, self._left):
            label.setFont(scaled(self.font(), SECONDARY))
            label.setWordWrap(True)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.StyledPanel)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(sized(LINE_HEIGHT * 3))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._add.setChecked(True)
        has_rows = bool(getattr(self._session.scenario, self._form.table))
        for part in (self._add, self._replace):
            part.setVisible(has_rows)
        foot = QHBoxLayout()
        for part in (self._add, self._replace):
            foot.addWidget(part)
            foot.addSpacing(GAP)
        foot.addStretch()
        for button in (self._cancel, self._take):
            foot.addWidget(button)
        self._take.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_MARGIN, MARGIN, WIDE_MARGIN, MARGIN)
        column.setSpacing(GAP)
        above: tuple[QWidget, ...] = (self._title, self._about, self._headed)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self._area, 1)
        column.addWidget(self._own)
        column.addWidget(self._preview)
        column.addWidget(self._left)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._headed.toggled.connect(self._set_headed)
        self._own.toggled.connect(self._show)
        self._cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self.accept)

    def _fill(self) -> None:
        """A line for each column that holds anything, with the guess what it is."""
        self._headed.blockSignals(True)
        self._headed.setChecked(self._came.heading >= 0)
        self._headed.blockSignals(False)
        guess, rows, headings = self._came.guess(self._first), self._came.rows, self._came.headings
        paper = QWidget()
        grid = QGridLayout(paper)
        grid.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(2)
        self._lines = []
        for number in range(self._came.width):
            cells = [row[number].strip() for row in rows if row[number].strip()][:CELLS]
            line = _Line(number, headings[number], cells, paper)
            line.is_above = number >= len(self._came.lines[max(0, self._came.heading)]) and bool(cells)
            self._lines.append(line)
            if headings[number].strip() or cells:
                line.put(grid)
            line.offer(self._form.table, guess[number])
            line.choice.currentIndexChanged.connect(self._chose)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(paper)
        self._own.setChecked(CODE in guess and bool(self._code()) and bool(self._came.taken(guess, self._code())))

    # -- what a person does

    def _set_headed(self, on: bool) -> None:
        self._came = self._came.with_headings(on=on)
        self._fill()
        self.retranslate()

    def _chose(self) -> None:
        """A column of the table is one column of what came: where another had it, that one gives way."""
        for line in self._lines:
            if line.choice is self.sender():
                chosen = line.choice.currentData()
                for other in self._lines:
                    if other is not line and chosen and other.choice.currentData() == chosen:
                        other.choice.setCurrentIndex(0)
        self._show()

    def _show(self) -> None:
        """Show what would be taken now."""
        chosen, rows, text = self._chosen(), self.rows(), self._session.locale.text
        self._own.setVisible(CODE in chosen and bool(self._code()))
        self._preview.show_rows([name for name in chosen if name and name != CODE], rows)
        count, every = len(rows), len(self._came.rows)
        left = N_("Rows taken: {count} of {every}. What cannot be read stays as it is, marked.")
        self._left.setText(text(left, count=count, every=every))
        self._take.setText(text(N_("Take 1 row") if count == 1 else N_("Take {count} rows"), count=count))
        self._take.setEnabled(count > 0)

    # -- words

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        text = self._session.locale.text
        self.setWindowTitle(text(self._form.title))
        self._title.setText(text(TITLE))
        about = N_("Choose for each column what it is in the table “{table}”.")
        self._about.setText(text(about, table=text(self._form.title)))
        self._headed.setText(text(N_("There are &headings above the rows")))
        self._own.setText(text(N_("&Only rows with the code {code}"), code=self._code()))
        self._add.setText(text(N_("&Add to the rows of the table")))
        self._replace.setText(text(N_("&Replace all rows of the table")))
        self._cancel.setText(text(N_("Cancel")))
        self._area.setAccessibleName(text(TITLE))
        for line in self._lines:
            line.retranslate(self._session, self._form.table)
        self._preview.retranslate()
        for label in (self._about, self._left):
            paint_text(label, colours().secondary)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class _Choice(QComboBox):
    """A list that the wheel does not turn while someone scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Line:
    """One column that came: its heading, some of its cells, and the choice what it is."""

    def __init__(self, number: int, heading: str, cells: Sequence[str], parent: QWidget) -> None:
        self.number, self._text = number, " ".join(heading.split())
        self.is_above = False
        self._heading, self._cells = QLabel(parent), QLabel(parent)
        self.choice = _Choice(parent)
        self.choice.setMinimumWidth(sized(CHOICE_WIDTH))
        for label in (self._heading, self._cells, self.choice):
            label.hide()
        for label in (self._heading, self._cells):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setFont(scaled(parent.font(), 1, semibold=True))
        shown = (" ".join(cell.split()) for cell in cells)
        self._cells.setText("  ·  ".join(cell if len(cell) <= CUT else cell[:CUT] + "…" for cell in shown))
        paint_text(self._cells, colours().secondary)
        self._heading.setBuddy(self.choice)

    def put(self, grid: QGridLayout) -> None:
        """Stand on a line of its own."""
        row = grid.rowCount()
        for place, part in enumerate((self._heading, self._cells, self.choice)):
            grid.addWidget(part, row, place)
            part.show()
        grid.setRowMinimumHeight(row, sized(LINE_HEIGHT))

    def offer(self, table: str, guess: str) -> None:
        """What the column may be; chosen is what it seems to be."""
        names = ["", *(term.name for term in COLUMNS[table]), *([CODE] if table == "holdings" else [])]
        for name in names:
            self.choice.addItem("", name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(guess)))

    def retranslate(self, session: Session, table: str) -> None:
        """Say everything in the language in force."""
        text = session.locale.text
        words: Mapping[str, str] = {term.name: term.label for term in COLUMNS[table]} | {"": NOT_USED, CODE: CODES}
        unnamed = text(ABOVE) if self.is_above else text(NUMBERED, number=self.number + 1)
        heading = self._text or unnamed
        self._heading.setText(heading if len(heading) <= 2 * CUT else heading[: 2 * CUT] + "…")
        for index in range(self.choice.count()):
            self.choice.setItemText(index, text(words[str(self.choice.itemData(index) or "")]))
        self.choice.setAccessibleName(heading)
        self.choice.setAccessibleDescription(self._cells.text())
