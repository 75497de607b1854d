"""Finished messages as packets: the mail around text and calendar part, and the way into the outbox."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from scheduler.app import outbox
from scheduler.errors import ConflictError
from scheduler.messages.facts import Sender, Thread
from scheduler.messages.itip import Itip
from scheduler.messages.mail import compose
from scheduler.model.interview import Person
from scheduler.model.time import Period
from scheduler.outbox.entry import Tracked
from scheduler.outbox.packet import Channel, Kind, Packet, Stored

GROUND = "ground.json"
_WAITING = ("draft", "approved", "failed", "unknown", "handed-over")
_MOST = 100


@dataclass(frozen=True, slots=True)
class Letter:
    """One message before it is a mail; `version` stands for its words where they may be put otherwise next time."""

    kind: Kind
    uid: str
    company: str
    when: Period | None
    sender: Sender
    to: tuple[Person, ...]
    subject: str
    text: str
    recurrence_id: str | None = None
    calendar: Itip | None = None
    thread: Thread | None = None
    phone: str | None = None
    voicemail: str | None = None
    steps: tuple[str, ...] = ()
    alternatives: tuple[Period, ...] = ()
    channel: Channel = "email"
    follow_up: date | None = None
    version: str = ""

    @property
    def everyone(self) -> tuple[Person, ...]:
        """Those written to, and those whom the calendar message is for, each once."""
        known = {p.address for p in self.to}
        more = () if self.calendar is None else (a for a in dict.fromkeys(self.calendar.to) if a not in known)
        return (*self.to, *(Person("", a) for a in more))

    @property
    def key(self) -> str:
        """What makes this message this one and no other: said again, it is the same packet."""
        parts = [
            self.kind,
            self.uid,
            self.recurrence_id or "",
            *((self.version,) if self.version else (self.subject, self.text)),
            *(p.address or "" for p in self.everyone),
            *(p.start.isoformat() for p in self.alternatives),
            "" if self.calendar is None else self.calendar.method,
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def packet_of(letter: Letter, now: datetime) -> Packet:
    """The mail and all that lies beside it; its Message-ID comes from the letter's key."""
    domain = letter.sender.address.rpartition("@")[2]
    host = domain if domain.isascii() and domain else "interviews.invalid"
    mail = compose(
        sender=Person(letter.sender.name, letter.sender.address),
        to=letter.everyone,
        subject=letter.subject,
        text=letter.text,
        message_id=f"<{hashlib.sha256(letter.key.encode()).hexdigest()[:32]}@{host}>",
        date=now,
        calendar=letter.calendar,
        thread=letter.thread,
    )
    return Packet(
        kind=letter.kind,
        uid=letter.uid,
        company=letter.company,
        when=letter.when,
        recipients=letter.everyone,
        subject=letter.subject,
        mail=mail.as_bytes(),
        recurrence_id=letter.recurrence_id,
        calendar=None if letter.calendar is None else letter.calendar.to_bytes(),
        phone=letter.phone,
        voicemail=letter.voicemail,
        steps=letter.steps,
        alternatives=letter.alternatives,
        channel=letter.channel,
        follow_up=letter.follow_up,
    )


def lay(room: outbox.Room, letter: Letter, ground: dict[str, object], now: datetime) -> Stored:
    """Lay a letter into the outbox; the same one again gives the packet that lies there, unless it was dropped.

    `ground` stays beside it and never leaves: what a second look before sending needs.
    """
    packet = packet_of(letter, now)
    for attempt in range(_MOST):
        stored = outbox.lay(room, packet, letter.key if not attempt else f"{letter.key} {attempt}", now)
        if room.journal.tracked(stored.id).state != "dropped":
            data = json.dumps(ground, ensure_ascii=False, indent=1).encode() + b"\n"
            room.outbox.keep(stored.id, GROUND, data)
            return stored
    raise ConflictError(f"This message was dropped {_MOST} times; change something about it.")


def waiting(room: outbox.Room, of: Tracked, now: datetime) -> tuple[Tracked, ...]:
    """Other packets about the same interview that still wait for something."""
    return tuple(
        p
        for p in outbox.listing(room, now)
        if p.id != of.id and (p.uid, p.recurrence_id) == (of.uid, of.recurrence_id) and p.state in _WAITING
    )
