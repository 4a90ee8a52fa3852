"""Paper: A4, fitted to the width, broken before sections, with a footer that says whose figures these are."""

from math import ceil
from typing import Any

from openpyxl.worksheet.pagebreak import Break

from ..presentation.wording import company_line
from .page import Page, letter
from .styles import NAVY

_WIDTH, _HEIGHT = 595.3, 841.9  # A4 in points
_SIDE, _TOP, _BOTTOM, _FOOT = 0.55, 0.6, 0.75, 0.35  # inches
_TOP_WITH_HEADER, _HEADER = 1.05, 0.45
#: Points of one unit of column width: 5.25 in Excel; LibreOffice takes more, most where a font stands in for Yu Gothic.
_POINTS, _MOST_POINTS = 5.6, {"en": 5.9, "ja": 6.4, "both": 6.4}

#: Below this a 10-point figure is hard to read.
LEAST_SCALE = 0.65
_LEAST_ACROSS = 0.6  # two pages side by side are harder to read still
_MORE_THAN_ONE_PAGE = 4 / 3
_NEARLY = 0.9  # programs measure heights a little differently
_WELL_FILLED = 0.6  # a section moves to the next page only where that does not leave half of this one blank


def set_up(
    page: Page, *, landscape: bool = True, titles: tuple[int, int] | None = None, one_page: bool = False
) -> None:
    """Set a page up for printing; `titles` are the rows repeated on every page."""
    sheet = page.sheet
    last = page.last or max(row for row, _ in sheet._cells)  # noqa: SLF001
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = _SIDE
    margins.top, margins.bottom, margins.footer = _TOP, _BOTTOM, _FOOT
    if titles:
        sheet.print_title_rows = f"{titles[0]}:{titles[1]}"
    first = _split(page, titles[0]) if page.seam and titles else 1
    sheet.print_area = f"A{first}:{letter(page.printed)}{last}"
    _fit(page, last, landscape, one_page, titles)
    _footer(page)


def room(landscape: bool) -> tuple[float, float]:
    """The printable width and height in points."""
    width, height = (_HEIGHT, _WIDTH) if landscape else (_WIDTH, _HEIGHT)
    return width - 2 * _SIDE * 72, height - (_TOP + _BOTTOM) * 72


def scale_of(page: Page, landscape: bool) -> float:
    """How much the printed columns have to shrink to fit the width."""
    needed = _width(page, range(1, page.printed + 1))
    if page.seam:
        # LibreOffice keeps room for the repeated column on the first page too.
        first, repeated = _width(page, range(1, page.seam)), page.widths[1]
        needed = max(first, needed - first) + repeated
    return min(1.0, room(landscape)[0] / (needed * _POINTS))


def _width(page: Page, columns: range) -> float:
    return sum(page.widths.get(c, 8.43) for c in columns if c not in page.folded)


def seam(page: Page, least: int = 0) -> int:
    """The column with which a second page begins, a group's first, both about as wide; 0 where one page will do.

    Tables further down need `least` columns before it, besides the one that is repeated.
    """
    if scale_of(page, landscape=True) >= _LEAST_ACROSS or not page.seams:
        return 0
    whole = range(1, page.printed + 1)
    enough = [c for c in page.seams if sum(n not in page.folded for n in range(2, c)) >= least]
    return min(enough or page.seams, key=lambda c: abs(2 * _width(page, range(1, c)) - _width(page, whole)))


def _split(page: Page, first: int) -> int:
    """Two pages side by side: the first column on both, the title in their headers, where nothing cuts it."""
    sheet = page.sheet
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.print_title_cols = "A:A"
    sheet.col_breaks.append(Break(id=page.seam - 1))
    sheet.page_margins.top, sheet.page_margins.header = _TOP_WITH_HEADER, _HEADER
    title, event = (str(sheet.cell(row, 1).value or "").replace("&", "&&")[:150] for row in (1, 2))
    font = page.edition.styles.font
    for item, text, size, weight in (
        (sheet.oddHeader.left, title, 14, "Bold"),
        (sheet.oddHeader.right, event, 9, "Regular"),
    ):
        item.text, item.size, item.font, item.color = text, size, f"{font},{weight}", NAVY
    return first


def _fit(page: Page, last: int, landscape: bool, one_page: bool, titles: tuple[int, int] | None) -> None:
    setup = page.sheet.page_setup
    first = titles[0] if page.seam and titles else 1
    scale = scale_of(page, landscape)
    if page.seam:
        # Programs that fit pages to the paper overlook where one has to end.
        page.sheet.sheet_properties.pageSetUpPr.fitToPage = False
        scale *= 0.98 * _POINTS / _MOST_POINTS[page.edition.words.mode]
        full = _NEARLY * room(landscape)[1] / page.height(first, last)
        setup.scale = int(100 * (full if scale > full >= scale / _MORE_THAN_ONE_PAGE else scale))
        return
    setup.fitToWidth, setup.fitToHeight = 1, 0
    capacity = room(landscape)[1] / scale
    needed = page.height(1, last)
    if one_page or capacity < needed <= capacity * min(_MORE_THAN_ONE_PAGE, scale / LEAST_SCALE):
        setup.fitToHeight = 1
    elif needed > capacity and page.sections:
        repeated = page.height(*titles) if titles else 0
        breaks, pages = _breaks(page, last, capacity * 0.94, repeated), ceil(needed / capacity)
        if len(breaks) < pages:
            page.sheet.row_breaks.brk = [Break(id=row) for row in breaks]
        else:  # sections would take a page more than lines do
            setup.fitToHeight = pages


def _breaks(page: Page, last: int, capacity: float, repeated: float) -> list[int]:
    """The rows before sections that would be torn; a section longer than a page breaks by itself."""
    found: list[int] = []
    used, ends = 0.0, [*(row for row in page.sections[1:] if row <= last), last + 1]
    start = 1
    for end in ends:
        height = page.height(start, end - 1)
        if used > _WELL_FILLED * capacity and used + height > capacity:
            found.append(start - 1)
            used = repeated
        used = (used + height) % capacity if used + height > capacity else used + height
        start = end
    return found


def _footer(page: Page) -> None:
    edition = page.edition
    day = edition.words.locales[0].date(edition.today)
    footer = page.sheet.oddFooter
    parts = (
        (footer.left, company_line(edition.book.scenario, edition.words.locales[0])),
        (footer.center, None),
        (footer.right, f"Bunkatsu · {day}"),
    )
    for item, text in parts:
        _write(item, "&P / &N" if text is None else text.replace("&", "&&")[:80], edition.styles.font)
    page.sheet.HeaderFooter.scaleWithDoc = False


def _write(item: Any, text: str, font: str) -> None:
    item.text, item.size, item.font = text or None, 8, f"{font},Regular"
