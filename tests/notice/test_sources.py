"""Files become plain text whatever their encoding and form, or one sentence says why not."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.domain.message import Message
from desktop.notice import sources
from desktop.notice.reading import TEXT_LIMIT, Reading, read
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


#: What the Japanese of Windows has beside the standards, in the bytes of its EUC-JP and ISO-2022-JP: 髙田①㈱.
WINDOWS = bytes.fromhex("fce2 c5c4 ada1 adea")


@pytest.mark.parametrize(
    "data",
    [
        WINDOWS + "を株式分割の当社とします。\n".encode("euc_jp") * 9,
        b"\x1b$B"
        + bytes(byte & 0x7F for byte in WINDOWS)
        + b"\x1b(B"
        + "を株式分割の当社とします。\n".encode("iso2022_jp") * 9,
    ],
)
def test_the_signs_of_windows_are_read_in_every_encoding(data: bytes) -> None:
    text = text_of(data, "a.txt")
    assert isinstance(text, str)
    assert text.startswith("髙田①㈱を株式分割")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp932", "euc_jp", "iso2022_jp"])
def test_of_a_long_text_the_beginning_is_taken_whatever_its_encoding(encoding: str) -> None:
    text = announcement()
    filling = "当社は引き続き事業の拡大に努めてまいります。\n" * 300_000
    found = text_of((text + filling).encode(encoding)[: sources.SIZE_LIMIT], "a.txt")
    assert isinstance(found, str)
    assert found.startswith(text)
    assert len(found) == TEXT_LIMIT + 1


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


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>a<p hidden>9,999<p>b<div style='display: none'><div>9</div>9</div>c", "a\nb\nc\n"),
        ("<p class='hidden' data-hidden=1 style='overflow:hidden'>a<p aria-hidden=true>b</p>", "a\nb\n"),
        (
            "<p><ruby>株<rp>(</rp><rt>かぶ</rt><rp>)</rp></ruby>式<select><option>9</select><template>9</template>",
            "株式\n",
        ),
        ("<table><tr><td>100<sup>1</sup><td>200<sup>(注2)</sup><td>2<sup>nd</sup></table>", "100\t200\t2nd\n"),
        ("<p>x</p><pre>a\n  b</pre>", "x\n\na\nb\n"),
        ("<p></p><table><tr><td>前<br>後<td>1<br>2</table>", "前\t1\n\n後\t2\n"),
        ("<p></p><table><tr><td>前<br>後<td>1</table>", "前 後\t1\n"),
        ("<p></p><table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>f", "a\n\nb\tc\nd\ne\nf\n"),
        ("<p>a &lt;b&gt; &amp;amp; &#x682a;&nbsp;1</p><p>1 < 2</p>", "a <b> &amp; 株 1\n\n1 < 2\n"),
        ("<p title='>'>a</p><script>if (1 < 2) '<p>9</p>'</SCRIPT><p>b<!-- <p>9 -->c</p>", "a\n\nbc\n"),
        (
            "Version:0.9\r\nStartHTML:0000\r\nSourceURL:https://example.com/\r\n<html><body><!--StartFragment--><p>a</p>",
            "a\n",
        ),
        ("<html><p>a</p><script>9", "a\n"),
    ],
)
def test_html_shows_what_a_browser_shows(page: str, shown: str) -> None:
    assert text_of(page.encode(), "a.html") == shown


@pytest.mark.parametrize(
    "part", ["<", "<a ", "<a b='", "<!--", "<!", "&#", "<td>", "<table>", "<p hidden>", "<pre>", "<sup>"]
)
def test_no_page_takes_long(part: str) -> None:
    start = time.process_time()
    assert isinstance(text_of(f"<html><p>{part * (2_000_000 // len(part))}".encode(), "a.html"), str | Message)
    assert time.process_time() - start < 10.0


def test_a_page_defines_no_signs_of_its_own() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = (
        f'<!DOCTYPE html [<!ENTITY e0 "ha">{levels}<!ENTITY f SYSTEM "file:///etc/passwd">]><html><p>&e9;&f;&amp;</p>'
    )
    text = text_of(page.encode(), "a.html")
    assert isinstance(text, str)
    assert text.strip().endswith("&e9;&f;&")


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


def test_the_reader_of_pdf_is_loaded_for_a_pdf_alone() -> None:
    code = (
        "import sys; from desktop.notice.sources import text_of; text_of(b'<html><p>a', 'a'); "
        "assert 'pypdfium2' not in sys.modules; text_of(b'%PDF-', 'a'); assert 'pypdfium2' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
