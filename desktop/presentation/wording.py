"""Sentences about an event: what the split does, in every convention met in the wild."""

from fractions import Fraction

from ..domain.message import N_, Message
from ..domain.path import ANNOUNCED
from ..domain.record import record
from ..domain.scenario import Scenario, term_of
from ..domain.split import Split, lowest_terms
from ..domain.term import Term
from ..i18n import LANGUAGES, Locale, locale_for


def split_sentence(split: Split) -> Message | None:
    """The split in one sentence, which shows its direction beyond doubt; none while a side is missing."""
    ratio = lowest_terms(split)
    if ratio is None or split.old is None or split.new is None:
        return None
    fields = {"old": Fraction(split.old), "new": Fraction(split.new)}
    if ratio == 1:
        return Message(N_("The number of shares stays the same"))
    if ratio > 1 and split.old == 1:
        return Message(N_("Each 1 share becomes {new} shares"), fields)
    if ratio > 1:
        return Message(N_("Every {old} shares become {new} shares"), fields)
    if split.new == 1:
        return Message(N_("Every {old} shares are consolidated into 1 share"), fields)
    return Message(N_("Every {old} shares are consolidated into {new} shares"), fields)


@record(frozen=True)
class Convention:
    """One way in which the ratio is written: its name and how it reads."""

    name: str
    text: Message


def conventions(split: Split) -> tuple[Convention, ...]:
    """The ratio as Japan, the United States, the Companies Act and price tables write it."""
    ratio = lowest_terms(split)
    if ratio is None or split.old is None or split.new is None:
        return ()
    fields = {"old": Fraction(split.old), "new": Fraction(split.new)}
    return (
        Convention(N_("Ratio"), Message(N_("{old}:{new}"), fields)),
        Convention(N_("US style"), Message(N_("{new}-for-{old}"), fields)),
        Convention(N_("Added per share"), _added(ratio - 1)),
        Convention(N_("Shares"), times(ratio)),
        Convention(N_("Price"), times(1 / ratio)),
    )


def _added(increase: Fraction) -> Message:
    if increase < 0:
        return Message(N_("−{count}"), {"count": str(-increase)})
    return Message(N_("+{count}"), {"count": str(increase)})


def times(factor: Fraction) -> Message:
    """A factor as a reader says it: ×2 for two, ÷2 for a half, ×11/10 otherwise."""
    if factor.numerator == 1 and factor.denominator > 1:
        return Message(N_("÷{factor}"), {"factor": str(factor.denominator)})
    return Message(N_("×{factor}"), {"factor": str(factor)})


def choice_aliases(term: Term) -> dict[str, str]:
    """The words of a choice in every language, whatever the screen speaks, and their codes."""
    words = {word: option.code for option in term.options for word in option.also}
    for language in LANGUAGES if term.options else ():
        words |= {locale_for(language).text(option.text): option.code for option in term.options}
    return words


_STEPS = {
    "insert": N_("insert rows"),
    "remove": N_("delete rows"),
    "move": N_("move rows"),
    "read": N_("take over announcement"),
}
_OF_ROWS = N_("change of the table")


def step_words(kind: str, paths: tuple[str, ...]) -> Message:
    """What a step of the history did: its kind, or the field that it changed."""
    if kind in _STEPS:
        return Message(_STEPS[kind])
    if not paths or any(_is_row(path) for path in paths):  # rows have no label of their own
        return Message(_OF_ROWS)
    return term_of(paths[0]).words


def _is_row(path: str) -> bool:
    return path.endswith("]") and not path.startswith(ANNOUNCED)


def company_line(scenario: Scenario, locale: Locale | None = None) -> str:
    """The issuer's name and code, as far as they are given, with the brackets of the language."""
    name, code = scenario.company.name or "", scenario.company.code or ""
    if not (name and code):
        return name or code
    joined = N_("{name} ({code})")
    return locale.text(joined, name=name, code=code) if locale else joined.format(name=name, code=code)


def adr_sentence(adrs: object, shares: object) -> Message | None:
    """An ADR ratio in words: 2 ADRs = 1 share; none while a side is missing."""
    if adrs is None or shares is None:
        return None
    fields = {"adrs": adrs, "shares": shares}
    if adrs == 1 and shares == 1:
        return Message(N_("1 ADR = 1 share"))
    if adrs == 1:
        return Message(N_("1 ADR = {shares} shares"), fields)
    if shares == 1:
        return Message(N_("{adrs} ADRs = 1 share"), fields)
    return Message(N_("{adrs} ADRs = {shares} shares"), fields)
