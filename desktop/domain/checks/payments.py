"""Checks of dividends, benefits, the investment unit and the size of the ratio."""

from ..benefits import EFFECT
from ..dividends import ON_RECORD, ONE_BASIS
from ..formula import Kind
from ..message import N_
from ..prices import INVESTMENT_UNIT
from ..quantity import Basis
from ..term import MONEY, RATIO
from .check import JAPANESE_MARKET, RATIO_CHANGES, SPLIT, Check, Severity, compared

HIGH_RATIO = Basis(
    "TSE Rule 433",
    "Listing rule 433 of the Tokyo Stock Exchange: no split that may disturb the market; the history of very high"
    " ratios is behind it.",
)

#: Only what stands beside an earlier forecast can be compared with it.
_STATED = 'IF(KNOWN(amount), IF(KNOWN(previous), {}, "not_stated"), "not_stated")'
#: A printed amount is rounded to hundredths: one of them, and a hundredth of the amount, is no difference.
_NEARLY = "AND({0} >= {1} - 0.01, {0} <= {1} + 0.01, {0} >= {1} * 0.99, {0} <= {1} * 1.01)"
_POST = _STATED.format(
    f'IF(basis == "post", IF({_NEARLY.format("post_split", "previous_post_split")}, "agrees", "differs"), "not_stated")'
)
#: A raise or a cut is no mistake; the mistake is the earlier forecast, divided (and rounded) although nothing is split
#: yet.
_PRE = _STATED.format(
    'IF(basis == "pre", IF(amount == previous, "agrees",'
    ' IF(AND(amount >= previous_post_split * 0.99, amount <= previous_post_split * 1.01), "differs", "agrees")),'
    ' "not_stated")'
)

_ON_ONE_BASIS = (
    "IF(KNOWN(announced_total),"
    f" IF(OR({_NEARLY.format('announced_total', 'pre_split')}, {_NEARLY.format('announced_total', 'post_split')}),"
    ' "agrees", "differs"), "not_stated")'
)
#: A printed factor is rounded where it does not end: within a hundredth of the exact one it means that.
_FACTOR = (
    "IF(AND(announced.prices.unit_factor >= prices.unit_factor * 0.99,"
    " announced.prices.unit_factor <= prices.unit_factor * 1.01), prices.unit_factor, announced.prices.unit_factor)"
)

CHECKS = (
    Check(
        "C28", Severity.WARNING, N_("Dividends after the split follow the ratio"), ON_RECORD,
        holds=N_("Dividends with a record date after the split follow the ratio ({factor})."),
        fails=N_("Dividend “{row}” of {amount} is not the earlier forecast {previous} {factor} = {expected}."),
        fine=N_("{change} on one basis: fine if the dividend is raised or cut at the same time."),
        applies=(RATIO_CHANGES,), table="dividends", each=_POST,
        fields={"amount": "dividends[].amount", "previous": "dividends[].previous",
                "expected": "dividends[].previous_post_split", "change": "dividends[].change",
                "factor": "split.price_factor"},
        goes_to="dividends[].amount",
    ),
    Check(
        "C29", Severity.ERROR, N_("Dividends before the split stay as they are"), ON_RECORD,
        holds=N_("No dividend with a record date before the split is divided by the ratio."),
        fails=N_("Dividend “{row}” of {amount} is the earlier forecast {previous} {factor},"
                 " but its record date is before the split."),
        fine=N_("Fine if the dividend itself is cut by as much."),
        applies=(RATIO_CHANGES,), table="dividends", each=_PRE,
        fields={"amount": "dividends[].amount", "previous": "dividends[].previous", "factor": "split.price_factor"},
        goes_to="dividends[].amount",
    ),
    Check(
        "C30", Severity.WARNING, N_("Totals of a year stand on one basis"), ONE_BASIS,
        holds=N_("Every announced total of a year stands on one basis."),
        fails=N_("The announced total of {row}, {announced}, is on neither basis: {pre} before and {post} after the"
                 " split."),
        fine=N_("It may add up dividends before and after the split, where issuers print a dash instead."),
        applies=(RATIO_CHANGES,), table="dividends.periods", each=_ON_ONE_BASIS,
        fields={"announced": "dividends.periods[].announced_total", "pre": "dividends.periods[].pre_split",
                "post": "dividends.periods[].post_split"},
        goes_to="announced.dividends.total[{row}]",
    ),
    Check(
        "C31", Severity.WARNING, N_("The investment unit changes as printed"), INVESTMENT_UNIT,
        holds=N_("The investment unit is multiplied by {found}, as printed."),
        fails=N_("The announcement multiplies the investment unit by {found}; ratio and trading unit give {wanted}."),
        fine=N_("Where the trading unit changes too, both must be in the form."),
        applies=(RATIO_CHANGES, "KNOWN(announced.prices.unit_factor)"),
        found=_FACTOR, wanted="prices.unit_factor",
        goes_to="announced.prices.unit_factor", unit=RATIO, kind=Kind.NUMBER,
    ),
    Check(
        "C32", Severity.INFO, N_("Investment unit below 500,000 yen"), INVESTMENT_UNIT,
        holds=N_("The investment unit becomes {found} yen, below 500,000."),
        fails=N_("The investment unit becomes {found} yen, which is not below 500,000."),
        fine=N_("A duty to make an effort, not a limit. Until 2022 texts also name 50,000 yen as the lower end."),
        applies=(JAPANESE_MARKET, 'company.currency == "JPY"'),
        found="prices.unit_amount_after", relation="<", wanted="prices.unit_limit",
        goes_to="prices.share", unit=MONEY, kind=Kind.NUMBER,
    ),
    Check(
        "C33", Severity.INFO, N_("Thresholds of shareholder benefits follow the ratio"), EFFECT,
        holds=N_("The announced thresholds of shareholder benefits follow the ratio."),
        fails=N_("The threshold of {threshold} shares becomes {announced}; by the ratio it would be {neutral}."),
        fine=N_("A threshold that is kept makes the benefit easier to reach."),
        applies=(RATIO_CHANGES,), table="benefits", each=compared("threshold_after", "threshold_neutral"),
        fields={"threshold": "benefits[].threshold", "announced": "benefits[].threshold_after",
                "neutral": "benefits[].threshold_neutral"},
        goes_to="benefits[].threshold_after",
    ),
    Check(
        "C40", Severity.INFO, N_("The ratio is in the usual range"), HIGH_RATIO,
        holds=N_("Shares multiply by {found}, which is usual."),
        fails=N_("Shares multiply by {found}, which is high."),
        fine=N_("Ratios of 10, 25 and 200 exist."),
        applies=(JAPANESE_MARKET, SPLIT),
        found="split.ratio", relation="<", wanted="5", goes_to="split.new", unit=RATIO, kind=Kind.NUMBER,
    ),
)  # fmt: skip
