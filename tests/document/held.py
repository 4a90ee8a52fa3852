"""What the undo steps of a document hold in memory."""

import gc
import sys
from collections.abc import Container

from desktop.document.document import Document


def held(document: Document) -> int:
    """The bytes that the steps hold beside the state, which the document holds anyway."""
    state = _reached([document.state])
    return sum(_reached([document._done, document._undone], state).values())


def _reached(start: list[object], known: Container[int] = ()) -> dict[int, int]:
    """The sizes of all that can be reached from some objects, by identity, beside types and what is known."""
    sizes: dict[int, int] = {}
    waiting = start
    while waiting:
        found = waiting.pop()
        if id(found) not in sizes and id(found) not in known and not isinstance(found, type):
            sizes[id(found)] = sys.getsizeof(found)
            waiting += gc.get_referents(found)
    return sizes
