"""From HTML to plain text: a block a line, a cell a tab, nothing of scripts and of what is hidden."""

import re
from collections.abc import Iterator
from html import unescape

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "title", "tr", "ul",
))  # fmt: skip
_HIDDEN = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "object", "iframe", "select", "rt", "rp", "audio",
    "video", "canvas", "datalist",
))  # fmt: skip
#: Elements that hold nothing and are not closed.
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
#: Elements that another of their kind closes.
_OPEN = frozenset(["p", "li", "td", "th", "tr", "dd", "dt", "option"])
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDES = re.compile(r"(?:^|\s)hidden(?=[\s=/]|$)", re.IGNORECASE)
_STYLE = re.compile(r"(?:^|\s)style\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+)", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: The number or the sign of a note, small and above the line.
_NOTE = re.compile(r"[\s(（\[※*＊†注]*\d{0,2}[\s)）\]※*＊†]*")
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|br|meta|title|h[1-6])\b[^<>]*>", re.IGNORECASE)
_BEGINNING = re.compile(
    r"\s*<(?:!doctype html|html|(?:table|div|p|h[1-6]|pre|ul|ol|section|article)\b[^<>]*>)", re.IGNORECASE
)
#: What the clipboard of Windows puts before a page.
_CLIPBOARD = re.compile(r"\ufeff?Version:\d\.\d\s+(?:\w+:[^\n<]*\n)*")


def looks_like_html(text: str) -> bool:
    """Whether a text is a page of HTML, or a part of one."""
    page = _CLIPBOARD.sub("", text[:4000], count=1)
    return len(_TAG.findall(page)) > 1 or _BEGINNING.match(page) is not None


def text_of_html(page: str, most: int) -> str:
    """What a page of HTML shows, as plain text; when it has so many characters the rest is left."""
    reader = _Reader()
    for tag, rest in _pieces(_CLIPBOARD.sub("", page, count=1) if _CLIPBOARD.match(page) else page):
        if not tag:
            reader.text(unescape(rest))
        elif tag.startswith("/"):
            reader.end(tag[1:])
        else:
            reader.start(tag, rest)
        if reader.count > most:
            break
    return _tidy("".join(reader.shown()))


#: A tag up to its end, which does not stand in quotes.
_WHOLE_TAG = re.compile(r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_LONG_TAG = 2000
_NAME = re.compile(r"/?[a-zA-Z][\w:-]*")
_AS_IT_IS = {
    name: re.compile(f"</{name}\\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "iframe")
}


def _pieces(page: str) -> Iterator[tuple[str, str]]:
    """Tags with their attributes, and texts, which have no name; each place of a page is looked at once or twice."""
    place = 0
    while place < len(page):
        start = page.find("<", place)
        if start != place:
            yield "", page[place : start if start >= 0 else len(page)]
            if start < 0:
                return
        place, name = start + 1, _NAME.match(page, start + 1)
        if name is None and page[place : place + 1] not in ("!", "?", "/"):
            yield "", "<"
            continue
        if page.startswith("!--", place):
            end = page.find("-->", place + 3)
            place = end + 3 if end >= 0 else len(page)
            continue
        whole = _WHOLE_TAG.match(page, place, place + _LONG_TAG)
        end = whole.end() if whole else page.find(">", place) + 1
        if end == 0:
            return
        if name:
            tag = name[0].lower()
            yield tag, page[name.end() : end - 1]
            if tag in _AS_IT_IS:
                closed = _AS_IT_IS[tag].search(page, end)
                yield "", page[end : closed.start() if closed else len(page)]
                end = closed.start() if closed else len(page)
        place = end


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \u00a0]+", " ", line).strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip("\t") for line in lines)).strip("\n") + "\n"


def _is_invisible(attributes: str) -> bool:
    given = attributes[:_LONG_TAG]
    style = _STYLE.search(given)
    return bool((style and _INVISIBLE.search(style[1])) or _HIDES.search(_QUOTED.sub("", given)))


class _Reader:
    """Collects the text that is shown; a row of a table waits until it is whole."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.rows: list[list[list[str]]] = []  # of the tables around: the cells of their rows
        self.note: list[str] | None = None
        self.hidden, self.depth, self.kept, self.count = "", 0, 0, 0

    def shown(self) -> list[str]:
        """The text, with the rows that were not closed."""
        self._end_note()
        while self.rows:
            self._end_row()
            self.rows.pop()
        return self.parts

    def start(self, tag: str, attributes: str) -> None:
        """An element begins."""
        if self._is_hidden_by(tag, attributes):
            return
        if tag == "br":
            self._add("\n")
        elif tag == "sup":
            self._end_note()
            self.note = []
        elif tag == "table":
            self._end_row()
            self.rows.append([])
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self._end_note()
            self.rows = self.rows or [[]]  # a part of a page may begin within a table
            self.rows[-1].append([])
        elif tag in _BLOCKS:
            self._block(tag)
        self.kept += tag == "pre"

    def _block(self, tag: str) -> None:
        if tag in ("tr", "tbody", "thead", "tfoot"):
            self._end_row()
        self._add("\n")

    def _is_hidden_by(self, tag: str, attributes: str) -> bool:
        """Whether an element is inside a hidden one or hides what is in it."""
        if self.hidden in _OPEN and (tag == self.hidden or (self.hidden == "p" and tag in _BLOCKS)):
            self.hidden = ""
        if self.hidden:
            self.depth += tag == self.hidden
            return True
        is_empty = tag in _VOID or attributes.endswith("/")
        if not is_empty and (tag in _HIDDEN or _is_invisible(attributes)):
            self.hidden, self.depth = tag, 1
        return bool(self.hidden)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self.hidden:
            is_closed_around = self.hidden in _OPEN and tag in ("table", "tr", "ul", "ol", "dl", "body", "html")
            self.depth -= tag == self.hidden
            if self.depth and not is_closed_around:
                return
            self.hidden = ""
        if tag == "sup":
            self._end_note()
        elif tag == "table" and self.rows:
            self._end_row()
            self.rows.pop()
        elif tag in _BLOCKS:
            self._block(tag)
        self.kept = max(self.kept - (tag == "pre"), 0)

    def text(self, data: str) -> None:
        """A text stands between two tags."""
        if not self.hidden:
            self.count += len(data)
            self._add(data if self.kept else re.sub(r"\s+", " ", data))

    def _add(self, text: str) -> None:
        if self.note is not None:
            self.note.append(text)
        elif self.rows and self.rows[-1]:
            self.rows[-1][-1].append(text)
        else:
            self.parts.append(text)

    def _end_note(self) -> None:
        note, self.note = "".join(self.note or ()), None
        if note and not _NOTE.fullmatch(note):
            self._add(note)

    def _end_row(self) -> None:
        """The cells of a row by tabs; cells that list as many values each are as many rows."""
        self._end_note()
        if not self.rows or not self.rows[-1]:
            return
        cells = [[line for part in "".join(cell).split("\n") if (line := part.strip())] for cell in self.rows[-1]]
        self.rows[-1] = []
        lists = {len(cell) for cell in cells if cell}
        if len(lists) == 1 and lists != {1} and len(cells) > 1:
            rows = [[cell[n] if cell else "" for cell in cells] for n in range(lists.pop())]
        else:
            rows = [[" ".join(cell) for cell in cells]]
        self.parts.extend("\n" + "\t".join(row) + "\n" for row in rows)
