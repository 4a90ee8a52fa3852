"""From PDF to plain text, page by page."""

from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any

from ..domain.message import N_, Message
from .lines import Passage, joined
from .page import passages
from .signs import directions, rulings, signs, turned, words

NO_TEXT = N_("{file}: this PDF holds pictures of pages and no text; it cannot be read.")
LOCKED = N_("{file}: this PDF is protected by a password.")
DAMAGED = N_("{file}: this PDF is damaged and cannot be opened.")
UNKNOWN = N_("{file}: the fonts of this PDF do not say which characters they show; it cannot be read.")
PAGES = 300
SIGNS = 2_000_000

#: PDFium is not made for several threads.
_LOCK = Lock()


class Cancelled(Exception):
    """The reading was stopped by the one who asked for it."""


def text_of_pdf(
    data: bytes,
    name: str,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], object] = lambda page, pages: None,
) -> str | Message:
    """The text of a PDF in reading order, or why there is none; between two pages it can be cancelled."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415  # loaded for a PDF alone

    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)
            try:
                pages, unknown = _pages(document, is_cancelled, progress)
            finally:
                document.close()
        except pdfium.PdfiumError as error:
            return Message(LOCKED if "password" in str(error).lower() else DAMAGED, {"file": name})
    text = _text(pages)
    if unknown > len(text) / 3:
        return Message(UNKNOWN, {"file": name})
    return text if text.strip() else Message(NO_TEXT, {"file": name})


def _pages(
    document: Any, is_cancelled: Callable[[], bool], progress: Callable[[int, int], object]
) -> tuple[list[list[Passage]], int]:
    """The passages of every page, and how many characters mean nothing."""
    left, unknown, pages = SIGNS, 0, list[list[Passage]]()
    count = min(len(document), PAGES)
    for number in range(count):
        if is_cancelled():
            raise Cancelled
        page = document[number]
        text_page = page.get_textpage()
        try:
            found, lost = signs(text_page, left)
            drawn = rulings(page)
        finally:
            text_page.close()
            page.close()
        left -= len(found)
        unknown += lost
        pages.append(
            [
                passage
                for turns, part in directions(found)
                for passage in passages(words(part, turns), [turned(line, turns) for line in drawn])
            ]
        )
        progress(number + 1, count)
        if left <= 0:
            break
    return pages, unknown


def _text(pages: list[list[Passage]]) -> str:
    """The pages one after the other, the lines that head each of them once, what a page broke whole."""
    text, heads = list[str](), set[str]()
    is_open = False
    for page in pages:
        body = list(_without_head(page, heads))
        for n, passage in enumerate(body):
            if n == 0 and is_open:
                text[-1] = joined(text[-1], passage.text)
            else:
                if n == 0 and text:
                    text.append("")
                text.append(passage.text)
        if body:
            is_open = body[-1].goes_on
    return "\n".join(text) + "\n" if text else ""


def _without_head(page: list[Passage], heads: set[str]) -> Iterator[Passage]:
    for n, passage in enumerate(page):
        head = passage.text.strip(" 0123456789/-")
        if n == 0 and head:
            if head in heads:
                continue
            heads.add(head)
        yield passage
