"""Workbooks that were made to do harm are refused before they are unpacked; what else they carry is left alone."""

import time
import zipfile
from pathlib import Path

import pytest

from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.export.reading.scenario import load
from desktop.files import FileProblem
from desktop.i18n import locale_for
from tests.export.books import write

SCENARIO = Scenario(split=Split(), shares=Shares(issued=100))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write(tmp_path / "a.xlsx", SCENARIO)


def rewritten(book: Path, part: str, content: bytes | None, *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A copy of a workbook with another content of one part, or with one part more."""
    target = book.with_name("b.xlsx")
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(target, "w", method) as new:
        for item in old.infolist():
            if item.filename != part:
                new.writestr(item, old.read(item))
        if content is not None:
            new.writestr(part, content)
    return target


def refused(path: Path) -> str:
    found = load(path)
    assert isinstance(found, FileProblem)
    said = locale_for("en").text(found.message)
    assert "\n" not in said
    return said


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/media/picture.png"])
def test_part_that_unpacks_to_far_more_is_refused(book: Path, part: str) -> None:
    assert "too large when unpacked" in refused(rewritten(book, part, b"<a>" + b" " * 50_000_000))


@pytest.mark.parametrize("part", ["mimetype", "xl/workbook.bin"])
def test_workbook_of_another_program_says_how_to_bring_it(book: Path, part: str) -> None:
    assert "save it as an Excel workbook" in refused(rewritten(book, part, b"application/vnd.oasis.opendocument"))


def test_many_small_parts_are_refused(book: Path) -> None:
    with zipfile.ZipFile(book, "a") as archive:
        for number in range(1100):
            archive.writestr(f"x{number}.xml", b"<a/>")
    assert "too large when unpacked" in refused(book)


@pytest.mark.parametrize(
    ("part", "after", "entry"),
    [
        ("xl/styles.xml", "<cellXfs", '<xf numFmtId="{}"/>'),
        ("xl/workbook.xml", "<definedNames", '<definedName name="n{}">Inputs!$A$1</definedName>'),
        ("[Content_Types].xml", "<Types", '<Default Extension="x{}" ContentType="image/png"/>'),
        ("xl/_rels/workbook.xml.rels", "<Relationships", '<Relationship Id="r{}" Type="x" Target="x"/>'),
    ],
)
def test_descriptions_that_would_take_minutes_are_refused(book: Path, part: str, after: str, entry: str) -> None:
    with zipfile.ZipFile(book) as archive:
        content = archive.read(part).decode()
    place = content.index(">", content.index(after)) + 1
    many = "".join(entry.format(number) for number in range(60_000))
    assert "too large when unpacked" in refused(
        rewritten(book, part, (content[:place] + many + content[place:]).encode())
    )


def test_names_by_the_thousand_take_no_time(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        content = archive.read("xl/workbook.xml").decode()
    place = content.index("<definedNames>") + len("<definedNames>")
    many = "".join(f'<definedName name="n{number}">Inputs!$A$1</definedName>' for number in range(18_000))
    started = time.process_time()
    assert load(rewritten(book, "xl/workbook.xml", (content[:place] + many + content[place:]).encode())) == SCENARIO
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("[Content_Types].xml", 'PartName="/xl/workbook.xml"', 'PartName="/xl/worksheets/workbook.xml"'),
        ("xl/_rels/workbook.xml.rels", 'relationships/worksheet"', 'relationships/chartsheet"'),
        (
            "[Content_Types].xml",
            "</Types>",
            (
                '<Override PartName="/xl/worksheets/a.xml" ContentType="application/'
                'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
            ),
        ),
    ],
)
def test_part_of_another_kind_than_its_name_says_is_refused(book: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(book) as archive:
        content = archive.read(part).decode()
    assert old in content
    assert "no Excel workbook" in refused(rewritten(book, part, content.replace(old, new).encode()))


def test_large_file_is_refused_before_it_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    assert "too large" in refused(path)


def test_parts_that_share_what_is_packed_are_refused(book: Path) -> None:
    with zipfile.ZipFile(book, "a") as archive:
        first = archive.getinfo("xl/styles.xml")
        for number in range(900):
            copied = zipfile.ZipInfo(f"x{number}.xml")
            for name in ("header_offset", "CRC", "compress_size", "file_size", "compress_type"):
                setattr(copied, name, getattr(first, name))
            archive.filelist.append(copied)
        archive.writestr("y.xml", b"<a/>")
    assert refused(book)


LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet3.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!--" + "x" * 200_000 + "-->"])
def test_definitions_are_refused_wherever_they_stand(book: Path, part: str, encoding: str, before: str) -> None:
    with zipfile.ZipFile(book) as archive:
        content = archive.read(part).decode().partition("?>")[2] or archive.read(part).decode()
    evil = f'<?xml version="1.0" encoding="{encoding}"?>{before}{LAUGHS.decode()}{content}'.encode(encoding)
    assert "DOCTYPE" in refused(rewritten(book, part, evil))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for content in (b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"hello", b'{"format": "bunkatsu"}', bytes(4000)):
        path.write_bytes(content)
        assert refused(path) == "a.xlsx: this is no Excel workbook (.xlsx), or it is damaged."


def test_old_workbook_or_password_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    assert "behind a password" in refused(path)


def test_damaged_workbook_is_refused_wherever_it_is_cut(book: Path, tmp_path: Path) -> None:
    content, cut = book.read_bytes(), tmp_path / "cut.xlsx"
    for share in range(1, 20):
        cut.write_bytes(content[: len(content) * share // 20])
        assert refused(cut)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml"])
@pytest.mark.parametrize("content", [b"", b"<a/>", b"<a>" * 20_000, b"<worksheet><sheetData><row r='x'/>"])
def test_damaged_part_is_refused_or_of_no_weight(book: Path, part: str, content: bytes) -> None:
    found = load(rewritten(book, part, content))
    assert isinstance(found, FileProblem | Scenario)


def test_macros_and_links_are_left_alone(book: Path) -> None:
    found = load(rewritten(book, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Shell format c:"))
    assert found == SCENARIO
