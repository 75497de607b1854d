"""Free and busy, and nothing else: what may be known where text for other people is made (etiquette E19)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scheduler.model.time import Period

Hardness = Literal["busy", "tentative"]


@dataclass(frozen=True, slots=True)
class BusyTime:
    """A stretch that is taken; no title, no place, no person. Periods are half-open, UTC."""

    period: Period
    hardness: Hardness = "busy"


@dataclass(frozen=True, slots=True)
class FreeBusy:
    """Somebody's busy times within `window`, sorted and merged; outside the window nothing is known."""

    window: Period
    busy: tuple[BusyTime, ...] = ()
