"""Rows of values: which one is meant where a table has several columns, and values that stand before their labels."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .dates import Dated
from .numbers import Figure
from .tokens import DATE_MARK, FIGURE_MARK, FILL, D, N, Tokens
from .vocabulary import COUNT

Value = Figure | Dated

#: The heads of two columns; the first of each is the one whose values hold.
_HEADS = (
    (r"変更後|訂正後|修正後|新日程|\brevised\b|\bafter (?:the )?(?:change|correction|amendment)|\bcorrected\b|\bnew schedule",
     r"変更前|訂正前|修正前|当初|旧日程|\boriginal(?:ly)?\b|\bbefore (?:the )?(?:change|correction|amendment)|\bprevious\b|\bincorrect\b"),
    (r"普通株式|\b(?:common|ordinary)(?: stock| shares?)?\b", r"(?:[A-Z甲乙]|第\S{1,3})種(?:類|優先)*株式|優先株式|\bclass [A-Z](?: [a-z]+)?(?: stock| shares?)?|\bpreferred(?: stock| shares?)?\b"),
)  # fmt: skip
_COLUMNS = tuple((re.compile(meant, re.IGNORECASE), re.compile(other, re.IGNORECASE)) for meant, other in _HEADS)
_MOST_LINES = 16
_LONGEST_LINE = 400
_LONGEST_CELL = 15


def value_at(text: Tokens, place: int, kind: str) -> Value | None:
    """The value of a kind that begins at a place: a count that can be one of shares, or a date."""
    if kind == COUNT:
        figure = text.figure_at(place)
        return figure if figure and figure.is_count else None
    return text.date_at(place)


def company_of(text: Tokens, value: Value, kind: str, *, is_below: bool) -> list[Value]:
    """The values that follow one at once, or anywhere in its line where it stands below its label."""
    line = text.shape[value.end : value.end + _LONGEST_LINE].split("\n", 1)[0]
    found, last = list[Value](), 0
    for match in re.finditer(f"[{DATE_MARK}{FIGURE_MARK}]", line):
        other = value_at(text, value.end + match.start(), kind)
        if other is not None and (is_below or not line[last : match.start()].strip()):
            found.append(other)
            last = other.end - value.end
    return found or _below(text, value, kind)


def _below(text: Tokens, value: Value, kind: str) -> list[Value]:
    """The value that fills the line below one that ends its own."""
    match = _ALONE.match(text.shape, value.end)
    other = value_at(text, match.start("value"), kind) if match else None
    return [other] if other else []


_REST = r"[^\S\n]*株?(?:\([^()\n]{0,8}\)|\))?[^\S\n]*"
_ALONE = re.compile(rf"{_REST}\n[^\S\n]*(?P<value>{D}|{N}){_REST}(?=\n|$)")


def meant(text: Tokens, row: Sequence[Value], place: int) -> Value | None:
    """Of the values of a row the one under the head that holds; none where the heads do not say."""
    lines = text.text[max(0, place - 600) : place].split("\n")[-_MOST_LINES - 1 : -1]
    cells = [f"{one}\t{other}" for one, other in pairwise(lines) if max(len(one), len(other)) <= _LONGEST_CELL]
    for line in (*reversed(lines), *reversed(cells)):
        for ours, others in _COLUMNS:
            column, other = ours.search(line), others.search(line)
            if column and other and len(row) == 2 and len(others.findall(line)) == 1:
                return row[0] if column.start() < other.start() else row[1]
    return None


_VALUE_FIRST = re.compile(rf"[^\S\n]*[・*\-◆◇■□●○•]?[^\S\n]*(?P<value>{D}|{N})[^\S\n]*[:：]?[^\S\n]*")
_NEXT_VALUE = re.compile(rf"[^\S\n]*(?:{D}|{N})")
_LABEL_LAST = re.compile(r"[^\S\n]*\(?(?:予定|scheduled)?\)?[^\S\n]*(?=\n|$)", re.IGNORECASE)


def before(text: Tokens, start: int, end: int, kind: str) -> Value | None:
    """The value that stands alone before a label in a list of such lines, the label being the rest of its line."""
    shape = text.shape
    line = shape.rfind("\n", 0, start) + 1
    first = _VALUE_FIRST.fullmatch(shape, line, start)
    if first is None or not _LABEL_LAST.match(shape, end) or _is_flowing(shape, line, end):
        return None
    return value_at(text, first.start("value"), kind)


def _is_flowing(shape: str, line: int, end: int) -> bool:
    """Whether the lines rather begin with the values of the labels at the ends of those before them."""
    behind = shape.find("\n", end)
    if behind >= 0 and _NEXT_VALUE.fullmatch(
        shape, behind + 1, (shape.find("\n", behind + 1) + 1 or len(shape) + 1) - 1
    ):
        return True
    while line > 0:
        above = shape.rfind("\n", 0, line - 1) + 1
        words = shape[above : line - 1].strip()
        if not _VALUE_FIRST.match(shape, above, line - 1) or not words.rstrip(f"{FILL}{DATE_MARK}{FIGURE_MARK} "):
            return bool(re.search(r"日[\s:：]*$|総数[\s:：]*$|\bdate[\s:]*$|shares[\s:]*$", words, re.IGNORECASE))
        line = above
    return False
