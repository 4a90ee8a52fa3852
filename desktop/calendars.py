"""Closed days of the exchanges, from the tables in resources/calendars/, as values for the domain."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from . import assets
from .domain.calendar import Calendar

MARKETS = ("JPX", "XNYS")


@cache
def calendars() -> Mapping[str, Calendar]:
    """The calendar of every market, by the name that a scenario has for it."""
    return MappingProxyType({market: _read(market) for market in MARKETS})


def _read(market: str) -> Calendar:
    table = json.loads(assets.closed_days(market).read_bytes())
    closed = frozenset(map(date.fromisoformat, table["closed"]))
    return Calendar(closed, date.fromisoformat(table["first"]), date.fromisoformat(table["last"]))
