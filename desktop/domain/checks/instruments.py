"""Checks of stock acquisition rights and ADRs, row by row where there are rows."""

from ..adr import NEUTRAL
from ..formula import Kind
from ..message import N_
from ..options import TERMS_PRICE, TERMS_SHARES
from ..quantity import Basis
from .check import RATIO_CHANGES, Check, Severity, compared

ADJUSTMENT_DAY = Basis(
    "Terms of issue", "Terms of the rights: they are adjusted on the effective date, the day after the record date."
)
US_DAY = Basis(
    "NYSE, DTC", "A new ADR ratio starts on a business day in the United States, once the split is in force."
)
BOOKS_CLOSED = Basis(
    "Depositary practice", "The depositary issues and cancels no ADRs around the change; trading goes on."
)

#: Terms that speak of the day after the record date mean the same.
_ON_THE_DAY = (
    'IF(effective_date == schedule.effective_date, "agrees",'
    ' IF(effective_date == schedule.record_date + 1, "agrees", "differs"))'
)
#: A bond has no shares per right.
_SHARES_PER_RIGHT = (
    f'IF(kind == "convertible", "not_stated", {compared("announced_shares_per_right", "shares_per_right_after")})'
)
_HAS_ADR = "OR(KNOWN(adr.old_adrs), KNOWN(adr.old_shares))"

CHECKS = (
    Check(
        "C22", Severity.ERROR, N_("Shares per right follow the ratio"), TERMS_SHARES,
        holds=N_("Shares per right follow the ratio in all series of which they are announced."),
        fails=N_("Shares per right of “{row}”: {announced} announced, {calculated} by the ratio."),
        fine=N_("Fine for a series that has been adjusted already or is issued later."),
        table="options", each=_SHARES_PER_RIGHT,
        fields={"announced": "options[].announced_shares_per_right", "calculated": "options[].shares_per_right_after"},
        goes_to="options[].announced_shares_per_right",
    ),
    Check(
        "C23", Severity.WARNING, N_("Exercise prices are divided by the ratio"), TERMS_PRICE,
        holds=N_("Exercise prices follow the ratio in all series of which they are announced."),
        fails=N_("Exercise price of “{row}”: {announced} announced, {calculated} by the ratio and the rounding."),
        fine=N_("Fine where the terms round in another way; the rounding can be chosen for each series."),
        table="options", each=compared("announced_exercise_price", "exercise_price_after"),
        fields={"announced": "options[].announced_exercise_price", "calculated": "options[].exercise_price_after"},
        goes_to="options[].announced_exercise_price",
    ),
    Check(
        "C24", Severity.WARNING, N_("Rights are adjusted on the effective date"), ADJUSTMENT_DAY,
        holds=N_("All series are adjusted on the effective date, {effective}, or the day after the record date."),
        fails=N_("“{row}” is adjusted on {announced}, but the effective date is {effective}."),
        applies=(RATIO_CHANGES,),
        table="options", each=_ON_THE_DAY,
        fields={"announced": "options[].effective_date", "effective": "schedule.effective_date"},
        goes_to="options[].effective_date",
    ),
    Check(
        "C25", Severity.ERROR, N_("“No change in the number of ADRs” is right"), NEUTRAL,
        holds=N_("Whether the number of ADRs stays the same: {announced} announced, and {calculated} by the ratios."),
        fails=N_("Whether the number of ADRs stays the same: {announced} announced, but {calculated} by the ratios"
                 " ({factor} new ADRs per old one)."),
        fine=N_("The direction of an ADR ratio is easily mistaken: 2 ADRs = 1 share, or 1 ADR = 2 shares."),
        applies=(_HAS_ADR,),
        found='IF(announced.adr.neutral, "same", "other")', wanted='IF(adr.neutral, "same", "other")',
        fields={"announced": "announced.adr.neutral", "calculated": "adr.neutral", "factor": "adr.new_per_old"},
        goes_to="announced.adr.neutral", kind=Kind.CHOICE,
    ),
    Check(
        "C26", Severity.WARNING, N_("The ADR ratio changes on a US business day, with the split or after it"), US_DAY,
        holds=N_("The ADR ratio changes on a US business day, {found}."),
        fails=N_("The ADR ratio changes on {found}; the first US business day with the split in force is {wanted}."),
        applies=(_HAS_ADR,),
        found="adr.effective_date",
        wanted=f"IF({RATIO_CHANGES},"
               " WORKDAY(MAX(adr.effective_date, schedule.effective_date) - 1, 1, closed.XNYS),"
               " WORKDAY(adr.effective_date - 1, 1, closed.XNYS))",
        goes_to="adr.effective_date", kind=Kind.DATE,
    ),
    Check(
        "C27", Severity.INFO, N_("The ADR books are closed when the ratio changes"), BOOKS_CLOSED,
        holds=N_("The ADR books are closed on the day of the change, {found}."),
        fails=N_("The ADR ratio changes on {found}, when the books are not closed ({first} to {last})."),
        fine=N_("Fine where they open again on that very day."),
        applies=(_HAS_ADR, "OR(KNOWN(adr.closed_from), KNOWN(adr.closed_to))"),
        found="adr.effective_date", wanted="MAX(MIN(adr.effective_date, adr.closed_to), adr.closed_from)",
        fields={"first": "adr.closed_from", "last": "adr.closed_to"},
        goes_to="adr.closed_to", kind=Kind.DATE,
    ),
)  # fmt: skip
