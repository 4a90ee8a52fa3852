"""The announcement that a document was read from, as the passages that stand behind its terms."""

from .document.state import Source
from .domain.given import parts_of
from .domain.term import Given
from .presentation.passages import NO_PASSAGES, Passages


def passages(source: Source | None) -> Passages:
    """The passages of the announcement of a document; marks of what is no field are left out."""
    if source is None:
        return NO_PASSAGES
    return Passages(source.text, [mark for mark in source.marks if _is_field(mark.path)], _says)


def _is_field(path: str) -> bool:
    try:
        parts_of(path)
    except KeyError:
        return False
    return True


def _says(path: str, words: str, value: Given | None) -> bool:
    from .notice.passage import says  # noqa: PLC0415  # not needed for the first picture

    return says(path, words, value)
