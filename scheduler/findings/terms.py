"""What the findings measure against: the settings with the flags of the call, in minutes and hours."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.errors import UsageError
from scheduler.model.occurrence import Occurrence
from scheduler.settings.core import WEEKDAYS, CompanySetting, Hours, Limits, Settings

_WEEK, _YEAR = 7 * 24 * 60, 366 * 24


class Terms(NamedTuple):
    """`now` in UTC; lengths as timedeltas; `everything` also judges what touches no interview."""

    now: datetime
    zone: ZoneInfo
    hours: Hours = Hours()
    buffer: timedelta = timedelta(minutes=15)
    travel: timedelta = timedelta(minutes=30)
    preparation: timedelta = timedelta(minutes=30)
    notice: timedelta = timedelta(hours=24)
    per_day: int = 3
    companies: tuple[CompanySetting, ...] = ()
    rules: tuple[object, ...] = ()
    me: frozenset[str] = frozenset()
    everything: bool = False

    def addresses(self, o: Occurrence) -> frozenset[str]:
        """Whose answer counts in an entry: its owner's."""
        return frozenset({o.owner.lower()}) if o.owner else self.me

    def company(self, o: Occurrence) -> CompanySetting | None:
        """The settings of an interview's company."""
        name = o.interview.company if o.interview is not None else None
        if not name:
            return None
        return next((c for c in self.companies if c.name.casefold() == name.casefold()), None)


def terms_of(settings: Settings, now: datetime, zone: ZoneInfo, me: frozenset[str], *, everything: bool) -> Terms:
    """The settings as terms; raises UsageError for working hours and limits that are none."""
    check_hours(settings.hours)
    limits = settings.limits
    check_limits(limits)
    minutes = timedelta(minutes=1)
    return Terms(
        now,
        zone,
        settings.hours,
        limits.buffer * minutes,
        limits.travel * minutes,
        limits.preparation * minutes,
        timedelta(hours=limits.notice),
        limits.per_day,
        settings.companies,
        settings.rules,
        me,
        everything,
    )


def check_limits(limits: Limits) -> None:
    """Raises UsageError where a limit is longer than anybody means."""
    for name, value in (("buffer", limits.buffer), ("travel", limits.travel), ("preparation", limits.preparation)):
        if value > _WEEK:
            raise UsageError(f"A {name} of {value} minutes is longer than a week; write fewer minutes.")
    if limits.notice > _YEAR:
        raise UsageError(f"A notice of {limits.notice} hours is longer than a year; write fewer hours.")


def check_hours(hours: Hours) -> None:
    """Raises UsageError where the working day is empty or a day is no weekday."""
    if hours.end <= hours.start:
        raise UsageError(f"Working hours end ({hours.end:%H:%M}) before they start ({hours.start:%H:%M}).")
    for day in hours.days:
        if day.lower()[:2] not in WEEKDAYS:
            raise UsageError(f"'{day}' is no weekday; write mo, tu, we, th, fr, sa or su.")
