"""How wide the columns of a table are: no figure is ever cut, so whole columns give way instead."""

from collections.abc import Sequence

from ...domain.record import record


@record(frozen=True)
class Wish:
    """What a column wants: width of its content, a comfortable width, and how it gives way.

    `mark` is the width it may shrink to, `drop` its turn to disappear; `surplus` is how much more it may take,
    `words` the width to which names, not figures, may be cut when nothing else is left.
    """

    content: int
    comfort: int
    mark: int = 0
    drop: int = 0
    surplus: int = 0
    words: int = 0


def fitted(wishes: Sequence[Wish], available: int) -> list[int]:
    """The width of every column in pixels; 0 for one that disappears."""
    comfort = [w.comfort for w in wishes]
    if sum(comfort) <= available:
        return _grown(comfort, wishes, available - sum(comfort))
    content = [w.content for w in wishes]
    for given in (content, *_given_way(wishes)):
        if sum(given) <= available:
            return _shared(given, wishes, available - sum(given))
    return _cut(_given_way(wishes)[-1], wishes, available)


def _grown(widths: list[int], wishes: Sequence[Wish], spare: int) -> list[int]:
    """Comfortable widths with the spare space in the columns that take it, the last of them first."""
    grown = list(widths)
    for n in reversed(range(len(wishes))):
        more = min(spare, wishes[n].surplus)
        grown[n] += more
        spare -= more
    return grown


def _shared(widths: list[int], wishes: Sequence[Wish], spare: int) -> list[int]:
    """Widths that go towards the comfortable ones as far as there is space."""
    lacks = [w.comfort - w.content if width >= w.content else 0 for width, w in zip(widths, wishes, strict=True)]
    total = max(sum(lacks), 1)
    part = min(spare, total)
    return [width + lack * part // total for width, lack in zip(widths, lacks, strict=True)]


def _cut(widths: list[int], wishes: Sequence[Wish], available: int) -> list[int]:
    """The narrowest widths with names cut as far as they may be."""
    cut = list(widths)
    for n, wish in enumerate(wishes):
        if wish.words:
            cut[n] = min(cut[n], max(wish.words, cut[n] - (sum(cut) - available)))
    return cut


def _given_way(wishes: Sequence[Wish]) -> list[list[int]]:
    """The steps after content widths: printed figures shrink to their marks, then columns disappear in turn."""
    steps = [[w.mark or w.content for w in wishes]]
    for turn in sorted({w.drop for w in wishes if w.drop}):
        steps.append([0 if w.drop == turn else width for w, width in zip(wishes, steps[-1], strict=True)])
    return steps
