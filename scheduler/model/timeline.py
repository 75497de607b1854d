"""What is in the window: the answer of reading, and the ground of everything after it."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period


class Timeline(NamedTuple):
    """All occurrences that overlap `window`, sorted by start, with what was wrong or assumed on the way.

    `zone` is the user's. `loops` name the interviews that belong together; a single interview is in no loop.
    `opened` is whether any source was a calendar, `entries` whether any holds an event, in the window or not.
    """

    window: Period
    zone: ZoneInfo
    occurrences: tuple[Occurrence, ...] = ()
    loops: tuple[Loop, ...] = ()
    problems: tuple[Problem, ...] = ()
    opened: bool = True
    entries: bool = False

    @property
    def unread(self) -> bool:
        """Whether something could not be read."""
        return any(p.severity == "error" for p in self.problems)
