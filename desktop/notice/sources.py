"""From a file or bytes to plain text: encodings, HTML, PDF."""

import re
import unicodedata
from pathlib import Path

from ..domain.message import N_, Message
from ..files import reading_problem
from .html import looks_like_html, text_of_html

SIZE_LIMIT = 50_000_000
TOO_LARGE = N_("The file is larger than {limit} bytes.")
NOT_TEXT = N_("{file}: this is neither text nor HTML nor PDF that can be read.")
EMPTY = N_("{file}: there is no text in it.")

#: In the order in which they are tried; a text must fit one of them wholly.
_ENCODINGS = ("utf-8-sig", "iso2022_jp_ext", "cp932", "euc_jis_2004", "cp1252")
_PDF = b"%PDF-"


def load(path: str | Path) -> str | Message:
    """The plain text of a file, or why there is none."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return reading_problem(path, error).message
    except ValueError:  # a NUL character in the path
        return reading_problem(path, FileNotFoundError(2, "")).message
    return text_of(data, Path(path).name)


def text_of(data: bytes, name: str) -> str | Message:
    """The plain text of the bytes of a file; `name` is for the sentence that says why there is none."""
    if len(data) > SIZE_LIMIT:
        return Message(TOO_LARGE, {"limit": SIZE_LIMIT})
    if _PDF in data[:1024]:
        from .pdf import text_of_pdf  # noqa: PLC0415  # the reader of PDF is loaded when needed

        return text_of_pdf(data, name)
    text = decoded(data)
    if text is None:
        return Message(NOT_TEXT, {"file": name})
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if looks_like_html(text):
        text = text_of_html(text)
    return text if text.strip() else Message(EMPTY, {"file": name})


def decoded(data: bytes) -> str | None:
    """The text in the encoding that fits it wholly and best, or none where the bytes are no text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding)
    if b"\x00" in data:
        return _best(data, ("utf-16-le", "utf-16-be"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _best(data, (_declared(data), *_ENCODINGS[2:]))
    if b"\x1b$" in data or b"\x1b(" in data:
        return _best(data, ("iso2022_jp_ext", "iso2022_jp_3")) or text
    return text if _plausibility(text) > 0 or not text else None


def _declared(data: bytes) -> str:
    """The encoding that an HTML page names, if it is one of ours."""
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]{3,20})", data[:2048], re.IGNORECASE)
    name = named[1].decode("ascii").lower() if named else ""
    return {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "euc-jp": "euc_jis_2004"}.get(name, "")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _best(data: bytes, encodings: tuple[str, ...]) -> str | None:
    texts = [text for encoding in encodings if encoding and (text := _decoded(data, encoding)) is not None]
    scored = [(_plausibility(text), -n, text) for n, text in enumerate(texts)]
    best = max(scored, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


_COMMON = re.compile("[ぁ-んァ-ヶー、。・「」年月日株式会社分割取締役の]")


def _plausibility(text: str) -> float:
    """How much of a sample is what people write in Japanese or English; nothing where signs of control stand in it."""
    sample = text[:20_000]
    if not sample:
        return 0.0
    strange = sum(
        unicodedata.category(sign) in ("Cc", "Co", "Cn", "Cs") and sign not in "\t\n\r\f\x1b" for sign in sample
    )
    if strange > len(sample) / 100:
        return 0.0
    plain = sum(sign < "\x7f" for sign in sample) + 2 * len(_COMMON.findall(sample))
    half_width = sum("\uff61" <= sign <= "\uff9f" for sign in sample)
    return max(plain - 2 * half_width, 0) / len(sample) + 0.001
