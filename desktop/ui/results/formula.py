"""A formula as people write it: figures over their names, operator by operator, over as many lines as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...presentation.explained import Token
from ..form.breaks import bound
from ..theme import FIGURE, SECONDARY, scaled
from .look import Look
from .shown import Face

BRACKETS = ("(", ")")
GAP, BRACKET_GAP, LINE_GAP = 9, 1, 6
NAME_WIDTH = 116
WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Piece:
    """A token with its measures; `strong` for the result, `word` for an operator in words."""

    token: Token
    width: int
    names_height: int
    gap: int
    strong: bool = False
    word: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece at its place."""

    piece: Piece
    x: int
    y: int


class FormulaView(QWidget):
    """Paints tokens and their result; breaks before an operator, never inside a term."""

    def __init__(self, tokens: Sequence[Token], result: str, look: Look) -> None:
        super().__init__()
        self._look = look
        body = look.fonts[Face.BODY]
        self._figure, self._strong = scaled(body, FIGURE), scaled(body, FIGURE, semibold=True)
        self._name, self._word = scaled(body, SECONDARY), body
        self._chunks = self._measured(with_result(tokens, result))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def _measured(self, chunks: Sequence[Sequence[Token]]) -> list[list[Piece]]:
        measured = [[self._piece(token, after) for token, after in zip_longest(chunk, chunk[1:])] for chunk in chunks]
        measured[-1][-1] = self._resulting(measured[-1][-1])
        return measured

    def _piece(self, token: Token, after: Token | None) -> Piece:
        word = not token.name and is_word(token)
        font = self._word if word else self._figure
        text = QFontMetrics(font).horizontalAdvance(token.text) + 1
        name = self._name_size(token.name)
        inside = token.text == "(" or (after is not None and after.text == ")")
        gap = BRACKET_GAP if inside else GAP
        return Piece(token, max(text, name.width()), name.height(), gap, word=word)

    def _resulting(self, piece: Piece) -> Piece:
        text = QFontMetrics(self._strong).horizontalAdvance(piece.token.text) + 1
        return replace(piece, strong=True, word=False, width=max(text, piece.width))

    def _name_size(self, name: str) -> QSize:
        if not name:
            return QSize(0, 0)
        metrics = QFontMetrics(self._name)
        return metrics.boundingRect(QRect(0, 0, NAME_WIDTH, 1000), WRAPPED, bound(name)).size() + QSize(2, 0)

    def natural_width(self) -> int:
        """The width of the formula on one line."""
        return sum(piece.width + piece.gap for chunk in self._chunks for piece in chunk)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(NAME_WIDTH, self.heightForWidth(max(self.width(), NAME_WIDTH)))

    def _laid_out(self, width: int) -> tuple[list[Placed], int]:
        """Every piece at its place, and the height of all lines."""
        placed: list[Placed] = []
        x = y = names = 0
        figures = QFontMetrics(self._figure).height()
        for chunk in self._chunks:
            wide = sum(piece.width + piece.gap for piece in chunk) - chunk[-1].gap
            if x and x + wide > width:
                x, y, names = 0, y + figures + names + LINE_GAP, 0
            for piece in chunk:
                placed.append(Placed(piece, x, y))
                x += piece.width + piece.gap
                names = max(names, piece.names_height)
        return placed, y + figures + names

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        height = QFontMetrics(self._figure).height()
        for place in self._laid_out(self.width())[0]:
            piece = place.piece
            rect = QRect(place.x, place.y, piece.width, height)
            painter.setPen(self._look.colours.text)
            painter.setFont(self._font(piece))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, piece.token.text)
            if piece.token.name:
                painter.setPen(self._look.colours.secondary)
                painter.setFont(self._name)
                below = QRect(place.x, place.y + height, piece.width, piece.names_height)
                painter.drawText(below, WRAPPED, bound(piece.token.name))

    def _font(self, piece: Piece) -> QFont:
        if piece.strong:
            return self._strong
        return self._word if piece.word else self._figure


def is_word(token: Token) -> bool:
    """Whether an operator is in words, such as "the smaller of", not a sign, a bracket or a number."""
    return not token.name and len(token.text) > 1 and any(c.isalpha() for c in token.text)


def with_result(tokens: Sequence[Token], result: str) -> list[list[Token]]:
    """The tokens and the result in chunks that stay on one line, each beginning with its operator.

    Words at the end ("rounded down") say how the result came about: they stand below it.
    """
    chunks: list[list[Token]] = [[]]
    caption = ""
    if tokens and is_word(tokens[-1]):
        caption, tokens = tokens[-1].text.strip(" ,、"), tokens[:-1]
    for token in (*tokens, Token("=")):
        if _begins(token) and chunks[-1]:
            chunks.append([])
        chunks[-1].append(token)
    chunks[-1].append(Token(result, caption))
    return chunks


def _begins(token: Token) -> bool:
    """Whether a line may break before a token: before signs and words, not before figures and brackets."""
    return not token.name and token.text not in BRACKETS and not token.text[0].isdigit()
