"""What happens to a packet at the last moment before it leaves: the calendars again, and the checker on its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import get_args

from scheduler.app.case import DAY, Case, case_for, situation_of, when, words_of_others
from scheduler.app.ground import Ground, read_ground
from scheduler.app.offered import alternatives
from scheduler.app.open_offers import open_offers
from scheduler.app.outbox import Room, find
from scheduler.app.packets import GROUND, waiting
from scheduler.app.read import Situation
from scheduler.errors import SchedulerError
from scheduler.holds.entries import is_hold, keys_of
from scheduler.holds.states import without_own
from scheduler.messages import facts as messages
from scheduler.messages.facts import Facts
from scheduler.model.freebusy import BusyTime, FreeBusy
from scheduler.model.marks import request_key
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem, Severity
from scheduler.model.time import Period
from scheduler.outbox.entry import Tracked
from scheduler.outbox.packet import Draft, Packet
from scheduler.outbox.recheck import Recheck, recheck
from scheduler.outbox.sending import SENDABLE
from scheduler.review.check import Violation, check_text
from scheduler.review.foreign import foreign_words
from scheduler.review.spoken import check_subject

# What must not leave unless the user insists: another entry's words, and a message that does not say what it is about.
_SERIOUS = ("E17", "E19")
_BEFORE: tuple[messages.Situation, ...] = (
    "reschedule",
    "withdraw",
    "withdraw_offer",
    "withdraw_concern",
    "pause",
    "accept_time",
)


@dataclass(slots=True)
class SecondLook:
    """Both looks at one packet of the outbox; `again` and `check` are what `scheduler.app.send` calls."""

    room: Room
    prefix: str
    clock: Callable[[], datetime]
    _read: tuple[Situation | None, str] | None = field(default=None, init=False)

    def again(self, packet: Packet, now: datetime) -> Recheck:
        """The packet's times against the calendars as they are now, its own holds left out of account."""
        notice = self.room.settings.limits.notice
        ground = self._ground(now)
        situation, _ = self._read or self._reading(ground, packet, now)
        self._read = None
        if situation is None or ground is None:
            return recheck(packet, now, notice, None)
        known = free_busy(situation, packet)
        found = recheck(packet, now, notice, known)
        if not found.stale or (entry := entry_of(situation, packet)) is None:
            return found
        free, _ = alternatives(ground.request(now), case_for(situation, entry), 3)
        return recheck(packet, now, notice, known, free)

    def check(self, packet: Packet, draft: Draft) -> tuple[Problem, ...]:
        """What the words break, what happened to the interview meanwhile, what could not be looked at."""
        now = self.clock()
        ground = self._ground(now)
        if ground is None or ground.facts is None:
            return ()
        situation, why_not = self._read = self._reading(ground, packet, now)
        facts = _now(ground.facts, now)
        if situation is None:
            return (Problem("warning", why_not), *_problems(packet, draft, facts, []))
        entry = entry_of(situation, packet)
        unread = [p._replace(severity="warning") for p in situation.timeline.problems if p.severity == "error"]
        case = None if entry is None else case_for(situation, entry)
        others = [] if case is None else words_of_others(case)
        others_wait = _others_wait(waiting(self.room, self._tracked(now), now))
        promised = _promised(packet, situation, _keys(situation, packet))
        found = (*_meanwhile(packet, case, situation), *promised, *others_wait, *unread)
        return (*found, *_problems(packet, draft, facts, others))

    def _ground(self, now: datetime) -> Ground | None:
        path = Path(self.room.outbox.root) / self._tracked(now).id / GROUND
        return read_ground(path.read_bytes(), str(path)) if path.exists() else None

    def _tracked(self, now: datetime) -> Tracked:
        return find(self.room, self.prefix, now)

    def _reading(self, ground: Ground | None, packet: Packet, now: datetime) -> tuple[Situation | None, str]:
        if ground is None:
            return None, ""
        try:
            return situation_of(ground.request(now), _reach(packet, now)), ""
        except SchedulerError as error:
            return None, f"Your calendars could not be read again, so its times were not looked at: {error}"


def _reach(packet: Packet, now: datetime) -> Period:
    """From now over the interview to the last time on offer, a day around it."""
    times = [Period(now, now), *packet.alternatives, *([packet.when] if packet.when is not None else [])]
    return Period(min(p.start for p in times), max(p.end for p in times)).widened(DAY, DAY)


def free_busy(situation: Situation, packet: Packet) -> FreeBusy:
    """The user's time without the interview itself and the holds of its own request; another's hold is taken (E36)."""
    keys = _keys(situation, packet)
    own = {s.key for s in _sessions(situation, packet)}
    busy = tuple(
        BusyTime(o.occupied, "busy" if o.busy == "busy" or is_hold(o) else "tentative")
        for o in without_own(situation.timeline, keys).occurrences
        if not o.owner and o.busy != "free" and o.key not in own
    )
    return FreeBusy(situation.timeline.window, busy)


def _sessions(situation: Situation, packet: Packet) -> tuple[Occurrence, ...]:
    entry = entry_of(situation, packet)
    return () if entry is None else case_for(situation, entry).sessions


def _keys(situation: Situation, packet: Packet) -> set[str]:
    """What marks the packet's own request."""
    sessions = _sessions(situation, packet)
    return {request_key(packet.uid, packet.recurrence_id), *(k for s in sessions for k in keys_of(s))}


def entry_of(situation: Situation, packet: Packet) -> Occurrence | None:
    """The interview of a packet in the calendars as they are now; None where it is gone."""
    for o in situation.timeline.occurrences:
        if not o.all_day and any(
            (x.uid, x.recurrence_id) == (packet.uid, packet.recurrence_id) for x in (o, *o.copies)
        ):
            return o
    return None


def _now(facts: Facts, now: datetime) -> Facts:
    hours = (facts.appointment.period.start - now).total_seconds() / 3600
    return replace(facts, notice_hours=hours)


def _meanwhile(packet: Packet, case: Case | None, situation: Situation) -> list[Problem]:
    """A message about an interview that was moved or cancelled since it was written must be written anew."""
    if packet.kind not in _BEFORE or packet.when is None:
        return []
    if case is None:
        return [Problem("warning", "The interview is no longer in your calendars; is this message still right?")]
    if case.occurrence.cancelled:
        return [Problem("error", "The interview has been cancelled since this was written.")]
    if case.about.period.start != packet.when.start:
        there = when(case.about.period, situation.zone)
        return [Problem("error", f"The interview has been moved since this was written: it is on {there} now.")]
    return []


def _others_wait(others: tuple[Tracked, ...]) -> list[Problem]:
    """Two messages about one interview: most often one of them was meant."""

    def to_do(p: Tracked) -> str:
        if p.state in SENDABLE:
            return f"If it is not wanted any more: interviews outbox drop {p.id}"
        return f"Say whether it went: interviews outbox settle {p.id} --sent (or --not-sent)"

    about = "Another message about this interview waits"
    return [Problem("warning", f"{about}: {p.id} ({p.kind.replace('_', ' ')}, {p.state}). {to_do(p)}") for p in others]


def _promised(packet: Packet, situation: Situation, own: set[str]) -> list[Problem]:
    """Times of the packet that somebody else has been offered and may still take, or has agreed to."""
    offers = [o for o in open_offers(situation, own) if o.left]
    return [
        Problem(
            "error",
            f"{when(slot, situation.zone)} is agreed with {offer.to}. Write this message anew with another time."
            if offer.stage == "agreed"
            else f"{when(slot, situation.zone)} is offered to {offer.to}, who may still take it. "
            "Write this message anew with another time, or wait for their answer.",
        )
        for slot in packet.alternatives
        if (offer := next((o for o in offers if o.period.overlaps(slot)), None)) is not None
    ]


def _problems(packet: Packet, draft: Draft, facts: Facts, others: list[str]) -> list[Problem]:
    return [
        Problem(_severity(v), f"{v.message} ({v.rule}{_place(draft.body, v)})")
        for v in violations(packet.kind, draft, facts, others)
    ]


def violations(kind: str, draft: Draft, facts: Facts, others: list[str]) -> list[Violation]:
    """What the words of a packet break; of a plain calendar answer only what belongs to other entries."""
    for situation in get_args(messages.Situation):
        if situation == kind:
            found = check_text(draft.body, facts, others, facts.language, situation)
            return [*check_subject(draft.subject, facts), *found]
    words = foreign_words(draft.body, others, facts, facts.language)
    return [Violation("E19", "This word belongs to another entry of your calendar; take it out.", s) for s in words]


def _severity(violation: Violation) -> Severity:
    return "error" if violation.rule in _SERIOUS else "warning"


def _place(text: str, violation: Violation) -> str:
    return "" if violation.span is None else f", {place(text, violation.span[0])}"


def place(text: str, at: int) -> str:
    """'line 3, column 12': where to look, without repeating the word (E19)."""
    line = text.count("\n", 0, at) + 1
    return f"line {line}, column {at - (text.rfind(chr(10), 0, at) + 1) + 1}"
