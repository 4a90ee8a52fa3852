"""The command line: calculate and export without a screen. No verb imports Qt."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from . import __version__, assets
from .document import scenario_file
from .domain.exact import Value
from .domain.results import Results
from .domain.scenario import COLUMNS, QUANTITIES, TERMS, Scenario, calculate
from .i18n import LANGUAGES, Locale, locale_for, system_language, terminates
from .presentation.plain import report
from .presentation.table import Book

PROGRAM = "bunkatsu"
EXAMPLE = "example:"


class InputError(Exception):
    """The input or the call is wrong: one line for the person who called."""


def main(arguments: Sequence[str]) -> int:
    """Run a verb; 0 done, 2 the input or the call is wrong (one line on standard error)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except InputError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 2
    return code


class _OneLine(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> None:  # type: ignore[override]  # leaves by SystemExit as the base does
        print(f"{PROGRAM}: {message}", file=sys.stderr)
        raise SystemExit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _OneLine(prog=PROGRAM, description="Work out everything that follows from a stock split.")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    calculate_verb = verbs.add_parser("calculate", help="print every result")
    calculate_verb.set_defaults(run=_calculate)
    calculate_verb.add_argument("--json", action="store_true", help="as JSON, exact")
    export_verb = verbs.add_parser("export", help="write an Excel workbook")
    export_verb.set_defaults(run=_export)
    export_verb.add_argument("-o", "--output", required=True, metavar="OUT.xlsx", help="the workbook to write")
    for verb, languages in ((calculate_verb, LANGUAGES), (export_verb, (*LANGUAGES, "both"))):
        verb.add_argument("input", metavar="INPUT", help="a scenario file, or example:iij-2020")
        verb.add_argument("--language", choices=languages, help="default: the system's language")
    return parser


def _locale(options: argparse.Namespace) -> Locale:
    return locale_for(options.language or system_language())


def _scenario(source: str, language: str | None) -> Scenario:
    """The scenario of INPUT; the example speaks the language. Raises `InputError`."""
    path = Path(source)
    if source.startswith(EXAMPLE):
        path = assets.example(source.removeprefix(EXAMPLE), language or system_language())
        if not path.is_file():
            raise InputError(f"there is no example {source.removeprefix(EXAMPLE)}")
    loaded = scenario_file.load(path)
    if isinstance(loaded, scenario_file.FileProblem):
        raise InputError(locale_for(system_language()).text(loaded.message))
    return loaded.scenario


def _calculate(options: argparse.Namespace) -> int:
    scenario = _scenario(options.input, options.language)
    results = calculate(scenario)
    if options.json:
        print(json.dumps({"results": json_results(scenario, results), "checks": []}, ensure_ascii=False, indent=1))
    else:
        sys.stdout.write(report(Book(scenario, results), _locale(options)))
    return 0


def json_results(scenario: Scenario, results: Results) -> Mapping[str, object]:
    """Every quantity with a value, and every term with a default by the value in force."""
    wanted = [t.path for t in TERMS.values() if t.default] + [q.id for q in QUANTITIES.values() if not q.table]
    found = {path: json_value(results.value(path)) for path in wanted}
    for table, terms in COLUMNS.items():
        paths = [t.path for t in terms if t.default] + [q.id for q in QUANTITIES.values() if q.table == table]
        for index in range(len(getattr(scenario, table))):
            for path in paths:
                found[path.replace("[]", f"[{index}]")] = json_value(results.column(path)[index])
    return {path: value for path, value in found.items() if value is not None}


def json_value(value: Value | None) -> object:
    """A value as JSON holds it: whole numbers as integers, the rest exact as text."""
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
    return decimal_text(value)


def decimal_text(value: Fraction) -> str:
    """A decimal where it terminates ("20.5"), else a fraction in lowest terms ("10000010/3")."""
    if not terminates(value):
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def _export(options: argparse.Namespace) -> int:
    from .export.workbook import ExportProblem, write_workbook  # noqa: PLC0415  # openpyxl is loaded when needed

    if Path(options.output).suffix.lower() != ".xlsx":
        raise InputError(f"{options.output}: the name of the workbook must end in .xlsx")
    scenario = _scenario(options.input, options.language)
    locales = ("ja", "en") if options.language == "both" else (options.language or system_language(),)
    problem = write_workbook(Path(options.output), scenario, [locale_for(language) for language in locales])
    if isinstance(problem, ExportProblem):
        raise InputError(locale_for(system_language()).text(problem.message))
    return 0
