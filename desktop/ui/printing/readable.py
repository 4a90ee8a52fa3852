"""The text of a PDF as it was written: Qt names a glyph by the first character that has it.

The glyph of 日 (U+65E5) is that of the radical ⽇ (U+2F47) too, and whoever searched for 日 would not find it.
"""

import re
from collections.abc import Iterable, Mapping

from .fonts import glyphs

#: Characters of the Basic Multilingual Plane that share glyphs with others: radicals, compatibility forms, signs.
_DOUBLES = (range(0x00A0, 0x0100), range(0x02B0, 0x0400), range(0x2000, 0x2100), range(0x2126, 0x212C),
            range(0x2500, 0x2600), range(0x2E80, 0x3000), range(0xF900, 0xFB00))  # fmt: skip
_MAP = re.compile(rb"beginbfrange\n(.*?)endbfrange", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>(?=[ >\]])")


def readable(pdf: bytes, used: Iterable[str]) -> bytes:
    """The PDF with the characters that were used in its tables of characters; nothing in it moves."""
    names = aliases(frozenset(used))
    return _MAP.sub(lambda match: _corrected(match[0], names), pdf) if names else pdf


def _corrected(table: bytes, names: Mapping[int, int]) -> bytes:
    """The lists of characters behind the ranges of glyphs."""
    return re.sub(rb"\[[^\]]*\]", lambda found: _CODE.sub(lambda code: _named(code, names), found[0]), table)


def _named(code: re.Match[bytes], names: Mapping[int, int]) -> bytes:
    number = int(code[1], 16)
    return b"<%04X>" % names.get(number, number)


def aliases(used: frozenset[str]) -> dict[int, int]:
    """Characters that nobody wrote, and the one that was written with the same glyph."""
    doubles = {chr(code) for numbers in _DOUBLES for code in numbers} - used
    written = {glyph: name for name, glyph in glyphs(sorted(used), 10, bold=False).items() if ord(name) <= 0xFFFF}
    shared = glyphs(sorted(doubles), 10, bold=False)
    return {ord(name): ord(written[glyph]) for name, glyph in shared.items() if glyph in written and glyph[1]}
