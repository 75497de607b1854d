"""The stored object after a message that came in has been accepted by the user; the message alone changes nothing."""

from __future__ import annotations

from scheduler.messages.change import Refused, noted, with_events, with_override
from scheduler.messages.incoming import Received
from scheduler.messages.objects import Stored, sequence
from scheduler.model.component import Component, Line


def applied(received: Received, stored: Stored | None) -> Component | Refused:
    """What the calendar object becomes: new, replaced, an instance less, or an answer in it."""
    match received.kind:
        case "new" | "moved" | "updated":
            return _taken(received, stored)
        case "cancelled":
            return _cancelled(received, stored)
        case "answered":
            if stored is None or received.who is None or received.partstat is None:
                return Refused("This answer names nobody who is invited.")
            return noted(stored, received.recurrence_id, received.who, received.partstat)
        case "added":
            return Refused("More instances came for a series; ask the organizer for the whole series.")
        case _:
            return Refused("This message changes nothing in your calendar.")


def _taken(received: Received, stored: Stored | None) -> Component | Refused:
    """The organizer's version; the user's alarms stay."""
    incoming = received.calendar
    if stored is None or not stored.events:
        return incoming
    if received.recurrence_id is None:
        master = stored.master
        alarms = () if master is None else tuple(c for c in master.children if c.name == "VALARM")
        return incoming.with_items(tuple(_with_alarms(i, alarms) for i in incoming.items))
    fresh = Stored(incoming, stored.floating)
    override = fresh.override(received.recurrence_id)
    if override is None:
        return Refused("The message does not hold the instance that it speaks of.")
    zones = {z.text("TZID") for z in stored.calendar.children if z.name == "VTIMEZONE"}
    more = tuple(z for z in incoming.children if z.name == "VTIMEZONE" and z.text("TZID") not in zones)
    merged = with_override(stored, received.recurrence_id, override)
    return merged.with_items(_zones_first(merged, more))


def _zones_first(calendar: Component, more: tuple[Component, ...]) -> tuple[Line | Component, ...]:
    """The items with more VTIMEZONEs after the calendar's own lines."""
    at = next((i for i, x in enumerate(calendar.items) if isinstance(x, Component)), len(calendar.items))
    return (*calendar.items[:at], *more, *calendar.items[at:])


def _with_alarms(item: Line | Component, alarms: tuple[Component, ...]) -> Line | Component:
    if not isinstance(item, Component) or item.name != "VEVENT":
        return item
    others = tuple(i for i in item.items if not (isinstance(i, Component) and i.name == "VALARM"))
    return item.with_items((*others, *alarms))


def _cancelled(received: Received, stored: Stored | None) -> Component | Refused:
    if stored is None or not stored.events:
        return Refused("What this message cancels is not in your calendar.")
    message = next((c for c in received.calendar.children if c.name == "VEVENT"), None)
    raised = Line("SEQUENCE", str(max(sequence(e) for e in (message, *stored.events) if e is not None)))
    gone = Line("STATUS", "CANCELLED")
    master = stored.master
    if received.recurrence_id is None:
        return with_events(stored, tuple(e.with_line(raised).with_line(gone) for e in stored.events))
    if master is None:
        kept = (
            e.with_line(gone).with_line(raised) if stored.recurrence_text(e) == received.recurrence_id else e
            for e in stored.events
        )
        return with_events(stored, tuple(kept))
    excluded = master.adding(stored.recurrence_line(received.recurrence_id, master, "EXDATE"))
    others = (e for e in stored.events if stored.recurrence_text(e) != received.recurrence_id)
    return with_events(stored, tuple(excluded if e is master else e for e in others))
