"""What an announcement says besides of the shares, the listing, the meeting and the ADRs is read, or left blank."""

import random
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from desktop.notice.reading import Reading, read
from tests.notice.announcements import (
    COUNTS_JA,
    DATES_EN,
    DATES_JA,
    WIDE,
    Event,
    event,
    spread,
    table_en,
    table_ja,
)  # fmt: skip

Terms = Mapping[str, object]
#: What of an announcement is asked for here.
ASKED = (
    "shares.treasury", "shares.by_meeting", "company.unit", "company.unit_after", "company.listing", "schedule.market",
    "company.currency", "adr.fee_per_100", "adr.distribution_date", "adr.record_date",
)  # fmt: skip


def asked(text: str) -> Terms:
    reading = read(text)
    assert isinstance(reading, Reading), text
    assert not reading.problems, reading.problems
    places = {place.path: text[place.start : place.end] for place in reading.places}
    assert all(places[path].strip() for path in reading.terms)
    return {path: value for path, value in reading.terms.items() if path in ASKED and path != "company.listing"}


def wrapped(text: str, width: int) -> str:
    """Running text broken at a width, as pages break it."""
    return "\n".join(
        "\n".join(line[start : start + width] for start in range(0, max(len(line), 1), width))
        for line in text.split("\n")
    )


# -- treasury shares and units in random announcements


def treasury_ja(held: int, stated: Event, chance: random.Random) -> str:
    day, count = chance.choice((*DATES_JA, spread))(stated.resolution), chance.choice(COUNTS_JA)(held)
    return chance.choice(
        (
            f"(注){day}現在の自己株式は{count}であります。",
            f"(注)上記の発行済株式総数には、{day}現在の自己株式{count}を含んでおります。",
            f"なお、当社が保有する自己株式({day}現在 {count})も対象となります。",
            f"自己株式数:{count}",
            f"自己株式の数\t{count}",
            f"(うち自己株式 {count})",
        )
    )


def treasury_en(held: int, stated: Event, chance: random.Random) -> str:
    day = chance.choice(DATES_EN)(stated.resolution)
    return chance.choice(
        (
            f"(Note) The number of treasury shares as of {day} was {held:,} shares.",
            f"The above includes {held:,} treasury shares (as of {day}).",
            f"Treasury shares: {held:,}",
            f"The figure contains {held:,} shares of treasury stock.",
            f"The Company holds {held:,} treasury shares.",
        )
    )


def unit_ja(before: int, after: int, chance: random.Random) -> str:
    old, new = (chance.choice((f"{one:,}株", f"{one:,}株".translate(WIDE))) for one in (before, after))
    return chance.choice(
        (
            f"単元株式数を{old}から{new}に変更いたします。",
            f"単元株式数を、現行の{old}から{new}へ変更します。",
            f"現行定款\n第8条 当会社の単元株式数は、{old}とする。\n変更案\n第8条 当会社の単元株式数は、{new}とする。",
            f"売買単位を{old}から{new}に改めます。",
        )
    )


def unit_en(before: int, after: int, chance: random.Random) -> str:
    return chance.choice(
        (
            f"The number of shares constituting one trading unit will be changed from {before:,} shares to {after:,} shares.",
            f"One unit, now {before:,} shares, will consist of {after:,} shares.",
            f"The trading unit is changed from {before:,} to {after:,} shares.",
        )
    )


WRITERS: dict[str, tuple[Callable[..., str], Callable[..., str], Callable[..., str]]] = {
    "ja": (table_ja, treasury_ja, unit_ja),
    "en": (table_en, treasury_en, unit_en),
}


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("language", WRITERS)
def test_treasury_shares_are_read_as_they_were_written(language: str, seed: int) -> None:
    chance = random.Random(f"treasury{language}{seed}")
    stated = event(chance)
    held = chance.randrange(1_000, stated.issued // 12)
    write, treasury, _ = WRITERS[language]
    text = f"{write(stated, chance).removesuffix('以上' + chr(10))}\n6. {treasury(held, stated, chance)}\n"
    assert asked(text) == {"shares.treasury": held}, text


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("language", WRITERS)
def test_units_are_read_as_they_were_written(language: str, seed: int) -> None:
    chance = random.Random(f"unit{language}{seed}")
    stated = event(chance)
    before, after = chance.choice(((1000, 100), (100, 1), (10, 100), (500, 100), (1, 100)))
    write, _, unit = WRITERS[language]
    text = f"{write(stated, chance).removesuffix('以上' + chr(10))}\n6. {unit(before, after, chance)}\n"
    assert asked(text) == {"company.unit": before, "company.unit_after": after}, text


SENTENCES: dict[str, tuple[str, Terms]] = {
    "cancelled": ("当社は自己株式1,200,000株を消却します。", {}),
    "bought": ("取得した自己株式の総数 300,000株。自己株式300,000株の取得を決議しました。", {}),
    "left after a cancellation": ("消却後の自己株式数 87,340株", {"shares.treasury": 87340}),
    "two numbers": ("自己株式は10,000株です。自己株式は12,000株です。", {}),
    "both sides": ("自己株式数 10,000株(分割前)\n自己株式数 20,000株(分割後)", {"shares.treasury": 10000}),
    "excluded": ("自己株式を除く発行済株式総数は9,000,000株です。", {}),
    "unit as it is": ("なお、単元株式数(100株)の変更はありません。", {"company.unit": 100}),
    "unit changes without numbers": ("単元株式数の変更も行います。単元株式数は、100株とします。", {}),
    "units adopted": (
        "単元株制度を採用し、単元株式数を100株といたします。",
        {"company.unit": 1, "company.unit_after": 100},
    ),
    "units adopted before": ("単元株式数を100株とする単元株制度を採用しています。", {"company.unit": 100}),
    "meeting": (
        "2014年6月27日開催予定の定時株主総会に株式分割に係る定款変更議案を付議いたします。",
        {"shares.by_meeting": True},
    ),
    "meeting about a dividend": ("定時株主総会に剰余金の配当の議案を付議いたします。", {}),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_read_for_what_it_says(name: str) -> None:
    said, terms = SENTENCES[name]
    text = (
        "2014年3月10日\n株式分割に関するお知らせ\n1株を2株に分割いたします。\n株式分割前の発行済株式総数 10,000,000株\n"
        f"効力発生日 2014年10月1日\nその他\n{said}\n"
    )
    assert asked(text) == terms


ADRS: dict[str, tuple[str, Terms]] = {
    "per hundred": (
        "Holders pay a fee of up to US$5.00 per 100 ADRs for the issuance of ADRs.",
        {"adr.fee_per_100": Decimal(5)},
    ),
    "per one": ("The depositary charges an issuance fee of $0.05 per ADS.", {"adr.fee_per_100": Decimal(5)}),
    "cancellation": ("A cancellation fee of up to US$0.05 per ADS is charged.", {}),
    "another number": ("A fee of $5.00 per 1,000 ADSs issued is charged.", {}),
    "two fees": ("A fee of $5.00 per 100 ADSs issued. A fee of $3.00 per 100 ADSs issued.", {}),
    "days": (
        "ADR record date: October 1, 2024\nThe additional ADRs will be distributed on or about October 9, 2024.",
        {"adr.record_date": date(2024, 10, 1), "adr.distribution_date": date(2024, 10, 9)},
    ),
}


@pytest.mark.parametrize("name", ADRS)
def test_what_holders_of_adrs_pay_and_when_they_receive(name: str) -> None:
    said, terms = ADRS[name]
    text = (
        "Notice of Stock Split\nMay 10, 2024\nOur common shares will be split at a ratio of 1:3 effective October 1, 2024.\n\n"
        f"American Depositary Receipts\n{said}\n"
    )
    assert asked(text) == terms


LISTINGS: dict[str, tuple[str, object]] = {
    "プライム": ("(コード番号:7827 東証プライム市場)", "東証プライム市場"),
    "comma": ("(コード：７８２７、東証プライム)", "東証プライム"),
    "two exchanges": ("コード番号 7827 (東証第一部・名証第一部)", "東証第一部・名証第一部"),
    "slash": ("コード：7827／東証スタンダード", "東証スタンダード"),
    "none": ("(コード番号:7827)", None),
    "a rule of the exchange": ("(コード番号:7827)\n東京証券取引所が公表した行動計画に沿うものです。", None),
    "English": (
        "(Securities Code: 7827; Standard Market of the Tokyo Stock Exchange)",
        "Standard Market of the Tokyo Stock Exchange",
    ),
    "in brackets": ("(TSE Growth 7827)", "TSE Growth"),
}


@pytest.mark.parametrize("name", LISTINGS)
def test_the_listing_is_that_beside_the_code(name: str) -> None:
    head, listing = LISTINGS[name]
    text = f"2024年3月11日\n会社名 株式会社ひばり商事\n{head}\n株式分割に関するお知らせ\n1株を2株に分割いたします。\n効力発生日 2024年10月1日\n"
    reading = read(text)
    assert isinstance(reading, Reading)
    assert reading.terms.get("company.listing") == listing
    assert "schedule.market" not in reading.terms


def test_a_company_of_american_exchanges_alone_follows_their_calendar() -> None:
    reading = read(
        "Blue Harbor Corporation Announces Two-for-One Stock Split\nMay 10, 2024 -- Blue Harbor Corporation (NYSE: BLH) said its"
        " common shares will be split two-for-one effective June 10, 2024.\n"
    )
    assert isinstance(reading, Reading)
    assert (reading.terms["company.listing"], reading.terms["schedule.market"]) == ("NYSE", "XNYS")
    assert reading.terms["company.currency"] == "USD"
    assert {place.path for place in reading.places if place.inferred} >= {"schedule.market", "company.currency"}


@pytest.mark.parametrize("width", [34, 40, 52])
def test_lines_that_a_page_broke_are_read_as_one(width: int) -> None:
    said = "なお、上記の発行済株式総数には、2014年2月28日現在において当社が保有している自己株式214,308株を含んでおりますのでご留意ください。"
    text = (
        "2014年3月10日\n株式分割に関するお知らせ\n1株を2株に分割いたします。\n株式分割前の発行済株式総数 10,000,000株\n"
        f"効力発生日 2014年10月1日\nその他\n{wrapped(said, width)}\n"
    )
    assert asked(text) == {"shares.treasury": 214308}


@pytest.mark.parametrize(
    "amendment",
    [
        "２．定款の一部変更\n会社法第184条第2項の規定に基づき、2031年5月1日をもって当社定款第6条の発行可能株式総数を変更いたします。",
        "２．定款の一部変更\n(1)変更の日程\n効力発生日 2031年5月1日(木)",
        "2. Partial Amendment to the Articles of Incorporation\n(3) Schedule\nEffective Date: Thursday, May 1, 2031",
        "2. Partial Amendment to the Articles of Incorporation\nArticle 6 is amended, effective May 1, 2031.",
    ],
)
def test_the_day_on_which_the_articles_change_is_read_where_their_part_states_it(amendment: str) -> None:
    split = "Notice of Stock Split\nEach share is split into three shares.\nRecord date: April 30, 2031\n"
    if "定款" in amendment:
        split = "株式分割に関するお知らせ\n普通株式1株につき3株の割合をもって分割いたします。\n基準日 2031年4月30日\n"
    found = read(split + amendment)
    assert isinstance(found, Reading)
    assert found.terms["articles.effective_date"] == date(2031, 5, 1)
    without = read(split)
    assert isinstance(without, Reading)
    assert "articles.effective_date" not in without.terms
