"""An entry's time on its own clock, where that is not the user's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

from scheduler.findings.words import day
from scheduler.model.occurrence import Occurrence


def own_time(o: Occurrence, zone: ZoneInfo) -> str | None:
    """Wed 22:00 New York; None where its own clock shows what the user's shows, and for days."""
    shown = _shown(o, zone)
    return None if shown is None else shown[1]


def own_times(events: Iterable[Occurrence], zone: ZoneInfo) -> Iterator[str]:
    """By its own zone: 1e2cba Mon 15:00 Berlin; the employer's zone is named as such, for it may be a guess."""
    found = [(o.id, *shown) for o in events if (shown := _shown(o, zone)) is not None]
    for label in ("its own", "the employer's"):
        times = [f"{ref} {time}" for ref, whose, time in found if whose == label]
        if times:
            yield f"By {label} zone: {', '.join(times)}"


def _shown(o: Occurrence, zone: ZoneInfo) -> tuple[str, str] | None:
    """Whose clock shows another time, and that time."""
    if o.all_day:
        return None
    wall = o.period.start.astimezone(zone).replace(tzinfo=None)
    for whose, own in _clocks(o):
        local = o.period.start.astimezone(own)
        if local.replace(tzinfo=None) != wall:
            name = own.key if isinstance(own, ZoneInfo) else local.tzname() or ""
            return (
                whose,
                f"{day(o.period.start, own)[:3]} {local:%H:%M} {name.rpartition('/')[2].replace('_', ' ')[:24]}",
            )
    return None


def in_utc(o: Occurrence, zone: ZoneInfo) -> str | None:
    """Wed 09:00, for an interview whose employer's zone is not known; None where the user's clock shows it."""
    if o.interview is None or o.interview.employer_zone or o.all_day or not o.period.start.astimezone(zone).utcoffset():
        return None
    return f"{day(o.period.start, UTC)[:3]} {o.period.start.astimezone(UTC):%H:%M}"


def _clocks(o: Occurrence) -> Iterator[tuple[str, tzinfo]]:
    """The zone in which it was written, and the employer's.

    UTC as the zone of an entry says only how its program stores times.
    """
    own = o.event.start.zone
    if own is not None and own is not UTC and str(own) not in ("UTC", "Etc/UTC"):
        yield "its own", own
    if o.interview is not None and o.interview.employer_zone:
        yield "the employer's", ZoneInfo(o.interview.employer_zone)
