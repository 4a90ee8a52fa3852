"""The sheet of dates, and what a holder sees on which day."""

from ...domain.message import N_
from ..layout import Field, Group, Line, Sheet, Statement
from .days import ADR_DAYS, SHARE_DAYS

SHEET = Sheet(
    "schedule",
    N_("Schedule"),
    (
        Statement(
            "schedule",
            (
                Group(
                    N_("Japan"),
                    (
                        Line(N_("Board resolution"), after="schedule.resolution_date"),
                        Line(N_("Public notice"), after="schedule.notice_date"),
                        Line(N_("Last day for the public notice"), after="schedule.notice_deadline"),
                        Line(N_("Last day with rights"), after="schedule.last_cum_date"),
                        Line(N_("Ex-rights date"), after="schedule.ex_date", strong=True),
                        Line(N_("Record date in substance"), after="schedule.record_date_in_substance",
                             market="JPX"),
                        Line(N_("Record date"), after="schedule.record_date"),
                        Line(N_("Effective date"), after="schedule.effective_date", strong=True),
                    ),
                ),
                Group(
                    N_("United States (ADR)"),
                    (
                        Line(N_("Books closed from"), after="adr.closed_from"),
                        Line(N_("Books closed to"), after="adr.closed_to"),
                        Line(N_("ADR record date"), after="adr.record_date"),
                        Line(N_("ADR distribution"), after="adr.distribution_date"),
                        Line(N_("ADR effective date"), after="adr.effective_date", strong=True),
                    ),
                ),
            ),
            (Field.LABEL, Field.AFTER, Field.MARKET_DAY, Field.ANNOUNCED, Field.AGREES, Field.BASIS),
            headings={Field.LABEL: N_("Event"), Field.AFTER: N_("Date")},
            sparse=True,
            weekdays=True,
        ),
        SHARE_DAYS,
        ADR_DAYS,
    ),
    description=N_("Dates by law and market practice, and what is seen on which day"),
)  # fmt: skip
