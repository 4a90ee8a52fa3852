"""Workbooks for tests: written, read, and recalculated by LibreOffice from their formulas alone."""

import random
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.domain.adr import Adr
from desktop.domain.benefits import Benefit
from desktop.domain.candidate import Candidate
from desktop.domain.company import Company
from desktop.domain.dividends import Dividend
from desktop.domain.holdings import Holder, Lot
from desktop.domain.options import Series
from desktop.domain.prices import Prices
from desktop.domain.scenario import Scenario
from desktop.domain.schedule import Schedule
from desktop.domain.shares import Shares
from desktop.domain.split import Split
from desktop.export.workbook import write_workbook
from desktop.i18n import locale_for

MODES: Mapping[str, tuple[str, ...]] = {"ja": ("ja",), "en": ("en",), "both": ("ja", "en")}

_VALUE_OF_FORMULA = re.compile(r'(<c [^>]*?)( t="str")?>(<f>[^<]*</f>)<v[^>]*>[^<]*</v></c>')


#: Accounts that fall together or only seem to: other cases, wild cards, signs of formulas, no name at all.
ACCOUNTS = ("Midori", "MIDORI", "みどり証券", "A*", "AB", "A?", "A~", "~*", "Straße", "=A", "#N/A", "007", None)
PERIODS = ("FY2020", "fy2020", "FY*", "2021年3月期", None, None)
RATIOS = (("1", "2"), ("1", "2"), ("1", "1.1"), ("3", "7"), ("10", "1"), ("5", "1"), ("1", "1"), ("2", "3"))


def whole(seed: int) -> Scenario:
    """A scenario of which every section has something to say, its dates within the years of the calendars."""
    dice = random.Random(seed)  # the same scenarios every time
    old, new = dice.choice(RATIOS)
    record = date(2009, 10, 1) + timedelta(days=dice.randrange(13_000))
    market = dice.choice(("JPX", "JPX", "XNYS"))
    effective = record + timedelta(days=dice.choice((1, 1, 14)))

    def near(least: int, most: int) -> date | None:
        return None if dice.random() < 0.15 else record + timedelta(days=dice.randint(least, most))

    def amount(most: int, places: int) -> Decimal:
        return Decimal(dice.randrange(1, most * 10**places)).scaleb(-places)

    return Scenario(
        company=Company("&Co", "3774", topix500=dice.random() < 0.5, currency=dice.choice(("JPY", "JPY", "USD"))),
        split=Split(Decimal(old), Decimal(new)),
        schedule=Schedule(market, near(-90, -20), near(-20, -10), record, dice.choice((None, effective))),
        shares=Shares(issued=46_734_600, treasury=1_650_911, authorized=75_520_000, authorized_after=151_040_000),
        options=tuple(
            Series(
                f"S{n}", rights=dice.randrange(1000), shares_per_right=amount(200, 1), exercise_price=amount(5000, 2),
                announced_shares_per_right=dice.choice((None, Decimal(200))), exercise_from=near(-400, 0),
            )
            for n in range(dice.randrange(4))
        ),
        adr=Adr(Decimal(2), Decimal(1), effective_date=near(-3, 9), closed_from=near(-5, 0), closed_to=near(1, 6),
                outstanding=1000, fee_per_100=Decimal(5)),
        prices=Prices(amount(9000, 1), dice.choice((None, near(-60, 60))), Decimal("103.35"), amount(9000, 0)),
        dividends=tuple(
            Dividend(f"D{n}", dice.choice(PERIODS), near(-200, 400), near(-100, 500), amount(50, 2),
                     dice.choice((None, amount(50, 0))), dice.choice((None, "pre", "post")))
            for n in range(dice.randrange(6))
        ),
        benefits=tuple(
            Benefit(threshold, "Rice", dice.choice((None, threshold, 2 * threshold)))
            for threshold in (100, 300)[: dice.randrange(3)]
        ),
        holder=Holder(dice.choice((None, "account", "lot", "holder"))),
        holdings=tuple(_lot(dice, record) for _ in range(dice.randrange(15))),
        candidate=Candidate(None, dice.choice((None, Decimal("1.5"), Decimal(7)))),
        announced={"shares.issued_after": 93_469_200, "dividends.total[FY2020]": Decimal("20.5")},
    )  # fmt: skip


def _lot(dice: random.Random, record: date) -> Lot:
    """A lot; many of them have the same account, some a part of a share, and one in ten lacks its number."""
    number: Decimal | None = Decimal(dice.choice((dice.randrange(1, 1000), dice.randrange(1, 10**6))))
    number = dice.choice((number, number, number, Decimal(dice.randrange(1, 10**5)).scaleb(-dice.randrange(5))))
    return Lot(
        account=dice.choice(ACCOUNTS), account_type=dice.choice((None, None, "specified", "nisa", "foreign")),
        kind=dice.choice((None, "share", "share", "adr")),
        acquired=dice.choice((None, record - timedelta(days=3000), record + timedelta(days=dice.randint(-6, 6)))),
        quantity=None if dice.random() < 0.03 else number, cost=Decimal(dice.randrange(10**6)).scaleb(-2),
        currency=dice.choice((None, None, None, "JPY", "jpy", "USD")),
    )  # fmt: skip


def write(path: Path, scenario: Scenario, mode: str = "en") -> Path:
    """The workbook of a scenario at `path`."""
    assert write_workbook(path, scenario, [locale_for(language) for language in MODES[mode]]) is None
    return path


def formulas(path: Path) -> dict[tuple[str, str], str]:
    """Every formula by sheet and cell."""
    cells = ((sheet.title, cell) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return {(title, cell.coordinate): str(cell.value) for title, cell in cells if cell.data_type == "f"}


def values(path: Path) -> dict[tuple[str, str], Any]:
    """Every value by sheet and cell; blank text and nothing are one."""
    cells = (
        (sheet.title, cell)
        for sheet in load_workbook(path, data_only=True)
        for row in sheet.iter_rows()
        for cell in row
    )
    return {(title, cell.coordinate): plain(cell.value) for title, cell in cells if plain(cell.value) is not None}


def named(path: Path) -> dict[str, Any]:
    """The value of every named cell; ranges are left out."""
    book = load_workbook(path, data_only=True)
    found: dict[str, Any] = {}
    for name, defined in book.defined_names.items():
        ((sheet, cells),) = defined.destinations
        if ":" not in cells:
            found[name] = plain(book[sheet][cells].value)
    return found


def plain(value: Any) -> Any:
    """A cell's value without the ways in which the same thing is written."""
    if isinstance(value, datetime):
        return value.date()
    return None if value == "" else value


def expected(value: Any) -> Any:
    """What a cell holds of an exact value."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value.replace("\t", " ")
        case int():
            return value if abs(value) <= 2**53 else float(value)
        case Fraction():
            return float(value)
        case date():
            return value if value >= date(1900, 3, 1) else None
    return value


def strip_values(source: Path, target: Path) -> None:
    """A copy of a workbook in which no formula has a value."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                data = _VALUE_OF_FORMULA.sub(r"\1>\3</c>", data.decode()).encode()
            new.writestr(item, data)


def recalculated(books: Sequence[Path], folder: Path) -> list[Path]:
    """The books as LibreOffice calculates them, all in one call with a profile of its own."""
    bare, done = folder / "bare", folder / "done"
    bare.mkdir()
    for book in books:
        strip_values(book, bare / book.name)
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", "--norestore", profile, "--convert-to", "xlsx", "--outdir", str(done),
         *(str(bare / book.name) for book in books)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return [done / book.name for book in books]
