"""`interviews settle`: a time was agreed. What was held for the rest goes; what the user organises moves.

The order of the steps, so that a run that was killed is completed by the next one:
- as attendee: the agreed hold is marked (or made), then the others go. A request with a marked hold is enough to know
  which holds are left over.
- as organizer or owner: all moves are written down in a file of the data folder, then made, each only where it is not
  made yet; then the holds go, then the file. Every run of `settle` begins with the files that it finds.
- when the organizer's invitation arrives, the interview itself stands at the time of a hold: then all of them go.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.app.case import find, situation_of, when
from scheduler.app.entries import Entry, capabilities_of, entry_of
from scheduler.app.here import read_settings
from scheduler.app.hold import carry_out, key_named, must_be_free, title_of
from scheduler.app.hold_places import (
    Kept,
    Place,
    Writing,
    holds_in,
    place_for_holds,
    places,
    with_places,
    writing,
)
from scheduler.app.offered import moment_of
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.settle_moves import follow, moves_of, resume, run, sessions_of, whole
from scheduler.errors import UsageError
from scheduler.holds.hold import Hold
from scheduler.holds.moves import Record
from scheduler.holds.states import hold_in, interviews_in, is_hold, keys_of
from scheduler.holds.steps import Put, Request, Step, latest_agreed, to_agree, to_drop, to_finish
from scheduler.holds.who_mails import Mailer, Role, who_mails
from scheduler.messages.change import Target, not_mine
from scheduler.messages.objects import Stored
from scheduler.model.component import Component
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period


@dataclass(frozen=True, slots=True)
class SettleRequest:
    """What `settle` was asked; without `ref` it completes what is left over. `slot`: a time, or a hold's number."""

    read: ReadRequest
    ref: str = ""
    slot: str = ""
    calendar: str = ""
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done. `mailer` says who tells the others of a move; None: the server did not say, nobody did yet."""

    role: Literal["attendee", "organizer", "owner", "nothing"]
    zone: ZoneInfo
    title: str
    slot: Period | None
    arrived: bool
    steps: tuple[Step, ...]
    moved: int
    completed: int
    mailer: Mailer | None = "nobody"


def settle(request: SettleRequest) -> Settled:
    """Settle one request, or complete what is left over; raises UsageError and StoreError."""
    settings = read_settings()
    looked = places(settings, (request.calendar,))
    read = with_places(request.read, looked)._replace(use_index=False)
    with writing("settle", request.read.clock) as room:
        completed = resume(room, read, looked)
        situation = situation_of(read)
        if request.ref:
            return _settle(room, request, situation, looked, completed)
        steps, moves = _leftovers(room, situation, looked)
        return Settled("nothing", situation.zone, "", None, False, steps, moves, completed)


def _settle(
    room: Writing, request: SettleRequest, situation: Situation, looked: list[Place], completed: int
) -> Settled:
    found = find(situation, request.ref, "ahead")
    named = key_named(situation, found)
    subject = _subject(situation, found, named)
    kept = [k for k in holds_in(looked) if named.owns(k.hold)]
    slot = _slot(request.slot, found, subject, situation, kept)
    title = title_of(subject or found)
    if subject is None or _somebody_elses(situation, subject):
        arrived = subject is not None and subject.period.start == slot.start and not subject.cancelled
        holds = [k.hold for k in kept]
        if not arrived and not request.anyway:
            must_be_free(slot, situation, named.keys)
        steps = to_drop(named, holds, "arrived") if arrived else to_agree(named, slot, holds, situation.now)
        needs_place = any(isinstance(s, Put) for s in steps)
        place = place_for_holds(situation.settings, request.calendar) if needs_place else None
        carry_out(room, steps, kept, situation.now, place=place)
        moves = follow(room, situation, looked) if arrived else 0
        return Settled("attendee", situation.zone, title, slot, arrived, steps, moves, completed)
    entries = _entries(situation, subject)
    if not request.anyway:
        must_be_free(slot, situation, (*named.keys, *(k for s in sessions_of(situation, subject) for k in keys_of(s))))
    role, mailer = _role(situation, entries)
    record = Record(named.keys, moves_of(situation, subject, entries, slot, looked, named))
    steps, moves = run(room, record, situation, looked)
    return Settled(role, situation.zone, title, slot, False, steps, moves, completed, mailer)


def _subject(situation: Situation, found: Occurrence, named: Request) -> Occurrence | None:
    """The interview itself, also where REF names one of its holds; None where it is in no calendar any more."""
    if not is_hold(found):
        return found
    pool = (o for o in situation.timeline.occurrences if not o.owner and not is_hold(o))
    return next((o for o in pool if set(keys_of(o)) & set(named.keys)), None)


def _slot(text: str, found: Occurrence, subject: Occurrence | None, situation: Situation, kept: list[Kept]) -> Period:
    """The agreed time: of the hold with that number or start, or any other time, as long as the interview is."""
    holds = [k.hold for k in kept]
    agreed = latest_agreed(holds)
    if text.strip().isdecimal() and agreed is not None:
        # The numbers of an interrupted run have gone with the holds that it removed; what it agreed to is what counts.
        return agreed.period
    if not text:
        if is_hold(found):
            return hold_in(found).period
        raise UsageError(f"Say which time was agreed, as a number or a time. {_choices(holds, situation)}")
    if text.strip().isdecimal():
        if not 0 < int(text) <= len(holds):
            raise UsageError(f"There is no hold number {text}. {_choices(holds, situation)}")
        return holds[int(text) - 1].period
    start = moment_of(text, situation.zone, "SLOT")
    known = next((h.period for h in holds if h.period.start == start), None)
    if known is not None:
        return known
    length = timedelta(hours=1) if subject is None else whole(situation, subject).length
    return Period(start, start + (length or timedelta(hours=1)))


def _choices(holds: list[Hold], situation: Situation) -> str:
    if not holds:
        return "Nothing is held for it; give the time, as 2027-03-09T14:00."
    lines = [f"  {n}  {when(h.period, situation.zone)}" for n, h in enumerate(holds, 1)]
    return "Held are:\n" + "\n".join(lines)


def _entries(situation: Situation, subject: Occurrence) -> list[Entry]:
    """Every stored entry that moves: all sessions, and the copies that the user keeps of them."""
    everything = (o for s in sessions_of(situation, subject) for o in (s, *s.copies))
    return [entry_of(o, situation) for o in everything]


def _somebody_elses(situation: Situation, subject: Occurrence) -> bool:
    """An organizer's event: an attendee never changes its time (RFC 6638 3.2.2.1)."""

    def refused(o: Occurrence) -> bool:
        stored = Stored(Component("VCALENDAR", (o.event.component,)), situation.zone)
        return not_mine(Target(stored, o.period, tuple(situation.view.me))) is not None

    return any(refused(o) for s in sessions_of(situation, subject) for o in (s, *s.copies))


def _role(situation: Situation, entries: list[Entry]) -> tuple[Literal["organizer", "owner"], Mailer | None]:
    """Who tells the guests: the answer for the first entry that has any."""
    me = situation.view.me
    for entry in entries:
        event = entry.occurrence.event
        if event.organizer is None or not any(a.address not in me for a in event.attendees):
            continue
        can = capabilities_of(situation.settings, entry.place.source)
        role = Role("organizer", event.organizer.address or "")
        return "organizer", None if can is None else who_mails(can, role, "move")
    return "owner", "nobody"


def _leftovers(room: Writing, situation: Situation, looked: list[Place]) -> tuple[tuple[Step, ...], int]:
    """Holds that were answered, and blocks that did not follow their interview."""
    kept = holds_in(looked)
    holds = [k.hold for k in kept]
    steps = to_finish(holds, interviews_in(situation.timeline.occurrences, holds), situation.now)
    carry_out(room, steps, kept, situation.now, place=None)
    return steps, follow(room, situation, looked)
