"""A ratio of one's own: what another split would make of the same shares."""

from .record import record
from .term import SHARES, Number, term


@record(frozen=True)
class Candidate:
    old: Number = term("Old shares", "So many shares …", SHARES, positive=True, joins="→", line="Ratio of your own")
    new: Number = term("New shares", "… would become so many shares", SHARES, positive=True)
