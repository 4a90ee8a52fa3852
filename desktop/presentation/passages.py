"""The passages of an announcement that terms were read from, by their paths, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from ..domain.message import N_

if TYPE_CHECKING:
    from .sentence import Sentence

#: Beside a field, and beside what is compared with it.
READ = N_("Read from the announcement: “{sentence}”")
CHANGED = N_("Changed since it was read from the announcement: “{sentence}”")
QUOTED = N_("Announcement: “{sentence}”")


class Place(Protocol):
    """Where a term was read: characters `start` up to `end` of the text."""

    @property
    def path(self) -> str:
        """The path of the term."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character behind its last one."""


class Passages:
    """An announcement and the places that its terms were read from; a sentence is looked for when it is asked for."""

    def __init__(self, text: str = "", places: Iterable[Place] = ()) -> None:
        self._text = text
        self._places = {place.path: (place.start, place.end) for place in places}
        self._sentences: dict[str, Sentence] = {}

    def __contains__(self, path: str) -> bool:
        """Whether the term of a path was read from the announcement."""
        return path in self._places

    def words(self, path: str) -> str:
        """The passage that the term of a path was read from."""
        return self._text[slice(*self._places[path])]

    def sentence(self, path: str) -> Sentence:
        """The sentence around that passage."""
        if path not in self._sentences:
            from .sentence import sentence  # noqa: PLC0415  # not needed for the first picture

            self._sentences[path] = sentence(self._text, *self._places[path])
        return self._sentences[path]


NO_PASSAGES = Passages()
