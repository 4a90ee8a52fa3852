"""The command line: calculate, check and export without a screen. No verb imports Qt, but for a PDF."""

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from . import __version__, assets
from .calendars import calendars
from .document import scenario_file
from .document import state as documents
from .domain.checks.check import Severity, State
from .domain.message import N_, Message
from .domain.scenario import calculate
from .export.report.marks import PAPERS, paper_of_country
from .files import FileProblem, is_announcement, is_workbook
from .i18n import LANGUAGES, Locale, locale_for, system_language
from .passages import passages
from .presentation.book import Book
from .presentation.check_lines import check_lines
from .presentation.exact_json import json_checks, json_results
from .presentation.findings import findings
from .presentation.plain import report

PROGRAM = "bunkatsu"
STANDARD_INPUT = "-"


class InputError(Exception):
    """The input or the call is wrong: one line for the person who called."""


def main(arguments: Sequence[str]) -> int:
    """Run a verb; 0 done, 1 from `check` where an error fails, 2 where the input or the call is wrong.

    What is wrong stands in one line on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # closed by the caller
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        options = _parser().parse_args(arguments)
        if sys.stdout is None and _prints(options):  # closed by the caller
            return _refuse("the result cannot be printed (standard output is closed)")
        code: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except InputError as error:
        return _refuse(str(error))
    except BrokenPipeError:  # whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _refuse(f"the result cannot be printed ({error.strerror or error})")
    except KeyboardInterrupt:
        return _refuse("interrupted; nothing was written")
    return code


def _prints(options: argparse.Namespace) -> bool:
    """Whether the result goes to standard output, not into a file alone."""
    return not getattr(options, "output", None) or getattr(options, "json", False)


def _refuse(reason: str) -> int:
    """Say in one line why nothing was done."""
    _complain("".join(character if character.isprintable() else "?" for character in reason))
    return 2


def _complain(line: str) -> None:
    """Say a line on standard error; where it is closed or full, the exit status alone tells."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(f"{PROGRAM}: {line}", file=sys.stderr, flush=True)


class _OneLine(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        raise SystemExit(_refuse(message))


def _parser() -> argparse.ArgumentParser:
    parser = _OneLine(prog=PROGRAM, description="Work out everything that follows from a stock split.")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    calculate_verb = verbs.add_parser("calculate", help="print every result")
    calculate_verb.set_defaults(run=_calculate)
    calculate_verb.add_argument("--json", action="store_true", help="as JSON, exact")
    check_verb = verbs.add_parser("check", help="print the consistency checks")
    check_verb.set_defaults(run=_check)
    check_verb.add_argument("--json", action="store_true", help="as JSON")
    export_verb = verbs.add_parser(
        "export", help="write a workbook (Excel), a report (PDF) or the dates (calendar file)"
    )
    export_verb.set_defaults(run=_export)
    export_verb.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="the file to write: OUT.xlsx, OUT.pdf or OUT.ics"
    )
    export_verb.add_argument("--paper", choices=PAPERS, help="of a PDF; default: that of the system's country")
    read_verb = verbs.add_parser("read", help="read an announcement")
    read_verb.set_defaults(run=_read)
    read_verb.add_argument("announcement", metavar="ANNOUNCEMENT", help="text, HTML or PDF; - for standard input")
    read_verb.add_argument("-o", "--output", metavar="OUT.bunkatsu", help="the scenario file to write")
    read_verb.add_argument("--json", action="store_true", help="as JSON, with the place of every term")
    for verb, languages in ((calculate_verb, LANGUAGES), (check_verb, LANGUAGES), (export_verb, (*LANGUAGES, "both"))):
        verb.add_argument(
            "input", metavar="INPUT", help="a scenario file, an exported workbook, an announcement, or example:iij-2020"
        )
        verb.add_argument("--language", choices=languages, help="default: the system's language")
    return parser


def _locale(options: argparse.Namespace) -> Locale:
    return locale_for(options.language or system_language())


def _input(source: str, language: str | None) -> documents.State:
    """The scenario of INPUT and what cannot be read in it; the example speaks the language. Raises `InputError`."""
    path = Path(source)
    if source.startswith(assets.EXAMPLE):
        name = source.removeprefix(assets.EXAMPLE)
        path = assets.example(name, language or system_language())
        if not re.fullmatch(r"[a-z0-9-]{1,40}", name) or not path.is_file():
            raise InputError(f"there is no example {name[:40]}")
    if is_workbook(source):
        return _read_workbook(path)
    if source == STANDARD_INPUT or is_announcement(path):
        return _announced(source)
    loaded = scenario_file.load(path)
    if isinstance(loaded, FileProblem):
        raise InputError(locale_for(system_language()).text(loaded.message))
    return loaded.state


def _read_workbook(path: Path) -> documents.State:
    """The scenario in a workbook that was exported. Raises `InputError`."""
    from .export.reading.scenario import load  # noqa: PLC0415  # openpyxl is loaded when needed

    found = load(path)
    if isinstance(found, FileProblem):
        raise InputError(locale_for(system_language()).text(found.message))
    return documents.State(found)


def _announced(source: str) -> documents.State:
    """The scenario of an announcement; what could not be settled is said on standard error. Raises `InputError`."""
    from . import announcement  # noqa: PLC0415  # not needed for a scenario file

    locale = locale_for(system_language())
    found = announcement.loaded(source)
    if isinstance(found, Message):
        raise InputError(locale.text(found))
    _warn(found.problems, locale)
    return announcement.state(found)


def _book(options: argparse.Namespace) -> Book:
    """The scenario of INPUT with everything calculated; what cannot be read in it takes no default."""
    state, closed = _input(options.input, options.language), calendars()
    results = calculate(state.scenario, state.drafts.keys(), closed)
    return Book(state.scenario, results, state.drafts, closed, passages(state.source))


def _calculate(options: argparse.Namespace) -> int:
    book = _book(options)
    if options.json:
        found = {"results": json_results(book.results), "checks": json_checks(book, _locale(options))}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(report(book, _locale(options)))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Print the checks; 1 if an error fails."""
    book = _book(options)
    if options.json:
        sys.stdout.write(
            json.dumps({"checks": json_checks(book, _locale(options))}, ensure_ascii=False, indent=1) + "\n"
        )
    else:
        sys.stdout.write("\n".join(check_lines(book, _locale(options))) + "\n")
    return int(any(found.severity == Severity.ERROR and found.state == State.FAILS for found in findings(book)))


def _read(options: argparse.Namespace) -> int:
    """Print or write what an announcement says."""
    from . import announcement  # noqa: PLC0415  # not needed by the other verbs

    locale = locale_for(system_language())
    found = announcement.loaded(options.announcement)
    if isinstance(found, Message):
        raise InputError(locale.text(found))
    if options.output:
        problem = scenario_file.save(options.output, announcement.state(found))
        if problem is not None:
            raise InputError(locale.text(problem.message))
    if options.json:
        sys.stdout.write(json.dumps(announcement.json_reading(found, locale), ensure_ascii=False, indent=1) + "\n")
    elif not options.output:
        sys.stdout.write(announcement.printed(found))
    if not options.json:
        _warn(found.problems, locale)
    return 0


def _warn(problems: Sequence[Message], locale: Locale) -> None:
    """Say on standard error what could not be settled."""
    for problem in problems:
        _complain(locale.text(problem))


def _export(options: argparse.Namespace) -> int:
    path = Path(options.output)
    write = EXPORTS.get(path.suffix.lower())
    if write is None:
        raise InputError(f"{options.output}: the name of the file must end in {_ENDINGS}")
    chosen = ("ja", "en") if options.language == "both" else (options.language or system_language(),)
    problem = write(path, options, [locale_for(language) for language in chosen])
    if problem is not None:
        raise InputError(locale_for(system_language()).text(problem))
    return 0


def _workbook(path: Path, options: argparse.Namespace, locales: Sequence[Locale]) -> Message | None:
    from .export.workbook import write_workbook  # noqa: PLC0415  # openpyxl is loaded when needed

    problem = write_workbook(path, _input(options.input, options.language).scenario, locales)
    return problem.message if problem else None


def _pdf(path: Path, options: argparse.Namespace, locales: Sequence[Locale]) -> Message | None:
    """The printed report. Raises `InputError` where Qt cannot draw."""
    book = _book(options)
    try:
        from .ui.printing import pdf  # noqa: PLC0415  # the only verb with Qt
    except ImportError as error:  # a library of the system that Qt needs
        raise InputError(f"{options.output}: a PDF cannot be written here ({error})") from error
    running = pdf.without_display()
    problem = pdf.write_pdf(path, book, locales, PAPERS[options.paper or paper_of_country()], warn=_unprintable)
    del running  # Qt ends after everything that was drawn with it
    return problem.message if problem else None


def _unprintable(characters: str) -> None:
    """Say that characters are printed as boxes."""
    sentence = N_("no font of this computer has these characters, and they are printed as boxes: {characters}")
    _warn([Message(sentence, {"characters": characters})], locale_for(system_language()))


def _calendar(path: Path, options: argparse.Namespace, locales: Sequence[Locale]) -> Message | None:
    from .export.calendar_file import write_calendar  # noqa: PLC0415  # icalendar is loaded when needed

    problem = write_calendar(path, _book(options), locales)
    return problem.message if problem else None


#: What writes a file, by its ending.
EXPORTS = {".xlsx": _workbook, ".pdf": _pdf, ".ics": _calendar}
_ENDINGS = ".xlsx, .pdf or .ics"
