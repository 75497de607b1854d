"""The moves of `settle`: written down, made, and completed by the next run where one was interrupted."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from scheduler.app.case import situation_of
from scheduler.app.entries import Entry
from scheduler.app.here import data_folder
from scheduler.app.hold import carry_out
from scheduler.app.hold_places import Place, Writing, blocks_in, holds_in
from scheduler.app.read import ReadRequest, Situation
from scheduler.errors import StoreError, UsageError
from scheduler.holds.moves import Move, Record, done, from_text, to_text
from scheduler.holds.states import is_hold, keys_of
from scheduler.holds.steps import Request, Step, to_drop
from scheduler.ics.parse import parse_component
from scheduler.messages.change import Refused
from scheduler.messages.objects import Stored
from scheduler.messages.times import period_of
from scheduler.model.marks import FOR, marked_start
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.stores.files import drop_file, put_file
from scheduler.stores.opened import open_store

FOLDER = "settling"


def sessions_of(situation: Situation, subject: Occurrence) -> tuple[Occurrence, ...]:
    loop = next((x for x in situation.timeline.loops if any(s.key == subject.key for s in x.sessions)), None)
    return (subject,) if loop is None else loop.sessions


def whole(situation: Situation, subject: Occurrence) -> Period:
    sessions = sessions_of(situation, subject)
    return Period(sessions[0].occupied.start, max(s.occupied.end for s in sessions))


def moves_of(
    situation: Situation,
    subject: Occurrence,
    entries: list[Entry],
    slot: Period,
    looked: list[Place],
    named: Request,
) -> tuple[Move, ...]:
    """All sessions by as much as the first one, which takes the slot's length where it is alone; then their blocks."""
    was = whole(situation, subject)
    by = slot.start - was.start
    moves: list[Move] = []
    for entry in entries:
        period = entry.occurrence.period
        to = Period(period.start + by, period.end + by)
        if period == was:
            to = slot
        moves.append(Move(entry.place.source, entry.href, entry.occurrence.recurrence_id, to))
    keys = {k for s in sessions_of(situation, subject) for k in keys_of(s)} | set(named.keys)
    starts = {k: s.period.start for s in sessions_of(situation, subject) for k in keys_of(s)}
    known = {(m.source, m.href) for m in moves}
    for place, item in blocks_in(_with_entries(looked, entries)):
        move = _block_move(place, item.href, item.data, situation, keys, starts, by)
        if move is not None and (move.source, move.href) not in known:
            known.add((move.source, move.href))
            moves.append(move)
    return tuple(moves)


def _with_entries(looked: list[Place], entries: list[Entry]) -> list[Place]:
    return list({p.source: p for p in (*looked, *(e.place for e in entries))}.values())


def _block_move(
    place: Place,
    href: str,
    data: bytes,
    situation: Situation,
    keys: set[str],
    starts: dict[str, datetime],
    by: timedelta,
) -> Move | None:
    """Where a block goes whose interview moves `by` from `starts`; one that knows another start is taken from there."""
    calendar = parse_component(data)
    event = next((c for c in calendar.children if c.name == "VEVENT"), None)
    line = None if event is None else event.first(FOR)
    if event is None or line is None or line.value.strip() not in keys:
        return None
    period = period_of(event, Stored(calendar, situation.zone))
    start = starts.get(line.value.strip(), next(iter(starts.values())))
    anchor = start + by
    by = anchor - (marked_start(line) or start)
    if period is None or not by:
        return None
    return Move(place.source, href, None, Period(period.start + by, period.end + by), anchor)


def run(room: Writing, record: Record, situation: Situation, looked: list[Place]) -> tuple[tuple[Step, ...], int]:
    """Write the record down, make the moves, let the holds go, forget the record."""
    path = data_folder() / FOLDER / f"{record.keys[0]}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    put_file(path, to_text(record))
    return _complete(room, record, path, situation, looked)


def _complete(
    room: Writing, record: Record, path: Path, situation: Situation, looked: list[Place]
) -> tuple[tuple[Step, ...], int]:
    moves = sum(_move(room, move, situation) for move in record.moves)
    kept = holds_in(looked)
    steps = to_drop(Request(record.keys, situation.now), [k.hold for k in kept], "arrived")
    carry_out(room, steps, kept, situation.now, place=None)
    drop_file(path)
    return steps, moves


def _move(room: Writing, move: Move, situation: Situation) -> int:
    """1 where the entry was moved, 0 where it stood there already."""
    place = Place(move.source, move.source)
    item = next(iter(open_store(move.source).read([move.href])), None)
    if item is None:
        raise StoreError(
            f"{move.href} is no longer in {move.source}; `interviews settle` goes on once it is there again."
        )
    stored = Stored(parse_component(item.data), situation.zone)
    made = done(move, stored, tuple(situation.view.me), situation.now)
    if made is None:
        return 0
    if isinstance(made, Refused):
        raise UsageError(made.reason)
    room.store(place).replace(item.href, made.to_bytes(), item.etag)
    return 1


def resume(room: Writing, read: ReadRequest, looked: list[Place]) -> int:
    """Complete what an interrupted run wrote down; how many there were."""
    folder = data_folder() / FOLDER
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    for path in paths:
        record = from_text(path.read_bytes())
        if record is None:
            raise StoreError(f"{path} cannot be read; look at it, and remove it when nothing is left to do.")
        _complete(room, record, path, situation_of(read), looked)
    return len(paths)


def follow(room: Writing, situation: Situation, looked: list[Place]) -> int:
    """Move the blocks whose interview the organizer has moved."""
    starts = {
        key: o.period.start
        for o in situation.timeline.occurrences
        if not o.owner and not o.cancelled and not is_hold(o)
        for key in keys_of(o)
    }
    moves = (
        _block_move(place, item.href, item.data, situation, set(starts), starts, timedelta(0))
        for place, item in (blocks_in(looked) if starts else [])
    )
    return sum(_move(room, m, situation) for m in moves if m is not None)
