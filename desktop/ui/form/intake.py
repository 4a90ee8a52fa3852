"""Tables in files, such as a broker's statement that was saved: which files are taken, and their text."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from ...domain.message import N_, Message
from ...files import is_table, reading_problem, stream_problem
from ..received import files_in

SIZE_LIMIT = 20_000_000

TOO_LARGE = N_("{file}: the file is larger than {limit} bytes.")
NO_TEXT = N_("{file}: this is no text with a table that can be read.")


def tables_in(data: QMimeData) -> list[Path]:
    """The files with tables among what is dropped or on the clipboard."""
    return [path for path in files_in(data) if is_table(path)]


def text_of(path: Path) -> str | Message:
    """The text of a file, whatever encoding it is in; brokers in Japan write Shift_JIS."""
    from ...notice.encodings import decoded  # noqa: PLC0415  # not needed for the first picture

    stream = stream_problem(path)
    if stream is not None:
        return stream.message
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        return reading_problem(path, error).message
    if len(data) > SIZE_LIMIT:
        return Message(TOO_LARGE, {"file": path.name, "limit": SIZE_LIMIT})
    text = decoded(data)
    return Message(NO_TEXT, {"file": path.name}) if text is None or not text.strip() else text
