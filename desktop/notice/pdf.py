"""From PDF to plain text, page by page."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from threading import Lock
from typing import Any

from ..domain.message import N_, Message
from .page import Margin, boxes, margins, passages, without
from .page_lines import Line, Passage, rejoined
from .page_rulings import rulings
from .page_signs import directions, inside, signs, turned, words
from .reading import TEXT_LIMIT

NO_TEXT = N_("{file}: this PDF holds pictures of pages and no text; it cannot be read.")
LOCKED = N_("{file}: this PDF is protected by a password.")
DAMAGED = N_("{file}: this PDF is damaged and cannot be opened.")
UNKNOWN = N_("{file}: the fonts of this PDF do not say which characters they show; it cannot be read.")
CANCELLED = N_("{file}: the reading was stopped.")
NO_PAGES = N_("{file}: this PDF has no pages.")
PAGES = 300
#: Signs of the pages that are looked at, spaces too: so that more than what is read is left of them.
SIGNS = 2 * TEXT_LIMIT

#: PDFium is not made for several threads.
_LOCK = Lock()

#: What stands on a page, by the direction in which it runs.
_Page = list[list[Line]]


def text_of_pdf(
    data: bytes, name: str, is_cancelled: Callable[[], bool], progress: Callable[[int, int], object]
) -> str | Message:
    """The text of a PDF in reading order, or why there is none; between two pages it can be cancelled."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415  # loaded for a PDF alone

    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)
            try:
                found = _pages(document, is_cancelled, progress)
            finally:
                document.close()
        except pdfium.PdfiumError as error:
            return Message(LOCKED if "password" in str(error).lower() else DAMAGED, {"file": name})
    if found is None:
        return Message(CANCELLED, {"file": name})
    pages, known, unknown = found
    if not pages or unknown > known / 3:
        return Message(UNKNOWN if pages else NO_PAGES, {"file": name})
    text = _text(pages)
    return text[: TEXT_LIMIT + 1] if text.strip() else Message(NO_TEXT, {"file": name})


def _pages(
    document: Any, is_cancelled: Callable[[], bool], progress: Callable[[int, int], object]
) -> tuple[list[_Page], int, int] | None:
    """What stands on every page, and how many characters mean something and nothing; none where it was cancelled."""
    known, unknown, pages = 0, 0, list[_Page]()
    count = min(len(document), PAGES)
    for number in range(count):
        if is_cancelled():
            return None
        page = document[number]
        text_page = page.get_textpage()
        try:
            shown, lost = signs(text_page, SIGNS - known)
            found = inside(shown, page)
            drawn = rulings(page)
        finally:
            text_page.close()
            page.close()
        known, unknown = known + len(found), unknown + lost
        pages.append(
            [boxes(words(part, turns), [turned(line, turns) for line in drawn]) for turns, part in directions(found)]
        )
        progress(number + 1, count)
        if known >= SIGNS:
            break
    return pages, known, unknown


def _text(pages: Sequence[_Page]) -> str:
    """The pages one after the other, without what stands on each of them, and what a page broke whole."""
    counts = Counter(margin for page in pages for margin in _margins(page))
    repeated = {margin for margin, count in counts.items() if count > 1 and margin[0]}
    heads = {margin for margin in repeated if margin[2]} - _margins(pages[0])
    text = list[Passage]()
    for page in pages:
        kept = _margins(page) & heads  # of a table that goes on from page to page
        body = _passages(page, repeated - kept)
        heads -= kept
        whole = rejoined(text[-1], body[0]) if text and body else None
        if whole:
            text[-1:] = [whole, *body[1:]]
        else:
            text += [*([Passage("")] if text and body else []), *body]
    return "\n".join(passage.text for passage in text) + "\n" if text else ""


def _margins(page: _Page) -> set[Margin]:
    return {margin for part in page[:1] for margin in margins(part)}


def _passages(page: _Page, repeated: Collection[Margin]) -> list[Passage]:
    return [passage for part in page for passage in passages(without(part, repeated))]
