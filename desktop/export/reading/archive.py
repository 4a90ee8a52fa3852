"""What must hold before a workbook is opened: it comes from others, and may have been made to do harm."""

import zlib
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from ...domain.message import N_, Message

#: A workbook of ten thousand lots has 20 parts, unpacks to 110 million bytes, and shrinks to an eighth.
FILE_LIMIT = 100_000_000
PARTS_LIMIT = 1_000
UNPACKED_LIMIT = 600_000_000
#: Sheets are read row by row; any other part is read whole.
WHOLE_LIMIT = 60_000_000
RATIO_LIMIT = 200
#: Small parts may shrink as they like.
SMALL = 1_000_000

NO_WORKBOOK = N_("{file}: this is no Excel workbook (.xlsx), or it is damaged.")
PROTECTED = N_("{file}: this is an old Excel workbook (.xls), or one behind a password; save it as .xlsx without one.")
OTHER_KIND = N_("{file}: workbooks of this kind cannot be read; save it as an Excel workbook (.xlsx).")
TOO_LARGE = N_("{file}: the workbook is too large when unpacked, and was not opened.")
DEFINITIONS = N_("{file}: the workbook holds XML definitions (DOCTYPE), as no program writes them, and was not opened.")

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
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
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
    return DEFINITIONS if any(_has_definitions(archive, part) for part in parts) else ""


def _is_bomb(parts: list[ZipInfo], size: int) -> bool:
    """Whether the parts unpack to too much, each or together, or share what is packed among themselves."""
    return (
        sum(part.file_size for part in parts) > UNPACKED_LIMIT
        or sum(part.compress_size for part in parts) > size
        or any(part.file_size > WHOLE_LIMIT and not _is_sheet(part) for part in parts)
        or any(part.file_size > SMALL and part.file_size > RATIO_LIMIT * part.compress_size for part in parts)
    )


def _is_sheet(part: ZipInfo) -> bool:
    return part.filename.startswith("xl/worksheets/")


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
