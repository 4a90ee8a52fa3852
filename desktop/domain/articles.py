"""The clause of the articles of incorporation on the authorised total."""

from .record import record
from .term import Date, Text, term


@record(frozen=True)
class Articles:
    number: Text = term("Article number", "Number of the article on authorised shares, such as 6")
    effective_date: Date = term(
        "Amendment takes effect", "Otherwise the effective date of the split", default="schedule.effective_date"
    )
