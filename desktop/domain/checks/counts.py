"""Checks of share counts and of the authorised total."""

from ..formula import Kind
from ..message import N_
from ..quantity import Basis, Quantity
from ..shares import ART_113_3, ART_113_4, ART_184_1, ART_184_2, FRACTIONS
from ..term import NO_UNIT, SHARES
from .check import ARITHMETIC, CONSOLIDATION, JAPANESE_LAW, RATIO_CHANGES, SPLIT, Check, Severity

ART_37 = Basis(
    "Art. 37, 113",
    "Companies Act, Articles 37 and 113: no more shares can be issued than the articles authorise.",
)
ART_183_OR_180 = Basis("Art. 183, 180", "Companies Act: a split (Article 183) adds shares, a consolidation takes away.")
FULL_SCALING = Basis("Practice", "Most companies raise the authorised total by the full ratio; none must.")
TWO_CLASSES = Basis(
    "Art. 184(2), 322",
    "Companies Act, Articles 184(2) and 322: a company with two or more classes of issued shares amends its articles"
    " by a general meeting, and a class that may suffer votes too.",
)

#: A flag that is not ticked says no.
HELPERS = (
    Quantity("checks.by_meeting", "Articles amended by a meeting", NO_UNIT, "DEFAULT(shares.by_meeting, False)",
             kind=Kind.FLAG, internal=True),
    Quantity("checks.other_classes", "Other classes are issued", NO_UNIT, "DEFAULT(shares.other_classes, False)",
             kind=Kind.FLAG, internal=True),
    Quantity("checks.may_increase", "Counts may still change", NO_UNIT, "DEFAULT(shares.may_increase, False)",
             kind=Kind.FLAG, internal=True),
    # Issuers print the shares that a consolidation takes away with a minus sign or, in words, without.
    Quantity(
        "checks.increase", "Increase in issued shares", SHARES,
        f"IF(KNOWN(announced.shares.increase), IF(AND({CONSOLIDATION}, announced.shares.increase > 0),"
        " 0 - announced.shares.increase, announced.shares.increase), announced.shares.increase)",
        kind=Kind.COUNT, internal=True, signed=True,
    ),
    Quantity(
        "checks.increase_without_treasury", "Increase in shares outstanding", SHARES,
        "shares.outstanding_after - shares.outstanding", kind=Kind.COUNT, internal=True, signed=True,
    ),
    Quantity(
        "checks.issued_fourfold", "Four times the issued shares", SHARES, "shares.issued * 4",
        kind=Kind.COUNT, internal=True,
    ),
)  # fmt: skip

CHECKS = (
    Check(
        "C01", Severity.ERROR, N_("Issued shares after = before + increase"), ARITHMETIC,
        holds=N_("{before} and the change of {increase} make {found} issued shares."),
        fails=N_("{before} and the change of {increase} make {wanted} issued shares, but {found} are announced."),
        applies=(RATIO_CHANGES,),
        found="announced.shares.issued_after", wanted="shares.issued + checks.increase",
        fields={"before": "shares.issued", "increase": "checks.increase"},
        goes_to="announced.shares.issued_after", unit=SHARES,
    ),
    Check(
        "C02", Severity.ERROR, N_("The change in issued shares follows the ratio"), FRACTIONS,
        holds=N_("The announced change of {found} shares is that of the ratio."),
        fails=N_("The announced change is {found} shares; the ratio gives {wanted}."),
        fine=N_("Fine where the count is that of another day, because rights are exercised or shares cancelled."),
        # How another law treats fractions is not known; without fractions there is nothing to know.
        applies=(RATIO_CHANGES, f"OR({JAPANESE_LAW}, split.denominator == 1)"),
        found="DEFAULT(checks.increase, announced.shares.issued_after - shares.issued)", wanted="shares.increase",
        milder="checks.may_increase", goes_to="announced.shares.increase", unit=SHARES,
    ),
    Check(
        "C04", Severity.ERROR, N_("The ratio points the way that the counts go"), ART_183_OR_180,
        holds=N_("From {before} to {after} issued shares: the ratio of {old} to {new} points the same way."),
        fails=N_("Issued shares go from {before} to {after}, but the ratio says that {old} become {new}:"
                 " old and new may be the wrong way round."),
        applies=(RATIO_CHANGES,),
        found='IF(announced.shares.issued_after > shares.issued, "split", "consolidation")',
        wanted=f'IF({SPLIT}, "split", "consolidation")',
        fields={"before": "shares.issued", "after": "announced.shares.issued_after",
                "old": "split.old", "new": "split.new"},
        goes_to="split.old", kind=Kind.CHOICE,
    ),
    Check(
        "C05", Severity.ERROR, N_("Authorised shares within the limit without a general meeting"), ART_184_2,
        holds=N_("{found} authorised shares are not above {before} × the ratio, {wanted}."),
        fails=N_("{found} authorised shares are above {before} × the ratio, {wanted}."),
        fine=N_("Fine where a general meeting amends the articles; say so in the form."),
        applies=(JAPANESE_LAW, SPLIT, "NOT(checks.by_meeting)", "NOT(checks.other_classes)"),
        found="shares.authorized_after", relation="<=", wanted="shares.authorized_limit",
        fields={"before": "shares.authorized"}, goes_to="shares.authorized_after", unit=SHARES,
    ),
    Check(
        "C06", Severity.ERROR, N_("Authorised shares within four times the issued shares"), ART_113_3,
        holds=N_("{found} authorised shares are not above four times the issued shares, {wanted}."),
        fails=N_("{found} authorised shares are above four times the issued shares, {wanted}."),
        fine=N_("Fine for a company that is not public. Where the total was above four times before, or only rounding"
                " takes it there, the raise by the ratio alone is not clearly barred."),
        applies=(JAPANESE_LAW, RATIO_CHANGES, f"OR({CONSOLIDATION}, shares.authorized_after > shares.authorized)"),
        found="shares.authorized_after", relation="<=", wanted="shares.authorized_cap",
        milder=f"AND({SPLIT}, OR(shares.authorized > checks.issued_fourfold,"
               " shares.authorized_after <= shares.authorized_limit))",
        goes_to="shares.authorized_after", unit=SHARES,
    ),
    Check(
        "C07", Severity.ERROR, N_("Authorised shares cover the issued shares"), ART_37,
        holds=N_("{found} authorised shares cover {wanted} issued shares."),
        fails=N_("{found} authorised shares are fewer than {wanted} issued shares."),
        fine=N_("Fine where a separate notice amends the articles."),
        applies=(JAPANESE_LAW, RATIO_CHANGES),
        found="shares.authorized_after", relation=">=", wanted="shares.issued_after",
        goes_to="shares.authorized_after", unit=SHARES,
    ),
    Check(
        "C09", Severity.INFO, N_("Authorised shares raised by the full ratio"), FULL_SCALING,
        holds=N_("The authorised total rises by the full ratio or more, to {found} shares."),
        fails=N_("The authorised total of {found} shares is less than {before} × the ratio, {wanted}."),
        fine=N_("This is common: a round number, four times the issued shares, or no change at all."),
        applies=(JAPANESE_LAW, SPLIT),
        found="shares.authorized_after", relation=">=", wanted="shares.authorized_limit",
        fields={"before": "shares.authorized"}, goes_to="shares.authorized_after", unit=SHARES,
    ),
    Check(
        "C36", Severity.ERROR, N_("Treasury shares are split too"), ART_184_1,
        holds=N_("The announced change of {found} shares counts the {treasury} treasury shares in."),
        fails=N_("The announced change of {found} shares leaves the {treasury} treasury shares out."),
        fine=N_("Fine for a gratis allotment, which cannot go to the company's own shares (Article 186(2))."),
        applies=(JAPANESE_LAW, SPLIT, "shares.treasury_after > shares.treasury"),
        found="DEFAULT(checks.increase, announced.shares.issued_after - shares.issued)", relation="!=",
        wanted="checks.increase_without_treasury", fields={"treasury": "shares.treasury"},
        goes_to="announced.shares.increase", unit=SHARES,
    ),
    Check(
        "C42", Severity.WARNING, N_("With two classes issued, a meeting raises the authorised total"), TWO_CLASSES,
        holds=N_("Two or more classes are issued, and the authorised total is not raised: {found} shares."),
        fails=N_("Two or more classes are issued, so the board alone cannot raise the authorised total"
                 " from {wanted} to {found} shares."),
        fine=N_("Fine where a general meeting amends the articles,"
                " or where the classes are authorised but not issued."),
        applies=(JAPANESE_LAW, SPLIT, "checks.other_classes", "NOT(checks.by_meeting)"),
        found="shares.authorized_after", relation="<=", wanted="shares.authorized",
        goes_to="shares.by_meeting", unit=SHARES,
    ),
    Check(
        "C08", Severity.WARNING, N_("Shares for options fit into the authorised shares"), ART_113_4,
        holds=N_("Options need {wanted} shares; authorised less outstanding shares leave {found}."),
        fails=N_("Options need {wanted} shares, but authorised less outstanding shares leave {found} only."),
        fine=N_("Fine where the rights cannot be exercised yet."),
        applies=(JAPANESE_LAW, RATIO_CHANGES, "COUNT(options[:].rights) > 0"),
        found="shares.authorized_after - shares.outstanding_after", relation=">=",
        wanted="SUM(options[:].exercisable_after)",
        goes_to="shares.authorized_after", unit=SHARES,
    ),
)  # fmt: skip

#: Rights whose time has not come or is over on the effective date need no shares then.
_NOT_OVER = "IF(KNOWN(exercise_to), IF(exercise_to < schedule.effective_date, 0, underlying_after), underlying_after)"
ROW_HELPERS = (
    Quantity(
        "options[].exercisable_after", "Shares on exercise after", SHARES,
        f"IF(KNOWN(exercise_from), IF(exercise_from > schedule.effective_date, 0, {_NOT_OVER}), {_NOT_OVER})",
        kind=Kind.COUNT, internal=True,
    ),
)  # fmt: skip
