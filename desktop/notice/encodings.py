"""From bytes to text, whichever of the encodings met in Japan they are in."""

import codecs
import re
import unicodedata

#: In the order in which they are tried; a text must fit one of them wholly.
_TRIED = ("cp932", "euc", "cp1252")
_NAMES = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-jp": "euc"}
_COMMON = re.compile("[ぁ-んァ-ヶー、。・「」年月日株式会社分割取締役の]")
_ESCAPE = re.compile(rb"\x1b(\$B|\$@|\$\(D|\$A|\(B|\(J|\(I)")


def decoded(data: bytes, *, is_whole: bool = True) -> str | None:
    """The text in the encoding that fits it wholly and best, or none where the bytes are no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _best(data, ("utf-16",), is_whole)
    if b"\x00" in data:
        return _best(data, ("utf-16-le", "utf-16-be"), is_whole)
    text = _in(data, "utf-8-sig", is_whole)
    if text is None:
        return _best(data, (_declared(data), *_TRIED), is_whole)
    if _ESCAPE.search(data):
        return _best(data, ("jis", "iso2022_jp_ext", "iso2022_jp_3"), is_whole) or text
    return text if _plausibility(text) > 0 or not text else None


def _declared(data: bytes) -> str:
    """The encoding that an HTML page names, if it is one of ours."""
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]{3,20})", data[:2048], re.IGNORECASE)
    return _NAMES.get(named[1].decode("ascii").lower(), "") if named else ""


def _in(data: bytes, encoding: str, is_whole: bool) -> str | None:
    """The text in one encoding; of bytes that are cut off the last character may be missing."""
    try:
        if encoding in ("jis", "euc"):
            shifted = _shifted_jis(data, is_whole) if encoding == "jis" else _shifted(data, is_whole)
            return None if shifted is None else _in(shifted, "cp932", is_whole)
        return codecs.getincrementaldecoder(encoding)().decode(data, is_whole)
    except (UnicodeDecodeError, LookupError):
        return None


def _shifted_jis(data: bytes, is_whole: bool) -> bytes | None:
    """ISO-2022-JP as CP932, which has the signs of Windows too."""
    parts, found = list[bytes](), _ESCAPE.split(data)
    for mode, part in zip(("(B", *(one.decode() for one in found[1::2])), found[::2], strict=True):
        if mode in ("$B", "$@"):
            shifted = _shifted(bytes(byte | 0x80 if byte > 0x20 else byte for byte in part), is_whole)
        elif mode in ("$(D", "$A"):
            return None
        else:
            shifted = bytes(byte | 0x80 for byte in part) if mode == "(I" else part
        if shifted is None:
            return None
        parts.append(shifted)
    return b"".join(parts)


_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]|\x8e[\xa1-\xdf]|[\x00-\x7f]+|(.)", re.DOTALL)


def _shifted(data: bytes, is_whole: bool) -> bytes | None:
    """EUC-JP as CP932, or none where the bytes are not EUC-JP."""
    shifted = bytearray()
    for match in _PAIR.finditer(data):
        pair = match[0]
        if match[1] is None:
            is_pair = len(pair) == 2 and pair[0] > 0xA0
            shifted += _pair(pair[0] - 0xA0, pair[1] - 0xA0) if is_pair else pair.lstrip(b"\x8e")
        elif is_whole or match.end() < len(data):
            return None
    return bytes(shifted)


def _pair(row: int, cell: int) -> bytes:
    """A place of JIS X 0208 in the bytes of Shift JIS."""
    lead = (row - 1) // 2 + (0x81 if row < 63 else 0xC1)
    trail = cell + 0x9E if row % 2 == 0 else cell + (0x3F if cell < 64 else 0x40)
    return bytes((lead, trail))


def _best(data: bytes, encodings: tuple[str, ...], is_whole: bool) -> str | None:
    texts = [text for encoding in encodings if encoding and (text := _in(data, encoding, is_whole)) is not None]
    scored = [(_plausibility(text), -n, text) for n, text in enumerate(texts)]
    best = max(scored, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


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
