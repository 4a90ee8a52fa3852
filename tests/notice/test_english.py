"""English announcements in the wordings of several countries: each class of wording gives its terms, and nothing else."""

from datetime import date
from fractions import Fraction

import pytest

from desktop.domain.message import Message
from desktop.notice.adr_ratios import sides, statements
from desktop.notice.dates import dates
from desktop.notice.ratios import ratios
from desktop.notice.reading import Reading, read
from desktop.notice.tokens import tokens

RATIOS = (
    ("every twenty (20) issued Existing Shares of HK$0.01 each be consolidated into one (1) Consolidated Share", "1/20"),
    ("sub-division of each existing ordinary share of 25 pence each into five new ordinary shares of 5 pence each", "5"),
    ("its shares will be split on a 1:4 basis, that is, each ordinary share will become four.", "4"),
    ("Consolidation ratio: 5 shares -> 1 share", "1/5"),
    ("Stock split. Split ratio          1 to 3", "3"),
    ("Issue of bonus shares in the proportion of 1:2: one bonus share of Rs. 10 for every two existing shares held", "3/2"),
    ("Stock split: for every 2 shares you own you will have 5.", "5/2"),
    ("a 10% stock dividend: holders will be issued one new share for every ten shares held", "11/10"),
    ("a split in the form of a 50% stock dividend: one additional share of common stock for every two they hold", "3/2"),
    ("a 21-for-20 stock split; one additional common share will be issued for each 20 common shares held", "21/20"),
    ("Share split: each share of DKK 5 is replaced by five shares of DKK 1.", "5"),
    ("Share split: six shares will be held after the split for each share held by those on the register.", "6"),
    ("The consolidation is on a ten (10) old for one (1) new basis.", "1/10"),
    ("one (1) post-consolidation share for every fifteen (15) pre-consolidation shares (the consolidation)", "1/15"),
    ("The stock split gives shareholders two additional shares for every share they hold.", "3"),
    ("Stock split: 1 common share becomes 3 common shares.", "3"),
    ("gratis allotment: shareholders shall be allotted 0.5 share for each share without consideration", "3/2"),
    ("a four-way split of the common stock", "4"),
    ("Reverse split. Ratio: 1 (new) for 25 (old)", "1/25"),
    ("Share split: 1 old share will give 10 new shares", "10"),
    ("notice of share split; resolved 24 February 2011 by the directors at their meeting; 1 share -> 3 shares", "3"),
    ("change of par value (stock split): each existing share will be exchanged for ten new shares", "10"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "ratio"), RATIOS)
def test_a_ratio_is_read_in_every_order_of_the_language(words: str, ratio: str) -> None:
    found = list(ratios(words))
    best = max((one.weight for one in found), default=0)
    assert {one.value for one in found if one.weight == best} == {Fraction(ratio)}


@pytest.mark.parametrize(
    "words",
    [
        "Published 15:30, a stock split",
        "a reverse stock split at a ratio of not less than 1-for-5 and not more than 1-for-20",
        "results were restated for the two-for-one stock split",
        "each ADS represents two shares after the stock split",
    ],
)
def test_what_is_no_ratio_of_the_event_is_none(words: str) -> None:
    assert not list(ratios(words))


ADRS = (
    ("Old ratio: 2 ADR : 1 ORD\nNew ratio: 1 ADR : 2 ORD", (2, 1), (1, 2)),
    ("the ADR ratio was amended on 17 November 2021 from 100 ordinary shares per ADR to 20 ordinary shares per ADR", (1, 100), (1, 20)),
    ("From 28 July 2015 one ADS will represent two shares; until then one ADS represents four shares", (1, 4), (1, 2)),
    ("Each ADS at present represents five Shares. From 26 May 2010 each ADS will represent twenty-five Shares", (1, 5), (1, 25)),
    ("ADS ratio (ADS to ordinary shares): from 1:5 to 1:25", (1, 5), (1, 25)),
    ("10 ADSs represent 1 common share (currently 2 ADSs represent 1 common share)", (2, 1), (10, 1)),
    ("from the current ADS ratio of one (1) ADS to two (2) shares to one (1) ADS to twenty (20) shares", (1, 2), (1, 20)),
)  # fmt: skip


@pytest.mark.parametrize(("words", "old", "new"), ADRS)
def test_a_ratio_of_adrs_is_read_before_and_after(words: str, old: tuple[int, int], new: tuple[int, int]) -> None:
    before, after = sides(statements(tokens(words).undated))
    assert before is not None
    assert after is not None
    assert ((before.adrs, before.shares), (after.adrs, after.shares)) == (old, new)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("10/09/2020 and 10/14/2020", ["2020-10-09", "2020-10-14"]),
        ("from 31/12/2021 to 01/02/2022.", ["2021-12-31", "2022-02-01"]),
        ("CUSIP 123, on 07/03/2017", ["2017-07-03"]),
        ("on 07/03/2017", []),
        ("11 September 2026, Friday", ["2026-09-11"]),
        ("June 30, 2014 (Mon.)", ["2014-06-30"]),
        ("split 1 to 3\n\nFebruary 14, 2022 15:30", ["2022-02-14"]),
    ],
)
def test_dates_in_every_english_form(words: str, days: list[str]) -> None:
    assert [one.value.isoformat() for one in dates(words) if one.value] == days


HEAD = "Kawabe Instruments Co., Ltd. (Code 7734)\nMarch 3, 2021\nNotice of Stock Split\nEach share will be split into two shares.\n"
DAYS = (
    ("Cut-off date for entitlement (record date): 03/31/2021.", "schedule.record_date", "2021-03-31"),
    ("Base date: Wed, 31 Mar 2021", "schedule.record_date", "2021-03-31"),
    ("Record ........... 31-Mar-2021", "schedule.record_date", "2021-03-31"),
    ("Holders on the register at the close of 31 March 2021 are entitled.", "schedule.record_date", "2021-03-31"),
    ("You will receive them for the shares you own at the close of business on March 31, 2021.", "schedule.record_date", "2021-03-31"),
    ("Record date: Thu., Apr. 1, 2021. As there is no business on that day, Wed., Mar. 31, 2021 in substance.", "announced.schedule.record_date_in_substance", "2021-03-31"),
    ("Day of validity: Thu., Apr. 1, 2021", "schedule.effective_date", "2021-04-01"),
    ("In force from     1 April 2021, Thursday", "schedule.effective_date", "2021-04-01"),
    ("Comes into effect: 1 April 2021", "schedule.effective_date", "2021-04-01"),
    ("Effectiveness: 2021-04-01.", "schedule.effective_date", "2021-04-01"),
    ("Effective date of unit change, split and Articles  April 1, 2021 (planned)", "schedule.effective_date", "2021-04-01"),
    ("The split will be carried out on April 1, 2021.", "schedule.effective_date", "2021-04-01"),
    ("The new shares will become effective and dealings will begin at 8.00 a.m. on 1 April 2021.", "schedule.effective_date", "2021-04-01"),
    ("Record date advertised       15 March 2021, Monday", "schedule.notice_date", "2021-03-15"),
    ("Public notice concerning the allotment date\tMonday, March 15, 2021", "schedule.notice_date", "2021-03-15"),
    ("Publication of notice of the record date: March 15, 2021", "schedule.notice_date", "2021-03-15"),
    ("resolution 3 March 2021 / notice 15 March 2021 / record 31 March 2021", "schedule.notice_date", "2021-03-15"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "path", "day"), DAYS)
def test_a_day_is_what_the_nearest_words_say(words: str, path: str, day: str) -> None:
    reading = read(HEAD + words)
    assert isinstance(reading, Reading)
    assert reading.terms[path] == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        "Last day of trading in lots of 1,000  March 26, 2021",
        "Dealings begin on 1 April 2021.",
        "Extraordinary General Meeting: March 25, 2021",
        "Options expire on March 31, 2021.",
        "A dividend is paid to holders of record on March 31, 2021.",
    ],
)
def test_other_days_are_left_alone(words: str) -> None:
    reading = read(HEAD + words)
    assert isinstance(reading, Reading)
    assert not {"schedule.record_date", "schedule.effective_date", "schedule.notice_date"} & reading.terms.keys()


COUNTS = (
    ("Shares on issue (pre-split) 5,000,000\nShares on issue (post-split) 10,000,000", (5, 10, None, None)),
    ("                 Before        After\nOrdinary shares (KWB)   5,000,000     10,000,000", (5, 10, None, None)),
    ("Shares outstanding before/after: 5,000,000 / 10,000,000\nAuthorized shares before/after: 20,000,000 / 40,000,000", (5, 10, 20, 40)),
    (
        ("the authorised share capital is HK$20,000,000 divided into 20,000,000 Shares, of which 5,000,000 Shares are in issue. The authorised share capital will be"
        " HK$20,000,000 divided into 40,000,000 Shares, of which 10,000,000 Shares will be in issue"),
        (5, 10, 20, 40),
    ),
    ("The number of issued shares goes up to 10 million from 5 million.", (5, 10, None, None)),
    ("There are 5,000,000 shares in issue now; there will be 10,000,000 shares in issue. The Articles allow 20,000,000 shares now and will allow 40,000,000 shares.", (5, 10, 20, 40)),
    ("The Company has 20,000,000 authorized shares; no increase is needed.", (None, None, 20, 20)),
    ("Authorized: 20,000,000 pre-split; 20,000,000 post-split", (None, None, 20, 20)),
    ("Will the authorised number of shares change? No. It stays at 20,000,000.", (None, None, 20, 20)),
    ("The number of authorized shares remains at 20,000,000.", (None, None, 20, 20)),
    ("Shares o/s before .. 5,000,000\nShares o/s after ... 10,000,000", (5, 10, None, None)),
    ("Outstanding shares\n  Current   5,000,000\n  New       10,000,000\nAuthorized shares\n  Current   20,000,000\n  New       40,000,000", (5, 10, 20, 40)),
    ("Warrants outstanding before: 5,000,000; warrants outstanding after: 10,000,000.", (None, None, None, None)),
)  # fmt: skip


@pytest.mark.parametrize(("words", "millions"), COUNTS)
def test_counts_are_told_apart_by_their_names(words: str, millions: tuple[int | None, ...]) -> None:
    reading = read(HEAD + words)
    assert isinstance(reading, Reading)
    paths = ("shares.issued", "announced.shares.issued_after", "shares.authorized", "shares.authorized_after")
    assert tuple(reading.terms.get(path) for path in paths) == tuple(one and one * 1_000_000 for one in millions)


HEADS = (
    ("ASX ANNOUNCEMENT                29 November 2021\nStock split of 2 for 1", date(2021, 11, 29)),
    ("DENVER (April 22, 2015) - Brook Inc. declared a 2-for-1 stock split.", date(2015, 4, 22)),
    ("Brook Inc. will effect a 2-for-1 stock split.\n\nBy order of the Board\n\nHong Kong, 16 April 2010", date(2010, 4, 16)),
    ("Notice date: 06/15/2017\nCUSIP: 123\nStock split of 2 for 1", date(2017, 6, 15)),
    ("Vancouver, B.C. - September 7, 2022\nBrook Inc. announces a 2-for-1 stock split.", date(2022, 9, 7)),
    ("On May 3, 2021, the Board of Directors of Brook Inc. declared a 2-for-1 stock split.\nMay 5, 2021", date(2021, 5, 3)),
)  # fmt: skip


@pytest.mark.parametrize(("words", "day"), HEADS)
def test_the_day_stands_in_the_head_or_at_the_foot(words: str, day: date) -> None:
    reading = read(words)
    assert isinstance(reading, Reading)
    assert reading.terms["schedule.resolution_date"] == day


@pytest.mark.parametrize(
    "words",
    [
        "July 2, 2021\nBrook Inc.\nProgress of Acquisition of Own Shares\nThe limit takes into account the 2-for-1 stock split that took effect on April 1, 2021.",
        (
            "BOISE, Idaho--(BUSINESS WIRE)--Sept. 14, 2022-- Brook Inc. reported results. All amounts have been restated for the two-for-one stock split"
            " distributed on December 10, 2021 to shareholders of record on November 26, 2021."
        ),
        "May 18, 2023\nBrook Inc.\nA shareholder proposes a 10-for-1 stock split. The Board of Directors opposes the proposal.",
        "May 8, 2019 -- Brook Inc. holders authorized a reverse stock split in a range of 1-for-5 to 1-for-25.",
    ],
)
def test_a_split_that_is_only_mentioned_is_no_event(words: str) -> None:
    assert isinstance(read(words), Message)


def test_a_change_that_is_done_keeps_its_days() -> None:
    reading = read(
        "29 November 2021\nKarri Limited (ASX: KRI)\nCOMPLETION OF CONSOLIDATION\nThe 10:1 consolidation of capital took effect on 15 November 2021."
        " The record date was 18 November 2021."
    )
    assert isinstance(reading, Reading)
    days = [reading.terms[f"schedule.{name}_date"] for name in ("resolution", "effective", "record")]
    assert days == [date(2021, 11, 29), date(2021, 11, 15), date(2021, 11, 18)]


SERIES = (
    "Option      Shares per option     Sum payable per share\nNo. 11      100 > 200             5,160 yen > 2,580 yen\n",
    "                   Exercise price                Shares per option\nSeries         Before      After       Before     After\nNo. 3          JPY 5,160      JPY 2,580          100           200\n",
    "Share options\nDate of grant     Exercise price    Exercise price\n2 January 2007    HK$51.60          HK$25.80\n",
    "Warrants with an exercise price of $51.60 will be exercisable at $25.80 after the split.",
    "NamePre-adjustment exercise pricePost-adjustment exercise price\n4th Series Stock Acquisition Rights1,488 yen744 yen",
)


@pytest.mark.parametrize("words", SERIES)
def test_series_of_options_are_read_by_their_pair_of_prices(words: str) -> None:
    reading = read(HEAD + words)
    assert isinstance(reading, Reading)
    before, after = (reading.terms[f"options[0].{name}"] for name in ("exercise_price", "announced_exercise_price"))
    assert before == 2 * after  # type: ignore[operator]
    assert "options[1].name" not in reading.terms
