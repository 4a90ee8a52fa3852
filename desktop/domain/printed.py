"""Figures that issuers print and that are not calculated under the same name."""

from .formula import Kind
from .record import record
from .term import NO_UNIT, PER_SHARE, PERCENT, Unit


@record(frozen=True)
class Printed:
    """A figure as the issuer prints it: `id` names it in the file.

    Where `of_period` words it, each fiscal year has one of its own too, such as `dividends.total[FY2020]`.
    """

    id: str
    label: str
    unit: Unit = NO_UNIT
    kind: Kind = Kind.NUMBER
    of_period: str = ""
    signed: bool = False


PRINTED = (
    Printed("dividends.total", "Announced total", PER_SHARE, of_period="Announced total {period}"),
    Printed("dividends.pre_split", "Total, shares before", PER_SHARE, of_period="Total {period}, shares before"),
    Printed("dividends.post_split", "Total, shares after", PER_SHARE, of_period="Total {period}, shares after"),
    Printed("dividends.change", "Change of the total", PERCENT, of_period="Change of the total {period}", signed=True),
)
