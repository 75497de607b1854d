"""What a picture is made of; everything comes in as an argument, the clock too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scheduler.model.finding import Finding, Notice
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.settings.core import Hours, Limits


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A time that could be offered for the occurrence with id `of`; `reason` is for the user alone."""

    of: str
    period: Period
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One move of a plan: the occurrence with id `of` goes to the one time in `after`; empty: it goes away.

    Where an employer still has to choose, `after` has the alternatives, and the entry stays where it is for now.
    """

    of: str
    after: tuple[Period, ...]
    reason: str = ""

    @property
    def settled(self) -> bool:
        return len(self.after) < 2


@dataclass(frozen=True, slots=True)
class Given:
    """A timeline, what is wrong with it, and what could be done.

    `notices` are by occurrence key. `private` hides the titles of everything that is not an interview, and with them
    every sentence that could hold one.
    """

    timeline: Timeline
    now: datetime
    hours: Hours
    limits: Limits
    findings: tuple[Finding, ...] = ()
    notices: Mapping[str, Notice] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    changes: tuple[Change, ...] = ()
    private: bool = False
