"""Tables of counts with two sides: what is counted, and whether before the event, added by it or after it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from ..domain.record import record
from .candidate import Candidate, counted
from .paths import AFTER, AUTHORIZED, AUTHORIZED_AFTER, DECREASE, INCREASE, ISSUED
from .phrases import Phrase, in_small_letters
from .tokens import N, Tokens

_THINGS = (
    (
        "issued",
        (
            r"発行済み?(?:普通)?株式(?:の)?(?:総)?数|(?:total )?(?:number of )?(?:(?:issued|outstanding)(?: and outstanding)? (?:common )?shares"
            r"|(?:common )?shares (?:issued|outstanding|(?:in|on) issue)(?: and outstanding)?)|issued and outstanding(?! (?:common )?shares)"
        ),
    ),
    (
        "authorized",
        r"発行可能株式(?:の)?総数|(?:total )?(?:number of )?(?:authorized (?:common )?shares(?: to be issued)?|shares authorized(?: to be issued)?|authori[sz]ed\b(?! (?:share )?capital))",
    ),
)  # fmt: skip
_TIMES = (
    (
        "before",
        r"(?:株式の?)?(?:分割|併合|変更)前|現行(?:定款)?|(?<![\ue000\ue002])現在(?![のはでに])|(?:before|prior to)(?: the)?(?: (?:stock |share |reverse )*(?:split|consolidation|change|amendment))?|pre-split|current(?!ly)",
    ),
    ("increase", r"増加(?:する|した)?(?:株式)?数|増加株数|(?:分割|無償割当て?)(?:による|により|で)増(?:加|える)(?:分|数)?|増加分?(?=[\s\ue001])|\bincrease\b(?! in| of| by| due)|shares (?:added|increased)"),
    ("decrease", r"減少(?:する|した)?(?:株式)?数|減少株数|併合(?:による|により|で)減(?:少|る)(?:分|数)?|減少分?(?=[\s\ue001])|\bdecrease\b(?! in| of| by| due)|shares decreased"),
    (
        "after",
        r"(?:株式の?)?(?:分割|併合|変更)後|変更案|(?:after|following)(?: the)?(?: (?:stock |share |reverse )*(?:split|consolidation|change|amendment))?|post-split|proposed",
    ),
)  # fmt: skip
_PATHS = {
    ("issued", "before"): ISSUED,
    ("issued", "increase"): INCREASE,
    ("issued", "decrease"): DECREASE,
    ("issued", "after"): AFTER,
    ("authorized", "before"): AUTHORIZED,
    ("authorized", "after"): AUTHORIZED_AFTER,
}
_WORD = Phrase(
    "|".join(f"(?P<{name}>{words.replace(' ', chr(92) + 's+')})" for name, words in (*_THINGS, *_TIMES)) + f"|(?P<value>{N})"
)  # fmt: skip
_NOTHING = re.compile(
    r"(?:[\s:：→⇒>=・,、*※\-./]|の推移|普通(?:株式)?|\(自己株式を?含む[。、]?\)|\((?:株|単位:株|shares|注\d{0,2}|[a-z]|\d)\)|の|は|、|the|total|class a|common|ordinary|合計|about|approximately)*",
    re.IGNORECASE,
)
_LONGEST_GAP = 40
#: What makes another count of one.
_FROM = re.compile(rf"\s?(?:を|から|より|→|⇒)、?\s?{N}")


@record(frozen=True)
class _Word:
    """A word of a table: a thing, a time or a value, and where it stands."""

    kind: str
    start: int
    end: int

    @property
    def is_thing(self) -> bool:
        return self.kind in ("issued", "authorized")

    @property
    def is_value(self) -> bool:
        return self.kind == "value"


def side_by_side(text: Tokens) -> Iterator[Candidate]:
    """Counts whose names stand on two sides of a table, or under the name of what is counted."""
    for run in _runs(text):
        for table in _tables(run):
            yield from _of_table(table, text)


def _tables(run: Sequence[_Word]) -> Iterator[list[_Word]]:
    """The tables of a run: where a name of the head's side comes back behind values, another one begins."""
    table = list[_Word]()
    for one in run:
        if table and not one.is_value and one.is_thing == table[0].is_thing and any(word.is_value for word in table):
            yield table
            table = []
        if table or not one.is_value:
            table.append(one)
    yield table


def _runs(text: Tokens) -> Iterator[list[_Word]]:
    """Words that follow each other with nothing between that says anything."""
    matches = _WORD.finditer(text.shape, in_small_letters(text.shape))
    found = [_Word(match.lastgroup or "", match.start(), match.end()) for match in matches]
    counts = [one for one in found if not one.is_value or _is_count(text, one)]
    run = counts[:1]
    for one, following in pairwise(counts):
        gap = text.shape[one.end : following.start]
        if len(gap) > _LONGEST_GAP or not _NOTHING.fullmatch(gap):
            yield run
            run = []
        run.append(following)
    yield run


def _is_count(text: Tokens, one: _Word) -> bool:
    figure = text.figure_at(one.start)
    return figure is not None and figure.is_count


def _of_table(run: Sequence[_Word], text: Tokens) -> Iterator[Candidate]:
    """The values of a run: its first words of one side are the head, those of the other side begin the rows."""
    head, rows = _head_and_rows(run)
    for name, values in rows:
        if len(values) != len(head):
            continue
        for column, value in zip(head, values, strict=True):
            thing, time = (name.kind, column.kind) if name.is_thing else (column.kind, name.kind)
            path = _PATHS.get((thing, time))
            figure = text.figure_at(value.start)
            is_old = "after" in (name.kind, column.kind) and _FROM.match(text.shape, value.end)
            if path and figure is not None and not is_old:
                yield counted(path, figure)


def _head_and_rows(table: Sequence[_Word]) -> tuple[list[_Word], list[tuple[_Word, list[_Word]]]]:
    """The names of the columns, and each row's name with its values; nothing where a name stands twice in the head."""
    head = list(takewhile(lambda one: not one.is_value and one.is_thing == table[0].is_thing, table))
    rows = list[tuple[_Word, list[_Word]]]()
    for one in table[len(head) :]:
        if not one.is_value:
            rows.append((one, []))
        elif rows:
            rows[-1][1].append(one)
        else:
            return [], []
    return (head, rows) if len({one.kind for one in head}) == len(head) else ([], [])
