"""Tables that formulas look into by name (closed days, settlement, tick sizes), and calculated tables of rows."""

from collections.abc import Mapping
from typing import Any

from .calendar import JPX_SETTLEMENT, XNYS_SETTLEMENT, Calendar
from .exact import Value
from .message import N_
from .record import record
from .ticks import OTHER, TOPIX500

#: Those that never change.
FIXED: dict[str, Any] = {
    "settlement.JPX": JPX_SETTLEMENT,
    "settlement.XNYS": XNYS_SETTLEMENT,
    "ticks.topix500": TOPIX500,
    "ticks.other": OTHER,
}

#: The name of a market's closed days.
CLOSED = {"JPX": "closed.JPX", "XNYS": "closed.XNYS"}

LABELS = {
    "closed.JPX": N_("Closed days in Tokyo"),
    "closed.XNYS": N_("Closed days in New York"),
    "settlement.JPX": N_("Days of settlement in Tokyo"),
    "settlement.XNYS": N_("Days of settlement in New York"),
    "ticks.topix500": N_("Tick sizes, TOPIX 500"),
    "ticks.other": N_("Tick sizes, other stocks"),
    "announced.totals": N_("Announced totals by period"),
}
NAMES = tuple(LABELS)


def constants(calendars: Mapping[str, Calendar], totals: Mapping[str, Value]) -> dict[str, Any]:
    """Every table by its name; a market without a calendar has none. `totals` are the printed ones by period."""
    closed = {name: calendars.get(market) for market, name in CLOSED.items()}
    return closed | FIXED | {"announced.totals": totals}


@record(frozen=True)
class Calculated:
    """A table whose rows follow from others: `count` says how many there are.

    Where `key` names a column, a figure is known by it: `dividends.pre_split[FY2020]`.
    """

    table: str
    count: str
    key: str = ""

    def known_as(self, name: str, row: int, key: object) -> str:
        """The id of a figure of a row outside of formulas."""
        if not self.key:
            return f"{self.table}[{row}].{name}"
        return f"{self.table.partition('.')[0]}.{name}[{key}]"
