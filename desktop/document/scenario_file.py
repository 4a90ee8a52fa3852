"""The scenario file: JSON, read leaf by leaf against the list of terms, written whole or not at all."""

import codecs
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from ..domain.given import announced_figure, value_at
from ..domain.message import N_, Message
from ..domain.record import record
from ..domain.scenario import COLUMNS, QUANTITIES, ROWS, SECTIONS, TERMS, Scenario
from ..domain.term import ROW_LIMIT, Given, Row, Term
from ..files import FileProblem, reading_problem, write_atomically, writing_problem
from .leaves import Rule, Wrong, read_flag, read_leaf, read_text, shown
from .state import Mark, Source, State

FORMAT = "bunkatsu"
VERSION = 1
FILE_LIMIT = 50_000_000

#: Version -> what turns the content of such a file into that of the next version.
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}

#: More digits than any bound: whatever follows changes nothing.
_LONGEST_WHOLE = 40

_RULES = {term.path: Rule.of(term) for term in (*TERMS.values(), *(t for ts in COLUMNS.values() for t in ts))}


@record(frozen=True)
class Loaded:
    """What a file held, and the version that it was written in."""

    state: State
    version: int = VERSION

    @property
    def scenario(self) -> Scenario:
        """What is given in it."""
        return self.state.scenario


class _Object(dict[str, Any]):
    """A JSON object that remembers a key that stands in it twice."""

    twice: str | None = None


def load(path: str | Path) -> Loaded | FileProblem:
    """Read a scenario file."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(FILE_LIMIT + 1)
    except OSError as error:
        return reading_problem(path, error)
    except ValueError:  # a NUL character in the path
        return reading_problem(path, FileNotFoundError(2, ""))
    return loads(data)


def save(path: str | Path, state: State) -> FileProblem | None:
    """Write a scenario file, whole or not at all; returns the problem where it was not written."""
    long = next((table for table in ROWS if len(getattr(state.scenario, table)) > ROW_LIMIT), None)
    if long is not None:
        return FileProblem(_too_many(f"terms.{long}").message)
    data = dumps(state).encode("utf-8", "replace")  # half of a surrogate pair cannot be written
    if len(data) > FILE_LIMIT:
        return _too_large()
    try:
        write_atomically(path, data)
    except OSError as error:
        return writing_problem(path, error)
    except ValueError:  # a NUL character in the path
        return writing_problem(path, FileNotFoundError(2, ""))
    return None


def loads(text: str | bytes) -> Loaded | FileProblem:
    """Read the content of a scenario file; nothing is read from one that is wrong anywhere."""
    if len(text) > FILE_LIMIT:
        return _too_large()
    try:
        return _loaded(_parsed(text))
    except Wrong as wrong:
        return FileProblem(wrong.message)


def _too_large() -> FileProblem:
    return FileProblem(Message(N_("The file is larger than {limit} bytes."), {"limit": FILE_LIMIT}))


def _parsed(text: str | bytes) -> Any:
    try:
        text = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix(codecs.BOM_UTF8.decode())
        return json.loads(
            text,
            object_pairs_hook=_object_of_pairs,
            parse_int=lambda token: int(token[:_LONGEST_WHOLE]),
            parse_float=_decimal,
            parse_constant=Decimal,
        )
    except UnicodeDecodeError:
        raise Wrong(N_("The file is not text in UTF-8; it is no scenario file, or it is damaged.")) from None
    except json.JSONDecodeError as error:
        message = N_("Line {line}, character {column}: this is not JSON; the file is damaged or cut off.")
        raise Wrong(message, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise Wrong(N_("The file is nested too deeply; it is no scenario file.")) from None


def _object_of_pairs(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        found.twice = next(key for key in found if counts[key] > 1)
    return found


def _decimal(token: str) -> Decimal:
    try:
        return Decimal(token)
    except InvalidOperation:  # an exponent beyond all bounds
        return Decimal("Infinity")


def _loaded(raw: Any) -> Loaded:
    if not isinstance(raw, _Object) or raw.get("format") != FORMAT:
        raise Wrong(N_('This is no scenario file: it does not begin with "format": "bunkatsu".'))
    version = raw.get("version")
    if type(version) is not int or version < 1:
        raise Wrong(N_("{place}: expected a whole number"), place="version")
    if version > VERSION:
        message = N_("This file was written by a newer version of the program (file version {version}).")
        raise Wrong(message, version=version)
    for older in range(version, VERSION):
        raw = MIGRATIONS[older](raw)
    parts = _entries(raw, "", ("format", "version", "terms", "source", "drafts"))
    scenario = _scenario(parts.get("terms"))
    source = _source(parts["source"]) if "source" in parts else None
    return Loaded(State(scenario, _drafts(parts.get("drafts", {}), scenario), source), version)


def _entries(raw: Any, place: str, known: Iterable[str] | None = None) -> dict[str, Any]:
    """An object whose keys are all known and stand there once."""
    if not isinstance(raw, dict):
        raise Wrong(N_("{place}: expected an object in braces"), place=place)
    twice = raw.twice if isinstance(raw, _Object) else None
    if twice is not None:
        raise Wrong(N_("{place}: stands there twice"), place=_join(place, twice))
    unknown = next((key for key in raw if key not in known), None) if known is not None else None
    if unknown is not None:
        raise _unknown(_join(place, unknown))
    return raw


def _join(place: str, key: str) -> str:
    return f"{place}.{shown(key)}" if place else shown(key)


def _unknown(place: str) -> Wrong:
    return Wrong(N_("{place}: there is no such name"), place=place)


def _items(raw: Any, place: str) -> list[Any]:
    if not isinstance(raw, list):
        raise Wrong(N_("{place}: expected a list in brackets"), place=place)
    if len(raw) > ROW_LIMIT:
        raise _too_many(place)
    return raw


def _too_many(place: str) -> Wrong:
    return Wrong(N_("{place}: has more than {limit} rows"), place=place, limit=ROW_LIMIT)


def _scenario(raw: Any) -> Scenario:
    parts = _entries(raw, "terms", (*SECTIONS, *ROWS, "announced"))
    found: dict[str, Any] = {}
    for section, content in parts.items():
        place = f"terms.{section}"
        if section in ROWS:
            rows = _items(content, place)
            found[section] = tuple(_row(section, row, f"{place}[{index}]") for index, row in enumerate(rows))
        elif section in SECTIONS:
            rules = {t.name: _RULES[t.path] for t in _terms_of(section)}
            found[section] = SECTIONS[section](**_leaves(content, place, rules))
        else:
            found[section] = _announced(content, place)
    return Scenario(**found)


def _terms_of(section: str) -> list[Term]:
    return [term for path, term in TERMS.items() if path.partition(".")[0] == section]


_ROW_RULES = {table: {term.name: _RULES[term.path] for term in columns} for table, columns in COLUMNS.items()}


def _row(table: str, raw: Any, place: str) -> Row:
    return ROWS[table](**_leaves(raw, place, _ROW_RULES[table]))


def _leaves(raw: Any, place: str, rules: Mapping[str, Rule]) -> dict[str, Given | None]:
    entries = _entries(raw, place, rules)
    return {key: read_leaf(value, rules[key], f"{place}.{key}") for key, value in entries.items()}


def _announced(raw: Any, place: str) -> dict[str, Given]:
    found = {}
    for figure, value in _entries(raw, place).items():
        term = announced_figure(figure)
        if term is None:
            raise _unknown(_join(place, figure))
        given = read_leaf(value, Rule.of(term), f"{place}.{figure}")
        if given is not None:
            found[figure] = given
    return found


def _drafts(raw: Any, scenario: Scenario) -> dict[str, str]:
    entries = _entries(raw, "drafts")
    for path in entries:
        try:
            given = value_at(scenario, path)
        except (KeyError, IndexError):
            raise _unknown(_join("drafts", path)) from None
        if given is not None:
            message = N_("{place}: the field holds a value too; what was typed there cannot be read, so it has none")
            raise Wrong(message, place=_join("drafts", path))
    texts = {path: read_text(text, f"drafts.{path}") for path, text in entries.items()}
    return {path: text for path, text in texts.items() if text}


def _source(raw: Any) -> Source:
    parts = _entries(raw, "source", ("text", "marks"))
    text = read_text(parts.get("text"), "source.text")
    marks = _items(parts.get("marks", []), "source.marks")
    return Source(text, tuple(_mark(mark, f"source.marks[{n}]", len(text)) for n, mark in enumerate(marks)))


def _mark(raw: Any, place: str, length: int) -> Mark:
    parts = _entries(raw, place, ("path", "start", "end", "inferred"))
    path = read_text(parts.get("path"), f"{place}.path")
    for name in ("start", "end"):
        if type(parts.get(name)) is not int:
            raise Wrong(N_("{place}: expected a whole number"), place=f"{place}.{name}")
    start, end = parts["start"], parts["end"]
    if not 0 <= start <= end <= length:
        raise Wrong(N_("{place}: lies outside the text of the source"), place=place)
    return Mark(path, start, end, read_flag(parts.get("inferred", False), f"{place}.inferred"))


#: Rows that are written before another thread may go on: half a millisecond.
_ROWS_AT_A_TIME = 50

#: The lines of rows that were written before, by the identity of the row, which is kept so that it stays the same.
RowLines = dict[int, tuple[Row, str]]


def row_lines(state: State, known: RowLines) -> RowLines:
    """The line of every row of a state; rows that are `known` are not written anew.

    Where many are new, another thread that wants to go on can do so in between.
    """
    found: RowLines = {}
    written = 0
    for table in ROWS:
        for row in getattr(state.scenario, table):
            line = known.get(id(row))
            if line is None:
                line = (row, _line(_given(row, COLUMNS[table])))
                written += 1
                if written % _ROWS_AT_A_TIME == 0:
                    time.sleep(0)
            found[id(row)] = line
    return found


def dumps(state: State, lines: RowLines | None = None) -> str:
    """The content of a scenario file: terms in the order of the forms, absent ones left out, a row a line.

    `lines` are those of its rows where they are known already.
    """
    content: dict[str, Any] = {"format": FORMAT, "version": VERSION, "terms": _terms(state.scenario, lines or {})}
    if state.source is not None:
        content["source"] = {"text": state.source.text, "marks": [_mark_written(mark) for mark in state.source.marks]}
    if state.drafts:
        content["drafts"] = dict(sorted(state.drafts.items()))
    return _printed(content, "\n") + "\n"


class _Written(str):
    """A text that is JSON already."""

    __slots__ = ()


def _mark_written(mark: Mark) -> dict[str, Any]:
    content = {"path": mark.path, "start": mark.start, "end": mark.end}
    return {**content, "inferred": True} if mark.inferred else content


def _terms(scenario: Scenario, lines: RowLines) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for section in Scenario.__dataclass_fields__:
        present = getattr(scenario, section)
        if section in ROWS:
            found[section] = [
                _Written(lines[id(row)][1]) if id(row) in lines else _given(row, COLUMNS[section]) for row in present
            ]
        elif section in SECTIONS:
            found[section] = _given(present, _terms_of(section))
        else:
            order = {quantity: place for place, quantity in enumerate(QUANTITIES)}
            ids = sorted(present, key=lambda quantity: (order.get(quantity, len(order)), quantity))
            found[section] = {quantity: _written(present[quantity]) for quantity in ids}
    return {section: content for section, content in found.items() if content}


def _given(part: Any, terms: Iterable[Term]) -> dict[str, Any]:
    values = ((term.name, getattr(part, term.name)) for term in terms)
    return {name: _written(value) for name, value in values if value is not None}


def _written(value: Given) -> int | str | bool:
    match value:
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
    return value


def _printed(content: Any, margin: str) -> str:
    """JSON for people: objects indented, but every item of a list on one line."""
    inner = margin + "  "
    if isinstance(content, dict) and content:
        lines = [f"{_line(key)}: {_printed(value, inner)}" for key, value in content.items()]
        return "{" + inner + f",{inner}".join(lines) + margin + "}"
    if isinstance(content, list) and content:
        return "[" + inner + f",{inner}".join(map(_line, content)) + margin + "]"
    return _line(content)


def _line(content: Any) -> str:
    return content if isinstance(content, _Written) else _encoded(content)


_encoded = json.JSONEncoder(ensure_ascii=False).encode
