"""From PDF to plain text: lines from the places of the characters, columns parted by tabs."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..domain.message import N_, Message
from ..domain.record import record

NO_TEXT = N_("{file}: this PDF holds pictures of pages and no text; it cannot be read.")
LOCKED = N_("{file}: this PDF is protected by a password.")
DAMAGED = N_("{file}: this PDF is damaged and cannot be opened.")
PAGES = 300
SIGNS = 2_000_000

#: Gaps in heights of the line: from the first on a space was meant, from the second on a column ends.
SPACE, COLUMN = 0.15, 1.6


@record(frozen=True)
class Sign:
    """A character on a page and its box, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


def text_of_pdf(data: bytes, name: str) -> str | Message:
    """The text of a PDF in reading order, or why there is none."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415  # loaded for a PDF alone

    try:
        document = pdfium.PdfDocument(data)
        try:
            pages = list(_pages(document))
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        return Message(LOCKED if "password" in str(error).lower() else DAMAGED, {"file": name})
    text = "\n\n".join(pages)
    return text + "\n" if text.strip() else Message(NO_TEXT, {"file": name})


def _pages(document: Any) -> Iterator[str]:
    left = SIGNS
    for number in range(min(len(document), PAGES)):
        page = document[number]
        words = page.get_textpage()
        signs = list(_signs(words, min(words.count_chars(), left)))
        words.close()
        page.close()
        left -= len(signs)
        yield "\n".join(_line(line) for line in lines(signs))
        if left <= 0:
            return


def _signs(words: Any, count: int) -> Iterator[Sign]:
    """The characters that are seen, each with its box; where pairs of units make one character, it is whole."""
    text = words.get_text_range(0, count) if count else ""
    whole = len(text) == count
    for n in range(count):
        sign = text[n] if whole else words.get_text_range(n, 1)
        if sign and not sign.isspace() and sign.isprintable():
            yield Sign(sign, *words.get_charbox(n, loose=True))


def lines(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs of a page by lines from the top, each from the left."""
    found = list[list[Sign]]()
    for sign in sorted(signs, key=lambda one: -one.middle):
        if found and _is_beside(found[-1][0], sign):
            found[-1].append(sign)
        else:
            found.append([sign])
    return [sorted(line, key=lambda one: one.left) for line in found]


def _is_beside(first: Sign, sign: Sign) -> bool:
    height = max(first.top - first.bottom, sign.top - sign.bottom, 1.0)
    return abs(first.middle - sign.middle) < 0.4 * height


def _line(signs: Sequence[Sign]) -> str:
    parts, before = list[str](), None
    for sign in signs:
        if before is not None:
            height = max(before.top - before.bottom, 1.0)
            gap = (sign.left - before.right) / height
            is_shadow = sign.text == before.text and abs(sign.left - before.left) < 0.1 * height
            if is_shadow:  # bold by printing twice
                continue
            parts.append("\t" if gap > COLUMN else " " if gap > SPACE else "")
        parts.append(sign.text)
        before = sign
    return "".join(parts)
