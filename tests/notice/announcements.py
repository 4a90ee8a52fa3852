"""Announcements in our own words, made from random terms in several layouts of both languages."""

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from desktop.domain.record import record

WEEKDAYS_JA = "月火水木金土日"
NAMES_JA = ("青空製作所", "みなと食品", "ノースリバー", "東西海運", "カモメ電機", "ABCシステムズ")
NAMES_EN = ("Blue Harbor Corporation", "Kamome Denki Co., Ltd.", "North River Holdings, Inc.", "Tozai Kaiun Limited")
RATIOS = (
    Fraction(2), Fraction(3), Fraction(5), Fraction(10), Fraction(100), Fraction(3, 2), Fraction(6, 5), Fraction(1, 5),
    Fraction(1, 10), Fraction(1, 20), Fraction(1, 2),
)  # fmt: skip


@record(frozen=True)
class Event:
    """What an announcement states."""

    name_ja: str
    name_en: str
    code: str
    ratio: Fraction
    resolution: date
    notice: date
    record: date
    effective: date
    issued: int
    authorized: int
    authorized_after: int

    @property
    def after(self) -> int:
        return int(self.issued * self.ratio)

    @property
    def increase(self) -> int:
        return self.after - self.issued

    @property
    def is_split(self) -> bool:
        return self.ratio > 1


def event(chance: random.Random) -> Event:
    ratio = chance.choice(RATIOS)
    resolution = date(2004, 1, 5) + timedelta(days=chance.randrange(8000))
    record_date = resolution + timedelta(days=chance.randrange(25, 150))
    issued = chance.randrange(10_000, 9_000_000) * 100
    authorized = issued * chance.choice((2, 3)) + chance.randrange(1000) * 100
    return Event(
        "株式会社" + chance.choice(NAMES_JA) if chance.random() < 0.5 else chance.choice(NAMES_JA) + "株式会社",
        chance.choice(NAMES_EN),
        str(chance.randrange(2100, 9990)) if chance.random() < 0.8 else f"{chance.randrange(130, 499)}A",
        ratio,
        resolution,
        record_date - timedelta(days=chance.randrange(15, 20)),
        record_date,
        record_date + timedelta(days=1),
        issued,
        authorized,
        int(authorized * ratio),
    )


def expected(one: Event, *, authorized_before: bool = False, notice: bool = True) -> Mapping[str, object]:
    """The terms that an announcement of the event states."""
    found: dict[str, object] = {
        "schedule.resolution_date": one.resolution,
        "schedule.record_date": one.record,
        "schedule.effective_date": one.effective,
        "shares.issued": one.issued,
        "announced.shares.increase": one.increase,
        "announced.shares.issued_after": one.after,
        "shares.authorized_after": one.authorized_after,
    }
    if notice:
        found["schedule.notice_date"] = one.notice
    if authorized_before:
        found["shares.authorized"] = one.authorized
    return found


# -- how a date, a number and a ratio can be written

WIDE = str.maketrans("0123456789,()", "０１２３４５６７８９，（）")


def western(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def with_weekday(day: date) -> str:
    return f"{western(day)}({WEEKDAYS_JA[day.weekday()]})"


def with_long_weekday(day: date) -> str:
    return f"{western(day)}({WEEKDAYS_JA[day.weekday()]}曜日)"


def era(day: date) -> str:
    name, first = ("令和", 2018) if day >= date(2019, 5, 1) else ("平成", 1988)
    year = day.year - first
    return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def spread(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def wide(day: date) -> str:
    return western(day).translate(WIDE)


DATES_JA: tuple[Callable[[date], str], ...] = (western, with_weekday, with_long_weekday, era, spread, wide)


def american(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def american_weekday(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def american_behind(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year} ({day:%A})"


def british(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


DATES_EN: tuple[Callable[[date], str], ...] = (american, american_weekday, american_behind, british)


def count_ja(number: int) -> str:
    return f"{number:,}株"


def count_wide(number: int) -> str:
    return f"{number:,}株".translate(WIDE)


def count_myriads(number: int) -> str:
    oku, rest = divmod(number, 10**8)
    man, ones = divmod(rest, 10**4)
    parts = (f"{oku}億" if oku else "", f"{man:,}万" if man else "", f"{ones}" if ones else "")
    return "".join(parts) + "株"


COUNTS_JA: tuple[Callable[[int], str], ...] = (count_ja, count_wide, count_myriads)


def plain(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def ratio_ja(one: Event, chance: random.Random) -> str:
    r = one.ratio
    if not one.is_split:
        n = plain(1 / r)
        return chance.choice((f"{n}株につき1株の割合で併合", f"{n}株を1株に併合", f"{n}株を1株の割合をもって併合"))
    n = plain(r)
    return chance.choice(
        (
            f"1株につき{n}株の割合をもって分割",
            f"1株を{n}株に分割",
            f"1株につき、{n}株の割合で分割",
            f"1株につき{n}株に分割",
        )
    )


WORDS = {2: "two", 3: "three", 5: "five", 10: "ten", 20: "twenty", 100: "one hundred"}


def ratio_en(one: Event, chance: random.Random) -> str:
    if one.is_split:
        n, word = plain(one.ratio), WORDS.get(int(one.ratio), "") if one.ratio.denominator == 1 else ""
        ways = [
            f"at a ratio of 1:{n}",
            f"on a {n}-for-1 basis",
            f"at a ratio of {n}-for-one",
            f"at the ratio of one to {n}",
        ]
        if word:
            ways += [f"into {word} ({n}) shares per share", f"on a {word}-for-one basis"]
        return chance.choice(ways)
    n = plain(1 / one.ratio)
    return chance.choice((f"at a ratio of 1-for-{n}", f"at a ratio of one-for-{n}", f"at a ratio of {n} to 1"))


# -- layouts in Japanese


def _words(one: Event) -> tuple[str, str]:
    return ("分割", "増加") if one.is_split else ("併合", "減少")


def _head_ja(one: Event, chance: random.Random, day: Callable[[date], str]) -> str:
    act, _ = _words(one)
    header = chance.choice(
        (
            f"{day(one.resolution)}\n各 位\n会 社 名 {one.name_ja}\n代表者名 山田 太郎\n(コード番号:{one.code} 東証)\n",
            f"{day(one.resolution)}\n\n上場会社名　{one.name_ja}\nコード番号　{one.code}\n問合せ先　03-1234-5678\n",
            f"　　　　　　　　{day(one.resolution)}\n{one.name_ja}\n(証券コード {one.code})\n",
        )
    )
    return (
        f"{header}\n株式{act}及び定款の一部変更に関するお知らせ\n\n"
        f"当社は、{day(one.resolution)}開催の取締役会において、下記のとおり株式{act}及び定款の一部変更を決議しました。\n\n記\n"
        f"1.株式{act}の目的\n投資単位当たりの金額を見直すものです。\n\n2.株式{act}の概要\n(1){act}の方法\n"
        f"{day(one.record)}最終の株主名簿に記載された株主の所有する普通株式を、{ratio_ja(one, chance)}いたします。\n"
    )


def _counts_ja(one: Event) -> list[tuple[str, int]]:
    act, way = _words(one)
    return [
        (f"株式{act}前の発行済株式総数", one.issued),
        (f"今回の{act}により{way}する株式数", abs(one.increase)),
        (f"株式{act}後の発行済株式総数", one.after),
        (f"株式{act}後の発行可能株式総数", one.authorized_after),
    ]


def _days_ja(one: Event) -> list[tuple[str, date]]:
    return [("基準日公告日", one.notice), ("基準日", one.record), ("効力発生日", one.effective)]


def table_ja(one: Event, chance: random.Random) -> str:
    """A label and its value on each line."""
    day, count, gap = (
        chance.choice(DATES_JA),
        chance.choice(COUNTS_JA),
        chance.choice(("\t", " : ", "　　", ":", " … ")),
    )
    act, way = _words(one)
    rows = [f"{n} {label}{gap}{count(value)}" for n, (label, value) in zip("①②③④", _counts_ja(one), strict=True)]
    days = [f"({n}){label}{gap}{day(value)}" for n, (label, value) in enumerate(_days_ja(one), start=1)]
    heading = f"(2){act}により{way}する株式数\n"
    return _head_ja(one, chance, day) + heading + "\n".join(rows) + "\n3.日程\n" + "\n".join(days) + "\n以上\n"


def blocks_ja(one: Event, chance: random.Random) -> str:
    """All labels, then all values."""
    day, count = chance.choice(DATES_JA), chance.choice(COUNTS_JA)
    act, way = _words(one)
    labels = [label for label, _ in _counts_ja(one)] + [f"{act}の日程"] + [label for label, _ in _days_ja(one)]
    values = [count(value) for _, value in _counts_ja(one)] + [day(value) for _, value in _days_ja(one)]
    heading = f"(2){act}により{way}する株式数\n"
    return _head_ja(one, chance, day) + heading + "\n".join(labels) + "\n" + "\n".join(values) + "\n(3) その他\n以上"


def cells_ja(one: Event, chance: random.Random) -> str:
    """A cell on each line."""
    day, count = chance.choice(DATES_JA), chance.choice(COUNTS_JA)
    rows = [f"|{label}\n|{count(value)}" for label, value in _counts_ja(one)]
    days = [f"|\n({n})\n|{label}\n|\n{day(value)}" for n, (label, value) in enumerate(_days_ja(one), start=1)]
    return _head_ja(one, chance, day) + "\n".join(rows) + "\n3. 日程\n" + "\n".join(days) + "\n"


def prose_ja(one: Event, chance: random.Random) -> str:
    """A report in sentences."""
    day, count = chance.choice((western, with_weekday)), chance.choice((count_ja, count_myriads))
    act, way = _words(one)
    back = "に" if one.is_split else "へと"
    return (
        f"{one.name_ja}({one.code})、株式{act}を決定\n{day(one.resolution)}\n"
        f"{one.name_ja}は、{day(one.resolution)}開催の取締役会で株式の{act}を決議した。"
        f"{day(one.record)}を基準日として、普通株式{ratio_ja(one, chance)}する。効力発生日は{day(one.effective)}。\n"
        f"株式{act}前の発行済株式総数は{count(one.issued)}で、{act}により{way}する株式数は{count(abs(one.increase))}、"
        f"株式{act}後の発行済株式総数は{count(one.after)}となる。"
        f"発行可能株式総数は{count(one.authorized)}から{count(one.authorized_after)}{back}変更する。\n"
    )


# -- layouts in English


def _head_en(one: Event, chance: random.Random, day: Callable[[date], str]) -> str:
    act = "Stock Split" if one.is_split else "Share Consolidation"
    verb = "split" if one.is_split else "consolidated"
    header = chance.choice(
        (
            f"{american(one.resolution)}\nCompany name: {one.name_en}\n(Securities code: {one.code}, TSE Prime)\n",
            f"{one.name_en}\n(Stock Code: {one.code})\n{american(one.resolution)}\n",
            f"[Translation]\n{day(one.resolution)}\n{one.name_en}\nCode No.: {one.code}\n",
        )
    )
    return (
        f"{header}\nNotice Regarding {act} and Partial Amendment to the Articles of Incorporation\n\n"
        f"{one.name_en} announces that its Board of Directors resolved today on a {act.lower()}.\n\n"
        f"1. Purpose of the {act}\nTo bring the investment unit to a suitable level.\n\n2. Outline of the {act}\n"
        f"(1) Method of the {act}\n"
        f"Shares held by shareholders in the register of shareholders as of {day(one.record)}, the record date, "
        f"will be {verb} {ratio_en(one, chance)}.\n"
    )


def _counts_en(one: Event, chance: random.Random) -> list[tuple[str, int]]:
    act = "stock split" if one.is_split else "share consolidation"
    total = chance.choice(
        ("Total number of issued shares", "Number of shares issued", "Total number of shares outstanding")
    )
    before, after = chance.choice((("before", "after"), ("prior to", "following")))
    increase = (
        chance.choice(
            (
                f"Number of shares to be increased due to the {act}",
                f"Increase in number of shares as a result of the {act}",
            )
        )
        if one.is_split
        else f"Decrease in number of shares due to the {act}"
    )
    authorized = chance.choice(("Total number of authorized shares", "Total number of shares authorized to be issued"))
    return [
        (f"{total} {before} the {act}", one.issued),
        (increase, abs(one.increase)),
        (f"{total} {after} the {act}", one.after),
        (f"{authorized} {after} the {act}", one.authorized_after),
    ]


def _days_en(one: Event, chance: random.Random) -> list[tuple[str, date]]:
    notice = chance.choice(
        (
            "Date of public notice of the record date",
            "Public notice date of record date",
            "Public notice of the record date",
        )
    )
    return [(notice, one.notice), ("Record date", one.record), ("Effective date", one.effective)]


def table_en(one: Event, chance: random.Random) -> str:
    """A label and its value on each line."""
    day, gap = chance.choice(DATES_EN), chance.choice((": ", "\t", "   ", " : "))
    rows = [f"{n}) {label}{gap}{value:,} shares" for n, (label, value) in enumerate(_counts_en(one, chance), start=1)]
    days = [f"({n}) {label}{gap}{day(value)}" for n, (label, value) in enumerate(_days_en(one, chance), start=1)]
    return _head_en(one, chance, day) + "\n".join(rows) + "\n3. Schedule\n" + "\n".join(days) + "\n"


def blocks_en(one: Event, chance: random.Random) -> str:
    """All labels, then all values."""
    day = chance.choice(DATES_EN)
    counts, days = _counts_en(one, chance), _days_en(one, chance)
    labels, values = [label + ":" for label, _ in counts], [f"{value:,} shares" for _, value in counts]
    schedule = [f"{label}: {day(value)}" for label, value in days]
    return "\n".join([_head_en(one, chance, day), *labels, *values, "(3) Schedule", *schedule]) + "\n"


def cells_en(one: Event, chance: random.Random) -> str:
    """A cell on each line."""
    day = chance.choice(DATES_EN)
    rows = [
        f"|{n}\n|)\n|{label}:\n|{value:,} shares" for n, (label, value) in enumerate(_counts_en(one, chance), start=1)
    ]
    days = [
        f"|\n({n})\n|{label}\n|{day(value)} (Scheduled)"
        for n, (label, value) in enumerate(_days_en(one, chance), start=1)
    ]
    return _head_en(one, chance, day) + "\n".join(rows) + "\n3. Schedule\n" + "\n".join(days) + "\n"


LAYOUTS: dict[str, Callable[[Event, random.Random], str]] = {
    "table_ja": table_ja, "blocks_ja": blocks_ja, "cells_ja": cells_ja, "prose_ja": prose_ja,
    "table_en": table_en, "blocks_en": blocks_en, "cells_en": cells_en,
}  # fmt: skip
