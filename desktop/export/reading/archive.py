"""What must hold before a workbook is opened: it comes from others, and may have been made to do harm."""

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree as ET  # as everybody calls it
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from ...domain.message import N_, Message

#: A workbook of ten thousand lots has 20 parts, unpacks to 110 million bytes, and shrinks to an eighth.
FILE_LIMIT = 100_000_000
PARTS_LIMIT = 1_000
UNPACKED_LIMIT = 600_000_000
#: Sheets are read row by row, texts one by one; what describes the workbook is read whole, at far more than it weighs.
#: That workbook describes itself in 40 thousand bytes.
WHOLE_LIMIT = 60_000_000
DESCRIPTION_LIMIT = 1_000_000
RATIO_LIMIT = 200
#: Small parts may shrink as they like.
SMALL = 1_000_000

NO_WORKBOOK = N_("{file}: this is no Excel workbook (.xlsx), or it is damaged.")
PROTECTED = N_("{file}: this is an old Excel workbook (.xls), or one behind a password; save it as .xlsx without one.")
OTHER_KIND = N_("{file}: workbooks of this kind cannot be read; save it as an Excel workbook (.xlsx).")
TOO_LARGE = N_("{file}: the workbook is too large when unpacked, and was not opened.")
DEFINITIONS = N_("{file}: the workbook holds XML definitions (DOCTYPE), as no program writes them, and was not opened.")

_SHEETS = "xl/worksheets/"
_DESCRIPTIONS = re.compile(
    r"(\[content_types\]\.xml|xl/(workbook|styles)\.xml|(xl/theme|xl/chartsheets|docprops)/.*|.*\.rels)", re.IGNORECASE
)
#: Where every program puts the parts of a kind: elsewhere they would be read as what they do not look like.
_PLACES = {".main+xml": "xl/workbook.xml", ".sharedstrings+xml": "xl/sharedstrings.xml"}

#: What old workbooks and those behind a password begin with.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Parts of OpenDocument and of Excel's binary workbooks.
_OTHER_KINDS = frozenset(("mimetype", "xl/workbook.bin"))
_CHUNK = 1 << 16


class _RootError(Exception):
    """The root element of a part has been reached."""


class _DefinitionError(Exception):
    """A part holds definitions."""


def danger(stream: BinaryIO, file: str) -> Message | None:
    """Why a workbook is not to be opened, without unpacking more of it than the beginnings of its parts."""
    size = stream.seek(0, 2)
    stream.seek(0)
    if stream.read(len(_COMPOUND)) == _COMPOUND:
        return Message(PROTECTED, {"file": file})
    if size > FILE_LIMIT:
        return Message(TOO_LARGE, {"file": file})
    try:
        with ZipFile(stream) as archive:
            text = _danger(archive, size)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, ET.ParseError):
        text = NO_WORKBOOK
    return Message(text, {"file": file}) if text else None


def _danger(archive: ZipFile, size: int) -> str:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        return PROTECTED
    if {part.filename for part in parts} & _OTHER_KINDS:
        return OTHER_KIND
    if len(parts) > PARTS_LIMIT or _is_bomb(parts, size):
        return TOO_LARGE
    if any(_has_definitions(archive, part) for part in parts):
        return DEFINITIONS
    return NO_WORKBOOK if _is_disguised(archive) else ""


def _is_bomb(parts: list[ZipInfo], size: int) -> bool:
    """Whether the parts unpack to too much, each or together, or share what is packed among themselves."""
    return (
        sum(part.file_size for part in parts) > UNPACKED_LIMIT
        or sum(part.compress_size for part in parts) > size
        or any(part.file_size > _most(part.filename) for part in parts)
        or any(part.file_size > SMALL and part.file_size > RATIO_LIMIT * part.compress_size for part in parts)
    )


def _most(name: str) -> int:
    """What a part may unpack to."""
    if _DESCRIPTIONS.fullmatch(name):
        return DESCRIPTION_LIMIT
    return UNPACKED_LIMIT if name.startswith(_SHEETS) else WHOLE_LIMIT


def _is_disguised(archive: ZipFile) -> bool:
    """Whether a part would be read as another kind than its name says, past the limit of that kind."""
    for part in _entries(archive, "[Content_Types].xml"):
        kind, name = part.get("ContentType", "").lower(), part.get("PartName", "").lstrip("/").lower()
        if name and any(kind.endswith(ending) and name != place for ending, place in _PLACES.items()):
            return True
    return any(
        link.get("Type", "").endswith("/chartsheet") and "chartsheets/" not in link.get("Target", "")
        for link in _entries(archive, "xl/_rels/workbook.xml.rels")
    )


def _entries(archive: ZipFile, name: str) -> Iterator[ET.Element]:
    """The entries of a list of parts; none where it is missing."""
    if name in archive.namelist():
        yield from ET.fromstring(archive.read(name))  # noqa: S314  # it has no definitions


def _has_definitions(archive: ZipFile, part: ZipInfo) -> bool:
    """Whether a part is XML with a document type: it can stand before the root element alone."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _end
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)
    except _DefinitionError:
        return True
    except (_RootError, expat.ExpatError):  # as it should be, or no XML
        pass
    return False


def _refuse(*_: object) -> None:
    raise _DefinitionError


def _end(*_: object) -> None:
    raise _RootError
