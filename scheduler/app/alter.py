"""Altering one entry in the calendar that it came from: moved, cancelled, or with fewer people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.app.case import named_span, when
from scheduler.app.entries import capabilities_of, entry_of
from scheduler.app.hold_places import Writing
from scheduler.app.read import Situation
from scheduler.errors import ConflictError, UsageError
from scheduler.holds.who_mails import Change, Mailer, Role, who_mails
from scheduler.ics.parse import parse_component
from scheduler.messages.change import Refused, Target, cancelled, dropped, moved, not_mine
from scheduler.messages.objects import Stored
from scheduler.model.component import Component
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period

Verb = Literal["move", "cancel", "drop"]
_NAMES: dict[Verb, Change] = {"move": "move", "cancel": "cancel", "drop": "guests"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall become of an entry: moved to `to`, cancelled, or without the people `gone`; `series`: all of it."""

    verb: Verb
    to: Period | None = None
    gone: tuple[str, ...] = ()
    series: bool = False


@dataclass(frozen=True, slots=True)
class Altered:
    """An entry before and after; `written` is False where the calendar said so already (an interrupted run).

    `was` is when it took place before, as far as is known. `mailer` says who tells the others; None: the server did not
    say whether it does.
    """

    occurrence: Occurrence
    wanted: Wanted
    before: Stored
    after: Stored
    recurrence_id: str | None
    mailer: Mailer | None
    written: bool
    was: Period


def alter(
    occurrence: Occurrence, wanted: Wanted, situation: Situation, room: Writing, was: Period | None = None
) -> Altered:
    """Write the change; raises UsageError where it is not the user's to make, or the calendar may not be written."""
    entry = entry_of(occurrence, situation)
    store = room.store(entry.place)
    item = next(iter(store.read([entry.href])), None)
    if item is None:
        raise ConflictError(f"'{occurrence.summary}' is gone from its calendar since it was read; nothing was written.")
    before = Stored(parse_component(item.data), situation.zone)
    if sum(e.first("RECURRENCE-ID") is None for e in before.events) > 1:
        raise UsageError(f"Several events stand where '{occurrence.summary}' does; mend that in your calendar first.")
    instance = None if wanted.series else occurrence.recurrence_id
    target = Target(before, occurrence.period, tuple(situation.view.me), instance)
    if (refusal := not_mine(target)) is not None:
        raise UsageError(refusal.reason)
    after = before if _stands(occurrence, wanted) else Stored(_after(target, wanted, situation), situation.zone)
    if after is not before:
        store.replace(item.href, after.calendar.to_bytes(), item.etag)
    mailer = mailer_of(occurrence, wanted.verb, situation)
    written = after is not before
    return Altered(occurrence, wanted, before, after, instance, mailer, written, was or occurrence.period)


def _stands(occurrence: Occurrence, wanted: Wanted) -> bool:
    """The calendar says so already."""
    match wanted.verb:
        case "move":
            return wanted.to == occurrence.period
        case "cancel":
            return occurrence.cancelled
        case "drop":
            return not any(a.address in wanted.gone for a in occurrence.event.attendees)


def _after(target: Target, wanted: Wanted, situation: Situation) -> Component:
    made: Component | Refused
    match wanted.verb:
        case "move":
            assert wanted.to is not None
            made = moved(target, wanted.to, situation.now)
        case "cancel":
            made = cancelled(target, situation.now)
        case "drop":
            made = dropped(target, wanted.gone, situation.now)
    if isinstance(made, Refused):
        raise UsageError(made.reason)
    return made


def mailer_of(occurrence: Occurrence, verb: Verb, situation: Situation) -> Mailer | None:
    """Who tells the others of a change; we do where the entry's calendar cannot be written."""
    own = role(occurrence, situation.view.me)
    try:
        entry = entry_of(occurrence, situation)
    except UsageError:
        return "nobody" if own.kind == "owner" else "us"
    found = capabilities_of(situation.settings, entry.place.source)
    if found is None:
        return None if own.kind == "organizer" else "nobody"
    return who_mails(found, own, _NAMES[verb])


def role(occurrence: Occurrence, me: frozenset[str]) -> Role:
    """What the user is in an entry: its owner where nobody else is invited."""
    event = occurrence.event
    host = event.organizer
    others = any(a.address not in me for a in event.attendees)
    if host is None or not others:
        return Role("owner")
    return Role("organizer", host.address or "") if host.address in me else Role("attendee")


def somebody_elses(occurrence: Occurrence, situation: Situation) -> bool:
    """An organizer's event: an attendee never changes its time (RFC 6638 3.2.2.1)."""
    stored = Stored(Component("VCALENDAR", (occurrence.event.component,)), situation.zone)
    return not_mine(Target(stored, occurrence.period, tuple(situation.view.me))) is not None


def must_concern_others(o: Occurrence, situation: Situation) -> None:
    """Raises UsageError for an entry of the user's own that is no interview: it moves without asking anybody."""
    if o.interview is not None or o.owner or somebody_elses(o, situation):
        return
    whose = "an entry that you organise" if role(o, situation.view.me).kind == "organizer" else "your own entry"
    raise UsageError(
        f"{named_span(o, situation.zone)} is {whose}, and no interview: no employer has to be asked. "
        f"`interviews update {o.id} --to WHEN` moves it, --cancel takes it out."
    )


def told(altered: Altered, zone: ZoneInfo) -> str:
    """What was done, in a sentence."""
    wanted, period = altered.wanted, altered.occurrence.period
    name = f"'{altered.occurrence.summary}'"
    if not altered.written:
        return f"{name} ({when(wanted.to or period, zone)}) is so in your calendar already."
    if wanted.to is not None:
        return f"{name} was moved from {when(period, zone)} to {when(wanted.to, zone)}."
    return f"{name} ({when(period, zone)}) was {'cancelled' if wanted.verb == 'cancel' else 'changed'}."
