"""Shareholder benefits, a row a threshold."""

from .record import record
from .term import SHARES, Count, Row, Text, term


@record(frozen=True)
class Benefit(Row):
    threshold: Count = term("Shares needed", "Shares needed for the benefit", SHARES)
    text: Text = term("Benefit", "What the holder receives")
    threshold_after: Count = term("Shares needed after", "Shares needed after the split, as announced", SHARES)
