"""Holds in the calendar are offers that wait for an answer (E36): the plan keeps them as such."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from scheduler.model.marks import HOLD, HOLD_AGREED, request_key
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.proposals.plan.meetings import Meeting, Standing


def is_hold(o: Occurrence) -> bool:
    return o.event.component.first(HOLD) is not None


def with_holds(meetings: tuple[Meeting, ...], standing: Standing) -> tuple[tuple[Meeting, ...], Standing]:
    """The meetings without the holds of theirs, and the standing with what those offer or say is agreed.

    What an answer in the call says is newer than a hold. A hold of no meeting that is here stays what it is: busy.
    """
    holds: dict[str, list[Occurrence]] = defaultdict(list)
    for meeting in meetings:
        line = meeting.head.event.component.first(HOLD)
        if line is not None:
            holds[line.value.strip()].append(meeting.head)
    if not holds:
        return meetings, standing
    offered, agreed, spent = dict(standing.offered), dict(standing.agreed), set()
    for meeting in meetings:
        mine = [hold for key in _keys(meeting) for hold in holds.get(key, ())]
        spent |= {hold.key for hold in mine}
        if not mine or meeting.key in (standing.agreed.keys() | standing.refused_now):
            continue
        sure = [hold for hold in mine if hold.event.component.first(HOLD_AGREED) is not None]
        if sure:
            agreed[meeting.key] = sure[0].occupied
            offered.pop(meeting.key, None)
        else:
            times = {*standing.offered.get(meeting.key, ()), *(hold.occupied for hold in mine)}
            offered[meeting.key] = tuple(sorted(times, key=lambda p: _place(p, standing.offered.get(meeting.key, ()))))
    kept = tuple(m for m in meetings if m.key not in spent)
    return kept, replace(standing, offered=offered, agreed=agreed)


def _keys(meeting: Meeting) -> tuple[str, ...]:
    """The requests that a meeting answers to: those of its sessions and of their copies."""
    every = [o for session, _ in meeting.sessions for o in (session, *session.copies)]
    return tuple(dict.fromkeys(request_key(o.uid, o.recurrence_id) for o in every))


def _place(period: Period, known: tuple[Period, ...]) -> tuple[int, Period]:
    """In the order of a saved plan, then by time."""
    return (known.index(period) if period in known else len(known)), period
