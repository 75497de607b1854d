"""`interviews settle`: a time was agreed. What was held for the rest goes; what the user organises moves.

The order of the steps, so that a run that was killed is completed by the next one:
- as attendee: the agreed hold is marked (or made), then the others go. A request with a marked hold is enough to know
  which holds are left over.
- as organizer or owner: all moves are written down in a file of the data folder, then made, each only where it is not
  made yet; the blocks follow, the message to the others is drafted, the holds go, then the file. Every run of `settle`
  begins with the files that it finds.
- when the organizer's invitation arrives, the interview itself stands at the time of a hold: then all of them go.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.app.alter import role, somebody_elses
from scheduler.app.case import find, situation_of, when
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
from scheduler.app.settle_moves import Moved, follow_all, perform, record_of, resume, sessions_of, whole
from scheduler.errors import UsageError
from scheduler.holds.entries import is_hold, keys_of
from scheduler.holds.hold import Hold
from scheduler.holds.states import hold_in, interviews_in
from scheduler.holds.steps import Put, Request, Step, latest_agreed, to_agree, to_drop, to_finish
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period

Role = Literal["attendee", "organizer", "owner", "nothing"]


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
    """What was done. `arrived`: the organizer's invitation is there. `blocks` followed an interview that moved.

    `moved` is what the user's own entry and its surroundings became, `completed` what interrupted runs left over.
    """

    role: Role
    zone: ZoneInfo
    title: str
    slot: Period | None
    steps: tuple[Step, ...]
    completed: tuple[Moved, ...]
    arrived: bool = False
    blocks: int = 0
    moved: Moved = field(default_factory=Moved)


def settle(request: SettleRequest) -> Settled:
    """Settle one request, or complete what is left over; raises UsageError and StoreError."""
    settings = read_settings()
    looked = places(settings, (request.calendar,))
    read = with_places(request.read, looked)._replace(use_index=False)
    with writing("settle", request.read.clock) as room:
        completed = tuple(resume(room, read, looked))
        situation = situation_of(read)
        if request.ref:
            return _settle(room, request, situation, looked, completed)
        steps, blocks = _leftovers(room, situation, looked)
        return Settled("nothing", situation.zone, "", None, steps, completed, blocks=blocks)


def _settle(
    room: Writing, request: SettleRequest, situation: Situation, looked: list[Place], completed: tuple[Moved, ...]
) -> Settled:
    found = find(situation, request.ref, "ahead")
    named = key_named(situation, found)
    subject = _subject(situation, found, named)
    kept = [k for k in holds_in(looked) if named.owns(k.hold)]
    if subject is not None and request.slot.strip().isdecimal() and _just_moved(subject, completed):
        # Its holds are gone, and their numbers with them: what was agreed has just been completed.
        return Settled("nothing", situation.zone, title_of(subject), None, (), completed)
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
        blocks = follow_all(room, situation, looked) if arrived else 0
        return Settled("attendee", situation.zone, title, slot, steps, completed, arrived, blocks)
    keys = (*named.keys, *(k for s in sessions_of(situation, subject) for k in keys_of(s)))
    if not request.anyway:
        must_be_free(slot, situation, keys)
    record = record_of(situation, subject, slot, request.read.sources)
    moved = perform(room, record, request.read, situation, looked)
    organizes = any(role(c.occurrence, situation.view.me).kind == "organizer" for c in moved.entries)
    kind: Role = "organizer" if organizes else "owner"
    return Settled(kind, situation.zone, title, slot, moved.steps, completed, moved=moved)


def _just_moved(subject: Occurrence, completed: tuple[Moved, ...]) -> bool:
    moved = {(c.occurrence.uid, c.occurrence.recurrence_id) for m in completed for c in m.entries}
    return any((o.uid, o.recurrence_id) in moved for o in (subject, *subject.copies))


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


def _somebody_elses(situation: Situation, subject: Occurrence) -> bool:
    entries = (o for s in sessions_of(situation, subject) for o in (s, *s.copies))
    return any(somebody_elses(o, situation) for o in entries)


def _leftovers(room: Writing, situation: Situation, looked: list[Place]) -> tuple[tuple[Step, ...], int]:
    """Holds that were answered, and blocks that did not follow their interview."""
    kept = holds_in(looked)
    holds = [k.hold for k in kept]
    steps = to_finish(holds, interviews_in(situation.timeline.occurrences, holds), situation.now)
    carry_out(room, steps, kept, situation.now, place=None)
    return steps, follow_all(room, situation, looked)
