"""Entries that are to move, written down before the first one does: so that the next run can complete them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from scheduler.messages.change import Refused, Target, moved
from scheduler.messages.objects import Stored
from scheduler.messages.times import instance, period_of
from scheduler.model.component import Component
from scheduler.model.marks import FOR, mark
from scheduler.model.time import Period

VERSION = 1


@dataclass(frozen=True, slots=True)
class Move:
    """One entry and where it goes: `source` and `href` as its store knows it.

    A block that belongs to an interview has `anchor`, the interview's new start.
    """

    source: str
    href: str
    recurrence_id: str | None
    to: Period
    anchor: datetime | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that one `settle` moves, and the requests whose holds go afterwards."""

    keys: tuple[str, ...]
    moves: tuple[Move, ...]


def done(move: Move, stored: Stored, me: tuple[str, ...], now: datetime) -> Component | Refused | None:
    """The stored object after the move; None where the entry stands there already."""
    entry = stored.master if move.recurrence_id is None else instance(stored, move.recurrence_id)
    period = None if entry is None else period_of(entry, stored)
    if period is None:
        return Refused("An entry that was to move is no longer in its calendar.")
    if period == move.to:
        return None
    made = moved(Target(stored, period, me, move.recurrence_id), move.to, now)
    if isinstance(made, Refused) or move.anchor is None:
        return made
    return replace(made, items=tuple(_anchored(i, move.anchor) if isinstance(i, Component) else i for i in made.items))


def _anchored(component: Component, anchor: datetime) -> Component:
    line = component.first(FOR)
    return component if line is None else component.with_line(mark(FOR, line.value.strip(), anchor))


def to_text(record: Record) -> bytes:
    moves = [
        asdict(m) | {"to": [m.to.start.isoformat(), m.to.end.isoformat()], "anchor": m.anchor and m.anchor.isoformat()}
        for m in record.moves
    ]
    return json.dumps({"version": VERSION, "keys": record.keys, "moves": moves}, indent=1).encode() + b"\n"


def from_text(data: bytes) -> Record | None:
    """Back again; None for what is none of ours."""
    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            return None
        return Record(tuple(found["keys"]), tuple(_move(m) for m in found["moves"]))
    except (ValueError, KeyError, TypeError):
        return None


def _move(m: dict[str, Any]) -> Move:
    start, end = (datetime.fromisoformat(t) for t in m["to"])
    anchor = None if m["anchor"] is None else datetime.fromisoformat(m["anchor"])
    return Move(m["source"], m["href"], m["recurrence_id"], Period(start, end), anchor)
