"""What takes somebody's time, as a plan sees it; and how it stands with the employers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.proposals.plan.model import USER


@dataclass(frozen=True, slots=True)
class Standing:
    """What was decided or tried before, by item key.

    `offered`: times that were offered and not answered yet; `agreed`: the time the employer took; `refused`: times
    that do not suit (`refused_now`: for these the answer came in this call); `moved_before` counts a company's earlier
    moves. The rest is what a what-if changes.
    """

    offered: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)
    agreed: Mapping[str, Period] = field(default_factory=dict)
    refused: Mapping[str, frozenset[datetime]] = field(default_factory=dict)
    refused_now: frozenset[str] = frozenset()
    moved_before: Mapping[str, int] = field(default_factory=dict)
    cancelled: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    freed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One entry, or the sessions of one loop; each session with the owners of all calendars that it is in."""

    sessions: tuple[tuple[Occurrence, frozenset[str]], ...]

    @property
    def head(self) -> Occurrence:
        return self.sessions[0][0]

    @property
    def key(self) -> str:
        return self.head.key

    @property
    def people(self) -> frozenset[str]:
        return frozenset().union(*(who for _, who in self.sessions))

    @property
    def period(self) -> Period:
        return Period(self.head.occupied.start, max(o.occupied.end for o, _ in self.sessions))

    @property
    def title(self) -> str:
        interview = self.head.interview
        if len(self.sessions) > 1 and interview is not None and interview.company:
            return f"{interview.company}, {len(self.sessions)} sessions"
        return self.head.summary


def meetings_of(timeline: Timeline) -> tuple[Meeting, ...]:
    """What takes somebody's time: copies in several people's calendars are one, and so are the sessions of a loop.

    All-day entries are left out: they make a day less welcome, they do not collide.
    """
    copies: dict[tuple[str, str | None, datetime], list[Occurrence]] = defaultdict(list)
    for o in timeline.occurrences:
        if o.busy != "free" and not o.all_day:
            copies[o.uid, o.recurrence_id, o.occupied.start].append(o)
    loop_of = {session.key: n for n, loop in enumerate(timeline.loops) for session in loop.sessions}
    found: dict[object, list[tuple[Occurrence, frozenset[str]]]] = defaultdict(list)
    for same in copies.values():
        first = min(same, key=lambda o: (o.owner != USER, o.interview is None, o.owner, o.key))
        unit: object = loop_of.get(first.key, first.key)
        found[unit].append((first, frozenset(o.owner for o in same)))
    meetings = [Meeting(tuple(sorted(s, key=lambda x: (x[0].occupied.start, x[0].key)))) for s in found.values()]
    return tuple(sorted(meetings, key=lambda m: (m.head.occupied.start, m.key)))
