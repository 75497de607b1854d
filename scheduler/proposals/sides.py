"""One side of a meeting on its own clock: zone (also while away), hours, holidays, lunch, protected times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.model.time import Period

ONE_DAY = timedelta(days=1)
NO_HOLIDAYS: Mapping[date, str] = MappingProxyType({})


class Clock(NamedTuple):
    """A stretch of the day as the wall clock shows it; `end` 00:00 is midnight at the end of the day."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


class Away(NamedTuple):
    """Days (both included) that are lived in another zone: 'in Lisbon from 3 to 9 March'."""

    first: date
    last: date
    zone: ZoneInfo


class Protected(NamedTuple):
    """A stretch that is never given away on these weekdays (Monday is 0)."""

    weekdays: frozenset[int]
    clock: Clock
    label: str = ""


OFFICE = (Clock(time(9), time(18)),)
WORKING_WEEK: tuple[tuple[Clock, ...], ...] = (OFFICE,) * 5 + ((), ())


class Side(NamedTuple):
    """When somebody may be met. `hours` has seven entries, Monday first; `holidays` are dates with their names."""

    zone: ZoneInfo
    hours: tuple[tuple[Clock, ...], ...] = WORKING_WEEK
    holidays: Mapping[date, str] = NO_HOLIDAYS
    lunch: Clock | None = None
    protected: tuple[Protected, ...] = ()
    away: tuple[Away, ...] = ()
    country: str = ""

    def zone_on(self, day: date) -> ZoneInfo:
        """The zone this side lives in on a date of its own calendar; of two stays the first named counts."""
        for stay in self.away:
            if stay.first <= day <= stay.last:
                return stay.zone
        return self.zone

    def zone_at(self, instant: datetime) -> ZoneInfo:
        """The zone at an instant: a stay lasts from its first midnight to its last on the clock of that place."""
        for stay in self.away:
            if stay.first <= instant.astimezone(stay.zone).date() <= stay.last:
                return stay.zone
        return self.zone

    def local(self, instant: datetime) -> datetime:
        """The instant as this side's clock shows it."""
        return instant.astimezone(self.zone_at(instant))

    def days(self, period: Period) -> Iterator[date]:
        """The dates of this side that may have a part in `period`; a change of zone may add one that has none."""
        day = self.local(period.start).date()
        last = self.local(period.end).date()
        if self.away:
            day, last = day - ONE_DAY, last + ONE_DAY
        while day <= last:
            yield day
            day += ONE_DAY

    def stretch(self, day: date, clock: Clock) -> Period | None:
        """A stretch of the clock on `day` in UTC, cut where the side changes its zone; None where nothing is left.

        A day has the hours of one zone only: what the old clock shows of a day that is lived elsewhere is the journey.

        Wall times that do not exist or exist twice are read as RFC 5545 3.3.5 says.
        """
        zone = self.zone_on(day)
        end_day = day + ONE_DAY if clock.end == time(0) else day
        start = datetime.combine(day, clock.start, zone).astimezone(UTC)
        end = datetime.combine(end_day, clock.end, zone).astimezone(UTC)
        for stay in self.away:
            arrival = datetime.combine(stay.first, time(0), stay.zone).astimezone(UTC)
            departure = datetime.combine(stay.last + ONE_DAY, time(0), stay.zone).astimezone(UTC)
            if not stay.first <= day <= stay.last and arrival < end and start < departure:
                start, end = (start, arrival) if start < arrival else (departure, end)
        return Period(start, end) if start < end else None

    def off(self, day: date) -> str:
        """Why nobody is met on this day, or ""."""
        if day in self.holidays:
            return f"{self.holidays[day]}, a public holiday" + (f" in {self.country}" if self.country else "")
        return "" if self.hours[day.weekday()] else f"no working day ({day:%A})"

    def windows(self, day: date) -> list[Period]:
        """The stretches of `day`, in UTC, in which this side may be met; none on a holiday."""
        if day in self.holidays:
            return []
        found = (self.stretch(day, clock) for clock in self.hours[day.weekday()])
        return [w for w in found if w is not None]

    def protected_on(self, day: date) -> list[tuple[Period, str]]:
        """The protected stretches of `day` in UTC, with what the user calls them."""
        found = ((self.stretch(day, p.clock), p.label) for p in self.protected if day.weekday() in p.weekdays)
        return [(period, label) for period, label in found if period is not None]

    def lunch_on(self, day: date) -> Period | None:
        return None if self.lunch is None else self.stretch(day, self.lunch)
