"""What somebody has to look at, in the order of the forms."""

from collections.abc import Iterator

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
        yield from sorted((p for p in drafts if p.startswith(f"{form.table}[")), key=_row_of)
        yield from (path for path in drafts if is_total(form, path))


def _row_of(path: str) -> tuple[int, str]:
    row, _, name = path.partition("[")[2].partition("].")
    return int(row), name
