"""A calendar message that came in: what it means against what is stored, who sent it, and what can be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.ics.values import mail_address
from scheduler.messages.objects import (
    Stored,
    address_of,
    attendee,
    organizer,
    recurring,
    sequence,
)
from scheduler.messages.persons import is_service
from scheduler.messages.stored import only, uid_of
from scheduler.messages.times import instance, period_of
from scheduler.model.component import Component
from scheduler.model.time import Period

Kind = Literal[
    "new",  # an invitation to something that is not in the calendar
    "moved",  # its time changed
    "updated",  # something else changed
    "known",  # exactly what is stored already
    "older",  # a later message was seen before this one
    "cancelled",
    "answered",  # a REPLY to the organizer
    "countered",  # a COUNTER to the organizer
    "counter_declined",
    "asked",  # REFRESH: somebody wants the current state
    "added",  # ADD: more instances of a series
    "published",  # no answer is expected
    "stray",  # speaks of something that is not stored, or of somebody who is not invited
]
# unverified: the sender is neither the organizer nor the attendee concerned. service: nor is it, but it sends for them.
Trust = Literal["verified", "service", "unverified"]
Answer = Literal[
    "accept",
    "tentative",
    "decline",
    "counter",
    "release",
    "thank",
    "note",
    "accept_counter",
    "decline_counter",
    "send_again",
]

_ANSWERS: dict[Kind, tuple[Answer, ...]] = {
    "new": ("accept", "tentative", "decline", "counter"),
    "moved": ("accept", "tentative", "decline", "counter"),
    "updated": ("accept", "decline", "counter"),
    "added": ("accept", "decline"),
    "cancelled": ("release", "thank"),
    "answered": ("note",),
    "countered": ("accept_counter", "decline_counter"),
    "counter_declined": ("note",),
    "asked": ("send_again",),
}
_FROM_ORGANIZER = frozenset({"REQUEST", "CANCEL", "ADD", "DECLINECOUNTER", "PUBLISH"})
_CHANGES: frozenset[Kind] = frozenset({"moved", "updated", "cancelled", "added"})


@dataclass(frozen=True, slots=True)
class Received:
    """One VEVENT of a message, judged.

    `before` and `now` are its time as stored and as the message says; None where there is none. `who` is the organizer
    or the attendee that it speaks for, `partstat` that attendee's answer. `confirm`: nothing may follow from it before
    the user has said explicitly that it is genuine. `calendar` holds this event's message, without METHOD.
    """

    kind: Kind
    method: str
    uid: str
    recurrence_id: str | None
    trust: Trust
    who: str | None
    before: Period | None
    now: Period | None
    calendar: Component
    partstat: str | None = None
    comment: str = ""
    series: bool = False

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What a second command can do with it."""
        return _ANSWERS.get(self.kind, ())

    @property
    def confirm(self) -> bool:
        return self.trust != "verified" and self.kind in _CHANGES


def receive(
    message: Component, stored: Component | None, sender: str | None, me: tuple[str, ...], zone: str
) -> tuple[Received, ...]:
    """Every VEVENT of a message, in its order; empty where it holds none.

    `stored` is the user's object of the same UID (`stored.only`), `sender` the From address of the mail (None: no
    mail), `zone` the user's.
    """
    method = (message.text("METHOD") or "PUBLISH").strip().upper()
    have = None if stored is None or not any(c.name == "VEVENT" for c in stored.children) else stored
    events = [c for c in message.children if c.name == "VEVENT"]
    judge = _Judge(method, None if have is None else Stored(have, ZoneInfo(zone)), message, sender, me, ZoneInfo(zone))
    return tuple(judge.received(e) for e in events)


@dataclass(frozen=True, slots=True)
class _Judge:
    method: str
    stored: Stored | None
    message: Component
    sender: str | None
    me: tuple[str, ...]
    zone: ZoneInfo

    def received(self, event: Component) -> Received:
        uid = uid_of(event)
        own = Stored(only(uid, self.message), self.zone)
        recurrence_id = own.recurrence_text(event)
        mine = self._mine(uid, recurrence_id)
        who = organizer(event) if self.method in _FROM_ORGANIZER else _speaker(event)
        line = attendee(event, who) if self.method in ("REPLY", "COUNTER") else None
        return Received(
            kind=self._kind(event, own, mine, who),
            method=self.method,
            uid=uid,
            recurrence_id=recurrence_id,
            trust=self._trust(who, mine),
            who=who,
            before=None if mine is None or self.stored is None else period_of(mine, self.stored),
            now=period_of(event, own),
            calendar=own.calendar,
            partstat=None if line is None else (line.param("PARTSTAT") or "NEEDS-ACTION").upper(),
            comment=event.text("COMMENT") or "",
            series=recurring(event),
        )

    def _mine(self, uid: str, recurrence_id: str | None) -> Component | None:
        """What is stored of the same entry: the override, the instance of the series, or the master."""
        if self.stored is None or not any(uid_of(e) == uid for e in self.stored.events):
            return None
        return self.stored.master if recurrence_id is None else instance(self.stored, recurrence_id)

    def _kind(self, event: Component, own: Stored, mine: Component | None, who: str | None) -> Kind:
        hosted = mine is not None and organizer(mine) in {a.lower() for a in self.me}
        match self.method:
            case "REQUEST" | "CANCEL" | "ADD" | "DECLINECOUNTER" if hosted:
                return "known" if who in {a.lower() for a in self.me} else "stray"
            case "REPLY" | "COUNTER" | "REFRESH" if not hosted:
                return "stray"
            case "REQUEST":
                return self._request(event, own, mine)
            case "CANCEL":
                return "stray" if mine is None else self._cancel(event, mine)
            case "ADD":
                return "stray" if mine is None else self._unless_older(event, mine, "added")
            case "REPLY" | "COUNTER":
                if mine is None or attendee(mine, who) is None:
                    return "stray"
                kind: Kind = "answered" if self.method == "REPLY" else "countered"
                return "older" if sequence(event) < sequence(mine) else kind
            case "DECLINECOUNTER":
                return "stray" if mine is None else "counter_declined"
            case "REFRESH":
                return "stray" if mine is None or attendee(mine, who) is None else "asked"
            case _:
                return "published"

    def _request(self, event: Component, own: Stored, mine: Component | None) -> Kind:
        if mine is None or self.stored is None:
            return "new"
        order = _order(event, mine)
        if order < 0:
            return "older"
        same_time = period_of(event, own) == period_of(mine, self.stored) and _rules(event) == _rules(mine)
        if not same_time:
            return "moved"
        return "known" if order == 0 else "updated"

    def _cancel(self, event: Component, mine: Component) -> Kind:
        gone = (mine.value("STATUS") or "").strip().upper() == "CANCELLED"
        return "known" if gone and _order(event, mine) == 0 else self._unless_older(event, mine, "cancelled")

    def _unless_older(self, event: Component, mine: Component, kind: Kind) -> Kind:
        return "older" if _order(event, mine) < 0 else kind

    def _trust(self, who: str | None, mine: Component | None) -> Trust:
        """Whether the sender is the one that the message speaks for, as the stored entry knows that person."""
        sender = mail_address(self.sender or "")
        if sender is None:
            return "unverified"
        if sender == who or sender in self._sent_by(who):
            known = self._known(mine)
            if known is None or who in known:
                return "verified"
            return "unverified"
        return "service" if is_service(sender) else "unverified"

    def _known(self, mine: Component | None) -> set[str | None] | None:
        """The addresses that may speak about the stored entry; None where nothing is stored to compare with."""
        if mine is None:
            return None
        if self.method in _FROM_ORGANIZER:
            return {organizer(mine)}
        return {address_of(i) for i in mine.every("ATTENDEE")}

    def _sent_by(self, who: str | None) -> set[str]:
        """SENT-BY of the person concerned, taken from what is stored (the message could claim anything)."""
        if self.stored is None or who is None:
            return set()
        lines = (i for e in self.stored.events for i in e.lines if i.name in ("ORGANIZER", "ATTENDEE"))
        found = (mail_address(i.param("SENT-BY") or "") for i in lines if address_of(i) == who)
        return {a for a in found if a is not None}


def _speaker(event: Component) -> str | None:
    """The one attendee that a REPLY, COUNTER or REFRESH speaks for."""
    lines = event.every("ATTENDEE")
    return address_of(lines[0]) if len(lines) == 1 else None


def _order(event: Component, mine: Component) -> int:
    """Newer (1), the same (0) or older (-1): SEQUENCE first, then DTSTAMP (RFC 5546 2.1.5)."""
    theirs, ours = (sequence(event), _stamp(event)), (sequence(mine), _stamp(mine))
    return (theirs > ours) - (theirs < ours)


def _stamp(event: Component) -> str:
    text = (event.value("DTSTAMP") or event.value("LAST-MODIFIED") or "").strip()
    try:
        datetime.strptime(text, "%Y%m%dT%H%M%SZ")  # noqa: DTZ007 - only its form is checked
    except ValueError:
        return ""
    return text


def _rules(event: Component) -> tuple[str, ...]:
    return tuple(sorted(i.value for i in event.lines if i.name in ("RRULE", "RDATE", "EXDATE")))
