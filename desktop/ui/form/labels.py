"""The words of a form: labels that wrap within their column without taking more height than they need."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from .. import theme
from .breaks import HINT, bound, height_in, plain, words
from .line_editor import editor_height

STEP = 4


class FormLabel(QLabel):
    """A label of fixed width. Qt gives a wrapped label in a grid too much height unless the height is fixed."""

    def __init__(self, parent: QWidget | None = None, *, least: int | None = None, balanced: bool = False) -> None:
        super().__init__(parent)
        self._least, self._balanced, self._width = editor_height() if least is None else least, balanced, 0
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """Show a text."""
        if text != self._said:
            self._said = text
            self.setAccessibleName(plain(text))
            self._fit()

    def set_width(self, width: int) -> None:
        """Wrap within this width."""
        self._width = width
        self.setFixedWidth(width)
        self._fit()

    def _fit(self) -> None:
        hinted = HINT in self._said and self._longest_word() <= self._width
        self.setText(bound(self._said) if hinted else plain(self._said))  # without room it breaks anywhere
        height = self._height_in(self._width) if self._said else 0
        spare = self._width - self._narrowest(height) if self._balanced and height > self._least else 0
        self.setContentsMargins(0, 0, spare, 0)
        self.setFixedHeight(max(self._least, height))

    def _height_in(self, width: int) -> int:
        return height_in(self.fontMetrics(), self.text(), width)

    def _longest_word(self) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words(self._said)), default=0)

    def _narrowest(self, height: int) -> int:
        """The least width in which the text takes no more than a height, so that no line holds a single word."""
        width, least = self._width, max(self._width // 2, self._longest_word() + STEP)
        while width > least and self._height_in(width - STEP) <= height:
            width -= STEP
        return width


def unit_label(parent: QWidget) -> FormLabel:
    """The label of a unit, a weekday or a small heading: small and quiet."""
    return quiet(FormLabel(parent))


def quiet(label: FormLabel, *, semibold: bool = False) -> FormLabel:
    """Make a label small, in the secondary colour."""
    label.setFont(theme.scaled(label.font(), theme.SECONDARY, semibold=semibold))
    return label


def colour(label: FormLabel, role: str) -> None:
    """Give the text of a label the colour of a role of the theme."""
    palette = QPalette(label.palette())
    palette.setColor(QPalette.ColorRole.WindowText, getattr(theme.colours(), role))
    label.setPalette(palette)
