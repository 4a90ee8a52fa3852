"""The help: written chapters, and beside them what the program declares of its rules, fields, checks and words."""

import re
from collections.abc import Iterable
from html import escape

from .. import assets
from ..domain.checks import CHECKS
from ..domain.checks.check import Check
from ..domain.message import N_
from ..domain.quantity import Basis, Quantity
from ..domain.record import record
from ..domain.scenario import COLUMNS, QUANTITIES, TERMS
from ..domain.term import Term
from ..i18n import BREAK, Locale, locale_for
from .book import Book
from .explained import UNKNOWN, Told, told
from .findings import SEVERITY_WORDS
from .layout import ColumnOf
from .table import Row, figure, row_cell


@record(frozen=True)
class Page:
    """One page: its name, title and content as HTML."""

    name: str
    title: str
    content: str


@record(frozen=True)
class _Chapter:
    """A page about some sections of a scenario, with what they declare."""

    name: str
    title: str
    sections: tuple[str, ...] = ()


_FIRST = (
    _Chapter("start", N_("First steps")),
    _Chapter("announcement", N_("Announcements")),
    _Chapter("files", N_("Files and recovery")),
)
_COMMANDS = _Chapter("commands", N_("Command line"))
_RULES = (
    _Chapter("split", N_("Split and consolidation"), ("company", "split")),
    _Chapter("shares", N_("Shares"), ("shares",)),
    _Chapter("schedule", N_("Schedule"), ("schedule",)),
    _Chapter("articles", N_("Articles"), ("articles",)),
    _Chapter("prices", N_("Prices"), ("prices", "candidate", "candidates")),
    _Chapter("options", N_("Stock options"), ("options",)),
    _Chapter("adr", N_("ADR"), ("adr",)),
    _Chapter("dividends", N_("Dividends"), ("dividends",)),
    _Chapter("benefits", N_("Shareholder benefits"), ("benefits",)),
    _Chapter("holdings", N_("My holdings"), ("holder", "holdings")),
)
_SOURCES = _Chapter("sources", N_("Sources"))
KEYS = "keys"


def pages(book: Book, locale: Locale, keys: Iterable[tuple[str, str]]) -> tuple[Page, ...]:
    """All pages in a language; `book` is the example of the rules, `keys` are shortcuts with their words."""
    text = locale.text
    return (
        *(_written(chapter, locale) for chapter in _FIRST),
        Page(KEYS, text(N_("Keyboard")), _keys(keys, locale)),
        _written(_COMMANDS, locale),
        *(_ruled(chapter, book, locale) for chapter in _RULES),
        Page("checks", text(N_("Checks")), _chapter("checks", locale) + _checks(locale)),
        Page("words", text(N_("Glossary")), _words(locale)),
        _written(_SOURCES, locale),
    )


def _chapter(name: str, locale: Locale) -> str:
    """A written chapter."""
    return assets.resource("help", locale.language, f"{name}.html").read_text(encoding="utf-8")


def _written(chapter: _Chapter, locale: Locale) -> Page:
    return Page(chapter.name, locale.text(chapter.title), _chapter(chapter.name, locale))


def _ruled(chapter: _Chapter, book: Book, locale: Locale) -> Page:
    """A chapter, then the rules of its sections with their figures, then their fields."""
    content = (
        _chapter(chapter.name, locale) + _rules(chapter.sections, book, locale) + _fields(chapter.sections, locale)
    )
    return Page(chapter.name, locale.text(chapter.title), content)


def _section(path: str) -> str:
    return path.partition(".")[0].removesuffix("[]")


def _rules(sections: tuple[str, ...], book: Book, locale: Locale) -> str:
    """Each rule once, with the figures that rest on it."""
    resting: dict[Basis, list[Quantity]] = {}
    for quantity in QUANTITIES.values():
        if _section(quantity.id) in sections and quantity.basis is not None and not quantity.internal:
            resting.setdefault(quantity.basis, []).append(quantity)
    if not resting:
        return ""
    heading = _heading(N_("Figures and the rules they rest on"), locale)
    return heading + "".join(_rule(basis, locale) + _figures(those, book, locale) for basis, those in resting.items())


def _rule(basis: Basis, locale: Locale) -> str:
    """A rule, and what takes its place for a consolidation."""
    said = f"<h3>{_words_of(basis.short, locale)}</h3><p>{_words_of(basis.rule, locale)}</p>"
    other = basis.consolidated
    if other is not None:
        words = locale.text(N_("For a consolidation: {rule}"), rule=locale.text(other.rule))
        said += f"<p>{escape(words)}</p>"
    return said


def _figures(quantities: list[Quantity], book: Book, locale: Locale) -> str:
    """The figures of a rule: how each is calculated, in words and with the figures of the example."""
    rows: dict[str, str] = {}
    for quantity in quantities:
        label = _words_of(quantity.label, locale)
        rows[label] = rows.get(label) or _calculated(quantity, book, locale)  # a total may stand for several tables
    return _table((N_("Figure"), N_("How it comes about; below, in the example")), rows.items(), locale)


def _calculated(quantity: Quantity, book: Book, locale: Locale) -> str:
    """The formula in words, and below it with figures where the example has them; a column by its first row."""
    explained = _told(quantity, book, locale)
    if explained is None:
        return ""
    lines = [_spaced(token.name.replace(BREAK, "") or token.text for token in explained.tokens)]
    if explained.result != UNKNOWN:
        lines.append(f"{_spaced(token.text for token in explained.tokens)} = {explained.result}")
    return "<br>".join(escape(line) for line in lines)


def _told(quantity: Quantity, book: Book, locale: Locale) -> Told | None:
    if not quantity.table:
        cell = figure(book, quantity.id)
    elif book.rows(quantity.table):
        cell = row_cell(book, Row("row", index=0), ColumnOf(quantity.id, quantity.label))
    else:
        return None
    return told(book, cell, locale)


def _spaced(parts: Iterable[str]) -> str:
    """Parts of a formula on one line; signs that close nothing stand close to what is before them."""
    return re.sub(r" ([,、（）])", r"\1", " ".join(parts))


def _fields(sections: tuple[str, ...], locale: Locale) -> str:
    given = [term for term in TERMS.values() if _section(term.path) in sections]
    given += [term for section in sections for term in COLUMNS.get(section, ())]
    if not given:
        return ""
    rows = ((escape(locale.text(term.words)), _hint(term, locale)) for term in given)
    return _heading(N_("Fields"), locale) + _table((N_("Field"), N_("What it holds")), rows, locale)


def _hint(term: Term, locale: Locale) -> str:
    """What a field holds, with the words that a choice offers."""
    words = [locale.text(option.text) for option in term.options]
    hint = locale.text(term.hint)
    if words:
        hint = locale.text(N_("{hint}: {choices}"), hint=hint, choices=" / ".join(words))
    return escape(hint)


def _checks(locale: Locale) -> str:
    return "".join(_check(check, locale) for check in CHECKS.values())


def _check(check: Check, locale: Locale) -> str:
    words = {"check": check.id, "label": locale.text(check.label)}
    severity = {"severity": locale.text(SEVERITY_WORDS[check.severity]), "short": locale.text(check.basis.short)}
    said = [
        f"<h3>{escape(locale.text(N_('{check} {label}'), **words))}</h3>",
        f"<p>{escape(locale.text(N_('{severity} · rests on: {short}'), **severity))}</p>",
        f"<p>{_words_of(check.basis.rule, locale)}</p>",
    ]
    if check.fine:
        said.append(f"<p>{_words_of(check.fine, locale)}</p>")
    return "".join(said)


def _keys(keys: Iterable[tuple[str, str]], locale: Locale) -> str:
    rows = ((escape(words), f"<code>{escape(pressed)}</code>") for words, pressed in keys)
    return _table((N_("Action"), N_("Keys")), rows, locale)


def _words(locale: Locale) -> str:
    """The words of the fields and figures, in both languages."""
    languages = ("ja", "en") if locale.language == "ja" else ("en", "ja")
    first, second = (locale_for(language) for language in languages)
    labels = [term.label for term in (*TERMS.values(), *(t for columns in COLUMNS.values() for t in columns))]
    labels += [quantity.label for quantity in QUANTITIES.values() if not quantity.internal]
    pairs = sorted({(first.text(label), second.text(label)) for label in (*_PROFESSION, *labels)}, key=_alphabetically)
    rows = ((escape(one), escape(other)) for one, other in pairs)
    return _table(tuple(_LANGUAGES[language] for language in languages), rows, locale)


#: Each in itself, as on the toolbar.
_LANGUAGES = {"ja": "日本語", "en": "English"}


def _alphabetically(pair: tuple[str, str]) -> str:
    return pair[0].casefold()


#: Words of the profession that no field has for its label.
_PROFESSION = (
    N_("stock split"), N_("consolidation of shares"), N_("gratis allotment of shares"), N_("split ratio"),
    N_("Board of Directors"), N_("General Meeting of Shareholders"), N_("special resolution"),
    N_("register of shareholders"), N_("shareholder registry administrator"), N_("book-entry transfer institution"),
    N_("cancellation of treasury shares"), N_("class shares"), N_("odd-lot shares"), N_("trade date"),
    N_("settlement date"), N_("business day"), N_("articles of incorporation"), N_("comparison table of old and new"),
    N_("stock acquisition rights"), N_("potential shares"), N_("earnings per share"), N_("American Depositary Receipt"),
    N_("custodian"), N_("timely disclosure"), N_("interim dividend"), N_("year-end dividend"),
    N_("dividend payout ratio"), N_("specified account"), N_("base price"), N_("daily price limit"),
)  # fmt: skip


def _words_of(words: str, locale: Locale) -> str:
    return escape(locale.text(words))


def _heading(words: str, locale: Locale) -> str:
    return f"<h2>{_words_of(words, locale)}</h2>"


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], locale: Locale) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f"<th>{_words_of(words, locale)}</th>" for words in headings)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"
