"""Typed text becomes a ratio, old shares and new: 1→2, 1:2, 2-for-1, 1株につき2株, 10株を1株に併合."""

import re
from decimal import Decimal

from ..domain.message import N_
from .entry_numbers import read_number
from .entry_text import LONGEST, Problem, folded, raised_figure, shown

_WORDS = {
    "one hundred": "100", "hundred": "100", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "fifteen": "15", "twenty": "20", "fifty": "50",
}  # fmt: skip

_NUMBER = r"[0-9〇一二三四五六七八九十百千万](?:[0-9〇一二三四五六七八九十百千万,.]*[0-9〇一二三四五六七八九十百千万])?"
_OLD = rf"(?P<old>{_NUMBER})"
_NEW = rf"(?P<new>{_NUMBER})"
_SHARES = r"(?:株| ?(?:(?:common|ordinary) )?shares?)?"
_SPLIT = r"(?: (?:reverse|forward|stock|share|common|ad[rs]|split|consolidation|ratio))+"
_SUBJECT = r"(?:当社)?(?:普通)?(?:株式)?を?、?"
_RATE = r"(?:に|と)?(?:の(?:割合|比率)?)?(?:を?もって|にて|により|で)?、?(?:株式)?"
_DONE = r"(?:分割|併合|分け|まとめ)?(?:を?行(?:う|います|いました)|す?る|(?:し|いたし)?ま(?:す|した)|し?た)?。?"
_BECOME = (
    r"(?:(?:will|shall) )?(?:(?:is|are|be) )?"
    r"(?:becomes?|(?:(?:split|divided|consolidated|combined|merged|converted) )?into)"
)
_FORMS = (
    rf"{_OLD}{_SHARES} ?(?:[:∶→⇒⟶➡➔]|[-=]>|対|to) ?{_NEW}{_SHARES}",
    rf"{_SUBJECT}{_OLD}株に?(?:つき|付き|当たり|あたり)、?{_NEW}株{_RATE}{_DONE}",
    rf"{_SUBJECT}{_OLD}株を、?{_NEW}株{_RATE}{_DONE}",
    rf"(?:an? )?{_NEW}(?:-| )for(?:-| ){_OLD}(?:{_SPLIT})?",
    rf"(?:(?:each|every) )?(?:{_OLD} )?(?:(?:common|ordinary) )?shares? {_BECOME} {_NEW}{_SHARES}",
)
#: American habit puts the new shares first in these, so the order has to be asked.
_EITHER_ORDER = rf"(?:an? )?{_NUMBER}(?:-to-{_NUMBER}(?:{_SPLIT})?|(?: ?: ?| to ){_NUMBER}{_SPLIT})"
_ADDED = (
    r"追加|増加|上乗せ|無償|割当|割り当|交付|株式配当|\b(?:additional|added|extra|bonus|more|stock dividend)\b"
    rf"|\bshares? for (?:each|every)\b|[0-9] ?%|^\+ ?{_NUMBER}"
)
_REVERSE = "併合|まとめ|reverse|consolidat|combined|merged"
_PER_SHARE = "つき|付き|当たり|あたり|分割|分け"


def read_ratio(text: str) -> tuple[Decimal, Decimal] | Problem | None:
    """The old and the new number of shares that a ratio names; None where the text is no ratio at all."""
    text = text.strip()
    if len(text) > LONGEST or raised_figure(text):
        return None
    words = _words(text)
    if re.search(_ADDED, words):
        return _added(text)
    if re.fullmatch(_EITHER_ORDER, words):
        return _either_order(text)
    found = next(filter(None, (re.fullmatch(form, words) for form in _FORMS)), None)
    return _sides(found["old"] or "1", found["new"], text, words) if found else None


def _words(text: str) -> str:
    """The text in small letters, number words as digits, no spaces around Japanese signs."""
    words = re.sub(rf"\b(?:{'|'.join(_WORDS)})\b", lambda found: _WORDS[found[0]], folded(text))
    return re.sub(r" ?([^\x00-\x7f]) ?", r"\1", words)


def _sides(old: str, new: str, text: str, words: str) -> tuple[Decimal, Decimal] | Problem | None:
    before, after = read_number(old, positive=True), read_number(new, positive=True)
    if not isinstance(before, Decimal) or not isinstance(after, Decimal):
        return before if isinstance(before, Problem) else after if isinstance(after, Problem) else None
    if re.search(_REVERSE, words):
        return _either_order(text) if after >= before else (before, after)
    # "1株につき1株", "10株につき1株の割合" and "1-for-1" make sense only as added shares, or as a consolidation unsaid.
    if (after <= before and re.search(_PER_SHARE, words)) or (after == before and "for" in words):
        return _added(text)
    return before, after


def _added(text: str) -> Problem:
    message = N_("Does “{text}” mean added shares, or shares after the split? Write it as 1→2.")
    return Problem(message, {"text": shown(text)})


def _either_order(text: str) -> Problem:
    message = N_("Does “{text}” put the old shares first, or the new ones? Write it as 1→2.")
    return Problem(message, {"text": shown(text)})
