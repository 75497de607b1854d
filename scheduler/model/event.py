"""A VEVENT as the rest of the house sees it; the component it came from stays with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scheduler.model.component import Component
from scheduler.model.time import CalTime, Span


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where events come from: `name` is what the user calls it, `source` the address or path as given.

    `owner` is a mail address or name; "" is the user herself. `kind` says who else sees what is written there."""

    name: str
    source: str
    owner: str = ""
    kind: str = "personal"


@dataclass(frozen=True, slots=True)
class Attendee:
    """An ATTENDEE or ORGANIZER; `address` is a lower-case mail address, or None where there is none."""

    address: str | None
    name: str = ""
    partstat: str = "NEEDS-ACTION"
    role: str = "REQ-PARTICIPANT"
    cutype: str = "INDIVIDUAL"
    sent_by: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT: a single event, the master of a series, or (with `recurrence_id`) an override of one instance."""

    uid: str
    start: CalTime
    component: Component
    calendar: Calendar
    end: CalTime | None = None
    duration: Span | None = None
    recurrence_id: CalTime | None = None
    this_and_future: bool = False
    sequence: int = 0
    stamp: str = ""
    summary: str = ""
    status: str = ""
    transp: str = "OPAQUE"
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    zone_note: str | None = None
    method: str | None = None
    line: int | None = field(default=None, compare=False)

    @property
    def recurring(self) -> bool:
        return any(i.name in ("RRULE", "RDATE") for i in self.component.lines)

    @property
    def description(self) -> str:
        return self.component.text("DESCRIPTION") or ""

    @property
    def location(self) -> str:
        return self.component.text("LOCATION") or ""

    @property
    def categories(self) -> tuple[str, ...]:
        lines = self.component.every("CATEGORIES")
        return tuple(c.strip() for line in lines for c in line.value.split(",") if c.strip())
