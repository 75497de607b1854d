"""Answers that came in, noted in the journal (E30), each once however often it is read."""

from __future__ import annotations

from datetime import datetime

from scheduler.app.incoming import Incoming
from scheduler.app.outbox import Room
from scheduler.messages.incoming import Received
from scheduler.model.occurrence import Occurrence
from scheduler.outbox.entry import Entry, Result, Tracked

_REPLIES: dict[str, Result] = {"ACCEPTED": "agreed", "DECLINED": "declined"}


def note(room: Room, received: Received, mine: Occurrence | None, incoming: Incoming, now: datetime) -> Entry | None:
    """Note what a calendar message answers; None where it answers nothing that was asked, or is noted already."""
    asked = [e for e in room.journal.entries() if e.direction == "out" and e.uid == received.uid]
    result = _result(received, asked, room)
    if result is None or _known(room, incoming, received.uid):
        return None
    interview = mine.interview if mine is not None else None
    company = next((e.company for e in asked if e.company), "") or (interview.company if interview else "") or ""
    entry = Entry(
        at=now,
        direction="in",
        channel="calendar",
        result=result,
        company=company,
        uid=received.uid,
        recurrence_id=received.recurrence_id,
        when=received.now if result == "agreed" else None,
        who=received.who or "",
        subject="" if incoming.thread is None else incoming.thread.subject,
        text=received.comment,
        message_id=incoming.identity,
        packet=asked[-1].packet if asked else None,
    )
    room.journal.add(entry)
    return entry


def _result(received: Received, asked: list[Entry], room: Room) -> Result | None:
    match received.kind:
        case "answered":
            return _REPLIES.get(received.partstat or "", "answered")
        case "counter_declined":
            return "declined"
        case "countered":
            return "other_time"
        case "moved" if asked:
            return "agreed" if received.now in _offered(asked, room) else "other_time"
        case "cancelled" if asked:
            return "declined"
        case _:
            return None


def _offered(asked: list[Entry], room: Room) -> list[object]:
    """The times that our messages about it offered."""
    known = set(room.outbox.ids())
    return [p for e in asked if e.packet in known and e.packet for p in room.outbox.read(e.packet).packet.alternatives]


def note_reply(room: Room, packet: Tracked, incoming: Incoming, now: datetime) -> Entry | None:
    """Note that a mail in words answered a packet; what it says the user reads herself."""
    if _known(room, incoming, packet.uid):
        return None
    thread = incoming.thread
    entry = Entry(
        at=now,
        direction="in",
        channel="email",
        result="answered",
        company=packet.company,
        uid=packet.uid,
        kind=packet.kind,
        recurrence_id=packet.recurrence_id,
        who="" if thread is None else thread.sender or "",
        subject="" if thread is None else thread.subject,
        message_id=incoming.identity,
        packet=packet.id,
    )
    room.journal.add(entry)
    return entry


def _known(room: Room, incoming: Incoming, uid: str) -> bool:
    return any(
        e.message_id == incoming.identity and e.uid == uid and e.direction == "in" for e in room.journal.entries()
    )
