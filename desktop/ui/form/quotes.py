"""Words of an announcement as rich text."""

from html import escape

from ...i18n import Locale
from ...presentation.passages import WORDS, Origin
from ...presentation.sentence import Sentence


def quoted(origin: Origin, sentence: Sentence, locale: Locale) -> str:
    """What a value was read from, the passage in bold."""
    before, words, after = map(escape, sentence.parts)
    return f"<p>{locale.text(WORDS[origin], words=words, sentence=f'{before}<b>{words}</b>{after}')}</p>"


def paragraphs(text: str) -> str:
    """Lines of plain text, each a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
