"""The checks as plain text for the command line."""

from ..domain.checks.check import State
from ..domain.message import N_
from ..i18n import Locale
from .book import Book
from .finding_words import Told, second_line, told
from .findings import GROUP_TITLES, Finding, findings, group_count, grouped

INDENT = "  "


def check_lines(book: Book, locale: Locale) -> list[str]:
    """The checks, group by group; what fails or is not known takes more than one line."""
    lines: list[str] = []
    for group, found in grouped(findings(book)).items():
        title = locale.text(N_("{label} ({unit})"), label=locale.text(GROUP_TITLES[group]),
                            unit=group_count(group, found, locale))  # fmt: skip
        lines += [*([""] if lines else []), title]
        for finding in found:
            words = told(finding, book, locale)
            lines.append(INDENT + _check_line(finding, words, locale))
            below = second_line(words, finding, locale)
            lines += [INDENT * 3 + line for line in below.splitlines()]
    return lines


def _check_line(finding: Finding, words: Told, locale: Locale) -> str:
    """One check: a failure with its severity, the others stand under a title that says what they came to."""
    fields = {"check": finding.check.id, "word": words.word, "sentence": words.sentence}
    if finding.state == State.FAILS:
        return locale.text(N_("{check} {word}: {sentence}"), **fields)
    return locale.text(N_("{check} {sentence}"), **fields)
