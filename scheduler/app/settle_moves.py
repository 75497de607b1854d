"""The moves of `settle`: written down, made, told, and completed by the next run where one was interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.app.alter import Altered, Wanted, alter
from scheduler.app.blocks import follow
from scheduler.app.case import case_for, situation_of
from scheduler.app.entries import entry_of
from scheduler.app.here import data_folder
from scheduler.app.hold import carry_out
from scheduler.app.hold_places import Place, Writing, blocks_in, holds_in
from scheduler.app.read import ReadRequest, Situation
from scheduler.app.update import letters
from scheduler.errors import StoreError
from scheduler.holds.entries import is_hold, keys_of
from scheduler.holds.record import Record, Step, from_text, to_text
from scheduler.holds.steps import Request, to_drop
from scheduler.holds.steps import Step as HoldStep
from scheduler.ics.parse import parse_component
from scheduler.messages.facts import Reason
from scheduler.model.marks import FOR, request_key
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.outbox.packet import Stored
from scheduler.stores.files import drop_file, put_file, sweep

FOLDER = "settling"


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved and told: entries, the blocks around them, holds that went, packets and sentences on the way."""

    entries: tuple[Altered, ...] = ()
    blocks: int = 0
    steps: tuple[HoldStep, ...] = ()
    packets: tuple[Stored, ...] = ()
    notes: tuple[str, ...] = ()


def sessions_of(situation: Situation, subject: Occurrence) -> tuple[Occurrence, ...]:
    """The entries that move as one."""
    loop = next((x for x in situation.timeline.loops if any(s.key == subject.key for s in x.sessions)), None)
    return (subject,) if loop is None else loop.sessions


def whole(situation: Situation, subject: Occurrence) -> Period:
    sessions = sessions_of(situation, subject)
    return Period(sessions[0].occupied.start, max(s.occupied.end for s in sessions))


def record_of(situation: Situation, subject: Occurrence, slot: Period, sources: Sequence[str]) -> Record:
    """All sessions, and the copies that the user keeps of them, by as much as the first; one alone takes the slot.

    Raises UsageError, before anything is written, where one of them may not be changed.
    """
    was = whole(situation, subject)
    by = slot.start - was.start
    steps = []
    for o in (o for s in sessions_of(situation, subject) for o in (s, *s.copies)):
        entry_of(o, situation)
        to = slot if o.period == was else Period(o.period.start + by, o.period.end + by)
        steps.append(Step(request_key(o.uid, o.recurrence_id), o.period, to))
    known = (Path(s).expanduser() for s in sources)
    return Record(
        tuple(steps), tuple(str(p.resolve()) if p.exists() else s for p, s in zip(known, sources, strict=True))
    )


def perform(room: Writing, record: Record, read: ReadRequest, situation: Situation, looked: list[Place]) -> Moved:
    """Write the record down; move, let blocks follow, draft what others are told, drop the holds; forget the record."""
    path = data_folder() / FOLDER / f"{record.steps[0].key}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    put_file(path, to_text(record))
    return _complete(room, record, path, read, situation, looked)


def resume(room: Writing, read: ReadRequest, looked: list[Place]) -> list[Moved]:
    """Complete what interrupted runs wrote down; raises StoreError where one cannot be completed."""
    folder = data_folder() / FOLDER
    found: list[Moved] = []
    if not folder.is_dir():
        return found
    sweep(folder)
    for path in sorted(folder.glob("*.json")):
        record = from_text(path.read_bytes())
        if record is None:
            raise StoreError(f"{path} cannot be read; look at it, and remove it when nothing is left to do.")
        named = read._replace(sources=record.sources) if record.sources else read
        found.append(_complete(room, record, path, named, situation_of(named), looked))
    return found


def _complete(
    room: Writing, record: Record, path: Path, read: ReadRequest, situation: Situation, looked: list[Place]
) -> Moved:
    entries = _entries(situation, record, path)
    changes = []
    blocks = 0
    for occurrence, step in entries:
        made = alter(occurrence, Wanted("move", step.to), situation, room)
        changes.append(replace(made, occurrence=occurrence._replace(period=step.was)))
        blocks += follow(occurrence, step.to.start, situation, room)
    packets, notes = letters(read, case_for(situation, changes[0].occurrence), changes, Reason(), "")
    kept = holds_in(looked)
    request = Request(tuple(s.key for s in record.steps), situation.now)
    steps = to_drop(request, [k.hold for k in kept], "arrived")
    carry_out(room, steps, kept, situation.now, place=None)
    drop_file(path)
    return Moved(tuple(changes), blocks, steps, packets, notes)


def _entries(situation: Situation, record: Record, path: Path) -> list[tuple[Occurrence, Step]]:
    known = {
        request_key(o.uid, o.recurrence_id): o
        for occurrence in situation.timeline.occurrences
        if not occurrence.owner and not is_hold(occurrence)
        for o in (occurrence, *occurrence.copies)
    }
    gone = [s for s in record.steps if s.key not in known]
    if gone:
        raise StoreError(
            f"An entry that was to move to {gone[0].to.start:%Y-%m-%d %H:%M} UTC is not in the calendars that were "
            f"read. Bring it back, or, when nothing is left to do, remove {path}."
        )
    return [(known[s.key], s) for s in record.steps]


def follow_all(room: Writing, situation: Situation, looked: list[Place]) -> int:
    """Move the blocks of interviews that their organizer has moved."""
    keys = set()
    for _, item in blocks_in(looked):
        events = (c for c in parse_component(item.data).children if c.name == "VEVENT")
        keys |= {(e.value(FOR) or "").strip() for e in events}
    if not keys:
        return 0
    return sum(
        follow(o, o.period.start, situation, room)
        for o in situation.timeline.occurrences
        if not o.owner and not o.cancelled and not is_hold(o) and keys.intersection(keys_of(o))
    )
