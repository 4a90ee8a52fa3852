"""The closed days of the exchanges: `python resources/packaging/closed_days.py update` or `check`.

The package `holidays` knows them. A frozen table is shipped instead of the package, so that the program opens
quickly, works offline, and gives the same dates on every machine.
"""

import json
import sys
from datetime import date
from pathlib import Path

import holidays

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "calendars"
MARKETS = ("JPX", "XNYS")
COMMAND = "python resources/packaging/closed_days.py update"

#: From the first full year with the settlement that the domain begins with, to dates that options expire on.
#: Days to come are those of the law in force, equinoxes those of the astronomical forecast.
FIRST, LAST = date(1998, 1, 1), date(2045, 12, 31)
SATURDAY = 5


def closed_days(market: str) -> list[date]:
    """The days from Monday to Friday on which a market is closed all day, in order."""
    found = holidays.financial_holidays(market, years=range(FIRST.year, LAST.year + 1))
    return sorted(day for day in found if day.weekday() < SATURDAY and FIRST <= day <= LAST)


def content(market: str) -> bytes:
    """The table of a market, byte for byte: a day a line, so that a change shows what changed."""
    days = [day.isoformat() for day in closed_days(market)]
    table = {"first": FIRST.isoformat(), "last": LAST.isoformat(), "closed": days}
    return (json.dumps(table, indent=1) + "\n").encode()


def update(folder: Path = FOLDER) -> None:
    """Write the tables."""
    for market in MARKETS:
        (folder / f"{market}.json").write_bytes(content(market))


def check(folder: Path = FOLDER) -> list[str]:
    """Which days differ from those of the package, a line each."""
    return [problem for market in MARKETS for problem in _differences(market, folder / f"{market}.json")]


def _differences(market: str, table: Path) -> list[str]:
    given = {date.fromisoformat(day) for day in json.loads(table.read_bytes())["closed"]}
    known = set(closed_days(market))
    missing = [f"{market}: {day} is closed and missing" for day in sorted(known - given)]
    return missing + [f"{market}: {day} is open and listed" for day in sorted(given - known)]


def main(arguments: list[str]) -> int:
    """Run `update` or `check`; the exit status."""
    if arguments == ["update"]:
        update()
        return 0
    if arguments == ["check"]:
        problems = check()
        print(*problems, sep="\n", end="\n" if problems else "")
        return 1 if problems else 0
    print(f"use: {COMMAND} (or check)", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
