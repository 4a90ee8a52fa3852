"""Announcements as documents that LibreOffice makes PDF files of; `python -m tests.notice.documents` makes them anew.

The files lie in `printed/`. Their texts are our own, and so are the companies in them.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path

from desktop.domain.record import record

FOLDER = Path(__file__).with_name("printed")

TERMS_JA: dict[str, object] = {
    "company.name": "株式会社みどり野精機",
    "company.code": "6797",
    "split.old": 1,
    "split.new": 3,
    "schedule.resolution_date": date(2024, 5, 14),
    "schedule.notice_date": date(2024, 9, 13),
    "schedule.record_date": date(2024, 9, 30),
    "schedule.effective_date": date(2024, 10, 1),
    "shares.issued": 45_678_900,
    "shares.authorized": 160_000_000,
    "shares.authorized_after": 480_000_000,
    "announced.shares.increase": 91_357_800,
    "announced.shares.issued_after": 137_036_700,
}
TERMS_EN: dict[str, object] = {
    "company.name": "Seaside Optics Co., Ltd.",
    "company.code": "7796",
    "split.old": 1,
    "split.new": 5,
    "schedule.resolution_date": date(2023, 2, 9),
    "schedule.notice_date": date(2023, 3, 14),
    "schedule.record_date": date(2023, 3, 31),
    "schedule.effective_date": date(2023, 4, 1),
    "shares.issued": 12_345_600,
    "shares.authorized_after": 240_000_000,
    "announced.shares.increase": 49_382_400,
    "announced.shares.issued_after": 61_728_000,
}

#: Lines of an announcement; what has a tab is a row of a table.
TEXT_JA = """2024年5月14日
各 位
会社名	株式会社みどり野精機
代表者名	代表取締役社長 野原 みどり
	(コード番号:6797 東証プライム)
問合せ先	経営企画部長 川辺 渡 (TEL 03-0000-0000)
株式分割及び定款の一部変更に関するお知らせ
当社は、2024年5月14日開催の取締役会において、下記のとおり株式分割及び株式分割に伴う定款の一部変更を行うことを決議いたしましたので、お知らせいたします。
1.株式分割の目的
当社株式の投資単位当たりの金額を引き下げることにより、より多くの方に当社の株主となっていただき、株式の流動性を高めるとともに投資家層を広げることを目的としております。
2.株式分割の概要
(1)分割の方法
2024年9月30日(月)を基準日として、同日最終の株主名簿に記載又は記録された株主の所有する当社普通株式を、1株につき3株の割合をもって分割いたします。
(2)分割により増加する株式数
①株式分割前の発行済株式総数	45,678,900株
②今回の分割により増加する株式数	91,357,800株
③株式分割後の発行済株式総数	137,036,700株
④株式分割後の発行可能株式総数	480,000,000株
(3)分割の日程
基準日公告日	2024年9月13日(金)
基準日	2024年9月30日(月)
効力発生日	2024年10月1日(火)
(4)その他
今回の株式分割に際して、資本金の額の変更はありません。また、当社グループを取り巻く事業環境は、原材料の価格や為替相場の動きなどにより見通しにくい状況が続いておりますが、業績予想の数値に変更はありません。
3.定款の一部変更
(1)変更の理由
今回の株式分割に伴い、会社法第184条第2項の規定に基づき、2024年10月1日をもって当社定款第6条の発行可能株式総数を変更いたします。
(2)変更の内容
現行定款	変更案
(発行可能株式総数)	(発行可能株式総数)
第6条 当会社の発行可能株式総数は、160,000,000株とする。	第6条 当会社の発行可能株式総数は、480,000,000株とする。
以 上"""
TEXT_EN = """February 9, 2023
Company name:	Seaside Optics Co., Ltd.
Representative:	Umi Hamabe, President
Securities code:	7796 (TSE Prime)
Notice Regarding Stock Split
Seaside Optics Co., Ltd. announces that its Board of Directors resolved at a meeting held on February 9, 2023 to carry out a stock split, as described below.
1. Purpose of the Stock Split
The price of an investment unit will come down, so that more people can become shareholders and the shares can be traded with greater ease over the years to come.
2. Outline of the Stock Split
(1) Method of the Stock Split
Each share of common stock held by the shareholders recorded in the register of shareholders as of Friday, March 31, 2023, the record date, will be split at a ratio of five-for-one.
(2) Increase in the Number of Shares
Total number of issued shares before the stock split	12,345,600 shares
Increase in number of shares due to the stock split	49,382,400 shares
Total number of issued shares after the stock split	61,728,000 shares
Total number of authorized shares after the stock split	240,000,000 shares
(3) Schedule
Date of public notice of the record date	Tuesday, March 14, 2023
Record date	Friday, March 31, 2023
Effective date	Saturday, April 1, 2023
(4) Other Matters
The amount of capital does not change through the stock split. The outlook for raw materials and for exchange rates remains hard to judge, yet the forecast of results for the year stays as it was announced."""


@record(frozen=True)
class Layout:
    """How a document looks."""

    text: str
    terms: dict[str, object]
    rows: str = "ruled"
    size: float = 10.5
    has_margins: bool = False
    has_columns: bool = False
    is_vertical: bool = False
    is_spread: bool = False
    options: str = ""


LAYOUTS = {
    "ruled-ja": Layout(TEXT_JA, TERMS_JA),
    "ruled-en": Layout(TEXT_EN, TERMS_EN),
    "pages-ja": Layout(TEXT_JA, TERMS_JA, size=17, has_margins=True),
    "pages-en": Layout(TEXT_EN, TERMS_EN, size=18, has_margins=True),
    "bare-ja": Layout(TEXT_JA, TERMS_JA, "bare", is_spread=True),
    "bare-en": Layout(TEXT_EN, TERMS_EN, "bare"),
    "dots-ja": Layout(TEXT_JA, TERMS_JA, "dots"),
    "dots-en": Layout(TEXT_EN, TERMS_EN, "dots"),
    "columns-ja": Layout(TEXT_JA, TERMS_JA, size=8, has_columns=True),
    "columns-en": Layout(TEXT_EN, TERMS_EN, size=8, has_columns=True),
    "vertical-ja": Layout(TEXT_JA, TERMS_JA, "bare", is_vertical=True),
    "restricted-en": Layout(
        TEXT_EN,
        TERMS_EN,
        options='"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"a"}',
    ),
}
#: Documents without a text that can be read.
REFUSED = {
    "locked": Layout("1:2", {}, options='"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"a"}'),
    "picture": Layout("", {}),
    "blank": Layout("", {}),
}  # fmt: skip

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
_PICTURE = (
    '<text:p><draw:frame text:anchor-type="as-char" svg:width="8cm" svg:height="8cm"><draw:image><office:binary-data>'
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    "</office:binary-data></draw:image></draw:frame></text:p>"
)


def document(name: str, layout: Layout) -> str:
    """A document of LibreOffice in one file."""
    body = _PICTURE if name == "picture" else "".join(_blocks(layout))
    if layout.has_columns:
        body = f'<text:section text:style-name="columns" text:name="columns">{body}</text:section>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_styles(layout)}<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _styles(layout: Layout) -> str:
    border = "0.5pt solid #000000" if layout.rows == "ruled" else "none"
    dots = 'style:leader-style="dotted" style:leader-text="."'
    area = '<style:header-footer-properties fo:min-height="1cm"/>'
    mode = 'style:writing-mode="tb-rl"' if layout.is_vertical else ""
    font = 'style:font-name="f" style:font-name-asian="f"'
    headed = layout.has_margins
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    return (
        '<office:font-face-decls><style:font-face style:name="f" svg:font-family="\'Noto Serif CJK JP\'"/></office:font-face-decls>'
        '<office:styles><style:default-style style:family="paragraph">'
        f'<style:text-properties {font} fo:font-size="{layout.size}pt" style:font-size-asian="{layout.size}pt"/></style:default-style></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm"'
        f' fo:page-height="29.7cm" fo:margin="2.2cm" {mode}/>'
        + (f"<style:header-style>{area}</style:header-style><style:footer-style>{area}</style:footer-style>" if headed else "")
        + '</style:page-layout><style:style style:name="dots" style:family="paragraph"><style:paragraph-properties><style:tab-stops>'
        f'<style:tab-stop style:position="16cm" style:type="right" {dots}/></style:tab-stops></style:paragraph-properties></style:style>'
        '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm"'
        f' fo:border="{border}" style:vertical-align="middle"/></style:style>'
        '<style:style style:name="columns" style:family="section"><style:section-properties>'
        '<style:columns fo:column-count="2" fo:column-gap="0.8cm"><style:column style:rel-width="1*"/>'
        '<style:column style:rel-width="1*"/></style:columns></style:section-properties></style:style></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">'
        + (f"<style:header><text:p>Announcement</text:p></style:header><style:footer><text:p>- {number} -</text:p></style:footer>" if headed else "")
        + "</style:master-page></office:master-styles>"
    )  # fmt: skip


def _blocks(layout: Layout) -> Iterator[str]:
    for is_row, lines in groupby(layout.text.split("\n"), key=lambda line: "\t" in line):
        if is_row and layout.rows != "dots":
            yield _table([line.split("\t") for line in lines], layout)
        else:
            yield from (_paragraph(line, "dots") for line in lines)


def _paragraph(text: str, style: str = "") -> str:
    shown = escape(text).replace("\t", "<text:tab/>")
    return f'<text:p text:style-name="{style}">{shown}</text:p>' if style else f"<text:p>{shown}</text:p>"


def _table(rows: Iterable[Sequence[str]], layout: Layout) -> str:
    made = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="cell">{_paragraph(_spread(cell) if layout.is_spread and not n else cell)}</table:table-cell>'
            for n, cell in enumerate(row)
        ) + "</table:table-row>"
        for row in rows
    )  # fmt: skip
    return f'<table:table><table:table-column table:number-columns-repeated="2"/>{made}</table:table>'


def _spread(label: str) -> str:
    """A short label drawn out to the width of the others, as printed tables have it."""
    return " ".join(label) if len(label) < 5 else label


def main(office: str = "soffice") -> None:
    """Make the PDF files anew."""
    for name, layout in {**LAYOUTS, **REFUSED}.items():
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, name + ".fodt")
            source.write_text(document(name, layout), encoding="utf-8")
            form = "pdf:writer_pdf_Export" + (f":{{{layout.options}}}" if layout.options else "")
            command = [office, "--headless", "--convert-to", form, "--outdir", str(FOLDER), str(source)]
            subprocess.run(command, check=True, timeout=120, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(*sys.argv[1:])
