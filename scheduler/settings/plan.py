"""[plan]: what may move in a week, how far, and which costs are compared first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """[plan]: how a week is cleared."""

    order: Annotated[tuple[str, ...], "the costs in the order in which they are compared"] = ()
    alternatives: Annotated[int, "times offered for an interview that moves: 2 or 3"] = 3
    step: Annotated[int, "new times start on every 15, 30 or 60 minutes of the clock"] = 30
    reach: Annotated[int, "days before and after its present time that a thing may go to"] = 14
    own_reach: Annotated[int, "the same for your own entries"] = 3
    own_hours: Annotated[tuple[time, ...], "first and last moment of the day for your own entries"] = (
        time(8),
        time(20),
    )
    many: Annotated[int, "what others organise for so many people or more moves only if nothing else helps"] = 6
    seconds: Annotated[int, "how long to search for the proof"] = 10
