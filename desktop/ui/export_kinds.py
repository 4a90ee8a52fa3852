"""What a scenario is exported as: the kinds of file, their words, and who writes them."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..domain.message import N_, Message
from ..domain.record import record
from ..i18n import LANGUAGES, Locale
from ..presentation.book import Book


@record(frozen=True)
class Job:
    """A file to be written: of which book, in which languages, and how the person wants it.

    `progress` is told how much is done of how much, and answers False to cancel.
    `unprintable` is told the characters that no font has.
    """

    path: Path
    book: Book
    locales: Sequence[Locale]
    paper: str
    number_styles: Mapping[str, str]
    progress: Callable[[int, int], bool]
    unprintable: Callable[[str], None]


@record(frozen=True)
class Kind:
    """A kind of file: its title in the dialog, its words by language, and what writes it and says why it cannot."""

    title: str
    in_language: Mapping[str, str]
    in_both: str
    write: Callable[[Job], Message | None]

    def choices(self, suffix: str, locale: Locale) -> dict[str, tuple[str, ...]]:
        """What can be chosen in the dialog, and its languages: that of the screen first."""
        current = locale.language
        order = [(current,), *((name,) for name in LANGUAGES if name != current)]
        named = [(self.in_language[chosen[0]], chosen) for chosen in order]
        return {f"{locale.text(words)} (*.{suffix})": chosen for words, chosen in (*named, (self.in_both, LANGUAGES))}


def _workbook(job: Job) -> Message | None:
    from ..export.workbook import write_workbook  # noqa: PLC0415  # openpyxl is loaded when it is needed

    problem = write_workbook(
        job.path, job.book.scenario, job.locales, progress=job.progress, number_styles=job.number_styles
    )
    return problem.message if problem else None


def _pdf(job: Job) -> Message | None:
    from ..export.report.marks import PAPERS  # noqa: PLC0415  # not needed for the first picture
    from .printing.pdf import write_pdf  # noqa: PLC0415

    problem = write_pdf(
        job.path,
        job.book,
        job.locales,
        PAPERS[job.paper],
        number_styles=job.number_styles,
        progress=job.progress,
        warn=job.unprintable,
    )
    return problem.message if problem else None


def _calendar(job: Job) -> Message | None:
    from ..export.calendar_file import write_calendar  # noqa: PLC0415  # icalendar is loaded when it is needed

    problem = write_calendar(job.path, job.book, job.locales)
    return problem.message if problem else None


#: The kinds of file by their ending; a file with another ending is of the kind that was asked for.
KINDS: Mapping[str, Kind] = {
    "xlsx": Kind(
        N_("Export to Excel"),
        {"ja": N_("Excel workbook in Japanese"), "en": N_("Excel workbook in English")},
        N_("Excel workbook in both languages"),
        _workbook,
    ),
    "pdf": Kind(
        N_("Export as PDF"),
        {"ja": N_("PDF report in Japanese"), "en": N_("PDF report in English")},
        N_("PDF report in both languages"),
        _pdf,
    ),
    "ics": Kind(
        N_("Export dates as calendar"),
        {"ja": N_("Calendar file in Japanese"), "en": N_("Calendar file in English")},
        N_("Calendar file in both languages"),
        _calendar,
    ),
}
