"""A VEVENT as the rest of the house sees it; the component it came from stays with it."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from scheduler.model.attendee import Attendee
from scheduler.model.component import Component
from scheduler.model.time import CalTime, Span


class Thread(NamedTuple):
    """The mail in which an invitation came, as far as a reply needs it; addresses in lower case."""

    message_id: str | None = None
    subject: str = ""
    sender: str | None = None
    reply_to: str | None = None
    recipient: str | None = None
    references: tuple[str, ...] = ()


class Calendar(NamedTuple):
    """Where events come from: `name` is what the user calls it, `source` the address or path as given.

    `owner` is a mail address or name; "" is the user herself. `kind` says who else sees what is written there."""

    name: str
    source: str
    owner: str = ""
    kind: str = "personal"
    thread: Thread | None = None


class Numbered(Protocol):
    """Knows the line numbers of a source; asked only when a problem has to name one."""

    def number(self, offset: int, /) -> int | None: ...


class Place(NamedTuple):
    """Where a component begins in its source."""

    lines: Numbered
    offset: int


class OnLine(NamedTuple):
    """Stands for a source of which nothing but one line number is needed any more."""

    line: int

    def number(self, _offset: int, /) -> int | None:
        return self.line


class Event(NamedTuple):
    """One VEVENT: a single event, the master of a series, or (with `recurrence_id`) an override of one instance.

    `part` counts the VCALENDARs of its source; `method` is that VCALENDAR's METHOD; `recurring`: it has RRULE or RDATE.
    """

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
    part: int = 0
    recurring: bool = False
    place: Place | None = None

    @property
    def line(self) -> int | None:
        """1-based line of BEGIN:VEVENT in its source; None where it is no longer known."""
        return None if self.place is None else self.place.lines.number(self.place.offset)

    def __reduce__(self) -> tuple[Callable[..., "Event"], tuple[object, ...]]:
        """Kept in the index without its place, which would keep the whole source."""
        return Event, self[:-1]

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
