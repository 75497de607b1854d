"""What the journal remembers: one contact with an employer (E30), and where each packet stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scheduler.model.time import Period
from scheduler.outbox.packet import State

Direction = Literal["out", "in"]
Route = Literal["email", "phone", "platform", "calendar"]

# What came of a contact. Out: sent; reached, voicemail, not_reached (calls). In: what they answered.
Result = Literal["sent", "reached", "voicemail", "not_reached", "agreed", "other_time", "declined", "cross", "answered"]
CALL_RESULTS: tuple[Result, ...] = ("reached", "voicemail", "not_reached")
ANSWER_RESULTS: tuple[Result, ...] = ("agreed", "other_time", "declined", "cross", "answered")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message, call or answer.

    `kind` is the packet's kind, "" where there was no packet. `when` is the interview's time; for an answer that
    agrees, the time agreed on. `follow_up` is the date promised with it (E5, E32). `id` is 0 until it is noted.
    """

    at: datetime
    direction: Direction
    channel: Route
    result: Result
    company: str
    uid: str
    kind: str = ""
    recurrence_id: str | None = None
    when: Period | None = None
    who: str = ""
    subject: str = ""
    text: str = ""
    message_id: str | None = None
    packet: str | None = None
    follow_up: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a packet's state."""

    at: datetime
    state: State
    note: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """Where a packet stands.

    `transmitting` is set before the first byte of the content leaves: from then on only a definite answer of the server
    or the user says whether it went. `shown` is the fingerprint of what the user saw last.
    """

    id: str
    kind: str
    uid: str
    recurrence_id: str | None
    company: str
    when: Period | None
    who: str
    subject: str
    message_id: str
    follow_up: date | None
    state: State
    changed: datetime
    note: str = ""
    transmitting: bool = False
    shown: str = ""
