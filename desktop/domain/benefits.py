"""Shareholder benefits, a row a threshold."""

from .record import record
from .term import SHARES, Count, Row, Text, term


@record(frozen=True)
class Benefit(Row):
    threshold: Count = term("Shares needed", "Least number of shares that a holder needs for the benefit", SHARES)
    text: Text = term("Benefit", "What the holder receives, such as a voucher of 1,000 yen")
    threshold_after: Count = term("Shares needed after", "Least number after the split, as announced", SHARES)
