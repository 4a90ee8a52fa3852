"""Files become plain text whatever their encoding and form, or one sentence says why not."""

import random
from pathlib import Path

import pytest

from desktop.domain.message import Message
from desktop.notice import sources
from desktop.notice.reading import Reading, read
from desktop.notice.sources import load, text_of
from tests.notice.announcements import LAYOUTS, event, expected
from tests.notice.pages import pdf_of


def announcement(layout: str = "table_ja", seed: int = 3) -> str:
    chance = random.Random(seed)
    return LAYOUTS[layout](event(chance), chance).translate(str.maketrans("…①②③④", ":1234"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "shift_jis", "euc_jp", "iso2022_jp"]
)
@pytest.mark.parametrize("seed", range(5))
def test_japanese_is_read_in_every_encoding(encoding: str, seed: int) -> None:
    text = announcement("table_ja", seed)
    assert text_of(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "utf-16-le"])
def test_english_is_read_in_every_encoding(encoding: str) -> None:
    text = announcement("table_en").replace("Notice", "“Notice” – é")
    assert text_of(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", sources.EMPTY),
        (b" \n\t", sources.EMPTY),
        (bytes(range(256)) * 20, sources.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), sources.NOT_TEXT),
        (b"%PDF-1.7\nnothing", "{file}: this PDF is damaged and cannot be opened."),
        (pdf_of([]), "{file}: this PDF holds pictures of pages and no text; it cannot be read."),
        (pdf_of([[(50, "a")]], encrypt=True), "{file}: this PDF is protected by a password."),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    found = text_of(data, "a.pdf")
    assert isinstance(found, Message)
    assert found.text == said


def test_a_file_that_is_too_large_is_refused() -> None:
    found = text_of(b" " * (sources.SIZE_LIMIT + 1), "a.txt")
    assert isinstance(found, Message)
    assert found.text == sources.TOO_LARGE


@pytest.mark.parametrize("name", ["none.txt", "", "a\0b"])
def test_a_file_that_is_not_there_is_named(name: str, tmp_path: Path) -> None:
    assert isinstance(load(tmp_path / name), Message)


def test_html_shows_its_blocks_and_cells_and_nothing_of_its_scripts() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>分割</title><style>p {}</style>"
        "<script>var a = '9,999,999株';</script></head>"
        "<body><h1>株式分割に関する&#12362;知らせ</h1><p>当社&amp;子会社<br>次の行<table><tr><th>基準日</th><td><p>2024年3月31日"
        "</p></td></tr><tr><td>効力発生日<td>2024年4月1日</tr></table>終わり<!-- 隠す --></body></html>"
    )
    text = text_of(page.encode(), "a.html")
    assert text == (
        "分割\n\n株式分割に関するお知らせ\n\n当社&子会社\n次の行\n\n基準日\t2024年3月31日\n\n効力発生日\t2024年4月1日\n\n終わり\n"
    )


def as_html(text: str) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>"
        if "\t" in line
        else f"<p>{line}</p>"
        for line in text.split("\n")
    )
    return f"<html><body>{rows}</body></html>"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(5))
def test_an_announcement_reads_alike_as_html(layout: str, seed: int) -> None:
    text = announcement(layout, seed)
    page = text_of(as_html(text).encode(), "a.html")
    assert isinstance(page, str)
    as_page, as_text = read(page), read(text)
    assert isinstance(as_page, Reading)
    assert isinstance(as_text, Reading)
    assert as_page.terms == as_text.terms


def test_a_pdf_is_read_by_its_lines_and_columns() -> None:
    chance = random.Random(5)
    stated = event(chance)
    lines = LAYOUTS["table_ja"](stated, chance).split("\n")
    columns = [[(40.0 + 260 * n, cell) for n, cell in enumerate(line.split("\t"))] for line in lines]
    text = text_of(pdf_of([[(left, cell) for left, cell in line if cell] for line in columns]), "a.pdf")
    assert isinstance(text, str)
    reading = read(text)
    assert isinstance(reading, Reading)
    assert {path: reading.terms.get(path) for path in expected(stated)} == expected(stated)
