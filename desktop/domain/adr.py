"""American Depositary Receipts: the ratio to shares, new ADRs, parity price and fee."""

from .formula import Kind
from .quantity import Basis, Quantity
from .record import record
from .term import ADRS, NO_UNIT, RATIO, SHARES, USD, Count, Date, Number, Text, term

DEPOSIT = Basis("Deposit agreement", "Deposit agreement: so many shares stand behind one ADR.")
INTERIM = Basis(
    "Deposit agreement",
    "Between the Japanese ex-rights date and the date of the ADRs, one ADR stands for the split shares"
    " at its old ratio.",
)
NEUTRAL = Basis(
    "Deposit agreement",
    "Deposit agreement: if no ADRs are added, each ADR stands for the additional shares as well."
    " The number of ADRs stays where the new ratio is the old one × the split ratio.",
)
PARITY = Basis("Parity", "Share price × shares per ADR ÷ exchange rate.")
FEE = Basis(
    "Deposit agreement",
    "Depositary's fee for every 100 ADRs issued, or part of 100; depositaries often waive it, so it is a maximum.",
)


@record(frozen=True)
class Adr:
    old_adrs: Number = term("ADRs before", "So many ADRs …", ADRS, positive=True, joins="=", line="Ratio before")
    old_shares: Number = term("Shares for them, before", "… stand for so many shares before", SHARES, positive=True)
    new_adrs: Number = term(
        "ADRs after", "So many ADRs …", ADRS, default="adr.old_adrs", positive=True, joins="=", line="Ratio after"
    )
    new_shares: Number = term(
        "Shares for them, after", "… stand for so many shares after", SHARES, default="adr.old_shares", positive=True
    )
    record_date: Date = term("ADR record date", "United States date")
    distribution_date: Date = term("ADR distribution", "United States date on which added ADRs are distributed")
    effective_date: Date = term("ADR effective date", "United States date from which the new ratio applies")
    closed_from: Date = term("Books closed from", "First day without issuance and cancellation of ADRs")
    closed_to: Date = term("Books closed to", "Last day without issuance and cancellation of ADRs")
    outstanding: Count = term("ADRs outstanding", "Number of ADRs before the change", ADRS)
    depositary: Text = term("Depositary bank", "Bank that issues the ADRs")
    fee_per_100: Number = term("Fee per 100 ADRs", "Highest fee in US dollars per 100 ADRs issued, or part", USD)


QUANTITIES = (
    Quantity("adr.ratio", "Shares per ADR", RATIO, "adr.old_shares / adr.old_adrs", basis=DEPOSIT),
    Quantity(
        "adr.ratio_interim", "Shares per ADR between the dates", RATIO,
        "adr.old_shares * split.numerator / (adr.old_adrs * split.denominator)", basis=INTERIM,
    ),
    Quantity("adr.ratio_after", "Shares per ADR after", RATIO, "adr.new_shares / adr.new_adrs", basis=DEPOSIT),
    Quantity(
        "adr.numerator", "New ADRs, in lowest terms", NO_UNIT,
        "NUMERATOR(split.numerator * adr.old_shares * adr.new_adrs,"
        " split.denominator * adr.old_adrs * adr.new_shares)",
        basis=NEUTRAL, kind=Kind.COUNT, internal=True,
    ),
    Quantity(
        "adr.denominator", "Old ADRs, in lowest terms", NO_UNIT,
        "NUMERATOR(split.denominator * adr.old_adrs * adr.new_shares,"
        " split.numerator * adr.old_shares * adr.new_adrs)",
        basis=NEUTRAL, kind=Kind.COUNT, internal=True,
    ),
    Quantity("adr.new_per_old", "New ADRs per old ADR", RATIO, "adr.numerator / adr.denominator", basis=NEUTRAL),
    Quantity(
        "adr.neutral", "The number of ADRs stays the same", NO_UNIT, "adr.numerator == adr.denominator",
        basis=NEUTRAL, kind=Kind.FLAG, announced=True,
    ),
    Quantity(
        "adr.outstanding_after", "ADRs outstanding after", ADRS,
        "MULDIV(adr.outstanding, adr.numerator, adr.denominator)", basis=NEUTRAL, kind=Kind.COUNT,
    ),
    Quantity(
        "adr.price", "Parity price", USD, "prices.cum * adr.old_shares / (adr.old_adrs * prices.fx)", basis=PARITY
    ),
    Quantity(
        "adr.price_after", "Parity price after", USD,
        "prices.split_adjusted * adr.new_shares / (adr.new_adrs * prices.fx)", basis=PARITY,
    ),
    Quantity(
        "adr.fee", "Highest issuance fee", USD,
        "IF(adr.outstanding_after > adr.outstanding,"
        " ROUNDUP((adr.outstanding_after - adr.outstanding) / 100, 0) * adr.fee_per_100, 0)",
        basis=FEE,
    ),
)  # fmt: skip
