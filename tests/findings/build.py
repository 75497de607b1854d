"""Occurrences for the tests of findings, from a few words; no calendar file in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.model.attendee import Attendee
from scheduler.model.component import Component, Line, escape
from scheduler.model.event import Calendar, Event
from scheduler.model.interview import Interview
from scheduler.model.occurrence import Busy, Loop, Occurrence
from scheduler.model.time import CalTime, Period
from scheduler.model.timeline import Timeline
from scheduler.timeline.identify import full_key

ME = "me@x.example"
NOW = datetime(2027, 3, 5, 9, tzinfo=UTC)
WINDOW = Period(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 5, 1, tzinfo=UTC))
LISBON = ZoneInfo("Europe/Lisbon")


def entry(
    name: str,
    start: str,
    end: str,
    *,
    zone: str = "UTC",
    interview: bool = False,
    company: str | None = None,
    busy: Busy = "busy",
    place: str = "",
    employer_zone: str | None = None,
    remote: bool | None = None,
    partstat: str = "",
    organizer: str = "",
    owner: str = "",
    all_day: bool = False,
    stamp: str = "",
    calendar: str = "mine",
    **lines: str,
) -> Occurrence:
    """An entry from `start` to `end`, such as 2027-03-08T10:00, on the clock of `zone`."""
    first, last = (datetime.fromisoformat(t) for t in (start, end))
    tz = ZoneInfo(zone)
    period = Period(*(m.replace(tzinfo=tz).astimezone(UTC) for m in (first, last)))
    written = {"LOCATION": place, **{k.replace("_", "-").upper(): v for k, v in lines.items()}}
    component = Component("VEVENT", tuple(Line(k, escape(v)) for k, v in written.items() if v))
    people = (Attendee(ME, partstat=partstat),) if partstat else ()
    event = Event(
        name,
        CalTime(first, None if all_day else tz, all_day),
        component,
        Calendar(calendar, f"{calendar}.ics", owner),
        CalTime(last, None if all_day else tz, all_day),
        summary=name,
        stamp=stamp,
        organizer=Attendee(organizer) if organizer else None,
        attendees=people,
    )
    facts = None
    if interview or company is not None:
        facts = Interview(company=company, employer_zone=employer_zone, remote=remote)
    key = full_key(owner, name, "")
    return Occurrence(
        key[:6],
        event,
        period,
        period,
        busy,
        None,
        all_day,
        first.date() if all_day else None,
        last.date() if all_day else None,
        facts,
        key,
    )


def timeline(*entries: Occurrence, zone: ZoneInfo = LISBON, loops: tuple[Loop, ...] = ()) -> Timeline:
    return Timeline(WINDOW, zone, tuple(sorted(entries, key=lambda o: (o.period.start, o.key))), loops)


def minutes(
    start: int, length: int, name: str, *, interview: bool = False, busy: Busy = "busy", place: str = ""
) -> Occurrence:
    """An entry that starts so many minutes after NOW and lasts so many."""
    first = NOW + timedelta(minutes=start)
    last = first + timedelta(minutes=length)
    texts = (f"{m:%Y-%m-%dT%H:%M}" for m in (first, last))
    return entry(name, *texts, interview=interview, busy=busy, place=place)
