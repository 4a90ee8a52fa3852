"""Words of a workbook: in one language, or in two with the first one first everywhere."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ..domain.message import Message
from ..domain.term import Unit
from ..i18n import Locale
from ..presentation.articles import NUMBER_STYLES


class Words:
    """Texts in the languages of a workbook, joined as the place asks for."""

    def __init__(self, locales: Sequence[Locale], number_styles: Mapping[str, str] = NUMBER_STYLES) -> None:
        self.locales = tuple(locales)
        self.number_styles = number_styles  # how the clause of the articles writes its number

    @property
    def mode(self) -> str:
        """`ja`, `en` or `both`: decides formats, fonts and the number of label columns."""
        return "both" if len(self.locales) > 1 else self.locales[0].language

    @property
    def is_wide(self) -> bool:
        """Whether ambiguous signs such as × and △ are full-width here."""
        return self.mode != "en"

    def each(self, say: Callable[[Locale], str]) -> tuple[str, ...]:
        """What each language says, in order; nothing twice."""
        return tuple(dict.fromkeys(filter(None, map(say, self.locales))))

    def labels(self, message: str | Message) -> tuple[str, ...]:
        """One text for each label column."""
        return tuple(locale.text(message) for locale in self.locales)

    def title(self, message: str | Message, **fields: object) -> str:
        """A short text: "概要 Summary"."""
        return " ".join(self.each(lambda locale: locale.text(message, **fields)))

    def sentence(self, message: str | Message, **fields: object) -> str:
        """A sentence: "日本語 · English"."""
        return " · ".join(self.each(lambda locale: locale.text(message, **fields)))

    def lines(self, message: str | Message) -> str:
        """Each language on a line of its own."""
        return "\n".join(self.each(lambda locale: locale.text(message)))

    def unit(self, unit: Unit, currency: str) -> str:
        """A unit: "株 shares"."""
        found = self.each(lambda locale: locale.unit(unit, currency))
        return " ".join(text for text in found if not any(text != other and text in other for other in found))

    def weekday(self, day: date) -> str:
        """A weekday: "木 Thu"."""
        return " ".join(self.each(lambda locale: locale.weekday(day)))

    def about(self, parts: Callable[[Locale], Sequence[str]]) -> str:
        """Parts of a line in every language: "株式分割 · 2021/01/01 · Each 1 share … · 2021-01-01"."""
        return " · ".join(dict.fromkeys(part for locale in self.locales for part in parts(locale) if part))
