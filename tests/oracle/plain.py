"""The plain reader: icalendar and dateutil component by component, nothing skipped, nothing fast.

It reads sound calendars only, and stays as the oracle for the reader that people use. Zones are IANA's, floating
times and dates are read in `zone`, a start in a gap takes the offset before it (RFC 5545 3.3.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile
from typing import Any

import icalendar
from dateutil.rrule import rrulestr

from scheduler.model.time import Period

Key = tuple[str, str, str]
_DAY = timedelta(days=1)


def plain_read(data: bytes, window: Period, zone: tzinfo) -> Counter[Key]:
    """(UID, start, end) of every occurrence that touches the window: UTC, or dates for all-day entries."""
    events = [e for c in icalendar.Calendar.from_ical(data, multiple=True) for e in c.walk("VEVENT")]
    newest: dict[tuple[str, str], Any] = {}
    for event in events:
        key = str(event["UID"]), _identity(event["RECURRENCE-ID"].dt, zone) if "RECURRENCE-ID" in event else ""
        if key not in newest or int(event.get("SEQUENCE", 0)) >= int(newest[key].get("SEQUENCE", 0)):
            newest[key] = event
    found: Counter[Key] = Counter()
    for (uid, identity), event in newest.items():
        if identity:
            starts: Iterator[date] = iter([event["DTSTART"].dt])
        else:
            replaced = {i for u, i in newest if u == uid and i}
            starts = (s for s in _starts(event, window, zone) if _identity(s, zone) not in replaced)
        found.update(k for s in starts if (k := _key(uid, event, s, window, zone)) is not None)
    return found


def _starts(event: Any, window: Period, zone: tzinfo) -> Iterator[date]:
    """The set of RRULE, RDATE and DTSTART without EXDATE, on the wall clock of DTSTART."""
    first = event["DTSTART"].dt
    own = first.tzinfo if isinstance(first, datetime) else None
    wall = _wall(first, first, zone)
    last = window.end.replace(tzinfo=None) + 3 * _DAY
    walls = {wall} | {_wall(d.dt, first, zone) for line in _lines(event, "RDATE") for d in line.dts}
    for rule in _lines(event, "RRULE"):
        until = rule.get("UNTIL", [None])[0]
        text = ";".join(p for p in rule.to_ical().decode().split(";") if not p.startswith("UNTIL="))
        end = None if until is None else _until(until, first, zone)
        series = takewhile(lambda x: x < last, rrulestr(text, dtstart=wall))
        walls.update(x for x in series if end is None or x <= end)
    walls -= {_wall(d.dt, first, zone) for line in _lines(event, "EXDATE") for d in line.dts}
    for found in sorted(walls):
        yield found.replace(tzinfo=own) if isinstance(first, datetime) else found.date()


def _lines(event: Any, name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _wall(moment: date, first: date, zone: tzinfo) -> datetime:
    """A time on the clock of DTSTART, naive."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None:
        return moment
    own = (first.tzinfo if isinstance(first, datetime) else None) or zone
    return (moment if moment.tzinfo == own else moment.astimezone(own)).replace(tzinfo=None)


def _until(until: date, first: date, zone: tzinfo) -> datetime:
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    return _wall(until, first, zone)


def _instant(moment: date, zone: tzinfo) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), zone).astimezone(UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _identity(moment: date, zone: tzinfo) -> str:
    return f"{_instant(moment, zone):%Y%m%dT%H%M%SZ}" if isinstance(moment, datetime) else f"{moment:%Y%m%d}"


def _end(event: Any, start: date, zone: tzinfo) -> date:
    """DTEND keeps its exact length, a DURATION its calendar days and then its exact rest (RFC 5545 3.3.6)."""
    if "DTEND" in event:
        first, last = event["DTSTART"].dt, event["DTEND"].dt
        if not isinstance(start, datetime):
            return start + (last - first)
        if start.tzinfo is None:
            return start + (last - first)
        return _instant(start, zone) + (_instant(last, zone) - _instant(first, zone))
    if "DURATION" in event:
        length = event["DURATION"].dt
        nominal = start + timedelta(days=length.days)
        if not isinstance(nominal, datetime):
            return nominal
        return _instant(nominal, zone) + timedelta(seconds=length.seconds)
    return start if isinstance(start, datetime) else start + _DAY


def _key(uid: str, event: Any, start: date, window: Period, zone: tzinfo) -> Key | None:
    end = _end(event, start, zone)
    begins, ends = _instant(start, zone), _instant(end, zone)
    inside = window.start <= begins < window.end if ends <= begins else begins < window.end and ends > window.start
    if not inside:
        return None
    if not isinstance(start, datetime):
        return (uid, f"{start:%Y%m%d}", f"{end:%Y%m%d}")
    return (uid, f"{begins:%Y%m%dT%H%M%SZ}", f"{ends:%Y%m%dT%H%M%SZ}")
