"""Labels and the values that belong to them: beside, below, or in two blocks, labels first."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..domain.record import record
from .candidate import Candidate, counted
from .chains import Name, values_before_names
from .dates import Dated
from .heads import Column, below_heads, company_below
from .lines import named
from .numbers import Figure
from .paths import ISSUED_COUNTS
from .phrases import Phrase, around, in_small_letters
from .rows import before, company_of, meant, value_at
from .tokens import DATE_MARK, FIGURE_MARK, FILL, D, N, Tokens
from .vocabulary import COUNT, DATE, LABELS, Label

#: What may stand between a label and its value and says nothing.
_FILLER = re.compile(
    rf"[\s:：=….・.,、\-※*\"']+|[)」』\]](?=[\s:：]*{DATE_MARK})|\(\s?\d{{1,2}}\s?\)|\(?(?:予定|scheduled|planned|approximately|about|約)\)?(?=[\s\S])"
    rf"|\((?:注|note|\*)\s?[{FIGURE_MARK}{FILL}\d]{{0,4}}\)|\([^()\n{FIGURE_MARK}]{{0,60}}\)"
    rf"|(?:当社)?(?:記名式)?(?:無?額面)?普通株式|\((?:{N}の)?額面(?:金額)?{N}\)|(?:common|ordinary) (?:stock|shares?)|(?:の合計)?(?:は|を|が|:)(?=、?\s?[{DATE_MARK}{FIGURE_MARK}])|(?:will be|shall be|is|are|was|of)\b"
    rf"|(?:as of|as at|at the end of|現在)\s+(?:the end of\s+)?{D}(?:現在)?|\({D}(?:現在|時点|\s?[a-z ]{{0,20}})\)",
    re.IGNORECASE,
)
_NOISE = re.compile(rf"(?:\(予定\)|[\s()\d.、,:・\-※*]|(?<=\n)[ \t]*{FIGURE_MARK}{FILL}{{0,2}}(?=\s*\n))*")
_LONGEST_GAP = 160
_MOST_LINES = 6


@record(frozen=True)
class Found:
    """A label at a place of the text."""

    label: Label
    start: int
    end: int


#: No label is without one of these.
_NAMING = re.compile(
    r"株|日|公告|効力|shares?\b|stock|units?\b|dates?\b|notice|announce|record|effect|board|resol", re.IGNORECASE
)


def labels(shape: str) -> list[Found]:
    """The labels of a masked text in their order; one inside another is left out."""
    parts, small = around(shape, _NAMING, 200), in_small_letters(shape)
    found = sorted(
        (
            Found(label, match.start(), match.end())
            for label in LABELS
            for part in parts
            for match in label.words.finditer(shape, small, *part)
        ),
        key=lambda one: (one.start, -one.end, not one.label.path),
    )
    kept = list[Found]()
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return _with_lines(shape, kept)


def _with_lines(shape: str, found: Sequence[Found]) -> list[Found]:
    """The labels, and the names of lines that hold none of them."""
    starts = [one.start for one in found]
    added = list[Found]()
    for one in named(shape):
        before = bisect_left(starts, one.end) - 1
        if before < 0 or found[before].end <= one.start:
            added.append(Found(Label(one.path, one.kind, _LINE, 2), one.start, one.end))
    return sorted([*found, *added], key=lambda one: one.start)


_LINE = Phrase("")
#: A date that a sentence names by the word behind it: not that word's is the date that follows.
_VALUE_NAMED = re.compile(rf"{D}(?:\([^()\n]{{0,40}}\))?\n?(?:を|が)(?:[^。、\n{DATE_MARK}{FIGURE_MARK}]{{0,8}})$")


def _is_name_of_what_stood(shape: str, one: Found) -> bool:
    lead = shape[max(0, one.start - 100) : one.start]
    return one.label.kind == DATE and _VALUE_NAMED.search(lead) is not None


def labelled(text: Tokens) -> Iterator[Candidate]:
    """What labels say of counts and dates."""
    found = labels(text.shape)
    columns = [Column(one.label, one.start, one.end) for one in found]
    yield from (_candidate(label, value, 2) for label, value in below_heads(text, columns))
    yield from company_below(text, columns)
    in_blocks = set[int]()
    for block in _blocks(text, found):
        in_blocks |= {one.start for one in block}
        yield from _paired(text, block)
    firsts = values_before_names(text, [Name(one.start, one.end, one.label.path, one.label.kind) for one in found])
    for n, one in enumerate(found):
        limit = found[n + 1].start if n + 1 < len(found) else len(text.shape)
        value = firsts.get(one.start) or before(text, one.start, one.end, one.label.kind)
        if (
            value is None
            and one.start not in in_blocks
            and one.start not in firsts
            and not _is_name_of_what_stood(text.shape, one)
        ):
            value = _beside(text, one, limit)
        if value is not None:
            yield _candidate(one.label, value, one.label.weight)


def _candidate(label: Label, value: Figure | Dated, weight: int) -> Candidate:
    if isinstance(value, Figure):
        return counted(label.path, value, weight)
    return Candidate(label.path, value, value.start, value.end, weight)


def _beside(text: Tokens, one: Found, limit: int) -> Figure | Dated | None:
    """The value that follows a label with nothing between that says anything."""
    place, end = one.end, min(limit, one.end + _LONGEST_GAP)
    lines = 0
    while place < end:
        value = value_at(text, place, one.label.kind)
        if value is not None:
            others = company_of(text, value, one.label.kind, is_below=bool(lines))
            return meant(text, [value, *others], one.start) if others else value
        filler = _FILLER.match(text.shape, place, end) or _item_number(text.shape, place, end)
        if filler is None or filler.end() == place:
            return None
        lines += filler[0].count("\n")
        if lines > _MOST_LINES:
            return None
        place = filler.end()
    return None


_ITEM = re.compile(rf"{FIGURE_MARK}{FILL}{{0,2}}(?=[ \t]*\n|\s?\))")


def _item_number(shape: str, place: int, end: int) -> re.Match[str] | None:
    """A number alone in its line, as tables have them."""
    alone = shape.rfind("\n", 0, place) >= 0 and not shape[shape.rfind("\n", 0, place) : place].strip()
    return _ITEM.match(shape, place, end) if alone else None


def _blocks(text: Tokens, found: Sequence[Found]) -> Iterator[list[Found]]:
    """Runs of two labels and more, each ending its line, with no value between them and lines of values behind."""
    run = list[Found]()
    found = [one for one in found if one.label.path or _ends_line(text.shape, one.end)]
    for one, following in pairwise([*found, Found(LABELS[0], len(text.shape), len(text.shape))]):
        is_followed = text.shape[one.end : following.start].strip(" \t:：") and not (
            run and _values_behind(text, one.end)
        )
        if is_followed and not _ends_line(text.shape, one.end):
            run = []
            continue
        if run and _is_row_below_heads(text, run[-1].end, one.end):
            run = []
            continue
        run.append(one)
        between = text.shape[one.end : following.start]
        if not _holds_value(text, one.end, following.start) and len(between) < 120:
            continue
        if len(run) > 1:
            yield run
        run = []


def _is_row_below_heads(text: Tokens, head: int, place: int) -> bool:
    """Whether a label has its values in its own line, the one before it standing in a line above."""
    value = _FIRST_VALUE.match(text.shape, place)
    return value is not None and "\n" in text.shape[head:place]


_FIRST_VALUE = re.compile(f"[ \t:：]*[{DATE_MARK}{FIGURE_MARK}]")


def _ends_line(shape: str, place: int) -> bool:
    return re.match(r"[ \t:：)(予定]{0,8}(?:\n|$)", shape[place : place + 10]) is not None


def _holds_value(text: Tokens, start: int, end: int) -> bool:
    for match in re.finditer(f"[{DATE_MARK}{FIGURE_MARK}]", text.shape[start:end]):
        place = start + match.start()
        figure = text.figure_at(place)
        if text.date_at(place) or (figure and figure.is_count):
            return True
    return False


def _values_behind(text: Tokens, place: int) -> list[Figure | Dated]:
    """The values from a place on, a line each, up to anything else."""
    found = list[Figure | Dated]()
    while True:
        place = _past_noise(text.shape, place)
        value = value_at(text, place, COUNT) or text.date_at(place)
        if value is None:
            return found
        rest = _BEHIND.match(text.shape[value.end : value.end + 40])
        if rest is None:
            return found
        found.append(value)
        place = value.end + rest.end()


_BEHIND = re.compile(rf"[ \t]*(?:[.※*]|\(\S{{1,12}}\))?(?:[ \t]*(?:\n|$)|[ \t]*(?=[{DATE_MARK}{FIGURE_MARK}]))")


def _past_noise(shape: str, place: int) -> int:
    noise = _NOISE.match(shape, place, place + 80)
    return noise.end() if noise else place


def _paired(text: Tokens, block: Sequence[Found]) -> Iterator[Candidate]:
    """Labels and values of a block in their order; nothing where their numbers do not agree."""
    values = _values_behind(text, block[-1].end)
    if len(values) == 1 or not values:
        value = values[0] if values else None
        if value is not None and isinstance(value, Figure) == (block[-1].label.kind == COUNT):
            yield _candidate(block[-1].label, value, block[-1].label.weight)
        return
    kept = [one for n, one in enumerate(block) if one.label.path not in {later.label.path for later in block[n + 1 :]}]
    for is_count in (True, False):
        named = [one for one in kept if (one.label.kind == COUNT) == is_count]
        stated = [value for value in values if isinstance(value, Figure) == is_count]
        if len(named) == len(stated):
            yield from (_ranked(one.label, value) for one, value in zip(named, stated, strict=True))
        elif (
            is_count
            and tuple(one.label.path for one in named) == ISSUED_COUNTS
            and len(stated) > 3
            and _adds_up(stated)
        ):
            yield from (_ranked(one.label, value) for one, value in zip(named, stated[:3], strict=True))


def _ranked(label: Label, value: Figure | Dated) -> Candidate:
    return replace(_candidate(label, value, 2), paired=True)


def _adds_up(stated: Sequence[Figure | Dated]) -> bool:
    before, added, after = (value.value if isinstance(value, Figure) else 0 for value in stated[:3])
    return before + added == after
