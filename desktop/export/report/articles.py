"""The clause of the articles in print: current and amended text side by side, in both languages."""

from collections.abc import Iterator, Mapping, Sequence

from ...i18n import Locale, locale_for
from ...presentation.articles import ALLOWED, REASON, TITLES, Amendment, Clause, amendment, points
from ...presentation.articles_text import UNKNOWN, languages
from ...presentation.book import Book
from ...presentation.layout import Comparison
from .grid import Column, Entry, Grid, Row
from .marks import LEADING, Fill, Ink, Mark, Setting, Slab, Style, Text
from .setting import paragraph

INSIDE, FRAME = 7.0, 0.5
HEAD, BODY, BOLD = Style(7.8, ink=Ink.SECONDARY), Style(8.5), Style(8.5, bold=True)
NOTE = Style(7.6, ink=Ink.SECONDARY)


def comparison(
    layout: Comparison, book: Book, locale: Locale, setting: Setting, styles: Mapping[str, str]
) -> list[Slab]:
    """The comparison in every language, that of the report first."""
    slabs: list[Slab] = []
    for language in languages(locale.language):
        own = Setting(setting.measure, setting.width, LEADING[language])
        made = amendment(layout, book, locale_for(language), styles)
        slabs += paragraph(locale.text(TITLES[language]), BOLD, setting, keeps=True, before=12 if slabs else 0)
        slabs += [Slab(4, keeps=True), _boxes(made, own), *_below(made, own)]
    return slabs


def allowed(layout: Comparison, book: Book, locale: Locale) -> Grid | None:
    """What the law says of the change, a row a rule; what is not kept is bold."""
    rows = tuple(
        Row((Entry(locale.text(point.basis), ink=Ink.SECONDARY, small=True),
             Entry(locale.text(point.sentence), bold=not point.holds)))
        for point in points(layout, book)
    )  # fmt: skip
    if not rows:
        return None
    return Grid((Column("", wraps=True), Column("", wraps=True)), rows, title=locale.text(ALLOWED))


def _below(made: Amendment, setting: Setting) -> list[Slab]:
    note = paragraph(made.note, NOTE, setting, keeps=True, before=3) if made.note else []
    head = locale_for(made.language).text(REASON)
    heading = paragraph(head, BOLD, setting, keeps=True, before=5) if made.is_change else [Slab(5, keeps=True)]
    return [*note, *heading, *paragraph(made.reason, BODY, setting)]


def _boxes(made: Amendment, setting: Setting) -> Slab:
    """The two texts under their headings, framed as in an announcement."""
    half = setting.width / 2
    texts = [_clause(clause, half - 2 * INSIDE, setting, marked=made.is_change) for clause in made.clauses]
    upper = setting.line(HEAD) + 6
    height = upper + max(len(lines) for lines, _ in texts) * setting.line(BODY) + 2 * INSIDE
    marks: list[Mark] = [Fill(0, 0, setting.width, upper, Ink.GROUND)]
    for n, (title, (lines, underlined)) in enumerate(zip(made.columns, texts, strict=True)):
        x = n * half + INSIDE
        marks.append(Text(x, 3 + setting.base(HEAD), title, HEAD))
        marks += [Text(x, upper + INSIDE + setting.base(BODY) + i * setting.line(BODY), line, BODY)
                  for i, line in enumerate(lines)]  # fmt: skip
        marks += [Fill(x + mark.x, upper + INSIDE + mark.y, mark.width, mark.height, mark.ink) for mark in underlined]
    marks += [Fill(0, y, setting.width, FRAME, Ink.RULE) for y in (0, upper, height - FRAME)]
    marks += [Fill(x, 0, FRAME, height, Ink.RULE) for x in (0, half, setting.width - FRAME)]
    return Slab(height, tuple(marks), keeps=True)


def _clause(clause: Clause | None, width: float, setting: Setting, *, marked: bool) -> tuple[list[str], list[Fill]]:
    """The lines of a clause, and the lines under its number."""
    if clause is None:
        return [UNKNOWN], []
    text = f"{clause.heading}\n{clause.lead}{clause.number}{clause.rest}"
    begin = len(clause.heading) + 1 + len(clause.lead)
    lines = [line for part in text.split("\n") for line in setting.measure.lines(part, BODY, width)]
    if not marked:
        return lines, []
    return lines, list(_underlines(text, lines, begin, begin + len(clause.number), setting))


def _underlines(text: str, lines: Sequence[str], begin: int, end: int, setting: Setting) -> Iterator[Fill]:
    """Lines under the characters from begin to end, wherever they came to stand."""
    place = 0
    for n, line in enumerate(lines):
        place = text.index(line, place)
        first, last = max(begin, place) - place, min(end, place + len(line)) - place
        if first < last:
            left, right = (setting.measure.width(line[:count], BODY) for count in (first, last))
            y = n * setting.line(BODY) + setting.base(BODY) + 1.6
            yield Fill(left, y, right - left, 0.6, Ink.TEXT)
        place += len(line)
