"""Messages: a sentence to be translated, with named fields. Worded only where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802  # the name gettext tools know
    """Mark a text for translation where it is declared."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A marked text and its fields: numbers, dates, texts or messages, formatted by the locale."""

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt(Message):
    """A message about passages of a text: characters from each first number up to the second."""

    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)
