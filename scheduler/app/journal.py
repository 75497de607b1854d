"""`interviews journal`: what was said to whom (E30), calls and answers noted by hand, and what is due."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from scheduler.app.outbox import Room, find
from scheduler.app.window import parse_moment
from scheduler.errors import UsageError
from scheduler.model.time import Period
from scheduler.outbox.entry import ANSWER_RESULTS, CALL_RESULTS, Entry, Result
from scheduler.outbox.follow import FollowUp, due


def entries(room: Room, company: str = "") -> tuple[Entry, ...]:
    """All contacts, oldest first; those with one company where it is named."""
    wanted = company.casefold()
    return tuple(e for e in room.journal.entries() if wanted in e.company.casefold())


def due_now(room: Room, now: datetime) -> tuple[FollowUp, ...]:
    """What is due at `now`, in the user's zone."""
    return due(room.journal.entries(), now.astimezone(room.zone), room.account.answer_days)


def note_contact(
    room: Room,
    what: Literal["call", "answer"],
    about: str,
    result: Result,
    now: datetime,
    note: str = "",
    time: str = "",
) -> Entry:
    """Note a call made, or an answer that came, about a packet; `about` may also be a company's name.

    `time` is the time that they agreed to (ISO 8601; on the user's clock where it names no offset).
    """
    allowed = CALL_RESULTS if what == "call" else ANSWER_RESULTS
    if result not in allowed:
        raise UsageError(f"What came of the {what}? Write --result {_choices(allowed)}.")
    entry = _about(room, about, now)
    period = entry.when if not time else _agreed(time, entry.when, room)
    made = Entry(
        at=now,
        direction="out" if what == "call" else "in",
        channel="phone" if what == "call" else "email",
        result=result,
        company=entry.company,
        uid=entry.uid,
        kind=entry.kind,
        recurrence_id=entry.recurrence_id,
        when=period if what == "call" or result == "agreed" else None,
        who=entry.who,
        text=note,
        packet=entry.packet,
        follow_up=entry.follow_up if what == "call" else None,
    )
    room.journal.add(made)
    return made


def _about(room: Room, about: str, now: datetime) -> Entry:
    """What a contact was about: the latest entry with a company of that name, else the packet."""
    known = [e for e in room.journal.entries() if e.company.casefold() == about.strip().casefold()]
    if known:
        return known[-1]
    packet = find(room, about, now)
    return Entry(
        at=now,
        direction="out",
        channel="phone",
        result="reached",
        company=packet.company,
        uid=packet.uid,
        kind=packet.kind,
        recurrence_id=packet.recurrence_id,
        when=packet.when,
        who=packet.who,
        packet=packet.id,
        follow_up=packet.follow_up,
    )


def _agreed(text: str, usual: Period | None, room: Room) -> Period:
    start = parse_moment(text, "--time", room.zone)
    return Period(start, start + (usual.length if usual is not None else timedelta(hours=1)))


def _choices(results: tuple[Result, ...]) -> str:
    return ", ".join(r.replace("_", "-") for r in results[:-1]) + f" or {results[-1].replace('_', '-')}"
