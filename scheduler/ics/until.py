"""UNTIL on the clock of the series that it ends."""

from datetime import UTC, datetime, tzinfo

from scheduler.ics.decode import Notes
from scheduler.ics.rule import Until
from scheduler.model.time import CalTime


def last_wall(until: Until | None, start: CalTime, user_zone: tzinfo, notes: Notes) -> datetime | None:
    """The last possible wall-clock start; a kind that RFC 5545 3.3.10 does not want is read as people mean it."""
    if until is None:
        return None
    if start.is_date:
        if not until.is_date:
            notes.add("info", "its UNTIL has a time of day although its days have none; the date was used")
        return until.wall.replace(hour=0, minute=0, second=0)
    if until.is_date:
        notes.add("info", f"its UNTIL is the date {until.wall:%Y-%m-%d}; that whole day still counts")
        return until.wall.replace(hour=23, minute=59, second=59)
    if until.utc:
        return _from_utc(until.wall, start.zone or user_zone)
    if start.zone is not None:
        notes.add("info", "its UNTIL has no zone; the event's zone was used")
    return until.wall


def _from_utc(naive: datetime, zone: tzinfo) -> datetime:
    """The wall clock of `zone`; at the end of all years, where none can be shown, UTC's."""
    try:
        return naive.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return naive
