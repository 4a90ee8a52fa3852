"""The sign of a field that was read from the announcement, and what is said of it."""

from ...presentation.passages import Origin, Passages, said
from ..session import Session


def sign_words(session: Session, path: str) -> str:
    """The sentence that a field was read from; nothing where it was not read."""
    origin = session.origin(path)
    return said(origin, session.book.passages.sentence(path), session.locale) if origin else ""


def tip(session: Session, path: str, hint: str) -> str:
    """A tool tip: the hint, and below it the sentence with the passage in bold."""
    origin = session.origin(path)
    if not origin:
        return hint
    from .quotes import paragraphs, quoted  # noqa: PLC0415  # not needed for the first picture

    return paragraphs(hint) + quoted(origin, session.book.passages.sentence(path), session.locale)


class Signed:
    """An editor that wears the sign of its field."""

    session: Session
    path: str
    origin = Origin.NONE
    _passages: Passages | None = None

    def take_sign(self) -> bool:
        """Take the sign in force; says whether there is something else to say of the field."""
        origin, passages = self.session.origin(self.path), self.session.book.passages
        is_news = origin != self.origin or (origin != Origin.NONE and passages is not self._passages)
        self.origin, self._passages = origin, passages
        return is_news
