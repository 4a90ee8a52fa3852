"""How wide and how high a text is: an estimate that holds for the fonts of Excel and of LibreOffice."""

from unicodedata import east_asian_width

#: Widths in digits of the standard font, measured on four families of fonts.
_NARROW = frozenset("iljtfrI.,;:'|!()[]/- ")
_WIDEST = frozenset("mwMW@%")
_PADDING, _INDENT = 1.8, 1.5

LINE = 16.5


def weight(character: str, wide: bool) -> float:
    """The width of a character; `wide` where ambiguous signs are full-width."""
    kind = east_asian_width(character)
    if kind in "WF" or (wide and kind == "A"):
        return 1.9
    if character in _WIDEST:
        return 1.6
    if character in _NARROW:
        return 0.58
    return 1.24 if character.isupper() else 1.02


def text_width(text: str, *, wide: bool, size: float = 10, bold: bool = False, indent: int = 0) -> float:
    """The column width that the longest line of the text needs."""
    longest = max((sum(weight(c, wide) for c in line) for line in text.split("\n")), default=0.0)
    return longest * size / 10 * (1.07 if bold else 1) + _PADDING + _INDENT * indent


def lines_in(text: str, width: float, *, wide: bool, size: float = 10, indent: int = 0) -> int:
    """On how many lines the text is wrapped in a column of that width."""
    room = max(width - _PADDING - _INDENT * indent, 1)
    needed = (sum(weight(c, wide) for c in line) * size / 10 for line in text.split("\n"))
    # Words do not fill a line to its end.
    return sum(1 if line <= room * 1.001 else -int(-line * 1.08 // room) for line in needed)


def wrapped_height(lines: int, *, wide: bool, size: float = 10) -> float:
    """The height in points of so many wrapped lines."""
    return LINE if lines <= 1 else lines * size * (1.7 if wide else 1.25) + 4
