"""PDF files that LibreOffice made of announcements are read as they were written, or refused in a sentence."""

import io
import re
import threading
import time
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from desktop.domain.message import Message
from desktop.notice import pdf
from desktop.notice.reading import Reading, read
from desktop.notice.sources import load, text_of
from tests.notice.documents import FOLDER, LAYOUTS
from tests.notice.pages import pdf_of


def text_in(name: str) -> str:
    text = load(FOLDER / f"{name}.pdf")
    assert isinstance(text, str), text
    return text


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_was_printed_is_read(name: str) -> None:
    reading = read(text_in(name))
    assert isinstance(reading, Reading)
    terms = LAYOUTS[name].terms
    assert {path: reading.terms.get(path) for path in terms} == terms
    assert {path for path in reading.terms if path.startswith(("options", "adr", "dividends"))} == set()


@pytest.mark.parametrize("name", LAYOUTS)
def test_sentences_and_rows_are_whole(name: str) -> None:
    written, found = (
        {line.replace(" ", "").strip("\t") for line in re.sub("。\n+", "。", text).split("\n")}
        for text in (LAYOUTS[name].text, text_in(name))
    )
    if name not in ("ruled-ja", "columns-ja", "vertical-ja"):  # a page may break the articles too
        written = {line for line in written if "発行可能株式総数)" not in line and "第6条当会社" not in line}
    assert written - found == set()


@pytest.mark.parametrize("name", ["pages-ja", "pages-en"])
def test_what_stands_on_every_page_is_left_out(name: str) -> None:
    text = text_in(name)
    assert "Announcement" not in text
    assert "- 1 -" not in text
    assert "- 2 -" not in text


@pytest.mark.parametrize(("name", "said"), [("locked", pdf.LOCKED), ("picture", pdf.NO_TEXT), ("blank", pdf.NO_TEXT)])
def test_what_has_no_text_is_refused_in_one_sentence(name: str, said: str) -> None:
    assert load(FOLDER / f"{name}.pdf") == Message(said, {"file": f"{name}.pdf"})


@pytest.mark.parametrize("part", [40, 400, 4000])
def test_a_file_that_was_cut_off_is_refused_in_one_sentence(part: int) -> None:
    found = text_of((FOLDER / "ruled-ja.pdf").read_bytes()[:part], "a.pdf")
    assert found == Message(pdf.DAMAGED, {"file": "a.pdf"})


def test_the_reading_tells_of_its_pages_and_can_be_stopped() -> None:
    told = list[tuple[int, int]]()
    path = FOLDER / "pages-ja.pdf"
    whole = load(path, progress=lambda page, pages: told.append((page, pages)))
    assert isinstance(whole, str)
    count = len(told)
    assert count > 1
    assert told == [(n, count) for n in range(1, count + 1)]
    told.clear()
    stopped = load(path, lambda: bool(told), lambda page, pages: told.append((page, pages)))
    assert stopped == Message(pdf.CANCELLED, {"file": "pages-ja.pdf"})
    assert len(told) == 1


def test_threads_read_at_the_same_time() -> None:
    paths = [FOLDER / f"{name}.pdf" for name in LAYOUTS]
    found = dict[Path, str | Message]()
    threads = [threading.Thread(target=lambda path=path: found.update({path: load(path)})) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {path: load(path) for path in paths}


def test_what_stands_beside_the_page_is_not_read() -> None:
    assert text_of(pdf_of([[(40, "shown"), (700, "9,999 shares")]]), "a.pdf") == "shown\n"


@pytest.mark.parametrize("turn", [b"", b"0 1 -1 0 595 0 cm\n", b"-1 0 0 -1 595 842 cm\n", b"0 -1 1 0 0 842 cm\n"])
def test_a_page_is_read_whichever_way_it_lies(turn: bytes) -> None:
    lines = [[(40.0, "Record date"), (300.0, "March 31, 2024")], [(40.0, "Effective date"), (300.0, "April 1, 2024")]]
    found = text_of(pdf_of(lines, drawn=turn + b"1 0 0 1 0 -300 cm\n"), "a.pdf")
    assert found == "Record date\tMarch 31, 2024\nEffective date\tApril 1, 2024\n"


def with_annex(pages: int) -> bytes:
    """An announcement with an annex that makes it so many pages long."""
    whole = pdfium.PdfDocument(FOLDER / "pages-ja.pdf")
    annex = pdfium.PdfDocument(FOLDER / "columns-en.pdf")
    whole.import_pages(annex, [0] * (pages - len(whole)))
    held = io.BytesIO()
    whole.save(held)
    annex.close()
    whole.close()
    return held.getvalue()


def test_of_two_hundred_pages_the_announcement_is_read() -> None:
    told = list[tuple[int, int]]()
    text = text_of(with_annex(200), "a.pdf", progress=lambda page, pages: told.append((page, pages)))
    assert isinstance(text, str)
    assert told == [(n, 200) for n in range(1, len(told) + 1)]
    assert text.startswith(text_in("pages-ja")[:800])


@pytest.mark.benchmark
def test_two_hundred_pages() -> None:
    data = with_annex(200)
    start = time.perf_counter()
    text = text_of(data, "a.pdf")
    assert isinstance(text, str)
    middle = time.perf_counter()
    read(text)
    end = time.perf_counter()
    print(f"\n200 pages, {len(text):,} characters: text {middle - start:.2f} s, reading {end - middle:.2f} s")


SCATTERED = b"".join(
    b"BT /F1 2 Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (595 * n / 8000, n * 7919 % 842, b"ab9"[n % 3 :])
    for n in range(8000)
)
RULED = b"".join(b"%d 0 m %d 800 l S\n0 %d m 500 %d l S\n" % (n, n, n, n) for n in range(0, 800, 2))
CROOKED = b"".join(
    b"%d 0 m " % n + b"".join(b"%d %d l " % (n + k % 9, k) for k in range(700)) + b"S\n" for n in range(100)
)


@pytest.mark.parametrize("drawn", [SCATTERED, RULED + SCATTERED, CROOKED])
def test_no_page_takes_long(drawn: bytes) -> None:
    start = time.perf_counter()
    assert isinstance(text_of(pdf_of([[(40, "a")]], drawn=drawn), "a.pdf"), str)
    assert time.perf_counter() - start < 10.0
