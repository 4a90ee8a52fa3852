"""Tables as plain text for the command line, aligned in columns of a fixed-width font."""

from collections.abc import Iterator
from datetime import date
from unicodedata import east_asian_width

from ..domain.message import N_, Message
from ..domain.term import NO_UNIT
from ..i18n import Locale
from .book import Book
from .layout import ColumnOf, Comparison, Field, Layout, RowTable, Statement, WordTable, unit_of
from .sections import checks, sheets_with_content
from .table import Cell, Role, Row, Table, event_words, field_heading, is_shown
from .wording import company_line, conventions, split_sentence

GAP = "  "


def report(book: Book, locale: Locale) -> str:
    """Every result table of the scenario, one below the other."""
    company = company_line(book.scenario, locale)
    lines = [company] if company else []
    sentence = split_sentence(book.scenario.split)
    if sentence:
        lines.append(locale.text(sentence))
        written = (f"{locale.text(c.name)} {locale.text(c.text)}" for c in conventions(book.scenario.split))
        lines.append(" · ".join(written))
    for sheet in sheets_with_content(book):
        lines += ["", f"== {locale.text(sheet.long_title or sheet.title)} =="]
        for layout in (layout for layout in sheet.layouts if is_shown(layout, book)):
            lines += ["", *layout_lines(layout, book, locale)]
        if sheet is checks.SHEET:
            from .check_lines import check_lines  # noqa: PLC0415  # not needed for the first picture

            lines += ["", *check_lines(book, locale)]
    return "\n".join(lines) + "\n"


def layout_lines(layout: Layout | Comparison, book: Book, locale: Locale) -> list[str]:
    """A table under its title, days and what is seen on them, or a clause before and after."""
    if isinstance(layout, Comparison):
        from .articles_text import comparison_lines  # noqa: PLC0415  # not needed for the first picture

        return list(comparison_lines(layout, book, locale))
    table = Table(layout, book)
    if isinstance(layout, WordTable):
        return word_lines(table, layout, locale)
    title = layout.title if isinstance(layout, RowTable) else ""
    return [*([f"-- {locale.text(title)} --"] if title else []), *table_lines(table, locale)]


def table_lines(table: Table, locale: Locale) -> list[str]:
    """One table: headings, then rows; columns without any content are left out."""
    rows = [headings(table.layout, table.book, locale), *(_row(table, i, row, locale) for i, row in _all(table))]
    kept = [n for n in range(len(rows[0])) if n == 0 or any(row[n] not in _blank(table.layout) for row in rows[1:])]
    rights = [_is_right(table.layout, n) for n in kept]
    widths = [max(width(row[n]) for row in rows) for n in kept]
    return [
        GAP.join(_padded(row[n], w, r) for n, w, r in zip(kept, widths, rights, strict=True)).rstrip() for row in rows
    ]


def word_lines(table: Table, layout: WordTable, locale: Locale) -> list[str]:
    """A table of words: under each day a line for every heading, for sentences do not fit side by side."""
    if not table.rows:
        return []
    names = [locale.text(heading) for heading in layout.headings[2:]]
    broad = max(map(width, names))
    lines = [f"-- {locale.text(layout.title)} --"]
    for index in range(len(table.rows)):
        day, event, *words = (cell_text(table.cell(index, n), table.book, locale) for n in range(len(table.columns)))
        lines.append(f"{day}{GAP}{event}")
        told = (pair for pair in zip(names, words, strict=True) if pair[1])
        lines += [f"{2 * GAP}{_padded(name, broad, right=False)}{GAP}{text}" for name, text in told]
    return lines + ([locale.text(layout.note)] if layout.note else [])


def _blank(layout: Layout) -> tuple[str, ...]:
    """What says nothing in a column: in a table of rows a column of dashes is one too."""
    return ("", "—") if isinstance(layout, RowTable) else ("",)


def _all(table: Table) -> Iterator[tuple[int, Row]]:
    return enumerate(table.rows)


def headings(layout: Layout, book: Book, locale: Locale) -> list[str]:
    """The column headings, with the group before and the unit after."""
    if isinstance(layout, Statement):
        return [locale.text(field_heading(layout, f, book)) for f in layout.fields]
    if isinstance(layout, WordTable):
        return [locale.text(heading) for heading in layout.headings]
    return [_heading(column, book, locale) for column in layout.columns]


def _heading(column: ColumnOf, book: Book, locale: Locale) -> str:
    text = locale.text(event_words(column.heading, book))
    if column.group:
        text = locale.text(N_("{group}: {heading}"), group=locale.text(column.group), heading=text)
    unit = locale.unit(unit_of(column.path), book.currency) if not column.agrees else ""
    return locale.text(N_("{label} ({unit})"), label=text, unit=unit) if unit else text


def _row(table: Table, index: int, row: Row, locale: Locale) -> list[str]:
    cells = [cell_text(table.cell(index, n), table.book, locale) for n in range(len(table.columns))]
    if row.kind == "total":
        cells[0] = locale.text("Total")
    if row.line is not None:
        cells[0] = GAP * row.line.indent + cells[0]
    return cells


def cell_text(cell: Cell, book: Book, locale: Locale) -> str:
    """A cell as text: a dash where a calculated figure has no value."""
    if cell.role == Role.UNIT:
        return locale.unit(cell.unit, book.currency)
    if isinstance(cell.value, Message):
        return locale.text(cell.value)
    if cell.weekday and isinstance(cell.value, date):
        return locale.date_with_weekday(cell.value)
    if cell.value is None:
        return "—" if cell.role == Role.CALCULATED else ""
    return locale.value(cell.value, cell.unit, signed=cell.signed)


def _is_right(layout: Layout, column: int) -> bool:
    if isinstance(layout, RowTable):
        return unit_of(layout.columns[column].path) != NO_UNIT and not layout.columns[column].agrees
    if isinstance(layout, WordTable):
        return False
    return layout.fields[column] in (Field.BEFORE, Field.INTERIM, Field.AFTER, Field.CHANGE, Field.ANNOUNCED)


def width(text: str) -> int:
    """How many columns of a terminal the text takes: full-width characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text: str, columns: int, right: bool) -> str:
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks
