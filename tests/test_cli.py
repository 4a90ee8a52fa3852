"""The command line as people and scripts call it: a process of its own."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

EXAMPLE = "example:iij-2020"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call the program in a process of its own, without a display."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        capture_output=True, encoding="utf-8", env={**inherited, **environment}, timeout=120, check=False,
    )  # fmt: skip


def scenario(folder: Path, text: str) -> Path:
    path = folder / "event.bunkatsu"
    path.write_text(text, encoding="utf-8")
    return path


def test_calculate_prints_every_table_in_either_language() -> None:
    english = run("calculate", EXAMPLE, "--language", "en")
    assert english.returncode == 0
    assert "Each 1 share becomes 2 shares" in english.stdout
    assert "93,469,200" in english.stdout
    japanese = run("calculate", EXAMPLE, "--language", "ja", PYTHONIOENCODING="ascii")
    assert "1株につき2株の割合で分割" in japanese.stdout
    assert "発行済株式総数" in japanese.stdout


def test_the_systems_language_is_the_default() -> None:
    assert "発行済株式総数" in run("calculate", EXAMPLE, LC_ALL="ja_JP.UTF-8").stdout
    assert "Issued shares" in run("calculate", EXAMPLE, LC_ALL="C.UTF-8").stdout


def test_json_is_exact() -> None:
    done = run("calculate", EXAMPLE, "--json")
    found = json.loads(done.stdout)
    assert {check["id"]: check["state"] for check in found["checks"]}["C28"] == "fails"
    results = found["results"]
    assert results["shares.issued_after"] == 93469200
    assert results["prices.unit_factor"] == "0.5"
    assert results["adr.neutral"] is True
    assert results["options[9].shares_per_right_after"] == 400
    assert results["schedule.effective_date"] == "2021-01-01"
    assert results["prices.cap"] == "247226034000"
    assert "shares.treasury_after" not in results  # nothing is given of treasury shares: left out, not zero


def test_check_tells_failures_first_and_fails_for_errors_alone(tmp_path: Path) -> None:
    seed = run("check", EXAMPLE, "--language", "en")
    assert seed.returncode == 0  # a warning is no error
    assert seed.stdout.startswith("Look at (1 warning)\n  C28 Warning: Dividend “Year-end” of 10.25")
    assert "C05" in seed.stdout
    counts = '{"split": {"old": "1", "new": "2"}, "shares": {"issued": 5}, "announced": {"shares.issued_after": 11}}'
    path = scenario(tmp_path, f'{{"format": "bunkatsu", "version": 1, "terms": {counts}}}')
    wrong = run("check", path, "--language", "ja")
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert "C02 エラー：" in wrong.stdout
    assert run("calculate", path).returncode == 0


def test_checks_as_json_are_all_there_in_the_order_of_their_ids(tmp_path: Path) -> None:
    found = json.loads(run("check", EXAMPLE, "--json", "--language", "en").stdout)["checks"]
    assert [check["id"] for check in found] == sorted(check["id"] for check in found)
    assert {check["state"] for check in found} == {"holds", "fails", "unknown", "not_applicable"}
    assert all(set(check) == {"id", "severity", "state", "message"} and check["message"] for check in found)
    by_id = {check["id"]: check for check in found}
    assert by_id["C36"] == {
        "id": "C36", "severity": "error", "state": "unknown",
        "message": "Treasury shares are split too. Needs: Treasury shares.",
    }  # fmt: skip
    everything = json.loads(run("calculate", EXAMPLE, "--json", "--language", "en").stdout)["checks"]
    assert everything == found


def test_calculate_ends_with_the_checks() -> None:
    printed = run("calculate", EXAMPLE, "--language", "en").stdout
    assert "== Consistency checks ==" in printed
    assert printed.index("== Consistency checks ==") < printed.index("C28 Warning")


def test_counts_are_integers_and_other_numbers_text_whatever_their_value(tmp_path: Path) -> None:
    terms = '{"split": {"old": "1", "new": "2"}, "prices": {"share": "5290"}, "shares": {"issued": 3}}'
    path = scenario(tmp_path, f'{{"format": "bunkatsu", "version": 1, "terms": {terms}}}')
    results = json.loads(run("calculate", path, "--json").stdout)["results"]
    assert (results["shares.issued_after"], results["split.ratio"], results["prices.unit_amount"]) == (6, "2", "529000")


def test_a_repeating_decimal_is_a_fraction(tmp_path: Path) -> None:
    terms = '{"split": {"old": "1", "new": "3"}, "prices": {"share": "10000010"}}'
    path = scenario(tmp_path, f'{{"format": "bunkatsu", "version": 1, "terms": {terms}}}')
    results = json.loads(run("calculate", path, "--json").stdout)["results"]
    assert results["prices.split_adjusted"] == "10000010/3"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", ""),
        ('{"format": "bunkatsu", "version": 2, "terms": {}}', "newer version"),
        ('{"format": "bunkatsu", "version": 1, "terms": {"shares": {"issued": 1.5}}}', "terms.shares.issued"),
        ('{"format": "bunkatsu", "version": 1, "terms": {"shares": {"isued": 1}}}', "terms.shares.isued"),
        ('{"format": "bunkatsu", "version": 1, "terms": {"split": {"old": "0", "new": "1"}}}', "terms.split.old"),
        ('{"format": "bunkatsu", "version": 1, "terms": {"prices": {"share": 1E+999999}}}', "terms.prices.share"),
    ],
)
@pytest.mark.parametrize("verb", ["calculate", "export"])
def test_wrong_input_is_one_line_and_exit_2(tmp_path: Path, text: str, place: str, verb: str) -> None:
    out = tmp_path / "out.xlsx"
    more = ("-o", out) if verb == "export" else ()
    done = run(verb, scenario(tmp_path, text), *more, LC_ALL="C.UTF-8")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("bunkatsu: ")
    assert place in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("calculate", "no-such-file.bunkatsu"),
        ("calculate", "example:no-such-example"),
        ("calculate",),
        ("export", EXAMPLE),
        ("export", EXAMPLE, "-o", "out.doc"),
        ("calculate", EXAMPLE, "--language", "fr"),
        ("check",),
        ("check", "example:no-such-example"),
    ],
)
def test_wrong_calls_are_one_line_and_exit_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("bunkatsu: ")


def test_without_a_display_the_window_says_so_in_one_line() -> None:
    done = run()
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "export" in done.stderr


@pytest.mark.parametrize("name", ["a\nb", "example:a\nb", "example:" + "x" * 5000, "example:iij-2020.ja"])
def test_odd_names_are_refused_in_one_line(name: str) -> None:
    done = run("calculate", name)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_one_line_and_exit_2() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "calculate", EXAMPLE], stdout=full, stderr=subprocess.PIPE,
            text=True, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="needs the shell of Unix")
@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("read - <&-", 2),
        ("calculate example:iij-2020 >&-", 2),
        ("calculate example:iij-2020 --json >&-", 2),
        ("read - <&- >&- 2>&-", 2),
        ("calculate no-such-file 2>/dev/full", 2),
        ("export example:iij-2020 -o OUT.xlsx <&- >&- 2>&-", 0),
        ("export example:iij-2020 -o OUT.ics >&-", 0),
    ],
)
def test_closed_streams_change_no_exit_status(tmp_path: Path, call: str, code: int) -> None:
    command = f"exec {sys.executable} -m desktop {call.replace('OUT', str(tmp_path / 'out'))}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 1
    assert done.returncode == code, done.stderr
    assert len(list(tmp_path.iterdir())) == (1 if code == 0 else 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_an_interrupt_is_one_line_from_the_first_moment(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(
        "import signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'argparse':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.modules.pop('argparse', None)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.argv = ['bunkatsu', 'calculate', 'example:iij-2020']\n"
        "from desktop.__main__ import main\n"
        "sys.exit(main())\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "bunkatsu: interrupted; nothing was written\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_an_interrupt_ends_the_window_without_a_word() -> None:
    script = (
        "import os, signal, threading, time\n"
        "from desktop.ui.app import main\n"
        "threading.Thread(target=lambda: (time.sleep(2), os.kill(os.getpid(), signal.SIGINT)), daemon=True).start()\n"
        "main(['example:iij-2020'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", timeout=60, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == -signal.SIGINT
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_read_enough_is_no_failure() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "calculate", EXAMPLE], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize("language", ["ja", "en", "both"])
def test_a_pdf_is_written_without_a_display(tmp_path: Path, language: str) -> None:
    out = tmp_path / "out.PDF"
    done = run("export", EXAMPLE, "-o", out, "--language", language, "--paper", "Letter")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    document = pdfium.PdfDocument(out)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert {round(page.get_width()) for page in document} == {612}
    document.close()
    assert ("発行済株式総数" in text) == (language != "en")
    assert ("Issued shares" in text) == (language != "ja")
    assert "93,469,200" in text


def test_the_paper_is_that_of_the_country(tmp_path: Path) -> None:
    for country, width in (("en_US.UTF-8", 612), ("ja_JP.UTF-8", 595)):
        assert run("export", EXAMPLE, "-o", tmp_path / "a.pdf", LC_ALL=country).returncode == 0
        document = pdfium.PdfDocument(tmp_path / "a.pdf")
        assert round(document[0].get_width()) == width
        document.close()


def test_the_dates_are_written_as_a_calendar(tmp_path: Path) -> None:
    out = tmp_path / "a.ics"
    done = run("export", EXAMPLE, "-o", out, "--language", "ja")
    assert (done.returncode, done.stderr) == (0, "")
    assert "権利落日" in out.read_text(encoding="utf-8").replace("\n ", "")


def test_without_dates_there_is_no_calendar(tmp_path: Path) -> None:
    source = scenario(tmp_path, '{"format": "bunkatsu", "version": 1, "terms": {}}')
    done = run("export", source, "-o", tmp_path / "a.ics", LC_ALL="C.UTF-8")
    assert (done.returncode, done.stderr) == (2, "bunkatsu: a.ics: no date is known yet; nothing was saved\n")
    assert not (tmp_path / "a.ics").exists()


@pytest.mark.parametrize("ending", ["pdf", "ics"])
def test_a_target_in_no_folder_is_one_line_and_exit_2(tmp_path: Path, ending: str) -> None:
    done = run("export", EXAMPLE, "-o", tmp_path / "no" / f"a.{ending}", LC_ALL="C.UTF-8")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "does not exist" in done.stderr


#: No verb imports Qt, but for a PDF.
WITHOUT_QT = (
    ("calculate", EXAMPLE),
    ("check", EXAMPLE),
    ("export", EXAMPLE, "-o", "{out}.xlsx"),
    ("export", EXAMPLE, "-o", "{out}.ics"),
)


@pytest.mark.parametrize("verb", WITHOUT_QT)
def test_no_verb_imports_qt(tmp_path: Path, verb: tuple[str, ...]) -> None:
    arguments = [part.format(out=tmp_path / "out") for part in verb]
    code = (
        "import sys\nfrom desktop.cli import main\n"
        f"assert main({arguments!r}) == 0\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=120)


def test_schedule_says_which_days_are_closed() -> None:
    lines = [line.split() for line in run("calculate", EXAMPLE, "--language", "en").stdout.splitlines()]
    assert ["Effective", "date", "Fri", "2021-01-01", "closed", "day", "Art.", "184(1)"] in lines
    assert ["Ex-rights", "date", "Tue", "2020-12-29", "business", "day", "Settlement"] in lines


def test_exported_workbook_is_an_input_of_every_verb(tmp_path: Path) -> None:
    book, again = tmp_path / "Iij.XLSX", tmp_path / "again.xlsx"
    assert run("export", EXAMPLE, "-o", book, "--language", "ja").returncode == 0
    assert (
        run("calculate", book, "--json", "--language", "ja").stdout
        == run("calculate", EXAMPLE, "--json", "--language", "ja").stdout
    )
    assert "C28" in run("check", book, "--language", "en").stdout
    assert run("export", book, "-o", again).returncode == 0
    assert again.is_file()


def test_other_workbooks_are_one_line_and_exit_2(tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    book.write_bytes(b"PK")
    done = run("check", book)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "bunkatsu: a.xlsx: this is no Excel workbook (.xlsx), or it is damaged.\n"
