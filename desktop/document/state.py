"""What a document holds."""

from collections.abc import Mapping
from dataclasses import field

from ..domain.record import record
from ..domain.scenario import Scenario


@record(frozen=True, slots=True)
class Mark:
    """Where a term was read: characters `start` up to `end` of the source; `inferred` where a part was worked out."""

    path: str
    start: int
    end: int
    inferred: bool = False


@record(frozen=True)
class Source:
    """The announcement that was read: its plain text and where its terms stand."""

    text: str
    marks: tuple[Mark, ...] = ()


@record(frozen=True)
class State:
    """What undo restores. `drafts` maps paths to what was typed there and cannot be read yet."""

    scenario: Scenario = field(default_factory=Scenario)
    drafts: Mapping[str, str] = field(default_factory=dict)
    source: Source | None = None
