"""The clause of the articles on authorised shares, before and after, and what allows the change.

The words of a clause and of the reason are those of its own language, whatever the screen speaks, so an amendment
is written with the locale of the language wanted. Only the number of a clause is underlined.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from ..domain.message import N_, Message
from ..domain.record import record
from ..domain.split import lowest_terms
from ..i18n import Locale
from .book import Book
from .layout import Comparison
from .number_words import english_words, japanese_words

#: How each language writes the number, where nobody chose: as the announcements that were read do.
NUMBER_STYLES: Mapping[str, str] = {"ja": "digits", "en": "joined"}

TITLES = {"ja": N_("Comparison in Japanese"), "en": N_("Comparison in English")}
REASON = N_("Reason for the amendment")
ALLOWED = N_("What allows the amendment")
UNDERLINED = N_("Changes are underlined.")
CURRENT, AFTER, PROPOSED = N_("Current articles"), N_("After the amendment"), N_("Proposed amendment")
HEADING = N_("(Total Number of Shares Authorized to be Issued)")
CLAUSE = N_("The total number of shares authorized to be issued by the Company shall be {number} shares.")
LINE = N_("{article}\n{clause}")
ARTICLE, NAMELESS = N_("Article {number}"), "●"
OF_ARTICLES, ARTICLES = N_("{article} of the Articles of Incorporation"), N_("the Articles of Incorporation")
EFFECTIVE_DATE = N_("the effective date")
UNCHANGED = N_("The authorised total stays the same, so this clause is not amended.")

_PLACE = "\0"  # stands for the number while a clause is worded
_ARTICLE = re.compile(r"(?:第|article\s*)?(\d+)条?(?:(?:の|-)(\d+))?", re.IGNORECASE)


class Way(StrEnum):
    """Who can amend the clause."""

    BOARD = "board"
    MEETING = "meeting"
    CONSOLIDATION = "consolidation"
    NEUTRAL = "neutral"  # another country's law, or the ratio is not known


REASONS = {
    Way.BOARD: N_(
        "In connection with the stock split, the Company amends {article} on {date} to change the total number of"
        " shares authorized to be issued; Article 184, Paragraph 2 of the Companies Act permits this without"
        " a resolution of a general meeting."
    ),
    Way.MEETING: N_(
        "In connection with the stock split, and subject to approval by the general meeting of shareholders, the"
        " Company amends {article} on {date} to change the total number of shares authorized to be issued."
    ),
    Way.CONSOLIDATION: N_(
        "In line with the resolution on the share consolidation, {article} is deemed to be amended on {date} as to the"
        " total number of shares authorized to be issued, under Article 182, Paragraph 2 of the Companies Act."
    ),
    Way.NEUTRAL: N_(
        "In connection with the stock split, the Company amends {article} on {date} to change the total number of"
        " shares authorized to be issued."
    ),
}
NEUTRAL_CONSOLIDATION = N_(
    "In connection with the share consolidation, the Company amends {article} on {date} to change the total number of"
    " shares authorized to be issued."
)


@record(frozen=True)
class Clause:
    """A clause in one language: its heading, and the text before, of and behind the number."""

    heading: str
    lead: str
    number: str
    rest: str


@record(frozen=True)
class Amendment:
    """The comparison in one language; a side that is not known is none, and so is the reason of no change."""

    language: str
    columns: tuple[str, str]
    clauses: tuple[Clause | None, Clause | None]
    is_change: bool
    note: str
    reason: str


@record(frozen=True)
class Point:
    """What a rule of the Companies Act says of the change: the article in short, a sentence, whether it is kept."""

    basis: str
    sentence: Message
    holds: bool = True


def amendment(comparison: Comparison, book: Book, locale: Locale, styles: Mapping[str, str]) -> Amendment:
    """The clause before and after in the language of a locale; `styles` says how each language writes the number."""
    style = styles.get(locale.language, NUMBER_STYLES[locale.language])
    before, after = (_count(book, path) for path in (comparison.before, comparison.after))
    is_change = before != after
    decided = AFTER if way_of(comparison, book) in (Way.BOARD, Way.NEUTRAL) else PROPOSED
    return Amendment(
        locale.language,
        (locale.text(CURRENT), locale.text(decided)),
        (_clause(book, locale, before, style), _clause(book, locale, after, style)),
        is_change,
        locale.text(UNDERLINED) if is_change else "",
        reason(comparison, book, locale) if is_change else locale.text(UNCHANGED),
    )


def number_words(number: int, language: str, style: str) -> str:
    """The number as a clause has it: in English words are followed by figures."""
    if language == "ja":
        return japanese_words(number, style)
    words, figures = english_words(number, style), f"{number:,}"
    return figures if words == figures else f"{words} ({figures})"


def _clause(book: Book, locale: Locale, number: int | None, style: str) -> Clause | None:
    if number is None:
        return None
    line = locale.text(LINE, article=article(book, locale), clause=locale.text(CLAUSE, number=_PLACE))
    lead, _, rest = line.partition(_PLACE)
    return Clause(locale.text(HEADING), lead, number_words(number, locale.language, style), rest)


def article(book: Book, locale: Locale) -> str:
    """The article of the clause, such as Article 6 or 第6条, with a placeholder where it is not known."""
    number = str(book.value("articles.number") or NAMELESS).strip()
    found = _ARTICLE.fullmatch(unicodedata.normalize("NFKC", number))
    if not found and number != NAMELESS:
        return number  # worded by the person
    first, second = found.groups() if found else (NAMELESS, None)
    named = locale.text(ARTICLE, number=first)
    return named + ((f"の{second}" if locale.language == "ja" else f"-{second}") if second else "")


def reason(comparison: Comparison, book: Book, locale: Locale) -> str:
    """Why and when the clause changes, as one sentence of an announcement."""
    way = way_of(comparison, book)
    sentence = NEUTRAL_CONSOLIDATION if way is Way.NEUTRAL and book.is_consolidation else REASONS[way]
    day = book.value("articles.effective_date")
    when = locale.long_date(day) if isinstance(day, date) else locale.text(EFFECTIVE_DATE)
    return locale.text(sentence, article=_of_articles(book, locale), date=when)


def _of_articles(book: Book, locale: Locale) -> str:
    named = article(book, locale)
    return locale.text(ARTICLES) if NAMELESS in named else locale.text(OF_ARTICLES, article=named)


def way_of(comparison: Comparison, book: Book) -> Way:
    """Who can amend the clause, under the law of the issuer."""
    ratio = lowest_terms(book.scenario.split)
    if book.value("company.law") != "JP" or ratio is None:
        return Way.NEUTRAL
    if ratio < 1:
        return Way.CONSOLIDATION
    if book.value("shares.by_meeting") is True or not _is_board_enough(comparison, book).holds:
        return Way.MEETING
    return Way.BOARD


def points(comparison: Comparison, book: Book) -> tuple[Point, ...]:
    """What the Companies Act says of the change; nothing for an issuer of another country, or where nothing changes."""
    way = way_of(comparison, book)
    before, after = (_count(book, path) for path in (comparison.before, comparison.after))
    if way is Way.NEUTRAL or before == after:
        return ()
    found: list[Point] = []
    if way is Way.CONSOLIDATION:
        found.append(Point(N_("Art. 180(2)(iv)"), Message(N_(
            "The general meeting that decides the consolidation also fixes the authorised total for the effective date."
        ))))  # fmt: skip
    elif book.value("shares.by_meeting") is not True:
        found.append(_is_board_enough(comparison, book))
    if way is Way.MEETING:
        found.append(
            Point(N_("Art. 466"), Message(N_("The amendment takes a special resolution of a general meeting.")))
        )
    return (*found, *_limits(comparison, book))


def _is_board_enough(comparison: Comparison, book: Book) -> Point:
    """Whether the change needs no general meeting: Article 184(2)."""
    before, after, limit = (_count(book, p) for p in (comparison.before, comparison.after, "shares.authorized_limit"))
    fields = {"after": after, "limit": limit}
    basis = N_("Art. 184(2)")
    if book.value("shares.other_classes") is True:
        return Point(
            basis, Message(N_("Not without a general meeting: two or more classes of shares are issued.")), False
        )
    if before is not None and after is not None and after < before:
        return Point(basis, Message(N_("Not without a general meeting: the total becomes lower.")), False)
    if after is None or limit is None:
        most = Message(N_("Without a general meeting the total may be raised to {limit} shares."), fields)
        unknown = Message(N_("Without a general meeting the total may be raised by the split ratio."))
        return Point(basis, unknown if limit is None else most)
    if after > limit:
        return Point(basis, Message(N_(
            "Not without a general meeting: {after} shares are more than the old total times the split ratio, {limit}."
        ), fields), False)  # fmt: skip
    return Point(basis, Message(N_(
        "No general meeting is needed: {after} shares are no more than the old total times the split ratio, {limit}."
    ), fields))  # fmt: skip


def _limits(comparison: Comparison, book: Book) -> tuple[Point, ...]:
    """The upper limit of a public company, for a raised total or a consolidation, and the issued shares below."""
    before, after = (_count(book, path) for path in (comparison.before, comparison.after))
    cap, issued = _count(book, "shares.authorized_cap"), _count(book, "shares.issued_after")
    if after is None:
        return ()
    found: list[Point] = []
    if cap is not None and (book.is_consolidation or before is None or after > before):
        basis = N_("Art. 180(3)") if book.is_consolidation else N_("Art. 113(3)")
        fits = N_("{after} shares are no more than four times the shares issued then, {limit}.")
        exceeds = N_("{after} shares are more than four times the shares issued then, {limit}.")
        fields = {"after": after, "limit": cap}
        found.append(Point(basis, Message(fits if after <= cap else exceeds, fields), after <= cap))
    if issued is not None and after < issued:
        fewer = N_("{after} shares are fewer than the shares issued then, {issued}.")
        found.append(Point(N_("Art. 113(2)"), Message(fewer, {"after": after, "issued": issued}), False))
    return tuple(found)


def _count(book: Book, path: str) -> int | None:
    value = book.value(path)
    return value if type(value) is int else None
