"""A hold as a calendar object: an event of the user's own that says nothing but that the time is taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from scheduler.ics.values import ValueProblemError, parse_time
from scheduler.ics.zones import ZoneBook
from scheduler.model.component import Component, Line, escape
from scheduler.model.marks import HOLD, HOLD_AGREED, HOLD_UNTIL, mark, marked_start, moment, utc
from scheduler.model.time import Period

TITLE = "Hold"
_PRODID = "-//interviews//interview-scheduler//EN"


@dataclass(frozen=True, slots=True)
class Hold:
    """A time kept for the request `key` (`scheduler.model.marks.request_key`).

    `until`: when it ends by itself, unless the other side `agreed` to it, and when it did. `of`: when the interview
    started as the hold was made.
    """

    uid: str
    key: str
    period: Period
    until: datetime | None = None
    agreed: datetime | None = None
    of: datetime | None = None

    def expired(self, now: datetime) -> bool:
        """What was agreed waits for the organizer to the end of its time; anything else only until its date."""
        if self.agreed is not None or self.until is None:
            return self.period.end <= now
        return min(self.until, self.period.end) <= now


def hold_for(key: str, period: Period, until: datetime, of: datetime) -> Hold:
    """A hold whose UID follows from request and time: the same once more is the same event."""
    text = f"{key}\0{utc(period.start)}\0{utc(period.end)}"
    return Hold(f"hold-{hashlib.sha256(text.encode()).hexdigest()[:32]}", key, period, until, of=of)


def calendar_of(hold: Hold, now: datetime, title: str = TITLE) -> Component:
    """The stored object: no organizer and no attendee, so that no server mails anybody; a neutral title (E19)."""
    lines = [
        Line("UID", hold.uid),
        Line("DTSTAMP", utc(now)),
        Line("DTSTART", utc(hold.period.start)),
        Line("DTEND", utc(hold.period.end)),
        Line("SUMMARY", escape(title)),
        Line("STATUS", "TENTATIVE"),
        Line("TRANSP", "OPAQUE"),
        Line("CLASS", "PRIVATE"),
        mark(HOLD, hold.key, hold.of) if hold.of is not None else Line(HOLD, hold.key),
    ]
    if hold.until is not None:
        lines.append(Line(HOLD_UNTIL, utc(hold.until)))
    if hold.agreed is not None:
        lines.append(Line(HOLD_AGREED, utc(hold.agreed)))
    event = Component("VEVENT", tuple(lines))
    return Component("VCALENDAR", (Line("VERSION", "2.0"), Line("PRODID", _PRODID), event))


def read_hold(calendar: Component) -> Hold | None:
    """The hold in a stored object; None where there is none, or none that says when it is.

    Its times are in UTC as we write them; other programs may have written them anew in a zone.
    """
    event = _event(calendar)
    mine = None if event is None else event.first(HOLD)
    if event is None or mine is None:
        return None
    zones = ZoneBook({z.text("TZID") or "": z for z in calendar.children if z.name == "VTIMEZONE"})
    edges = [_instant(event.first(name), zones) for name in ("DTSTART", "DTEND")]
    if edges[0] is None or edges[1] is None or edges[1] <= edges[0]:
        return None
    return Hold(
        uid=(event.text("UID") or "").strip(),
        key=mine.value.strip(),
        period=Period(edges[0], edges[1]),
        until=moment(event.value(HOLD_UNTIL)),
        agreed=moment(event.value(HOLD_AGREED)),
        of=marked_start(mine),
    )


def _instant(line: Line | None, zones: ZoneBook) -> datetime | None:
    try:
        return None if line is None else parse_time(line, zones)[0].instant(UTC)
    except ValueProblemError:
        return None


def agreed(calendar: Component, now: datetime) -> Component:
    """The object after the other side agreed to this time."""
    return _changed(calendar, Line(HOLD_AGREED, utc(now)), now)


def prolonged(calendar: Component, until: datetime, now: datetime) -> Component:
    """The object with another date of expiry."""
    return _changed(calendar, Line(HOLD_UNTIL, utc(until)), now)


def _changed(calendar: Component, line: Line, now: datetime) -> Component:
    event = _event(calendar)
    assert event is not None
    changed = event.with_line(Line("DTSTAMP", utc(now))).with_line(line)
    return calendar.with_items(tuple(changed if i is event else i for i in calendar.items))


def _event(calendar: Component) -> Component | None:
    return next((c for c in calendar.children if c.name == "VEVENT"), None)
