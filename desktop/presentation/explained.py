"""Explanations in words: a formula as figures over their names, operator by operator.

A function is a template in each language ("the smaller of {a} and {b}"), cut at its fields into
operators; nothing is glued from fragments of a sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..domain.exact import ROUNDINGS, Value
from ..domain.explanation import Explanation, Figure, Function, Part, Sign, Whole, explain
from ..domain.formula import Node
from ..domain.message import N_, Message
from ..domain.path import ANNOUNCED, GIVEN, at_row, column_path, row_of
from ..domain.scenario import TERMS, calculator, term_of
from ..domain.term import NO_UNIT
from ..i18n import BREAK, Locale
from .book import Book
from .layout import RowTable, label_of, options_of, unit_of
from .passages import Origin
from .sentence import Sentence
from .table import ROW_TERMS, Cell, Role, basis_of, choice_word


@dataclass(frozen=True, slots=True)
class Token:
    """A figure with its name beneath, or (no name) an operator between figures."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An explanation ready to be shown; `feeds` are the paths of the fields that it rests on.

    `sentence` is what the announcement says: of what is given where it was read, of a calculated figure as printed.
    """

    title: str
    tokens: tuple[Token, ...]
    result: str
    rule: str
    missing: tuple[str, ...]
    announced: str
    feeds: tuple[str, ...]
    source: str = ""  # the path of the passage that stands for it in the announcement
    origin: Origin = Origin.NONE
    sentence: Sentence | None = None

    def as_line(self) -> str:
        """The formula in one line of text, with the words in brackets; of what is given its value."""
        if not self.tokens:
            return self.result
        parts = " ".join(f"{t.text} ({_plain(t.name)})" if t.name else t.text for t in self.tokens)
        return re.sub(r" ([,、（）])", r"\1", parts) + f" = {self.result}"


#: What stands where a figure is not known.
UNKNOWN = "—"

_OPERATORS = {"*": "×", "/": "÷", "+": "+", "-": "−", "==": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}

#: The words around the parts of a function. A whole column is named by its label.
TEMPLATES = {
    "MIN": N_("the smaller of {a} and {b}"),
    "MAX": N_("the larger of {a} and {b}"),
    "NUMERATOR": N_("the numerator of {a} ÷ {b} in lowest terms"),
    "REMAINDER": N_("the rest of {a} × {b} ÷ {c}"),
    "AND": N_("{a} and {b}"),
    "OR": N_("{a} or {b}"),
    "NOT": N_("not: {a}"),
    "KNOWN": N_("{a} is known"),
    "EDATE": N_("{b} months after {a}"),
    "LAG": N_("business days of settlement for {a}"),
    "STEP": N_("the tick size for {a}"),
    "PRINTED": N_("the printed total for {a}"),
    "SUM": N_("sum of {a}"),
    "LEAST": N_("the smallest of {a}"),
    "MOST": N_("the largest of {a}"),
    "COUNT": N_("the number of rows"),
    "COUNTIF": N_("the number of rows in which {a} is {b}"),
    "SUMIF": N_("sum of {b} over the rows in which {a} is {c}"),
    "SUMFROM": N_("sum of {b} over the rows in which {a} is {c} or later"),
    "RANKIF": N_("the number of rows with the same {a} and a larger {b} than {d}"),
    "MATCH": N_("the first row in which {a} is {b}"),
    "INDEX": N_("{a} in row {b}"),
}
#: Business days after (above zero) or before a day.
_DAYS = {
    1: N_("the business day after {a}"),
    -1: N_("the business day before {a}"),
}
_DAYS_AFTER, _DAYS_BEFORE = N_("{count} business days after {a}"), N_("{count} business days before {a}")
_ROUNDED = {
    "down": N_("{a}, rounded down"),
    "up": N_("{a}, rounded up"),
    "half_up": N_("{a}, rounded half up"),
}
_ROUNDED_TO = {
    "down": N_("{a}, rounded down to {step}"),
    "up": N_("{a}, rounded up to {step}"),
    "half_up": N_("{a}, rounded half up to {step}"),
}
_DIRECTIONS = {"ROUNDDOWN": "down", "ROUNDUP": "up", "ROUND": "half_up"}
ROUNDING_FUNCTIONS = (*_DIRECTIONS, "ROUNDBY")


def told(book: Book, cell: Cell, locale: Locale) -> Told | None:
    """The explanation of a calculated cell; of what is given where it was read, and nothing for text."""
    if cell.formula is None or cell.role == Role.GIVEN:
        return told_of_passage(book, cell.path, _result(cell, locale), locale)
    source = printed_path(book, cell.path)
    explanation = explanation_of(book, cell.formula, cell.path)
    return Told(
        title=_title(cell, locale),
        tokens=tuple(_tokens(explanation.part, book, cell.path, locale)),
        result=_result(cell, locale),
        rule=_rule(cell, book, locale),
        missing=tuple(_plain(_name(path, locale)) for path in _inputs(explanation.missing, book)),
        announced=_announced(book, cell, locale),
        feeds=tuple(_fields(book, cell.path, explanation.feeds)),
        source=source,
        origin=book.origin(source),
        sentence=book.passages.sentence(source) if source else None,
    )


def told_of_passage(book: Book, path: str, result: str, locale: Locale, remark: str = "") -> Told | None:
    """Where the value at a path was read; nothing where it was not read. `remark` stands below it."""
    if path not in book.passages:
        return None
    title = locale.text(term_of(path).words)
    return Told(title, (), result, "", (), remark, (path,), path, book.origin(path), book.passages.sentence(path))


def printed_path(book: Book, path: str) -> str:
    """The path of the passage that prints a calculated figure, if it was read."""
    row = row_of(path)
    beside = f"{ANNOUNCED}{path}" if row is None else at_row(printed_columns().get(column_path(path), ""), row)
    return beside if beside in book.passages else ""


@lru_cache(maxsize=1)
def printed_columns() -> Mapping[str, str]:
    """The columns that hold what is printed of calculated ones, as the sheets lay them side by side."""
    from .sections import SHEETS  # noqa: PLC0415  # not needed for the first picture

    layouts = (layout for sheet in SHEETS for layout in sheet.tables if isinstance(layout, RowTable))
    return {column.agrees: column.path for layout in layouts for column in layout.columns if column.agrees}


def explanation_of(book: Book, formula: Node, path: str) -> Explanation:
    """How the value at a path follows from its formula."""
    index = row_of(path)

    def lookup(name: str) -> Value | None:
        return book.value(at_row(name, index))

    return explain(formula, calculator().kinds, lookup, book.results.column)


def _plain(name: str) -> str:
    """A name without the places where it may be broken."""
    return name.replace(BREAK, "")


def _inputs(missing: Sequence[str], book: Book) -> tuple[str, ...]:
    """What is missing, as what a person can enter: instead of a calculated figure, what it lacks itself."""
    found: list[str] = []
    for path in missing:
        formula = None if path in TERMS else calculator().formulas.get(path)
        lacks = explanation_of(book, formula, path).missing if formula is not None else ()
        found += _inputs(lacks, book) if lacks else [path]
    return tuple(dict.fromkeys(found))


def _title(cell: Cell, locale: Locale) -> str:
    if not cell.path:
        return locale.text(N_("Change"))
    return locale.text(label_of(column_path(cell.path)))


def _result(cell: Cell, locale: Locale) -> str:
    if cell.value is None:
        return UNKNOWN
    return locale.text(cell.value) if isinstance(cell.value, Message) else locale.value(cell.value, cell.unit)


def _rule(cell: Cell, book: Book, locale: Locale) -> str:
    basis = basis_of(column_path(cell.path), book) if cell.path else None
    return locale.text(basis.rule) if basis else ""


def _announced(book: Book, cell: Cell, locale: Locale) -> str:
    printed, value = book.announced(cell.path), cell.value
    if printed is None or value is None or isinstance(value, Message | str):
        return ""
    if isinstance(printed, bool) or isinstance(value, bool) or not isinstance(value, int | Fraction):
        return ""
    gap = Fraction(printed) - Fraction(value)  # type: ignore[arg-type]  # numbers by the quantity's kind
    if not gap:
        return ""
    fields = {"printed": locale.number(Fraction(printed)), "gap": locale.number(abs(gap))}  # type: ignore[arg-type]
    if gap < 0:
        return locale.text(N_("Announced: {printed}, which is {gap} lower"), **fields)
    return locale.text(N_("Announced: {printed}, which is {gap} higher"), **fields)


def _fields(book: Book, path: str, feeds: tuple[str, ...]) -> list[str]:
    """The editors that a figure rests on, through every formula in between."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    index = row_of(path)
    waiting = list(feeds)
    while waiting:
        name = waiting.pop(0).removeprefix(GIVEN)
        if name in seen:
            continue
        seen.add(name)
        if name in TERMS or name in ROW_TERMS:
            found[at_row(name, index)] = None
        formula = calculator().formulas.get(name)
        if formula is not None:
            waiting += explanation_of(book, formula, at_row(name, index)).feeds
    return list(found)


def _name(path: str, locale: Locale) -> str:
    clean = path.removeprefix(GIVEN)
    return locale.hinted(label_of(clean)) if clean in calculator().kinds else clean


def _tokens(part: Part, book: Book, path: str, locale: Locale) -> list[Token]:
    match part:
        case Figure():
            return [_figure(part, locale)]
        case Whole(column):
            return [Token(_name(column, locale))]
        case Sign(sign, left, right):
            before = _bracketed(left, sign, False, _tokens(left, book, path, locale))
            after = _bracketed(right, sign, True, _tokens(right, book, path, locale))
            return [*before, Token(_OPERATORS[sign]), *after]
        case Function():
            return _function(part, book, path, locale)
    raise AssertionError(part)


def _bracketed(side: Part, sign: str, right: bool, tokens: list[Token]) -> list[Token]:
    """The tokens of one side of an operator, in brackets where the order of calculation asks for them."""
    if not isinstance(side, Sign):
        return tokens
    weaker = side.sign in "+-" and sign in "*/"
    reversed_order = right and sign in "-/" and (side.sign in "+-") == (sign == "-")
    return [Token("("), *tokens, Token(")")] if weaker or reversed_order else tokens


def _figure(part: Figure, locale: Locale) -> Token:
    if not part.path:
        return Token(locale.value(part.value, NO_UNIT))
    clean = part.path.removeprefix(GIVEN)
    word = choice_word(options_of(clean), part.value) if clean in calculator().kinds else None
    if part.value is None:
        text = UNKNOWN
    elif word:
        text = locale.text(word)
    else:
        text = locale.value(part.value, unit_of(clean))
    return Token(text, _name(part.path, locale))


def _function(part: Function, book: Book, path: str, locale: Locale) -> list[Token]:
    if part.name in ROUNDING_FUNCTIONS:
        return _rounding(part, book, path, locale)
    inner = [_tokens(p, book, path, locale) for p in part.parts]
    if part.name == "JOIN":
        return [token for tokens in inner for token in (*tokens, Token("·"))][:-1]
    if part.name == "WORKDAY":
        return _filled(_days(part.parts[1], locale), inner[:1])
    return _filled(locale.text(TEMPLATES[part.name]), inner)


def _days(count: Part, locale: Locale) -> str:
    """The words around a day from which business days are counted; none where the day itself is meant."""
    days = count.value if isinstance(count, Figure) else None
    if not isinstance(days, int):
        return "{a}"
    if days in _DAYS:
        return locale.text(_DAYS[days])
    words = locale.text(_DAYS_AFTER if days > 0 else _DAYS_BEFORE)
    return words.replace("{count}", str(abs(days))) if days else "{a}"


def _rounding(part: Function, book: Book, path: str, locale: Locale) -> list[Token]:
    inner = _tokens(part.parts[0], book, path, locale)
    if part.name == "ROUNDBY":
        direction, digits = ROUNDINGS.get(part.choice, ("none", 0))
    else:
        direction, digits = _DIRECTIONS[part.name], _digits(part)
    if direction == "none":
        return inner
    if digits == 0:
        return _filled(locale.text(_ROUNDED[direction]), [inner])
    step = locale.number(Fraction(1, 10**digits))
    return _filled(locale.text(_ROUNDED_TO[direction]).replace("{step}", step), [inner])


def _digits(part: Function) -> int:
    how = part.parts[1] if len(part.parts) > 1 else None
    return how.value if isinstance(how, Figure) and isinstance(how.value, int) else 0


def _filled(template: str, parts: list[list[Token]]) -> list[Token]:
    """The template with tokens for its fields {a}, {b}; its own words become operators."""
    tokens: list[Token] = []
    for piece in re.split(r"(\{[a-z]\})", template):
        if re.fullmatch(r"\{[a-z]\}", piece):
            index = ord(piece[1]) - ord("a")
            tokens += parts[index] if index < len(parts) else []
        elif piece.strip():
            tokens.append(Token(piece.strip()))
    return tokens
