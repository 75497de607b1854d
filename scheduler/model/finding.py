"""Findings: what does not work out, as values that every output prints."""

from datetime import datetime
from typing import Literal, NamedTuple

from scheduler.model.occurrence import Occurrence

Kind = Literal[
    "overlap",
    "tight",
    "short_notice",
    "outside_hours",
    "overload",
    "no_preparation",
    "ambiguous_time",
    "unanswered",
    "duplicate",
    "follow_up",
]
Level = Literal["critical", "warning", "info"]
Channel = Literal["email", "phone", "phone_emergency", "apologise"]


class Notice(NamedTuple):
    """How long is left before an interview, and how to reach the employer (E10-E15).

    `hours` is negative once it has begun. `last_moment` still leaves the notice floor; `working_moment` is the last
    working moment before that in the employer's zone (the user's where that is unknown). All aware; UTC inside.
    """

    hours: float
    channel: Channel
    last_moment: datetime
    working_moment: datetime | None


class Move(NamedTuple):
    """Which side of a collision moves first, and the reason in a sentence (E1)."""

    occurrence: Occurrence
    reason: str


class Finding(NamedTuple):
    """One thing that does not work out; `id` is stable like an occurrence's."""

    id: str
    kind: Kind
    severity: Level
    hard: bool
    events: tuple[Occurrence, ...]
    message: str
    gap_minutes: int | None = None
    needed_minutes: int | None = None
    moves_first: Move | None = None
    notice: Notice | None = None
