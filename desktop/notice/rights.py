"""Stock acquisition rights: what each series had before the split and has after it, held against the ratio."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, pairwise

from .pairs import is_pair_of_prices, is_pair_of_shares, pair_among, pairs_below
from .right_kinds import Right, face_value, is_one_yen, kind_of, period_of
from .right_names import ABOUT_PRICE, BOND, SERIES, SERIES_OR_BONDS, SPAN, is_about_rights, ordinal, series_number
from .right_rows import rights_in_lines, rights_in_sentences
from .sections import OPTIONS, Sections
from .tokens import Tokens

#: What no issuer has: so many that most are none.
MOST_SERIES = 60
#: How far behind its name the figures of a series stand.
REACH = 220


def rights(text: Tokens, sections: Sections, ratio: Fraction | None) -> list[Right]:
    """The series of a text whose figures before and after are a pair by the ratio of the event."""
    if ratio is None:
        return []
    spans, rows = list(_spans(text, ratio)), list(_rows(text, sections, ratio))
    if not spans:
        rows += rights_in_lines(text, sections, ratio, rows)
        rows += rights_in_sentences(text, sections, ratio, rows)
    known = {series_number(one.name) for one in spans}
    found = [*spans, *(one for one in rows if series_number(one.name) not in known)] if spans else rows
    return sorted(found, key=lambda one: one.start)


def _spans(text: Tokens, ratio: Fraction) -> Iterator[Right]:
    """Series that share their figures: from the first to the tenth, from 200 to 400 shares each."""
    for match in SPAN.finditer(text.text):
        first, last = (int(number) for number in match.groups() if number)
        own = text.figures_between(match.end(), match.end() + 250)[:6]
        shares = pair_among(text.text, own, ratio, match.start(), match.end(), is_price=False, is_named=True)
        prices = pair_among(text.text, own, ratio, match.start(), match.end(), is_price=True)
        if (shares or prices) and first < last < first + MOST_SERIES:
            for number in range(first, last + 1):
                name = f"第{number}回" if match[0].startswith("第") else ordinal(number)
                yield Right(name, match.start(), match.end(), prices, shares)


def _rows(text: Tokens, sections: Sections, ratio: Fraction) -> Iterator[Right]:
    """Series by their names and the figures up to the next name."""
    names = names_of_series(text, sections)
    seen = {one.name: one for one in _columns(text, names, ratio)}
    for n, match in enumerate(names):
        end = min(names[n + 1].start() if n + 1 < len(names) else len(text.text), match.end() + REACH)
        found = _right(text, sections, ratio, (match.start(), match.end(), end))
        if found is None:
            continue
        found = replace(found, name=" ".join(match[0].split()).strip(" ,.:("))
        old = seen.get(found.name)
        seen[found.name] = found if old is None else _merged(old, found)
    yield from seen.values()


def names_of_series(text: Tokens, sections: Sections) -> list[re.Match[str]]:
    """The names of series in the part of a text about rights, or beside words about them."""
    words = SERIES_OR_BONDS if BOND.search(text.text) else SERIES
    return [
        match
        for match in words.finditer(text.text)
        if match[0].strip() and (sections.at(match.start()) == OPTIONS or is_about_rights(text.text, match.start()))
    ]


def _columns(text: Tokens, names: Sequence[re.Match[str]], ratio: Fraction) -> Iterator[Right]:
    """Series that stand side by side, their figures before and after in the lines below."""
    for _, group in groupby(names, key=lambda match: text.text.rfind("\n", 0, match.start())):
        heads = list(group)
        gaps = [text.text[one.end() : other.start()] for one, other in pairwise(heads)]
        if len(heads) < 2 or any(gap.strip() for gap in gaps):
            continue
        prices = pairs_below(text, heads[-1].end(), len(heads), ratio, is_pair_of_prices)
        shares = pairs_below(text, heads[-1].end(), len(heads), ratio, is_pair_of_shares)
        for n, match in enumerate(heads if prices or shares else []):
            name = " ".join(match[0].split())
            yield Right(name, match.start(), match.end(), prices[n] if prices else None, shares[n] if shares else None)


def _merged(old: Right, other: Right) -> Right:
    return replace(
        old,
        prices=old.prices or other.prices, shares=old.shares or other.shares, kind=old.kind or other.kind,
        period=old.period or other.period, face=old.face or other.face,
    )  # fmt: skip


def _right(text: Tokens, sections: Sections, ratio: Fraction, place: tuple[int, int, int]) -> Right | None:
    """What is said of a series between its name and a place; none where no figures are a pair."""
    start, behind, end = place
    part = sections.at(start)
    own = [one for one in text.figures_between(behind, end) if sections.at(one.start) == part]
    prices = pair_among(text.text, own, ratio, start, behind, is_price=True)
    shares = pair_among(text.text, own, ratio, start, behind, is_price=False)
    kind = kind_of(text.text[start:end])
    if not kind and not prices and is_one_yen(own) and ABOUT_PRICE.search(text.text, max(0, start - 600), end):
        kind = "one_yen"
    if not prices and not shares and kind != "one_yen":
        return None
    name = text.text[start:behind]
    return Right(
        name, start, behind, prices, shares, kind, period_of(text, behind, end), face_value(text.text, own, kind)
    )
