"""What sentences say of dates and counts, by the rules; what they say of other matters is left out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .candidate import Candidate, counted
from .paths import RECORD, RESOLUTION
from .phrases import in_small_letters
from .sections import ADR, MAIN, Sections
from .sentence_rules import EVENT, RULES, Rule
from .spans import sentence_around
from .tokens import Tokens

_NOTICE_OR_DIVIDEND = r"dividend|配当|公告|public notice|(?:notice|announcement) of (?:the )?$"
_MEETING_OR_SHARES = r"株主総会|shareholders? (?:approved|on)|general meeting|repurchase|自己株式|第三者割当|議決権"
_FORMER = r"前回|過去に|以前|last time|the previous|previously|originally"
_PRICES = r"prices? (?:shall|will|are|is)[^.]{0,30}adjusted|first set|commencing|trading"
#: A word before a date by which it is not what a rule takes it for.
_OTHERWISE = re.compile(
    f"{_NOTICE_OR_DIVIDEND}|{_MEETING_OR_SHARES}|{_FORMER}|{_PRICES}",
    re.IGNORECASE,
)


#: A dividend in money; one in shares is a split.
_DIVIDEND = re.compile(
    r"配当|優待|(?<!stock )(?<!share )(?<!scrip )dividends?\b(?! of (?:[\w() -]{1,40}shares|stock|\d+ ?(?:%|per ?cent)))",
    re.IGNORECASE,
)


def is_about_dividends(sentence: str) -> bool:
    """Whether a sentence speaks of a dividend in money."""
    return _DIVIDEND.search(sentence) is not None


def stated(text: Tokens, sections: Sections) -> Iterator[Candidate]:
    """What the sentences of a text say of dates and counts."""
    small = in_small_letters(text.shape)
    for rule in RULES:
        for match in rule.phrase.finditer(text.shape, small):
            if not _is_about_something_else(rule, match, text, sections):
                yield from _candidates(rule, match, text)
            elif _is_a_resolution_alone(rule, match, text, sections):
                yield from (replace(one, weight=0) for one in _candidates(rule, match, text))


def _candidates(rule: Rule, match: re.Match[str], text: Tokens) -> Iterator[Candidate]:
    for n, path in enumerate(rule.paths, start=1):
        place = match.start(n)
        dated, figure = text.date_at(place), text.figure_at(place)
        if dated:
            yield Candidate(path, dated, dated.start, dated.end, rule.weight)
        elif figure and figure.is_count:
            yield counted(path, figure, rule.weight)


_OTHER_MATTERS = re.compile(
    r"配当|自己株式|役員|人事|優待|予約権|増資|割当|業績|子会社|合併|買付|取得|譲渡|前回|過去|以前|定款|総会"
)


def _is_a_resolution_alone(rule: Rule, match: re.Match[str], text: Tokens, sections: Sections) -> bool:
    """Whether a Japanese sentence speaks of a resolution and not of its matter: that of the announcement, if no other."""
    if rule.paths[0] != RESOLUTION or "取締役会" not in match[0] or sections.at(match.start(1)) != MAIN:
        return False
    sentence = sentence_around(text.text, match.start(), match.end())
    return "決議" in sentence and not _OTHER_MATTERS.search(sentence)


def _is_about_something_else(rule: Rule, match: re.Match[str], text: Tokens, sections: Sections) -> bool:
    path = rule.paths[0]
    if not path.startswith("schedule."):
        return False
    if sections.at(match.start(1)) not in (MAIN, ADR):
        return True
    sentence = sentence_around(text.text, match.start(), match.end())
    lead = re.split(r"[.。;\n、]", text.text[max(0, match.start() - 60) : match.start()])[-1]
    if path == RESOLUTION:
        return not re.search(rf"{EVENT}|ratio|比率|分け|標記|次のとおり|下記", sentence, re.IGNORECASE)
    if (path == RECORD or rule.weight == 1) and _DIVIDEND.search(sentence):
        return True
    return bool(_OTHERWISE.search(lead))
