"""Preparation, travel, notes and checklist as entries beside an interview (E33, E35), which move along with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from scheduler.app.hold_places import Place, Writing, blocks_in, place_for_holds, places
from scheduler.app.read import Situation
from scheduler.errors import UsageError
from scheduler.findings.place import place_of, stated_travel
from scheduler.holds.entries import keys_of
from scheduler.holds.moves import Move, done
from scheduler.ics.parse import parse_component
from scheduler.messages.change import Refused
from scheduler.messages.objects import Stored
from scheduler.messages.times import period_of
from scheduler.model.component import Component, Line, escape
from scheduler.model.marks import BLOCK, FOR, mark, marked_start, request_key, utc
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.settings.core import Limits
from scheduler.stores.contract import Item, name_for_uid

Kind = Literal["preparation", "checklist", "travel", "return", "debrief"]
KINDS: tuple[Kind, ...] = get_args(Kind)
TITLES: dict[Kind, str] = {
    "preparation": "Preparation",
    "checklist": "Checklist",
    "travel": "Travel",
    "return": "Travel back",
    "debrief": "Notes",
}
CHECKLIST = timedelta(minutes=30)
_PRODID = "-//interviews//interview-scheduler//EN"
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Block:
    """One entry of the user's own beside an interview; `text` is its description, for her alone."""

    kind: Kind
    period: Period
    title: str
    text: str = ""


def blocks_for(first: Occurrence, last: Occurrence, limits: Limits, text: str, titles: dict[Kind, str]) -> list[Block]:
    """What belongs around an interview, from its first session to its last; no block where the settings say 0 minutes.

    Backwards from its start: the way there (where people meet), the checklist of 30 minutes, the preparation.
    """
    start, end = first.occupied.start, last.occupied.end
    way = (stated_travel(first) or limits.travel * _MINUTE) if _in_person(first) else timedelta(0)
    check = start - way
    edges: list[tuple[Kind, datetime, datetime]] = [
        ("preparation", check - CHECKLIST - limits.preparation * _MINUTE, check - CHECKLIST),
        ("checklist", check - CHECKLIST, check),
        ("travel", check, start),
        ("debrief", end, end + limits.buffer * _MINUTE),
        ("return", end + limits.buffer * _MINUTE, end + limits.buffer * _MINUTE + way),
    ]
    return [Block(k, Period(a, b), titles[k], text if k == "checklist" else "") for k, a, b in edges if b > a]


def _in_person(occurrence: Occurrence) -> bool:
    interview = occurrence.interview
    return place_of(occurrence) is not None or (interview is not None and interview.remote is False)


def write_blocks(
    blocks: Iterable[Block], of: Occurrence, situation: Situation, room: Writing, calendar: str = ""
) -> Place:
    """Put the blocks into the calendar for holds (or the one named); those that are there already are replaced.

    Raises UsageError where no calendar may be written without being named.
    """
    place = place_for_holds(situation.settings, calendar)
    store = room.store(place)
    there = {_uid(item): item for _, item in blocks_in([place])} if Path(place.source).expanduser().exists() else {}
    for block in blocks:
        uid = uid_for(block.kind, of)
        data = object_for(block, uid, of, situation.now).to_bytes()
        known = there.get(uid)
        if known is None:
            store.create(name_for_uid(uid), data)
        else:
            store.replace(known.href, data, known.etag)
    return place


def uid_for(kind: Kind, of: Occurrence) -> str:
    """The same block of the same interview is the same event."""
    text = f"{kind}\0{request_key(of.uid, of.recurrence_id)}"
    return f"{BLOCK}{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def object_for(block: Block, uid: str, of: Occurrence, now: datetime) -> Component:
    """The stored object: nobody is invited, a neutral title, private, and an alarm where it begins."""
    lines = [
        Line("UID", uid),
        Line("DTSTAMP", utc(now)),
        Line("DTSTART", utc(block.period.start)),
        Line("DTEND", utc(block.period.end)),
        Line("SUMMARY", escape(block.title)),
        Line("CLASS", "PRIVATE"),
        Line("TRANSP", "OPAQUE"),
        mark(FOR, request_key(of.uid, of.recurrence_id), of.period.start),
    ]
    if block.text:
        lines.append(Line("DESCRIPTION", escape(block.text)))
    alarm = Component(
        "VALARM",
        (Line("ACTION", "DISPLAY"), Line("TRIGGER", "PT0S"), Line("DESCRIPTION", escape(block.title))),
    )
    items: tuple[Line | Component, ...] = (*lines, alarm) if block.kind in ("checklist", "travel") else tuple(lines)
    head = (Line("VERSION", "2.0"), Line("PRODID", _PRODID))
    return Component("VCALENDAR", (*head, Component("VEVENT", items)))


def follow(of: Occurrence, start: datetime, situation: Situation, room: Writing) -> int:
    """Move the blocks of an interview along with it to its new start; how many there were."""
    moved = 0
    for place, item in _blocks_of(of, situation):
        stored = Stored(parse_component(item.data), situation.zone)
        event = stored.master
        line = None if event is None else event.first(FOR)
        was = of.period.start if line is None else marked_start(line) or of.period.start
        period = None if event is None else period_of(event, stored)
        if period is None or was == start:
            continue
        to = Period(period.start + (start - was), period.end + (start - was))
        made = done(Move(place.source, item.href, None, to, start), stored, tuple(situation.view.me), situation.now)
        if isinstance(made, Component):
            room.store(place).replace(item.href, made.to_bytes(), item.etag)
            moved += 1
        elif isinstance(made, Refused):
            raise UsageError(made.reason)
    return moved


def remove(of: Occurrence, situation: Situation, room: Writing) -> int:
    """Take the blocks of a cancelled interview away; how many there were."""
    found = _blocks_of(of, situation)
    for place, item in found:
        room.store(place).delete(item.href, item.etag)
    return len(found)


def _blocks_of(of: Occurrence, situation: Situation) -> list[tuple[Place, Item]]:
    keys = keys_of(of)
    own = [Path(s.address).expanduser() for s in situation.specs if not s.owner]
    named = [str(p) for p in own if p.is_dir() or (p.suffix.lower() == ".ics" and p.exists())]
    found = []
    for place, item in blocks_in(places(situation.settings, named)):
        event = next((c for c in parse_component(item.data).children if c.name == "VEVENT"), None)
        if event is not None and (event.value(FOR) or "").strip() in keys:
            found.append((place, item))
    return found


def _uid(item: Item) -> str:
    event = next((c for c in parse_component(item.data).children if c.name == "VEVENT"), None)
    return (event.text("UID") or "").strip() if event is not None else ""


def renamed(blocks: Iterable[Block], company: str) -> list[Block]:
    """The same blocks with the company in their titles, for a user who wants that."""
    return [replace(b, title=f"{b.title}: {company}") for b in blocks]
