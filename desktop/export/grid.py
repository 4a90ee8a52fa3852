"""The columns of the Inputs sheet, and the pieces of its lines."""

from collections.abc import Sequence

from ..domain.message import N_, Message
from ..domain.term import Unit
from .columns import EXPORTED, IN_FORCE
from .page import Page
from .styles import Look

ITEM, TYPED, UNIT, NOTE, NAME = N_("Item"), N_("Input"), N_("Unit"), N_("Note"), N_("Name of the cell")

_LABEL_MOST, _VALUE_LEAST = {1: 34.0, 2: 24.0}, 19.0


class Grid:
    """The Inputs sheet's columns, which hang on the number of label columns, and its lines."""

    def __init__(self, page: Page) -> None:
        self.page, self.edition, self.words = page, page.edition, page.edition.words
        self.labels = tuple(range(1, len(self.words.locales) + 1))
        first = len(self.labels) + 1
        self.typed, self.force, self.unit, self.note, self.name = range(first, first + 5)
        self.exported = self.name + 2  # beyond the printed page
        self.every = tuple(range(1, self.name + 1))
        for column in (self.typed, self.force, self.exported):
            page.want(column, _VALUE_LEAST)

    @property
    def row(self) -> int:
        """The row of the line that is being written."""
        return self.page.row

    def want_labels(self, labels: Sequence[str]) -> None:
        """Make the label columns wide enough."""
        for n, column in enumerate(self.labels):
            for label in labels:
                self.page.want(
                    column, self.page.width_of(self.words.labels(label)[n], Look.LABEL), _LABEL_MOST[len(self.labels)]
                )

    def heading(self) -> None:
        """The headings of all columns."""
        for column, text in zip(self.labels, self.words.labels(ITEM), strict=True):
            self.page.put(self.row, column, Look.HEAD_LABEL, text)
        for column, text in ((self.typed, TYPED), (self.force, IN_FORCE), (self.exported, EXPORTED)):
            self.page.put(self.row, column, Look.HEAD_RIGHT, self.words.lines(text))
        for column, text in ((self.unit, UNIT), (self.note, NOTE), (self.name, NAME)):
            self.page.put(self.row, column, Look.HEAD_TEXT, self.words.lines(text))
        self.page.heights[self.row] = 30 if len(self.labels) > 1 else 19
        self.page.row += 1

    def section(self, title: str) -> None:
        """The heading of a section."""
        self.page.heading(self.row, self.every, (self.words.title(title),))
        self.page.row += 1

    def label(self, label: str | Message) -> None:
        """What the line is about."""
        for column, text in zip(self.labels, self.words.labels(label), strict=True):
            self.page.put(self.row, column, Look.LABEL, text)
            self.page.raise_for(self.row, column, text, Look.LABEL)

    def put_unit(self, unit: Unit) -> None:
        """The line's unit."""
        self.page.put(self.row, self.unit, Look.UNIT, self.words.unit(unit, self.edition.book.currency))

    def put_note(self, *texts: str) -> None:
        """The line's note, each text on a line of its own."""
        text = "\n".join(filter(None, texts))
        self.page.put(self.row, self.note, Look.NOTE, text)
        self.page.raise_for(self.row, self.note, text, Look.NOTE)

    def end(self, name: str) -> None:
        """The name of the line's cell; the line is done."""
        self.page.put(self.row, self.name, Look.NAME, name)
        self.page.fill(self.row, self.every, Look.LABEL)
        self.page.row += 1

    def in_one_or_two_lines(self, message: str) -> str:
        """A note in all languages, on one line where that fits."""
        text = self.words.sentence(message)
        fits = self.page.width_of(text, Look.NOTE) <= self.page.widths.get(self.note, 0)
        return text if fits else self.words.lines(message)
