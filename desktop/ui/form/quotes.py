"""Words of an announcement as rich text."""

from html import escape

from ...presentation.sentence import Sentence


def emphasised(sentence: Sentence) -> str:
    """A sentence, the passage that was read in bold."""
    before, words, after = map(escape, sentence.parts)
    return f"{before}<b>{words}</b>{after}"


def paragraphs(text: str) -> str:
    """Lines of plain text, each a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
