"""The sign of a field that was read from the announcement, and what is said of it."""

from enum import Enum

from ...presentation.passages import CHANGED, READ, Passages
from ..session import Session


class Sign(Enum):
    """What the corner of a field says: nothing, that it was read, or that it has been changed since."""

    NONE = ""
    READ = "read"
    CHANGED = "changed"


WORDS = {Sign.READ: READ, Sign.CHANGED: CHANGED}


def sign_of(session: Session, path: str) -> Sign:
    """The sign of a field; none before the first picture."""
    if not session.inspects or path not in session.book.passages:
        return Sign.NONE
    return Sign.READ if session.is_as_read(path) else Sign.CHANGED


def sign_words(session: Session, path: str) -> str:
    """The sentence that a field was read from; nothing where it was not read."""
    sign = sign_of(session, path)
    if sign is Sign.NONE:
        return ""
    return session.locale.text(WORDS[sign], sentence=session.book.passages.sentence(path).text)


def tip(session: Session, path: str, hint: str) -> str:
    """A tool tip: the hint, and below it the sentence with the passage in bold."""
    sign = sign_of(session, path)
    if sign is Sign.NONE:
        return hint
    from .quotes import emphasised, paragraphs  # noqa: PLC0415  # not needed for the first picture

    quoted = session.locale.text(WORDS[sign], sentence=emphasised(session.book.passages.sentence(path)))
    return paragraphs(hint) + f"<p>{quoted}</p>"


class Signed:
    """An editor that wears the sign of its field."""

    session: Session
    path: str
    sign = Sign.NONE
    _passages: Passages | None = None

    def take_sign(self) -> bool:
        """Take the sign in force; says whether there is something else to say of the field."""
        sign, passages = sign_of(self.session, self.path), self.session.book.passages
        is_news = sign is not self.sign or (sign is not Sign.NONE and passages is not self._passages)
        self.sign, self._passages = sign, passages
        return is_news
