"""The sheet of dividends and shareholder benefits."""

from ...domain.message import N_
from ..layout import ColumnOf, Field, Group, Line, RowTable, Sheet, Statement

PER_SHARE, CUM_EX, TOTAL = N_("Dividend per share"), N_("Dates"), N_("Total of the period")
FORECAST, NEEDED, HOLDER = N_("Earlier forecast"), N_("Shares needed"), N_("Reached by own holdings")
BEFORE, AFTER = N_("On shares before"), N_("On shares after")

SHEET = Sheet(
    "dividends",
    N_("Dividends"),
    (
        RowTable(
            "dividends",
            "dividends",
            (
                ColumnOf("dividends[].label", N_("Dividend")),
                ColumnOf("dividends[].period", N_("Period")),
                ColumnOf("dividends[].amount", N_("As announced"), PER_SHARE),
                ColumnOf("dividends[].basis", N_("Basis"), PER_SHARE),
                ColumnOf("dividends[].pre_split", BEFORE, PER_SHARE),
                ColumnOf("dividends[].post_split", AFTER, PER_SHARE),
                ColumnOf("dividends[].change", N_("Real change")),
                ColumnOf("dividends[].previous", N_("As printed"), FORECAST),
                ColumnOf("dividends[].previous_basis", N_("Basis"), FORECAST),
                ColumnOf("dividends[].previous_post_split", AFTER, FORECAST),
                ColumnOf("dividends[].record_date", N_("Record date"), CUM_EX),
                ColumnOf("dividends[].last_cum_date", N_("Last day with rights"), CUM_EX),
                ColumnOf("dividends[].ex_date", N_("Ex-dividend date"), CUM_EX),
                ColumnOf("dividends[].payment_date", N_("Payment date"), CUM_EX),
            ),
        ),
        RowTable(
            "periods",
            "dividends.periods",
            (
                ColumnOf("dividends.periods[].period", N_("Period")),
                ColumnOf("dividends.periods[].pre_split", BEFORE, TOTAL),
                ColumnOf("dividends.periods[].post_split", AFTER, TOTAL),
                ColumnOf("dividends.periods[].announced_total", N_("Announced"), TOTAL),
                ColumnOf("dividends.periods[].previous_post_split", N_("Earlier forecast, on shares after"), TOTAL),
                ColumnOf("dividends.periods[].change", N_("Real change")),
            ),
            title=N_("Totals by period, on one basis"),
        ),
        Statement(
            "total",
            (
                Group(
                    N_("Dividends without a period"),
                    (
                        Line(N_("Total, on one basis"), "dividends.pre_split", after="dividends.post_split",
                             strong=True),
                        Line(N_("Earlier forecast"), after="dividends.previous_post_split"),
                        Line(N_("Real change"), after="dividends.change"),
                    ),
                ),
            ),
            (Field.LABEL, Field.UNIT, Field.BEFORE, Field.AFTER, Field.BASIS),
            headings={Field.BEFORE: BEFORE, Field.AFTER: AFTER},
            sparse=True,
        ),
        RowTable(
            "benefits",
            "benefits",
            (
                ColumnOf("benefits[].text", N_("Benefit")),
                ColumnOf("benefits[].threshold", N_("Before"), NEEDED),
                ColumnOf("benefits[].threshold_neutral", N_("If nothing changes for holders"), NEEDED),
                ColumnOf("benefits[].threshold_after", N_("Announced"), NEEDED),
                ColumnOf("benefits[].effect", N_("Effect")),
                ColumnOf("benefits[].reached", N_("Before"), HOLDER),
                ColumnOf("benefits[].reached_after", N_("After"), HOLDER),
            ),
            title=N_("Shareholder benefits"),
        ),
    ),
    description=N_("Each dividend on both bases, totals by period, benefits"),
)  # fmt: skip
