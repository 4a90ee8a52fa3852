"""The passages of an announcement that terms were read from, by their paths, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from ..domain.given import value_at
from ..domain.message import N_
from ..domain.scenario import Scenario
from ..domain.term import Given
from ..i18n import Locale

if TYPE_CHECKING:
    from .sentence import Sentence


class Origin(StrEnum):
    """How a value stands to the announcement: not read, read, worked out from a passage, changed since."""

    NONE = ""
    READ = "read"
    INFERRED = "inferred"
    CHANGED = "changed"


QUOTED = N_("Announcement: “{sentence}”")
WORDS = {
    Origin.READ: QUOTED,
    Origin.INFERRED: N_("Announcement, a part worked out: “{sentence}”"),
    Origin.CHANGED: N_("Changed since; the announcement says {words}: “{sentence}”"),
}


class Place(Protocol):
    """Where a term was read: characters `start` up to `end` of the text; `inferred` where a part was worked out."""

    @property
    def path(self) -> str:
        """The path of the term."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character behind its last one."""

    @property
    def inferred(self) -> bool:
        """Whether a part of the value was worked out."""


#: Whether the words at a path say a value.
Says = Callable[[str, str, Given | None], bool]


class Passages:
    """An announcement and the places that its terms were read from; a sentence is looked for when it is asked for."""

    def __init__(self, text: str, places: Iterable[Place], says: Says) -> None:
        self.text, self._says = text, says
        self._places = {place.path: place for place in places}
        self._sentences: dict[str, Sentence] = {}

    def __contains__(self, path: str) -> bool:
        """Whether the term of a path was read from the announcement."""
        return path in self._places

    @property
    def places(self) -> Sequence[Place]:
        """Where the terms stand."""
        return tuple(self._places.values())

    def origin(self, path: str, scenario: Scenario) -> Origin:
        """How the value at a path stands to its passage."""
        place = self._places.get(path)
        if place is None:
            return Origin.NONE
        if not self._says(path, self.text[place.start : place.end], _given_at(scenario, path)):
            return Origin.CHANGED
        return Origin.INFERRED if place.inferred else Origin.READ

    def sentence(self, path: str) -> Sentence:
        """The sentence around the passage that the term of a path was read from."""
        if path not in self._sentences:
            from .sentence import sentence  # noqa: PLC0415  # not needed for the first picture

            place = self._places[path]
            self._sentences[path] = sentence(self.text, place.start, place.end)
        return self._sentences[path]


NO_PASSAGES = Passages("", (), lambda *_: False)


def said(origin: Origin, sentence: Sentence, locale: Locale) -> str:
    """What a value was read from, in the words of the announcement."""
    before, words, after = sentence.parts
    return locale.text(WORDS[origin], words=words, sentence=f"{before}{words}{after}")


def _given_at(scenario: Scenario, path: str) -> Given | None:
    """What is given at a path; nothing beyond the rows."""
    try:
        return value_at(scenario, path)
    except IndexError:
        return None
