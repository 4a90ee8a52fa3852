"""Forecasts of dividends in our own words, made from random amounts in several layouts of both languages."""

import random
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from desktop.domain.record import record
from tests.notice.announcements import WIDE, Event, american, british, era, event, western

INTERIM, YEAR_END = 0, 1


@record(frozen=True)
class Forecast:
    """What an announcement states of the dividends of a fiscal year; amounts are on the shares before the event."""

    event: Event
    year: int
    month: int
    before: tuple[Fraction, Fraction]
    earlier: tuple[Fraction, Fraction]

    def day(self, payment: int) -> date:
        """The record date of a payment."""
        months = self.year * 12 + self.month - 1 - (6 if payment == INTERIM else 0)
        year, month = months // 12, months % 12 + 1
        return date(year, month, monthrange(year, month)[1])

    def is_after(self, payment: int) -> bool:
        return self.day(payment) >= self.event.effective

    def amount(self, payment: int) -> Fraction:
        """The amount on the basis of its record date."""
        return self.before[payment] / (self.event.ratio if self.is_after(payment) else 1)

    @property
    def is_mixed(self) -> bool:
        return self.is_after(INTERIM) != self.is_after(YEAR_END)

    @property
    def total(self) -> Fraction | None:
        """The total that issuers print: none over two bases."""
        return None if self.is_mixed else self.amount(INTERIM) + self.amount(YEAR_END)


def forecast(chance: random.Random) -> Forecast:
    """A forecast whose record dates lie in other months than that of the event, as far as that is not at an end."""
    found = _forecast(chance)
    while any(_is_near(found.day(payment), found.event.record) for payment in (INTERIM, YEAR_END)):
        found = _forecast(chance)
    return found


def _is_near(day: date, other: date) -> bool:
    return (day.year, day.month) == (other.year, other.month) and other.day < day.day - 3


def _forecast(chance: random.Random) -> Forecast:
    stated = event(chance)
    later = stated.resolution + timedelta(days=chance.randrange(40, 330))
    halves = [Fraction(chance.randrange(4, 80), 2) for _ in (INTERIM, YEAR_END)]
    unit = stated.ratio if stated.ratio > 1 else Fraction(1)
    before = (halves[0] * unit, halves[1] * unit)
    earlier = tuple(max(Fraction(1, 2), one + chance.choice((0, 0, 1, 2, -1)) * Fraction(unit, 2)) for one in before)
    return Forecast(stated, later.year, later.month, before, (earlier[0], earlier[1]))


def expected(one: Forecast) -> list[Mapping[str, object]]:
    """The rows that the announcement states."""
    return [
        {"record_date": one.day(payment), "amount": one.amount(payment), "previous": one.earlier[payment]}
        for payment in (INTERIM, YEAR_END)
    ]


# -- how an amount can be written


def sen(amount: Fraction) -> str:
    yen = amount.numerator // amount.denominator
    return f"{yen}円{int((amount - yen) * 100):02}銭"


def plain(amount: Fraction) -> str:
    return f"{float(amount):.2f}"


def yen(amount: Fraction) -> str:
    return f"{float(amount):g}円"


def wide(amount: Fraction) -> str:
    return plain(amount).translate(WIDE).replace(".", "．")


def read_amount(words: str) -> Fraction:
    """The amount that a passage of a table writes."""
    folded = unicodedata.normalize("NFKC", words).replace("銭", "")
    yen, _, rest = folded.partition("円") if "円" in folded else folded.partition(".")
    return Fraction(f"{yen}.{rest or '0'}") if "." not in yen else Fraction(yen)


AMOUNTS_JA: tuple[Callable[[Fraction], str], ...] = (sen, plain, yen, wide)
AMOUNTS_EN: tuple[Callable[[Fraction], str], ...] = (
    plain,
    lambda amount: f"{plain(amount)} yen",
    lambda amount: f"¥{plain(amount)}",
    lambda amount: f"JPY {plain(amount)}",
)

Cells = Sequence[tuple[str, Sequence[Fraction | None]]]


def rows_ja(one: Forecast, chance: random.Random, *, has_other_basis: bool) -> Cells:
    """The rows of a table in Japanese: name, and an amount or none for each column."""
    act, day = ("分割" if one.event.is_split else "併合"), chance.choice((western, era))(one.event.resolution)
    earlier = chance.choice(
        ("前回予想", "前回発表予想", f"前回予想({day}発表)", "従来予想", "当初予想", "修正前", "直近の配当予想")
    )
    now = chance.choice(("今回修正予想", "今回予想", "修正後", "今回発表予想", "修正予想", "今回修正"))
    other = chance.choice(
        (f"(株式{act}前換算)", f"株式{act}を考慮しない場合", f"(参考){act}前ベース", f"株式{act}前の基準")
    )
    return _rows(
        one,
        chance,
        (earlier, now, other, f"前期実績({one.year - 1}年{one.month}月期)"),
        has_other_basis=has_other_basis,
    )


def rows_en(one: Forecast, chance: random.Random, *, has_other_basis: bool) -> Cells:
    """The rows of a table in English."""
    act, day = ("split" if one.event.is_split else "consolidation"), american(one.event.resolution)
    earlier = chance.choice(
        (
            "Previous forecast",
            f"Previous forecast ({day})",
            "Initial forecast",
            f"Forecast announced on {day}",
            "Before revision",
        )
    )
    now = chance.choice(
        ("Revised forecast", "New forecast", "Forecast now", "Revised forecast (this time)", "After revision")
    )
    other = chance.choice(
        (
            f"(Before the share {act})",
            f"Revised forecast (pre-{act} basis)",
            f"Equivalent before the {act}",
            f"The same, without the {act}",
        )
    )
    past = chance.choice(
        (
            f"Results for the previous fiscal year (ended {american(one.day(YEAR_END).replace(year=one.year - 1, day=28))})",
            "Previous year, paid",
        )
    )
    return _rows(one, chance, (earlier, now, other, past), has_other_basis=has_other_basis)


def _rows(one: Forecast, chance: random.Random, names: Sequence[str], *, has_other_basis: bool) -> Cells:
    earlier, now, other, past = names
    found: list[tuple[str, Sequence[Fraction | None]]] = [
        (earlier, (*one.earlier, sum(one.earlier, Fraction(0)))),
        (now, (one.amount(INTERIM), one.amount(YEAR_END), one.total)),
    ]
    if has_other_basis:
        found.append((other, (*one.before, sum(one.before, Fraction(0)))))
    if chance.random() < 0.6:
        found.append((past, (one.before[0], one.before[0] + 1, 2 * one.before[0] + 1)))
    return found


def heads_ja(chance: random.Random) -> list[str]:
    return [
        chance.choice(("第2四半期末", "中間", "第２四半期末", "中間期末")),
        chance.choice(("期末", "期末配当")),
        chance.choice(("合計", "年間")),
    ]


def heads_en(chance: random.Random) -> list[str]:
    return [
        chance.choice(("Second quarter-end", "2nd quarter-end", "Interim", "End of 2Q", "End of second quarter")),
        chance.choice(("Year-end", "Fiscal year-end", "End of fiscal year")),
        chance.choice(("Total", "Annual", "Full year")),
    ]


# -- shapes of tables


def by_line(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], chance: random.Random) -> str:
    gap = chance.choice(("\t", "   ", " | ", "        "))
    return "\n".join([gap + gap.join(heads), *(gap.join([name, *cells]) for name, cells in rows)])


def below_names(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], _chance: random.Random) -> str:
    lines = ["    ".join(heads)]
    for name, cells in rows:
        lines += [name, "        " + "    ".join(cells)]
    return "\n".join(lines)


def by_cell(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], _chance: random.Random) -> str:
    return "\n".join(f"|{cell}" for cell in ["", *heads, *(cell for name, cells in rows for cell in (name, *cells))])


def five_columns(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], chance: random.Random) -> str:
    first, third = (
        ("第1四半期末", "第3四半期末")
        if heads[0] < "a" * 9 and ord(heads[0][0]) > 999
        else ("1st quarter-end", "3rd quarter-end")
    )
    wider = [(name, ["-", cells[0], "-", *cells[1:]]) for name, cells in rows]
    return by_line([first, heads[0], third, *heads[1:]], wider, chance)


def other_way_round(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], chance: random.Random) -> str:
    """The forecasts as columns, the payments as rows."""
    gap = chance.choice(("\t", "    "))
    shown = rows[:2]
    lines = [gap + gap.join(name for name, _ in shown)]
    lines += [gap.join([head, *(cells[n] for _, cells in shown)]) for n, head in enumerate(heads)]
    return "\n".join(lines)


SHAPES = {"by_line": by_line, "below_names": below_names, "by_cell": by_cell, "five_columns": five_columns}


def section_ja(one: Forecast, chance: random.Random, shape: Callable[..., str], *, has_other_basis: bool = True) -> str:
    """A part of an announcement in Japanese that changes the forecast."""
    amount, none = chance.choice(AMOUNTS_JA), chance.choice(("-", "―", "－"))
    year = chance.choice((f"{one.year}年{one.month}月期", f"{era(one.day(YEAR_END)).split('年')[0]}年{one.month}月期"))
    rows = [
        (name, [none if cell is None else amount(cell) for cell in cells])
        for name, cells in rows_ja(one, chance, has_other_basis=has_other_basis)
    ]
    title = chance.choice(("1株当たり年間配当金", "年間配当金(円)", "1株当たり配当金"))
    return f"4.{year}の配当予想の修正について\n(1)理由\n本件に伴い修正するものです。\n(2)内容\n{title}\n{shape(heads_ja(chance), rows, chance)}\n5.その他\n資本金の額に変更はありません。\n"


def section_en(one: Forecast, chance: random.Random, shape: Callable[..., str], *, has_other_basis: bool = True) -> str:
    """A part of an announcement in English that changes the forecast."""
    amount, none = chance.choice(AMOUNTS_EN), chance.choice(("-", "–", "―"))
    day = chance.choice((american, british))(one.day(YEAR_END))
    rows = [
        (name, [none if cell is None else amount(cell) for cell in cells])
        for name, cells in rows_en(one, chance, has_other_basis=has_other_basis)
    ]
    title = chance.choice(("Dividend per share (yen)", "Annual dividend per share", "Dividends per share"))
    return f"4. Revision of the dividend forecast for the fiscal year ending {day}\n{title}\n{shape(heads_en(chance), rows, chance)}\n\n5. Other\nThe amount of share capital stays the same.\n"


def sentences_ja(one: Forecast, chance: random.Random) -> str:
    """The change in sentences."""
    amount = chance.choice((sen, yen))
    act = "分割" if one.event.is_split else "併合"
    parts = []
    for payment, name in ((INTERIM, "中間配当"), (YEAR_END, "期末配当")):
        basis = f"株式{act}{'後' if one.is_after(payment) else '前'}の株式数"
        parts.append(
            f"{one.year}年{one.month}月期の{name}は、1株当たり{amount(one.earlier[payment])}から{amount(one.amount(payment))}({basis}によります)に修正いたします。"
        )
    return "4.配当予想の修正について\n" + "".join(parts) + "\n5.その他\n資本金の額に変更はありません。\n"


def sentences_en(one: Forecast, _chance: random.Random) -> str:
    """The change in sentences, in English."""
    act = "split" if one.event.is_split else "consolidation"
    parts = []
    for payment, name in ((INTERIM, "interim"), (YEAR_END, "year-end")):
        basis = f"{'after' if one.is_after(payment) else 'before'} the {act}"
        parts.append(
            f"The {name} dividend forecast for the fiscal year ending {american(one.day(YEAR_END))} is changed"
            f" from {plain(one.earlier[payment])} yen to {plain(one.amount(payment))} yen ({basis}) per share."
        )
    return "4. Dividend forecast\n" + " ".join(parts) + "\n\n5. Other\nShare capital stays the same.\n"
