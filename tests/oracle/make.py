"""Calendars out of a few words, and what the reader makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from scheduler.ics.read import Document
from scheduler.model.event import Calendar
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.settings.core import Settings
from scheduler.timeline.build import build_timeline
from scheduler.timeline.view import View

Key = tuple[str, str, str]

BERLIN = ZoneInfo("Europe/Berlin")
UTC_ZONE = ZoneInfo("UTC")
SPRING = Period(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 5, 1, tzinfo=UTC))


def utc(text: str) -> datetime:
    """2027-03-08T09:00 in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def window(start: str, end: str) -> Period:
    return Period(utc(start), utc(end))


def vevent(*lines: str, uid: str = "one@x.example", summary: str = "Entry") -> str:
    """A VEVENT with these content lines; uid and summary may be empty to leave them out."""
    head = [f"UID:{uid}"] if uid else []
    title = [f"SUMMARY:{summary}"] if summary else []
    return "\r\n".join(["BEGIN:VEVENT", *head, "DTSTAMP:20270101T000000Z", *lines, *title, "END:VEVENT"]) + "\r\n"


def timed(start: str, end: str, *lines: str, uid: str = "one@x.example", summary: str = "Entry") -> str:
    """A VEVENT from `start` to `end` as iCalendar writes them, a zone after a blank: '20270308T090000 Europe/…'."""
    return vevent(_time("DTSTART", start), _time("DTEND", end), *lines, uid=uid, summary=summary)


def _time(name: str, text: str) -> str:
    moment, _, zone = text.partition(" ")
    if zone:
        return f"{name};TZID={zone}:{moment}"
    return f"{name}:{moment}" if "T" in moment else f"{name};VALUE=DATE:{moment}"


def vcalendar(*components: str, head: Iterable[str] = ()) -> bytes:
    start = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *head]) + "\r\n"
    return (start + "".join(components) + "END:VCALENDAR\r\n").encode()


def document(data: bytes, name: str = "mine", owner: str = "", source: str = "") -> Document:
    return Document(Calendar(name, source or f"{name}.ics", owner), data)


def read(
    *sources: bytes | Document,
    within: Period = SPRING,
    zone: ZoneInfo = UTC_ZONE,
    settings: Settings | None = None,
    me: Iterable[str] = (),
    prefilter: bool = True,
) -> Timeline:
    """The timeline of these calendars; several bytes are several calendars."""
    documents = [s if isinstance(s, Document) else document(s, f"c{i}") for i, s in enumerate(sources)]
    view = View(within, zone, settings or Settings(), frozenset(me))
    return build_timeline(documents, view, prefilter=prefilter)


def key(o: Occurrence) -> Key:
    """(UID, start, end) as iCalendar text: UTC, or dates."""
    if o.first is not None and o.last is not None:
        return (o.uid, f"{o.first:%Y%m%d}", f"{o.last:%Y%m%d}")
    return (o.uid, f"{o.period.start:%Y%m%dT%H%M%SZ}", f"{o.period.end:%Y%m%dT%H%M%SZ}")


def keys(timeline: Timeline) -> Counter[Key]:
    return Counter(key(o) for o in timeline.occurrences)


def starts(timeline: Timeline, uid: str | None = None) -> list[str]:
    """The starts in order, as iCalendar text."""
    return [key(o)[1] for o in timeline.occurrences if uid is None or o.uid == uid]


def notes(timeline: Timeline, uid: str | None = None) -> list[str]:
    return [p.message for p in timeline.problems if uid is None or p.uid == uid]
