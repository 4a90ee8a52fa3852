"""Checks of the schedule."""

from ..formula import Kind
from ..message import N_
from ..quantity import Basis
from ..schedule import EX_RIGHTS, NOTICE, SUBSTANCE
from .check import CONSOLIDATION, JAPANESE_LAW, JAPANESE_MARKET, RATIO_CHANGES, SPLIT, Check, Severity

ART_124_2 = Basis(
    "Art. 124(2)",
    "Companies Act, Article 124(2): the rights must be exercisable within three months of the record date.",
)
AMENDED = Basis(
    "Art. 184(2)",
    "Companies Act, Article 184(2): the amendment that needs no general meeting takes effect with the split.",
    Basis(
        "Art. 180(2)(iv)",
        "Companies Act, Article 180(2)(iv): the authorised total is decided for the effective date of the"
        " consolidation.",
    ),
)
DECIDED_FIRST = Basis(
    "Art. 124, 183",
    "Companies Act, Articles 124 and 183: the record date is decided with the split, then made public.",
    Basis("Art. 180, 181", "Companies Act, Articles 180 and 181: a consolidation is decided, then made public."),
)  # fmt: skip
DAY_AFTER = Basis(
    "Exchange practice", "Since 2006 splits take effect on the day after the record date, a closed day or not."
)
CLOSED_DAY = Basis("Exchange practice", "A split takes effect on a closed day as well; trading follows.")


_CLOSED_RECORD_DATE = "schedule.record_date_in_substance != schedule.record_date"

CHECKS = (
    Check(
        "C12", Severity.ERROR, N_("The articles change on the effective date"), AMENDED,
        holds=N_("The articles change on the effective date, {found}."),
        fails=N_("The articles change on {found}, but the event takes effect on {wanted}."),
        fine=N_("Fine where a general meeting has amended them for another day."),
        applies=(JAPANESE_LAW, RATIO_CHANGES, "shares.authorized_after != shares.authorized"),
        found="given.articles.effective_date", wanted="schedule.effective_date",
        milder="checks.by_meeting", goes_to="articles.effective_date", kind=Kind.DATE,
    ),
    Check(
        "C13", Severity.ERROR, N_("Public notice two weeks before the record date"), NOTICE,
        holds=N_("Public notice on {found}, not after the last lawful day, {wanted}."),
        fails=N_("Public notice on {found}; the last lawful day is {wanted}."),
        fine=N_("Fine where the articles fix the record date and the rights."),
        applies=(JAPANESE_LAW, SPLIT),
        found="schedule.notice_date", relation="<=", wanted="schedule.notice_deadline",
        goes_to="schedule.notice_date", kind=Kind.DATE,
    ),
    Check(
        "C14", Severity.ERROR, N_("Public notice after the board resolution"), DECIDED_FIRST,
        holds=N_("Public notice on {found}, after the resolution of {wanted}."),
        fails=N_("Public notice on {found}, before the resolution of {wanted}."),
        fine=N_("Fine where an earlier resolution allowed for it."),
        applies=(JAPANESE_LAW, RATIO_CHANGES),
        found="schedule.notice_date", relation=">=", wanted="schedule.resolution_date",
        goes_to="schedule.notice_date", kind=Kind.DATE,
    ),
    Check(
        "C15", Severity.WARNING, N_("Effective on the day after the record date"), DAY_AFTER,
        holds=N_("The effective date, {found}, is the day after the record date."),
        fails=N_("The effective date is {found}; the day after the record date would be {wanted}."),
        fine=N_("Fine for an event in several steps. Before 2006 some fifty days were usual."),
        applies=(JAPANESE_MARKET, SPLIT),
        found="given.schedule.effective_date", wanted="given.schedule.record_date + 1",
        milder="given.schedule.record_date < DATE(2006, 1, 4)",
        goes_to="schedule.effective_date", kind=Kind.DATE,
    ),
    Check(
        "C16", Severity.ERROR, N_("Effective within three months of the record date"), ART_124_2,
        holds=N_("The effective date, {found}, is within three months of the record date."),
        fails=N_("The effective date is {found}; three months after the record date end on {wanted}."),
        applies=(JAPANESE_LAW, SPLIT),
        found="given.schedule.effective_date", relation="<=", wanted="EDATE(given.schedule.record_date, 3)",
        goes_to="schedule.effective_date", kind=Kind.DATE,
    ),
    Check(
        "C18", Severity.WARNING, N_("Record date in substance as printed"), SUBSTANCE,
        holds=N_("What counts for the register is {found}, as the announcement says."),
        fails=N_("What counts for the register is {wanted}, but the announcement says {found}."),
        applies=(
            JAPANESE_MARKET,
            f"OR({_CLOSED_RECORD_DATE}, KNOWN(announced.schedule.record_date_in_substance))",
        ),
        found="announced.schedule.record_date_in_substance", wanted="schedule.record_date_in_substance",
        goes_to="announced.schedule.record_date_in_substance", kind=Kind.DATE,
    ),
    Check(
        "C19", Severity.INFO, N_("The effective date is a business day"), CLOSED_DAY,
        holds=N_("The effective date, {found}, is a business day."),
        fails=N_("The effective date, {found}, is a closed day; the first session after it is on {wanted}."),
        fine=N_("This is normal, as with 1 January."),
        applies=(JAPANESE_MARKET, RATIO_CHANGES),
        found="schedule.effective_date", wanted="WORKDAY(schedule.effective_date - 1, 1, closed.JPX)",
        goes_to="schedule.effective_date", kind=Kind.DATE,
    ),
    Check(
        "C20", Severity.WARNING, N_("Ex-rights date as printed"), EX_RIGHTS,
        holds=N_("The printed ex-rights date, {found}, is the calculated one."),
        fails=N_("The announcement says that the ex-rights date is {found}; the calendar gives {wanted}."),
        applies=(RATIO_CHANGES, "KNOWN(announced.schedule.ex_date)"),
        found="announced.schedule.ex_date", wanted="schedule.ex_date",
        goes_to="announced.schedule.ex_date", kind=Kind.DATE,
    ),
    Check(
        "C38", Severity.ERROR, N_("Consolidation made public in time"), NOTICE,
        holds=N_("Public notice on {found}, not after the last lawful day, {wanted}."),
        fails=N_("Public notice on {found}; the last lawful day before the effective date is {wanted}."),
        applies=(JAPANESE_LAW, CONSOLIDATION),
        found="schedule.notice_date", relation="<=", wanted="schedule.notice_deadline",
        goes_to="schedule.notice_date", kind=Kind.DATE,
    ),
)  # fmt: skip
