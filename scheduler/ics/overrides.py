"""What overrides do to a series: instances that they stand for, and changes of all that follow."""

from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from scheduler.ics.instance import Instance, recurrence_text
from scheduler.model.event import Event
from scheduler.model.time import CalTime, shifted


class Replaced(NamedTuple):
    """Instances that overrides stand for, by RECURRENCE-ID.

    An override may name its instance by the day alone (`days`), and one of an all-day series by a time of that day.
    """

    instances: frozenset[str]
    days: frozenset[date] = frozenset()
    of_whole_days: frozenset[date] = frozenset()

    @staticmethod
    def of(overrides: list[Event]) -> "Replaced":
        moments = [e.recurrence_id for e in overrides if e.recurrence_id is not None]
        return Replaced(
            frozenset(map(recurrence_text, moments)),
            frozenset(m.wall.date() for m in moments if m.is_date),
            frozenset(m.wall.date() for m in moments if not m.is_date),
        )

    def holds(self, instance: Instance) -> bool:
        if instance.recurrence_id in self.instances:
            return True
        days = self.of_whole_days if instance.start.is_date else self.days
        return bool(days) and instance.start.wall.date() in days


def on_clock(moment: CalTime, clock: CalTime, user_zone: tzinfo) -> datetime:
    """`moment` as the clock shows it on which `clock` was written."""
    if moment.is_date and not clock.is_date:
        return datetime.combine(moment.wall.date(), clock.wall.time())
    if clock.is_date:
        return moment.wall.replace(hour=0, minute=0, second=0)
    if moment.zone is None or moment.zone is clock.zone:
        return moment.wall
    zone = clock.zone or user_zone
    return moment.instant(zone).astimezone(zone).replace(tzinfo=None)


class Future(NamedTuple):
    """A change of all instances from `since` (on the master's clock) on, by `shift` on its own clock."""

    event: Event
    since: datetime
    shift: timedelta

    @staticmethod
    def of(event: Event, master: CalTime, user_zone: tzinfo) -> "Future":
        moment = event.recurrence_id
        assert moment is not None
        shift = event.start.wall - on_clock(moment, event.start, user_zone)
        return Future(event, on_clock(moment, master, user_zone), shift)

    def moved(self, at: CalTime, user_zone: tzinfo) -> CalTime:
        start = self.event.start
        return start.moved_to(shifted(on_clock(at, start, user_zone), self.shift))
