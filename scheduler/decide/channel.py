"""How to reach the employer, and by when (E10-E15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Channel = Literal["email", "platform", "phone", "phone_emergency", "apologise"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when to tell them. `at` is in UTC; `late`: the floor of notice cannot be kept any more."""

    at: datetime
    rule: str
    late: bool


def channel(notice_hours: float, *, emergency: bool = False, platform: bool = False, floor: float = 24.0) -> Channel:
    """Email from the floor of notice on (E11), else the telephone (E11, E14), after the start an apology (E15).

    `platform`: a chat has been the main channel so far; only then may it be used (E13). Never a text message.
    """
    if notice_hours < 0:
        return "apologise"
    if notice_hours >= floor:
        return "platform" if platform else "email"
    return "phone_emergency" if emergency else "phone"


def deadline(now: datetime, start: datetime, working_moment: datetime | None, floor: float = 24.0) -> Deadline:
    """At once is best (E10); at the latest the last working moment, or the last moment, that leaves the floor."""
    last = start - timedelta(hours=floor)
    latest = last if working_moment is None else min(last, working_moment)
    if latest > now:
        return Deadline(latest, "E10", late=False)
    if last > now:
        return Deadline(last, "E10", late=False)
    return Deadline(now, "E15" if start <= now else "E11", late=True)
