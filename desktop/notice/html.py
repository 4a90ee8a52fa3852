"""From HTML to plain text: a block a line, a cell a tab, nothing of scripts."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "math", "object", "iframe", "select"])
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|br|meta|title|h[1-6])\b[^<>]*>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Whether a text is a page of HTML, or a part of one."""
    return len(_TAG.findall(text[:4000])) > 1 or bool(re.match(r"\s*(?:<!doctype html|<html)", text, re.IGNORECASE))


def text_of_html(page: str) -> str:
    """What a page of HTML shows, as plain text."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return _tidy("".join(reader.parts))


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \u00a0]+", " ", line).strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip("\t") for line in lines)).strip("\n") + "\n"


class _Reader(HTMLParser):
    """Collects the text that is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []
        self.cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _HIDDEN:
            self.hidden.append(tag)
        elif tag in _BLOCKS:
            if not (self.cell and tag in ("p", "div", "br")):
                self.parts.append("\n")
            elif tag == "br":
                self.parts.append(" ")
            self.cell = 0 if tag in ("tr", "table") else self.cell
        elif tag in ("td", "th"):
            self.cell += 1
            if self.cell > 1:
                self.parts.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag) :]
        elif tag in ("tr", "table"):
            self.cell = 0
            self.parts.append("\n")
        elif tag in _BLOCKS and not self.cell:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"\s+", " ", data))
