"""What is in the window: the answer of reading, and the ground of everything after it."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period


class Timeline(NamedTuple):
    """All occurrences that overlap `window`, sorted by start, with what was wrong or assumed on the way.

    `zone` is the user's. `loops` name the interviews that belong together; a single interview is in no loop.
    """

    window: Period
    zone: ZoneInfo
    occurrences: tuple[Occurrence, ...] = ()
    loops: tuple[Loop, ...] = ()
    problems: tuple[Problem, ...] = ()
