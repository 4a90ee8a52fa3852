"""Tables that state a figure before and after the event side by side, in one row."""

import re
from collections.abc import Iterator

from .candidate import Candidate
from .tokens import N, Tokens

_BEFORE = r"(?:分割前|併合前|変更前|現行|before|prior|pre-split|current)"
_AFTER = r"(?:分割後|併合後|変更後|after|following|post-split|new)"
_GAP = r"[ \t:：()→⇒>|・,、\-]*"
_ROWS = (
    (
        ("shares.issued", "announced.shares.issued_after"),
        (
            r"(?:発行済み?(?:普通)?株式(?:の)?(?:総)?数|(?:total )?(?:number of )?(?:issued (?:common )?shares|shares (?:issued|outstanding)"
            r"(?: and outstanding)?|outstanding shares))"
        ),
    ),
    (
        ("shares.authorized", "shares.authorized_after"),
        r"(?:発行可能株式(?:の)?総数|(?:total )?(?:number of )?(?:authorized shares|shares authorized)(?: to be issued)?)",
    ),
)
_PHRASES = tuple(
    (
        paths,
        re.compile(
            rf"{name}{_GAP}(?P<own>{_BEFORE})?[^\d\n。.]{{0,12}}?{_GAP}({N}){_GAP}(?:{_AFTER})?{_GAP}({N})",
            re.IGNORECASE,
        ),
    )
    for paths, name in _ROWS
)
_HEADER = re.compile(rf"{_BEFORE}[^\n。.]{{0,30}}?[\s|]+[^\n。.]{{0,20}}?{_AFTER}", re.IGNORECASE)


def side_by_side(text: Tokens) -> Iterator[Candidate]:
    """Counts in a row under, or beside, the words for before and after."""
    for paths, phrase in _PHRASES:
        for match in phrase.finditer(text.shape):
            above = text.shape[max(0, match.start() - 300) : match.start()]
            if not (match["own"] and re.search(_AFTER, match[0], re.IGNORECASE)) and not _HEADER.search(above):
                continue
            found = [text.figure_at(match.start(group)) for group in (2, 3)]
            counts = [figure for figure in found if figure is not None and figure.is_count]
            if len(counts) == len(found):
                for path, figure in zip(paths, counts, strict=True):
                    yield Candidate(path, int(figure.value), figure.start, figure.end, 2)
