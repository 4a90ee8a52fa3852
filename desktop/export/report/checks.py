"""The checks in print: how many hold, those to look at on the first page, and all of them as a table."""

from ...domain.checks.check import State
from ...domain.message import N_
from ...i18n import Locale
from ...presentation.book import Book
from ...presentation.finding_words import second_line, told
from ...presentation.findings import GROUP_TITLES, Finding, Group, counts, findings, group_count, grouped
from .grid import CONTINUED, Column, Entry, Grid, Row, RowKind
from .marks import Ink, Setting, Shape, Slab, Style, Text
from .setting import SHAPE_INKS

COUNT = Style(8.5)
#: What stands in a table under a title that says it already.
_UNSAID = (Group.HOLDS, Group.NOT_APPLICABLE, Group.UNDECIDED)


def check_counts(book: Book, locale: Locale, setting: Setting) -> Slab:
    """How many checks fail, hold and cannot be decided, each with its sign."""
    marks: list[Shape | Text] = []
    x, base = 0.0, setting.base(COUNT)
    for count in counts(findings(book), locale):
        marks.append(Shape(count.mark, x, base - 7.4, 8.4, SHAPE_INKS[count.mark]))
        marks.append(Text(x + 11.5, base, count.words, COUNT))
        x += 11.5 + setting.measure.width(count.words, COUNT) + 16
    return Slab(setting.line(COUNT) + 3, tuple(marks), keeps=True)


def troubles(book: Book, locale: Locale) -> Grid | None:
    """The failures that somebody should look at, without headings; none if there are none."""
    found = [finding for finding in findings(book) if finding.is_trouble]
    rows = tuple(_row(finding, book, locale, brief=True) for finding in found)
    return Grid((Column(""), Column("", wraps=True)), rows) if rows else None


def check_table(book: Book, locale: Locale) -> Grid:
    """Every check, group by group, with its sentence and what it rests on."""
    rows: list[Row] = []
    for group, found in grouped(findings(book)).items():
        title = (Entry(locale.text(GROUP_TITLES[group])), Entry(group_count(group, found, locale)))
        rows += [Row(title, RowKind.GROUP), *(_row(finding, book, locale, brief=False) for finding in found)]
    headings = (N_("Result"), N_("Check"), N_("Finding"), N_("Rests on"))
    wraps = (False, False, True, True)
    columns = tuple(Column(locale.text(h), wraps=w) for h, w in zip(headings, wraps, strict=True))
    return Grid(columns, tuple(rows), continued=locale.text(CONTINUED))


def _row(finding: Finding, book: Book, locale: Locale, *, brief: bool) -> Row:
    words = told(finding, book, locale)
    is_quiet = finding.group in _UNSAID
    result = Entry(words.word, not is_quiet, Ink.SECONDARY if is_quiet else Ink.TEXT, small=True, shape=finding.mark)
    number = Entry(finding.check.id, ink=Ink.SECONDARY, small=True)
    if brief:
        said = locale.text(N_("{check} {sentence}"), check=finding.check.id, sentence=words.sentence)
        return Row((result, Entry(said)))
    below = second_line(words, finding, locale) if finding.state == State.FAILS else words.second
    sentence = Entry(words.sentence, below=below)
    return Row((result, number, sentence, Entry(words.basis, ink=Ink.SECONDARY, small=True)))
