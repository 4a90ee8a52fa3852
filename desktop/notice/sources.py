"""From a file or bytes to plain text: encodings, HTML, PDF."""

from collections.abc import Callable
from pathlib import Path

from ..domain.message import N_, Message
from ..files import reading_problem
from .encodings import decoded
from .html import looks_like_html, text_of_html
from .reading import TEXT_LIMIT

SIZE_LIMIT = 50_000_000
#: Of a text this many bytes are looked at: far more than what is read of it.
_BYTES = 4_000_000
TOO_LARGE = N_("The file is larger than {limit} bytes.")
NOT_TEXT = N_("{file}: this is neither text nor HTML nor PDF that can be read.")
EMPTY = N_("{file}: there is no text in it.")
_PDF = b"%PDF-"

#: Asked again and again whether the reading is to stop.
IsCancelled = Callable[[], bool]
#: Told which page of how many has been read.
Progress = Callable[[int, int], object]


def _never() -> bool:
    return False


def _untold(page: int, pages: int) -> None:
    """Nobody wants to know."""


def load(path: str | Path, is_cancelled: IsCancelled = _never, progress: Progress = _untold) -> str | Message:
    """The plain text of a file, or why there is none."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return reading_problem(path, error).message
    except ValueError:  # a NUL character in the path
        return reading_problem(path, FileNotFoundError(2, "")).message
    return text_of(data, Path(path).name, is_cancelled, progress)


def text_of(data: bytes, name: str, is_cancelled: IsCancelled = _never, progress: Progress = _untold) -> str | Message:
    """The plain text of the bytes of a file; `name` is for the sentence that says why there is none."""
    if len(data) > SIZE_LIMIT:
        return Message(TOO_LARGE, {"limit": SIZE_LIMIT})
    if _PDF in data[:1024]:
        from .pdf import text_of_pdf  # noqa: PLC0415  # the reader of PDF is loaded when needed

        return text_of_pdf(data, name, is_cancelled, progress)
    text = decoded(data[:_BYTES], is_whole=len(data) <= _BYTES)
    if text is None:
        return Message(NOT_TEXT, {"file": name})
    if looks_like_html(text):
        text = text_of_html(text, 2 * TEXT_LIMIT)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text[: TEXT_LIMIT + 1] if text.strip() else Message(EMPTY, {"file": name})
