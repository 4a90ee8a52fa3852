"""From PDF to plain text: lines from the places of the characters, columns parted by tabs."""

from typing import Any

from ..domain.message import N_, Message

NO_TEXT = N_("{file}: this PDF holds pictures of pages and no text; it cannot be read.")
LOCKED = N_("{file}: this PDF is protected by a password.")
DAMAGED = N_("{file}: this PDF is damaged and cannot be opened.")
PAGES = 300


def text_of_pdf(data: bytes, name: str) -> str | Message:
    """The text of a PDF in reading order, or why there is none."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415  # loaded for a PDF alone

    try:
        document = pdfium.PdfDocument(data)
        try:
            pages = [_page_text(document[n]) for n in range(min(len(document), PAGES))]
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        return Message(LOCKED if "password" in str(error).lower() else DAMAGED, {"file": name})
    text = "\n\n".join(pages)
    return text + "\n" if text.strip() else Message(NO_TEXT, {"file": name})


def _page_text(page: Any) -> str:
    return str(page.get_textpage().get_text_bounded())
