"""The sheet of consistency checks: a list of its own kind, so that it has no tables."""

from ...domain.message import N_
from ..layout import Sheet

SHEET = Sheet(
    "checks",
    N_("Checks"),
    (),
    long_title=N_("Consistency checks"),
    description=N_("What holds, what fails and what cannot be decided"),
)
