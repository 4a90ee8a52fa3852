"""What came by the clipboard or was dropped, as the bytes of a file would have it."""

import re
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_TABLE = re.compile("<table[ >]", re.IGNORECASE)
#: A text that is longer, or has more lines, is no value of a field.
LONG, LINES = 200, 3
#: Code points that are no characters: Qt keeps some of them for itself, and files hold none of them.
_STRANGE = re.compile("[\x00\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def on_clipboard() -> QMimeData:
    """What the clipboard holds; Qt has nothing at all for an empty one on some systems."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()  # type: ignore[truthy-bool]  # Qt's types do not say so


def content(data: QMimeData) -> bytes:
    """The text, or the HTML beside it where this has tables, whose cells the plain text may have lost."""
    page = data.html() if data.hasHtml() else ""
    text = data.text() if data.hasText() else ""
    if page and (not text.strip() or _TABLE.search(page)):
        text = page if page.lstrip().lower().startswith(("<!doctype", "<html")) else f"<html>{page}</html>"
    return _STRANGE.sub("\ufffd", text).encode()


def is_long(data: QMimeData) -> bool:
    """Whether this may be an announcement, not a value."""
    text = data.text() if data.hasText() else data.html() if data.hasHtml() else ""
    return len(text) > LONG or text.strip().count("\n") >= LINES - 1


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
