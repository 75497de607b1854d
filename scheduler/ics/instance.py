"""One instance in time, and the window that it may touch."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
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

    @property
    def naive_window(self) -> tuple[datetime, datetime]:
        """In UTC, without saying so."""
        return _naive(self.window)

    def wall_bounds(self, margin: timedelta) -> tuple[datetime, datetime]:
        """The window on any zone's wall clock, widened by `margin` to both sides (offsets are under 16 hours)."""
        low, high = _wall_window(self.window)
        try:
            return low - margin, high + margin
        except OverflowError:
            return _FIRST, _LAST


@lru_cache(maxsize=4)
def _naive(window: Period) -> tuple[datetime, datetime]:
    return window.start.replace(tzinfo=None), window.end.replace(tzinfo=None)


@lru_cache(maxsize=4)
def _wall_window(window: Period) -> tuple[datetime, datetime]:
    (low, high), room = _naive(window), timedelta(hours=16)
    return (low - room if low - _FIRST > room else _FIRST), (high + room if _LAST - high > room else _LAST)


def recurrence_text(moment: CalTime, instant: datetime | None = None) -> str:
    """A RECURRENCE-ID as text that is the same whatever zone it was written in: UTC where there is a zone.

    `instant` is the moment in UTC where the caller has it.
    """
    at = moment.wall if moment.zone is None else (instant or moment.instant(UTC))
    return written(at, moment)


def written(at: datetime, like: CalTime) -> str:
    """`at` as iCalendar text, a date or a time as `like` is one; in UTC where `like` has a zone."""
    day = _day_text(at.date())
    if like.is_date:
        return day
    text = day + _clock_text(at.time())
    return text if like.zone is None else text + "Z"


# The instances of a window share its days, and those of a series its time of day.
@lru_cache(maxsize=4096)
def _day_text(day: date) -> str:
    return day.isoformat().replace("-", "")


@lru_cache(maxsize=4096)
def _clock_text(clock: time) -> str:
    return f"T{clock.hour:02}{clock.minute:02}{clock.second:02}"


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


class Extent(NamedTuple):
    """How long every instance of a series is but the first: calendar days on the wall clock, then exact time."""

    nominal: timedelta
    exact: timedelta


def extent_of(event: Event, zone: tzinfo) -> Extent:
    """What `period_of` finds for each instance but the first, which ends where DTEND says."""
    start, end, duration = event.start, event.end, event.duration
    if duration is not None:
        return Extent(timedelta(days=duration.days), timedelta(seconds=duration.seconds))
    if end is None:
        return Extent(_DAY if start.is_date else _ZERO, _ZERO)
    if start.is_date or (start.zone is None and end.zone is None):
        return Extent(end.wall - start.wall, _ZERO)
    return Extent(_ZERO, _exact_length(start, end, zone))


def _exact_length(start: CalTime, end: CalTime, zone: tzinfo) -> timedelta:
    length = end.instant(zone) - start.instant(zone)
    # An instance that starts in an hour that the clock skips tells too little.
    return end.wall - start.wall if length <= _ZERO and end.zone is start.zone else length
