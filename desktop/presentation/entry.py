"""Typed text becomes the value of a term, or a problem that says in one sentence why it cannot."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from ..domain.formula import Kind
from ..domain.message import N_
from ..domain.term import TEXT_LIMIT, Given, Option, Term
from .entry_dates import read_date
from .entry_numbers import misgrouped, read_count, read_number
from .entry_text import Problem, folded, plain, printable, shown

CODE_LENGTH = 3
#: Before a figure that may be below zero; Japanese tables write △ and ▲.
MINUS = tuple("-−－△▲")

_YES = frozenset(("yes", "true", "on", "はい", "有", "有り", "あり", "○", "〇", "◯", "✓", "1"))
_NO = frozenset(("no", "false", "off", "いいえ", "無", "無し", "なし", "×", "✕", "✗", "0"))
_NO_ALIASES: Mapping[str, str] = MappingProxyType({})


def read(
    term: Term, text: str, aliases: Mapping[str, str] = _NO_ALIASES, *, typing: bool = False
) -> Given | Problem | None:
    """The value of what was typed into a term's editor; None where it is blank.

    `aliases` are further words of a choice and their codes, such as those of the other language. While someone
    is `typing` over 46,734,600, its separators may stand anywhere; they are put right when the field is left.
    """
    if not typing and term.kind in (Kind.COUNT, Kind.NUMBER) and (problem := misgrouped(text)):
        return problem
    if term.is_currency:
        return _currency(text)
    if term.signed and (figure := text.strip())[:1] in MINUS:
        value = read_kind(term.kind, figure[1:])
        return -value if isinstance(value, int | Decimal) else value
    return read_kind(term.kind, text, positive=term.positive, options=term.options, aliases=aliases)


def read_kind(
    kind: Kind,
    text: str,
    *,
    positive: bool = False,
    options: Sequence[Option] = (),
    aliases: Mapping[str, str] = _NO_ALIASES,
) -> Given | Problem | None:
    """The value of a text as a kind of term; `positive` refuses zero, `options` are the values of a choice."""
    match kind:
        case Kind.COUNT:
            return read_count(text, positive=positive)
        case Kind.NUMBER:
            return read_number(text, positive=positive)
        case Kind.DATE:
            return read_date(text)
        case Kind.FLAG:
            return _flag(text)
        case Kind.CHOICE:
            return _choice(text, options, aliases)
    return _text(text)


def _text(text: str) -> str | Problem | None:
    text = text.strip()
    if len(text) <= TEXT_LIMIT:
        return printable(text) or None
    fields = {"length": f"{len(text):,}", "limit": f"{TEXT_LIMIT:,}"}
    return Problem(N_("Too long a text: {length} characters where {limit} are allowed."), fields)


def _currency(text: str) -> str | Problem | None:
    code = plain(text).upper()
    if not code or (len(code) == CODE_LENGTH and code.isascii() and code.isalpha()):
        return code or None
    return Problem(N_("“{text}” is no currency code of three letters, such as JPY."), {"text": shown(text.strip())})


#: A table of ten thousand rows asks for the same few words in each of them.
_known = lru_cache(maxsize=512)(folded)


def _flag(text: str) -> bool | Problem | None:
    word = folded(text.strip()[: TEXT_LIMIT + 1])
    if word in _YES or word in _NO:
        return word in _YES
    return Problem(N_("“{text}” is neither yes nor no."), {"text": shown(text.strip())}) if word else None


def _choice(text: str, options: Sequence[Option], aliases: Mapping[str, str]) -> str | Problem | None:
    word = folded(text.strip()[: TEXT_LIMIT + 1])
    codes = {_known(words): code for words, code in aliases.items()}
    codes |= {_known(option.text): option.code for option in options}
    codes |= {_known(option.code): option.code for option in options}
    if word in codes:
        return codes[word]
    return Problem(N_("“{text}” is not one of the choices."), {"text": shown(text.strip())}) if word else None
