"""A packet: one message to an employer in all its forms, finished, with the order of the steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scheduler.messages.facts import Situation
from scheduler.model.interview import Person
from scheduler.model.time import Period

CalendarKind = Literal["update", "cancel", "reply", "counter", "decline_counter"]
Kind = Situation | CalendarKind
Channel = Literal["email", "phone", "phone_emergency", "apologise"]

State = Literal[
    "draft",  # written, nobody has agreed to it
    "approved",  # the user agreed to exactly these bytes
    "sending",  # a transmission has begun
    "sent",  # the server took it, or the user says that it went
    "failed",  # it did certainly not go
    "unknown",  # it was transmitted and no definite answer came: the user settles it
    "handed-over",  # the user has text, mailto: and .ics, and says when it went
    "dropped",  # the user does not want it any more
]


@dataclass(frozen=True, slots=True)
class Packet:
    """One message, ready to be looked at; nothing in it is computed later.

    `mail` is the complete mail (.eml, RFC 5322, calendar part included), `calendar` that calendar part alone, decoded.
    `when` is the interview's time, `recurrence_id` the instance as iCalendar text (None: single event or whole series).
    `recipients` are the humans that it is meant for; empty where nobody is known yet. `phone` and `voicemail` are the
    scripts where the notice calls for a call (E11, E12). `steps` are sentences in the order in which the user acts.
    `alternatives` are the times that the text offers; they are checked again before it leaves. `follow_up` is the date
    that the text promises (E5, E32).
    """

    kind: Kind
    uid: str
    company: str
    when: Period | None
    recipients: tuple[Person, ...]
    subject: str
    mail: bytes
    recurrence_id: str | None = None
    calendar: bytes | None = None
    phone: str | None = None
    voicemail: str | None = None
    steps: tuple[str, ...] = ()
    alternatives: tuple[Period, ...] = ()
    channel: Channel = "email"
    follow_up: date | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A packet as it lies in the outbox.

    `id` is short, stable and unique; `key` is what the maker called it: adding the same key twice gives the same
    packet. `message_id` has its angle brackets and is the same in every attempt. `folder` is absolute.
    """

    id: str
    key: str
    created: datetime
    message_id: str
    folder: str
    packet: Packet


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user may edit: the readable part of the mail, as `email.txt` has it."""

    to: tuple[Person, ...]
    subject: str
    body: str
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
