"""Working hours on a wall clock."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from scheduler.model.time import Period
from scheduler.settings.core import WEEKDAYS, CompanySetting, Hours


@lru_cache(maxsize=64)
def working_days(hours: Hours) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(d.lower()[:2]) for d in hours.days)


def employer_hours(company: CompanySetting | None) -> Hours:
    """The company's stated hours; else nine to six from Monday to Friday."""
    if company is None or len(company.hours) != 2:
        return Hours()
    return Hours(time.fromisoformat(company.hours[0]), time.fromisoformat(company.hours[1]), WEEKDAYS[:5])


def outside(period: Period, hours: Hours, zone: ZoneInfo) -> str | None:
    """Why a period does not lie within the working hours of one day, as words; None where it does."""
    start, end = period.start.astimezone(zone), period.end.astimezone(zone)
    if start.weekday() not in working_days(hours):
        return f"on a {start:%A}"
    if start.time() < hours.start:
        return f"at {start:%H:%M}"
    ends = end.time() if end.date() == start.date() else time.max
    if ends > hours.end:
        return f"until {end:%H:%M}" if start.time() < hours.end else f"at {start:%H:%M}"
    return None


@lru_cache(maxsize=16384)
def last_working_moment(before: datetime, hours: Hours, zone: ZoneInfo) -> datetime | None:
    """The last moment of working time that is not after `before`, in UTC; None where no day is a working day."""
    days = working_days(hours)
    local = before.astimezone(zone)
    for back in range(8):
        day = local.date() - timedelta(days=back)
        if day.weekday() not in days:
            continue
        opening = datetime.combine(day, hours.start, zone)
        closing = datetime.combine(day, hours.end, zone)
        if back == 0 and local < opening:
            continue
        moment = min(local, closing) if back == 0 else closing
        return moment.astimezone(UTC)
    return None
