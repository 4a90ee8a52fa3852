"""The tables of a web page or of the clipboard, as rows of texts."""

from html.parser import HTMLParser

#: A page of a broker has some hundred rows; what spans more cells than that spans nothing.
SPAN_LIMIT = 200
_CELLS, _TEXTLESS = ("td", "th"), ("script", "style", "head", "template")

Lines = list[list[str]]


def largest_table(page: str) -> Lines:
    """The rows of the table with the most cells; none where a page has no table."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_all()
    return max(reader.tables, key=lambda lines: sum(map(len, lines)), default=[])


class _Table:
    """A table being read: its rows, the cell that is open, and the cells that hang down from rows above."""

    def __init__(self) -> None:
        self.lines: Lines = []
        self.text: list[str] | None = None
        self.spans = (1, 1)
        self._hanging: dict[tuple[int, int], str] = {}

    def begin_row(self) -> None:
        self.end_cell()
        self.lines.append([])
        self._take_hanging()

    def begin_cell(self, across: int, down: int) -> None:
        self.end_cell()
        if not self.lines:
            self.begin_row()
        self.text, self.spans = [], (across, down)

    def end_cell(self) -> None:
        """Put the open cell into its row, and a blank into every other place that it spans."""
        if self.text is None:
            return
        line, number = self.lines[-1], len(self.lines) - 1
        text = "\n".join(" ".join(part.split()) for part in "".join(self.text).split("\n")).strip()
        across, down = self.spans
        for place in range(len(line), len(line) + across):
            for below in range(1, down):
                self._hanging[number + below, place] = text if place == len(line) else ""
        line.extend([text, *[""] * (across - 1)])
        self.text = None
        self._take_hanging()

    def _take_hanging(self) -> None:
        line, number = self.lines[-1], len(self.lines) - 1
        while (number, len(line)) in self._hanging:
            line.append(self._hanging.pop((number, len(line))))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Lines] = []
        self._open: list[_Table] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TEXTLESS:
            self._silent += 1
        elif tag == "table":
            self._open.append(_Table())
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in _CELLS:
            named = dict(attrs)
            self._open[-1].begin_cell(_span(named.get("colspan")), _span(named.get("rowspan")))
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _TEXTLESS:
            self._silent = max(0, self._silent - 1)
        elif self._open and tag in (*_CELLS, "tr"):
            self._open[-1].end_cell()
        elif self._open and tag == "table":
            self._end_table()

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent and self._open[-1].text is not None:
            self._open[-1].text.append(data if data == "\n" else data.replace("\n", " "))

    def _end_table(self) -> None:
        table = self._open.pop()
        table.end_cell()
        self.tables.append([line for line in table.lines if line])

    def end_all(self) -> None:
        """End what the page has left open."""
        while self._open:
            self._end_table()


def _span(text: str | None) -> int:
    return min(int(text), SPAN_LIMIT) if text and text.isascii() and text.isdigit() and int(text[:6]) else 1
