"""The consistency checks of an announcement, each stated once: from it come state, sentence and workbook formula.

They rest on the results and are compiled apart from them, since the first picture of the window needs none.
"""

from ..quantity import Quantity
from . import counts, dates, instruments, payments
from .check import Check

#: What only the text of an announcement, or more than one event, can decide.
LEFT_OUT = {
    "C03": "the latest filed count is not given",
    "C10": "whether the text cites Article 184(2) or 466",
    "C11": "number words and figures of the articles as printed",
    "C17": "weekday names as printed",
    "C21": "the sentence on stated capital",
    "C34": "per-share figures of earlier periods",
    "C35": "the paragraph on fractions",
    "C37": "a chain of events",
    "C39": "labels and numbers as the table prints them",
    "C41": "time zones of the ADR dates as printed",
}

#: Every check by its id, in the order of ids.
CHECKS: dict[str, Check] = {
    check.id: check
    for check in sorted(
        (*counts.CHECKS, *dates.CHECKS, *instruments.CHECKS, *payments.CHECKS), key=lambda check: check.id
    )
}

#: Their figures and states, and what several of them rest on.
QUANTITIES: tuple[Quantity, ...] = (
    *counts.HELPERS,
    *counts.ROW_HELPERS,
    *(quantity for check in CHECKS.values() for quantity in check.quantities()),
)
