"""What the dates of an event rest on: law, rules of the exchange, or practice, by market.

Japanese dates that are calculated say so where they are declared; here stand the given ones, and those of New York.
"""

from collections.abc import Mapping

from ..domain.quantity import Basis
from ..domain.schedule import NOTICE

_DEPOSITARY = Basis("Depositary bank", "Set by the depositary bank under the deposit agreement, in United States time.")
#: The given dates of a split or consolidation on a Japanese exchange.
JAPANESE: Mapping[str, Basis] = {
    "schedule.resolution_date": Basis(
        "Art. 183(2)",
        "Companies Act, Article 183(2): the board decides the ratio, the record date and the effective date.",
        Basis(
            "Art. 180(2)",
            "Companies Act, Article 180(2): the general meeting decides the consolidation by special resolution;"
            " the board puts it before the meeting.",
        ),
    ),
    "schedule.notice_date": NOTICE,
    "schedule.record_date": Basis(
        "Art. 184(1)",
        "Companies Act, Article 184(1): who is on the register at the end of this day receives the new shares.",
        Basis(
            "Art. 182(1)",
            "Companies Act, Article 182(1): the holding on the day before the effective date is consolidated.",
        ),
    ),
    "schedule.effective_date": Basis(
        "Art. 184(1)",
        "Companies Act, Article 184(1): the new shares exist from this day on, also where it is a closed day.",
        Basis(
            "Art. 182(1)",
            "Companies Act, Article 182(1): the shares are fewer from this day on, also where it is a closed day.",
        ),
    ),
}

#: A split or reverse split on a United States exchange.
AMERICAN: Mapping[str, Basis] = {
    "schedule.resolution_date": Basis("Board", "The board decides the split and sets its dates."),
    "schedule.notice_date": Basis(
        "SEC Rule 10b-17", "SEC Rule 10b-17: the issuer gives notice at least ten days before the record date."
    ),
    "schedule.record_date": Basis(
        "Practice",
        "Who is on the register on this day is entitled to the new shares. Where the ex-date comes after the payable"
        " date, shares sold in between carry a due bill that passes the new shares to the buyer.",
        Basis("Practice", "A reverse split changes every share on its effective date; no record date is needed."),
    ),
    "schedule.effective_date": Basis(
        "Practice",
        "The payable date: the new shares are distributed, as a rule after the close.",
        Basis("Practice", "The reverse split takes effect."),
    ),
    "schedule.last_cum_date": Basis("FINRA Rule 11140", "The last business day before the ex-date."),
    "schedule.ex_date": Basis(
        "FINRA Rule 11140",
        "FINRA Rule 11140(b): for a split of 25 % or more, the first business day after the payable date; below 25 %,"
        " it follows from the record date and the settlement cycle.",
        Basis("Practice", "A reverse split trades at its new price from its effective date, or the next session."),
    ),
}

#: Dates of American Depositary Receipts, whatever the market of the shares.
DEPOSITARY: Mapping[str, Basis] = {
    f"adr.{name}": _DEPOSITARY
    for name in ("record_date", "distribution_date", "effective_date", "closed_from", "closed_to")
}


def basis_of_date(path: str, market: str) -> Basis | None:
    """What a date of the schedule rests on in a market; nothing for any other path."""
    table = AMERICAN if market == "XNYS" else JAPANESE
    return DEPOSITARY.get(path) or table.get(path)
