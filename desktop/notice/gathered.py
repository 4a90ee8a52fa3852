"""Everything that places of a text may say of the terms, as the part of the text means it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from . import articles
from .adr import adr_terms, is_of_shares
from .adr_costs import adr_costs
from .candidate import Candidate
from .columns import side_by_side
from .company import company
from .labels import labelled
from .paths import EFFECTIVE, OF_ADRS, RECORD, SUBSTANCE
from .roles import by_words_around
from .sections import ADR, ARTICLES, MAIN, OTHER, Sections
from .sentences import stated
from .spans import line_around
from .tokens import Tokens


def _without_substance(found: list[Candidate]) -> list[Candidate]:
    """Without what is said of the record date in substance where the legal one is meant."""
    places = {one.start for one in found if one.path == SUBSTANCE}
    return [one for one in found if one.path != RECORD or one.start not in places]


def candidates(text: Tokens, parts: Sections) -> list[Candidate]:
    """What the places of a text may say of the terms."""
    return _without_substance(list(_everything(text, parts)))


def _everything(text: Tokens, parts: Sections) -> Iterator[Candidate]:
    for one in labelled(text):
        if _is_struck(text.text, one):
            continue
        if one.path != RECORD or not _DIVIDEND.search(line_around(text.text, one.start, one.start)):
            yield from _in_its_part(one, parts, text.text)
    yield from (own for one in stated(text, parts) for own in _of_adrs(one, text.text))
    around = (one for one in by_words_around(text, parts) if not _is_struck(text.text, one))
    yield from (own for one in around for own in _in_its_part(one, parts, text.text))
    yield from side_by_side(text)
    yield from company(text)
    yield from adr_terms(text, parts)
    yield from adr_costs(text)
    yield from articles.articles(text, parts)
    yield from articles.authorized(text, parts)
    yield from articles.effective(text, parts)
    yield from articles.may_increase(text.text)


_CORRECTED = re.compile(r"訂正前|before (?:the )?correction|incorrect", re.IGNORECASE)


def _is_struck(text: str, one: Candidate) -> bool:
    """Whether a value is said to be the one before a correction."""
    return _CORRECTED.search(text, max(0, one.start - 24), one.start) is not None


_DIVIDEND = re.compile("配当|優待|dividend", re.IGNORECASE)


def _of_adrs(one: Candidate, text: str) -> Iterator[Candidate]:
    """What a sentence says, as a date of the ADRs where it says so."""
    is_theirs = one.path in OF_ADRS and (
        _ADRS_OWN.search(text, max(0, one.start - 100), one.start) or _ADRS_BEHIND.match(text, one.end)
    )
    yield replace(one, path=OF_ADRS[one.path]) if is_theirs else one


_ADRS_BEHIND = re.compile(r"(?: \([^)\n]{0,40}\))?,? (?:the |each |one |1 |every )?(?:\(1\) )?(?:new )?AD[RS]s?\b")
#: A date of the depositary, whatever part it stands in.
_ADRS_OWN = re.compile(r"\bAD[RS]s?(?:'s?)? (?:[a-z]+ ){0,2}?(?:record|effective|effectiveness)\b[^.;\n]{0,60}$")


def _in_its_part(one: Candidate, parts: Sections, text: str) -> Iterator[Candidate]:
    """A labelled value as the part of the text means it; those of other matters are left out."""
    part = parts.at(one.start)
    if not one.path:
        return
    if one.path in OF_ADRS and _ADRS_OWN.search(text, max(0, one.start - 100), one.start):
        part = ADR
    if part == ADR and one.path in OF_ADRS and not is_of_shares(text, one.start, one.end):
        yield replace(one, path=OF_ADRS[one.path])
    elif part == ARTICLES and one.path == EFFECTIVE:
        yield replace(one, weight=1)
    elif part in (MAIN, ARTICLES) or ("schedule." not in one.path and part != OTHER):
        yield one
