"""All that a message may be made of: one interview, its sender, free times; nothing of other entries fits in (E19)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from scheduler.model.component import Component
from scheduler.model.interview import Person
from scheduler.model.time import Period

Language = Literal["en", "de", "fr", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "de", "fr", "es")

Situation = Literal[
    "reschedule",  # ask for another time
    "withdraw_offer",  # withdraw: another offer was accepted (E24)
    "withdraw_concern",  # withdraw over a concern, neutral (E24)
    "withdraw",  # withdraw for any other reason (E3)
    "pause",  # hold the candidacy until a date (E5)
    "apologise",  # missed without notice (E15)
    "follow_up",  # the note after the call (E27)
    "remind",  # no answer yet (E31)
    "check_back",  # the date promised with a pause has come (E5, E31)
    "thank_answer",  # they answered (E28)
    "thank_cancelled",  # they cancelled (E28)
    "thank_interview",  # after the interview (E32)
    "new_job",  # once the new job has begun (E32)
    "clarify",  # one message said too much (E29)
    "answer_cross",  # a cross answer came (E28)
    "accept_time",  # the employer named a time that suits
]
SITUATIONS: tuple[Situation, ...] = (
    "reschedule",
    "withdraw_offer",
    "withdraw_concern",
    "withdraw",
    "pause",
    "apologise",
    "follow_up",
    "remind",
    "check_back",
    "thank_answer",
    "thank_cancelled",
    "thank_interview",
    "new_job",
    "clarify",
    "answer_cross",
    "accept_time",
)

# What the user says is the case; each has a neutral sentence. "" says no more than that the time is not possible.
ReasonKind = Literal["", "conflict", "work", "family", "health", "travel", "emergency", "preparation", "study", "move"]


@dataclass(frozen=True, slots=True)
class Reason:
    """The user's own sentence, or else the neutral sentence of a kind that the user named (E19, E20)."""

    kind: ReasonKind = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """The mail that invited: what an answer refers to. Message-IDs with their angle brackets."""

    message_id: str
    subject: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appointment:
    """The interview that a message is about.

    `zone` is the user's, `employer_zone` the recipient's (None: unknown); both IANA names. `recurrence_id` is the
    RECURRENCE-ID of the instance as iCalendar text (`Occurrence.recurrence_id`); None: a single event, a whole series.
    `invited_as` is the address under which the user was invited (the ATTENDEE). `phone` is the number to call.
    `stored` is a VCALENDAR with the VEVENTs of this UID and the VTIMEZONEs of its calendar, and nothing else:
    `scheduler.messages.stored.only` makes it. None where the interview has no calendar entry.
    """

    uid: str
    period: Period
    zone: str
    recurrence_id: str | None = None
    company: str | None = None
    position: str | None = None
    kind: str = "interview"
    employer_zone: str | None = None
    location: str = ""
    remote: bool | None = None
    phone: str | None = None
    contact: Person | None = None
    organizer: Person | None = None
    invited_as: str | None = None
    reschedule_link: str | None = None
    cancel_link: str | None = None
    thread: Thread | None = None
    stored: Component | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: as the signature shows it."""

    name: str
    address: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one message is made of.

    `notice_hours` is negative once the interview has begun. `alternatives` are times on offer, without reasons.
    `offered` is the time that the employer named (accept_time), or the one agreed on since (follow_up, thank_answer).
    `until` is the date up to which a pause asks (E5). `can_commit`: after a no-show, still interested and able to come
    (E15). `offer_remote` offers a virtual meeting (E25). `stay_in_touch` leaves the door open (E24).
    `mention` is the user's own sentence on signed agreements or started steps, only where the user asks for it (E9).
    `correction` is what a clarification puts right, in the user's words (E29). `emergency` says so (E14).
    """

    appointment: Appointment
    sender: Sender
    language: Language
    notice_hours: float
    alternatives: tuple[Period, ...] = ()
    reason: Reason = Reason()
    offered: Period | None = None
    until: date | None = None
    can_commit: bool = True
    offer_remote: bool = False
    stay_in_touch: bool = False
    mention: str = ""
    correction: str = ""
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that a message needs and nobody has stated: `name` is its field, `ask` a sentence for the user."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Texts:
    """A message in its forms; `phone` and `voicemail` are None where the situation has no call."""

    situation: Situation
    language: Language
    subject: str
    email: str
    phone: str | None = None
    voicemail: str | None = None
