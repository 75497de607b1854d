"""[plan]: what may move in a week, how far, and which costs are compared first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """[plan]: how a week is cleared."""

    order: tuple[str, ...] = field(default=(), metadata={"help": "the costs in the order in which they are compared"})
    alternatives: int = field(default=3, metadata={"help": "times offered for an interview that moves: 2 or 3"})
    step: int = field(default=30, metadata={"help": "new times start on every 15, 30 or 60 minutes of the clock"})
    reach: int = field(default=14, metadata={"help": "days before and after its present time that a thing may go to"})
    own_reach: int = field(default=3, metadata={"help": "the same for your own entries"})
    own_hours: tuple[time, ...] = field(
        default=(time(8), time(20)), metadata={"help": "first and last moment of the day for your own entries"}
    )
    many: int = field(
        default=6, metadata={"help": "what others organise for so many people or more moves only if nothing else helps"}
    )
    seconds: int = field(default=10, metadata={"help": "how long to search for the proof"})
