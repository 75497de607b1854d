"""A plan as the pictures show it: what moves to where, and what is offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic

from scheduler.app.read import ReadRequest
from scheduler.errors import UsageError
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.report.given import Change, Suggestion


@dataclass(frozen=True, slots=True)
class Planned:
    """One move of a plan, new or saved; `key` as `Occurrence.key`, of a loop its first session's."""

    key: str
    before: Period | None
    after: tuple[Period, ...]
    reasons: tuple[str, ...] = ()


def planned(name: str, reading: ReadRequest, timeline: Timeline) -> tuple[tuple[Suggestion, ...], tuple[Change, ...]]:
    """What a plan offers and what it changes; raises UsageError for a plan that is not there."""
    moves = list(_made(reading) if name == "new" else _kept(name))
    known = {o.key: o for o in timeline.occurrences}
    offered: list[Suggestion] = []
    changes: list[Change] = []
    for move in moves:
        head = known.get(move.key)
        if head is not None:
            reason = "; ".join(move.reasons)
            changes += _changes(head, move, reason, timeline)
            if len(move.after) > 1:
                offered += [Suggestion(head.id, period, "") for period in move.after]
    return tuple(offered), tuple(changes)


def _made(reading: ReadRequest) -> Iterator[Planned]:
    from scheduler.app.plan import PlanRequest, plan

    if "-" in reading.sources:
        raise UsageError("A plan needs the calendars again; save what comes by standard input to a file first.")
    for row in plan(PlanRequest(reading), monotonic).report.rows:
        yield Planned(row.item.key, row.before, tuple(s.period for s in row.after), row.reasons)


def _kept(name: str) -> Iterator[Planned]:
    from scheduler.app.plan_store import load_plan

    for move in load_plan(name).moves:
        yield Planned(move.key, move.before, move.after)


def _changes(head: Occurrence, move: Planned, reason: str, timeline: Timeline) -> Iterable[Change]:
    """A loop moves as one: each session by as much as the whole."""
    loop = next((x for x in timeline.loops if any(s.id == head.id for s in x.sessions)), None)
    if loop is None or len(move.after) != 1 or move.before is None:
        yield Change(head.id, move.after, reason)
        return
    shift = move.after[0].start - move.before.start
    for session in loop.sessions:
        now = session.occupied
        yield Change(session.id, (Period(now.start + shift, now.end + shift),), reason)
