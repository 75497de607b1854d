"""iTIP messages (RFC 5546) out of stored components: what travels, what stays at home, which zones come along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.messages.change import Partstat, Refused
from scheduler.messages.facts import Appointment
from scheduler.messages.objects import (
    Stored,
    address_of,
    attendee,
    organizer,
    read_time,
    recurring,
    sequence,
    utc_text,
)
from scheduler.messages.persons import is_robot
from scheduler.messages.series import SeriesError, shifted
from scheduler.messages.stored import PRODID, clean, tzids, zones_for
from scheduler.messages.times import at, instance, named
from scheduler.model.component import Component, Line, escape
from scheduler.model.time import Period

Method = Literal["REQUEST", "REPLY", "CANCEL", "COUNTER", "DECLINECOUNTER"]

# What a calendar program or its user adds to an entry for herself: it never travels (E19, E21).
_OWN = frozenset({"TRANSP", "CLASS", "CATEGORIES", "COLOR", "COMMENT", "REQUEST-STATUS", "X-MICROSOFT-CDO-BUSYSTATUS"})
_OWN_PREFIXES = (
    "X-APPLE-TRAVEL",
    "X-APPLE-DEFAULT-ALARM",
    "X-MOZ-",
    "X-EVOLUTION-",
    "X-KDE-",
    "X-LIC-",
    "X-INTERVIEWS-",
)
# What an attendee does not send back: notes may stand in the first, the others are the organizer's affair.
_NOT_BACK = frozenset({"DESCRIPTION", "X-ALT-DESC", "ATTACH", "ATTENDEE", "CREATED", "LAST-MODIFIED", "STATUS", "URL"})
_RULES = ("RRULE", "RDATE", "EXDATE", "EXRULE")


@dataclass(frozen=True, slots=True)
class Itip:
    """A calendar message: a VCALENDAR with METHOD, and the addresses of those whom it is for."""

    method: Method
    calendar: Component
    to: tuple[str, ...]

    def to_bytes(self) -> bytes:
        """The message as it travels: UTF-8, CRLF, folded at 75 octets."""
        return clean(self.calendar).to_bytes()


def stored_of(about: Appointment) -> Stored | None:
    """The appointment's calendar object with its zones."""
    return None if about.stored is None else Stored(about.stored, ZoneInfo(about.zone))


def no_counter(about: Appointment) -> str | None:
    """Why a COUNTER is out of the question, so that words alone have to do; None where one can be sent."""
    stored = stored_of(about)
    event = None if stored is None else stored.about(about.recurrence_id)
    if stored is None or event is None:
        return "The interview has no calendar entry that could be answered."
    refusal = _unanswerable(event, about)
    if refusal is not None:
        return refusal
    flags = [e.value("X-MICROSOFT-DISALLOW-COUNTER") or "" for e in (event, stored.master or event)]
    if any(f.strip().upper() == "TRUE" for f in flags):
        return "The organizer has switched off proposals of other times; the mail alone asks."
    return None


def counter(about: Appointment, proposed: Period, now: datetime, comment: str = "") -> Itip | Refused:
    """Ask the organizer for another time of one event or instance (3.2.7); SEQUENCE is echoed, never raised."""
    reason = no_counter(about)
    if reason is not None:
        return Refused(reason)
    stored = stored_of(about)
    assert stored is not None
    if proposed.end <= proposed.start:
        return Refused("The proposed time has no length; say when it ends.")
    event = _entry(about, stored)
    assert event is not None
    original = named("X-MS-OLK-ORIGINAL", about.period, event, stored)
    try:
        placed = _placed(event, about.period, proposed, stored)
    except SeriesError as error:
        return Refused(str(error))
    made = _sent_back(placed).without("X-MS-OLK-ORIGINALSTART", "X-MS-OLK-ORIGINALEND")
    made = made.adding(_myself(event, about, "TENTATIVE"), *original)
    return _answer("COUNTER", _headed(made, now, comment, title=True), stored)


def reply(about: Appointment, partstat: Partstat, now: datetime, comment: str = "") -> Itip | Refused:
    """Accept, decline or accept for now (3.2.3): exactly one ATTENDEE, everything else as it was asked."""
    stored = stored_of(about)
    event = None if stored is None else _entry(about, stored)
    if stored is None or event is None:
        return Refused("The interview has no calendar entry that could be answered.")
    refusal = _unanswerable(event, about)
    if refusal is not None:
        return Refused(refusal)
    made = _sent_back(event).without(*_RULES).adding(_myself(event, about, partstat))
    return _answer("REPLY", _headed(made, now, comment), stored)


def request(after: Stored, recurrence_id: str | None, now: datetime, comment: str = "") -> Itip | Refused:
    """Tell everybody what the changed object `after` says (3.2.2): one instance, or the whole event."""
    found = after.override(recurrence_id) if recurrence_id is not None else after.master
    if found is None:
        return Refused("The changed entry is not in the calendar object; make the change first.")
    if organizer(found) is None:
        return Refused("This entry has no organizer, so nobody is told about it.")
    events = (found,) if recurrence_id is not None else after.events
    return _to_attendees("REQUEST", tuple(_headed(_outward(e), now, comment, title=True) for e in events), after)


def cancel(
    before: Stored, recurrence_id: str | None, now: datetime, comment: str = "", only: tuple[str, ...] = ()
) -> Itip | Refused:
    """Cancel one instance or the whole event (3.2.5); with `only`, take these attendees out of it (no STATUS then)."""
    found = before.master if recurrence_id is None else instance(before, recurrence_id)
    if found is None:
        return Refused("This entry is not in the calendar; read the calendar again.")
    if organizer(found) is None:
        return Refused("This entry has no organizer, so nobody is told about it.")
    highest = max(sequence(e) for e in before.events) if recurrence_id is None else sequence(found)
    made = _outward(found).with_line(Line("SEQUENCE", str(highest + 1)))
    if recurrence_id is None:
        known = {address_of(i) for i in made.every("ATTENDEE")}
        guests = (i for e in before.events for i in _outward(e).every("ATTENDEE") if address_of(i) not in known)
        made = made.without("EXDATE", "RDATE").adding(*{address_of(i): i for i in guests}.values())
    if only:
        wanted = {a.lower() for a in only}
        items = tuple(
            i for i in made.items if not (isinstance(i, Line) and i.name == "ATTENDEE" and address_of(i) not in wanted)
        )
        made = made.with_items(items).without("STATUS")
    else:
        made = made.with_line(Line("STATUS", "CANCELLED"))
    return _to_attendees("CANCEL", (_headed(made, now, comment),), before)


def decline_counter(received: Component, now: datetime, comment: str = "") -> Itip | Refused:
    """Refuse the COUNTER in the VCALENDAR `received` (3.2.8): it goes back as it came, without the proposed time."""
    event = next((c for c in received.children if c.name == "VEVENT"), None)
    if event is None:
        return Refused("The message that came holds no event.")
    asking = tuple(dict.fromkeys(a for i in event.every("ATTENDEE") if (a := address_of(i)) is not None))
    if not asking or organizer(event) is None:
        return Refused("The proposal names nobody whom it could be refused to.")
    kept = ("UID", "RECURRENCE-ID", "ORGANIZER", "ATTENDEE", "SEQUENCE")
    lines = tuple(_mailto(i) for i in event.lines if i.name in kept)
    made = _headed(Component("VEVENT", tuple(i for i in lines if i is not None)), now, comment)
    return Itip("DECLINECOUNTER", _calendar("DECLINECOUNTER", (made,), Stored(received, ZoneInfo("UTC"))), asking)


def _entry(about: Appointment, stored: Stored) -> Component | None:
    return stored.master if about.recurrence_id is None else instance(stored, about.recurrence_id)


def _placed(event: Component, was: Period, proposed: Period, stored: Stored) -> Component:
    """The entry at the proposed time; a whole series as one event with its rule."""
    if not recurring(event):
        return at(event, proposed, stored, sent=True)
    return next(e for e in shifted(stored, event, was, proposed) if e.first("RECURRENCE-ID") is None)


def _unanswerable(event: Component, about: Appointment) -> str | None:
    host = organizer(event)
    if is_robot(host):
        return "The entry names no organizer who reads mail; write to the contact instead."
    if about.invited_as is None:
        return "It is not known under which address you were invited; give it (`me` in the settings)."
    if host == about.invited_as.lower():
        return "You organise this yourself; `interviews update` moves it."
    return None


def _answer(method: Method, event: Component, stored: Stored) -> Itip:
    to = organizer(event)
    assert to is not None
    return Itip(method, _calendar(method, (event,), stored), (to,))


def _to_attendees(method: Method, events: tuple[Component, ...], stored: Stored) -> Itip | Refused:
    host = {organizer(e) for e in events}
    everyone = (a for e in events for i in e.every("ATTENDEE") if (a := address_of(i)) is not None and a not in host)
    to = tuple(dict.fromkeys(everyone))
    if not to:
        return Refused("Nobody else is invited, so nobody is told about it.")
    return Itip(method, _calendar(method, events, stored), to)


def _sent_back(event: Component) -> Component:
    """What an attendee sends to the organizer."""
    made = _outward(event)
    return made.with_items(tuple(i for i in made.items if isinstance(i, Line) and i.name not in _NOT_BACK))


def _outward(event: Component) -> Component:
    """The event as it may leave: no alarms, nothing of the owner's own, `mailto:` persons without SCHEDULE-*.

    Lines without a value say nothing, and some programs refuse them.
    """
    items: list[Line | Component] = []
    for item in event.items:
        if isinstance(item, Component):
            if item.name != "VALARM":
                items.append(item)
        elif not _stays(item) and (kept := _mailto(item)) is not None:
            items.append(kept)
    return event.with_items(tuple(items))


def _stays(line: Line) -> bool:
    return line.name in _OWN or line.name.startswith(_OWN_PREFIXES) or not line.value.strip()


def _mailto(line: Line) -> Line | None:
    """A person's line fit for mail, or None where no mail reaches that person; other lines stay as they are."""
    if line.name not in ("ORGANIZER", "ATTENDEE"):
        return line
    address = address_of(line)
    if address is None:
        return None
    params = tuple((k, v) for k, v in line.params if not k.startswith("SCHEDULE-"))
    if not line.value.lower().startswith("mailto:"):
        line = line.with_value(f"mailto:{address}")
    return line if params == line.params else line._replace(params=params, raw=None)


def _myself(event: Component, about: Appointment, partstat: str) -> Line:
    """The user's own ATTENDEE line with the answer, as she was invited; a new one where a list invited her."""
    mine = attendee(event, about.invited_as)
    sent = None if mine is None else _mailto(mine)
    line = sent if sent is not None else Line("ATTENDEE", f"mailto:{about.invited_as}")
    return line.with_param("PARTSTAT", partstat).with_param("RSVP", None)


def _headed(event: Component, now: datetime, comment: str, *, title: bool = False) -> Component:
    """A new DTSTAMP, a SEQUENCE in any case, the comment; `title`: a SUMMARY in any case (COUNTER, REQUEST)."""
    event = event.with_line(Line("DTSTAMP", utc_text(now)))
    if event.first("SEQUENCE") is None:
        event = event.adding(Line("SEQUENCE", "0"))
    if title and event.first("SUMMARY") is None:
        event = event.adding(Line("SUMMARY", "(untitled)"))
    return event.adding(Line("COMMENT", escape(comment))) if comment.strip() else event


def _calendar(method: Method, events: tuple[Component, ...], stored: Stored) -> Component:
    """VCALENDAR with METHOD, the zones in use (the original's own, or made where it has none), and the events."""
    verbatim = zones_for(events, stored.calendar)
    have = {z.text("TZID") for z in verbatim}
    missing = dict.fromkeys(t for e in events for t in tzids(e) if t not in have)
    made = tuple(z for t in missing if (z := _made_zone(t, events, stored)) is not None)
    head = (Line("VERSION", "2.0"), Line("PRODID", PRODID), Line("CALSCALE", "GREGORIAN"), Line("METHOD", method))
    return Component("VCALENDAR", (*head, *verbatim, *made, *events))


def _made_zone(tzid: str, events: tuple[Component, ...], stored: Stored) -> Component | None:
    """A zone table for a TZID of which the original gives none, for the years that the message speaks of."""
    from scheduler.ics.timezones_out import zone_component

    lines = [i for e in events for i in e.lines if i.param("TZID") == tzid]
    times = [t for i in lines if (t := read_time(i.with_value(i.value.split(",")[0]), stored.book)) is not None]
    zone = next((t.zone for t in times if isinstance(t.zone, ZoneInfo)), None)
    if zone is None:
        return None
    days = [t.wall.date() for t in times]
    last = max(days) + timedelta(days=366 * (5 if any(recurring(e) for e in events) else 1))
    first = max(min(days), date(1970, 1, 1))
    return zone_component(tzid, zone, first, last)
