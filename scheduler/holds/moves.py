"""An entry that moves, once: said again, it stands there already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scheduler.messages.change import Refused, Target, moved
from scheduler.messages.objects import Stored
from scheduler.messages.times import instance, period_of
from scheduler.model.component import Component
from scheduler.model.marks import FOR, mark
from scheduler.model.time import Period


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
    return made.with_items(tuple(_anchored(i, move.anchor) if isinstance(i, Component) else i for i in made.items))


def _anchored(component: Component, anchor: datetime) -> Component:
    line = component.first(FOR)
    return component if line is None else component.with_line(mark(FOR, line.value.strip(), anchor))
