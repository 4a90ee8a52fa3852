"""Slabs on pages: nothing torn, heads repeated, nothing left alone at the foot of a page."""

from collections.abc import Iterator, Sequence

from ...domain.record import record
from .marks import Slab

#: A unit up to this part of a page is kept in one piece, though it leaves the page before it unfilled.
WHOLE = 0.6


@record(frozen=True)
class Page:
    """The slabs of a page, each with its distance from the top margin."""

    slabs: tuple[tuple[float, Slab], ...]


def paged(units: Sequence[Sequence[Slab]], height: float) -> tuple[Page, ...]:
    """Units of slabs, such as tables, one below the other on pages of that height."""
    pages = _Pages(height)
    for unit in units:
        total = sum(slab.height for slab in unit)
        if total > pages.left and total <= WHOLE * height:
            pages.turn()
        for group in _together(unit):
            pages.add(group)
    return pages.finished()


def _together(slabs: Sequence[Slab]) -> Iterator[list[Slab]]:
    """Runs of slabs that stand on one page: those that stay with the next one, and that."""
    run: list[Slab] = []
    for slab in slabs:
        run.append(slab)
        if not slab.keeps:
            yield run
            run = []
    if run:
        yield run


class _Pages:
    """Pages while they are filled."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._done: list[Page] = []
        self._page: list[tuple[float, Slab]] = []
        self._y = 0.0

    @property
    def left(self) -> float:
        """How much room the page has still."""
        return self._height - self._y

    def turn(self) -> None:
        """Begin a new page."""
        if self._page:
            self._done.append(Page(tuple(self._page)))
        self._page, self._y = [], 0.0

    def add(self, run: Sequence[Slab]) -> None:
        """Put slabs that stay together on this page or, where they do not fit, on the next."""
        if sum(slab.height for slab in run) > self.left + 0.01:
            self.turn()
        if not self._page:
            for slab in next((slab.head for slab in run if not slab.is_gap), ()):
                self._put(slab)
        for slab in run:
            self._put(slab)

    def _put(self, slab: Slab) -> None:
        if slab.is_gap and not self._page:
            return
        self._page.append((self._y, slab))
        self._y += slab.height

    def finished(self) -> tuple[Page, ...]:
        """All pages; one at least."""
        if self._page or not self._done:
            self._done.append(Page(tuple(self._page)))
        return tuple(self._done)
