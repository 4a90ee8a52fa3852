"""What a text says of its articles on authorised shares, and whether counts may still change."""

import re
from collections.abc import Iterator

from .candidate import Candidate
from .paths import ARTICLE, ARTICLES_EFFECTIVE, AUTHORIZED_COUNTS, MAY_INCREASE
from .sections import ARTICLES, Sections
from .tokens import FIGURE_MARK, N, Tokens

_ARTICLE = re.compile(
    r"(?<!会社法)(?<!旧商法)第\s?(\d{1,3})\s?条(?!第)|(?<!under )\bArticle\s+(\d{1,3})\b(?!,?\s+(?:Paragraph|of the (?:Companies|Commercial)))"
)
_MAY_INCREASE = re.compile(
    r"(?:新株予約権|ストック・?オプション)の?行使[^。\n]{0,40}(?:増加|変動|変更)(?:する|され|とな)?(?:可能性|場合|こと)"
    r"|(?:could|may|might) (?:be )?(?:increased?|rise|change)[^.\n]{0,60}exercise|exercise[^.\n]{0,60}(?:could|may) (?:be )?(?:increase|rise|change)"
    r"|may rise if [^.\n]{0,40}exercised", re.IGNORECASE,
)  # fmt: skip
_IS_AUTHORIZED = re.compile("発行可能株式|発行する株式の総数|authori[sz]ed", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"(?:発行可能株式(?:の)?総数|発行する株式の総数)(?:は|を)、?\s?({N})\s?(?:株)?\s?(?:と(?:し|する|なる)|である)"
    rf"|authori[sz]ed[^.\n]{{0,80}}? shall be[^.{FIGURE_MARK}]{{0,120}}?\(?({N})",
    re.IGNORECASE,
)
_COMPARED = re.compile("現行|変更前|旧|current|present|before", re.IGNORECASE)


def articles(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """The number of the article on authorised shares: the one before their name, or the only one of the amendment."""
    numbered = [match for match in _ARTICLE.finditer(text.text) if int(match[1] or match[2]) < 100]
    near = [
        match for match in numbered if _IS_AUTHORIZED.search(text.text[match.end() : match.end() + 80].split("第")[0])
    ]
    found = near or [match for match in numbered if sections.at(match.start()) == ARTICLES]
    for match in found:
        group = 1 if match[1] else 2
        yield Candidate(ARTICLE, match[group], match.start(group), match.end(group), 2)


#: What says that the amendment takes effect on a day: before it, or behind it.
_FROM_ON = re.compile(
    r"効力(?:が)?(?:発生|を生ずる)(?:予定)?日?(?:\([^()\n]{0,12}\))?[\s:：は\t]{0,6}$"
    r"|\b(?:effective(?: date)?(?: of (?:the )?amendments?)?|takes? effect|as (?:of|from)|with effect from)(?: on)?[\s:]{0,4}$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\s?(?:\([月火水木金土日](?:曜日?)?\)\s?)?(?:を?もって|を?もちまして|付け?で|を効力発生日|より)")


def effective(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """The day on which the amendment takes effect, as the part on the articles states it."""
    for one in text.dates:
        lead = text.text[max(0, one.start - 40) : one.start]
        if sections.at(one.start) == ARTICLES and (_FROM_ON.search(lead) or _AS_OF.match(text.text, one.end)):
            yield Candidate(ARTICLES_EFFECTIVE, one, one.start, one.end, 2)


def authorized(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """The two totals of a comparison of the articles, in their order; nothing where there are more or fewer."""
    if not _COMPARED.search(text.text):
        return
    clauses = (text.figure_at(m.start(1) if m[1] else m.start(2)) for m in _CLAUSE.finditer(text.shape))
    stated = [f for f in clauses if f and f.is_count]
    if len({figure.value for figure in stated}) != 2:
        stated = [f for f in text.figures if f.is_count and sections.at(f.start) == ARTICLES and f.value >= 10000]
    values = list(dict.fromkeys(figure.value for figure in stated))
    if len(values) != 2:
        return
    for path, value in zip(AUTHORIZED_COUNTS, values, strict=True):
        figure = next(one for one in stated if one.value == value)
        yield Candidate(path, int(value), figure.start, figure.end, 1)


def may_increase(text: str) -> Iterator[Candidate]:
    """Whether the announcement says that counts may still change."""
    found = _MAY_INCREASE.search(text)
    if found:
        yield Candidate(MAY_INCREASE, True, found.start(), found.end(), 3)
