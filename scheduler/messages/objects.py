"""The parts of a stored calendar object: master, overrides, and the instance that a message is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from scheduler.ics.values import ValueProblemError, mail_address, parse_time
from scheduler.ics.zones import ZoneBook
from scheduler.model.component import Component, Line
from scheduler.model.time import CalTime


@dataclass(frozen=True, slots=True)
class Stored:
    """A calendar object of one event with its zones; `floating` is the zone for times that name none (the user's)."""

    calendar: Component
    floating: ZoneInfo

    @property
    def book(self) -> ZoneBook:
        zones = {z.text("TZID") or "": z for z in self.calendar.children if z.name == "VTIMEZONE"}
        return ZoneBook(zones)

    @property
    def events(self) -> tuple[Component, ...]:
        return tuple(c for c in self.calendar.children if c.name == "VEVENT")

    @property
    def master(self) -> Component | None:
        return next((e for e in self.events if e.first("RECURRENCE-ID") is None), None)

    def override(self, recurrence_id: str) -> Component | None:
        """The VEVENT that replaces one instance."""
        return next((e for e in self.events if self.recurrence_text(e) == recurrence_id), None)

    def recurrence_text(self, event: Component) -> str | None:
        """Its RECURRENCE-ID in the form of `Appointment.recurrence_id`; None for a master."""
        line = event.first("RECURRENCE-ID")
        return None if line is None else instant_text(read_time(line, self.book))

    def about(self, recurrence_id: str | None) -> Component | None:
        """The VEVENT that says what is the case now: the override, what it was made from, or the master.

        For an instance without an override of its own that is the latest THISANDFUTURE before it (RFC 5545 3.2.13).
        """
        if recurrence_id is None:
            return self.master
        exact = self.override(recurrence_id)
        if exact is not None:
            return exact
        ranged = [(t, e) for e in self.events if has_range(e) and (t := self.recurrence_text(e)) is not None]
        earlier = [pair for pair in ranged if pair[0] <= recurrence_id]
        return max(earlier, key=lambda pair: pair[0])[1] if earlier else self.master

    def recurrence_line(self, recurrence_id: str, base: Component, name: str = "RECURRENCE-ID") -> Line:
        """A RECURRENCE-ID (or EXDATE) as the series writes its times: same zone, same kind of value."""
        if len(recurrence_id) == 8:
            return Line(name, recurrence_id, (("VALUE", ("DATE",)),))
        like = base.first("RECURRENCE-ID") or base.first("DTSTART")
        form = None if like is None else read_time(like, self.book)
        if not recurrence_id.endswith("Z") or form is None or form.tzid is None or form.zone is None:
            return Line(name, recurrence_id)
        wall = parse_utc(recurrence_id).astimezone(form.zone)
        if wall.fold:
            return Line(name, recurrence_id)
        return Line(name, wall.strftime("%Y%m%dT%H%M%S"), (("TZID", (form.tzid,)),))


def read_time(line: Line, book: ZoneBook) -> CalTime | None:
    """The time of a line, or None where it cannot be read."""
    try:
        return parse_time(line, book)[0]
    except ValueProblemError:
        return None


def instant_text(moment: CalTime | None) -> str | None:
    """A time as text that is the same whatever zone wrote it: UTC where there is a zone."""
    if moment is None:
        return None
    if moment.is_date:
        return moment.wall.strftime("%Y%m%d")
    if moment.zone is None:
        return moment.wall.strftime("%Y%m%dT%H%M%S")
    return utc_text(moment.instant(UTC))


def utc_text(moment: datetime) -> str:
    """A DATE-TIME in UTC (RFC 5545 3.3.5, form 2)."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def parse_utc(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def sequence(event: Component) -> int:
    """SEQUENCE; 0 where there is none or none that can be read (RFC 5545 3.8.7.4)."""
    text = (event.value("SEQUENCE") or "0").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 11 else 0


def recurring(event: Component) -> bool:
    return any(line.name in ("RRULE", "RDATE") for line in event.lines)


def has_range(event: Component) -> bool:
    line = event.first("RECURRENCE-ID")
    return line is not None and (line.param("RANGE") or "").upper() == "THISANDFUTURE"


def address_of(line: Line) -> str | None:
    """The mail address of an ORGANIZER or ATTENDEE in lower case, from its value or its EMAIL parameter."""
    return mail_address(line.value) or mail_address(line.param("EMAIL") or "")


def organizer(event: Component) -> str | None:
    """The organizer's address; None where there is none that mail can reach."""
    line = event.first("ORGANIZER")
    return None if line is None else address_of(line)


def attendee(event: Component, address: str | None) -> Line | None:
    """The ATTENDEE line of an address."""
    wanted = None if address is None else address.lower()
    return next((i for i in event.every("ATTENDEE") if wanted is not None and address_of(i) == wanted), None)
