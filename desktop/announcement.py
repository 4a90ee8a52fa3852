"""An announcement as a document: what was read becomes a scenario with its source, JSON, or lines of text."""

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

from .document import scenario_file
from .document.state import Mark, Source, State
from .domain.message import Message
from .domain.path import ANNOUNCED
from .domain.scenario import ROWS, SECTIONS, Scenario
from .domain.term import Given
from .files import reading_problem
from .i18n import Locale
from .notice.reading import Reading, read
from .notice.sources import EMPTY, SIZE_LIMIT, load, text_of
from .presentation.entry_text import folded
from .presentation.review import Review
from .presentation.review_lines import parts

_CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")


def loaded(source: str) -> Reading | Message:
    """The reading of a file, or of standard input where the source is "-"; or why there is none."""
    text = _standard_input() if source == "-" else load(source)
    return text if isinstance(text, Message) else read(text)


def _standard_input() -> str | Message:
    if sys.stdin is None:  # closed by the caller
        return Message(EMPTY, {"file": "-"})
    try:
        return text_of(sys.stdin.buffer.read(SIZE_LIMIT + 1), "-")
    except OSError as error:
        return reading_problem("-", error).message


def state(reading: Reading) -> State:
    """The scenario of a reading, with the text and the places that its terms were read from."""
    marks = tuple(Mark(place.path, place.start, place.end, place.inferred) for place in reading.places)
    return State(scenario_of(reading.terms), {}, Source(reading.text, marks))


def review(reading: Reading, state: State) -> Review:
    """What a reading says beside what a document has, to be decided on."""
    scenario, drafts = state.scenario, state.drafts
    return Review(parts(reading.terms, reading.places, scenario, drafts, reading.problems))


def is_about_another(reading: Reading, scenario: Scenario) -> bool:
    """Whether a reading names another company than the scenario, by its code or else by its name in the same script."""
    for name in ("code", "name"):
        read, given = reading.terms.get(f"company.{name}"), getattr(scenario.company, name)
        if read is not None and given is not None and str(read).isascii() == given.isascii():
            return folded(str(read)) != folded(given)
    return False


def scenario_of(terms: Mapping[str, Given]) -> Scenario:
    """The scenario with terms by their paths."""
    parts: dict[str, Any] = {"announced": {}}
    rows: dict[str, dict[int, dict[str, Given]]] = {}
    for path, value in terms.items():
        cell = _CELL.fullmatch(path)
        section, _, name = path.partition(".")
        if cell:
            rows.setdefault(cell[1], {}).setdefault(int(cell[2]), {})[cell[3]] = value
        elif path.startswith(ANNOUNCED):
            parts["announced"][path.removeprefix(ANNOUNCED)] = value
        else:
            parts.setdefault(section, {})[name] = value
    made = {name: SECTIONS[name](**values) for name, values in parts.items() if name in SECTIONS}
    tables: dict[str, Any] = {
        name: tuple(ROWS[name](**row) for _, row in sorted(found.items())) for name, found in rows.items()
    }
    return Scenario(**made, **tables, announced=parts["announced"])


def json_reading(reading: Reading, locale: Locale) -> Mapping[str, object]:
    """The terms as the file holds them, the place of each in the text, and what could not be settled."""
    terms = json.loads(scenario_file.dumps(State(scenario_of(reading.terms))))["terms"]
    sources = [
        {
            "path": place.path,
            "start": place.start,
            "end": place.end,
            "text": reading.text[place.start : place.end],
            "inferred": place.inferred,
        }
        for place in reading.places
    ]
    return {"terms": terms, "sources": sources, "problems": [locale.text(problem) for problem in reading.problems]}


def printed(reading: Reading) -> str:
    """A line for every term: its path, its value and the words that it was read from."""
    lines = []
    for place in reading.places:
        words = " ".join(reading.text[place.start : place.end].split())
        inferred = " (inferred)" if place.inferred else ""
        lines.append(f"{place.path}\t{reading.terms[place.path]}{inferred}\t{words[:80]}")
    return "\n".join(lines) + "\n"
