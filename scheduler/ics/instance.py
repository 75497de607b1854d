"""One instance in time, and the window that it may touch."""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from scheduler.model.event import Event
from scheduler.model.time import CalTime, Period, shifted

_DAY = timedelta(days=1)
_ZERO = timedelta()
_FIRST, _LAST = datetime(2, 1, 1), datetime(9997, 1, 1)


class Instance(NamedTuple):
    """One instance in time: `start` as its calendar writes it, `period` in UTC, `recurrence_id` as iCalendar text."""

    event: Event
    start: CalTime
    period: Period
    recurrence_id: str | None


class Room:
    """What all series of a reading together may still take: a few lines can ask for millions of instances."""

    __slots__ = ("instances", "steps")

    def __init__(self, shares: int = 1) -> None:
        """The room of one of so many shares."""
        self.instances, self.steps = 100_000 // shares, 10_000_000 // shares


class Frame(NamedTuple):
    """What expansion needs to know besides the events: the window (UTC), the user's zone, and the room there is."""

    window: Period
    zone: tzinfo
    room: Room

    def touches(self, period: Period) -> bool:
        """Overlaps the window; without length: lies in it."""
        if period.end <= period.start:
            return self.window.start <= period.start < self.window.end
        return period.start < self.window.end and period.end > self.window.start

    def wall_bounds(self, margin: timedelta) -> tuple[datetime, datetime]:
        """The window on any zone's wall clock, widened by `margin` to both sides (offsets are under 16 hours)."""
        low, high = _naive(self.window)
        try:
            return low - margin, high + margin
        except OverflowError:
            return _FIRST, _LAST


@lru_cache(maxsize=4)
def _naive(window: Period) -> tuple[datetime, datetime]:
    low, high, room = window.start.replace(tzinfo=None), window.end.replace(tzinfo=None), timedelta(hours=16)
    return (low - room if low - _FIRST > room else _FIRST), (high + room if _LAST - high > room else _LAST)


def recurrence_text(moment: CalTime, instant: datetime | None = None) -> str:
    """A RECURRENCE-ID as text that is the same whatever zone it was written in: UTC where there is a zone.

    `instant` is the moment in UTC where the caller has it.
    """
    at = moment.wall if moment.zone is None else (instant or moment.instant(UTC))
    if moment.is_date:
        return f"{at.year:04}{at.month:02}{at.day:02}"
    text = at.isoformat()[:19].replace("-", "").replace(":", "")
    return text if moment.zone is None else text + "Z"


def period_of(event: Event, start: CalTime, zone: tzinfo, begin: datetime | None = None) -> Period:
    """The instance of `event` that starts at `start`, in UTC.

    DURATION keeps its calendar days, DTEND its exact length (RFC 5545 3.8.5.3); dates are days in `zone`. `begin` is
    the start in UTC where the caller has it.
    """
    begin = begin or start.instant(zone)
    if event.duration is not None:
        return Period(begin, event.duration.after(start, zone))
    if event.end is None:
        return Period(begin, start.moved_to(start.wall + _DAY).instant(zone) if start.is_date else begin)
    if start.wall == event.start.wall and start.zone is event.start.zone:
        return Period(begin, max(begin, event.end.instant(zone)))
    if start.is_date or (start.zone is None and event.end.zone is None):
        return Period(begin, start.moved_to(shifted(start.wall, event.end.wall - event.start.wall)).instant(zone))
    return Period(begin, shifted(begin, _exact_length(event.start, event.end, zone)))


def steady_length(event: Event, zone: tzinfo) -> timedelta | None:
    """The exact length that every instance of a series has but the first; None where it is one of calendar days."""
    start, end = event.start, event.end
    if event.duration is not None:
        return None if event.duration.days or start.is_date else timedelta(seconds=event.duration.seconds)
    if start.is_date or (end is not None and start.zone is None and end.zone is None):
        return None
    return _ZERO if end is None else _exact_length(start, end, zone)


def _exact_length(start: CalTime, end: CalTime, zone: tzinfo) -> timedelta:
    length = end.instant(zone) - start.instant(zone)
    # An instance that starts in an hour that the clock skips tells too little.
    return end.wall - start.wall if length <= _ZERO and end.zone is start.zone else length
