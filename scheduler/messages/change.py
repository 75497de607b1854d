"""What a move, a cancellation or an answer makes of the stored calendar object; METHOD never gets into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from scheduler.messages.objects import (
    Stored,
    address_of,
    attendee,
    has_range,
    organizer,
    recurring,
    sequence,
    utc_text,
)
from scheduler.messages.persons import is_robot
from scheduler.messages.series import SeriesError, shifted
from scheduler.messages.times import at, instance
from scheduler.model.component import Component, Line
from scheduler.model.time import Period

Partstat = Literal["ACCEPTED", "DECLINED", "TENTATIVE"]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no such message or change; a sentence that says what to do instead."""

    reason: str


@dataclass(frozen=True, slots=True)
class Target:
    """Which entry is changed, and who changes it.

    `recurrence_id`: as in `Appointment`, None for a single event or the whole series. `period` is where the entry (or,
    for a series, the instance that the user looks at) is now. `me` are the user's addresses.
    """

    stored: Stored
    period: Period
    me: tuple[str, ...]
    recurrence_id: str | None = None


def moved(target: Target, to: Period, now: datetime) -> Component | Refused:
    """The stored object with the entry at `to`: SEQUENCE one higher, everybody asked again (RFC 5546 3.2.2)."""
    refusal = not_mine(target)
    if refusal is not None:
        return refusal
    if to.end <= to.start:
        return Refused("The new time has no length; say when it ends.")
    stored = target.stored
    if target.recurrence_id is not None:
        entry = instance(stored, target.recurrence_id)
        if entry is None:
            return Refused("The series of this instance is not in the calendar; read the calendar again.")
        if has_range(entry):
            return Refused("This entry stands for all later ones as well; move the whole series instead.")
        return with_override(stored, target.recurrence_id, _asked_again(_raised(at(entry, to, stored), now)))
    master = stored.master
    if master is None:
        return Refused("The calendar holds only single instances of this series; say which instance to move.")
    if not recurring(master):
        return _replaced(stored, master, _asked_again(_raised(at(master, to, stored), now)))
    try:
        events = shifted(stored, master, target.period, to)
    except SeriesError as error:
        return Refused(str(error))
    return with_events(stored, tuple(_asked_again(_raised(e, now)) for e in events))


def cancelled(target: Target, now: datetime) -> Component | Refused:
    """The stored object after a cancellation: EXDATE for an instance (as CalDAV wants it), STATUS for the whole."""
    refusal = not_mine(target)
    if refusal is not None:
        return refusal
    stored = target.stored
    gone = Line("STATUS", "CANCELLED")
    master = stored.master
    if target.recurrence_id is None:
        highest = Line("SEQUENCE", str(max(sequence(e) for e in stored.events) + 1))
        return with_events(stored, tuple(_stamped(e, now).with_line(highest).with_line(gone) for e in stored.events))
    if master is None:
        override = stored.override(target.recurrence_id)
        if override is None:
            return Refused("This instance is not in the calendar; read the calendar again.")
        return _replaced(stored, override, _raised(override, now).with_line(gone))
    excluded = _raised(master, now).adding(stored.recurrence_line(target.recurrence_id, master, "EXDATE"))
    kept = tuple(e for e in stored.events if stored.recurrence_text(e) != target.recurrence_id)
    return with_events(stored, tuple(excluded if e is master else e for e in kept))


def dropped(target: Target, addresses: tuple[str, ...], now: datetime) -> Component | Refused:
    """The stored object without some attendees; the message to them is `cancel(…, only=…)`."""
    refusal = not_mine(target)
    if refusal is not None:
        return refusal
    stored = target.stored
    found = stored.master if target.recurrence_id is None else instance(stored, target.recurrence_id)
    if found is None:
        return Refused("This entry is not in the calendar; read the calendar again.")
    gone = {a.lower() for a in addresses}
    kept = tuple(i for i in found.items if not (isinstance(i, Line) and i.name == "ATTENDEE" and address_of(i) in gone))
    changed = _raised(found.with_items(kept), now)
    if target.recurrence_id is None:
        return _replaced(stored, found, changed)
    return with_override(stored, target.recurrence_id, changed)


def answered(target: Target, partstat: Partstat, now: datetime) -> Component | Refused:
    """The stored object with the user's own PARTSTAT; SEQUENCE and DTSTAMP stay: they order what comes in."""
    stored = target.stored
    found = stored.master if target.recurrence_id is None else instance(stored, target.recurrence_id)
    if found is None:
        return Refused("This entry is not in the calendar; read the calendar again.")
    mine = next((line for a in target.me if (line := attendee(found, a)) is not None), None)
    if mine is None:
        return Refused("You are not among those invited, under any of your addresses (`me` in the settings).")
    answer = mine.with_param("PARTSTAT", partstat).with_param("RSVP", None)
    changed = _touched(_swap(found, mine, answer), now)
    if target.recurrence_id is None:
        return _replaced(stored, found, changed)
    return with_override(stored, target.recurrence_id, changed)


def noted(stored: Stored, recurrence_id: str | None, address: str, partstat: str) -> Component | Refused:
    """The organizer's object with an attendee's answer in it (a REPLY that came)."""
    found = stored.master if recurrence_id is None else instance(stored, recurrence_id)
    line = None if found is None else attendee(found, address)
    if found is None or line is None:
        return Refused("The one who answers is not among those invited; look at the entry before you note it.")
    changed = _swap(found, line, line.with_param("PARTSTAT", partstat).with_param("RSVP", None))
    if recurrence_id is None:
        return _replaced(stored, found, changed)
    return with_override(stored, recurrence_id, changed)


def not_mine(target: Target) -> Refused | None:
    """An attendee never rewrites the organizer's times (RFC 6638 3.2.2.1)."""
    me = {a.lower() for a in target.me}
    for event in target.stored.events:
        who = organizer(event)
        if event.first("ORGANIZER") is None or who in me:
            continue
        if is_robot(who) and all(address_of(i) in me for i in event.every("ATTENDEE")):
            continue
        return Refused("Somebody else organises this; ask them (`interviews reschedule`, `interviews withdraw`).")
    return None


def _raised(event: Component, now: datetime) -> Component:
    return _stamped(event, now).with_line(Line("SEQUENCE", str(sequence(event) + 1)))


def _stamped(event: Component, now: datetime) -> Component:
    return _touched(event.with_line(Line("DTSTAMP", utc_text(now))), now)


def _touched(event: Component, now: datetime) -> Component:
    if event.first("LAST-MODIFIED") is not None:
        event = event.with_line(Line("LAST-MODIFIED", utc_text(now)))
    return event


def _asked_again(event: Component) -> Component:
    """Everybody but the organizer has to answer anew."""
    host = organizer(event)

    def ask(item: Line | Component) -> Line | Component:
        if not isinstance(item, Line) or item.name != "ATTENDEE" or (host and address_of(item) == host):
            return item
        return item.with_param("PARTSTAT", "NEEDS-ACTION").with_param("RSVP", "TRUE")

    return event.with_items(tuple(ask(i) for i in event.items))


def _swap(event: Component, old: Line, new: Line) -> Component:
    return event.with_items(tuple(new if i is old else i for i in event.items))


def _replaced(stored: Stored, old: Component, new: Component) -> Component:
    return with_events(stored, tuple(new if e is old else e for e in stored.events))


def with_override(stored: Stored, recurrence_id: str, override: Component) -> Component:
    old = stored.override(recurrence_id)
    events = stored.events
    return with_events(
        stored, (*events, override) if old is None else tuple(override if e is old else e for e in events)
    )


def with_events(stored: Stored, events: tuple[Component, ...]) -> Component:
    others = tuple(i for i in stored.calendar.items if not (isinstance(i, Component) and i.name == "VEVENT"))
    kept = tuple(i for i in others if not (isinstance(i, Line) and i.name == "METHOD"))
    return stored.calendar.with_items((*kept, *events))
