"""An amendment of the articles as plain text and as HTML: for the window, the clipboard and the command line."""

from collections.abc import Iterator, Sequence
from html import escape

from ..i18n import LANGUAGES, Locale, locale_for
from .articles import ALLOWED, NUMBER_STYLES, REASON, TITLES, Amendment, Clause, Point, amendment, points
from .book import Book
from .layout import Comparison

UNKNOWN = "—"


def languages(first: str) -> tuple[str, ...]:
    """Every language of an announcement, the one that is spoken first."""
    return (first, *(language for language in LANGUAGES if language != first))


def comparison_lines(comparison: Comparison, book: Book, locale: Locale) -> Iterator[str]:
    """The comparison in every language, and what allows the change, for the command line."""
    for language in languages(locale.language):
        spoken = locale_for(language)
        yield from (
            locale.text(TITLES[language]),
            "",
            *as_text(amendment(comparison, book, spoken, NUMBER_STYLES)).split("\n"),
            "",
        )
    found = points(comparison, book)
    if found:
        yield locale.text(ALLOWED)
        yield from points_text(found, locale).split("\n")


def as_text(made: Amendment) -> str:
    """An amendment as plain text: what changes stands between underscores."""
    sides = zip(made.columns, made.clauses, strict=True)
    blocks = [f"{title}\n{_clause_text(clause, marked=made.is_change)}" for title, clause in sides]
    return "\n\n".join(filter(None, (*blocks, made.note, _reason_text(made))))


def _clause_text(clause: Clause | None, *, marked: bool) -> str:
    if clause is None:
        return UNKNOWN
    number = f"_{clause.number}_" if marked else clause.number
    return f"{clause.heading}\n{clause.lead}{number}{clause.rest}"


def _reason_text(made: Amendment) -> str:
    return f"{locale_for(made.language).text(REASON)}\n{made.reason}" if made.is_change else made.reason


def as_html(made: Amendment, *, rule: str = "#7f7f7f") -> str:
    """An amendment as HTML: two columns, the number alone underlined; `rule` is the colour of the lines."""
    heads = "".join(f'<th width="50%" align="left">{escape(title)}</th>' for title in made.columns)
    cells = "".join(
        f'<td valign="top" style="white-space: pre-wrap">{_clause_html(clause, marked=made.is_change)}</td>'
        for clause in made.clauses
    )
    table = (
        f'<table width="100%" border="1" cellspacing="0" cellpadding="8"'
        f' style="border-collapse: collapse; border-style: solid; border-color: {rule}">'
        f"<tr>{heads}</tr><tr>{cells}</tr></table>"
    )
    note = f"<p>{escape(made.note)}</p>" if made.note else ""
    head = f"<b>{escape(locale_for(made.language).text(REASON))}</b><br>" if made.is_change else ""
    return f'<div lang="{made.language}">{table}{note}<p>{head}{escape(made.reason)}</p></div>'


def _clause_html(clause: Clause | None, *, marked: bool) -> str:
    if clause is None:
        return UNKNOWN
    number = f"<u>{escape(clause.number)}</u>" if marked else escape(clause.number)
    return escape(f"{clause.heading}\n{clause.lead}") + number + escape(clause.rest)


def points_text(found: Sequence[Point], locale: Locale) -> str:
    """What the law says of the change, a line a rule."""
    return "\n".join(f"{locale.text(point.basis)}  {locale.text(point.sentence)}" for point in found)


def points_html(found: Sequence[Point], locale: Locale, *, rule: str = "") -> str:  # noqa: ARG001  # it has no lines
    """What the law says of the change, a row a rule; what is not kept is bold."""
    rows = "".join(
        f'<tr><td style="white-space: nowrap">{escape(locale.text(point.basis))}</td>'
        f"<td>{_weighted(escape(locale.text(point.sentence)), strong=not point.holds)}</td></tr>"
        for point in found
    )
    return f'<table lang="{locale.language}" cellspacing="0" cellpadding="4">{rows}</table>'


def _weighted(text: str, *, strong: bool) -> str:
    return f"<b>{text}</b>" if strong else text
