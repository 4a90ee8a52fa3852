"""What somebody has to look at, in the order of the forms."""

from collections.abc import Iterator

from ...domain.path import name_of, row_of, table_of
from ...presentation.forms import FORMS, is_total
from ..session import Session


def problems(session: Session) -> tuple[str, ...]:
    """The paths of everything typed that cannot be read, in the order of the forms, then those of failing checks."""
    return tuple(dict.fromkeys((*_drafts(session), *session.troubles())))


def _drafts(session: Session) -> Iterator[str]:
    drafts = session.book.drafts
    for form in FORMS:
        for line in form.lines:
            yield from (term.path for term in line.terms if term.path in drafts)
        yield from (path for path in form.announced if path in drafts)
        yield from sorted((p for p in drafts if form.table and table_of(p) == form.table), key=_cell_of)
        yield from (path for path in drafts if is_total(form, path))


def _cell_of(path: str) -> tuple[int, str]:
    return row_of(path) or 0, name_of(path)
