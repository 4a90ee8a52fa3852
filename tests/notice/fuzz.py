"""Damaged announcements, thousands of them: `python -m tests.notice.fuzz --count 20000 --seed 1`.

Every input is made from the seed and its number alone, so that one that fails can be made again: `--only 1234`.
"""

import argparse
import faulthandler
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from desktop.announcement import scenario_of
from desktop.document import scenario_file
from desktop.document.state import State
from desktop.domain.message import Message
from desktop.i18n import Locale
from desktop.notice.reading import Reading, read
from desktop.notice.sources import text_of
from tests.notice.announcements import LAYOUTS, event
from tests.notice.documents import FOLDER
from tests.notice.pages import pdf_of

#: Seconds that one input may take.
LIMIT = 5.0
SIGNS = "株式分割につき1:2,.()（）年月日〇一万億\n\t |-=/%¥$ADRshares 0９①\0\ud800\U0001f600\u200b\u202e\ufeff\x1b\x7f"
LIKE_SOMETHING_ELSE = (
    '=HYPERLINK("a";1)', "+1+cmd|' /C calc'!A0", "@SUM(A1)", "../../etc/passwd", "C:\\Windows\\win.ini", "file:///etc", "%s%n%x",
    "{0}{file}", "</script><script>", "<!--", "-->", "]]>", "&#x110000;", "&#0;", "1e999", "9" * 400, "−０", "NaN", "\u2028", "第0回", "0株", "1/0",
    "平成99年13月32日", "February 30, 2024", "0:0", "1株につき0株", "\x1b$B", "\x1b(B",
)  # fmt: skip
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "shift_jis", "euc_jp", "iso2022_jp", "cp1252",
)  # fmt: skip
TAGS = (
    "<table>", "</table>", "<tr>", "<td>", "</td>", "<td colspan=2>", "<p hidden>", '<div style="display:none">', "</div>", "<sup>1</sup>",
    "<script>", "<br>", "<pre>", "<title>", "<a href='", "<!--", "&nbsp;", "&#12362;", "<ruby>株<rt>かぶ</rt></ruby>", "<select>",
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """A text with a few cuts, copies, swaps and strange signs."""
    for _ in range(chance.randrange(1, 12)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 2, 5, 40, 200)))
        part = text[start:end]
        text = chance.choice(
            (
                text[:start] + text[end:],
                text[:end] + part * chance.choice((1, 3)) + text[end:],
                text[:start] + "".join(chance.choices(SIGNS, k=chance.randrange(1, 9))) + text[end:],
                text[:start] + part[::-1] + text[end:],
                text[:start] + chance.choice(LIKE_SOMETHING_ELSE) + text[end:],
            )
        )
    return text


def mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes with a few others in their place, copies and cuts."""
    for _ in range(chance.randrange(1, 20)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((1, 1, 4, 60, 500)))
        other = chance.choice((b"", data[start:end] * 2, chance.randbytes(end - start), data[end : end + 30]))
        data = data[:start] + other + data[end:]
    return data if chance.random() < 0.8 else data[: chance.randrange(len(data) + 1)]


def announcement(chance: random.Random) -> str:
    """An announcement of one of the layouts of either language."""
    return LAYOUTS[chance.choice(sorted(LAYOUTS))](event(chance), chance)


def text_input(chance: random.Random) -> bytes:
    """A damaged text in one of the encodings; sometimes its bytes are damaged too."""
    data = mutated(announcement(chance), chance).encode(chance.choice(ENCODINGS), "replace")
    return mutated_bytes(data, chance) if chance.random() < 0.3 else data


def html_input(chance: random.Random) -> bytes:
    """A damaged page: the rows of an announcement in tables, with tags in wrong places."""
    rows = [
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>" if "\t" in line else f"<p>{line}"
        for line in announcement(chance).split("\n")
    ]
    for _ in range(chance.randrange(8)):
        place = chance.randrange(len(rows))
        where = chance.randrange(len(rows[place]) + 1)
        rows[place] = rows[place][:where] + chance.choice(TAGS) + rows[place][where:]
    page = chance.choice(("<!DOCTYPE html><html><body>", "<html><table>", "Version:0.9\r\nStartHTML:00\r\n<html><p>"))
    data = (page + "".join(rows)).encode(chance.choice(ENCODINGS), "xmlcharrefreplace")
    return mutated_bytes(data, chance) if chance.random() < 0.5 else data


def pdf_input(chance: random.Random) -> bytes:
    """A damaged PDF file: one that LibreOffice made, or a page with the texts of an announcement in any place."""
    if chance.random() < 0.5:
        return mutated_bytes(chance.choice(_printed()), chance)
    texts = [mutated(line, chance) for line in announcement(chance).split("\n") if line.strip()]
    clean = ["".join(sign for sign in text if sign >= " " and not "\ud800" <= sign <= "\udfff") for text in texts]
    lines = [[(chance.randrange(-50, 600), text)] for text in clean]
    data = pdf_of(lines, encrypt=chance.random() < 0.05, drawn=_drawn(chance))
    return mutated_bytes(data, chance) if chance.random() < 0.3 else data


def _drawn(chance: random.Random) -> bytes:
    """Lines, boxes and turned axes."""
    places, parts = (40, 130, 260, 400, 555, 640, 720, 800), list[bytes]()
    for _ in range(chance.choice((0, 0, 5, 40))):
        x, y, other = (chance.choice(places) for _ in range(3))
        parts.append(
            chance.choice(
                (
                    b"%d %d m %d %d l S\n" % (x, y, other, y),
                    b"%d %d m %d %d l S\n" % (x, y, x, other),
                    b"%d %d %d 1 re f\n" % (x, y, other),
                    b"%d %d %d 60 re S\n" % (x, y, other),
                )
            )
        )
    turned = (
        b"0 1 -1 0 595 0 cm\n",
        b"-1 0 0 -1 595 842 cm\n",
        b"1 0.1 -0.1 1 0 0 cm\n",
        b"0.7 0.7 -0.7 0.7 200 0 cm\n",
    )
    return b"".join(parts) + (chance.choice(turned) if chance.random() < 0.2 else b"")


def noise_input(chance: random.Random) -> bytes:
    """No announcement at all: bytes, signs, or one thing again and again."""
    count = chance.choice((10, 1000, 50_000))
    part = chance.choice((*LIKE_SOMETHING_ELSE, *TAGS, *SIGNS, announcement(chance)[: chance.randrange(1, 60)]))
    return chance.choice(
        (
            lambda: chance.randbytes(count),
            lambda: b"%PDF-1.7\n" + chance.randbytes(count),
            lambda: "".join(chance.choices(SIGNS, k=count)).encode("utf-8", "replace"),
            lambda: (part * (count // len(part) + 1)).encode("utf-8", "replace"),
            lambda: bytes(chance.choices(range(32), k=count)),
        )
    )()


KINDS: dict[str, Callable[[random.Random], bytes]] = {
    "text": text_input, "html": html_input, "pdf": pdf_input, "noise": noise_input,
}  # fmt: skip
#: Of ten inputs these many are of a kind.
_TURNS = ("text",) * 4 + ("html",) * 2 + ("pdf",) * 3 + ("noise",)
_files = list[bytes]()


def _printed() -> list[bytes]:
    if not _files:
        _files.extend(path.read_bytes() for path in sorted(FOLDER.glob("*.pdf")))
    return _files


def made(seed: str, number: int) -> tuple[str, bytes]:
    """The kind of an input, and the input."""
    kind = _TURNS[number % len(_TURNS)]
    return kind, KINDS[kind](random.Random(f"{seed}/{number}"))


def outcome(data: bytes) -> str:
    """What becomes of an input: read, no announcement, or refused; fails where the program would."""
    english = Locale("en")
    text = text_of(data, "a.txt")
    if isinstance(text, Message):
        assert english.text(text)
        return "refused"
    reading = read(text)
    if isinstance(reading, Message):
        assert english.text(reading)
        return "no announcement"
    _examine(reading, english)
    return "read"


def _examine(reading: Reading, locale: Locale) -> None:
    held = scenario_file.loads(scenario_file.dumps(State(scenario_of(reading.terms))))
    assert isinstance(held, scenario_file.Loaded), held
    assert {place.path for place in reading.places} == set(reading.terms)
    assert all(0 <= place.start < place.end <= len(reading.text) for place in reading.places)
    assert all(locale.text(problem) for problem in reading.problems)


def _work(seed: str, start: int, end: int, told: Connection) -> None:
    """Try inputs one after the other; what hangs ends the process and says where."""
    for number in range(start, end):
        kind, data = made(seed, number)
        faulthandler.dump_traceback_later(4 * LIMIT, exit=True)
        began = time.perf_counter()
        try:
            found = outcome(data)
        except Exception as error:  # noqa: BLE001  # whatever fails is what is looked for
            found = f"FAILED {type(error).__name__}: {error}"[:300]
        told.send((number, kind, found, time.perf_counter() - began))
    faulthandler.cancel_dump_traceback_later()


def outcomes(seed: str, start: int, end: int) -> Iterator[tuple[int, str, str, float]]:
    """Number, kind, outcome and seconds of every input; each process that dies has one input on its conscience."""
    context = multiprocessing.get_context("spawn")
    while start < end:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(seed, start, end, sender), daemon=True)
        process.start()
        sender.close()
        try:
            while True:
                found = receiver.recv()
                start = found[0] + 1
                yield found
        except EOFError:
            process.join()
        if start < end:
            yield start, made(seed, start)[0], f"FAILED: the process ended with {process.exitcode}", 0.0
            start += 1


def main() -> int:
    """Run, print the counts, and say what failed or took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", type=int, help="try one input, in this process, and show where it fails")
    given = parser.parse_args()
    if given.only is not None:
        print(outcome(made(given.seed, given.only)[1]))
        return 0
    counts, failed, longest = Counter[tuple[str, str]](), 0, (0.0, 0)
    for number, kind, found, seconds in outcomes(given.seed, given.start, given.start + given.count):
        is_failed = found.startswith("FAILED") or seconds > LIMIT
        counts[kind, "failed" if is_failed else found] += 1
        longest = max(longest, (seconds, number))
        if is_failed:
            failed += 1
            print(f"{number}\t{kind}\t{seconds:.2f} s\t{found}", flush=True)
    for (kind, found), count in sorted(counts.items()):
        print(f"{kind}\t{found}\t{count}")
    print(f"{sum(counts.values())} inputs, {failed} failed; the longest, number {longest[1]}, took {longest[0]:.2f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
