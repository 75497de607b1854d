"""A VEVENT component into an Event; what cannot be read or was assumed comes back as problems."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.ics.fields import Field, Fields
from scheduler.ics.values import ValueProblemError, parse_duration, parse_person, parse_time, time_in
from scheduler.ics.zones import ZoneBook
from scheduler.model.attendee import Attendee
from scheduler.model.component import Component
from scheduler.model.event import Calendar, Event, Place
from scheduler.model.problem import Problem, Severity
from scheduler.model.time import NOWHERE, CalTime, Span

MAX_SEQUENCE = 2**31 - 1


class Notes:
    """Collects the problems of one component, each with the component's place, UID and SUMMARY."""

    __slots__ = ("place", "problems", "source", "who")

    def __init__(self, source: str, place: Place | None, who: Callable[[], tuple[str, str]]) -> None:
        """`who` gives UID and SUMMARY, and is asked only when there is something to note."""
        self.source, self.place, self.who = source, place, who
        self.problems: list[Problem] = []

    def add(self, severity: Severity, sentence: str) -> None:
        uid, summary = self.who()
        name = f"'{summary}'" if summary else "An event without a title"
        line = None if self.place is None else self.place.lines.number(self.place.offset)
        self.problems.append(Problem(severity, f"{name}: {sentence}.", self.source, line, uid or None, summary or None))


def decode_event(
    fields: Fields,
    component: Component,
    calendar: Calendar,
    zones: ZoneBook,
    notes: Notes,
    method: str | None = None,
    part: int = 0,
) -> Event | None:
    """The event, or None where it has no readable start; an event without a UID gets one from its content."""
    values = fields.values
    uid = fields.text("UID")
    name = _start_name(values, method)
    start, zone_note = (NOWHERE, None) if name is None and method == "CANCEL" else _start(name, fields, zones, notes)
    if start is None:
        return None
    if not uid.strip():
        uid = _invented_uid(component)
        notes.add("info", f"it has no UID; it is called {uid} here")
    end, duration = _extent(fields, start, zones, notes)
    recurrence_id, future = _recurrence_id(fields, start, zones, notes)
    return Event(
        uid,
        start,
        component,
        calendar,
        end,
        duration,
        recurrence_id,
        future,
        _sequence(values.get("SEQUENCE"), notes),
        # What orders two versions of one SEQUENCE, as text that sorts.
        values.get("LAST-MODIFIED", values.get("DTSTAMP", "")).strip(),
        fields.text("SUMMARY"),
        _word(values.get("STATUS")),
        _transp(values.get("TRANSP")),
        _organizer(fields.get("ORGANIZER"), component, notes),
        tuple([parse_person(value, params) for value, params in fields.attendees]),
        zone_note,
        method,
        part,
        "RRULE" in values or "RDATE" in values,
        notes.place,
    )


def _word(value: str | None) -> str:
    return "" if value is None else value.strip().upper()


def _transp(value: str | None) -> str:
    """In words also where vCalendar 1.0 has numbers: 0 takes time, more does not."""
    word = _word(value) or "OPAQUE"
    return ("TRANSPARENT" if int(word) else "OPAQUE") if word.isdecimal() and len(word) < 9 else word


def _start_name(values: dict[str, str], method: str | None) -> str | None:
    """DTSTART; a cancelled instance may leave it away (RFC 5546 3.2.5)."""
    if "DTSTART" in values:
        return "DTSTART"
    cancelled = method == "CANCEL" or _word(values.get("STATUS")) == "CANCELLED"
    return "RECURRENCE-ID" if cancelled and "RECURRENCE-ID" in values else None


def _start(name: str | None, fields: Fields, zones: ZoneBook, notes: Notes) -> tuple[CalTime | None, str | None]:
    if name is None:
        notes.add("error", "it has no DTSTART, so it cannot be placed in time and is not shown")
        return None, None
    try:
        start, note = time_in(fields.values[name], fields.tzid(name), zones)
    except ValueProblemError as error:
        notes.add("error", f"its start cannot be read: DTSTART {error}; it is not shown")
        return None, None
    if note is not None:
        unknown = start.tzid is not None and start.zone is None
        notes.add("warning" if unknown or "defines" in note else "info", note)
    return start, note


def _extent(fields: Fields, start: CalTime, zones: ZoneBook, notes: Notes) -> tuple[CalTime | None, Span | None]:
    """DTEND or DURATION; where it makes no sense the start alone is kept and said so."""
    text = fields.values.get("DTEND")
    if text is not None and text.strip():
        try:
            end, _ = time_in(text, fields.tzid("DTEND"), zones)
        except ValueProblemError as error:
            notes.add("warning", f"its end cannot be read: DTEND {error}; only its start is kept")
            return None, None
        if end.is_date != start.is_date:
            if start.is_date:
                end = CalTime(end.wall.replace(hour=0, minute=0, second=0), is_date=True)
            else:
                end = CalTime(end.wall, start.zone, tzid=start.tzid)
            notes.add("info", "its start and end are not of one kind (date and time); the start's kind was used")
        if end.floating and start.zone is not None and end.tzid is None and not start.is_date:
            end = CalTime(end.wall, start.zone, tzid=start.tzid)
            notes.add("info", "its end names no zone; the zone of its start was used")
        if _before(end, start):
            notes.add("warning", "it ends before it starts; only its start is kept")
            return None, None
        return end, None
    text = fields.values.get("DURATION")
    if text is None:
        return None, None
    try:
        return None, parse_duration(text)
    except ValueProblemError as error:
        notes.add("warning", f"its length cannot be used: DURATION {error}; only its start is kept")
        return None, None


def _before(end: CalTime, start: CalTime) -> bool:
    if end.zone is start.zone:
        return end.wall < start.wall
    zone = start.zone or end.zone
    assert zone is not None
    return end.instant(zone) < start.instant(zone)


def _recurrence_id(fields: Fields, start: CalTime, zones: ZoneBook, notes: Notes) -> tuple[CalTime | None, bool]:
    line = fields.get("RECURRENCE-ID")
    if line is None:
        return None, False
    try:
        moment, _ = parse_time(line, zones)
    except ValueProblemError as error:
        # No version of the series: by its SEQUENCE it would take the place of all of it.
        notes.add("warning", f"its RECURRENCE-ID {error}; it is shown as an event of its own")
        return start, False
    if moment.floating and start.zone is not None:
        moment = CalTime(moment.wall, start.zone, tzid=start.tzid)
    return moment, (line.param("RANGE") or "").upper() == "THISANDFUTURE"


def _sequence(value: str | None, notes: Notes) -> int:
    if value is None or value == "0":
        return 0
    text = value.strip()
    digits = text.removeprefix("-").removeprefix("+")
    if not digits.isdecimal() or len(digits) > 12:
        notes.add("warning", f"its SEQUENCE '{text[:20]}' is no number; 0 was used")
        return 0
    number = int(text)
    if not 0 <= number <= MAX_SEQUENCE:
        notes.add("info", f"its SEQUENCE {number} is out of range")
    return max(number, 0)


def _organizer(line: Field | None, component: Component, notes: Notes) -> Attendee | None:
    if line is None:
        return None
    person = parse_person(line.value, line.params)
    if person.address is None and (line.value.strip() or line.params):
        notes.add(
            "info", f"its organizer '{line.value.strip()[:60]}' has no mail address, so no reply can be sent there"
        )
    elif person.cutype == "GROUP":
        notes.add("info", f"its organizer '{person.address}' is a group calendar, not a person")
    elif person.address is None:
        notes.add("info", "its organizer is empty")
    elif (
        ":" in person.name and (written := component.first("ORGANIZER")) is not None and b'"' not in written.to_bytes()
    ):
        notes.add("info", f"its organizer's name has a colon without quotes; '{person.address}' was understood")
    return person


def _invented_uid(component: Component) -> str:
    """The same content gives the same UID, in any order of files."""
    from hashlib import sha256

    lines = sorted(line.unfolded() for line in component.lines if line.name not in ("DTSTAMP", "LAST-MODIFIED"))
    return f"no-uid-{sha256(chr(10).join(lines).encode()).hexdigest()[:16]}"
