"""One sheet being laid out: cells, their stored values, widths, heights and links."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from ..domain.exact import Value
from ..domain.message import N_
from ..presentation.wording import company_line, split_sentence
from .bulk import Bulk, Ready
from .edition import Content, Edition
from .formats import Format
from .measure import LINE, lines_in, text_width, wrapped_height
from .names import sheet_name
from .styles import Look, spec
from .values import encoded

FIRST_ROW = 6  # below title, event, link, remark and a blank line
FORMULA_SIGNS = ("=", "+", "-", "@")


class Page:
    """A sheet of an edition; rows and columns count from 1."""

    def __init__(self, edition: Edition, sheet: Any, section: str) -> None:
        self.edition = edition
        self.sheet = sheet
        self.section = section
        self.stored: dict[str, tuple[str, str]] = {}
        self.bulks: list[Bulk] = []
        self.widths: dict[int, float] = {}
        self.heights: dict[int, float] = {}
        self.sections: list[int] = []  # rows before which a printed page may end
        self.seams: list[int] = []  # columns before which a page too wide may end
        self.seam = 0  # the column with which a second page begins where one is too narrow
        self.printed = 1  # the last column that is printed
        self.last = 0  # the last row that is printed; 0 for the last one
        self.folded: set[int] = set()  # columns
        self.folded_rows: set[int] = set()
        self.wide: set[int] = set()  # columns of labels and notes: a figure of a table below stands at their left
        self.remarks: list[str] = []  # lines of explanation under the title
        self.row = 1  # the next free row
        edition.name(sheet_name(section), sheet, "$A$1")

    # ---- cells ----

    def put(
        self,
        row: int,
        column: int,
        look: Look,
        value: Value | Decimal | None = None,
        number: Format | None = None,
        *,
        indent: int = 0,
    ) -> None:
        """A cell with a value, or blank; text never becomes a formula."""
        kind, content = encoded(value)
        quoted = kind == "s" and content.startswith(FORMULA_SIGNS)
        self._cell(row, column, self.edition.styles.array(look, number, indent, quoted), kind, content)

    def put_content(self, row: int, column: int, look: Look, content: Content, number: Format | None = None) -> bool:
        """A calculated cell, live or fixed; False where a value could not be live."""
        if content.formula:
            style = self.edition.styles.array(look, number)
            self.put_ready(row, column, (style, "f", f"={content.formula}", encoded(content.value)))
            return True
        fixed = Look.FIXED if look == Look.RESULT and not content.is_constant else look
        self.put(row, column, fixed, content.value, number)
        return content.value is None or content.is_constant

    def put_ready(self, row: int, column: int, ready: Ready) -> None:
        """A cell whose style, content and stored value are ready."""
        style, kind, content, stored = ready
        self._cell(row, column, style, kind, content)
        if stored is not None:
            self.stored[f"{letter(column)}{row}"] = stored

    def _cell(self, row: int, column: int, style: Any, kind: str, content: str) -> None:
        cell: Any = Cell(self.sheet, row=row, column=column)
        # Set past openpyxl's guesses: it would take "=1+1" for a formula, and print doubles with 16 digits only.
        cell._value = content or None  # noqa: SLF001
        cell.data_type = kind if content else "n"
        cell._style = style  # noqa: SLF001
        self.sheet._cells[row, column] = cell  # noqa: SLF001
        self.edition.tick()

    def name(self, name: str, row: int, column: int) -> None:
        """Name a cell."""
        self.edition.name(name, self.sheet, f"${letter(column)}${row}")

    def link(self, row: int, column: int, text: str, target: str) -> None:
        """A text that leads to a named cell."""
        self.put(row, column, Look.LINK, text)
        place = f"{letter(column)}{row}"
        cell = self.sheet[place]
        style = cell._style  # noqa: SLF001  # a hyperlink brings a look of its own
        cell.hyperlink = Hyperlink(ref=place, location=target, display=text)
        cell._style = style  # noqa: SLF001

    def fill(self, row: int, columns: Sequence[int], look: Look) -> None:
        """Blank cells of a look, such as the rest of a ruled line; filled cells stay."""
        for column in columns:
            if (row, column) not in self.sheet._cells:  # noqa: SLF001
                self.put(row, column, look)

    def open_line(self, row: int, columns: Sequence[int]) -> None:
        """Take the rule from under a line that goes on in the next row."""
        for column in columns:
            cell = self.sheet._cells[row, column]  # noqa: SLF001
            cell._style = copy(cell._style)  # noqa: SLF001
            cell._style.borderId = 0  # noqa: SLF001

    # ---- what every sheet begins with ----

    def head(self, title: str) -> None:
        """Title, event, and a link to the Summary."""
        words, scenario = self.edition.words, self.edition.book.scenario
        sentence, day = split_sentence(scenario.split), self.edition.book.value("schedule.effective_date")
        effective = N_("effective {date}")
        event = words.about(
            lambda locale: (
                company_line(scenario, words.locales[0]),
                locale.text(sentence) if sentence else "",
                locale.text(effective, date=locale.long_date(day)) if isinstance(day, date) else "",
            )
        )
        self.put(1, 1, Look.TITLE, title)
        self.put(2, 1, Look.SUBTITLE, event)
        self.link(3, 1, "← " + words.title(N_("Summary")), sheet_name("summary"))
        self.heights |= {1: 26, 2: 18, 3: LINE, 4: 4, 5: 8}
        self.row = FIRST_ROW

    def heading(self, row: int, columns: Sequence[int], texts: Sequence[str]) -> None:
        """A section's heading over a navy rule; the texts in the first columns of the label columns."""
        for column, text in zip(columns, texts, strict=False):
            self.put(row, column, Look.SECTION, text)
        self.fill(row, columns, Look.SECTION)
        self.heights[row] = 28 if self.sections else 22
        self.sections.append(row)

    # ---- widths and heights ----

    def want(self, column: int, width: float, most: float = 999) -> None:
        """Make a column at least so wide."""
        self.widths[column] = max(self.widths.get(column, 0), min(width, most))

    def width_of(self, text: str, look: Look, indent: int = 0) -> float:
        """The column width that a text in a look needs."""
        size, bold, own = spec(look)
        return text_width(text, wide=self.edition.words.is_wide, size=size, bold=bold, indent=indent or own)

    def raise_for(self, row: int, column: int, text: str, look: Look) -> None:
        """Make a row high enough for a text that is wrapped in its column."""
        size, _, indent = spec(look)
        wide = self.edition.words.is_wide
        count = lines_in(text, self.widths.get(column, 8), wide=wide, size=size, indent=indent)
        self.heights[row] = max(self.heights.get(row, LINE), wrapped_height(count, wide=wide, size=size))

    def height(self, first: int, last: int) -> float:
        """The height of rows, `last` included, that are not folded away."""
        shown = (row for row in range(first, last + 1) if row not in self.folded_rows)
        return sum(self.heights.get(row, LINE) for row in shown)

    def finish(self) -> None:
        """Hand remarks, widths and heights over to the sheet."""
        sheet = self.sheet
        if self.remarks:
            self.put(4, 1, Look.SMALL, " · ".join(dict.fromkeys(self.remarks)))
            self.heights[4] = LINE
        sheet.sheet_format.defaultRowHeight = LINE
        sheet.sheet_format.customHeight = True
        sheet.sheet_view.showGridLines = False
        for column, width in sorted(self.widths.items()):
            dimension = sheet.column_dimensions[letter(column)]
            dimension.width = round(width, 2)
            if column in self.folded:
                dimension.hidden, dimension.outlineLevel = True, 1
        for row, height in self.heights.items():
            sheet.row_dimensions[row].height = round(height, 2)
        for row in self.folded_rows:
            dimension = sheet.row_dimensions[row]
            dimension.hidden, dimension.outlineLevel = True, 1


_LETTERS = [""] + [get_column_letter(column) for column in range(1, 200)]


def letter(column: int) -> str:
    """The letters of a column."""
    return _LETTERS[column]
